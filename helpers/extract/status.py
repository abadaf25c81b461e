"""Status of a meeting, from the words around its trigger."""

from __future__ import annotations

import re

from helpers.extract.arguments import INFINITIVE
from helpers.extract.frames import Frame, Frames
from helpers.extract.modes import Cue

#: Characters between a "never" and the verb it can deny.
FAR = 25
_PAST = re.compile(
    r"(?:met|held|had|spoke|talked|\w+ed|dined|saw|paid|rang|shook|came|sat|got|began|took|brought"
    r"|broke|caught|wrapped|led|made|went|stopped)\b"
)
_NEUTRAL = re.compile(r"\b(?:in|at|during|on|from|over|through|via|was|were|is|are|been|be|has|have|had)$")
_IF = re.compile(r"\b(?:if|unless|whether|only when|should|until|once)\s*$", re.I)
#: "wants ‹P0› to meet": nobody has agreed to it yet.
_WANTS = re.compile(
    r"\b(?:wants?|wanted|urged|urges|urging|asked|asks|pressed|begged|called on|calls on|invited"
    r"|would like)(?: both)? $"
)
_DENIED = re.compile(
    r"\b(?:denied|denies|denying)(?: \w+){0,2}(?: that)?\s*$"
    r"|\b(?:denied|denies|denying|dismissed|rejected)\b[^;.‹]{0,40}\b(?:reports?|rumou?rs?|claims?|allegations?|suggestions?)\b"
    r"[^;.‹]{0,40}\b(?:that|alleg\w+|claim\w+|which|saying)\s+(?:\w+ ){0,2}$",
    re.I,
)
#: "denied reports that a | meeting took place".
_DENIED_REPORT = re.compile(
    r"\b(?:denied|denies|denying|dismissed)\b[^;.‹]{0,20}\b(?:reports?|rumou?rs?|claims?|allegations?|suggestions?)"
    r" (?:that|of) (?:an? |any |the )?(?:\w+ )?$",
    re.I,
)
#: The present of what is to come: "when the two presidents meet Friday".
_PRESENT = re.compile(r"(?:meet|hold|sit down|confer|gather|begin|open)s?(?: .*)?", re.S)
_NONE = re.compile(r"\b(?:no|without a)(?: such| formal| direct| bilateral| further)? $", re.I)
_AFTER = (
    (
        re.compile(
            r"\b(?:has|have|had|was|were|been|be|is) (?:\w+ )?(?:cancel|call(?:ed)? off|scrap|axe)", re.I
        ),
        "cancelled",
    ),
    (
        re.compile(
            r"\b(?:has|have|had|was|were|been|be|is) (?:\w+ )?(?:postpon|delay|put off|reschedul|deferr)",
            re.I,
        ),
        "postponed",
    ),
    (
        re.compile(
            r"\b(?:did not|didn['’]t|never|has not|have not) (?:take|took|taken|happen|occur|come off)", re.I
        ),
        "denied",
    ),
    (
        re.compile(
            r"\b(?:took place|was held|were held|has taken place|lasted|ended|concluded|began|focused"
            r"|came)\b",
            re.I,
        ),
        "held",
    ),
    (
        re.compile(r"\b(?:could|(?-i:may)|might|should|would be possible|is possible|can)\b", re.I),
        "hypothetical",
    ),
    (
        re.compile(
            r"\b(?:will|(?:is|was) (?:set|due|scheduled|expected|planned)|are (?:set|due|scheduled|expected"
            r"|planned)|to take place|would)\b",
            re.I,
        ),
        "planned",
    ),
)
#: What became of it, said after a "but": "was due to meet ‹P1› but the talks were called off".
_CALLED_OFF = re.compile(
    r"\bbut (?:the |this |that |his |her |their )?(?:\w+ )?(?:talks|meeting|summit|visit|trip|call"
    r"|encounter) "
    r"(?:was|were|had been|has been) (?:\w+ )?(?:(?P<later>postponed|put off|delayed)|cancell?ed"
    r"|called off|scrapped)\b"
    r"|\bbut (?:‹[PG]\d+›|they|he|she|it|this|that|the (?:talks|meeting|summit|visit)) "
    r"(?:failed to (?:do so|materiali[sz]e|happen|take place)|did not (?:do so|happen|take place"
    r"|materiali[sz]e)|never (?:did|happened"
    r"|took place|materiali[sz]ed)|fell through)\b"
)
#: What makes "would meet" depend on something.
_CONDITION = re.compile(r"[^;.‹]{0,30}(?<!as )\b(?:even if|only if|if|unless|provided)\b")
_ROW_VERB = re.compile(
    r" (?:(?P<planned>will|would|are to|were to|are (?:set|due|expected) to|is to)\b|(?:both|also"
    r"|jointly|again|then)? ?(?:have |had |has )?(?:\w+ed|met|held|said|spoke|told|made|put|took|gave"
    r"|set|began|found|saw)\b)"
)
#: Who was there "for talks" had them.
_WAS_THERE = re.compile(r"\b(?:(?:was|were) in ‹L\d+›|visited ‹L\d+›|led [^;.]{1,50})[^;.]{0,30}$")
_TRIP = re.compile(
    r"\b(?:paid an? (?:[\w-]+ ){0,3}visit|made an? (?:[\w-]+ ){0,3}(?:visit|trip)|went|flew"
    r"|travell?ed|visited|came|gathered|returned|arrived|joined|met)\b",
    re.I,
)


