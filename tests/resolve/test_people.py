"""People: which person each chain of mentions is, and what a title says of the day."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.extract.article import extract_article
from helpers.extract.lexicon import Lexicon, build_lexicon
from helpers.knowledge.tables import Knowledge, load_knowledge
from helpers.read.index import parse_published
from helpers.resolve.offices import Roster, build_roster
from helpers.resolve.people import Identity, default_country, identify_chains, office_constraints
from tests.small_news import frames_of, meetings_of

KNOWN = load_knowledge()
ROSTER = build_roster(KNOWN)
LEXICON = build_lexicon(KNOWN)


def identities(text: str, published: str = "", known: Knowledge = KNOWN) -> dict[str, Identity]:
    """Return the identities of a text by person_id."""
    days = parse_published(published) if published else None
    return {
        i.person_id: i
        for i in identify_chains(extract_article(text, known), build_roster(known), days).values()
    }


def who(text: str, published: str = "", known: Knowledge = KNOWN) -> list[tuple[str, str, str, str]]:
    """Return name, role, country and what the identification rests on, of each person, by id."""
    people = identities(text, published, known)
    return [(i.name, i.role, i.country, i.resolved_by) for _, i in sorted(people.items())]


def claims(text: str, roster: Roster = ROSTER, lexicon: Lexicon = LEXICON) -> list[tuple[str, str, str]]:
    """Return days, reason and words of what the titles of a text say."""
    facts = extract_article(text, KNOWN)
    people = identify_chains(facts, roster, None)
    found = office_constraints(facts, people, roster, lexicon)
    assert {c.kind for c in found} <= {"office"}
    return [(c.days.edtf, c.reason, text[c.start : c.end]) for c in found]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            "Catherine Colonna flew to Prague.",
            "2023-05-18",
            [("Catherine Colonna", "Foreign Minister", "FR", "named")],
            id="full name: role and country from the table",
        ),
        pytest.param(
            "Catherine Colonna flew to Prague.",
            "",
            [("Catherine Colonna", "", "FR", "named")],
            id="without a day no role is made up",
        ),
        pytest.param(
            "French Foreign Minister Catherine Colonna flew to Prague.",
            "",
            [("Catherine Colonna", "Foreign Minister", "FR", "named")],
            id="role as written",
        ),
        pytest.param(
            "Sergey Lavrov flew to Prague.",
            "2023-05-18",
            [("Sergei Lavrov", "Foreign Minister", "RU", "alias")],
            id="another spelling of the table",
        ),
        pytest.param(
            "US President Biden flew to Prague.",
            "2023-05-18",
            [("Joe Biden", "President", "US", "surname")],
            id="surname with its office",
        ),
        pytest.param(
            "French Foreign Minister Catherine Colona flew to Prague.",
            "2023-05-18",
            [("Catherine Colonna", "Foreign Minister", "FR", "misspelling")],
            id="misspelt, with its office",
        ),
        pytest.param(
            "Catherine Colona flew to Prague.",
            "2023-05-18",
            [("Catherine Colona", "", "", "named")],
            id="misspelt, without an office: left as written",
        ),
        pytest.param(
            "French Foreign Minister Catherine Colona flew to Prague.",
            "2018-05-18",
            [("Catherine Colona", "Foreign Minister", "FR", "named")],
            id="near to a holder of another time: left as written",
        ),
        pytest.param(
            "French Foreign Minister Caroline Bellac flew to Prague.",
            "2023-05-18",
            [("Caroline Bellac", "Foreign Minister", "FR", "named")],
            id="a name that the table does not know",
        ),
        pytest.param(
            "Former British prime minister Boris Johnson flew to Prague.",
            "2023-05-18",
            [("Boris Johnson", "", "GB", "named")],
            id="former: the person, without the role",
        ),
    ],
)
def test_chain_is_identified(text: str, published: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert who(text, published) == expected


def test_a_person_outside_the_table_is_marked_so() -> None:
    text = "French Foreign Minister Catherine Colonna met the novelist Ana Bellac."
    assert {k: i.in_roster for k, i in identities(text, "2023-05-18").items()} == {
        "catherine-colonna": True,
        "ana-bellac": False,
    }


def test_misspelt_and_right_spelling_are_one_person() -> None:
    text = (
        "British Foreign Secretary James Cleverley flew to Prague. "
        "Foreign Secretary James Cleverly said he was glad."
    )
    assert who(text, "2023-05-18") == [("James Cleverly", "Foreign Secretary", "GB", "named")]


@pytest.fixture(scope="module")
def two_zorrins(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Two holders of one surname, in two offices, one after the other."""
    header = "name,aliases,office,country,start,end,acting,source,as_of\n"
    rows = (
        "Ana Zorrin,,finance_minister,GB,2010-01-01,2014-01-01,false,invented,\n"
        "Carl Zorrin,,foreign_minister,GB,2013-06-01,2018-01-01,false,invented,\n"
    )
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "offices.csv").write_text(header + rows, encoding="utf-8")
    return load_knowledge(folder)


