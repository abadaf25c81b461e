"""People: which person each chain of mentions of an article is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from helpers.days import Days, since, within
from helpers.extract.chains import plain_words, slug
from helpers.extract.facts import ArticleFacts, PersonMention
from helpers.extract.lexicon import Lexicon, normalise_role, split_words
from helpers.knowledge.tables import Tenure
from helpers.resolve.constraints import Constraint
from helpers.resolve.offices import (
    Holder,
    Roster,
    find_holder_by_name,
    find_holders,
    find_misspelt,
    tenures_of,
)

_TITLES = {
    "president": "President",
    "vice_president": "Vice President",
    "prime_minister": "Prime Minister",
    "chancellor": "Chancellor",
    "monarch": "Monarch",
    "foreign_minister": "Foreign Minister",
    "defence_minister": "Defence Minister",
    "finance_minister": "Finance Minister",
    "party_leader": "Party Leader",
    "supreme_leader": "Supreme Leader",
    "national_security_adviser": "National Security Adviser",
    "secretary_general": "Secretary General",
    "commission_president": "Commission President",
    "council_president": "Council President",
    "high_representative": "High Representative",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is meant, and what that rests on.

    Attributes
    ----------
    person_id, name, role, country : str
        Name and country may be empty.
    resolved_by : str
        One of `helpers.schema.RESOLVED_BY`.
    in_roster : bool
        Whether the office table knows the person.
    candidates : tuple of str
        Other possible holders with their days.
    kind : str
        person or body.
    """

    person_id: str
    name: str
    role: str
    country: str
    resolved_by: str
    in_roster: bool = False
    candidates: tuple[str, ...] = ()
    kind: str = "person"


def identify_chains(facts: ArticleFacts, roster: Roster, published: Days | None) -> dict[str, Identity]:
    """Identify every chain of an article that has a name.

    Parameters
    ----------
    facts : ArticleFacts
        The article.
    roster : Roster
        The office table.
    published : Days or None
        Publication date; helps where surnames or misspellings are ambiguous.

    Returns
    -------
    dict
        Chain key → Identity.
    """
    chains: dict[str, list[PersonMention]] = {}
    for m in facts.persons:
        if m.key and m.form in ("full", "surname", "role"):
            chains.setdefault(m.key, []).append(m)
    return {key: _identify(key, mentions, roster, published) for key, mentions in chains.items()}


def _identify(
    key: str, mentions: Sequence[PersonMention], roster: Roster, published: Days | None
) -> Identity:
    named = [m for m in mentions if m.name]
    full = [m for m in named if m.form == "full"]
    name = max((m.name for m in full), key=len) if full else named[0].name
    offices = tuple(
        dict.fromkeys(o for m in mentions for o in m.offices if m.qualifier not in ("deputy", "former"))
    )
    country = next((m.country for m in named if m.country), "")
    role = _best_role(mentions)
    holder, how = None, "named"
    if full:
        for one in dict.fromkeys(m.name for m in full):
            holder = holder or find_holder_by_name(roster, one, published)
        if holder is not None:
            how = "named" if frozenset(plain_words(name)) == frozenset(plain_words(holder.name)) else "alias"
        elif offices:
            for one in dict.fromkeys(m.name for m in full):
                holder = holder or find_misspelt(roster, one, offices, country, published)
            how = "misspelling" if holder else "named"
    else:
        holder = _by_surname(plain_words(name)[-1], offices, country, roster, published)
        how = "surname"
    if holder is None:
        words = plain_words(name)
        return Identity(slug(words) or slug([key]), _tidy(name), role, country, how)
    land = country if any(t.country == country for t in holder.tenures) else _country_at(holder, published)
    return Identity(
        slug(plain_words(holder.name)), holder.name, role or _role_at(holder, published), land, how, True
    )


def _tidy(name: str) -> str:
    return re.sub(r"^@", "", name.rstrip(",. "))


def _best_role(mentions: Sequence[PersonMention]) -> str:
    """Return the role that says most: one of an office, else the longest named one."""
    roles = [
        m for m in mentions if m.role and m.qualifier != "former" and "counterpart" not in m.role.lower()
    ]
    if not roles:
        return ""
    best = max(roles, key=lambda m: (bool(m.name), bool(m.offices), len(m.role) if not m.offices else 0))
    return best.role


