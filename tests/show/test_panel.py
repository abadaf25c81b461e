"""Panel: values in, filtered figure out; no browser, no sleeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.analyse.filters import Filters
from helpers.errors import FilterError
from helpers.show.panel import FilterPanel, export_box, live_figure
from helpers.show.timeline import plot_timeline
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus


def test_every_filter_widget_sets_the_value() -> None:
    panel = FilterPanel(handmade_corpus())
    panel.status.value = ("held",)
    assert panel.value == Filters(status="held")
    panel.words.value = "Wallace"
    assert panel.value == Filters(status="held", words="Wallace")
    panel.people.value = ["Ben Wallace (GB)"]
    assert panel.value.people == ("ben-wallace",)
    panel.reset()
    assert panel.value == Filters()
    assert panel.people.value == []


def test_setting_the_value_sets_the_widgets() -> None:
    panel = FilterPanel(handmade_corpus())
    panel.value = Filters(people="ben-wallace", status=("planned",), date_from="2022-01-01")
    assert panel.people.value == ["Ben Wallace (GB)"]
    assert panel.status.value == ("planned",)
    assert str(panel.date_from.value) == "2022-01-01"
    assert len(panel.select().meetings) == 1


def test_the_message_counts_and_says_when_nothing_matches() -> None:
    panel = FilterPanel(handmade_corpus())
    assert "9 of 9 meetings" in panel.message.value
    panel.words.value = "<b>xyzzy</b>"
    assert "No meeting matches" in panel.message.value
    assert "<b>" not in panel.message.value
    panel.words.value = ""
    assert "9 of 9 meetings" in panel.message.value


def test_an_unknown_person_is_refused_and_the_value_stays() -> None:
    panel = FilterPanel(handmade_corpus())
    with pytest.raises(FilterError, match="nobody-at-all"):
        panel.value = Filters(people="nobody-at-all")
    assert panel.value == Filters()


def test_the_figure_follows_and_survives_an_empty_choice() -> None:
    panel = FilterPanel(handmade_corpus())
    live = live_figure(panel, plot_timeline)
    everything = live.image.value
    panel.words.value = "Wallace"
    some = live.image.value
    panel.words.value = "xyzzy"
    nothing = live.image.value
    panel.words.value = ""
    assert len({everything, some, nothing}) == 3
    assert live.image.value == everything
    assert live.problem == ""


def test_a_figure_that_fails_says_so_on_the_page() -> None:
    panel = FilterPanel(handmade_corpus())
    live = live_figure(panel, plot_timeline)

    def fail(_: object) -> None:
        raise RuntimeError("<i>no</i>")

    live._draw = fail  # type: ignore[assignment]
    panel.status.value = ("held",)
    assert "could not be drawn" in live.note.value
    assert "<i>" not in live.note.value


def test_two_panels_do_not_interfere() -> None:
    corpus = handmade_corpus()
    one, two = FilterPanel(corpus), FilterPanel(corpus)
    live = live_figure(two, plot_timeline)
    before = live.image.value
    one.status.value = ("planned",)
    assert two.value == Filters()
    assert live.image.value == before


def test_hostile_names_are_options_and_nothing_else() -> None:
    panel = FilterPanel(synthetic_corpus(30, 1))
    assert all("\n" not in tag for tag in panel.people.allowed_tags)
    assert len(panel.people.allowed_tags) == len(set(panel.people.allowed_tags))


def test_the_export_box_writes_what_is_shown(tmp_path: Path) -> None:
    panel = FilterPanel(handmade_corpus())
    live = live_figure(panel, plot_timeline)
    panel.words.value = "Wallace"
    box = export_box(live, "timeline", folder=tmp_path / "out")
    files = box.export()
    assert sorted(f.suffix for f in files) == [".csv", ".json", ".pdf", ".png", ".svg"]
    assert "Wallace" in (tmp_path / "out" / "timeline.json").read_text(encoding="utf-8")
