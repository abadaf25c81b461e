"""Topic hits: where an article speaks of sanctions, energy, NATO ….

The lexicon is data (`knowledge/topics.toml`). A pattern is a phrase of words:

``sanction*``           a stem with any ending
``arms|weapons export*``  one of several words, then a stem
``ceasefire``           lower case matches any case
``NATO``                capitals match only capitals, ``Taiwan`` also TAIWAN
``deliver* .. weapon*`` up to three words in between, in the same sentence

Words may be joined by white space, a hyphen, an apostrophe or a dot ("U.N."). What a negative pattern covers
is no hit ("sanctioned by the council").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.errors import KnowledgeError
from helpers.extract.cues import stamp
from helpers.extract.facts import TopicHit
from helpers.extract.words import split_at_words
from helpers.knowledge.files import load_toml
from helpers.literals import MAX_WORDS

FILE = "topics.toml"
_KEYS = frozenset(("label", "description", "patterns", "negative", "examples", "counterexamples"))
_NEEDED = ("label", "description", "patterns")
_WORD = re.compile(r"([^\W_]+)")
_PART = re.compile(r"[^\W_]+\*?(?:\|[^\W_]+\*?)*|\.\.")
_JOIN = r"(?:[^\S\n]{1,4}|[^\S\n]?\n[^\S\n]?|[-‐‑–’'.])"
_GAP = rf"{_JOIN}(?:[^\W_]+,?{_JOIN}){{0,3}}?"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the lexicon; `examples` must hit, `counterexamples` must not."""

    key: str
    label: str
    description: str
    patterns: tuple[str, ...]
    negative: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pattern:
    topic: int
    is_negative: bool
    first: re.Pattern[str]
    whole: re.Pattern[str]


class _Vocabulary(dict[str, tuple[_Pattern, ...]]):
    """Word → patterns whose first word it can be; each distinct word is tried once.

    Made from the patterns by the first three letters of their first word.
    """

    def __init__(self, by_stem: Mapping[str, tuple[_Pattern, ...]]) -> None:
        super().__init__()
        self._by_stem = by_stem

    def __missing__(self, word: str) -> tuple[_Pattern, ...]:
        near = self._by_stem.get(word.lower()[:3], ())
        patterns = tuple(p for p in near if p.first.match(word))
        if len(self) < MAX_WORDS:
            self[word] = patterns
        return patterns


@dataclass(frozen=True, slots=True, eq=False)
class TopicLexicon:
    """The topics, compiled for `find_topics`.

    Attributes
    ----------
    topics : tuple of Topic
        In the order of the file; labels are unique.
    by_word : mapping of str to tuple
        The patterns whose first word a word can be.
    """

    topics: tuple[Topic, ...]
    by_word: _Vocabulary


def load_topics(folder: Path | None = None) -> TopicLexicon:
    """Load the topics, with a user's where there are any.

    Parameters
    ----------
    folder : Path, optional
        A folder that may hold a `topics.toml`. A topic with a new key is added;
        values of a shipped key replace the shipped ones, lists are extended.

    Returns
    -------
    TopicLexicon

    Raises
    ------
    KnowledgeError
        If a topic is malformed; the message names topic and pattern.

    Examples
    --------
    >>> lexicon = load_topics()
    >>> [(hit.topic, hit.term) for hit in find_topics("New sanctions hit grain exports.", lexicon)]
    [('Sanctions', 'sanctions'), ('Food security', 'grain exports')]
    """
    return _load(folder, stamp(FILE, folder))


@functools.lru_cache(maxsize=4)
def _load(folder: Path | None, stamp: tuple[int, int]) -> TopicLexicon:
    return build_lexicon(load_toml(FILE, folder))


def build_lexicon(data: Mapping[str, Any]) -> TopicLexicon:
    """Compile topics given as in `topics.toml`: key → table of the topic.

    Raises
    ------
    KnowledgeError
        As for `load_topics`.
    """
    topics: list[Topic] = []
    by_stem: dict[str, list[_Pattern]] = {}
    for number, (key, table) in enumerate(data.items()):
        topic = _topic(key, table)
        twin = next((t.key for t in topics if t.label == topic.label), None)
        if twin is not None:
            raise KnowledgeError(
                f"Topics {twin!r} and {key!r} in {FILE} have the same label {topic.label!r}. "
                "Allowed: labels that differ. Change one of them."
            )
        topics.append(topic)
        for patterns, is_negative in ((topic.patterns, False), (topic.negative, True)):
            for pattern in patterns:
                first, whole, stems = _compile(key, pattern)
                compiled = _Pattern(number, is_negative, re.compile(first), re.compile(whole))
                for stem in stems:
                    by_stem.setdefault(stem, []).append(compiled)
    return TopicLexicon(tuple(topics), _Vocabulary({stem: tuple(p) for stem, p in by_stem.items()}))


