"""Common surnames: "Rice" alone is a person only where something shows it."""

from __future__ import annotations

import pytest

from tests.news_markup import facts_of, meetings_of


def keys(text: str) -> list[str]:
    return [p.key for p in facts_of(text).persons if p.key]


@pytest.mark.parametrize("noise", ["plain", "noisy"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ana Rice left. Rice said so.", ["ana-rice", "ana-rice"], id="a full name of the article"
        ),
        pytest.param(
            "Tom Straw met Ana Brown. Mr Straw left.", ["tom-straw", "ana-brown", "tom-straw"], id="titled"
        ),
        pytest.param(
            "Ana Rice left. Rice is dear in Riga.", ["ana-rice", "ana-rice"], id="begins a sentence"
        ),
        pytest.param("Moon Jae-in left. Moon said so.", ["moon-jae-in", "moon-jae-in"], id="surname first"),
        pytest.param("Prices of Rice rose, he said.", [], id="nobody is called so"),
        pytest.param("Ana May left in May. It was 3 May.", ["ana-may"], id="a month"),
        pytest.param("Ana Brown left Brown University.", ["ana-brown"], id="part of another name"),
        pytest.param("Ana Rice left. The Rice was cold.", ["ana-rice"], id="with an article"),
    ],
)
def test_who_is_meant(text: str, expected: list[str], noise: str) -> None:
    if noise == "noisy":
        text = text.replace("Ana Rice", "Ana\u00a0Rice").replace(". ", ".\n")
    assert keys(text) == expected


def test_a_surname_of_the_office_table_needs_an_act() -> None:
    assert [row[0] for row in meetings_of("Bush met Kofi Asante.")] == ["bush | kofi-asante"]
    assert keys("Bush fires burnt near Riga.") == []


def test_two_surnames_joined_by_a_hyphen() -> None:
    assert keys("Ana Kvist and Omar Haddad left. The Kvist-Haddad plan failed.")[2:] == [
        "ana-kvist",
        "omar-haddad",
    ]
    assert keys("Ana Kvist left. The Kvist-Olsen plan failed.").count("ana-kvist") == 1
