"""Dates in an article's own words that bound the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from helpers.days import Days, day, since, until, within
from helpers.extract.dates_symbols import (
    Absolute,
    Between,
    MonthRef,
    Symbol,
    WeekdayRef,
    YearRef,
    symbol_base,
)
from helpers.extract.facts import Dateline, DateMention
from helpers.resolve.constraints import AHEAD, Constraint, Kind, Tense, among, each_year, sentence_at
from helpers.resolve.dates import resolve_date

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: A day without a year lies at most so many days from the day of publication.
SAME_YEAR: Final = 330
#: Verbs before a date: only a past one tells it as past, not "to start" or "is ready".
_VERB: Final = re.compile(
    r"\b(?:(?P<no>is|are|am|can|be|must|to(?=\s(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z])"
    r"|(?:in|for|of|by|about)\s[a-z]+ing)|(?P<past>was|were|had|has|have|did|said|told|met|held|spoke"
    r"|went|came|took"
    r"|gave|made|began|sent|left|flew|led|wrote|got|saw|put|ran|set|brought|became|found|won|lost|fell"
    r"|grew|rose"
    r"|broke|chose|kept|built|bought|sold|shot|died|[a-z]{2,}ed))\b"
)
_TO_COME: Final = re.compile(
    r"(?:\b(?:will|shall|(?:is|are)\s(?:to|set|due|scheduled|expected|planned|going))\b|['’]ll\b)"
    r"(?:(?!\b(?:was|were|had|has|have|did|said|told|met|[a-z]{2,}ed)\b)[^.;:!?])*$"
)
_IN_YEAR: Final = re.compile(
    r"\b(?:in|since|during|from|on|late|early|mid|of)[\s-](?:the\s)?$", re.IGNORECASE
)


def dateline_constraint(text: str, dateline: Dateline) -> Constraint | None:
    """Return what a dateline's date says, or None if it has none.

    A dateline without a year gives that day of every year.
    """
    if dateline.date is None:
        return None
    mention = dateline.date
    surface = " ".join(text[mention.start : mention.end].split())
    reason = f"dateline: {surface}"
    symbol = mention.symbol
    if isinstance(symbol, Absolute) and symbol.year is None:
        options = tuple(day(d) for d in each_year(symbol))
    else:
        resolved = resolve_date(symbol, None)
        options = () if resolved is None else (resolved,)
    return among(options, reason, dateline.start, dateline.end, "dateline")


def dateline_slips(text: str, dateline: Dateline) -> list[str]:
    """Return what is wrong with a dateline's own date: no such day, or another weekday."""
    symbol = None if dateline.date is None else dateline.date.symbol
    if dateline.date is None or not isinstance(symbol, Absolute) or symbol.year is None:
        return []
    surface = " ".join(text[dateline.date.start : dateline.date.end].split())
    days = resolve_date(symbol, None)
    if days is None:
        return [f"the dateline's {surface} is no day of the calendar"]
    if symbol.weekday is not None and symbol.weekday != days.start.weekday():
        return [f"the dateline says {surface}, but that day was a {_WEEKDAYS[days.start.weekday()]}"]
    return []


def bare_weekdays(text: str, dates: Sequence[DateMention], tense: Tense, wanted: str) -> tuple[str, ...]:
    """Return the weekdays without a date that clauses of a tense name, in order of the week."""
    found = {
        m.symbol.weekday
        for m in dates
        if isinstance(m.symbol, WeekdayRef)
        and not m.symbol.direction
        and m.symbol.week is None
        and (tense(m.start) or "past") == wanted
    }
    return tuple(_WEEKDAYS[number] for number in sorted(found))


def find_stated_dates(text: str, dates: Sequence[DateMention], clause_tense: Tense) -> Iterator[Constraint]:
    """Find the calendar dates that a text tells as past or as still to come.

    Parameters
    ----------
    text : str
        The article, boilerplate masked.
    dates : sequence of DateMention
        Its date expressions.
    clause_tense : callable
        Offset to past, future or empty; without a tense a date says nothing.

    Yields
    ------
    Constraint
        Not before a past date, not after a future one; a day without a year
        lies less than a year away.
    """
    seen: set[tuple[str, Days | Symbol]] = set()
    for mention in dates:
        if not isinstance(mention.symbol, Absolute | MonthRef | YearRef | Between):
            continue
        tense = clause_tense(mention.start)
        if tense not in ("past", "future"):
            continue
        resolved = resolve_date(mention.symbol, None)
        if resolved is None:
            symbol = mention.symbol
            if (
                isinstance(symbol, Absolute)
                and symbol_base(symbol) == "anchor"
                and (tense, symbol) not in seen
            ):
                seen.add((tense, symbol))
                yield from _yearless(text, mention, symbol, tense)
            continue
        if (tense, resolved) in seen:
            continue
        seen.add((tense, resolved))
        surface = " ".join(text[mention.start : mention.end].split())
        if tense == "past" and _is_safely_past(text, mention):
            reason = f"it tells of {surface} as past"
            yield Constraint(since(resolved.start), reason, mention.start, mention.end, "stated_date")
        elif tense == "future" and not isinstance(mention.symbol, YearRef | Between):
            reason = f"it speaks of {surface} as still to come"
            yield Constraint(until(resolved.end), reason, mention.start, mention.end, "stated_date")


