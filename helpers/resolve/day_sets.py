"""Sets of days as ascending, disjoint intervals, and where most of them agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from helpers.days import Days, one_of, within

Interval: TypeAlias = tuple[date, date]
DaySet: TypeAlias = tuple[Interval, ...]

#: More single intervals than this are given by their hull.
MAX_LISTED = 12
_ALL: Interval = (date.min, date.max)


def day_set(options: Iterable[Days]) -> DaySet:
    """Return the days of several values as one set.

    Examples
    --------
    >>> from helpers.days import parse_edtf
    >>> a, b = day_set([parse_edtf("2022-05"), parse_edtf("2022-06-01")])[0]
    >>> a.isoformat(), b.isoformat()
    ('2022-05-01', '2022-06-01')
    """
    intervals: list[Interval] = []
    for days in options:
        intervals += [(d, d) for d in days.days] if days.kind == "one_of" else [(days.start, days.end)]
    return _joined(sorted(intervals))


def _joined(intervals: Sequence[Interval]) -> DaySet:
    """Join intervals, given in order, that touch or overlap."""
    out: list[Interval] = []
    for start, end in intervals:
        if out and (out[-1][1] == date.max or start <= out[-1][1] + timedelta(1)):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def meet(a: DaySet, b: DaySet) -> DaySet:
    """Return the days in both sets, in linear time."""
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        start, end = max(a[i][0], b[j][0]), min(a[i][1], b[j][1])
        if start <= end:
            out.append((start, end))
        if a[i][1] < b[j][1]:
            i += 1
        else:
            j += 1
    return tuple(out)


def agreed(sets: Sequence[tuple[DaySet, int]]) -> DaySet:
    """Return the days on which most can be true, by the sum of the weights.

    Parameters
    ----------
    sets : sequence of (DaySet, int)
        Each claim's days and its weight.

    Returns
    -------
    DaySet
        All days with the greatest sum; every day where there is no claim.
    """
    changes: dict[date, int] = {date.min: 0}
    for days, weight in sets:
        for start, end in days:
            changes[start] = changes.get(start, 0) + weight
            if end < date.max:
                after = end + timedelta(1)
                changes[after] = changes.get(after, 0) - weight
    marks = sorted(changes)
    best, total, found = -1, 0, [_ALL]
    for i, mark in enumerate(marks):
        total += changes[mark]
        if total > best:
            best, found = total, []
        if total == best:
            found.append((mark, marks[i + 1] - timedelta(1) if i + 1 < len(marks) else date.max))
    return _joined(found)


def as_days(days: DaySet) -> Days | None:
    """Return a set as one value: a day, some days, or the bounds.

    None if the set is empty or has no bound on either side.
    """
    if not days or (days[0][0], days[-1][1]) == _ALL:
        return None
    singles = [d for start, end in days if start == end for d in (start,)]
    if len(singles) == len(days) <= MAX_LISTED:
        return one_of(tuple(singles))
    return within(days[0][0], days[-1][1])
