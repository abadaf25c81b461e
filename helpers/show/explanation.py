"""Explanation: why the pieces of evidence of one meeting were taken for one record."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.analyse.pieces import Piece, compare_pieces, read_pieces
from helpers.analyse.wording import describe_edtf
from helpers.corpus import Corpus
from helpers.show import style
from helpers.show.evidence import MAX_ARTICLES, find_meeting, most_reported, summarise_meeting, write_heading
from helpers.show.figure import clean_text

__all__ = ["MergeView", "explain_merge"]

_BOX = (
    f"border:1px solid {style.FAINT};padding:6px 10px;margin:6px 0;max-width:900px;"
    f"background:#FFFFFF;color:{style.INK};overflow-wrap:anywhere"
)
_NOTE = f"color:{style.SOFT};margin:2px 0"
_MODES = {"in_person": "in person", "phone": "by phone", "video": "by video", "unknown": "form not said"}
_REASONS = {
    "same_participants": "names the same participants as the pieces before it; nothing sets it apart",
    "fewer_participants": "names some of the participants; nothing else sets it apart",
    "more_participants": "names the same participants and more; nothing else sets it apart",
    "delegation_and_head": "names a delegation where another piece names its head",
    "goes_on": "goes on about the meeting told before it in the same article",
    "adds_participants": "says who else was at the meeting told before it in the same article",
}


@dataclass(frozen=True, slots=True)
class MergeView:
    """A meeting with what makes its evidence one record; shows itself in a notebook.

    Attributes
    ----------
    meeting_id : str
    summary : str
        Who, status, when and where in the record, in one line.
    basis : str
        How the day of the record is known; may be empty.
    reasons : tuple of str
        Why the pieces were taken for one meeting.
    agreed, differing : tuple of str
        What several pieces state alike, and what they state differently, side
        by side; ``[2]`` is the piece number 2.
    articles : tuple of (str, str)
        article_id and heading of every article shown.
    pieces : tuple of Piece
        All pieces, also those of articles that are not shown.
    """

    meeting_id: str
    summary: str
    basis: str
    reasons: tuple[str, ...]
    agreed: tuple[str, ...]
    differing: tuple[str, ...]
    articles: tuple[tuple[str, str], ...]
    pieces: tuple[Piece, ...]

    def _repr_html_(self) -> str:
        """Return the explanation with all text escaped."""
        out = [f'<div class="wmw-merge" style="{_BOX}"><strong>{html.escape(self.summary)}</strong>']
        for title, lines in self._sections():
            out.append(f'<div style="margin-top:10px"><em>{html.escape(title)}</em></div>')
            items = "".join(f'<li dir="auto">{html.escape(line)}</li>' for line in lines)
            out.append(f'<ul style="margin:2px 0">{items}</ul>')
        out.extend(f'<div style="{_NOTE}">{html.escape(note)}</div>' for note in self._notes())
        return "".join(out) + "</div>"

    def __repr__(self) -> str:
        """Return the explanation as plain text."""
        lines = [self.summary]
        for title, rows in self._sections():
            lines += [title, *(f"  {row}" for row in rows)]
        return "\n".join([*lines, *self._notes()])

    def _sections(self) -> Iterator[tuple[str, list[str]]]:
        """Yield every part with its title; the lines are not escaped yet."""
        for title, lines in (
            ("How the day is known", (self.basis,) if self.basis else ()),
            ("Why they are one meeting", self.reasons),
            ("What they say alike", self.agreed),
            ("What they say differently", self.differing),
        ):
            if lines:
                yield title, list(lines)
        for article_id, heading in self.articles:
            yield heading, [_write_piece(p) for p in self.pieces if p.article_id == article_id]

    def _notes(self) -> list[str]:
        if not self.meeting_id:
            return []
        n_articles = len({p.article_id for p in self.pieces})
        notes = []
        if len(self.pieces) < 2:
            notes.append("Nothing was merged: it is told once.")
        elif not self.differing:
            notes.append("Nothing is said differently.")
        if n_articles > len(self.articles):
            notes.append(f"{n_articles - len(self.articles):,} more articles are compared, but not shown.")
        return notes


def explain_merge(corpus: Corpus, meeting_id: str | None = None) -> MergeView:
    """Say why the pieces of evidence of a meeting were taken for one record.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    meeting_id : str, optional
        A key of the meetings frame; by default the meeting that most articles
        report, of equals the earliest.

    Returns
    -------
    MergeView
        Every piece with its file, characters and sentence, what it states, the
        reasons for the merge, and what the pieces say alike and differently.
        Shown as HTML in a notebook, as plain text elsewhere.

    Raises
    ------
    FilterError
        If the meeting is not in the corpus.

    Examples
    --------
    Two seeds report one meeting, neither names its day:

    >>> from helpers.corpus import load_corpus
    >>> corpus = load_corpus("seeds", progress=False)
    >>> view = explain_merge(corpus)
    >>> sorted({piece.source[:3] for piece in view.pieces})
    ['003', '004']
    >>> view.reasons[0].partition(", ")[0]
    'between articles: same participants (Antony Blinken and James Cleverly)'
    """
    if meeting_id is None:
        if corpus.meetings.empty:
            return MergeView("", "There is no meeting in this part of the corpus.", "", (), (), (), (), ())
        meeting_id = most_reported(corpus.meetings)
    meeting = find_meeting(corpus, meeting_id, where="explain_merge")
    pieces = read_pieces(corpus, meeting_id, sentences_of=MAX_ARTICLES)
    shown = list(dict.fromkeys(p.article_id for p in pieces))[:MAX_ARTICLES]
    basis, _, merged = str(meeting["date_basis"].fillna("").iloc[0]).partition("; merged: ")
    agreed, differing = _compare(pieces)
    return MergeView(
        meeting_id=meeting_id,
        summary=summarise_meeting(corpus, meeting),
        basis=clean_text(basis, 600),
        reasons=(*_across(merged), *_within(pieces)),
        agreed=agreed,
        differing=differing,
        articles=tuple(
            (key, write_heading(corpus.articles[corpus.articles["article_id"].eq(key)])) for key in shown
        ),
        pieces=pieces,
    )


def _across(merged: str) -> list[str]:
    """Return why records of different articles were merged, as the meetings frame tells it."""
    reasons = [clean_text(r, 300) for r in re.split(r"; (?=same participants \()", merged) if r]
    return [f"between articles: {r}" for r in reasons]


def _within(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield why each piece is of the same meeting as those of its article before it."""
    seen: set[str] = set()
    several = len({p.article_id for p in pieces}) > 1
    for piece in pieces:
        if piece.reason:
            yield f"[{piece.number}] {_REASONS.get(piece.reason, clean_text(piece.reason))}"
        elif piece.article_id in seen:
            other = "is joined to the pieces before it by another article" if several else "gives no reason"
            yield f"[{piece.number}] {other}"
        seen.add(piece.article_id)


