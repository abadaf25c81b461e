"""Skeleton: a sentence with its mentions replaced by typed placeholders.

``‹P0› met with ‹P1› in ‹L2› ‹T3›``: P a person or role, B a body, G a group
meant by what was said before, L a place, T a date. The number is the index
among the article's mentions of that kind.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.extract.facts import DateMention, PersonMention, PlaceMention, Sentence

PLACEHOLDER = re.compile(r"‹([PBGLT])(\d+)›")
_LETTER = {"body": "B", "group": "G"}
_SPACE = re.compile(r"\s+")
#: People whom nobody can name, and who take part in no meeting.
_BYSTANDERS = re.compile(
    r"\b(?:victims|survivors|residents|pilgrims|students|employees|workers|families|relatives|journalists|reporters)$"
)
_ASIDE = re.compile(r"(?:left|right|cent(?:re|er)|foreground|background)\b|, \d\d,")
#: What stands beside a sentence: brackets, ages, and where in a picture somebody is.
_BRACKET = re.compile(
    r"\s?\([^()]{1,40}\)"
    r"|(?<=[a-z]),\s\d{2}(?=,\s)"
    r"|,\s(?:(?:second|third|far|top|bottom|upper|lower|front|back)(?:\sfrom)?\s)?(?:the\s)?"
    r"(?:left|right|cent(?:re|er)|foreground|background)(?=,|\s[a-z]+s?\s)"
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The skeleton of one sentence and the way back to the text.

    `marks` holds pairs (offset in `text`, offset in the article) where the two
    stop running in step.
    """

    text: str
    sentence: int
    marks: tuple[tuple[int, int], ...]

    def offset(self, at: int) -> int:
        """Return the offset in the article of an offset in the skeleton."""
        i = bisect.bisect_right(self.marks, (at, 1 << 62)) - 1
        here, there = self.marks[i]
        return there + (at - here)


def _plain(text: str) -> str:
    """Exchange the placeholders' own brackets, so that a text cannot forge one."""
    return text.replace("‹", "<").replace("›", ">")


def build_skeleton(
    text: str,
    number: int,
    sentence: Sentence,
    persons: Sequence[tuple[int, PersonMention]],
    places: Sequence[tuple[int, PlaceMention]],
    dates: Sequence[tuple[int, DateMention]],
) -> Skeleton:
    """Build the skeleton of one sentence.

    Parameters
    ----------
    text : str
        The article.
    number : int
        Index of the sentence.
    sentence : Sentence
        Its span.
    persons, places, dates : sequence of (int, mention)
        The sentence's mentions with their index in the article.

    Returns
    -------
    Skeleton
    """
    items: list[tuple[int, int, str]] = []
    for i, p in persons:
        if p.form == "body" and (_POSSESSIVE.match(text, p.end) or _BYSTANDERS.search(p.name)):
            continue
        items.append(
            (p.start, p.end, f"‹{_LETTER.get(p.form, 'G' if p.role in ('they', 'them') else 'P')}{i}›")
        )
    items += [(q.start, q.end, f"‹L{i}›") for i, q in places]
    items += [(d.start, d.end, f"‹T{i}›") for i, d in dates]
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length, at = 0, sentence.start
    surface = text[sentence.start : sentence.end]
    if "(" in surface or _ASIDE.search(surface):
        brackets = [m.span() for m in _BRACKET.finditer(text, sentence.start, sentence.end)]
        items = [i for i in items if not any(a <= i[0] < b for a, b in brackets)]
        items += [(a, b, "") for a, b in brackets]
    items.sort()
    is_odd = " ".join(surface.split()) != surface
    for start, end, placeholder in [*items, (sentence.end, sentence.end, "")]:
        if start < at:
            continue
        for space in _SPACE.finditer(text, at, start) if is_odd else ():
            marks.append((length, at))
            parts.append(_plain(text[at : space.start()]) + " ")
            length += space.start() - at + 1
            at = space.end()
        marks.append((length, at))
        parts.append(_plain(text[at:start]))
        length += start - at
        marks.append((length, start))
        parts.append(placeholder)
        length += len(placeholder)
        at = end
    return Skeleton("".join(parts), number, tuple(marks))
