"""Roles: which offices a phrase such as *Turkish foreign minister* can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.extract.lexicon import Lexicon, normalise_role
from helpers.extract.tokens import Tokens
from helpers.knowledge.records import UNIONS, is_organisation

#: Nouns of organisations whose president is not the state's.
_PRIVATE = frozenset(
    [
        *("bank", "company", "group", "club", "association", "university", "college", "institute"),
        *("foundation", "fund", "opposition", "party", "movement", "union", "faction", "militia"),
        "resistance",
    ]
)
#: Kinds of organisations whose offices the office table has.
_STATES = ("country", "igo", "ministry")
_OFFICES_OF_EU = ("high_representative", "commission_president", "council_president")
#: Whoever leads an organisation is its secretary general in the office table, whatever the title.
_HEADS = frozenset(("secretary_general", "president"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role read from its words.

    Attributes
    ----------
    text : str
        The role as written, without determiner, country before it and qualifier.
    offices : tuple of str
        Office keys it can mean; empty if the tables know none.
    country : str
        Code of the country or organisation acted for, or empty.
    qualifier : str
        former, acting, elect, deputy or empty.
    plural : bool
        Whether the head is a plural ("presidents").
    by_default : bool
        Whether the country is only the one the title usually belongs to
        ("Secretary of State" without a country).
    """

    text: str
    offices: tuple[str, ...]
    country: str
    qualifier: str
    plural: bool = False
    by_default: bool = False


def read_role(text: str, tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Role:
    """Read the role that the tokens from `first` up to `last` spell.

    Parameters
    ----------
    text : str
        The article.
    tokens : Tokens
        The sentence.
    first, last : int
        Half-open range of tokens, without determiner and name.
    lexicon : Lexicon
        Titles and qualifiers.

    Returns
    -------
    Role
    """
    classes, words = tokens.classes, tokens.words
    head = next((i for i in range(first, last) if classes[i] in "HjP"), last - 1)
    qualifier, country, kept = "", "", []
    for i in range(first, head):
        low = words[i].lower().rstrip("-")
        if classes[i] in "DKLO" and i in tokens.entries:
            country = tokens.entries[i].country or country
            if classes[i] in "OL":
                kept.append(i)
        elif low in lexicon.former:
            qualifier = "former"
        elif low in lexicon.acting:
            qualifier = qualifier or "acting"
        elif low in lexicon.deputy and not (
            low == "vice" and words[head].lower() in ("president", "minister", "premier")
        ):
            qualifier = qualifier or "deputy"
            kept.append(i)
        elif low in lexicon.elect:
            qualifier = qualifier or "elect"
        elif classes[i] not in "Q'":
            kept.append(i)
    head_end = head
    while head_end < last and classes[head_end] in "HjPQ":
        low = words[head_end].lower().lstrip("-")
        if classes[head_end] == "Q" and low in lexicon.elect:
            qualifier = qualifier or "elect"
        head_end += 1
    other_body, of_country = _complement(tokens, head_end, last)
    country = country or of_country
    surface = " ".join(text[tokens.starts[kept[0] if kept else head] : tokens.ends[last - 1]].split())
    surface = re.sub(r" ?\([^)]*\)", "", surface)
    plural = classes[head] == "P"
    offices: tuple[str, ...] = ()
    by_default = False
    if qualifier != "deputy" and not other_body:
        core = [words[i] for i in kept] + [_singular(words[head]) if plural else words[head]]
        core += [words[i] for i in range(head + 1, head_end) if classes[i] in "Hj"]
        stateless = any(classes[i] == "O" and _kind(tokens, i) not in _STATES for i in kept)
        offices, default = _find_offices(tuple(core), words[head_end:last], country, stateless, lexicon)
        by_default = not country and bool(default)
        country = country or default
    return Role(surface, offices, country, qualifier, plural, by_default)


def _code(tokens: Tokens, i: int) -> str:
    entry = tokens.entries.get(i)
    return entry.country if entry else ""


def _kind(tokens: Tokens, i: int) -> str:
    entry = tokens.entries.get(i)
    return entry.kind if entry else ""


def _complement(tokens: Tokens, first: int, last: int) -> tuple[bool, str]:
    """Return whether the role is one in some other body, and the country after *of*."""
    other, country, after_of = False, "", False
    for i in range(first, last):
        cls = tokens.classes[i]
        if cls in "of":
            after_of = cls == "o"
        elif cls in "KDO":
            code = _code(tokens, i)
            country = country or (code if after_of else "")
            other = other or (cls == "O" and not code)
        elif cls in "GNC" or (cls == "m" and tokens.words[i] in _PRIVATE):
            other = True
    return other, country


def _singular(word: str) -> str:
    low = word.lower()
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith("men"):
        return low[:-2] + "an"
    return low[:-1] if low.endswith("s") else low


@lru_cache(maxsize=16_384)
def _find_offices(
    core: tuple[str, ...], tail: tuple[str, ...], country: str, stateless: bool, lexicon: Lexicon
) -> tuple[tuple[str, ...], str]:
    """Find the offices: the longest phrase first, then without its outer words."""
    for tail_size in range(len(tail), -1, -1):
        for skip in range(len(core)):
            found = lexicon.offices.get(normalise_role([*core[skip:], *tail[:tail_size]]))
            if found is not None and (
                not found[1] or not country or country == found[1] or is_organisation(country)
            ):
                if stateless and skip:
                    return (), ""
                return _fit(found[0], country or found[1]), found[1]
    return (), ""


def _fit(offices: tuple[str, ...], country: str) -> tuple[str, ...]:
    """Leave out the offices that cannot be of this country or organisation."""
    if country == "EU":
        return tuple(o for o in offices if o in _OFFICES_OF_EU)
    if country in UNIONS:
        return tuple(o for o in offices if o == "secretary_general")
    if is_organisation(country):
        return ("secretary_general",) if _HEADS.intersection(offices) else ()
    return tuple(o for o in offices if o != "secretary_general")
