"""Arguments: who is the subject of a verb, whose meeting a noun speaks of."""

from __future__ import annotations

import pytest

from helpers.extract.arguments import find_owner, find_right_subject, find_subject, indexes, is_first_person


@pytest.mark.parametrize(
    ("skeleton", "subject"),
    [
        pytest.param("‹P0› |met ‹P1›", "‹P0›", id="before the verb"),
        pytest.param("‹P0› will |meet ‹P1›", "‹P0›", id="auxiliary"),
        pytest.param("‹P0› and ‹P1› |met ‹P2›", "‹P0› and ‹P1›", id="a row"),
        pytest.param("‹P0›, ‹P1› and ‹B2› |met ‹P3›", "‹P0›, ‹P1› and ‹B2›", id="a row of three"),
        pytest.param("‹P0› spoke with ‹P1› and |met ‹P2›", "‹P0›", id="coordinated verb"),
        pytest.param("‹P0› criticised ‹P1› and then |met ‹P2›", "‹P0›", id="an object before and"),
        pytest.param("‹P0› of the party of ‹P1› |met ‹P2›", "‹P0›", id="behind of"),
        pytest.param("‹P0›, accused by ‹P1›, |met ‹P2›", "‹P0›", id="behind by"),
        pytest.param("‹P0› said that ‹P1› |met ‹P2›", "‹P1›", id="the clause's own"),
        pytest.param("with ‹P0›, who |met ‹P1›", "‹P0›", id="antecedent of a relative clause"),
        pytest.param("‹P0›'s plan failed and ‹P1› |met ‹P2›", "‹P1›", id="an owner is no subject"),
        pytest.param("‹P0›’s plan failed and ‹P1› |met ‹P2›", "‹P1›", id="nor with a curly apostrophe"),
    ],
)
def test_subject(skeleton: str, subject: str) -> None:
    trigger = skeleton.index("|")
    text = skeleton.replace("|", "")
    found = find_subject(text, trigger)
    assert found is not None
    assert found[0] == subject
    assert text[found[1][0] : found[1][1]] == subject


@pytest.mark.parametrize(
    "skeleton",
    [
        pytest.param("On ‹T0› |met ‹P0›", id="nobody"),
        pytest.param("The friends of ‹P0› |met ‹P1›", id="governed by of"),
        pytest.param("‹P0›'s plan |met ‹P1›", id="an owner"),
        pytest.param("|met ‹P1›", id="at the beginning"),
        pytest.param("‹P0› left; nobody |met ‹P1›", id="another clause"),
    ],
)
def test_no_subject(skeleton: str) -> None:
    assert find_subject(skeleton.replace("|", ""), skeleton.index("|")) is None


def test_the_subject_of_the_whole_clause_is_the_first() -> None:
    text = "‹P0› told ‹P1› of his talks with ‹P2›"
    assert find_subject(text, text.index("talks"), first=True) == ("‹P0›", (0, 4))


@pytest.mark.parametrize(
    ("skeleton", "subject"),
    [
        ("After talks with ‹P0›|, ‹P1› said", "‹P1›"),
        ("After talks with ‹P0›| in ‹L0› on ‹T0›, the ‹P1› said", "‹P1›"),
        ("After talks with ‹P0›|, ‹P1› and ‹P2› said", "‹P1› and ‹P2›"),
    ],
)
def test_a_subject_after_an_opening_phrase(skeleton: str, subject: str) -> None:
    found = find_right_subject(skeleton.replace("|", ""), skeleton.index("|"))
    assert found is not None
    assert found[0] == subject


@pytest.mark.parametrize(
    "skeleton",
    [
        "After talks with ‹P0›|, nobody said",
        "After talks with ‹P0›|, ‹P1›'s plan failed",
        "After talks with ‹P0›|, ‹P1›’s plan failed",
        "After talks with ‹P0›|; then, ‹P1› said",
        "After talks with ‹P0›|",
    ],
)
def test_no_subject_after_an_opening_phrase(skeleton: str) -> None:
    assert find_right_subject(skeleton.replace("|", ""), skeleton.index("|")) is None


@pytest.mark.parametrize(
    ("skeleton", "owner"),
    [
        ("‹P0›'s |talks with ‹P1›", "‹P0›"),
        ("‹P0›’s first official |talks with ‹P1›", "‹P0›"),
        ("‹B0›' |talks with ‹P1›", "‹B0›"),
        ("after his |talks with ‹P1›", "his"),
        ("Their second |talks with ‹P1›", "their"),
        ("our |talks with ‹P1›", "our"),
        ("the |talks with ‹P1›", None),
        ("‹P0› left the |talks with ‹P1›", None),
        ("this |talks with ‹P1›", None),
        ("‹P0›'s plan, made in the long days of the old harbour |talks with ‹P1›", None),
    ],
)
def test_owner(skeleton: str, owner: str | None) -> None:
    found = find_owner(skeleton.replace("|", ""), skeleton.index("|"))
    assert (found[0] if isinstance(found, tuple) else found) == owner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I |met ‹P0›", True),
        ("“We also |met ‹P0›", True),
        ("I’ve |met ‹P0›", True),
        ("I've |met ‹P0›", True),
        ("‹P1› |met ‹P0›", False),
        ("II |met ‹P0›", False),
        ("Wendy |met ‹P0›", False),
        ("|met ‹P0›", False),
    ],
)
def test_first_person(text: str, expected: bool) -> None:
    assert is_first_person(text.replace("|", ""), text.index("|")) is expected


def test_placeholders_of_a_row() -> None:
    assert indexes("‹P0›, ‹B12› and ‹G3›") == (("P", 0), ("B", 12), ("G", 3))
    assert indexes("nobody") == ()
