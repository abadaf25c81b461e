"""Subjects: the side of a meeting that stands left of its trigger."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from helpers.extract.arguments import (
    ROW,
    find_owner,
    find_right_subject,
    find_subject,
    indexes,
    is_first_person,
)
from helpers.extract.facts import PersonMention, StatementMention
from helpers.extract.frames import Frame
from helpers.extract.groups import Said, find_members
from helpers.extract.skeleton import Skeleton

Span = tuple[int, int]
Side = tuple[tuple[int, ...], Span]

NOWHERE: Span = (-1, -1)
_NOBODY: Side = ((), NOWHERE)
_ANNOUNCES = re.compile(
    r"(?:Joint )?(?:Statement|Remarks|Comments?|Press release|Transcript) (?:by|from|of)\b", re.I
)
_EXISTS = re.compile(
    r"\bthere (?:is|are|was|were|has been|have been|had been|will be|would be)\b[^;.]{0,70}$", re.I
)
_COUNTERPART = re.compile(r"(?:[Hh]is|[Hh]er) .*\bcounterpart\b", re.S)
_LEANS = re.compile(
    r"\b(?:in|during|at|after|following|before|ahead of|for|on|over|by|via|to|from|until|about|had|has"
    r"|have|having"
    r"|\w+ed|concludes?|ends?|begins?|starts?|resumes?|opens?|joins?|attends?|continues?|cancels?"
    r"|postpones?|sought|seeks?|wants?|plans?|set up|held|hold|holds|holding|of|under|his|her|prior to"
    r"|since|with)(?: [\w'’-]+| ‹[LT]\d+›){0,7} ?$",
    re.I,
)


_OPENING = re.compile(
    r"(?:After|Following|Before|During|In|At|Ahead of|Prior to|Speaking|Addressing|According)\b[^,;.]*$"
)


def end_of_objects(line: str, match: re.Match[str]) -> int:
    """Return where the objects of a match end, without the subject after an opening phrase.

    "After talks with ‹P0›, ‹P1› flew home": the objects end at the comma.
    """
    if "b" not in match.groupdict() or match["b"] is None:
        return match.end()
    row, rest = match["b"], line[match.end("b") :]
    if "," not in row or not rest or rest[0] in ",.;" or not _OPENING.match(line, 0, match.start("b")):
        return match.end("b")
    return match.start("b") + row.index(",")


def find_left_side(
    text: str,
    frame: Frame,
    match: re.Match[str],
    skeleton: Skeleton,
    persons: Sequence[PersonMention],
    statements: Sequence[StatementMention],
    said: Said,
) -> Side:
    """Find the members of the side that stands left of the trigger.

    Parameters
    ----------
    text : str
        The article.
    frame, match : Frame, re.Match
        What matched in the skeleton.
    skeleton : Skeleton
        The sentence.
    persons, statements : sequence of mention
        The article's people; its quotations, for *I* and *we*.
    said : Said
        What came before.

    Returns
    -------
    tuple
        Indexes into `persons`, and the span in the skeleton, (-1, -1) if the
        side is not named in the sentence.
    """
    at = match.start("t")
    if frame.subject == "none":
        return _NOBODY
    if frame.subject == "everyone":
        return said.everyone, NOWHERE
    owner = find_owner(skeleton.text, at) if frame.noun or frame.subject == "owner" else None
    if frame.noun and owner is None and _EXISTS.search(skeleton.text, 0, at):
        return _NOBODY  # "there are no plans for a meeting with ‹P1›": nobody's in particular
    if frame.noun and _ANNOUNCES.match(skeleton.text) and not isinstance(owner, tuple):
        return _NOBODY  # "Statement by A on talks with B" does not say that A was there
    speaker = find_speaker(skeleton.offset(at), statements)
    if speaker >= 0 and frame.subject == "speaker":
        return (speaker,), NOWHERE
    if is_first_person(skeleton.text, at) or owner in ("our", "my"):
        speaker = speaker if speaker >= 0 or skeleton.sentence <= said.author_sentence else said.author
        return ((speaker,), NOWHERE) if speaker >= 0 else _NOBODY
    if isinstance(owner, tuple):
        return find_members(owner[0], skeleton.sentence, said, persons), owner[1]
    if owner == "their":
        return said.subject or said.everyone, NOWHERE
    bound = _antecedent(text, match, persons, skeleton)
    if bound is not None and frame.noun:
        return bound
    found = find_subject(skeleton.text, match.start() if frame.noun else at, first=owner is not None)
    if found is None or (frame.noun and not _LEANS.search(skeleton.text[max(0, at - 80) : at])):
        found = find_right_subject(skeleton.text, _end(skeleton.text, match)) or (found if owner else None)
    if found is None:
        return (_nearest_person(text, skeleton, persons), NOWHERE) if owner else _NOBODY
    return find_members(found[0], skeleton.sentence, said, persons), found[1]


def _end(line: str, match: re.Match[str]) -> int:
    end = end_of_objects(line, match)
    return end if end < match.end() and match.groupdict().get("b") else match.end()


def find_speaker(offset: int, statements: Sequence[StatementMention]) -> int:
    """Find who says what stands at an offset, as an index into the persons, or -1.

    `statements` are in order of the text and disjoint.
    """
    i = bisect_right(statements, offset, key=lambda s: s.start) - 1
    return statements[i].speaker if i >= 0 and offset < statements[i].end else -1


def _antecedent(
    text: str, match: re.Match[str], persons: Sequence[PersonMention], skeleton: Skeleton
) -> Side | None:
    """Return who *his counterpart* is the counterpart of: the person named before."""
    first = next((i for _, i in indexes(match.groupdict().get("b") or "")), -1)
    if first < 0 or not _COUNTERPART.match(text, persons[first].start, persons[first].end):
        return None
    rows = list(ROW.finditer(skeleton.text, 0, match.start("t")))
    if rows:
        return tuple(i for _, i in indexes(rows[-1].group()))[:1], rows[-1].span()
    return _nearest_person(text, skeleton, persons), NOWHERE


def _nearest_person(text: str, skeleton: Skeleton, persons: Sequence[PersonMention]) -> tuple[int, ...]:
    """Return the first person of the sentence before, else (in a headline) the first after it."""
    start, end = skeleton.marks[0][1], skeleton.marks[-1][1]
    at = bisect_left(persons, start, key=lambda p: p.start)
    last = next((i for i in range(at - 1, -1, -1) if _can_be_meant(persons[i])), -1)
    if last < 0:
        rest = range(bisect_left(persons, end, key=lambda p: p.start), len(persons))
        return tuple(i for i in rest if persons[i].key and persons[i].form in ("full", "surname"))[:1]
    begins = max(text.rfind(mark, 0, persons[last].start) for mark in (". ", "\n"))
    first = last
    for i in range(last - 1, -1, -1):
        if persons[i].start <= begins:
            break
        first = i if _can_be_meant(persons[i]) else first
    return (first,)


def _can_be_meant(p: PersonMention) -> bool:
    return bool(p.key) and p.form not in ("body", "group")
