"""Pieces: a meeting's evidence taken apart again, mention by mention, and compared.

A piece is one mention of the meeting: the words that tell of it, and what these
say of status, mode, day and place. What differs between pieces is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.analyse.coverage import read_again
from helpers.corpus import Corpus
from helpers.extract.sentences import find_sentences

#: What pieces can say differently.
COMPARED = ("status", "mode", "day", "place")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a piece states, and its words in the article.

    Attributes
    ----------
    value : str
        Status or mode; EDTF of a day, name of a place, or the words if these
        could not be resolved.
    words : str
        As written in the article.
    """

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One mention of a meeting in one article.

    Attributes
    ----------
    number : int
        From 1, in the order of the evidence.
    article_id, source : str
        The article and its file.
    start, end : int
        Half-open characters of the article's text: the sentence that tells of
        the meeting; the words alone where sentences were not asked for.
    text : str
        The article's text between them.
    stated : mapping
        For each of `COMPARED` and ``participant`` what the piece states.
    reason : str
        Rule by which it is of the same meeting as the pieces of its article
        before it; empty for the first of an article.
    """

    number: int
    article_id: str
    source: str
    start: int
    end: int
    text: str
    stated: Mapping[str, tuple[Stated, ...]]
    reason: str


_FIELDS = {"date": "day", "place": "place", "status": "status", "mode": "mode", "participant": "participant"}


def read_pieces(corpus: Corpus, meeting_id: str, *, sentences_of: int = 20) -> tuple[Piece, ...]:
    """Read from the evidence frame how often and in what words a meeting is told.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    meeting_id : str
        A key of the meetings frame.
    sentences_of : int, default 20
        Articles whose sentences are looked up, from the first on.

    Returns
    -------
    tuple of Piece
        In the order of the evidence frame; of an unknown meeting none.
    """
    rows = corpus.evidence[corpus.evidence["meeting_id"].eq(meeting_id)]
    pieces: list[Piece] = []
    for i, (key, told) in enumerate(rows.groupby("article_id", sort=False)):
        article = corpus.articles[corpus.articles["article_id"].eq(key)].iloc[0]
        text, source = str(article["text"]), str(article["source"])
        sentences = _find_sentences(source, text) if i < sentences_of else []
        values = _read_values(corpus, str(key))
        number = told["field"].eq("meeting").cumsum().clip(lower=1)
        for _, part in told.groupby(number, sort=True):
            anchor = part[part["field"].eq("meeting")].head(1) if part["field"].eq("meeting").any() else part
            start, end = int(anchor["start"].iloc[0]), int(anchor["end"].iloc[0])
            held = [(s, e) for s, e in sentences if s < end and e > start]
            if held:
                start, end = min(start, held[0][0]), max(end, held[-1][1])
            why = part.loc[part["field"].eq("merge"), "rule"]
            pieces.append(
                Piece(
                    number=len(pieces) + 1,
                    article_id=str(key),
                    source=source,
                    start=start,
                    end=end,
                    text=text[start:end],
                    stated=_read_stated(part, values),
                    reason="" if why.empty else str(why.iloc[0]),
                )
            )
    return tuple(pieces)


def _find_sentences(source: str, text: str) -> list[tuple[int, int]]:
    """Return the sentences of an article as the rules read it, without boilerplate."""
    read = read_again(source, text)
    is_same = read.text == text
    found = find_sentences(read.masked, read.title_span) if is_same else find_sentences(text)
    return [(s.start, s.end) for s in found]


def _read_values(corpus: Corpus, article_id: str) -> dict[tuple[str, int, int], str]:
    """Return the values of an article's dates and places by field and span."""
    mentions = corpus.mentions[corpus.mentions["article_id"].eq(article_id)]
    known = mentions[mentions["kind"].isin(("date", "place")) & mentions["value"].notna()]
    columns = (known[c] for c in ("kind", "start", "end", "value"))
    return {(str(k), int(s), int(e)): str(v) for k, s, e, v in zip(*columns, strict=True)}


def _read_stated(
    part: pd.DataFrame, values: Mapping[tuple[str, int, int], str]
) -> dict[str, tuple[Stated, ...]]:
    stated: dict[str, list[Stated]] = {field: [] for field in _FIELDS.values()}
    columns = (part[c] for c in ("field", "start", "end", "surface", "rule"))
    for field, start, end, surface, rule in zip(*columns, strict=True):
        if field in ("status", "mode"):
            stated[field].append(Stated(str(rule).rpartition(":")[2], str(surface)))
        elif field in _FIELDS:
            value = values.get((str(field), int(start), int(end)), str(surface))
            stated[_FIELDS[field]].append(Stated(value, str(surface)))
    return {field: tuple(found) for field, found in stated.items()}


def compare_pieces(pieces: Sequence[Piece]) -> dict[str, dict[str, list[tuple[int, str]]]]:
    """Set side by side what the pieces state.

    Parameters
    ----------
    pieces : sequence of Piece
        Of one meeting.

    Returns
    -------
    dict
        For each of `COMPARED`, value → number and words of every piece that
        states it, in the order of the pieces. One value: they agree; several:
        they say it differently. An unknown mode states nothing.
    """
    table: dict[str, dict[str, list[tuple[int, str]]]] = {field: {} for field in COMPARED}
    for piece in pieces:
        for field in COMPARED:
            for said in piece.stated[field]:
                if said.value != "unknown":
                    table[field].setdefault(said.value, []).append((piece.number, said.words))
    return table
