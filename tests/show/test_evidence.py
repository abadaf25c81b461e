"""Evidence: the sentence behind a meeting, highlighted, labelled and inert."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.errors import FilterError
from helpers.show.evidence import show_source
from helpers.show.highlight import Highlight, highlight_html
from helpers.show.tables import show_table
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus

HOSTILE = "<script>alert('x')</script>"


def test_a_meeting_is_taken_back_to_its_sentences() -> None:
    corpus = handmade_corpus()
    meeting = corpus.meetings["meeting_id"].iloc[0]
    html = show_source(corpus, meeting)._repr_html_()
    surface = corpus.evidence.loc[corpus.evidence["meeting_id"].eq(meeting), "surface"].iloc[0]
    assert surface.split()[0] in html
    assert "tabindex" in html
    assert repr(show_source(corpus, meeting))


def test_every_article_of_a_merged_meeting_is_shown() -> None:
    corpus = handmade_corpus()
    merged = corpus.meetings.loc[corpus.meetings["n_articles"].eq(2), "meeting_id"].iloc[0]
    html = show_source(corpus, merged)._repr_html_()
    assert all(a in html for a in corpus.evidence.loc[corpus.evidence["meeting_id"].eq(merged), "article_id"])


def test_an_unknown_meeting_is_refused_with_a_next_step() -> None:
    with pytest.raises(FilterError) as caught:
        show_source(handmade_corpus(), "m-none")
    assert "'m-none'" in str(caught.value)
    assert "Take one from corpus.meetings['meeting_id']." in str(caught.value)


def test_article_text_is_escaped_in_every_view() -> None:
    corpus = synthetic_corpus(30, 1)
    for meeting in corpus.meetings["meeting_id"]:
        assert "<script>alert" not in show_source(corpus, meeting)._repr_html_()


def test_text_round_the_marks_is_escaped() -> None:
    text = f"{HOSTILE} Ann met Bo {HOSTILE}"
    start = text.index("met")
    html = highlight_html(text, [Highlight(start, start + 3, "meeting", "met")])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "met" in html


def test_marks_may_overlap() -> None:
    html = highlight_html("abcdef", [Highlight(0, 4, "meeting", "x"), Highlight(2, 6, "date", "y")])
    assert html.count("<mark") == html.count("</mark>") > 1 or "ab" in html


def test_a_table_is_readable_and_inert() -> None:
    view = show_table(pd.DataFrame({"person_id": [HOSTILE], "n_meetings": [3]}), caption=HOSTILE)
    html = view._repr_html_()
    assert "<script>alert" not in html
    assert repr(view)
