"""The knowledge tables as values: tenures, countries, places, events, names."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from helpers.errors import KnowledgeError, not_allowed
from helpers.knowledge.files import Row, check_folder, load_rows

#: Keys of the offices that a tenure can be of.
OFFICES = (
    "president",
    "vice_president",
    "prime_minister",
    "deputy_prime_minister",
    "chancellor",
    "monarch",
    "crown_prince",
    "supreme_leader",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
    "national_security_adviser",
    "secretary_general",
    "commission_president",
    "council_president",
    "parliament_president",
    "high_representative",
)
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
PLACE_KINDS = ("city", "building", "venue", "region")
EVENT_KINDS = ("happened", "summit", "visit")


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holder's unbroken time in one office.

    Attributes
    ----------
    name, aliases : str, tuple of str
        The usual full name in English news, and its other spellings.
    office, country : str
        A key of `OFFICES`, and the code of the country or organisation.
    start, end : date, date or None
        First and last day in office; None while it lasts.
    acting : bool
        Whether the person only acted as holder.
    source : str
        A short citation.
    as_of : date or None
        For a tenure without end: the last day on which it is known to have lasted.
    """

    name: str
    aliases: tuple[str, ...]
    office: str
    country: str
    start: date
    end: date | None
    acting: bool
    source: str
    as_of: date | None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other spellings."""
        return (self.name, *self.aliases)

    def holds_on(self, day: date) -> bool:
        """Tell whether the person was in office on a day, bounds included.

        On the day of a handover two people were.
        """
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Country:
    """A country, territory or organisation that people act for.

    Attributes
    ----------
    code, name : str
        ISO 3166 alpha-2, or EU, UN, NATO, PS, TW, XK; the usual English name.
    names : tuple of str
        Every name used in news, the usual one first.
    demonyms : tuple of str
        Adjectives and words for its people.
    capital, capital_aliases : str, tuple of str
        The capital in English news, and its other spellings.
    leaders_seat : tuple of str
        Buildings and streets that stand for its government.
    """

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    capital_aliases: tuple[str, ...]
    leaders_seat: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A city other than a capital, a building, a venue or a region.

    `kind` is one of `PLACE_KINDS`; `city` is set for buildings and venues that
    stand in a city.
    """

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: str
    city: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event that articles mention or presuppose.

    Attributes
    ----------
    event : str
        Its name, unique.
    regex : str
        The regular expression of the words that mean this event.
    start, end : date
        First and last day.
    kind : str
        ``happened``: an article that speaks of it as past is not older than
        `start`. ``summit``: a meeting that lasts from `start` to `end`.
        ``visit``: a leader's stay; visits of one leader to one place share their
        `regex`, so the words alone say only that it is one of these.
    place, country : str
        Where it was; may be empty.
    source : str
        A short citation.
    needs : tuple of str
        Literal words of which at least one stands in whatever `regex` matches:
        a cheap test before the expensive one. Empty: always try.
    example : str
        A sentence that `regex` matches.
    """

    event: str
    regex: str
    start: date
    end: date
    kind: str
    place: str
    country: str
    source: str
    needs: tuple[str, ...]
    example: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled `regex`."""
        return _compiled(self.regex)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first place in a text that means this event, or None."""
        if self.needs and not any(word in text for word in self.needs):
            return None
        return self.pattern.search(text)


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All tables together; equal only to itself, so that it can be a cache key.

    Attributes
    ----------
    tenures, countries, places, events : tuple
        The rows of the tables of these kinds.
    given_names : frozenset of str
        Given names as they are written in English news.
    folder : Path or None
        The user's folder whose rows are in it, also for `load_table` and
        `load_toml` of further files.
    """

    tenures: tuple[Tenure, ...]
    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    given_names: frozenset[str]
    folder: Path | None = None


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
    >>> from datetime import date
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


@functools.cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


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
    start, end = _day(row, "start"), _day(row, "end") if cells["end"] else None
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
            _compiled(cells["pattern"])
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
