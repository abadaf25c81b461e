"""Plurals: "the prime ministers of Norway and Ghana" are two people.

Also "the Norwegian and Ghanaian foreign ministers" and "his French and German
counterparts": one role, several countries, a person for each.
"""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.extract.coordination import Found
from helpers.extract.facts import PersonMention
from helpers.extract.lexicon import Lexicon
from helpers.extract.roles import read_role
from helpers.extract.tokens import Tokens

_COUNTRIES_AFTER = re.compile(r"[th]?(?P<role>[FQMm]*P)ot?(?P<row>K(?:,t?K)*,?&t?K)")
_COUNTRIES_BEFORE = re.compile(
    r"[th]?(?P<before>[FQ]*)(?P<row>[DK](?:,[DK])*,?&[DK])(?P<role>[Mm]*P)(?![GNT])"
)

#: Roles of which a country has one holder.
_ONE_EACH = frozenset(
    [
        *("ministers", "secretaries", "presidents", "premiers", "chancellors", "leaders", "kings"),
        *("counterparts", "ambassadors", "envoys", "chiefs"),
    ]
)


def find_plurals(text: str, tokens: Tokens, at: int, lexicon: Lexicon) -> list[Found]:
    """Find the next role that several countries share.

    Parameters
    ----------
    text : str
        The article.
    tokens : Tokens
        The sentence.
    at : int
        First token to look at.
    lexicon : Lexicon
        Titles and qualifiers.

    Returns
    -------
    list of Found
        A mention of form role for each country, in order; their spans join
        without overlap. Empty if there is none.
    """
    options = [p.search(tokens.classes, at) for p in (_COUNTRIES_AFTER, _COUNTRIES_BEFORE)]
    found = [m for m in options if m is not None]
    if not found:
        return []
    match = min(found, key=lambda m: m.start())
    if tokens.words[match.end("role") - 1].lower() not in _ONE_EACH:
        return []  # "French and German officials" are nobody in particular
    role = read_role(text, tokens, *match.span("role"), lexicon)
    if "before" in match.re.groupindex and any(
        tokens.words[i].lower() in lexicon.former for i in range(*match.span("before"))
    ):
        role = replace(role, qualifier="former")
    singular = _singular(role.text)
    first, last = match.span("row")
    members = [i for i in range(first, last) if tokens.classes[i] in "DK"]
    people = []
    for k, i in enumerate(members):
        start = match.start() if k == 0 else i
        end = match.end() if k == len(members) - 1 else i + 1
        country = tokens.entries[i].country
        mention = PersonMention(
            tokens.starts[start],
            tokens.ends[end - 1],
            "",
            "role",
            singular,
            role.offices,
            country,
            role.qualifier,
        )
        people.append(Found(mention, start, end))
    return people


def _singular(role: str) -> str:
    words = role.split()
    if words and words[-1].lower().endswith("ies"):
        words[-1] = words[-1][:-3] + "y"
    elif words and words[-1].lower().endswith("s"):
        words[-1] = words[-1][:-1]
    return " ".join(words)
