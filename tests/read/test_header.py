"""The date header of a crawl is the publication date."""

from __future__ import annotations

import warnings

import pytest

from helpers.errors import DateWarning
from helpers.read.header import find_date_header


@pytest.mark.parametrize(
    ("text", "edtf", "header"),
    [
        (" date 2022-05-12 The envoys met.", "2022-05-12", "date 2022-05-12"),
        (" date 2022-05\n\nThe envoys met.", "2022-05", "date 2022-05"),
        ("\n\ndate 2022-5-2\n", "2022-05-02", "date 2022-5-2"),
        ("Date: 2022-05-12T10:30:00Z\nThey met.", "2022-05-12", "Date: 2022-05-12T10:30:00Z"),
        ("\u00a0date\u00a02022-05-12\u00a0They met.", "2022-05-12", "date\u00a02022-05-12"),
        ("date 2022-05-12", "2022-05-12", "date 2022-05-12"),
    ],
)
def test_header_is_read(text: str, edtf: str, header: str) -> None:
    found = find_date_header(text, "a.txt")
    assert found is not None
    assert found.published.edtf == edtf
    assert (text[found.mask.start : found.mask.end], found.mask.rule) == (header, "date_header")


@pytest.mark.parametrize(
    "text",
    [
        "The date 2022-05-12 was set.",
        "date palms 2022-05-12",
        "date 2022 was late",
        "date 2022-05-123",
        "date 2022-05-12-13",
        "update 2022-05-12",
        "They met. date 2022-05-12",
        "",
    ],
)
def test_other_beginnings_are_no_header(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert find_date_header(text, "a.txt") is None


@pytest.mark.parametrize("written", ["2022-13-40", "2023-02-29", "2022-00", "0000-05-12"])
def test_impossible_date_is_not_used(written: str) -> None:
    with pytest.warns(DateWarning) as caught:
        assert find_date_header(f" date {written} They met.", "sub/a.txt") is None
    assert [str(w.message) for w in caught] == [
        f"The date header 'date {written}' of 'sub/a.txt' is not in the calendar and was not used. "
        "Allowed: 'date YYYY-MM-DD' or 'date YYYY-MM'. Correct it, or give the date in index.csv."
    ]
