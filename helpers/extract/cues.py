"""Cues of reported speech: ``said``, ``told``, ``according to``.

The verbs are data (`knowledge/reporting_verbs.csv`); a word of their forms is a
cue unless it is used as a noun ("the report", "his remarks").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import KnowledgeError, not_allowed
from helpers.extract.words import split_at_words
from helpers.knowledge.files import load_table

#: ``free``: takes a clause, "that" may be dropped. ``that``: takes a clause with
#: "that". ``ask``: takes a question or demand. ``judge``: only quoted words of it
#: are speech ("called it “a mistake”"). ``phrase``: names its source after it.
CUE_KINDS = ("free", "that", "ask", "judge", "phrase")
FILE = "reporting_verbs.csv"

_WORD = re.compile(r"([^\W\d_]+)")
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|whose|no|any|some|such|of|"
    r"in|on|with|for|from|united|member|public|joint)|['’]s)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a text; `kind` is one of `CUE_KINDS`, `lemma` that of the table."""

    start: int
    end: int
    lemma: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class ReportingVerbs:
    """The forms of all reporting verbs, for `find_cues`.

    Attributes
    ----------
    words : mapping of str to tuple
        First word of a form, lower case, to (rest of the form, lemma, kind),
        longest rest first.
    """

    words: Mapping[str, tuple[tuple[str, str, str], ...]]


def load_reporting_verbs(folder: Path | None = None) -> ReportingVerbs:
    """Load the reporting verbs, with a user's rows where there are any.

    Parameters
    ----------
    folder : Path, optional
        A folder that may hold a `reporting_verbs.csv`; its rows are added, and
        one with the lemma of a shipped row takes its place.

    Returns
    -------
    ReportingVerbs

    Raises
    ------
    KnowledgeError
        If a table is malformed; the message names the row.
    """
    return _load(folder, stamp(FILE, folder))


def stamp(name: str, folder: Path | None) -> tuple[int, int]:
    """Return time and size of a user's file, so that a loader can notice a change."""
    path = folder / name if folder else None
    if path is None or not path.is_file():
        return (0, 0)
    status = path.stat()
    return (status.st_mtime_ns, status.st_size)


@functools.lru_cache(maxsize=4)
def _load(folder: Path | None, stamp: tuple[int, int]) -> ReportingVerbs:
    words: dict[str, list[tuple[str, str, str]]] = {}
    for row in load_table(FILE, ("lemma", "forms", "kind"), key=("lemma",), folder=folder):
        lemma, kind = row["lemma"], row["kind"]
        where = f"{FILE}, lemma {lemma!r}"
        if kind not in CUE_KINDS:
            raise KnowledgeError(
                not_allowed("kind", kind, CUE_KINDS, where=where, hint="Choose one of them.")
            )
        for form in row["forms"].split("|"):
            first, _, rest = form.strip().lower().partition(" ")
            if not _WORD.fullmatch(first):
                raise KnowledgeError(
                    f"Form {form!r} in {where} is not a word. Allowed: words and phrases of letters, "
                    "'|' between them. Correct the row."
                )
            words.setdefault(first, []).append((rest, lemma, kind))
    return ReportingVerbs({w: tuple(sorted(f, key=lambda x: -len(x[0]))) for w, f in words.items()})


def find_cues(text: str, verbs: ReportingVerbs, start: int = 0, end: int | None = None) -> tuple[Cue, ...]:
    """Find the cues in a stretch of text.

    Parameters
    ----------
    text : str
        The text.
    verbs : ReportingVerbs
        From `load_reporting_verbs`.
    start, end : int
        Characters to look at; all by default.

    Returns
    -------
    tuple of Cue
        In order of the text, without overlap.

    Examples
    --------
    >>> text = "The report said so, according to a note."
    >>> [(c.lemma, c.kind) for c in find_cues(text, load_reporting_verbs())]
    [('say', 'free'), ('according to', 'phrase')]
    """
    end = len(text) if end is None else end
    found: list[Cue] = []
    at = start
    words, starts = split_at_words(text[start:end], _WORD, start)
    for word, first in [(w, s) for w, s in zip(words, starts, strict=False) if w.lower() in verbs.words]:
        if first < at or _NOUN_BEFORE.search(text, max(start, first - 12), first):
            continue
        for rest, lemma, kind in verbs.words[word.lower()]:
            stop = _end_of_form(text, first + len(word), rest)
            if stop and stop <= end:
                found.append(Cue(first, stop, lemma, kind))
                at = stop
                break
    return tuple(found)


def _end_of_form(text: str, at: int, rest: str) -> int:
    """Return where a form ends whose first word ends at `at`; 0 if it is not there."""
    for word in rest.split():
        gap = 1 if text[at : at + 1].isspace() else 0
        stop = at + gap + len(word)
        if not gap or text[at + 1 : stop].lower() != word or text[stop : stop + 1].isalnum():
            return 0
        at = stop
    return at
