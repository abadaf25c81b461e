"""Corpus: the seeds' right answers, saving and loading, and what has no influence."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pandas as pd
import pytest

import helpers
from helpers.corpus import Corpus, hash_articles, load_corpus, load_saved
from helpers.days import parse_edtf
from helpers.errors import CorpusError, FrameError, ReadWarning
from helpers.schema import FRAMES, build_frame
from tests.synthetic import synthetic_corpus

SEEDS = Path(__file__).parent.parent / "seeds"
FORMATS: tuple[Literal["parquet", "csv"], ...] = ("parquet", "csv")
BODY = (
    "US Secretary of State Antony Blinken met French Foreign Minister Catherine Colonna in Paris on Tuesday."
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(SEEDS, progress=False)


def folder_of(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files into a folder, with the folders they need."""
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def load(folder: Path, **options: Any) -> Corpus:
    return load_corpus(folder, progress=False, **options)


def frames_equal(one: Corpus, two: Corpus) -> None:
    for name in FRAMES:
        pd.testing.assert_frame_equal(one.frames()[name], two.frames()[name], obj=name)


# --- the seeds ------------------------------------------------------------------------------------------

#: seed → publication: EDTF, or the bounds within which it must lie
PUBLISHED = {
    "000": "2022-05-12",
    "001": "[2022-09-21..2022-10-25]",
    "002": "[2025-03-03..2025-03-05]",
    "003": "2023-01-18",
    "004": "[2023-01-17..2023-11-13]",
}

#: status | participants | days | place | country | articles
ANSWERS = """
held    | Ben Wallace + Lloyd Austin           | 2022-05-11               | Washington          | US | 000
planned | Ben Wallace + Lloyd Austin           | 2022-06                  |                     |    | 000
held    | Ben Wallace + Lloyd Austin           | Tue/Wed 001              | Washington          | US | 001
planned | John Healey + Pete Hegseth           | 2025-03-06               | Washington          | US | 002
held    | Donald Trump + Keir Starmer          | [2025-02-24..2025-03-02] | Washington          | US | 002
held    | John Healey + Pete Hegseth           | 2025-02                  |                     |    | 002
held    | international leaders                | [2025-03-01..2025-03-02] | London              | GB | 002
held    | Antony Blinken + James Cleverly      | [2023-01-17..2023-01-18] | Department of State | US | 003 004
held    | Roosevelt + Winston Churchill        | 1943                     | Casablanca          | MA | 003
"""


def answers() -> list[tuple[str, ...]]:
    return sorted(tuple(cell.strip() for cell in line.split("|")) for line in ANSWERS.strip().splitlines())


def days_of(row: Any) -> str:
    """Return the EDTF; for a choice of Tuesdays and Wednesdays in the window of 001 the words for it."""
    days = parse_edtf(row.edtf)
    window = parse_edtf(PUBLISHED["001"])
    inside = window.start <= days.start and days.end <= window.end
    if inside and days.kind == "one_of" and {d.weekday() for d in days.candidates()} <= {1, 2}:
        return "Tue/Wed 001"
    return str(row.edtf)


def found_in(corpus: Corpus) -> list[tuple[str, ...]]:
    rows = []
    for row in corpus.meetings.itertuples():
        present = corpus.participations.query("meeting_id == @row.meeting_id")
        told = corpus.evidence.query("meeting_id == @row.meeting_id")["article_id"]
        place = "" if pd.isna(row.place) else str(row.place)
        place = next((p for p in ("Department of State", "Washington") if p in place), place)
        country = "" if pd.isna(row.place_country) else str(row.place_country)
        articles = " ".join(sorted({a[:3] for a in told}))
        rows.append(
            (str(row.status), " + ".join(sorted(present["name"])), days_of(row), place, country, articles)
        )
    return sorted(rows)


def test_seeds_give_the_right_meetings(corpus: Corpus) -> None:
    assert found_in(corpus) == answers()


def test_seeds_give_the_right_publication_dates(corpus: Corpus) -> None:
    found = {a[:3]: e for a, e in zip(corpus.articles["article_id"], corpus.articles["edtf"], strict=True)}
    assert found == PUBLISHED


