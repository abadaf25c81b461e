"""Circumstances: the date, the place and the event that belong to a meeting's clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.extract.facts import PlaceMention

_DATE = re.compile(r"‹T(\d+)›")
_PLACE = re.compile(r"‹L(\d+)›")
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|confirmed|wrote|tweeted|added|noted|posted|quoted"
    r"|according to)\b(?:(?! that )[^‹;]|‹[PBGL]\d+›){0,40}$"
)
_AFTER_DATE_SPEECH = re.compile(r"^,? (?:said|says|told|announced|that)\b")
_NOT_WHEN = re.compile(
    r"\b(?:since|until|by|after|before|than|of|following|for|over|to|through|between|till|despite"
    r"|from)(?: the| a)? $",
    re.I,
)
_AND_ON = re.compile(r" and (?:on |in |from )?$")
_NEW_SUBJECT = re.compile(r"(?: and ‹T\d+›)?,? ‹[PG]\d+› (?:will|is|was|would|has|had|\w+ed|\w+s)\b")
#: A date of something else: "before the vote on ‹T0›".
_OF_ANOTHER = re.compile(
    r"\b(?:before|after|ahead of|following|prior to|until|since|despite) (?:the |a |an |his |her "
    r"|their |its )?"
    r"(?!(?:meeting|talks|visit|summit|call)\b)(?:[\w’'-]+ ){1,3}(?:on|in|at|of) $",
    re.I,
)
#: Between a date and the noun it is an attribute of: "the ‹T0› Lisbon summit".
_ATTRIBUTE = re.compile(r" (?:[\w-]+ |‹L\d+› ){0,2}")
#: After "said": a clause or a quotation of its own, whose date is no longer when it was said.
_NEW_CLAUSE = re.compile(
    r"[:“\"]|\bthat\b|‹[PBG]\d+› (?:had|has|have|would|will|was|were|is|are|met|could|did|\w+ed)\b"
)
_SET_FOR = re.compile(
    r"\b(?:scheduled|planned|set|due|slated|expected|originally|arranged) (?:to \w+ )?for $"
)
_NOT_WHERE = re.compile(
    r"\b(?:from|of|against|about|on|for|with|by|between|over|toward|towards|leave|left|leaving|via"
    r"|through|the situation in|war in|conflict in|crisis in|peace in|developments in|events in"
    r"|elections? in|security in|troops in|forces in)(?: the)? ?$"
)
_TO = re.compile(
    r"(?:\bfrom ‹L\d+›|‹[PBG]\d+›,?(?: back| here)?|\b(?:visits?|trip|travel\w*|flew|flies|fly|went|go"
    r"|goes|came|come"
    r"|back|return\w*|journey\w*|headed|heading|tour)) to (?:the )?$"
)
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|outside|inside|aboard|within|visited|visiting)(?: (?:the|a|his|her|their|its"
    r"|downtown|central|nearby|neighbou?ring|southern|northern|eastern|western|city of|capital,?"
    r"|town of|port city of|resort of|Black Sea resort of|Red Sea resort of|\w+ (?:capital|city|town"
    r"|resort),?( of)?))*,? ?$"
)
_BREAK = re.compile(
    r"[;:]|[.!?] |, (?:and|but|while|who|which|when|where|as|after|before|adding|saying)\b| (?:that"
    r"|who|which|but|because|while|said|says|told|announced|amid) "
)
_NEXT_VERB = re.compile(
    r"\b(?:and|then|before|after)(?: then)? (?:was |were |will |had )?(?:met|held|flew|arrived|spoke"
    r"|visited|travell?ed|hosted|received|signed|attended|left|departed|returned)\b"
)
#: A clause about another time.
_AFTER_ANOTHER = re.compile(
    r" (?:after|before|following|ahead of|prior to) (?!‹T)(?:an? |the |his |her |their )?(?!arriv"
    r"|land|fly|tomorrow)"
)
_SINCE = re.compile(
    r" (?:since|until|ahead of|before|after) (?!‹T)(?=[^;.]{0,80}\b(?:\w+ed|took|came|was|were|left"
    r"|won|became|began)\b)"
)
_EVENT_WORD = (
    r"(?:[Ss]ummit|[Mm]inisterial|[Cc]onference|[Ff]orum|[Aa]ssembly|Dialogue|Olympics|Games|funeral"
    r"|inauguration|coronation|[Mm]eeting)"
)
_EVENT = re.compile(
    rf"\b(?:at|for|during|of|around|after|attend|attending|before|to) (?:the |an? |this year['’]s "
    rf"|\w+['’]s )?((?:(?:[A-Z0-9][\w’'&/.-]*|\([A-Z]+\)|of|the|and|on|for|annual"
    rf"|annual) ){{1,9}}?{_EVENT_WORD})\b"
)


def clause_after(text: str, end: int, limit: int = 130) -> int:
    """Return where the clause that runs on from `end` stops."""
    stop = min(len(text), end + limit)
    for pattern in (_BREAK, _NEXT_VERB, _SINCE, _AFTER_ANOTHER):
        match = pattern.search(text, end, stop)
        if match:
            stop = match.start() + (1 if match.group()[0] == " " else 0)
    return stop


def find_date(text: str, subject: tuple[int, int], trigger: tuple[int, int], end: int) -> int:
    """Find the date of the meeting in its sentence.

    Parameters
    ----------
    text : str
        The skeleton.
    subject, trigger : tuple of int
        Spans; subject is (-1, -1) where there is none.
    end : int
        End of the frame's match.

    Returns
    -------
    int
        Index of the date mention, or -1. A date that says when something was
        said, or since or until when, is none.
    """
    inner = [m for m in _DATE.finditer(text, trigger[0], clause_after(text, end)) if _is_when(text, m)]
    if inner:
        return int(inner[0][1])
    lo = subject[0] if 0 <= subject[0] < trigger[0] else 0
    between = [
        m
        for m in _DATE.finditer(text, lo, trigger[0])
        if _ATTRIBUTE.fullmatch(text, m.end(), trigger[0]) or _is_when(text, m)
    ]
    for match in reversed(between):
        if not _BREAK.search(text, match.end(), trigger[0]):
            return int(match[1])
    head = _DATE.match(text) or re.compile(
        r"(?:\w+ ){0,3}(?:‹[LT]\d+›,? ?)?(?:on |in |at |late |early |late on )?‹T(\d+)›"
    ).match(text)
    if head and _is_when(text, head) and not _AFTER_DATE_SPEECH.match(text[head.end() :]):
        stretch = text[head.end() : trigger[0]]
        if subject[0] < 0 or not re.search(r"[;]| that |[.!?] ", stretch):
            return int(head[1])
    return -1


def _is_when(text: str, match: re.Match[str]) -> bool:
    at = match.start() + match.group().rfind("‹T")
    before = text[max(0, at - 70) : at]
    if _AND_ON.search(before) and _NEW_SUBJECT.match(text, match.end()):
        return False  # "will meet ‹P1› and on ‹T0› he will": of the next clause
    if _OF_ANOTHER.search(before):
        return False
    if _NOT_WHEN.search(before) and not _SET_FOR.search(before):
        return False
    said = _SAID_BEFORE.search(before)
    return not (said and not _NEW_CLAUSE.search(before[said.start() :]))


def find_place(
    text: str, subject: tuple[int, int], trigger: tuple[int, int], end: int, places: Sequence[PlaceMention]
) -> int:
    """Find the place of the meeting in its sentence.

    Returns
    -------
    int
        Index of the place mention, or -1. A city or building is preferred to a
        country.
    """
    stop = clause_after(text, end)
    lo = subject[1] if 0 <= subject[1] < trigger[0] else max(0, trigger[0] - 60)
    found = [m for m in _PLACE.finditer(text, trigger[0], stop) if _is_where(text, m)]
    found += [
        m
        for m in reversed(list(_PLACE.finditer(text, lo, trigger[0])))
        if _is_where(text, m) and not _BREAK.search(text, m.end(), trigger[0])
    ]
    head = re.compile(
        r"(?:‹T\d+›,? )?(?:[Ii]n|[Aa]t|[Ww]hile in|[Dd]uring a visit to|[Oo]n a visit to) (?:the )?‹L(\d+)›"
    ).match(text)
    order = [int(m[1]) for m in found] + ([int(head[1])] if head else [])
    exact = [i for i in order if places[i].kind not in ("country", "region")]
    return (exact or order or [-1])[0]


def _is_where(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 45) : match.start()]
    if re.match(
        r" (?:[Cc]onference|[Ss]ummit|talks|meeting|[Ff]orum|negotiations)\b",
        text[match.end() : match.end() + 16],
    ):
        return True
    if _NOT_WHERE.search(before):
        return False
    if _WHERE.search(before) or _TO.search(before):
        return True
    return bool(re.search(r"‹L\d+›, $|‹[PB]\d+› $", before)) and not before.endswith("of ")


def find_event(sentence: str) -> str:
    """Return the named event, such as a summit, of a sentence, or an empty string.

    Examples
    --------
    >>> find_event("They will meet at the Munich Security Conference in May.")
    'Munich Security Conference'
    """
    match = _EVENT.search(sentence)
    return " ".join(match[1].split()) if match and re.search(r"[A-Z]", match[1]) else ""
