"""Merge: which records of different articles are one meeting."""

from __future__ import annotations

from itertools import permutations

import pytest

from helpers.resolve.account import Account
from helpers.resolve.merge import merge_across
from helpers.resolve.records import Record
from tests.small_news import account_of, account_of_files, frames_of, meetings_of

BOTH = "Antony Blinken + Catherine Colonna"
TUESDAY = "Antony Blinken met Catherine Colonna in Paris on Tuesday."
DATED = "2023-05-18 | "
UNDATED = " | "
#: Told alike by two articles.
SHARED = (
    " The ministers agreed to open a joint office for the repair of railway bridges before the winter, "
    "and the costs would be shared by both sides."
)


def meetings(*articles: str) -> list[str]:
    return meetings_of(frames_of(*articles))


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param(
            (DATED + TUESDAY, "2023-05-17 | " + TUESDAY),
            [f"held 2023-05-16: {BOTH} [0 1]"],
            id="the same day → one",
        ),
        pytest.param(
            (DATED + TUESDAY, DATED + "Antony Blinken met Catherine Colonna in Paris this week."),
            [f"held 2023-05-16: {BOTH} [0 1]"],
            id="days that overlap → one, the narrower day",
        ),
        pytest.param(
            (
                "2023-05-15 | Antony Blinken will meet Catherine Colonna in Paris on Tuesday.",
                DATED + TUESDAY,
            ),
            [f"held 2023-05-16: {BOTH} [0 1]"],
            id="announced, later held → one, held",
        ),
        pytest.param(
            (
                "2023-05-15 | Antony Blinken will meet Catherine Colonna in Paris on Tuesday.",
                "2023-05-16 | Antony Blinken cancelled his meeting with Catherine Colonna in Paris on "
                "Tuesday.",
            ),
            [f"cancelled 2023-05-16: {BOTH} [0 1]"],
            id="announced, later cancelled → one, cancelled",
        ),
        pytest.param(
            (DATED + TUESDAY, DATED + TUESDAY.replace("Tuesday", "Wednesday")),
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-05-17: {BOTH} [1]"],
            id="days that cannot agree → two",
        ),
        pytest.param(
            (DATED + TUESDAY + SHARED, DATED + TUESDAY.replace("Tuesday", "Wednesday") + SHARED),
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-05-17: {BOTH} [1]"],
            id="days that cannot agree → two, however alike the words",
        ),
        pytest.param(
            (DATED + TUESDAY, DATED + "Antony Blinken spoke by phone with Catherine Colonna on Tuesday."),
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-05-16: {BOTH} [1]"],
            id="in person and by phone → two",
        ),
        pytest.param(
            (DATED + TUESDAY, DATED + TUESDAY.replace("Paris", "Berlin")),
            [f"held 2023-05-16: {BOTH} [0]", f"held 2023-05-16: {BOTH} [1]"],
            id="two countries → two",
        ),
        pytest.param(
            (DATED + TUESDAY, DATED + TUESDAY.replace("Catherine Colonna", "Annalena Baerbock")),
            [f"held 2023-05-16: {BOTH} [0]", "held 2023-05-16: Annalena Baerbock + Antony Blinken [1]"],
            id="other people → two",
        ),
        pytest.param(
            (DATED + TUESDAY + SHARED, f"{UNDATED}Antony Blinken met Catherine Colonna.{SHARED}"),
            [f"held 2023-05-16: {BOTH} [0 1]"],
            id="undated, shared wording → one, the dated day",
        ),
        pytest.param(
            (DATED + TUESDAY + SHARED, f"{UNDATED}Antony Blinken met Catherine Colonna. They spoke of fish."),
            [f"held 2023-05-16: {BOTH} [0]", f"held ?: {BOTH} [1]"],
            id="undated, no shared wording → two",
        ),
        pytest.param(
            (DATED + TUESDAY, f"{UNDATED}Antony Blinken met Catherine Colonna in Paris. They spoke of fish."),
            [f"held 2023-05-16: {BOTH} [0]", f"held ?: {BOTH} [1]"],
            id="the names and the place alone are no shared wording",
        ),
    ],
)
def test_across_articles(articles: tuple[str, ...], expected: list[str]) -> None:
    assert meetings(*articles) == expected


def test_days_that_cannot_agree_never_merge_through_a_third_article() -> None:
    articles = (
        DATED + TUESDAY,
        DATED + "Antony Blinken met Catherine Colonna in Paris this week.",
        DATED + TUESDAY.replace("Tuesday", "Wednesday"),
    )
    for record in account_of(*articles).records:
        days = [s.days for s in record.sightings if s.days is not None]
        assert all(a.overlaps(b) for a in days for b in days)


