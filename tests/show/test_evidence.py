"""Evidence: the sentence behind a meeting, highlighted, labelled and inert."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import FilterError, FrameError
from helpers.schema import EVIDENCE_FIELDS
from helpers.show.evidence import AROUND, find_passages, show_source
from helpers.show.highlight import SENTENCE, Highlight, field_color, highlight_html
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus

HOSTILE = "<script>alert('x')</script>"


def outline_of(html: str) -> str:
    """Return the HTML with marks as signs: <sentence>, {fact} and [label]."""
    for pattern, sign in (
        (r'<span class="wmw-label"[^>]*>(.*?)</span>', r"[\1]"),
        (r"<bdi [^>]*>(.*?)</bdi>", r"{\1}"),
        (r"<mark [^>]*>(.*?)</mark>", r"<\1>"),
    ):
        html = re.sub(pattern, sign, html)
    return html


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
        show_source(handmade_corpus(), "xyz")
    assert str(caught.value) == (
        "Unknown meeting_id 'xyz' in show_source. Allowed: the 9 of this corpus, such as 'm-0000', 'm-0001', "
        "'m-0002', 'm-0003', 'm-0004'. Take one from corpus.meetings['meeting_id']."
    )


def test_article_text_is_escaped_in_every_view() -> None:
    corpus = synthetic_corpus(30, 1)
    for meeting in corpus.meetings["meeting_id"]:
        tags = set(re.findall(r"<(\w+)", show_source(corpus, meeting)._repr_html_()))
        assert tags == {"div", "strong", "section", "em", "p", "mark", "bdi", "span"}


def test_text_round_the_marks_is_escaped() -> None:
    text = f"{HOSTILE} Ann met Bo {HOSTILE}"
    start = text.index("met")
    html = highlight_html(text, [Highlight(start, start + 3, "meeting", "met")])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "met" in html


@pytest.mark.parametrize(
    ("spans", "outline"),
    [
        pytest.param([], "abcdef", id="nothing marked"),
        pytest.param([(0, 2, "date")], "{ab}[date · r]cdef", id="one fact, labelled behind it"),
        pytest.param(
            [(0, 4, "meeting"), (2, 6, "date")], "{ab}{cd}[meeting · r]{ef}[date · r]", id="overlapping"
        ),
        pytest.param([(0, 6, "meeting"), (2, 4, "date")], "{ab}{cd}[date · r]{ef}[meeting · r]", id="nested"),
        pytest.param(
            [(2, 4, "mode"), (2, 4, "date")], "ab{cd}[date · r][mode · r]ef", id="the same span twice"
        ),
        pytest.param(
            [(0, 4, "sentence"), (2, 6, "date")], "<ab{cd}>{ef}[date · r]", id="fact leaves a sentence"
        ),
        pytest.param(
            [(0, 4, "sentence"), (2, 6, "sentence")], "<abcdef>", id="overlapping sentences are one"
        ),
        pytest.param([(3, 3, "date")], "abcdef", id="an empty span is not drawn"),
    ],
)
def test_marks(spans: list[tuple[int, int, str]], outline: str) -> None:
    marks = [Highlight(start, end, field, "" if field == SENTENCE else "r") for start, end, field in spans]
    assert outline_of(highlight_html("abcdef", marks)) == outline
    assert highlight_html("abcdef", marks) == highlight_html("abcdef", marks[::-1])


def test_the_shortest_fact_gives_the_colour_and_every_fact_can_be_reached_by_key() -> None:
    html = highlight_html("abcdef", [Highlight(0, 6, "meeting", "x"), Highlight(2, 4, "date", "y")])
    pieces = re.findall(
        r'<bdi class="wmw-fact" tabindex="0" title="([^"]*)" style="background:(#\w{6})', html
    )
    assert pieces == [
        ("meeting · x", field_color("meeting")),
        ("meeting · x; date · y", field_color("date")),
        ("meeting · x", field_color("meeting")),
    ]
    assert len({field_color(field) for field in EVIDENCE_FIELDS}) == len(EVIDENCE_FIELDS)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(FrameError) as caught:
        highlight_html("abcdef", [Highlight(4, 9, "date", "y")])
    assert str(caught.value) == (
        "Span 4:9 of 'date · y' lies outside a text of 6 characters. Allowed: 0 <= start <= end <= 6. "
        "Build the evidence from this text again."
    )


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_no_text_is_lost_or_becomes_markup(text: str, borders: list[tuple[int, int]]) -> None:
    fields = (*EVIDENCE_FIELDS, SENTENCE)
    marks = [
        Highlight(min(a, b, len(text)), min(max(a, b), len(text)), fields[i % len(fields)], "<r>")
        for i, (a, b) in enumerate(borders)
    ]
    html = highlight_html(text, marks)
    bare = re.sub(r"<span class=\"wmw-label\".*?</span>|</?(?:mark|bdi)[^>]*>", "", html, flags=re.DOTALL)
    assert "<" not in bare
    assert unescape(bare) == text
    assert html.count("<mark") == html.count("</mark>")


def test_sentences_do_not_hold_the_boilerplate_before_them() -> None:
    text = " date 2023-05-18 Ana Arden met Bo Brook in Oslo.\n\nThey had lunch.\n"
    start = text.index("met")
    marks = [Highlight(start, start + 3, "meeting", "met")]
    (passage,) = find_passages("a.txt", text, marks, unread=[(0, 17)])
    assert [passage.text[s.start : s.end] for s in passage.spans] == [
        "Ana Arden met Bo Brook in Oslo.",
        "met",
    ]
    assert text[passage.start : passage.end] == passage.text


def test_of_a_very_long_paragraph_only_what_is_near_is_shown() -> None:
    text = "Rain fell. " * 5000 + "Ana Arden met Bo Brook. " + "Rain fell. " * 5000
    start = text.index("met")
    (passage,) = find_passages("a.txt", text, [Highlight(start, start + 3, "meeting", "met")])
    assert len(passage.text) == AROUND + 3 + AROUND
    assert [passage.text[s.start : s.end] for s in passage.spans] == ["Ana Arden met Bo Brook.", "met"]


def test_one_article_can_be_asked_for_and_others_are_refused() -> None:
    corpus = handmade_corpus()
    merged = corpus.meetings.loc[corpus.meetings["n_articles"].eq(2), "meeting_id"].iloc[0]
    one, two = corpus.evidence.loc[corpus.evidence["meeting_id"].eq(merged), "article_id"].unique()
    assert [key for key, _ in show_source(corpus, merged, article_id=two).articles] == [two]
    with pytest.raises(FilterError) as caught:
        show_source(corpus, merged, article_id="none.txt")
    assert str(caught.value) == (
        f"Unknown article_id 'none.txt' in show_source for {merged!r}. Allowed: {one!r}, {two!r}. "
        "Choose one of them, or leave it out."
    )
