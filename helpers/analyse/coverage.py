"""Coverage: what is in a corpus, what cleaning hid, which dates are known."""

from __future__ import annotations

import warnings
from typing import Literal

import pandas as pd

from helpers.analyse.encounters import join_participants
from helpers.analyse.wording import describe_days, describe_range
from helpers.corpus import Corpus
from helpers.errors import FilterError, WhoMetWhomWarning, not_allowed
from helpers.read.article import read_article
from helpers.read.source import SourceText


def describe_corpus(corpus: Corpus) -> pd.DataFrame:
    """Tell what is in a corpus, in one table of a dozen rows.

    Parameters
    ----------
    corpus : Corpus
        Not changed.

    Returns
    -------
    DataFrame, shape (n_rows, 2)
        what and value, both text.
    """
    articles, meetings, people = corpus.articles, corpus.meetings, corpus.people
    status = ", ".join(f"{n:,} {s}" for s, n in meetings["status"].value_counts(sort=False).items() if n)
    merged = int((meetings["n_articles"] > 1).sum())
    rows = {
        "articles": f"{len(articles):,}",
        "published": _range(articles),
        "outlets named": f"{articles['outlet'].nunique():,}",
        "characters": f"{int(articles['text'].str.len().sum()):,}",
        "of these hidden as boilerplate": f"{int(articles['n_masked'].sum()):,}",
        "people": f"{len(people):,}, of whom {int(people['in_roster'].sum()):,} in the office table",
        "meetings": f"{len(meetings):,}" + (f" ({status})" if status else ""),
        "days of meetings": _range(meetings),
        "meetings in more than one article": f"{merged:,}",
        "statements": f"{len(corpus.statements):,}",
        "topic hits": f"{len(corpus.topics):,} of {corpus.topics['topic'].nunique():,} topics",
    }
    return pd.DataFrame({"what": list(rows), "value": list(rows.values())}, dtype="string")


def _range(table: pd.DataFrame) -> str:
    unknown = int((table["start"].isna() & table["end"].isna()).sum())
    first, last = table["start"].min(), table["end"].max()
    if pd.isna(first) or pd.isna(last):
        return "day unknown"
    return describe_range(first.date(), last.date()) + (f", {unknown:,} without a day" if unknown else "")


def removed_text(corpus: Corpus) -> pd.DataFrame:
    """Show what the mask hid from the rules as boilerplate.

    The articles' text is not changed by the mask; these spans are only not read.

    Parameters
    ----------
    corpus : Corpus
        Not changed.

    Returns
    -------
    DataFrame, shape (n_spans, 5)
        article_id, rule (string), start, end (int64: characters of the article's
        text), text (string). Ordered as the articles and their text.
    """
    rows = [
        (article, mask.rule, mask.start, mask.end, text[mask.start : mask.end])
        for article, text in zip(corpus.articles["article_id"], corpus.articles["text"], strict=True)
        for mask in read_again(article, text).masks
    ]
    table = pd.DataFrame(rows, columns=["article_id", "rule", "start", "end", "text"])
    texts = {"article_id": "string", "rule": "string", "text": "string"}
    return table.astype({**texts, "start": "int64", "end": "int64"})


def read_again(source: str, text: str) -> SourceText:
    """Mask a text as when it was read; what it warned of was said then."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", WhoMetWhomWarning)
        return read_article(source, text.encode())


def date_coverage(corpus: Corpus, *, of: Literal["articles", "meetings"] = "articles") -> pd.DataFrame:
    """Tell which dates are known, how well, and by what proof.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    of : {'articles', 'meetings'}, default 'articles'
        Days of publication, or days of meetings.

    Returns
    -------
    DataFrame, shape (n_rows, 5)
        article_id (or meeting_id with participants before the rest), edtf,
        days (in words), n_days (Int64: width of the bounds in days, 1 if the
        day is known, missing if a bound is), basis (the proof in a sentence).

    Raises
    ------
    FilterError
        If `of` is not allowed.
    """
    if of not in ("articles", "meetings"):
        raise FilterError(
            not_allowed("of", of, ["articles", "meetings"], where="date_coverage", hint="Choose one of them.")
        )
    frame = corpus.articles if of == "articles" else corpus.meetings
    table = pd.DataFrame(
        {
            "edtf": frame["edtf"],
            "days": describe_days(frame),
            "n_days": ((frame["end"] - frame["start"]).dt.days + 1).astype("Int64"),
            "basis": frame["date_basis"],
        }
    )
    if of == "articles":
        table.insert(0, "article_id", frame["article_id"])
        return table
    table.insert(0, "meeting_id", frame["meeting_id"])
    table.insert(1, "participants", frame["meeting_id"].map(join_participants(corpus)).astype("string"))
    return table