@pytest.mark.parametrize(
    ("published", "name"),
    [
        pytest.param("2012-05-01", "Ana Zorrin", id="only the first in office"),
        pytest.param("2016-05-01", "Carl Zorrin", id="only the second in office"),
        pytest.param("2013-08-01", "Zorrin", id="both in office: nobody is guessed"),
        pytest.param("2020-05-01", "Zorrin", id="none in office: nobody is guessed"),
        pytest.param("", "Zorrin", id="no day: nobody is guessed"),
    ],
)
def test_surname_of_two_people_needs_the_day(two_zorrins: Knowledge, published: str, name: str) -> None:
    assert [row[0] for row in who("Mr Zorrin flew to Prague.", published, two_zorrins)] == [name]


def test_surname_of_two_people_is_decided_by_the_office(two_zorrins: Knowledge) -> None:
    found = who("British Foreign Secretary Zorrin flew to Prague.", "2013-08-01", two_zorrins)
    assert [row[0] for row in found] == ["Carl Zorrin"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "British Prime Minister Liz Truss spoke.",
            [
                (
                    "[2022-09-06..2022-10-25]",
                    "Liz Truss is called Prime Minister: held the office 2022-09-06 to 2022-10-25",
                    "British Prime Minister Liz Truss",
                )
            ],
            id="one tenure bounds both sides",
        ),
        pytest.param(
            "French President Emmanuel Macron spoke.",
            [
                (
                    "[2017-05-14..]",
                    "Emmanuel Macron is called President: held the office 2017-05-14 to today",
                    "French President Emmanuel Macron",
                )
            ],
            id="a tenure that lasts has no upper bound",
        ),
        pytest.param(
            "US President Donald Trump spoke.",
            [
                (
                    "[2017-01-20..]",
                    "Donald Trump is called President: held the office 2017-01-20 to 2021-01-20 "
                    "and 2025-01-20 to today",
                    "US President Donald Trump",
                )
            ],
            id="two tenures: both are named",
        ),
        pytest.param("Former British Prime Minister Liz Truss spoke.", [], id="former binds nothing"),
        pytest.param("Then-Prime Minister Liz Truss spoke.", [], id="then- binds nothing"),
        pytest.param(
            "Liz Truss, the former British prime minister, spoke.", [], id="former, behind the name"
        ),
        pytest.param("British Deputy Prime Minister Liz Truss spoke.", [], id="deputy binds nothing"),
        pytest.param("US President-elect Donald Trump spoke.", [], id="elect binds nothing"),
        pytest.param("Liz Truss spoke.", [], id="without a title nothing is bound"),
        pytest.param("French President Caroline Bellac spoke.", [], id="unknown to the table"),
        pytest.param("US President Liz Truss spoke.", [], id="an office that the person never held"),
    ],
)
def test_title_says_when_it_can_have_been_written(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert claims(text) == expected


def test_two_tenures_leave_the_gap_out() -> None:
    facts = extract_article("US President Donald Trump spoke.", KNOWN)
    (claim,) = office_constraints(facts, identify_chains(facts, ROSTER, None), ROSTER, LEXICON)
    assert [o.edtf for o in claim.options] == ["[2017-01-20..2021-01-20]", "[2025-01-20..]"]


def roles(text: str) -> list[tuple[str | None, ...]]:
    """Return the participants of the meetings of a text: id, name, role, country, resolved_by, candidates."""
    table = frames_of(text)["participations"]
    columns = ["person_id", "name", "role", "country", "resolved_by", "candidates"]
    return [tuple(None if pd.isna(v) else v for v in row) for row in table[columns].itertuples(index=False)]


MACRON = ("emmanuel-macron", "Emmanuel Macron", "President", "FR", "named", None)
WITH_MACRON = "met French President Emmanuel Macron in Prague"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"2022-10-20 | The British prime minister {WITH_MACRON} on Tuesday.",
            ("liz-truss", "Liz Truss", "prime minister", "GB", "role", None),
            id="one holder: named",
        ),
        pytest.param(
            f"2022-10-27 | The British prime minister {WITH_MACRON} this month.",
            (
                "role-prime-minister-gb",
                None,
                "prime minister",
                "GB",
                "role",
                "Liz Truss (2022-09-06 to 2022-10-25) | Rishi Sunak (2022-10-25 to 2024-07-05)",
            ),
            id="reshuffle inside the interval: both holders with their days",
        ),
        pytest.param(
            f"2022-10-25 | The British prime minister {WITH_MACRON} today.",
            (
                "role-prime-minister-gb",
                None,
                "prime minister",
                "GB",
                "role",
                "Liz Truss (2022-09-06 to 2022-10-25) | Rishi Sunak (2022-10-25 to 2024-07-05)",
            ),
            id="day of the handover: both holders",
        ),
        pytest.param(
            f"2022-10-27 | The British prime minister {WITH_MACRON} yesterday.",
            ("rishi-sunak", "Rishi Sunak", "prime minister", "GB", "role", None),
            id="the day after the handover: one holder",
        ),
        pytest.param(
            f"2023-05-18 | The former British prime minister {WITH_MACRON} on Tuesday.",
            ("role-former-prime-minister-gb", None, "former prime minister", "GB", "role", None),
            id="a former holder is nobody in particular",
        ),
        pytest.param(
            f"2023-05-18 | The Peruvian prime minister {WITH_MACRON} on Tuesday.",
            ("role-prime-minister-pe", None, "prime minister", "PE", "role", None),
            id="an office that the table does not know",
        ),
        pytest.param(
            f" | The British prime minister {WITH_MACRON}.",
            (
                "role-prime-minister-gb",
                None,
                "prime minister",
                "GB",
                "role",
                "Theresa May (2016-07-13 to 2019-07-24) | Boris Johnson (2019-07-24 to 2022-09-06) | "
                "Liz Truss (2022-09-06 to 2022-10-25) | Rishi Sunak (2022-10-25 to 2024-07-05) | "
                "Keir Starmer (2024-07-05 to today)",
            ),
            id="an open interval: every holder since",
        ),
    ],
)
def test_role_without_a_name(text: str, expected: tuple[str | None, ...]) -> None:
    assert roles(text) == [expected, MACRON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "2023-05-18 | US Secretary of State Antony Blinken met his French counterpart in "
            "Prague on Tuesday.",
            "Catherine Colonna",
            id="the counterpart holds the same office of the other country",
        ),
        pytest.param(
            "2019-05-18 | US Secretary of State Mike Pompeo met his French counterpart in Prague on Tuesday.",
            "Jean-Yves Le Drian",
            id="another day, another counterpart",
        ),
        pytest.param(
            "2023-05-18 | US Secretary of Defense Lloyd Austin met his French counterpart in "
            "Prague on Tuesday.",
            "Sébastien Lecornu",
            id="another office, another counterpart",
        ),
        pytest.param(
            "2023-05-18 | Antony Blinken met his French counterpart in Prague on Tuesday.",
            "Catherine Colonna",
            id="the office of a known holder need not be written",
        ),
    ],
)
def test_counterpart(text: str, name: str) -> None:
    (_, other) = roles(text)
    assert other[1] == name
    assert other[4] == "role"


def test_title_tells_the_country_it_usually_belongs_to() -> None:
    assert default_country("Secretary of State", LEXICON) == "US"
    assert default_country("foreign minister", LEXICON) == ""
    assert default_country("beekeeper", LEXICON) == ""


def test_title_without_a_country_is_not_the_foreign_colleague() -> None:
    text = "2023-05-18 | The Secretary of State met French Foreign Minister Catherine Colonna on Tuesday."
    assert meetings_of(frames_of(text)) == ["held 2023-05-16: Antony Blinken + Catherine Colonna [0]"]
