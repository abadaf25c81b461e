"""Merge: which records of different articles are one meeting.

Records are blocked by the pairs of their participants. Two are one meeting where
people, status, place and form can agree and either their days are narrow and
overlap, or the articles share their wording beyond the names. Days that cannot
agree never merge, not even by way of a third article. The names and the order of
the files have no influence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from helpers.resolve.records import (
    Record,
    days_can_agree,
    is_dated,
    mode_can_agree,
    place_can_agree,
)

#: Shared runs of five words, names and places left out, from which on two articles tell of one event.
SHARED_RUNS = 3
#: Days so narrow that an overlap speaks for one meeting.
NARROW = 14

_Runs = dict[int, frozenset[str]]


def merge_across(records: Sequence[Record], texts: Sequence[str]) -> list[Record]:
    """Merge the records of different articles that are one meeting.

    Parameters
    ----------
    records : sequence of Record
        Of all articles; each with the sightings of one article.
    texts : sequence of str
        The articles' texts by index, names and places blanked.

    Returns
    -------
    list of Record
        Merged records with readable reasons.
    """
    order = sorted(range(len(records)), key=lambda i: _rank(records[i], texts))
    groups: dict[int, list[int]] = {i: [i] for i in order}
    group_of = {i: i for i in order}
    reasons: dict[int, list[str]] = {i: [] for i in order}
    runs: _Runs = {}
    for i, j in _candidates([records[i] for i in order], texts, runs):
        a, b = group_of[order[i]], group_of[order[j]]
        if a == b:
            continue
        why = _why_one(records[order[i]], records[order[j]], texts, runs)
        if why and _all_agree([records[k] for k in groups[a]], [records[k] for k in groups[b]]):
            groups[a] += groups.pop(b)
            group_of.update(dict.fromkeys(groups[a], a))
            reasons[a] += [*reasons.pop(b), why]
    merged = []
    for a, members in sorted(groups.items(), key=lambda item: min(item[1])):
        sightings = [s for k in sorted(members) for s in records[k].sightings]
        merged.append(Record(sightings, reasons[a]))
    return merged


def _rank(record: Record, texts: Sequence[str]) -> tuple[int, date, str, int]:
    """Order records by what they say, the best dated first, not by the names of their files."""
    days, first = record.days, record.sightings[0]
    width = 10**7 if days is None else days.n_days
    return width, days.start if days else date.min, texts[first.article], first.mention.start


def _candidates(records: Sequence[Record], texts: Sequence[str], runs: _Runs) -> Iterator[tuple[int, int]]:
    """Yield pairs of records with two participants in common that may be one meeting.

    Of records with narrow days only those whose days overlap, of others only
    those whose articles share wording: a block of thousands stays cheap.
    """
    blocks: dict[tuple[str, str], list[int]] = {}
    for i, record in enumerate(records):
        named = sorted(p for p in record.people if not p.startswith("body-"))
        for pair in combinations(named, 2):
            blocks.setdefault(pair, []).append(i)
    seen: set[tuple[int, int]] = set()
    for pair in sorted(blocks):
        block = blocks[pair]
        if len(block) < 2:
            continue
        for i, j in sorted((*_overlapping(records, block), *_alike(records, block, texts, runs))):
            apart = records[i].sightings[0].article != records[j].sightings[0].article
            if apart and (i, j) not in seen:
                seen.add((i, j))
                yield i, j


def _is_narrow(record: Record) -> bool:
    return record.days is not None and not record.days.is_open and record.days.n_days <= NARROW


def _overlapping(records: Sequence[Record], block: Sequence[int]) -> set[tuple[int, int]]:
    """Sweep over the records with narrow days."""
    narrow = [(d.start, d.end, i) for i in block if _is_narrow(records[i]) and (d := records[i].days)]
    found: set[tuple[int, int]] = set()
    open_ones: list[tuple[date, int]] = []
    for start, end, i in sorted(narrow):
        open_ones = [(e, j) for e, j in open_ones if e >= start]
        found |= {(min(i, j), max(i, j)) for _, j in open_ones}
        open_ones.append((end, i))
    return found


def _alike(
    records: Sequence[Record], block: Sequence[int], texts: Sequence[str], runs: _Runs
) -> set[tuple[int, int]]:
    """Find pairs, one of them without narrow days, whose articles share wording."""
    wide = {i for i in block if not _is_narrow(records[i])}
    if not wide:
        return set()
    by_run: dict[str, list[int]] = {}
    for i in block:
        for run in _runs(records[i].sightings[0].article, texts, runs):
            by_run.setdefault(run, []).append(i)
    counts: dict[tuple[int, int], int] = {}
    for members in by_run.values():
        for i, j in combinations(members, 2):
            if i in wide or j in wide:
                counts[min(i, j), max(i, j)] = counts.get((min(i, j), max(i, j)), 0) + 1
    return {pair for pair, n in counts.items() if n >= SHARED_RUNS}


def _all_agree(first: Sequence[Record], second: Sequence[Record]) -> bool:
    """Tell whether no record of one group contradicts one of the other."""
    return all(_can_be_one(a, b) for a in first for b in second)


def _can_be_one(a: Record, b: Record) -> bool:
    x, y = (frozenset(p for p in r.people if not p.startswith("body-")) for r in (a, b))
    if (x != y and not (x <= y or y <= x)) or (x != y and not _on_one_day(a, b)):
        return False
    statuses = {a.status, b.status}
    if len(statuses) > 1 and not statuses <= {"planned", "held", "postponed", "cancelled"}:
        return False
    if not all(place_can_agree(a, s) and mode_can_agree(a, s) and days_can_agree(a, s) for s in b.sightings):
        return False
    return a.days is None or b.days is None or a.days.overlaps(b.days)


def _on_one_day(a: Record, b: Record) -> bool:
    """Tell whether both are known to have been on the same day, so that one may name fewer people."""
    return all(r.days is not None and r.days.kind == "day" for r in (a, b)) and a.days == b.days


def _why_one(a: Record, b: Record, texts: Sequence[str], runs: _Runs) -> str:
    """Return why two records of different articles are one meeting, or an empty string."""
    if not _can_be_one(a, b):
        return ""
    names = " and ".join(sorted(i.name or i.role for i in a.sightings[0].people.values()))
    if _is_narrow(a) and _is_narrow(b) and (is_dated(a) or is_dated(b)):
        return f"same participants ({names}), days that overlap"
    first, second = (_runs(r.sightings[0].article, texts, runs) for r in (a, b))
    shared = len(first & second)
    if shared >= SHARED_RUNS:
        return f"same participants ({names}), days that can agree, {shared} shared runs of five words"
    return ""


def _runs(article: int, texts: Sequence[str], cache: _Runs) -> frozenset[str]:
    if article not in cache:
        words = re.findall(r"\w+", texts[article].lower())
        cache[article] = frozenset(" ".join(words[i : i + 5]) for i in range(len(words) - 4))
    return cache[article]
