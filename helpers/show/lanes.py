"""Lanes: where every mark of a timeline goes, so that nothing overlaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from helpers.days import parse_edtf
from helpers.show.time_axis import TimeAxis, build_time_axis

#: Height of one row of marks and room between two lanes, in inches.
ROW, PAD = 0.19, 0.11
#: Half the width of a marker with its air, in inches.
HALF = 0.075
#: Half the width at which an interval is drawn at least, so that it is seen.
MIN_HALF = 0.09
#: Room between a mark and its label, in inches.
GAP = 0.055
#: Width of the strip for meetings without a day, in inches.
UNDATED = 0.85

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Mark:
    """One meeting in one lane; places in inches from the top left of the axes.

    Attributes
    ----------
    meeting_id, status, certainty : str
        As in the timeline table.
    left, right, y : float
        Bounds of the date, and the height of the row.
    caps : tuple of float
        Where end caps stand: the bounds, or every day of "one of".
    label, label_x, align : str, float, str
        Short date, its place and side; empty if there is no room for labels.
    n : int
        How many meetings the mark stands for (only in the strip without days).
    """

    meeting_id: str
    status: str
    certainty: str
    left: float
    right: float
    y: float
    caps: tuple[float, ...] = ()
    label: str = ""
    label_x: float = 0.0
    align: str = "left"
    n: int = 1

    @property
    def x(self) -> float:
        """Where the marker stands."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name and its upper and lower edge in inches."""

    name: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All that is needed to draw a timeline.

    Attributes
    ----------
    axis : TimeAxis or None
        None if no meeting has a day.
    lanes, marks : tuple
        From top to bottom.
    height, width : float
        Inches.
    strip : float or None
        Where the strip without days begins; None if every meeting has one.
    n_widened : int
        Bars drawn longer than they are, so that they are seen.
    """

    axis: TimeAxis | None
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    height: float
    width: float
    strip: float | None
    n_widened: int = 0


def lay_out(
    table: pd.DataFrame,
    width: float,
    *,
    measure: Callable[[str], float],
    label_days: bool,
    two_lines: set[str],
) -> Layout:
    """Place the rows of a timeline table.

    Parameters
    ----------
    table : DataFrame
        From `helpers.analyse.timeline_table`, at least one row.
    width : float
        Room for the axes in inches.
    measure : callable
        Width of a label in inches.
    label_days : bool
        Whether a short date is written at every mark.
    two_lines : set of str
        Lanes whose names take two lines.

    Returns
    -------
    Layout
    """
    dated = table["certainty"] != "none"
    strip = width - UNDATED if not dated.all() else None
    room = width if strip is None else strip - 0.12
    axis, spans = None, pd.DataFrame(columns=["left", "right"], index=table.index, dtype="float64")
    if dated.any():
        first, last = _ordinals(table[dated])
        axis = build_time_axis(first, last, room, edge=MIN_HALF + 0.03)
        spans.loc[dated, "left"], spans.loc[dated, "right"] = axis.place(first), axis.place(last)
    lanes: list[Lane] = []
    marks: list[Mark] = []
    top = 0.0
    for _, rows in table.groupby("lane_order", sort=True):
        name = str(rows["lane"].iloc[0])
        placed = _pack(rows, spans, axis, room, measure, label_days)
        placed += _stack_undated(rows, strip)
        used = max([row for row, _ in placed], default=0) + 1
        height = max(used * ROW, 0.27 if name in two_lines else 0.0) + PAD
        offset = top + (height - used * ROW) / 2 + ROW / 2
        marks += [_lowered(mark, offset + row * ROW) for row, mark in placed]
        lanes.append(Lane(name, top, top + height))
        top += height
    short = spans["right"] - spans["left"] < 2 * MIN_HALF - 1e-6
    n_widened = int((short & dated & table["certainty"].ne("day")).sum())
    return Layout(axis, tuple(lanes), tuple(marks), top, width, strip, n_widened)


def short_days(certainty: str, start: pd.Timestamp, end: pd.Timestamp, edtf: str | None) -> str:
    """Return the label at a mark, such as "11 May" or "21 Sep–25 Oct".

    Examples
    --------
    >>> short_days("within", pd.Timestamp("2023-01-17"), pd.Timestamp("2023-01-18"), None)
    '17 or 18 Jan 2023'
    >>> short_days("month", pd.Timestamp("2022-06-01"), pd.Timestamp("2022-06-30"), "2022-06")
    'Jun 2022'
    """
    if certainty == "none":
        return ""
    if certainty == "month":
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if certainty == "year":
        return str(start.year)
    if pd.isna(start) or pd.isna(end):  # the stubs know no Timestamp that is missing
        one = "until" if pd.isna(start) else "from"  # type: ignore[unreachable]
        day = end if pd.isna(start) else start
        return f"{one} {_short(day)} {day.year}"
    if certainty == "one_of" and edtf:
        days = parse_edtf(edtf).days
        if len(days) <= 3 and (end - start).days > 1:
            return ", ".join(_short(d) for d in days[:-1]) + f" or {_short(days[-1])} {end.year}"
    if start == end:
        return f"{_short(start)} {start.year}"
    between = " or " if certainty != "span" and (end - start).days == 1 else "–"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{between}{_short(end)} {end.year}"
    if start.year != end.year:
        return f"{_short(start)} {start.year}{between}{_short(end)} {end.year}"
    return f"{_short(start)}{between}{_short(end)} {end.year}"


def _short(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _ordinals(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    epoch = date(1970, 1, 1).toordinal()
    start = table["start"].fillna(table["end"]).astype("datetime64[s]").to_numpy().astype("datetime64[D]")
    end = table["end"].fillna(table["start"]).astype("datetime64[s]").to_numpy().astype("datetime64[D]")
    return start.astype("int64") + epoch, end.astype("int64") + epoch


def _pack(
    rows: pd.DataFrame,
    spans: pd.DataFrame,
    axis: TimeAxis | None,
    room: float,
    measure: Callable[[str], float],
    label_days: bool,
) -> list[tuple[int, Mark]]:
    lines: list[list[tuple[float, float]]] = []
    out = []
    row: Any
    for row in rows[rows["certainty"] != "none"].itertuples():
        left, right = float(spans["left"][row.Index]), float(spans["right"][row.Index])
        if row.certainty != "day":
            middle = (left + right) / 2
            left, right = min(left, middle - MIN_HALF), max(right, middle + MIN_HALF)
        low, high = min(left, (left + right) / 2 - HALF), max(right, (left + right) / 2 + HALF)
        label, side = "", "left"
        if label_days and axis is not None:
            limits = _limits(axis, (left + right) / 2, room)
            label, side = _fit_label(row, low, high, [limits, (0.0, room)], measure)
        wide = measure(label) + 0.02 + GAP if label else 0.0
        taken = (low - wide, high) if side == "right" else (low, high + wide)
        number = next((i for i, used in enumerate(lines) if _is_free(used, taken)), len(lines))
        if number == len(lines):
            lines.append([])
        lines[number].append(taken)
        caps = _caps(row.certainty, row.start, row.end, row.edtf, axis, left, right)
        at = low - GAP if side == "right" else high + GAP
        out.append(
            (number, Mark(row.meeting_id, row.status, row.certainty, left, right, 0.0, caps, label, at, side))
        )
    return out


def _limits(axis: TimeAxis, x: float, room: float) -> tuple[float, float]:
    """Return between which places a label at x may stand: those of its segment."""
    segment = next(s for s in reversed(axis.segments) if x >= s.left or s is axis.segments[0])
    return segment.left, room if segment is axis.segments[-1] else segment.right


def _fit_label(
    row: Any, low: float, high: float, limits: list[tuple[float, float]], measure: Callable[[str], float]
) -> tuple[str, str]:
    """Return the longest label that fits beside the mark, in the nearest limits, and its alignment."""
    long = short_days(row.certainty, row.start, row.end, row.edtf)
    year = row.start.year if pd.isna(row.end) else row.end.year  # the axis tells it, where room is short
    brief = short_days("within", row.start, row.end, None) if row.certainty == "one_of" else long
    for (first, last), label in product(limits, dict.fromkeys((long, brief, brief.removesuffix(f" {year}")))):
        wide = measure(label) + 0.02 + GAP
        if high + wide <= last:
            return label, "left"
        if low - wide >= first:
            return label, "right"
    return "", "left"


def _is_free(used: list[tuple[float, float]], taken: tuple[float, float]) -> bool:
    return all(taken[0] > high + 0.02 or taken[1] < low - 0.02 for low, high in used)


def _caps(
    certainty: str,
    start: pd.Timestamp,
    end: pd.Timestamp,
    edtf: str | None,
    axis: TimeAxis | None,
    left: float,
    right: float,
) -> tuple[float, ...]:
    if certainty in ("day", "span") or axis is None:
        return ()
    if certainty == "one_of" and edtf:
        inner = axis.place([d.toordinal() for d in parse_edtf(edtf).days[1:-1]]).tolist()
        return (left, *[x for x in inner if right - left > 2.5 * MIN_HALF], right)
    return tuple(x for x, known in ((left, start), (right, end)) if not pd.isna(known))


def _stack_undated(rows: pd.DataFrame, strip: float | None) -> list[tuple[int, Mark]]:
    undated = rows[rows["certainty"] == "none"]
    if strip is None or undated.empty:
        return []
    out = []
    x = strip + 0.2
    for line, (status, same) in enumerate(undated.groupby("status", observed=True, sort=True)):
        first = str(same["meeting_id"].iloc[0])
        label = f"× {len(same)}" if len(same) > 1 else ""
        out.append(
            (line, Mark(first, str(status), "none", x, x, 0.0, (), label, x + HALF + GAP, n=len(same)))
        )
    return out


def _lowered(mark: Mark, y: float) -> Mark:
    return Mark(
        mark.meeting_id, mark.status, mark.certainty, mark.left, mark.right, y, mark.caps, mark.label,
        mark.label_x, mark.align, mark.n,
    )  # fmt: skip
