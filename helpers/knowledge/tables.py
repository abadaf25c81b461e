"""Load the knowledge tables: offices, countries, places, events, given names."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from helpers.errors import KnowledgeError, not_allowed
from helpers.knowledge.files import Row, check_folder, load_rows
from helpers.knowledge.records import (
    EVENT_KINDS,
    OFFICES,
    PLACE_KINDS,
    Country,
    Event,
    Knowledge,
    Place,
    Tenure,
    compile_regex,
)

__all__ = ["Country", "Event", "Knowledge", "Place", "Tenure", "load_knowledge"]

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "countries.csv": ("code", "name", "names", "demonyms", "capital", "capital_aliases", "leaders_seat"),
    "offices.csv": ("name", "aliases", "office", "country", "start", "end", "acting", "source", "as_of"),
    "places.csv": ("name", "aliases", "country", "kind", "city"),
    "events.csv": ("event", "pattern", "start", "end", "kind", "place", "country", "source"),
    "given_names.csv": ("name", "region"),
}
_KEYS: Mapping[str, tuple[str, ...]] = {
    "countries.csv": ("code",),
    "offices.csv": ("name", "office", "country", "start"),
    "places.csv": ("name", "country"),
    "events.csv": ("event",),
    "given_names.csv": ("name",),
}


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """Load the knowledge tables, with a user's rows where there are any.

    Parameters
    ----------
    folder : Path, optional
        A folder with tables named like the shipped ones. Its rows are added; a
        row with the key of a shipped one takes its place. Keys: offices name +
        office + country + start; countries code; places name + country; events
        event; given names name.

    Returns
    -------
    Knowledge
        Without a folder the same object every time.

    Raises
    ------
    KnowledgeError
        If the folder is missing or a table is malformed; the message names file
        and line, the value seen and what is allowed.

    Examples
    --------
    >>> from datetime import date, timedelta
    >>> known = load_knowledge()
    >>> [t.name for t in known.tenures
    ...  if (t.office, t.country) == ("prime_minister", "GB") and t.holds_on(date(2022, 10, 1))]
    ['Liz Truss']
    """
    if folder is None:
        return _shipped_knowledge()
    check_folder(Path(folder))
    return _load(Path(folder))


@functools.cache
def _shipped_knowledge() -> Knowledge:
    return _load(None)


def _load(folder: Path | None) -> Knowledge:
    def rows(name: str, *optional: str) -> list[Row]:
        return load_rows(name, _COLUMNS[name], key=_KEYS[name], folder=folder, optional=optional)

    countries = tuple(map(_country, rows("countries.csv")))
    codes = frozenset(c.code for c in countries)
    tenures = tuple(_tenure(row, codes) for row in rows("offices.csv"))
    places = tuple(_place(row, codes) for row in rows("places.csv"))
    events = tuple(
        _event(row, codes, check=folder is not None) for row in rows("events.csv", "needs", "example")
    )
    names = frozenset(row.cells["name"] for row in rows("given_names.csv"))
    return Knowledge(tenures, countries, places, events, names, folder)


def _country(row: Row) -> Country:
    cells = _filled(row, "code", "name")
    names = tuple(dict.fromkeys((cells["name"], *_list(cells["names"]))))
    lists = (_list(cells[c]) for c in ("demonyms", "capital_aliases", "leaders_seat"))
    demonyms, capital_aliases, seats = lists
    return Country(cells["code"], cells["name"], names, demonyms, cells["capital"], capital_aliases, seats)


def _tenure(row: Row, codes: frozenset[str]) -> Tenure:
    cells = _filled(row, "name", "office", "country", "start")
    _check_one_of(row, "office", OFFICES)
    _check_one_of(row, "acting", ("true", "false"))
    _check_code(row, codes)
    start = _bound(row, "start", last=False)
    end = _bound(row, "end", last=True) if cells["end"] else None
    if end is not None and end < start:
        raise _end_before_start(row)
    as_of = _day(row, "as_of") if cells["as_of"] else None
    acting = cells["acting"] == "true"
    name, office, country = cells["name"], cells["office"], cells["country"]
    return Tenure(name, _list(cells["aliases"]), office, country, start, end, acting, cells["source"], as_of)


def _place(row: Row, codes: frozenset[str]) -> Place:
    cells = _filled(row, "name", "country", "kind")
    _check_one_of(row, "kind", PLACE_KINDS)
    _check_code(row, codes)
    return Place(cells["name"], _list(cells["aliases"]), cells["country"], cells["kind"], cells["city"])


def _event(row: Row, codes: frozenset[str], *, check: bool) -> Event:
    cells = _filled(row, "event", "pattern", "start", "end")
    _check_one_of(row, "kind", EVENT_KINDS)
    if cells["country"]:
        _check_code(row, codes)
    start, end = _day(row, "start"), _day(row, "end")
    if end < start:
        raise _end_before_start(row)
    if check:
        try:
            compile_regex(cells["pattern"])
        except re.error as error:
            raise KnowledgeError(
                f"{row.where}: pattern {cells['pattern']!r} is not a regular expression: {error}. "
                "Correct it; a literal bracket, dot or question mark needs a backslash."
            ) from error
    rest = (cells["kind"], cells["place"], cells["country"], cells["source"])
    return Event(cells["event"], cells["pattern"], start, end, *rest, _list(cells["needs"]), cells["example"])


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for item in cell.split("|") if (part := item.strip())) if cell else ()


def _filled(row: Row, *columns: str) -> dict[str, str]:
    for name in columns:
        if not row.cells[name]:
            raise KnowledgeError(f"{row.where}: column {name!r} is empty. Every row needs a value there.")
    return row.cells


def _day(row: Row, column: str) -> date:
    text = row.cells[column]
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise KnowledgeError(
        f"{row.where}: column {column!r} has {text!r}, which is not a day. "
        "Allowed: a day of the calendar as YYYY-MM-DD. Correct it."
    )


def _bound(row: Row, column: str, *, last: bool) -> date:
    """Read a day, or the first or last day of a month or year known no better."""
    text = row.cells[column]
    if not re.fullmatch(r"\d{4}(?:-\d\d)?", text):
        return _day(row, column)
    year, month = int(text[:4]), int(text[5:] or (12 if last else 1))
    if not (date.min.year <= year < date.max.year and 1 <= month <= 12):
        return _day(row, column)
    if not last:
        return date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _end_before_start(row: Row) -> KnowledgeError:
    start, end = row.cells["start"], row.cells["end"]
    return KnowledgeError(f"{row.where}: end {end} is before start {start}. Exchange or correct the days.")


def _check_one_of(row: Row, column: str, allowed: tuple[str, ...]) -> None:
    if row.cells[column] not in allowed:
        seen = row.cells[column]
        raise KnowledgeError(not_allowed(column, seen, allowed, where=row.where, hint="Choose one of them."))


def _check_code(row: Row, codes: frozenset[str]) -> None:
    if row.cells["country"] not in codes:
        raise KnowledgeError(
            f"{row.where}: unknown country {row.cells['country']!r}. Allowed: the codes of countries.csv "
            "(ISO 3166 alpha-2, EU, UN, NATO, PS, TW, XK). Correct it or add the country there."
        )
