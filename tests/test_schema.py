"""Schema: columns, dtypes and closed sets of the frames, and the messages where they are broken."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from helpers import schema
from helpers.errors import FrameError
from helpers.schema import FRAMES, KEYS, build_frame, column_names, conform, data_dictionary

HIT = {"article_id": "a.txt", "topic": "trade", "term": "tariff", "start": 3, "end": 9}
PERSON = {"person_id": "bo-berg", "in_roster": False, "n_meetings": 1, "n_articles": 2}


@pytest.mark.parametrize("name", FRAMES)
def test_no_rows_keep_columns_and_dtypes(name: str) -> None:
    frame = build_frame(name, [])
    assert tuple(frame.columns) == column_names(name)
    assert {c: str(t) for c, t in frame.dtypes.items()} == {c.name: c.dtype for c in FRAMES[name]}
    assert frame.index.equals(pd.RangeIndex(0))


@pytest.mark.parametrize("name", FRAMES)
def test_closed_sets_keep_all_categories_in_their_order(name: str) -> None:
    frame = build_frame(name, [])
    for column in FRAMES[name]:
        if column.allowed:
            assert tuple(frame[column.name].cat.categories) == column.allowed


def test_missing_keys_are_missing_values() -> None:
    frame = build_frame("topics", [HIT])
    assert frame[["statement_id", "meeting_id"]].isna().all(axis=None)
    assert frame.loc[0, ["start", "end"]].tolist() == [3, 9]


def test_rows_may_come_from_a_generator() -> None:
    assert build_frame("people", (PERSON for _ in range(3)))["in_roster"].tolist() == [False] * 3


def test_rows_are_not_changed() -> None:
    row = dict(HIT)
    build_frame("topics", [row])
    assert row == HIT


@pytest.mark.parametrize("missing", [None, pd.NA, pd.NaT, float("nan")])
def test_a_missing_value_where_none_may_be(missing: Any) -> None:
    with pytest.raises(FrameError) as caught:
        build_frame("topics", [HIT, HIT | {"topic": missing}])
    assert str(caught.value) == (
        "Frame 'topics', column 'topic', row 1: the value is missing but the column does not allow that. "
        "Give every row a value."
    )


def test_values_outside_a_closed_set() -> None:
    row = {"article_id": "a.txt", "start": 0, "end": 3, "surface": "Ana"}
    with pytest.raises(FrameError) as caught:
        build_frame("mentions", [row | {"kind": k} for k in ("person", "thing", "animal", "thing")])
    assert str(caught.value) == (
        "Frame 'mentions', column 'kind': ['animal', 'thing'] not allowed. "
        "Allowed: ['person', 'role', 'place', 'date']. Correct the rows."
    )


def test_conform_casts_a_table_of_text() -> None:
    row = {"kind": "date", "start": "3", "end": "9", "surface": "Friday", "value": pd.NA, "article_id": "a"}
    row |= {"date_start": "2023-05-19", "date_end": "2023-05-19"}
    table = pd.DataFrame([row], dtype="string")
    before = table.copy(deep=True)
    expected = build_frame(
        "mentions",
        [
            row
            | {"start": 3, "end": 9, "value": None}
            | {k: pd.Timestamp(row[k]) for k in ("date_start", "date_end")}
        ],
    )
    pd.testing.assert_frame_equal(conform("mentions", table), expected)
    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize(
    "text",
    [
        "True",
        pytest.param(
            "False",
        ),
    ],
)
def test_conform_reads_a_truth_value_from_text(text: str) -> None:
    table = pd.DataFrame([{k: str(v) for k, v in PERSON.items()} | {"in_roster": text}], dtype="string")
    for column in ("name", "country", "role"):
        table[column] = pd.NA
    assert conform("people", table)["in_roster"].tolist() == [text == "True"]


def test_conform_puts_columns_in_their_order() -> None:
    table = build_frame("topics", [HIT])
    shuffled = table[table.columns[::-1]]
    pd.testing.assert_frame_equal(conform("topics", shuffled), table)


def test_conform_gives_a_fresh_index() -> None:
    table = build_frame("topics", [HIT, HIT])
    table.index = pd.Index([7, 7])
    assert conform("topics", table).index.equals(pd.RangeIndex(2))


def test_conform_names_missing_and_unknown_columns() -> None:
    table = build_frame("topics", [HIT]).rename(columns={"term": "word", "topic": "Topic"})
    with pytest.raises(FrameError) as caught:
        conform("topics", table)
    assert str(caught.value) == (
        "Frame 'topics' has the wrong columns: missing ['term', 'topic'], unknown ['Topic', "
        "'word']. Allowed: "
        "['article_id', 'topic', 'term', 'start', 'end', 'statement_id', 'meeting_id']. "
        "Write it again with `python -m helpers extract`."
    )


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (
            "start",
            "three",
            "Frame 'mentions', column 'start': invalid literal for int() with base 10: 'three'. "
            "Allowed: whole numbers. Correct the rows.",
        ),
        (
            "start",
            "3.5",
            "Frame 'mentions', column 'start': invalid literal for int() with base 10: '3.5'. "
            "Allowed: whole numbers. Correct the rows.",
        ),
        (
            "date_start",
            "2023-13-40",
            "Frame 'mentions', column 'date_start': month must be in 1..12: 2023-13-40. "
            "Allowed: days of the calendar, YYYY-MM-DD. Correct the rows.",
        ),
    ],
)
def test_conform_names_frame_and_column_of_a_value_that_cannot_be_cast(
    column: str, value: str, message: str
) -> None:
    row = {"article_id": "a", "kind": "date", "start": "3", "end": "9", "surface": "Friday", "value": pd.NA}
    row |= {"date_start": "2023-05-19", "date_end": "2023-05-19", column: value}
    with pytest.raises(FrameError) as caught:
        conform("mentions", pd.DataFrame([row], dtype="string"))
    assert str(caught.value) == message


def test_conform_refuses_a_truth_value_that_is_none() -> None:
    table = pd.DataFrame([{k: str(v) for k, v in PERSON.items()} | {"in_roster": "maybe"}], dtype="string")
    for column in ("name", "country", "role"):
        table[column] = pd.NA
    with pytest.raises(FrameError) as caught:
        conform("people", table)
    assert str(caught.value) == (
        "Frame 'people', column 'in_roster': ['maybe'] not allowed. Allowed: true, false. Correct the rows."
    )


def test_columns_that_others_rely_on() -> None:
    relied_on = {
        "articles": "article_id source title outlet url language text sha256 start end edtf date_basis",
        "mentions": "article_id kind start end surface value date_start date_end",
        "people": "person_id name country role in_roster n_meetings n_articles",
        "meetings": "meeting_id status mode start end edtf date_basis place place_country event n_articles",
        "participations": "meeting_id person_id name role country kind side resolved_by candidates",
        "evidence": "meeting_id article_id field start end surface rule",
        "statements": "statement_id article_id person_id name cue kind start end surface",
        "topics": "article_id topic term start end statement_id meeting_id",
    }
    assert list(FRAMES) == list(relied_on)
    assert {name: set(text.split()) - set(column_names(name)) for name, text in relied_on.items()} == {
        name: set() for name in relied_on
    }


def test_keys_are_columns_that_cannot_be_missing() -> None:
    for frame, key in KEYS.items():
        columns = {c.name: c for c in FRAMES[frame]}
        assert not any(columns[k].nullable for k in key)


def test_data_dictionary_has_every_column_once_in_order() -> None:
    table = data_dictionary()
    assert list(table.columns) == ["frame", "column", "dtype", "allowed", "nullable", "meaning"]
    named = list(zip(table["frame"], table["column"], strict=True))
    assert named == [(frame, c) for frame in FRAMES for c in column_names(frame)]
    assert table["nullable"].dtype == bool


def test_data_dictionary_explains_every_column_in_one_sentence() -> None:
    for row in data_dictionary().itertuples():
        assert re.fullmatch(r"(?:[A-Z]|person_id).*\.", str(row.meaning)), (
            f"{row.frame}.{row.column}: {row.meaning}"
        )


def test_data_dictionary_lists_closed_sets() -> None:
    table = data_dictionary().set_index(["frame", "column"])
    assert table.loc[("meetings", "status"), "allowed"] == ", ".join(schema.STATUSES)
    assert table.loc[("meetings", "place"), "allowed"] == ""
    closed = table["dtype"] == "category"
    assert (closed == (table["allowed"] != "")).all()
