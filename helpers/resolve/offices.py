"""Offices: who held which office on which days."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from helpers.days import Days
from helpers.extract.chains import plain_words, same_words
from helpers.knowledge.tables import Knowledge, Tenure

#: Two surnames with one first letter are one misspelt name from this ratio on (Healy/Healey 91).
SURNAME_RATIO = 75
#: Offices that a spoken "leader" of a country means, first the one that usually leads.
_HEADS = ("president", "prime_minister", "chancellor", "monarch")


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of the office table with all tenures, by their start."""

    name: str
    tenures: tuple[Tenure, ...]

    @property
    def country(self) -> str:
        """Country of the first tenure."""
        return self.tenures[0].country


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """The office table by name, by surname and by office."""

    by_words: dict[frozenset[str], tuple[Holder, ...]]
    by_surname: dict[str, tuple[Holder, ...]]
    by_office: dict[tuple[str, str], tuple[Tenure, ...]]
    by_name: dict[str, Holder]


@functools.cache
def build_roster(knowledge: Knowledge) -> Roster:
    """Build the look-ups from the office table.

    Parameters
    ----------
    knowledge : Knowledge
        The tables.

    Returns
    -------
    Roster
        The same object for the same tables.
    """
    tenures: dict[str, list[Tenure]] = {}
    for tenure in sorted(knowledge.tenures, key=lambda t: (t.name, t.start, t.office, t.country)):
        tenures.setdefault(tenure.name, []).append(tenure)
    by_name = {name: Holder(name, tuple(rows)) for name, rows in tenures.items()}
    by_words: dict[frozenset[str], dict[str, Holder]] = {}
    by_surname: dict[str, dict[str, Holder]] = {}
    by_office: dict[tuple[str, str], list[Tenure]] = {}
    for name, holder in by_name.items():
        for spelling in dict.fromkeys(s for t in holder.tenures for s in t.names):
            words = plain_words(spelling)
            by_words.setdefault(frozenset(words), {})[name] = holder
            by_surname.setdefault(words[-1], {})[name] = holder
        for tenure in holder.tenures:
            by_office.setdefault((tenure.office, tenure.country), []).append(tenure)
    return Roster(
        {k: tuple(v.values()) for k, v in by_words.items()},
        {k: tuple(v.values()) for k, v in by_surname.items()},
        {k: tuple(sorted(v, key=lambda t: (t.start, t.name))) for k, v in by_office.items()},
        by_name,
    )


def find_holders(
    roster: Roster, offices: Iterable[str], country: str, days: Days | None
) -> tuple[Tenure, ...]:
    """Find who held one of the offices of a country on some of the days.

    Parameters
    ----------
    roster : Roster
        The office table.
    offices : iterable of str
        Office keys; the first office that the table has for the country counts.
    country : str
        Country or organisation.
    days : Days or None
        Days in question; None finds nobody, since then anybody is possible.

    Returns
    -------
    tuple of Tenure
        By start. On the days of a handover both holders are found; one who
        held the office for the greater part hides nobody.
    """
    if days is None or not country:
        return ()
    for office in offices:
        rows = roster.by_office.get((office, country), ())
        if rows:
            return tuple(t for t in rows if t.start <= days.end and (t.end or date.max) >= days.start)
    return ()


def find_initials(name: str) -> tuple[str, ...]:
    """Return the initials in a name, which tell George W. from George H. W.

    Examples
    --------
    >>> find_initials("George H. W. Bush")
    ('h', 'w')
    """
    return tuple(letter.lower() for letter in re.findall(r"(?<![^\W_])([^\W\d_])(?:\.|(?=\s|$))", name))


def find_holder_by_name(roster: Roster, name: str, days: Days | None = None) -> Holder | None:
    """Find the one person of the table with this full name, in any spelling it lists.

    Of two with one name, the one in office on some of the days, or else the one
    of whom the table lists this very spelling.
    """
    words = plain_words(name)
    if len(words) < 2:
        return None
    found = roster.by_words.get(frozenset(words), ())
    if len(found) > 1 and (initials := find_initials(name)):
        found = tuple(
            h for h in found if any(find_initials(s) == initials for t in h.tenures for s in t.names)
        )
    if len(found) > 1 and days is not None:
        found = tuple(h for h in found if _held_any(h, days)) or found
    if len(found) > 1:
        found = tuple(h for h in found if any(name in t.names for t in h.tenures))
    if len(found) == 1:
        return found[0]
    if found:
        return None
    near = {
        h.name: h
        for h in roster.by_surname.get(words[-1], ())
        if any(same_words(plain_words(s), words) for t in h.tenures for s in t.names)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _held_any(holder: Holder, days: Days) -> bool:
    return any(t.start <= days.end and (t.end or date.max) >= days.start for t in holder.tenures)


def find_misspelt(
    roster: Roster, name: str, offices: Iterable[str], country: str, days: Days | None
) -> Holder | None:
    """Find the holder whose name is misspelt: same office and given name, near surname.

    Parameters
    ----------
    roster : Roster
        The office table.
    name : str
        The name as written; only a given name and a surname together count.
    offices, country : iterable of str, str
        The office it stands with; without one nobody is found.
    days : Days or None
        Narrows the candidates where known.

    Returns
    -------
    Holder or None
    """
    words = plain_words(name)
    if len(words) < 2:
        return None
    wanted = set(offices)
    found: dict[str, Holder] = {}
    for (office, land), rows in roster.by_office.items():
        if office not in wanted or (country and land != country):
            continue
        for tenure in rows:
            if days is not None and (tenure.start > days.end or (tenure.end or date.max) < days.start):
                continue
            for spelling in tenure.names:
                other = plain_words(spelling)
                near = other[-1][0] == words[-1][0] and _ratio(other[-1], words[-1]) >= SURNAME_RATIO
                if other[0] == words[0] and near:
                    found[tenure.name] = roster.by_name[tenure.name]
    return next(iter(found.values())) if len(found) == 1 else None


def _ratio(a: str, b: str) -> float:
    return 100 * SequenceMatcher(None, a, b, autojunk=False).ratio()


def tenures_of(holder: Holder, offices: Iterable[str], country: str) -> tuple[Tenure, ...]:
    """Return the tenures of a person in one of the offices."""
    wanted = set(offices)
    return tuple(t for t in holder.tenures if t.office in wanted and (not country or t.country == country))