#: "cancelled a trip to Riga where he was to meet": what was planned for the journey is off too.
#: "is to fly home after | meeting": what comes before the plan has been.
_HAVING_DONE = re.compile(r"\b(?:after|since|upon|having (?:just )?finished)(?: \w+ly| first)? $", re.I)
_TRIP_OFF = re.compile(
    r"\b(?P<off>cancell?ed|cancels|called off|scrapped|abandoned|(?P<later>postponed|postpones"
    r"|put off|delayed))"
    r"\b(?: ‹T\d+›| [\w’'-]+){1,5} (?:trip|visit|tour|journey)\b[^;.]{0,80}$"
)
_ANOTHER_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|scheduled|due|expected|planned|plans?|agreed|set)\b"
    r"|['’](?:s|re|ll|d)\b"
)


def decide_status(
    frame: Frame, frames: Frames, text: str, subject: tuple[int, int], trigger: tuple[int, int], end: int
) -> Cue:
    """Decide whether the clause says that the meeting took place.

    Parameters
    ----------
    frame : Frame
        The frame that matched.
    frames : Frames
        For the cues.
    text : str
        The skeleton of the sentence.
    subject, trigger : tuple of int
        Half-open spans in `text`; subject is (-1, -1) where there is none.
    end : int
        End of the frame's match.

    Returns
    -------
    Cue
        The status, and the words it rests on (the trigger itself by default).
    """
    word = text[trigger[0] : trigger[1]]
    default = Cue("held", *trigger)
    if frame.status:
        return Cue(frame.status, *trigger)
    if off := _CALLED_OFF.search(text, end, end + 90):
        value = "postponed" if off["later"] else "cancelled"
        return Cue(value, off.start(), off.end())
    left = subject[1] if 0 <= subject[1] <= trigger[0] else _clause_start(text, trigger[0])
    if subject[0] >= 0 and _IF.search(text[max(0, subject[0] - 24) : subject[0]]):
        return Cue("hypothetical", *subject)
    if subject[0] >= 0 and _DENIED.search(text[max(0, subject[0] - 130) : subject[0]]):
        return Cue("denied", *subject)
    if INFINITIVE.fullmatch(text, max(subject[1], 0), trigger[0]) and _WANTS.search(
        text, max(0, subject[0] - 24), max(subject[0], 0)
    ):
        return Cue("hypothetical", *subject)
    if not frame.noun and word.split()[0].endswith("ing") and _HAVING_DONE.search(text, 0, trigger[0]):
        return default
    if subject[0] >= 0 and _PRESENT.fullmatch(word) and text[: subject[0]].endswith("when "):
        return Cue("planned", *trigger)
    if frame.noun:
        after = text[end : end + 60]
        if _DENIED_REPORT.search(text, max(0, trigger[0] - 90), trigger[0]):
            return Cue("denied", *trigger)
        if _NONE.search(text[max(0, trigger[0] - 30) : trigger[0]]):
            return Cue("denied", *trigger)
        lead = len(after) - len(after.lstrip(" ,"))
        for pattern, status in _AFTER[:3]:
            if found := pattern.match(after, lead):
                return Cue(status, end + found.start(), end + found.end())
        if subject[1] == end and (verb := _ROW_VERB.match(after)):
            planned = verb["planned"] is not None
            return Cue("planned" if planned else "held", end + verb.start(), end + verb.end())
        for pattern, status in _AFTER:
            found = pattern.search(after)
            if found and not re.search(r"[;]|, (?:and|but)| that ", after[: found.start()]):
                return Cue(status, end + found.start(), end + found.end())
        left = min(left, _clause_start(text, trigger[0]))
    head = trigger[0] + 3 if word.startswith("to ") else trigger[0]  # "is due | to see"
    cue = _nearest(frames, text[left:head], left, frame.noun)
    if cue is not None and text[cue.start : cue.end].lower() == "would" and _CONDITION.match(text, end):
        return Cue("hypothetical", cue.start, cue.end)
    if cue is not None:
        if cue.value == "planned" and (off := _TRIP_OFF.search(text, 0, trigger[0])):
            return Cue("postponed" if off["later"] else "cancelled", off.start(), off.end("off"))
        if cue.value == "planned" and (
            (text[cue.start : cue.end].lower() == "to" and _is_purpose(text[left : cue.start]))
            or (text[cue.start : cue.end].lower() == "for" and _WAS_THERE.search(text[left : cue.start]))
        ):
            return default
        if cue.value == "held" and not frame.noun:
            return default
        return cue
    if not frame.noun and _is_bare(word) and not _PAST.match(word):
        return default
    return default


