"""Timeline legend: what the marks of a timeline mean, in lines that fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.legend_handler import HandlerLine2D
from matplotlib.lines import Line2D

from helpers.schema import STATUSES
from helpers.show import style
from helpers.show.figure import ReportFigure, text_width
from helpers.show.lanes import Mark


def status_handle(status: str) -> Line2D:
    """Return the legend entry of a status."""
    look = style.STATUS[status]
    return Line2D(
        [], [], linestyle="none", marker=look.marker, markersize=6, markeredgewidth=1.3, label=look.words,
        markerfacecolor=look.color if look.filled else "white", markeredgecolor=look.color,
    )  # fmt: skip


def _certainty_handles(table: pd.DataFrame, marks: Sequence[Mark]) -> list[Line2D]:
    kinds = set(table["certainty"].astype(str))
    n_caps = {len(m.caps) for m in marks}
    look: dict[str, Any] = {"color": style.SOFT, "linewidth": 1.1, "marker": "|", "markersize": 8}
    look["markeredgewidth"] = 1.1
    out = []
    if n_caps & {1, 2}:
        out.append(Line2D([0, 1], [0, 0], label="some day between the caps", **look))
    if max(n_caps, default=0) > 2:
        out.append(Line2D([0, 0.5, 1], [0, 0, 0], label="one of the days marked", **look))
    if "span" in kinds:
        out.append(Line2D([0, 1], [0, 0], color=style.SOFT, linewidth=3.5, label="lasted these days"))
    return out


def legend_rows(
    figure: ReportFigure, table: pd.DataFrame, marks: Sequence[Mark], width: float
) -> list[list[Line2D]]:
    """Return the legend line by line: first statuses, then kinds of dates.

    Parameters
    ----------
    figure : ReportFigure
        To measure words on.
    table : DataFrame
        The timeline table.
    marks : sequence of Mark
        As they are drawn; only what occurs is explained.
    width : float
        Room in inches.

    Returns
    -------
    list of list of Line2D
        Statuses and kinds of dates never share a line.
    """
    statuses = [status_handle(s) for s in STATUSES if table["status"].eq(s).any()]
    rows: list[list[Line2D]] = []
    for handles, wide in ((statuses, 0.3), (_certainty_handles(table, marks), 0.45)):
        used = width
        for handle in handles:
            needed = wide + text_width(figure, str(handle.get_label()), style.SMALL)
            if used + needed > width:
                rows.append([])
                used = 0.0
            rows[-1].append(handle)
            used += needed
    return rows


def draw_legend(figure: ReportFigure, rows: list[list[Line2D]], top: float) -> None:
    """Draw the lines of a legend, the first one `top` inches above the bottom."""
    width, height = figure.get_size_inches()
    for number, row in enumerate(rows):
        points = {handle: len(np.atleast_1d(handle.get_xdata())) for handle in row}
        legend = figure.legend(
            handles=row, loc="center left", fontsize=style.SMALL, frameon=False, borderpad=0, borderaxespad=0,
            bbox_to_anchor=(0.12 / width, (top - 0.02 - 0.2 * number) / height), ncols=len(row),
            handlelength=2.6 if points[row[0]] else 1.0, handletextpad=0.6, columnspacing=1.4,
            handler_map={handle: HandlerLine2D(numpoints=max(n, 1)) for handle, n in points.items()},
        )  # fmt: skip
        legend.set_gid("legend")
