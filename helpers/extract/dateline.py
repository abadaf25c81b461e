"""The dateline: place and day before the lede, or a date line under the title.

Forms: ``LONDON, May 11 (Reuters) -``, ``Washington DC, 18 January 2023 (TDI):``,
``KYIV, 12 May 2022``, ``LONDON –`` (place only), ``(Kigali - 11th May, 2022)``,
``Updated: May 11, 2022`` and a date on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from helpers.extract.dates_symbols import Absolute, OneOf
from helpers.extract.facts import Dateline, DateMention

#: A dateline lies in the first so many characters that are not blank.
HEAD: Final = 400

_B: Final = r"[^\S\n]{0,8}"
_BB: Final = r"[^\S\n]{1,8}"
_WORD: Final = r"(?:[^\W\d_][\w.’'-]{0,24})"
_CAPITAL: Final = r"(?:(?![a-z])[^\W\d_][\w.’'-]{0,24})"
_PLACE: Final = (
    rf"{_CAPITAL}(?:{_BB}(?:{_CAPITAL}|of|de|the|and|al|el|du|la|le|upon|am)){{0,4}}"
    rf"(?:[,/]{_B}{_CAPITAL}(?:{_BB}{_CAPITAL}){{0,3}})?"
)
_AGENCY: Final = rf"(?:{_B}[(\[][^()\[\]\n]{{2,40}}[)\]])"
_DASH: Final = rf"{_B}(?:[-\u2010-\u2015\u2212]{{1,3}}|:)(?=\s|[A-Z“\"]|$)"

_BEFORE_DAY: Final = re.compile(
    rf"(?P<place>{_PLACE}){_B}(?:,|\.|[-\u2013\u2014]|{_AGENCY},?){_B}(?:on{_BB})?$"
)
_AFTER_DAY: Final = re.compile(rf"\.?{_AGENCY}?(?:{_DASH}|{_B}[/|.]|{_B}(?=\n|$))|{_AGENCY}{_B}")
_AGENCY_AFTER: Final = re.compile(rf"{_B},?{_AGENCY}(?:{_DASH}|[^\S\n])|{_DASH}")
_BRACKETED: Final = re.compile(rf"[(\[](?P<inner>[^()\[\]\n]{{0,60}}?){_B}[-\u2013\u2014,|:]{_B}$")
_LABEL: Final = re.compile(
    rf"(?:(?:last{_BB}|first{_BB})?(?:updated|published|posted|released?|modified|issued|created|date|dated"
    rf"|publication{_BB}date|release{_BB}date)(?:{_BB}(?:on|at))?|for{_BB}immediate{_BB}release"
    rf"|press{_BB}release"
    rf"|by{_BB}[^\n|]{{2,60}})?{_B}[:|,/\u2013\u2014-]?{_B}$",
    re.IGNORECASE,
)
_LINE_END: Final = re.compile(
    rf"{_B}(?:[,"
    rf"|/\u2013\u2014-]?{_B}(?:at{_BB})?\d{{1,2}}[:.]\d\d(?:{_B}[ap]\.?m\.?)?(?:{_B}(?:[A-Z]{{2,5}}))?)?"
    rf"{_B}[|,.]?{_B}(?=\n|$)",
    re.IGNORECASE,
)
_PLACE_ONLY: Final = re.compile(
    rf"^[^\S\n]{{0,40}}(?P<place>(?:[A-Z][A-Z.’'-]+(?:{_BB}(?:[A-Z][A-Z.’'-]*|of"
    rf"|de)){{0,3}})(?:,{_B}{_CAPITAL}(?:[^\S\n]{_CAPITAL}){{0,2}})?)"
    rf"(?:{_AGENCY})?{_B}(?:[\u2010-\u2015\u2212]{{1,2}}|--|(?<=\)){_B}-|[^\S\n]-){_BB}(?=\S)",
    re.MULTILINE,
)
_PLACE_AGENCY: Final = re.compile(
    rf"^[^\S\n]{{0,40}}(?P<place>{_PLACE}){_B}\((?:[A-Z]{{2,8}}|Reuters|Xinhua|Interfax|Ukrinform|Tass"
    rf"|Bloomberg)\){_B}"
    rf"[-\u2010-\u2015\u2212:]{{1,3}}",
    re.MULTILINE,
)

#: First words of what stands before a date and is no place.
_NO_PLACE: Final = frozenset(
    [
        "by",
        "on",
        "updated",
        "published",
        "posted",
        "date",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "the",
        "a",
        "an",
        "in",
        "since",
        "until",
        "from",
        "last",
        "release",
        "issued",
        "photo",
        "image",
        "file",
        "today",
        "yesterday",
        "after",
        "before",
        "at",
        "for",
    ]
)


def find_dateline(text: str, dates: Sequence[DateMention]) -> Dateline | None:
    """Find the dateline of an article in its first lines.

    Parameters
    ----------
    text : str
        The text that the rules may read (boilerplate blanked).
    dates : sequence of DateMention
        What `helpers.extract.dates.find_dates` found in it.

    Returns
    -------
    Dateline or None
        `country` is left empty; `date` is None where only a place is given. A
        dateline with a place goes before a line that holds only a date.

    Examples
    --------
    >>> from helpers.extract.dates import find_dates
    >>> text = "OSLO, May 11 (NTB) - The ministers met."
    >>> line = find_dateline(text, find_dates(text))
    >>> line.place, text[line.start:line.end]
    ('OSLO', 'OSLO, May 11 (NTB) -')
    """
    limit = _head_end(text)
    bare: Dateline | None = None
    for mention in dates:
        if mention.end > limit:
            break
        if not _is_day(mention):
            continue
        found = _with_place(text, mention) or _in_brackets(text, mention)
        if found is not None:
            return found
        if bare is None:
            bare = _own_line(text, mention)
    place = _place_only(text[:limit])
    if place is not None and bare is not None:
        return Dateline(place.start, place.end, place.place, "", bare.date)
    return bare or place


def _head_end(text: str) -> int:
    """Return where the first `HEAD` characters that are not blank end."""
    seen = 0
    for run in re.finditer(r"\S{1,100}", text):
        seen += run.end() - run.start()
        if seen >= HEAD:
            return run.end()
    return len(text)


def _is_day(mention: DateMention) -> bool:
    """Tell whether the mention is a calendar day, with or without a year."""
    symbol = mention.symbol
    if isinstance(symbol, OneOf):
        return all(isinstance(o, Absolute) and o.year is not None for o in symbol.options)
    return isinstance(symbol, Absolute) and symbol.month is not None


def _has_year(mention: DateMention) -> bool:
    return isinstance(mention.symbol, OneOf) or getattr(mention.symbol, "year", None) is not None


def _line_start(text: str, position: int) -> int:
    return max(text.rfind("\n", 0, position) + 1, position - 200)


def _with_place(text: str, mention: DateMention) -> Dateline | None:
    """Read ``PLACE, DATE (AGENCY) -``."""
    start = _line_start(text, mention.start)
    before = _BEFORE_DAY.search(text[start : mention.start])
    after = _AFTER_DAY.match(text, mention.end)
    if before is None or after is None:
        return None
    lead = text[start : start + before.start()].strip("*#>| \t\xa0")
    if lead and not re.search(r"[.!?:|)–—-]$", lead):
        return None
    place = before["place"].strip()
    if not _looks_like_place(place):
        return None
    return Dateline(start + before.start("place"), after.end(), place, "", mention)


def _looks_like_place(place: str) -> bool:
    """Tell a place from a byline or a label ("By John Smith", "Updated")."""
    first = place.split()[0].strip(".,").lower()
    return len(place) <= 60 and first not in _NO_PLACE


def _in_brackets(text: str, mention: DateMention) -> Dateline | None:
    """Read ``(Kigali - 11th May, 2022)``."""
    start = _line_start(text, mention.start)
    before = _BRACKETED.search(text[start : mention.start])
    after = re.compile(rf"{_B}[)\]]").match(text, mention.end)
    if before is None or after is None or not _has_year(mention):
        return None
    inner = before["inner"].strip(" \t,|-–—")
    place = inner if inner and re.fullmatch(_PLACE, inner) and _looks_like_place(inner) else ""
    return Dateline(start + before.start(), after.end(), place, "", mention)


def _own_line(text: str, mention: DateMention) -> Dateline | None:
    """Read a date with a year on a line of its own, or behind a label."""
    if not _has_year(mention):
        return None
    start = _line_start(text, mention.start)
    head = text[start : mention.start]
    label = _LABEL.match(head.lstrip("*#>| \t\xa0"))
    tail = _LINE_END.match(text, mention.end)
    if label is None or (
        tail is None and not re.match(r"(?i)\s*(?:last\s+)?(?:updated|published|posted)", head)
    ):
        return None
    return Dateline(start + len(head) - len(head.lstrip()), mention.end, "", "", mention)


def _place_only(head: str) -> Dateline | None:
    """Read ``LONDON –`` and ``Oslo (NTB) -``."""
    found = [m for m in (_PLACE_ONLY.search(head), _PLACE_AGENCY.search(head)) if m]
    for match in sorted(found, key=lambda m: m.start()):
        place = match["place"].strip()
        if _looks_like_place(place):
            return Dateline(match.start("place"), match.end(), place)
    return None