def test_seeds_were_all_in_person(corpus: Corpus) -> None:
    assert set(corpus.meetings["mode"]) == {"in_person"}


def test_seeds_name_the_summit_of_the_plan(corpus: Corpus) -> None:
    (event,) = corpus.meetings.query("status == 'planned' and edtf == '2022-06'")["event"]
    assert "NATO" in event
    assert "Defense Ministerial" in event


def test_seeds_tell_how_each_person_was_identified(corpus: Corpus) -> None:
    rows = corpus.participations.merge(corpus.meetings[["meeting_id", "edtf"]])
    how = {(r.name, r.edtf): str(r.resolved_by) for r in rows.itertuples(index=False)}
    assert how[("John Healey", "2025-03-06")] == "misspelling"
    assert how[("Donald Trump", "[2025-02-24..2025-03-02]")] == "role"
    assert how[("Antony Blinken", "[2023-01-17..2023-01-18]")] == "named"
    assert how[("Roosevelt", "1943")] == "surname"


def test_seeds_give_reasons_for_what_is_not_stated(corpus: Corpus) -> None:
    basis = dict(
        zip((a[:3] for a in corpus.articles["article_id"]), corpus.articles["date_basis"], strict=True)
    )
    assert "Liz Truss is called Prime Minister: held the office 2022-09-06 to 2022-10-25" in basis["001"]
    assert "it reports the meeting of Antony Blinken and James Cleverly" in basis["004"]
    (merged,) = corpus.meetings.query("n_articles == 2")["date_basis"]
    assert "merged: same participants (Antony Blinken and James Cleverly), days that can agree, " in merged


# --- meta and small methods -----------------------------------------------------------------------------


def test_meta(corpus: Corpus) -> None:
    assert corpus.meta == {
        "path": str(SEEDS),
        "corpus_hash": hash_articles(corpus.articles),
        "version": helpers.__version__,
        "warnings": [],
    }


def test_repr_tells_the_size_of_every_frame() -> None:
    assert repr(synthetic_corpus(0)) == (
        "Corpus(0 articles, 0 mentions, 0 people, 0 meetings, 0 participations, 0 evidence, 0 "
        "statements, 0 topics)"
    )


def test_with_frames_gives_another_corpus(corpus: Corpus) -> None:
    none = corpus.with_frames(meetings=build_frame("meetings", []))
    assert len(none.meetings) == 0
    assert len(corpus.meetings) == 9
    assert none.articles is corpus.articles


def test_hash_does_not_depend_on_the_order_of_the_articles(corpus: Corpus) -> None:
    assert hash_articles(corpus.articles[::-1]) == hash_articles(corpus.articles)


def test_hash_depends_on_name_and_content(corpus: Corpus) -> None:
    hashes = [hash_articles(corpus.articles)]
    for column in ("source", "sha256"):
        changed = corpus.articles.copy()
        changed.loc[0, column] += "x"
        hashes.append(hash_articles(changed))
    assert len(set(hashes)) == 3
    assert hash_articles(corpus.articles[:0]) == hashlib.sha256(b"").hexdigest()


def test_one_file_is_a_corpus_too() -> None:
    file = sorted(SEEDS.glob("000*.txt"))[0]
    assert load(file).articles["source"].tolist() == [file.name]


