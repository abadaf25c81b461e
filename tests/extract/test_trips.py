"""Trips: a dated journey gives its date to the meetings told after it."""

from __future__ import annotations

import pytest

from helpers.extract.trips import REACH
from tests.news_markup import facts_of, meetings_of


def trips_of(text: str) -> list[tuple[list[str], str, list[str]]]:
    facts = facts_of(text)
    return [
        (
            sorted(trip.people),
            "" if trip.date < 0 else text[facts.dates[trip.date].start : facts.dates[trip.date].end],
            [facts.places[i].name for i in trip.places],
        )
        for trip in facts.trips
    ]


@pytest.mark.parametrize(
    ("text", "trip"),
    [
        ("Omar Haddad travelled to Riga.", (["omar-haddad"], "", ["Riga"])),
        ("Omar Haddad travelled to Riga on Monday.", (["omar-haddad"], "Monday", ["Riga"])),
        ("Omar Haddad flew to Riga on Monday.", (["omar-haddad"], "Monday", ["Riga"])),
        ("Omar Haddad will visit Riga on 4 May.", (["omar-haddad"], "4 May", ["Riga"])),
        ("On Monday Omar Haddad arrived in Riga.", (["omar-haddad"], "Monday", ["Riga"])),
        ("Omar\u00a0Haddad is in Riga on Monday.", (["omar-haddad"], "Monday", ["Riga"])),
        (
            "Omar Haddad and Kofi Asante flew to Riga and Oslo on Monday.",
            (["kofi-asante", "omar-haddad"], "Monday", ["Riga", "Oslo"]),
        ),
    ],
)
def test_a_journey(text: str, trip: tuple[list[str], str, list[str]]) -> None:
    assert trips_of(text) == [trip]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Omar Haddad travelled.", id="neither date nor place"),
        pytest.param("The boat travelled to Riga on Monday.", id="nobody"),
        pytest.param("Omar Haddad spoke in Riga on Monday.", id="no journey"),
        pytest.param("He travelled to Riga on Monday.", id="somebody unknown"),
    ],
)
def test_no_journey(text: str) -> None:
    assert trips_of(text) == []


JOURNEY = "Omar Haddad travelled to Riga on Monday. "


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        pytest.param(JOURNEY + "He met Kofi Asante.", "Monday", "Riga", id="on the journey"),
        pytest.param("Omar Haddad flew to Riga. He met Kofi Asante.", "", "Riga", id="an undated journey"),
        pytest.param(
            "Omar Haddad flew to Riga. It rained. He met Kofi Asante.",
            "",
            "",
            id="an undated journey, far off",
        ),
        pytest.param(JOURNEY + "He met Kofi Asante in Oslo.", "Monday", "Oslo", id="a place of its own"),
        pytest.param(JOURNEY + "He met Kofi Asante on Friday.", "Friday", "Riga", id="a date of its own"),
        pytest.param(JOURNEY + "He had previously met Kofi Asante.", "", "", id="before the journey"),
        pytest.param(JOURNEY + "Ingrid Solberg met Kofi Asante.", "", "", id="somebody else"),
        pytest.param(
            JOURNEY + "It rained. " * (REACH - 1) + "Haddad met Kofi Asante.",
            "Monday",
            "Riga",
            id="just in reach",
        ),
        pytest.param(JOURNEY + "It rained. " * REACH + "Haddad met Kofi Asante.", "", "", id="out of reach"),
        pytest.param(
            "Omar Haddad flew to Riga and Oslo on Monday. He met Kofi Asante.", "Monday", "", id="two places"
        ),
    ],
)
def test_a_meeting_on_a_journey(text: str, date: str, place: str) -> None:
    assert [row[3:] for row in meetings_of(text)] == [(date, place)]
