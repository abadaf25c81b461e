"""Coordination: roles and names that share a role or a title across *and*."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
