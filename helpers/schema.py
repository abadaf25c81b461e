"""Every frame and every column: name, dtype, meaning, allowed values.

This module is the authority on the eight frames of a `helpers.corpus.Corpus`.
All frames are tidy: one row is one thing, there are no lists in cells, closed
sets are categoricals and days are ``datetime64[s]`` without a zone. Offsets
``start`` and ``end`` of a *span* are half-open characters of ``articles.text``;
``start`` and ``end`` of a *date* are inclusive days (see `helpers.days`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from helpers.errors import FrameError

STATUSES = ("held", "planned", "postponed", "cancelled", "denied", "hypothetical")
MODES = ("in_person", "phone", "video", "unknown")
MENTION_KINDS = ("person", "role", "place", "date")
PARTICIPANT_KINDS = ("person", "body")
RESOLVED_BY = ("named", "alias", "surname", "misspelling", "role", "pronoun", "correction")
STATEMENT_KINDS = ("direct", "indirect", "mixed")
EVIDENCE_FIELDS = ("meeting", "participant", "date", "place", "mode", "status", "event", "merge")

DAY = "datetime64[s]"
_BOOLS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a frame.

    Attributes
    ----------
    name : str
        Column name, snake_case.
    dtype : str
        pandas dtype: ``string``, ``int64``, ``bool``, ``category`` or ``datetime64[s]``.
    meaning : str
        One sentence for the data dictionary.
    allowed : tuple of str
        The closed set of a categorical; empty otherwise.
    nullable : bool
        Whether a missing value may stand in it.
    """

    name: str
    dtype: str
    meaning: str
    allowed: tuple[str, ...] = ()
    nullable: bool = False


def _text(name: str, meaning: str, *, nullable: bool = False) -> Column:
    return Column(name, "string", meaning, nullable=nullable)


def _count(name: str, meaning: str) -> Column:
    return Column(name, "int64", meaning)


def _day(name: str, meaning: str) -> Column:
    return Column(name, DAY, meaning, nullable=True)


def _one_of(name: str, allowed: tuple[str, ...], meaning: str) -> Column:
    return Column(name, "category", meaning, allowed=allowed)


_SPAN = (
    _count("start", "First character of the span in the article's text, 0-based."),
    _count("end", "One past the last character of the span."),
)
_SURFACE = _text("surface", "The text of the span: articles.text[start:end].")
_ARTICLE = _text("article_id", "The article: a key of the articles frame.")
_BOUNDS = (
    _day("start", "First day on which it can be, inclusive; missing if nothing bounds it."),
    _day("end", "Last day on which it can be, inclusive; missing if nothing bounds it."),
    _text("edtf", "What is meant, in Extended Date/Time Format (ISO 8601-2).", nullable=True),
    _text("date_basis", "How the day is known, in one readable sentence.", nullable=True),
)

