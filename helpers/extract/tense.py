"""Tense: whether the clause around a position tells of the past or the future."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[;:“”\"\n]|[.!?](?=\s)|, (?:and|but|while|which|who|after|before)\b")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|going to|is to|are to|(?:is|are) (?:set|due|scheduled|expected|slated"
    r"|poised|planning|planned|looking forward|likely) to|"
    r"plans? to|intends? to|looks? forward|upcoming|forthcoming|scheduled|(?:is|are) (?:travell?ing"
    r"|visiting|hosting|heading))\b|['’]ll\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|met|held|spoke|went|came|took|gave|made|began|sent|left"
    r"|flew|led|wrote|got|saw|put|ran|set up|"
    r"brought|thought|became|found|won|lost|(?!(?:need|speed|unprecedent|exceed|proceed|succeed|indeed"
    r"|hundred|embed|feed|seed|breed|united|allied)\b)[a-z]{2,}ed)\b"
)


def find_tense(text: str, position: int, *, reach: int = 160) -> str:
    """Tell the tense of the clause that holds a position.

    Parameters
    ----------
    text : str
        The article.
    position : int
        A character inside the clause.
    reach : int, default 160
        How many characters to look at on both sides at most.

    Returns
    -------
    {'past', 'future', ''}
        Empty where the words do not tell.

    Examples
    --------
    >>> find_tense("She will travel on Tuesday, and he left on Monday.", 18)
    'future'
    >>> find_tense("She will travel on Tuesday, and he left on Monday.", 42)
    'past'
    """
    lo, hi = max(0, position - reach), min(len(text), position + reach)
    for match in _BREAK.finditer(text, lo, position):
        lo = match.end()
    end = _BREAK.search(text, position, hi)
    hi = end.start() if end else hi
    clause = text[lo:hi]
    future, past = _FUTURE.search(clause), _PAST.search(clause)
    if future:
        return "future"
    return "past" if past else ""
