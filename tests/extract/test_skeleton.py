"""Skeletons: mentions become placeholders, and every offset finds its way back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.facts import DateMention, PersonMention, PlaceMention, Sentence
from helpers.extract.skeleton import PLACEHOLDER, Skeleton, build_skeleton

_MARK = re.compile(r"\{([PBGLT]):([^{}]*)\}")


def skeleton_of(marked: str) -> tuple[str, Skeleton]:
    """Build the skeleton of a sentence whose mentions are written ``{P:Ann Roe}``."""
    text, at = "", 0
    persons: list[tuple[int, PersonMention]] = []
    places: list[tuple[int, PlaceMention]] = []
    dates: list[tuple[int, DateMention]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start, end, at = len(text), len(text) + len(match[2]), match.end()
        text += match[2]
        if match[1] == "L":
            places.append((len(places), PlaceMention(start, end, match[2], "", "city")))
        elif match[1] == "T":
            dates.append((len(dates), DateMention(start, end, None)))
        else:
            form = {"P": "full", "B": "body", "G": "group"}[match[1]]
            persons.append((len(persons), PersonMention(start, end, match[2], form)))
    text += marked[at:]
    return text, build_skeleton(text, 0, Sentence(0, len(text), 0), persons, places, dates)


@pytest.mark.parametrize(
    ("marked", "skeleton"),
    [
        ("{P:Ann Roe} met {P:Cy Poe} in {L:Oslo} on {T:Monday}.", "‹P0› met ‹P1› in ‹L0› on ‹T0›."),
        ("{B:Envoys} met {G:both sides}.", "‹B0› met ‹G1›."),
        ("{P:Ann\nRoe}  met\n{P:Cy\u00a0Poe}.", "‹P0› met ‹P1›."),
        ("{P:Ann Roe}'s talks", "‹P0›'s talks"),
        ("{P:Ann Roe}’s talks", "‹P0›’s talks"),
        ("{P:Ann Roe} (a sailor) met {P:Cy Poe}.", "‹P0› met ‹P1›."),
        ("{P:Ann Roe} ({P:Bo Lee}) met {P:Cy Poe}.", "‹P0› met ‹P2›."),
        ("{P:Ann Roe}, 71, met {P:Cy Poe}.", "‹P0›, met ‹P1›."),
        ("Rooms 70, 71, and 72 are shut.", "Rooms 70, 71, and 72 are shut."),
        ("{P:Ann Roe}, 71 votes short.", "‹P0›, 71 votes short."),
        ("The {B:delegation}'s talks", "The delegation's talks"),
        ("Nobody met.", "Nobody met."),
        ("", ""),
    ],
)
def test_text(marked: str, skeleton: str) -> None:
    assert skeleton_of(marked)[1].text == skeleton


def test_a_pronoun_for_several_is_a_group() -> None:
    text = "They met him."
    persons = [
        (0, PersonMention(0, 4, "", "pronoun", "they")),
        (1, PersonMention(9, 12, "", "pronoun", "him")),
    ]
    assert build_skeleton(text, 0, Sentence(0, len(text), 0), persons, [], []).text == "‹G0› met ‹P1›."


def test_a_sentence_inside_an_article_keeps_the_articles_offsets() -> None:
    text = "It rained. Ann Roe met Cy Poe."
    persons = [(4, PersonMention(11, 18, "Ann Roe", "full")), (5, PersonMention(23, 29, "Cy Poe", "full"))]
    skeleton = build_skeleton(text, 1, Sentence(11, len(text), 0), persons, [], [])
    assert (skeleton.text, skeleton.sentence) == ("‹P4› met ‹P5›.", 1)
    assert skeleton.offset(skeleton.text.index("met")) == text.index("met")
    assert skeleton.offset(skeleton.text.index("‹P5›")) == text.index("Cy Poe")


@given(
    st.lists(
        st.sampled_from(
            [
                "{P:Ann Roe}",
                "{P:Cy\n Poe}",
                "{L:Oslo}",
                "{T:on  Monday}",
                "{B:Envoys}",
                "met",
                "(so)",
                " ",
                "\n\u00a0",
                "'s",
            ]
        ),
        max_size=12,
    )
)
def test_what_is_no_mention_is_found_again_in_the_text(parts: list[str]) -> None:
    text, skeleton = skeleton_of("".join(parts))
    placeholders = {i for m in PLACEHOLDER.finditer(skeleton.text) for i in range(*m.span())}
    at = -1
    for i, sign in enumerate(skeleton.text):
        if i in placeholders:
            continue
        offset = skeleton.offset(i)
        assert at < offset < len(text)
        assert text[offset] == sign or (sign == " " and text[offset].isspace())
        at = offset
