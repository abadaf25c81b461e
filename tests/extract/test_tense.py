"""Tense: past or future of the clause that holds a position."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.tense import find_tense


@pytest.mark.parametrize(
    ("marked", "tense"),
    [
        ("She will sail |on Monday.", "future"),
        ("She won't sail |on Monday.", "future"),
        ("She won’t sail |on Monday.", "future"),
        ("She'll sail |on Monday.", "future"),
        ("She’ll sail |on Monday.", "future"),
        ("She is set to sail |on Monday.", "future"),
        ("The crew are expected to sail |on Monday.", "future"),
        ("She plans to sail |on Monday.", "future"),
        ("Her forthcoming voyage |on Monday", "future"),
        ("She sailed |on Monday.", "past"),
        ("She has left |on Monday.", "past"),
        ("She was at sea |on Monday.", "past"),
        ("SHE said so |on Monday.", "past"),
        ("She sails |on Monday.", ""),
        ("The seed they need |on Monday", ""),
        ("The United party |on Monday", ""),
        ("|", ""),
    ],
)
def test_tense_of_a_clause(marked: str, tense: str) -> None:
    assert find_tense(marked.replace("|", ""), marked.index("|")) == tense


@pytest.mark.parametrize(
    ("marked", "tense"),
    [
        ("He left on Monday, and she will sail |on Tuesday.", "future"),
        ("He left |on Monday, and she will sail on Tuesday.", "past"),
        ("He left on Monday; she will sail |on Tuesday.", "future"),
        ("He left on Monday. She will sail |on Tuesday.", "future"),
        ("He will sail on Monday, but she left |on Sunday.", "past"),
        ("“She will sail |on Monday,” he said.", "future"),
        ("She will sail on Monday\nHe left |on Sunday", "past"),
    ],
)
def test_another_clause_does_not_count(marked: str, tense: str) -> None:
    assert find_tense(marked.replace("|", ""), marked.index("|")) == tense


def test_words_out_of_reach_do_not_count() -> None:
    text = "She left " + "so " * 100 + "today"
    assert find_tense(text, len(text) - 1) == ""
    assert find_tense(text, len(text) - 1, reach=400) == "past"


@given(st.text(max_size=60), st.integers(0, 60))
def test_any_text_has_one_of_three_answers(text: str, position: int) -> None:
    assert find_tense(text, min(position, len(text))) in ("past", "future", "")