def _is_purpose(stretch: str) -> bool:
    """Tell "flew to Riga | to meet" from "flew home and is scheduled | to meet"."""
    trips = list(_TRIP.finditer(stretch))
    return bool(trips) and _ANOTHER_VERB.search(stretch, trips[-1].end()) is None


def _is_bare(word: str) -> bool:
    return not word.endswith(("ed", "ing", "s"))


def _clause_start(text: str, at: int) -> int:
    cut = [
        text.rfind(mark, 0, at)
        for mark in (". ", "; ", ": ", " that ", "“", '"', " but ", ", and ", ", while ")
    ]
    return max(0, at - 110, *(c + 1 for c in cut))


def _nearest(frames: Frames, stretch: str, offset: int, noun: bool) -> Cue | None:
    """Return the cue that ends last; of those that end together the longest."""
    best: tuple[int, int, Cue] | None = None
    for status, pattern in frames.cues:
        if status == "held" and not noun:
            continue
        for match in pattern.finditer(stretch):
            if status == "held" and _NEUTRAL.search(match.group().lower()):
                continue
            if (
                status == "planned"
                and match.group().lower() in ("for", "to")
                and stretch[match.end() :].strip()
            ):
                tail = stretch[match.end() :]
                if noun and match.group().lower() == "for" and len(tail) < 30 and "‹" not in tail:
                    pass
                elif (
                    re.search(r"‹[LPB]", tail)
                    or match.group().lower() == "for"
                    or noun
                    or len(tail.split()) > 3
                ):
                    continue
            rest = stretch[match.end() :]
            if status == "denied" and (len(rest) > FAR or " but " in rest):
                continue
            rank = (match.end(), match.end() - match.start())
            if best is None or rank > best[:2]:
                best = (*rank, Cue(status, offset + match.start(), offset + match.end()))
    return best[2] if best else None
