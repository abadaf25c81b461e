"""Merge: which records of different articles are one meeting.

Records are blocked by the pairs of their participants. Two are one meeting where
people, status, place and form can agree and either their days are narrow and
overlap, or the articles share their wording beyond the names. Days that cannot
agree never merge, not even by way of a third article. The names and the order of
the files have no influence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, product

from helpers.days import Days
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

#: Articles whose runs are kept at a time; they are large.
KEPT = 1024

_Pair = tuple[int, int]


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
    groups = _Groups([records[i] for i in order], texts)
    for i, j in groups.candidates():
        groups.join_if_one(i, j)
    merged = []
    for numbers, reasons in groups.all():
        members = sorted(order[i] for i in numbers)
        merged.append((members[0], Record([s for k in members for s in records[k].sightings], reasons)))
    return [record for _, record in sorted(merged, key=lambda item: item[0])]


def _rank(record: Record, texts: Sequence[str]) -> tuple[int, date, str, int]:
    """Order records by what they say, the best dated first, not by the names of their files."""
    days, first = record.days, record.sightings[0]
    width = 10**7 if days is None else days.n_days
    return width, days.start if days else date.min, texts[first.article], first.mention.start


class _Groups:
    """Records in groups that are one meeting each; at first each record is alone.

    Records that say the same are told apart only by their articles, so that two
    of them can agree is worked out once for all that say the same.

    Parameters
    ----------
    records : sequence of Record
        In order of rank.
    texts : sequence of str
        The articles' texts by index, names and places blanked.
    """

    def __init__(self, records: Sequence[Record], texts: Sequence[str]) -> None:
        self._records = records
        self._texts = texts
        self._articles = [r.sightings[0].article for r in records]
        self._days = [r.days for r in records]
        self._is_narrow = [_is_narrow(days) for days in self._days]
        numbers: dict[object, int] = {}
        self._outlines = [numbers.setdefault(_outline(r), len(numbers)) for r in records]
        self._agree: dict[_Pair, bool] = {}
        self._group_of = list(range(len(records)))
        self._groups = {i: [i] for i in self._group_of}
        #: For each group a record for everything that its records say.
        self._said = {i: {outline: i} for i, outline in enumerate(self._outlines)}
        self._reasons: dict[int, list[str]] = {i: [] for i in self._group_of}
        #: For each group those that it can never be one with: what is said stays said.
        self._contradicting: dict[int, set[int]] = {i: set() for i in self._group_of}
        self._runs = lru_cache(maxsize=KEPT)(lambda article: _runs(texts[article]))

    def all(self) -> Iterator[tuple[list[int], list[str]]]:
        """Yield the members of each group and the reasons for which they are one."""
        return ((members, self._reasons[a]) for a, members in self._groups.items())

    def candidates(self) -> Iterator[_Pair]:
        """Yield pairs of records with two participants in common that may be one meeting.

        Of records with narrow days only those whose days overlap, of others only
        those whose articles share wording: a block of thousands stays cheap.
        """
        blocks: dict[tuple[str, str], list[int]] = {}
        for i, record in enumerate(self._records):
            named = sorted(p for p in record.people if not p.startswith("body-"))
            for pair in combinations(named, 2):
                blocks.setdefault(pair, []).append(i)
        seen: set[_Pair] = set()
        for pair in sorted(blocks):
            if len(blocks[pair]) < 2:
                continue
            for i, j in self._candidates_of(blocks[pair]):
                if (i, j) not in seen:
                    seen.add((i, j))
                    yield i, j

    def _candidates_of(self, block: Sequence[int]) -> Iterator[_Pair]:
        """Yield the pairs of one block, in order, that are not in one group by then."""
        by_run: dict[str, list[int]] = {}
        last, alike = -1, set[int]()
        for at, i in enumerate(block):
            shut = self._contradicting[self._group_of[i]] | {self._group_of[i]}
            apart = {j for j in block[at + 1 :] if self._group_of[j] not in shut}
            wide = {j for j in apart if not (self._is_narrow[i] and self._is_narrow[j])}
            if wide and not by_run:
                by_run = self._index_runs(block)
            if wide and (last < 0 or self._text(last) != self._text(i)):
                last, alike = i, self._alike(i, by_run)
            overlapping = {j for j in apart - wide if self._do_overlap(i, j)}
            for j in sorted(alike & wide | overlapping):
                if self._articles[i] != self._articles[j] and self._may_join(i, j):
                    yield i, j

    def _text(self, i: int) -> str:
        return self._texts[self._articles[i]]

    def _may_join(self, i: int, j: int) -> bool:
        """Return whether two records are in two groups of which no contradiction is known."""
        a, b = self._group_of[i], self._group_of[j]
        return a != b and b not in self._contradicting[a]

    def _do_overlap(self, i: int, j: int) -> bool:
        a, b = self._days[i], self._days[j]
        return a is not None and b is not None and a.start <= b.end and b.start <= a.end

    def _index_runs(self, block: Sequence[int]) -> dict[str, list[int]]:
        by_run: dict[str, list[int]] = {}
        for i in block:
            for run in self._runs(self._articles[i]):
                by_run.setdefault(run, []).append(i)
        return by_run

    def _alike(self, i: int, by_run: Mapping[str, list[int]]) -> set[int]:
        """Find the records of a block whose articles share wording with one record's."""
        counts = Counter(chain.from_iterable(by_run[run] for run in self._runs(self._articles[i])))
        return {j for j, n in counts.items() if n >= SHARED_RUNS}

    def join_if_one(self, i: int, j: int) -> None:
        """Join the groups of two records if these are one meeting and no member contradicts another."""
        a, b = self._group_of[i], self._group_of[j]
        if not all(
            self._can_be_one(x, y) for x, y in product(self._said[a].values(), self._said[b].values())
        ):
            self._contradicting[a].add(b)
            self._contradicting[b].add(a)
            return
        why = self._why_one(i, j)
        if not why:
            return
        joining = self._groups.pop(b)
        self._groups[a] += joining
        for k in joining:
            self._group_of[k] = a
        for outline, k in self._said.pop(b).items():
            self._said[a].setdefault(outline, k)
        for c in self._contradicting.pop(b):
            self._contradicting[c] = (self._contradicting[c] - {b}) | {a}
            self._contradicting[a].add(c)
        self._reasons[a] += [*self._reasons.pop(b), why]

    def _can_be_one(self, i: int, j: int) -> bool:
        pair = self._outlines[i], self._outlines[j]
        if pair not in self._agree:
            self._agree[pair] = _can_be_one(self._records[i], self._records[j])
        return self._agree[pair]

    def _why_one(self, i: int, j: int) -> str:
        """Return why two records that can agree are one meeting, or an empty string."""
        a, b = self._records[i], self._records[j]
        names = " and ".join(sorted(p.name or p.role for p in a.sightings[0].people.values()))
        if self._is_narrow[i] and self._is_narrow[j] and (is_dated(a) or is_dated(b)):
            return f"same participants ({names}), days that overlap"
        shared = len(self._runs(self._articles[i]) & self._runs(self._articles[j]))
        if shared >= SHARED_RUNS:
            return f"same participants ({names}), days that can agree, {shared} shared runs of five words"
        return ""


def _outline(record: Record) -> object:
    """Return all that `_can_be_one` asks of a record."""
    return tuple(
        (frozenset(s.people), s.status, s.days, s.dated, s.place_country, s.mode, s.distinct, s.mention.frame)
        for s in record.sightings
    )


def _is_narrow(days: Days | None) -> bool:
    return days is not None and not days.is_open and days.n_days <= NARROW


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


def _runs(text: str) -> frozenset[str]:
    """Return the runs of five words of a text."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(map(" ".join, zip(*(words[i:] for i in range(5)), strict=False)))
