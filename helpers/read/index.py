"""Index: the sidecar ``index.csv`` with what is known about the files of a corpus.

Columns: ``file`` (relative to the folder of the index), ``published`` (YYYY-MM-DD,
YYYY-MM, YYYY, EDTF or empty), ``title``, ``outlet`` and ``url``. Only ``file`` is
required. ``source`` is read as ``outlet`` and ``ref`` as ``url`` where those are
absent; other columns are left alone.
"""

from __future__ import annotations

import csv
import io
import unicodedata
import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from helpers.days import Days, parse_edtf
from helpers.errors import ReadWarning
from helpers.read.decode import decode

INDEX_NAME = "index.csv"
COLUMNS = ("file", "published", "title", "outlet", "url")
SYNONYMS = {"outlet": "source", "url": "ref"}
#: A warning lists so many files by name and counts the rest.
MAX_NAMED = 5


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What the index says of one file; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Days | None = None


def read_index(
    data: bytes, index: str, files: Collection[str], *, warn_unknown: bool = True
) -> dict[str, IndexRow]:
    """Read a sidecar index.

    Parameters
    ----------
    data : bytes
        The file, in any encoding that articles may have; comma, semicolon or tab.
    index : str
        Its path relative to the corpus; its folder is where the files are looked for.
    files : collection of str
        The sources that are in the corpus, to tell rows that name none of them.
    warn_unknown : bool, default True
        Warn of such rows; False if only some files of the folder were asked for.

    Returns
    -------
    dict of str to IndexRow
        By source. Of several rows for one file the first counts.

    Warns
    -----
    ReadWarning
        One for each kind of fault: no column ``file`` (the index is ignored),
        files that are not in the folder, dates that cannot be read, files with several rows.
    """
    folder = PurePosixPath(index).parent
    known = {file_key(source): source for source in files}
    rows: dict[str, IndexRow] = {}
    unknown: list[str] = []
    impossible: list[str] = []
    twice: list[str] = []
    for record in _read_records(decode(data).text, index):
        name = record.get("file", "").replace("\\", "/")
        if not name:
            continue
        source = known.get(file_key(str(folder / name)))
        if source is None:
            unknown.append(repr(name))
            continue
        if source in rows:
            twice.append(repr(name))
            continue
        written = record.get("published", "")
        published = parse_published(written)
        if written and published is None:
            impossible.append(f"{written!r} for {name!r}")
        rows[source] = IndexRow(
            title=record.get("title") or None,
            outlet=_first(record, "outlet"),
            url=_first(record, "url"),
            published=published,
        )
    if warn_unknown:
        what = f"{index!r} names files that are not articles of the corpus"
        _warn(unknown, what, "Their rows were ignored. Correct the names.")
    _warn(
        impossible,
        f"{index!r} has dates that cannot be read",
        "They were ignored. Allowed: YYYY-MM-DD, YYYY-MM, YYYY, EDTF or empty. Correct the dates.",
    )
    _warn(twice, f"{index!r} has several rows for", "The first row counts. Delete the others.")
    return rows


def parse_published(written: str) -> Days | None:
    """Parse a publication date of an index or of front matter.

    Parameters
    ----------
    written : str
        YYYY-MM-DD (a time after it is ignored), YYYY-MM, YYYY or EDTF.

    Returns
    -------
    Days or None
        None if it is empty or not a date.

    Examples
    --------
    >>> parse_published("2022-05-12T10:30:00Z").edtf, parse_published("2022-13-40")
    ('2022-05-12', None)
    """
    written = written.strip()
    if len(written) > 10 and written[10] in "T " and written[4] == written[7] == "-":
        written = written[:10]
    try:
        return parse_edtf(written)
    except ValueError:
        return None


def file_key(source: str) -> str:
    """Return a source in the form in which names are compared: NFC, no ``./``."""
    return unicodedata.normalize("NFC", str(PurePosixPath(source)))


def _first(record: Mapping[str, str], column: str) -> str | None:
    return record.get(column) or record.get(SYNONYMS[column]) or None


def _read_records(text: str, index: str) -> list[dict[str, str]]:
    header = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    records: list[dict[str, str]] = []
    try:
        columns = [name.strip().lower() for name in next(reader, [])]
        if "file" not in columns:
            seen = ", ".join(map(repr, columns)) or "nothing"
            allowed = "'file' (required), 'published', 'title', 'outlet' (or 'source'), 'url' (or 'ref')"
            warnings.warn(
                f"{index!r} was ignored: it has no column 'file'. Seen: {seen}. "
                f"Allowed: {allowed}; others are left alone. Rename the columns.",
                ReadWarning,
                stacklevel=4,
            )
            return []
        for row in reader:
            records.append({name: value.strip() for name, value in zip(columns, row, strict=False)})
    except csv.Error as error:
        warnings.warn(
            f"{index!r} was read up to line {reader.line_num} only: {error}. Correct the line.",
            ReadWarning,
            stacklevel=4,
        )
    return records


def _warn(found: list[str], what: str, hint: str) -> None:
    if found:
        more = f" and {len(found) - MAX_NAMED:,} more" if len(found) > MAX_NAMED else ""
        message = f"{what}: {', '.join(found[:MAX_NAMED])}{more}. {hint}"
        warnings.warn(message, ReadWarning, stacklevel=4)
