"""Meetings: the clauses of one article that report contact between people.

Every sentence's skeleton is searched for the frames of `knowledge/frames.toml`;
the subject, the status, the mode, the date and the place are read from the
clause. Nothing is merged here: two sentences give two mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from helpers.extract.circumstances import find_date, find_event, find_place
from helpers.extract.facts import (
    MeetingMention,
    PersonMention,
    PlaceMention,
    Sentence,
    StatementMention,
    Trip,
)
from helpers.extract.frames import Frame, Frames
from helpers.extract.groups import Said, collect_roles, find_author, find_members
from helpers.extract.modes import decide_mode
from helpers.extract.skeleton import PLACEHOLDER, Skeleton
from helpers.extract.status import decide_status
from helpers.extract.subjects import NOWHERE, Span, end_of_objects, find_left_side, find_speaker
from helpers.extract.trips import place_on_trip

_FIRST_OF_MORE = re.compile(r"‹\w\d+›, (?=‹\w\d+›.*‹)")
_WITH_PLACE = re.compile(r"((?:‹[PBG]\d+›|[^‹])*?)‹L(\d+)›(?: in ‹L\d+›)?")
#: Words that make one sentence tell of a meeting with each.
_SEPARATELY = re.compile(
    r"\b(?:separate(?:ly)?|individually|respectively|in turn|each|meetings|calls|conversations) "
    r"|\bwith both\b",
    re.I,
)
#: After the first object: "… on ‹T0› and ‹P2› on ‹T1›".
_SECOND = re.compile(
    r"(?: (?:in|at) (?:the )?‹L\d+›)?,? (?:on |in )?‹T\d+›(?: in ‹L\d+›)?,? and (?:with |then |later )*"
    r"(‹P\d+›)(?: (?:in|at) (?:the )?‹L(\d+)›)?,? (?:on |in )?‹T(\d+)›"
)
_PROGRESSIVE = re.compile(r"(?:\b(?:is|are)|['’](?:s|re)) (?:also |then )?$")
_AFTER_AND = re.compile(r"›,? and $")
#: Sentences about sport, courts, television debates and letters, in which "met" means something else.
_IMPOSTOR = re.compile(
    r"\b(?:in the (?:semi-?)?finals?|quarter-?finals?|semi-?finals?|\d+[-–]\d+ (?:win|defeat|victory|loss)"
    r"|championship|tournament|playoffs?|debate|in court|at trial|testif\w+|opening match|round of 16"
    r"|World Cup"
    r"|penalt(?:y|ies)|(?:in|sent) a (?:letter|statement|tweet|message|telegram))\b"
)


def find_meetings(
    text: str,
    sentences: Sequence[Sentence],
    skeletons: Iterable[Skeleton],
    persons: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    statements: Sequence[StatementMention],
    trips: Sequence[Trip],
    frames: Frames,
) -> tuple[MeetingMention, ...]:
    """Find the clauses that report a meeting.

    Parameters
    ----------
    text : str
        The article.
    sentences : sequence of Sentence
        Its sentences.
    skeletons : iterable of Skeleton
        Of the sentences, in order.
    persons, places : sequence of mention
        The article's mentions, which the placeholders index.
    statements : sequence of StatementMention
        For *I* and *we* in quotations.
    trips : sequence of Trip
        Dated journeys, in order.
    frames : Frames
        The patterns.

    Returns
    -------
    tuple of MeetingMention
        In order of the text. A mention may have one participant only ("Meeting
        with ‹P1›" in a headline); resolve decides whether others complete it.
    """
    author, author_sentence = find_author(text, persons, sentences)
    said = Said(roles=collect_roles(persons), author=author, author_sentence=author_sentence)
    found: list[MeetingMention] = []
    for skeleton in skeletons:
        said.note_row(skeleton)
        for frame, match in _matches(skeleton, frames):
            mention = _read(
                text, sentences, skeleton, frame, match, persons, places, statements, trips, frames, said
            )
            if mention is None:
                continue
            found += _apart(mention, match, skeleton, said, persons)
            members = tuple(i for side in mention.sides for i in side)
            if len(members) > 1 and not frame.keep and not _goes_on(frame):
                said.meetings.append(members)
                said.meeting_sentence = skeleton.sentence
                if frame.subject != "none":
                    said.subject = mention.sides[0]
    return tuple(found)


def _goes_on(frame: Frame) -> bool:
    """Tell whether a frame only goes on about a meeting told before."""
    return frame.weak and frame.subject in ("none", "everyone")


def _matches(skeleton: Skeleton, frames: Frames) -> Iterator[tuple[Frame, re.Match[str]]]:
    """Yield what the frames match, in order; of overlapping matches the first frame's."""
    possible = frames.possible(skeleton.text)
    if not possible:
        return
    taken = bytearray(len(skeleton.text))
    hits: list[tuple[int, Frame, re.Match[str]]] = []
    for frame in possible:
        for match in frame.pattern.finditer(skeleton.text):
            at = match.start("t")
            if not taken[at]:
                first = min(at, match.start())
                taken[first : match.end()] = b"\1" * (match.end() - first)
                hits.append((at, frame, match))
    if not hits or _IMPOSTOR.search(skeleton.text):
        return
    for _, frame, match in sorted(hits, key=lambda h: h[0]):
        yield frame, match


def _read(
    text: str,
    sentences: Sequence[Sentence],
    skeleton: Skeleton,
    frame: Frame,
    match: re.Match[str],
    persons: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    statements: Sequence[StatementMention],
    trips: Sequence[Trip],
    frames: Frames,
    said: Said,
) -> MeetingMention | None:
    sides, subject = _sides(text, frame, match, skeleton, persons, statements, said)
    if not sides or (sum(map(len, sides)) < 2 and not frame.noun and not frame.keep):
        return None
    line, trigger, stop = skeleton.text, match.span("t"), match.end()
    status = decide_status(frame, frames, line, subject, trigger, stop)
    mode = decide_mode(frame, frames, line, trigger, match.start(), stop)
    date = find_date(line, subject, trigger, stop)
    if date < 0 and match.start() < trigger[0]:  # "told ‹P1› on ‹T0› during their meeting"
        date = next((int(m[2]) for m in PLACEHOLDER.finditer(match.group()) if m[1] == "T"), -1)
    place = find_place(line, subject, trigger, stop, places)
    met = [persons[i] for side in sides for i in side]
    date, place = place_on_trip(skeleton, met, places, trips, date, place)
    start, end = skeleton.offset(trigger[0]), skeleton.offset(trigger[1] - 1) + 1
    cues = tuple(
        (name, skeleton.offset(c.start), skeleton.offset(c.end - 1) + 1, c.value)
        for name, c in (("status", status), ("mode", mode))
    )
    sentence = sentences[skeleton.sentence]
    return MeetingMention(
        start=start,
        end=end,
        sentence=skeleton.sentence,
        frame=frame.name,
        status=status.value,
        mode=mode.value,
        sides=tuple(sides),
        date=date,
        place=place,
        event=find_event(" ".join(text[sentence.start : sentence.end].split())),
        said_by=find_speaker(start, statements),
        tense="future" if _looks_ahead(status.value, line, trigger) else "past",
        cues=cues,
    )


def _looks_ahead(status: str, line: str, trigger: Span) -> bool:
    """Tell whether a date beside the trigger is one to come: "is meeting ‹P1› on Friday"."""
    if status in ("planned", "hypothetical", "postponed"):
        return True
    ing = line[trigger[0] : trigger[1]].split()[0].endswith("ing")
    return status == "held" and ing and _PROGRESSIVE.search(line, 0, trigger[0]) is not None


def _apart(
    mention: MeetingMention,
    match: re.Match[str],
    skeleton: Skeleton,
    said: Said,
    persons: Sequence[PersonMention],
) -> list[MeetingMention]:
    """Take "met ‹P0› in ‹L0› and ‹P1› in ‹L1›" for two meetings."""
    if len(mention.sides) == 2 and len(mention.sides[1]) > 1 and _SEPARATELY.search(match.group()):
        return [replace(mention, sides=(mention.sides[0], (i,))) for i in mention.sides[1]]
    if len(mention.sides) == 2 and (second := _SECOND.match(skeleton.text, match.end())):
        other = find_members(second[1], skeleton.sentence, said, persons)
        place = int(second[2] or -1)
        twin = replace(mention, sides=(mention.sides[0], other), date=int(second[3]), place=place)
        return [mention, twin] if other else [mention]
    parts = list(_WITH_PLACE.finditer(match.groupdict().get("b") or ""))
    if len(mention.sides) != 2 or not parts:
        return [mention]
    rest = match.groupdict()["b"][parts[-1].end() :]
    groups = [(m[1], int(m[2])) for m in parts]
    if PLACEHOLDER.search(rest):
        groups.append((rest, mention.place if mention.place > groups[-1][1] else -1))
    elif len(groups) < 2:
        return [mention]
    members = [(find_members(row, skeleton.sentence, said, persons), place) for row, place in groups]
    return [replace(mention, sides=(mention.sides[0], m), place=place) for m, place in members if m]


def _sides(
    text: str,
    frame: Frame,
    match: re.Match[str],
    skeleton: Skeleton,
    persons: Sequence[PersonMention],
    statements: Sequence[StatementMention],
    said: Said,
) -> tuple[list[tuple[int, ...]], Span]:
    """Find who took part, side by side, and where the subject stands in the skeleton."""
    groups = match.groupdict()
    if groups.get("row"):
        first, last = match.span("row")
        if (cut := _tail_of_a_list(skeleton.text, first, groups["row"])) > 0:
            first += cut
        members = find_members(skeleton.text[first:last], skeleton.sentence, said, persons)
        return [(i,) for i in members], (first, last)
    if groups.get("a"):
        left, subject = find_members(groups["a"], skeleton.sentence, said, persons), match.span("a")
    else:
        left, subject = find_left_side(text, frame, match, skeleton, persons, statements, said)
    row = skeleton.text[match.start("b") : end_of_objects(skeleton.text, match)] if groups.get("b") else ""
    right = find_members(row, skeleton.sentence, said, persons)
    keys = {persons[i].key for i in right if persons[i].key}
    left = tuple(i for i in left if not persons[i].key or persons[i].key not in keys)
    if not left and not frame.noun and not frame.keep:
        return [], NOWHERE
    return [side for side in (left, right) if side], subject


def _tail_of_a_list(line: str, start: int, row: str) -> int:
    """Return how much of a row belongs to the list before it.

    In "led by ‹P0› and ‹P1›, ‹P2› and ‹P3› met" the row that met begins at ‹P2›.
    """
    first = _FIRST_OF_MORE.match(row)
    return first.end() if first and _AFTER_AND.search(line, 0, start) else 0
