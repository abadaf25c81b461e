"""The lexicon: how words are cut, how roles are spelt, what the tables give."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.extract.lexicon import CLASSES, build_lexicon, normalise_role, split_words
from helpers.knowledge.tables import load_knowledge
from tests.news_markup import lexicon


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roe's and Roe’s", ["Roe", "'s", "and", "Roe", "’s"]),
        ("ministers’ talks", ["ministers", "’", "talks"]),
        ("Mr. Roe", ["Mr.", "Roe"]),
        ("J. R. Roe Jr.", ["J.", "R.", "Roe", "Jr."]),
        ("the U.S.-led plan", ["the", "U.S.", "-", "led", "plan"]),
        ("O’Hara D'Angelo Saint-Clair", ["O’Hara", "D'Angelo", "Saint-Clair"]),
        ("President-elect", ["President", "-elect"]),
        ("prime minister-designate", ["prime", "minister", "-designate"]),
        ("then-President ex-Premier", ["then-", "President", "ex-", "Premier"]),
        ("@roe #port", ["@roe", "#port"]),
        ("5,000 at 10:30", ["5,000", "at", "10:30"]),
        ("Roe\u00a0Poe\nLee", ["Roe", "Poe", "Lee"]),
        ("“Roe”", ["“", "Roe", "”"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(split_words(text)) == words


@pytest.mark.parametrize(
    ("role", "normal"),
    [
        ("Secretary of Defense", "secretary of defence"),
        ("the FM", "foreign minister"),
        ("PM", "prime minister"),
        ("National Security Advisor", "national security adviser"),
        ("Minister of the Armed Forces", "minister of armed forces"),
        ("Labor Secretary", "labour secretary"),
    ],
)
def test_one_role_one_spelling(role: str, normal: str) -> None:
    assert normalise_role(role.split()) == normal


def test_every_class_that_a_word_has_is_explained() -> None:
    assert set(lexicon().words.values()) <= set(CLASSES)
    assert {entry.cls for found in lexicon().runs.values() for entry in found} <= set(CLASSES)


def test_the_longest_run_comes_first() -> None:
    for found in lexicon().runs.values():
        sizes = [len(entry.words) for entry in found]
        assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("run", "cls", "country"),
    [
        (("Norway",), "K", "NO"),
        (("Norwegian",), "D", "NO"),
        (("Oslo",), "L", "NO"),
        (("White", "House"), "L", "US"),
        (("NATO",), "O", "NATO"),
        (("European", "Commission"), "O", "EU"),
    ],
)
def test_runs_of_the_tables(run: tuple[str, ...], cls: str, country: str) -> None:
    found = [e for e in lexicon().runs[run[0]] if e.words == run]
    assert [(e.cls, e.country) for e in found] == [(cls, country)]


def test_titles_say_which_offices_a_role_can_mean() -> None:
    offices = lexicon().offices
    assert offices["secretary of state"] == (("foreign_minister",), "US")
    assert offices["foreign minister"] == (("foreign_minister",), "")
    assert "harbour master" not in offices


def test_the_same_tables_give_the_same_lexicon() -> None:
    assert build_lexicon(load_knowledge()) is build_lexicon(load_knowledge())


def test_a_users_title_is_known_and_the_shipped_lexicon_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "titles.csv").write_text(
        "role,offices,country\nharbour master,president,\n", encoding="utf-8"
    )
    mine = build_lexicon(load_knowledge(tmp_path))
    assert mine.offices["harbour master"] == (("president",), "")
    assert "harbour master" not in lexicon().offices
