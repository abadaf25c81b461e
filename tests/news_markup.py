"""Sentences and stories for the tests of extraction, and what is read in them.

A phrase under test stands in braces: ``"{Norwegian envoy Ann Roe} left."``. Every
table is run twice, plain and noisy: `add_noise` makes apostrophes and quotation
marks curly and puts non-breaking spaces and line breaks inside the braces.
"""

from __future__ import annotations

import re

from helpers.extract.article import extract_article
from helpers.extract.facts import ArticleFacts, MeetingMention, PersonMention
from helpers.extract.lexicon import Lexicon, build_lexicon
from helpers.extract.persons import find_persons
from helpers.extract.tokens import Tokens, tokenise
from helpers.knowledge.tables import load_knowledge

NOISES = ("plain", "noisy")

#: participants by side ("a & b" came together, "a | b" met), status, mode, date, place
Row = tuple[str, str, str, str, str]


def read_marked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without braces, and the spans that stood in braces."""
    text, spans, start = "", [], -1
    for part in re.split(r"([{}])", marked):
        if part == "{" and start < 0:
            start = len(text)
        elif part == "}" and start >= 0:
            spans.append((start, len(text)))
            start = -1
        elif part in ("{", "}"):
            raise ValueError(f"A brace without its pair in {marked!r}. Write every phrase as {{phrase}}.")
        else:
            text += part
    if start >= 0:
        raise ValueError(f"A brace without its pair in {marked!r}. Write every phrase as {{phrase}}.")
    return text, spans


def add_noise(marked: str, noise: str) -> str:
    """Return a marked sentence as it is, or as a careless newsroom would set it."""
    if noise == "plain":
        return marked
    marked = marked.replace("'", "’").replace(' "', " “").replace('" ', "” ")
    return re.sub(r"\{[^{}]*\}", lambda m: _break_words(m.group()), marked)


def _break_words(phrase: str) -> str:
    words = phrase.split(" ")
    return words[0] + "".join("\u00a0\n"[i % 2] + word for i, word in enumerate(words[1:]))


def lexicon() -> Lexicon:
    """Return the lexicon of the shipped tables."""
    return build_lexicon(load_knowledge())


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text that is one sentence."""
    return tokenise(text, 0, len(text), lexicon())


def persons_of(text: str) -> tuple[PersonMention, ...]:
    """Return the persons of a text that is one sentence."""
    return find_persons(text, tokens_of(text), lexicon())


def surface(text: str, mention: PersonMention) -> str:
    """Return the words of a mention with single spaces."""
    return " ".join(text[mention.start : mention.end].split())


def facts_of(text: str, title: tuple[int, int] | None = None) -> ArticleFacts:
    """Return everything that the rules read in an article."""
    return extract_article(text, load_knowledge(), title=title)


def meetings_of(text: str, title: tuple[int, int] | None = None) -> list[Row]:
    """Return the meetings of an article, as rows to compare.

    A participant is the key of its chain, or its words where it has no chain.
    """
    facts = facts_of(text, title)
    return [_row(text, facts, meeting) for meeting in facts.meetings]


def _row(text: str, facts: ArticleFacts, meeting: MeetingMention) -> Row:
    sides = " | ".join(
        " & ".join(facts.persons[i].key or surface(text, facts.persons[i]) for i in side)
        for side in meeting.sides
    )
    date = facts.dates[meeting.date] if meeting.date >= 0 else None
    place = facts.places[meeting.place] if meeting.place >= 0 else None
    return (
        sides,
        meeting.status,
        meeting.mode,
        " ".join(text[date.start : date.end].split()) if date else "",
        place.name if place else "",
    )
