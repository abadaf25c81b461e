"""Account: the facts of all articles resolved into the eight frames.

    people ⇄ publication dates → sightings → records → frames

Names narrow dates and dates narrow names, and a merged meeting narrows the
articles that report it; the steps are repeated until nothing changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from helpers.days import Days, since
from helpers.extract.facts import ArticleFacts
from helpers.extract.lexicon import Lexicon, build_lexicon
from helpers.extract.tense import find_tense
from helpers.knowledge.tables import Knowledge
from helpers.read.source import SourceText
from helpers.resolve.constraints import Constraint
from helpers.resolve.dated_events import index_events
from helpers.resolve.merge import merge_across
from helpers.resolve.offices import Roster, build_roster
from helpers.resolve.people import Identity, identify_chains, identify_role, office_constraints
from helpers.resolve.publication import Publication, resolve_publication
from helpers.resolve.records import Record, merge_within
from helpers.resolve.sightings import find_sightings
from helpers.resolve.told import find_told

#: Rounds after which the account counts as settled even if a date still moves.
MAX_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Account:
    """What all articles say together.

    Attributes
    ----------
    sources, facts : tuple
        The articles as read and as extracted, sorted by source.
    publications : tuple of Publication
        When each was published.
    identities : tuple of dict
        For each article, chain key → Identity.
    records : tuple of Record
        The meetings.
    roles : tuple of dict
        For each article, index of a mention of a role without a name → Identity
        of the one who held it when the article was published.
    """

    sources: tuple[SourceText, ...]
    facts: tuple[ArticleFacts, ...]
    publications: tuple[Publication, ...]
    identities: tuple[dict[str, Identity], ...]
    records: tuple[Record, ...]
    roles: tuple[dict[int, Identity], ...]


def resolve_account(
    sources: Sequence[SourceText], facts: Sequence[ArticleFacts], knowledge: Knowledge
) -> Account:
    """Resolve the facts of all articles into one account.

    Parameters
    ----------
    sources : sequence of SourceText
        The articles as read, in any order.
    facts : sequence of ArticleFacts
        Their facts, in the same order.
    knowledge : Knowledge
        What the rules know.

    Returns
    -------
    Account
        The same whatever the order of the input.
    """
    order = sorted(range(len(sources)), key=lambda i: sources[i].source)
    sources = tuple(sources[i] for i in order)
    facts = tuple(facts[i] for i in order)
    roster, lexicon = build_roster(knowledge), build_lexicon(knowledge)
    wording = [_blank_names(s.masked, f) for s, f in zip(sources, facts, strict=True)]
    merged: dict[int, list[Constraint]] = {}
    publications: list[Publication] = []
    identities: list[dict[str, Identity]] = []
    per_article: list[list[Record]] = [[] for _ in sources]
    changed = list(range(len(sources)))
    records: list[Record] = []
    for _ in range(MAX_ROUNDS):
        for i in changed:
            publication, people = _settle(sources[i], facts[i], roster, lexicon, knowledge, merged.get(i, []))
            if i < len(publications):
                publications[i], identities[i] = publication, people
            else:
                publications.append(publication)
                identities.append(people)
            found = find_sightings(i, sources[i].text, facts[i], people, roster, lexicon, publication.days)
            per_article[i] = merge_within(found)
        records = merge_across([r for rows in per_article for r in rows], wording)
        bounds = _merge_bounds(records, publications)
        changed = [i for i in sorted({*bounds, *merged}) if bounds.get(i) != merged.get(i)]
        merged = bounds
        if not changed:
            break
    roles = tuple(_holders(f, p.days, roster, lexicon) for f, p in zip(facts, publications, strict=True))
    return Account(sources, facts, tuple(publications), tuple(identities), tuple(records), roles)


def _holders(
    facts: ArticleFacts, published: Days | None, roster: Roster, lexicon: Lexicon
) -> dict[int, Identity]:
    """Identify the roles without a name that only one person can have held."""
    found = {}
    for i, m in enumerate(facts.persons):
        if m.form == "role" and not m.key and m.offices:
            identity = identify_role(m, roster, lexicon, published)
            if identity.in_roster:
                found[i] = identity
    return found


def _blank_names(text: str, facts: ArticleFacts) -> str:
    """Blank people and places: that two articles name them the same says nothing of their wording."""
    parts, done = [], 0
    names = [(m.start, m.end) for m in facts.persons] + [(m.start, m.end) for m in facts.places]
    for start, end in sorted(names):
        if start >= done:
            parts += [text[done:start], " "]
            done = end
    return "".join([*parts, text[done:]])


def _settle(
    source: SourceText,
    facts: ArticleFacts,
    roster: Roster,
    lexicon: Lexicon,
    knowledge: Knowledge,
    merged: list[Constraint],
) -> tuple[Publication, dict[str, Identity]]:
    """Settle one article's publication date and people by each other."""
    text = source.text
    days: Days | None = source.published
    publication: Publication | None = None
    people: dict[str, Identity] = {}
    tense = cache(partial(find_tense, text))
    told = find_told(text, facts.dates, facts.dateline, index_events(knowledge), tense)
    claims: list[Constraint] | None = None
    for _ in range(MAX_ROUNDS):
        people = identify_chains(facts, roster, days)
        before, claims = claims, office_constraints(facts, people, roster, lexicon)
        if claims == before:
            break  # the same claims give the same day
        publication = resolve_publication(
            text,
            facts.dates,
            facts.dateline,
            source.published,
            source.published_basis,
            [*claims, *merged],
            told,
            tense,
        )
        if publication.days == days:
            break
        days = publication.days
    assert publication is not None
    return publication, people


def _merge_bounds(
    records: Sequence[Record], publications: Sequence[Publication]
) -> dict[int, list[Constraint]]:
    """Return what merged meetings say about articles whose day is not known."""
    bounds: dict[int, list[Constraint]] = {}
    for record in records:
        articles = {s.article for s in record.sightings}
        if len(articles) < 2 or record.status != "held":
            continue
        days = record.days
        if days is None or days.start == date.min:
            continue
        for i in sorted(articles):
            known = publications[i].days
            own = [s for s in record.sightings if s.article == i]
            if (known is not None and known.start == known.end) or any(s.dated for s in own):
                continue
            names = " and ".join(sorted(p.name or p.role for p in own[0].people.values()))
            reason = f"it reports the meeting of {names}, {days.edtf}, as past"
            bounds.setdefault(i, []).append(
                Constraint(since(days.start), reason, own[0].mention.start, own[0].mention.end, "merge")
            )
    return bounds
