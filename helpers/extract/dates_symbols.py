"""Date symbols: what an expression means before any day is known.

A symbol is a small frozen value without an anchor: "Tuesday" is a weekday,
"last week" a unit and an offset. `helpers.resolve.dates.resolve_date` turns a
symbol and an anchor day into days. To add a kind of expression: add a class
here, a rule in `dates_days`, `dates_periods`, `dates_relative` or `dates_distances` that builds
it, and a function in `helpers.resolve.dates` that resolves it.

Weekdays count from Monday = 0. A `base` says what a symbol is relative to:
``anchor`` is the day of publication (or of a quotation), ``expression`` the date
expression before it ("two days earlier"), ``event`` something that the article
names but does not date ("the eve of the summit").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Base = Literal["anchor", "expression", "event"]
Unit = Literal["hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century"]
Part = Literal["", "early", "mid", "late", "earlier", "later"]
Direction = Literal["", "last", "this", "next", "that", "past", "coming", "following", "previous"]


@dataclass(frozen=True, slots=True)
class Absolute:
    """A day of the calendar: "March 5", "Wednesday, 5 March 2025".

    `year_offset` counts years from the anchor's ("of last year" is -1); `month`
    is None in "on the 5th".
    """

    year: int | None
    month: int | None
    day: int
    weekday: int | None = None
    year_offset: int | None = None


@dataclass(frozen=True, slots=True)
class MonthRef:
    """A month or a part of one: "May 2022", "late July", "last April"."""

    month: int
    year: int | None = None
    part: Part = ""
    direction: Direction = ""
    year_offset: int | None = None


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year or a part of one: "in 1943", "late 2023", "mid-2019"."""

    year: int
    part: Part = ""


@dataclass(frozen=True, slots=True)
class YearPart:
    """The `number`-th of `of` equal parts of a year: quarters and halves."""

    number: int
    of: int
    year: int | None = None
    year_offset: int | None = None


@dataclass(frozen=True, slots=True)
class SeasonRef:
    """A season: "spring 2022", "last winter"; `season` is spring, summer, autumn or winter."""

    season: str
    year: int | None = None
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class WeekdayRef:
    """A weekday: "Tuesday", "last Friday", "Monday of next week" (`week` = 1)."""

    weekday: int
    direction: Direction = ""
    week: int | None = None


@dataclass(frozen=True, slots=True)
class RelativeUnit:
    """A unit counted from the base: "today", "last week", "early next month".

    `direction` tells "this weekend" from "the weekend".
    """

    unit: Unit
    offset: int
    part: Part = ""
    base: Base = "anchor"
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class Shifted:
    """A distance: "three days ago", "in two weeks", "two days earlier".

    `count` is None for "a few"; `sign` is -1 before and 1 after the base.
    """

    count: int | None
    unit: Unit
    sign: int
    base: Base = "anchor"


@dataclass(frozen=True, slots=True)
class Window:
    """Some day from the base on, or up to it: "in the next two weeks", "in recent days"."""

    count: int | None
    unit: Unit
    sign: int
    base: Base = "anchor"


@dataclass(frozen=True, slots=True)
class Between:
    """From one symbol to another; `lasts` says that it went on all the time."""

    first: Symbol
    last: Symbol
    lasts: bool = True


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several readings: "11/05/2022", "May 3 or 10"."""

    options: tuple[Symbol, ...]


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week or weekend in which a day lies: "the week of March 3"."""

    day: Symbol
    unit: Unit = "week"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by the key of `helpers.resolve.holidays`: "Christmas Eve", "Easter Monday"."""

    name: str
    year: int | None = None
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The `number`-th return of something, with the year of the first if it is said."""

    number: int
    base_year: int | None = None


@dataclass(frozen=True, slots=True)
class Recently:
    """Before the anchor, and no more than that: "recently", "the other day"."""


Symbol: TypeAlias = (
    Absolute
    | MonthRef
    | YearRef
    | YearPart
    | SeasonRef
    | WeekdayRef
    | RelativeUnit
    | Shifted
    | Window
    | Between
    | OneOf
    | WeekOf
    | Holiday
    | Anniversary
    | Recently
)


def symbol_base(symbol: Symbol) -> Base | Literal[""]:
    """Tell what a symbol is relative to.

    Parameters
    ----------
    symbol : Symbol
        Any of the classes of this module.

    Returns
    -------
    {'', 'anchor', 'expression', 'event'}
        Empty for a date that stands alone, such as one with a year.

    Examples
    --------
    >>> symbol_base(Absolute(2022, 5, 11)), symbol_base(Shifted(2, "day", -1, "expression"))
    ('', 'expression')
    """
    match symbol:
        case Between(first, last, _):
            return symbol_base(last) or symbol_base(first)
        case OneOf(options):
            return next((b for b in map(symbol_base, options) if b), "")
        case WeekOf(inner, _):
            return symbol_base(inner)
        case RelativeUnit() | Shifted() | Window():
            return symbol.base
        case WeekdayRef(_, "following" | "previous" | "that", _) | MonthRef(_, None, _, "that", _):
            return "expression"
        case YearRef() | Anniversary():
            return ""
        case Absolute() | MonthRef() | YearPart() | SeasonRef() | Holiday():
            return "anchor" if symbol.year is None else ""
    return "anchor"
