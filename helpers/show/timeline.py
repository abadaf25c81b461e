"""Timeline: who met whom when, one lane a pair, uncertain days as intervals."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from helpers.analyse.timeline import Lanes, timeline_table
from helpers.corpus import Corpus
from helpers.schema import STATUSES
from helpers.show import style
from helpers.show.figure import (
    ReportFigure,
    Size,
    add_heading,
    add_source,
    clean_text,
    count_articles,
    draw_text,
    empty_figure,
    fit_name,
    fit_text,
    heading_height,
    join_words,
    own_figure,
    text_width,
)
from helpers.show.lanes import MIN_HALF, Layout, lay_out
from helpers.show.timeline_counts import draw_counts
from helpers.show.timeline_legend import draw_legend, legend_rows

#: Above so many lanes, or marks, the figure counts per month instead.
MAX_LANES, MAX_MARKS = 60, 400
#: Up to so many marks a short date is written at each.
MAX_LABELLED = 40

_CAP = 0.055


def plot_timeline(
    corpus: Corpus | pd.DataFrame, *, lanes: Lanes = "pair", size: Size = "full", ax: Axes | None = None
) -> ReportFigure:
    """Plot when pairs of people or countries met, or were to meet.

    A day that is not known is drawn as an interval with end caps, never as a
    point alone; meetings without any day stand in a strip of their own. With
    more than 60 lanes or 400 meetings the figure shows counts, and says so.

    Parameters
    ----------
    corpus : Corpus or DataFrame
        The corpus, or a table from `timeline_table`.
    lanes : {'pair', 'country'}, default 'pair'
        One lane a pair of participants, or of countries; ignored for a table.
    size : {'half', 'full'}, default 'full'
        Width of the figure: half a page (3.5 in) or a full page (7.2 in).
    ax : Axes, optional
        Draw here instead of in a new figure; without heading and source line.

    Returns
    -------
    ReportFigure
        Its `data` is the timeline table.

    Raises
    ------
    FilterError
        If `lanes` is not allowed.
    """
    whole = corpus if isinstance(corpus, Corpus) else None
    table = timeline_table(corpus, lanes=lanes) if isinstance(corpus, Corpus) else corpus
    title = title_meetings(table, whole)
    if table.empty and ax is None:
        figure = empty_figure(title, "No meeting to show.", whole, size)
        figure.data = table
        return figure
    with style.report_style():
        if ax is not None:
            figure = own_figure(ax)
            if not table.empty:
                _draw(ax, _lay_out(figure, table, 4.5, _wrapped(figure, table, 2.0)), figure, {})
        elif table["lane"].nunique() > MAX_LANES or len(table) > MAX_MARKS:
            figure = draw_counts(table, title, whole, size)
        else:
            figure = _whole_figure(table, title, whole, size)
    figure.title, figure.data = title, table
    figure.alt = figure.alt or _describe(table, title)
    return figure


def title_meetings(table: pd.DataFrame, corpus: Corpus | None) -> str:
    """Return the title that states the frame: years, statuses, articles."""
    statuses = [style.STATUS[s].words for s in STATUSES if table["status"].eq(s).any()]
    parts = ["Meetings", _years(table), join_words(statuses)]
    if corpus is not None:
        parts.append(count_articles(corpus))
    return ", ".join(p for p in parts if p)


def _years(table: pd.DataFrame) -> str:
    first, last = table["start"].fillna(table["end"]).dt.year, table["end"].fillna(table["start"]).dt.year
    years = sorted(set(first.dropna().astype(int)) | set(last.dropna().astype(int)))
    runs: list[list[int]] = []
    for year in years:
        if runs and year - runs[-1][1] <= 5:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    if len(runs) > 2:
        runs = [[runs[0][0], runs[-1][1]]]
    return join_words([str(a) if a == b else f"{a}–{b}" for a, b in runs])


def _wrapped(figure: ReportFigure, table: pd.DataFrame, width: float) -> dict[str, str]:
    """Return for every lane the label to draw, on one or two lines."""
    out = {}
    for lane in table["lane"].unique():
        label = draw_text(lane, 400)
        a, dash, b = label.partition(" – ")
        if text_width(figure, label, style.TEXT) <= width or not dash:
            out[lane] = fit_text(figure, label, style.TEXT, width)
        else:
            names = [
                fit_name(figure, a, style.TEXT, width - 0.1) + " –",
                fit_name(figure, b, style.TEXT, width),
            ]
            out[lane] = "\n".join(names)
    return out


def _lay_out(figure: ReportFigure, table: pd.DataFrame, width: float, labels: dict[str, str]) -> Layout:
    return lay_out(
        table,
        width,
        measure=lambda s: text_width(figure, s, style.SMALL),
        label_days=len(table) <= MAX_LABELLED,
        two_lines={lane for lane, label in labels.items() if "\n" in label},
    )


def _whole_figure(table: pd.DataFrame, title: str, corpus: Corpus | None, size: Size) -> ReportFigure:
    width = style.WIDTHS[size]
    probe = ReportFigure(width, 4.0)
    labels = _wrapped(probe, table, (0.36 if size == "full" else 0.42) * width)
    left = max(text_width(probe, line, style.TEXT) for v in labels.values() for line in v.split("\n")) + 0.22
    layout = _lay_out(probe, table, width - left - 0.15, labels)
    legend = legend_rows(probe, table, layout.marks, width - 0.3)
    note = _note(layout)
    head = heading_height(probe, title, note) + (0.2 if _has_strips(layout) else 0.05)
    foot = 0.32 + 0.2 * len(legend) + 0.22
    height = head + layout.height + foot
    figure = ReportFigure(width, height)
    add_heading(figure, title, note)
    ax = figure.add_axes((left / width, foot / height, layout.width / width, layout.height / height))
    _draw(ax, layout, figure, labels)
    draw_legend(figure, legend, foot - 0.4)
    add_source(figure, corpus)
    return figure


def _note(layout: Layout) -> str:
    """Say so if bars are drawn longer than they are."""
    if not layout.n_widened or layout.axis is None:
        return ""
    main = layout.axis.main
    days = 2 * MIN_HALF * (main.last - main.first) / (main.right - main.left)
    words = " The days are written beside them." if _all_labelled(layout) else ""
    return f"To be seen, bars of less than {max(round(days), 2)} days are drawn that long.{words}"


def _all_labelled(layout: Layout) -> bool:
    return all(m.label for m in layout.marks if m.certainty not in ("day", "none"))


def _has_strips(layout: Layout) -> bool:
    return layout.strip is not None or (layout.axis is not None and len(layout.axis.segments) > 1)


def _draw(ax: Axes, layout: Layout, figure: ReportFigure, labels: dict[str, str]) -> None:
    ax.set_xlim(0, layout.width)
    ax.set_ylim(layout.height, 0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    for number, lane in enumerate(layout.lanes):
        if number % 2 == 0:
            ax.axhspan(lane.top, lane.bottom, color=style.GROUND, zorder=0, linewidth=0)
    ax.set_yticks(
        [(lane.top + lane.bottom) / 2 for lane in layout.lanes],
        [labels.get(lane.name, draw_text(lane.name, 40)) for lane in layout.lanes],
        size=style.TEXT,
    )
    ax.tick_params(axis="y", length=0)
    _draw_time(ax, layout, figure)
    _draw_marks(ax, layout)


def _draw_time(ax: Axes, layout: Layout, figure: ReportFigure) -> None:
    ticks = layout.axis.ticks(lambda s: text_width(figure, s, style.SMALL)) if layout.axis else []
    ax.set_xticks([t.x for t in ticks], [t.label for t in ticks], size=style.SMALL)
    ax.tick_params(axis="x", length=3, color=style.SOFT)
    head: dict[str, Any] = {"ha": "center", "va": "bottom", "size": style.SMALL, "color": style.SOFT}
    head["gid"] = "strip"
    if layout.axis:
        ax.vlines(layout.axis.years(), 0, layout.height, color=style.FAINT, linewidth=0.7, zorder=1)
        for one, two in pairwise(layout.axis.segments):
            ax.axvspan(one.right, two.left, color="white", zorder=1.5, linewidth=0)
            middle, y = (one.right + two.left) / 2, layout.height
            for x in (middle - 0.05, middle):
                slash = Line2D([x, x + 0.05], [y + 0.05, y - 0.05], color=style.SOFT, linewidth=0.8, zorder=5)
                slash.set_clip_on(False)
                ax.add_line(slash)
        for s in layout.axis.segments:
            if s.name != "main":
                ax.text((s.left + s.right) / 2, -0.04, s.name, **head)
    if layout.strip is not None:
        n = sum(m.n for m in layout.marks if m.certainty == "none")
        ax.axvspan(layout.strip - 0.12, layout.strip, color="white", zorder=1.5, linewidth=0)
        ax.vlines([layout.strip], 0, layout.height, color=style.SOFT, linewidth=0.6, linestyle=(0, (2, 2)))
        ax.text((layout.strip + layout.width) / 2, -0.04, f"day unknown: {n}", **head)


def _draw_marks(ax: Axes, layout: Layout) -> None:
    for status, look in style.STATUS.items():
        marks = [m for m in layout.marks if m.status == status]
        if not marks:
            continue
        bars = [[(m.left, m.y), (m.right, m.y)] for m in marks if m.certainty == "span"]
        lines = [[(m.left, m.y), (m.right, m.y)] for m in marks if m.certainty not in ("span", "day", "none")]
        caps = [[(x, m.y - _CAP), (x, m.y + _CAP)] for m in marks for x in m.caps]
        for gid, parts, wide in (("span", bars, 3.5), ("interval", lines, 1.1), ("cap", caps, 1.1)):
            if parts:
                drawn = LineCollection(parts, colors=look.color, linewidths=wide, capstyle="butt", zorder=3)
                drawn.set_gid(f"{gid}:{status}")
                ax.add_collection(drawn, autolim=False)
        ax.scatter(
            [m.x for m in marks], [m.y for m in marks], s=38 if look.filled else 34, marker=look.marker,
            facecolors=look.color if look.filled else "white", edgecolors=look.color, linewidths=1.3,
            linestyles=look.line, zorder=4, gid=f"status:{status}", clip_on=False,
        )  # fmt: skip
    for m in layout.marks:
        if m.label:
            ax.text(
                m.label_x, m.y, m.label, ha=m.align, va="center_baseline", size=style.SMALL, color=style.INK,
                gid="day", zorder=4.5,
            )  # fmt: skip


def _describe(table: pd.DataFrame, title: str) -> str:
    counts = table["lane"].value_counts(sort=False)
    named = "; ".join(f"{clean_text(lane, 80)}: {n}" for lane, n in counts.head(5).items())
    more = f"; and {len(counts) - 5} more lanes" if len(counts) > 5 else ""
    undated = int((table["certainty"] == "none").sum())
    tail = f" {undated} without a known day." if undated else ""
    return f"Timeline. {title}. Meetings by lane: {named}{more}.{tail}"
