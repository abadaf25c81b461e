"""Antecedents: whom *he*, *she* and *him* mean among the people named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from helpers.extract.facts import PersonMention

#: Sentences back in which the one who speaks on may have spoken, and in which any other is looked for.
SPOKE, NEAR = 8, 3

_PREPOSITION = re.compile(
    r"(?:\b(?:with|to|by|of|for|from|against|about|between|and with|under|than|like|on|at|toward"
    r"|towards|alongside|including)|['’]s)\s+(?:the\s+|his\s+|her\s+)?$"
)

_SAID = (
    r"(?:said|says|added|noted|stressed|told|stated|explained|continued|reminded|emphasi[sz]ed"
    r"|underscored|highlighted|warned|argued|insisted|recalled|concluded|affirmed|reiterated|remarked"
    r"|pointed out|went on|commented|declared|announced|asserted)"
)

_SPEAKS = re.compile(rf"(?:,| also| then| further| later| even| again| once)*\s+{_SAID}\b")
_SAID_THAT = re.compile(
    rf"(?:,[^,;.]{{1,80}},)?(?: \w+ly| also| later| then)? {_SAID}(?: [\w’']+){{0,4}}? (?:that )?"
)

_SAID_THAT = re.compile(
    rf"(?:,[^,;.]{{1,80}},)?(?: \w+ly| also| later| then)? {_SAID}(?: [\w’']+){{0,4}}? (?:that )?"
)

_SPOKEN = re.compile(rf"\b{_SAID} (?:the )?$")


def find_antecedent(
    text: str,
    mentions: Sequence[PersonMention],
    where: Sequence[int],
    i: int,
    is_possible: Callable[[int], bool],
) -> int:
    """Find whom a pronoun means: the subject before it in the sentence, or of the one before.

    Parameters
    ----------
    text : str
        The article.
    mentions : sequence of PersonMention
        In order of the text.
    where : sequence of int
        The sentence of each mention.
    i : int
        The pronoun among the mentions.
    is_possible : callable
        Tells whether a mention names somebody whom the pronoun can mean.

    Returns
    -------
    int
        Index of the mention, or -1.
    """
    before: list[list[int]] = [[] for _ in range(NEAR + 1)]
    j = i - 1
    while j >= 0 and where[i] - where[j] <= NEAR:
        if is_possible(j):
            before[where[i] - where[j]].insert(0, j)
        j -= 1
    if (own := _says_of_himself(text, mentions, i, is_possible)) >= 0:
        return own
    if (
        _SPEAKS.match(text, mentions[i].end)
        and (speaker := _spoke(text, mentions, where, i, is_possible)) >= 0
    ):
        return speaker
    if mentions[i].role == "him":
        before[0] = before[0][:-1] if len(before[0]) > 1 else before[0]
        if not before[0]:
            return _last_spoken_of(text, mentions, [j for group in reversed(before) for j in group])
    for group in before:
        if group:
            return next((j for j in group if _is_subject(text, mentions[j])), group[0])
    return -1


def _is_subject(text: str, m: PersonMention) -> bool:
    return not _PREPOSITION.search(text[max(0, m.start - 20) : m.start])


def _spoke(
    text: str,
    mentions: Sequence[PersonMention],
    where: Sequence[int],
    i: int,
    is_possible: Callable[[int], bool],
) -> int:
    """Return the last one who said something: he speaks on."""
    for j in range(i - 1, -1, -1):
        if where[i] - where[j] > SPOKE:
            break
        if is_possible(j) and _speaks(text, mentions[j]):
            return j
    return -1


def _speaks(text: str, m: PersonMention) -> bool:
    return bool(_SPEAKS.match(text, m.end) or _SPOKEN.search(text[max(0, m.start - 16) : m.start]))


def _says_of_himself(
    text: str, mentions: Sequence[PersonMention], i: int, is_possible: Callable[[int], bool]
) -> int:
    """Find who says of himself what the pronoun's clause says: "‹P1› said he", or return -1."""
    for j in range(i - 1, max(-1, i - 4), -1):
        if is_possible(j) and _SAID_THAT.fullmatch(text, mentions[j].end, mentions[i].start):
            return j
    return -1


def _last_spoken_of(text: str, mentions: Sequence[PersonMention], near: Sequence[int]) -> int:
    """Find whom *him* means where its sentence names nobody before: the last one spoken of."""
    others = (j for j in reversed(near) if text[mentions[j].end : mentions[j].end + 2] not in ("'s", "’s"))
    return next(others, -1)
