"""Rules for days of the calendar and ranges of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from helpers.extract.dates_atoms import (
    COMMA,
    DAY,
    DAYTIME,
    MONTH,
    MONTH_WORDS,
    SEP,
    WEEKDAY_SHORT,
    WEEKDAY_WORDS,
    WS,
    YEAR,
    Rule,
    left_of,
    month_number,
    rule,
    weekday_number,
)
from helpers.extract.dates_symbols import (
    Absolute,
    Between,
    OneOf,
    Symbol,
    WeekOf,
)

_DIGITS: Final = frozenset({"#"})
_RELATIVE_YEARS: Final = {"this": 0, "last": -1, "next": 1}
_THIS_YEAR: Final = rf"(?:{COMMA}(?:of{WS})?(?P<yrel>this|last|next){WS}year\b)"


#: Before a bare month that is also a word or a name: May, March, April, June, August.
def _weekday(i: int) -> str:
    """Return the optional weekday before a date."""
    return (
        rf"(?:(?P<wd{i}>{WEEKDAY_SHORT}){DAYTIME}(?:{WS}?,{WS}?|{WS}?\({WS}?|{WS})(?:on{WS})?(?:the{WS})?)?"
    )


def _mdy(i: int) -> str:
    """Return "(Wednesday,) March 5(, 2025)"."""
    return rf"{_weekday(i)}(?P<m{i}>{MONTH}){WS}?(?:the{WS})?(?P<d{i}>{DAY})(?:{COMMA}(?P<y{i}>{YEAR}))?"


def _dmy(i: int) -> str:
    """Return "(Wednesday,) 5 March( 2025)"."""
    return (
        rf"{_weekday(i)}(?P<d{i}>{DAY})(?:{WS}of)?(?:{WS}|-)?(?P<m{i}>{MONTH})"
        rf"(?:(?:{COMMA}|-)(?P<y{i}>{YEAR}))?"
    )


def _day(match: re.Match[str], i: int, month: int | None = None, year: int | None = None) -> Absolute | None:
    """Build the day of group number `i`, with month and year of the other end."""
    groups = match.groupdict()
    if groups.get(f"m{i}"):
        month = month_number(groups[f"m{i}"])
    if month is None:
        return None
    weekday = groups.get(f"wd{i}")
    number = weekday_number(weekday) if weekday else None
    if weekday and number is None:
        return None
    digits = re.match(r"\d+", groups[f"d{i}"])
    assert digits is not None
    stated = groups.get(f"y{i}")
    offset = groups.get("yrel")
    return Absolute(
        int(stated) if stated else year,
        month,
        int(digits[0]),
        number,
        _RELATIVE_YEARS[offset.lower()] if offset and not stated and year is None else None,
    )


def _one_day(match: re.Match[str]) -> Symbol | None:
    """Build one day; reject numbers that go on ("3.5 May") and counts ("March 5 km")."""
    if re.search(r"[\d$€£][.,:/]?$", left_of(match, 3)):
        return None
    return _day(match, 1)


def _ends(match: re.Match[str], first: Absolute | None, last: Absolute | None) -> Symbol | None:
    """Join two days by the word between them."""
    if first is None or last is None:
        return None
    if re.search(r"[\d$€£][.,:/]?$", left_of(match, 3)):
        return None
    if last.year is not None and first.year is None:
        later = (first.month or 1, first.day) > (last.month or 1, last.day)
        first = replace(first, year=last.year - later)
    word = match["sep"].strip().lower()
    if word == "or":
        return OneOf((first, last))
    between = re.search(r"\bbetween (?:the )?$", left_of(match))
    if word in ("and", "&"):
        if between:
            return Between(first, last, lasts=False)
        if first.month == last.month and last.day != first.day + 1:
            return OneOf((first, last))
    return Between(first, last)


def _same_month(match: re.Match[str]) -> Symbol | None:
    """Build "March 5-6, 2025" and "5-6 March 2025"."""
    month = month_number(match["m"])
    year = int(match["y"]) if match["y"] else None
    first, last = _day(match, 1, month, year), _day(match, 2, month, year)
    if first is None or last is None or first.day >= last.day:
        return None
    return _ends(match, first, last)


def _two_months(match: re.Match[str]) -> Symbol | None:
    """Build "December 31 to January 2" and "30 May - 2 June 2022"."""
    if match["sep"].strip().lower() in ("and", "or", "&") and not re.search(r"\bbetween $", left_of(match)):
        return None  # two dates that stand side by side
    return _ends(match, _day(match, 1), _day(match, 2))


def _number(text: str, low: int, high: int) -> int | None:
    """Return the number if it lies in the range."""
    return int(text) if low <= int(text) <= high else None


def _numeric(match: re.Match[str]) -> Symbol | None:
    """Build 11/05/2022: day first, month first, or both readings."""
    year = int(match["y"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    a, b = int(match["a"]), int(match["b"])
    options = []
    if match["s"] != "." and a <= 12 and b <= 31:
        options.append(Absolute(year, a, b))
    if b <= 12 and a <= 31:
        options.append(Absolute(year, b, a))
    if not options or not a or not b:
        return None
    return options[0] if len(set(options)) == 1 else OneOf(tuple(options))


def _iso(match: re.Match[str]) -> Symbol | None:
    """Build 2022-05-11."""
    month, number = _number(match["m"], 1, 12), _number(match["d"], 1, 31)
    return None if month is None or number is None else Absolute(int(match["y"]), month, number)


def _week_of(match: re.Match[str]) -> Symbol | None:
    """Build "the week of March 3"."""
    inner = _day(match, 1)
    return (
        None if inner is None else WeekOf(inner, "weekend" if match["unit"].lower() == "weekend" else "week")
    )


def _day_of_month(match: re.Match[str]) -> Symbol | None:
    """Build "on the 5th"."""
    return Absolute(None, None, int(match["d"])) if re.search(r"\bon the $", left_of(match)) else None


_MONTHS_OR_DAYS = MONTH_WORDS | WEEKDAY_WORDS
_DIGITS_OR_DAYS = _DIGITS | WEEKDAY_WORDS
_WEEKDAYS = rf"(?:(?P<wd1>{WEEKDAY_SHORT}){SEP}(?P<wd2>{WEEKDAY_SHORT}){COMMA})?"
_WEEK_OF = rf"(?P<unit>week|weekend){WS}(?:of|beginning|starting|commencing){WS}(?:on{WS})?(?:the{WS})?"
_NO_COUNT = rf"(?!{WS}(?:km|kilomet|miles?\b|met(?:er|re)s?\b|people\b|percent|per{WS}cent|pounds\b|years\b))"

DAY_RULES: Final[tuple[Rule, ...]] = (
    rule("day to day", _MONTHS_OR_DAYS, rf"{_mdy(1)}(?P<sep>{SEP}){_mdy(2)}{_THIS_YEAR}?", _two_months),
    rule("day to day", _DIGITS_OR_DAYS, rf"{_dmy(1)}(?P<sep>{SEP}){_dmy(2)}{_THIS_YEAR}?", _two_months),
    rule(
        "days of a month",
        _MONTHS_OR_DAYS,
        rf"{_WEEKDAYS}(?P<m>{MONTH}){WS}(?P<d1>{DAY})(?P<sep>{SEP})"
        rf"(?:the{WS})?(?P<d2>{DAY})(?:{COMMA}(?P<y>{YEAR}))?{_THIS_YEAR}?{_NO_COUNT}",
        _same_month,
    ),
    rule(
        "days of a month",
        _DIGITS_OR_DAYS,
        rf"{_WEEKDAYS}(?P<d1>{DAY})(?P<sep>{SEP})(?:the{WS})?(?P<d2>{DAY})"
        rf"(?:{WS}of)?{WS}(?P<m>{MONTH})(?:{COMMA}(?P<y>{YEAR}))?{_THIS_YEAR}?",
        _same_month,
    ),
    rule("month day", _MONTHS_OR_DAYS, rf"{_mdy(1)}{_THIS_YEAR}?{_NO_COUNT}", _one_day),
    rule("day month", _DIGITS_OR_DAYS, rf"{_dmy(1)}{_THIS_YEAR}?", _one_day),
    rule(
        "month day (weekday)",
        MONTH_WORDS,
        rf"(?P<m1>{MONTH}){WS}(?P<d1>{DAY})(?:{COMMA}(?P<y1>{YEAR}))?{WS}?[(,]{WS}?(?P<wd1>{WEEKDAY_SHORT})\)",
        _one_day,
    ),
    rule(
        "day month (weekday)",
        _DIGITS,
        rf"(?P<d1>{DAY}){WS}(?P<m1>{MONTH})(?:{COMMA}(?P<y1>{YEAR}))?{WS}?[(,]{WS}?(?P<wd1>{WEEKDAY_SHORT})\)",
        _one_day,
    ),
    rule(
        "iso day",
        "####",
        r"(?<![\d/.-])(?P<y>(?:1\d|20)\d\d)(?P<s>[-/.])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?![\d/-])"
        r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        _iso,
    ),
    rule(
        "numeric day",
        _DIGITS,
        r"(?<![\d/.$€£-])(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>(?:1\d|20)\d\d"
        r"|\d\d(?!\.\d))(?![\d/])",
        lambda m: _numeric(m) if len(m["y"]) == 4 or m["s"] == "/" else None,
    ),
    rule("week of", "week weekend", rf"{_WEEK_OF}{_mdy(1)}", _week_of),
    rule("week of", "week weekend", rf"{_WEEK_OF}{_dmy(1)}", _week_of),
    rule(
        "day of the month", _DIGITS, r"(?P<d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=[.,;!?\n]|$)", _day_of_month
    ),
)