def test_a_relative_folder_is_found_from_below(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder_of(tmp_path, {"news/a.txt": " date 2023-05-18 " + BODY, "notebooks/deep/x": ""})
    monkeypatch.chdir(tmp_path / "notebooks" / "deep")
    assert load_corpus("news", progress=False).articles["source"].tolist() == ["a.txt"]


# --- saving and loading ---------------------------------------------------------------------------------


@pytest.fixture(params=["seeds", "synthetic", "empty"])
def any_corpus(request: pytest.FixtureRequest, corpus: Corpus) -> Corpus:
    return {"seeds": corpus, "synthetic": synthetic_corpus(30), "empty": synthetic_corpus(0)}[request.param]


def test_parquet_round_trip(any_corpus: Corpus, tmp_path: Path) -> None:
    loaded = load_saved(any_corpus.save(tmp_path / "out"))
    frames_equal(loaded, any_corpus)
    assert loaded.meta == {**any_corpus.meta, "path": str(tmp_path / "out")}


def test_csv_round_trip(any_corpus: Corpus, tmp_path: Path) -> None:
    frames_equal(load_saved(any_corpus.save(tmp_path, format="csv")), any_corpus)


@pytest.mark.parametrize("format", FORMATS)
def test_saved_files(corpus: Corpus, tmp_path: Path, format: Literal["parquet", "csv"]) -> None:
    assert corpus.save(str(tmp_path / "a" / "b"), format=format) == tmp_path / "a" / "b"
    names = {f.name for f in (tmp_path / "a" / "b").iterdir()}
    assert names == {f"{name}.{format}" for name in FRAMES} | {"corpus.json"}
    meta = json.loads((tmp_path / "a" / "b" / "corpus.json").read_text(encoding="utf-8"))
    assert meta == {k: v for k, v in corpus.meta.items() if k != "path"}


def test_saving_over_an_earlier_run_leaves_no_stale_frame_and_other_files_alone(tmp_path: Path) -> None:
    folder_of(tmp_path, {"notes.txt": "mine", "sub/people.csv": "mine too"})
    synthetic_corpus(20).save(tmp_path, format="csv")
    later = synthetic_corpus(5, seed=1)
    later.save(tmp_path)
    frames_equal(load_saved(tmp_path), later)
    names = {f.name for f in tmp_path.iterdir()}
    assert names == {f"{name}.parquet" for name in FRAMES} | {"corpus.json", "notes.txt", "sub"}
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "sub" / "people.csv").read_text() == "mine too"


def test_failed_save_leaves_the_earlier_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = synthetic_corpus(5)
    earlier.save(tmp_path)
    names = sorted(f.name for f in tmp_path.iterdir())

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with pytest.raises((OSError, CorpusError), match="No space left on device"):
        synthetic_corpus(9).save(tmp_path)
    monkeypatch.undo()
    assert sorted(f.name for f in tmp_path.iterdir()) == names
    frames_equal(load_saved(tmp_path), earlier)


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(FrameError) as caught:
        synthetic_corpus(1).save(tmp_path / "out", format="xlsx")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Unknown format 'xlsx' in Corpus.save. Allowed: 'parquet', 'csv'. Choose one of them."
    )
    assert not (tmp_path / "out").exists()


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    folder_of(tmp_path, {"taken": "a file"})
    with pytest.raises(CorpusError) as caught:
        synthetic_corpus(1).save(tmp_path / "taken")
    assert str(caught.value) == (
        f"Cannot write into {str(tmp_path / 'taken')!r}: File exists. Name a folder you may write to."
    )


@pytest.mark.parametrize("folder", ["nowhere", "half"])
def test_missing_frame(tmp_path: Path, folder: str) -> None:
    synthetic_corpus(1).save(tmp_path / "half", format="csv")
    (tmp_path / "half" / "meetings.csv").unlink()
    name = "meetings" if folder == "half" else "articles"
    with pytest.raises(CorpusError) as caught:
        load_saved(tmp_path / folder)
    assert str(caught.value) == (
        f"No frame {name!r} in {str(tmp_path / folder)!r}. Expected {name}.parquet or {name}.csv. "
        "Write the frames with `python -m helpers extract PATH --out FOLDER`."
    )


def test_frame_with_wrong_columns(tmp_path: Path) -> None:
    synthetic_corpus(1).save(tmp_path, format="csv")
    (tmp_path / "topics.csv").write_text("article_id,topic\n", encoding="utf-8")
    with pytest.raises(FrameError) as caught:
        load_saved(tmp_path)
    assert str(caught.value) == (
        "Frame 'topics' has the wrong columns: missing ['end', 'meeting_id', 'start', "
        "'statement_id', 'term'], "
        "unknown []. Allowed: ['article_id', 'topic', 'term', 'start', 'end', 'statement_id', 'meeting_id']. "
        "Write it again with `python -m helpers extract`."
    )


