"""Rows: the account as frames, and what their columns say."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.days import day, month, since, until, within
from helpers.resolve.meeting_rows import bounds
from helpers.resolve.rows import build_frames
from helpers.schema import FRAMES, column_names
from tests.small_news import account_of, account_of_files, frames_of

TUESDAY = "2023-05-18 | Antony Blinken met Catherine Colonna in Paris on Tuesday."


def test_frames_have_the_names_and_columns_of_the_schema() -> None:
    frames = frames_of(TUESDAY)
    assert list(frames) == list(FRAMES)
    assert {name: tuple(frame.columns) for name, frame in frames.items()} == {
        name: column_names(name) for name in FRAMES
    }


@pytest.mark.parametrize(
    ("days", "basis", "start", "end", "edtf", "date_basis"),
    [
        (day(pd.Timestamp("2023-05-16").date()), "said", "2023-05-16", "2023-05-16", "2023-05-16", "said"),
        (month(2023, 2), "", "2023-02-01", "2023-02-28", "2023-02", None),
        (
            within(pd.Timestamp("2023-05-16").date(), pd.Timestamp("2023-05-18").date()),
            "said",
            "2023-05-16",
            "2023-05-18",
            "[2023-05-16..2023-05-18]",
            "said",
        ),
        (since(pd.Timestamp("2023-05-16").date()), "said", "2023-05-16", None, "[2023-05-16..]", "said"),
        (until(pd.Timestamp("2023-05-16").date()), "said", None, "2023-05-16", "[..2023-05-16]", "said"),
    ],
)
def test_bounds_of_days(
    days: object, basis: str, start: str | None, end: str | None, edtf: str, date_basis: str | None
) -> None:
    assert bounds(days, basis) == {  # type: ignore[arg-type]
        "start": start and pd.Timestamp(start),
        "end": end and pd.Timestamp(end),
        "edtf": edtf,
        "date_basis": date_basis,
    }


def test_bounds_of_nothing_keep_the_reason() -> None:
    assert bounds(None, "no date in the text") == {"date_basis": "no date in the text"}
    assert bounds(None, "") == {"date_basis": None}


def test_meeting_row() -> None:
    (row,) = frames_of(TUESDAY)["meetings"].drop(columns="meeting_id").to_dict("records")
    assert {k: None if pd.isna(v) else v for k, v in row.items()} == {
        "status": "held",
        "mode": "in_person",
        "start": pd.Timestamp("2023-05-16"),
        "end": pd.Timestamp("2023-05-16"),
        "edtf": "2023-05-16",
        "date_basis": "“Tuesday”, seen from 2023-05-18",
        "place": "Paris",
        "place_country": "FR",
        "event": None,
        "n_articles": 1,
    }


def test_lower_bound_alone_is_no_start_of_a_meeting() -> None:
    frames = frames_of(" | Antony Blinken met President Volodymyr Zelenskyy in Paris on Tuesday.")
    (row,) = frames["meetings"].itertuples()
    assert row.edtf == "[2019-05-14..]"
    assert pd.isna(row.start) and pd.isna(row.end)


def test_participations_have_sides() -> None:
    frames = frames_of(
        "2023-05-18 | US Secretary of State Antony Blinken and US Secretary of Defense Lloyd Austin met "
        "French Foreign Minister Catherine Colonna in Paris on Tuesday."
    )
    table = frames["participations"]
    assert list(zip(table["name"], table["country"], table["side"], strict=True)) == [
        ("Antony Blinken", "US", 0),
        ("Lloyd Austin", "US", 0),
        ("Catherine Colonna", "FR", 1),
    ]


def test_two_of_one_country_who_met_each_other_are_two_sides() -> None:
    frames = frames_of("2023-05-18 | Antony Blinken met Lloyd Austin in Washington on Tuesday.")
    assert frames["participations"]["side"].tolist() == [0, 1]


def test_people_count_meetings_and_articles() -> None:
    frames = frames_of(
        TUESDAY + " President Vladimir Putin was silent.",
        "2023-05-26 | Antony Blinken met Annalena Baerbock in Berlin on Thursday. Catherine "
        "Colonna was away.",
    )
    table = frames["people"]
    counted = list(zip(table["person_id"], table["n_meetings"], table["n_articles"], strict=True))
    assert counted == [
        ("annalena-baerbock", 1, 1),
        ("antony-blinken", 2, 2),
        ("catherine-colonna", 1, 2),
        ("vladimir-putin", 0, 1),
    ]


def test_unknown_names_are_missing_not_empty() -> None:
    frames = frames_of("2023-05-18 | The Peruvian prime minister met Emmanuel Macron in Lima on Tuesday.")
    role = frames["participations"].set_index("person_id").loc["role-prime-minister-pe"]
    assert pd.isna(role["name"])
    person = frames["people"].set_index("person_id").loc["role-prime-minister-pe"]
    assert pd.isna(person["name"])
    assert (person["role"], person["country"], person["in_roster"]) == ("prime minister", "PE", False)


def test_mentions_of_every_kind_in_order_of_the_text() -> None:
    frames = frames_of(
        "2023-05-18 | French Foreign Minister Catherine Colonna met the Peruvian prime "
        "minister in Lima on Tuesday."
    )
    table = frames["mentions"]
    rows = table[["kind", "surface", "value"]].itertuples(index=False)
    assert [tuple(None if pd.isna(v) else v for v in r) for r in rows] == [
        ("person", "French Foreign Minister Catherine Colonna", "catherine-colonna"),
        ("role", "the Peruvian prime minister", None),
        ("place", "Lima", "Lima"),
        ("date", "Tuesday", "2023-05-16"),
    ]
    assert table.loc[3, "date_start"] == table.loc[3, "date_end"] == pd.Timestamp("2023-05-16")
    assert table.loc[:2, "date_start"].isna().all()


def test_mention_of_an_identified_role_has_the_person() -> None:
    frames = frames_of("2023-05-18 | Catherine Colonna met the US Secretary of State in Lima on Tuesday.")
    table = frames["mentions"]
    assert table.loc[table["kind"] == "role", "value"].dropna().tolist() == ["antony-blinken"]


def test_undated_mentions_of_days_are_missing() -> None:
    frames = frames_of(" | Trains did not run on Tuesday.")
    row = frames["mentions"].iloc[0]
    assert (row["kind"], row["surface"]) == ("date", "Tuesday")
    assert row[["value", "date_start", "date_end"]].isna().all()


def test_topics_point_to_the_statement_and_the_meeting_they_stand_in() -> None:
    text = (
        "2023-05-18 | Antony Blinken met Catherine Colonna in Paris on Tuesday to discuss sanctions. "
        "“Sanctions work,” Blinken said.\n\nSanctions cost money."
    )
    frames = frames_of(text)
    hits = frames["topics"][frames["topics"]["term"] == "sanctions"].sort_values("start")
    (meeting,) = frames["meetings"]["meeting_id"]
    (statement,) = frames["statements"]["statement_id"]
    assert [None if pd.isna(v) else v for v in hits["meeting_id"]] == [meeting, None, None]
    assert [None if pd.isna(v) else v for v in hits["statement_id"]] == [None, statement, None]


def test_names_of_meetings_survive_another_article() -> None:
    """A meeting keeps its id when an article on something else is added."""
    alone = account_of_files({"m.txt": TUESDAY})
    more = account_of_files(
        {"m.txt": TUESDAY, "a.txt": "2023-05-18 | Rishi Sunak met Olaf Scholz in London."}
    )
    (name,) = build_frames(alone)["meetings"]["meeting_id"]
    assert name in build_frames(more)["meetings"]["meeting_id"].tolist()


def test_names_of_meetings_are_unique_though_two_articles_are_alike() -> None:
    far = TUESDAY.replace("on Tuesday", "this month")
    account = account_of_files({"a.txt": far, "b.txt": far.replace("Catherine Colonna", "Annalena Baerbock")})
    assert build_frames(account)["meetings"]["meeting_id"].is_unique


def test_reasons_of_a_contradictory_date_are_kept() -> None:
    frames = frames_of("2015-05-18 | British Prime Minister Rishi Sunak met Bo Jarrow in London.")
    assert frames["articles"]["date_basis"].tolist() == [
        "given in index.csv; dropped: Rishi Sunak is called Prime Minister: held the office "
        "2022-10-25 to 2024-07-05 ([2022-10-25..2024-07-05])"
    ]


def test_building_frames_twice_gives_the_same() -> None:
    account = account_of(TUESDAY)
    for one, two in zip(build_frames(account).values(), build_frames(account).values(), strict=True):
        pd.testing.assert_frame_equal(one, two)
