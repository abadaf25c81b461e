"""Topics: what each group of speakers, countries or years speaks about."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from helpers.analyse.comparison import Group, compare_topics
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
    own_figure,
    text_width,
)

#: Groups drawn at most; the others are counted in the note.
MAX_GROUPS = 6
#: Below so many articles a group is called small in its heading.
FEW = 3

_PITCH = 0.2
_WORDS = {
    "country": "by the country of the speaker",
    "speaker": "by speaker",
    "year": "by year of publication",
    "outlet": "by outlet",
    "pair": "by pair that met",
}


def plot_topics(
    corpus: Corpus | pd.DataFrame,
    *,
    by: Group = "country",
    top: int = 12,
    size: Size = "full",
    ax: Axes | None = None,
) -> ReportFigure:
    """Plot the topics of each group as bars of articles, with hits beside them.

    A bar counts articles, because one article can repeat a word many times. There
    is no test of significance, and none is possible with a handful of articles.

    Parameters
    ----------
    corpus : Corpus or DataFrame
        The corpus, or a table from `compare_topics`.
    by : {'country', 'speaker', 'year', 'outlet', 'pair'}, default 'country'
        The groups; ignored for a table.
    top : int, default 12
        Topics shown at most: those in most articles of the groups shown.
    size : {'half', 'full'}, default 'full'
        Width of the figure: half a page (3.5 in) or a full page (7.2 in).
    ax : Axes, optional
        Draw the first group here instead of all in a new figure.

    Returns
    -------
    ReportFigure
        Its `data` is the table of `compare_topics`.

    Raises
    ------
    FilterError
        If `by` is not allowed.
    """
    whole = corpus if isinstance(corpus, Corpus) else None
    table = compare_topics(corpus, by=by) if isinstance(corpus, Corpus) else corpus
    title = ", ".join(filter(None, [f"Topics {_WORDS[by]}", count_articles(whole) if whole else ""]))
    if table.empty and ax is None:
        figure = empty_figure(title, "No topic was found.", whole, size)
        figure.data = table
        return figure
    groups, topics, note = _choose(table, by, top)
    with style.report_style():
        if ax is not None:
            figure = own_figure(ax)
            _draw(
                ax,
                table[table["group"].eq(groups[0])] if groups else table,
                topics,
                groups[0] if groups else "",
                figure,
            )
        else:
            figure = _panels(table, groups, topics, title, note, whole, size)
    figure.title, figure.data = title, table
    first = table.iloc[0] if len(table) else None
    lead = (
        f" {draw_text(first['group'])}: most hits for {draw_text(first['topic'])}."
        if first is not None
        else ""
    )
    figure.alt = f"{title}. Bars count articles for {len(topics)} topics in {len(groups)} groups.{lead}"
    return figure


def _choose(table: pd.DataFrame, by: str, top: int) -> tuple[list[str], list[str], str]:
    """Choose groups and topics, and say what is left out."""
    every = table["group"].drop_duplicates().tolist()
    groups = every[:MAX_GROUPS]
    shown = table[table["group"].isin(groups)]
    totals = shown.groupby("topic")[["n_articles", "n_hits"]].sum().reset_index()
    totals = totals.sort_values(
        ["n_articles", "n_hits", "topic"], ascending=[False, False, True], kind="stable"
    )
    topics = totals["topic"].head(max(top, 1)).tolist()
    notes = ["Bars count articles; beside them, hits."]
    if len(every) > len(groups):
        notes.append(f"{len(groups)} of {len(every):,} groups, those with most hits.")
    if len(totals) > len(topics):
        notes.append(f"{len(topics)} of {len(totals):,} topics.")
    return (sorted(groups) if by == "year" else groups), topics, " ".join(notes)


def _panels(
    table: pd.DataFrame,
    groups: list[str],
    topics: list[str],
    title: str,
    note: str,
    corpus: Corpus | None,
    size: Size,
) -> ReportFigure:
    width = style.WIDTHS[size]
    columns = min(len(groups), 3 if size == "full" else 1)
    rows = -(-len(groups) // columns)
    probe = ReportFigure(width, 4.0)
    left = min(max(text_width(probe, draw_text(t), style.SMALL) for t in topics), 0.34 * width) + 0.22
    head, foot, gap = heading_height(probe, title, note), 0.75, 0.85
    tall = _PITCH * len(topics) + 0.1
    height = head + 0.3 + rows * tall + (rows - 1) * gap + foot
    figure = ReportFigure(width, height)
    add_heading(figure, title, note)
    between = 0.2
    wide = (width - left - 0.15 - (columns - 1) * between) / columns
    longest = int(table.loc[table["group"].isin(groups) & table["topic"].isin(topics), "n_articles"].max())
    for k, group in enumerate(groups):
        row, column = divmod(k, columns)
        x = left + column * (wide + between)
        y = height - head - 0.3 - row * (tall + gap) - tall
        ax = figure.add_axes((x / width, y / height, wide / width, tall / height))
        _draw(ax, table[table["group"].eq(group)], topics, group, figure, longest=longest, room=wide)
        if column:
            ax.tick_params(labelleft=False)
        else:
            ax.set_yticks(
                range(len(topics)), [fit_text(figure, draw_text(t), style.SMALL, left - 0.2) for t in topics]
            )
    add_source(figure, corpus)
    return figure


def _draw(
    ax: Axes,
    rows: pd.DataFrame,
    topics: list[str],
    group: str,
    figure: ReportFigure,
    *,
    longest: int | None = None,
    room: float = 2.0,
) -> None:
    """Draw one group: a bar a topic, the hits beside it, the articles behind the group above it."""
    by_topic = rows.set_index("topic").reindex(topics)
    articles = by_topic["n_articles"].fillna(0).astype(int).to_numpy()
    hits = by_topic["n_hits"].fillna(0).astype(int).to_numpy()
    longest = max(longest or int(articles.max(initial=1)), 1)
    ax.barh(range(len(topics)), articles, height=0.62, color=style.BLUE, zorder=2)
    for y, (n, k) in enumerate(zip(articles, hits, strict=True)):
        words = f"{k:,} hit{'' if k == 1 else 's'}" if n else "–"
        ax.text(
            n + 0.03 * longest, y, words, va="center", size=style.SMALL, color=style.INK if n else style.SOFT
        )
    margin = 0.62 / max(room - 0.62, 0.3)
    ax.set(xlim=(0, longest * (1 + margin)), ylim=(len(topics) - 0.5, -0.5))
    ax.set_yticks(range(len(topics)), [draw_text(t, 40) for t in topics])
    step = max(1, -(-longest // 4))
    ax.set_xticks(range(0, longest + 1, step))
    ax.tick_params(labelsize=style.SMALL, length=2)
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel("articles", size=style.SMALL)
    ax.spines[["right", "top", "left"]].set_visible(False)
    ax.axvline(0, color=style.SOFT, linewidth=0.6)
    n_articles = int(rows["n_group_articles"].max()) if len(rows) else 0
    few = ", few" if n_articles < FEW else ""
    count = f"{n_articles} article{'' if n_articles == 1 else 's'}{few}"
    name = fit_text(figure, draw_text(group), style.TEXT, max(room, 0.8))
    ax.set_title(f"{name}\n{count}", size=style.TEXT, loc="left", pad=4, linespacing=1.25)
