"""Records: which sightings of one article are one meeting, and what it then says."""

from __future__ import annotations

import pytest

from helpers.days import Days
from helpers.read.index import parse_published
from helpers.resolve.records import merge_within
from tests.small_news import account_of, frames_of, meetings_of

BOTH = "Antony Blinken + Catherine Colonna"
TUESDAY = "Antony Blinken met Catherine Colonna in Paris on Tuesday."
DATED = "2023-05-18 | "


def meetings(*articles: str) -> list[str]:
    return meetings_of(frames_of(*articles))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{TUESDAY} Blinken held talks with Colonna on Tuesday.",
            [f"held 2023-05-16: {BOTH} [0]"],
            id="the same day twice → one",
        ),
        pytest.param(
            "Antony Blinken will meet Catherine Colonna in Paris on Friday. "
            "Blinken is to hold talks with Colonna on Friday.",
            [f"planned 2023-05-19: {BOTH} [0]"],
            id="the same plan twice → one",
        ),
        pytest.param(
            "Antony Blinken was to meet Catherine Colonna in Paris. Blinken met Colonna on Tuesday.",
            [f"held 2023-05-16: {BOTH} [0]"],
            id="announced, then held → one, held",
        ),
        pytest.param(
            f"{TUESDAY} Blinken met Colonna again on Wednesday.",
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-05-17: {BOTH} [0]"],
            id="again → two",
        ),
        pytest.param(
            f"{TUESDAY} Blinken will meet Colonna again.",
            [f"held 2023-05-16: {BOTH} [0]", f"planned [2023-05-18..]: {BOTH} [0]"],
            id="again, to come and without a day → two",
        ),
        pytest.param(
            f"{TUESDAY} The previous meeting between Blinken and Colonna was in Rome.",
            [f"held 2023-05-16: {BOTH} [0]", f"held [..2023-05-18]: {BOTH} [0]"],
            id="previous → two",
        ),
        pytest.param(
            f"{TUESDAY} Blinken last met Colonna in March.",
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-03: {BOTH} [0]"],
            id="last met → two",
        ),
        pytest.param(
            f"{TUESDAY} Blinken spoke by phone with Colonna on Tuesday.",
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-05-16: {BOTH} [0]"],
            id="in person and by phone on one day → two",
        ),
        pytest.param(
            f"{TUESDAY} Blinken held talks with Colonna in Berlin on Tuesday.",
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-05-16: {BOTH} [0]"],
            id="two countries on one day → two",
        ),
        pytest.param(
            f"{TUESDAY} Blinken met Annalena Baerbock in Paris on Tuesday.",
            [f"held 2023-05-16: {BOTH} [0]", "held 2023-05-16: Annalena Baerbock + Antony Blinken [0]"],
            id="another partner → two",
        ),
        pytest.param(
            "A US delegation met Catherine Colonna in Paris on Tuesday. "
            "Antony Blinken held talks with Colonna in Paris on Tuesday.",
            [f"held 2023-05-16: {BOTH} [0]"],
            id="a delegation and its named head → one",
        ),
        pytest.param(
            "A Polish delegation met Catherine Colonna in Paris on Tuesday. "
            "Antony Blinken held talks with Colonna in Paris on Tuesday.",
            ["held 2023-05-16: Catherine Colonna + Polish delegation [0]", f"held 2023-05-16: {BOTH} [0]"],
            id="a delegation of another country → two",
        ),
        pytest.param(
            f"{TUESDAY} The two ministers discussed trade.",
            [f"held 2023-05-16: {BOTH} [0]"],
            id="a sentence that only goes on → one",
        ),
        pytest.param(
            f"{TUESDAY} Blinken met with Colonna to discuss trade.",
            [f"held 2023-05-16: {BOTH} [0]"],
            id="dated, then told again without a day → one",
        ),
        pytest.param(
            "Blinken meets Colonna in Paris\n\n"
            "US Secretary of State Antony Blinken met French Foreign Minister Catherine Colonna on Tuesday.",
            [f"held 2023-05-16: {BOTH} [0]"],
            id="headline without a day, lede with one → one",
        ),
    ],
)
def test_within_an_article(text: str, expected: list[str]) -> None:
    assert meetings(DATED + text) == expected


def test_within_an_article_nothing_is_lost() -> None:
    account = account_of(
        f"{DATED}{TUESDAY} Blinken held talks with Colonna on Tuesday. Blinken met Colonna again."
    )
    sightings = [s for r in account.records for s in r.sightings]
    assert merge_within([]) == []
    assert sorted(s.mention.start for s in sightings) == sorted(m.start for m in account.facts[0].meetings)


def test_one_participant_alone_is_no_meeting() -> None:
    assert meetings(f"{DATED}Antony Blinken arrived for talks with officials in Paris.") == []


def edtf(days: Days | None) -> str | None:
    return days.edtf if days else None


def test_days_of_a_record_are_those_of_its_dated_mentions() -> None:
    (record,) = account_of(f"{DATED}{TUESDAY} Blinken held talks with Colonna this week.").records
    assert [edtf(s.days) for s in record.sightings] == ["2023-05-16", "[2023-05-15..2023-05-18]"]
    assert record.days == parse_published("2023-05-16")
