"""Merge: which sightings are one meeting.

Within an article and across articles, sightings are blocked by the pairs of
their participants. Two are one meeting where the people, the days, the status,
the place and the form can agree; days that cannot agree never merge, and an
undated sighting never narrows a dated one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from helpers.days import Days, intersect
from helpers.resolve.people import Identity
from helpers.resolve.sightings import Sighting

#: Frames that only go on about a meeting reported before.
CONTINUING = frozenset(("row_discussed", "took_part", "meeting_of_a_day", "meeting_on_a_day", "meeting_at_a_place", "also_in_the_meeting"))
#: Of these, the ones that add participants.
JOINING = frozenset(("took_part", "also_in_the_meeting"))
#: Shared runs of five words from which on two undated articles tell of one event.
SHARED_RUNS = 3
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
        seen = {s.status for s in self.sightings}
        if seen & {"cancelled", "postponed"} and "held" not in seen:
            return next(s.status for s in reversed(self.sightings) if s.status in ("cancelled", "postponed"))
        return next(s for s in _LASTING if s in seen)

    @property
    def days(self) -> Days | None:
        """The narrowest days that its dated sightings allow."""
        best: Days | None = None
        same = [s for s in self.sightings if s.status == self.status or s.dated] or self.sightings
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
            chosen = max(
                fits, key=lambda r: (len(set(r.people) & set(s.people)), r.sightings[-1].mention.start)
            )
            chosen.sightings.append(s)
        elif s.mention.frame not in CONTINUING:
            records.append(Record([s]))
    whole = [r for r in records if len(r.people) > 1 or _is_body(r)]
    for lone in [r for r in records if len(r.people) == 1 and not _is_body(r)]:
        host = next(
            (r for r in whole if set(lone.people) <= set(r.people) and _one_within(r, lone.sightings[0])),
            None,
        )
        if host is not None:
            host.sightings += lone.sightings
    return whole


def _is_body(record: Record) -> bool:
    return all(i.kind == "body" for s in record.sightings for i in s.people.values())


def _one_within(record: Record, s: Sighting) -> bool:
    a, b = set(record.people), set(s.people)
    if s.mention.frame in CONTINUING:
        last = record.sightings[-1].mention
        if s.mention.frame in JOINING:
            return 0 <= s.mention.sentence - last.sentence <= 3 and len(a) > 1
        if not (b <= a and s.mention.sentence - last.sentence <= 12):
            return False
        return not s.dated or (s.status == record.status and _days_can_agree(record, s))
    if not (b <= a or a <= b) and not _delegation(record, s):
        return False
    if not _status_can_agree(record, s, apart=s.distinct):
        return False
    if not _days_can_agree(record, s):
        return False
    if (
        s.distinct
        and not (s.dated and _dated(record))
        and record.sightings[-1].mention.sentence != s.mention.sentence
    ):
        return False
    return _place_can_agree(record, s) and _mode_can_agree(record, s)


def _delegation(record: Record, s: Sighting) -> bool:
    """Tell whether the people differ only in a delegation and its named head."""
    mine = {p: o.people[p] for p, o in record.people.items()}
    lands = {i.country for i in (*mine.values(), *s.people.values()) if i.kind == "person" and i.country}

    def named(people: dict[str, Identity]) -> set[str]:
        return {p for p, i in people.items() if not (i.kind == "body" and i.country in lands)}

    a, b = named(mine), named(s.people)
    return bool(a & b) and (a <= b or b <= a)


def _dated(record: Record) -> bool:
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
        if s.dated and _dated(record):
            # Past and future of one uncertain day can overlap without being one day.
            return all(d is not None and not d.is_open and d.n_days <= EXACT for d in (s.days, record.days))
        return mine == "planned" and not _dated(record)
    return False


def _days_can_agree(record: Record, s: Sighting) -> bool:
    for other in record.sightings:
        if (
            s.dated
            and other.dated
            and s.days is not None
            and other.days is not None
            and not s.days.overlaps(other.days)
        ):
            return False
    days = record.days
    if days is not None and s.days is not None and (s.dated or _dated(record)) and s.status == record.status:
        return days.overlaps(s.days)
    return True


def _place_can_agree(record: Record, s: Sighting) -> bool:
    lands = {o.place_country for o in record.sightings if o.place_country}
    return not s.place_country or not lands or s.place_country in lands


def _mode_can_agree(record: Record, s: Sighting) -> bool:
    distant = {"phone", "video"}
    modes = {o.mode for o in record.sightings} - {"unknown"}
    if s.mode == "unknown" or not modes or s.mode in modes:
        return True
    headline_only = s.mention.frame in CONTINUING
    return (
        headline_only
        or not (bool(modes & distant) ^ (s.mode in distant))
        or not (s.dated or s.distinct or _dated(record))
    )


def merge_across(records: Sequence[Record], texts: Sequence[str]) -> list[Record]:
    """Merge the records of different articles that are one meeting.

    Parameters
    ----------
    records : sequence of Record
        Of all articles; each with the sightings of one article.
    texts : sequence of str
        The articles' texts, by index.

    Returns
    -------
    list of Record
        Merged records with readable reasons. The order of the input has no
        influence on which records are merged.
    """
    parent = list(range(len(records)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    blocks: dict[tuple[str, str], list[int]] = {}
    for i, r in enumerate(records):
        named = sorted(p for p in r.people if not p.startswith("body-"))
        for pair in combinations(named, 2):
            blocks.setdefault(pair, []).append(i)
    reasons: dict[int, list[str]] = {}
    runs: dict[int, frozenset[str]] = {}
    for pair in sorted(blocks):
        for i, j in combinations(blocks[pair], 2):
            if root(i) == root(j) or records[i].sightings[0].article == records[j].sightings[0].article:
                continue
            why = _one_across(records[i], records[j], texts, runs)
            if why:
                a, b = sorted((root(i), root(j)))
                parent[b] = a
                reasons.setdefault(a, []).extend([*reasons.pop(b, []), why])
    groups: dict[int, list[int]] = {}
    for i in range(len(records)):
        groups.setdefault(root(i), []).append(i)
    return [
        Record([s for i in members for s in records[i].sightings], reasons.get(a, []))
        for a, members in groups.items()
    ]


def _one_across(a: Record, b: Record, texts: Sequence[str], runs: dict[int, frozenset[str]]) -> str:
    """Return why two records of different articles are one meeting, or an empty string."""
    x, y = set(a.people), set(b.people)
    if not (x <= y or y <= x) and len(x & y) < 2:
        return ""
    if not _status_across(a, b):
        return ""
    if not (_place_can_agree(a, b.sightings[0]) and all(_mode_can_agree(a, s) for s in b.sightings)):
        return ""
    both = [r.days for r in (a, b)]
    if both[0] is not None and both[1] is not None and not both[0].overlaps(both[1]):
        return ""
    names = " and ".join(sorted(i.name or i.role for s in a.sightings[:1] for i in s.people.values()))
    narrow = all(d is not None and not d.is_open and d.n_days <= 14 for d in both)
    if narrow and (_dated(a) or _dated(b)):
        return f"same participants ({names}), days that overlap"
    first, second = (_runs(r.sightings[0].article, texts, runs) for r in (a, b))
    shared = len(first & second)
    if shared >= SHARED_RUNS:
        return f"same participants ({names}), days that can agree, {shared} shared runs of five words"
    return ""


def _status_across(a: Record, b: Record) -> bool:
    pair = {a.status, b.status}
    return len(pair) == 1 or pair <= {"planned", "held", "postponed", "cancelled"}


def _runs(article: int, texts: Sequence[str], cache: dict[int, frozenset[str]]) -> frozenset[str]:
    if article not in cache:
        words = re.findall(r"\w+", texts[article].lower())
        cache[article] = frozenset(" ".join(words[i : i + 5]) for i in range(len(words) - 4))
    return cache[article]