FRAMES: Mapping[str, tuple[Column, ...]] = {
    "articles": (
        _text("article_id", "Key: the source, unique in the corpus."),
        _text("source", "Path relative to the corpus, with the row number for tables."),
        _text("title", "Title of the article.", nullable=True),
        _text("outlet", "Newspaper, agency or site.", nullable=True),
        _text("url", "Address of the original.", nullable=True),
        _text("language", "ISO 639-1 code; the rules are about English."),
        _text("text", "The decoded text that all offsets refer to."),
        _text("sha256", "SHA-256 of the bytes of the file (or of the row's text)."),
        *_BOUNDS,
        _text("encoding", "Encoding with which the bytes were decoded."),
        _count("n_masked", "Characters hidden from the rules as boilerplate."),
    ),
    "mentions": (
        _ARTICLE,
        _one_of("kind", MENTION_KINDS, "What is mentioned."),
        *_SPAN,
        _SURFACE,
        _text("value", "person_id, name of the place, or EDTF; missing if unresolved.", nullable=True),
        _day("date_start", "For dates: first day, inclusive."),
        _day("date_end", "For dates: last day, inclusive."),
    ),
    "people": (
        _text("person_id", "Key: a readable slug of the name, or of the role and country."),
        _text("name", "Full name; missing if the articles give only a role.", nullable=True),
        _text("country", "ISO 3166 alpha-2, or EU, UN, NATO, PS, TW, XK.", nullable=True),
        _text("role", "The role in which the articles show the person.", nullable=True),
        Column("in_roster", "bool", "Whether the office table knows the person."),
        _count("n_meetings", "Meetings of any status with this participant."),
        _count("n_articles", "Articles that mention the person."),
    ),
    "meetings": (
        _text("meeting_id", "Key."),
        _one_of("status", STATUSES, "What became of the meeting, as far as the articles say."),
        _one_of("mode", MODES, "In what form it took place."),
        _day("start", "First day on which it can be, inclusive; missing if there is no last day either."),
        *_BOUNDS[1:],
        _text("place", "City or building.", nullable=True),
        _text("place_country", "Country of the place, as in people.country.", nullable=True),
        _text("event", "The larger event it belongs to, such as a summit.", nullable=True),
        _count("n_articles", "Articles that report it."),
    ),
    "participations": (
        _text("meeting_id", "The meeting: a key of the meetings frame."),
        _text("person_id", "The participant: a key of the people frame for persons."),
        _text("name", "Name of the participant; missing if only a role is known.", nullable=True),
        _text("role", "Role at the time of the meeting.", nullable=True),
        _text("country", "Country the participant acts for, as in people.country.", nullable=True),
        _one_of("kind", PARTICIPANT_KINDS, "A person, or a body such as a delegation."),
        _count("side", "Members of one side came together and did not meet each other."),
        _one_of("resolved_by", RESOLVED_BY, "What the identification rests on."),
        _text("candidates", "Other possible holders with their days, ' | ' between them.", nullable=True),
    ),
    "evidence": (
        _text("meeting_id", "The meeting that is supported."),
        _ARTICLE,
        _one_of(
            "field",
            EVIDENCE_FIELDS,
            "The field of the meeting that is supported; merge: why it is of the meeting told before.",
        ),
        *_SPAN,
        _SURFACE,
        _text("rule", "Name of the rule that read it."),
    ),
    "statements": (
        _text("statement_id", "Key."),
        _ARTICLE,
        _text("person_id", "The speaker, if identified.", nullable=True),
        _text("name", "The speaker as identified.", nullable=True),
        _text("cue", "The reporting verb or phrase.", nullable=True),
        _one_of("kind", STATEMENT_KINDS, "Direct, indirect or mixed speech."),
        *_SPAN,
        _SURFACE,
    ),
    "topics": (
        _ARTICLE,
        _text("topic", "Topic of the lexicon."),
        _text("term", "The pattern's term that was hit, in lower case."),
        *_SPAN,
        _text("statement_id", "The statement in which it stands, if any.", nullable=True),
        _text("meeting_id", "The meeting whose evidence or talk it belongs to, if any.", nullable=True),
    ),
}

KEYS: Mapping[str, tuple[str, ...]] = {
    "articles": ("article_id",),
    "people": ("person_id",),
    "meetings": ("meeting_id",),
    "participations": ("meeting_id", "person_id"),
    "statements": ("statement_id",),
}


def column_names(frame: str) -> tuple[str, ...]:
    """Return the names of a frame's columns in their order."""
    return tuple(c.name for c in FRAMES[frame])


