"""Export: five files, never over others, the same bytes again, no formula left alive."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from helpers.analyse.filters import Filters
from helpers.errors import ExportError
from helpers.show.export import defuse_table, save_figure
from helpers.show.figure import ReportFigure
from helpers.show.matrix import plot_meetings_matrix
from helpers.show.timeline import plot_timeline
from tests.handmade import handmade_corpus

ENDINGS = [".csv", ".json", ".pdf", ".png", ".svg"]


@pytest.fixture(scope="module")
def figure() -> ReportFigure:
    return plot_timeline(handmade_corpus())


def test_five_files_are_written_with_their_origin(figure: ReportFigure, tmp_path: Path) -> None:
    corpus, filters = handmade_corpus(), Filters(status="held")
    files = save_figure(figure, tmp_path / "new folder", "timeline", corpus=corpus, filters=filters)
    assert sorted(f.suffix for f in files) == ENDINGS
    assert sorted(f.name for f in (tmp_path / "new folder").iterdir()) == sorted(f.name for f in files)
    said = json.loads((tmp_path / "new folder" / "timeline.json").read_text(encoding="utf-8"))
    assert said["corpus_hash"] == corpus.meta["corpus_hash"]
    assert said["filters"]["status"] == ["held"]
    assert said["version"]
    table = pd.read_csv(tmp_path / "new folder" / "timeline.csv")
    assert len(table) == len(figure.data)


def test_a_second_export_gives_the_same_bytes(tmp_path: Path) -> None:
    corpus = handmade_corpus()
    for name in ("a", "b"):
        save_figure(plot_timeline(corpus), tmp_path / name, "timeline", corpus=corpus)
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()
    assert save_figure(plot_timeline(corpus), tmp_path / "a", "timeline", corpus=corpus)


def test_a_file_that_differs_is_not_overwritten(figure: ReportFigure, tmp_path: Path) -> None:
    (tmp_path / "timeline.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=r"timeline\.csv"):
        save_figure(figure, tmp_path, "timeline")
    assert [f.name for f in tmp_path.iterdir()] == ["timeline.csv"]
    assert (tmp_path / "timeline.csv").read_text(encoding="utf-8") == "mine"
    save_figure(figure, tmp_path, "timeline", overwrite=True)
    assert (tmp_path / "timeline.csv").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("name", ["", "a/b", "..", "a\\b", "x" * 300, "a\nb", ".hidden "])
def test_a_name_that_is_none_is_refused(figure: ReportFigure, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError):
        save_figure(figure, tmp_path, name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK()"])
def test_formulas_in_text_cells_are_defused(cell: str) -> None:
    table = pd.DataFrame({"text": pd.Series([cell, "plain"], dtype="string"), "number": [-1, -2.5]})
    safe = defuse_table(table)
    assert safe["text"].tolist()[0].startswith("'")
    assert safe["text"].tolist()[1] == "plain"
    assert safe["number"].tolist() == [-1, -2.5]
    assert table["text"].tolist()[0] == cell


def test_an_interrupted_export_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = plot_meetings_matrix(handmade_corpus())

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ReportFigure, "savefig", stop)
    with pytest.raises(KeyboardInterrupt):
        save_figure(figure, tmp_path, "matrix")
    assert list(tmp_path.iterdir()) == []
