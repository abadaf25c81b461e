"""Places: cities, buildings and countries that a sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.extract.facts import PersonMention, PlaceMention
from helpers.extract.tokens import Tokens

_INSIDE = frozenset(("at", "in", "inside", "outside", "near"))
#: Words before "in" that make it no place.
_NOT_THERE = frozenset(
    (
        "confidence",
        "interest",
        "interested",
        "trust",
        "believe",
        "believes",
        "faith",
        "belief",
        "stake",
        "role",
    )
)
#: Nouns that end the name of a building or of a place to meet at.
_BUILDINGS = frozenset(
    [
        *(
            "palace",
            "castle",
            "hotel",
            "hall",
            "house",
            "residence",
            "airport",
            "plaza",
            "office",
            "embassy",
            "villa",
        ),
        *(
            "mansion",
            "lodge",
            "resort",
            "ranch",
            "base",
            "headquarters",
            "compound",
            "centre",
            "center",
            "chamber",
        ),
        *(
            "ministry",
            "parliament",
            "cathedral",
            "church",
            "mosque",
            "temple",
            "museum",
            "university",
            "club",
            "camp",
        ),
    ]
)


def find_places(tokens: Tokens, persons: Sequence[PersonMention]) -> tuple[PlaceMention, ...]:
    """Find the places of one sentence that are no part of a person's phrase.

    Parameters
    ----------
    tokens : Tokens
        The sentence.
    persons : sequence of PersonMention
        Its persons; a country inside "the British prime minister" is no place.

    Returns
    -------
    tuple of PlaceMention
        In order; `kind` is city, building, venue, region or country.
    """
    taken = [(p.start, p.end) for p in persons]
    found = [
        PlaceMention(tokens.starts[i], tokens.ends[i], tokens.words[i], "", "city")
        for i in _unknown_towns(tokens)
        if not any(p.start <= tokens.starts[i] < p.end and p.form != "surname" for p in persons)
    ]
    for i, entry in sorted(tokens.entries.items()):
        is_building = entry.cls == "O" and _is_building(tokens, i)
        if entry.cls not in "KL" and not is_building:
            continue
        start, end = tokens.starts[i], tokens.ends[i]
        if any(a <= start < b for a, b in taken):
            continue
        kind = {"capital": "city", "demonym": "country"}.get(entry.kind, entry.kind)
        if is_building:
            kind = "building"
        found.append(PlaceMention(start, end, entry.name, entry.country, kind, entry.city))
    return tuple(sorted(found, key=lambda p: p.start))


def _unknown_towns(tokens: Tokens) -> list[int]:
    """Find the names that no table knows where a town stands: "met on Tuesday in Mendoza"."""
    return [
        i
        for i, cls in enumerate(tokens.classes)
        if cls == "N"
        and i > 1
        and tokens.words[i - 1] == "in"
        and tokens.words[i][1:].islower()
        and (i + 1 == len(tokens.classes) or tokens.classes[i + 1] in ",wx&")
        and tokens.words[i - 2].lower() not in _NOT_THERE
    ]


def _is_building(tokens: Tokens, i: int) -> bool:
    """Tell "at the Hilton Hotel", where something happens, from "the Foreign Office said"."""
    before = [w.lower() for w in tokens.words[max(0, i - 2) : i]]
    if before[-1:] == ["the"]:
        before.pop()
    return bool(before) and before[-1] in _INSIDE and tokens.words[i].split()[-1].lower() in _BUILDINGS
