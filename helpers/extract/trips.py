"""Trips: a journey with its date and places, told before the meetings that took place on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.extract.arguments import find_subject, indexes
from helpers.extract.circumstances import find_date
from helpers.extract.facts import PersonMention, PlaceMention, Trip
from helpers.extract.skeleton import PLACEHOLDER, Skeleton

#: Sentences after which a journey no longer dates a meeting.
REACH = 12

_TRAVEL = re.compile(
    r"\b(?:travel(?:l?ed|l?ing|s)?|flew|fl(?:y|ies|ying)|visit(?:ed|ing)|(?:will|to|would) visit"
    r"|arriv(?:ed|es|ing)|(?:went"
    r"|goes|going|came) (?:to|on)|"
    r"(?:is|are|was|were) (?:in|on a (?:\w+ ){0,3}(?:visit|trip|tour))|embark(?:ed|s)?)\b"
)

#: Begins the clause that tells what happened at the end of a journey.
_THERE = ", where "
#: Words that take a meeting out of the journey told before it.
_APART = re.compile(
    r"\b(?:previous(?:ly)?|earlier|last (?:met|meeting)|recent(?:ly)?|invited|in the past|ago)\b"
)


def find_trip(skeleton: Skeleton, persons: Sequence[PersonMention]) -> Trip | None:
    """Find the journey that a sentence tells of.

    Parameters
    ----------
    skeleton : Skeleton
        The sentence.
    persons : sequence of PersonMention
        The article's people.

    Returns
    -------
    Trip or None
        None without a travelling person, or with neither date nor place.
    """
    if "‹P" not in skeleton.text or not ("‹T" in skeleton.text or "‹L" in skeleton.text):
        return None
    match = _TRAVEL.search(skeleton.text)
    if match is None:
        return None
    subject = find_subject(skeleton.text, match.start())
    if subject is None:
        return None
    people = frozenset(persons[i].key for kind, i in indexes(subject[0]) if kind == "P" and persons[i].key)
    date = find_date(skeleton.text, subject[1], match.span(), match.end())
    if date < 0:
        date = next((int(m[2]) for m in PLACEHOLDER.finditer(skeleton.text, match.end()) if m[1] == "T"), -1)
    if not people:
        return None
    places = tuple(int(m[2]) for m in PLACEHOLDER.finditer(skeleton.text, match.end()) if m[1] == "L")
    return Trip(people, date, places, skeleton.sentence) if date >= 0 or places else None


def place_on_trip(
    skeleton: Skeleton,
    met: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    trips: Sequence[Trip],
    date: int,
    place: int,
) -> tuple[int, int]:
    """Give a meeting the date and the place of the journey it was on, where it has none of its own.

    Parameters
    ----------
    skeleton : Skeleton
        The sentence that tells of the meeting.
    met : sequence of PersonMention
        Its participants.
    places : sequence of PlaceMention
        The article's.
    trips : sequence of Trip
        In order of the text.
    date, place : int
        What the sentence itself says, or -1.

    Returns
    -------
    tuple of int
        Indexes of date and place, or -1.
    """
    keys = {p.key for p in met if p.key}
    if _APART.search(skeleton.text):
        return date, place
    near = [
        t
        for t in reversed(trips)
        if t.people & keys
        and (
            0 < skeleton.sentence - t.sentence <= REACH
            or (t.sentence == skeleton.sentence and _THERE in skeleton.text)
        )
    ]
    dated = next((t for t in near if t.date >= 0), None)
    if place < 0:
        for trip in near[:1]:
            place = _stop(trip, met, places, skeleton.sentence - trip.sentence, is_dated=date >= 0)
    return (dated.date if dated and date < 0 else date), place


def _stop(
    trip: Trip, met: Sequence[PersonMention], places: Sequence[PlaceMention], far: int, *, is_dated: bool
) -> int:
    """Return the stop of a journey where people met: the host's, else the only one, or -1.

    A meeting with a date of its own, and a journey without one, count only right behind each other.
    """
    hosts = {p.country for p in met if p.key not in trip.people and p.country}
    stops = [i for i in trip.places if places[i].kind != "country"]
    at_home = [i for i in stops if places[i].country in hosts]
    if is_dated and far > 1:
        return -1
    if trip.date < 0 and far > (REACH // 2 if at_home else 1):
        return -1
    return at_home[0] if at_home else stops[0] if len(stops) == 1 else -1
