"""Constraints: what an article's words say about the day it was written.

Each claim is a `Constraint`: days of publication on which the words can be true,
with a reason and the words' place. None of them is certain (a tense may be
misread, a title may be a former holder's); `helpers.resolve.publication` weighs
them against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from helpers.days import Days, within
from helpers.extract.dates_symbols import Absolute

Kind: TypeAlias = Literal["stated", "dateline", "merge", "event", "office", "stated_date", "weekday", "visit"]
Tense: TypeAlias = Callable[[int], str]

#: Years in which a day without a year is looked for.
YEARS: Final = range(1945, 2101)
_SENTENCE_END: Final = re.compile(
    r"[.!?\n](?:(?<=\n)"
    r"|(?<![A-Z.].)(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bGen.)(?<!\bSt.)[”\"’')]?\s)"
)
#: Words that let a past verb govern a day still to come ("met to plan the vote of 2023").
AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|upcoming|forthcoming|planned|plans?|scheduled|expected|due|next|future|could|may"
    r"|might|should|until|till|deadline|expires?|ahead of|by the end|hop(?:e|es|ing)|want(?:s|ing)?|intends?"
    r"|aims?|if)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Constraint:
    """One claim about the day of publication.

    Attributes
    ----------
    days : Days
        The days on which it can be true, or their hull; see `options`.
    reason : str
        One readable clause: "after the start of the war (2022-02-24)".
    start, end : int
        The words it rests on; -1 where it rests on none (a header, an index).
    kind : str
        stated, dateline, merge, event, office, stated_date, weekday or visit.
    options : tuple of Days
        Where the days have gaps ("a year in which 5 March is a Wednesday"):
        the parts. Empty where `days` says all.
    names : tuple of str
        What each option stands for (which of several visits); else empty.
    """

    days: Days
    reason: str
    start: int
    end: int
    kind: str
    options: tuple[Days, ...] = ()
    names: tuple[str, ...] = ()


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Return the bounds of the sentence around a position, at most 400 characters each way."""
    low = max(0, position - 400)
    start = low
    for match in _SENTENCE_END.finditer(text, low, position):
        start = match.end()
    end = _SENTENCE_END.search(text, position, min(len(text), position + 400))
    return start, min(len(text), position + 400) if end is None else end.start() + (end[0] != "\n")


def among(options: tuple[Days, ...], reason: str, start: int, end: int, kind: Kind) -> Constraint | None:
    """Compose a constraint from its possible parts."""
    if not options:
        return None
    if len(options) == 1:
        return Constraint(options[0], reason, start, end, kind)
    hull = within(min(o.start for o in options), max(o.end for o in options))
    return Constraint(hull, reason, start, end, kind, options)


@lru_cache(maxsize=4096)
def each_year(symbol: Absolute) -> tuple[date, ...]:
    """Return a day and month in every year in which the calendar, and its weekday, have it."""
    found = []
    for number in YEARS:
        try:
            found.append(date(number, symbol.month or 0, symbol.day))
        except ValueError:
            continue
    return tuple(d for d in found if symbol.weekday is None or d.weekday() == symbol.weekday)
