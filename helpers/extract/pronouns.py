"""Who "he" is in ``he added``: the voice that was speaking.

A pronoun's nearest name is often somebody the speaker has just talked about. A
reader takes ``he added`` for the speaker before, and so does ``“…,” he said``
where no other person has come up since.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from helpers.extract.facts import PersonMention, StatementMention

#: How far back the speaker before may have been named, in characters.
REACH = 1500

_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "they": "n"}
_ADDS = re.compile(
    r"\b(?:add\w*|continu\w*|conclud\w*|went on|goes on|sum\w* up|reiterat\w*|repeat\w*)\b", re.IGNORECASE
)
_ALSO = re.compile(r"\b(?:also|further|furthermore|moreover|in addition|even|again)\b[\s,]*$", re.IGNORECASE)
_ALSO_NEXT = re.compile(r"\s*(?:also|further|then|even|again)\b", re.IGNORECASE)


def continue_speakers(
    text: str, statements: Sequence[StatementMention], persons: Sequence[PersonMention]
) -> tuple[StatementMention, ...]:
    """Give pronoun speakers the voice before where that is who is meant.

    Parameters
    ----------
    text : str
        The article with boilerplate masked.
    statements : sequence of StatementMention
        In order of the text; speakers may be pronouns.
    persons : sequence of PersonMention
        In order of the text.

    Returns
    -------
    tuple of StatementMention
        The same statements; a speaker that changed is the mention that named
        the voice before, never another pronoun of it.
    """
    result: list[StatementMention] = []
    genders = _genders(text, persons)
    starts = [p.start for p in persons]
    voice = -1
    replaced = -1
    for k, statement in enumerate(statements):
        speaker = statement.speaker
        if speaker >= 0 and persons[speaker].form == "pronoun":
            if speaker == replaced or _continues(text, statements, k, voice, persons, genders, starts):
                replaced = speaker
                statement = replace(statement, speaker=voice)
            else:
                voice = speaker
        elif speaker >= 0 or statement.cue:
            voice, replaced = speaker, -1
        result.append(statement)
    return tuple(result)


def _genders(text: str, persons: Sequence[PersonMention]) -> dict[str, set[str]]:
    """Collect the genders of the pronouns of every chain."""
    genders: dict[str, set[str]] = {}
    for p in persons:
        gender = _GENDERS.get(text[p.start : p.end].lower()) if p.form == "pronoun" and p.key else None
        if gender:
            genders.setdefault(p.key, set()).add(gender)
    return genders


def _continues(
    text: str,
    statements: Sequence[StatementMention],
    k: int,
    voice: int,
    persons: Sequence[PersonMention],
    genders: dict[str, set[str]],
    starts: Sequence[int],
) -> bool:
    """Tell whether statement `k`, spoken by a pronoun, goes on with the voice before."""
    if voice < 0 or k == 0:
        return False
    statement, before = statements[k], statements[k - 1]
    pronoun, known = persons[statement.speaker], persons[voice]
    gender = _GENDERS.get(text[pronoun.start : pronoun.end].lower(), "")
    if gender in ("", "n") or known.form in ("group", "body") or pronoun.key == known.key != "":
        return False
    if pronoun.start - before.end > REACH or genders.get(known.key, {gender}) - {gender}:
        return False
    if _ADDS.search(statement.cue) or _ALSO.search(text, max(0, pronoun.start - 16), pronoun.start):
        return True
    if _ALSO_NEXT.match(text, pronoun.end):
        return True
    last = max(before.end, known.end) if known.start < pronoun.start else before.end
    spans = [(s.start, s.end) for s in (before, statement)]
    for i in range(bisect_left(starts, last), statement.speaker):
        p = persons[i]
        if p.form == "pronoun" and p.key == pronoun.key:
            continue
        if not any(a <= p.start < b for a, b in spans):
            return False
    return statement.kind == "direct"
