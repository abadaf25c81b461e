"""Candidates: spans that something else than the rules takes for people's names.

The rules go first. A candidate becomes a person only where they read nothing, or
nothing but lone words that could be a surname, and only if it looks like a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from helpers.extract.facts import DateMention, PersonMention, PlaceMention, Sentence
from helpers.extract.tokens import Tokens

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_POSSESSIVE = re.compile(r"['’]s?$")

_Span = tuple[int, int]


def add_candidates(
    text: str,
    candidates: Iterable[_Span],
    mentions: Sequence[PersonMention],
    *,
    sentences: Sequence[Sentence],
    tokenised: Sequence[Tokens],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
) -> list[PersonMention]:
    """Add the candidates that can be people to the mentions of an article.

    Parameters
    ----------
    text : str
        The article.
    candidates : iterable of (int, int)
        Half-open characters of the text.
    mentions : sequence of PersonMention
        What the rules found, in order of the text, not linked yet.
    sentences : sequence of Sentence
        A candidate that lies in none of them is ignored.
    tokenised : sequence of Tokens
        The sentences' words; an organisation among them is no person.
    places, dates : sequence of PlaceMention, sequence of DateMention
        What they cover is no person either.

    Returns
    -------
    list of PersonMention
        In order of the text and without overlap. A name of at least two
        capitalised words has the form ``full``; a single one is a ``surname``
        and added only if a full name of the article ends in it. A role that
        stands right before a new name becomes part of its mention.
    """
    spans = [s for c in sorted(set(candidates)) if (s := _trim(text, c)) is not None]
    spans = [s for s in spans if any(x.start <= s[0] and s[1] <= x.end for x in sentences)]
    lone = [m for m in mentions if _is_lone_word(m)]
    surnames = {m.name.split()[-1] for m in mentions if m.form == "full"}
    taken = bytearray(len(text))
    _cover(taken, [(m.start, m.end) for m in places])
    _cover(taken, [(m.start, m.end) for m in dates])
    for tokens in tokenised:
        names = (i for i, entry in tokens.entries.items() if entry.cls in "KLO")
        _cover(taken, [(tokens.starts[i], tokens.ends[i]) for i in names])
    _cover(taken, [(m.start, m.end) for m in mentions if not _is_lone_word(m)])
    leads = _leads(text, mentions)
    added: dict[_Span, PersonMention] = {}
    for span in spans:
        lead = leads.get(span[0])
        free = max(span[0], lead.end) if lead else span[0]
        inside = [m.name in surnames for m in lone if span[0] < m.end and m.start < span[1]]
        is_known = lead is None and bool(inside) and all(inside)  # "But Solberg"
        if is_known or _n_capitals(text, span) < 2 or 1 in taken[free : span[1]]:
            continue
        added[span] = _name(text, span, "full", lead)
        _cover(taken, [span])
    surnames |= {text[start:end].split()[-1] for start, end in added}
    _cover(taken, [(m.start, m.end) for m in lone])
    for span in spans:
        if text[span[0] : span[1]] in surnames and 1 not in taken[span[0] : span[1]]:
            added[span] = _name(text, span, "surname", leads.get(span[0]))
    new = bytearray(len(text))
    _cover(new, [(m.start, m.end) for m in added.values()])
    kept = [m for m in mentions if 1 not in new[m.start : m.end]]
    return sorted([*kept, *added.values()], key=lambda m: m.start)


def _cover(taken: bytearray, spans: Iterable[_Span]) -> None:
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)


def _leads(text: str, mentions: Sequence[PersonMention]) -> dict[int, PersonMention]:
    """Return the mentions with a role or title by where the name behind it starts.

    The name may be missing or cut short: "the Norwegian foreign minister Ana".
    """
    leads = {}
    for m in mentions:
        if m.form in ("role", "title") and text[m.end : m.end + 1] == " ":
            leads[m.end + 1] = m
        elif m.form == "surname" and not _is_lone_word(m) and text.endswith(m.name, m.start, m.end):
            leads[m.end - len(m.name)] = m
    return leads


def _name(text: str, span: _Span, form: str, lead: PersonMention | None) -> PersonMention:
    """Make the mention of a name, with the role right before it."""
    name = " ".join(text[span[0] : span[1]].split())
    return (
        replace(lead, end=span[1], name=name, form=form)
        if lead is not None
        else PersonMention(*span, name, form)
    )


def _trim(text: str, span: _Span) -> _Span | None:
    """Leave out space around a candidate and a possessive ending; None if nothing remains."""
    start, end = max(0, span[0]), min(len(text), span[1])
    surface = _POSSESSIVE.sub("", text[start:end].rstrip())
    start += len(surface) - len(surface.lstrip())
    surface = surface.strip()
    return (start, start + len(surface)) if surface else None


def _n_capitals(text: str, span: _Span) -> int:
    return sum(word[0].isupper() for word in _WORD.findall(text[span[0] : span[1]]))


def _is_lone_word(m: PersonMention) -> bool:
    """Tell whether a mention is one bare word, of which linking decides whether it is a person."""
    bare = not (m.role or m.country or m.offices) and m.end - m.start == len(m.name)
    return m.form in ("surname", "word") and bare