def _compare(pieces: tuple[Piece, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return in words what the pieces state alike and what differently."""
    agreed, differing = [], []
    for field, values in compare_pieces(pieces).items():
        told = [_write_value(field, value, said) for value, said in values.items()]
        if len(told) > 1:
            differing.append(f"{field}: {' | '.join(told)}")
        elif told and len({n for said in values.values() for n, _ in said}) > 1:
            agreed.append(f"{field}: {told[0]}")
    return tuple(agreed), tuple(differing)


def _write_value(field: str, value: str, said: list[tuple[int, str]]) -> str:
    """Write "16 May 2023 (“Tuesday”) [1] [2]"."""
    numbers = " ".join(f"[{n}]" for n in dict.fromkeys(n for n, _ in said))
    if field in ("status", "mode"):
        return f"{_name_value(field, value)} {numbers}"
    words = " and ".join(f"“{w}”" for w in dict.fromkeys(clean_text(w, 60) for _, w in said))
    return f"{_name_value(field, value)} ({words}) {numbers}"


def _name_value(field: str, value: str) -> str:
    if field == "status":
        return style.STATUS[value].words if value in style.STATUS else clean_text(value, 60)
    if field == "mode":
        return _MODES.get(value, clean_text(value, 60))
    return clean_text(describe_edtf(value) if field == "day" else value, 80)


def _write_piece(piece: Piece) -> str:
    """Write number, file, characters and sentence of a piece, and what it states by which words."""
    told = [f"“{clean_text(s.words, 80)}”" for s in piece.stated["participant"]]
    told = [f"who: {', '.join(told)}"] if told else []
    for field in ("status", "mode", "day", "place"):
        told += [f"{_name_value(field, s.value)} (“{clean_text(s.words, 60)}”)" for s in piece.stated[field]]
    missing = [f for f in ("day", "place") if not piece.stated[f]]
    told += [f"no {' or '.join(missing)} named"] if missing else []
    where = f"{clean_text(piece.source, 120)}, characters {piece.start}–{piece.end}"
    return f"[{piece.number}] {where}: “{clean_text(piece.text, 400)}” – {'; '.join(told)}"
