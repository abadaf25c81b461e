"""The office table: one unbroken chain of holders for every office."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

from helpers.knowledge import OFFICES, Tenure, load_knowledge

SINCE = date(2000, 1, 1)
ONE_DAY = timedelta(days=1)
FOUNDED = {("council_president", "EU"): date(2009, 12, 1)}
#: First and last day on which nobody held the office, not even acting.
VACANT = {
    ("foreign_minister", "UA"): {
        (date(2000, 9, 30), date(2000, 10, 1)),  # between Tarasyuk's dismissal and Zlenko's appointment
        (date(2007, 12, 5), date(2007, 12, 17)),  # Yatsenyuk became speaker before the new cabinet
        (date(2014, 2, 24), date(2014, 2, 26)),  # Kozhara dismissed, the new cabinet not yet elected
    },
    ("defence_minister", "UA"): {
        (date(2001, 10, 25), date(2001, 11, 11)),  # after Kuzmuk's resignation
        (date(2004, 9, 23), date(2004, 9, 23)),
        (date(2014, 2, 24), date(2014, 2, 26)),  # as in the foreign ministry
    },
    ("defence_minister", "RU"): {(date(2024, 5, 13), date(2024, 5, 13))},  # Belousov nominated, not appointed
}


def chains() -> dict[tuple[str, str], list[Tenure]]:
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in load_knowledge().tenures:
        found[tenure.office, tenure.country].append(tenure)
    return {key: sorted(rows, key=lambda t: t.start) for key, rows in found.items()}


CHAINS = chains()
each_office = pytest.mark.parametrize("key", sorted(CHAINS), ids="-".join)


@each_office
def test_one_holder_follows_the_other_without_overlap(key: tuple[str, str]) -> None:
    wrong = [
        (before.name, before.end, after.name, after.start)
        for before, after in pairwise(CHAINS[key])
        if before.end is None or after.start < before.end
    ]
    assert wrong == []


@each_office
def test_gaps_are_the_known_vacancies(key: tuple[str, str]) -> None:
    gaps = {
        (before.end + ONE_DAY, after.start - ONE_DAY)
        for before, after in pairwise(CHAINS[key])
        if before.end is not None and after.start > before.end + ONE_DAY
    }
    assert gaps == VACANT.get(key, set())


@each_office
def test_chain_reaches_from_2000_or_the_foundation_to_today(key: tuple[str, str]) -> None:
    first, last = CHAINS[key][0], CHAINS[key][-1]
    assert first.start <= FOUNDED.get(key, SINCE)
    assert last.end is None
    assert [t.name for t in CHAINS[key] if (t.end is None) != (t.as_of is not None)] == []


@each_office
def test_days_are_possible(key: tuple[str, str]) -> None:
    assert [t.name for t in CHAINS[key] if t.start < date(1952, 1, 1)] == []
    assert [t.name for t in CHAINS[key] if t.as_of is not None and t.as_of < t.start] == []
    assert [t.name for t in CHAINS[key] if not t.source] == []


@each_office
def test_no_spelling_means_two_holders_of_an_office(key: tuple[str, str]) -> None:
    names = {t.name: frozenset(t.names) for t in CHAINS[key]}
    assert [(a, b) for a, b in combinations(names, 2) if names[a] & names[b]] == []


def test_a_person_has_the_same_spellings_in_every_row() -> None:
    spellings: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for tenure in load_knowledge().tenures:
        spellings[tenure.name].add(tenure.aliases)
        assert len(set(tenure.names)) == len(tenure.names), tenure.name
    assert {name: rows for name, rows in spellings.items() if len(rows) > 1} == {}


def test_offices_of_the_eight_are_there() -> None:
    pairs = {
        *(
            (o, c)
            for c in ("US", "GB", "UA", "RU", "FR", "DE")
            for o in ("foreign_minister", "defence_minister")
        ),
        *((("president", c)) for c in ("US", "UA", "RU", "FR", "DE")),
        *((("prime_minister", c)) for c in ("GB", "UA", "RU", "FR")),
        *(("commission_president", "EU"), ("council_president", "EU"), ("high_representative", "EU")),
        *(
            ("chancellor", "DE"),
            ("monarch", "GB"),
            ("secretary_general", "NATO"),
            ("secretary_general", "UN"),
        ),
        ("vice_president", "US"),
    }
    assert pairs - set(CHAINS) == set()
    assert {office for office, _ in CHAINS} - set(OFFICES) == set()


@pytest.mark.parametrize(
    ("office", "country", "day", "holders"),
    [
        ("defence_minister", "US", date(2022, 5, 11), ["Lloyd Austin"]),
        ("defence_minister", "US", date(2019, 7, 20), ["Richard Spencer"]),
        ("defence_minister", "GB", date(2023, 8, 31), ["Ben Wallace", "Grant Shapps"]),
        ("defence_minister", "GB", date(2025, 3, 6), ["John Healey"]),
        ("prime_minister", "GB", date(2022, 10, 18), ["Liz Truss"]),
        ("foreign_minister", "GB", date(2023, 1, 17), ["James Cleverly"]),
        ("president", "UA", date(2014, 4, 1), ["Oleksandr Turchynov"]),
        ("secretary_general", "NATO", date(2024, 9, 30), ["Jens Stoltenberg"]),
        ("council_president", "EU", date(2009, 11, 30), []),
    ],
)
def test_holder_on_a_day(office: str, country: str, day: date, holders: list[str]) -> None:
    assert [t.name for t in CHAINS[office, country] if t.holds_on(day)] == holders
