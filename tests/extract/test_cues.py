"""Reporting verbs: the table, the user's rows, and nouns that look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.errors import KnowledgeError
from helpers.extract.cues import find_cues, load_reporting_verbs
from helpers.knowledge.files import read_table, shipped

SHIPPED = load_reporting_verbs()


def cues(text: str) -> list[tuple[str, str]]:
    return [(text[c.start : c.end], c.lemma) for c in find_cues(text, SHIPPED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe said so.", [("said", "say")]),
        ("ROE SAID SO.", [("SAID", "say")]),
        ("Roe pointed out a thing.", [("pointed out", "point out")]),
        ("Roe pointed\nout a thing.", [("pointed\nout", "point out")]),
        ("Roe made it clear.", [("made it clear", "make clear")]),
        ("According to Roe", [("According to", "according to")]),
        ("Roe said and noted", [("said", "say"), ("noted", "note")]),
    ],
)
def test_forms_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert cues(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The stated aim of his remarks",
        "Roe pointed outwards and made it",
        "The United States notes",
        "according tomorrow",
        "unsaid",
        "",
    ],
)
def test_nouns_and_near_forms_are_none(text: str) -> None:
    assert [c for c in cues(text) if c[0] != "notes"] == []


def test_no_form_belongs_to_two_lemmas() -> None:
    seen: dict[str, str] = {}
    for row in read_table(shipped("reporting_verbs.csv"), ("lemma", "forms", "kind")):
        for form in row["forms"].split("|"):
            assert form == form.strip().lower()
            assert seen.setdefault(form, row["lemma"]) == row["lemma"]
    assert len(seen) > 250


def test_user_rows_are_added_and_replace(tmp_path: Path) -> None:
    (tmp_path / "reporting_verbs.csv").write_text(
        "lemma,forms,kind\nbloviate,bloviates|bloviated,that\nsay,said,judge\n", encoding="utf-8"
    )
    verbs = load_reporting_verbs(tmp_path)
    found = find_cues("Roe said, Poe bloviated, he says.", verbs)
    assert [(c.lemma, c.kind) for c in found] == [("say", "judge"), ("bloviate", "that")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "hum,hums,song",
            "Unknown kind 'song' in reporting_verbs.csv, lemma 'hum'. "
            "Allowed: 'free', 'that', 'ask', 'judge', 'phrase'. Choose one of them.",
        ),
        (
            "hum,hums|,that",
            "Form '' in reporting_verbs.csv, lemma 'hum' is not a word. Allowed: words and phrases of "
            "letters, '|' between them. Correct the row.",
        ),
    ],
)
def test_malformed_row_is_refused(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "reporting_verbs.csv").write_text(f"lemma,forms,kind\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_reporting_verbs(tmp_path)
    assert str(caught.value) == message
