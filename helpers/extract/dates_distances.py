"""Rules for distances ("two days ago"), windows, anniversaries and holidays."""

from __future__ import annotations

import re
from typing import Final

from helpers.extract.dates_atoms import (
    COMMA,
    NUMBER,
    NUMBERS,
    ORDINALS,
    UNIT,
    WS,
    YEAR,
    Rule,
    direction_value,
    left_of,
    number_value,
    rule,
    unit_value,
)
from helpers.extract.dates_symbols import (
    Anniversary,
    Base,
    Holiday,
    Recently,
    RelativeUnit,
    Shifted,
    Symbol,
    Window,
)

_COUNTS: Final = frozenset(NUMBERS) | {"#", "several", "few", "couple", "some", "many"}


def _distance(match: re.Match[str]) -> Symbol | None:
    """Build "three days ago", "two days earlier", "a week from now"."""
    unit, count, word = unit_value(match["unit"]), number_value(match["n"]), match["word"].lower()
    after = match.string[match.end() : match.end() + 8]
    if word in ("ago", "from now", "hence") or word.endswith("time"):
        return Shifted(count, unit, -1 if word == "ago" else 1)
    if word in ("earlier", "previously", "before", "prior"):
        base: Base = (
            "event"
            if re.match(r"\s+(?!he|she|it|they)\w", after) and word in ("before", "prior")
            else "expression"
        )
        return Shifted(count, unit, -1, base)
    base = "event" if re.match(r"\s+\w", after) and word == "after" else "expression"
    return Shifted(count, unit, 1, base)


def _in_distance(match: re.Match[str]) -> Symbol | None:
    """Build "two weeks" after "in" or "within"."""
    left = left_of(match)
    unit, count = unit_value(match["unit"]), number_value(match["n"])
    if re.search(r"\b(?:will|to|must|should|shall|would)\b[^.;]{0,40}\bwithin $", left_of(match, 60)):
        return Window(count, unit, 1)
    if re.search(
        r"(?:^|[^a-z] ?|\b(?:place|held|meet|again|begin|start|return|due|expire|ends?|happen) )in $", left
    ):
        return Shifted(count, unit, 1)
    return None


def _window(match: re.Match[str]) -> Symbol | None:
    """Build "the next two weeks", "the past four years", "recent days"."""
    word = match["dir"].lower()
    unit = unit_value(match["unit"])
    count = number_value(match["n"]) if match["n"] else None
    if word in ("following", "preceding", "previous"):
        return Window(count, unit, 1 if word == "following" else -1, "expression")
    return Window(count, unit, 1 if word in ("next", "coming", "upcoming") else -1)


def _day_before(match: re.Match[str]) -> Symbol | None:
    """Build "the day before", "the day after tomorrow", "the eve of"."""
    groups = match.groupdict()
    sign = 1 if (groups.get("word") or "before").lower() == "after" else -1
    if groups.get("day"):
        return RelativeUnit("day", 2 * sign)
    after = match.string[match.end() : match.end() + 8]
    bound = re.match(r"\s*(?:[.,;:!?)”\"]|$|(?:and|but|that|when|with|in|at|by|had|was|were)\b)", after)
    return Shifted(1, unit_value(groups.get("unit") or "day"), sign, "expression" if bound else "event")


def _anniversary(match: re.Match[str]) -> Symbol | None:
    """Build "80th anniversary", with a year that follows in the sentence."""
    word = match["n"].lower()
    number = int(word) if word.isdigit() else ORDINALS.get(word) or NUMBERS.get(word)
    if number is None:
        return None
    rest = match.string[match.end() : match.end() + 100]
    year = re.match(rf"[^.;!?\n]{{0,80}}?\bin{WS}(?P<y>{YEAR})", rest)
    return Anniversary(number, int(year["y"]) if year else None)


