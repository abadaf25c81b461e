"""Indirect speech: only clear clauses with an identified subject."""

from __future__ import annotations

import pytest

from tests.speech_markup import statements_of


@pytest.mark.parametrize(
    ("marked", "cue", "speaker", "clause"),
    [
        pytest.param("{Roe} said that the harbour is open.", "said", "Roe", "the harbour is open", id="that"),
        pytest.param(
            "{Roe} said the harbour is open.", "said", "Roe", "the harbour is open", id="without that"
        ),
        pytest.param(
            "{Roe} has also stressed on Friday that the harbour is open.",
            "stressed",
            "Roe",
            "the harbour is open",
            id="auxiliary, adverb, day",
        ),
        pytest.param(
            "{Roe} told {Poe} that the harbour is open.", "told", "Roe", "the harbour is open", id="addressee"
        ),
        pytest.param(
            "{Roe} went on to say that the harbour is open.",
            "say",
            "Roe",
            "the harbour is open",
            id="went on to say",
        ),
        pytest.param(
            "{Roe} warned by saying that the harbour is open.",
            "warned",
            "Roe",
            "the harbour is open",
            id="by saying",
        ),
        pytest.param(
            "The harbour is open again, {Roe} stated.",
            "stated",
            "Roe",
            "The harbour is open again",
            id="behind",
        ),
        pytest.param(
            "The harbour is open again, said {the minister} on Friday.",
            "said",
            "the minister",
            "The harbour is open again",
            id="behind, inverted",
        ),
        pytest.param(
            "According to {Roe}, the harbour is open.",
            "according to",
            "Roe",
            "the harbour is open",
            id="according",
        ),
        pytest.param(
            "The harbour is open again, according to {Roe}.",
            "according to",
            "Roe",
            "The harbour is open again",
            id="according, behind",
        ),
        pytest.param(
            "{Roe}\u00a0said that  the harbour\nis open.",
            "said",
            "Roe",
            "the harbour\nis open",
            id="over a line end",
        ),
    ],
)
def test_reported_clause(marked: str, cue: str, speaker: str, clause: str) -> None:
    assert statements_of(marked) == [("indirect", cue, speaker, clause)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("{Roe} announced a plan that would open the harbour.", id="relative clause"),
        pytest.param("{Roe} did not say that the harbour is open.", id="not said"),
        pytest.param("{Roe} never said that the harbour is open.", id="never said"),
        pytest.param("{Roe} may say that the harbour is open.", id="not yet said"),
        pytest.param("It was said that the harbour is open.", id="nobody says it"),
        pytest.param("The ministry said that {Roe} opened the harbour.", id="a body says it of somebody"),
        pytest.param("{Roe} met {Poe}, the ministry said on Friday.", id="a body says it behind"),
        pytest.param("{Roe} praised {Poe} for the work on the harbour.", id="judgement"),
        pytest.param("On the matter of the harbour, {Roe} affirmed the old rules.", id="object, no clause"),
        pytest.param("{Roe} said that evening was near the harbour.", id="that evening"),
        pytest.param("{Roe} said so.", id="too short"),
    ],
)
def test_what_is_no_reported_clause(marked: str) -> None:
    assert statements_of(marked) == []


def test_a_clause_with_a_quotation_is_left_to_it() -> None:
    assert statements_of("{Roe} said that the harbour is “of great value”.") == [
        ("mixed", "said", "Roe", "of great value")
    ]
