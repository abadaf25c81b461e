"""Explanation: why several pieces of evidence are one meeting, and what they say differently."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from helpers import explain_merge, load_corpus
from helpers.corpus import Corpus
from helpers.errors import FilterError
from helpers.show.explanation import MergeView
from tests.handmade import handmade_corpus
from tests.small_news import frames_of
from tests.synthetic import synthetic_corpus

TUESDAY = "2023-05-18 | Antony Blinken met Catherine Colonna in Paris on Tuesday."
PLAN = "2023-05-15 | Antony Blinken will meet Catherine Colonna in Lyon on Tuesday."


def explain(*articles: str) -> MergeView:
    return explain_merge(Corpus(**frames_of(*articles)))


def test_seeds_show_why_two_articles_are_one_meeting(seeds: Path) -> None:
    corpus = load_corpus(seeds, progress=False)
    view = explain_merge(corpus)
    assert [p.source[:3] for p in view.pieces] == ["003", "003", "003", "004", "004"]
    texts = corpus.articles.set_index("article_id")["text"]
    assert [texts[p.article_id][p.start : p.end] for p in view.pieces] == [p.text for p in view.pieces]
    assert re.fullmatch(
        r"between articles: same participants \(Antony Blinken and James Cleverly\), days that can agree, "
        r"\d+ shared runs of five words",
        view.reasons[0],
    )
    assert view.agreed[:2] == (
        "status: held [1] [2] [3] [4] [5]",
        "mode: in person [1] [2] [3] [4] [5]",
    )
    assert "[4] 004_beadc076fe9ad992.txt, characters 84–180: “U.S. Secretary" in str(view)


def test_what_the_articles_say_differently_stands_side_by_side() -> None:
    view = explain(PLAN, TUESDAY)
    assert view.reasons == (
        "between articles: same participants (Antony Blinken and Catherine Colonna), days that overlap",
    )
    assert view.agreed == ("mode: in person [1] [2]", "day: 16 May 2023 (“Tuesday”) [1] [2]")
    assert view.differing == (
        "status: planned [1] | held [2]",
        "place: Lyon (“Lyon”) [1] | Paris (“Paris”) [2]",
    )
    assert view.summary.startswith("Antony Blinken (US) and Catherine Colonna (FR): held")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("Blinken held talks with Colonna on Tuesday.", "names the same participants"),
        ("They discussed the price of fish.", "goes on about the meeting"),
        ("Blinken, Colonna and Annalena Baerbock met on Tuesday.", "names the same participants and more"),
    ],
)
def test_merge_within_an_article_is_explained_alike(more: str, reason: str) -> None:
    view = explain(f"{TUESDAY} {more}")
    assert len({p.article_id for p in view.pieces}) == 1
    assert [r.startswith(f"[2] {reason}") for r in view.reasons] == [True]


def test_reason_within_an_article_is_evidence_of_the_field_merge() -> None:
    evidence = frames_of(f"{TUESDAY} Blinken held talks with Colonna on Tuesday.")["evidence"]
    merged = evidence[evidence["field"].eq("merge")]
    assert merged[["surface", "rule"]].to_numpy().tolist() == [["held", "same_participants"]]


def test_meeting_told_once_says_so() -> None:
    view = explain(TUESDAY)
    assert (view.reasons, view.agreed, view.differing) == ((), (), ())
    assert str(view).endswith("Nothing was merged: it is told once.")


def test_meeting_without_recorded_reasons_is_still_shown() -> None:
    corpus = handmade_corpus()
    merged = corpus.meetings.loc[corpus.meetings["n_articles"].eq(2), "meeting_id"].iloc[0]
    assert len(explain_merge(corpus, merged).articles) == 2


def test_corpus_without_meetings_gives_a_line() -> None:
    assert str(explain("2023-05-18 | It rained.")) == "There is no meeting in this part of the corpus."


def test_an_unknown_meeting_is_refused_with_a_next_step() -> None:
    with pytest.raises(FilterError, match=r"Unknown meeting_id 'xyz' in explain_merge\. Allowed: the 9 of"):
        explain_merge(handmade_corpus(), "xyz")


def test_article_text_is_escaped() -> None:
    corpus = synthetic_corpus(30, 1)
    for meeting in corpus.meetings["meeting_id"]:
        html = explain_merge(corpus, meeting)._repr_html_()
        assert set(re.findall(r"<(\w+)", html)) <= {"div", "strong", "em", "ul", "li"}
    view = explain("2023-05-18 | Antony Blinken met Catherine Colonna <script>alert(1)</script> on Tuesday.")
    assert "<script>alert(1)" not in view._repr_html_()
    assert "<script>alert(1)" in unescape(view._repr_html_())
