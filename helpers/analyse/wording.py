"""Words for days and participants, as tables and figures print them."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd

from helpers.days import parse_edtf

#: How well a date is known, from best to not at all; values of ``certainty``.
CERTAINTIES = ("day", "span", "one_of", "within", "month", "year", "none")

#: Days of a date named one by one; of more, the first and the last.
MAX_DAYS_NAMED = 4

_DAY = r"\d{4}-\d{2}-\d{2}"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def read_certainty(table: pd.DataFrame) -> pd.Series:
    """Tell for every row how well its date is known.

    Parameters
    ----------
    table : DataFrame
        With the columns ``start``, ``end`` and ``edtf`` of the meetings or
        articles frame.

    Returns
    -------
    Series
        Categorical of `CERTAINTIES`, index of `table`. An EDTF string that is
        not understood counts as ``within`` its bounds.
    """
    edtf = table["edtf"].astype("string").fillna("")
    bounded = table["start"].notna() | table["end"].notna()
    known = pd.Series("none", index=table.index, dtype="object")
    known[bounded] = "within"
    known[bounded & table["start"].eq(table["end"]) & edtf.eq("")] = "day"
    known[edtf.str.fullmatch(r"\d{4}")] = "year"
    known[edtf.str.fullmatch(r"\d{4}-\d{2}")] = "month"
    known[edtf.str.fullmatch(_DAY)] = "day"
    known[edtf.str.fullmatch(rf"{_DAY}/{_DAY}")] = "span"
    known[edtf.str.startswith("[") & edtf.str.contains(",", regex=False)] = "one_of"
    return pd.Series(pd.Categorical(known, categories=list(CERTAINTIES)), index=table.index)


def describe_day(day: date) -> str:
    """Return a day in words.

    Examples
    --------
    >>> describe_day(date(2022, 5, 11))
    '11 May 2022'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def describe_range(start: date, end: date) -> str:
    """Return two days in words, without saying the same month or year twice.

    Examples
    --------
    >>> describe_range(date(2025, 3, 5), date(2025, 3, 6))
    '5–6 March 2025'
    >>> describe_range(date(2022, 9, 21), date(2022, 10, 25))
    '21 September – 25 October 2022'
    """
    if start == end:
        return describe_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{describe_day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {describe_day(end)}"
    return f"{describe_day(start)} – {describe_day(end)}"


def describe_edtf(edtf: str) -> str:
    """Return in words what an EDTF string means; odd strings stay as they are.

    Parameters
    ----------
    edtf : str
        As the meetings and articles frames hold it.

    Returns
    -------
    str

    Examples
    --------
    >>> describe_edtf("[2022-09-21..2022-10-25]")
    'some day in 21 September – 25 October 2022'
    >>> describe_edtf("[2022-09-27,2022-10-04]")
    '27 September 2022 or 4 October 2022'
    >>> describe_edtf("[2023-01-17..2023-01-18]")
    '17 or 18 January 2023'
    >>> describe_edtf("2022-06")
    'some day in June 2022'
    >>> describe_edtf("[2022-09-27,2022-09-28,2022-10-04,2022-10-05,2022-10-11]")
    'one of 5 days in 27 September – 11 October 2022'
    """
    try:
        days = parse_edtf(edtf)
    except ValueError:
        return edtf
    if days.kind == "day":
        return describe_day(days.start)
    if days.kind == "month":
        return f"some day in {_MONTHS[days.start.month - 1]} {days.start.year}"
    if days.kind == "year":
        return f"some day in {days.start.year}"
    if days.kind == "one_of" and len(days.days) > MAX_DAYS_NAMED:
        return f"one of {len(days.days)} days in {describe_range(days.start, days.end)}"
    if days.kind == "one_of":
        words = [describe_day(d) for d in days.days]
        return ", ".join(words[:-1]) + " or " + words[-1]
    if days.kind == "within" and days.n_days == 2:
        return re.sub(" ?– ?", " or ", describe_range(days.start, days.end))
    between = describe_range(days.start, days.end)
    return between if days.kind == "span" else f"some day in {between}"


def describe_days(table: pd.DataFrame) -> pd.Series:
    """Return the date of every row in words; "day unknown" without any bound.

    Parameters
    ----------
    table : DataFrame
        With the columns ``start``, ``end`` and ``edtf``.

    Returns
    -------
    Series
        Strings, index of `table`.
    """
    edtf = table["edtf"].astype("string")
    words = edtf.map({e: describe_edtf(e) for e in edtf.dropna().unique()}).astype("string")
    start, end = table["start"], table["end"]
    words = words.mask(edtf.isna() & start.notna(), "from " + start.dt.strftime("%Y-%m-%d").astype("string"))
    words = words.mask(
        edtf.isna() & start.isna() & end.notna(), "until " + end.dt.strftime("%Y-%m-%d").astype("string")
    )
    both = edtf.isna() & start.notna() & end.notna()
    for row in table.index[both]:
        words[row] = "some day in " + describe_range(start[row].date(), end[row].date())
    return words.fillna("day unknown").astype("string")


def describe_participants(table: pd.DataFrame) -> pd.Series:
    """Return "Ben Wallace (GB)" for every row of a participations or people frame.

    Parameters
    ----------
    table : DataFrame
        With the columns ``name``, ``role``, ``country`` and ``person_id``. Without
        a name the role stands for it, without a role the key.

    Returns
    -------
    Series
        Strings, index of `table`.
    """
    names = table["name"].astype("string").fillna(table["role"].astype("string"))
    names = names.fillna(table["person_id"].astype("string"))
    country = table["country"].astype("string")
    return names.mask(country.notna(), names + " (" + country + ")").astype("string")
