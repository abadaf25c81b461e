"""The rows of the knowledge tables: tenures, countries, places, events."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    "party_leader",
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
#: Organisations that stand in the frames as countries do.
UNIONS = ("EU", "UN", "NATO")
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
        ISO 3166 alpha-2, or PS, TW, XK, EU, UN, NATO, or a longer code of an
        organisation; the usual English name.
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

    @property
    def is_organisation(self) -> bool:
        """Whether it is no state."""
        return is_organisation(self.code)


def is_organisation(code: str) -> bool:
    """Tell the code of an organisation, such as EU or IMF, from that of a state."""
    return code in UNIONS or len(code) > 2


def frame_country(code: str) -> str:
    """Return the code as the frames have it: only states, EU, UN and NATO are countries there.

    Examples
    --------
    >>> frame_country("FR"), frame_country("NATO"), frame_country("OPEC")
    ('FR', 'NATO', '')
    """
    return code if len(code) == 2 or code in UNIONS else ""


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
        return compile_regex(self.regex)

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


@functools.cache
def compile_regex(regex: str) -> re.Pattern[str]:
    """Compile a pattern of the events table once."""
    return re.compile(regex)
