"""The seeds' right answers, written by hand, so that figures can be tested without extraction."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from helpers.corpus import Corpus, hash_articles
from helpers.days import parse_edtf
from helpers.schema import build_frame

SEEDS = Path(__file__).parent.parent / "seeds"

_PEOPLE = {
    "lloyd-austin": ("Lloyd Austin", "US", "secretary of defense"),
    "ben-wallace": ("Ben Wallace", "GB", "defence secretary"),
    "john-healey": ("John Healey", "GB", "defence secretary"),
    "pete-hegseth": ("Pete Hegseth", "US", "secretary of defense"),
    "keir-starmer": ("Keir Starmer", "GB", "prime minister"),
    "donald-trump": ("Donald Trump", "US", "president"),
    "antony-blinken": ("Antony Blinken", "US", "secretary of state"),
    "james-cleverly": ("James Cleverly", "GB", "foreign secretary"),
    "winston-churchill": ("Winston Churchill", "GB", "prime minister"),
    "franklin-d-roosevelt": ("Franklin D. Roosevelt", "US", "president"),
}
_PUBLISHED = (
    "2022-05-12",
    "[2022-09-21..2022-10-25]",
    "[2025-03-03..2025-03-05]",
    "2023-01-18",
    "[2023-01-17..2023-11-13]",
)
# meeting: status, EDTF, place, participants, evidence (article, surface)
_MEETINGS = (
    ("held", "2022-05-11", "Washington", "US", ("lloyd-austin", "ben-wallace"),
     ((0, "United States Secretary of Defence Lloyd Austin recently met with his British "
          "counterpart Ben Wallace in Washington"),)),
    ("planned", "2022-06", None, None, ("lloyd-austin", "ben-wallace"),
     ((0, "both sides look forward to meeting again in the next month for the North Atlantic "
          "Treaty Organization (NATO) Defense Ministerial"),)),
    ("held", "[2022-09-27,2022-10-04,2022-10-11]", "Washington", "US", ("lloyd-austin", "ben-wallace"),
     ((1, "UK Defense Minister Ben Wallace met with the US Defense Minister in Washington this week"),)),
    ("planned", "2025-03-06", "Washington", "US", ("john-healey", "pete-hegseth"),
     ((2, "During a bilateral meeting on Thursday, the two defense ministers are to discuss a "
          "plan to achieve peace in Ukraine"),)),
    ("held", "[2025-02-24..2025-03-02]", "Washington", "US", ("keir-starmer", "donald-trump"),
     ((2, "Prime Minister Keir Starmer's visit to Washington last week"),)),
    ("held", "2025-02", None, None, ("john-healey", "pete-hegseth"),
     ((2, "the first meeting between the two defense ministers last month"),)),
    ("held", "2025-03-01/2025-03-02", "London", "GB", ("international leaders",),
     ((2, "discussions that took place last weekend in London during a meeting of international leaders"),)),
    ("held", "[2023-01-17..2023-01-18]", "Department of State", "US", ("antony-blinken", "james-cleverly"),
     ((3, "Secretary Antony Blinken met with the Foreign Secretary of the United Kingdom (UK) "
          "James Cleverly at the Department of State."),
      (4, "In a recent meeting, Secretary of State Antony Blinken and British Foreign "
          "Secretary James Cleverly reaffirmed their support to Ukraine"))),
    ("held", "1943", "Casablanca", "MA", ("winston-churchill", "franklin-d-roosevelt"),
     ((3, "the Casablanca conference in 1943, where Winston Churchill and Roosevelt planned "
          "the liberation of Europe"),)),
)  # fmt: skip
_TOPICS = {
    "Ukraine": "war in Ukraine",
    "Iran": "Iran",
    "NATO": "alliances",
    "trade": "trade",
    "security assistance": "arms aid",
}


def handmade_corpus() -> Corpus:
    """Return the seeds with the meetings that a careful reader finds in them."""
    files = sorted(SEEDS.glob("0*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    ids = [file.name for file in files]
    rows: dict[str, list[dict[str, object]]] = {
        name: [] for name in ("articles", "meetings", "participations", "evidence")
    }
    rows |= {"mentions": [], "statements": [], "topics": [], "people": []}
    for key, text, edtf in zip(ids, texts, _PUBLISHED, strict=True):
        days = parse_edtf(edtf)
        rows["articles"].append(
            {"article_id": key, "source": key, "language": "en", "text": text, "start": days.start,
             "end": days.end, "sha256": hashlib.sha256(text.encode()).hexdigest(), "edtf": edtf,
             "date_basis": "written by hand", "encoding": "utf-8", "n_masked": 0}
        )  # fmt: skip
    for number, (status, edtf, place, country, who, proofs) in enumerate(_MEETINGS):
        _add(
            rows,
            f"m-{number:04d}",
            status,
            edtf,
            place,
            country,
            who,
            [(ids[a], texts[a], s) for a, s in proofs],
        )
    for key, text in zip(ids, texts, strict=True):
        _add_topics(rows, key, text)
    for key, (name, country, role) in _PEOPLE.items():
        rows["people"].append(
            {"person_id": key, "name": name, "country": country, "role": role, "in_roster": True,
             "n_meetings": sum(r["person_id"] == key for r in rows["participations"]), "n_articles": 1}
        )  # fmt: skip
    frames = {name: build_frame(name, rows[name]) for name in rows}
    meta = {
        "path": "seeds",
        "version": "0.0.0",
        "warnings": [],
        "corpus_hash": hash_articles(frames["articles"]),
    }
    return Corpus(**frames, meta=meta)


def _add(
    rows: dict[str, list[dict[str, object]]], meeting: str, status: str, edtf: str, place: str | None,
    country: str | None, who: tuple[str, ...], proofs: list[tuple[str, str, str]],
) -> None:  # fmt: skip
    days = parse_edtf(edtf)
    rows["meetings"].append(
        {"meeting_id": meeting, "status": status, "mode": "in_person", "start": days.start, "end": days.end,
         "edtf": edtf, "date_basis": "written by hand", "place": place, "place_country": country,
         "n_articles": len(proofs)}
    )  # fmt: skip
    for side, key in enumerate(who):
        name, home, role = _PEOPLE.get(key, (key, None, None))
        rows["participations"].append(
            {"meeting_id": meeting, "person_id": key, "name": name, "role": role, "country": home,
             "side": side, "kind": "person" if key in _PEOPLE else "body", "resolved_by": "named"}
        )  # fmt: skip
    for article, text, surface in proofs:
        at = text.index(surface)
        found = {"meeting_id": meeting, "article_id": article}
        rows["evidence"].append(
            {
                **found,
                "field": "meeting",
                "start": at,
                "end": at + len(surface),
                "surface": surface,
                "rule": "met_with",
            }
        )
        for key in who:
            name = key if key not in _PEOPLE else _PEOPLE[key][0]
            if name in surface:
                start = at + surface.index(name)
                rows["evidence"].append(
                    {**found, "field": "participant", "start": start, "end": start + len(name),
                     "surface": name, "rule": "full name"}
                )  # fmt: skip


def _add_topics(rows: dict[str, list[dict[str, object]]], article: str, text: str) -> None:
    year = date.fromisoformat(str(rows["articles"][0]["start"])).year
    meetings = [str(r["meeting_id"]) for r in rows["evidence"] if r["article_id"] == article]
    speakers = {
        str(r["person_id"])
        for r in rows["participations"]
        if r["meeting_id"] in meetings and r["kind"] == "person"
    }
    for speaker in sorted(speakers):
        at = text.find("said")
        rows["statements"].append(
            {"statement_id": f"s-{article}-{speaker}-{year}", "article_id": article, "person_id": speaker,
             "name": _PEOPLE[speaker][0], "cue": "said", "kind": "indirect", "start": at, "end": at + 4,
             "surface": text[at : at + 4]}
        )  # fmt: skip
    for term, topic in _TOPICS.items():
        at = -1
        for number in range(text.count(term)):
            at = text.index(term, at + 1)
            speaker = sorted(speakers)[number % len(speakers)]
            rows["topics"].append(
                {"article_id": article, "topic": topic, "term": term.lower(), "start": at,
                 "end": at + len(term), "statement_id": f"s-{article}-{speaker}-{year}",
            "meeting_id": meetings[0]}, )  # fmt: skip
