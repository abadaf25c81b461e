"""Offices: who held which office on which days, by invented tables and by the shipped one."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.days import Days, day, since, until, within
from helpers.knowledge.tables import Knowledge, Tenure, load_knowledge
from helpers.resolve.offices import (
    Roster,
    build_roster,
    find_holder_by_name,
    find_holders,
    find_misspelt,
    tenures_of,
)


def tenure(name: str, office: str, start: str, end: str, *aliases: str, country: str = "GB") -> Tenure:
    """Return a tenure; an empty end means that it lasts."""
    last = date.fromisoformat(end) if end else None
    return Tenure(name, aliases, office, country, date.fromisoformat(start), last, False, "invented", None)


def roster_of(*tenures: Tenure) -> Roster:
    return build_roster(Knowledge(tenures, (), (), (), frozenset()))


INVENTED = roster_of(
    tenure("Ana Arden", "prime_minister", "2010-01-01", "2012-05-11"),
    tenure("Bo Brook", "prime_minister", "2012-05-11", "2013-09-30"),
    tenure("Ana Arden", "prime_minister", "2013-10-02", ""),
    tenure("Bo Brook", "foreign_minister", "2013-10-02", "", "Bob Brook", "Bo B. Brook"),
    tenure("Carl Zélie", "president", "2011-01-01", "", country="FR"),
    tenure("Dora Esk", "prime_minister", "2011-01-01", "", country="FR"),
)


def holders(offices: tuple[str, ...], country: str, days: Days | None) -> list[str]:
    return [t.name for t in find_holders(INVENTED, offices, country, days)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(day(date(2011, 6, 1)), ["Ana Arden"], id="inside a tenure"),
        pytest.param(day(date(2010, 1, 1)), ["Ana Arden"], id="first day in office"),
        pytest.param(day(date(2009, 12, 31)), [], id="the day before the table begins"),
        pytest.param(day(date(2012, 5, 10)), ["Ana Arden"], id="the day before a handover"),
        pytest.param(day(date(2012, 5, 11)), ["Ana Arden", "Bo Brook"], id="day of a handover: both"),
        pytest.param(day(date(2012, 5, 12)), ["Bo Brook"], id="the day after a handover"),
        pytest.param(day(date(2013, 10, 1)), [], id="vacant"),
        pytest.param(day(date(2040, 1, 1)), ["Ana Arden"], id="a tenure that lasts"),
        pytest.param(
            within(date(2012, 1, 1), date(2012, 12, 31)), ["Ana Arden", "Bo Brook"], id="reshuffle inside"
        ),
        pytest.param(
            within(date(2012, 1, 1), date(2014, 1, 1)),
            ["Ana Arden", "Bo Brook", "Ana Arden"],
            id="one who returned is found twice",
        ),
        pytest.param(until(date(2011, 1, 1)), ["Ana Arden"], id="open on the left"),
        pytest.param(since(date(2013, 1, 1)), ["Bo Brook", "Ana Arden"], id="open on the right"),
        pytest.param(None, [], id="no day: anybody is possible, so nobody is found"),
    ],
)
def test_holders_of_an_office_by_day(days: Days | None, expected: list[str]) -> None:
    assert holders(("prime_minister",), "GB", days) == expected


@pytest.mark.parametrize(
    ("offices", "country", "expected"),
    [
        pytest.param(("president", "prime_minister"), "FR", ["Carl Zélie"], id="first office of the country"),
        pytest.param(("president", "prime_minister"), "GB", ["Ana Arden"], id="first office that it has"),
        pytest.param(("prime_minister",), "US", [], id="a country that the table does not know"),
        pytest.param(("prime_minister",), "", [], id="no country"),
        pytest.param((), "GB", [], id="no office"),
    ],
)
def test_holders_by_office_and_country(offices: tuple[str, ...], country: str, expected: list[str]) -> None:
    assert holders(offices, country, day(date(2011, 6, 1))) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Ana Arden", "Ana Arden", id="as in the table"),
        pytest.param("ANA ARDEN", "Ana Arden", id="capitals"),
        pytest.param("Arden Ana", "Ana Arden", id="surname first"),
        pytest.param("Bob Brook", "Bo Brook", id="alias"),
        pytest.param("Bo X. Brook", "Bo Brook", id="further initial"),
        pytest.param("Bo Brook Jr.", "Bo Brook", id="suffix"),
        pytest.param("Carl Zelie", "Carl Zélie", id="without the accent"),
        pytest.param("Arden", None, id="a surname alone is no full name"),
        pytest.param("Ina Arden", None, id="another given name"),
        pytest.param("Ana Harden", None, id="another surname"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_holder_by_full_name(name: str, expected: str | None) -> None:
    found = find_holder_by_name(INVENTED, name)
    assert (found and found.name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Li Qiang", "Li Qiang"),
        ("Li Keqiang", "Li Keqiang"),
        (
            "George W. Bush",
            "George W. Bush",
        ),
        ("George Bush", None),
    ],
)
def test_two_holders_of_like_names_stay_apart(name: str, expected: str | None) -> None:
    roster = roster_of(
        tenure("Li Keqiang", "prime_minister", "2013-03-15", "2023-03-11", country="CN"),
        tenure("Li Qiang", "prime_minister", "2023-03-11", "", country="CN"),
        tenure("George H. W. Bush", "president", "1989-01-20", "1993-01-20", "George Bush", country="US"),
        tenure("George W. Bush", "president", "2001-01-20", "2009-01-20", "George Bush", country="US"),
    )
    found = find_holder_by_name(roster, name)
    assert (found and found.name) == expected


def test_shipped_table_knows_the_usual_short_form_of_a_president() -> None:
    found = find_holder_by_name(build_roster(load_knowledge()), "George Bush")
    assert found is not None
    assert (found.name, found.country) == ("George W. Bush", "US")


MISSPELT = roster_of(
    tenure("Ana Ardenne", "foreign_minister", "2010-01-01", "2012-05-11"),
    tenure("Ana Ardonne", "foreign_minister", "2015-01-01", "2016-01-01"),
    tenure("Carl Holter", "defence_minister", "2010-01-01", "", "Karl Holter"),
    tenure("Li Keqiang", "prime_minister", "2013-03-15", "2023-03-11", country="CN"),
)


@pytest.mark.parametrize(
    ("name", "offices", "country", "days", "expected"),
    [
        pytest.param("Carl Hollter", ("defence_minister",), "GB", None, "Carl Holter", id="letter doubled"),
        pytest.param("Carl Hotler", ("defence_minister",), "GB", None, "Carl Holter", id="letters exchanged"),
        pytest.param("Karl Holtar", ("defence_minister",), "GB", None, "Carl Holter", id="near an alias"),
        pytest.param("Carl Hollter", ("defence_minister",), "", None, "Carl Holter", id="country not said"),
        pytest.param("Carl Hollter", (), "GB", None, None, id="without an office nobody is meant"),
        pytest.param("Carl Hollter", ("foreign_minister",), "GB", None, None, id="another office"),
        pytest.param("Carl Hollter", ("defence_minister",), "FR", None, None, id="another country"),
        pytest.param("Dirk Holter", ("defence_minister",), "GB", None, None, id="another given name"),
        pytest.param("Carl Hunt", ("defence_minister",), "GB", None, None, id="a surname too far off"),
        pytest.param("Hollter", ("defence_minister",), "GB", None, None, id="a surname alone"),
        pytest.param(
            "Carl Hollter", ("defence_minister",), "GB", day(date(2009, 1, 1)), None, id="before the tenure"
        ),
        pytest.param("Ana Ardene", ("foreign_minister",), "GB", None, None, id="near to two: nobody"),
        pytest.param(
            "Ana Ardene",
            ("foreign_minister",),
            "GB",
            day(date(2015, 6, 1)),
            "Ana Ardonne",
            id="near to two: the day decides",
        ),
    ],
)
def test_misspelt_holder(
    name: str, offices: tuple[str, ...], country: str, days: Days | None, expected: str | None
) -> None:
    found = find_misspelt(MISSPELT, name, offices, country, days)
    assert (found and found.name) == expected


def test_a_different_person_of_a_like_name_is_no_misspelling() -> None:
    assert find_misspelt(MISSPELT, "Li Qiang", ("prime_minister",), "CN", None) is None


def test_tenures_of_a_person_in_one_office_only() -> None:
    brook = INVENTED.by_name["Bo Brook"]
    assert [t.office for t in tenures_of(brook, ("foreign_minister",), "GB")] == ["foreign_minister"]
    assert [t.office for t in tenures_of(brook, ("foreign_minister", "prime_minister"), "")] == [
        "prime_minister",
        "foreign_minister",
    ]
    assert tenures_of(brook, ("foreign_minister",), "FR") == ()


def test_roster_is_built_once_for_the_same_tables() -> None:
    known = load_knowledge()
    assert build_roster(known) is build_roster(known)


def test_order_of_the_rows_has_no_influence_on_the_roster() -> None:
    rows = tuple(t for h in INVENTED.by_name.values() for t in h.tenures)
    there, back = roster_of(*rows), roster_of(*rows[::-1])
    assert there.by_name == back.by_name
    assert there.by_office == back.by_office
    assert there.by_words == back.by_words
    assert there.by_surname == back.by_surname
