"""Evidence: one meeting taken back to the sentences it was read from."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pandas as pd

from helpers.analyse.coverage import removed_text
from helpers.analyse.wording import describe_days, describe_participants
from helpers.corpus import Corpus
from helpers.errors import FilterError, not_allowed
from helpers.extract.sentences import find_sentences
from helpers.show import style
from helpers.show.figure import clean_text, join_words
from helpers.show.highlight import SENTENCE, Highlight, highlight_html

__all__ = ["Highlight", "Passage", "SourceView", "highlight_html", "show_source"]

#: Articles shown at once; more are counted, and shown by `article_id`.
MAX_ARTICLES = 20
#: A longer paragraph is shown only around its evidence, with so much on both sides.
MAX_PARAGRAPH, AROUND = 3000, 400

_BOX = (
    f"border:1px solid {style.FAINT};padding:6px 10px;margin:6px 0;max-width:900px;"
    f"background:#FFFFFF;color:{style.INK}"
)
_TEXT = "white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7;margin:6px 0"
_NOTE = f"color:{style.SOFT};margin:2px 0"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article with evidence in it.

    Attributes
    ----------
    article_id : str
    start, end : int
        Half-open characters of the article's text.
    text : str
        The article's text between them.
    spans : tuple of Highlight
        Sentences and facts; characters of `text`.
    """

    article_id: str
    start: int
    end: int
    text: str
    spans: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A meeting with its passages; shows itself in a notebook.

    Attributes
    ----------
    meeting_id : str
    summary : str
        Who, status, when and where, in one line.
    basis : str
        How the day is known; may be empty.
    articles : tuple of (str, str)
        article_id and heading of every article shown.
    passages : tuple of Passage
    n_more : int
        Articles that are not shown.
    """

    meeting_id: str
    summary: str
    basis: str
    articles: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    n_more: int

    def _repr_html_(self) -> str:
        """Return the passages with coloured and labelled facts, all text escaped."""
        out = [f'<div class="wmw-source" style="{_BOX}"><strong>{html.escape(self.summary)}</strong>']
        if self.basis:
            out.append(f'<div style="{_NOTE}">Day: {html.escape(self.basis)}</div>')
        for article_id, heading in self.articles:
            safe = html.escape(heading)
            out.append(
                f'<section tabindex="0" aria-label="{safe}">'
                f'<div style="margin-top:10px"><em>{safe}</em></div>'
            )
            parts = [p for p in self.passages if p.article_id == article_id]
            out.extend(f'<p dir="auto" style="{_TEXT}">{highlight_html(p.text, p.spans)}</p>' for p in parts)
            out.append("</section>")
        out.extend(f'<div style="{_NOTE}">{html.escape(note)}</div>' for note in self._notes())
        return "".join(out) + "</div>"

    def __repr__(self) -> str:
        """Return summary, sentences and facts as plain text."""
        lines = [self.summary, *([f"Day: {self.basis}"] if self.basis else [])]
        for article_id, heading in self.articles:
            lines.append(heading)
            for passage in (p for p in self.passages if p.article_id == article_id):
                for span in passage.spans:
                    words = clean_text(passage.text[span.start : span.end], 300)
                    lines.append(f"  {words}" if span.field == SENTENCE else f"    {span.label}: {words}")
        return "\n".join([*lines, *self._notes()])

    def _notes(self) -> list[str]:
        if not self.meeting_id:
            return []
        if not self.articles:
            return ["No sentence is kept as evidence for this meeting."]
        return [f"{self.n_more:,} more articles: show one with article_id=…"] if self.n_more else []


def show_source(
    corpus: Corpus, meeting_id: str | None = None, *, article_id: str | None = None
) -> SourceView:
    """Show the sentences that a meeting was read from, every fact marked.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    meeting_id : str, optional
        A key of the meetings frame; by default the meeting that most articles
        report, of equals the earliest.
    article_id : str, optional
        Show only this article; by default the first 20 that report it.

    Returns
    -------
    SourceView
        Shown as HTML in a notebook, as plain text elsewhere.

    Raises
    ------
    FilterError
        If the meeting is not in the corpus, or the article does not report it.

    Examples
    --------
    >>> from helpers.corpus import load_corpus
    >>> corpus = load_corpus("seeds", progress=False)
    >>> view = show_source(corpus, corpus.meetings["meeting_id"][0])
    >>> [p.text[s.start:s.end] for p in view.passages for s in p.spans if s.field == "place"]
    ['Washington', 'Pentagon']
    """
    if meeting_id is None:
        if corpus.meetings.empty:
            return SourceView("", "There is no meeting in this part of the corpus.", "", (), (), 0)
        meeting_id = most_reported(corpus.meetings)
    meeting = find_meeting(corpus, meeting_id, where="show_source")
    evidence = corpus.evidence[corpus.evidence["meeting_id"].eq(meeting_id)]
    keys = list(dict.fromkeys(evidence["article_id"]))
    if article_id is not None and article_id not in keys:
        hint = "Choose one of them, or leave it out."
        where = f"show_source for {meeting_id!r}"
        raise FilterError(not_allowed("article_id", article_id, keys, where=where, hint=hint))
    shown = [article_id] if article_id is not None else keys[:MAX_ARTICLES]
    headings, passages = [], []
    for key in shown:
        article = corpus.articles[corpus.articles["article_id"].eq(key)]
        headings.append((key, write_heading(article)))
        facts = [
            Highlight(int(s), int(e), str(f), str(r))
            for s, e, f, r in zip(
                *(evidence.loc[evidence["article_id"].eq(key), c] for c in ("start", "end", "field", "rule")),
                strict=True,
            )
        ]
        unread = removed_text(corpus.with_frames(articles=article))
        hidden = [(int(s), int(e)) for s, e in zip(unread["start"], unread["end"], strict=True)]
        passages += find_passages(key, str(article["text"].iloc[0]), facts, unread=hidden)
    basis = meeting["date_basis"].iloc[0]
    return SourceView(
        meeting_id=meeting_id,
        summary=summarise_meeting(corpus, meeting),
        basis="" if pd.isna(basis) else clean_text(basis, 1000),
        articles=tuple(headings),
        passages=tuple(passages),
        n_more=0 if article_id is not None else len(keys) - len(shown),
    )


def find_passages(
    article_id: str, text: str, facts: list[Highlight], *, unread: Iterable[tuple[int, int]] = ()
) -> list[Passage]:
    """Return the paragraphs that hold facts, with the sentences around these.

    Parameters
    ----------
    article_id : str
    text : str
        The article's text.
    facts : list of Highlight
        Characters of `text`.
    unread : iterable of (int, int), default ()
        Half-open spans of boilerplate, which belong to no sentence.

    Returns
    -------
    list of Passage
        In order, without overlap. Of a paragraph of more than 3,000 characters
        only what stands within 400 characters of a fact.
    """
    sentences = find_sentences(_blank(text, unread))
    paragraphs: dict[int, tuple[int, int]] = {}
    for s in sentences:
        paragraphs[s.paragraph] = (paragraphs.get(s.paragraph, (s.start, 0))[0], s.end)
    ranges: list[tuple[int, int]] = []
    for start, end in [*paragraphs.values()]:
        inside = [f for f in facts if f.start < end and f.end > start]
        if inside and end - start <= MAX_PARAGRAPH:
            ranges.append((start, end))
        elif inside:
            ranges += [(max(start, f.start - AROUND), min(end, f.end + AROUND)) for f in inside]
    ranges += [(f.start, f.end) for f in facts]
    out = []
    for start, end in _join(ranges):
        held = [f for f in facts if start <= f.start and f.end <= end]
        spoken = [
            Highlight(max(s.start, start), min(s.end, end), SENTENCE)
            for s in sentences
            if s.start < end and s.end > start and any(f.start < s.end and f.end > s.start for f in held)
        ]
        spans = sorted(
            {*spoken, *held}, key=lambda h: (h.start, -h.end, h.field != SENTENCE, h.field, h.rule)
        )
        moved = tuple(Highlight(h.start - start, h.end - start, h.field, h.rule) for h in spans)
        out.append(Passage(article_id, start, end, text[start:end], moved))
    return out


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with spaces for the spans; line feeds stay, so that paragraphs do."""
    out, at = [], 0
    for start, end in sorted(spans):
        out += [text[at:start], "".join("\n" if c == "\n" else " " for c in text[max(start, at) : end])]
        at = max(at, end)
    return "".join([*out, text[at:]])


