"""Sightings: a mention of a meeting with people, days, place and evidence."""

from __future__ import annotations

import pytest

from helpers.extract.article import extract_article
from helpers.extract.lexicon import build_lexicon
from helpers.knowledge.tables import load_knowledge
from helpers.read.index import parse_published
from helpers.resolve.offices import build_roster
from helpers.resolve.people import identify_chains
from helpers.resolve.sightings import Sighting, find_sightings

KNOWN = load_knowledge()


def sightings(text: str, published: str = "2023-05-18") -> list[Sighting]:
    facts = extract_article(text, KNOWN)
    days = parse_published(published) if published else None
    roster = build_roster(KNOWN)
    people = identify_chains(facts, roster, days)
    return find_sightings(7, text, facts, people, roster, build_lexicon(KNOWN), days)


def sides(text: str) -> list[list[str]]:
    """Return the names (or ids) on the sides of the first meeting."""
    return [[i.name or i.person_id for i in side] for side in sightings(text)[0].sides]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Antony Blinken met Catherine Colonna on Tuesday.",
            [["Antony Blinken"], ["Catherine Colonna"]],
            id="two sides",
        ),
        pytest.param(
            "Antony Blinken and Lloyd Austin met Catherine Colonna on Tuesday.",
            [["Antony Blinken", "Lloyd Austin"], ["Catherine Colonna"]],
            id="two who came together are one side",
        ),
        pytest.param(
            "A US delegation led by Antony Blinken met Catherine Colonna on Tuesday.",
            [["Antony Blinken"], ["Catherine Colonna"]],
            id="a delegation with its named head is the head",
        ),
        pytest.param(
            "A US delegation met Catherine Colonna on Tuesday.",
            [["US delegation"], ["Catherine Colonna"]],
            id="a delegation without a name stays a body",
        ),
        pytest.param(
            "Antony Blinken met Catherine Colonna on Tuesday. He met with Annalena Baerbock on Wednesday.",
            [["Antony Blinken"], ["Catherine Colonna"]],
            id="another meeting behind it changes nothing",
        ),
    ],
)
def test_participants_by_sides(text: str, expected: list[list[str]]) -> None:
    assert sides(text) == expected


def test_pronoun_is_the_person_and_says_so() -> None:
    _, second = sightings(
        "Antony Blinken met Catherine Colonna on Tuesday. He met with Annalena Baerbock on Wednesday."
    )
    assert {i.name: i.resolved_by for i in second.people.values()} == {
        "Antony Blinken": "pronoun",
        "Annalena Baerbock": "named",
    }


def test_role_of_a_known_chain_says_so() -> None:
    text = (
        "US Secretary of State Antony Blinken met Catherine Colonna on Tuesday. "
        "The US Secretary of State met Annalena Baerbock on Wednesday."
    )
    assert sightings(text)[1].people["antony-blinken"].resolved_by == "role"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Antony Blinken met Catherine Colonna in Paris on Tuesday.", ("Paris", "FR", "Paris"), id="city"
        ),
        pytest.param(
            "Antony Blinken met Catherine Colonna at the Pentagon on Tuesday.",
            ("Pentagon, Washington", "US", "Pentagon"),
            id="building → with its city",
        ),
        pytest.param(
            "Antony Blinken met Catherine Colonna in France on Tuesday.",
            ("", "FR", "France"),
            id="country → no place, its code",
        ),
        pytest.param("Antony Blinken met Catherine Colonna on Tuesday.", ("", "", None), id="no place"),
        pytest.param(
            "OSLO (AP) - Antony Blinken met Catherine Colonna here on Tuesday.",
            ("Oslo", "NO", "OSLO (AP) - "),
            id="here → the place of the dateline",
        ),
        pytest.param(
            "OSLO (AP) - Antony Blinken met Catherine Colonna on Tuesday.",
            ("", "", None),
            id="the place of the dateline is not where they met",
        ),
    ],
)
def test_place(text: str, expected: tuple[str, str, str | None]) -> None:
    (s,) = sightings(text)
    words = [text[start:end] for field, start, end, _ in s.spans if field == "place"]
    assert (s.place, s.place_country, words[0] if words else None) == expected


def test_evidence_of_every_field() -> None:
    text = "Antony Blinken spoke by phone with Catherine Colonna on Tuesday."
    (s,) = sightings(text)
    assert [(field, text[start:end], rule) for field, start, end, rule in s.spans] == [
        ("meeting", "spoke", "spoke_with"),
        ("participant", "Antony Blinken", "full"),
        ("participant", "Catherine Colonna", "full"),
        ("date", "Tuesday", "date_expression"),
        ("status", "spoke", "spoke_with:held"),
        ("mode", "by phone", "spoke_with:phone"),
    ]
    assert (s.article, s.status, s.mode, s.dated) == (7, "held", "phone", True)


@pytest.mark.parametrize(
    ("text", "distinct"),
    [
        ("Antony Blinken met Catherine Colonna again in Paris.", True),
        ("The previous meeting between Antony Blinken and Catherine Colonna was in Paris.", True),
        ("Antony Blinken last met Catherine Colonna in Paris.", True),
        ("The next meeting between Antony Blinken and Catherine Colonna will be in Paris.", True),
        ("Antony Blinken met Catherine Colonna in Paris.", False),
        ("Antony Blinken met Catherine Colonna in Paris last week.", False),
        ("Antony Blinken met Catherine Colonna in Paris. He spoke against delay.", False),
    ],
)
def test_words_that_set_a_meeting_apart(text: str, distinct: bool) -> None:
    assert sightings(text)[0].distinct is distinct


def test_nobody_in_particular_is_no_participant() -> None:
    names = [n for s in sightings("Antony Blinken met officials in Paris on Tuesday.") for n in s.people]
    assert names in ([], ["antony-blinken"])
    assert sides("Antony Blinken met French ministers in Paris on Tuesday.") == [
        ["Antony Blinken"],
        ["French ministers"],
    ]
    assert sides("Antony Blinken met French officials in Paris on Tuesday.") == [["Antony Blinken"]]
    assert sightings("They met in Paris on Tuesday.") == []


def test_role_takes_the_country_of_the_place() -> None:
    (s,) = sightings("The foreign minister met US President Joe Biden in Paris on Tuesday.")
    assert sorted(i.name for i in s.people.values()) == ["Catherine Colonna", "Joe Biden"]
