"""Common surnames: "Rice", "Straw" and "Brown" alone, where they are people.

A capitalised common word is a surname only where something shows it: a full name
of the same article has it, or the office table knows it and it does here what
people do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from helpers.extract.facts import DateMention, PersonMention
from helpers.extract.lexicon import Lexicon
from helpers.extract.tokens import Tokens

#: A name that begins with the surname, as Korean and Chinese ones do: "Moon Jae-in".
_SURNAME_FIRST = re.compile(r"([A-Z][a-z]+) [A-Z][a-z]+(?:-[a-z]+|[a-z]*$)")
#: Classes of the words that can stand beside a surname without being part of its name.
_NOT_BESIDE = "GNCROIKLDTHMP"


def find_common_surnames(
    sentences: Sequence[Tokens],
    mentions: Sequence[PersonMention],
    dates: Sequence[DateMention],
    lexicon: Lexicon,
) -> tuple[PersonMention, ...]:
    """Find the surnames among the capitalised common words of an article.

    Parameters
    ----------
    sentences : sequence of Tokens
        All sentences of the article.
    mentions : sequence of PersonMention
        What was found so far, in order of the text.
    dates : sequence of DateMention
        "May" in a date is a month.
    lexicon : Lexicon
        Surnames of the office table.

    Returns
    -------
    tuple of PersonMention
        The mentions with the new ones, in order of the text. Those whose word only
        the office table knows have the form ``word``: `link_mentions` decides.
    """
    own = _surnames(mentions)
    mentions = [part for m in mentions for part in _split_pair(m, own, lexicon.surnames)]
    taken = sorted([(m.start, m.end) for m in mentions] + [(d.start, d.end) for d in dates])
    found = [
        PersonMention(start, end, word, "surname" if word in own else "word")
        for tokens in sentences
        if "C" in tokens.classes or "H" in tokens.classes
        for word, start, end, cls in _candidates(tokens)
        if word in own or (word in lexicon.surnames and cls == "C")
    ]
    free = _without(found, taken)
    return tuple(sorted((*mentions, *free), key=lambda m: m.start)) if free else tuple(mentions)


def _surnames(mentions: Iterable[PersonMention]) -> frozenset[str]:
    """Return the surnames of all full names of an article."""
    full = [m.name for m in mentions if m.form == "full"]
    last = {re.sub(r",? (?:Jr|Sr|II|III|IV)\.?$", "", name).split()[-1] for name in full}
    return frozenset(last | {m[1] for name in full if (m := _SURNAME_FIRST.match(name))})


def _split_pair(mention: PersonMention, own: Set[str], known: Set[str]) -> tuple[PersonMention, ...]:
    """Take "Powell-Tang" for two people if both are surnames."""
    first, dash, second = mention.name.partition("-")
    at = mention.end - len(second)
    whole = mention.form == "surname" and mention.end - mention.start == len(mention.name)
    if not (dash and whole and all(name in own or name in known for name in (first, second))):
        return (mention,)
    return (
        replace(mention, end=mention.start + len(first), name=first),
        replace(mention, start=at, name=second),
    )


def _candidates(tokens: Tokens) -> Iterable[tuple[str, int, int, str]]:
    """Yield the capitalised common words and heads of roles ("Major") that stand alone."""
    classes = tokens.classes
    for i, cls in enumerate(classes):
        if cls not in "CH":
            continue
        before = classes[i - 1] if i else ""
        after = classes[i + 1] if i + 1 < len(classes) else ""
        if (before and before in _NOT_BESIDE and before != "T") or (after and after in _NOT_BESIDE):
            continue
        if before and before in "to" and tokens.words[i - 1].lower() in ("the", "a", "an"):
            continue
        yield tokens.words[i], tokens.starts[i], tokens.ends[i], cls


def _without(found: Sequence[PersonMention], taken: Sequence[tuple[int, int]]) -> list[PersonMention]:
    """Leave out what overlaps a span; both are in order of the text."""
    free, at = [], 0
    for m in found:
        while at < len(taken) and taken[at][1] <= m.start:
            at += 1
        if at == len(taken) or taken[at][0] >= m.end:
            free.append(m)
    return free
