"""Matrix: who met whom, how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.analyse.encounters import who_met_whom
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
    fit_name,
    heading_height,
    join_words,
    own_figure,
    text_width,
)

#: With more people than this the ones with most meetings are shown.
MAX_PEOPLE = {"full": 40, "half": 16}

#: Longest label over a column, in inches.
_OVER = 1.5
#: Up to so many columns their labels lean; with more they stand upright.
_LEANING = {"full": 14, "half": 6}
_CELL = {"full": 0.46, "half": 0.3}
_SHADES = ("#FFFFFF", "#D6E6F2", "#9CC4E0", "#5AA0CC", "#1F77B4", style.BLUE)


def plot_meetings_matrix(
    corpus: Corpus | pd.DataFrame,
    *,
    status: tuple[str, ...] = ("held",),
    by: Literal["person", "country"] = "person",
    size: Size = "full",
    ax: Axes | None = None,
) -> ReportFigure:
    """Plot who met whom as a matrix with the counts in its cells.

    People stand in the order of country and name; only those with a meeting are
    shown. Of more than 40 (on half a page: 16) the figure shows those with most
    meetings, and says so.

    Parameters
    ----------
    corpus : Corpus or DataFrame
        The corpus, or a table from `who_met_whom`.
    status : tuple of str, default ('held',)
        Statuses that count; ignored for a table.
    by : {'person', 'country'}, default 'person'
        What a row stands for; ignored for a table.
    size : {'half', 'full'}, default 'full'
        Width of the figure: half a page (3.5 in) or a full page (7.2 in).
    ax : Axes, optional
        Draw here instead of in a new figure; without heading and source line.

    Returns
    -------
    ReportFigure
        Its `data` is the table of pairs.

    Raises
    ------
    FilterError
        If `status` or `by` is not allowed.
    """
    whole = corpus if isinstance(corpus, Corpus) else None
    pairs = who_met_whom(corpus, status=status, by=by) if isinstance(corpus, Corpus) else corpus
    words = join_words([style.STATUS[s].words for s in status]) if whole is not None else ""
    title = ", ".join(filter(None, ["Who met whom", words, count_articles(whole) if whole else ""]))
    if pairs.empty and ax is None:
        figure = empty_figure(title, "No two people met, as far as these articles tell.", whole, size)
        figure.data = pairs
        return figure
    actors, note = _actors(pairs, MAX_PEOPLE[size])
    with style.report_style():
        if ax is None:
            figure, ax, room = _new_figure(actors, title, note, whole, size)
        else:
            figure = own_figure(ax)
            box = ax.get_position()
            wide, tall = box.width * figure.get_size_inches()[0], box.height * figure.get_size_inches()[1]
            cell = min(wide, tall) / max(len(actors), 1)
            left = max(box.x0 * figure.get_size_inches()[0], 0.75)
            room = _Room(left, 0.0, 0.0, cell, min(style.TEXT, cell * 72 * 0.75), 90)
        _draw(ax, actors, pairs, room)
    figure.title, figure.data = title, pairs
    top = pairs.iloc[0] if len(pairs) else None
    most = (
        f" Most often: {draw_text(top['a'])} and {draw_text(top['b'])}, {top['n_meetings']}."
        if top is not None
        else ""
    )
    figure.alt = f"{title}. A matrix of {len(actors):,} by {len(actors):,}, {len(pairs):,} pairs.{most}"
    return figure


def _actors(pairs: pd.DataFrame, at_most: int) -> tuple[pd.DataFrame, str]:
    """Return the people to show with their labels, and a note if some are left out."""
    ends = [
        pairs[[f"{e}_id", e, f"{e}_country", "n_meetings"]].set_axis(["id", "name", "country", "n"], axis=1)
        for e in ("a", "b")
    ]
    both = (
        pd.concat(ends)
        .groupby("id", as_index=False)
        .agg(name=("name", "first"), country=("country", "first"), n=("n", "sum"))
    )
    kept = both.sort_values(["n", "id"], ascending=[False, True], kind="stable").head(at_most)
    note = "" if len(kept) == len(both) else f"The {at_most} of {len(both):,} with most meetings."
    kept = kept.sort_values(["country", "name", "id"], na_position="last", kind="stable")
    return kept.reset_index(drop=True), note


def _label(name: object, country: object) -> str:
    text = draw_text(name)
    return text if pd.isna(country) or text == country else f"{text} ({draw_text(country)})"  # type: ignore[call-overload]


@dataclass(frozen=True, slots=True)
class _Room:
    """Sizes of a matrix: inches, but `text` in points and `angle` in degrees."""

    left: float
    top: float
    right: float
    cell: float
    text: float
    angle: int


def _measure(figure: ReportFigure, labels: list[str], width: float, size: Size) -> _Room:
    """Choose cells and letters so that neither rows nor columns of names touch."""
    n = len(labels)
    angle = 45 if n <= _LEANING[size] else 90
    text = style.TEXT
    for _ in range(3):  # smaller letters leave more room for cells, and the other way round
        longest = max(text_width(figure, label, text) for label in labels)
        left = min(longest, 0.3 * width) + 0.2
        top = min(longest, _OVER) * (0.71 if angle == 45 else 1.0) + 0.12
        right = 0.71 * min(longest, _OVER) + 0.1 if angle == 45 else 0.12
        cell = min(_CELL[size], (width - left - right) / n)
        text = min(style.TEXT, cell * 72 * (0.55 if angle == 45 else 0.75))
    return _Room(left, top, right, cell, text, angle)


def _new_figure(
    actors: pd.DataFrame, title: str, note: str, corpus: Corpus | None, size: Size
) -> tuple[ReportFigure, Axes, _Room]:
    width = style.WIDTHS[size]
    room = _measure(ReportFigure(width, 4.0), _labels(actors), width, size)
    side = room.cell * len(actors)
    head, foot = heading_height(ReportFigure(width, 4.0), title, note), 0.4
    height = head + room.top + side + foot
    figure = ReportFigure(width, height)
    add_heading(figure, title, note)
    ax = figure.add_axes((room.left / width, foot / height, side / width, side / height))
    add_source(figure, corpus)
    return figure, ax, room


def _labels(actors: pd.DataFrame) -> list[str]:
    return [_label(name, country) for name, country in zip(actors["name"], actors["country"], strict=True)]


def _draw_counts(ax: Axes, counts: np.ndarray, size: float) -> None:
    most = max(int(counts.max(initial=0)), 1)
    for i, j in np.argwhere(counts):
        shade = 1 + min(int(counts[i, j] * 5 / most), 4) if most > 1 else 2
        ax.add_patch(
            Rectangle((j - 0.5, i - 0.5), 1, 1, facecolor=_SHADES[shade], edgecolor="none", gid="cell")
        )
        ink = "white" if shade >= 4 else style.INK
        count = f"{counts[i, j]:,}"
        fitting = size if len(count) < 3 else size * 2.4 / len(count)
        ax.text(j, i, count, ha="center", va="center", size=fitting, color=ink, gid="count")


def _draw(ax: Axes, actors: pd.DataFrame, pairs: pd.DataFrame, room: _Room) -> None:
    n = len(actors)
    at = {person: i for i, person in enumerate(actors["id"])}
    counts = np.zeros((n, n), dtype=int)
    for a, b, k in zip(pairs["a_id"], pairs["b_id"], pairs["n_meetings"], strict=True):
        if a in at and b in at:
            counts[at[a], at[b]] = counts[at[b], at[a]] = k
    for i in range(n):
        ax.add_patch(
            Rectangle((i - 0.5, i - 0.5), 1, 1, facecolor=style.FAINT, edgecolor="none", gid="diagonal")
        )
    _draw_counts(ax, counts, min(style.SMALL, room.text))
    figure, labels = own_figure(ax), _labels(actors)
    short = [fit_name(figure, label, room.text, room.left - 0.15) for label in labels]
    over = [fit_name(figure, label, room.text, _OVER) for label in labels]
    ax.set(xlim=(-0.5, n - 0.5), ylim=(n - 0.5, -0.5))
    ax.set_yticks(range(n), short)
    if room.angle == 45:
        ax.set_xticks(range(n), over, rotation=45, ha="left", rotation_mode="anchor")
    else:
        ax.set_xticks(range(n), over, rotation=90)
    ax.tick_params(
        length=0, labelsize=room.text, top=True, bottom=False, labeltop=True, labelbottom=False, pad=3
    )
    for edge in range(n + 1):
        ax.axhline(edge - 0.5, color=style.FAINT, linewidth=0.5, zorder=2)
        ax.axvline(edge - 0.5, color=style.FAINT, linewidth=0.5, zorder=2)
    ax.spines[:].set_visible(False)
