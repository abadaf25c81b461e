"""Groups: whom *they*, *both sides* and *the two ministers* mean."""

from __future__ import annotations

import pytest

from helpers.extract.facts import PersonMention
from helpers.extract.groups import NEAR, Said, find_members
from helpers.extract.skeleton import Skeleton
from tests.news_markup import meetings_of

FAR = NEAR + 1


def people(*groups: str) -> list[PersonMention]:
    """Two foreign ministers, two presidents, and the group words asked about."""
    named = [
        PersonMention(0, 1, "Ann Roe", "full", "foreign minister", ("foreign_minister",), "NO", key="roe"),
        PersonMention(2, 3, "Cy Poe", "full", "counterpart", (), "GH", key="poe"),
        PersonMention(4, 5, "Bo Lee", "full", "president", ("president",), "NO", key="lee"),
        PersonMention(6, 7, "Di Fox", "full", "president", ("president",), "GH", key="fox"),
    ]
    form = {"they": "pronoun", "them": "pronoun"}
    return named + [PersonMention(8, 9, "", form.get(g, "group"), g) for g in groups]


@pytest.mark.parametrize(
    ("word", "members"),
    [
        ("they", (2, 3)),
        ("both sides", (2, 3)),
        ("the two leaders", (2, 3)),
        ("the two presidents", (2, 3)),
        ("the two ministers", (0, 1)),
        ("both foreign ministers", (0, 1)),
        ("the two defence ministers", ()),
        ("the two kings", ()),
    ],
)
def test_the_last_meeting_whose_people_fit(word: str, members: tuple[int, ...]) -> None:
    said = Said(meetings=[(0, 1), (2, 3)], meeting_sentence=5)
    assert find_members("‹G4›", 6, said, people(word)) == members


def test_they_is_first_the_side_that_was_the_subject() -> None:
    said = Said(meetings=[(0, 1, 2)], meeting_sentence=5, subject=(0, 1))
    assert find_members("‹G4›", 6, said, people("they")) == (0, 1)
    assert find_members("‹G4›", 6, said, people("both sides")) == (0, 1, 2)


def test_they_is_nobody_long_after_the_meeting() -> None:
    said = Said(meetings=[(2, 3)], meeting_sentence=5)
    assert find_members("‹G4›", 5 + NEAR, said, people("they")) == (2, 3)
    assert find_members("‹G4›", 5 + FAR, said, people("they")) == ()


def test_without_a_meeting_it_is_the_row_that_began_a_sentence_shortly_before() -> None:
    said = Said(row=(0, 1), row_sentence=5)
    assert find_members("‹G4›", 6, said, people("they")) == (0, 1)
    assert find_members("‹G4›", 5 + FAR, said, people("they")) == ()


def test_without_either_ministers_are_the_last_two_of_the_article() -> None:
    assert find_members("‹G4›", 6, Said(), people("the two presidents")) == (2, 3)
    assert find_members("‹G4›", 6, Said(), people("both sides")) == ()
    assert find_members("‹G4›", 6, Said(), people("they")) == ()


def test_members_of_a_row_stand_once_and_a_pronoun_without_a_chain_is_left_out() -> None:
    persons = [*people(), PersonMention(8, 9, "", "pronoun", "he")]
    assert find_members("‹P0›, ‹P1› and ‹P0›", 1, Said(), persons) == (0, 1)
    assert find_members("‹P0› and ‹P4›", 1, Said(), persons) == (0,)


@pytest.mark.parametrize(
    ("skeleton", "row"),
    [
        ("‹P0› and ‹P1› left.", (0, 1)),
        ("On ‹T0› ‹P0› and ‹P1› left.", (0, 1)),
        ("‹P0› left.", ()),
        ("‹P0› saw the old harbour of the city and the ships in it, then ‹P1› and ‹P2› left.", ()),
    ],
)
def test_a_row_that_begins_a_sentence_is_remembered(skeleton: str, row: tuple[int, ...]) -> None:
    said = Said()
    said.note_row(Skeleton(skeleton, 7, ((0, 0),)))
    assert (said.row, said.row_sentence) == (row, 7 if row else -99)


PAIR = "omar-haddad | kofi-asante"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Omar Haddad met Kofi Asante. Both sides will meet again.", [PAIR, PAIR]),
        ("Omar Haddad and Kofi Asante arrived. They met.", [PAIR]),
        ("Omar Haddad and Kofi Asante spoke. The two ministers will meet in May.", [PAIR]),
        ("Omar Haddad met Kofi\u00a0Asante. The two\u00a0leaders will meet again.", [PAIR, PAIR]),
        ("President Omar Haddad and envoy Kofi Asante arrived. The two presidents met.", []),
        ("They met in Riga. Both sides met.", []),
        *(
            (
                f"Omar Haddad and Kofi Asante spoke. {words} will meet in May.",
                [PAIR, PAIR],
            )
            for words in ("The two men", "The pair", "The two interlocutors")
        ),
        ("Omar Haddad and Kofi Asante spoke. The two officials will meet in May.", [PAIR, PAIR]),
    ],
)
def test_in_a_story(text: str, pairs: list[str]) -> None:
    assert [row[0] for row in meetings_of(text)] == pairs
