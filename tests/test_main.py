"""The command line: what it writes, what it prints, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import helpers.corpus
from helpers import schema
from helpers.__main__ import build_summary, main
from helpers.corpus import Corpus, load_saved
from helpers.errors import CorpusError, ReadWarning

DAY = pd.Timestamp("2024-05-14")


def build_corpus(meetings: int = 1, **meta: Any) -> Corpus:
    """Return a corpus of one article and a number of like meetings on consecutive days."""
    frames = {name: schema.build_frame(name, []) for name in schema.FRAMES}
    article = {
        "article_id": "a.txt",
        "source": "a.txt",
        "language": "en",
        "text": "Ana Lima met Bo Berg.",
        "sha256": "00",
        "encoding": "utf-8",
        "n_masked": 0,
    }
    frames["articles"] = schema.build_frame("articles", [article])
    rows, present, evidence = [], [], []
    for i in range(meetings):
        day = DAY + pd.Timedelta(days=i)
        row = {"meeting_id": f"m-{i:04}", "status": "held", "mode": "in_person", "n_articles": 1}
        row |= {
            "start": day,
            "end": day,
            "edtf": day.date().isoformat(),
            "place": "Geneva",
            "place_country": "CH",
        }
        rows.append(row)
        for side, name in enumerate(("Ana Lima", "Bo Berg")):
            participant = {"meeting_id": row["meeting_id"], "person_id": name.lower().replace(" ", "-")}
            participant |= {"name": name, "kind": "person", "side": side, "resolved_by": "named"}
            present.append(participant)
        sentence = {"meeting_id": row["meeting_id"], "article_id": "a.txt", "field": "meeting", "rule": "met"}
        evidence.append(sentence | {"start": 0, "end": 21, "surface": "Ana Lima met Bo Berg."})
    frames["meetings"] = schema.build_frame("meetings", rows)
    frames["participations"] = schema.build_frame("participations", present)
    frames["evidence"] = schema.build_frame("evidence", evidence)
    return Corpus(**frames, meta={"version": "0", "warnings": [], **meta})


@pytest.fixture
def loading(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that says what `load_corpus` does in this test."""

    def set_loading(answer: Corpus | BaseException, *, warn: str | None = None) -> None:
        def load_corpus(path: Path, **options: Any) -> Corpus:
            if warn:
                warnings.warn(warn, ReadWarning, stacklevel=2)
            if isinstance(answer, BaseException):
                raise answer
            return answer

        monkeypatch.setattr(helpers.corpus, "load_corpus", load_corpus, raising=False)

    return set_loading


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person does."""
    command = [sys.executable, "-m", "helpers", *words]
    env = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, cwd=cwd, env=env, text=True, capture_output=True, check=False)


# ---------------------------------------------------------------- the seeds, as in the README


@pytest.mark.parametrize("format", ["parquet", "csv"])
def test_extract_writes_the_frames_of_the_seeds(format: str, root: Path, tmp_path: Path) -> None:
    done = run("extract", "seeds", "--out", str(tmp_path / "new" / "folder"), "--format", format, cwd=root)
    assert done.returncode == 0, done.stderr
    written = sorted(file.name for file in (tmp_path / "new" / "folder").iterdir())
    assert written == sorted([f"{name}.{format}" for name in schema.FRAMES] + ["corpus.json"])
    corpus = load_saved(tmp_path / "new" / "folder")
    assert len(corpus.articles) == 5  # and not the README
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Articles  5 read, ")
    assert [line for line in lines if "Antony Blinken" in line and "James Cleverly" in line]
    assert lines[-1] == f"Frames written to {tmp_path / 'new' / 'folder'} as {format}."


def test_two_runs_write_the_same_bytes(root: Path, tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        done = run(
            "extract", "seeds", "--out", str(tmp_path / name), "--quiet", cwd=root, PYTHONHASHSEED=seed
        )
        assert done.returncode == 0, done.stderr
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / n).iterdir()} for n in ("one", "two"))
    assert one == two


def test_quiet_prints_nothing_when_nothing_is_wrong(root: Path, tmp_path: Path) -> None:
    done = run("extract", "seeds", "--out", str(tmp_path), "--quiet", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# ---------------------------------------------------------------- exit codes


def test_missing_folder_is_one_line_and_1(root: Path, tmp_path: Path) -> None:
    done = run("extract", str(tmp_path / "absent"), "--out", str(tmp_path / "out"), cwd=root)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert str(tmp_path / "absent") in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_empty_folder_is_1(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("extract", str(tmp_path / "empty"), "--out", str(tmp_path / "out"), cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_error_of_the_package_is_one_line_and_1(
    loading: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loading(CorpusError("No article in 'x'. Put .txt files into it."))
    assert main(["extract", "x", "--out", str(tmp_path / "out")]) == 1
    assert capsys.readouterr() == ("", "error: No article in 'x'. Put .txt files into it.\n")


def test_folder_that_cannot_be_made_is_1(
    loading: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loading(build_corpus())
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert main(["extract", "x", "--out", str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err == (
        f"error: Cannot write into {str(tmp_path / 'file')!r}: File exists. Name a folder you may write to.\n"
    )


def test_interrupt_is_130_and_leaves_nothing(
    loading: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loading(KeyboardInterrupt())
    assert main(["extract", "x", "--out", str(tmp_path / "out")]) == 130
    assert capsys.readouterr() == ("", "\nInterrupted. Nothing was written.\n")
    assert list(tmp_path.iterdir()) == []


def test_interrupt_while_writing_keeps_the_frames_of_the_run_before(
    loading: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading(build_corpus())
    assert main(["extract", "x", "--out", str(tmp_path), "--quiet"]) == 0
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    loading(build_corpus(meetings=3))
    write, written = pd.DataFrame.to_parquet, []

    def interrupt_the_fourth(frame: pd.DataFrame, *args: Any, **options: Any) -> None:
        written.append(frame)
        if len(written) == 4:
            raise KeyboardInterrupt
        write(frame, *args, **options)

    monkeypatch.setattr(pd.DataFrame, "to_parquet", interrupt_the_fourth)
    assert main(["extract", "x", "--out", str(tmp_path), "--quiet"]) == 130
    assert len(written) == 4
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["extract", "seeds"], "the following arguments are required: --out"),
        (["extract", "--out", "x"], "the following arguments are required: PATH"),
        (["extract", "seeds", "--out", "x", "--format", "xlsx"], "invalid choice: 'xlsx'"),
        (["extrct", "seeds"], "invalid choice: 'extrct'"),
    ],
    ids=["no command", "no --out", "no PATH", "unknown format", "unknown command"],
)
def test_misspelt_command_is_2(words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--version"], ["extract", "--version"]], ids=" ".join)
def test_version_is_that_of_the_package(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 0
    assert capsys.readouterr().out == f"who-met-whom {helpers.__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["extract", "--help"]], ids=" ".join)
def test_help_has_an_example_and_the_exit_codes(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 0
    text = capsys.readouterr().out
    assert "  python -m helpers extract seeds --out build/seeds --format csv\n" in text
    codes = text.partition("exit codes:\n")[2].splitlines()
    assert [line.split()[0] for line in codes] == ["0", "1", "2", "130"]


# ---------------------------------------------------------------- what is printed


def test_warning_is_one_line_on_standard_error(
    loading: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loading(build_corpus(), warn="Skipped 'b\n.txt': it is empty.")
    assert main(["extract", "x", "--out", str(tmp_path), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "warning: Skipped 'b .txt': it is empty.\n")


def test_summary_lists_meetings_with_sides_place_and_articles() -> None:
    assert build_summary(build_corpus(meetings=2)).splitlines() == [
        "Articles  1 read, 1 undated; 0 warnings",
        "Meetings  2, 0 undated; 2 held",
        "People    0",
        "",
        "meeting  days        status  participants        place       articles",
        "m-0000   2024-05-14  held    Ana Lima – Bo Berg  Geneva, CH  a.txt",
        "m-0001   2024-05-15  held    Ana Lima – Bo Berg  Geneva, CH  a.txt",
    ]


def test_summary_of_a_large_corpus_is_cut_and_says_so() -> None:
    lines = build_summary(build_corpus(meetings=12), limit=10).splitlines()
    assert [line.split()[0] for line in lines[5:15]] == [f"m-{i:04}" for i in range(10)]
    assert lines[15:] == ["… and 2 more in the frame meetings."]


def test_summary_without_meetings_has_no_table() -> None:
    assert build_summary(build_corpus(meetings=0)).splitlines() == [
        "Articles  1 read, 1 undated; 0 warnings",
        "Meetings  0, 0 undated; none found",
        "People    0",
    ]


def test_summary_names_a_participant_without_a_name_by_country_and_role() -> None:
    corpus = build_corpus()
    present = corpus.participations.assign(
        name=pd.array(["Ana Lima", None], dtype="string"),
        country=pd.array([None, "SE"], dtype="string"),
        role=pd.array([None, "foreign minister"], dtype="string"),
    )
    last = build_summary(corpus.with_frames(participations=present)).splitlines()[-1]
    assert "Ana Lima – SE foreign minister" in last


def test_summary_separates_members_of_a_side_by_commas() -> None:
    corpus = build_corpus()
    present = corpus.participations.assign(side=0)
    assert "Ana Lima, Bo Berg" in build_summary(corpus.with_frames(participations=present))


def test_articles_cannot_steer_the_terminal() -> None:
    corpus = build_corpus()
    meetings = corpus.meetings.assign(
        place=pd.array(["\x1b[31mGen\x07eva\u202e\n" + "x" * 100], dtype="string")
    )
    summary = build_summary(corpus.with_frames(meetings=meetings))
    assert [c for c in summary if not c.isprintable() and c != "\n"] == []
    assert len(summary.splitlines()) == 6
    assert "[31mGen eva xxx" in summary
    assert "x" * 60 not in summary
