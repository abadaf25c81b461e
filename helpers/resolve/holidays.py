"""Holidays of the calendar that English-language news dates events by.

Fixed days and the rules of movable ones (Western Easter by the algorithm of
Meeus, Jones and Butcher; the US federal holidays by 5 U.S.C. 6103). To add one,
add a row to `_FIXED`, `_FROM_EASTER` or `_NTH_WEEKDAY`, and its words to the
rule "holiday" of `helpers.extract.dates_relative`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_FIXED: Final = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "valentines day": (2, 14),
    "may day": (5, 1),
    "victory day": (5, 9),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
}
#: Days from Easter Sunday.
_FROM_EASTER: Final = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "whit monday": 50,
}
#: Month, weekday, which one (-1 the last).
_NTH_WEEKDAY: Final = {
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}


def find_holiday(name: str, year: int) -> date | None:
    """Find the day of a holiday in a year.

    Parameters
    ----------
    name : str
        Lower case, no apostrophes: "new years eve", "easter monday".
    year : int
        A year from 1583, the first full one of the Gregorian calendar.

    Returns
    -------
    datetime.date or None
        None if the holiday is not in the table, or the year out of range.

    Examples
    --------
    >>> find_holiday("good friday", 2024), find_holiday("thanksgiving", 2023)
    (datetime.date(2024, 3, 29), datetime.date(2023, 11, 23))
    """
    if not 1583 <= year <= 9998:
        return None
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(_FROM_EASTER[name])
    if name in _NTH_WEEKDAY:
        month, weekday, n = _NTH_WEEKDAY[name]
        first = date(year, month, 1) + timedelta((weekday - date(year, month, 1).weekday()) % 7)
        days = [first + timedelta(7 * i) for i in range(5) if (first + timedelta(7 * i)).month == month]
        return days[n - 1 if n > 0 else n]
    return None


def _easter(year: int) -> date:
    """Return Western Easter Sunday."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, rest = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, rest + 1)
