"""Word classes: the class of one word by itself, whatever stands beside it."""

from __future__ import annotations

import functools
import re

from helpers.extract.lexicon import Lexicon
from helpers.literals import MAX_WORDS

_CAPITAL_OF = {"m": "M", "j": "H", "p": "N", "B": "P"}
#: Forms of address before a title, of which one is written like an initial, another like "he".
_STYLES = frozenset(("HE", "H.E.", "HH", "H.H.", "HRH", "H.R.H.", "HM", "H.M."))
_CLOSED = frozenset('oft&hz,()-"')
_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur"))
_ACRONYM = re.compile(r"[A-Z]{2,10}s?$|[A-Z]+-?\d+$")


class WordClasses(dict[str, str]):
    """Word → its class (see `helpers.extract.lexicon.CLASSES`); each distinct word is looked up once.

    Parameters
    ----------
    lexicon : Lexicon
        The classes of words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        cls = _classify(word, self._lexicon)
        if len(self) < MAX_WORDS:
            self[word] = cls
        return cls


@functools.cache
def word_classes(lexicon: Lexicon) -> WordClasses:
    """Return the classes by a lexicon; the same object for the same lexicon."""
    return WordClasses(lexicon)


def _classify(word: str, lexicon: Lexicon) -> str:
    low = word.lower()
    first = word[0]
    if not first.isalpha():
        if first.isdigit():
            return "u"
        if low in ("'s", "’s") or (first in "'’" and len(word) == 1):
            return "'" if len(word) > 1 or first in "'’" else '"'
        if first == "-" and len(word) > 1:
            return "Q"
        return "N" if first == "@" else lexicon.words.get(low, "x")
    low = low.rstrip(".-") if low[-1] in ".-" else low
    cls = lexicon.words.get(low)
    if not first.isupper():
        head, _, rest = word.partition("-")
        if (rest[:1].isupper() and lexicon.words.get(head) == "p") or (
            head in _ARTICLES and rest[:1].isupper()
        ):
            return "N"
        return "w" if cls is None or cls in "TS" else cls
    if cls == "S" and not (word.isupper() and len(word) > 1) and low not in ("jr", "sr"):
        cls = None
    if cls == "T" and len(low) == 1 and word != "U":
        cls = None
    if word in _STYLES:
        return "T"
    if cls in _CLOSED if cls else False:
        return cls or "w"
    if low in lexicon.never_names:
        return "w"
    if len(word) == 2 and word[1] == ".":
        return "I"
    if low in lexicon.organisation and cls not in ("m", "j"):
        return "R"
    if cls is not None:
        return _CAPITAL_OF.get(cls, cls)
    if word in lexicon.given or (word.isupper() and len(word) > 3 and word.title() in lexicon.given):
        return "G"
    if low in lexicon.common:
        return "C"
    if _ACRONYM.match(word) and len(word) > 1:
        return "O"
    parts = re.split(r"[-‑]", word)
    if len(parts) > 1:
        kinds = [lexicon.runs[p][0].cls if p in lexicon.runs else "" for p in parts]
        if all(k in ("K", "D", "O") for k in kinds):
            return "D"
        if parts[0].lower() in lexicon.common and parts[0] not in lexicon.given:
            return "C"
        if parts[0] in lexicon.given:
            return "G"
    if len(word) == 1:
        return "I" if word != "I" else "z"
    return "N"
