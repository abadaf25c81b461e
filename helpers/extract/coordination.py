"""Coordination: roles and names that share a role or a title across *and*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from helpers.extract.facts import PersonMention
from helpers.extract.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Found:
    """A mention and the half-open range of its tokens."""

    mention: PersonMention
    first: int
    last: int


def join_titles(text: str, tokens: Tokens, found: list[Found]) -> list[Found]:
    """Join "Chairperson of the AU and President of Senegal Macky Sall" into one."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.mention.form in ("role", "title")
            and last.last + 1 == item.first
            and (
                tokens.classes[last.last] == "&"
                or (tokens.classes[last.last] == "," and not last.mention.country)
            )
            and tokens.classes[last.first] not in "th"
            and item.mention.name
            and item.mention.role
            and tokens.classes[item.first] not in "thT"
            and (text[last.mention.start].isupper() or tokens.classes[last.last] == ",")
        ):
            mention = replace(
                item.mention,
                start=last.mention.start,
                role=f"{last.mention.role} and {item.mention.role}",
                offices=item.mention.offices or last.mention.offices,
            )
            joined[-1] = Found(mention, last.first, item.last)
            continue
        joined.append(item)
    return [item for item in joined if item.mention.form != "title"]


def name_plurals(found: list[Found], tokens: Tokens) -> list[Found]:
    """Give "his French and German counterparts, A and B" the names, one for each country."""
    out: list[Found] = []
    i = 0
    while i < len(found):
        n = _run_of_roles(found, i)
        names = found[i + n : i + 2 * n]
        if n > 1 and len(names) == n and _are_named(found[i + n - 1], names, tokens):
            for k, (role, name) in enumerate(zip(found[i : i + n], names, strict=True)):
                start = role.mention.start if k == 0 else name.mention.start
                mention = replace(role.mention, start=start, end=name.mention.end, name=name.mention.name)
                first = role.first if k == 0 else name.first
                out.append(Found(replace(mention, form=name.mention.form), first, name.last))
            i += 2 * n
            continue
        out.append(found[i])
        i += 1
    return out


def _run_of_roles(found: list[Found], i: int) -> int:
    """Count the roles from the i-th on that one plural noun gave, each of another country."""
    n, first = 1, found[i].mention
    if first.form != "role" or not first.country:
        return 1
    while i + n < len(found):
        m = found[i + n].mention
        if m.form != "role" or m.role != first.role or found[i + n].first > found[i + n - 1].last + 2:
            break
        n += 1
    return n


def _are_named(last: Found, names: list[Found], tokens: Tokens) -> bool:
    """Tell whether names and nothing else follow a role behind a comma or dash."""
    if any(not f.mention.name or f.mention.role or f.mention.form == "body" for f in names):
        return False
    gaps = [tokens.classes[a.last : b.first] for a, b in pairwise([last, *names])]
    return gaps[0] in (",", "-", "") and all(g in (",", "&", ",&") for g in gaps[1:])


def spread_plurals(found: list[Found], tokens: Tokens) -> list[Found]:
    """Give "Presidents A of X and B of Y" the role to every name in the row."""
    spread: list[Found] = []
    plural: PersonMention | None = None
    for item in found:
        m = item.mention
        if m.name and m.role and "P" in tokens.classes[item.first : item.last] and m.form != "body":
            single = replace(m, role=_singular_head(m.role))
            plural = single
            spread.append(Found(single, item.first, item.last))
            continue
        between = tokens.classes[spread[-1].last : item.first] if spread else ""
        if plural is not None and m.name and not m.role and m.form != "body" and between in (",", "&", ",&"):
            m = replace(
                m,
                role=plural.role,
                offices=plural.offices,
                qualifier=plural.qualifier,
                country=m.country or plural.country,
            )
            spread.append(Found(m, item.first, item.last))
            continue
        plural = None
        spread.append(item)
    return spread


def _singular_head(role: str) -> str:
    words = role.split()
    for i, word in enumerate(words):
        if word.lower().endswith("ies"):
            words[i] = word[:-3] + "y"
            break
        if word.lower().endswith("s") and word.lower() not in ("affairs", "nations", "states"):
            words[i] = word[:-1]
            break
    return " ".join(words)
