"""Export: a figure, its data and what it was filtered by, as files for a report."""

from __future__ import annotations

import io
import json
import re
import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

import helpers
from helpers.analyse.filters import Filters
from helpers.corpus import Corpus
from helpers.errors import ExportError
from helpers.show import style
from helpers.show.figure import clean_text

#: Endings of the files of one export, in their order.
SUFFIXES = (".png", ".svg", ".pdf", ".csv", ".json")

# A spreadsheet takes a cell for a formula if it begins with one of these, also after white space.
_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@＝＋－＠]|[\t\r]")
_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_MAX_NAME = 100


def save_figure(
    figure: Figure,
    folder: str | Path,
    name: str,
    *,
    data: pd.DataFrame | None = None,
    corpus: Corpus | None = None,
    filters: Filters | None = None,
    overwrite: bool = False,
) -> list[Path]:
    """Write a figure as PNG, SVG and PDF, with its data and its origin.

    The same figure gives the same bytes, so that exporting it again changes
    nothing. Either all five files are written or none. In the CSV, text that a
    spreadsheet would take for a formula gets a leading apostrophe.

    Parameters
    ----------
    figure : ReportFigure
        Or any matplotlib figure, if `data` is given.
    folder : str or Path
        Created if it does not exist; ``~`` is the home folder.
    name : str
        Name of the files without ending, such as ``"who_met_whom"``.
    data : DataFrame, optional
        The table behind the figure; by default ``figure.data``. Its index is
        written only if it has a name.
    corpus : Corpus, optional
        Its hash is recorded.
    filters : Filters, optional
        What the figure was restricted to; by default nothing.
    overwrite : bool, default False
        Replace files of the same names whose content differs.

    Returns
    -------
    list of Path
        PNG (300 dpi), SVG, PDF, CSV (UTF-8) and JSON.

    Raises
    ------
    ExportError
        If the name is not allowed, the folder cannot be written, there is no
        data, or files with other content would be overwritten; those are listed.
    """
    check_name(name)
    table = data if data is not None else getattr(figure, "data", None)
    if table is None:
        raise ExportError(
            f"The figure {name!r} comes without a table in save_figure. Allowed: a figure of helpers.show, "
            "or any figure with data=…. Pass the table behind it as data=table."
        )
    if not str(folder).strip():
        raise ExportError(f"No folder for {name!r} in save_figure. Name one, such as 'exports'.")
    target = Path(folder).expanduser()
    files = _build_files(figure, name, table, corpus, filters)
    try:
        _check_free(target, files, overwrite)
        _write_files(target, files)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(
            f"Cannot write {name!r} into {str(folder)!r}: {reason}. Name a folder you may write to."
        ) from error
    return [target / file for file in files]


def check_name(name: str) -> None:
    """Raise if a name cannot be that of a file on every system.

    Raises
    ------
    ExportError
    """
    is_odd = any(c in _NOT_IN_NAMES or unicodedata.category(c) in ("Cc", "Cs", "Cf") for c in name)
    is_plain = (
        name == name.strip(" .")
        and 0 < len(name) <= _MAX_NAME
        and len(name.encode("utf-8", "replace")) <= 200
    )
    if is_odd or not is_plain:
        raise ExportError(
            f"The name {clean_text(name, 60)!r} cannot be that of a file in save_figure. "
            f"Allowed: 1 to {_MAX_NAME} "
            'characters without / \\ : * ? " < > | and control characters, no dot or space at either end. '
            "Choose one such as 'who_met_whom'."
        )


