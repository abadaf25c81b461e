"""Datelines of all common forms are read; sentences that look alike are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.dateline import find_dateline
from helpers.extract.dates import find_dates


def read(text: str) -> tuple[str, str, str] | None:
    """Return span, place and date of the dateline as text."""
    line = find_dateline(text, find_dates(text))
    if line is None:
        return None
    date = text[line.date.start : line.date.end] if line.date else ""
    return text[line.start : line.end].strip(), line.place, date


@pytest.mark.parametrize(
    ("text", "span", "place", "date"),
    [
        (
            "Riga LV, 18 January 2023 (BNA): Ministers met.",
            "Riga LV, 18 January 2023 (BNA):",
            "Riga LV",
            "18 January 2023",
        ),
        ("OSLO, May 11 (NTB) - Ministers met.", "OSLO, May 11 (NTB) -", "OSLO", "May 11"),
        ("OSLO, May 11 (NTB) -- Ministers met.", "OSLO, May 11 (NTB) --", "OSLO", "May 11"),
        ("A title\n\nNEW DELHI, Sept. 3 — He met her.", "NEW DELHI, Sept. 3 —", "NEW DELHI", "Sept. 3"),
        (
            "Bern, Suisse, 5 May 2025 (SDA) - He",
            "Bern, Suisse, 5 May 2025 (SDA) -",
            "Bern, Suisse",
            "5 May 2025",
        ),
        ("OSLO, 12 May 2022\nMinisters met.", "OSLO, 12 May 2022", "OSLO", "12 May 2022"),
        ("Oslo. 12 May 2022. NTB. Ministers met.", "Oslo. 12 May 2022.", "Oslo", "12 May 2022"),
        ("OSLO – Ministers met on Monday.", "OSLO –", "OSLO", ""),
        ("UNITED NATIONS (NTB) — Ministers met.", "UNITED NATIONS (NTB) —", "UNITED NATIONS", ""),
        ("Oslo (NTB) - Ministers met.", "Oslo (NTB) -", "Oslo", ""),
        ("Talks end (Rabat - 11th May, 2022) They", "(Rabat - 11th May, 2022)", "Rabat", "11th May, 2022"),
        (
            "A title\n\nFriday, October 4, 2019\u00a0\n\nThey",
            "Friday, October 4, 2019",
            "",
            "Friday, October 4, 2019",
        ),
        ("A title\nMarch 13, 2023\n\nThey met.", "March 13, 2023", "", "March 13, 2023"),
        ("For Immediate Release\nDecember 7, 2021\nThey met.", "December 7, 2021", "", "December 7, 2021"),
        ("Updated: May 11, 2022 10:30 AM\nThey met.", "Updated: May 11, 2022", "", "May 11, 2022"),
        ("By Ann Lee, May 11, 2022\nThey met.", "By Ann Lee, May 11, 2022", "", "May 11, 2022"),
    ],
)  # fmt: skip
def test_a_dateline_is_read(text: str, span: str, place: str, date: str) -> None:
    assert read(text) == (span, place, date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In Kigali, May 5, 2022, the ministers met.",
        "They met in Oslo, May 5 - a day late.",
        "They met on 12 May 2022 in Oslo.",
        "The winner – a surprise – was she.",
        "March 5\nA heading without a year.",
        "x" * 500 + "\nOSLO, May 11 (NTB) - Ministers met.",
    ],
)
def test_what_is_no_dateline_is_left_alone(text: str) -> None:
    assert read(text) is None


def test_blanked_boilerplate_does_not_count_as_the_head() -> None:
    text = " " * 5_000 + "\nOSLO, May 11 (NTB) - Ministers met."
    assert read(text) == ("OSLO, May 11 (NTB) -", "OSLO", "May 11")


def test_a_place_line_takes_the_day_from_the_date_line() -> None:
    text = "A title\nMarch 13, 2023\n\nOSLO – Ministers met."
    assert read(text) == ("OSLO –", "OSLO", "March 13, 2023")


@given(st.text(alphabet="OSL Oslo,.-–:()\n May11 2022 Updated", max_size=120))
def test_spans_lie_in_the_text(text: str) -> None:
    line = find_dateline(text, find_dates(text))
    if line is not None:
        assert 0 <= line.start < line.end <= len(text)
        assert line.place in text
