"""Trips: a journey with its date and places, told before the meetings that took place on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.extract.arguments import find_subject, indexes
from helpers.extract.circumstances import find_date
from helpers.extract.facts import PersonMention, Trip
from helpers.extract.skeleton import PLACEHOLDER, Skeleton

#: Sentences after which a journey no longer dates a meeting.
REACH = 12

_TRAVEL = re.compile(
    r"\b(?:travel(?:l?ed|l?ing|s)?|flew|fl(?:y|ies|ying)|visit(?:ed|ing)|(?:will|to|would) visit"
    r"|arriv(?:ed|es|ing)|(?:went"
    r"|goes|going|came) (?:to|on)|"
    r"(?:is|are|was|were) (?:in|on a (?:\w+ ){0,3}(?:visit|trip|tour))|embark(?:ed|s)?)\b"
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