def _topic(key: str, table: Any) -> Topic:
    where = f"Topic {key!r} in {FILE}"
    if not isinstance(table, Mapping):
        raise KnowledgeError(
            f"{where} is {table!r}. Allowed: a table. Write it as [{key}] with its values below."
        )
    missing = [k for k in _NEEDED if not table.get(k)]
    unknown = sorted(set(table) - _KEYS)
    if missing or unknown:
        raise KnowledgeError(
            f"{where} has the wrong values: missing {missing}, unknown {unknown}. "
            f"Allowed: {sorted(_KEYS)}, of which {list(_NEEDED)} are needed. Correct the topic."
        )
    for name in _KEYS - {"label", "description"}:
        value = table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise KnowledgeError(f"{where}: {name} is {value!r}. Allowed: a list of texts. Correct it.")
    for name in ("label", "description"):
        if not isinstance(table[name], str):
            raise KnowledgeError(f"{where}: {name} is {table[name]!r}. Allowed: a text. Correct it.")
    lists = (tuple(table.get(n, ())) for n in ("patterns", "negative", "examples", "counterexamples"))
    return Topic(key, table["label"], table["description"], *lists)


def _compile(key: str, pattern: str) -> tuple[str, str, list[str]]:
    """Return the regexes of a pattern's first word and of the whole, and the first letters."""
    parts = re.sub(r"['’-]|(?<=\w)\.(?=\w)", " ", pattern).split()
    wrong = [p for p in parts if not _PART.fullmatch(p)]
    short = parts and any(len(a.rstrip("*")) < 3 and a.endswith("*") for a in parts[0].split("|"))
    if not parts or wrong or ".." in (parts[0], parts[-1]) or short or ".. .." in pattern:
        raise KnowledgeError(
            f"Pattern {pattern!r} of topic {key!r} in {FILE} cannot be read. Allowed: words, stems of three "
            "or more letters with '*', alternatives with '|', and '..' between two words. Correct it."
        )
    regex = ""
    gap = ""
    for part in parts:
        if part == "..":
            gap = _GAP
            continue
        regex += (gap or _JOIN if regex else "") + _word_regex(part)
        gap = ""
    stems = sorted({a.rstrip("*").lower()[:3] for a in parts[0].split("|")})
    return _word_regex(parts[0]), regex, stems


def _word_regex(part: str) -> str:
    options = []
    for word in part.split("|"):
        stem = word.rstrip("*")
        if stem == stem.lower():
            option = "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in stem)
        elif stem == stem.upper():
            option = stem
        else:
            option = rf"(?:{stem}|{stem.upper()})"
        options.append(option + (r"[^\W_]*" if word.endswith("*") else ""))
    return rf"(?:{'|'.join(options)})(?![^\W_])"


def find_topics(text: str, lexicon: TopicLexicon) -> tuple[TopicHit, ...]:
    """Find the hits of every topic in a text.

    Parameters
    ----------
    text : str
        The article with boilerplate masked.
    lexicon : TopicLexicon
        From `load_topics`.

    Returns
    -------
    tuple of TopicHit
        In order of the text, then of the lexicon; `topic` is the label. Hits of
        one topic do not overlap: of several the longest counts. Hits of two
        topics may ("Iranian nuclear programme").
    """
    hits: list[tuple[int, int, int]] = []
    barred: dict[int, list[tuple[int, int]]] = {}
    words, starts = split_at_words(text, _WORD)
    for start, patterns in zip(starts, map(lexicon.by_word.__getitem__, words), strict=False):
        for pattern in patterns:
            found = pattern.whole.match(text, start)
            if not found:
                continue
            if pattern.is_negative:
                barred.setdefault(pattern.topic, []).append(found.span())
            else:
                hits.append((*found.span(), pattern.topic))
    return tuple(
        TopicHit(start, end, lexicon.topics[topic].label, " ".join(text[start:end].lower().split()))
        for start, end, topic in _longest(hits, barred)
    )


def _longest(
    hits: list[tuple[int, int, int]], barred: Mapping[int, list[tuple[int, int]]]
) -> list[tuple[int, int, int]]:
    """Drop barred hits and, within a topic, all but the first and longest."""
    ends: dict[int, int] = {}
    at: dict[int, int] = {}
    kept = []
    for start, end, topic in sorted(hits, key=lambda h: (h[0], h[2], -h[1])):
        spans = barred.get(topic, ())
        k = at.get(topic, 0)
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        at[topic] = k
        if k < len(spans) and spans[k][0] < end:
            continue
        if start >= ends.get(topic, 0):
            kept.append((start, end, topic))
            ends[topic] = end
    return kept
