"""Acts: what only people do, and what is done only to people.

Enough to take a capitalised word that nothing else explains for a surname.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.extract.facts import PersonMention

#: What only people do: enough to take one capitalised word for a surname.
_ACTS = re.compile(
    r"(?:,? (?:who|also|then|later|last|both|has|had|will|would|who had|who has|is to|are to))*"
    r" (?:said|says|told|added|met"
    r"|meets?|hold|held|visited|spoke|flew"
    r"|went|came|paid|made|gave|took|left|began|saw|sat|told|is|was|[a-z]{3,}ed)\b|, (?:who|whose"
    r"|accompanied|himself|herself|speaking|meeting)\b"
    r"|,? and (?:his|her)\b|['’]s (?:visit|meeting|talks|spokes\w+|office|trip|aides?|predecessor"
    r"|successor|party|government|wife|husband)\b"
)
_ACTED_ON = re.compile(
    r"(?:\b(?:met|meets?|meeting|phoned|telephoned|hosted|received|greeted|visited|invited|told|joined)"
    r"|\b(?:met|meets?|meetings?|talks|spoke|spoken|conversation|call|summit|conferred|breakfast|lunch|dinner"
    r"|discussed) (?:with|between))"
    r"(?: with)? $",
    re.I,
)
#: What may stand between two names of one row.
AND = (" and ", ", and ", " & ", ", ")


def shown_to_be_people(text: str, mentions: Sequence[PersonMention]) -> list[bool]:
    """Tell of every mention whether it does, or is done to, what only people do or are."""
    shown = [
        bool(_ACTS.match(text, m.end) or _ACTED_ON.search(text[max(0, m.start - 24) : m.start]))
        for m in mentions
    ]
    for i in range(len(mentions) - 2, -1, -1):  # "Olmert and Abbas met"
        if shown[i + 1] and text[mentions[i].end : mentions[i + 1].start] in AND:
            shown[i] = True
    return shown
