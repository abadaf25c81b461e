"""Quotation marks → spans of quoted words.

Marks of all kinds open and close a quotation: “ ” „ ‟ « » " `` '' and, on the
second level or as the British first one, ‘ ’ ‚ '. Apostrophes are no quotes.
A quotation ends with its paragraph; where the next one re-opens the mark, it
goes on. An odd mark costs its own paragraph at most, never the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

#: Characters after which a quotation is taken for a forgotten closing mark.
MAX_QUOTE = 10_000
_WRAP_MIN, _WRAP_MAX = 45, 110

_MARK = re.compile("''|``|[\"“”„‟″«»‘’‚‛'`´]|\n")
_DOUBLE = frozenset(("“", "”", "„", "‟", "″", "«", "»", '"', "``", "''"))
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_NO_QUOTE = re.compile(r"(?:tis|twas|em|cause|til|till|bout|n|\d\ds?|\d{4}s?)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{<—–-/:;,“\"‘'«„‚…")
#: Words after a closing mark that has slipped to the next word: ``as well, "she said``.
_SAID = re.compile(r"(?:(?:he|she|they)\s)?(?:said|says|added|noted|stressed|told)\b")
_SENTENCE_END = re.compile(r"[.!?,…][)\]]?\s?$")
_LINE_END = re.compile(r"[.!?:;…][\"”’')\]]?\s*$")
_INTRODUCED = re.compile(r":\s+(?=[\w\[(])")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation.

    Attributes
    ----------
    open, close : int
        The whole quotation with its marks.
    start, end : int
        The quoted words, without marks and outer white space.
    mark : str
        The opening mark; empty if it is missing.
    depth : int
        0 for an outer quotation, 1 for one inside another, and so on.
    repaired : str
        ``unclosed`` or ``unopened`` where a mark is missing, else empty.
    continued : bool
        Whether it re-opens the quotation of the paragraph before.
    """

    open: int
    start: int
    end: int
    close: int
    mark: str
    depth: int = 0
    repaired: str = ""
    continued: bool = False


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Find every quotation by its marks.

    Parameters
    ----------
    text : str
        Any text; boilerplate may be blanked.

    Returns
    -------
    tuple of Quote
        In order of the opening mark; two of them are disjoint or one contains
        the other. Scare quotes and titles are among them: what is a statement
        is for `helpers.extract.speech` to tell.

    Examples
    --------
    >>> [(q.mark, "It isn't so, she said."[q.start:q.end]) for q in find_quotes("It isn't so, she said.")]
    []
    >>> line = 'He said: “They call it ‘peace’, my friends.”'
    >>> [(line[q.start:q.end], q.depth) for q in find_quotes(line)]
    [('They call it ‘peace’, my friends.', 0), ('peace', 1)]
    """
    found: list[Quote] = []
    reopen = False
    for begin, end, marks in _paragraphs(text):
        if not marks and not text[begin:end].strip():
            continue
        quotes, left_open = _quotes_of_paragraph(text, begin, end, marks)
        if reopen and quotes and not text[begin : quotes[0].open].strip():
            quotes[0] = replace(quotes[0], continued=True)
        reopen = left_open
        found += quotes
    return tuple(_with_depth(_settle_unclosed(found)))


def _paragraphs(text: str) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Yield begin, end and marks of each paragraph that has marks.

    A blank line ends a paragraph. A single line break does so too unless the
    next double mark is a closing one, as in text with hard line wraps.
    """
    tokens = list(_MARK.finditer(text))
    closing_next = _closing_next(text, tokens)
    begin = line = 0
    marks: list[re.Match[str]] = []
    for token, closing in zip(tokens, closing_next, strict=True):
        if token[0] != "\n":
            marks.append(token)
            continue
        wrapped = closing is None and _is_wrapped(text, line, token.start())
        line = token.end()
        if not (closing or wrapped) or _BLANK_LINE.match(text, token.end()):
            yield begin, token.start(), marks
            begin, marks = token.end(), []
    yield begin, len(text), marks


def _is_wrapped(text: str, begin: int, end: int) -> bool:
    """Tell whether a line looks broken in the middle of a sentence."""
    return _WRAP_MIN <= end - begin <= _WRAP_MAX and not _LINE_END.search(text, max(begin, end - 8), end)


def _closing_next(text: str, tokens: list[re.Match[str]]) -> list[bool | None]:
    """For each token: whether the next double mark closes; None if its block has none."""
    result: list[bool | None] = [None] * len(tokens)
    closing: bool | None = None
    for i in range(len(tokens) - 1, -1, -1):
        result[i] = closing
        mark = tokens[i][0]
        if mark == "\n":
            if _BLANK_LINE.match(text, tokens[i].end()):
                closing = None
        elif mark in _DOUBLE:
            before, after = _neighbours(text, tokens[i])
            opens = mark in "“„‟«``" or (not _follows_word(before) and not after.isspace() and mark != "”")
            closing = not opens
    return result


def _neighbours(text: str, token: re.Match[str]) -> tuple[str, str]:
    before = text[token.start() - 1] if token.start() else " "
    after = text[token.end()] if token.end() < len(text) else " "
    return before, after


def _follows_word(before: str) -> bool:
    return not before.isspace() and before not in _BEFORE_OPENING