def defuse_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table as it is safe in a spreadsheet: text is never a formula.

    Parameters
    ----------
    table : DataFrame
        Not changed.

    Returns
    -------
    DataFrame
        Days as ISO text; an apostrophe before text that begins like a formula,
        also in headers. Numbers and truth values are as they were.

    Examples
    --------
    >>> defuse_table(pd.DataFrame({"name": ["=1+1", " @Ada", "Ada - Bo"], "n": [-1, 0, 1]}))
           name  n
    0     '=1+1 -1
    1    ' @Ada  0
    2  Ada - Bo  1
    """
    if any(n is not None for n in table.index.names):
        table = table.reset_index()
    out = {i: _defuse_column(table.iloc[:, i]) for i in range(table.shape[1])}
    safe = pd.DataFrame(out, index=table.index)
    safe.columns = pd.Index([_defuse(str(c)) for c in table.columns], dtype="object")
    return safe


def _defuse_column(column: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        has_time = (column.dropna() != column.dropna().dt.normalize()).any()
        stamps: pd.Series = column.dt.strftime("%Y-%m-%dT%H:%M:%S" if has_time else "%Y-%m-%d")
        return stamps
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column
    return column.astype("object").map(lambda v: _defuse(v) if isinstance(v, str) else v, na_action="ignore")


def _defuse(text: str) -> str:
    return "'" + text if _FORMULA.match(text) else text


def _build_files(
    figure: Figure, name: str, table: pd.DataFrame, corpus: Corpus | None, filters: Filters | None
) -> dict[str, bytes]:
    title = clean_text(getattr(figure, "title", ""), 1000)
    alt = clean_text(getattr(figure, "alt", ""), 5000)
    safe = defuse_table(table)
    csv = safe.to_csv(index=False, lineterminator="\n")
    chosen = filters if filters is not None else Filters()
    about: dict[str, Any] = {
        "title": title,
        "alt": alt,
        "filters": chosen.to_dict(),
        "filters_in_words": chosen.describe(),
        "corpus_hash": None if corpus is None else corpus.meta.get("corpus_hash"),
        "version": helpers.__version__,
        "n_rows": len(safe),
        "columns": list(safe.columns),
        "files": [name + suffix for suffix in SUFFIXES],
    }
    titled = {"Title": title} if title else {}
    contents = (
        _draw(figure, "png", {"Software": None}),
        _draw(figure, "svg", {"Date": None, "Creator": None, **titled}),
        _draw(figure, "pdf", {"CreationDate": None, "ModDate": None, **titled}),
        csv.encode("utf-8", "replace"),
        (json.dumps(about, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace"),
    )
    return {name + suffix: content for suffix, content in zip(SUFFIXES, contents, strict=True)}


def _draw(figure: Figure, format: str, metadata: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    with style.report_style():
        figure.savefig(buffer, format=format, dpi=style.EXPORT_DPI, metadata=metadata)
    return buffer.getvalue()


def _check_free(folder: Path, files: dict[str, bytes], overwrite: bool) -> None:
    taken = [f for f, new in files.items() if (folder / f).exists() and not _is_same(folder / f, new)]
    folders = [f for f in taken if (folder / f).is_dir()]
    if folders:
        raise ExportError(
            f"{', '.join(folders)} in {str(folder)!r} cannot be written: folders of that name are there. "
            "Choose another name or folder."
        )
    if taken and not overwrite:
        one = len(taken) == 1
        raise ExportError(
            f"{', '.join(taken)} in {str(folder)!r} {'has' if one else 'have'} other content and "
            f"{'is' if one else 'are'} not overwritten. Choose another name or folder, or replace "
            f"{'it' if one else 'them'} with overwrite=True."
        )


def _is_same(file: Path, content: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content


def _write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write into a temporary folder, then move; on a failure put everything back."""
    files = {name: content for name, content in files.items() if not _is_same(folder / name, content)}
    if not files:
        return
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    moved: list[str] = []
    try:
        for name, content in files.items():
            (part / name).write_bytes(content)
        for name in files:
            if (folder / name).exists():
                (folder / name).replace(part / f"{name}.old")
            moved.append(name)
            (part / name).replace(folder / name)
    except BaseException:
        for name in moved:
            (folder / name).unlink(missing_ok=True)
        for name in files:
            if (part / f"{name}.old").exists():
                (part / f"{name}.old").replace(folder / name)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
