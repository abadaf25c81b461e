"""A folder is found from wherever one stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.errors import CorpusError
from helpers.read.folders import find_folder


def test_folder_of_a_parent_is_found(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    start = tmp_path / "notebooks" / "deep"
    start.mkdir(parents=True)
    assert find_folder("articles", start) == tmp_path / "articles"
    assert find_folder(tmp_path / "articles", start) == tmp_path / "articles"


def test_nearest_folder_wins(tmp_path: Path) -> None:
    near = tmp_path / "notebooks" / "articles"
    near.mkdir(parents=True)
    (tmp_path / "articles").mkdir()
    assert find_folder("articles", tmp_path / "notebooks") == near


def test_current_folder_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_folder("articles") == tmp_path / "articles"


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "no-folder-of-this-name").write_text("a file")
    with pytest.raises(CorpusError) as caught:
        find_folder("no-folder-of-this-name", tmp_path)
    assert str(caught.value) == (
        f"No folder 'no-folder-of-this-name' in {str(tmp_path)!r} or in any folder above it. "
        "Give the path of an existing folder, or start from inside the project."
    )
