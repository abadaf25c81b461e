"""Gold: what the seeds give, as small tables. `make gold` writes them anew.

The articles' own words stay in ``seeds/``: the table of articles has no text.
Run as ``python -m tests.gold``.
"""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pandas as pd

from helpers.corpus import load_corpus

FOLDER = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parent.parent / "seeds"


def build_gold() -> dict[str, str]:
    """Return the frames of the seeds as CSV, by name."""
    frames = load_corpus(SEEDS, progress=False).frames()
    frames["articles"] = frames["articles"].drop(columns="text")
    return {name: to_csv(frame) for name, frame in frames.items()}


def to_csv(frame: pd.DataFrame) -> str:
    """Write a frame as CSV; line breaks within cells stay visible as ``\\n``, so that one line is one row."""
    flat = frame.apply(
        lambda column: column.map(_one_line, na_action="ignore") if _is_text(column) else column
    )
    return flat.to_csv(index=False, lineterminator="\n")


def _is_text(column: pd.Series) -> bool:
    return str(column.dtype) in ("string", "str", "object")


def _one_line(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def write_gold(folder: Path = FOLDER) -> list[str]:
    """Write the tables that differ from the ones that are there, and return their names."""
    folder.mkdir(exist_ok=True)
    written = []
    for name, text in build_gold().items():
        file = folder / f"{name}.csv"
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(name)
    return written


def find_differences(name: str, was: str, now: str, limit: int = 20) -> list[str]:
    """Return how a table differs from the gold one: row, column, was and is; the first `limit` of them."""
    old, new = _table(was), _table(now)
    if list(old.columns) != list(new.columns):
        return [f"{name}: columns were {list(old.columns)}, are {list(new.columns)}"]
    found = _cells(name, old, new) if len(old) == len(new) else _rows(name, was, now)
    more = [f"… and {len(found) - limit} more"] if len(found) > limit else []
    return found[:limit] + more


def _cells(name: str, old: pd.DataFrame, new: pd.DataFrame) -> list[str]:
    return [
        f"{name} row {i}, {column}: was {was!r}, is {now!r}"
        for i in range(len(old))
        for column, was, now in zip(old.columns, old.iloc[i], new.iloc[i], strict=True)
        if was != now
    ]


def _rows(name: str, was: str, now: str) -> list[str]:
    old, new = was.splitlines()[1:], now.splitlines()[1:]
    found = [f"{name}: {len(old)} rows were there, {len(new)} are"]
    found += [f"{name} row {i} is gone: {line}" for i, line in enumerate(old) if line not in new]
    return found + [f"{name} row {i} is new: {line}" for i, line in enumerate(new) if line not in old]


def _table(text: str) -> pd.DataFrame:
    return pd.read_csv(StringIO(text), dtype="str", keep_default_na=False, na_values=[])


if __name__ == "__main__":
    names = write_gold()
    print(f"Written anew in {FOLDER}: {', '.join(names) or 'nothing, all tables are as they were'}.")
    print("Look at the difference before you commit it.")
