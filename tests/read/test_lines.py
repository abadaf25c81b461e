"""The shape of a line says whether it is prose."""

from __future__ import annotations

import pytest

from helpers.read.lines import MAX_LINES, ends_sentence, plain_text, read_lines

WRAPPED = (
    "The envoys had been told by their ministers that they should\n"
    "speak about the treaty before the talks in Oslo went on.\n"
    "They did."
)


def test_lines_are_stripped_and_blank_ones_left_out() -> None:
    text = "  Oslo \n \t\n\u00a0They met.\u200b\n"
    lines = read_lines(text)
    assert [text[line.start : line.end] for line in lines] == ["Oslo", "They met."]
    assert [(line.after_blank, line.before_blank) for line in lines] == [(True, True), (True, True)]


def test_typography_becomes_plain_one_for_one() -> None:
    assert plain_text("“Mon\u00a0– Fri’s”：\u200b") == '"Mon - Fri\'s": '


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("They met.", True),
        ('"They met."', True),
        ("They met.)", True),
        ("Did they?", True),
        ("Envoys meet", False),
        ("They met:", False),
        ("", False),
    ],
)
def test_end_of_a_sentence(plain: str, expected: bool) -> None:
    assert ends_sentence(plain) is expected


def test_wrapped_lines_go_on_with_the_sentence_above() -> None:
    assert [line.is_wrapped for line in read_lines(WRAPPED)] == [False, True, False]


def test_line_below_a_repeated_headline_is_not_wrapped() -> None:
    headline = "Envoys of both countries meet in the castle of Oslo at last"
    text = f"{headline}\n\nThey met.\n\n{headline}\nplease wait"
    assert read_lines(text)[-1].is_wrapped is False


@pytest.mark.parametrize(
    ("line", "is_prose"),
    [
        ("The two envoys met in Oslo on Friday.", True),
        ("The two envoys met.", False),
        ("Will the two envoys meet in Oslo again?", False),
        ("The two envoys met in Oslo on Friday and…", False),
        ("Envoys meet in the old castle of Oslo on Friday", False),
        ("word " * 40, True),
    ],
)
def test_prose_is_long_or_a_sentence(line: str, is_prose: bool) -> None:
    assert read_lines(line)[0].is_prose is is_prose


def test_no_more_lines_than_an_article_can_have() -> None:
    assert len(read_lines("a\n" * (MAX_LINES + 5))) == MAX_LINES
