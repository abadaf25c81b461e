"""Antecedents: whom he, she and him mean."""

from __future__ import annotations

import pytest

from tests.news_markup import facts_of


def meant(text: str) -> list[str]:
    return [p.key for p in facts_of(text).persons if p.form == "pronoun"]


@pytest.mark.parametrize("noise", ["plain", "noisy"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Omar Haddad met Kofi Asante. He left.", ["omar-haddad"], id="the subject before"),
        pytest.param(
            "With Kofi Asante gone, Omar Haddad said he was late.", ["omar-haddad"], id="says of himself"
        ),
        pytest.param(
            "Carl Okello said it. Omar Haddad, a lawyer, said that he met Kofi Asante.",
            ["omar-haddad"],
            id="says of himself, with an apposition",
        ),
        pytest.param(
            "Omar Haddad's office called Kofi Asante. We met him.",
            ["kofi-asante"],
            id="him: the last spoken of",
        ),
        pytest.param("Omar Haddad met Mrs Ana Kvist. He left.", ["omar-haddad"], id="not a woman"),
        pytest.param("He left.", [""], id="nobody"),
    ],
)
def test_who_is_meant(text: str, expected: list[str], noise: str) -> None:
    if noise == "noisy":
        text = text.replace("Omar Haddad", "Omar\u00a0Haddad").replace("'", "’")
    assert meant(text) == expected


def test_the_label_of_a_turn_is_nobody_in_the_sentence() -> None:
    text = "CARL OKELLO, NNA ANCHOR: Before he left, Omar Haddad was in Riga, where he met Kofi Asante.\n"
    assert meant(text)[-1] == "omar-haddad"
    [meeting] = facts_of(text).meetings
    assert [facts_of(text).persons[i].key for side in meeting.sides for i in side] == [
        "omar-haddad",
        "kofi-asante",
    ]
