"""Filter panel: widgets that hold one value, and a figure redrawn from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import traitlets

from helpers.analyse.filters import Filters, apply_filters, check_filters, count_undatable
from helpers.corpus import Corpus
from helpers.errors import FilterError, WhoMetWhomError
from helpers.show.export_box import ExportBox, export_box
from helpers.show.figure import ReportFigure, empty_figure
from helpers.show.filter_widgets import (
    build_days,
    build_list,
    build_tags,
    build_words,
    escape_lines,
    hide_words,
    label_countries,
    label_people,
    label_values,
    name_box,
)

__all__ = ["ExportBox", "FilterPanel", "LiveFigure", "export_box", "live_figure"]

_WRAP = {"flex_flow": "row wrap", "width": "100%"}


class FilterPanel(widgets.VBox):
    """Widgets with which the meetings to look at are chosen.

    The widgets together hold one value, `value`; whatever depends on the panel
    observes only that. Setting `value` sets the widgets.

    Parameters
    ----------
    corpus : Corpus
        Its people, countries, topics and outlets are the options.

    Attributes
    ----------
    value : Filters
        What is chosen; observable. Setting a person, country, topic or outlet
        that the corpus does not have raises `FilterError`.
    corpus : Corpus
        The whole corpus, as given.

    Examples
    --------
    >>> from helpers.corpus import load_corpus
    >>> panel = FilterPanel(load_corpus("seeds", progress=False))
    >>> panel.value = Filters(people="john-healey")
    >>> panel.people.value
    ['John Healey (GB)']
    """

    value = traitlets.Any()

    def __init__(self, corpus: Corpus) -> None:
        """Build the widgets for a corpus; nothing is filtered."""
        self.corpus = corpus
        self._is_writing = False
        people, countries = label_people(corpus), label_countries(corpus)
        self._keys = {"people": people, "countries": countries}
        self._labels = {name: {key: label for label, key in d.items()} for name, d in self._keys.items()}
        short = label_values(corpus)
        self.people = build_tags("People", people, "wmw-filter-people")
        self.countries = build_tags("Countries", countries, "wmw-filter-countries")
        self.status = build_list("Status", short["status"], "wmw-filter-status")
        self.mode = build_list("Mode", short["mode"], "wmw-filter-mode")
        self.topic = build_list("Topic", short["topic"], "wmw-filter-topic")
        self.outlet = build_list("Outlet", short["outlet"], "wmw-filter-outlet")
        self.date_from, self.date_to = build_days()
        self.words = build_words()
        self.reset_button = widgets.Button(description="Reset", tooltip="Show all meetings again")
        self.reset_button.add_class("wmw-reset")
        self.message = widgets.HTML()
        self.message.add_class("wmw-message")
        days = widgets.HBox([self.date_from, self.date_to], layout={"flex_flow": "row wrap"})
        days.add_class("wmw-filter-dates")
        super().__init__(
            [
                widgets.HBox(
                    [name_box("People", self.people), name_box("Countries", self.countries)], layout=_WRAP
                ),
                widgets.HBox([self.status, self.mode, self.topic, self.outlet], layout=_WRAP),
                widgets.HBox([days, self.words, self.reset_button], layout=_WRAP),
                self.message,
            ],
            value=Filters(),
        )
        self.add_class("wmw-panel")
        self._write()
        self.observe(self._write, names="value")
        for box in self._boxes().values():
            box.observe(self._read, names="value")
        self.reset_button.on_click(lambda _: self.reset())

    def select(self) -> Corpus:
        """Return the part of the corpus that the filters leave."""
        return apply_filters(self.corpus, self.value)

    def reset(self) -> None:
        """Take back every filter."""
        self.value = Filters()
        self._write()

    @traitlets.validate("value")
    def _check(self, proposal: Any) -> Filters:
        value = proposal["value"]
        if not isinstance(value, Filters):
            raise FilterError(
                f"FilterPanel.value is {value!r}, a {type(value).__name__}. "
                "Allowed: helpers.analyse.Filters. Write panel.value = Filters(status='held'), for example."
            )
        check_filters(self.corpus, value)
        return value

    def _boxes(self) -> dict[str, Any]:
        names = ("people", "countries", "status", "mode", "topic", "outlet", "date_from", "date_to", "words")
        return {name: getattr(self, name) for name in names}

    def _read(self, _: Any = None) -> None:
        """Take the value over from the widgets."""
        if self._is_writing:
            return
        read = {name: box.value for name, box in self._boxes().items()}
        for name, keys in self._keys.items():
            read[name] = tuple(keys[label] for label in read[name] if label in keys)
        try:
            value = Filters(**read)
            is_new = value != self.value
            self.value = value
        except FilterError as error:
            self.message.value = escape_lines(f"Not applied. {error}", warn=True)
            return
        if not is_new:
            self._write()

    def _write(self, _: Any = None) -> None:
        """Bring widgets and message into agreement with the value."""
        self._is_writing = True
        try:
            for name, box in self._boxes().items():
                value = getattr(self.value, name)
                if name in self._labels:
                    value = [self._labels[name][key] for key in value]
                if box.value != value:
                    box.value = value
        finally:
            self._is_writing = False
        try:
            self.message.value = self._tell()
        except Exception as error:  # a raise in a callback would be lost: the page has to say it
            self.message.value = escape_lines(
                f"The filters could not be applied. {_explain(error)}", warn=True
            )

    def _tell(self) -> str:
        part, whole = self.select(), self.corpus
        undated = count_undatable(whole, self.value)
        left_out = f"{_count(undated, 'meeting')} without a known day left out." if undated else ""
        n = f"{len(part.articles):,} of {_count(len(whole.articles), 'article')}"
        if len(part.meetings):
            return escape_lines(
                f"{len(part.meetings):,} of {_count(len(whole.meetings), 'meeting')}, in {n}.", left_out
            )
        if not self.value:
            return escape_lines(f"0 of 0 meetings, in {n}. The rules found none in this corpus.")
        return escape_lines(
            f"No meeting matches: {self.value.describe()}. Widen or reset a filter.", left_out, warn=True
        )


class LiveFigure(widgets.VBox):
    """A figure that is drawn again whenever the value of its panel changes.

    Attributes
    ----------
    figure : ReportFigure
        The figure that is shown now.
    image : ipywidgets.Image
        Its picture.
    problem : str
        Why it could not be drawn; empty if it was.
    """

    def __init__(self, panel: FilterPanel, draw: Callable[[Corpus], ReportFigure]) -> None:
        """Draw for the panel's present value, and from then on for every new one."""
        self.panel = panel
        self.problem = ""
        self._draw = draw
        self.image = widgets.Image(format="png")
        self.image.add_class("wmw-figure")
        self.words = widgets.HTML()  # alt text: an Image takes neither alt nor tooltip
        self.words.add_class("wmw-figure-words")
        self.note = widgets.HTML()
        self.note.add_class("wmw-figure-note")
        super().__init__([self.image, self.words, self.note])
        self._show(self._build(panel.select()))
        panel.observe(self.redraw, names="value")

    def redraw(self, _: Any = None) -> None:
        """Draw again; a failure is told below the figure and never raised."""
        self.problem = ""
        try:
            self._show(self._build(self.panel.select()))
        except Exception as error:  # a raise in a callback would be lost: the page has to say it
            self.problem = f"The figure could not be drawn. {_explain(error)}"
            self._show(
                empty_figure("Not drawn", "The figure could not be drawn: see below.", self.panel.corpus)
            )
        self.note.value = escape_lines(self.problem, warn=True) if self.problem else ""

    def _build(self, part: Corpus) -> ReportFigure:
        if len(part.meetings) or len(part.articles):
            return self._draw(part)
        figure = empty_figure("No meeting", "No meeting matches. Widen or reset a filter.", self.panel.corpus)
        figure.alt = f"No meeting matches: {self.panel.value.describe()}."
        return figure

    def _show(self, figure: ReportFigure) -> None:
        self.figure = figure
        picture = figure.to_png()
        with self.image.hold_sync():
            self.image.value = picture
            self.words.value = hide_words("The figure in words", figure.alt)
            self.image.layout.width = f"{int(figure.get_size_inches()[0] * 100)}px"
            self.image.layout.max_width = "100%"
            self.image.layout.object_fit = "contain"


