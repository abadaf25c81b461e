"""Meeting days: on which days a mentioned meeting was or will be, and why."""

from __future__ import annotations

import pytest

from helpers.extract.article import extract_article
from helpers.knowledge.tables import load_knowledge
from helpers.read.index import parse_published
from helpers.resolve.meeting_days import When, resolve_when

KNOWN = load_knowledge()
THURSDAY = "2023-05-18"
#: Keeps the sentence after it out of the opening.
_AWAY = "Trains ran late. Snow fell. Shops closed. Birds sang. Wind blew. "


def whens(text: str, published: str) -> list[When]:
    """Resolve every meeting of a text, in order; nothing in `published` means undated."""
    facts = extract_article(text, KNOWN)
    days = parse_published(published) if published else None
    return [resolve_when(text, facts, m, days) for m in facts.meetings]


def row(when: When) -> tuple[str | None, str, bool, str]:
    return (when.days.edtf if when.days else None, when.status, when.dated, when.basis)


def first(text: str, published: str) -> tuple[str | None, str, bool, str]:
    return row(whens(text, published)[0])


MET = "Antony Blinken met Catherine Colonna in Paris"
MEETS = "Antony Blinken will meet Catherine Colonna in Paris"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # an expression of the text
        pytest.param(
            f"{MET} on Tuesday.",
            THURSDAY,
            ("2023-05-16", "held", True, "“Tuesday”, seen from 2023-05-18"),
            id="weekday, past → the last one",
        ),
        pytest.param(
            f"{MEETS} on Tuesday.",
            THURSDAY,
            ("2023-05-23", "planned", True, "“Tuesday”, seen from 2023-05-18"),
            id="weekday, to come → the next one",
        ),
        pytest.param(
            f"{MET} last month.",
            THURSDAY,
            ("2023-04", "held", True, "“last month”, seen from 2023-05-18"),
            id="last month → the calendar month",
        ),
        pytest.param(
            f"{MET} this week.",
            THURSDAY,
            ("[2023-05-15..2023-05-18]", "held", True, "“this week”, seen from 2023-05-18"),
            id="this week, past → not after publication",
        ),
        pytest.param(
            f"{MET} in May.",
            THURSDAY,
            ("[2023-05-01..2023-05-18]", "held", True, "“May”, seen from 2023-05-18"),
            id="this month, past → not after publication",
        ),
        pytest.param(
            f"{MET} on 16 May 2023.",
            THURSDAY,
            ("2023-05-16", "held", True, "“16 May 2023”"),
            id="a full day needs no anchor",
        ),
        pytest.param(
            f"{MET} on 16\n May 2023.",
            THURSDAY,
            ("2023-05-16", "held", True, "“16 May 2023”"),
            id="a line break inside the expression stays out of the basis",
        ),
        pytest.param(
            f"{MET} on Tuesday.",
            "[2023-05-15..2023-05-18]",
            (
                "[2023-05-09,2023-05-16]",
                "held",
                True,
                "“Tuesday”, seen from [2023-05-15..2023-05-18]",
            ),
            id="weekday from an uncertain publication → each Tuesday that can be meant",
        ),
        # status and day have to fit
        pytest.param(
            f"{MEETS} on 16 May 2023.",
            THURSDAY,
            ("2023-05-16", "held", True, "“16 May 2023”"),
            id="a plan whose day has passed is held",
        ),
        pytest.param(
            f"{MEETS} on 18 May 2023.",
            THURSDAY,
            ("2023-05-18", "planned", True, "“18 May 2023”"),
            id="a plan for the day of publication stays one",
        ),
        pytest.param(
            f"{MET} on 26 May 2023.",
            THURSDAY,
            ("2023-05-26", "planned", True, "“26 May 2023”"),
            id="a past tense of a day to come is a plan",
        ),
        pytest.param(
            "Antony Blinken could meet Catherine Colonna in June.",
            THURSDAY,
            ("2023-06", "hypothetical", True, "“June”, seen from 2023-05-18"),
            id="hypothetical looks ahead",
        ),
        pytest.param(
            "Antony Blinken's meeting with Catherine Colonna on Wednesday was cancelled.",
            "2023-05-15",
            ("2023-05-17", "cancelled", True, "“Wednesday”, seen from 2023-05-15"),
            id="cancelled looks ahead",
        ),
        # no expression
        pytest.param(
            f"{MET}.",
            THURSDAY,
            (
                "[2023-05-17..2023-05-18]",
                "held",
                False,
                "the opening names no day: the day of publication, 2023-05-18, or the day before",
            ),
            id="opening without a day → publication or the day before",
        ),
        pytest.param(
            "Antony Blinken recently met Catherine Colonna in Paris.",
            THURSDAY,
            ("[..2023-05-18]", "held", False, "no day is named: before publication, 2023-05-18"),
            id="opening that says it is not new → before publication",
        ),
        pytest.param(
            f"{_AWAY}{MET}.",
            THURSDAY,
            ("[..2023-05-18]", "held", False, "no day is named: before publication, 2023-05-18"),
            id="far from the opening → before publication",
        ),
        pytest.param(
            f"{MEETS}.",
            THURSDAY,
            ("[2023-05-18..]", "planned", False, "no day is named: after publication, 2023-05-18"),
            id="a plan without a day → not before publication",
        ),
        pytest.param(
            f"{MET}.",
            "[2022-05-20..2024-01-11]",
            (
                "[..2024-01-11]",
                "held",
                False,
                "no day is named: before publication, [2022-05-20..2024-01-11]",
            ),
            id="opening of an article of uncertain day → before publication",
        ),
        # no publication date
        pytest.param(f"{MET}.", "", (None, "held", False, "no date in the text"), id="undated, no day"),
        pytest.param(
            f"{MET} on Tuesday.",
            "",
            (None, "held", False, "no date in the text"),
            id="undated, weekday alone",
        ),
        pytest.param(
            f"{MET} on 16 May 2023.",
            "",
            ("2023-05-16", "held", True, "“16 May 2023”"),
            id="undated, a full day",
        ),
        pytest.param(
            f"{MET}.",
            "[2023-05-16..]",
            (None, "held", False, "no date in the text"),
            id="not before a day → the past has no bound",
        ),
        pytest.param(
            f"{MET}.",
            "2023-05",
            (
                "[2023-04-30..2023-05-31]",
                "held",
                False,
                "the opening names no day: the day of publication, 2023-05, or the day before",
            ),
            id="opening, only the month known → the day before can be in the month before",
            marks=pytest.mark.xfail(
                strict=True,
                reason="the basis allows the day before, the bounds of a month or interval do not",
            ),
        ),
    ],
)
def test_days_of_a_meeting(text: str, published: str, expected: tuple[str | None, str, bool, str]) -> None:
    assert first(text, published) == expected


