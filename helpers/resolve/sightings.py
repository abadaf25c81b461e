"""Sightings: each meeting mention of an article with people, days and place resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from helpers.days import Days
from helpers.extract.facts import ArticleFacts, MeetingMention
from helpers.extract.lexicon import Lexicon
from helpers.resolve.meeting_days import resolve_when
from helpers.resolve.offices import Roster
from helpers.resolve.people import Identity, identify_body, identify_role

_DISTINCT = re.compile(
    r"\b(?:again|ago|recently|last (?:year|month)|previous(?:ly)?|last met|earlier (?:meeting|talks|call"
    r"|conversation|this year)"
    r"|first met|another|second|third|new round|next (?:meeting|round|summit)|"
    r"follow-up|most recent|last (?:meeting|summit|talks|call|conversation|time)|recall(?:ed|ing)"
    r"|past meetings?|(?:further|more|fresh|new|renewed|additional) (?:talks|meetings?|discussions))\b",
    re.I,
)
#: Roles that say of nobody who they are: a relative, a private person.
_RELATIVE = re.compile(
    r"\b(?:wife|husband|brother|sister|son|daughter|father|mother|player|coach|author|source|officer"
    r"|police|guest|lawyer|writer)$",
    re.I,
)
#: Groups of which nobody could say who was there.
_ANYBODY = re.compile(
    r"\b(?:members|employees|workers|staff|officials|officers|personnel|soldiers|troops|residents|families|relatives"
    r"|victims|survivors|students|journalists|reporters|participants|pilgrims|veterans|figures"
    r"|people)(?: of\b.*)?$",
    re.I,
)
_HERE = re.compile(r"\bhere\b")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of a meeting, resolved as far as its article allows.

    Attributes
    ----------
    article : int
        Index of the article in the corpus.
    mention : MeetingMention
        What was read.
    sides : tuple of tuple of Identity
        The participants; those of one side came together.
    status, mode : str
        As in `helpers.schema`.
    days : Days or None
        When it was or will be; None if nothing bounds it.
    dated : bool
        Whether an expression of the text gives the days.
    basis : str
        How the days are known.
    place, place_country, event : str
        May be empty.
    distinct : bool
        Whether the words set it apart from another meeting of the same people.
    spans : tuple of (str, int, int, str)
        Field, start, end and rule of each piece of evidence.
    """

    article: int
    mention: MeetingMention
    sides: tuple[tuple[Identity, ...], ...]
    status: str
    mode: str
    days: Days | None
    dated: bool
    basis: str
    place: str
    place_country: str
    event: str
    distinct: bool
    spans: tuple[tuple[str, int, int, str], ...]

    @property
    def people(self) -> dict[str, Identity]:
        """The participants by person_id."""
        return {i.person_id: i for side in self.sides for i in side}


def find_sightings(
    number: int,
    text: str,
    facts: ArticleFacts,
    identities: Mapping[str, Identity],
    roster: Roster,
    lexicon: Lexicon,
    published: Days | None,
) -> list[Sighting]:
    """Resolve every meeting mention of one article.

    Parameters
    ----------
    number : int
        Index of the article.
    text : str
        The article.
    facts : ArticleFacts
        What was read in it.
    identities : mapping
        From `helpers.resolve.people.identify_chains`.
    roster, lexicon : Roster, Lexicon
        Offices and titles.
    published : Days or None
        Publication date.

    Returns
    -------
    list of Sighting
        In order of the text; a mention whose participants cannot be told is left out.
    """
    found = []
    for mention in facts.meetings:
        when = resolve_when(text, facts, mention, published)
        at = when.days if when.days is not None and not when.days.is_open else published
        place, land, place_span = _where(text, facts, mention)
        sides = _who(facts, mention, identities, roster, lexicon, at, land)
        if not any(sides):
            continue
        spans = [("meeting", mention.start, mention.end, mention.frame)]
        for side in mention.sides:
            spans += [
                ("participant", facts.persons[i].start, facts.persons[i].end, facts.persons[i].form)
                for i in side
            ]
        if mention.date >= 0:
            spans.append(
                ("date", facts.dates[mention.date].start, facts.dates[mention.date].end, "date_expression")
            )
        if place_span:
            spans.append(("place", *place_span, "place_name"))
        spans += [
            (field, start, end, f"{mention.frame}:{value}") for field, start, end, value in mention.cues
        ]
        around = text[max(0, mention.start - 45) : mention.end + 30]
        found.append(
            Sighting(
                article=number,
                mention=mention,
                sides=sides,
                status=when.status,
                mode=mention.mode,
                days=when.days,
                dated=when.dated,
                basis=when.basis,
                place=place,
                place_country=land,
                event=mention.event,
                distinct=bool(_DISTINCT.search(around)),
                spans=tuple(spans),
            )
        )
    return found


