"""Small news: invented articles read, extracted and resolved without a folder."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.extract.article import extract_article
from helpers.knowledge.tables import Knowledge, load_knowledge
from helpers.read.article import read_article
from helpers.read.index import IndexRow, parse_published
from helpers.resolve.account import Account, resolve_account
from helpers.resolve.rows import build_frames


def account_of(*articles: str, knowledge: Knowledge | None = None) -> Account:
    """Return the account of articles written as ``2023-05-18 | They met.``; nothing before the bar: undated.

    The articles are named ``0.txt``, ``1.txt`` and so on.
    """
    return account_of_files({f"{i}.txt": text for i, text in enumerate(articles)}, knowledge=knowledge)


def account_of_files(articles: Mapping[str, str], *, knowledge: Knowledge | None = None) -> Account:
    """Return the account of articles by their names, in the order of the mapping."""
    known = load_knowledge() if knowledge is None else knowledge
    sources = []
    for name, marked in articles.items():
        published, bar, text = marked.partition(" | ")
        if not bar:
            raise ValueError(f"No ' | ' in {marked!r}. Write 'YYYY-MM-DD | text' or ' | text'.")
        row = IndexRow(published=parse_published(published)) if published else None
        sources.append(read_article(name, text.encode(), row=row))
    facts = [extract_article(s.masked, known, title=s.title_span) for s in sources]
    return resolve_account(sources, facts, known)


def frames_of(*articles: str, knowledge: Knowledge | None = None) -> dict[str, pd.DataFrame]:
    """Return the eight frames of articles written as for `account_of`."""
    return build_frames(account_of(*articles, knowledge=knowledge))


def meetings_of(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Return every meeting as one line: status, day, who, articles.

    ``held 2023-05-17: Ana Arden + Bo Brook [0 1]``; of persons without a name the id.
    """
    lines = []
    for row in frames["meetings"].itertuples():
        present = frames["participations"][frames["participations"]["meeting_id"] == row.meeting_id]
        who = sorted(p.person_id if pd.isna(p.name) else p.name for p in present.itertuples(index=False))
        told = frames["evidence"][frames["evidence"]["meeting_id"] == row.meeting_id]["article_id"]
        articles = " ".join(sorted({a.removesuffix(".txt") for a in told}))
        day = "?" if pd.isna(row.edtf) else row.edtf
        lines.append(f"{row.status} {day}: {' + '.join(who)} [{articles}]")
    return lines
