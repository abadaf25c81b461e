"""Panel: values in, filtered figure out; no browser, no sleeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import ipywidgets as widgets
import pytest

from helpers.analyse.filters import Filters
from helpers.errors import FilterError
from helpers.show.panel import FilterPanel, export_box, live_figure
from helpers.show.timeline import plot_timeline
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus


def classes_of(widget: widgets.DOMWidget) -> Iterator[str]:
    """Return the CSS classes of a widget and of all widgets in it."""
    yield from widget._dom_classes
    for child in getattr(widget, "children", ()):
        yield from classes_of(child)


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
    with pytest.raises(FilterError) as caught:
        panel.value = Filters(people="nobody-at-all")
    assert str(caught.value).startswith(
        "Unknown people 'nobody-at-all' in the filters of this corpus. Allowed: "
    )
    assert "'ben-wallace'" in str(caught.value)
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


def test_what_is_no_filter_is_refused() -> None:
    panel = FilterPanel(handmade_corpus())
    with pytest.raises(FilterError) as caught:
        panel.value = "held"
    assert str(caught.value) == (
        "FilterPanel.value is 'held', a str. Allowed: helpers.analyse.Filters. "
        "Write panel.value = Filters(status='held'), for example."
    )


def test_contradictory_days_are_told_and_not_applied() -> None:
    panel = FilterPanel(handmade_corpus())
    live = live_figure(panel, plot_timeline)
    panel.date_from.value = date(2023, 1, 1)
    before = live.image.value
    panel.date_to.value = date(2022, 1, 1)
    assert "Not applied. Filters.date_from 2023-01-01 is after date_to 2022-01-01." in panel.message.value
    assert panel.value == Filters(date_from="2023-01-01")
    assert live.image.value == before
    panel.reset()
    assert (panel.date_from.value, panel.date_to.value) == (None, None)
    assert "9 of 9 meetings" in panel.message.value


def test_meetings_without_a_day_are_counted_when_days_leave_them_out() -> None:
    corpus = synthetic_corpus(60)
    n = int((corpus.meetings["start"].isna() & corpus.meetings["end"].isna()).sum())
    assert n > 1
    panel = FilterPanel(corpus)
    assert "known day" not in panel.message.value
    panel.date_from.value = date(2000, 1, 1)
    assert f"{60 - n} of 60 meetings" in panel.message.value
    assert f"{n} meetings without a known day left out." in panel.message.value


def test_namesakes_and_names_of_any_length_stay_apart() -> None:
    corpus = synthetic_corpus(40)
    people = corpus.people.assign(name=["x" * 5000] * len(corpus.people))
    panel = FilterPanel(corpus.with_frames(people=people.astype({"name": "string"})))
    tags = panel.people.allowed_tags
    assert len(set(tags)) == corpus.participations["person_id"].nunique()
    assert max(map(len, tags)) < 130
    for person in people["person_id"].head(5):
        panel.value = Filters(people=person)
        (tag,) = panel.people.value
        panel.reset()
        panel.people.value = [tag]
        assert panel.value.people == (person,)


def test_an_empty_corpus_has_a_panel_and_a_figure() -> None:
    panel = FilterPanel(synthetic_corpus(0))
    live = live_figure(panel, plot_timeline)
    assert "0 of 0 meetings" in panel.message.value
    assert live.figure.alt == "No meeting matches: everything."
    panel.people.value = ["somebody"]
    assert (panel.people.value, panel.value) == ([], Filters())


def test_an_option_that_the_figure_refuses_is_an_error_at_once() -> None:
    with pytest.raises(FilterError, match="lanes"):
        live_figure(FilterPanel(handmade_corpus()), plot_timeline, lanes="nonsense")


def test_every_widget_can_be_found_by_its_class(tmp_path: Path) -> None:
    panel = FilterPanel(handmade_corpus())
    live = live_figure(panel, plot_timeline)
    box = export_box(live, "timeline", folder=tmp_path)
    filters = ("people", "countries", "status", "mode", "topic", "outlet", "dates", "words")
    expected = [
        "wmw-panel", "wmw-figure", "wmw-message", "wmw-export-folder", "wmw-export", "wmw-export-result",
        *(f"wmw-filter-{name}" for name in filters),
    ]  # fmt: skip
    found = Counter(name for root in (panel, live, box) for name in classes_of(root))
    assert {name: found[name] for name in expected} == dict.fromkeys(expected, 1)


def test_the_export_box_overwrites_only_when_told_to(tmp_path: Path) -> None:
    panel = FilterPanel(handmade_corpus())
    box = export_box(live_figure(panel, plot_timeline), "timeline", folder=tmp_path)
    box.export()
    written = (tmp_path / "timeline.csv").read_bytes()
    panel.words.value = "Wallace"
    assert box.export() == []
    assert "not overwritten" in box.result.value
    assert "by ticking “Replace files”" in box.result.value
    assert (tmp_path / "timeline.csv").read_bytes() == written
    box.replace.value = True
    assert len(box.export()) == 5
    assert (tmp_path / "timeline.csv").read_bytes() != written
    assert box.replace.value is False


def test_the_export_box_tells_what_is_wrong_as_inert_text(tmp_path: Path) -> None:
    box = export_box(live_figure(FilterPanel(handmade_corpus()), plot_timeline), "timeline", folder=tmp_path)
    box.name.value = "<b>/x"
    box.button.click()
    assert "Nothing written. The name &#x27;&lt;b&gt;/x&#x27; cannot be that of a file" in box.result.value
    assert list(tmp_path.iterdir()) == []


def test_a_filter_that_fails_says_so_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = FilterPanel(handmade_corpus())
    live = live_figure(panel, plot_timeline)

    def fail(*_: object) -> None:
        raise RuntimeError("<i>no</i>")

    monkeypatch.setattr("helpers.show.panel.apply_filters", fail)
    panel.status.value = ("held",)
    told = "RuntimeError: &lt;i&gt;no&lt;/i&gt;"
    assert f"The filters could not be applied. {told}" in panel.message.value
    assert f"The figure could not be drawn. {told}" in live.note.value
    monkeypatch.undo()
    panel.reset()
    assert (live.note.value, live.problem) == ("", "")
    assert "9 of 9 meetings" in panel.message.value
