"""Circumstances: which date, place and event of a sentence belong to its meeting."""

from __future__ import annotations

import pytest

from helpers.extract.circumstances import clause_after, find_date, find_event, find_place
from helpers.extract.facts import PlaceMention
from tests.news_markup import meetings_of

CITIES = [PlaceMention(0, 1, "Riga", "LV", "city"), PlaceMention(2, 3, "Oslo", "NO", "city")]
NATIONS = [PlaceMention(0, 1, "Latvia", "LV", "country"), PlaceMention(2, 3, "Oslo", "NO", "city")]


def spans(marked: str) -> tuple[str, tuple[int, int], tuple[int, int], int]:
    """Return a skeleton, its subject ``[…]``, its trigger ``<…>``, and the end of the match ``|``."""
    text, at, marks = "", {}, "[]<>|"
    for sign in marked:
        if sign in marks:
            at[sign] = len(text)
        else:
            text += sign
    subject = (at["["], at["]"]) if "[" in at else (-1, -1)
    return text, subject, (at["<"], at[">"]), at["|"]


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        pytest.param("[‹P0›] <met> ‹P1›| on ‹T0›", 0, id="after"),
        pytest.param("[‹P0›] <met> ‹P1›| ‹T0› in ‹L0›", 0, id="without a preposition"),
        pytest.param("[‹P0›] <met> on ‹T0› with ‹P1›|", 0, id="inside"),
        pytest.param("On ‹T0›, [‹P0›] <met> ‹P1›|", 0, id="at the head"),
        pytest.param("‹T0› [‹P0›] <met> ‹P1›|", 0, id="at the very head"),
        pytest.param("In ‹L0› on ‹T0› [‹P0›] <met> ‹P1›|", 0, id="behind a place at the head"),
        pytest.param("[‹P0›] on ‹T0› <met> ‹P1›|", 0, id="between"),
        pytest.param(
            "[‹P0›] will travel ‹T0› to <meet> ‹P1›|, they said on ‹T1›", 0, id="not when it was said"
        ),
        pytest.param(
            "[‹P0›] <met> ‹P1›| on ‹T0›, and ‹P2› left on ‹T1›", 0, id="the first, then another clause"
        ),
        pytest.param("[‹P0›] <met> ‹P1›|, and ‹P2› left on ‹T0›", -1, id="of another clause"),
        pytest.param("[‹P0›] <met> ‹P1›| and then flew home on ‹T0›", -1, id="of another verb"),
        pytest.param("[‹P0›] <met> ‹P1›|; ‹T0› is a holiday", -1, id="behind a semicolon"),
        pytest.param("‹P2› said on ‹T0› that [‹P0›] <met> ‹P1›|", -1, id="said on"),
        pytest.param("[‹P0›] <met> ‹P1›| for the first time since ‹T0›", -1, id="since"),
        pytest.param("[‹P0›] <postponed> talks with ‹P1›| until ‹T0›", -1, id="until"),
        pytest.param("[‹P0›] <met> ‹P1›|", -1, id="none"),
    ],
)
def test_date(marked: str, date: int) -> None:
    text, subject, trigger, end = spans(marked)
    assert find_date(text, subject, trigger, end) == date


@pytest.mark.parametrize(
    ("marked", "place"),
    [
        pytest.param("[‹P0›] <met> ‹P1›| in ‹L0›", 0, id="after"),
        pytest.param("[‹P0›] <met> ‹P1›| at the ‹L0›", 0, id="at the"),
        pytest.param("[‹P0›] <met> in ‹L0› with ‹P1›|", 0, id="inside"),
        pytest.param("In ‹L0›, [‹P0›] <met> ‹P1›|", 0, id="at the head"),
        pytest.param("[‹P0›] went to ‹L0› to <meet> ‹P1›|", 0, id="where he went"),
        pytest.param("[‹P0›] <welcomed> ‹P1›| to ‹L0›", 0, id="welcomed to"),
        pytest.param("[‹P0›] <met> ‹P1›| from ‹L0›", -1, id="from"),
        pytest.param("[‹P0›] <met> ‹P1›| about ‹L0›", -1, id="about"),
        pytest.param("[‹P0›] <met> ‹P1›| on the war in ‹L0›", -1, id="war in"),
        pytest.param("[‹P0›] left ‹L0› to <meet> ‹P1›|", -1, id="left"),
        pytest.param("[‹P0›] <met> ‹P1›|, and ‹P2› stayed in ‹L0›", -1, id="of another clause"),
        pytest.param("[‹P0›] <met> ‹P1›| and then flew to ‹L0›", -1, id="of another verb"),
        pytest.param("[‹P0›] <met> ‹P1›|", -1, id="none"),
    ],
)
def test_place(marked: str, place: int) -> None:
    text, subject, trigger, end = spans(marked)
    assert find_place(text, subject, trigger, end, CITIES) == place


