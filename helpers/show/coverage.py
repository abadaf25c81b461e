"""Coverage figure: how exactly the day of publication of each article is known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.analyse.coverage import date_coverage
from helpers.corpus import Corpus
from helpers.show import style
from helpers.show.figure import (
    ReportFigure,
    Size,
    add_heading,
    add_source,
    count_articles,
    draw_text,
    empty_figure,
    fit_text,
    heading_height,
    text_width,
)
from helpers.show.time_axis import TimeAxis, build_time_axis

#: Up to so many articles each has a line of its own; more are counted by width.
MAX_LINES = 40
#: Classes of width in days, by their upper bound, and their names.
WIDTHS = (
    (1, "one day"),
    (7, "2–7 days"),
    (31, "8–31 days"),
    (366, "1–12 months"),
    (10**9, "more than a year"),
)

_PITCH, _CAP = 0.26, 0.055


def plot_coverage(corpus: Corpus, *, size: Size = "full") -> ReportFigure:
    """Plot how exactly each article's publication date is known.

    A known day is a dot, bounds are an interval with end caps, never a point.
    With more than 40 articles, the articles are counted by the width of the
    interval instead.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    size : {'half', 'full'}, default 'full'
        Width of the figure: half a page (3.5 in) or a full page (7.2 in).

    Returns
    -------
    ReportFigure
        Its `data` is the table of `date_coverage` with start and end (days).
    """
    table = date_coverage(corpus).assign(
        start=corpus.articles["start"].to_numpy(), end=corpus.articles["end"].to_numpy()
    )
    title = f"When the articles were published, as far as is known, {count_articles(corpus)}"
    if table.empty:
        figure = empty_figure(title, "No article to show.", corpus, size)
    else:
        with style.report_style():
            draw = _draw_lines if len(table) <= MAX_LINES else _draw_widths
            figure = draw(table, title, corpus, size)
    figure.title, figure.data = title, table
    exact = int(table["n_days"].eq(1).sum())
    bounded = int(table["n_days"].notna().sum())
    figure.alt = f"{title}. The day is known for {exact:,}, bounded on both sides for {bounded:,}."
    return figure


def _draw_lines(table: pd.DataFrame, title: str, corpus: Corpus, size: Size) -> ReportFigure:
    table = table.sort_values(["start", "end", "article_id"], na_position="last")
    width = style.WIDTHS[size]
    probe = ReportFigure(width, 4.0)
    labels = [fit_text(probe, draw_text(name, 200), style.TEXT, 0.33 * width) for name in table["article_id"]]
    left = max(text_width(probe, label, style.TEXT) for label in labels) + 0.22
    note = "Dot: the day is known. Bar: some day between the caps."
    head, foot = heading_height(probe, title, note) + 0.05, 0.62
    room, tall = width - left - 0.2, _PITCH * len(table) + 0.1
    figure = ReportFigure(width, head + tall + foot)
    height = head + tall + foot
    add_heading(figure, title, note)
    ax = figure.add_axes((left / width, foot / height, room / width, tall / height))
    ax.set(xlim=(0, room), ylim=(len(table) - 0.5, -0.5))
    ax.set_yticks(range(len(table)), labels)
    ax.tick_params(axis="y", length=0, labelsize=style.TEXT)
    ax.spines[["left", "right", "top"]].set_visible(False)
    bounded = table[table["start"].notna() & table["end"].notna()]
    axis = (
        build_time_axis(_ordinals(bounded["start"]), _ordinals(bounded["end"]), room)
        if len(bounded)
        else None
    )
    _label_time(ax, axis, figure)
    for y, row in enumerate(table.itertuples()):
        _draw_row(ax, axis, y, row, figure, room)
    add_source(figure, corpus)
    return figure


def _ordinals(days: pd.Series) -> np.ndarray:
    return np.array([day.toordinal() for day in days.dt.date])


def _label_time(ax: Axes, axis: TimeAxis | None, figure: ReportFigure) -> None:
    ticks = axis.ticks(lambda label: text_width(figure, label, style.SMALL)) if axis else []
    ax.set_xticks([t.x for t in ticks], [t.label for t in ticks])
    ax.tick_params(axis="x", labelsize=style.SMALL, length=3)
    for x in axis.years() if axis else []:
        ax.axvline(x, color=style.FAINT, linewidth=0.6, zorder=0)


def _draw_row(ax: Axes, axis: TimeAxis | None, y: int, row: Any, figure: ReportFigure, room: float) -> None:
    """Draw one article: its dot or interval, and the days in words beside it."""
    ax.axhline(y + 0.5, color=style.GROUND, linewidth=0.8, zorder=0)
    if axis is None or pd.isna(row.start) or pd.isna(row.end):
        ax.text(0.02, y, draw_text(row.days), size=style.SMALL, va="center", color=style.SOFT)
        return
    first, last = axis.place([row.start.date().toordinal(), row.end.date().toordinal()])
    if row.n_days == 1:
        ax.plot([first], [y], marker="o", color=style.BLUE, markersize=5.5, linestyle="none", zorder=3)
    else:
        ax.plot([first, last], [y, y], color=style.BLUE, linewidth=1.4, marker="|", markersize=7, zorder=3)
    after, before = room - last - _CAP - 0.05, first - _CAP - 0.05
    words = fit_text(figure, draw_text(row.days), style.SMALL, max(after, before, 0.3))
    right = text_width(figure, words, style.SMALL) <= after
    x, side = (last + _CAP + 0.05, "left") if right else (before, "right")
    ax.text(x, y, words, size=style.SMALL, va="center", ha=side)


def _draw_widths(table: pd.DataFrame, title: str, corpus: Corpus, size: Size) -> ReportFigure:
    """Count the articles by the width of the interval of publication."""
    names = [name for _, name in WIDTHS] + ["a bound is missing"]
    edges = [0, *(upper for upper, _ in WIDTHS)]
    classes = pd.cut(table["n_days"].astype("Float64"), edges, labels=names[:-1]).cat.add_categories(
        names[-1]
    )
    counts = classes.fillna(names[-1]).value_counts(sort=False)
    note = f"{len(table):,} articles are too many to draw singly: counted by how many days are possible."
    width, left = style.WIDTHS[size], 1.35
    probe = ReportFigure(width, 4.0)
    head, foot, tall = heading_height(probe, title, note) + 0.05, 0.62, _PITCH * len(names) + 0.1
    height = head + tall + foot
    figure = ReportFigure(width, height)
    add_heading(figure, title, note)
    ax = figure.add_axes((left / width, foot / height, (width - left - 0.5) / width, tall / height))
    bars = ax.barh(names, counts.reindex(names).to_numpy(), color=style.BLUE, height=0.62)
    ax.bar_label(bars, fmt="{:,.0f}", padding=3, fontsize=style.SMALL)
    ax.invert_yaxis()
    ax.set_xticks([t for t in MaxNLocator(5, integer=True).tick_values(0, counts.max()) if t <= counts.max()])
    ax.set_xlabel("articles", size=style.SMALL)
    ax.tick_params(labelsize=style.SMALL)
    ax.spines[["right", "top"]].set_visible(False)
    add_source(figure, corpus)
    return figure
