"""Rules for weekdays and units counted from the day of writing: "last week"."""

from __future__ import annotations

import re
from typing import Final

from helpers.extract.dates_atoms import (
    COMMA,
    DAYTIME,
    PART_OF,
    PART_WORDS,
    SEP,
    WEEKDAY,
    WEEKDAY_NAMES,
    WEEKDAY_SHORT,
    WS,
    Rule,
    direction_value,
    left_of,
    part_value,
    rule,
    unit_value,
    weekday_number,
)
from helpers.extract.dates_symbols import (
    Base,
    Between,
    Direction,
    OneOf,
    RelativeUnit,
    Symbol,
    WeekdayRef,
    Window,
)

_DAYS: Final = frozenset(WEEKDAY_NAMES)
_OFFSETS: Final = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "that": 0, "same": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
_DAY_OFFSETS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _weekday(match: re.Match[str]) -> Symbol | None:
    """Build a weekday with what stands beside it."""
    number = weekday_number(match["wd"])
    if number is None:
        return None
    groups = match.groupdict()
    if groups.get("rel"):
        return WeekdayRef(number, "", _OFFSETS[groups["rel"].lower()])
    return WeekdayRef(number, direction_value(groups.get("dir")))


def _short_weekday(match: re.Match[str]) -> Symbol | None:
    """Build "on Wed." and "on Tues"; short forms need a preposition."""
    number = weekday_number(match["wd"])
    return (
        None
        if number is None or not re.search(r"\b(?:on|last|next|this) $", left_of(match))
        else WeekdayRef(number)
    )


def _weekdays(match: re.Match[str]) -> Symbol | None:
    """Build "Monday to Wednesday" and "Wednesday and Thursday" (days in a row)."""
    first, last = weekday_number(match["wd"]), weekday_number(match["we"])
    if first is None or last is None or first == last:
        return None
    direction = direction_value(match["dir"])
    ends = WeekdayRef(first, direction), WeekdayRef(last, direction)
    word = match["sep"].strip().lower()
    if word == "or":
        return OneOf(ends)
    between = bool(re.search(r"\bbetween (?:the )?$", left_of(match)))
    if word in ("and", "&") and not between and (last - first) % 7 != 1:
        return None
    return Between(*ends, lasts=not between)


def _named_day(match: re.Match[str]) -> Symbol | None:
    """Build today, tonight, yesterday, tomorrow."""
    part = part_value(match)
    return RelativeUnit(
        "day", _DAY_OFFSETS[match["day"].lower()], part if part in ("earlier", "later") else ""
    )


def _unit(match: re.Match[str]) -> Symbol | None:
    """Build "last week", "early next month", "that day", "the following year"."""
    word = match["dir"].lower().split()[-1]
    unit = unit_value(match["unit"])
    part = part_value(match)
    base: Base = "expression" if word in ("that", "same", "following", "previous") else "anchor"
    offset = _OFFSETS[word]
    left = left_of(match)
    if unit == "day":
        if match["unit"].lower() == "day" and word in ("last", "next", "past", "coming"):
            if word in ("last", "past") or not left.endswith("the "):
                return None
            base = "expression"
        elif word == "next":
            base = "expression"
        if match["unit"].lower() == "hour":
            return None
    if unit == "hour" or (word == "same" and not left.endswith("the ")):
        return None
    window = re.search(r"\b(?:over|within|during|for|through|throughout) the $", left)
    if left.endswith("the ") and word in ("past", "last", "coming", "next") and unit != "weekend":
        if window or word in ("past", "coming"):
            return Window(1, unit, offset, base)
        if word == "last":
            return None if re.search(r"[a-z] the $", left) is None else Window(1, unit, -1)
    this: Direction = "this" if unit == "weekend" and word == "this" else ""
    return RelativeUnit(unit, offset, part, base, this)


def _in_the_unit(match: re.Match[str]) -> Symbol | None:
    """Build "earlier in the week", "later in the day", "the end of the month"."""
    unit = unit_value(match["unit"])
    part = part_value(match)
    return None if unit == "hour" else RelativeUnit(unit, 0, part)


