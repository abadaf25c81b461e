"""Time axis: days to inches, with wide gaps cut out and ticks that never touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

#: A gap is cut if it is longer than this many days and than half of the whole.
MIN_GAP = 5 * 365
#: Width of a strip for what lies before or after the gap, in inches.
STRIP = 0.85
#: Room between two segments, in inches.
BREAK = 0.16

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of days (ordinals) drawn between two places (inches)."""

    first: float
    last: float
    left: float
    right: float
    name: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis (inches) with its label."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """A time axis of one main segment and strips for what lies far from it.

    Attributes
    ----------
    segments : tuple of Segment
        In order of time; their names are "earlier", "main" and "later".
    """

    segments: tuple[Segment, ...]

    @property
    def main(self) -> Segment:
        """The segment with most meetings."""
        return next(s for s in self.segments if s.name == "main")

    def place(self, ordinals: Sequence[float] | np.ndarray) -> np.ndarray:
        """Return the places of days in inches; a day in a gap goes to its edge."""
        days = np.asarray(ordinals, dtype="float64")
        out = np.full(days.shape, self.segments[0].left)
        for s in self.segments:
            inside = days >= s.first
            share = np.clip((days[inside] - s.first) / (s.last - s.first), 0, 1)
            out[inside] = s.left + share * (s.right - s.left)
        return out

    def ticks(self, measure: Callable[[str], float]) -> list[Tick]:
        """Return ticks with labels that do not touch.

        Parameters
        ----------
        measure : callable
            Gives the width of a label in inches.
        """
        out: list[Tick] = []
        for segment in self.segments:
            for tick in _segment_ticks(self, segment, measure):
                edge = out[-1].x + measure(out[-1].label) / 2 if out else -1e9
                if tick.x - measure(tick.label) / 2 > edge + 0.08:
                    out.append(tick)
        return out

    def years(self) -> list[float]:
        """Return the places of 1 January of every year inside the main segment."""
        first, last = date.fromordinal(int(self.main.first)), date.fromordinal(int(self.main.last))
        step = 1 if last.year - first.year <= 40 else 10
        days = [date(y, 1, 1).toordinal() for y in range(first.year + 1, last.year + 1) if y % step == 0]
        return self.place(days).tolist() if days else []


def build_time_axis(first: np.ndarray, last: np.ndarray, width: float, *, edge: float = 0.0) -> TimeAxis:
    """Lay the time between the bounds of all meetings over a width.

    Parameters
    ----------
    first, last : ndarray of int, shape (n_meetings,)
        Bounds as proleptic ordinals, at least one meeting.
    width : float
        Room in inches.
    edge : float, default 0
        Inches to leave free at both ends of a segment.

    Returns
    -------
    TimeAxis
    """
    order = np.argsort(first, kind="stable")
    starts, reach = first[order], np.maximum.accumulate(last[order])
    gaps = starts[1:] - reach[:-1]
    whole = max(int(reach[-1] - starts[0]), 1)
    cuts = [int(i) + 1 for i in np.flatnonzero((gaps > MIN_GAP) & (gaps > whole / 2))]
    edges = [0, *cuts, len(starts)]
    groups = [(int(starts[a]), int(reach[b - 1]), b - a) for a, b in pairwise(edges)]
    main = max(range(len(groups)), key=lambda i: (groups[i][2], i))
    names = ["earlier" if i < main else "later" if i > main else "main" for i in range(len(groups))]
    strip = min(STRIP, 0.22 * width)
    room = width - (len(groups) - 1) * (strip + BREAK)
    segments, left = [], 0.0
    for (begin, end, _), name in zip(groups, names, strict=True):
        right = left + (room if name == "main" else strip)
        whole_days, inches = max(end - begin, 1), right - left
        pad = max(whole_days * 0.03, 4.0, whole_days * edge / max(inches - 2 * edge, 0.1))
        segments.append(Segment(max(begin - pad, 1), end + pad, left, right, name))
        left = right + BREAK
    return TimeAxis(tuple(segments))


def _segment_ticks(axis: TimeAxis, segment: Segment, measure: Callable[[str], float]) -> list[Tick]:
    inches = (segment.right - segment.left) / (segment.last - segment.first)
    first, last = date.fromordinal(int(segment.first) + 1), date.fromordinal(int(segment.last))
    if (last - first).days <= 45:
        step = next(s for s in (1, 2, 4, 7, 14, 28, 10**6) if s * inches >= measure("28 May 2000") + 0.12)
        days = [first + timedelta(i) for i in range(0, (last - first).days + 1, step)]
        return [_tick(axis, d, f"{d.day} {_MONTHS[d.month - 1]} {d.year}") for d in days]
    for step in _MONTH_STEPS:
        label = "2000" if step >= 12 else "May 2000"
        if step * 30.4 * inches >= measure(label) + 0.12:
            break
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = [date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0 and m // 12 >= 1]
    inside = [d for d in days if segment.first <= d.toordinal() <= segment.last]
    if segment.name != "main" and len(inside) < 2:
        middle = date.fromordinal(int((segment.first + segment.last) / 2))
        return [_tick(axis, middle, str(middle.year))]
    return [_tick(axis, d, str(d.year) if step >= 12 else f"{_MONTHS[d.month - 1]} {d.year}") for d in inside]


def _tick(axis: TimeAxis, day: date, label: str) -> Tick:
    return Tick(float(axis.place([day.toordinal()])[0]), label)
