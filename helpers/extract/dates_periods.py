"""Rules for months, seasons, quarters, years and decades."""

from __future__ import annotations

import re
from typing import Final

from helpers.extract.dates_atoms import (
    COMMA,
    MONTH,
    MONTH_WORDS,
    ORDINALS,
    PART_OF,
    PART_WORDS,
    SEP,
    WS,
    YEAR,
    Rule,
    direction_value,
    left_of,
    month_number,
    part_value,
    rule,
)
from helpers.extract.dates_symbols import (
    Between,
    Direction,
    MonthRef,
    SeasonRef,
    Symbol,
    YearPart,
    YearRef,
)

_RELATIVE_YEARS: Final = {"this": 0, "last": -1, "next": 1}
_MONTH_CUE: Final = re.compile(
    r"(?:\b(?:in|since|until|till|during|through|from|last|next|this|that|early|late|mid|by|before|after"
    r"|between|to|of|for|around|past|previous|following)|mid-|\b(?:and|or)) $"
)
_STRONG_MONTH_CUE: Final = re.compile(
    r"(?:\b(?:last|next|early|late|mid|in|since|until|late in|early in)|mid-) $"
)
_PERSON_MAY: Final = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Minister|PM)\s+May\b")


def _month(match: re.Match[str]) -> Symbol | None:
    """Build "May 2022", "late July", "March of last year" and a bare month."""
    word = match["m"]
    number = month_number(word)
    if number is None:
        return None
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else None
    offset = _RELATIVE_YEARS[groups["yrel"].lower()] if groups.get("yrel") else None
    part = part_value(match)
    direction: Direction = (groups.get("dir") or "").lower()  # type: ignore[assignment]
    if year is None and offset is None and not part and not direction and not _is_bare_month(match, number):
        return None
    return MonthRef(number, year, part, direction, offset)


def _is_bare_month(match: re.Match[str], number: int) -> bool:
    """Tell a month from a name or a verb by the words around it."""
    word = match["m"]
    if word.endswith(".") or (len(word) < 4 and word.lower() != "may") or not word[0].isupper():
        return False
    after = match.string[match.end() : match.end() + 12]
    left = left_of(match)
    if number == 5:
        if _PERSON_MAY.search(match.string, max(0, match.start() - 1_000), match.end() + 1_000):
            return False
        if re.match(r"['’]s?\b", after) or not _STRONG_MONTH_CUE.search(left):
            return False
        return not re.match(r"\s(?:has|had|said|is|was|will|would|and her)\b", after)
    if number in (3, 4, 6, 8):
        if _MONTH_CUE.search(left):
            return not re.match(r"\s[A-Z][a-z]+\s[A-Z]", after) or number == 3
        if number == 3 or re.match(r"\s[A-Z]", after):
            return False
        return bool(re.search(r"(?:\bthe|\b(?:his|her|its|their)|['’]s|[(,]) $", left))
    return True


def _month_span(match: re.Match[str]) -> Symbol | None:
    """Build "between March and May 2022", "January-March"."""
    first, last = month_number(match["m"]), month_number(match["n"])
    between = bool(re.search(r"\bbetween $", left_of(match)))
    if first is None or last is None or (match["sep"].strip().lower() in ("and", "or", "&") and not between):
        return None
    year = int(match["y"]) if match["y"] else None
    earlier = None if year is None else year - (first > last)
    return Between(MonthRef(first, earlier), MonthRef(last, year), lasts=not between)


_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|from|until|till|by|of|during|before|after|around|circa|through|between|year|early|late"
    r"|the|a|an|its|their|his|her|our|this|that|for|summer|spring|autumn|fall|winter|than)|['’]s|\(|\bmid-?"
    r"|\b\d{4}(?:,| and| or| to| until|,? and)) ?$"
)
_YEAR_COUNT: Final = re.compile(
    r"(?:[-\s](?:people|persons|troops|soldiers|men|women|children|km|kg|kilomet|miles|met(?:er|re)"
    r"|tons|tonnes"
    r"|dollars|euros|pounds|votes|homes|houses|civilians|police|officers|members|jobs|refugees|deaths|dead"
    r"|cases|hectares|acres|feet|square|hours|days|weeks|per\b|[ap]\.?m\b|UTC|GMT|hrs)|:\d)",
    re.IGNORECASE,
)


def _year(match: re.Match[str]) -> Symbol | None:
    """Build a year that stands alone, if the words around it say that it is one."""
    part = part_value(match)
    left = left_of(match)
    if _YEAR_COUNT.match(match.string, match.end()):
        return None
    if not part and not _YEAR_CUE.search(left):
        return None
    if re.search(r"(?:no|number|resolution|article|page|room|flight|chapter|section)s?\.? $", left):
        return None
    year = int(match["y"])
    plain = re.search(r"\b(?:in|since|of|until|during|from|by) $", left)
    return YearRef(year, part) if year >= 1900 or plain else None


def _year_span(match: re.Match[str]) -> Symbol | None:
    """Build "2008-2016", "between 2008 and 2016", "2015-16"."""
    if not _YEAR_CUE.search(left_of(match)) or _YEAR_COUNT.match(match.string, match.end()):
        return None
    first = int(match["y"])
    last = int(match["z"]) if len(match["z"]) == 4 else first - first % 100 + int(match["z"])
    between = bool(re.search(r"\bbetween $", left_of(match)))
    if match["sep"].strip().lower() in ("and", "or", "&") and not between:
        return None
    return Between(YearRef(first), YearRef(last), lasts=not between) if first < last <= first + 200 else None


