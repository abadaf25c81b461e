"""Sentences: where one ends and the next begins.

A blank line is always a boundary. A single line feed is one too, unless the
text is wrapped by hand (lines of much the same length that end in the middle of
a sentence). Abbreviations, initials and closing quotation marks stay inside.
"""

from __future__ import annotations

import re

from helpers.extract.facts import Sentence

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Lt|Col|Maj|Adm|Capt|Cpl|Sgt|Brig|Cmdr|Sen|Rep|Gov|Pres|Amb|St|Jr|Sr"
    "|Messrs|Mt|Ft|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|No|Nos|vs|etc"
    "|approx|Inc|Ltd|Co|Corp|"
    "e\\.g|i\\.e|a\\.m|p\\.m|U\\.S|U\\.K|U\\.N|E\\.U|D\\.C|L\\.A|H\\.E|Ph\\.D"
)
_END = re.compile(
    r"[.!?…](?:[.!?…]*[\"”’'»)\]]*"
    r"(?=[^\S\n]*\n|[^\S\n]+[\"“‘'`«(\[—–-]*[^\W\d_a-z]|[^\S\n]+[\"“‘'«(\[]*\d|\s*$)"
    r"|(?<=[a-z][.!?])(?=[“”\"]?[A-Z][a-z]+ ))"
)
_NOT_END = re.compile(rf"(?:(?<![A-Za-z])(?:{_ABBREVIATIONS})|(?<![^\W_])[A-Z]|\b[A-Z]\.[A-Z])$")
_CAN_CLOSE = re.compile(r"[A-Z]\.[A-Z]$|[ap]\.m$|Inc$|Ltd$|[JS]r$")
_NEXT_WORD = re.compile(r"[\s\"“‘(]*([^\W\d_]+)")
_LOWER_NEXT = re.compile(r"\s+[a-z]")
_STARTS_NEW = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "He",
        "She",
        "They",
        "It",
        "We",
        "I",
        "But",
        "And",
        "As",
        "After",
        "Before",
        "When",
        "While",
        "His",
        "Her",
        "Their",
        "This",
        "That",
        "These",
        "Those",
        "Both",
        "According",
    ]
)
_LINE = re.compile(r"[^\n]*\n?")
_TWEET = re.compile(r"pic\.twitter\.com|— [^\n()]{3,80} \(@\w+\)")
#: The longest line of a text that was wrapped by hand, and the shortest that its last word can have filled.
_WRAPPED_MAX, _WRAPPED_FULL = 110, 25
_CLOSED = re.compile(r"[.!?:…][\"”’')\]]*$")


def _is_wrapped(text: str) -> bool:
    """Tell whether the text was wrapped by hand: no long line, many that end in mid-sentence."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > 2 * _WRAPPED_MAX:
        return False
    open_ends = sum(_WRAPPED_FULL <= len(line) <= _WRAPPED_MAX and not _CLOSED.search(line) for line in lines)
    return open_ends >= 3 and open_ends >= 0.3 * len(lines)


def _goes_on(before: str, after: str, wrapped: bool) -> bool:
    """Tell whether a line is continued by the next: a sentence does not begin in lower case."""
    if _CLOSED.search(before):
        return wrapped and len(before) >= _WRAPPED_FULL
    return after[:1].islower() or (wrapped and len(before) >= _WRAPPED_FULL)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs, without surrounding white space."""
    wrapped = _is_wrapped(text)
    spans: list[tuple[int, int]] = []
    start: int | None = None
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            if start is not None:
                spans.append((start, end))
                start = None
            if match.end() == len(text):
                break
            continue
        first = match.start() + (len(line) - len(line.lstrip()))
        if start is not None and not _goes_on(
            text[max(start, text.rfind("\n", 0, end) + 1) : end], stripped, wrapped
        ):
            spans.append((start, end))
            start = None
        if start is None:
            start = first
        end = match.start() + len(line.rstrip())
    if start is not None:
        spans.append((start, end))
    return spans


def _ends(text: str, start: int, end: int) -> list[int]:
    """Return the ends of the sentences of one paragraph."""
    ends: list[int] = []
    for match in _END.finditer(text, start, end):
        before = text[max(start, match.start() - 12) : match.start()]
        if text[match.start()] == "." and _NOT_END.search(before):
            follower = _NEXT_WORD.match(text, match.end())
            closes = _CAN_CLOSE.search(before)
            if follower is None or follower[1] not in _STARTS_NEW or not closes:
                continue
        if text[match.end() - 1] in "”\"’'" and _LOWER_NEXT.match(text, match.end()):
            continue
        ends.append(match.end())
    if not ends or text[ends[-1] : end].strip():
        ends.append(end)
    return ends


def find_sentences(text: str, title: tuple[int, int] | None = None) -> tuple[Sentence, ...]:
    """Split a text into sentences, in order and without overlap.

    Parameters
    ----------
    text : str
        The article with boilerplate masked; offsets refer to it.
    title : tuple of int, optional
        Half-open span of the title, if one is known; its sentences are headlines.

    Returns
    -------
    tuple of Sentence
        Spans without surrounding white space; white space is in no sentence.

    Examples
    --------
    >>> text = "Gen. Lee met Ms. Roe. They spoke."
    >>> [text[s.start:s.end] for s in find_sentences(text)]
    ['Gen. Lee met Ms. Roe.', 'They spoke.']
    """
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        kind = "body"
        if title and start < title[1] and end > title[0]:
            kind = "headline"
        elif _TWEET.search(text, start, end):
            kind = "tweet"
        at = start
        for stop in _ends(text, start, end):
            while at < stop and text[at].isspace():
                at += 1
            if at < stop:
                sentences.append(Sentence(at, stop, number, kind))
            at = stop
    return tuple(sentences)
