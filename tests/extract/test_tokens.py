"""Tokens: the class of every word of a sentence, in its neighbourhood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.lexicon import CLASSES
from tests.news_markup import tokens_of


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Norwegian envoy Ingrid Solberg", "DjGN"),
        ("Norway's envoy", "K'j"),
        ("Norway’s envoy", "K'j"),
        ("the Foreign Minister of Norway", "tMHoK"),
        ("his Japanese counterpart", "hDj"),
        ("they met", "zw"),
        ("Mr. Okello", "TN"),
        ("Sheikh Hamad bin Yusuf", "TGpG"),
        ("Lewis B. Marchetti III", "GINS"),
        ("presidents and ministers", "P&P"),
        ("a delegation of 40", "tBou"),
        ("former president", "Fj"),
        ("then-President", "FH"),
        ("acting president", "Qj"),
        ("President-elect", "HQ"),
        ("Deputy Defence Minister", "QMH"),
        ("the deputy left", "tjw"),
        ("Attorney General", "MH"),
        ("PM Ingrid Solberg", "HGN"),
        ("INGRID SOLBERG", "GN"),
        ("@solberg", "N"),
    ],
)
def test_classes(text: str, classes: str) -> None:
    assert tokens_of(text).classes == classes


@pytest.mark.parametrize(
    ("text", "cls", "name", "country"),
    [
        ("New York", "L", "New York", "US"),
        ("New\u00a0York", "L", "New York", "US"),
        ("New\nYork", "L", "New York", "US"),
        ("United States", "K", "United States", "US"),
        ("Camp David", "L", "Camp David", "US"),
        ("Foreign Ministry", "O", "Foreign Ministry", ""),
        ("Lindmark Pilots Union", "O", "Lindmark Pilots Union", ""),
        ("University of Oslo", "O", "University of Oslo", ""),
        ("Republic of Korea", "K", "South Korea", "KR"),
    ],
)
def test_a_known_run_is_one_token(text: str, cls: str, name: str, country: str) -> None:
    tokens = tokens_of(text)
    assert tokens.classes == cls
    assert (tokens.starts, tokens.ends) == ((0,), (len(text),))
    assert (tokens.entries[0].name, tokens.entries[0].country) == (name, country)


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        pytest.param("Sofia Marino", "GN", id="a given name that is a city, before a surname"),
        pytest.param("in Sofia", "wL", id="the city alone"),
        pytest.param("in Jordan", "wK", id="the country alone"),
        pytest.param("Sofia, Oslo", "L,L", id="the city in a list"),
        pytest.param(
            "Florence Ashworth",
            "GN",
            id="another city",
        ),
        pytest.param(
            "Jordan Pickett",
            "GN",
            id="a given name that is a country, before a surname",
        ),
        pytest.param(
            "Petra van Houten",
            "GpN",
            id="before a particle",
            marks=pytest.mark.xfail(
                strict=True,
                reason="a place that is a given name gives way to a surname only, not to a particle",
            ),
        ),
    ],
)
def test_given_names_that_are_places_too(text: str, classes: str) -> None:
    assert tokens_of(text).classes == classes


def test_a_meeting_at_a_place_is_no_organisation() -> None:
    assert tokens_of("the Geneva Summit").classes.startswith("tL")
    assert tokens_of("the Harbour Conference").classes == "tO"


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["Ann", "Roe", "of", "the", "Norway's", "‹P0›", "Ministry’s", "."])).map(
        " ".join
    )
)
def test_every_token_has_a_class_and_its_own_span(text: str) -> None:
    tokens = tokens_of(text)
    size = len(tokens.words)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.classes) == size
    assert set(tokens.classes) <= set(CLASSES)
    assert set(tokens.entries) <= set(range(size))
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert at <= start < end <= len(text)
        at = end
