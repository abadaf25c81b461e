"""Roles: which office, country and qualifier the words of a role give."""

from __future__ import annotations

import pytest

from helpers.extract.lexicon import normalise_role, split_words
from helpers.extract.roles import Role, read_role
from helpers.knowledge.files import load_table
from tests.news_markup import NOISES, add_noise, lexicon, tokens_of

BROKEN_RUN = pytest.mark.xfail(
    strict=True, reason="a run of words with a line break or hard space inside is not found in titles.csv"
)
BODY_IN_TITLE = pytest.mark.xfail(
    strict=True,
    reason="a word of the title is a body or place of the lexicon, which hides the row of titles.csv",
)


def role_of(text: str) -> Role:
    tokens = tokens_of(text)
    return read_role(text, tokens, 0, len(tokens.words), lexicon())


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize(
    ("phrase", "offices", "country"),
    [
        ("Norwegian foreign minister", "foreign_minister", "NO"),
        ("Norway's foreign minister", "foreign_minister", "NO"),
        ("foreign minister of Norway", "foreign_minister", "NO"),
        ("Secretary of State", "foreign_minister", "US"),
        ("US Secretary of State", "foreign_minister", "US"),
        ("Secretary of State for Defence", "defence_minister", "GB"),
        ("British Defence Secretary", "defence_minister", "GB"),
        ("US Secretary of Defense", "defence_minister", "US"),
        ("War Secretary", "defence_minister", "US"),
        ("German Chancellor", "chancellor", "DE"),
        ("Irish premier", "prime_minister", "IE"),
        ("Indian External Affairs Minister", "foreign_minister", "IN"),
        ("NATO Secretary General", "secretary_general", "NATO"),
        ("NATO chief", "secretary_general", "NATO"),
        ("UN Secretary-General", "secretary_general", "UN"),
        ("EU High Representative", "high_representative", "EU"),
        ("EU foreign policy chief", "high_representative", "EU"),
        ("King of Jordan", "monarch", "JO"),
        ("vice president of Ghana", "vice_president", "GH"),
    ],
)
def test_office_and_country(phrase: str, offices: str, country: str, noise: str) -> None:
    role = role_of(add_noise(f"{{{phrase}}}", noise).strip("{}"))
    assert ("|".join(role.offices), role.country, role.qualifier) == (offices, country, "")


@pytest.mark.parametrize(
    ("phrase", "offices", "country", "noise"),
    [
        ("Minister for Foreign Affairs", "foreign_minister", "", "plain"),
        ("Minister for Foreign Affairs", "foreign_minister", "", "noisy"),
        ("President of the European Commission", "commission_president", "EU", "plain"),
        pytest.param(
            "President of the European Commission", "commission_president", "EU", "noisy", marks=BROKEN_RUN
        ),
        ("President of the European Council", "council_president", "EU", "plain"),
        pytest.param(
            "President of the European Council", "council_president", "EU", "noisy", marks=BROKEN_RUN
        ),
    ],
)
def test_office_of_a_title_with_a_known_run(phrase: str, offices: str, country: str, noise: str) -> None:
    role = role_of(add_noise(f"{{{phrase}}}", noise).strip("{}"))
    assert ("|".join(role.offices), role.country) == (offices, country)


@pytest.mark.parametrize(
    ("phrase", "offices", "country"),
    [
        ("Pentagon chief", "defence_minister", "US"),
        ("Treasury Secretary", "finance_minister", "US"),
        ("President of the Commission", "commission_president", "EU"),
        ("European Commission President", "commission_president", "EU"),
        ("European Council President", "council_president", "EU"),
        ("EU Foreign Policy Chief", "high_representative", "EU"),
        ("Minister of Foreign Affairs of Norway", "foreign_minister", "NO"),
        ("Chancellor of the Exchequer", "finance_minister", "GB"),
        ("Secretary of War", "defence_minister", "US"),
        ("US Secretary of War", "defence_minister", "US"),
        pytest.param("Minister of the Armed Forces", "defence_minister", "FR", marks=BODY_IN_TITLE),
        ("Secretary of the Treasury", "finance_minister", "US"),
        ("Head of Government", "prime_minister|chancellor", ""),
        pytest.param(
            "High Representative for Foreign Affairs and Security Policy",
            "high_representative",
            "EU",
            marks=BODY_IN_TITLE,
        ),
        pytest.param(
            "Secretary of State for Foreign and Commonwealth Affairs",
            "foreign_minister",
            "GB",
            marks=BODY_IN_TITLE,
        ),
    ],
)
def test_office_of_a_title_that_holds_a_body(phrase: str, offices: str, country: str) -> None:
    role = role_of(phrase)
    assert ("|".join(role.offices), role.country) == (offices, country)


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        pytest.param("Norwegian envoy", "NO", id="no office of the tables"),
        pytest.param("deputy foreign minister", "", id="a deputy does not hold the office"),
        pytest.param("Assistant Secretary of State", "", id="nor does an assistant"),
        pytest.param("president of the Harbour Workers Union", "", id="president of a club"),
        pytest.param(
            "Harbour Bank president",
            "",
            id="president of a bank",
            marks=pytest.mark.xfail(
                strict=True, reason="bank before a head is a modifier, and is then skipped to find an office"
            ),
        ),
        pytest.param("chief of staff", "", id="chief of something else"),
        pytest.param("Kremlin chief", "RU", id="chief of a building of no office"),
        pytest.param("police chief", "", id="police chief"),
    ],
)
def test_no_office(phrase: str, country: str) -> None:
    role = role_of(phrase)
    assert (role.offices, role.country) == ((), country)


@pytest.mark.parametrize(
    ("phrase", "qualifier"),
    [
        ("former foreign minister", "former"),
        ("then foreign minister", "former"),
        ("Then-Foreign Minister", "former"),
        ("ex-President", "former"),
        ("then-foreign minister", "former"),
        ("ex-president", "former"),
        ("Ousted President", "former"),
        ("acting foreign minister", "acting"),
        ("Interim President", "acting"),
        ("President-elect", "elect"),
        ("incoming president", "elect"),
        ("prime minister-designate", "elect"),
        ("deputy foreign minister", "deputy"),
        ("vice president", ""),
        ("new foreign minister", ""),
        ("outgoing president", ""),
    ],
)
def test_qualifier(phrase: str, qualifier: str) -> None:
    assert role_of(phrase).qualifier == qualifier


def test_the_words_of_the_role_are_without_country_and_qualifier() -> None:
    assert role_of("former Norwegian foreign minister").text == "foreign minister"
    assert role_of("Norway’s prime\nminister").text == "prime minister"


def test_a_country_known_from_the_title_alone_is_marked() -> None:
    assert role_of("Secretary of State").by_default
    assert not role_of("US Secretary of State").by_default
    assert not role_of("foreign minister").by_default


@pytest.mark.parametrize(
    "title",
    [
        row["role"]
        for row in load_table("titles.csv", ["role", "offices", "country"], key=["role"])
        if not {"secretary_general"} & set(row["offices"].split("|"))
    ],
)
def test_every_title_of_the_table_is_read_in_lower_case(title: str) -> None:
    offices, country = lexicon().offices[normalise_role(split_words(title))]
    role = role_of(title)
    assert (role.offices, role.country) == (offices, country)


def test_a_plural_means_the_same_offices() -> None:
    role = role_of("Norwegian foreign ministers")
    assert (role.plural, role.offices, role.country) == (True, ("foreign_minister",), "NO")