def _weekend(match: re.Match[str]) -> Symbol | None:
    """Build "the weekend": the one that the clause's tense points to."""
    return (
        RelativeUnit("weekend", 0)
        if re.match(r"['’]?s?\s+of\b", match.string[match.end() :][:6]) is None
        else None
    )


_DIRS: Final = rf"(?:this{WS}past|this{WS}coming|last|this|next|past|coming|following|previous|that|upcoming)"
_DIR_WORDS: Final = "last this next past coming following previous that same upcoming"
_NOT_WORD: Final = r"(?![^\W\d_])"


RELATIVE_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "weekday",
        _DAYS,
        rf"(?P<wd>{WEEKDAY}){DAYTIME}(?:{COMMA}(?:of{WS})?(?P<rel>last|this|next"
        rf"|that){WS}week\b)?(?!\.[a-z]{{2}})",
        _weekday,
    ),
    rule(
        "weekday",
        "mon tue tues wed weds thu thur thurs fri",
        rf"(?P<wd>{WEEKDAY_SHORT}){DAYTIME}",
        _short_weekday,
    ),
    rule(
        "weekday by direction",
        _DIR_WORDS,
        rf"(?P<dir>{_DIRS}){WS}(?P<wd>{WEEKDAY}){DAYTIME}",
        _weekday,
    ),
    rule(
        "late weekday",
        "late early",
        rf"(?:late|early){WS}(?:on{WS})?(?P<wd>{WEEKDAY}){DAYTIME}",
        _weekday,
    ),
    rule(
        "weekdays",
        _DAYS | set(_DIR_WORDS.split()),
        rf"(?:(?P<dir>{_DIRS}){WS})?(?P<wd>{WEEKDAY}){DAYTIME}(?P<sep>{SEP})(?:on{WS})?(?:(?:early"
        rf"|late){WS})?"
        rf"(?P<we>{WEEKDAY}){DAYTIME}(?!{WS}\d)",
        _weekdays,
    ),
    rule(
        "named day",
        "today tonight yesterday tomorrow earlier later early late",
        rf"(?:(?P<part>earlier|later|early|late){WS})?(?P<day>today|tonight|yesterday"
        rf"|tomorrow)\b{DAYTIME}(?!\.[a-z]{{2}})",
        _named_day,
    ),
    rule(
        "this morning",
        "this earlier late",
        rf"(?:(?:earlier|late|early){WS})?this{WS}(?:morning|afternoon|evening)\b",
        lambda m: RelativeUnit("day", 0),
    ),
    rule("last night", "last", rf"last{WS}(?:night|evening)\b", lambda m: RelativeUnit("day", -1)),
    rule(
        "overnight",
        "overnight",
        r"overnight\b",
        lambda m: Between(RelativeUnit("day", -1), RelativeUnit("day", 0)),
    ),
    rule(
        "unit by direction",
        f"{_DIR_WORDS} {PART_WORDS}",
        rf"{PART_OF}?"
        rf"(?P<dir>{_DIRS}|same){WS}(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade"
        rf"|evening|morning|night"
        rf"|afternoon){_NOT_WORD}(?!-(?:long|old))",
        _unit,
    ),
    rule(
        "part of the unit",
        PART_WORDS,
        rf"(?:(?P<part>earlier|later|early|late){WS}in|(?P<part_of>end|beginning|start"
        rf"|middle){WS}of){WS}the{WS}"
        rf"(?P<unit>day|week|month|year|decade){_NOT_WORD}(?!{WS}of\b)",
        _in_the_unit,
    ),
    rule("weekend", "the", rf"the{WS}(?:long{WS}|holiday{WS})?weekend{_NOT_WORD}(?!['’])", _weekend),
    rule(
        "weekend",
        "weekend",
        rf"weekend{_NOT_WORD}",
        lambda m: _weekend(m) if re.search(r"\bat the $|\bover $", left_of(m)) else None,
    ),
)
