"""Corpus files: every article of a folder, in one order on every machine.

Read are files that end in .txt or .md, in the folder and the folders below it,
sorted by their path. Not articles are the folder ``knowledge`` beside them, which
holds the user's own tables, hidden files and folders (their names
begin with a dot) and files named README, LICENSE, LICENCE or CHANGELOG. A link
to a folder is followed unless its files are in the corpus already.
"""

from __future__ import annotations

import os
import re
import stat
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm.auto import tqdm

from helpers.errors import CorpusError, ReadWarning
from helpers.read.article import read_article
from helpers.read.boilerplate import BoilerplateRule, load_boilerplate
from helpers.read.decode import find_binary
from helpers.read.index import INDEX_NAME, IndexRow, read_index
from helpers.read.source import SourceText

ENDINGS = (".txt", ".md")
#: A folder beside the articles with the user's own knowledge tables: it holds no articles.
OWN_KNOWLEDGE = "knowledge"
#: Larger files are not articles; they are left out.
MAX_BYTES = 64 * 2**20

_NOT_ARTICLES = re.compile(r"(?:readme|licen[cs]e|changelog)(?:[._-][a-z]{2})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file of the corpus: its source (relative path with ``/``) and where it is."""

    source: str
    path: Path


def read_corpus(
    path: str | Path, *, rules: Sequence[BoilerplateRule] | None = None, progress: bool = True
) -> list[SourceText]:
    """Read every article of a folder, or one file.

    Parameters
    ----------
    path : str or Path
        A folder, read with the folders below it, or one .txt or .md file.
    rules : sequence of BoilerplateRule, optional
        The shipped boilerplate rules by default.
    progress : bool, default True
        Show a progress bar.

    Returns
    -------
    list of SourceText
        Sorted by `source`; empty if every file had to be left out.

    Raises
    ------
    CorpusError
        If there is no such folder or file, if it cannot be listed, or if it
        holds no file that could be an article.

    Warns
    -----
    ReadWarning
        Names every file that is empty, binary, unreadable, too large or read
        with doubt, and every fault of ``index.csv``; all others are read.
    DateWarning
        Names every file whose metadata give an impossible or contradictory date.
    """
    root = Path(path).expanduser()
    files, indexes = list_files(root)
    chosen = load_boilerplate() if rules is None else tuple(rules)
    known = _read_indexes(indexes, [file.source for file in files], warn_unknown=root.is_dir())
    articles = []
    for file in tqdm(files, desc="Reading", unit="file", disable=not progress, leave=False):
        data = _read_bytes(file)
        if data is None:
            continue
        article = read_article(file.source, data, row=known.get(file.source), rules=chosen)
        if article.text.strip():
            articles.append(article)
        else:
            _warn(file.source, "it is empty", "Fill or delete it.")
    return articles


def list_files(root: Path) -> tuple[list[CorpusFile], list[CorpusFile]]:
    """List the articles and the indexes of a corpus.

    Parameters
    ----------
    root : Path
        A folder, or one file, which is then the only article.

    Returns
    -------
    files, indexes : list of CorpusFile
        Both sorted by source.

    Raises
    ------
    CorpusError
        As `read_corpus`.
    """
    try:
        mode = root.stat().st_mode
    except OSError as error:
        raise CorpusError(
            f"Cannot find {str(root)!r} (in {str(Path.cwd())!r}): {error.strerror}. "
            "Give a folder with .txt or .md files, or one such file."
        ) from error
    if not stat.S_ISDIR(mode):
        return _list_one(root)
    found = _walk(root)
    indexes = [f for f in found if f.path.name == INDEX_NAME]
    files = [
        f for f in found if f.path.suffix.lower() in ENDINGS and not _NOT_ARTICLES.fullmatch(f.path.stem)
    ]
    if not files:
        endings = Counter(f.path.suffix.lower() or "no ending" for f in found)
        seen = ", ".join(f"{n:,} {ending}" for ending, n in sorted(endings.items())) or "nothing"
        raise CorpusError(
            f"No articles in {str(root)!r}. Found: {seen}. Read are files that end in .txt or .md, here and "
            "in the folders below; README, LICENSE, CHANGELOG and hidden files are not articles. "
            "Put articles there or name another folder."
        )
    return files, indexes


def _list_one(path: Path) -> tuple[list[CorpusFile], list[CorpusFile]]:
    if path.suffix.lower() not in ENDINGS:
        raise CorpusError(
            f"Cannot read {str(path)!r} as an article: its ending is {path.suffix!r}. Allowed: .txt, .md. "
            "Convert it to plain text, or give a folder."
        )
    index = path.parent / INDEX_NAME
    indexes = [CorpusFile(INDEX_NAME, index)] if index.is_file() else []
    return [CorpusFile(_printable(path.name), path)], indexes


def _walk(root: Path) -> list[CorpusFile]:
    """List all files that are not hidden; links to folders come last, each folder once."""
    found: list[CorpusFile] = []
    seen = {os.path.realpath(root)}
    folders: list[Path] = [root]
    links: list[Path] = []
    while folders or links:
        folder = folders.pop() if folders else links.pop(0)
        if folder is not root:
            real = os.path.realpath(folder)
            if real in seen:
                continue
            seen.add(real)
        for entry in _scan(folder, root):
            path = folder / entry.name
            if entry.name.startswith(".") or (
                folder == root and entry.name == OWN_KNOWLEDGE and entry.is_dir()
            ):
                continue
            if _is_folder(entry):
                (links if entry.is_symlink() else folders).append(path)
                links.sort()
            else:
                found.append(CorpusFile(_printable(path.relative_to(root).as_posix()), path))
    return sorted(found, key=lambda file: file.source)


def _scan(folder: Path, root: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        if folder == root:
            raise CorpusError(
                f"Cannot list the folder {str(root)!r}: {error.strerror}. "
                "Allow reading it, or name another folder."
            ) from error
        name = _printable(folder.relative_to(root).as_posix())
        _warn(name, f"the folder cannot be listed ({error.strerror})", "Allow reading it and load again.")
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _read_bytes(file: CorpusFile) -> bytes | None:
    """Return the bytes of a text file, or None after a warning that says why not."""
    try:
        info = file.path.stat()
        if not stat.S_ISREG(info.st_mode):
            _warn(file.source, "it is not a regular file", "Replace it by a text file.")
            return None
        if info.st_size > MAX_BYTES:
            size = f"{info.st_size / 2**20:,.0f} MB; at most {MAX_BYTES // 2**20} MB"
            _warn(file.source, f"it is too large ({size})", "Split it into one file for each article.")
            return None
        data = file.path.read_bytes()
    except OSError as error:
        _warn(file.source, f"it cannot be read ({error.strerror})", "Allow reading it and load again.")
        return None
    binary = find_binary(data)
    if binary is not None:
        _warn(file.source, f"it is {binary}, not text", "Convert it to plain text.")
        return None
    return data


def _read_indexes(
    indexes: list[CorpusFile], sources: list[str], *, warn_unknown: bool
) -> dict[str, IndexRow]:
    rows: dict[str, IndexRow] = {}
    for index in indexes:
        data = _read_bytes(index)
        if data is not None:
            rows |= read_index(data, index.source, sources, warn_unknown=warn_unknown)
    return rows


def _printable(name: str) -> str:
    """Return a file name as text that can be saved, even where its bytes are no text."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")


def _warn(source: str, why: str, hint: str) -> None:
    warnings.warn(f"Left out {source!r}: {why}. {hint}", ReadWarning, stacklevel=4)
