"""Export: five files, never over others, the same bytes again, no formula left alive."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

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
    with pytest.raises(ExportError) as caught:
        save_figure(figure, tmp_path, "timeline")
    assert str(caught.value) == (
        f"timeline.csv in {str(tmp_path)!r} has other content and is not overwritten. "
        "Choose another name or folder, or replace it with overwrite=True."
    )
    assert [f.name for f in tmp_path.iterdir()] == ["timeline.csv"]
    assert (tmp_path / "timeline.csv").read_text(encoding="utf-8") == "mine"
    save_figure(figure, tmp_path, "timeline", overwrite=True)
    assert (tmp_path / "timeline.csv").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("name", ["", "a/b", "..", "a\\b", "x" * 300, "a\nb", ".hidden "])
def test_a_name_that_is_none_is_refused(figure: ReportFigure, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match=r"cannot be that of a file in save_figure\. Allowed: 1 to 100 "):
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


def test_an_export_interrupted_between_two_files_is_taken_back(
    figure: ReportFigure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "timeline.svg").write_text("mine", encoding="utf-8")
    move = Path.replace

    def stop_at_the_table(self: Path, target: Path) -> Path:
        if self.name == "timeline.csv":
            raise KeyboardInterrupt
        return move(self, target)

    monkeypatch.setattr(Path, "replace", stop_at_the_table)
    with pytest.raises(KeyboardInterrupt):
        save_figure(figure, tmp_path, "timeline", overwrite=True)
    assert [f.name for f in tmp_path.iterdir()] == ["timeline.svg"]
    assert (tmp_path / "timeline.svg").read_text(encoding="utf-8") == "mine"


def test_the_same_export_again_touches_no_file(figure: ReportFigure, tmp_path: Path) -> None:
    files = save_figure(figure, tmp_path, "timeline")
    for file in files:
        os.utime(file, (1, 1))
    assert save_figure(figure, tmp_path, "timeline") == files
    assert [file.stat().st_mtime for file in files] == [1] * 5


@pytest.mark.slow
def test_bytes_are_the_same_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from helpers.show.export import save_figure\n"
        "from helpers.show.timeline import plot_timeline\n"
        "from tests.synthetic import synthetic_corpus\n"
        "save_figure(plot_timeline(synthetic_corpus(40)), sys.argv[1], 't')\n"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / seed)],
            check=True, cwd=Path(__file__).parents[2], env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
    for file in (tmp_path / "1").iterdir():
        assert file.read_bytes() == (tmp_path / "2" / file.name).read_bytes(), file.name
    for ending, date in ((".pdf", b"CreationDate"), (".svg", b"<dc:date>"), (".png", b"Software")):
        assert date not in (tmp_path / "1" / f"t{ending}").read_bytes()


def test_a_folder_in_the_place_of_a_file_is_never_replaced(figure: ReportFigure, tmp_path: Path) -> None:
    (tmp_path / "timeline.pdf").mkdir()
    with pytest.raises(ExportError) as caught:
        save_figure(figure, tmp_path, "timeline", overwrite=True)
    assert str(caught.value) == (
        f"timeline.pdf in {str(tmp_path)!r} cannot be written: folders of that name are there. "
        "Choose another name or folder."
    )


def test_a_folder_that_is_a_file_is_refused(figure: ReportFigure, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError) as caught:
        save_figure(figure, tmp_path / "notes", "timeline")
    assert str(caught.value) == (
        f"Cannot write 'timeline' into {str(tmp_path / 'notes')!r}: File exists. "
        "Name a folder you may write to."
    )


def test_no_folder_and_no_table_are_refused(figure: ReportFigure, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        save_figure(figure, "  ", "timeline")
    assert str(caught.value) == "No folder for 'timeline' in save_figure. Name one, such as 'exports'."
    with pytest.raises(ExportError) as caught:
        save_figure(Figure(), tmp_path, "timeline")
    assert str(caught.value) == (
        "The figure 'timeline' comes without a table in save_figure. Allowed: a figure of helpers.show, "
        "or any figure with data=…. Pass the table behind it as data=table."
    )


def test_any_figure_is_exported_with_its_table(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {
            "=who": pd.Categorical(["-Ana", "Bo - Esk"]),
            "day": pd.Series(pd.to_datetime(["2023-05-18", None])).astype("datetime64[s]"),
            "n": [-1, 2],
        }
    )
    save_figure(Figure(), tmp_path, "plain", data=table)
    assert (tmp_path / "plain.csv").read_bytes() == b"'=who,day,n\n'-Ana,2023-05-18,-1\nBo - Esk,,2\n"
    said = json.loads((tmp_path / "plain.json").read_text(encoding="utf-8"))
    assert (said["n_rows"], said["filters"], said["corpus_hash"]) == (2, Filters().to_dict(), None)


def test_pictures_have_the_resolution_of_print(figure: ReportFigure, tmp_path: Path) -> None:
    png = save_figure(figure, tmp_path, "timeline")[0].read_bytes()
    assert int.from_bytes(png[16:20]) == round(figure.get_size_inches()[0] * 300)
