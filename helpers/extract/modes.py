"""Mode of a meeting: in person, by phone or by video, from the words around its trigger."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.extract.frames import Frame, Frames

_PHONE = re.compile(
    r"\b(?:by|over|on|via) (?:the |a )?(?:secure )?(?:tele)?phone|\b(?:tele)?phone\b"
    r"|(?<!-)\bcalls?\b(?! (?:on"
    r"|for|off|to (?:action|arms|order)))|\bteleconference|\bhotline\b",
    re.I,
)
_VIDEO = re.compile(
    r"\bvideo\b|\bvideo-?|\bvirtual(?:ly)?\b|\bonline\b|\bvia zoom\b|\bby zoom\b|\bremotely\b", re.I
)
_NO_CHANNEL = re.compile(
    r"^(?:spoke|speaks?|spoken|speaking|talked|talk|talking|chatted|conversed|conversations?|discuss"
    r"|discussed|discusses|discussing|discussions?|exchang\w+.*|contacts|consult\w*|reviewed|raised"
    r"|agreed|coordinated|addressed|touched upon|dialogues?|negotiat\w+|noted)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A decided value and the stretch of the skeleton it rests on."""

    value: str
    start: int
    end: int


def decide_mode(
    frame: Frame, frames: Frames, text: str, trigger: tuple[int, int], start: int, end: int
) -> Cue:
    """Decide whether they met in person, by phone or by video.

    Parameters
    ----------
    frame, frames, text, trigger : see `decide_status`
    start, end : int
        The frame's match; a few words on both sides count too.

    Returns
    -------
    Cue
        in_person, phone, video or unknown.
    """
    if frame.mode != "auto":
        found = _VIDEO.search(text, trigger[0], min(len(text), end + 40))
        return (
            Cue("video", *found.span()) if found and frame.mode == "in_person" else Cue(frame.mode, *trigger)
        )
    word = text[trigger[0] : trigger[1]]
    lo = max(start, trigger[0] - 40)
    hi = min(len(text), end + 60)
    stop = re.search(r"[;:]|, (?:and|but|who|while)\b| that | after | before ", text[end:hi])
    hi = end + stop.start() if stop else hi
    for value, pattern in (("video", _VIDEO), ("phone", _PHONE)):
        found = pattern.search(text, lo, hi)
        if found:
            return Cue(value, *found.span())
    inner = text[trigger[0] : end]
    if frames.nouns["video"].search(inner):
        return Cue("video", *trigger)
    if frames.nouns["call"].search(inner):
        return Cue("phone", *trigger)
    if _NO_CHANNEL.match(word) or (
        frame.name == "held_talks" and re.search(r"\b(?:conversation|contact|discussion|exchange)s?\b", inner)
    ):
        return Cue("unknown", *trigger)
    return Cue("in_person", *trigger)
