"""Days as bounds with a meaning, and their EDTF strings."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.days import Days, day, intersect, month, one_of, parse_edtf, since, span, until, within, year

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@st.composite
def values(draw: st.DrawFn) -> Days:
    a, b = sorted((draw(DAYS), draw(DAYS)))
    some = tuple(draw(st.lists(DAYS, min_size=1, max_size=12)))
    known = (day(a), span(a, b), within(a, b), one_of(some), month(a.year, a.month), year(a.year))
    return draw(st.sampled_from((*known, since(a), until(b))))


@pytest.mark.parametrize(
    ("edtf", "n_days"),
    [
        ("2022-05-11", 1),
        ("2025-03-05/2025-03-06", 2),
        ("[2022-09-21..2022-10-25]", 35),
        ("[2022-09-27,2022-10-04,2022-10-11]", 15),
        ("2024-02", 29),
        ("1943", 365),
    ],
)
def test_edtf_is_read_back_as_it_was_written(edtf: str, n_days: int) -> None:
    assert parse_edtf(edtf).edtf == edtf
    assert parse_edtf(edtf).n_days == n_days


@given(values())
def test_every_value_survives_its_edtf(value: Days) -> None:
    assert parse_edtf(value.edtf) == value


@pytest.mark.parametrize("edtf", ["[2022-09-21..]", "[..2022-10-25]"])
def test_an_open_side_is_written_as_two_dots(edtf: str) -> None:
    value = parse_edtf(edtf)
    assert value.is_open
    assert value.edtf == edtf


def test_the_days_of_an_open_value_cannot_be_listed() -> None:
    with pytest.raises(ValueError) as error:
        since(date(2022, 9, 21)).candidates()
    assert str(error.value) == (
        "Days [2022-09-21..] has an open side: it has no list of days. Use start and end."
    )


def test_neighbouring_days_are_bounds_and_distant_ones_are_listed() -> None:
    assert one_of((date(2022, 5, 12), date(2022, 5, 11))).edtf == "[2022-05-11..2022-05-12]"
    assert one_of((date(2022, 5, 18), date(2022, 5, 11))).edtf == "[2022-05-11,2022-05-18]"
    assert one_of((date(2022, 5, 11),)) == day(date(2022, 5, 11))


def test_no_day_at_all_is_refused() -> None:
    with pytest.raises(ValueError) as error:
        one_of(())
    assert str(error.value) == "one_of() got no day; give at least one."


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ("2022-05", "[2022-05-30..2022-06-02]", "[2022-05-30..2022-05-31]"),
        ("2022-05", "2022-05-11", "2022-05-11"),
        ("2022", "2022-05", "2022-05"),
        ("[2022-05-03,2022-05-10]", "[2022-05-04..2022-05-31]", "2022-05-10"),
        ("2025-03-05/2025-03-06", "2025-03", "2025-03-05/2025-03-06"),
        ("2025-03-05/2025-03-08", "[2025-03-07..2025-03-30]", "2025-03-07/2025-03-08"),
        ("[2022-09-21..]", "[..2022-10-25]", "[2022-09-21..2022-10-25]"),
        ("2022-05-11", "2022-05-12", None),
    ],
)
def test_intersect_keeps_what_both_allow(a: str, b: str, both: str | None) -> None:
    left = intersect(parse_edtf(a), parse_edtf(b))
    assert (left.edtf if left else None) == both
    assert intersect(parse_edtf(b), parse_edtf(a)) == left


@given(values(), values())
def test_intersect_never_widens(a: Days, b: Days) -> None:
    left = intersect(a, b)
    if left is not None:
        assert max(a.start, b.start) <= left.start <= left.end <= min(a.end, b.end)
    assert (left is not None) == a.overlaps(b)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "[..]", "2022-05-11/2022-05-10", "[2022-05-11..2022-05-10]", "2022-5-1"]
)
def test_what_is_no_edtf_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as error:
        parse_edtf(text)
    assert str(error.value) == (
        f"Cannot read EDTF {text!r}. Allowed: 'YYYY-MM-DD', 'YYYY-MM', 'YYYY', 'day/day', '[day..day]', "
        "'[day..]', '[..day]', '[day,day,…]' in ascending order. Correct the value."
    )


@pytest.mark.parametrize("text", ["2023-02-31", "2023-13", "0000"])
def test_an_impossible_day_is_refused(text: str) -> None:
    with pytest.raises(
        ValueError, match=rf"Impossible date in EDTF '{text}': .+\. Use a day of the calendar\."
    ):
        parse_edtf(text)
