"""Read the files of the knowledge folder, shipped and the user's.

Tables are UTF-8 CSV files with a header; lists inside a cell are separated by
``|``. Whatever is malformed raises a `KnowledgeError` that names file and line.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from helpers.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table and where it stands.

    Attributes
    ----------
    cells : dict of str to str
        The row's cells by column, stripped.
    path, line : Path, int
        The file, and the line on which the row begins.
    """

    cells: dict[str, str]
    path: Path
    line: int

    @property
    def where(self) -> str:
        """File and line, for messages."""
        return f"{self.path}, line {self.line}"


def shipped(name: str) -> Path:
    """Return the path of a file of the shipped knowledge folder.

    Parameters
    ----------
    name : str
        File name, e.g. ``"offices.csv"``.

    Returns
    -------
    Path

    Raises
    ------
    KnowledgeError
        If there is no such file; the message lists those there are.

    Examples
    --------
    >>> shipped("offices.csv").name
    'offices.csv'
    """
    folder = Path(str(resources.files("helpers.knowledge")))
    path = folder / name
    if not path.is_file():
        raise KnowledgeError(
            f"No knowledge file {name!r} in the package. Allowed: {', '.join(_shipped_names(folder))}. "
            "Use one of these names."
        )
    return path


def read_table(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> list[dict[str, str]]:
    """Read a CSV table whose columns are known.

    Parameters
    ----------
    path : Path
        The file, UTF-8 with or without a byte order mark.
    columns : sequence of str
        Columns that must be there, in any order.
    optional : sequence of str
        Columns that may be there; where they are not, every cell is empty.

    Returns
    -------
    list of dict
        One dict a row with all of `columns` and `optional`; cells are stripped.
        Empty lines are skipped.

    Raises
    ------
    KnowledgeError
        If the file cannot be read, a column is missing or unknown, or a row has
        too few or too many cells; the message names file and line.
    """
    return [row.cells for row in read_rows(path, columns, optional)]


def read_rows(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> list[Row]:
    """Read a table as `read_table` does, keeping each row's file and line."""
    rows = _parse(path)
    if not rows:
        raise KnowledgeError(f"{path} is empty. Its first line must be: {','.join(columns)}.")
    header = [name.strip() for name in rows[0][1]]
    missing = [name for name in columns if name not in header]
    unknown = [name for name in header if name not in {*columns, *optional}]
    if missing or unknown or len(set(header)) != len(header):
        raise KnowledgeError(
            f"{path}, line {rows[0][0]}: wrong columns: missing {missing}, unknown {unknown}, seen {header}. "
            f"Allowed: {list(columns)}, optional: {list(optional)}. "
            "Correct the first line; the separator is a comma."
        )
    empty = dict.fromkeys(optional, "")
    table = []
    for line, cells in rows[1:]:
        if len(cells) != len(header):
            raise KnowledgeError(
                f"{path}, line {line}: {len(cells)} cells, seen {cells}. Allowed: {len(header)}, "
                f"one for each of {header}. Put a cell that contains a comma between double quotes."
            )
        row = empty | dict(zip(header, map(str.strip, cells), strict=True))
        table.append(Row(row, path, line))
    return table


def load_rows(
    name: str,
    columns: Sequence[str],
    *,
    key: Sequence[str],
    folder: Path | None = None,
    optional: Sequence[str] = (),
) -> list[Row]:
    """Read a shipped table and the user's rows as `load_table` does."""
    rows = _keyed(read_rows(shipped(name), columns, optional), key)
    if folder is not None and (folder / name).is_file():
        rows |= _keyed(read_rows(folder / name, columns, optional), key)
    return list(rows.values())


def load_table(
    name: str,
    columns: Sequence[str],
    *,
    key: Sequence[str],
    folder: Path | None = None,
    optional: Sequence[str] = (),
) -> list[dict[str, str]]:
    """Load a shipped table and the user's rows for it.

    Parameters
    ----------
    name : str
        File name of the table, e.g. ``"titles.csv"``.
    columns, optional : sequence of str
        As for `read_table`.
    key : sequence of str
        Columns that together name a row. A user's row with the key of a shipped
        one takes its place, others come after the shipped rows.
    folder : Path, optional
        The user's knowledge folder; it need not have this table.

    Returns
    -------
    list of dict
        As from `read_table`.

    Raises
    ------
    KnowledgeError
        If a table is malformed, or one file has two rows with the same key.
    """
    return [row.cells for row in load_rows(name, columns, key=key, folder=folder, optional=optional)]


def load_toml(name: str, folder: Path | None = None) -> dict[str, Any]:
    """Load a shipped TOML file and the user's additions to it.

    Tables are merged key by key and the user's value wins. A list grows by the
    user's items; an item that is a table with a ``name`` takes the place of the
    shipped item with that name.

    Parameters
    ----------
    name : str
        File name, e.g. ``"frames.toml"``.
    folder : Path, optional
        The user's knowledge folder; it need not have this file.

    Returns
    -------
    dict

    Raises
    ------
    KnowledgeError
        If a file is not valid TOML; the message names file and line.
    """
    data = _read_toml(shipped(name))
    if folder is not None and (folder / name).is_file():
        data = _merged(data, _read_toml(folder / name))
    return data


def check_folder(folder: Path) -> None:
    """Check that a user's knowledge folder exists and has only known files.

    Raises
    ------
    KnowledgeError
        If it is not a folder, or holds a CSV or TOML file that no rule reads.
    """
    if not folder.is_dir():
        raise KnowledgeError(
            f"No knowledge folder at {folder}. Allowed: a folder with tables named like the shipped ones. "
            "Create it or correct the path."
        )
    known = _shipped_names(shipped("offices.csv").parent)
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in {".csv", ".toml"} and path.name not in known:
            raise KnowledgeError(
                f"Unknown knowledge file {path.name!r} in {folder}. Allowed: {', '.join(known)}. "
                "Rename it to the table that it adds to, or move it elsewhere."
            )


def _shipped_names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.suffix in {".csv", ".toml"})


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeError(
            f"{path} is not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}. "
            "Save it as UTF-8, in a spreadsheet 'CSV UTF-8'."
        ) from error
    except OSError as error:
        raise KnowledgeError(
            f"Cannot read {path}: {error.strerror}. Check that it exists and may be read."
        ) from error


def _parse(path: Path) -> list[tuple[int, list[str]]]:
    reader = csv.reader(_read_text(path).splitlines(keepends=True), strict=True)
    rows, line = [], 1
    try:
        for cells in reader:
            if "".join(cells).strip():
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise KnowledgeError(
            f"{path}, line {line}: not a CSV row: {error}. Check the double quotes of this row."
        ) from error
    return rows


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read_text(path).replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path} is not valid TOML: {error}. Correct that line.") from error


def _keyed(rows: list[Row], key: Sequence[str]) -> dict[tuple[str, ...], Row]:
    keyed: dict[tuple[str, ...], Row] = {}
    for row in rows:
        value = tuple(row.cells[name] for name in key)
        if value in keyed:
            raise KnowledgeError(
                f"{row.where}: a second row for {' + '.join(key)} = {value}; "
                f"the first is {keyed[value].where}. Remove one of them."
            )
        keyed[value] = row
    return keyed


def _merged(base: Any, extra: Any) -> Any:
    if isinstance(base, dict) and isinstance(extra, dict):
        return base | {k: _merged(base[k], v) if k in base else v for k, v in extra.items()}
    if isinstance(base, list) and isinstance(extra, list):
        own = {item["name"]: item for item in extra if isinstance(item, dict) and "name" in item}
        kept = [own.pop(b["name"], b) if isinstance(b, dict) and "name" in b else b for b in base]
        rest = [e for e in extra if not (isinstance(e, dict) and "name" in e) and e not in kept]
        return kept + list(own.values()) + rest
    return extra
