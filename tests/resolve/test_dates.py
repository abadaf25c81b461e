"""Symbols become days: a table of sentence, anchor, tense and EDTF."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.days import Days, day, parse_edtf, within
from helpers.extract.dates import find_dates
from helpers.extract.dates_symbols import Absolute, RelativeUnit, Shifted, WeekdayRef
from helpers.resolve.dates import resolve_date, resolve_dates
from helpers.resolve.holidays import find_holiday


def resolved(text: str, anchor: str, tense: str) -> str | None:
    """Resolve the first date expression of a sentence."""
    days = resolve_date(find_dates(text)[0].symbol, parse_edtf(anchor) if anchor else None, tense)
    return None if days is None else days.edtf


THURSDAY = "2023-05-18"
TABLE = [
    # weekdays: past the last one, the day itself included; future the next one
    ("They met on Tuesday.", THURSDAY, "past", "2023-05-16"),
    ("They met on Thursday.", THURSDAY, "past", "2023-05-18"),
    ("They met on Friday.", THURSDAY, "past", "2023-05-12"),
    ("They meet on Tuesday.", THURSDAY, "future", "2023-05-23"),
    ("They meet on Thursday.", THURSDAY, "future", "2023-05-18"),
    ("The Tuesday talks.", THURSDAY, "", "2023-05-16"),
    ("They met last Friday.", THURSDAY, "past", "2023-05-12"),
    ("They met last Tuesday.", THURSDAY, "past", "[2023-05-09,2023-05-16]"),
    ("They meet next Monday.", THURSDAY, "future", "2023-05-22"),
    ("They meet next Friday.", THURSDAY, "future", "[2023-05-19,2023-05-26]"),
    ("They met this Tuesday.", THURSDAY, "past", "2023-05-16"),
    ("They met this past Thursday.", THURSDAY, "past", "2023-05-11"),
    ("They meet this coming Thursday.", THURSDAY, "future", "2023-05-25"),
    ("They met on Monday of last week.", THURSDAY, "past", "2023-05-08"),
    ("They meet on Monday, next week.", THURSDAY, "future", "2023-05-22"),
    ("They met on Monday and Tuesday.", THURSDAY, "past", "2023-05-15/2023-05-16"),
    ("They meet from Friday to Sunday.", THURSDAY, "future", "2023-05-19/2023-05-21"),
    # days near by
    ("They met yesterday evening.", THURSDAY, "past", "2023-05-17"),
    ("They meet tomorrow.", THURSDAY, "future", "2023-05-19"),
    ("They met the day before yesterday.", THURSDAY, "past", "2023-05-16"),
    ("They met overnight.", THURSDAY, "past", "2023-05-17/2023-05-18"),
    ("They met three days ago.", THURSDAY, "past", "2023-05-15"),
    ("They met 48 hours ago.", THURSDAY, "past", "2023-05-16"),
    ("They met 30 hours ago.", THURSDAY, "past", "[2023-05-16..2023-05-17]"),
    # weeks, months and years
    ("They met this week.", "2021-10-30", "past", "[2021-10-25..2021-10-30]"),
    ("They meet this week.", THURSDAY, "future", "[2023-05-18..2023-05-21]"),
    ("They met last week.", THURSDAY, "past", "[2023-05-08..2023-05-14]"),
    ("They met last weekend.", THURSDAY, "past", "[2023-05-13..2023-05-14]"),
    ("They met over the weekend.", THURSDAY, "past", "[2023-05-13..2023-05-14]"),
    ("They meet over the weekend.", THURSDAY, "future", "[2023-05-20..2023-05-21]"),
    ("They were to meet this weekend.", THURSDAY, "past", "[2023-05-20..2023-05-21]"),
    ("They met this weekend.", "2023-05-15", "past", "[2023-05-13..2023-05-14]"),
    ("They met last month.", "2023-01-31", "past", "2022-12"),
    ("They meet again in the next month.", "2022-05-12", "future", "2022-06"),
    ("They met earlier this month.", THURSDAY, "past", "[2023-05-01..2023-05-18]"),
    ("They meet later this month.", THURSDAY, "future", "[2023-05-18..2023-05-31]"),
    ("They met early last month.", THURSDAY, "past", "[2023-04-01..2023-04-10]"),
    ("They met this year.", THURSDAY, "past", "[2023-01-01..2023-05-18]"),
    ("They meet next year.", THURSDAY, "future", "2024"),
    ("They met a week ago.", THURSDAY, "past", "[2023-05-08..2023-05-14]"),
    ("They met a few days ago.", THURSDAY, "past", "[2023-05-04..2023-05-17]"),
    ("They meet in the coming days.", THURSDAY, "future", "[2023-05-18..2023-06-01]"),
    ("They meet in the next two weeks.", THURSDAY, "future", "[2023-05-18..2023-06-01]"),
    ("They met in the past two months.", "2023-04-30", "past", "[2023-02-28..2023-04-30]"),
    ("They met recently.", THURSDAY, "past", None),
    # days without a year: the nearest, beyond two months the tense decides
    ("They met on October 29.", "2019-11-07", "past", "2019-10-29"),
    ("They met on December 31.", "2020-01-05", "past", "2019-12-31"),
    ("It was due on October 15.", "2020-10-12", "past", "2020-10-15"),
    ("They met on 3 September.", THURSDAY, "past", "2022-09-03"),
    ("They meet on 3 September.", THURSDAY, "future", "2023-09-03"),
    ("They meet on March 25 to April 2.", "2023-03-13", "future", "2023-03-25/2023-04-02"),
    ("They met December 31 to January 2.", "2020-01-05", "past", "2019-12-31/2020-01-02"),
    ("They met on Wednesday, March 5.", "2025-04-01", "past", "2025-03-05"),
    ("They met on September 20 of last year.", THURSDAY, "past", "2022-09-20"),
    ("They sit on June 23-24 this year.", "2022-06-17", "", "2022-06-23/2022-06-24"),
    ("They met on the 5th.", THURSDAY, "past", "2023-05-05"),
    ("They met on 29 February.", "2023-03-10", "past", "2020-02-29"),
    # months, seasons, years
    ("They met in late July.", "2019-09-25", "past", "[2019-07-21..2019-07-31]"),
    ("They met in October.", THURSDAY, "past", "2022-10"),
    ("They meet in October.", THURSDAY, "future", "2023-10"),
    ("They met last April.", "2020-01-05", "past", "2019-04"),
    ("They met in December 2022.", THURSDAY, "past", "2022-12"),
    ("They meet between March and May.", "2023-01-10", "future", "[2023-03-01..2023-05-31]"),
    ("They met in March of last year.", THURSDAY, "past", "2022-03"),
    ("They met last winter.", THURSDAY, "past", "[2022-12-01..2023-03-20]"),
    ("They met in late 2022.", THURSDAY, "past", "[2022-09-01..2022-12-31]"),
    ("Trade fell in the second half of last year.", THURSDAY, "past", "[2022-07-01..2022-12-31]"),
    ("They met at Christmas.", "2023-01-10", "past", "2022-12-25"),
    ("They meet in the week of June 5.", THURSDAY, "future", "[2023-06-05..2023-06-11]"),
    # what needs no anchor
    ("They met on 11/05/2022.", "", "past", "[2022-05-11,2022-11-05]"),
    ("They met in 1943.", "", "past", "1943"),
    ("They met on 5-6 March 2025.", "", "", "2025-03-05/2025-03-06"),
    ("It is the 80th anniversary of the pact made in 1943.", "", "", "2023"),
    # what does
    ("They met on Tuesday.", "", "past", None),
    ("They met on March 5.", "", "past", None),
    # what is no day, or hangs on something undated
    ("They met on 31 February 2023.", THURSDAY, "past", None),
    ("They met on the eve of the vote.", THURSDAY, "past", None),
    ("They met the day before the vote.", THURSDAY, "past", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "tense", "edtf"), TABLE)
def test_a_date_is_resolved(text: str, anchor: str, tense: str, edtf: str | None) -> None:
    assert resolved(text, anchor, tense) == edtf


@pytest.mark.parametrize(
    ("text", "anchor", "tense", "edtf"),
    [
        ("They met on Tuesday.", "[2022-09-27..2022-10-12]", "past", "[2022-09-27,2022-10-04,2022-10-11]"),
        ("They met last week.", "[2025-03-03..2025-03-05]", "past", "[2025-02-24..2025-03-02]"),
        ("They meet on Thursday.", "[2025-03-03..2025-03-05]", "future", "2025-03-06"),
        ("They met last month.", "[2025-03-03..2025-04-05]", "past", "[2025-02-01..2025-03-31]"),
        ("They met yesterday.", "2015-10", "past", "[2015-09-30..2015-10-30]"),
        ("They met on Tuesday.", "2022", "past", "[2021-12-28..2022-12-27]"),
        ("They met on Tuesday.", "[2022-09-21..]", "past", "[2022-09-20..]"),
        ("They meet on October 27.", "2015-10", "future", "2015-10-27"),
        ("They met on June 3.", "[2022-09-06..2023-11-13]", "past", "[2022-06-03,2023-06-03]"),
        ("They met on 11 May 2022.", "[2022-09-21..]", "past", "2022-05-11"),
    ],
)  # fmt: skip
def test_an_uncertain_anchor_gives_every_day_that_can_be_meant(
    text: str, anchor: str, tense: str, edtf: str
) -> None:
    assert resolved(text, anchor, tense) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They spoke on May 30, 2022 and met two days later.", ["2022-05-30", "2022-06-01"]),
        ("They met on Tuesday; the day before, he flew in.", ["2023-05-16", "2023-05-15"]),
        ("They met on 3 May and signed that day.", ["2023-05-03", "2023-05-03"]),
        ("They met on 3 May and the following Tuesday.", ["2023-05-03", "2023-05-09"]),
        ("They met on 3 May 2020. That September they met again.", ["2020-05-03", "2020-09"]),
        ("Two days later they met.", [None]),
    ],
)
def test_an_expression_that_leans_on_another_follows_it(text: str, edtf: list[str | None]) -> None:
    symbols = [m.symbol for m in find_dates(text)]
    found = resolve_dates(symbols, parse_edtf(THURSDAY), ["past"] * len(symbols))
    assert [d.edtf if d else None for d in found] == edtf


ANCHORS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
SYMBOLS = st.sampled_from([m.symbol for row in TABLE for m in find_dates(row[0])])


@given(SYMBOLS, ANCHORS, ANCHORS, st.sampled_from(["past", "future", ""]))
def test_bounds_are_in_order_on_any_day_of_any_year(symbol: object, a: date, b: date, tense: str) -> None:
    for anchor in (day(a), within(min(a, b), max(a, b))):
        days = resolve_date(symbol, anchor, tense)  # type: ignore[arg-type]
        assert days is None or (isinstance(days, Days) and days.start <= days.end)


@given(st.integers(0, 6), st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_a_weekday_lies_within_a_week_on_the_side_of_the_tense(weekday: int, anchor: date) -> None:
    past = resolve_date(WeekdayRef(weekday), day(anchor), "past")
    future = resolve_date(WeekdayRef(weekday), day(anchor), "future")
    assert past is not None and future is not None
    assert past.start.weekday() == future.start.weekday() == weekday
    assert 0 <= (anchor - past.start).days < 7
    assert 0 <= (future.start - anchor).days < 7


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 100))
def test_an_interval_contains_what_each_of_its_days_gives(anchor: date, more: int) -> None:
    whole = within(anchor, date.fromordinal(anchor.toordinal() + more))
    for symbol in (WeekdayRef(2), RelativeUnit("month", -1), Shifted(3, "week", -1), Absolute(None, 3, 5)):
        one, many = resolve_date(symbol, day(anchor), "past"), resolve_date(symbol, whole, "past")
        assert one is not None and many is not None
        assert many.start <= one.start <= one.end <= many.end


def test_the_calendar_ends_without_a_crash() -> None:
    assert resolve_date(Shifted(5_000, "year", -1), day(date(2020, 1, 1)), "") is None
    assert resolve_date(Absolute(99_999, 1, 1), None) is None
    assert resolve_date(Absolute(0, 1, 1), None) is None


@pytest.mark.parametrize(
    ("name", "year", "found"),
    [
        ("easter sunday", 2024, date(2024, 3, 31)),
        ("easter sunday", 2019, date(2019, 4, 21)),
        ("good friday", 2023, date(2023, 4, 7)),
        ("whit monday", 2022, date(2022, 6, 6)),
        ("thanksgiving", 2022, date(2022, 11, 24)),
        ("memorial day", 2023, date(2023, 5, 29)),
        ("christmas", 2020, date(2020, 12, 25)),
        ("no such day", 2020, None),
        ("christmas", 1200, None),
    ],
)
def test_holidays_fall_on_their_days(name: str, year: int, found: date | None) -> None:
    assert find_holiday(name, year) == found
