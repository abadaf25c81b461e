"""Transcripts and tweets: speech without quotation marks."""

from __future__ import annotations

import pytest

from tests.speech_markup import statements_of


def test_turns_of_a_transcript_go_to_the_next_label() -> None:
    marked = (
        "Remarks\n\nSECRETARY {ROE}: Good morning. We met.\n\nIt was “useful.”\n\n"
        "QUESTION: Did you agree?\n\nSECRETARY {ROE}: Yes. (Laughter.)\n\n###\n"
    )
    assert statements_of(marked) == [
        ("direct", "", "ROE", "Good morning. We met.\n\nIt was “useful.”"),
        ("direct", "", "", "Did you agree?"),
        ("direct", "", "ROE", "Yes."),
    ]


def test_label_is_matched_by_surname_where_it_is_no_mention() -> None:
    marked = "{Ann Roe} met {Poe}.\n\nSECRETARY ROE: Good morning.\n\nMINISTER POE: Good morning to you."
    assert [row[2] for row in statements_of(marked)] == ["Ann Roe", "Poe"]


def test_names_with_a_colon_are_labels_also_inside_a_line() -> None:
    marked = (
        "{President Ann Roe}: Welcome to us. {Prime Minister Jo Poe}: Thank you. {Ann Roe}: Let us begin."
    )
    assert statements_of(marked) == [
        ("direct", "", "President Ann Roe", "Welcome to us."),
        ("direct", "", "Prime Minister Jo Poe", "Thank you."),
        ("direct", "", "Ann Roe", "Let us begin."),
    ]


def test_last_turn_does_not_swallow_an_article_that_goes_on() -> None:
    rest = "\n\nThe town went on with its day. " * 20
    marked = f"Q: Is it open?\n\n{{Ann Roe}}: It is open.{rest}"
    assert statements_of(marked) == [
        ("direct", "", "", "Is it open?"),
        ("direct", "", "Ann Roe", "It is open."),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "BREAKING NEWS: It is open.\nWATCH LIVE: The town is glad.", id="capitals without a person"
        ),
        pytest.param(
            "BREAKING NEWS: The harbour is open.\n\nThe town is glad.", id="one label is no transcript"
        ),
        pytest.param("A list: one. Another: two. UPDATE: three.", id="words with a colon"),
        pytest.param(
            "They met {Ann Roe}: it went well. They saw {Jo Poe}: it went badly.", id="inside a sentence"
        ),
    ],
)
def test_what_is_no_transcript(marked: str) -> None:
    assert statements_of(marked) == []


def test_tweet_is_said_by_the_name_in_its_signature() -> None:
    marked = (
        "The two met.\n\nA pleasure to welcome @poe. We spoke of harbours. #Open pic.twitter.com/AbC1 "
        "— {Secretary Ann Roe} (@SecRoe) May 11, 2022\n\nThey left."
    )
    assert statements_of(marked) == [
        ("direct", "tweet", "Secretary Ann Roe", "A pleasure to welcome @poe. We spoke of harbours. #Open")
    ]


def test_tweet_of_somebody_unknown_is_kept() -> None:
    assert statements_of("The harbour is open. — Harbour Office (@harbour) 11 May 2022") == [
        ("direct", "tweet", "", "The harbour is open.")
    ]


def test_handle_without_a_date_is_no_tweet() -> None:
    assert statements_of("The harbour is open — Harbour Office (@harbour) and others know it.") == []
