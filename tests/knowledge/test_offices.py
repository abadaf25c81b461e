"""The office table: one unbroken chain of holders for every office."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from helpers.knowledge import OFFICES, Tenure, load_knowledge

ONE_DAY = timedelta(days=1)
#: Heads of state and government are known since 1989, ministers since 1995.
SINCE = {"foreign_minister": date(1995, 12, 31), "defence_minister": date(1995, 12, 31)}


def chains() -> dict[tuple[str, str], list[Tenure]]:
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in load_knowledge().tenures:
        found[tenure.office, tenure.country].append(tenure)
    return {key: sorted(rows, key=lambda t: (t.start, t.name)) for key, rows in found.items()}


CHAINS = chains()
each_office = pytest.mark.parametrize("key", sorted(CHAINS), ids="-".join)


def exceptions(kind: str) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Read the known exceptions of a kind: gap, overlap, late (first day) or ended (last day)."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    with (Path(__file__).parent / "office_exceptions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == kind:
                found[row["office"], row["country"]].add((row["first"], row["last"]))
    return found


def is_one_month_or_year(first: date, last: date) -> bool:
    """Tell whether two days are the bounds of a handover known to the month or year only."""
    whole = first.day == 1 and (last + ONE_DAY).day == 1 and first.year == last.year
    return whole and (first.month == last.month or (first.month, last.month) == (1, 12))


GAPS, OVERLAPS, LATE, ENDED = map(exceptions, ("gap", "overlap", "late", "ended"))


@each_office
def test_overlaps_are_the_known_ones(key: tuple[str, str]) -> None:
    wrong = {
        (before.name, after.name)
        for before, after in pairwise(CHAINS[key])
        if before.end is None
        or (after.start < before.end and not is_one_month_or_year(after.start, before.end))
    }
    assert wrong == OVERLAPS.get(key, set())


@each_office
def test_gaps_are_the_known_ones(key: tuple[str, str]) -> None:
    gaps = {
        ((before.end + ONE_DAY).isoformat(), (after.start - ONE_DAY).isoformat())
        for before, after in pairwise(CHAINS[key])
        if before.end is not None and after.start > before.end + ONE_DAY
    }
    assert gaps == GAPS.get(key, set())


@each_office
def test_chain_reaches_from_the_beginning_to_today(key: tuple[str, str]) -> None:
    first, last = CHAINS[key][0], max(CHAINS[key], key=lambda t: t.end or date.max)
    late = {(first.start.isoformat(), "")} if first.start > SINCE.get(key[0], date(1990, 12, 31)) else set()
    ended = {("", last.end.isoformat())} if last.end is not None else set()
    assert (late, ended) == (LATE.get(key, set()), ENDED.get(key, set()))
    assert [t.name for t in CHAINS[key] if (t.end is None) != (t.as_of is not None)] == []


@each_office
def test_days_are_possible(key: tuple[str, str]) -> None:
    assert [t.name for t in CHAINS[key] if t.start < date(1900, 1, 1)] == []
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


def test_offices_of_the_largest_are_there() -> None:
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


GROUPS = {
    "G20": "AR AU BR CA CN FR DE IN ID IT JP KR MX RU SA ZA TR GB US",
    "NATO": "AL BE BG CA HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB US",
    "EU": "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE",
    "ASEAN": "BN KH ID LA MY MM PH SG TH VN TL",
    "Gulf and its neighbours": "SA AE QA KW BH OM IQ YE IL IR",
    "Koreas": "KR KP",
    "Neighbours of Ukraine and Russia": "UA GE AM AZ MD BY KZ MN FI NO EE LV LT PL SK HU RO",
    "Large African states": "NG ET EG CD TZ ZA KE SD UG DZ MA AO GH",
}
#: States without such a minister, or whose ministers the table does not know.
NO_DEFENCE = set(["IS", "MT", "BN", "LA", "BH", "OM", "KP", "ET", "CD", "TZ", "UG", "DZ", "MA", "AO", "GH"])
HEADS = {"president", "prime_minister", "monarch", "chancellor", "supreme_leader"}


@pytest.mark.parametrize("group", GROUPS)
def test_heads_and_ministers_of_a_group_are_there(group: str) -> None:
    states = GROUPS[group].split()
    offices: dict[str, set[str]] = defaultdict(set)
    for office, country in CHAINS:
        offices[country].add(office)
    assert [c for c in states if not offices[c] & HEADS] == []
    assert [c for c in states if "foreign_minister" not in offices[c]] == []
    assert [c for c in states if "defence_minister" not in offices[c] and c not in NO_DEFENCE] == []


def test_heads_of_organisations_are_there() -> None:
    bodies = {c for office, c in CHAINS if office == "secretary_general"}
    assert {"UN", "NATO", "AFRICAN UNION", "ASEAN", "OPEC", "IMF", "WORLD BANK"} <= bodies


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
        ("president", "US", date(1990, 9, 9), ["George H. W. Bush"]),
        ("foreign_minister", "TR", date(2004, 6, 28), ["Abdullah Gül"]),
        ("prime_minister", "IL", date(2000, 7, 11), ["Ehud Barak"]),
        ("foreign_minister", "CN", date(2001, 7, 28), ["Tang Jiaxuan"]),
        ("president", "ZA", date(1990, 7, 20), ["F. W. de Klerk"]),
        ("secretary_general", "NATO", date(2024, 9, 30), ["Jens Stoltenberg"]),
        ("council_president", "EU", date(2009, 11, 30), []),
    ],
)
def test_holder_on_a_day(office: str, country: str, day: date, holders: list[str]) -> None:
    assert [t.name for t in CHAINS[office, country] if t.holds_on(day)] == holders
