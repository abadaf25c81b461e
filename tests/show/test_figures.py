"""Figures: their artists, not their pixels; fit for a report, inert, and the same every time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.analyse.encounters import who_met_whom
from helpers.analyse.filters import Filters, apply_filters
from helpers.corpus import Corpus
from helpers.errors import FilterError
from helpers.show import style
from helpers.show.coverage import plot_coverage
from helpers.show.figure import ReportFigure, clean_text, draw_text
from helpers.show.matrix import MAX_PEOPLE, plot_meetings_matrix
from helpers.show.timeline import plot_timeline
from helpers.show.topics import MAX_GROUPS, plot_topics
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus

Plot = Callable[..., ReportFigure]
PLOTS: list[Plot] = [plot_timeline, plot_meetings_matrix, plot_topics, plot_coverage]
every_plot = pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.__name__)


def texts(figure: Figure) -> list[Any]:
    """Return every text that is drawn."""
    FigureCanvasAgg(figure).draw()
    artists = [
        *figure.texts,
        *(t for ax in figure.axes for t in (*ax.texts, *ax.get_xticklabels(), *ax.get_yticklabels())),
    ]
    return [t for t in artists if t.get_visible() and t.get_text().strip()]


def boxes(figure: Figure) -> list[tuple[str, Any]]:
    """Return the box of every text in pixels."""
    drawn = texts(figure)
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    return [(t.get_text(), t.get_window_extent(renderer)) for t in drawn]


@every_plot
@pytest.mark.parametrize(
    "corpus", [handmade_corpus(), synthetic_corpus(60, 1), synthetic_corpus(500, 2)], ids=["5", "60", "500"]
)
@pytest.mark.parametrize("size", ["half", "full"])
def test_no_text_leaves_the_figure(plot: Plot, corpus: Corpus, size: str) -> None:
    figure = plot(corpus, size=size)
    width, height = figure.canvas.get_width_height()  # type: ignore[attr-defined]
    outside = [t for t, b in boxes(figure) if b.x0 < -1 or b.x1 > width + 1 or b.y0 < -1 or b.y1 > height + 1]
    assert outside == []


@pytest.mark.parametrize("n", [5, 60, 500])
def test_day_labels_of_the_timeline_do_not_overlap(n: int) -> None:
    corpus = handmade_corpus() if n == 5 else synthetic_corpus(n, 4)
    figure = plot_timeline(corpus)
    FigureCanvasAgg(figure).draw()
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    days = [t.get_window_extent(renderer) for ax in figure.axes for t in ax.texts if t.get_gid() == "day"]
    overlapping = [(a, b) for i, a in enumerate(days) for b in days[i + 1 :] if a.overlaps(b)]
    assert overlapping == []


@every_plot
def test_title_source_and_alt_text_are_there(plot: Plot) -> None:
    figure = plot(handmade_corpus())
    written = " ".join(t.get_text() for t in texts(figure))
    assert "5 articles" in figure.title
    assert "Source: 5 articles, corpus " in written
    assert figure.title in figure.alt
    assert len(figure.data) > 0


@every_plot
def test_the_same_figure_gives_the_same_bytes(plot: Plot) -> None:
    assert plot(handmade_corpus()).to_png() == plot(handmade_corpus()).to_png()


@every_plot
def test_a_corpus_without_meetings_gives_a_figure_that_says_so(plot: Plot) -> None:
    nothing = apply_filters(handmade_corpus(), Filters(words="xyzzy"))
    figure = plot(nothing)
    assert figure.to_png()
    assert figure.alt


@every_plot
def test_the_corpus_is_not_changed(plot: Plot) -> None:
    corpus = handmade_corpus()
    plot(corpus)
    assert all(frame.equals(handmade_corpus().frames()[name]) for name, frame in corpus.frames().items())


@pytest.mark.parametrize("plot", PLOTS[:3], ids=lambda plot: plot.__name__)
def test_given_axes_are_used_and_no_new_figure_is_made(plot: Plot) -> None:
    mine = Figure(figsize=(6, 4))
    ax = mine.add_subplot()
    figure = plot(handmade_corpus(), ax=ax)
    assert figure is mine
    assert mine.axes == [ax]
    assert ax.has_data() or ax.patches


def test_held_is_filled_and_planned_is_hollow() -> None:
    held, planned = style.STATUS["held"], style.STATUS["planned"]
    assert held.filled
    assert not planned.filled
    looks = {
        (s.marker if isinstance(s.marker, str) else "path", s.filled, s.line) for s in style.STATUS.values()
    }
    assert len(looks) == len(style.STATUS)  # no two statuses are told apart by colour alone


def test_the_matrix_is_symmetric_and_prints_its_counts() -> None:
    corpus = handmade_corpus()
    figure = plot_meetings_matrix(corpus)
    ax = figure.axes[0]
    cells = {(round(t.get_position()[0]), round(t.get_position()[1])): t.get_text() for t in ax.texts}
    assert len(cells) == 2 * len(who_met_whom(corpus))
    assert all(cells[j, i] == text for (i, j), text in cells.items())
    assert not any(i == j for i, j in cells)


def test_a_large_matrix_shows_those_who_met_most_and_says_so() -> None:
    figure = plot_meetings_matrix(synthetic_corpus(3000, 1))
    n = len({*figure.data["a_id"], *figure.data["b_id"]})
    notes = [t.get_text() for t in figure.texts if t.get_gid() == "note"]
    assert (n <= MAX_PEOPLE["full"]) == (notes == [])
    assert len(figure.axes[0].get_yticks()) == min(n, MAX_PEOPLE["full"])


def test_topic_bars_count_articles_and_name_the_hits() -> None:
    figure = plot_topics(handmade_corpus(), by="country")
    assert 0 < len(figure.axes) <= MAX_GROUPS
    for ax in figure.axes:
        widths = [bar.get_width() for bar in ax.patches]
        words = [t.get_text() for t in ax.texts]
        assert len(widths) == len(words)
        assert all((w == 0) == (t == "–") for w, t in zip(widths, words, strict=True))


def test_years_stand_in_their_order_whichever_has_most_hits() -> None:
    rows = [("2023", 9), ("2025", 4), ("2022", 1)]
    table = pd.DataFrame(rows, columns=["group", "n_hits"]).assign(
        topic="NATO", n_articles=1, share=1.0, n_group_hits=lambda t: t["n_hits"], n_group_articles=1
    )
    heads = {
        by: [ax.get_title(loc="left") for ax in plot_topics(table, by=by).axes] for by in ("year", "outlet")
    }
    assert [head[:4] for head in heads["year"]] == ["2022", "2023", "2025"]
    assert [head[:4] for head in heads["outlet"]] == ["2023", "2025", "2022"]


def test_coverage_draws_a_dot_for_a_day_and_a_bar_for_bounds() -> None:
    figure = plot_coverage(handmade_corpus())
    marks = [line.get_marker() for line in figure.axes[0].lines if line.get_zorder() == 3]
    assert sorted(marks) == ["o", "o", "|", "|", "|"]


def test_many_articles_are_counted_by_the_width_of_their_interval() -> None:
    figure = plot_coverage(synthetic_corpus(500, 1))
    assert sum(bar.get_width() for bar in figure.axes[0].patches) == len(figure.data)


def test_unknown_options_are_refused() -> None:
    with pytest.raises(FilterError):
        plot_timeline(handmade_corpus(), lanes="topic")  # type: ignore[arg-type]
    with pytest.raises(FilterError):
        plot_meetings_matrix(handmade_corpus(), status=("hold",))
    with pytest.raises(FilterError):
        plot_topics(handmade_corpus(), by="month")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Ada\nByron", "Ada Byron"),
        ("a\u202eb", "ab"),
        ("\x00x", "x"),
        (None, ""),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_labels_are_one_clean_line(text: str | None, clean: str) -> None:
    assert clean_text(text) == clean


def test_dollars_are_no_mathematics_and_rare_characters_no_warning() -> None:
    assert draw_text("$\\frac{1}{0}$") == "$\\frac{1}{0}$"
    assert "□" in draw_text("𓀀 king")
