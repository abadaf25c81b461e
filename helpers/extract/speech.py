"""Who said what: quotations with their cue and speaker.

A quotation is a statement where something says so: a reporting verb before,
behind or in the middle of it, a colon, the same voice going on, or its own form
as an utterance. Scare quotes and titles are none. Transcripts and tweets come
from `helpers.extract.turns`, indirect speech from `helpers.extract.reported`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from helpers.extract.attribution import Attribution
from helpers.extract.cues import Cue, ReportingVerbs, find_cues, load_reporting_verbs
from helpers.extract.facts import PersonMention, Sentence, StatementMention
from helpers.extract.pronouns import continue_speakers
from helpers.extract.quoted import find_quoted
from helpers.extract.quotes import Quote, find_quotes
from helpers.extract.reported import find_reported
from helpers.extract.turns import find_turns, find_tweets


def find_statements(
    text: str,
    sentences: Sequence[Sentence],
    persons: Sequence[PersonMention],
    *,
    verbs: ReportingVerbs | None = None,
) -> tuple[StatementMention, ...]:
    """Find what was said in an article, and by whom.

    Parameters
    ----------
    text : str
        The article with boilerplate masked; offsets refer to it.
    sentences : sequence of Sentence
        Its sentences in order.
    persons : sequence of PersonMention
        In order of the text, pronouns and roles among them.
    verbs : ReportingVerbs, optional
        The reporting verbs; the shipped ones by default.

    Returns
    -------
    tuple of StatementMention
        In order of the text. ``direct``: an utterance; ``mixed``: quoted words
        inside a reported clause; ``indirect``: the reported clause. Direct and
        mixed spans are the quoted words without their marks. No two overlap.

    Notes
    -----
    Quoted words without a cue, a colon or a speaker beside them are left out
    unless they are whole sentences. Two speakers joined by "and" give the second. Where nobody in
    `persons` is the subject ("the ministry said"), the speaker is -1.

    Examples
    --------
    >>> text = "Roe said: “We will meet again in May.”"
    >>> roe = PersonMention(0, 3, "Roe", "surname", key="roe")
    >>> [(s.kind, s.cue, s.speaker, text[s.start:s.end])
    ...  for s in find_statements(text, [Sentence(0, len(text), 0)], [roe])]
    [('direct', 'said', 0, 'We will meet again in May.')]
    """
    if verbs is None:
        verbs = load_reporting_verbs()
    apart = _disjoint([*find_turns(text, persons), *find_tweets(text, sentences, persons)])
    quotes = [q for q in find_quotes(text) if q.depth == 0 and not _inside(apart, q.start)]
    cues = _outside(find_cues(text, verbs), quotes, apart)
    scene = Attribution(text, sentences, persons, quotes, cues)
    known = _disjoint([*apart, *find_quoted(scene)])
    spans = [(s.start, s.end) for s in known]
    reported = find_reported(text, sentences, scene.free_cues(), scene.speakers, spans)
    return continue_speakers(text, _disjoint([*known, *reported]), persons)


def _disjoint(statements: list[StatementMention]) -> tuple[StatementMention, ...]:
    """Sort by position and drop whatever overlaps one before it."""
    kept: list[StatementMention] = []
    for statement in sorted(statements, key=lambda s: (s.start, -s.end)):
        if not kept or kept[-1].end <= statement.start:
            kept.append(statement)
    return tuple(kept)


def _inside(spans: Sequence[StatementMention], at: int) -> bool:
    k = bisect_right(spans, at, key=lambda s: s.start) - 1
    return k >= 0 and spans[k].end > at


def _outside(cues: Sequence[Cue], quotes: Sequence[Quote], apart: Sequence[StatementMention]) -> list[Cue]:
    """Keep the cues outside of quotations; an unclosed one may hide its own attribution."""
    opens = [q.open for q in quotes]
    kept = []
    for cue in cues:
        k = bisect_right(opens, cue.start) - 1
        hidden = k >= 0 and quotes[k].close > cue.start and quotes[k].repaired != "unclosed"
        if not hidden and not _inside(apart, cue.start):
            kept.append(cue)
    return kept
