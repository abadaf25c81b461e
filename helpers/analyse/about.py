"""About: which meeting a topic belongs to, and which words stand in its evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

import pandas as pd

from helpers.corpus import Corpus
from helpers.extract.sentences import find_sentences
from helpers.read.boilerplate import mask_boilerplate

_WORDS = re.compile(r'"([^"]*)"|([^\s"]+)')
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def link_topics(corpus: Corpus) -> pd.DataFrame:
    """Return the topic hits of every meeting: what its reports and its people say.

    A hit belongs to a meeting if the sentence that reports the meeting holds it,
    or if a participant says it in an article that reports the meeting. The rest of
    an article is not about the meeting, as far as the rules can tell.

    Parameters
    ----------
    corpus : Corpus
        Not changed.

    Returns
    -------
    DataFrame
        Columns of the topics frame; one row for a hit and meeting, so that a hit
        can stand twice. Hits without a meeting are left out.
    """
    topics = corpus.topics
    hit = ["article_id", "topic", "start", "end"]
    spoken = topics[topics["statement_id"].notna()].drop(columns="meeting_id")
    speakers = corpus.statements.loc[corpus.statements["person_id"].notna(), ["statement_id", "person_id"]]
    present = corpus.participations[["meeting_id", "person_id"]].drop_duplicates()
    reports = corpus.evidence[["meeting_id", "article_id"]].drop_duplicates()
    said = spoken.merge(speakers, on="statement_id").merge(present, on="person_id")
    said = said.merge(reports, on=["meeting_id", "article_id"])
    both = pd.concat([topics[topics["meeting_id"].notna()], said[topics.columns]], ignore_index=True)
    both = both.drop_duplicates([*hit, "meeting_id"])
    return both.sort_values([*hit, "meeting_id"], kind="stable").reset_index(drop=True)


def match_words(articles: pd.DataFrame, evidence: pd.DataFrame, words: str) -> pd.Series:
    """Tell for every row of evidence whether its sentence holds all the words.

    Parameters
    ----------
    articles, evidence : DataFrame
        Frames of a corpus.
    words : str
        Words and "phrases in double quotes"; case, line breaks and the shape of
        quotation marks do not matter.

    Returns
    -------
    Series of bool
        Index of `evidence`.
    """
    wanted = [(phrase or word).strip() for phrase, word in _WORDS.findall(_fold(words))]
    wanted = [w for w in wanted if w]
    used = articles[articles["article_id"].isin(evidence["article_id"])]
    texts = {
        key: text
        for key, text in zip(used["article_id"], used["text"], strict=True)
        if _holds(_fold(text), wanted)
    }
    found = [
        key in texts and _holds(_fold(_sentence_at(texts[key], start, end)), wanted)
        for key, start, end in zip(evidence["article_id"], evidence["start"], evidence["end"], strict=True)
    ]
    return pd.Series(found, index=evidence.index, dtype="bool")


def _fold(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).casefold().split())


def _holds(text: str, wanted: list[str]) -> bool:
    return all(w in text for w in wanted)


def _sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence, or the sentences, in which a span stands."""
    starts, ends = _sentence_bounds(text)
    first = max(bisect_right(starts, start) - 1, 0)
    last = max(bisect_right(starts, max(end - 1, start)) - 1, first)
    if not starts:
        return text[start:end]
    return text[min(starts[first], start) : max(ends[last], end)]


@lru_cache(maxsize=2048)
def _sentence_bounds(text: str) -> tuple[list[int], list[int]]:
    sentences = find_sentences(mask_boilerplate(text))
    return [s.start for s in sentences], [s.end for s in sentences]
