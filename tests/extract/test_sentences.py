"""Sentences: where one ends, and what is a boundary only at first sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.sentences import find_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("The port opened. | Ships came in.", id="full stop"),
        pytest.param("Did it open? | It did! | Good.", id="question and exclamation mark"),
        pytest.param("It may open… | Nobody knows.", id="ellipsis"),
        pytest.param("“It is open.” | She left.", id="curly closing quote stays inside"),
        pytest.param('"It is open." | She left.', id="straight closing quote stays inside"),
        pytest.param("(It is open.) | She left.", id="closing bracket stays inside"),
        pytest.param("The port opened. | “Ships came in.”", id="opening quote begins the next"),
        pytest.param("The port opened.\u00a0| Ships came in.", id="non-breaking space"),
        pytest.param("It closed in 2019. | 40 ships left.", id="a number begins the next"),
        pytest.param("It closed at 5 p.m. | The crew left.", id="p.m. may end a sentence"),
        pytest.param("She went to the U.S. | He stayed.", id="an acronym may end a sentence"),
        pytest.param("He works for Harbour Inc. | They pay well.", id="Inc. may end a sentence"),
        pytest.param("The port was opened.|Ships came in.", id="the space was lost"),
    ],
)
def test_boundaries(marked: str) -> None:
    text = marked.replace("|", "")
    assert split(text) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Okello met Mrs. Adeyemi and Dr. Lind.",
        "Gen. Haddad and Lt. Col. Roe saluted Sen. Poe.",
        "They met on Jan. 5 and on Wed. Feb. 3 in St. Ives.",
        "J. R. Okello and Lewis B. Marchetti left.",
        "The U.S. Navy and the U.K. Treasury agreed.",
        "The U.N. Security Council sat at 5 p.m. local time.",
        "It cost 3.5 million, i.e. 2.1 per cent.",
        "“Are we there?” she asked.",
        "“Go!” he cried.",
        "It rose by No. 4 vs. Oslo.",
        "Mr.\u00a0Okello left.",
    ],
)
def test_no_boundary(text: str) -> None:
    assert split(text) == [text]


def test_a_blank_line_is_a_boundary_without_a_full_stop() -> None:
    assert split("Port opens\n\nShips came in") == ["Port opens", "Ships came in"]


def test_a_line_feed_is_a_boundary_in_text_that_is_not_wrapped() -> None:
    assert split("Port opens\nShips came in") == ["Port opens", "Ships came in"]


def test_a_line_feed_is_none_in_text_that_is_wrapped_by_hand() -> None:
    wrapped = (
        "The harbour of the old town was opened again by the\n"
        "mayor on a rainy morning, and a great many of the\n"
        "ships that had waited in the bay for most of the\n"
        "week came in before noon and were unloaded at once.\n"
        "\n"
        "Nobody was hurt.\n"
    )
    assert [s.paragraph for s in find_sentences(wrapped)] == [0, 1]
    assert split(wrapped)[0].startswith("The harbour") and split(wrapped)[0].endswith("at once.")


def test_carriage_returns_are_in_no_sentence() -> None:
    assert split("Port opens.\r\n\r\nShips came in.\r\n") == ["Port opens.", "Ships came in."]


def test_sentences_of_the_title_are_headlines() -> None:
    text = "Port opens\n\nShips came in. They left."
    assert [s.kind for s in find_sentences(text, (0, 10))] == ["headline", "body", "body"]
    assert [s.kind for s in find_sentences(text)] == ["body", "body", "body"]


def test_an_embedded_tweet_is_told_by_its_signature() -> None:
    text = "Ships came in.\n\nWhat a day at sea! — Ann Roe (@annroe) May 3, 2021\n\nThey left."
    assert {s.kind for s in find_sentences(text) if s.paragraph == 1} == {"tweet"}
    assert {s.kind for s in find_sentences(text) if s.paragraph != 1} == {"body"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\n\t"])
def test_no_words_no_sentences(text: str) -> None:
    assert find_sentences(text) == ()


@given(st.text(alphabet=st.sampled_from("aB.!?…”“\"' \n\r\u00a0Mr1"), max_size=120))
def test_sentences_are_trimmed_and_in_order_and_leave_out_white_space_only(text: str) -> None:
    at = 0
    for sentence in find_sentences(text):
        assert at <= sentence.start < sentence.end
        assert not text[at : sentence.start].strip()
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        at = sentence.end
    assert not text[at:].strip()
