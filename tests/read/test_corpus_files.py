"""A folder is read whole; what cannot be read is named and the rest goes on."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import pytest

from helpers.errors import CorpusError, ReadWarning
from helpers.read import read_corpus
from helpers.read.corpus_files import MAX_BYTES
from helpers.read.source import SourceText

SENTENCE = "The envoys Roe and Holm met in Oslo."


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SENTENCE, encoding="utf-8")


def _read(path: Path) -> tuple[list[SourceText], list[str]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        articles = read_corpus(path, progress=False)
    assert all(w.category is ReadWarning for w in caught)
    return articles, [str(w.message) for w in caught]


def _sources(path: Path) -> list[str]:
    articles, messages = _read(path)
    assert messages == []
    return [article.source for article in articles]


def test_folder_is_read_recursively_in_order(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", "a/z.md", "a/b/c.TXT", "Z.txt", "a.txt")
    assert _sources(tmp_path) == ["Z.txt", "a.txt", "a/b/c.TXT", "a/z.md", "b.txt"]
    assert [a.source for a in read_corpus(str(tmp_path))] == [
        "Z.txt",
        "a.txt",
        "a/b/c.TXT",
        "a/z.md",
        "b.txt",
    ]


def test_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "README.md", "sub/readme.txt", "README.de.md", "LICENSE.txt", "CHANGELOG.md")
    _write(tmp_path, ".hidden.txt", ".git/b.txt", "c.pdf", "d.html", "readme-of-the-talks.txt")
    assert _sources(tmp_path) == ["a.txt", "readme-of-the-talks.txt"]


def test_own_tables_beside_the_articles_are_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "knowledge/notes.txt", "knowledge/sub/b.md", "knowledge.txt")
    _write(tmp_path, "sub/knowledge/c.txt", "knowledge-of-the-talks/d.txt")
    assert _sources(tmp_path) == [
        "a.txt",
        "knowledge-of-the-talks/d.txt",
        "knowledge.txt",
        "sub/knowledge/c.txt",
    ]


def test_a_file_named_on_purpose_is_read(tmp_path: Path) -> None:
    _write(tmp_path, "README.md", "b.txt")
    assert _sources(tmp_path / "README.md") == ["README.md"]


def test_index_tells_about_the_files(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "index.csv").write_text("file,outlet\na.txt,News\nsub/b.txt,Post\n")
    articles, messages = _read(tmp_path)
    assert [(a.source, a.outlet) for a in articles] == [("a.txt", "News"), ("sub/b.txt", "Post")]
    assert messages == []
    one, messages = _read(tmp_path / "a.txt")
    assert [(a.source, a.outlet) for a in one] == [("a.txt", "News")]
    assert messages == []


def test_index_with_wrong_columns_loses_no_article(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    (tmp_path / "index.csv").write_text("path,outlet\na.txt,News\n")
    articles, messages = _read(tmp_path)
    assert [(a.source, a.outlet) for a in articles] == [("a.txt", None)]
    assert messages == [
        "'index.csv' was ignored: it has no column 'file'. Seen: 'path', 'outlet'. "
        "Allowed: 'file' (required), "
        "'published', 'title', 'outlet' (or 'source'), 'url' (or 'ref'); others are left "
        "alone. Rename the columns."
    ]


def test_bad_files_are_named_and_all_others_read(tmp_path: Path) -> None:
    _write(tmp_path, "good.txt")
    (tmp_path / "binary.txt").write_bytes(b"%PDF-1.4 \x00")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "mark-only.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "spaces.txt").write_bytes(b" \r\n\t")
    (tmp_path / "western.txt").write_bytes("Zoé met Björn.".encode("cp1252"))
    (tmp_path / "wide.txt").write_bytes("Zoé met Björn.".encode("utf-16"))
    articles, messages = _read(tmp_path)
    assert [(a.source, a.encoding) for a in articles] == [
        ("good.txt", "utf-8"),
        ("western.txt", "cp1252"),
        ("wide.txt", "utf-16-le"),
    ]
    assert messages == [
        "Left out 'binary.txt': it is a PDF document, not text. Convert it to plain text.",
        "Left out 'empty.txt': it is empty. Fill or delete it.",
        "Left out 'mark-only.txt': it is empty. Fill or delete it.",
        "Left out 'spaces.txt': it is empty. Fill or delete it.",
    ]


def test_file_without_permission_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # chmod does not keep the administrator out, so reading itself is made to fail.
    _write(tmp_path, "a.txt", "b.txt")
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    articles, messages = _read(tmp_path)
    assert [a.source for a in articles] == ["b.txt"]
    assert messages == [
        "Left out 'a.txt': it cannot be read (Permission denied). Allow reading it and load again."
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind the administrator")
def test_file_whose_mode_forbids_reading_is_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "b.txt")
    (tmp_path / "a.txt").chmod(0)
    articles, messages = _read(tmp_path)
    assert [a.source for a in articles] == ["b.txt"]
    assert messages == [
        "Left out 'a.txt': it cannot be read (Permission denied). Allow reading it and load again."
    ]


def test_folder_without_permission_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    articles, messages = _read(tmp_path)
    assert [a.source for a in articles] == ["a.txt"]
    assert messages == [
        "Left out 'closed': the folder cannot be listed (Permission denied). Allow reading it and load again."
    ]


def test_corpus_folder_without_permission_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(CorpusError) as caught:
        read_corpus(tmp_path, progress=False)
    assert str(caught.value) == (
        f"Cannot list the folder {str(tmp_path)!r}: Permission denied. Allow reading it, "
        "or name another folder."
    )


def test_too_large_file_is_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    articles, messages = _read(tmp_path)
    assert [a.source for a in articles] == ["a.txt"]
    assert messages == [
        "Left out 'large.txt': it is too large (64 MB; at most 64 MB). Split it into one "
        "file for each article."
    ]


def test_one_line_of_twenty_megabytes_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text((SENTENCE + " ") * 550_000, encoding="utf-8")
    articles, messages = _read(tmp_path)
    assert [(a.source, len(a.text), a.masks, a.title) for a in articles] == [("a.txt", 20_350_000, (), None)]
    assert messages == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    articles, messages = _read(tmp_path)
    assert [a.source for a in articles] == ["a.txt"]
    assert messages == ["Left out 'pipe.txt': it is not a regular file. Replace it by a text file."]


def test_links_that_go_round_in_circles_end(tmp_path: Path) -> None:
    _write(tmp_path, "z/a.txt")
    (tmp_path / "z" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "before").symlink_to(tmp_path / "z", target_is_directory=True)
    assert _sources(tmp_path) == ["z/a.txt"]


def test_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    _write(tmp_path, "elsewhere/a.txt", "corpus/b.txt")
    (tmp_path / "corpus" / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert _sources(tmp_path / "corpus") == ["b.txt", "link/a.txt"]


def test_link_to_nothing_is_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    articles, messages = _read(tmp_path)
    assert [a.source for a in articles] == ["a.txt"]
    assert messages == [
        "Left out 'gone.txt': it cannot be read (No such file or directory). Allow reading it and load again."
    ]


@pytest.mark.skipif(os.name == "nt", reason="file names are text on this system")
def test_file_name_that_is_no_text_can_be_saved(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(SENTENCE)
    except OSError:
        pytest.skip("the file system refuses such names")
    assert _sources(tmp_path) == ["caf\\xe9.txt"]


def test_missing_folder_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CorpusError) as caught:
        read_corpus("articels", progress=False)
    assert str(caught.value) == (
        f"Cannot find 'articels' (in {str(tmp_path)!r}): No such file or directory. "
        "Give a folder with .txt or .md files, or one such file."
    )


def test_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        read_corpus(tmp_path, progress=False)
    assert str(caught.value) == (
        f"No articles in {str(tmp_path)!r}. Found: nothing. Read are files that end in .txt or .md, here and "
        "in the folders below; README, LICENSE, CHANGELOG and hidden files are not articles. "
        "Put articles there or name another folder."
    )


def test_folder_without_articles_is_an_error_that_says_what_is_there(tmp_path: Path) -> None:
    _write(tmp_path, "a.pdf", "b.PDF", "c.html", "README.md", "Makefile")
    with pytest.raises(CorpusError) as caught:
        read_corpus(tmp_path, progress=False)
    assert str(caught.value) == (
        f"No articles in {str(tmp_path)!r}. Found: 1 .html, 1 .md, 2 .pdf, 1 no ending. "
        "Read are files that end in "
        ".txt or .md, here and in the folders below; README, LICENSE, CHANGELOG and "
        "hidden files are not articles. "
        "Put articles there or name another folder."
    )


def test_file_of_another_kind_is_an_error(tmp_path: Path) -> None:
    _write(tmp_path, "a.pdf")
    with pytest.raises(CorpusError) as caught:
        read_corpus(tmp_path / "a.pdf", progress=False)
    assert str(caught.value) == (
        f"Cannot read {str(tmp_path / 'a.pdf')!r} as an article: its ending is '.pdf'. Allowed: .txt, .md. "
        "Convert it to plain text, or give a folder."
    )


def test_folder_of_empty_files_gives_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    articles, messages = _read(tmp_path)
    assert articles == []
    assert messages == ["Left out 'a.txt': it is empty. Fill or delete it."]


def test_seeds_are_read_as_they_are(seeds: Path) -> None:
    articles, messages = _read(seeds)
    assert messages == []
    assert [a.title for a in articles] == [
        None,
        None,
        None,
        None,
        "U.S.-UK Alliance Delivers on Global Priorities",
    ]
    assert [a.published.edtf if a.published else "" for a in articles] == ["2022-05-12", "", "", "", ""]
    assert {mask.rule for a in articles for mask in a.masks} >= {
        "accessibility_links",
        "also_read",
        "breaking_news",
        "date_header",
        "opening_hours",
        "photo_credit",
        "player",
        "player_times",
        "related_section",
        "repeated_title",
    }
