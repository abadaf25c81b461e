"""Lines: the lines of an article and what their shape says about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

#: Longer lines are paragraphs; no line of page furniture is that long.
MAX_FURNITURE = 300
#: A line at least this long is prose even without a full stop.
MIN_PARAGRAPH = 160
#: Words that a line with a full stop needs to count as a sentence.
MIN_SENTENCE = 7
#: Lines wrapped by hand have these lengths, but for the last of a paragraph.
MIN_WRAPPED, MAX_WRAPPED = 55, 110

#: Lines beyond this number are not looked at; no article has that many.
MAX_LINES = 200_000

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'»)\]]{0,3}$")
_TEASER_END = re.compile(r"(?:\?|\.\.|…)[\"'»)\]]{0,3}$")
_SPACES = (
    "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_BLANK = " " + _SPACES + _INVISIBLE

#: One plain character for each typographic one, so that rules need not list them all.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_SPACES + _INVISIBLE, " "),
        **dict.fromkeys("\u2018\u2019\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\uff1a\ufe55", ":"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    Attributes
    ----------
    start, end : int
        The line without the white space around it, in characters of the text.
    plain : str
        The line with straight quotes, plain hyphens and plain spaces, as long as
        ``end - start``; empty if the line is longer than any page furniture.
    is_prose : bool
        Whether it is a paragraph, or ends a sentence of some length.
    is_wrapped : bool
        Whether it goes on with the sentence of the line directly above.
    after_blank, before_blank : bool
        Whether the text begins or a blank line stands above; likewise below.
    """

    start: int
    end: int
    plain: str
    is_prose: bool
    is_wrapped: bool
    after_blank: bool
    before_blank: bool


def plain_text(text: str) -> str:
    r"""Replace typographic quotes, hyphens and spaces, one character for one.

    Examples
    --------
    >>> plain_text("Mon\u00a0–\u00a0Fri: ‘open’")
    "Mon - Fri: 'open'"
    """
    return text if text.isascii() and text.isprintable() else text.translate(_PLAIN)


def ends_sentence(plain: str) -> bool:
    """Tell whether a line of plain text ends like a sentence.

    Examples
    --------
    >>> ends_sentence('"They met."'), ends_sentence("Envoys meet in Oslo")
    (True, False)
    """
    return _SENTENCE_END.search(plain, max(0, len(plain) - 5)) is not None


def find_lines(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the lines of a text that are not blank, at most `MAX_LINES`.

    Yields
    ------
    tuple of int
        Start and end of the line, and of the line without the white space around it.
    """
    full = ((match, body) for match in _LINE.finditer(text) if (body := match[0].strip(_BLANK)))
    for match, body in islice(full, MAX_LINES):
        start = match.start() + match[0].index(body[0])
        yield match.start(), match.end(), start, start + len(body)


def read_lines(text: str) -> list[Line]:
    """Read the lines of a text that are not blank.

    Parameters
    ----------
    text : str
        The article with its line feeds.

    Returns
    -------
    list of Line
        In order, at most `MAX_LINES`.
    """
    return list(each_line(text))


def each_line(text: str) -> Iterator[Line]:
    """Yield the lines that `read_lines` returns, for one who needs the first ones only."""
    seen: set[str] = set()
    above, end_above = "", -1
    spans = find_lines(text)
    span = next(spans, None)
    while span is not None:
        raw_start, raw_end, start, end = span
        span = next(spans, None)
        plain = plain_text(text[start:end]) if end - start <= MAX_FURNITURE else ""
        touches = end_above + 1 == raw_start and end_above >= 0
        is_wrapped = touches and MIN_WRAPPED <= len(above) <= MAX_WRAPPED and not ends_sentence(above)
        before_blank = span is None or raw_end + 1 < span[0]
        is_prose = end - start >= MIN_PARAGRAPH or _is_sentence(plain, is_wrapped)
        yield Line(start, end, plain, is_prose, is_wrapped, not touches, before_blank)
        above, end_above = "" if plain in seen else plain, raw_end
        seen.add(plain)


def _is_sentence(plain: str, is_wrapped: bool) -> bool:
    if not ends_sentence(plain) or _TEASER_END.search(plain, max(0, len(plain) - 6)):
        return False
    return is_wrapped or len(plain.split()) >= MIN_SENTENCE
