"""The reader of marked sentences, which the tests of extraction rely on."""

from __future__ import annotations

import pytest

from tests.news_markup import add_noise, read_marked


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("", "", []),
        ("Roe left.", "Roe left.", []),
        ("{Roe} met {Poe}.", "Roe met Poe.", [(0, 3), (8, 11)]),
    ],
)
def test_braces_become_spans(marked: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert read_marked(marked) == (text, spans)


@pytest.mark.parametrize("marked", ["{Roe", "Roe}", "{Roe {Poe}}", "{Roe}}"])
def test_a_lost_brace_is_refused(marked: str) -> None:
    with pytest.raises(ValueError) as caught:
        read_marked(marked)
    assert str(caught.value) == f"A brace without its pair in {marked!r}. Write every phrase as {{phrase}}."


def test_noise_keeps_the_length_and_breaks_words_in_braces_only() -> None:
    marked = "{Oslo's Ann Lee Roe} went home."
    assert add_noise(marked, "plain") == marked
    assert add_noise(marked, "noisy") == "{Oslo’s\u00a0Ann\nLee\u00a0Roe} went home."