def test_saved_frames_without_corpus_json_can_be_loaded(tmp_path: Path) -> None:
    synthetic_corpus(3).save(tmp_path)
    (tmp_path / "corpus.json").unlink()
    assert load_saved(tmp_path).meta == {"path": str(tmp_path)}


# --- bad input ------------------------------------------------------------------------------------------


def test_missing_folder(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    with pytest.raises(CorpusError) as caught:
        load(missing)
    assert str(caught.value).startswith(f"No folder {str(missing)!r} in ")
    assert str(caught.value).endswith(
        "or in any folder above it. Give the path of an existing folder, or start from inside the project."
    )


def test_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        load(tmp_path)
    assert str(caught.value) == (
        f"No articles in {str(tmp_path)!r}. Found: nothing. Read are files that end in .txt or .md, here and "
        "in the folders below; README, LICENSE, CHANGELOG and hidden files are not articles. "
        "Put articles there or name another folder."
    )


GOOD = {"a.txt": " date 2023-05-18 " + BODY, "z.txt": " date 2023-05-19 " + BODY}
BAD = {
    "empty": (b"", "Left out 'm.txt': it is empty. Fill or delete it."),
    "spaces": (b" \n\t \n", "Left out 'm.txt': it is empty. Fill or delete it."),
    "binary": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, None),
}


@pytest.mark.parametrize("kind", BAD)
def test_one_bad_file_warns_and_nothing_else_is_lost(tmp_path: Path, kind: str) -> None:
    data, message = BAD[kind]
    good = load(folder_of(tmp_path / "good", dict(GOOD)))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        both = load(folder_of(tmp_path / "both", {**GOOD, "m.txt": data}))
    (warning,) = caught
    assert warning.category is ReadWarning
    if message is None:
        assert str(warning.message).startswith("Left out 'm.txt': it is ")
        assert str(warning.message).endswith(", not text. Convert it to plain text.")
    else:
        assert str(warning.message) == message
    frames_equal(both, good)
    assert both.meta["warnings"] == [str(warning.message)]
    assert both.meta["corpus_hash"] == good.meta["corpus_hash"]


def test_only_bad_files_give_an_empty_corpus_with_the_contract(tmp_path: Path) -> None:
    with pytest.warns(ReadWarning, match=r"^Left out 'a\.txt': it is empty\. Fill or delete it\.$"):
        empty = load(folder_of(tmp_path, {"a.txt": ""}))
    frames_equal(empty, synthetic_corpus(0))


def test_file_that_cannot_be_decoded_is_read_with_doubt(tmp_path: Path) -> None:
    body = BODY.replace("Paris", "Paris, caf\xe9,").encode("cp1252")
    assert "café" in load(folder_of(tmp_path, {"a.txt": body})).articles["text"].iloc[0]


def test_script_in_an_article_is_text_like_any_other(tmp_path: Path) -> None:
    text = f"<script>alert('met')</script>\n\n{BODY} <img src=x onerror=alert(1)>"
    hostile = load(folder_of(tmp_path, {"a.txt": " date 2023-05-18 \n\n" + text}))
    assert text in hostile.articles["text"].iloc[0]
    assert len(hostile.meetings) == 1
    assert sorted(hostile.participations["name"]) == ["Antony Blinken", "Catherine Colonna"]
    assert not hostile.people["name"].str.contains("<").any()


# --- what has no influence ------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
def test_two_runs_are_byte_identical(tmp_path: Path, format: Literal["parquet", "csv"]) -> None:
    one, two = (load(SEEDS).save(tmp_path / run, format=format) for run in ("one", "two"))
    for file in sorted(one.iterdir()):
        assert file.read_bytes() == (two / file.name).read_bytes(), file.name


