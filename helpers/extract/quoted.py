"""Quotations → statements: each with its kind, cue and speaker.

A quotation is a statement where something says so: a verb of speech, a colon,
the same voice going on, or its own form as an utterance.
"""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.extract.attribution import AFTER, Attribution
from helpers.extract.cues import Cue
from helpers.extract.facts import StatementMention
from helpers.extract.kinds import (
    MIN_UTTERANCE,
    count_words,
    find_kind,
    is_bare,
    is_name_or_scare,
    is_single,
    is_utterance,
)
from helpers.extract.quotes import Quote

_COMMA = re.compile(r",\s+(?:the\s+)?$")
_CUT_REACH = 1500


def find_quoted(scene: Attribution) -> list[StatementMention]:
    """Match every quotation with cue and speaker.

    Parameters
    ----------
    scene : Attribution
        Quotations, cues and persons; the cues that are taken are noted in it.

    Returns
    -------
    list of StatementMention
        In order of the text; quotations that are no statement are left out.
    """
    has_double = any(not is_single(q) for q in scene.quotes)
    found: list[StatementMention] = []
    by_quote: dict[int, int] = {}
    for k in range(len(scene.quotes)):
        previous = found[by_quote[k - 1]] if k - 1 in by_quote else None
        statement = _statement(scene, k, previous, has_double)
        if statement:
            by_quote[k] = len(found)
            found.append(statement)
    for k in range(len(scene.quotes) - 1, 0, -1):
        if scene.quotes[k].continued and k in by_quote and k - 1 in by_quote:
            earlier = found[by_quote[k - 1]]
            if earlier.speaker < 0:
                found[by_quote[k - 1]] = replace(earlier, speaker=found[by_quote[k]].speaker)
    return found


def _statement(
    scene: Attribution, k: int, previous: StatementMention | None, has_double: bool
) -> StatementMention | None:
    quote = scene.quotes[k]
    goes_over = k + 1 < len(scene.quotes) and scene.quotes[k + 1].continued
    if quote.repaired == "unclosed" and not goes_over:
        cut = _cut(scene, quote)
        if cut or not _is_introduced(scene.text, quote):
            return cut
    behind = scene.behind(k)
    if quote.continued and previous and behind is None:
        return StatementMention(quote.start, quote.end, previous.kind, "", previous.speaker)
    left = scene.left(k)
    before = scene.before(k, left, previous.speaker if previous and scene.same_sentence(k) else -1)
    choice = behind or before
    if before and before[0].kind != "judge" and scene.is_close(before[0], quote):
        choice = behind if before[1] < 0 and behind and behind[1] >= 0 else before
    if choice is None:
        return _without_cue(scene, k, left, previous, has_double)
    return _made(scene, k, left, choice, previous, has_double)


def _made(
    scene: Attribution,
    k: int,
    left: int,
    choice: tuple[Cue, int],
    previous: StatementMention | None,
    has_double: bool,
) -> StatementMention | None:
    quote, text = scene.quotes[k], scene.text
    cue, speaker = choice
    is_second_half = cue.start in scene.used and text[scene.quotes[k - 1].end - 1] in ",—–-"
    if previous and is_second_half and not text[left : quote.open].rstrip().endswith(":"):
        kind = previous.kind
    else:
        kind = find_kind(text, quote, cue, text[left : quote.open])
    if kind == "mixed" and is_name_or_scare(text, quote, cue, has_double):
        return None
    if kind == "mixed" and speaker < 0 and (cue.kind == "judge" or count_words(text, quote) < 2):
        return None
    scene.used[cue.start] = speaker
    return StatementMention(quote.start, quote.end, kind, text[cue.start : cue.end].lower(), speaker)


def _without_cue(
    scene: Attribution, k: int, left: int, previous: StatementMention | None, has_double: bool
) -> StatementMention | None:
    quote, text = scene.quotes[k], scene.text
    head = text[left : quote.open]
    n_words = count_words(text, quote)
    if quote.repaired == "unopened" or head.rstrip().endswith(":"):
        speaker = scene.speakers.first(left, quote.open)
        if n_words < MIN_UTTERANCE and speaker < 0:
            return None
        return StatementMention(quote.start, quote.end, "direct", "", speaker)
    if is_bare(head) and n_words >= MIN_UTTERANCE and is_utterance(text, quote):
        goes_on = previous is not None and _goes_on(scene, k, previous)
        speaker = previous.speaker if previous and goes_on else scene.led_to(k, left)
        return StatementMention(quote.start, quote.end, "direct", "", speaker)
    if (
        previous
        and scene.same_sentence(k)
        and n_words >= 2
        and not is_name_or_scare(text, quote, None, has_double)
    ):
        return StatementMention(quote.start, quote.end, "mixed", previous.cue, previous.speaker)
    if n_words < MIN_UTTERANCE or is_single(quote):
        return None
    near = scene.speakers.within(left, quote.open)
    touches = bool(near) and not text[scene.speakers.persons[near[-1]].end : quote.open].strip()
    if touches and scene.speakers.is_nominative(near[-1]):
        return StatementMention(quote.start, quote.end, "mixed", "", near[-1])
    tail = scene.trailing(k)
    return _made(scene, k, left, tail, previous, has_double) if tail else None


def _goes_on(scene: Attribution, k: int, previous: StatementMention) -> bool:
    """Tell whether only the attribution of the quotation before stands between."""
    gap = scene.text[scene.quotes[k - 1].close : scene.quotes[k].open]
    if not gap.strip():
        return True
    here = scene.sentence_of(scene.quotes[k].open)
    there = scene.sentence_of(scene.quotes[k - 1].close - 1)
    return len(gap) <= AFTER and here - there <= 2 and bool(previous.cue) and previous.cue in gap.lower()


def _is_introduced(text: str, quote: Quote) -> bool:
    """Tell whether an unclosed quotation begins a line or follows a colon or comma."""
    head = text[max(0, quote.open - 3) : quote.open]
    return head.rstrip(" ")[-1:] in ("", "\n", ":", ",") and quote.end - quote.start <= 2000


def _cut(scene: Attribution, quote: Quote) -> StatementMention | None:
    """Find the attribution inside a quotation whose closing mark is missing."""
    text, speakers = scene.text, scene.speakers
    for cue in scene.cues_within(quote.start, min(quote.end, quote.start + _CUT_REACH)):
        if cue.kind not in ("free", "that"):
            continue
        if text[max(quote.start, cue.start - 2) : cue.start] == ", ":
            speaker, end = speakers.after(cue.end, quote.end), cue.start - 1
        else:
            speaker = speakers.before(cue.start, cue.end, quote.start)
            at = speakers.persons[speaker].start if speaker >= 0 else quote.start
            comma = _COMMA.search(text, max(quote.start, at - 12), at)
            end = comma.start() + 1 if comma else 0
        if speaker >= 0 and end > quote.start:
            scene.used[cue.start] = speaker
            return StatementMention(quote.start, end, "direct", text[cue.start : cue.end].lower(), speaker)
    return None
