"""Dates: every date expression of one article, as symbols without an anchor.

One pass over the words; a word that can begin a date (a table look-up) is tried
against the few rules that begin so, and the longest match wins. All patterns
are bounded, so the time is linear in the text whatever it holds.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from helpers.extract.dates_atoms import Rule
from helpers.extract.dates_days import DAY_RULES
from helpers.extract.dates_distances import DISTANCE_RULES
from helpers.extract.dates_impostors import IMPOSTOR_RULES
from helpers.extract.dates_periods import PERIOD_RULES
from helpers.extract.dates_relative import RELATIVE_RULES
from helpers.extract.facts import DateMention
from helpers.extract.words import split_at_words
from helpers.literals import MAX_WORDS

_WORD: Final = re.compile(r"([^\W\d_]+|\d+)")

#: The key of digits in the table of rules, by how many they are.
_DIGITS: Final = {1: "#", 2: "#", 3: "#", 4: "####"}


class _Rules(dict[str, tuple[tuple[bool, Rule], ...]]):
    """Word → the rules that it can begin; True marks a rule that finds dates."""

    def __init__(self) -> None:
        super().__init__()
        table: dict[str, list[tuple[bool, Rule]]] = {}
        dated = (*DAY_RULES, *PERIOD_RULES, *RELATIVE_RULES, *DISTANCE_RULES)
        for rules, is_date in ((IMPOSTOR_RULES, False), (dated, True)):
            for one in rules:
                for word in one.starts:
                    table.setdefault(word, []).append((is_date, one))
        self._by_start = {word: tuple(rules) for word, rules in table.items()}

    def __missing__(self, word: str) -> tuple[tuple[bool, Rule], ...]:
        key = _DIGITS.get(len(word), "") if word[0].isdecimal() else word.lower()
        rules = self._by_start.get(key, ())
        if len(self) < MAX_WORDS:
            self[word] = rules
        return rules


@cache
def _rules_by_start() -> _Rules:
    return _Rules()


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Find the date expressions of a text, without resolving them.

    What looks like a date and is none (May the person, the Good Friday
    Agreement, 9/11 as a name) is left out. A span covers the expression only:
    no preposition, no possessive ending.

    Parameters
    ----------
    text : str
        The text that the rules may read (boilerplate masked).

    Returns
    -------
    tuple of DateMention
        In order of the text, disjoint; `symbol` is one of the classes of
        `helpers.extract.dates_symbols`.

    Examples
    --------
    >>> text = "They met on Friday, 3 March 2023, two days after her visit."
    >>> [(text[m.start:m.end], m.symbol) for m in find_dates(text)][0]
    ('Friday, 3 March 2023', Absolute(year=2023, month=3, day=3, weekday=4, year_offset=None))
    """
    found: list[DateMention] = []
    done = 0
    words, starts = split_at_words(text, _WORD)
    for start, rules in zip(starts, map(_rules_by_start().__getitem__, words), strict=False):
        if not rules or start < done or (start and text[start - 1] in "@#_/&=\\"):
            continue
        end, best, is_date = start, None, False
        for dated, one in rules:
            match = one.pattern.match(text, start)
            if match is None or match.end() <= end:
                continue
            symbol = one.build(match)
            if symbol is not None:
                end, best, is_date = match.end(), symbol, dated
        if best is not None:
            done = end
            if is_date:
                found.append(DateMention(start, end, best))
    return tuple(found)
