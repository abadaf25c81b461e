"""Write docs/data_dictionary.md from `helpers.schema`: ``make docs``."""

from __future__ import annotations

from pathlib import Path

from helpers.schema import KEYS, data_dictionary

PAGE = Path(__file__).with_suffix(".md")

_INTRODUCTION = """\
# Data dictionary

Written by `make docs` from `helpers/schema.py`, which is the authority. Do not edit this page.

All eight frames are tidy: one row is one thing, there are no lists in cells, closed sets are categoricals,
days are `datetime64[s]` without a zone. The offsets `start` and `end` of a span are half-open characters of
`articles.text`, so that `text[start:end]` is the `surface`. The `start` and `end` of an article or a meeting
are days, both inclusive, that bound it; `edtf` says what is meant, in Extended Date/Time Format (ISO 8601-2):

| EDTF | Meaning |
|---|---|
| `2022-05-11` | this day |
| `2025-03-05/2025-03-06` | both days, and those between them |
| `[2022-09-27,2022-10-04]` | one of these days |
| `[2022-09-21..2022-10-25]` | some day from the first to the last |
| `2022-06`, `2022` | some day in this month, in this year |

`country` is ISO 3166-1 alpha-2, with `EU`, `UN`, `NATO`, `PS`, `TW` and `XK` as used in the news.
"""

_ROW = {
    "articles": "one article; `start` to `end` is its day of publication",
    "mentions": "one mention of a person, role, place or date in one article",
    "people": "one person",
    "meetings": "one meeting, however many articles report it",
    "participations": "one participant of one meeting",
    "evidence": "one sentence or phrase that supports one field of one meeting",
    "statements": "one quotation or reported statement",
    "topics": "one hit of a topic's term in one article",
}


def build_page() -> str:
    """Build the text of the page: one section for every frame, one table row for every column."""
    sections = [_INTRODUCTION]
    for frame, columns in data_dictionary().groupby("frame", sort=False):
        key = ", ".join(f"`{name}`" for name in KEYS.get(str(frame), ())) or "none; the row as a whole"
        lines = [f"## {frame}", "", f"One row is {_ROW[str(frame)]}. Key: {key}.", ""]
        lines += ["| Column | Type | May be missing | Meaning |", "|---|---|---|---|"]
        for column in columns.to_dict("records"):
            meaning = column["meaning"].replace("|", r"\|")
            allowed = ", ".join(f"`{value}`" for value in column["allowed"].split(", ") if value)
            meaning += f" Allowed: {allowed}." if allowed else ""
            missing = "yes" if column["nullable"] else "no"
            lines.append(f"| `{column['column']}` | {column['dtype']} | {missing} | {meaning} |")
        sections.append("\n".join(lines) + "\n")
    return "\n".join(sections)


if __name__ == "__main__":
    PAGE.write_text(build_page(), encoding="utf-8")
    print(f"Written: {PAGE}")
