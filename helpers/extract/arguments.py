"""Arguments: who stands left of a meeting's trigger as its subject or owner."""

from __future__ import annotations

import re

from helpers.extract.frames import OBJECTS, ROW_WITH_AND, SINGLE
from helpers.extract.skeleton import PLACEHOLDER

#: A row of objects, which ends before a new subject; a row of subjects, which does not.
ROW = re.compile(OBJECTS)
SUBJECT_ROW = re.compile(rf"{ROW_WITH_AND}|{SINGLE}")
_GOVERNED = re.compile(
    r"(?:\b(?:with|to|by|of|for|from|against|about|between|than|like|including|alongside|under|over"
    r"|via|on|at|near|among|despite|per|is|was|called|named)"
    r"|\b(?:told|met|visited|invited|joined|criticised|criticized|praised|thanked|urged|urges|asked"
    r"|accused|replaced|succeeded|hosted|received|welcomed|quoted|citing|appointed))"
    r"(?: (?:the|his|her|their|both|then|fellow|former))?\s*$"
)
#: A body right before the names that say who it is: "met three envoys - ‹P0› and ‹P1›".
_NAMELY = re.compile(
    r"(?:(?!the\b)[a-z-]+ ){0,2}‹B\d+›(?: [-–—]|:| \(|,| from (?:‹G\d+›|[^,;.‹]{1,40}),? including"
    r"|,? including|,? such as) $"
)
_COORDINATED = re.compile(
    r"^\s*(?:,? ?(?:and|then|before|after|and then|but))(?: (?:also|then|later|subsequently|separately"
    r"|will|would|to|had|has|have))*\s*$"
)
#: "‹P0›, the head of their diplomacy and ‹P1›, will": the second is what the first is called.
_IS_CALLED = re.compile(
    r", (?:the|an?|its|their|who is|who was|‹[LB]\d+›['’]s)\b[^;.‹]{0,70}(?:‹L\d+›[^;.‹]{0,30})?"
)
_RELATIVE = re.compile(r",? (?:who|whom|which|that)\b(?:(?! (?:who|that)\b)[^;,]){0,40}$")
#: Characters left of a trigger within which its subject is looked for.
FAR = 1200
_SENT = re.compile(
    r"\b(?:urged|urges?|urging|asked|asks?|told|tells|persuaded|encouraged|pressed|ordered|sent|sends"
    r"|wants?|wanted|allowed|advised"
    r"|called on|calls on|pushed|invited)(?: (?:both|the))? $"
)
#: "to meet", also "to travel to ‹L1› to meet"; the verb itself left out.
INFINITIVE = re.compile(
    r" (?:not )?to (?:(?:travel|fly|go|come|return) (?:back )?(?:to (?:the )?‹L\d+› |home "
    r"|there )?(?:‹T\d+› )?to )?"
)
_PLAIN_VERB = re.compile(r"(?: [\w’'-]+){1,4} ")
_OPENS_CLAUSE = re.compile(
    r"\b(?:sa(?:id|ys|y)|that|tell?s?|told|hop\w+|believ\w+|expect\w*|confirm\w*|announc\w*|add\w*"
    r"|not(?:ed|es)"
    r"|claim\w*|insist\w*|warn\w*|think\w*|thought|know|knew|report\w*|suggest\w*|stat(?:ed|es)"
    r"|reveal\w*|agre\w+"
    r"|and|but|or|when|while|after|before|where|as|if|because|since|whose|denied|denies|signal\w*"
    r"|argu\w+|fear\w*)\b"
)
_CLAUSE = re.compile(r"; | that |, (?:while|but) |[.!?:] ")
_QUOTE = re.compile(r"[“”\"]")
_OWNER = re.compile(r"(‹[PBG]\d+›)['’]s?(?: [\w-]+){0,5}\s*$")
_POSSESSIVE = re.compile(r"\b([Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y)(?: [\w-]+){0,5}\s*$")
_FIRST_PERSON = re.compile(r"(?:^|[\s“\"])(?:I|[Ww]e)(?:['’](?:ve|ll|d|m|re))?\b(?: [\w'’-]+){0,6}\s*$")


def indexes(row: str) -> tuple[tuple[str, int], ...]:
    """Return the kind and index of every participant in a row; places in it are passed over."""
    return tuple((m[1], int(m[2])) for m in PLACEHOLDER.finditer(row) if m[1] in "PBG")


