"""A pattern is left out only where its words do not stand in the text."""

from __future__ import annotations

import re

import pytest

from helpers.extract.frames import load_frames
from helpers.knowledge.tables import load_knowledge
from helpers.literals import PatternFilter, find_needs

FRAMES = load_frames(load_knowledge())
WORD = re.compile(r"[^\W_]+")


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("met", [["met"]]),
        (r"\bMeets?\b", [["\bmeet\b", "\bmeets\b"]]),
        ("met|spoke", [["met", "spoke"]]),
        ("met|meets", [["meets", "met"]]),
        ("(?:tele)?phone", [["phone", "telephone"]]),
        (r"sat \w+ down", [["sat "], [" down"]]),
        (r"\d+", []),
        (r"met|\d+", []),
        (r"(?:met|\d+) with", [[" with"]]),
        (r"(?!not)(?:ab)+c", [["ab"], ["c"]]),
        ("", []),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: list[list[str]]) -> None:
    assert [sorted(options) for options in find_needs(pattern)] == needs


def test_a_pattern_is_possible_where_every_need_may_stand() -> None:
    patterns = ["Versailles", "at Spa", r"\?", "Versailles .{0,9} Spa", r"\bSpa\b"]
    found = PatternFilter([find_needs(p) for p in patterns], WORD)
    assert list(found.possible("The Versailles’s halls")) == [0, 2]
    assert list(found.possible("Space")) == [1, 2]
    assert list(found.possible("from VERSAILLES to SPA")) == [0, 1, 2, 3, 4]
    assert list(PatternFilter([], WORD).possible("Spa")) == []


@pytest.mark.parametrize("frame", FRAMES.frames, ids=lambda frame: frame.name)
def test_a_frame_is_possible_wherever_it_matches(frame) -> None:
    for line in frame.hits:
        assert frame in FRAMES.possible(line)
        assert frame in FRAMES.possible(line.upper()) or not frame.pattern.search(line.upper())