def _decade(match: re.Match[str]) -> Symbol | None:
    """Build "the 1990s" and "the late 1990s"."""
    first = int(match["y"])
    low, high = {"early": (0, 3), "mid": (3, 7), "late": (6, 9)}.get((match["part"] or "").lower(), (0, 9))
    return Between(YearRef(first + low), YearRef(first + high), lasts=False)


def _season(match: re.Match[str]) -> Symbol | None:
    """Build "spring of 2022", "last winter", "in the fall"."""
    season = match["season"].lower().replace("fall", "autumn")
    groups = match.groupdict()
    if groups.get("y"):
        return SeasonRef(season, int(groups["y"]))
    if groups.get("dir"):
        return SeasonRef(season, None, direction_value(groups["dir"]))
    in_it = re.search(r"\b(?:in|by|until|since|during) (?:the |early |late )?$", left_of(match))
    of = re.match(r"\s(?:of|in|from)\b|-|\s[A-Z]", match.string[match.end() : match.end() + 6])
    return SeasonRef(season) if in_it and not of else None


def _year_part(match: re.Match[str]) -> Symbol | None:
    """Build "the first quarter of 2023", "Q1 2023", "the second half of this year"."""
    word = match["n"].lower()
    number = ORDINALS.get(word) or (int(word[0]) if word[0].isdigit() else None)
    groups = match.groupdict()
    of = 2 if (groups.get("unit") or "").lower() == "half" else 4
    if number is None or number > of:
        return None
    if groups.get("y"):
        return YearPart(number, of, int(groups["y"]))
    return YearPart(number, of, None, _RELATIVE_YEARS.get((groups.get("yrel") or "").lower()))


_END = r"(?![\d%]|[.,]\d|[^\W\d_])"

PERIOD_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "month year",
        MONTH_WORDS,
        rf"(?P<m>{MONTH})(?:(?:,{WS}?|{WS}(?:of{WS}|in{WS})?)(?P<y>{YEAR})"
        rf"|{WS}(?:of{WS})?(?P<yrel>this|last|next)"
        rf"{WS}year\b)?",
        _month,
    ),
    rule(
        "part of a month",
        PART_WORDS,
        rf"{PART_OF}(?P<m>{MONTH})(?:{COMMA}(?:of{WS})?(?P<y>{YEAR})|{WS}(?:of{WS})?(?P<yrel>this|last"
        rf"|next){WS}year\b)?"
        rf"(?!{WS}\d{{1,2}}\b)",
        _month,
    ),
    rule(
        "month by direction",
        "last this next that past previous following",
        rf"(?P<dir>last|this|next|that|past|previous|following){WS}(?P<m>{MONTH})(?!{WS}\d)",
        lambda m: _month(m) if m["m"].lower() != "may" or m["m"][0].isupper() else None,
    ),
    rule(
        "month to month",
        MONTH_WORDS,
        rf"(?P<m>{MONTH})(?P<sep>{SEP})(?P<n>{MONTH})(?:{COMMA}(?P<y>{YEAR}))?"
        rf"(?!{WS}?\d)",
        _month_span,
    ),
    rule("year", "####", rf"(?<![\d$€£#.,:/-])(?P<part>)(?P<y>{YEAR})(?![-/]\d)", _year),
    rule("year", "####", rf"(?<=[\s(]mid-)(?P<part>)(?P<y>{YEAR})", _year),
    rule(
        "part of a year",
        PART_WORDS,
        rf"{PART_OF}(?P<y>{YEAR})",
        _year,
    ),
    rule(
        "year to year",
        "####",
        rf"(?<![\d$€£#.,:/-])(?P<y>(?:1\d|20)\d\d)(?P<sep>{SEP})(?P<z>(?:1\d|20)\d\d|\d\d){_END}",
        _year_span,
    ),
    rule(
        "decade",
        "#### early mid late",
        rf"(?:(?P<part>early|mid|late)(?:{WS}|-))?(?P<y>(?:1\d|20)\d0)['’]?s(?![^\W_])",
        _decade,
    ),
    rule(
        "season",
        "spring summer autumn fall winter",
        rf"(?P<season>spring|summer|autumn|fall|winter)(?:{COMMA}(?:of{WS})?(?P<y>{YEAR}))?(?![^\W_])",
        _season,
    ),
    rule(
        "season by direction",
        "last this next past previous",
        rf"(?P<dir>last|this|next|past|previous){WS}(?P<season>spring|summer|autumn|fall|winter)(?![^\W_])",
        _season,
    ),
    rule(
        "part of a year",
        "first second third fourth #",
        rf"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th){WS}(?P<unit>quarter|half)"
        rf"(?:(?:{WS}of)?{WS}(?:(?P<y>{YEAR})|(?:the{WS})?(?P<yrel>this|last|next){WS}year))",
        _year_part,
    ),
    rule("quarter", "q", rf"Q(?P<n>[1-4])(?:{WS}(?:of{WS})?|/|-)(?P<y>{YEAR})", _year_part),
)