def _who(
    facts: ArticleFacts,
    mention: MeetingMention,
    identities: Mapping[str, Identity],
    roster: Roster,
    lexicon: Lexicon,
    days: Days | None,
    land: str,
) -> tuple[tuple[Identity, ...], ...]:
    """Identify the participants, side by side, each person once."""
    named = [facts.persons[i] for side in mention.sides for i in side if facts.persons[i].key in identities]
    offices = {
        p.key: tuple(dict.fromkeys(o for q in facts.persons if q.key == p.key for o in q.offices))
        for p in named
    }
    seen: set[str] = set()
    sides = []
    alone = all(facts.persons[i].form == "body" for side in mention.sides for i in side)
    for side in mention.sides:
        members = []
        people = any(facts.persons[i].form not in ("body", "group") for i in side)
        for i in side:
            person = facts.persons[i]
            if person.key in identities:
                identity = identities[person.key]
                if person.form == "pronoun":
                    identity = replace(identity, resolved_by="pronoun")
                elif person.form == "role" and not person.name:
                    identity = replace(identity, resolved_by="role")
            elif person.form == "body":
                known = alone or person.country or re.search(r"[A-Z]", person.name)
                if people or not known or _ANYBODY.search(person.name):
                    continue  # a delegation whose head is named, or nobody in particular
                identity = identify_body(person)
            elif person.form == "role" and _RELATIVE.search(person.role):
                continue
            elif person.form == "role":
                other = next((offices[p.key] for p in named if offices.get(p.key)), ())
                if not other:
                    other = _held(roster, [identities[p.key] for p in named], days)
                identity = identify_role(person, roster, lexicon, days, country=land, counterpart_of=other)
                if not identity.name and not identity.country:
                    continue  # "the actress", "a senator": nothing says who
            else:
                continue
            if identity.person_id not in seen:
                seen.add(identity.person_id)
                members.append(identity)
        sides.append(tuple(members))
    return tuple(s for s in sides if s)


def _held(roster: Roster, others: Sequence[Identity], days: Days | None) -> tuple[str, ...]:
    """Return the offices that the office table gives the other participants on these days."""
    if days is None:
        return ()
    rows = [t for i in others if i.in_roster for t in roster.by_name[i.name].tenures]
    return tuple(t.office for t in rows if t.start <= days.end and (t.end or date.max) >= days.start)


def _where(
    text: str, facts: ArticleFacts, mention: MeetingMention
) -> tuple[str, str, tuple[int, int] | None]:
    """Return place, its country and its span; "here" means the dateline's place."""
    if mention.place >= 0:
        place = facts.places[mention.place]
        name = "" if place.kind == "country" else place.name
        if place.city and place.city != place.name:
            name = f"{place.name}, {place.city}"
        return name, place.country, (place.start, place.end)
    sentence = facts.sentences[mention.sentence]
    line = facts.dateline
    if line is not None and line.place and _HERE.search(text, sentence.start, sentence.end):
        return line.place, line.country, (line.start, line.end)
    return "", "", None
