"""Dates resolved: a symbol and an anchor day become days.

Pure functions over `helpers.extract.dates_symbols`. Where nothing is known (no
anchor, an impossible day, a word like "recently") the answer is None, never a
guess. The conventions are those of English-language news:

- a weekday in a past clause is the last such day up to the anchor, the anchor
  day included; in a future clause the next one; without a tense the last one
- a day without a year is that of the nearest year; where that is over two months
  away, of the year that the tense points to
- weeks are ISO weeks, Monday to Sunday
- "n units ago" is rounded: half a unit on both sides, except for days
- a few days are at most 14, a few weeks 8 weeks, a few months 12, a few years 10
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from helpers.days import Days, within
from helpers.extract.dates_symbols import Absolute, MonthRef, Symbol, symbol_base
from helpers.resolve.calendar_units import union
from helpers.resolve.date_rules import resolve_on

#: Anchor intervals up to this length are enumerated day by day, longer ones by their ends.
MAX_ENUMERATED: Final = 120
#: For days and months without a year, anchors up to this length are sampled.
MAX_SAMPLED: Final = 4_000


def resolve_date(symbol: Symbol, anchor: Days | None, tense: str = "") -> Days | None:
    """Resolve a date symbol against the day it is relative to.

    Parameters
    ----------
    symbol : Symbol
        A symbol of `helpers.extract.dates_symbols`.
    anchor : Days or None
        The day of publication, of the quotation, or for symbols whose base is
        ``expression`` the day of the expression before. An interval gives every
        day that some day of it would give. None resolves full dates only.
    tense : {'', 'past', 'future'}
        Tense of the clause.

    Returns
    -------
    Days or None
        None if nothing bounds it: no anchor, an impossible day, "recently".

    Examples
    --------
    >>> from helpers.days import parse_edtf
    >>> from helpers.extract.dates_symbols import WeekdayRef
    >>> resolve_date(WeekdayRef(1), parse_edtf("2023-05-18"), "past").edtf
    '2023-05-16'
    """
    try:
        if symbol_base(symbol) == "event":
            return None
        if symbol_base(symbol) == "":
            return resolve_on(symbol, date(2000, 1, 1), tense)
        return None if anchor is None else _resolve(symbol, anchor, tense)
    except (ValueError, OverflowError):
        return None


def resolve_dates(
    symbols: Sequence[Symbol], anchor: Days | None, tenses: Sequence[str] = ()
) -> tuple[Days | None, ...]:
    """Resolve the date symbols of a text in order, each "two days later" by the one before.

    Parameters
    ----------
    symbols : sequence of Symbol
        In the order of the text.
    anchor : Days or None
        The day of publication.
    tenses : sequence of str
        Tense of each clause; missing ones count as unknown.

    Returns
    -------
    tuple of Days or None
        One for each symbol.

    Examples
    --------
    >>> from helpers.extract.dates_symbols import Absolute, Shifted
    >>> two_later = Shifted(2, "day", 1, "expression")
    >>> [d.edtf for d in resolve_dates([Absolute(2022, 5, 30), two_later], None)]
    ['2022-05-30', '2022-06-01']
    """
    out: list[Days | None] = []
    before: Days | None = None
    for i, symbol in enumerate(symbols):
        tense = tenses[i] if i < len(tenses) else ""
        days = resolve_date(symbol, before if symbol_base(symbol) == "expression" else anchor, tense)
        out.append(days)
        if days is not None and days.n_days <= 40:
            before = days
    return tuple(out)


@lru_cache(maxsize=65_536)
def _resolve(symbol: Symbol, anchor: Days, tense: str) -> Days | None:
    """Resolve against an interval: the union over its days."""
    if anchor.start == anchor.end:
        return resolve_on(symbol, anchor.start, tense)
    if anchor.kind == "one_of":
        return union(resolve_on(symbol, d, tense) for d in anchor.days)
    if anchor.n_days <= MAX_ENUMERATED:
        return union(resolve_on(symbol, anchor.start + timedelta(i), tense) for i in range(anchor.n_days))
    if isinstance(symbol, Absolute | MonthRef) and anchor.n_days <= MAX_SAMPLED:
        # A day or month of the year: the same for months of anchors, so a few of them show all.
        samples = (anchor.start + timedelta(i) for i in range(0, anchor.n_days, 10))
        return union(resolve_on(symbol, d, tense) for d in (*samples, anchor.end))
    first = None if anchor.start == date.min else resolve_on(symbol, anchor.start, tense)
    last = None if anchor.end == date.max else resolve_on(symbol, anchor.end, tense)
    if first is None and last is None:
        return None
    return within(
        first.start if first else date.min,
        last.end if last else date.max,
    )