def build_frame(frame: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build one frame with the contract's columns and dtypes from rows.

    Parameters
    ----------
    frame : str
        A key of `FRAMES`.
    rows : iterable of mapping
        One mapping a row; a missing key means a missing value.

    Returns
    -------
    DataFrame, shape (n_rows, n_columns)
        Columns in the order of `FRAMES`, a fresh RangeIndex. No rows give the
        same columns and dtypes.

    Raises
    ------
    FrameError
        If a value is outside a closed set or a required value is missing.
    """
    rows = list(rows)
    data = {c.name: _series(frame, c, [r.get(c.name) for r in rows]) for c in FRAMES[frame]}
    return pd.DataFrame(data, index=pd.RangeIndex(len(rows)))


def conform(frame: str, table: pd.DataFrame) -> pd.DataFrame:
    """Cast a table, for instance one read from CSV, to the frame's contract.

    Parameters
    ----------
    frame : str
        A key of `FRAMES`.
    table : DataFrame
        Must have the frame's columns; further columns are refused.

    Returns
    -------
    DataFrame
        A new frame; `table` is not changed.

    Raises
    ------
    FrameError
        If columns are missing or unknown, or values are not allowed.
    """
    want, have = set(column_names(frame)), set(table.columns)
    if want != have:
        raise FrameError(
            f"Frame {frame!r} has the wrong columns: missing {sorted(want - have)}, "
            f"unknown {sorted(have - want)}. Allowed: {list(column_names(frame))}. "
            "Write it again with `python -m helpers extract`."
        )
    data = {c.name: _series(frame, c, table[c.name].tolist()) for c in FRAMES[frame]}
    return pd.DataFrame(data, index=pd.RangeIndex(len(table)))


def _series(frame: str, column: Column, values: list[Any]) -> pd.Series:
    missing = [v is None or v is pd.NaT or v is pd.NA or v != v for v in values]
    if any(missing) and not column.nullable:
        raise FrameError(
            f"Frame {frame!r}, column {column.name!r}, row {missing.index(True)}: the value is missing "
            "but the column does not allow that. Give every row a value."
        )
    clean: list[Any] = [None if m else v for v, m in zip(values, missing, strict=True)]
    if column.allowed:
        wrong = sorted({str(v) for v in clean if v not in column.allowed})
        if wrong:
            raise FrameError(
                f"Frame {frame!r}, column {column.name!r}: {wrong} not allowed. "
                f"Allowed: {list(column.allowed)}. Correct the rows."
            )
        return pd.Series(pd.Categorical(clean, categories=list(column.allowed)))
    if column.dtype == "bool":
        clean = [_BOOLS.get(str(v).lower(), v) for v in clean]
        if not all(isinstance(v, bool) for v in clean):
            wrong = sorted({str(v) for v in clean if not isinstance(v, bool)})
            raise FrameError(
                f"Frame {frame!r}, column {column.name!r}: {wrong} not allowed. "
                "Allowed: true, false. Correct the rows."
            )
    try:
        if column.dtype == DAY:
            return pd.Series(pd.to_datetime(pd.Series(clean, dtype="object")), dtype=DAY)
        if column.dtype == "int64":
            clean = [int(v) for v in clean]
        return pd.Series(clean, dtype=column.dtype)
    except (ValueError, TypeError) as error:
        kind = {DAY: "days of the calendar, YYYY-MM-DD", "int64": "whole numbers"}.get(
            column.dtype, column.dtype
        )
        raise FrameError(
            f"Frame {frame!r}, column {column.name!r}: {error}. Allowed: {kind}. Correct the rows."
        ) from error


def data_dictionary() -> pd.DataFrame:
    """Return the data dictionary: one row for every column of every frame.

    Returns
    -------
    DataFrame, shape (n_columns, 6)
        Columns frame, column, dtype, allowed, nullable, meaning; all text but
        nullable (bool). Order of `FRAMES`.
    """
    return pd.DataFrame(
        [
            {
                "frame": frame,
                "column": c.name,
                "dtype": c.dtype,
                "allowed": ", ".join(c.allowed),
                "nullable": c.nullable,
                "meaning": c.meaning,
            }
            for frame, columns in FRAMES.items()
            for c in columns
        ]
    )
