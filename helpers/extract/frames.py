"""Frames: the patterns of `knowledge/frames.toml`, compiled."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpers.errors import KnowledgeError, not_allowed
from helpers.knowledge.files import load_toml
from helpers.knowledge.tables import Knowledge
from helpers.literals import PatternFilter, find_needs
from helpers.schema import STATUSES

SUBJECTS = ("left", "owner", "none", "speaker", "everyone")
MODES_OF_FRAMES = ("auto", "in_person", "phone", "video", "unknown")
STATUS_CUES = ("cancelled", "postponed", "denied", "hypothetical", "planned", "held")

SINGLE = r"‹[PBG]\d+›"
_STOP = (
    r"(?!,? (?:said|says|told|tells|has|had|have|is|was|were|are|will|would|also (?:said|met|spoke)|flew"
    r"|went|came|made|took|gave|left|began|met|spoke|held|wrote|sent|put|\w+ed)\b)"
)
_FROM = (
    r"(?: of (?:the )?‹[LB]\d+›(?=,| and )|(?<=›) from (?:the )?(?:‹[LB]\d+› ?)?[^,;‹›]{0,60}(?=,| and ))?"
)
_AND = (
    r"(?:,? (?:and|as well as|along with|together with|accompanied by|alongside|plus"
    r"|with the participation of) (?:with |also "
    r"|then |both |by |separately )?"
    r"(?:(?:the|his|her|their) (?:[a-z]+ly )?(?:[a-z-]+(?:ed|ing|al|ive|ous|ic|ish) )?)?"
    r"| & |,? (?:headed|led|chaired) by (?:the )?)"
)
_COMMA = r", (?:the |both )?"
# A comma may join further members only before an "and" has closed the list.
ROW_WITH_AND = rf"{SINGLE}(?:{_FROM}{_COMMA}{SINGLE})*(?:{_FROM}{_AND}{SINGLE})+"
ROW_OF_TWO = rf"{ROW_WITH_AND}|{SINGLE}(?:{_FROM}{_COMMA}{SINGLE})+"
# Each object may have its own place: "met ‹P0› in ‹L0›, ‹P1› in ‹L1› and most recently ‹P2›".
_AT = (
    r"(?: (?:in|at) (?:the |his |her |their )?‹L\d+›(?: (?:residence|palace|home|office"
    r"|estate))?(?: in ‹L\d+›)?(?=,| and ))?"
)
_LATELY = r"(?:most recently |then |finally |later |lastly )?"
#: "three negotiators - A, B and C": the names say who the body is.
_NAMELY = (
    r"(?:‹B\d+›(?: [-–—]|:| \(|,| from (?:‹G\d+›|[^,;.‹]{1,40}),? including|,? including"
    r"|,? among them|,? such as|(?: (?!who|which|that|and)[\w’'-]+){0,4},? (?:led"
    r"|headed) by) (?:the )?(?=‹P)|‹P\d+›['’]s? (?=‹P))?"
)
OBJECTS = (
    rf"{_NAMELY}{SINGLE}(?:{_FROM}{_AT}{_COMMA}{SINGLE}{_STOP})*"
    rf"(?:{_FROM}{_AT}{_AND}{_LATELY}{SINGLE}{_STOP})*"
)
_TURN = r" (?:that|who|whom|which|said|says|but|because|while|where|told|according|amid)\b"
_X = rf"(?:(?!‹[PBG]|{_TURN})[^;:!?“”\"]|“[^“”‹]{{1,40}}”|\"[^\"‹]{{1,40}}\"){{0,90}}?"
#: A list of those present, with an "and" inside its items and words that no mention took in.
LIST = rf"{SINGLE}(?:(?:[,;]? and |[,;] |,? as well as )[^‹›.;]{{0,60}}?{SINGLE})*"
_VERBAL = (
    "(?:"
    + "|".join(
        f"(?<=\\b{w} )"
        for w in [
            "after",
            "before",
            "by",
            "to",
            "and",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "of",
            "for",
            "while",
            "when",
            "from",
            "on",
            "in",
            "upon",
            "without",
            "not",
            "also",
            "since",
        ]
    )
    + "|(?<=, ))"
)
#: Adjectives that may stand between a verb and its object: "met reclusive ‹P1›".
_ADJECTIVES = (
    r"(?:(?:newly|long-time|not only|first|briefly|privately|separately|most recently"
    r"|(?!during)\w+(?:ive|ed|ing|al|ish|ous|ful|less|ic|ent|ant|ble|ary|ory)) ){0,2}"
)
_Y = r"(?:[^;!?]){0,110}?"
#: What counts as a word in a skeleton in lower case: a placeholder by its kind, or letters and digits.
_WORD = re.compile(r"‹[pbglt]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of saying that people met; see the head of `frames.toml`."""

    name: str
    pattern: re.Pattern[str]
    subject: str
    mode: str
    noun: bool
    status: str
    weak: bool
    keep: bool
    hits: tuple[str, ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """All frames in order of precedence, and the cues for a meeting's status."""

    frames: tuple[Frame, ...]
    cues: tuple[tuple[str, re.Pattern[str]], ...]
    nouns: Mapping[str, re.Pattern[str]]
    filter: PatternFilter

    def possible(self, line: str) -> list[Frame]:
        """Return the frames whose words stand in a skeleton; no other can match it."""
        return [self.frames[i] for i in self.filter.possible(line)]


@functools.cache
def load_frames(knowledge: Knowledge) -> Frames:
    """Load the meeting frames, with a user's own where there are any.

    Parameters
    ----------
    knowledge : Knowledge
        Only its folder is used: a ``frames.toml`` there adds frames.

    Returns
    -------
    Frames
        The same object for the same tables.

    Raises
    ------
    KnowledgeError
        If a frame lacks a key, has an unknown subject or a malformed pattern.
    """
    data = load_toml("frames.toml", knowledge.folder)
    nouns: dict[str, str] = dict(data["nouns"])
    frames = tuple(_frame(row, nouns) for row in data["frame"])
    cues = tuple(
        (s, re.compile(rf"(?:\b|(?=['’]))(?:{'|'.join(data['cues'][s])})(?!\w)", re.I)) for s in STATUS_CUES
    )
    compiled = {k: re.compile(rf"\b{v}\b", re.I) for k, v in nouns.items()}
    needs = [find_needs(frame.pattern.pattern) for frame in frames]
    return Frames(frames, cues, compiled, PatternFilter(needs, _WORD))


def compile_pattern(pattern: str, nouns: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a frame's pattern: put the macros in.

    Examples
    --------
    >>> bool(compile_pattern("met {B}", {}).search("‹P0› met ‹P1› and ‹P2›"))
    True
    """
    macros = {
        "A": OBJECTS,
        "B": rf"{_ADJECTIVES}(?P<b>{OBJECTS})(?!['’]s?\b(?! (?:delegation|team)))",
        "LIST": rf"(?P<b>{LIST})",
        "ROW_OF_TWO": rf"(?:{ROW_OF_TWO})",
        "ROW": rf"(?:{ROW_OF_TWO}|‹G\d+›)",
        "x": _X,
        "y": _Y,
        "verbal": _VERBAL,
        **nouns,
    }
    unknown = sorted(set(re.findall(r"\{([A-Za-z_]\w*)\}", pattern)) - set(macros))
    if unknown:
        raise KnowledgeError(
            not_allowed("macro", unknown[0], sorted(macros), where=f"pattern {pattern!r}", hint="Choose one.")
        )
    return re.compile(re.sub(r"\{(\w+)\}", lambda m: macros.get(m[1], m[0]), pattern), re.I)


def _frame(row: Mapping[str, Any], nouns: Mapping[str, str]) -> Frame:
    name = row.get("name", "?")
    for key in ("name", "pattern", "subject", "mode", "hits", "misses"):
        if key not in row:
            raise KnowledgeError(
                f"Frame {name!r} in frames.toml has no {key!r}. Add it; see the head of the file."
            )
    if row["subject"] not in SUBJECTS:
        raise KnowledgeError(
            not_allowed("subject", row["subject"], SUBJECTS, where=f"frame {name!r}", hint="Choose one.")
        )
    for key, allowed in (("mode", MODES_OF_FRAMES), ("status", ("", *STATUSES))):
        if row.get(key, "") not in allowed:
            raise KnowledgeError(
                not_allowed(key, row[key], allowed, where=(f"frame {name!r}"), hint="Choose one.")
            )
    for key in ("hits", "misses"):
        if not isinstance(row[key], list):
            raise KnowledgeError(
                f"Frame {name!r} in frames.toml: {key!r} is {row[key]!r}. Allowed: a list of texts. "
                f"Write it in brackets."
            )
    try:
        pattern = compile_pattern(row["pattern"], nouns)
    except re.error as error:
        raise KnowledgeError(
            f"Frame {name!r} in frames.toml: the pattern is malformed: {error}. Correct it."
        ) from error
    if "t" not in pattern.groupindex:
        raise KnowledgeError(
            f"Frame {name!r} in frames.toml: the pattern has no group 't'. Mark the trigger word: (?P<t>…)."
        )
    return Frame(
        name,
        pattern,
        row["subject"],
        row["mode"],
        bool(row.get("noun")),
        row.get("status", ""),
        bool(row.get("weak")),
        bool(row.get("keep")),
        tuple(row["hits"]),
        tuple(row["misses"]),
    )
