"""Frames: the patterns of frames.toml keep what their own examples promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.errors import KnowledgeError
from helpers.extract.frames import STATUS_CUES, SUBJECTS, Frame, Frames, compile_pattern, load_frames
from helpers.knowledge.tables import load_knowledge
from helpers.schema import MODES, STATUSES

FRAMES: Frames = load_frames(load_knowledge())
HITS = [pytest.param(f, hit, id=f"{f.name}: {hit}") for f in FRAMES.frames for hit in f.hits]
MISSES = [pytest.param(f, miss, id=f"{f.name}: {miss}") for f in FRAMES.frames for miss in f.misses]


@pytest.mark.parametrize(("frame", "hit"), HITS)
def test_a_hit_is_found_with_its_trigger(frame: Frame, hit: str) -> None:
    match = frame.pattern.search(hit)
    assert match is not None
    assert match["t"].strip() == match["t"] != ""


@pytest.mark.parametrize(("frame", "hit"), HITS)
def test_a_hit_is_found_with_curly_apostrophes_and_in_capitals(frame: Frame, hit: str) -> None:
    assert frame.pattern.search(hit.replace("'", "’")) is not None
    assert frame.pattern.search(hit.upper()) is not None


@pytest.mark.parametrize(("frame", "hit"), HITS)
def test_the_cheap_test_before_the_frames_lets_every_hit_through(frame: Frame, hit: str) -> None:
    assert frame in FRAMES.possible(hit)


@pytest.mark.parametrize(("frame", "miss"), MISSES)
def test_a_miss_is_not_found(frame: Frame, miss: str) -> None:
    assert frame.pattern.search(miss) is None


def test_names_are_unique() -> None:
    names = [frame.name for frame in FRAMES.frames]
    assert len(names) == len(set(names)) > 20


def test_every_frame_has_hits_and_misses_and_values_of_the_closed_sets() -> None:
    for frame in FRAMES.frames:
        assert frame.hits and frame.misses, frame.name
        assert frame.subject in SUBJECTS, frame.name
        assert frame.mode in ("auto", *MODES), frame.name
        assert frame.status in ("", *STATUSES), frame.name
        assert "t" in frame.pattern.groupindex, frame.name


def test_cues_are_of_the_closed_set_and_none_is_empty() -> None:
    assert tuple(status for status, _ in FRAMES.cues) == STATUS_CUES
    assert set(STATUS_CUES) == set(STATUSES)
    assert [status for status, pattern in FRAMES.cues if pattern.fullmatch("")] == []


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("cancelled", "called off"),
        ("postponed", "put off"),
        ("denied", "didn't"),
        ("denied", "didn’t"),
        ("hypothetical", "ruled out"),
        ("planned", "ahead of"),
        ("held", "following"),
    ],
)
def test_a_cue_is_found_as_whole_words_only(status: str, words: str) -> None:
    pattern = dict(FRAMES.cues)[status]
    assert pattern.search(f"‹P0› {words} a meeting") is not None
    assert pattern.search(f"‹P0› x{words}x a meeting") is None


@pytest.mark.parametrize(
    ("row", "text", "members"),
    [
        ("{B}", "with ‹P0›", "‹P0›"),
        ("{B}", "with ‹P0› and ‹P1›", "‹P0› and ‹P1›"),
        ("{B}", "with ‹P0›, ‹P1› and ‹B2›", "‹P0›, ‹P1› and ‹B2›"),
        ("{B}", "with ‹P0›, accompanied by ‹P1›", "‹P0›, accompanied by ‹P1›"),
        ("{B}", "with ‹P0› from ‹L0›, ‹P1› and others", "‹P0› from ‹L0›, ‹P1›"),
        ("{B}", "with ‹P0› and ‹P1› said so", "‹P0›"),
        ("{B}", "with ‹P0›, ‹P1› said so", "‹P0›"),
        ("{B}", "with ‹P0› about ‹P1›", "‹P0›"),
    ],
)
def test_a_row_of_participants(row: str, text: str, members: str) -> None:
    match = compile_pattern(f"with {row}", {}).search(text)
    assert match is not None
    assert match["b"] == members


@pytest.mark.parametrize("text", ["with ‹P0›'s plan", "with ‹P0›’s plan", "with ‹L0›", "with ‹T0›"])
def test_no_participant(text: str) -> None:
    assert compile_pattern("with {B}", {}).search(text) is None


def test_the_same_tables_give_the_same_frames() -> None:
    assert load_frames(load_knowledge()) is FRAMES


GOOD = {
    "name": '"glimpsed"',
    "pattern": "'\\b(?P<t>glimpsed) {B}'",
    "subject": '"left"',
    "mode": '"in_person"',
    "hits": '["‹P0› glimpsed ‹P1›"]',
    "misses": '["‹P0› glimpsed ‹L1›"]',
}


def load_with(folder: Path, **changes: str) -> Frames:
    """Load the frames with one user's frame, some of whose lines are changed or (empty) left out."""
    lines = [f"{k} = {v}" for k, v in (GOOD | changes).items() if v]
    (folder / "frames.toml").write_text("[[frame]]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return load_frames(load_knowledge(folder))


def test_a_users_frame_comes_after_the_shipped_ones(tmp_path: Path) -> None:
    frames = load_with(tmp_path).frames
    assert [f.name for f in frames] == [*(f.name for f in FRAMES.frames), "glimpsed"]


def test_a_users_frame_takes_the_place_of_the_shipped_one_of_that_name(tmp_path: Path) -> None:
    frames = load_with(tmp_path, name='"met"').frames
    assert [f.name for f in frames] == [f.name for f in FRAMES.frames]
    assert {f.name: f.hits for f in frames}["met"] == ("‹P0› glimpsed ‹P1›",)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        *(
            (
                {key: ""},
                f"Frame 'glimpsed' in frames.toml has no {key!r}. Add it; see the head of the file.",
            )
            for key in ("pattern", "subject", "mode", "hits", "misses")
        ),
        ({"name": ""}, "Frame '?' in frames.toml has no 'name'. Add it; see the head of the file."),
        (
            {"subject": '"right"'},
            "Unknown subject 'right' in frame 'glimpsed'. "
            "Allowed: 'left', 'owner', 'none', 'speaker', 'everyone'. Choose one.",
        ),
        (
            {"pattern": "'(?P<t>glimpsed'"},
            "Frame 'glimpsed' in frames.toml: the pattern is malformed: "
            "missing ), unterminated subpattern at position 0. Correct it.",
        ),
        (
            {"pattern": "'\\bglimpsed {B}'"},
            "Frame 'glimpsed' in frames.toml: the pattern has no group 't'. Mark the trigger word: (?P<t>…).",
        ),
        (
            {"pattern": "'(?P<t>glimpsed) {BB}'"},
            "Unknown macro 'BB' in pattern '(?P<t>glimpsed) {BB}'. Allowed: 'A', 'B', 'LIST', 'ROW', "
            "'ROW_OF_TWO', 'call', 'meeting', 'verbal', 'video', 'x', 'y'. Choose one.",
        ),
        (
            {"mode": '"telepathy"'},
            "Unknown mode 'telepathy' in frame 'glimpsed'. "
            "Allowed: 'auto', 'in_person', 'phone', 'video', 'unknown'. Choose one.",
        ),
        (
            {"status": '"maybe"'},
            "Unknown status 'maybe' in frame 'glimpsed'. Allowed: '', 'held', 'planned', 'postponed', "
            "'cancelled', 'denied', 'hypothetical'. Choose one.",
        ),
        *(
            (
                {key: '"‹P0› glimpsed ‹P1›"'},
                f"Frame 'glimpsed' in frames.toml: {key!r} is '‹P0› glimpsed ‹P1›'. "
                "Allowed: a list of texts. Write it in brackets.",
            )
            for key in ("hits", "misses")
        ),
    ],
)
def test_a_malformed_frame_is_refused(tmp_path: Path, changes: dict[str, str], message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_with(tmp_path, **changes)
    assert str(caught.value) == message
