"""Subjects: the side of a meeting that stands left of its trigger, or is only meant."""

from __future__ import annotations

import re

import pytest

from helpers.extract.subjects import end_of_objects
from tests.news_markup import meetings_of


def _xfail(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


CASES = [
    pytest.param("Omar Haddad met Kofi Asante.", "omar-haddad | kofi-asante", id="subject"),
    pytest.param(
        "Omar Haddad and Ingrid Solberg will meet Kofi Asante.",
        "omar-haddad & ingrid-solberg | kofi-asante",
        id="a row is one side",
    ),
    pytest.param(
        "Omar Haddad met Kofi Asante and Ingrid Solberg.",
        "omar-haddad | kofi-asante & ingrid-solberg",
        id="a row on the right",
    ),
    pytest.param(
        "Omar Haddad, Kofi Asante and Ingrid Solberg met.",
        "omar-haddad | kofi-asante | ingrid-solberg",
        id="each with each",
    ),
    pytest.param(
        "Omar Haddad, accompanied by Ingrid Solberg, met Kofi Asante.",
        "omar-haddad & ingrid-solberg | kofi-asante",
        id="accompanied by",
    ),
    pytest.param("Omar Haddad was received by Kofi Asante.", "omar-haddad | kofi-asante", id="passive"),
    pytest.param("Omar Haddad's talks with Kofi Asante were long.", "omar-haddad | kofi-asante", id="owner"),
    pytest.param("Omar Haddad left after his talks with Kofi Asante.", "omar-haddad | kofi-asante", id="his"),
    pytest.param(
        "After his talks with Kofi Asante in Riga, Omar Haddad said so.",
        "omar-haddad | kofi-asante",
        id="his, named later",
    ),
    pytest.param(
        "After his talks with Kofi Asante in Riga, Omar Haddad flew home.",
        "omar-haddad | kofi-asante",
        id="his, named later, irregular verb",
    ),
    pytest.param(
        "After a meeting with Kofi Asante, Omar Haddad said so.",
        "omar-haddad | kofi-asante",
        id="opening phrase",
    ),
    pytest.param(
        "Omar Haddad left for Riga after a meeting with Kofi Asante.",
        "omar-haddad | kofi-asante",
        id="closing phrase",
    ),
    pytest.param("Omar Haddad said: “I met Kofi Asante.”", "omar-haddad | kofi-asante", id="I"),
    pytest.param("“We met Kofi Asante,” Omar Haddad said.", "omar-haddad | kofi-asante", id="we"),
    pytest.param("Omar Haddad arrived. He met Kofi Asante.", "omar-haddad | kofi-asante", id="he"),
    pytest.param(
        "Omar Haddad met his Ghanaian counterpart.",
        "omar-haddad | his Ghanaian counterpart",
        id="counterpart",
    ),
    pytest.param(
        "Omar Haddad met his Ghanaian counterpart, Kofi Asante.",
        "omar-haddad | kofi-asante",
        id="counterpart with a name",
    ),
    pytest.param(
        "Omar Haddad said that Ingrid Solberg met Kofi Asante.",
        "ingrid-solberg | kofi-asante",
        id="not who said it",
    ),
    pytest.param(
        "A spokesman for Omar Haddad met Kofi Asante.",
        "A spokesman | kofi-asante",
        id="a spokesman is not his minister",
    ),
    pytest.param("Meeting with Kofi Asante", "kofi-asante", id="headline without a subject"),
    pytest.param(
        "Omar Haddad cancelled a meeting with Kofi Asante.",
        "omar-haddad | kofi-asante",
        id="object of cancelled",
    ),
    pytest.param(
        "Omar Haddad proposed a summit with Kofi Asante.",
        "omar-haddad | kofi-asante",
        id="object of proposed",
    ),
    pytest.param(
        "Omar Haddad ruled out talks with Kofi Asante.",
        "omar-haddad | kofi-asante",
        id="object of ruled out",
    ),
    pytest.param(
        "After meeting Kofi Asante, Omar Haddad said so.",
        "omar-haddad | kofi-asante",
        id="after meeting",
    ),
    pytest.param(
        "Kofi Asante, whom Omar Haddad met in Riga, left.",
        "omar-haddad | kofi-asante",
        id="whom",
    ),
    pytest.param(
        "After talks with Kofi Asante, Omar Haddad and Ingrid Solberg said so.",
        "omar-haddad & ingrid-solberg | kofi-asante",
        id="a row after an opening phrase",
    ),
    pytest.param(
        "Omar Haddad met Kofi Asante. His talks with Ingrid Solberg were long.",
        "omar-haddad | kofi-asante; omar-haddad | ingrid-solberg",
        id="his, next sentence",
    ),
    pytest.param(
        "According to Ingrid Solberg, Omar Haddad met Kofi Asante.",
        "omar-haddad | kofi-asante",
        id="according to A, B",
        marks=_xfail("to governs the row A, B instead of A alone"),
    ),
    pytest.param(
        "Omar Haddad urged Ingrid Solberg to meet Kofi Asante.",
        "ingrid-solberg | kofi-asante",
        id="urged A to meet",
    ),
    pytest.param(
        "Omar Haddad and Kofi Asante, who met in Riga, left.",
        "omar-haddad | kofi-asante",
        id="a row, who met",
    ),
]
TWO_ROLES = ("two roles", "two demonyms")


@pytest.mark.parametrize("noise", ["plain", "noisy"])
@pytest.mark.parametrize(("text", "sides"), CASES)
def test_sides(text: str, sides: str, noise: str) -> None:
    if noise == "noisy":
        text = text.replace("'", "’").replace("Kofi Asante", "Kofi\u00a0Asante")
    assert "; ".join(row[0] for row in meetings_of(text)) == sides


@pytest.mark.parametrize(
    "text",
    [
        "The prime ministers of Norway and Ghana met.",
        "The Norwegian and Ghanaian foreign ministers met.",
    ],
)
def test_a_plural_role_of_two_countries_has_two_sides(text: str) -> None:
    assert [row[0].count(" | ") for row in meetings_of(text)] == [1]


OBJECTS = re.compile(r"(?:talks|met)(?: with)? (?P<b>‹P\d+›(?:, ‹P\d+›)*(?:,? and ‹P\d+›)?)?")


@pytest.mark.parametrize(
    ("skeleton", "end"),
    [
        pytest.param("After talks with ‹P0›|, ‹P1› flew home", "the comma", id="opening phrase"),
        pytest.param("After talks with ‹P0›|, ‹P1› and ‹P2› flew home", "the comma", id="a row flew home"),
        pytest.param("Ahead of talks with ‹P0›|, ‹P1› flew home", "the comma", id="ahead of"),
        pytest.param("After\u00a0his talks with ‹P0›|, ‹P1›\u00a0flew home", "the comma", id="hard spaces"),
        pytest.param("After talks with ‹P0›, ‹P1› and ‹P2›|, ‹P3› flew home", "the row", id="a row was met"),
        pytest.param("After talks with ‹P0›, ‹P1›|; ‹P2› flew home", "the row", id="semicolon after the row"),
        pytest.param("After talks with ‹P0›, ‹P1› and ‹P2›|", "the row", id="nothing follows"),
        pytest.param("After talks with ‹P0› and ‹P1›| prices fell", "the row", id="a row without a comma"),
        pytest.param("‹P3› met ‹P0›, ‹P1› and ‹P2›| in Riga", "the row", id="no opening phrase"),
        pytest.param("After lunch, ‹P3› met ‹P0›, ‹P1› and ‹P2›| today", "the row", id="an earlier comma"),
        pytest.param("After talks with |nobody, ‹P0› flew home", "the match", id="no objects"),
    ],
)
def test_end_of_objects(skeleton: str, end: str) -> None:
    text, at = skeleton.replace("|", ""), skeleton.index("|")
    match = OBJECTS.search(text)
    assert match is not None
    kind = "the match" if match["b"] is None else "the row" if at == match.end("b") else "the comma"
    assert (end_of_objects(text, match), kind) == (at, end)


def test_end_of_objects_of_a_match_that_names_none() -> None:
    text = "After talks, ‹P0› flew home"
    match = re.compile("talks").search(text)
    assert match is not None
    assert end_of_objects(text, match) == text.index(",")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Statement by Omar Haddad on talks with Kofi Asante", id="a statement on talks"),
        pytest.param("Nobody met Kofi Asante.", id="nobody"),
        pytest.param("It was a pleasure to meet Kofi Asante.", id="nobody speaks"),
        pytest.param("The friends of Omar Haddad met Kofi Asante.", id="his friends"),
    ],
)
def test_no_other_side_is_invented(text: str) -> None:
    assert [row[0] for row in meetings_of(text) if "haddad" in row[0] or " | " in row[0]] == []
