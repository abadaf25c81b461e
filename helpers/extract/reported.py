"""Indirect speech: ``Roe said that …``, ``…, Roe stated.``, ``According to Roe, …``.

Only clear clauses with an identified subject count; "announced a plan that …"
and "did not say that …" do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.extract.cues import Cue
from helpers.extract.facts import Sentence, StatementMention
from helpers.extract.speakers import Speakers

SENTENCE_MAX = 1500
MIN_WORDS = 4

_THAT = re.compile(
    r"(?:\s*,)?(?:\s+(?:on|in|at|during|to|after|before|late|earlier|today|yesterday|again|also|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"\b[^.;:“”\"\n]{0,70}?)?(?:\s*,)?\s+that\b,?\s+(?!(?:day|evening|night|morning|week|month|year|same)\b)"
)
_TOLD = re.compile(r"\s+[^.;:“”\"\n]{1,70}?\s+that\s+")
_ADDRESSED = frozenset(("tell", "remind", "assure", "inform", "warn"))
_BARE = re.compile(
    r"\s+(?=(?:the|a|an|his|her|its|their|there|it|he|she|they|both|all|no|some|any|these|those|more|"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w’'-]*)\s)"
)
_NOT_SAID = re.compile(
    r"\b(?:not|never|no one|nobody|would|will|may|might|could|should|to|expected|declined|refused|if|"
    r"whether)\s*$|n['’]t\s*$"
)
_COMMA_BEFORE = re.compile(r",\s+(?:the\s+|an?\s+|as\s+)?$", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:\s+(?:on|in|at|during|to|after|before|late|earlier|today|yesterday|while|when|by|through|via"
    r"|last|this|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reporters|journalists|following|ahead|as"
    r"|here)\b[^,:;“”\"\n]{0,90})?[.!?…]*$"
)
_TOLD_TAIL = re.compile(r"\s+(?!that\b)[^,:;“”\"\n]{1,90}$")
_CLAUSE_AFTER = re.compile(r"\s*,\s+")
_LEAD = re.compile(
    r"(?:in addition|also|furthermore|moreover|meanwhile|however|but|and)\b,?\s+", re.IGNORECASE
)
_WORD = re.compile(r"\w+")


def find_reported(
    text: str,
    sentences: Sequence[Sentence],
    cues: Sequence[tuple[Cue, int]],
    speakers: Speakers,
    quoted: Sequence[tuple[int, int]],
) -> tuple[StatementMention, ...]:
    """Find reported clauses.

    Parameters
    ----------
    text : str
        The article with boilerplate masked.
    sentences : sequence of Sentence
        Its sentences.
    cues : sequence of (Cue, int)
        Cues that no quotation uses, each with the index of its sentence.
    speakers : Speakers
        The persons.
    quoted : sequence of (int, int)
        Spans of statements found so far, in order; a clause with one of them in
        it is left to them.

    Returns
    -------
    tuple of StatementMention
        In order of the text; at most one for each cue, no two overlap.
    """
    found: list[StatementMention] = []
    k = 0
    for cue, s in cues:
        sentence = sentences[s]
        if cue.kind in ("judge", "ask") or sentence.end - sentence.start > SENTENCE_MAX:
            continue
        while k < len(quoted) and quoted[k][1] <= sentence.start:
            k += 1
        if k < len(quoted) and quoted[k][0] < sentence.end:
            continue
        if found and found[-1].end > cue.start:
            continue
        clause = _clause(text, sentence, cue, speakers)
        if clause is None:
            continue
        start, end, speaker = clause
        while end > start and text[end - 1] in " \n\t.!?…,;":
            end -= 1
        if speaker >= 0 and len(_WORD.findall(text, start, end)) >= MIN_WORDS and not _overlaps(found, start):
            surface = text[cue.start : cue.end].lower()
            found.append(StatementMention(start, end, "indirect", surface, speaker))
    return tuple(found)


def _overlaps(found: list[StatementMention], start: int) -> bool:
    return bool(found) and found[-1].end > start


def _clause(text: str, sentence: Sentence, cue: Cue, speakers: Speakers) -> tuple[int, int, int] | None:
    """Return start, end and speaker of the clause that a cue reports."""
    if cue.kind == "phrase":
        return _according(text, sentence, cue, speakers)
    if _NOT_SAID.search(text, max(sentence.start, cue.start - 20), cue.start) and not re.search(
        r"\b(?:went|goes|going) on to\s*$|\bcontinued to\s*$",
        text[max(sentence.start, cue.start - 20) : cue.start],
    ):
        return None
    that = _THAT.match(text, cue.end, sentence.end)
    if that is None and cue.lemma in _ADDRESSED:
        that = _TOLD.match(text, cue.end, sentence.end)
    if that is None and cue.kind == "free":
        that = _BARE.match(text, cue.end, sentence.end)
        if that and speakers.after(cue.end, sentence.end) >= 0 and text[cue.start - 2 : cue.start] == ", ":
            that = None
    if that:
        speaker = speakers.before(cue.start, cue.end, sentence.start)
        if speaker >= 0:
            return that.end(), sentence.end, speaker
    return _trailing(text, sentence, cue, speakers)


def _trailing(text: str, sentence: Sentence, cue: Cue, speakers: Speakers) -> tuple[int, int, int] | None:
    """Read ``clause, Roe said.`` and ``clause, said Roe.``."""
    start = sentence.start
    lead = _LEAD.match(text, start)
    if lead:
        start = lead.end()
    before = text[max(start, cue.start - 3) : cue.start]
    if before.rstrip().endswith(","):
        speaker = speakers.after(cue.end, sentence.end)
        if speaker >= 0 and _TAIL.match(text, speakers.persons[speaker].end, sentence.end):
            return start, cue.start, speaker
        return None
    speaker = speakers.before(cue.start, cue.end, start)
    tail = _TOLD_TAIL if cue.lemma in _ADDRESSED else _TAIL
    if speaker < 0 or not tail.match(text, cue.end, sentence.end):
        return None
    at = speakers.persons[speaker].start
    comma = _COMMA_BEFORE.search(text, max(start, at - 8), at)
    return (start, comma.start(), speaker) if comma else None


def _according(text: str, sentence: Sentence, cue: Cue, speakers: Speakers) -> tuple[int, int, int] | None:
    """Read ``According to Roe, clause.`` and ``clause, according to Roe.``."""
    speaker = speakers.after(cue.end, sentence.end)
    if speaker < 0:
        return None
    end = speakers.persons[speaker].end
    if not text[sentence.start : cue.start].strip():
        comma = _CLAUSE_AFTER.match(text, end, sentence.end)
        return (comma.end(), sentence.end, speaker) if comma else None
    if _TAIL.match(text, end, sentence.end) and sentence.end - end <= 3:
        return sentence.start, cue.start, speaker
    return None
