"""Countries, places, events and names: every row is possible and every link resolves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from helpers.knowledge import EVENT_KINDS, PLACE_KINDS, Event, load_knowledge, shipped

KNOWN = load_knowledge()
CODES = {c.code for c in KNOWN.countries}
CITIES = {(p.name, p.country) for p in KNOWN.places if p.kind == "city"}
CAPITALS = {(c.capital, c.code) for c in KNOWN.countries}
EVENTS = {e.regex: e for e in KNOWN.events}


def test_codes_are_iso_or_the_known_exceptions() -> None:
    others = {c.code for c in KNOWN.countries if c.is_organisation}
    assert {c for c in CODES if not re.fullmatch("[A-Z]{2}", c)} <= others
    assert {"NATO", "IMF", "WORLD BANK", "OPEC", "ASEAN", "AFRICAN UNION"} <= others
    assert {"EU", "UN", "PS", "TW", "XK"} <= CODES
    assert len(CODES) == len(KNOWN.countries) >= 200


def test_no_name_or_demonym_means_two_countries() -> None:
    uses = Counter(s for c in KNOWN.countries for s in {*c.names, *c.demonyms})
    assert [s for s, n in uses.items() if n > 1] == []


def test_country_names_begin_with_the_usual_one_and_without_article() -> None:
    assert [c.code for c in KNOWN.countries if c.names[0] != c.name] == []
    assert [s for c in KNOWN.countries for s in (*c.names, *c.leaders_seat) if s.startswith("the ")] == []


def test_only_brussels_and_the_city_states_share_a_capital() -> None:
    uses = defaultdict(list)
    for c in KNOWN.countries:
        if c.capital:
            uses[c.capital].append(c.code)
    assert {k: v for k, v in uses.items() if len(v) > 1} == {"Brussels": ["BE", "EU"]}


def test_every_place_stands_in_a_known_country_and_city() -> None:
    assert [p.name for p in KNOWN.places if p.country not in CODES or p.kind not in PLACE_KINDS] == []
    homes = CITIES | CAPITALS
    assert [p.name for p in KNOWN.places if p.city and (p.city, p.country) not in homes] == []
    assert [p.name for p in KNOWN.places if p.city and p.kind in ("city", "region")] == []


def test_no_surface_means_two_places() -> None:
    uses = Counter(s for p in KNOWN.places for s in {p.name, *p.aliases})
    assert [s for s, n in uses.items() if n > 1] == []
    capitals = {s for c in KNOWN.countries for s in (c.capital, *c.capital_aliases)}
    assert capitals & set(uses) == set()


@pytest.mark.parametrize("event", EVENTS.values(), ids=lambda e: e.event)
def test_pattern_finds_its_example(event: Event) -> None:
    assert event.example
    match = event.pattern.search(event.example)
    assert match is not None and match.group()
    assert event.search(event.example) is not None


def test_needs_stand_in_what_the_pattern_finds() -> None:
    lost = []
    for event in EVENTS.values():
        match = event.pattern.search(event.example)
        if match and event.needs and not any(word in match.group() for word in event.needs):
            lost.append(event.event)
    assert lost == []


def test_rows_with_one_pattern_have_one_kind_and_one_cheap_test() -> None:
    groups = defaultdict(set)
    for e in KNOWN.events:
        groups[e.regex].add((e.kind, e.needs))
    assert [regex for regex, rows in groups.items() if len(rows) > 1] == []


def test_events_are_possible() -> None:
    assert [e.event for e in KNOWN.events if e.end < e.start or e.kind not in EVENT_KINDS] == []
    assert [e.event for e in KNOWN.events if e.country and e.country not in CODES] == []
    assert [e.event for e in KNOWN.events if not e.source] == []
    long = {e.event for e in KNOWN.events if e.kind != "happened" and (e.end - e.start).days > 20}
    assert long == {"Paris Peace Conference", "Bretton Woods Conference", "San Francisco Conference"}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's parliament voted for a partial mobilisation in its own east.",
        "Officers fear a full-scale invasion of Ukraine.",
        "They called for the overthrow of Bashar al-Assad.",
        "If Britain left the European Union, trade would suffer.",
        "The film was shot in Casablanca before the conference season.",
        "Starmer said he may go to Washington.",
        "Hamas fired rockets in an attack on southern Israel.",
        "The Taliban seized power in a takeover.",
        "G7 foreign ministers met in Hiroshima.",
        "A NATO officer attended the summit of mayors in Riga.",
        "The funeral of Queen Elizabeth, the Queen Mother, was held.",
        "Kim met investors in Singapore.",
    ],
)
def test_near_misses_presuppose_no_event(text: str) -> None:
    assert [e.event for e in EVENTS.values() if e.search(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Russian President Vladimir Putin has ordered the partial mobilization of reserves.",
            date(2022, 9, 21),
        ),
        ("Starmer’s visit to the White House lasted two hours.", date(2024, 7, 9)),
        ("Sunak travelled to Washington.", date(2023, 6, 7)),
        ("She spoke at the NATO leaders' summit in Vilnius.", date(2023, 7, 11)),
        (
            "It was agreed at the Group of Seven leaders' summit held in the Japanese city of Hiroshima.",
            date(2023, 5, 19),
        ),
        ("the 80th anniversary of the Casablanca Conference", date(1943, 1, 14)),
        ("the Ukraine Defence Contact Group", date(2022, 4, 26)),
        ("after Covid-19 closed the borders", date(2020, 2, 11)),
    ],
)
def test_hits_under_other_words_and_quotes(text: str, found: date) -> None:
    assert [
        min(e.start for e in KNOWN.events if e.regex == r) for r, e in EVENTS.items() if e.search(text)
    ] == [found]


def test_given_names_are_names() -> None:
    assert len(KNOWN.given_names) > 2_500
    assert {"Lloyd", "Volodymyr", "Ngozi", "Moon"} - KNOWN.given_names == {"Moon"}
    assert (
        KNOWN.given_names & {"May", "Will", "Hope", "Paris", "Chad", "Jordan", "April", "June", "August"}
        == set()
    )
    assert [n for n in KNOWN.given_names if not n[0].isupper() or " " in n] == []


def test_readme_has_a_row_for_every_file() -> None:
    folder: Path = shipped("offices.csv").parent
    named = set(re.findall(r"^\| `([\w.]+)` \|", (folder / "README.md").read_text("utf-8"), re.MULTILINE))
    assert named == {p.name for p in folder.iterdir() if p.suffix in (".csv", ".toml")}


def test_shipped_tables_are_read_once() -> None:
    assert load_knowledge() is KNOWN
