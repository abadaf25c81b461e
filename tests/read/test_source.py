"""Masks blank characters and nothing else."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from helpers.read.source import Mask, SourceText, mask_text, merge_masks

_MASKS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda t: Mask(t[0], t[0] + t[1], "url")),
    max_size=8,
)


def test_masked_characters_become_spaces_and_line_feeds_stay() -> None:
    assert mask_text("Ab\ncd\nef", [Mask(1, 5, "url"), Mask(7, 8, "url")]) == "A \n  \ne "


def test_overlapping_masks_are_cut_and_empty_ones_dropped() -> None:
    masks = [Mask(5, 9, "b"), Mask(0, 6, "a"), Mask(2, 4, "c"), Mask(9, 9, "d")]
    assert merge_masks(masks) == (Mask(0, 6, "a"), Mask(6, 9, "b"))


def test_source_text_counts_and_masks() -> None:
    article = SourceText("a.txt", "Share\nThey met.", "0", "utf-8", masks=(Mask(0, 5, "share_buttons"),))
    assert article.masked == "     \nThey met."
    assert article.n_masked == 5
    assert (article.title, article.published, article.published_basis) == (None, None, "")


@given(_MASKS)
def test_merged_masks_are_sorted_disjoint_and_cover_the_same(masks: list[Mask]) -> None:
    merged = merge_masks(masks)
    assert all(a.end <= b.start for a, b in pairwise(merged))
    assert {i for m in merged for i in range(m.start, m.end)} == {
        i for m in masks for i in range(m.start, m.end)
    }


@given(st.text(max_size=80), _MASKS)
def test_masking_keeps_length_and_only_blanks(text: str, masks: list[Mask]) -> None:
    inside = [Mask(m.start, min(m.end, len(text)), m.rule) for m in masks if m.start < len(text)]
    masked = mask_text(text, merge_masks(inside))
    hidden = {i for m in inside for i in range(m.start, m.end)}
    assert len(masked) == len(text)
    for i, (before, after) in enumerate(zip(text, masked, strict=True)):
        assert after == (" " if i in hidden and before != "\n" else before)
