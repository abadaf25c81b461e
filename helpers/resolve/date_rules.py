"""The meaning of every kind of date symbol, relative to one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from helpers.days import Days, day, month, one_of, span, within, year
from helpers.extract.dates_symbols import (
    Absolute,
    Anniversary,
    Between,
    Holiday,
    MonthRef,
    OneOf,
    Recently,
    RelativeUnit,
    SeasonRef,
    Shifted,
    Symbol,
    WeekdayRef,
    WeekOf,
    Window,
    YearPart,
    YearRef,
)
from helpers.resolve.calendar_units import (
    A_FEW,
    UNIT_DAYS,
    add_months,
    move,
    part_of_month,
    part_of_year,
    third,
    union,
    unit_bounds,
)
from helpers.resolve.holidays import find_holiday

#: A day without a year that is as near as this is that day, whatever the tense: news give
#: the year of a day that is ten months away, and "was due on 15 October" is no past.
NEAR: Final = 60
#: Seasons of the northern half: from the meteorological start to the astronomical end.
_SEASONS: Final = {"spring": ((3, 1), (6, 20)), "summer": ((6, 1), (9, 22)), "autumn": ((9, 1), (12, 20)),
                   "winter": ((12, 1), (3, 20))}  # fmt: skip


def resolve_on(symbol: Symbol, anchor: date, tense: str) -> Days | None:
    """Resolve against one day."""
    return _RESOLVERS[type(symbol)](symbol, anchor, tense)


def _try_day(year_: int, month_: int, day_: int) -> date | None:
    """Return the day if the calendar has it."""
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None


def _nearest(options: Iterable[tuple[date, date]], anchor: date, tense: str) -> tuple[date, date] | None:
    """Choose among intervals the one that anchor and tense point to."""
    known = sorted(options)
    if tense == "past":
        known = [o for o in known if o[0] <= anchor] or known[:1]
        return known[-1] if known else None
    if tense == "future":
        known = [o for o in known if o[1] >= anchor] or known[-1:]
        return known[0] if known else None

    def distance(option: tuple[date, date]) -> tuple[int, date]:
        gap = max((option[0] - anchor).days, (anchor - option[1]).days, 0)
        return gap, option[0]

    return min(known, key=distance, default=None)


def _day_of_month(number: int, anchor: date, tense: str) -> Days | None:
    months = [add_months(anchor.replace(day=1), i) for i in (-2, -1, 0, 1, 2)]
    known = [d for m in months if (d := _try_day(m.year, m.month, number))]
    found = _nearest([(d, d) for d in known], anchor, tense)
    return None if found is None else day(found[0])


def _absolute(symbol: Absolute, anchor: date, tense: str) -> Days | None:
    number_of_month = symbol.month
    if number_of_month is None:
        return _day_of_month(symbol.day, anchor, tense)
    if symbol.year is not None or symbol.year_offset is not None:
        number = symbol.year if symbol.year is not None else anchor.year + (symbol.year_offset or 0)
        one = _try_day(number, number_of_month, symbol.day)
        return None if one is None else day(one)
    reach = 1 if symbol.weekday is None else 6
    leap = 4 if (number_of_month, symbol.day) == (2, 29) else 0
    years = range(max(1, anchor.year - reach - leap), min(9999, anchor.year + reach + leap) + 1)
    days = [d for y in years if (d := _try_day(y, number_of_month, symbol.day))]
    if symbol.weekday is not None:  # a weekday that fits no near year is a slip of the pen
        days = [d for d in days if d.weekday() == symbol.weekday and abs((d - anchor).days) < 700] or days
    found = _nearest([(d, d) for d in days], anchor, "")
    if found is not None and abs((found[0] - anchor).days) > NEAR:
        found = _nearest([(d, d) for d in days], anchor, tense)
    return None if found is None else day(found[0])


def _month_ref(symbol: MonthRef, anchor: date, tense: str) -> Days | None:
    if symbol.year is not None:
        return part_of_month(symbol.year, symbol.month, symbol.part)
    if symbol.year_offset is not None:
        return part_of_month(anchor.year + symbol.year_offset, symbol.month, symbol.part)
    options = [part_of_month(anchor.year + i, symbol.month, symbol.part) for i in (-1, 0, 1)]
    here = (anchor.year, anchor.month)
    if symbol.direction in ("last", "past", "previous"):
        options = [o for o in options if (o.start.year, o.start.month) < here]
        tense = "past"
    elif symbol.direction in ("next", "coming", "following"):
        options = [o for o in options if (o.start.year, o.start.month) > here]
        tense = "future"
    elif symbol.direction == "this":
        options = [options[1]]
    elif symbol.direction == "that":  # the month after or around the expression before
        tense = ""
    found = _nearest([(o.start, o.end) for o in options], anchor, tense)
    return next((o for o in options if found == (o.start, o.end)), None)


def _year_ref(symbol: YearRef, anchor: date, tense: str) -> Days | None:
    return part_of_year(symbol.year, symbol.part)


def _year_part(symbol: YearPart, anchor: date, tense: str) -> Days | None:
    number = symbol.year if symbol.year is not None else anchor.year + (symbol.year_offset or 0)
    length = 12 // symbol.of
    return within(
        date(number, (symbol.number - 1) * length + 1, 1), month(number, symbol.number * length).end
    )


def _season_ref(symbol: SeasonRef, anchor: date, tense: str) -> Days | None:
    def of(number: int) -> Days:
        first, last = _SEASONS[symbol.season]
        return within(date(number, *first), date(number + (last < first), *last))

    if symbol.year is not None:
        if symbol.season == "winter":  # "winter 2022" is either of two
            return within(date(symbol.year, 1, 1), of(symbol.year).end)
        return of(symbol.year)
    options = [of(anchor.year + i) for i in (-2, -1, 0, 1)]
    if symbol.direction in ("last", "past", "previous"):
        options, tense = [o for o in options if o.end < anchor], "past"
    elif symbol.direction in ("next", "coming"):
        options, tense = [o for o in options if o.start > anchor], "future"
    found = _nearest([(o.start, o.end) for o in options], anchor, tense)
    return None if found is None else within(*found)


def _weekday_ref(symbol: WeekdayRef, anchor: date, tense: str) -> Days | None:
    monday = anchor - timedelta(anchor.weekday())
    if symbol.week is not None:
        return day(monday + timedelta(7 * symbol.week + symbol.weekday))
    back = timedelta((anchor.weekday() - symbol.weekday) % 7)
    ahead = timedelta((symbol.weekday - anchor.weekday()) % 7)
    week = timedelta(7)
    before = anchor - (back or week)
    after = anchor + (ahead or week)
    match symbol.direction:
        case "past" | "previous":
            return day(before)
        case "coming" | "following":
            return day(after)
        case "this":
            return day(monday + timedelta(symbol.weekday))
        case "last":  # said on Friday, "last Wednesday" may be this week's or last week's
            return day(before) if before < monday else one_of((before, before - week))
        case "next":
            return day(after) if after >= monday + week else one_of((after, after + week))
        case "that":
            return day(anchor + ahead)
    return day(anchor + ahead) if tense == "future" else day(anchor - back)


def _weekend_offset(direction: str, weekday: int, tense: str) -> int:
    """Return -1 for the weekend that is over, 0 for the one to come, said from Monday to Friday."""
    if tense == "future":
        return 0
    if direction == "this":  # from Thursday on it is the one to come, whatever the tense
        return -1 if tense == "past" and weekday < 3 else 0
    return -1


def _relative_unit(symbol: RelativeUnit, anchor: date, tense: str) -> Days | None:
    unit, offset = symbol.unit, symbol.offset
    if unit == "weekend" and offset == 0 and symbol.base == "anchor" and anchor.weekday() < 5:
        offset = _weekend_offset(symbol.direction, anchor.weekday(), tense)
    whole = unit_bounds(unit, offset, anchor)
    if whole.n_days < 4:
        return whole
    if symbol.part in ("early", "mid", "late"):
        return third(whole, symbol.part)
    if symbol.base == "anchor" and offset == 0:
        if symbol.part == "earlier" or (tense == "past" and symbol.part == ""):
            return within(whole.start, anchor)
        if symbol.part == "later" or tense == "future":
            return within(anchor, whole.end)
    return whole


def _shifted(symbol: Shifted, anchor: date, tense: str) -> Days | None:
    unit, sign = symbol.unit, symbol.sign
    if symbol.count is None:
        few = move(anchor, sign * A_FEW[unit], unit)
        near = move(anchor, sign, unit) if unit not in ("hour",) else anchor
        return within(min(few, near), max(few, near))
    if unit == "hour":
        full, rest = divmod(symbol.count, 24)
        near, far = anchor + timedelta(sign * full), anchor + timedelta(sign * (full + bool(rest)))
        return within(min(near, far), max(near, far))
    target = move(anchor, sign * symbol.count, unit)
    if unit == "day" or (symbol.base == "expression" and unit in UNIT_DAYS):
        return day(target)
    half = {"week": 3, "weekend": 3, "fortnight": 6, "month": 15, "quarter": 45, "year": 183}.get(unit, 1826)
    start, end = target - timedelta(half), target + timedelta(half)
    return within(start, min(end, anchor)) if sign < 0 else within(max(start, anchor), end)


def _window(symbol: Window, anchor: date, tense: str) -> Days | None:
    count = A_FEW[symbol.unit] if symbol.count is None else symbol.count
    if symbol.unit == "hour":
        count = -(-count // 24) * 24
    far = move(anchor, symbol.sign * count, symbol.unit)
    return within(min(anchor, far), max(anchor, far))


def _between(symbol: Between, anchor: date, tense: str) -> Days | None:
    last = resolve_on(symbol.last, anchor, tense)
    if last is None:
        return None
    first = resolve_on(symbol.first, anchor, tense)
    if _is_loose(symbol.first):  # it lies before the last: in the same year, the same week
        first = resolve_on(symbol.first, last.start, "past")
    if first is None or first.start > last.end:
        return None
    return (span if symbol.lasts else within)(first.start, last.end)


def _is_loose(symbol: Symbol) -> bool:
    """Tell whether the symbol returns every week or year."""
    if isinstance(symbol, Absolute | MonthRef):
        return symbol.year is None and symbol.year_offset is None
    return isinstance(symbol, WeekdayRef)


def _one_of_symbols(symbol: OneOf, anchor: date, tense: str) -> Days | None:
    return union(resolve_on(option, anchor, tense) for option in symbol.options)


def _week_of(symbol: WeekOf, anchor: date, tense: str) -> Days | None:
    inner = resolve_on(symbol.day, anchor, tense)
    return None if inner is None else unit_bounds(symbol.unit, 0, inner.start)


def _holiday(symbol: Holiday, anchor: date, tense: str) -> Days | None:
    if symbol.year is not None:
        found = find_holiday(symbol.name, symbol.year)
        return None if found is None else day(found)
    tense = {"last": "past", "past": "past", "next": "future"}.get(symbol.direction, tense)
    days = [d for i in (-1, 0, 1) if (d := find_holiday(symbol.name, anchor.year + i))]
    nearest = _nearest([(d, d) for d in days], anchor, tense)
    return None if nearest is None else day(nearest[0])


def _anniversary(symbol: Anniversary, anchor: date, tense: str) -> Days | None:
    return None if symbol.base_year is None else year(symbol.base_year + symbol.number)


def _recently(symbol: Recently, anchor: date, tense: str) -> Days | None:
    return None


_RESOLVERS: Final[dict[type, Callable[..., Days | None]]] = {
    Absolute: _absolute,
    MonthRef: _month_ref,
    YearRef: _year_ref,
    YearPart: _year_part,
    SeasonRef: _season_ref,
    WeekdayRef: _weekday_ref,
    RelativeUnit: _relative_unit,
    Shifted: _shifted,
    Window: _window,
    Between: _between,
    OneOf: _one_of_symbols,
    WeekOf: _week_of,
    Holiday: _holiday,
    Anniversary: _anniversary,
    Recently: _recently,
}
