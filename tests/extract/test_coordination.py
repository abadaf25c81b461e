"""Coordination: what names in a row share, and what they do not."""

from __future__ import annotations

import pytest

from tests.news_markup import NOISES, add_noise, persons_of, read_marked

Told = tuple[str, str, str, str]


def told(text: str) -> list[Told]:
    return [(p.name, p.role, "|".join(p.offices), p.country) for p in persons_of(text)]


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "{Presidents Ingrid Solberg of Norway} and {Kofi Asante of Ghana} left.",
            [
                ("Ingrid Solberg", "President", "president", "NO"),
                ("Kofi Asante", "President", "president", "GH"),
            ],
            id="two presidents, each with a country",
        ),
        pytest.param(
            "{Foreign Ministers Ingrid Solberg of Norway}, {Kofi Asante of Ghana} and "
            "{Omar Haddad of Jordan}.",
            [
                ("Ingrid Solberg", "Foreign Minister", "foreign_minister", "NO"),
                ("Kofi Asante", "Foreign Minister", "foreign_minister", "GH"),
                ("Omar Haddad", "Foreign Minister", "foreign_minister", "JO"),
            ],
            id="three",
        ),
        pytest.param(
            "{Ministers Ingrid Solberg} and {Kofi Asante} left.",
            [("Ingrid Solberg", "Minister", "", ""), ("Kofi Asante", "Minister", "", "")],
            id="without countries",
        ),
        pytest.param(
            "{Secretaries Solberg} and {Okello} left.",
            [("Solberg", "Secretary", "", ""), ("Okello", "Secretary", "", "")],
            id="secretaries",
        ),
        pytest.param(
            "{Chairperson of the African Union and President of Ghana Kofi Asante} left.",
            [
                (
                    "Kofi Asante",
                    "Chairperson of the African Union and President of Ghana",
                    "president",
                    "GH",
                )
            ],
            id="two titles of one man",
        ),
    ],
)
def test_a_shared_title(marked: str, expected: list[Told], noise: str) -> None:
    text, spans = read_marked(add_noise(marked, noise))
    assert told(text) == expected
    assert [(p.start, p.end) for p in persons_of(text)] == spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "President Ingrid Solberg and Kofi Asante left.",
            [("Ingrid Solberg", "President", "president", ""), ("Kofi Asante", "", "", "")],
            id="a singular title is one person's",
        ),
        pytest.param(
            "Presidents Ingrid Solberg of Norway and Kofi Asante of Ghana met Omar Haddad.",
            [
                ("Ingrid Solberg", "President", "president", "NO"),
                ("Kofi Asante", "President", "president", "GH"),
                ("Omar Haddad", "", "", ""),
            ],
            id="the verb ends the row",
        ),
        pytest.param(
            "President Ingrid Solberg and Prime Minister Kofi Asante left.",
            [
                ("Ingrid Solberg", "President", "president", ""),
                ("Kofi Asante", "Prime Minister", "prime_minister", ""),
            ],
            id="each has a title",
        ),
        pytest.param(
            "The president and Kofi Asante left.",
            [("", "president", "president", ""), ("Kofi Asante", "", "", "")],
            id="a role with an article is another person",
        ),
        pytest.param(
            "The president and Prime Minister Kofi Asante left.",
            [("", "president", "president", ""), ("Kofi Asante", "Prime Minister", "prime_minister", "")],
            id="the president is not the prime minister",
        ),
    ],
)
def test_no_shared_title(text: str, expected: list[Told]) -> None:
    assert told(text) == expected
