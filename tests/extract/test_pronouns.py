"""Pronoun speakers: the voice before, where that is who is meant."""

from __future__ import annotations

import pytest

from tests.speech_markup import statements_of


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        pytest.param(
            "{Roe} said that {Poe} had gone to sea. “The harbour is open,” {he|poe} added.",
            ["Roe", "Roe"],
            id="he added: the voice before",
        ),
        pytest.param(
            "“It is open,” {Roe} said. {Poe} had gone to sea. Also, {he|poe} noted that it is deep there.",
            ["Roe", "Roe"],
            id="furthermore",
        ),
        pytest.param(
            "{a spokesman|} for {Poe} said: “It is open now.”\n\n“Ships may enter it,” {he|poe} said.",
            ["a spokesman", "a spokesman"],
            id="nobody else came up since",
        ),
        pytest.param(
            "“It is open,” {Roe} said. {Poe} came from the sea. “Ships may enter it,” {he|poe} said.",
            ["Roe", "he"],
            id="somebody else came up",
        ),
        pytest.param(
            "{She|roe} is tired. {Roe} said that {Poe} was at sea. “It is open,” {he|poe} added.",
            ["Roe", "he"],
            id="the voice before is a woman",
        ),
        pytest.param(
            "“It is deep,” {Roe} said. “It is open,” the ministry said. “It is safe,” {he|poe} added.",
            ["Roe", "", "he"],
            id="a body spoke last",
        ),
        pytest.param("“It is open,” {he|poe} added.", ["he"], id="nobody spoke before"),
        pytest.param(
            "{Roe} said that {Poe} had gone to sea. “The harbour is open,” {they|} added.",
            ["Roe", "they"],
            id="they is nobody alone",
        ),
        pytest.param(
            "{Roe} said that {Poe} was at sea. “The harbour,” {he|poe} added, “is open.”",
            ["Roe", "Roe", "Roe"],
            id="both halves of a quotation",
        ),
    ],
)
def test_who_the_pronoun_is(marked: str, speakers: list[str]) -> None:
    assert [row[2] for row in statements_of(marked)] == speakers