def _is_safely_past(text: str, mention: DateMention) -> bool:
    """Tell a told date from one that only stands beside a past verb ("elections in 2023")."""
    start, end = sentence_at(text, mention.start)
    if AHEAD.search(text, start, end) or re.match(r"\s+or\s", text[mention.end : mention.end + 5]):
        return False
    before = list(_VERB.finditer(text, start, mention.start))
    verb = before[-1] if before else _VERB.search(text, mention.end, end)
    if verb is None or verb["no"]:
        return False
    if isinstance(mention.symbol, YearRef | Between):
        return _IN_YEAR.search(text[max(0, mention.start - 12) : mention.start]) is not None
    return True


def _is_safely_future(text: str, mention: DateMention) -> bool:
    """Tell whether the verb right before a date says that it is still to come."""
    start, _ = sentence_at(text, mention.start)
    return _TO_COME.search(text[start : mention.start]) is not None


def _yearless(text: str, mention: DateMention, symbol: Absolute, tense: str) -> Iterator[Constraint]:
    """Yield: within a year before or after a day without a year."""
    if symbol.month is None or symbol.year_offset is not None:
        return
    if not (_is_safely_past if tense == "past" else _is_safely_future)(text, mention):
        return
    far = timedelta(SAME_YEAR)
    days = each_year(symbol)
    if tense == "past":
        options = _without_ends([(d, d + far) for d in days])
    else:
        options = _without_ends([(d - far, d) for d in days])
    surface = " ".join(text[mention.start : mention.end].split())
    word = "past" if tense == "past" else "still to come"
    kind: Kind = "stated_date" if symbol.weekday is None else "weekday"
    reason = f"it speaks of {surface}, without a year, as {word}"
    found = among(options, reason, mention.start, mention.end, kind)
    if found is not None:
        yield found


def _without_ends(intervals: list[tuple[date, date]]) -> tuple[Days, ...]:
    """Open the first and last interval: the years that are looked at are no bound."""
    if not intervals:
        return ()
    (_, first_end), (last_start, _) = intervals[0], intervals[-1]
    return (until(first_end), *(within(a, b) for a, b in intervals[1:-1]), since(last_start))


def find_weekday_arithmetic(text: str, dates: Sequence[DateMention], tense: Tense) -> Iterator[Constraint]:
    """Yield the years in which "March 5-6" are the "Wednesday and Thursday" of the same text.

    Two expressions for the same number of days in a row, both still to come,
    mean the same days; bare weekdays to come are at most six days ahead.
    """
    weekdays: dict[Between, DateMention] = {}
    spans: dict[Between, DateMention] = {}
    for mention in dates:
        symbol = mention.symbol
        if isinstance(symbol, Between) and _is_yearless_span(symbol) and tense(mention.start) != "past":
            spans.setdefault(symbol, mention)
        elif isinstance(symbol, Between) and _is_weekday_span(symbol) and tense(mention.start) == "future":
            weekdays.setdefault(symbol, mention)
    for days, mention in spans.items():
        last = days.last
        for names, other in weekdays.items():
            if not isinstance(days.first, Absolute) or not isinstance(names.first, WeekdayRef):
                continue
            length = _length(names)
            first = Absolute(None, days.first.month, days.first.day, names.first.weekday)
            options = tuple(
                within(d - timedelta(6), d) for d in each_year(first) if _is_day(d + timedelta(length), last)
            )
            surface, named = (" ".join(text[m.start : m.end].split()) for m in (mention, other))
            reason = f"{surface}, still to come, are a {named}, so at most six days ahead"
            found = among(options, reason, mention.start, mention.end, "weekday")
            if found is not None:
                yield found


def _is_weekday_span(symbol: Between) -> bool:
    first, last = symbol.first, symbol.last
    return isinstance(first, WeekdayRef) and isinstance(last, WeekdayRef) and not last.direction


def _length(names: Between) -> int:
    """Return how many days after the first weekday the last one is."""
    first, last = names.first, names.last
    return (
        (last.weekday - first.weekday) % 7
        if isinstance(first, WeekdayRef) and isinstance(last, WeekdayRef)
        else 0
    )


def _is_yearless_span(symbol: Between) -> bool:
    first, last = symbol.first, symbol.last
    if not isinstance(first, Absolute) or not isinstance(last, Absolute):
        return False
    return first.year is None and last.year is None and first.month is not None and last.month is not None


def _is_day(d: date, symbol: Symbol) -> bool:
    return isinstance(symbol, Absolute) and (d.month, d.day) == (symbol.month, symbol.day)
