"""The cue and speaker of a quotation: before it, behind it, in the middle."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from helpers.extract.cues import Cue
from helpers.extract.facts import PersonMention, Sentence
from helpers.extract.quotes import Quote
from helpers.extract.speakers import Speakers

#: How far around a quotation its cue is looked for, in characters.
BEFORE, AFTER = 300, 250

_WORD = re.compile(r"[^\W_]+")
_AS_CITED = re.compile(r"\bas\s+(?:[\w’'-]+\s+){0,4}$")
_SPACE = " \t\n\u00a0"
_PUNCTUATION = _SPACE + ",.;:—–-…!?"
_NEW_CLAUSE = ("and", "but", "that", "when", "who", "which")


class Attribution:
    """Quotations, cues and persons of one article, asked for who says what.

    Parameters
    ----------
    text : str
        The article with boilerplate masked.
    sentences, persons, quotes, cues : sequence
        Each in order of the text; quotes are the outer ones, cues those outside
        of quotations.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        persons: Sequence[PersonMention],
        quotes: Sequence[Quote],
        cues: Sequence[Cue],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.speakers = Speakers(text, persons)
        self.quotes = quotes
        self.cues = cues
        #: Start of a cue that a quotation has taken → its speaker.
        self.used: dict[int, int] = {}
        self._sentence_starts = [s.start for s in sentences]
        self._cue_starts = [c.start for c in cues]

    def sentence_of(self, at: int) -> int:
        """Return the index of the last sentence that starts at or before a character."""
        return bisect_right(self._sentence_starts, at) - 1

    def cues_within(self, start: int, end: int) -> list[Cue]:
        """Return the cues inside a stretch of text."""
        first, stop = bisect_left(self._cue_starts, start), bisect_left(self._cue_starts, end)
        return [c for c in self.cues[first:stop] if c.end <= end]

    def free_cues(self) -> list[tuple[Cue, int]]:
        """Return the cues that no quotation has taken, with their sentences."""
        free = ((c, self.sentence_of(c.start)) for c in self.cues if c.start not in self.used)
        return [(c, s) for c, s in free if s >= 0 and c.end <= self.sentences[s].end]

    def left(self, k: int) -> int:
        """Return where the words that can introduce quotation `k` begin."""
        quote, text = self.quotes[k], self.text
        floor = max(self.quotes[k - 1].close if k else 0, quote.open - BEFORE)
        s = self.sentence_of(quote.open)
        left = max(floor, self.sentences[s].start) if s >= 0 else floor
        if text[left : quote.open].strip():
            return left
        head = text[floor : quote.open].rstrip()
        if head.endswith((":", ",")):
            s = self.sentence_of(floor + len(head) - 1)
            return max(floor, self.sentences[s].start) if s >= 0 else floor
        return left

    def _right(self, k: int) -> int:
        """Return where the words that can follow quotation `k` as its attribution end."""
        quote, text = self.quotes[k], self.text
        right = min(len(text), quote.close + AFTER)
        if k + 1 < len(self.quotes):
            right = min(right, self.quotes[k + 1].open)
        at = quote.close
        while at < right and text[at] in " \t,\u00a0":
            at += 1
        s = self.sentence_of(at)
        if s >= 0 and self.sentences[s].end > at:
            right = min(right, self.sentences[s].end)
        blank = text.find("\n\n", quote.close, right)
        return right if blank < 0 else blank

    def before(self, k: int, left: int, voice: int) -> tuple[Cue, int] | None:
        """Find the cue before quotation `k` and its subject.

        Parameters
        ----------
        k : int
            Index of the quotation.
        left : int
            From `left`.
        voice : int
            Speaker of the quotation before in the same sentence, or -1.

        Returns
        -------
        tuple of (Cue, int) or None
            The speaker is -1 where nobody in `persons` is the subject.
        """
        quote, text = self.quotes[k], self.text
        cues = self.cues_within(left, quote.open)
        if not cues:
            return None
        cue = next(
            (c for c in reversed(cues) if not _AS_CITED.search(text, max(left, c.start - 50), c.start)),
            cues[0],
        )
        if cue.start in self.used:
            return cue, self.used[cue.start]
        if cue.kind == "phrase":
            return cue, self.speakers.after(cue.end, quote.open)
        speaker = self.speakers.before(cue.start, cue.end, left)
        if speaker < 0 and voice >= 0 and text[cue.start : cue.end].lower().endswith("ing"):
            speaker = voice
        if speaker < 0 and cue.kind != "judge":
            speaker = self._inverted_before(cue, quote, left)
        if speaker < 0 and cues[0].kind == "phrase":
            named = self.speakers.after(cues[0].end, quote.open)
            if named >= 0:
                return cues[0], named
        return cue, speaker

    def _inverted_before(self, cue: Cue, quote: Quote, left: int) -> int:
        """Read ``said Roe: “`` and ``The two sides, said Roe, are “``."""
        text = self.text
        speaker = self.speakers.after(cue.end, quote.open)
        if speaker < 0:
            return -1
        gap = text[self.speakers.persons[speaker].end : quote.open]
        aside = text[max(left, cue.start - 2) : cue.start].rstrip().endswith(",") and gap.startswith(",")
        return speaker if aside or not gap.strip(_SPACE + ",:") else -1

    def is_close(self, cue: Cue, quote: Quote) -> bool:
        """Tell whether a cue leads straight to a quotation: ``said in Kyiv: “``."""
        gap = self.text[cue.end : quote.open].rstrip()
        return not gap or gap[-1] in ",:—–" or gap.split()[-1] == "that"

    def behind(self, k: int) -> tuple[Cue, int] | None:
        """Find the cue behind quotation `k` and its subject."""
        quote, text = self.quotes[k], self.text
        right = self._right(k)
        cues = self.cues_within(quote.close, right)
        if not cues or cues[0].kind == "judge" or text[cues[0].start : cues[0].end].endswith("ing"):
            return None
        cue = cues[0]
        lead = text[quote.close : cue.start]
        subject = lead.strip(_PUNCTUATION)
        last = text[quote.end - 1]
        if last in ".?!…" and not lead.lstrip().startswith(",") and subject[:1].isupper():
            is_question = last in "?!" and len(lead) < 40
            if not is_question and not self._is_short_tail(cue, right):
                return None
        if not subject:
            return cue, self.speakers.after(cue.end, right)
        if cue.kind == "phrase":
            return None
        speaker = self.speakers.before(cue.start, cue.end, quote.close)
        if speaker >= 0:
            return (cue, speaker) if self._is_near(quote, speaker, cue, right) else None
        is_clause = last in ",?!" or lead.startswith(",")
        if (
            is_clause
            and len(_WORD.findall(subject)) <= 8
            and "," not in subject
            and self.speakers.first(quote.close, cue.start) < 0
            and subject.split()[0].lower() not in _NEW_CLAUSE
        ):
            return cue, -1
        return None

    def _is_near(self, quote: Quote, speaker: int, cue: Cue, right: int) -> bool:
        """Tell whether a subject follows a quotation at once, or after a comma at the end."""
        at = self.speakers.persons[speaker].start
        words = _WORD.findall(self.text[quote.close : at])
        if len(words) <= 2 or (len(words) <= 8 and all(w[0].isupper() for w in words)):
            return not words or words[0].lower() not in _NEW_CLAUSE
        comma = self.text[max(quote.close, at - 6) : at].rstrip().endswith((",", ", the"))
        return comma and self._is_tail(cue, right)

    def _is_short_tail(self, cue: Cue, right: int) -> bool:
        tail = self.text[cue.end : right]
        return len(tail) <= 25 and not any(c in tail for c in ':,“"') and "that" not in tail

    def _is_tail(self, cue: Cue, right: int) -> bool:
        tail = self.text[cue.end : right]
        return "that" not in tail.split() and ":" not in tail and len(tail) <= 90

    def trailing(self, k: int) -> tuple[Cue, int] | None:
        """Find ``…, Roe said.`` at the end of the sentence of quotation `k`."""
        quote = self.quotes[k]
        s = self.sentence_of(quote.open)
        if s < 0:
            return None
        limit = min(self.sentences[s].end, quote.close + AFTER)
        for cue in reversed(self.cues_within(quote.close, limit)):
            if cue.kind not in ("free", "that"):
                continue
            if self.text[max(quote.close, cue.start - 3) : cue.start].rstrip().endswith(","):
                speaker = self.speakers.after(cue.end, limit)
            else:
                speaker = self.speakers.before(cue.start, cue.end, quote.close)
            if speaker >= 0 and self._is_tail(cue, limit):
                return cue, speaker
        return None

    def led_to(self, k: int, left: int) -> int:
        """Find who speaks in the sentence before a bare quotation: "Roe criticised it. “"."""
        s = self.sentence_of(left) - 1
        if s < 0 or self.sentences[s].paragraph != self.sentences[s + 1].paragraph:
            return -1
        start = max(self.sentences[s].start, left - BEFORE, self.quotes[k - 1].close if k else 0)
        cues = self.cues_within(start, self.sentences[s].end)
        return self.speakers.before(cues[-1].start, cues[-1].end, start) if cues else -1

    def same_sentence(self, k: int) -> bool:
        """Tell whether quotation `k` stands in the sentence in which the one before ends."""
        return k > 0 and self.sentence_of(self.quotes[k].open) == self.sentence_of(
            self.quotes[k - 1].close - 1
        )
