"""Restrict: match meetings with filters, and cut all frames accordingly."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import numpy as np
import pandas as pd

from helpers.analyse.about import link_topics, match_words
from helpers.corpus import Corpus
from helpers.days import parse_edtf

#: Stands for the outlet of articles that have none.
NO_OUTLET = "(no outlet)"


class Restriction(Protocol):
    """The fields of `helpers.analyse.filters.Filters`, as far as needed here."""

    @property
    def date_from(self) -> date | None: ...  # noqa: D102
    @property
    def date_to(self) -> date | None: ...  # noqa: D102
    @property
    def people(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def countries(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def status(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def mode(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def topic(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def outlet(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def words(self) -> str: ...  # noqa: D102


def bound_by_days(filters: Restriction) -> bool:
    """Tell whether the filters restrict the day."""
    return filters.date_from is not None or filters.date_to is not None


def is_undatable(table: pd.DataFrame) -> pd.Series:
    """Tell for every row whether nothing bounds its date."""
    return table["start"].isna() & table["end"].isna()


def outlet_names(articles: pd.DataFrame) -> pd.Series:
    """Return the outlet of every article, `NO_OUTLET` where it is missing."""
    return articles["outlet"].fillna(NO_OUTLET)


def match_meetings(corpus: Corpus, filters: Restriction) -> pd.Series:
    """Tell for every meeting whether the filters keep it.

    Parameters
    ----------
    corpus : Corpus
    filters : Filters

    Returns
    -------
    Series of bool
        Index of ``corpus.meetings``.
    """
    meetings, joined = corpus.meetings, corpus.participations
    key = meetings["meeting_id"]
    keep = pd.Series(True, index=meetings.index)
    if filters.status:
        keep &= meetings["status"].isin(filters.status)
    if filters.mode:
        keep &= meetings["mode"].isin(filters.mode)
    if bound_by_days(filters):
        keep &= _overlaps(meetings, filters)
    if filters.people:
        keep &= key.isin(joined.loc[joined["person_id"].isin(filters.people), "meeting_id"])
    if filters.countries:
        keep &= key.isin(joined.loc[joined["country"].isin(filters.countries), "meeting_id"])
    if filters.topic:
        linked = link_topics(corpus)
        keep &= key.isin(linked.loc[linked["topic"].isin(filters.topic), "meeting_id"])
    if filters.words:
        evidence = _evidence_in(corpus, filters)
        keep &= key.isin(evidence.loc[match_words(corpus.articles, evidence, filters.words), "meeting_id"])
    if filters.outlet:
        keep &= key.isin(_evidence_in(corpus, filters)["meeting_id"])
    return keep


def restrict_corpus(corpus: Corpus, keep: pd.Series, filters: Restriction) -> Corpus:
    """Cut all frames to the kept meetings and the articles that go with them.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    keep : Series of bool
        Index of ``corpus.meetings``, from `match_meetings`.
    filters : Filters
        The same filters.

    Returns
    -------
    Corpus
    """
    meetings = corpus.meetings[keep]
    evidence = _evidence_in(corpus, filters)
    evidence = evidence[evidence["meeting_id"].isin(meetings["meeting_id"])]
    in_use = corpus.articles["article_id"].isin(evidence["article_id"]) | _without_meeting(corpus, filters)
    articles = corpus.articles[in_use]
    here = articles["article_id"]
    participations = corpus.participations[corpus.participations["meeting_id"].isin(meetings["meeting_id"])]
    mentions = corpus.mentions[corpus.mentions["article_id"].isin(here)]
    statements = corpus.statements[corpus.statements["article_id"].isin(here)]
    topics = corpus.topics[corpus.topics["article_id"].isin(here)]
    topics = topics[topics["meeting_id"].isna() | topics["meeting_id"].isin(meetings["meeting_id"])]
    if filters.topic:
        topics = topics[topics["topic"].isin(filters.topic)]
    persons = mentions[mentions["kind"].isin(["person", "role"])]
    ids = [participations["person_id"], persons["value"].dropna(), statements["person_id"].dropna()]
    people = corpus.people[corpus.people["person_id"].isin(pd.concat(ids))]
    cut = {
        "articles": articles,
        "mentions": mentions,
        "people": _recount_people(people, participations, persons),
        "meetings": _recount_meetings(meetings, evidence) if filters.outlet else meetings,
        "participations": participations,
        "evidence": evidence,
        "statements": statements,
        "topics": topics,
    }
    return corpus.with_frames(**{name: frame.reset_index(drop=True) for name, frame in cut.items()})


def _overlaps(table: pd.DataFrame, filters: Restriction) -> pd.Series:
    fits = ~is_undatable(table)
    first, last = filters.date_from or date.min, filters.date_to or date.max
    if filters.date_from:
        fits &= table["end"].isna() | (table["end"] >= pd.Timestamp(filters.date_from))
    if filters.date_to:
        fits &= table["start"].isna() | (table["start"] <= pd.Timestamp(filters.date_to))
    listed = table.loc[fits, "edtf"].astype("string").fillna("")
    listed = listed[listed.str.startswith("[") & listed.str.contains(",", regex=False)]
    for edtf in listed.unique():
        if not any(first <= day <= last for day in parse_edtf(edtf).days):
            fits[listed.index[listed == edtf]] = False
    return fits


def _evidence_in(corpus: Corpus, filters: Restriction) -> pd.DataFrame:
    if not filters.outlet:
        return corpus.evidence
    chosen = corpus.articles.loc[outlet_names(corpus.articles).isin(filters.outlet), "article_id"]
    return corpus.evidence[corpus.evidence["article_id"].isin(chosen)]


def _without_meeting(corpus: Corpus, filters: Restriction) -> np.ndarray:
    articles = corpus.articles
    if filters.people or filters.countries or filters.status or filters.mode or filters.words:
        return np.zeros(len(articles), dtype=bool)
    keep = ~articles["article_id"].isin(corpus.evidence["article_id"])
    if bound_by_days(filters):
        keep &= _overlaps(articles, filters)
    if filters.outlet:
        keep &= outlet_names(articles).isin(filters.outlet)
    if filters.topic:
        hits = corpus.topics.loc[corpus.topics["topic"].isin(filters.topic), "article_id"]
        keep &= articles["article_id"].isin(hits)
    return keep.to_numpy(dtype=bool)


def _recount_people(people: pd.DataFrame, joined: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    n_meetings = joined["person_id"].value_counts()
    n_articles = mentions[["article_id", "value"]].drop_duplicates()["value"].value_counts()
    counts = {"n_meetings": n_meetings, "n_articles": n_articles}
    return people.assign(
        **{k: people["person_id"].map(n).fillna(0).astype("int64") for k, n in counts.items()}
    )


def _recount_meetings(meetings: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    n = evidence[["meeting_id", "article_id"]].drop_duplicates()["meeting_id"].value_counts()
    return meetings.assign(n_articles=meetings["meeting_id"].map(n).fillna(0).astype("int64"))
