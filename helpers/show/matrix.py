"""Matrix: who met whom, how often."""

from __future__ import annotations

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
    fit_text,
    heading_height,
    join_words,
    own_figure,
    text_width,
)

#: With more people than this the ones with most meetings are shown.
MAX_PEOPLE = 40

#: Longest label over a column, in inches; it leans over the columns to its right.
_SLANTED = 1.5
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
    shown. With more than 40 the figure shows the 40 with most meetings, and says so.

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
    actors, note = _actors(pairs)
    with style.report_style():
        if ax is None:
            figure, ax = _new_figure(actors, title, note, whole, size)
        else:
            figure = own_figure(ax)
        _draw(ax, actors, pairs)
    figure.title, figure.data = title, pairs
    top = pairs.iloc[0] if len(pairs) else None
    most = (
        f" Most often: {draw_text(top['a'])} and {draw_text(top['b'])}, {top['n_meetings']}."
        if top is not None
        else ""
    )
    figure.alt = f"{title}. A matrix of {len(actors):,} by {len(actors):,}, {len(pairs):,} pairs.{most}"
    return figure


def _actors(pairs: pd.DataFrame) -> tuple[pd.DataFrame, str]:
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
    kept = both.sort_values(["n", "id"], ascending=[False, True], kind="stable").head(MAX_PEOPLE)
    note = "" if len(kept) == len(both) else f"The {MAX_PEOPLE} of {len(both):,} with most meetings."
    kept = kept.sort_values(["country", "name", "id"], na_position="last", kind="stable")
    return kept.reset_index(drop=True), note


def _label(name: object, country: object) -> str:
    text = draw_text(name)
    return text if pd.isna(country) or text == country else f"{text} ({draw_text(country)})"  # type: ignore[call-overload]


def _new_figure(
    actors: pd.DataFrame, title: str, note: str, corpus: Corpus | None, size: Size
) -> tuple[ReportFigure, Axes]:
    width, n = style.WIDTHS[size], len(actors)
    probe = ReportFigure(width, 4.0)
    labels = [_label(a.name_, a.country) for a in actors.rename(columns={"name": "name_"}).itertuples()]
    size_text = style.TEXT if n <= 24 else style.SMALL
    left = min(max(text_width(probe, label, size_text) for label in labels), 0.36 * width) + 0.25
    longest = min(max(text_width(probe, label, size_text) for label in labels), _SLANTED)
    cell = min(_CELL[size], (width - left - 0.72 * longest) / n)
    side = cell * n
    top = longest * 0.75 + 0.2
    head, foot = heading_height(probe, title, note), 0.4
    height = head + top + side + foot
    figure = ReportFigure(width, height)
    add_heading(figure, title, note)
    ax = figure.add_axes((left / width, foot / height, side / width, side / height))
    add_source(figure, corpus)
    return figure, ax


def _draw(ax: Axes, actors: pd.DataFrame, pairs: pd.DataFrame) -> None:
    n = len(actors)
    at = {person: i for i, person in enumerate(actors["id"])}
    counts = np.zeros((n, n), dtype=int)
    for a, b, k in zip(pairs["a_id"], pairs["b_id"], pairs["n_meetings"], strict=True):
        if a in at and b in at:
            counts[at[a], at[b]] = counts[at[b], at[a]] = k
    most = max(int(counts.max(initial=0)), 1)
    for i in range(n):
        ax.add_patch(
            Rectangle((i - 0.5, i - 0.5), 1, 1, facecolor=style.FAINT, edgecolor="none", gid="diagonal")
        )
        for j in range(n):
            if counts[i, j]:
                shade = 1 + min(int(counts[i, j] * 5 / most), 4) if most > 1 else 2
                ax.add_patch(
                    Rectangle(
                        (j - 0.5, i - 0.5), 1, 1, facecolor=_SHADES[shade], edgecolor="none", gid="cell"
                    )
                )
                ink = "white" if shade >= 4 else style.INK
                ax.text(
                    j,
                    i,
                    f"{counts[i, j]:,}",
                    ha="center",
                    va="center",
                    size=style.SMALL,
                    color=ink,
                    gid="count",
                )
    figure = own_figure(ax)
    size = style.TEXT if n <= 24 else style.SMALL
    room = ax.get_position().x0 * figure.get_size_inches()[0] - 0.2
    labels = [_label(name, country) for name, country in zip(actors["name"], actors["country"], strict=True)]
    short = [fit_text(figure, label, size, max(room, 0.6)) for label in labels]
    over = [fit_text(figure, label, size, _SLANTED) for label in labels]
    ax.set(xlim=(-0.5, n - 0.5), ylim=(n - 0.5, -0.5))
    ax.set_yticks(range(n), short)
    ax.set_xticks(range(n), over, rotation=45, ha="left", rotation_mode="anchor")
    ax.tick_params(length=0, labelsize=size, top=True, bottom=False, labeltop=True, labelbottom=False, pad=3)
    for edge in range(n + 1):
        ax.axhline(edge - 0.5, color=style.FAINT, linewidth=0.5, zorder=2)
        ax.axvline(edge - 0.5, color=style.FAINT, linewidth=0.5, zorder=2)
    ax.spines[:].set_visible(False)
