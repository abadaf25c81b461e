"""Places: cities, buildings and countries that a sentence names."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.extract.facts import PersonMention, PlaceMention
from helpers.extract.tokens import Tokens


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
    found = []
    for i, entry in sorted(tokens.entries.items()):
        if entry.cls not in "KL":
            continue
        start, end = tokens.starts[i], tokens.ends[i]
        if any(a <= start < b for a, b in taken):
            continue
        kind = {"capital": "city", "demonym": "country"}.get(entry.kind, entry.kind)
        found.append(PlaceMention(start, end, entry.name, entry.country, kind, entry.city))
    return tuple(found)
