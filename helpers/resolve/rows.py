"""Rows: the account as the rows of the eight frames."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import pandas as pd

from helpers import schema
from helpers.extract.tense import find_tense
from helpers.knowledge.records import frame_country
from helpers.resolve.account import Account
from helpers.resolve.dates import resolve_dates
from helpers.resolve.meeting_rows import (
    Row,
    article_id_of,
    bounds,
    evidence_rows,
    first_place,
    meeting_row,
    name_meetings,
    participation_rows,
)
from helpers.resolve.people import Identity
from helpers.resolve.records import Record


def build_frames(account: Account) -> dict[str, pd.DataFrame]:
    """Build the eight frames from the account.

    Parameters
    ----------
    account : Account
        From `helpers.resolve.account.resolve_account`.

    Returns
    -------
    dict of DataFrame
        By the names of `helpers.schema.FRAMES`; rows in a fixed order.
    """
    ids = name_meetings(account)
    meetings = sorted(zip(ids, account.records, strict=True), key=lambda p: (first_place(p[1]), p[0]))
    spans = _meeting_spans(account, meetings)
    statements = list(_statements(account))
    rows: dict[str, Iterable[Row]] = {
        "articles": _articles(account),
        "mentions": _mentions(account),
        "people": _people(account, meetings),
        "meetings": [meeting_row(i, r) for i, r in meetings],
        "participations": [row for i, r in meetings for row in participation_rows(i, r)],
        "evidence": [row for i, r in meetings for row in evidence_rows(i, r, account)],
        "statements": statements,
        "topics": _topics(account, statements, spans),
    }
    return {name: schema.build_frame(name, rows[name]) for name in schema.FRAMES}


def _articles(account: Account) -> Iterator[Row]:
    for i, (source, publication) in enumerate(zip(account.sources, account.publications, strict=True)):
        basis = publication.basis
        if publication.conflicts:
            basis = f"{basis}; " + "; ".join(publication.conflicts)
        yield {
            "article_id": article_id_of(account, i),
            "source": source.source,
            "title": source.title,
            "outlet": source.outlet,
            "url": source.url,
            "language": "en",
            "text": source.text,
            "sha256": source.sha256,
            **bounds(publication.days, basis),
            "encoding": source.encoding,
            "n_masked": source.n_masked,
        }


def _mentions(account: Account) -> Iterator[Row]:
    for i, facts in enumerate(account.facts):
        text, published = account.sources[i].text, account.publications[i].days
        found: list[Row] = []
        for number, m in enumerate(facts.persons):
            if m.form in ("body", "group") or (m.form == "pronoun" and not m.key):
                continue
            identity = account.identities[i].get(m.key)
            kind = "person" if m.name or m.form == "pronoun" else "role"
            identity = identity or account.roles[i].get(number)
            found.append(_span(kind, m.start, m.end, text, identity.person_id if identity else None))
        found += [_span("place", p.start, p.end, text, p.name) for p in facts.places]
        tenses = [find_tense(text, d.start) for d in facts.dates]
        days = resolve_dates([d.symbol for d in facts.dates], published, tenses)
        for d, known in zip(facts.dates, days, strict=True):
            limits = bounds(known, "")
            row = _span("date", d.start, d.end, text, limits.get("edtf"))
            found.append(row | {"date_start": limits.get("start"), "date_end": limits.get("end")})
        for row in sorted(found, key=lambda r: (r["start"], r["end"], r["kind"])):
            yield {"article_id": article_id_of(account, i), **row}


def _span(kind: str, start: int, end: int, text: str, value: str | None) -> Row:
    return {"kind": kind, "start": start, "end": end, "surface": text[start:end], "value": value or None}


def _people(account: Account, meetings: list[tuple[str, Record]]) -> list[Row]:
    best: dict[str, Identity] = {}
    articles: dict[str, set[int]] = {}
    counts: dict[str, int] = {}
    for i, people in enumerate(account.identities):
        for identity in (*people.values(), *account.roles[i].values()):
            _keep(best, identity)
            articles.setdefault(identity.person_id, set()).add(i)
    for _, record in meetings:
        for person_id, s in record.people.items():
            identity = s.people[person_id]
            if identity.kind == "person":
                _keep(best, identity)
                articles.setdefault(person_id, set()).update(
                    o.article for o in record.sightings if person_id in o.people
                )
                counts[person_id] = counts.get(person_id, 0) + 1
    return [
        {
            "person_id": person_id,
            "name": identity.name or None,
            "country": frame_country(identity.country) or None,
            "role": identity.role or None,
            "in_roster": identity.in_roster,
            "n_meetings": counts.get(person_id, 0),
            "n_articles": len(articles[person_id]),
        }
        for person_id, identity in sorted(best.items())
    ]


def _keep(best: dict[str, Identity], identity: Identity) -> None:
    known = best.get(identity.person_id)
    if known is None or (not known.role and identity.role) or (not known.country and identity.country):
        best[identity.person_id] = identity


def _statements(account: Account) -> Iterator[Row]:
    for i, facts in enumerate(account.facts):
        source = account.sources[i]
        for s in facts.statements:
            speaker = facts.persons[s.speaker] if s.speaker >= 0 else None
            identity = account.identities[i].get(speaker.key) if speaker else None
            name = (
                identity.name if identity else (source.text[speaker.start : speaker.end] if speaker else None)
            )
            key = hashlib.sha256(
                f"{source.sha256}:{source.source}:{s.start}:{s.end}:{s.kind}".encode()
            ).hexdigest()[:8]
            yield {
                "statement_id": f"s-{key}",
                "article_id": article_id_of(account, i),
                "person_id": identity.person_id if identity else None,
                "name": " ".join(name.split()) if name else None,
                "cue": s.cue or None,
                "kind": s.kind,
                "start": s.start,
                "end": s.end,
                "surface": source.text[s.start : s.end],
            }


def _meeting_spans(
    account: Account, meetings: list[tuple[str, Record]]
) -> dict[int, list[tuple[int, int, str]]]:
    """Return, for each article, the sentences that report a meeting."""
    spans: dict[int, list[tuple[int, int, str]]] = {}
    for meeting_id, record in meetings:
        for s in record.sightings:
            sentence = account.facts[s.article].sentences[s.mention.sentence]
            spans.setdefault(s.article, []).append((sentence.start, sentence.end, meeting_id))
    return {i: sorted(set(rows)) for i, rows in spans.items()}


def _topics(
    account: Account, statements: list[Row], spans: dict[int, list[tuple[int, int, str]]]
) -> Iterator[Row]:
    spoken: dict[str, list[Row]] = {}
    for row in statements:
        spoken.setdefault(row["article_id"], []).append(row)
    for i, facts in enumerate(account.facts):
        article_id = article_id_of(account, i)
        for hit in facts.topics:
            said = next(
                (r for r in spoken.get(article_id, ()) if r["start"] <= hit.start and hit.end <= r["end"]),
                None,
            )
            met = next((m for a, b, m in spans.get(i, ()) if a <= hit.start and hit.end <= b), None)
            yield {
                "article_id": article_id,
                "topic": hit.topic,
                "term": hit.term,
                "start": hit.start,
                "end": hit.end,
                "statement_id": said["statement_id"] if said else None,
                "meeting_id": met,
            }
