"""A headline is found where an article has one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.read.source import Mask
from helpers.read.title import find_repeats, find_title

LEDE = (
    "The two envoys met in the old castle of Oslo on Friday, the foreign ministry "
    "said in a statement that was "
    "read out to reporters in the yard."
)


def _title(text: str, masks: tuple[Mask, ...] = ()) -> str | None:
    span = find_title(text, masks)
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    "title",
    [
        "Envoys meet in Oslo",
        "Who met whom in Oslo?",
        "‘Never again!’",
        "Minister: We now need peace as soon as possible",
        "Army – Navy – Air Force envoys meet",
        "Roe v. Wade upheld, says Joseph R. Roe, Jr.",
        "Envoys of Norway arrive in the U.S.",
        "On June 3, the two envoys will meet in Oslo",
        "OSLO – Envoys meet",
        "Readout of the meeting of " + "the envoy of Norway and " * 6 + "the king",
    ],
)
def test_first_line_above_a_blank_line_is_the_headline(title: str) -> None:
    assert _title(f"{title}\n\n{LEDE}") == title
    assert _title(f"\n {title} \n \n{LEDE}") == title


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("The two envoys met.", id="full stop"),
        pytest.param("“The two envoys met.”", id="full stop in quotes"),
        pytest.param("The two envoys said this:", id="colon"),
        pytest.param("and so the two envoys met", id="lower case"),
        pytest.param("Oslo", id="one word"),
        pytest.param("word " * 45, id="too long"),
        pytest.param("Oslo, 18 January 2023 (NTB): The two envoys met", id="dateline with an agency"),
        pytest.param("OSLO, May 3 (NTB) - The two envoys met", id="dateline in capitals"),
        pytest.param("(Oslo - 11th May, 2022) The two envoys met", id="dateline in brackets"),
        pytest.param(
            "OSLO – " + "The two envoys met in the old castle of the city " * 3, id="long line after a city"
        ),
    ],
)
def test_first_line_that_is_no_headline(first: str) -> None:
    assert _title(f"{first}\n\n{LEDE}") is None


def test_headline_directly_above_a_paragraph() -> None:
    assert _title(f"Envoys meet in Oslo\n{LEDE}") == "Envoys meet in Oslo"


def test_first_line_of_a_wrapped_paragraph_is_no_headline() -> None:
    assert (
        _title(
            "The two envoys of Norway and Sweden met on Friday\nin the old castle of Oslo.\n\nThey talked."
        )
        is None
    )


@pytest.mark.parametrize(
    "stamp", ["Friday, January 4, 2019", "Published: 12 May 2022, 10:15 GMT", "2022-05-12"]
)
def test_date_above_the_headline_is_passed_over(stamp: str) -> None:
    assert _title(f"{stamp}\n\nEnvoys meet in Oslo\n\n{LEDE}") == "Envoys meet in Oslo"


def test_boilerplate_above_the_headline_is_passed_over() -> None:
    text = f"Breaking News\n\nEnvoys meet in Oslo\n\n{LEDE}"
    assert _title(text, (Mask(0, 13, "breaking_news"),)) == "Envoys meet in Oslo"


@pytest.mark.parametrize("text", ["", "\n\n", "Envoys meet in Oslo", "Envoys meet in Oslo\n\n"])
def test_headline_needs_a_body(text: str) -> None:
    assert find_title(text) is None


def test_repeated_headline_is_found_whatever_its_typography() -> None:
    text = "Envoys’ talks: Oslo\n\nThey met.\nENVOYS' TALKS - OSLO\nEnvoys’ talks: Oslo again"
    masks = find_repeats(text, (0, 19))
    assert [(text[m.start : m.end], m.rule) for m in masks] == [("ENVOYS' TALKS - OSLO", "repeated_title")]


@given(st.text())
def test_span_is_a_stripped_line_of_the_text(text: str) -> None:
    span = find_title(text)
    if span is not None:
        title = text[slice(*span)]
        assert title and title == title.strip() and "\n" not in title