_MESSAGE = (
    "Trains ran late in the north.\n\n"
    "Good to see @CColonna in Paris. — Secretary Antony Blinken (@SecBlinken) May 11, 2023\n\n"
    "Snow fell. French Foreign Minister Catherine Colonna left."
)


@pytest.mark.parametrize("published", [THURSDAY, "", "[2023-05-11..2023-06-30]"])
def test_embedded_message_has_its_own_day(published: str) -> None:
    assert first(_MESSAGE, published) == (
        "2023-05-11",
        "held",
        True,
        "a message of 2023-05-11 speaks of it",
    )


@pytest.mark.xfail(
    strict=True, reason="the weekday after “good to meet ‹P1›” is not read as the day of the meeting"
)
def test_weekday_in_an_embedded_message_is_seen_from_its_day() -> None:
    text = _MESSAGE.replace("Good to see @CColonna in Paris.", "Good to meet @CColonna on Tuesday.")
    assert first(text, THURSDAY) == ("2023-05-09", "held", True, "“Tuesday”, seen from 2023-05-11")


_JOURNEY = (
    "{who} met Catherine Colonna in Paris this week. Trains ran late. {traveller} flew to Paris on Tuesday."
)


def test_journey_narrows_this_week_of_an_undated_article() -> None:
    text = _JOURNEY.format(who="Antony Blinken", traveller="Blinken")
    assert first(text, "[2023-05-01..2023-05-14]") == (
        "[2023-05-02,2023-05-03,2023-05-09,2023-05-10]",
        "held",
        True,
        "“this week”, the journey there was on “Tuesday”: that day or the day after, "
        "between 2023-05-01 and 2023-05-14",
    )


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(
            _JOURNEY.format(who="Antony Blinken", traveller="Annalena Baerbock"),
            "[2023-05-01..2023-05-14]",
            id="somebody else's journey",
        ),
        pytest.param(
            _JOURNEY.format(who="Antony Blinken", traveller="Blinken").replace(
                "flew to Paris", "flew to Oslo"
            ),
            "[2023-05-01..2023-05-14]",
            id="a journey to somewhere else",
        ),
        pytest.param(
            _JOURNEY.format(who="Antony Blinken", traveller="Blinken").replace("this week", "last week"),
            "[2023-05-01..2023-05-14]",
            id="another week",
        ),
        pytest.param(
            _JOURNEY.format(who="Antony Blinken", traveller="Blinken"), "2023-05-10", id="the day is known"
        ),
    ],
)
def test_other_journeys_narrow_nothing(text: str, published: str) -> None:
    assert "journey" not in first(text, published)[3]