def _role(text: str, token: re.Match[str], open_marks: list[str]) -> str:
    """Tell whether a mark opens, closes or is none, given what is open."""
    mark = token[0]
    before, after = _neighbours(text, token)
    looks_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    looks_close = not before.isspace() and not after.isalnum()
    if mark in _DOUBLE:
        is_open = any(m in _DOUBLE for m in open_marks)
        if mark in ("“", "‟", "«", "``", "„"):
            return "close" if is_open and looks_close and not (looks_open and after.isalnum()) else "open"
        if mark in ("”", "''"):
            return "open" if not is_open and before.isspace() and after.isalnum() else "close"
        if mark == "»":
            return "open" if not is_open and before.isspace() and after.isalnum() else "close"
        if is_open:
            opens = before.isspace() and (after.isalnum() or after in "[(")
            return "open" if opens and not _SAID.match(text, token.end()) else "close"
        return "close" if looks_close and not looks_open else "open"
    is_open = bool(open_marks) and open_marks[-1] not in _DOUBLE
    if (before.isalnum() and after.isalnum()) or mark in "`´":
        return ""
    if mark in "‘‚‛" or (mark == "'" and not is_open) or (mark == "’" and not is_open and before.isspace()):
        opens = looks_open and not before.isalnum() and (after.isalnum() or after in '[(“"«')
        no_quote = _NO_QUOTE.match(text, token.end())
        return "open" if opens and not no_quote and mark != "’" else ""
    return "close" if is_open and looks_close else ""


def _quotes_of_paragraph(
    text: str, begin: int, end: int, marks: list[re.Match[str]]
) -> tuple[list[Quote], bool]:
    """Match the marks of one paragraph; tell whether a double mark stays open."""
    found: list[Quote] = []
    stack: list[re.Match[str]] = []
    last = begin
    for i, token in enumerate(marks):
        if stack and token.start() - stack[0].start() > MAX_QUOTE:
            stack.clear()
        role = _role(text, token, [t[0] for t in stack])
        double = token[0] in _DOUBLE
        if role == "open":
            if (
                double
                and any(t[0] in _DOUBLE for t in stack)
                and not _nests(text, token, marks[i + 1 : i + 8])
            ):
                while stack:
                    opened = stack.pop()
                    if opened[0] in _DOUBLE:
                        found.append(_quote(text, opened, None, token.start(), "unclosed"))
                        break
            if len(stack) < 8:
                stack.append(token)
        elif role == "close":
            if not double and _is_possessive(text, token, marks[i + 1 : i + 12]):
                continue
            if double and not any(t[0] in _DOUBLE for t in stack):
                repaired = _unopened(text, last, token)
                if repaired and not stack:
                    found.append(repaired)
                continue
            while stack:
                opened = stack.pop()
                if (opened[0] in _DOUBLE) == double:
                    found.append(_quote(text, opened, token, token.start(), ""))
                    break
        if role and not stack:
            last = token.end()
    left = next((t for t in stack if t[0] in _DOUBLE and end - t.start() <= MAX_QUOTE), None)
    if left:
        found.append(_quote(text, left, None, end, "unclosed"))
    return sorted((q for q in found if q.start < q.end), key=lambda q: (q.open, -q.close)), left is not None


def _nests(text: str, token: re.Match[str], following: list[re.Match[str]]) -> bool:
    """Tell whether an opening mark inside a quotation nests: two closing marks follow."""
    doubles = [t for t in following if t[0] in _DOUBLE][:2]
    roles = [_role(text, t, [token[0]]) for t in doubles]
    return len(doubles) == 2 and roles == ["close", "close"]


def _is_possessive(text: str, token: re.Match[str], following: list[re.Match[str]]) -> bool:
    """Tell whether a single mark after s, as in ``ministers’ talks``, is an apostrophe."""
    before, after = _neighbours(text, token)
    if before != "s" or after != " " or not text[token.end() + 1 : token.end() + 2].islower():
        return False
    for other in following:
        if other[0] in _DOUBLE or other[0] == "\n":
            return False
        left, right = _neighbours(text, other)
        if right.isalnum():
            if not left.isalnum():
                return False
            continue
        return True
    return False


def _quote(text: str, opened: re.Match[str], closed: re.Match[str] | None, end: int, repaired: str) -> Quote:
    start, end = _trim(text, opened.end(), end)
    return Quote(opened.start(), start, end, closed.end() if closed else end, opened[0], 0, repaired)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take white space off both ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unopened(text: str, begin: int, token: re.Match[str]) -> Quote | None:
    """Repair ``added: This is the plan.”`` from the colon on."""
    begin = max(begin, token.start() - MAX_QUOTE // 10)
    if not _SENTENCE_END.search(text[max(begin, token.start() - 3) : token.start()]):
        return None
    colons = [match.end() for match in _INTRODUCED.finditer(text, begin, token.start())]
    if not colons:
        return None
    start, end = _trim(text, colons[-1], token.start())
    return Quote(start, start, end, token.end(), "", 0, "unopened") if start < end else None


def _settle_unclosed(quotes: list[Quote]) -> list[Quote]:
    """Drop what crosses an unclosed quotation instead of nesting in it."""
    kept: list[Quote] = []
    for quote in quotes:
        while kept and kept[-1].open < quote.open < kept[-1].close < quote.close:
            kept.pop()
        kept.append(quote)
    return kept


def _with_depth(quotes: list[Quote]) -> list[Quote]:
    """Count for each quotation those that contain it."""
    result: list[Quote] = []
    around: list[Quote] = []
    for quote in quotes:
        while around and around[-1].close <= quote.open:
            around.pop()
        result.append(replace(quote, depth=len(around)) if around else quote)
        around.append(quote)
    return result
