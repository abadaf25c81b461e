"""A corpus of invented meetings, with hostile text in it, for tests of tables and figures."""

from __future__ import annotations

import hashlib
import random
from datetime import date, timedelta

from helpers.corpus import Corpus, hash_articles
from helpers.days import Days, day, month, one_of, span, within
from helpers.schema import MODES, STATUSES, build_frame

HOSTILE_NAMES = (
    "<script>alert('name')</script>",
    '=HYPERLINK("http://example.invalid";"x")',
    "Ada $\\frac{1}{0}$ Byron",
    "محمد العربي",
    "Zoë 🕊️ Ångström",
    "Maria da Conceição " + "de Albuquerque " * 12 + "Pereira",
)
_GIVEN = ("Ana", "Bo", "Carl", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "June", "Kai", "Lea")
_FAMILY = ("Arden", "Brook", "Calder", "Dunne", "Esk", "Fenn", "Glass", "Holt", "Iller", "Jarrow")
_COUNTRIES = ("US", "GB", "FR", "DE", "UA", "PL", "TR", "EU", None)
_PLACES = (("Geneva", "CH"), ("Oslo", "NO"), ("Vienna", "AT"), (None, None))
_TOPICS = ("armed conflict", "sanctions", "trade", "energy", "human rights")


def synthetic_corpus(n_meetings: int, seed: int = 0) -> Corpus:
    """Return a schema-conform corpus of invented meetings.

    Parameters
    ----------
    n_meetings : int
        0 gives the empty corpus.
    seed : int, default 0
        The same numbers give the same corpus.
    """
    dice = random.Random(f"who met whom {seed}")
    people = _people(dice, n_meetings)
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in ("articles", "mentions", "meetings")}
    rows |= {name: [] for name in ("participations", "evidence", "statements", "topics")}
    for number in range(n_meetings):
        _add_meeting(rows, dice, people, number)
    used = {str(r["person_id"]) for r in rows["participations"] if r["kind"] == "person"}
    rows["people"] = [
        {
            **person,
            "n_meetings": len({r["meeting_id"] for r in rows["participations"] if r["person_id"] == key}),
            "n_articles": len({r["article_id"] for r in rows["mentions"] if r["value"] == key}),
        }
        for key, person in people.items()
        if key in used
    ]
    frames = {name: build_frame(name, rows[name]) for name in rows}
    meta = {
        "path": "synthetic",
        "version": "0.0.0",
        "warnings": [],
        "corpus_hash": hash_articles(frames["articles"]),
    }
    return Corpus(**frames, meta=meta)


def _people(dice: random.Random, n_meetings: int) -> dict[str, dict[str, object]]:
    names = list(HOSTILE_NAMES) if n_meetings else []
    pool = [f"{g} {f}" for g in _GIVEN for f in _FAMILY]
    names += dice.sample(pool, min(len(pool), max(4, n_meetings // 6)))
    return {
        f"p-{i:03d}": {
            "person_id": f"p-{i:03d}",
            "name": name,
            "country": dice.choice(_COUNTRIES),
            "role": "minister <b>of</b> trade",
            "in_roster": i % 2 == 0,
        }
        for i, name in enumerate(names)
    }


def _add_meeting(
    rows: dict[str, list[dict[str, object]]],
    dice: random.Random,
    people: dict[str, dict[str, object]],
    number: int,
) -> None:
    meeting, article, statement = f"m-{number:04d}", f"{number:04d}.txt", f"s-{number:04d}"
    keys = sorted(people)
    present = dice.sample(
        keys[: 6 + max(1, len(keys) // 3)] if dice.random() < 0.7 else keys, dice.choice((2, 2, 2, 3))
    )
    days = _days(dice)
    place, country = dice.choice(_PLACES)
    text, spans = "", {}
    for part, kind in (
        ("Notes & <img src=x onerror=alert(1)>\n\n", ""),
        *((part, kind) for key in present for part, kind in ((str(people[key]["name"]), key), (" met ", ""))),
        (place or "nobody", "place"),
        (" — $5 a day.\n\n“We talk about ", ""),
        (dice.choice(_TOPICS), "topic"),
        ("”, said the host.", ""),
    ):
        if kind:
            spans[kind] = (len(text), len(text) + len(part))
        text += part
    published = date(2022, 1, 1) + timedelta(dice.randrange(1200))
    rows["articles"].append(
        {
            "article_id": article, "source": article, "title": f"<i>Meeting</i> {number}", "language": "en",
            "outlet": dice.choice(("Example Herald", "Daily <Sample>", None)), "text": text,
            "sha256": hashlib.sha256(text.encode()).hexdigest(), "start": published, "end": published,
            "edtf": published.isoformat(), "date_basis": "stated", "encoding": "utf-8", "n_masked": 0,
        }
    )  # fmt: skip
    rows["meetings"].append(
        {
            "meeting_id": meeting, "status": dice.choices(STATUSES, (60, 20, 5, 5, 5, 5))[0],
            "mode": dice.choices(MODES, (70, 10, 5, 15))[0], "place": place, "place_country": country,
            "n_articles": 1, "start": days and days.start, "end": days and days.end,
            "edtf": days and days.edtf, "date_basis": "the article <b>says</b> so" if days else None,
        }
    )  # fmt: skip
    for side, key in enumerate(present):
        is_body = number % 17 == 0 and side == 1
        rows["participations"].append(
            {
                "meeting_id": meeting, "person_id": f"b-{number:04d}" if is_body else key, "side": side,
                "name": f"Delegation {number}" if is_body else people[key]["name"], "role": None,
                "country": people[key]["country"], "kind": "body" if is_body else "person",
                "resolved_by": "named", "candidates": None,
            }
        )  # fmt: skip
        at = {
            "article_id": article,
            "start": spans[key][0],
            "end": spans[key][1],
            "surface": people[key]["name"],
        }
        rows["mentions"].append({**at, "kind": "person", "value": key})
        rows["evidence"].append({**at, "meeting_id": meeting, "field": "participant", "rule": "full name"})
    first, last = text.index("\n\n") + 2, text.index(".\n\n") + 1
    at = {"article_id": article, "start": first, "end": last, "surface": text[first:last]}
    rows["evidence"].append({**at, "meeting_id": meeting, "field": "meeting", "rule": "met_with"})
    first, last = text.index("“"), text.index("”") + 1
    at = {"article_id": article, "start": first, "end": last, "surface": text[first:last]}
    speaker = people[present[0]]
    rows["statements"].append(
        {**at, "statement_id": statement, "person_id": speaker["person_id"], "name": speaker["name"],
         "cue": "said", "kind": "direct"}
    )  # fmt: skip
    first, last = spans["topic"]
    rows["topics"].append(
        {"article_id": article, "topic": text[first:last], "term": text[first:last], "start": first,
         "end": last, "statement_id": statement, "meeting_id": meeting}
    )  # fmt: skip


def _days(dice: random.Random) -> Days | None:
    first = date(2021, 11, 1) + timedelta(dice.randrange(1500))
    kind = dice.choices(("day", "span", "within", "one_of", "month", "none"), (50, 10, 15, 5, 12, 8))[0]
    if kind == "none":
        return None
    if kind == "month":
        return month(first.year, first.month)
    if kind == "one_of":
        return one_of(tuple(first + timedelta(7 * i) for i in range(3)))
    last = first + timedelta(dice.choice((1, 2, 6, 30)))
    return {"day": day(first), "span": span(first, last), "within": within(first, last)}[kind]
