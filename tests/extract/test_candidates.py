"""Candidates: names that something else than the rules found, added where the rules read nothing."""

from __future__ import annotations

import re

import pytest

from helpers.extract.article import extract_article
from helpers.extract.facts import ArticleFacts
from helpers.knowledge.tables import load_knowledge


def read(text: str, *names: str) -> ArticleFacts:
    """Extract an article with every occurrence of some words as a candidate."""
    spans = [m.span() for name in names for m in re.finditer(re.escape(name), text)]
    return extract_article(text, load_knowledge(), candidates=spans)


def people(text: str, *names: str) -> list[tuple[str, str]]:
    """Return phrase and chain of the people of an article."""
    return [(text[p.start : p.end], p.key) for p in read(text, *names).persons]


ARDEN = ("Lena Arden", "lena-arden")


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        pytest.param(
            "Lena Arden met Ana op den Kamp in Oslo. Kamp smiled.",
            ["Ana op den Kamp"],
            [ARDEN, ("Ana op den Kamp", "ana-op-den-kamp"), ("Kamp", "ana-op-den-kamp")],
            id="small words in a name, the surname alone later",
        ),
        pytest.param(
            "Lena Arden met Rose Field in Oslo. Field smiled.",
            ["Rose Field", "Field"],
            [ARDEN, ("Rose Field", "rose-field"), ("Field", "rose-field")],
            id="a name of common words",
        ),
        pytest.param(
            "Lena Arden met President Rose Field in Oslo.",
            ["Rose Field"],
            [ARDEN, ("President Rose Field", "rose-field")],
            id="a title before the name",
        ),
        pytest.param(
            "Lena Arden met the Norwegian foreign minister Ana op den Kamp. Op den Kamp smiled.",
            ["Ana op den Kamp"],
            [
                ARDEN,
                ("the Norwegian foreign minister Ana op den Kamp", "ana-op-den-kamp"),
                ("Op den Kamp", "ana-op-den-kamp"),
            ],
            id="a role before a name that the rules cut short",
        ),
        pytest.param(
            "Lena Arden met Rose Field's aide in Oslo.",
            ["Rose Field's"],
            [ARDEN, ("Rose Field", "rose-field")],
            id="without the possessive ending",
        ),
    ],
)
def test_candidates_become_people(text: str, names: list[str], found: list[tuple[str, str]]) -> None:
    assert people(text, *names) == found


def test_new_people_meet() -> None:
    (meeting,) = read("Lena Arden met Rose Field in Oslo on Tuesday.", "Rose Field").meetings
    assert meeting.sides == ((0,), (1,))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Lena Arden flew to Oslo Field on Tuesday.", "Oslo Field", id="a place"),
        pytest.param("Lena Arden left Green Lake on Tuesday.", "Green Lake", id="an organisation"),
        pytest.param("Lena Arden left on Tuesday Rose said.", "Tuesday Rose", id="a date"),
        pytest.param("Lena Arden met Rose in Oslo.", "Rose", id="one word that ends no full name"),
        pytest.param("Lena Arden met the rose field in Oslo.", "rose field", id="no capitals"),
        pytest.param("Lena Arden met Karl Lund in Oslo.", "Arden met Karl", id="parts of the rules' names"),
        pytest.param("Lena Arden left. But Arden smiled.", "But Arden", id="a surname the rules know"),
        pytest.param("Lena Arden left.\n\nRose it was.", "left.\n\nRose", id="two sentences"),
        pytest.param("Lena Arden met President Lund.", "Lena Arden", id="what the rules found too"),
        pytest.param("Lena Arden left.", " ", id="space"),
    ],
)
def test_near_misses_change_nothing(text: str, name: str) -> None:
    assert name in text
    assert read(text, name) == read(text)


def test_candidates_may_come_in_any_order_and_outside_the_text() -> None:
    text = "Lena Arden met Rose Field in Oslo. Field smiled."
    spans = [(35, 40), (15, 25), (15, 25), (15, 20), (400, 500), (9, 9)]
    known = load_knowledge()
    there, back = (extract_article(text, known, candidates=c) for c in (spans, spans[::-1]))
    assert there == back
    assert [p.key for p in there.persons] == ["lena-arden", "rose-field", "rose-field"]
