"""Calendar arithmetic: units around a day, parts of units, months moved."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from helpers.days import Days, day, month, one_of, within, year
from helpers.extract.dates_symbols import (
    Part,
    Unit,
)

#: What "a few" means at most, in the unit.
A_FEW: Final[dict[Unit, int]] = {
    "hour": 24, "day": 14, "week": 8, "weekend": 8, "fortnight": 4, "month": 12, "quarter": 4, "year": 10,
    "decade": 10, "century": 10,
}  # fmt: skip
UNIT_DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}

#: At most this many single days are kept as alternatives.
MAX_ALTERNATIVES: Final = 12


def union(options: Iterable[Days | None]) -> Days | None:
    """Return what may be if one of several values is meant."""
    known = tuple(dict.fromkeys(d for d in options if d is not None))
    if not known:
        return None
    if len(known) == 1:
        return known[0]
    if all(d.kind in ("day", "one_of") for d in known):
        days = {one for d in known for one in d.candidates()}
        if len(days) <= MAX_ALTERNATIVES:
            return one_of(tuple(days))
    return within(min(d.start for d in known), max(d.end for d in known))


def part_of_month(year_: int, month_: int, part: Part) -> Days:
    """Return a month, or its first or second ten days, or the rest."""
    last = calendar.monthrange(year_, month_)[1]
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part, (1, last))
    whole = month(year_, month_)
    return (
        whole if (first, end) == (1, last) else within(date(year_, month_, first), date(year_, month_, end))
    )


def part_of_year(year_: int, part: Part) -> Days:
    """Return a year, or four months of it."""
    if part not in ("early", "mid", "late"):
        return year(year_)
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
    return within(date(year_, first, 1), month(year_, last).end)


def unit_bounds(unit: Unit, offset: int, anchor: date) -> Days:
    """Return the calendar unit `offset` units from the one that holds the anchor."""
    monday = anchor - timedelta(anchor.weekday())
    if unit in ("day", "hour"):
        return day(anchor + timedelta(offset))
    if unit == "week":
        first = monday + timedelta(7 * offset)
        return within(first, first + timedelta(6))
    if unit == "fortnight":
        first = monday + timedelta(14 * offset)
        return within(first, first + timedelta(13))
    if unit == "weekend":
        saturday = monday + timedelta(5 + 7 * offset)
        return within(saturday, saturday + timedelta(1))
    if unit == "month":
        first = add_months(anchor.replace(day=1), offset)
        return month(first.year, first.month)
    if unit == "quarter":
        first = add_months(date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1), 3 * offset)
        return within(first, add_months(first, 3) - timedelta(1))
    if unit == "year":
        return year(anchor.year + offset)
    size = 10 if unit == "decade" else 100
    first_year = anchor.year - anchor.year % size + size * offset
    return within(date(first_year, 1, 1), date(first_year + size - 1, 12, 31))


def third(whole: Days, part: Part) -> Days:
    """Return the early, middle or late third of a unit."""
    if whole.kind == "month":
        return part_of_month(whole.start.year, whole.start.month, part)
    if whole.kind == "year":
        return part_of_year(whole.start.year, part)
    size = -(-whole.n_days // 3)
    skipped = {"early": 0, "mid": (whole.n_days - size) // 2}.get(part, whole.n_days - size)
    first = whole.start + timedelta(skipped)
    return within(first, first + timedelta(size - 1))


def add_months(d: date, n: int) -> date:
    """Return the same day `n` months on, or the last day of that month."""
    index = d.year * 12 + d.month - 1 + n
    number, zero_month = divmod(index, 12)
    return date(number, zero_month + 1, min(d.day, calendar.monthrange(number, zero_month + 1)[1]))


def move(anchor: date, count: int, unit: Unit) -> date:
    """Return the day `count` units on."""
    if unit == "hour":
        return anchor + timedelta(count // 24)
    if unit in UNIT_DAYS:
        return anchor + timedelta(count * UNIT_DAYS[unit])
    return add_months(anchor, count * _UNIT_MONTHS[unit])
