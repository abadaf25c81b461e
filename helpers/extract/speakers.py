"""Who speaks: the subject of a reporting verb among the persons of a text.

English puts the subject before the verb ("Kirby, on Wednesday, said"), behind
it where a quotation comes first ("…,” said Kirby"), and leaves it out in a
second verb ("welcomed Cleverly and said"). Persons governed by a preposition
("with Wallace") or with a possessive ("Wallace's") are no subjects.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from helpers.extract.facts import PersonMention

#: How far from its verb a subject is looked for, in characters.
REACH = 300

_PREPOSITIONS = (
    "with|of|to|by|for|from|against|about|at|between|in|on|under|via|alongside|towards?|behind|like|than|"
    "including|meeting|after|before|into|over|around|among|amid"
)
_GOVERNED = re.compile(
    rf"\b(?:{_PREPOSITIONS})\s+(?:(?:the|an?|his|her|its|their|then|both|former|"
    rf"visiting|prime|vice|deputy|foreign|senior|us|u\.s\.|uk|british|american)\s+){{0,3}}$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’](?:s\b|\s)")
_AUXILIARY = (
    r"(?:has|had|have|having|is|was|were|are|been|be|being|also|later|then|further|furthermore|again"
    r"|once|more|"
    r"repeatedly|previously|earlier|recently|now|already|even|just|only|never|not|did|does|do|will"
    r"|would|can|could|"
    r"may|might|must|should|who|which|himself|herself|too|again|still|immediately|(?:went|goes|going)\s+on|"
    r"continued|continues|sought|used|took|taken|to|twitter|x|by|both|went|far|as|so|quick|[a-z]+ly)"
)
_AUXILIARIES = re.compile(rf"(?:\s*{_AUXILIARY}\b)*\s*", re.IGNORECASE)
_PHRASE = re.compile(
    r"\s+(?:on|in|at|during|from|of|for|speaking|writing)\b[^,;:.?!“”\"\n]{1,90}$", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*(?:,[^\n“”\"]{1,200},|\([^()\n]{1,90}\)|[—–][^—–\n]{1,160}[—–])(?=\s)")
_RELATIVE = re.compile(r"\s*,\s+who\s+")
_COORDINATED = re.compile(
    r"(?:\b(?:and|but|then|or|as well as)\s+(?:[a-z]+ly\s+|also\s+|then\s+|even\s+|further\s+|by\s+)*)$"
)
_NON_FINITE = re.compile(r"(?:\b(?:to|by|while|when|in|before|after)\s+(?:[a-z]+ly\s+|also\s+)?)$")
_INVERTED_GAP = re.compile(
    r"\s+(?:(?:the|an?|then|now|his|her|their|our|its|former|senior|visiting|[A-Z][\w.’'-]*"
    r"|[a-z-]+)\s+){0,5}$"
)
_BREAKS_INVERSION = re.compile(
    r"\b(?:on|in|at|to|that|while|during|after|before|with|of|for|by|from|when|as|and|if|whether|reporters|"
    r"it|he|she|they|we|this|there|is|are|was|were|will|would)\b",
    re.IGNORECASE,
)


class Speakers:
    """The persons of a text, ready to be asked for the subject of a verb.

    Parameters
    ----------
    text : str
        The text.
    persons : sequence of PersonMention
        In order of the text; answers are indexes into it, -1 for none.
    """

    def __init__(self, text: str, persons: Sequence[PersonMention]) -> None:
        self.text = text
        self.persons = persons
        self._starts = [p.start for p in persons]

    def within(self, start: int, end: int) -> range:
        """Return the indexes of the persons that start in a stretch of text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def is_nominative(self, index: int) -> bool:
        """Tell whether a person can be a subject: no possessive, no preposition before."""
        person = self.persons[index]
        if _POSSESSIVE.match(self.text, person.end):
            return False
        return not _GOVERNED.search(self.text, max(0, person.start - 45), person.start)

    def before(self, verb_start: int, verb_end: int, clause: int) -> int:
        """Find the subject of a verb before it.

        Parameters
        ----------
        verb_start, verb_end : int
            The verb.
        clause : int
            First character of its sentence, or the end of a quotation in it.

        Returns
        -------
        int
        """
        text = self.text
        clause = max(clause, verb_start - REACH)
        candidates = [i for i in self.within(clause, verb_start) if self.persons[i].end <= verb_start]
        participle = text[verb_start:verb_end].lower().endswith("ing")
        for i in reversed(candidates):
            if (self.is_nominative(i) or (participle and self._is_absolute(i))) and self._reaches(
                self.persons[i].end, verb_start
            ):
                return i
        if candidates and self._leans(verb_start, verb_end, clause):
            for i in candidates:
                if self.is_nominative(i):
                    head = text[clause : self.persons[i].start]
                    return i if len(head) <= REACH // 2 else -1
        return -1

    def after(self, verb_end: int, limit: int) -> int:
        """Find the subject of a verb behind it, as in ``said Secretary Roe``."""
        for i in self.within(verb_end, min(limit, verb_end + 90)):
            gap = self.text[verb_end : self.persons[i].start]
            if gap and not gap.strip():
                return i
            if "," in gap or _BREAKS_INVERSION.search(gap) or not _INVERTED_GAP.match(gap):
                return -1
            return i if not _POSSESSIVE.match(self.text, self.persons[i].end) else -1
        return -1

    def first(self, start: int, end: int) -> int:
        """Find the first possible subject of a stretch of text."""
        return next((i for i in self.within(start, end) if self.is_nominative(i)), -1)

    def _is_absolute(self, index: int) -> bool:
        """Tell whether a person stands after "with", as in "with Roe describing …"."""
        start = self.persons[index].start
        return re.search(r"\bwith\s+$", self.text[max(0, start - 8) : start]) is not None

    def _leans(self, verb_start: int, verb_end: int, clause: int) -> bool:
        """Tell whether a verb takes the subject of the sentence: "and said", "saying"."""
        window = self.text[max(clause, verb_start - 40) : verb_start]
        if _COORDINATED.search(window) or _NON_FINITE.search(window):
            return True
        return self.text[verb_start:verb_end].lower().endswith("ing") and not window.rstrip().endswith(" is")

    def _reaches(self, start: int, verb: int) -> bool:
        """Tell whether only auxiliaries and asides stand between a person and a verb."""
        text = self.text
        at = start
        relative = _RELATIVE.match(text, at, verb)
        if relative and _AUXILIARIES.fullmatch(text, relative.end(), verb):
            return True
        for _ in range(3):
            if _AUXILIARIES.fullmatch(text, at, verb):
                return True
            aside = _ASIDE.match(text, at, verb)
            if not aside:
                break
            at = aside.end()
        return _PHRASE.match(text, at, verb) is not None
