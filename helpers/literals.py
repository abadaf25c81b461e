"""Literals: which of many patterns can match a text at all, told from its words.

A pattern that needs the word "Versailles" is not tried on a text without it. What
a pattern needs is read off the pattern itself (as in the prefilters of RE2), and
one look at each distinct word of a text answers for all patterns.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final

#: Distinct words that are remembered; a language has no more in use.
MAX_WORDS: Final = 100_000
#: More spellings of one place in a pattern than this are not written out.
_MAX_SPELLINGS: Final = 400

#: Stands for the edge of a word in a literal.
EDGE: Final = "\b"

Needs = list[frozenset[str]]


class PatternFilter:
    """Many patterns by what they need, to be asked which of them a text can match.

    Parameters
    ----------
    needs : sequence of Needs
        For each pattern its needs, as `find_needs` returns them.
    word : re.Pattern
        What a word is. Of a literal of several words only the longest is sought.
    """

    def __init__(self, needs: Sequence[Needs], word: re.Pattern[str]) -> None:
        self._size = len(needs)
        self._depth = max(map(len, needs), default=0)
        self._masks = _Masks()
        self._always = 0
        self._word = word
        for i, options in enumerate(needs):
            for n in range(self._depth):
                bit = 1 << (n * self._size + i)
                for literal in options[n] if n < len(options) else ("",):
                    pieces = list(word.finditer(literal))
                    if not pieces:
                        self._always |= bit
                        continue
                    piece = max(pieces, key=lambda m: (len(m[0]), m.start()))
                    is_whole = piece.start() > 0 and piece.end() < len(literal)
                    self._masks.add(piece[0], bit, is_whole=is_whole)

    def possible(self, text: str) -> Iterator[int]:
        """Yield, ascending, the numbers of the patterns whose needs may stand in a text.

        No other can match it.
        """
        words = set(self._word.findall(text.lower()))
        seen = reduce(or_, map(self._masks.__getitem__, words), self._always)
        possible = (1 << self._size) - 1
        for n in range(self._depth):
            possible &= seen >> (n * self._size)
        while possible:
            low = possible & -possible
            yield low.bit_length() - 1
            possible ^= low


class _Masks(dict[str, int]):
    """Word → the bits of the literals that stand in it; each distinct word is looked at once."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: dict[str, int] = {}
        self._parts: dict[str, int] = {}

    def add(self, piece: str, bit: int, *, is_whole: bool) -> None:
        """Add a literal, which is a whole word or may be part of one."""
        bits = self._whole if is_whole else self._parts
        bits[piece] = bits.get(piece, 0) | bit

    def __missing__(self, word: str) -> int:
        parts = (bits for piece, bits in self._parts.items() if piece in word)
        mask = reduce(or_, parts, self._whole.get(word, 0))
        if len(self) < MAX_WORDS:
            self[word] = mask
        return mask


def find_needs(pattern: str) -> Needs:
    """Find the literals that a pattern, taken without regard to case, needs.

    Parameters
    ----------
    pattern : str
        A regular expression.

    Returns
    -------
    list of frozenset of str
        Of each set at least one member, in lower case, stands in whatever the
        pattern matches; `EDGE` marks the edge of a word. Empty where nothing is needed.

    Examples
    --------
    >>> [sorted(options) for options in find_needs("(?:met|meets?) .{0,9} with (?:the )?Roe")]
    [['meet ', 'meets ', 'met '], [' with roe', ' with the roe']]
    """
    parsed = importlib.import_module("re._parser").parse(pattern)
    heads, is_all, needs = _expand(list(parsed))
    return [*needs, heads] if is_all and _tells(heads) else needs


def _tells(spellings: frozenset[str]) -> bool:
    return all(map(_weight, spellings))


def _weight(spelling: str) -> int:
    return len(spelling.strip(f" {EDGE}"))


def may_match(needs: Needs, text: str) -> bool:
    r"""Tell whether everything that a pattern needs stands in a text in lower case.

    For single patterns whose literals are signs rather than words.

    Examples
    --------
    >>> may_match(find_needs(r"\w+@\w+\.org"), "write to a@b.org"), may_match(find_needs("@"), "nothing")
    (True, False)
    """
    return all(any(spelling.strip(EDGE) in text for spelling in options) for options in needs)


def _weakest(spellings: frozenset[str]) -> int:
    """Return the length of the shortest spelling: the longer, the more it tells."""
    return min(map(_weight, spellings), default=0)


def _expand(items: Sequence[Any]) -> tuple[frozenset[str], bool, Needs]:
    """Return how a sequence can begin, whether that is all of it, and what else it needs."""
    first: frozenset[str] | None = None
    runs = frozenset(("",))
    needs: Needs = []
    for item in items:
        heads, is_all, inner = _expand_one(*item)
        longer = frozenset(a + b for a in runs for b in heads)
        if len(longer) > _MAX_SPELLINGS:
            first = runs if first is None else first
            needs += [runs] if _tells(runs) else []
            longer = heads
        runs = longer
        if not is_all:
            first = runs if first is None else first
            needs += [runs] if _tells(runs) else []
            needs += inner
            runs = frozenset(("",))
    if first is None:
        return runs, True, needs
    return first, False, [*needs, *([runs] if _tells(runs) else [])]


def _expand_one(op: Any, value: Any) -> tuple[frozenset[str], bool, Needs]:
    nothing = frozenset(("",))
    match str(op):
        case "LITERAL":
            return frozenset((chr(value).lower(),)), True, []
        case "IN" if len(value) <= 6 and all(str(kind) == "LITERAL" for kind, _ in value):
            return frozenset(chr(c).lower() for _, c in value), True, []
        case "AT" if str(value) == "AT_BOUNDARY":
            return frozenset((EDGE,)), True, []
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return nothing, True, []
        case "SUBPATTERN":
            return _expand(value[3])
        case "BRANCH":
            return _expand_branches([_expand(items) for items in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT" if value[:2] == (0, 1):
            heads, is_all, _ = _expand(value[2])
            return (heads | nothing, True, []) if is_all else (nothing, False, [])
        case "MAX_REPEAT" | "MIN_REPEAT" if value[0] > 0:
            heads, _, needs = _expand(value[2])
            return heads, False, needs
    return nothing, False, []


def _expand_branches(
    branches: Sequence[tuple[frozenset[str], bool, Needs]],
) -> tuple[frozenset[str], bool, Needs]:
    heads = frozenset().union(*(h for h, _, _ in branches))
    if all(is_all for _, is_all, _ in branches):
        return heads, True, []
    best = [max([heads_of_one, *needs], key=_weakest) for heads_of_one, _, needs in branches]
    together: frozenset[str] = frozenset().union(*best)
    return heads, False, [together] if _tells(together) else []
