"""The reader of marked sentences is right itself."""

from __future__ import annotations

import pytest

from tests.speech_markup import read_markup


def test_persons_are_read_with_form_and_key() -> None:
    text, persons = read_markup("{Ann Roe} met {the source|}; {he|doe} and {Poe} left.")
    assert text == "Ann Roe met the source; he and Poe left."
    assert [(text[p.start : p.end], p.form, p.key) for p in persons] == [
        ("Ann Roe", "full", "roe"),
        ("the source", "role", ""),
        ("he", "pronoun", "doe"),
        ("Poe", "surname", "poe"),
    ]


def test_a_brace_left_over_is_refused() -> None:
    with pytest.raises(ValueError) as caught:
        read_markup("{Roe met {Poe}.")
    assert str(caught.value) == "A brace is left in '{Roe met Poe.'. Write persons as {name} or {name|key}."
