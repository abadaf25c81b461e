"""Marked sentences for the tests of speech: ``{Roe} said: “We met.”``

A person stands in braces, with its key after a bar: ``{he|roe}``. Without a key it
is the last word of the name, lower case. Words that mean a role, and pronouns,
get these forms; one word is a surname, more are a full name.
"""

from __future__ import annotations

import re

from helpers.extract.facts import PersonMention, Sentence
from helpers.extract.sentences import find_sentences
from helpers.extract.speech import find_statements

_MARK = re.compile(r"\{([^{}|]+)(?:\|([\w-]*))?\}")
_ROLES = ("minister", "spokes", "source", "official", "secretary", "envoy")
_PRONOUNS = ("he", "she", "they")

#: kind, cue, speaker as written (empty: unknown), quoted or reported words
Row = tuple[str, str, str, str]


def read_markup(marked: str) -> tuple[str, tuple[PersonMention, ...]]:
    """Return the text without braces, and the persons marked in it."""
    text = ""
    persons = []
    at = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        name, start = match[1], len(text)
        text += name
        at = match.end()
        form = "full" if " " in name else "surname"
        if name.lower() in _PRONOUNS:
            form = "pronoun"
        elif any(r in name.lower() for r in _ROLES) and name.split()[-1].islower():
            form = "role"
        key = match[2] if match[2] is not None else name.split()[-1].lower()
        persons.append(
            PersonMention(start, len(text), name if form in ("full", "surname") else "", form, key=key)
        )
    text += marked[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"A brace is left in {text!r}. Write persons as {{name}} or {{name|key}}.")
    return text, tuple(persons)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text without braces."""
    return find_sentences(text)


def statements_of(marked: str) -> list[Row]:
    """Return what is found in a marked text, as rows to compare."""
    text, persons = read_markup(marked)
    found = find_statements(text, sentences_of(text), persons)
    return [
        (
            s.kind,
            s.cue,
            text[persons[s.speaker].start : persons[s.speaker].end] if s.speaker >= 0 else "",
            text[s.start : s.end],
        )
        for s in found
    ]