def test_undated_evidence_never_narrows_dated_evidence() -> None:
    month = f"{DATED}Antony Blinken met Catherine Colonna this month.{SHARED}"
    opening = f"2023-05-12 | Antony Blinken met Catherine Colonna.{SHARED}"
    assert meetings(month, opening) == [f"held [2023-05-01..2023-05-18]: {BOTH} [0 1]"]
    assert meetings(opening, month) == [f"held [2023-05-01..2023-05-18]: {BOTH} [0 1]"]


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        pytest.param(
            "2023-05-17 | " + TUESDAY,
            "“Tuesday”, seen from 2023-05-18; merged: same participants "
            "(Antony Blinken and Catherine Colonna), days that overlap",
            id="days",
        ),
        pytest.param(
            f"{UNDATED}Antony Blinken met Catherine Colonna.{SHARED}",
            "“Tuesday”, seen from 2023-05-18; merged: same participants "
            "(Antony Blinken and Catherine Colonna), days that can agree, 18 shared runs of five words",
            id="wording",
        ),
    ],
)
def test_reason_of_a_merge_is_readable(second: str, reason: str) -> None:
    meetings_frame = frames_of(DATED + TUESDAY + SHARED, second)["meetings"]
    assert meetings_frame["date_basis"].tolist() == [reason]
    assert meetings_frame["n_articles"].tolist() == [2]


def test_without_a_merge_no_reason_is_given() -> None:
    assert frames_of(DATED + TUESDAY)["meetings"]["date_basis"].tolist() == [
        "“Tuesday”, seen from 2023-05-18"
    ]


def groups(records: list[Record]) -> set[frozenset[tuple[int, int]]]:
    """Return which mentions (article, offset) are one meeting."""
    return {frozenset((s.article, s.mention.start) for s in r.sightings) for r in records}


def of_one_article(account: Account) -> list[Record]:
    """Return the records of each article before they are merged across articles."""
    singles: dict[tuple[int, int], Record] = {}
    for number, record in enumerate(account.records):
        for s in record.sightings:
            singles.setdefault((number, s.article), Record([])).sightings.append(s)
    return list(singles.values())


def test_order_of_the_records_has_no_influence_on_what_is_merged() -> None:
    account = account_of(
        DATED + TUESDAY + SHARED,
        "2023-05-15 | Antony Blinken will meet Catherine Colonna in Paris on Tuesday.",
        f"{UNDATED}Antony Blinken met Catherine Colonna.{SHARED}",
        DATED + "Antony Blinken met Catherine Colonna in Paris on Wednesday.",
    )
    texts = [s.text for s in account.sources]
    singles = of_one_article(account)
    expected = groups(list(account.records))
    assert len(singles) == 4
    assert len(expected) == 2
    for order in permutations(singles):
        assert groups(merge_across(order, texts)) == expected


def test_names_of_the_files_have_no_influence_on_what_is_merged() -> None:
    paris = DATED + TUESDAY
    berlin = (
        DATED + "Antony Blinken met Catherine Colonna on Tuesday. "
        "Blinken held talks with Colonna in Berlin on Tuesday."
    )
    there = account_of_files({"a.txt": paris, "b.txt": berlin})
    back = account_of_files({"b.txt": paris, "a.txt": berlin})
    assert len(there.records) == len(back.records)


def test_records_are_not_changed_by_merging() -> None:
    account = account_of(DATED + TUESDAY, "2023-05-17 | " + TUESDAY)
    singles = of_one_article(account)
    sizes = [len(r.sightings) for r in singles]
    merged = merge_across(singles, [s.text for s in account.sources])
    assert [len(r.sightings) for r in merged] == [2]
    assert [len(r.sightings) for r in singles] == sizes
    assert [r.reasons for r in singles] == [[], []]


def test_nothing_merges_into_nothing() -> None:
    assert merge_across([], []) == []


def test_many_copies_of_days_that_contradict_stay_two_meetings_with_all_their_articles() -> None:
    wednesday = TUESDAY.replace("Tuesday", "Wednesday")
    copies = [DATED + text + SHARED for text in (TUESDAY, wednesday) for _ in range(12)]
    undated = UNDATED + "Antony Blinken met Catherine Colonna in Paris." + SHARED
    found = meetings(*copies, undated)
    assert sorted(row.split(" [")[0] for row in found) == [
        f"held 2023-05-16: {BOTH}",
        f"held 2023-05-17: {BOTH}",
    ]
    told = sorted(int(n) for row in found for n in row.split("[")[1].rstrip("]").split())
    assert told == list(range(25))
