"""Front matter gives metadata; the marks of Markdown are hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.read.markdown import FrontMatter, find_heading, find_markdown, read_front_matter
from helpers.read.source import mask_text

FRONT = """---
title: "Envoys meet: again"
date: 2022-05-12
source: Example News
url: https://example.org/a
tags: [a, b]
---
The envoys met.
"""


def test_front_matter_is_read_and_hidden_but_for_the_title() -> None:
    front = read_front_matter(FRONT)
    assert (front.title, front.published, front.outlet, front.url) == (
        "Envoys meet: again",
        "2022-05-12",
        "Example News",
        "https://example.org/a",
    )
    assert front.title_span is not None
    assert FRONT[slice(*front.title_span)] == front.title
    assert mask_text(FRONT, front.masks).split("\n")[-2] == "The envoys met."
    assert mask_text(FRONT, front.masks).split() == ["Envoys", "meet:", "again", "The", "envoys", "met."]


def test_front_matter_without_a_title_is_hidden_whole() -> None:
    text = "---\npublished: 2022-05\n---\nThey met."
    front = read_front_matter(text)
    assert (front.published, front.title_span) == ("2022-05", None)
    assert mask_text(text, front.masks).strip() == "They met."


@pytest.mark.parametrize(
    "text",
    [
        "They met.\n---\ntitle: a\n---\n",
        "---\ntitle: never closed\nThey met.",
        "----\ntitle: a\n----\n",
        "",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text) == FrontMatter()


def test_empty_front_matter() -> None:
    front = read_front_matter("---\n---\nThey met.")
    assert [(m.start, m.end) for m in front.masks] == [(0, 8)]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Envoys meet\n\nThey met.", "Envoys meet"),
        ("\n\n# Envoys meet #\nThey met.", "Envoys meet"),
        ("## Envoys meet\n", None),
        ("They met.\n# Envoys", None),
        ("#Envoys meet\n", None),
    ],
)
def test_heading_at_the_top(text: str, heading: str | None) -> None:
    span = find_heading(text)
    assert (None if span is None else text[slice(*span)]) == heading


def test_marks_are_hidden_and_words_stay() -> None:
    words = ["Roe", "met", "Holm", "and", "Lie", "at", "snake__case", "2", "*", "3"]
    text = "## Talks\n**Roe** met [Holm](https://example.org) and __Lie__ ![x](y.png) at snake__case 2 * 3"
    assert mask_text(text, find_markdown(text)).split() == ["Talks", *words]


@pytest.mark.parametrize("unit", ["[a](", "![a](b", "**", "# ", "__a"])
def test_a_long_line_of_marks(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert len(mask_text(text, find_markdown(text))) == len(text)


@given(st.text(st.sampled_from("ab -:\n#*[]()!_")))
def test_any_marks_keep_the_length(text: str) -> None:
    assert len(mask_text(text, find_markdown(text))) == len(text)
    assert len(mask_text(text, read_front_matter(text).masks)) == len(text)
