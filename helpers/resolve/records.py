"""Records: the sightings of one article that are one meeting.

Two sightings are one meeting where the people, the days, the status, the place
and the form can agree. Days that cannot agree never merge, and an undated
sighting never narrows a dated one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from helpers.days import Days, intersect
from helpers.resolve.people import Identity
from helpers.resolve.sightings import Sighting

#: Frames that only go on about a meeting reported before.
CONTINUING = frozenset(
    (
        "row_discussed",
        "took_part",
        "attended_by",
        "delegation_led_by",
        "meeting_of_a_day",
        "meeting_on_a_day",
        "meeting_at_a_place",
        "also_in_the_meeting",
        "was_joined_by",
        "was_accompanied_by",
        "accompanying_were",
        "they_were",
        "mediated_by",
    )
)
#: Of these, the ones that add participants.
JOINING = frozenset(
    (
        "took_part",
        "also_in_the_meeting",
        "was_joined_by",
        "was_accompanied_by",
        "accompanying_were",
        "they_were",
        "mediated_by",
        "attended_by",
        "delegation_led_by",
    )
)
#: Of these, the ones that say who a body is.
NAMING = frozenset(("they_were",))
#: Of these, the ones that tell of a meeting even where nothing before them did.
OPENING = frozenset(("attended_by", "delegation_led_by"))
#: Days so narrow that a plan and a report of them can be told to be one.
EXACT = 7
_LASTING = ("held", "planned", "postponed", "cancelled", "hypothetical", "denied")


@dataclass(slots=True)
class Record:
    """A meeting: its sightings and what they agree on."""

    sightings: list[Sighting]
    reasons: list[str] = field(default_factory=list)

    @property
    def people(self) -> dict[str, Sighting]:
        """Person ids of all participants, with a sighting that names them."""
        return {p: s for s in self.sightings for p in s.people}

    @property
    def status(self) -> str:
        """What became of it: held beats every plan, else the latest word counts."""
        own = [s for s in self.sightings if s.mention.frame not in CONTINUING] or self.sightings
        seen = {s.status for s in own}
        if seen & {"cancelled", "postponed"} and "held" not in seen:
            return next(s.status for s in reversed(own) if s.status in ("cancelled", "postponed"))
        return next(s for s in _LASTING if s in seen)

    @property
    def days(self) -> Days | None:
        """The narrowest days that its dated sightings allow."""
        best: Days | None = None
        status = self.status
        same = [s for s in self.sightings if s.status == status or s.dated] or self.sightings
        for dated in (True, False):
            for s in same:
                if s.days is None or s.dated is not dated:
                    continue
                if best is None:
                    best = s.days
                elif dated or best.is_open:
                    best = intersect(best, s.days) or best
            if best is not None and dated:
                return best
        return best


def merge_within(sightings: Sequence[Sighting]) -> list[Record]:
    """Merge the sightings of one article, in order of the text.

    Returns
    -------
    list of Record
        By their first sighting. Records with fewer than two participants are
        kept only where the participant is a body.
    """
    records: list[Record] = []
    for s in sightings:
        fits = [r for r in records if _one_within(r, s)]
        if fits:
            chosen = max(fits, key=lambda r: _likeness(r, s))
            chosen.sightings.append(_with_reason(chosen, s))
        elif s.mention.frame not in CONTINUING - OPENING or _opens(s):
            records.append(Record([s]))
    whole = [r for r in records if len(r.people) > 1 or _is_body(r)]
    for lone in [r for r in records if len(r.people) == 1 and not _is_body(r)]:
        host = next(
            (r for r in whole if set(lone.people) <= set(r.people) and _one_within(r, lone.sightings[0])),
            None,
        )
        if host is not None:
            host.sightings += [_with_reason(host, s) for s in lone.sightings]
    return whole


def _likeness(record: Record, s: Sighting) -> tuple[int, bool, int]:
    """Rank the records that a sighting can belong to: by people, status, and nearness."""
    shared = len(set(record.people) & set(s.people))
    return shared, record.status == s.status, record.sightings[-1].mention.start


def _opens(s: Sighting) -> bool:
    """Tell whether several people who "attended the summit" tell of it by themselves."""
    return s.mention.frame == "took_part" and len(s.people) > 1


def _with_reason(record: Record, s: Sighting) -> Sighting:
    """Record with a sighting, as evidence of the field "merge", why it is of the meeting told before."""
    a, b = set(record.people), set(s.people)
    if s.mention.frame in JOINING:
        reason = "adds_participants"
    elif s.mention.frame in CONTINUING:
        reason = "goes_on"
    elif a == b:
        reason = "same_participants"
    elif b < a:
        reason = "fewer_participants"
    else:
        reason = "more_participants" if a < b else "delegation_and_head"
    own = tuple(span for span in s.spans if span[0] != "merge")
    return replace(s, spans=(*own, ("merge", s.mention.start, s.mention.end, reason)))


def _is_body(record: Record) -> bool:
    return all(i.kind == "body" for s in record.sightings for i in s.people.values())


def _one_within(record: Record, s: Sighting) -> bool:
    a, b = set(record.people), set(s.people)
    if s.mention.frame in CONTINUING:
        last = record.sightings[-1].mention
        if s.mode == "in_person" and {o.mode for o in record.sightings} <= {"phone", "video"}:
            return False  # "today's meeting" is not the call told before it
        if s.mention.frame in JOINING:
            return 0 <= s.mention.sentence - last.sentence <= (8 if a <= b else 3)
        if not (b <= a and s.mention.sentence - last.sentence <= 12):
            return False
        return not s.dated or (s.status == record.status and days_can_agree(record, s))
    if not (b <= a or a <= b) and not _delegation(record, s):
        return False
    if not _status_can_agree(record, s, apart=s.distinct):
        return False
    if not days_can_agree(record, s):
        return False
    if (
        s.distinct
        and not (s.dated and is_dated(record))
        and record.sightings[-1].mention.sentence != s.mention.sentence
    ):
        return False
    return place_can_agree(record, s) and mode_can_agree(record, s)


def _delegation(record: Record, s: Sighting) -> bool:
    """Tell whether the people differ only in a delegation and its named head."""
    mine = {p: o.people[p] for p, o in record.people.items()}
    lands = {i.country for i in (*mine.values(), *s.people.values()) if i.kind == "person" and i.country}

    def named(people: dict[str, Identity]) -> set[str]:
        return {p for p, i in people.items() if not (i.kind == "body" and i.country in lands)}

    a, b = named(mine), named(s.people)
    return bool(a & b) and (a <= b or b <= a)


def is_dated(record: Record) -> bool:
    """Tell whether an expression of the text dates one of the sightings."""
    return any(s.dated for s in record.sightings)


def _status_can_agree(record: Record, s: Sighting, *, apart: bool) -> bool:
    mine, other = record.status, s.status
    if mine == other:
        return True
    pair = {mine, other}
    if pair <= {"planned", "postponed", "cancelled", "hypothetical"}:
        return True
    if "held" in pair and "planned" in pair:
        if apart:
            return False
        if s.dated and is_dated(record):
            # Past and future of one uncertain day can overlap without being one day.
            return all(d is not None and not d.is_open and d.n_days <= EXACT for d in (s.days, record.days))
        if mine != "planned" or is_dated(record):
            return False
        people = {p for p, i in s.people.items() if i.kind == "person"}
        same = people >= {p for p, o in record.people.items() if o.people[p].kind == "person"}
        return same
    return False


def days_can_agree(record: Record, s: Sighting) -> bool:
    """Tell whether no dated sighting of the record excludes the days of another dated one."""
    if not s.dated or s.days is None:
        return True
    return all(o.days is None or not o.dated or o.days.overlaps(s.days) for o in record.sightings)


def place_can_agree(record: Record, s: Sighting) -> bool:
    """Tell whether the countries of the places do not contradict each other."""
    lands = {o.place_country for o in record.sightings if o.place_country}
    return not s.place_country or not lands or s.place_country in lands


def mode_can_agree(record: Record, s: Sighting) -> bool:
    """Tell whether a call is not taken for a meeting in person."""
    distant = {"phone", "video"}
    modes = {o.mode for o in record.sightings} - {"unknown"}
    if s.mode == "unknown" or not modes or s.mode in modes:
        return True
    headline_only = s.mention.frame in CONTINUING
    return (
        headline_only
        or not (bool(modes & distant) ^ (s.mode in distant))
        or not (s.dated or s.distinct or is_dated(record))
    )
