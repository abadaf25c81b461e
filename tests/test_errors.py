"""Errors and warnings: one tree, one voice."""

from __future__ import annotations

import pytest

from helpers import errors
from helpers.errors import WhoMetWhomError, WhoMetWhomWarning, not_allowed


@pytest.mark.parametrize(
    "name", ["CorpusError", "FrameError", "FilterError", "KnowledgeError", "ExportError"]
)
def test_every_error_can_be_caught_as_one(name: str) -> None:
    with pytest.raises(WhoMetWhomError, match=r"^seen$"):
        raise getattr(errors, name)("seen")


@pytest.mark.parametrize("name", ["ReadWarning", "DateWarning"])
def test_every_warning_can_be_filtered_as_one(name: str) -> None:
    assert issubclass(getattr(errors, name), WhoMetWhomWarning)
    assert issubclass(WhoMetWhomWarning, UserWarning)


def test_the_lists_above_name_every_class_of_the_tree() -> None:
    classes = {n for n, c in vars(errors).items() if isinstance(c, type) and issubclass(c, Exception)}
    assert classes == {
        "WhoMetWhomError",
        "CorpusError",
        "FrameError",
        "FilterError",
        "KnowledgeError",
        "ExportError",
        "WhoMetWhomWarning",
        "ReadWarning",
        "DateWarning",
    }


def test_a_wrong_filter_is_a_wrong_value_too() -> None:
    assert issubclass(errors.FilterError, ValueError)


@pytest.mark.parametrize(
    ("seen", "allowed", "message"),
    [
        pytest.param(
            "hold",
            ["held", "planned", "denied"],
            "Unknown status 'hold' in Filters. Allowed: 'held', 'planned', 'denied'. Choose one of them.",
            id="all that is allowed is listed",
        ),
        pytest.param(
            None, ["held"], "Unknown status None in Filters. Allowed: 'held'. Choose one of them.", id="None"
        ),
        pytest.param(
            3,
            (i for i in range(1, 3)),
            "Unknown status 3 in Filters. Allowed: 1, 2. Choose one of them.",
            id="numbers, from a generator",
        ),
        pytest.param(
            "a\nb",
            ["held"],
            "Unknown status 'a\\nb' in Filters. Allowed: 'held'. Choose one of them.",
            id="a line break stays visible on one line",
        ),
    ],
)
def test_not_allowed_says_what_where_and_what_next(seen: object, allowed: list[object], message: str) -> None:
    assert not_allowed("status", seen, allowed, where="Filters", hint="Choose one of them.") == message
