"""Timeline of counts: what the timeline becomes when there are too many lanes."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from helpers.corpus import Corpus
from helpers.schema import STATUSES
from helpers.show import style
from helpers.show.figure import (
    ReportFigure,
    Size,
    add_heading,
    add_source,
    draw_text,
    fit_text,
    heading_height,
    text_width,
)

#: Lanes shown by name.
BUSIEST = 25

_HATCH = {"planned": "////", "postponed": "....", "cancelled": "xxxx", "denied": "\\\\\\\\"}
_BINS = ((1, "month"), (3, "quarter"), (12, "year"), (120, "decade"))
_MAX_BINS = 72
_PITCH = 0.24


def draw_counts(table: pd.DataFrame, title: str, corpus: Corpus | None, size: Size) -> ReportFigure:
    """Plot counts per month (or longer) in bars, and in dots for the busiest lanes.

    Parameters
    ----------
    table : DataFrame
        From `helpers.analyse.timeline_table`, at least one row.
    title : str
        Of the figure.
    corpus : Corpus or None
        For the source line.
    size : {'half', 'full'}

    Returns
    -------
    ReportFigure
    """
    months, step, word = _bins(table)
    meetings = table.assign(bin=months).drop_duplicates("meeting_id")
    lost = int(meetings["bin"].isna().sum())
    busiest = table["lane"].value_counts().head(BUSIEST).index
    laned = table.assign(bin=months)[table["lane"].isin(busiest)]
    names = laned.groupby("lane")["lane_order"].min().sort_values().index.tolist()
    n_lanes = table["lane"].nunique()
    note = f"Counted per {word}: {len(meetings):,} meetings in {n_lanes:,} lanes"
    note += (
        f" are too many to draw singly. Below the bars, the {len(names)} busiest lanes."
        if n_lanes > 1
        else "."
    )
    if lost:
        note += f" {lost:,} meetings have no day, or one known too roughly, and are in no {word}."
    width = style.WIDTHS[size]
    probe = ReportFigure(width, 4.0)
    labels = [fit_text(probe, draw_text(n, 400), style.SMALL, 0.4 * width) for n in names]
    left = max(text_width(probe, label, style.SMALL) for label in labels) + 0.22
    head, bars, dots, foot = heading_height(probe, title, note) + 0.1, 1.5, _PITCH * len(names), 1.0
    height = head + bars + 0.3 + dots + foot
    figure = ReportFigure(width, height)
    add_heading(figure, title, note)
    box = (left / width, (width - left - 0.15) / width)
    upper = figure.add_axes((box[0], (foot + dots + 0.3) / height, box[1], bars / height))
    lower = figure.add_axes((box[0], foot / height, box[1], dots / height))
    _draw_bars(upper, meetings.dropna(subset=["bin"]))
    largest = _draw_dots(lower, laned.dropna(subset=["bin"]), names, labels)
    for ax in (upper, lower):
        _label_time(ax, figure, months.dropna(), step, (width - left - 0.15))
    upper.tick_params(labelbottom=False)
    _draw_legend(figure, meetings, largest, foot)
    add_source(figure, corpus)
    figure.alt = f"Counts of meetings per {word}. {title}. {note}"
    return figure


def _bins(table: pd.DataFrame) -> tuple[pd.Series, int, str]:
    first, last = _month(table["start"]), _month(table["end"])
    for step, word in _BINS:
        low, high = first // step, last // step
        bins = low.where(low == high)
        if bins.notna().any() and (bins.max() - bins.min() < _MAX_BINS or step == _BINS[-1][0]):
            return bins, step, word
    return pd.Series(np.nan, index=table.index), 12, "year"


def _month(days: pd.Series) -> pd.Series:
    months = days.to_numpy().astype("datetime64[M]")
    numbers = months.astype("int64").astype("float64") + 1970 * 12
    return pd.Series(np.where(np.isnat(months), np.nan, numbers), index=days.index)


def _draw_bars(ax: Axes, meetings: pd.DataFrame) -> None:
    counts = pd.crosstab(meetings["bin"], meetings["status"])
    below = np.zeros(len(counts))
    for status in STATUSES:
        if status not in counts or not counts[status].any():
            continue
        look = style.STATUS[status]
        heights = counts[status].to_numpy()
        bars = ax.bar(
            counts.index.to_numpy(dtype=float), heights, bottom=below, width=0.86, linewidth=0.6,
            edgecolor=look.color, facecolor=look.color if status == "held" else "white",
            hatch=_HATCH.get(status), gid=f"bar:{status}",
        )  # fmt: skip
        for bar in bars:
            bar.set_gid(f"bar:{status}")
            bar.set_hatchcolor(look.color)
        below = below + heights
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, steps=[1, 2, 2.5, 5, 10]))
    ax.set_ylabel("meetings", size=style.SMALL)
    ax.tick_params(labelsize=style.SMALL)


def _draw_dots(ax: Axes, laned: pd.DataFrame, names: list[str], labels: list[str]) -> int:
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_yticks(range(len(names)), labels, size=style.SMALL)
    ax.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    for number in range(0, len(names), 2):
        ax.axhspan(number - 0.5, number + 0.5, color=style.GROUND, zorder=0, linewidth=0)
    place = {name: i for i, name in enumerate(names)}
    largest = max(int(laned.groupby(["lane", "bin"]).size().max()) if len(laned) else 1, 1)
    for is_held in (True, False):
        part = laned[laned["status"].eq("held") == is_held]
        cells = part.groupby(["lane", "bin"]).size()
        y = [place[str(name)] for name, _ in cells.index]
        x = [b + (-0.16 if is_held else 0.16) for _, b in cells.index]
        size = 12 + 70 * (cells.to_numpy() - 1) / max(largest - 1, 4)
        look = style.STATUS["held" if is_held else "planned"]
        ax.scatter(
            x, y, s=size, facecolors=look.color if is_held else "white",
            edgecolors=look.color if is_held else style.INK, linewidths=1.0, zorder=3,
            gid="dots:held" if is_held else "dots:not held", clip_on=False,
        )  # fmt: skip
    return largest


def _label_time(ax: Axes, figure: ReportFigure, bins: pd.Series, step: int, width: float) -> None:
    first, last = (int(bins.min()), int(bins.max())) if len(bins) else (2000, 2000)
    ax.set_xlim(first - 0.7, last + 0.7)
    per_year = max(12 // step, 1)
    starts = [b for b in range(first, last + 1) if b % per_year == 0] or [first]
    labels = [str(b * step // 12) for b in starts]
    room = text_width(figure, "2000", style.SMALL) + 0.12
    pitch = width / (last - first + 1.4) * per_year
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if n * pitch >= room)
    shown = [(b, label) for b, label in zip(starts, labels, strict=True) if int(label) % every == 0] or [
        (starts[0], labels[0])
    ]
    ax.set_xticks([b - 0.5 for b, _ in shown], [label for _, label in shown], size=style.SMALL, ha="left")
    ax.vlines([b - 0.5 for b in starts], *ax.get_ylim(), color=style.FAINT, linewidth=0.6, zorder=0.5)


def _draw_legend(figure: ReportFigure, meetings: pd.DataFrame, largest: int, foot: float) -> None:
    width, height = figure.get_size_inches()
    handles = [
        Patch(
            facecolor=style.STATUS[s].color if s == "held" else "white",
            edgecolor=style.STATUS[s].color,
            hatch=_HATCH.get(s),
            label=style.STATUS[s].words,
        )
        for s in STATUSES
        if meetings["status"].eq(s).any()
    ]
    legend = figure.legend(
        handles=handles, loc="center left", bbox_to_anchor=(0.1 / width, (foot - 0.42) / height),
        ncols=3 if width < 4 else 6, fontsize=style.SMALL, frameon=False, borderpad=0, borderaxespad=0,
        columnspacing=1.2, handlelength=1.6,
    )  # fmt: skip
    legend.set_gid("legend")
    words = "filled dot: held; hollow: any other status; "
    words += f"area: 1 to {largest} meetings" if largest > 1 else "one meeting each"
    figure.text(0.1 / width, (foot - 0.66) / height, words, size=style.SMALL, va="center", gid="dots")