def _by_surname(
    surname: str, offices: tuple[str, ...], country: str, roster: Roster, published: Days | None
) -> Holder | None:
    found = roster.by_surname.get(surname, ())
    fits = [
        h
        for h in found
        if any(
            (not country or t.country == country)
            and (not offices or t.office in offices)
            and (published is None or (t.start <= published.end and (t.end or date.max) >= published.start))
            for t in h.tenures
        )
    ]
    if offices or country or published is not None:
        return fits[0] if len(fits) == 1 else None
    return found[0] if len(found) == 1 else None


def _country_at(holder: Holder, published: Days | None) -> str:
    rows = [t for t in holder.tenures if published is None or t.start <= published.end] or list(
        holder.tenures
    )
    return rows[-1].country


def _role_at(holder: Holder, published: Days | None) -> str:
    if published is None:
        return ""
    rows = [t for t in holder.tenures if t.start <= published.end and (t.end or date.max) >= published.start]
    return _TITLES.get(rows[-1].office, rows[-1].office.replace("_", " ").title()) if rows else ""


def office_constraints(
    facts: ArticleFacts, identities: Mapping[str, Identity], roster: Roster, lexicon: Lexicon
) -> list[Constraint]:
    """Say when each titled mention of a known holder can have been written.

    Former holders, deputies and designates bind nothing.

    Returns
    -------
    list of Constraint
        Of kind ``office``, with the reason in words.
    """
    found: list[Constraint] = []
    for m in facts.persons:
        if (
            not m.offices
            or not m.name
            or m.qualifier
            or m.key not in identities
            or not identities[m.key].in_roster
        ):
            continue
        holder = roster.by_name[identities[m.key].name]
        rows = tenures_of(holder, m.offices, m.country)
        if not rows:
            continue
        options = tuple(within(t.start, t.end) if t.end else since(t.start) for t in rows)
        first, last = options[0], options[-1]
        span = (
            within(first.start, max(o.end for o in options)) if last.end != date.max else since(first.start)
        )
        terms = " and ".join(_term(t) for t in rows)
        reason = f"{holder.name} is called {m.role}: held the office {terms}"
        found.append(Constraint(span, reason, m.start, m.end, "office", options if len(options) > 1 else ()))
    return found


def _term(tenure: Tenure) -> str:
    return f"{tenure.start.isoformat()} to {tenure.end.isoformat() if tenure.end else 'today'}"


def identify_role(
    m: PersonMention,
    roster: Roster,
    lexicon: Lexicon,
    days: Days | None,
    *,
    country: str = "",
    counterpart_of: Sequence[str] = (),
) -> Identity:
    """Identify a role without a name through the office table and the date.

    Parameters
    ----------
    m : PersonMention
        The mention, of form role.
    roster, lexicon : Roster, Lexicon
        Offices and titles.
    days : Days or None
        When the role was held: the meeting's days, else the publication date.
    country : str, optional
        Country to assume where the phrase gives none.
    counterpart_of : sequence of str, optional
        Offices of the person whose counterpart is meant.

    Returns
    -------
    Identity
        With a name if one holder fits all the days; with `candidates` if
        several do; else role and country alone.
    """
    offices = tuple(counterpart_of) if "counterpart" in m.role.lower() else m.offices
    land = m.country or default_country(m.role, lexicon) or country
    holders = (
        find_holders(roster, offices, land, days) if m.qualifier not in ("former", "deputy", "elect") else ()
    )
    names = tuple(dict.fromkeys(t.name for t in holders))
    if len(names) == 1:
        role = _TITLES.get(holders[0].office, m.role) if "counterpart" in m.role.lower() else m.role
        return Identity(slug(plain_words(names[0])), names[0], role, land, "role", True)
    candidates = tuple(f"{t.name} ({_term(t)})" for t in holders)
    role = m.role
    if "counterpart" in m.role.lower() and offices:
        role = _TITLES.get(offices[0], m.role)
    if m.qualifier and m.qualifier not in role.lower():
        role = f"{m.qualifier} {role}"
    key = f"role-{slug(normalise_role(split_words(role)).split())}-{land.lower() or 'unknown'}"
    return Identity(key, "", role, land, "role", False, candidates)


def default_country(role: str, lexicon: Lexicon) -> str:
    """Return the country a title usually belongs to ("Secretary of State" → US)."""
    found = lexicon.offices.get(normalise_role(split_words(role)))
    return found[1] if found else ""


def identify_body(m: PersonMention) -> Identity:
    """Identify people without names: by their words."""
    name = re.sub(r"^(?:the|a|an|both|several|some|other)\s+", "", m.name, flags=re.I)
    return Identity(f"body-{slug(plain_words(name))}", name, "", m.country, "named", False, (), "body")
