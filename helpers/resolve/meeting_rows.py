"""Meeting rows: the rows of meetings, participations and evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from helpers.days import Days
from helpers.knowledge.records import frame_country
from helpers.resolve.account import Account
from helpers.resolve.people import Identity
from helpers.resolve.records import NAMING, Record
from helpers.resolve.sightings import Sighting

Row = dict[str, Any]


def bounds(days: Days | None, basis: str) -> Row:
    """Write days as the columns start, end, edtf and date_basis; an open side is missing."""
    if days is None:
        return {"date_basis": basis or None}
    return {
        "start": None if days.start == date.min else pd.Timestamp(days.start),
        "end": None if days.end == date.max else pd.Timestamp(days.end),
        "edtf": days.edtf,
        "date_basis": basis or None,
    }


def article_id_of(account: Account, i: int) -> str:
    """Return the key of an article: its source."""
    return account.sources[i].source


def first_place(record: Record) -> tuple[int, int]:
    """Return where a meeting is first told: article and offset."""
    s = record.sightings[0]
    return s.article, s.mention.start


def name_meetings(account: Account) -> list[str]:
    """Name every meeting by its first piece of evidence, so that names last."""
    ids, seen = [], set()
    for record in account.records:
        first = min(record.sightings, key=lambda s: (s.article, s.mention.start))
        source = account.sources[first.article]
        salt = 0
        while True:
            text = f"{source.sha256}:{first.mention.start}:{sorted(record.people)}:{salt}"
            name = "m-" + hashlib.sha256(text.encode()).hexdigest()[:8]
            if name not in seen:
                break
            salt += 1
        seen.add(name)
        ids.append(name)
    return ids


def meeting_row(meeting_id: str, record: Record) -> Row:
    """Write a record as a row of meetings."""
    days = record.days
    best = next((s for s in record.sightings if s.days == days), None) or next(
        (s for s in record.sightings if s.days), record.sightings[0]
    )
    basis = best.basis
    if record.reasons:
        basis += "; merged: " + "; ".join(dict.fromkeys(record.reasons))
    place = _place(record)
    row = bounds(days, basis)
    if days is not None and days.end == date.max:
        row["start"] = None  # one bound alone would read as a day; it stays in edtf and date_basis
    return {
        "meeting_id": meeting_id,
        "status": record.status,
        "mode": _mode(record),
        **row,
        "place": (place.place if place else "") or None,
        "place_country": (place.place_country if place else "") or None,
        "event": next((s.event for s in record.sightings if s.event), None),
        "n_articles": len({s.article for s in record.sightings}),
    }


def _mode(record: Record) -> str:
    seen = [s.mode for s in record.sightings if s.mode != "unknown"]
    if not seen:
        return "unknown"
    strong = [s.mode for s in record.sightings if s.mode in ("video", "phone")]
    return strong[0] if strong else seen[0]


def _place(record: Record) -> Sighting | None:
    """Choose the sighting with the most exact place: a building in the city first named."""
    cities = [s for s in record.sightings if s.place]
    if not cities:
        return next((s for s in record.sightings if s.place_country), None)
    city = cities[0].place.split(", ")[-1]
    return next((s for s in cities if s.place.endswith(f", {city}")), cities[0])


def participation_rows(meeting_id: str, record: Record) -> Iterator[Row]:
    """Write the participants of a record as rows of participations."""
    people: dict[str, tuple[Identity, int]] = {}
    for s in record.sightings:
        for number, side in enumerate(s.sides):
            for identity in side:
                known = people.get(identity.person_id)
                if known is None or (
                    known[0].resolved_by in ("pronoun", "role", "surname")
                    and identity.resolved_by in ("named", "alias", "misspelling")
                ):
                    people[identity.person_id] = (identity, known[1] if known else number)
    if any(s.mention.frame in NAMING for s in record.sightings):
        people = {p: v for p, v in people.items() if v[0].kind == "person"}
    headed = {i.country for i, _ in people.values() if i.kind == "person"}
    if sum(i.kind == "person" for i, _ in people.values()) > 1:
        # A delegation whose head is named is that person.
        people = {p: v for p, v in people.items() if not (v[0].kind == "body" and v[0].country in headed)}
    sides = _sides(people)
    for person_id, (identity, _) in people.items():
        yield {
            "meeting_id": meeting_id,
            "person_id": person_id,
            "name": identity.name or None,
            "role": identity.role or None,
            "country": frame_country(identity.country) or None,
            "kind": identity.kind,
            "side": sides[person_id],
            "resolved_by": identity.resolved_by,
            "candidates": " | ".join(identity.candidates) or None,
        }


def _sides(people: dict[str, tuple[Identity, int]]) -> dict[str, int]:
    """Give every participant the number of a side: one country is one side where several countries met."""
    countries = {i.country for i, _ in people.values() if i.country}
    keys: dict[str, str] = {}
    for person_id, (identity, number) in people.items():
        if len(countries) > 1:
            keys[person_id] = identity.country or f"side {number}"
        else:
            members = sum(1 for _, n in people.values() if n == number)
            keys[person_id] = f"side {number}" if members < len(people) else person_id
    order = list(dict.fromkeys(keys.values()))
    return {person_id: order.index(key) for person_id, key in keys.items()}


def evidence_rows(meeting_id: str, record: Record, account: Account) -> Iterator[Row]:
    """Write what supports a record as rows of evidence, each once."""
    seen = set()
    for s in sorted(record.sightings, key=lambda s: (s.article, s.mention.start)):
        text = account.sources[s.article].text
        for field, start, end, rule in s.spans:
            key = (s.article, field, start, end, rule)
            if key not in seen:
                seen.add(key)
                yield {
                    "meeting_id": meeting_id,
                    "article_id": article_id_of(account, s.article),
                    "field": field,
                    "start": start,
                    "end": end,
                    "surface": text[start:end],
                    "rule": rule,
                }
