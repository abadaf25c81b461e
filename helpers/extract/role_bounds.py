"""Role bounds: where roles and names stop, and words that only look like one."""

from __future__ import annotations

import re

from helpers.extract.lexicon import Lexicon
from helpers.extract.tokens import Tokens

_TO = re.compile(
    r"ambassador|envoy|assistant|advis[eo]r|secretary|representative|delegate|nuncio|aide|counsel"
    r"|deputy|emissary|messenger",
    re.I,
)
_FOR = re.compile(
    r"minister|secretary|ambassador|envoy|assistant|advis[eo]r|representative|spokes|commissioner"
    r"|coordinator|director|rapporteur|"
    r"officer|candidate|nominee|lawyer|attorney|chief|head|president|coach|player|correspondent"
    r"|counsel|delegate|lead$|negotiator|high",
    re.I,
)


_ADJECTIVES = frozenset(
    ("official", "general", "principal", "representative", "executive", "private", "expert")
)
#: Nouns that these adjectives stand before in news; ends of abstract nouns, and some without such an end.
_THING = re.compile(
    r"\w+(?:tion|sion|ment|ence|ance|ity|ship|ness)s?$"
    r"|(?:visits?|talks|trips?|dinner|lunch|ceremony|welcome|meetings?|business|figures|language|policy|terms|strike"
    r"|public|manager|staff|orders?|sector|opinion|advice|review|branch|power|house|government|sources?|media)$"
)


def role_end(tokens: Tokens, first: int, last: int) -> int:
    """Return where the role stops: "the minister to Paris" is not one of Paris."""
    head = next((i for i in range(first, last) if tokens.classes[i] in "HjP"), first)
    for i in range(head, last):
        if tokens.classes[i] == "f":
            word, low = tokens.words[head], tokens.words[i].lower()
            if not (_TO if low == "to" else _FOR).search(word):
                return i
    return last


def names_a_thing(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    """Tell "the Karl Lund residence", a thing called after somebody, from a person."""
    return (
        end < len(tokens.words) and tokens.classes[end] == "w" and tokens.words[end] in lexicon.organisation
    )


def is_adjective(tokens: Tokens, i: int) -> bool:
    """Tell "an official invitation" and "a general election" from an official and a general."""
    follower = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    return tokens.words[i] in _ADJECTIVES and _THING.match(follower) is not None


def without_verb(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Take "Clinton Lifts" for a surname, though it is a given name too, and what a headline says of him."""
    is_surname = tokens.classes[first:last] == "GC" and tokens.words[first] in lexicon.surnames
    return (first, last - 1) if is_surname else (first, last)