def test_two_interpreters_are_byte_identical(tmp_path: Path) -> None:
    """Another seed of Python's hashes gives other orders of sets."""
    code = (
        "import sys; from helpers.corpus import load_corpus; "
        "load_corpus(sys.argv[1], progress=False).save(sys.argv[2], format='csv')"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code, str(SEEDS), str(tmp_path / seed)],
            check=True,
            cwd=SEEDS.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    for file in sorted((tmp_path / "1").iterdir()):
        assert file.read_bytes() == (tmp_path / "2" / file.name).read_bytes(), file.name


class _Shuffled:
    """A listing of a folder in another order."""

    def __init__(self, entries: Any, dice: random.Random) -> None:
        with entries:
            self._entries = list(entries)
        dice.shuffle(self._entries)

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return iter(self._entries)

    def __exit__(self, *_: object) -> None:
        return None


@pytest.mark.parametrize("seed", range(3))
def test_order_of_the_listing_has_no_influence(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = random.Random(seed)
    files = sorted(SEEDS.glob("*.txt"))
    dice.shuffle(files)
    for file in files:
        shutil.copy(file, tmp_path / file.name)
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path=".": _Shuffled(scandir(path), dice))
    shuffled = load(tmp_path)
    monkeypatch.undo()
    frames_equal(shuffled, corpus)
    assert shuffled.meta["corpus_hash"] == corpus.meta["corpus_hash"]


def test_one_article_under_two_names_is_one_meeting_in_two_articles(tmp_path: Path) -> None:
    twice = load(folder_of(tmp_path, {"a.txt": GOOD["a.txt"], "copy/a.txt": GOOD["a.txt"]}))
    assert twice.articles["article_id"].tolist() == ["a.txt", "copy/a.txt"]
    assert len(set(twice.articles["sha256"])) == 1
    assert twice.meetings["n_articles"].tolist() == [2]
    assert len(twice.participations) == 2
    assert twice.statements["statement_id"].is_unique


# --- the user's own knowledge ---------------------------------------------------------------------------

OFFICES = (
    "name,aliases,office,country,start,end,acting,source,as_of\n"
    "Zora Quennel,Zorah Quennel,foreign_minister,TV,2023-01-01,2023-12-31,false,invented,\n"
)
LIMA = (
    " date 2023-05-18 US Secretary of State Antony Blinken met the Tuvaluan foreign minister "
    "in Lima on Tuesday."
)


def names(corpus: Corpus) -> list[str]:
    return sorted(corpus.participations["name"].dropna())


def test_own_knowledge_beside_the_articles_is_used(tmp_path: Path) -> None:
    assert names(load(folder_of(tmp_path, {"a.txt": LIMA}))) == ["Antony Blinken"]
    own = load(folder_of(tmp_path, {"knowledge/offices.csv": OFFICES}))
    assert names(own) == ["Antony Blinken", "Zora Quennel"]
    assert own.people.set_index("person_id").loc["zora-quennel", "in_roster"]
    assert own.articles["source"].tolist() == ["a.txt"]


def test_own_knowledge_elsewhere_is_used_where_it_is_named(tmp_path: Path) -> None:
    folder_of(tmp_path, {"news/a.txt": LIMA, "tables/offices.csv": OFFICES})
    assert names(load(tmp_path / "news")) == ["Antony Blinken"]
    assert names(load(tmp_path / "news", knowledge=tmp_path / "tables")) == ["Antony Blinken", "Zora Quennel"]


def test_own_knowledge_beside_a_single_file_is_used(tmp_path: Path) -> None:
    folder_of(tmp_path, {"a.txt": LIMA, "knowledge/offices.csv": OFFICES})
    assert names(load(tmp_path / "a.txt")) == ["Antony Blinken", "Zora Quennel"]


def test_own_knowledge_shows_in_the_meta(tmp_path: Path) -> None:
    plain = load(folder_of(tmp_path, {"a.txt": LIMA})).meta
    own = load(folder_of(tmp_path, {"knowledge/offices.csv": OFFICES})).meta
    assert plain != own


def test_a_text_in_the_knowledge_folder_is_no_article(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path, {"a.txt": LIMA, "knowledge/offices.csv": OFFICES, "knowledge/notes.txt": BODY}
    )
    assert load(folder).articles["source"].tolist() == ["a.txt"]