def _join(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def write_heading(article: pd.DataFrame) -> str:
    """Return title, outlet, day and source of an article, a table of one row."""
    row: Any = article.iloc[0]
    parts = [row["title"], row["outlet"], f"published {describe_days(article).iloc[0]}", row["source"]]
    return " · ".join(clean_text(p, 200) for p in parts if not pd.isna(p))


def summarise_meeting(corpus: Corpus, meeting: pd.DataFrame) -> str:
    """Return who, status, when and where of a meeting, a table of one row."""
    row: Any = meeting.iloc[0]
    joined = corpus.participations[corpus.participations["meeting_id"].eq(row["meeting_id"])]
    who = join_words([clean_text(n, 120) for n in describe_participants(joined)])
    mode = {"in_person": "in person", "phone": "by phone", "video": "by video"}.get(str(row["mode"]), "")
    parts = [style.STATUS[str(row["status"])].words, mode, str(describe_days(meeting).iloc[0])]
    parts += [clean_text(row[c], 120) for c in ("place", "event")]
    return f"{who or 'Nobody named'}: {', '.join(p for p in parts if p)} ({row['meeting_id']})"


def most_reported(meetings: pd.DataFrame) -> str:
    """Return the meeting that most articles report, of equals the earliest."""
    keys, ascending = ["n_articles", "start", "meeting_id"], [False, True, True]
    return str(meetings.sort_values(keys, ascending=ascending, na_position="last")["meeting_id"].iloc[0])


def find_meeting(corpus: Corpus, meeting_id: str, *, where: str) -> pd.DataFrame:
    """Return the one row of a meeting; FilterError, saying `where`, if there is none."""
    meeting = corpus.meetings[corpus.meetings["meeting_id"].eq(meeting_id)]
    if meeting.empty:
        raise FilterError(_unknown_meeting(meeting_id, corpus.meetings["meeting_id"].tolist(), where))
    return meeting


def _unknown_meeting(seen: object, allowed: list[str], where: str) -> str:
    near = get_close_matches(str(seen), allowed, n=5, cutoff=0.4) or allowed[:5]
    examples = f", such as {', '.join(map(repr, near))}" if near else ""
    return (
        f"Unknown meeting_id {seen!r} in {where}. Allowed: the {len(allowed):,} of this corpus"
        f"{examples}. Take one from corpus.meetings['meeting_id']."
    )
