"""Tables: readable labels, days as ISO text, inert text, and no network."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from itables.javascript import to_html_datatable

from helpers.errors import FilterError
from helpers.show.tables import MAX_CELL, show_table

#: How a page takes a script, a style sheet or a picture from elsewhere.
LOADS = re.compile(r"""(?:src\s*=\s*|<link[^>]*href\s*=\s*|from\s+|import\()["']https?:""")
HOSTILE = "<script>alert('x')</script>"


def test_labels_are_readable_and_days_are_iso() -> None:
    frame = pd.DataFrame(
        {
            "meeting_id": pd.Series(["m-1", "m-2"], dtype="string"),
            "start": pd.Series(pd.to_datetime(["2023-05-18", None])).astype("datetime64[s]"),
            "place_country": pd.Series([None, "FR"], dtype="string"),
            "status": pd.Categorical(["held", "planned"]),
            "in_roster": [True, False],
            "n_articles": [1, 12],
        }
    )
    before = frame.copy(deep=True)
    table = show_table(frame).table
    assert table.columns.tolist() == [
        "meeting", "first day", "country of place", "status", "in office table", "articles",
    ]  # fmt: skip
    assert table.iloc[0].tolist() == ["m-1", "2023-05-18", "", "held", "yes", 1]
    assert table.iloc[1].tolist() == ["m-2", "", "FR", "planned", "no", 12]
    pd.testing.assert_frame_equal(frame, before)


def test_bounds_are_days_or_characters_by_what_they_hold() -> None:
    days = pd.to_datetime(pd.Series(["2023-05-18"]))
    assert show_table(pd.DataFrame({"start": days, "end": days})).table.columns.tolist() == [
        "first day",
        "last day",
    ]
    spans = show_table(pd.DataFrame({"start": [3], "end": [9]})).table
    assert spans.columns.tolist() == ["from character", "to character"]


def test_fractions_are_short_and_codes_have_no_underscores() -> None:
    frame = pd.DataFrame({"share": [10 / 47], "mode": ["in_person"], "text": ["in_person"], "n_hits": [10]})
    table = show_table(frame).table
    assert table.iloc[0].tolist() == [0.213, "in person", "in_person", 10]
    assert table.columns.tolist() == ["share", "mode", "text", "hits"]


def test_words_stand_at_the_left_and_numbers_at_the_right() -> None:
    html = show_table(pd.DataFrame({"n_hits": [1], "name": ["Ana Arden"]}))._repr_html_()
    assert re.search(r'"className": "dt-left", "targets": \[1\]', html)


def test_columns_whose_labels_would_be_alike_keep_their_names() -> None:
    table = show_table(pd.DataFrame({"meetings": [1], "n_meetings": [2]})).table
    assert table.columns.tolist() == ["meetings", "n_meetings"]


def test_columns_can_be_hidden_and_a_named_index_is_a_column() -> None:
    frame = pd.DataFrame({"a": [1], "b": [2]}, index=pd.Index(["x"], name="key"))
    assert show_table(frame, hidden=["b"]).table.columns.tolist() == ["key", "a"]


def test_an_unknown_hidden_column_is_refused() -> None:
    with pytest.raises(FilterError) as caught:
        show_table(pd.DataFrame({"a": [1], "b": [2]}), hidden=["c"])
    assert str(caught.value) == (
        "Unknown column 'c' in show_table(hidden=…). Allowed: 'a', 'b'. Correct the name, or leave it out."
    )


def test_nothing_in_a_table_becomes_markup() -> None:
    frame = pd.DataFrame({"person_id": [HOSTILE, "</script>" + HOSTILE], HOSTILE: ["<img src=x>", "&amp;"]})
    html = show_table(frame, caption=HOSTILE)._repr_html_()
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "&lt;script&gt;alert" in html


def test_a_table_loads_nothing_and_has_a_static_twin() -> None:
    frame = pd.DataFrame({"name": ["Ana Arden"]})
    html = show_table(frame, caption="Who")._repr_html_()
    assert LOADS.findall(html) == []
    assert re.search(r"<td[^>]*>Ana Arden</td>", html)
    assert LOADS.findall(to_html_datatable(frame, connected=True)) != []


def test_long_cells_are_cut_and_empty_frames_are_tables() -> None:
    assert len(show_table(pd.DataFrame({"name": ["x" * 5000]})).table["name"][0]) == MAX_CELL
    empty = show_table(pd.DataFrame({"name": pd.Series([], dtype="string")}))
    assert empty.table.shape == (0, 1)
    assert "<table" in empty._repr_html_()


def test_elsewhere_the_first_rows_are_plain_text() -> None:
    assert repr(show_table(pd.DataFrame({"n_meetings": range(22)}), caption="Count")).splitlines()[::21] == [
        "Count",
        "       19",
    ]
    assert repr(show_table(pd.DataFrame({"n_meetings": range(22)}))).endswith("\n… 2 more rows")