def _holiday(match: re.Match[str]) -> Symbol | None:
    """Build a holiday by the key of the table."""
    groups = match.groupdict()
    name = re.sub(r"['’]", "", " ".join(match["name"].lower().split()))
    if not match["name"][0].isupper():
        return None
    name = {
        "4th of july": "fourth of july",
        "july fourth": "fourth of july",
        "labour day": "may day uk",
        "xmas": "christmas",
        "christmas day": "christmas",
        "easter": "easter sunday",
    }.get(name, name)
    year = int(groups["y"]) if groups.get("y") else None
    return Holiday(name, year, direction_value(groups.get("dir")))


_HOLIDAYS: Final = (
    r"(?:Christmas(?:\s(?:Day|Eve))?|New\sYear['’]?s(?:\s(?:Day|Eve))|Easter(?:\s(?:Sunday|Monday))?"
    r"|Good\sFriday"
    r"|Palm\sSunday|Ash\sWednesday|Maundy\sThursday|Whit\sMonday|Boxing\sDay|Thanksgiving(?:\sDay)?"
    r"|Independence\sDay|Memorial\sDay|Labor\sDay|Valentine['’]?s\sDay|Bastille\sDay|Fourth\sof\sJuly"
    r"|4th\sof\sJuly|May\sDay|Victory\sDay|Veterans\sDay|Armistice\sDay)"
)
_HOLIDAY_WORDS: Final = (
    "christmas new easter good palm ash maundy whit boxing thanksgiving independence memorial labor valentine"
    " bastille fourth # may victory veterans armistice"
)
_NOT_WORD: Final = r"(?![^\W\d_])"


DISTANCE_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "distance",
        _COUNTS,
        rf"(?P<n>{NUMBER})(?:{WS}|-)(?:full{WS}|short{WS}|more{WS})?(?P<unit>{UNIT})s?(?:['’]s?)?{WS}"
        rf"(?P<word>ago|earlier|later|before|after|prior|previously|from{WS}now|hence|time)\b",
        _distance,
    ),
    rule(
        "in a distance",
        _COUNTS,
        rf"(?P<n>{NUMBER}){WS}(?P<unit>{UNIT})s?\b(?!{WS}(?:of|after|before|old|ago|later|earlier))",
        _in_distance,
    ),
    rule(
        "window",
        "next past last coming recent upcoming following preceding previous",
        rf"(?P<dir>next|past|last|coming|upcoming|following|preceding"
        rf"|previous){WS}(?P<n>{NUMBER}){WS}(?P<unit>{UNIT})s?\b",
        _window,
    ),
    rule(
        "window",
        "coming recent upcoming following preceding past last",
        rf"(?P<dir>coming|recent|upcoming|following|preceding|past|last)(?P<n>){WS}(?P<unit>{UNIT})s\b",
        _window,
    ),
    rule(
        "day before",
        "day night evening",
        rf"(?P<unit>day|night|evening){WS}(?P<word>before|after)(?:{WS}(?P<day>yesterday|tomorrow))?\b",
        _day_before,
    ),
    rule(
        "eve",
        "eve",
        rf"eve(?={WS}of\b)",
        lambda m: Shifted(1, "day", -1, "event") if left_of(m).endswith("the ") else None,
    ),
    rule(
        "anniversary",
        _COUNTS | set(ORDINALS),
        rf"(?P<n>\d{{1,3}}|{'|'.join(ORDINALS)}|{'|'.join(NUMBERS)})(?:st|nd|rd|th)?(?:-year)?(?:{WS}|-)"
        rf"(?:birthday|anniversary)\b",
        _anniversary,
    ),
    rule("recently", "recently lately", r"(?:recently|lately)\b", lambda m: Recently()),
    rule(
        "recently", "other", rf"other{WS}day\b", lambda m: Recently() if left_of(m).endswith("the ") else None
    ),
    rule(
        "holiday",
        f"{_HOLIDAY_WORDS} last this next past",
        rf"(?:(?P<dir>last|this|next|past){WS})?(?P<name>{_HOLIDAYS})(?:{COMMA}(?P<y>{YEAR}))?{_NOT_WORD}",
        _holiday,
    ),
)
