"""Timeline, comparison, coverage and wording: small tables from the frames."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from helpers.analyse.comparison import compare_topics
from helpers.analyse.coverage import date_coverage, describe_corpus, removed_text
from helpers.analyse.filters import Filters, apply_filters
from helpers.analyse.timeline import timeline_table
from helpers.analyse.wording import describe_edtf, describe_range
from helpers.errors import FilterError
from tests.handmade import handmade_corpus


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-05-11", "11 May 2022"),
        ("2025-03-05/2025-03-06", "5–6 March 2025"),
        ("2022-06", "some day in June 2022"),
        ("1943", "some day in 1943"),
        ("[2022-09-21..2022-10-25]", "some day in 21 September – 25 October 2022"),
    ],
)
def test_edtf_in_words(edtf: str, words: str) -> None:
    assert describe_edtf(edtf) == words


def test_a_range_of_one_day_is_a_day() -> None:
    assert describe_range(date(2024, 2, 29), date(2024, 2, 29)) == "29 February 2024"


def test_the_timeline_knows_how_certain_a_day_is() -> None:
    table = timeline_table(handmade_corpus())
    certainty = dict(zip(table["edtf"], table["certainty"].astype(str), strict=True))
    assert certainty["2022-05-11"] == "day"
    assert certainty["2025-03-01/2025-03-02"] == "span"
    assert certainty["[2022-09-27,2022-10-04,2022-10-11]"] == "one_of"
    assert certainty["[2025-02-24..2025-03-02]"] == "within"
    assert certainty["2022-06"] == "month"


def test_a_meeting_stands_in_one_lane_a_pair() -> None:
    corpus = handmade_corpus()
    table = timeline_table(corpus)
    assert set(table["meeting_id"]) == set(corpus.meetings["meeting_id"])
    assert table["lane"].nunique() == 6
    assert timeline_table(corpus, lanes="country")["lane"].nunique() < 6


def test_unknown_lanes_are_refused() -> None:
    with pytest.raises(FilterError, match="'topic'"):
        timeline_table(handmade_corpus(), lanes="topic")  # type: ignore[arg-type]


@pytest.mark.parametrize("by", ["country", "speaker", "year", "outlet", "pair"])
def test_topics_are_counted_by_article_and_by_hit(by: str) -> None:
    table = compare_topics(handmade_corpus(), by=by)  # type: ignore[arg-type]
    assert (table["n_articles"] <= table["n_hits"]).all()
    assert (table["n_articles"] <= table["n_group_articles"]).all()
    assert table.groupby("group")["share"].sum().round(9).eq(1.0).all()


def test_topics_refuse_an_unknown_group() -> None:
    with pytest.raises(FilterError, match="'month'"):
        compare_topics(handmade_corpus(), by="month")  # type: ignore[arg-type]


def test_the_corpus_is_described_in_a_dozen_rows() -> None:
    table = describe_corpus(handmade_corpus()).set_index("what")["value"]
    assert table["articles"] == "5"
    assert table["meetings"] == "9 (7 held, 2 planned)"
    assert table["meetings in more than one article"] == "1"


def test_what_cleaning_removed_is_shown_with_its_rule() -> None:
    corpus = handmade_corpus()
    table = removed_text(corpus)
    texts = corpus.articles.set_index("article_id")["text"]
    assert len(table) > 5
    assert {"opening_hours", "date_header", "photo_credit"} <= set(table["rule"])
    assert all(texts[r.article_id][r.start : r.end] == r.text for r in table.itertuples())


def test_coverage_tells_the_proof_of_each_date() -> None:
    corpus = handmade_corpus()
    table = date_coverage(corpus)
    assert table["n_days"].tolist() == [1, 35, 3, 1, 301]
    assert len(date_coverage(corpus, of="meetings")) == 9
    nothing = date_coverage(apply_filters(corpus, Filters(words="xyzzy")), of="meetings")
    assert isinstance(nothing, pd.DataFrame)
    assert len(nothing) == 0
