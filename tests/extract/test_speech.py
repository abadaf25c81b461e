"""Statements: who said what, with which cue, in which kind of speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.facts import PersonMention
from helpers.extract.sentences import find_sentences
from helpers.extract.speech import find_statements
from tests.speech_markup import Row, statements_of


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "{Roe}, on Friday, said, “The harbour will stay open.”",
            [("direct", "said", "Roe", "The harbour will stay open.")],
            id="speaker before, with an aside",
        ),
        pytest.param(
            "{Roe}, who chairs the panel, told reporters in Oslo: “The harbour will stay open.”",
            [("direct", "told", "Roe", "The harbour will stay open.")],
            id="speaker before, with addressee and colon",
        ),
        pytest.param(
            "“The harbour will stay open,” said {Secretary Ann Roe} on Friday.",
            [("direct", "said", "Secretary Ann Roe", "The harbour will stay open,")],
            id="speaker after the verb",
        ),
        pytest.param(
            "“The harbour will stay open,” the visiting {minister} said.",
            [("direct", "said", "minister", "The harbour will stay open,")],
            id="speaker after the quotation, before the verb",
        ),
        pytest.param(
            '"The harbour will stay open," {Roe} said while addressing {Poe}.',
            [("direct", "said", "Roe", "The harbour will stay open,")],
            id="the person addressed does not speak",
        ),
        pytest.param(
            "“The harbour,” {she|roe} said, “will stay open.”",
            [("direct", "said", "she", "The harbour,"), ("direct", "said", "she", "will stay open.")],
            id="speaker in the middle",
        ),
        pytest.param(
            "“The harbour,” said {Roe}, “will stay open for ships.”",
            [
                ("direct", "said", "Roe", "The harbour,"),
                ("direct", "said", "Roe", "will stay open for ships."),
            ],
            id="speaker in the middle, after the verb",
        ),
        pytest.param(
            "“Is the harbour open?” asked {Roe}. “It must be!” {Poe} replied.",
            [("direct", "asked", "Roe", "Is the harbour open?"), ("direct", "replied", "Poe", "It must be!")],
            id="question and answer",
        ),
        pytest.param(
            "“The harbour is open,” {Roe} said. “Ships may enter it again.”",
            [
                ("direct", "said", "Roe", "The harbour is open,"),
                ("direct", "", "Roe", "Ships may enter it again."),
            ],
            id="the same voice goes on in the next sentence",
        ),
        pytest.param(
            "“The harbour is open,” {the source} said.\n\n“Ships may enter it again.”",
            [
                ("direct", "said", "the source", "The harbour is open,"),
                ("direct", "", "the source", "Ships may enter it again."),
            ],
            id="the same voice goes on in the next paragraph",
        ),
        pytest.param(
            "“The harbour is open.\n\n“Ships may enter it,” {Roe} said.",
            [("direct", "", "Roe", "The harbour is open."), ("direct", "said", "Roe", "Ships may enter it,")],
            id="over two paragraphs, named at the end",
        ),
        pytest.param(
            "{Roe} said: “The harbour is open.\n\n“Ships may enter it.”",
            [("direct", "said", "Roe", "The harbour is open."), ("direct", "", "Roe", "Ships may enter it.")],
            id="over two paragraphs, named at the start",
        ),
        pytest.param(
            "The panel was over. {Roe} said:\n\n“The harbour will stay open.”",
            [("direct", "said", "Roe", "The harbour will stay open.")],
            id="colon, then the next paragraph",
        ),
        pytest.param(
            "The harbour is “open again,” said {Roe}:\n\n“Ships may enter it now.”",
            [
                ("mixed", "said", "Roe", "open again,"),
                ("direct", "said", "Roe", "Ships may enter it now."),
            ],
            id="colon after the speaker of the quotation before",
        ),
        pytest.param(
            "{Roe} welcomed {Secretary Poe} and said, “The harbour will stay open.”",
            [("direct", "said", "Roe", "The harbour will stay open.")],
            id="second verb takes the subject of the first",
        ),
        pytest.param(
            "After his talks with {Poe}, {Roe} said, “The harbour will stay open.”",
            [("direct", "said", "Roe", "The harbour will stay open.")],
            id="counterpart under a preposition does not speak",
        ),
        pytest.param(
            "{Poe}’s {spokesman} said, “The harbour will stay open.”",
            [("direct", "said", "spokesman", "The harbour will stay open.")],
            id="the spokesperson speaks",
        ),
        pytest.param(
            "{a spokesman} for {Prime Minister Ann Poe} said, “The harbour will stay open.”",
            [("direct", "said", "a spokesman", "The harbour will stay open.")],
            id="the spokesperson speaks, not the principal",
        ),
        pytest.param(
            "“The harbour will stay open,” the ministry said after {Roe} had left.",
            [("direct", "said", "", "The harbour will stay open,")],
            id="a body speaks, nobody is named",
        ),
        pytest.param(
            "“The harbour will stay open,” according to {Roe}.",
            [("direct", "according to", "Roe", "The harbour will stay open,")],
            id="according to",
        ),
        pytest.param(
            "{Roe} condemned the closure: “The harbour was our bread.”",
            [("direct", "condemned", "Roe", "The harbour was our bread.")],
            id="verb of judgement with a colon",
        ),
        pytest.param(
            "In her letter {Roe} was blunt: “The harbour was our bread.”",
            [("direct", "", "Roe", "The harbour was our bread.")],
            id="colon alone",
        ),
        pytest.param(
            "{Roe} said that “we will keep the harbour open.”",
            [("direct", "said", "Roe", "we will keep the harbour open.")],
            id="a whole clause after that",
        ),
        pytest.param(
            "‘The harbour will stay open,’ said {Roe}.",
            [("direct", "said", "Roe", "The harbour will stay open,")],
            id="British marks",
        ),
        pytest.param(
            "« The harbour will stay open », said {Roe}.",
            [("direct", "said", "Roe", "The harbour will stay open")],
            id="French marks",
        ),
        pytest.param(
            "{Roe} said — as the daily reported — “The harbour will stay open.”",
            [("direct", "said", "Roe", "The harbour will stay open.")],
            id="inserted source of the report",
        ),
        pytest.param(
            "{Roe} said, “The harbour is our bread”, adding, “It feeds the town”.",
            [
                ("direct", "said", "Roe", "The harbour is our bread"),
                ("direct", "adding", "Roe", "It feeds the town"),
            ],
            id="participle takes the voice before",
        ),
        pytest.param(
            "As the guide wrote: “The harbour is our bread,” said {Roe}.",
            [("direct", "said", "Roe", "The harbour is our bread,")],
            id="the cue with a known subject wins",
        ),
        pytest.param(
            "{Roe} criticised the plan in public. “The harbour is our bread. It feeds us.”",
            [("direct", "", "Roe", "The harbour is our bread. It feeds us.")],
            id="the sentence before leads to a bare quotation",
        ),
        pytest.param(
            "The work was stopped, with {Roe} describing it: “The harbour was a danger.”",
            [("direct", "describing", "Roe", "The harbour was a danger.")],
            id="participle after with",
        ),
        pytest.param(
            "“Never,” {Roe} said.",
            [("direct", "said", "Roe", "Never,")],
            id="one word is an utterance where a verb says so",
        ),
    ],
)
def test_direct_speech(marked: str, expected: list[Row]) -> None:
    assert statements_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "{Roe} said the harbour was “of great value” to the town.",
            [("mixed", "said", "Roe", "of great value")],
            id="fragment in a reported clause",
        ),
        pytest.param(
            "{Roe} called the closure “a grave mistake”.",
            [("mixed", "called", "Roe", "a grave mistake")],
            id="verb of judgement",
        ),
        pytest.param(
            'The closure is “a grave mistake for the town," said {Roe}.',
            [("mixed", "said", "Roe", "a grave mistake for the town,")],
            id="fragment, speaker after it",
        ),
        pytest.param(
            "{Roe} “thank(ed) the crews of the harbour for their work.”",
            [("mixed", "", "Roe", "thank(ed) the crews of the harbour for their work.")],
            id="the quoted words hold the verb",
        ),
        pytest.param(
            "{Roe} spoke out against it, calling it “a blow to the town”.",
            [("mixed", "calling", "Roe", "a blow to the town")],
            id="participle takes the subject of the sentence",
        ),
        pytest.param(
            "{Roe} said it was “a blow” and “a grave mistake”.",
            [("mixed", "said", "Roe", "a blow"), ("mixed", "said", "Roe", "a grave mistake")],
            id="two fragments of one clause",
        ),
    ],
)
def test_mixed_speech(marked: str, expected: list[Row]) -> None:
    assert statements_of(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "{Roe} met {Poe} to discuss the ‘harbour reform’ in the town, {a spokesman} came.", id="scare"
        ),
        pytest.param("{Roe} watched “The Silent Harbour” with {Poe}.", id="title of a film"),
        pytest.param("Under the “one town, two harbours” model both are open.", id="slogan"),
        pytest.param("The so-called “harbour reform” was stopped.", id="so-called"),
        pytest.param("Stop referring to the marches as “riots,” the banners read.", id="a word, nobody's"),
        pytest.param("{Roe} said nothing.", id="nothing said"),
        pytest.param("The report on {Roe} and the statement of {Poe} were long.", id="nouns"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_statement(marked: str) -> None:
    assert statements_of(marked) == []


def test_scare_quotes_inside_a_reported_clause_are_no_statement_of_their_own() -> None:
    marked = '{Roe} noted that through the ‘Harbour Aid Centre’ aid had come. {Poe} said: "It had to come."'
    assert statements_of(marked) == [
        ("indirect", "noted", "Roe", "through the ‘Harbour Aid Centre’ aid had come"),
        ("direct", "said", "Poe", "It had to come."),
    ]


def test_unclosed_mark_is_cut_at_its_attribution_and_the_rest_is_kept() -> None:
    marked = "“The harbour is open, {Roe} said.\n\n“Ships may enter,” {Poe} said."
    assert statements_of(marked)[-1] == ("direct", "said", "Poe", "Ships may enter,")
    marked = "“The harbour is open, {Roe} said.\n\nLater “ships may enter it,” {Poe} said."
    assert statements_of(marked) == [
        ("direct", "said", "Roe", "The harbour is open,"),
        ("mixed", "said", "Poe", "ships may enter it,"),
    ]


def test_missing_opening_mark_after_a_colon_is_repaired() -> None:
    assert statements_of("{Roe} paused, but added: The harbour is open. ”") == [
        ("direct", "added", "Roe", "The harbour is open.")
    ]


def test_pull_quote_without_any_source_is_kept_without_a_speaker() -> None:
    assert statements_of("The day was long.\n\n“The harbour is our bread.”\n\nThe night was short.") == [
        ("direct", "", "", "The harbour is our bread.")
    ]


def test_of_two_speakers_the_second_is_given() -> None:
    assert statements_of("“The harbour will stay open,” {Roe} and {Poe} said.") == [
        ("direct", "said", "Poe", "The harbour will stay open,")
    ]


def test_noise_changes_nothing() -> None:
    marked = "“The harbour will\nstay open,”\u00a0said\u00a0{Roe}."
    assert statements_of(marked) == [("direct", "said", "Roe", "The harbour will\nstay open,")]


_PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    " said ",
    " Roe ",
    ", ",
    ". ",
    ": ",
    "\n",
    "\n\n",
    "we met ",
    "that ",
    "— ",
]
_PIECES += ["ROE: ", "Q: ", "He added ", " (@roe) May 1, 2022", "according to "]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join) | st.text(max_size=200))
def test_offsets_are_valid_on_any_text(text: str) -> None:
    persons = []
    at = text.find("Roe")
    while at >= 0:
        persons.append(PersonMention(at, at + 3, "Roe", "surname", key="roe"))
        at = text.find("Roe", at + 3)
    last = 0
    for statement in find_statements(text, find_sentences(text), persons):
        assert last <= statement.start < statement.end <= len(text)
        assert -1 <= statement.speaker < len(persons)
        assert text[statement.start : statement.end] == text[statement.start : statement.end].strip()
        last = statement.end