def test_a_city_is_preferred_to_a_country() -> None:
    text, subject, trigger, end = spans("[‹P0›] <met> ‹P1›| in ‹L0› at the ‹L1›")
    assert find_place(text, subject, trigger, end, NATIONS) == 1
    assert find_place(text, subject, trigger, end, CITIES) == 0


@pytest.mark.parametrize(
    ("marked", "rest"),
    [
        ("met ‹P1›| in ‹L0› on ‹T0›", " in ‹L0› on ‹T0›"),
        ("met ‹P1›| in ‹L0›; it rained", " in ‹L0›"),
        ("met ‹P1›| in ‹L0›, but left", " in ‹L0›"),
        ("met ‹P1›| in ‹L0›, Latvia, on ‹T0›", " in ‹L0›, Latvia, on ‹T0›"),
        ("met ‹P1›|", ""),
    ],
)
def test_the_clause_that_runs_on(marked: str, rest: str) -> None:
    text, at = marked.replace("|", ""), marked.index("|")
    assert text[at : clause_after(text, at)].rstrip() == rest


def test_a_clause_is_cut_at_the_limit() -> None:
    assert clause_after("met " + "so " * 100, 4, limit=30) == 34


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("They met at the Munich Security Conference.", "Munich Security Conference"),
        ("They met during the Harbour Summit in May.", "Harbour Summit"),
        ("They met ahead of the G20 Summit.", "G20 Summit"),
        ("They met at the annual Lindmark Forum.", "annual Lindmark Forum"),
        ("They met at the summit.", ""),
        ("They met at the Harbour Hotel.", ""),
        ("They met.", ""),
        ("", ""),
    ],
)
def test_event(sentence: str, event: str) -> None:
    assert find_event(sentence) == event


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        (
            "Omar Haddad will travel to Riga on Tuesday to meet Kofi Asante, the ministry said on Monday.",
            "Tuesday",
            "Riga",
        ),
        ("Omar Haddad said on Monday that he would meet Kofi Asante on Thursday.", "Thursday", ""),
        ("Omar Haddad will meet Kofi\u00a0Asante in Geneva, Switzerland, on Friday.", "Friday", "Geneva"),
        ("Omar Haddad met Kofi Asante on Monday and flew to Riga on Tuesday.", "Monday", ""),
        ("Omar Haddad flew to Riga on Monday and met Kofi Asante.", "Monday", "Riga"),
        ("Omar Haddad met Kofi Asante to discuss the war in Yemen.", "", ""),
        ("Omar Haddad met Kofi Asante of Ghana.", "", ""),
        ("Omar Haddad met Kofi Asante in Riga after a week in Oslo.", "", "Riga"),
        ("“We met Kofi Asante on Monday,” Omar Haddad said.", "Monday", ""),
        pytest.param(
            "Omar Haddad said he had met Kofi Asante last week.",
            "last week",
            "",
        ),
        pytest.param(
            "Omar Haddad said: “I met Kofi Asante on Monday.”",
            "Monday",
            "",
        ),
        pytest.param(
            "Since Monday Omar Haddad has met Kofi Asante.",
            "",
            "",
        ),
        pytest.param(
            "Omar Haddad met Kofi Asante before the vote on Friday.",
            "",
            "",
        ),
        pytest.param(
            "Omar Haddad flew from Oslo to Riga to meet Kofi Asante.",
            "",
            "Riga",
        ),
    ],
)
def test_in_a_sentence(text: str, date: str, place: str) -> None:
    assert [row[3:] for row in meetings_of(text)] == [(date, place)]
