"""Comparison: which topics come up with whom, when and where."""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

from helpers.analyse.about import link_topics
from helpers.analyse.encounters import pair_rows
from helpers.analyse.restrict import outlet_names
from helpers.analyse.wording import describe_participants
from helpers.corpus import Corpus
from helpers.errors import FilterError, not_allowed

Group = Literal["speaker", "country", "year", "outlet", "pair"]

_COLUMNS = {
    "group": "string", "topic": "string", "n_hits": "int64", "n_articles": "int64",
    "share": "float64", "n_group_hits": "int64", "n_group_articles": "int64",
}  # fmt: skip


def compare_topics(corpus: Corpus, *, by: Group = "country") -> pd.DataFrame:
    """Count the hits of every topic in every group.

    Speakers and their countries count what stands in their own statements, pairs
    what belongs to their meetings, years and outlets all hits of their articles.
    These are counts; a handful of articles supports no test of significance.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    by : {'speaker', 'country', 'year', 'outlet', 'pair'}, default 'country'
        ``country`` is the one the speaker acts for; ``year`` is of publication,
        a range such as "2022–2023" if it is not certain.

    Returns
    -------
    DataFrame, shape (n_rows, 7)
        group, topic (string); n_hits, n_articles (int64: hits, and the articles
        with at least one); share (float64: of the group's hits, 0 to 1);
        n_group_hits, n_group_articles (int64: of the group, with any topic).
        Groups with most hits first, within a group the topics with most hits.

    Raises
    ------
    FilterError
        If `by` is not allowed.

    Notes
    -----
    Hits outside of statements have no speaker, hits that belong to no meeting no
    pair, and are not counted there; a hit of a meeting of three counts for each
    pair.
    """
    if by not in get_args(Group):
        raise FilterError(
            not_allowed("by", by, get_args(Group), where="compare_topics", hint="Choose one of them.")
        )
    hits = _grouped(corpus, by)[["group", "topic", "article_id"]].dropna()
    if hits.empty:
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in _COLUMNS.items()})
    cells = hits.groupby(["group", "topic"])["article_id"].agg(n_hits="size", n_articles="nunique")
    whole = hits.groupby("group")["article_id"].agg(n_group_hits="size", n_group_articles="nunique")
    table = cells.reset_index().merge(whole.reset_index(), on="group")
    table["share"] = table["n_hits"] / table["n_group_hits"]
    table = table.sort_values(
        ["n_group_hits", "group", "n_hits", "topic"], ascending=[False, True, False, True], kind="stable"
    )
    return table[list(_COLUMNS)].astype(_COLUMNS).reset_index(drop=True)


def _grouped(corpus: Corpus, by: str) -> pd.DataFrame:
    topics = corpus.topics
    if by == "outlet":
        return topics.assign(group=_by_article(corpus, outlet_names(corpus.articles)))
    if by == "year":
        return topics.assign(group=_by_article(corpus, _years(corpus.articles)))
    if by == "pair":
        rows = pair_rows(corpus)
        groups = _describe_end(rows, "a") + " – " + _describe_end(rows, "b")
        pairs = pd.DataFrame({"meeting_id": rows["meeting_id"], "group": groups})
        linked = link_topics(corpus).merge(pairs, on="meeting_id")
        return linked.drop_duplicates(["group", "article_id", "topic", "start", "end"])
    people = corpus.people.set_index("person_id", drop=False)
    speakers = corpus.statements.set_index("statement_id")
    person = topics["statement_id"].map(speakers["person_id"])
    if by == "country":
        return topics.assign(group=person.map(people["country"]))
    named = topics["statement_id"].map(speakers["name"])
    return topics.assign(group=person.map(describe_participants(people)).fillna(named))


def _by_article(corpus: Corpus, values: pd.Series) -> pd.Series:
    """Return for every hit the value of its article."""
    by_id = pd.Series(values.to_numpy(), index=corpus.articles["article_id"])
    return corpus.topics["article_id"].map(by_id)


def _describe_end(rows: pd.DataFrame, end: str) -> pd.Series:
    names = {
        "name": rows[end],
        "role": None,
        "country": rows[f"{end}_country"],
        "person_id": rows[f"{end}_id"],
    }
    return describe_participants(pd.DataFrame(names))


def _years(articles: pd.DataFrame) -> pd.Series:
    first, last = (articles[c].dt.year.astype("Int64").astype("string") for c in ("start", "end"))
    years: pd.Series = first.where(first == last, first + "–" + last)
    return years.fillna("year unknown")
