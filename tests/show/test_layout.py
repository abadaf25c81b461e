"""Layout: names that do not touch, intervals whose caps are seen, bars that admit their length."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from helpers.show.figure import fit_name, text_width
from helpers.show.matrix import plot_meetings_matrix
from helpers.show.timeline import plot_timeline
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus

SIZES = pytest.mark.parametrize("size", ["half", "full"])


def boxes(figure: Figure, labels: list[Any]) -> list[Any]:
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return [label.get_window_extent(canvas.get_renderer()) for label in labels]


@SIZES
@pytest.mark.parametrize("n", [5, 60, 500])
def test_names_beside_and_above_the_matrix_do_not_touch(n: int, size: Any) -> None:
    figure = plot_meetings_matrix(handmade_corpus() if n == 5 else synthetic_corpus(n, 1), size=size)
    ax = figure.axes[0]
    rows = boxes(figure, ax.get_yticklabels())
    assert all(a.y0 >= b.y1 - 1 for a, b in pairwise(rows))
    if ax.get_xticklabels()[0].get_rotation() == 90:
        columns = boxes(figure, ax.get_xticklabels())
        assert all(a.x1 <= b.x0 + 1 for a, b in pairwise(columns))


@SIZES
@pytest.mark.parametrize("n", [5, 60])
def test_every_cap_of_the_timeline_stands_inside_the_axes(n: int, size: Any) -> None:
    figure = plot_timeline(
        handmade_corpus() if n == 5 else synthetic_corpus(n, 1), lanes="country", size=size
    )
    ax = figure.axes[0]
    low, high = ax.get_xlim()
    caps = [
        c for c in ax.collections if isinstance(c, LineCollection) and str(c.get_gid()).startswith("cap:")
    ]
    places = [float(x) for c in caps for segment in c.get_segments() for x in segment[:, 0]]
    assert places
    assert all(low + 0.02 <= x <= high - 0.02 for x in places)


def test_bars_drawn_longer_than_they_are_are_owned_up_to() -> None:
    figure = plot_timeline(handmade_corpus())
    (note,) = [t.get_text() for t in figure.texts if t.get_gid() == "note"]
    assert note.startswith("To be seen, bars of less than ")
    assert note.endswith(" days are drawn that long. The days are written beside them.")


def test_a_day_is_never_drawn_as_an_interval() -> None:
    corpus = handmade_corpus()
    days = corpus.meetings["edtf"].str.fullmatch(r"\d{4}-\d{2}-\d{2}")
    exact = corpus.with_frames(meetings=corpus.meetings[days].reset_index(drop=True))
    exact = exact.with_frames(
        participations=exact.participations[
            exact.participations["meeting_id"].isin(exact.meetings["meeting_id"])
        ]
    )
    figure = plot_timeline(exact)
    assert not [c for c in figure.axes[0].collections if str(c.get_gid()).startswith(("cap:", "interval:"))]
    assert not [t for t in figure.texts if t.get_gid() == "note"]


def test_a_shortened_name_keeps_its_country() -> None:
    figure = Figure()
    FigureCanvasAgg(figure)
    short = fit_name(figure, "Maria da Conceição de Albuquerque Pereira (PT)", 8, 1.5)
    assert short.startswith("Maria da")
    assert short.endswith("… (PT)")
    assert text_width(figure, short, 8) <= 1.5
