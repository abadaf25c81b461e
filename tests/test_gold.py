"""Gold: the tables of the seeds change only by `make gold`, and the change is looked at."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers.schema import FRAMES, column_names
from tests.gold import FOLDER, build_gold, find_differences, to_csv, write_gold


@pytest.fixture(scope="module")
def now() -> dict[str, str]:
    return build_gold()


def test_every_frame_has_its_table_and_no_other_is_there() -> None:
    assert {f.name for f in FOLDER.iterdir()} == {f"{name}.csv" for name in FRAMES}


@pytest.mark.parametrize("name", FRAMES)
def test_seeds_are_as_in_gold(now: dict[str, str], name: str) -> None:
    was = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    if was == now[name]:
        return
    lines = find_differences(name, was, now[name])
    pytest.fail(
        "The seeds give other rows than tests/gold. If that is what the rule was changed for, "
        "run `make gold` "
        "and commit the tables with it.\n" + "\n".join(lines),
        pytrace=False,
    )


def test_gold_has_no_text_of_the_articles(now: dict[str, str]) -> None:
    header = now["articles"].splitlines()[0].split(",")
    assert header == [c for c in column_names("articles") if c != "text"]


def test_one_line_is_one_row() -> None:
    frame = pd.DataFrame({"n": [1, 2], "words": pd.array(["a\nb\\n", pd.NA], dtype="string")})
    assert to_csv(frame) == "n,words\n1,a\\nb\\\\n\n2,\n"


def test_gold_is_written_once(tmp_path: Path) -> None:
    assert write_gold(tmp_path) == list(FRAMES)
    assert write_gold(tmp_path) == []
    (tmp_path / "topics.csv").write_text("changed", encoding="utf-8")
    assert write_gold(tmp_path) == ["topics"]


WAS = "key,place\nm-1,Oslo\nm-2,\n"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(WAS, [], id="nothing"),
        pytest.param(
            "key,place\nm-1,Rome\nm-2,Bern\n",
            [
                "meetings row 0, place: was 'Oslo', is 'Rome'",
                "meetings row 1, place: was '', is 'Bern'",
            ],
            id="cells",
        ),
        pytest.param(
            "key,place\nm-2,\nm-3,Rome\nm-4,Bern\n",
            [
                "meetings: 2 rows were there, 3 are",
                "meetings row 0 is gone: m-1,Oslo",
                "meetings row 1 is new: m-3,Rome",
                "meetings row 2 is new: m-4,Bern",
            ],
            id="rows",
        ),
        pytest.param(
            "key,city\nm-1,Oslo\n",
            ["meetings: columns were ['key', 'place'], are ['key', 'city']"],
            id="columns",
        ),
    ],
)
def test_difference_is_readable(now: str, expected: list[str]) -> None:
    assert find_differences("meetings", WAS, now) == expected


def test_long_differences_are_cut() -> None:
    lines = find_differences("meetings", WAS, "key,place\nx,x\ny,y\n", limit=1)
    assert lines == ["meetings row 0, key: was 'm-1', is 'x'", "… and 3 more"]
