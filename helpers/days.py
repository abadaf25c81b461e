"""Days: what is known of a date, as inclusive bounds with a meaning.

A `Days` value says between which two days something lies and in which sense:
one day, a span that lasts, one of a few days, or some day in between. It is
written as EDTF (Extended Date/Time Format, ISO 8601-2:2019, as profiled at
https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal["day", "span", "within", "one_of", "month", "year"]

#: The number of alternatives up to which EDTF lists them one by one.
MAX_LISTED = 12


@dataclass(frozen=True, slots=True)
class Days:
    """Inclusive bounds of a date and what is meant by them.

    Attributes
    ----------
    start, end : datetime.date
        First and last possible day, inclusive.
    kind : {'day', 'span', 'within', 'one_of', 'month', 'year'}
        ``day``: this one day. ``span``: it lasted from start to end. ``within``:
        some day in between. ``one_of``: one of `days`. ``month`` and ``year``:
        some day in this calendar month or year.
    days : tuple of datetime.date
        The candidates of ``one_of``, ascending; empty otherwise.
    """

    start: date
    end: date
    kind: Kind
    days: tuple[date, ...] = ()

    @property
    def edtf(self) -> str:
        """The value in Extended Date/Time Format.

        Examples
        --------
        >>> day(date(2022, 5, 11)).edtf, within(date(2022, 9, 21), date(2022, 10, 25)).edtf
        ('2022-05-11', '[2022-09-21..2022-10-25]')
        """
        if self.kind == "day":
            return self.start.isoformat()
        if self.kind == "month":
            return f"{self.start.year:04d}-{self.start.month:02d}"
        if self.kind == "year":
            return f"{self.start.year:04d}"
        if self.kind == "span":
            return f"{self.start.isoformat()}/{self.end.isoformat()}"
        if self.kind == "one_of" and len(self.days) <= MAX_LISTED:
            return "[" + ",".join(d.isoformat() for d in self.days) + "]"
        first = "" if self.start == date.min else self.start.isoformat()
        last = "" if self.end == date.max else self.end.isoformat()
        return f"[{first}..{last}]"

    @property
    def is_open(self) -> bool:
        """Whether one side has no bound: "not before 21 September 2022"."""
        return self.start == date.min or self.end == date.max

    @property
    def n_days(self) -> int:
        """Number of days from start to end, both included."""
        return (self.end - self.start).days + 1

    def candidates(self) -> tuple[date, ...]:
        """Return every day on which it can be (for a span: every day of it).

        Raises
        ------
        ValueError
            If one side has no bound, so that there is no end to them.
        """
        if self.is_open:
            raise ValueError(f"Days {self.edtf} has an open side: it has no list of days. Use start and end.")
        if self.kind == "one_of":
            return self.days
        return tuple(self.start + timedelta(i) for i in range(self.n_days))

    def overlaps(self, other: Days) -> bool:
        """Tell whether some day is possible for both."""
        return intersect(self, other) is not None


def day(d: date) -> Days:
    """Return the value for one known day."""
    return Days(d, d, "day")


def span(start: date, end: date) -> Days:
    """Return the value for something that lasted from `start` to `end`."""
    return day(start) if start == end else Days(start, end, "span")


def within(start: date, end: date) -> Days:
    """Return the value for some day from `start` to `end`."""
    return day(start) if start == end else Days(start, end, "within")


def since(first: date) -> Days:
    """Return the value for some day from `first` on, with no upper bound.

    Examples
    --------
    >>> since(date(2022, 9, 21)).edtf, until(date(2022, 10, 25)).edtf
    ('[2022-09-21..]', '[..2022-10-25]')
    """
    return within(first, date.max)


def until(last: date) -> Days:
    """Return the value for some day up to `last`, with no lower bound."""
    return within(date.min, last)


def one_of(days: tuple[date, ...]) -> Days:
    """Return the value for one of several days; they may come in any order."""
    ordered = tuple(sorted(set(days)))
    if not ordered:
        raise ValueError("one_of() got no day; give at least one.")
    if len(ordered) == 1:
        return day(ordered[0])
    if (ordered[-1] - ordered[0]).days + 1 == len(ordered):
        return Days(ordered[0], ordered[-1], "within")
    return Days(ordered[0], ordered[-1], "one_of", ordered)


def month(year: int, number: int) -> Days:
    """Return the value for some day in a calendar month."""
    return Days(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int) -> Days:
    """Return the value for some day in a calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year")


def intersect(a: Days, b: Days) -> Days | None:
    """Return what two statements about the same day leave, or None.

    The narrower meaning survives: a span stays a span where the other value
    contains it whole; candidates of ``one_of`` are filtered.

    Examples
    --------
    >>> intersect(month(2022, 5), within(date(2022, 5, 30), date(2022, 6, 2))).edtf
    '[2022-05-30..2022-05-31]'
    """
    start, end = max(a.start, b.start), min(a.end, b.end)
    if start > end:
        return None
    for x, y in ((a, b), (b, a)):
        if x.kind == "one_of":
            left = tuple(d for d in x.days if start <= d <= end and (y.kind != "one_of" or d in y.days))
            return one_of(left) if left else None
    for x in (a, b):
        if (x.start, x.end) == (start, end):
            return x
    if "span" in (a.kind, b.kind):
        return span(start, end)
    return within(start, end)


_ISO = r"(\d{4})-(\d{2})-(\d{2})"


def parse_edtf(text: str) -> Days:
    """Parse the EDTF strings that this package writes.

    Parameters
    ----------
    text : str
        A day, month or year, ``a/b``, ``[a..b]``, ``[a..]``, ``[..b]`` or ``[a,b,c]``.

    Returns
    -------
    Days

    Raises
    ------
    ValueError
        If the text is none of these or names an impossible day; the message
        shows the text and what is allowed.

    Examples
    --------
    >>> parse_edtf("2025-03-05/2025-03-06").n_days
    2
    """
    try:
        if re.fullmatch(_ISO, text):
            return day(date.fromisoformat(text))
        if match := re.fullmatch(r"(\d{4})-(\d{2})", text):
            return month(int(match[1]), int(match[2]))
        if match := re.fullmatch(r"\d{4}", text):
            return year(int(match[0]))
        if re.fullmatch(rf"{_ISO}/{_ISO}", text):
            first, last = (date.fromisoformat(p) for p in text.split("/"))
            if first <= last:
                return Days(first, last, "span")
        if re.fullmatch(rf"\[(?:{_ISO})?\.\.(?:{_ISO})?\]", text) and text != "[..]":
            low, high = text[1:-1].split("..")
            first = date.fromisoformat(low) if low else date.min
            last = date.fromisoformat(high) if high else date.max
            if first <= last:
                return Days(first, last, "within")
        if re.fullmatch(rf"\[{_ISO}(,{_ISO})+\]", text):
            return one_of(tuple(date.fromisoformat(p) for p in text[1:-1].split(",")))
    except ValueError as error:
        raise ValueError(f"Impossible date in EDTF {text!r}: {error}. Use a day of the calendar.") from error
    raise ValueError(
        f"Cannot read EDTF {text!r}. Allowed: 'YYYY-MM-DD', 'YYYY-MM', 'YYYY', 'day/day', '[day..day]', "
        "'[day..]', '[..day]', '[day,day,…]' in ascending order. Correct the value."
    )
