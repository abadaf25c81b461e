"""Dated events that an article mentions: it is not older than they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from operator import attrgetter
from typing import Final

from helpers.days import Days, day, since, within
from helpers.extract.dates_symbols import (
    RelativeUnit,
    Shifted,
    Symbol,
    WeekdayRef,
    symbol_base,
)
from helpers.extract.facts import DateMention
from helpers.knowledge.tables import Event, Knowledge
from helpers.literals import PatternFilter, find_needs
from helpers.resolve.constraints import AHEAD, Constraint, Tense, sentence_at
from helpers.resolve.dates import resolve_date

#: How often at most one event is looked for in one article.
MAX_MATCHES: Final = 20

#: What may stand between an event and the date that says when it was.
_GAP: Final = re.compile(
    r"(?:[\s,]|\b(?:on|in|at|over|during|for|the|which|that|took|place|was|were|held|made|began|there"
    r"|earlier|to|of)\b"
    r"|\b[A-Z][\w’'-]*){0,10}"
)


#: What counts as a word where the literals of events are sought.
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, eq=False)
class EventIndex:
    """Dated events by their words, ready to be looked for in many texts.

    Attributes
    ----------
    groups : tuple of tuple of Event
        Events with the same words.
    filter : PatternFilter
        What the words of each group need.
    """

    groups: tuple[tuple[Event, ...], ...]
    filter: PatternFilter

    def possible(self, text: str) -> Iterator[tuple[Event, ...]]:
        """Yield the groups whose words may stand in a text; no other can match it."""
        return (self.groups[number] for number in self.filter.possible(text))


def build_event_index(events: Sequence[Event]) -> EventIndex:
    """Index events by the literals that they need.

    Parameters
    ----------
    events : sequence of Event
        Dated events of the knowledge tables. Those with the same words (visits
        of one leader to one place) are alternatives.

    Returns
    -------
    EventIndex
    """
    by_regex: dict[str, list[Event]] = {}
    for event in events:
        by_regex.setdefault(event.regex, []).append(event)
    groups = tuple(map(tuple, by_regex.values()))
    return EventIndex(groups, PatternFilter([_needs(_first(group)) for group in groups], _WORD))


def _needs(event: Event) -> list[frozenset[str]]:
    """Return what the words of an event need, by its pattern and by its row."""
    stated = frozenset(word.lower() for word in event.needs)
    return [*([stated] if stated else []), *find_needs(event.regex)]


def _first(group: Sequence[Event]) -> Event:
    return min(group, key=attrgetter("start"))


@cache
def index_events(knowledge: Knowledge) -> EventIndex:
    """Index the events of the knowledge tables; the same object for the same tables."""
    return build_event_index(knowledge.events)


def find_event_constraints(
    text: str, dates: Sequence[DateMention], events: EventIndex, tense: Tense
) -> Iterator[Constraint]:
    """Find the events that a text speaks of, and when it was written by them.

    Parameters
    ----------
    text : str
        The article, boilerplate masked.
    dates : sequence of DateMention
        Its date expressions.
    events : EventIndex
        The events to look for.
    tense : callable
        Offset to past, future or empty.

    Yields
    ------
    Constraint
        Not before an event that happened; as long after it as the relative date
        beside it says ("the summit in Riga last week").
    """
    for group in events.possible(text):
        first = _first(group)
        if first.search(text) is None:
            continue
        # Not every visit is in the table: that there was one says nothing.
        bound = first.kind == "visit"
        for number, match in enumerate(first.pattern.finditer(text)):
            if number == MAX_MATCHES or match.start() == match.end():
                break
            happened = _happened(text, match, first, tense)
            if happened and not bound:
                bound = True
                reason = f"after {_named(first)}"
                yield Constraint(since(first.start), reason, match.start(), match.end(), "event")
            found = _event_dated(text, match, group, dates, tense)
            if found is not None:
                yield found


def _named(event: Event) -> str:
    """Name an event with its day."""
    first = event.start.isoformat()
    return f"“{event.event}”" if first in event.event else f"“{event.event}” ({first})"


def _happened(text: str, match: re.Match[str], event: Event, tense: Tense) -> bool:
    """Tell whether the words speak of the event as past."""
    said = tense(match.start())
    if event.kind == "happened":
        return said != "future"
    start, end = sentence_at(text, match.start())
    return said == "past" and AHEAD.search(text, start, end) is None


def _event_dated(
    text: str, match: re.Match[str], group: Sequence[Event], dates: Sequence[DateMention], tense: Tense
) -> Constraint | None:
    """Read "the summit in Riga last week": turn the relative date round."""
    mention = _beside(text, match, dates)
    if mention is None:
        return None
    symbol = mention.symbol
    direction = _direction(symbol) or tense(mention.start)
    if direction != "past":
        return None
    found = [(days, event) for event in group for days in _days_that_give(symbol, event)]
    if not found:
        return None
    options, events = zip(*found, strict=True)
    surface = " ".join(text[mention.start : mention.end].split())
    start, end = min(match.start(), mention.start), max(match.end(), mention.end)
    hull = within(min(d.start for d in options), max(d.end for d in options))
    kind = "visit" if group[0].kind == "visit" else "event"
    reason = f"“{surface}” is said of"
    return Constraint(hull, reason, start, end, kind, options, tuple(_named(e) for e in events))


def _beside(text: str, match: re.Match[str], dates: Sequence[DateMention]) -> DateMention | None:
    """Return the relative date right behind or before the words of an event."""
    low = bisect_left(dates, match.start() - 60, key=attrgetter("start"))
    for mention in dates[low:]:
        if mention.start > match.end() + 40:
            break
        if mention.start >= match.end():
            gap = text[match.end() : mention.start]
        elif mention.end <= match.start() and mention.end > match.start() - 12:
            gap = text[mention.end : match.start()]
        else:
            continue
        if _is_invertible(mention.symbol) and _GAP.fullmatch(gap) and "\n\n" not in gap:
            return mention
    return None


def _is_invertible(symbol: Symbol) -> bool:
    if symbol_base(symbol) != "anchor":
        return False
    return isinstance(symbol, WeekdayRef | RelativeUnit | Shifted)


def _direction(symbol: Symbol) -> str:
    """Return past or future where the words alone say it."""
    if isinstance(symbol, RelativeUnit) and symbol.offset:
        return "past" if symbol.offset < 0 else "future"
    if isinstance(symbol, Shifted):
        return "past" if symbol.sign < 0 else "future"
    if isinstance(symbol, WeekdayRef) and symbol.direction in ("last", "past"):
        return "past"
    return ""


def _days_that_give(symbol: Symbol, event: Event) -> list[Days]:
    """Return the days of publication on which a relative date means the event's days."""
    found: list[Days] = []
    for i in range(-1, (event.end - event.start).days + 100):
        anchor = event.start + timedelta(i)
        days = resolve_date(symbol, day(anchor), "past")
        if days is not None and days.start <= event.end and days.end >= event.start:
            if found and found[-1].end == anchor - timedelta(1):
                found[-1] = within(found[-1].start, anchor)
            else:
                found.append(day(anchor))
    return found