def live_figure(panel: FilterPanel, plot: Callable[..., ReportFigure], **options: Any) -> LiveFigure:
    """Show a figure that follows a filter panel.

    Parameters
    ----------
    panel : FilterPanel
    plot : callable
        A plain function of a corpus that returns a figure, e.g. `plot_timeline`.
    **options
        Passed on to `plot`, e.g. ``lanes="country"``.

    Returns
    -------
    LiveFigure
        One picture; drawn again at every change of the panel's value.

    Raises
    ------
    FilterError
        If `plot` refuses the options at the first drawing. Later failures are
        told below the figure.

    Examples
    --------
    >>> from helpers.corpus import load_corpus
    >>> from helpers.show.timeline import plot_timeline
    >>> panel = FilterPanel(load_corpus("seeds", progress=False))
    >>> live = live_figure(panel, plot_timeline)
    >>> panel.value = Filters(people="john-healey")
    >>> live.figure.data["meeting_id"].nunique()
    2
    """
    return LiveFigure(panel, lambda corpus: plot(corpus, **options))


def _explain(error: Exception) -> str:
    return str(error) if isinstance(error, WhoMetWhomError) else f"{type(error).__name__}: {error}"


def _count(n: int, thing: str) -> str:
    return f"{n:,} {thing}" + ("" if n == 1 else "s")
