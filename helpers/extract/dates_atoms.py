"""Atoms of date expressions: words, numbers and the pieces of patterns.

Every piece is bounded in length (white space included), so a pattern composed of
them looks at a fixed number of characters and the whole search stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, get_args

from helpers.extract.dates_symbols import Direction, Part, Symbol, Unit

MONTH_NAMES: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAY_NAMES: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

#: Months by the first three letters.
MONTHS: Final = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
WEEKDAYS: Final = {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)}

#: First words that can begin a month or a weekday.
MONTH_WORDS: Final = frozenset(MONTH_NAMES) | frozenset(MONTHS) | {"sept"}
WEEKDAY_WORDS: Final = frozenset(WEEKDAY_NAMES) | frozenset(WEEKDAYS) | {"tues", "weds", "thur", "thurs"}

NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
#: Words for a number nobody counted.
VAGUE: Final = ("several", "a few", "few", "a couple of", "couple of", "some", "many")
UNITS: Final[dict[str, Unit]] = {
    "hour": "hour", "day": "day", "night": "day", "evening": "day", "morning": "day", "afternoon": "day",
    "week": "week", "weekend": "weekend", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "centurie": "century",
}  # fmt: skip

_S: Final = r"[^\S\r\n]"
#: White space: a few blanks of any kind, at most one line break.
WS: Final = rf"(?:{_S}{{1,4}}(?:\r?\n{_S}{{0,4}})?|\r?\n{_S}{{0,4}})"
COMMA: Final = rf"(?:{WS}?,{WS}?|{WS})"
MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)(?![^\W\d_])"
)
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
WEEKDAY_SHORT: Final = (
    rf"(?:{WEEKDAY}|(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"  # only beside a month
)
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.:]\d|[^\W\d_])"
YEAR: Final = r"(?:1\d{3}|20\d\d)(?![\d%]|[.,]\d|[^\W\d_])"
NUMBER: Final = (
    rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
    rf"|{'|'.join(v.replace(' ', WS) for v in sorted(VAGUE, key=len, reverse=True))})"
)
UNIT: Final = r"(?:hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
PART_OF_DAY: Final = r"(?:mornings?|afternoon|evening|night|noon|midday|midnight|lunchtime)\b"
#: "Tuesday evening", "Sunday's late night"; possessives stay outside.
DAYTIME: Final = rf"(?:{WS}(?:early{WS}|late{WS})?{PART_OF_DAY})?"
#: "early ", "mid-", "late in ", "the end of ", before a month, a year or another unit.
PART_OF: Final = (
    rf"(?:(?P<part>early|mid|late|earlier|later)(?:{WS}?-{WS}?|{WS}(?:in{WS})?)"
    rf"|(?P<part_of>end|beginning|start|middle){WS}of{WS})"
)
PART_WORDS: Final = "early mid late earlier later end beginning start middle"
#: Between two ends of a range: "5-7", "5 to 7", "5 and 7".
SEP: Final = rf"(?:{WS}?[-\u2010-\u2015\u2212]{WS}?|{WS}(?:to|through|thru|until|till|and|or|&){WS})"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of expression: where it can start, its pattern, its meaning.

    Attributes
    ----------
    name : str
        Name of the rule, shown where a proof cites it.
    starts : frozenset of str
        Lower-case first words; ``#`` stands for up to three digits, ``####`` for four.
    pattern : re.Pattern
        Tried at the start of a word.
    build : callable
        Match to symbol, or None if it is none after all.
    """

    name: str
    starts: frozenset[str]
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Symbol | None]


def rule(
    name: str, starts: frozenset[str] | str, pattern: str, build: Callable[[re.Match[str]], Symbol | None]
) -> Rule:
    """Compose a rule; `starts` may be words with blanks between them."""
    words = frozenset(starts.split()) if isinstance(starts, str) else starts
    return Rule(name, words, re.compile(pattern, re.IGNORECASE), build)


def month_number(word: str) -> int | None:
    """Return 1 to 12, or None where the word is no month as it is spelt.

    Examples
    --------
    >>> month_number("Sept."), month_number("may"), month_number("MAY")
    (9, None, 5)
    """
    name = word.rstrip(".").lower()
    # "may" and "march" are verbs, "mar" and "dec" nothing, unless capitalised.
    if not word[0].isupper() and (name in ("may", "march") or name not in MONTH_NAMES):
        return None
    return MONTHS.get(name[:3])


def weekday_number(word: str) -> int | None:
    """Return 0 (Monday) to 6, or None where a short form is not capitalised.

    Examples
    --------
    >>> weekday_number("Wed."), weekday_number("sat")
    (2, None)
    """
    if not word[0].isupper() and word.lower() not in WEEKDAY_NAMES:
        return None
    return WEEKDAYS.get(word.lower()[:3])


def number_value(word: str) -> int | None:
    """Return the number a word says, None for "a few" and the like.

    Examples
    --------
    >>> number_value("two"), number_value("48"), number_value("several")
    (2, 48, None)
    """
    word = " ".join(word.lower().split())
    return int(word) if word.isdigit() else NUMBERS.get(word)


def unit_value(word: str) -> Unit:
    """Return the unit of a word in the singular or plural."""
    word = word.lower()
    return UNITS.get(word) or UNITS[word.rstrip("s")]


def direction_value(words: str | None) -> Direction:
    """Return the direction that words such as "this past" give.

    Examples
    --------
    >>> direction_value("this past"), direction_value(None)
    ('past', '')
    """
    word = words.lower().split()[-1] if words else ""
    return word if word in get_args(Direction) else ""  # type: ignore[return-value]


_PARTS: Final[dict[str, Part]] = {"end": "late", "beginning": "early", "start": "early", "middle": "mid"}


def part_value(match: re.Match[str]) -> Part:
    """Return the part of a unit that a match of `PART_OF` names, if any."""
    groups = match.groupdict()
    if groups.get("part_of"):
        return _PARTS[groups["part_of"].lower()]
    word = (groups.get("part") or "").lower()
    return word if word in get_args(Part) else ""  # type: ignore[return-value]


def left_of(match: re.Match[str], n: int = 20) -> str:
    """Return up to `n` characters before a match, lower case, blanks normal."""
    text = match.string[max(0, match.start() - n) : match.start()]
    return re.sub(r"\s", " ", text).lower()