def find_subject(text: str, trigger: int, *, first: bool = False) -> tuple[str, tuple[int, int]] | None:
    """Find the subject of the clause whose verb stands at `trigger`.

    The nearest row of participants to the left that no preposition governs;
    with a coordinated verb ("criticised ‹P1› and met") the one before it; with a
    relative clause its antecedent, whatever governs that.

    Parameters
    ----------
    text : str
        The skeleton.
    trigger : int
        Offset of the verb.
    first : bool, default False
        Take the subject of the whole clause, not the nearest one: "A told B of
        his talks with C".

    Returns
    -------
    tuple or None
        The row and its span.

    Examples
    --------
    >>> find_subject("‹P0› spoke with ‹P1› and met", 24)
    ('‹P0›', (0, 4))
    """
    rows = _rows(text, trigger)
    if not rows:
        return None
    last = rows[-1]
    if INFINITIVE.fullmatch(text, last.end(), trigger) and _SENT.search(
        text, max(0, last.start() - 30), last.start()
    ):
        return last.group(), last.span()  # "urged ‹P1› to meet": the one who is urged meets
    between = text[last.end() : trigger]
    if _RELATIVE.search(between) and not re.search(r"‹[PBG]", between):
        relative = between.strip(" ,")
        if re.match(r"(?:who|which)\b", relative):
            return last.group(), last.span()
    free = [m for m in rows if not _is_governed(text, m) and text[m.end() : m.end() + 2] not in ("'s", "’s")]
    if not free:
        return None
    if first:
        breaks = [m.end() for m in _CLAUSE.finditer(text, 0, trigger)]
        inside = [m for m in free if not breaks or m.start() >= breaks[-1]]
        return ((inside or free)[0].group(), (inside or free)[0].span())
    free = [m for i, m in enumerate(free) if i == 0 or not _is_object(text, free[i - 1], m)]
    chosen = free[-1]
    if (_COORDINATED.match(text[chosen.end() : trigger]) and len(free) > 1) or (
        len(free) > 1
        and text[chosen.end() : chosen.end() + 1] == ","
        and _IS_CALLED.fullmatch(text, free[-2].end(), chosen.start())
    ):
        chosen = free[-2]
    if re.search(r"[;]| but ", text[chosen.end() : trigger]) and re.search(
        r"[;]", text[chosen.end() : trigger]
    ):
        return None
    return chosen.group(), chosen.span()


def _rows(text: str, stop: int) -> list[re.Match[str]]:
    """Return the rows before an offset: whole where no word governs them.

    In "met ‹P0› and ‹P1› will" the row of objects ends before the new subject;
    "‹P0› and ‹P1› will" is one subject.
    """
    rows: list[re.Match[str]] = []
    at = text.find("‹", stop - FAR) if stop > FAR else 0
    if at < 0:
        return rows
    while (match := SUBJECT_ROW.search(text, at, stop)) is not None:
        if _is_governed(text, match):
            match = ROW.search(text, match.start(), stop) or match
        rows.append(match)
        at = match.end()
    return rows


def _is_object(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """Tell whether a row is the object of the verb that follows the row before it.

    "‹P0› criticised ‹P1›" has an object; "‹P0› said ‹P1› had" a new subject.
    """
    between = text[before.end() : match.start()]
    return bool(_PLAIN_VERB.fullmatch(between)) and not _OPENS_CLAUSE.search(between)


def _is_governed(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    before = _NAMELY.sub("", before)
    if match.group().startswith("‹B"):
        before = re.sub(r"(?: (?!the\b)[a-z-]+){1,2} $", " ", before)
    return bool(_GOVERNED.search(before))


def find_right_subject(text: str, end: int) -> tuple[str, tuple[int, int]] | None:
    """Find the subject that follows an opening phrase: "After talks with X, Y said"."""
    comma = re.compile(r"(?:(?!‹[PBG])[^;“”\"]){0,80}?, (?:the |then |that )?").match(text, end)
    if comma is None:
        return None
    row = SUBJECT_ROW.match(text, comma.end())
    if row is None or text[row.end() : row.end() + 2] in ("'s", "’s"):
        return None
    return row.group(), row.span()


def find_owner(text: str, trigger: int) -> tuple[str, tuple[int, int]] | str | None:
    """Find whose meeting a noun speaks of.

    Returns
    -------
    tuple, str or None
        A row with its span for a possessive name; the pronoun for a possessive
        pronoun ("his"); None without either.

    Examples
    --------
    >>> find_owner("after ‹P2›'s first official meeting with", 28)
    ('‹P2›', (6, 10))
    >>> find_owner("after his first meeting with", 16)
    'his'
    """
    left = text[max(0, trigger - 90) : trigger]
    offset = max(0, trigger - 90)
    if match := _OWNER.search(left):
        return match[1], (offset + match.start(1), offset + match.end(1))
    if match := _POSSESSIVE.search(left):
        return match[1].lower()
    return None


def is_first_person(text: str, trigger: int) -> bool:
    """Tell whether the verb's subject is *I* or *we*."""
    return bool(_FIRST_PERSON.search(text[max(0, trigger - 60) : trigger]))
