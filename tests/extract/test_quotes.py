"""Quotation marks: what they enclose, nest, continue, and what an odd one costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “we agree” twice.", ["we agree"], id="curly"),
        pytest.param('He said "we agree" twice.', ["we agree"], id="straight"),
        pytest.param("He said ‘we agree’ twice.", ["we agree"], id="single curly"),
        pytest.param("He said 'we agree' twice.", ["we agree"], id="single straight"),
        pytest.param("He said «we agree» twice.", ["we agree"], id="guillemets"),
        pytest.param("He said « we agree » twice.", ["we agree"], id="French spacing"),
        pytest.param("He said „we agree“ twice.", ["we agree"], id="German"),
        pytest.param("He said „we agree” twice.", ["we agree"], id="Polish"),
        pytest.param("He said ``we agree'' twice.", ["we agree"], id="typewriter"),
        pytest.param('He said “we agree" twice.', ["we agree"], id="opened curly, closed straight"),
        pytest.param('He said "we agree” twice.', ["we agree"], id="opened straight, closed curly"),
        pytest.param('He said—"we agree"—twice.', ["we agree"], id="between dashes"),
        pytest.param('("We agree," he said.)', ["We agree,"], id="inside brackets"),
        pytest.param("He said “ we agree ” twice.", ["we agree"], id="white space inside the marks"),
        pytest.param('"A b," he said, "c d."', ["A b,", "c d."], id="two on one line"),
        pytest.param('He said "[w]e agree" twice.', ["[w]e agree"], id="begins with a bracket"),
    ],
)
def test_marks_of_all_kinds(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ministers' talks weren't Russia's idea.", id="possessive and contraction"),
        pytest.param("Russia’s and the allies’ view hasn’t changed.", id="curly apostrophes"),
        pytest.param("In the '90s and the ‘80s it wasn't so.", id="decades"),
        pytest.param("'Tis the season, tell 'em 'twas so.", id="elisions"),
        pytest.param('The pipe is 5" wide.', id="inches"),
        pytest.param("Côte d'Ivoire and O'Brien met Sa`id.", id="names"),
        pytest.param("", id="nothing"),
        pytest.param('""', id="nothing inside"),
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_single_inside_double_is_nested() -> None:
    text = "“They call it a ‘pause’ now,” he said."
    assert [(text[q.start : q.end], q.depth) for q in find_quotes(text)] == [
        ("They call it a ‘pause’ now,", 0),
        ("pause", 1),
    ]


def test_double_inside_single_is_nested() -> None:
    text = "‘They call it a “pause” now,’ he said."
    assert [(text[q.start : q.end], q.depth) for q in find_quotes(text)] == [
        ("They call it a “pause” now,", 0),
        ("pause", 1),
    ]


def test_straight_inside_straight_is_nested_where_two_close() -> None:
    text = '"The "pause" is over." They left.'
    assert [(text[q.start : q.end], q.depth) for q in find_quotes(text)] == [
        ('The "pause" is over.', 0),
        ("pause", 1),
    ]


def test_apostrophes_stay_inside_single_quotation() -> None:
    assert quoted("'The ministers' talks didn't fail,' he said.") == ["The ministers' talks didn't fail,"]


def test_the_marks_are_outside_the_span() -> None:
    (quote,) = find_quotes("x “ab” y")
    assert (quote.open, quote.start, quote.end, quote.close) == (2, 3, 5, 6)


def test_paragraph_that_reopens_the_mark_continues_the_quotation() -> None:
    text = "“We met.\n\n“We agreed,” he said."
    assert [(text[q.start : q.end], q.repaired, q.continued) for q in find_quotes(text)] == [
        ("We met.", "unclosed", False),
        ("We agreed,", "", True),
    ]


def test_closed_quotation_is_not_continued_by_the_next() -> None:
    assert [q.continued for q in find_quotes("“We met.”\n\n“We agreed.”")] == [False, False]


def test_unclosed_mark_costs_only_its_paragraph() -> None:
    text = "“We met and left.\n\nLater he said: “We agreed.” And she: “No.”"
    assert [(text[q.start : q.end], q.repaired) for q in find_quotes(text)] == [
        ("We met and left.", "unclosed"),
        ("We agreed.", ""),
        ("No.", ""),
    ]


def test_unclosed_mark_ends_where_the_next_opens() -> None:
    text = "“We met, he said. “We agreed,” he said."
    assert [(text[q.start : q.end], q.repaired) for q in find_quotes(text)] == [
        ("We met, he said.", "unclosed"),
        ("We agreed,", ""),
    ]


def test_stray_closing_mark_is_repaired_after_a_colon() -> None:
    text = "He paused, but added: This is the plan. ” Then “yes” came."
    assert [(text[q.start : q.end], q.repaired) for q in find_quotes(text)] == [
        ("This is the plan.", "unopened"),
        ("yes", ""),
    ]


def test_stray_closing_mark_without_colon_is_ignored() -> None:
    assert quoted("He paused. ” Then “yes” came.") == ["yes"]


def test_quotation_goes_over_a_hard_line_wrap() -> None:
    text = 'The envoy said: "We will meet again\nin the spring." He left.'
    assert quoted(text) == ["We will meet again\nin the spring."]


def test_line_that_opens_anew_does_not_swallow_the_next() -> None:
    text = 'The envoy said: "We will meet.\n"We agreed," he said.'
    assert quoted(text) == ["We will meet.", "We agreed,"]


_MARKS = "\"“”„«»‘’'`´ \n.,:ab—s("


@given(st.text(alphabet=_MARKS, max_size=120) | st.text(max_size=200))
def test_spans_are_valid_and_nest_on_any_text(text: str) -> None:
    quotes = find_quotes(text)
    around: list[int] = []
    for quote in quotes:
        assert 0 <= quote.open <= quote.start < quote.end <= quote.close <= len(text)
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()
        while around and around[-1] <= quote.open:
            around.pop()
        assert len(around) == quote.depth
        assert not around or quote.close <= around[-1]
        around.append(quote.close)
    assert [q.open for q in quotes] == sorted(q.open for q in quotes)
