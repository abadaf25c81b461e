"""Plurals: one role that several countries share names a person for each of them."""

from __future__ import annotations

import pytest

from helpers.extract.plurals import find_plurals
from tests.news_markup import NOISES, add_noise, lexicon, persons_of, read_marked, surface, tokens_of

#: the words, role, offices and country of each person
Read = list[tuple[str, str, tuple[str, ...], str]]


def plurals_of(text: str, at: int = 0) -> Read:
    found = find_plurals(text, tokens_of(text), at, lexicon())
    return [(surface(text, f.mention), f.mention.role, f.mention.offices, f.mention.country) for f in found]


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize(
    ("marked", "role", "office", "countries"),
    [
        (
            "{The prime ministers of Norway} and {Ghana} left.",
            "prime minister",
            "prime_minister",
            ("NO", "GH"),
        ),
        (
            "{The presidents of Norway}, {Ghana}, and the {United States} left.",
            "president",
            "president",
            ("NO", "GH", "US"),
        ),
        (
            "{The French}, {German} and {Polish foreign ministers} left.",
            "foreign minister",
            "foreign_minister",
            ("FR", "DE", "PL"),
        ),
        ("She saw {his French} and {German counterparts}.", "counterpart", "", ("FR", "DE")),
    ],
)
def test_a_person_for_each_country(
    marked: str, role: str, office: str, countries: tuple[str, ...], noise: str
) -> None:
    text, spans = read_marked(add_noise(marked, noise))
    found = [f.mention for f in find_plurals(text, tokens_of(text), 0, lexicon())]
    assert [(m.start, m.end) for m in found] == spans
    assert {(m.form, m.role, m.offices, m.name) for m in found} == {
        ("role", role, (office,) if office else (), "")
    }
    assert tuple(m.country for m in found) == countries


def test_hard_space_between_all_words() -> None:
    text = "The prime ministers of Norway and Ghana left.".replace(" ", "\u00a0")
    assert plurals_of(text) == [
        ("The prime ministers of Norway", "prime minister", ("prime_minister",), "NO"),
        ("Ghana", "prime minister", ("prime_minister",), "GH"),
    ]


def test_role_in_ies_has_its_singular() -> None:
    assert plurals_of("The Norwegian and Ghanaian defence secretaries left.") == [
        ("The Norwegian", "defence secretary", ("defence_minister",), "NO"),
        ("Ghanaian defence secretaries", "defence secretary", ("defence_minister",), "GH"),
    ]


def test_the_next_plural_from_a_token_on() -> None:
    text = "The prime ministers of Norway and Ghana met the French and German foreign ministers."
    assert [row[3] for row in plurals_of(text)] == ["NO", "GH"]
    at = tokens_of(text).words.index("met")
    assert [row[3] for row in plurals_of(text, at)] == ["FR", "DE"]
    assert [p.country for p in persons_of(text)] == ["NO", "GH", "FR", "DE"]


@pytest.mark.parametrize(
    "text",
    [
        "Former Norwegian and Ghanaian prime ministers left.",
        "The former prime ministers of Norway and Ghana left.",
    ],
)
def test_former_holds_for_every_country(text: str) -> None:
    found = find_plurals(text, tokens_of(text), 0, lexicon())
    assert [(f.mention.country, f.mention.qualifier) for f in found] == [("NO", "former"), ("GH", "former")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The prime ministers met.", id="no country"),
        pytest.param("The Norwegian foreign ministers met.", id="one country before"),
        pytest.param("The foreign ministers of Norway met.", id="one country after"),
        pytest.param("The prime minister of Norway and Ghana left.", id="one role after the other"),
        pytest.param("French and German Foreign Minister Ana Kvist left.", id="one minister"),
        pytest.param("The foreign ministers met in Norway and Ghana.", id="places"),
        pytest.param("The French and German foreign ministers Bo Lund and Ana Kvist left.", id="names"),
        pytest.param("French and German officials met.", id="officials"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_plural_of_countries(text: str) -> None:
    assert plurals_of(text) == []
