"""The contract of the frames, as one function that every corpus must pass."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.days import parse_edtf
from helpers.schema import FRAMES, KEYS

#: frame, column → the frame and column that it points to
FOREIGN_KEYS = {
    ("mentions", "article_id"): ("articles", "article_id"),
    ("participations", "meeting_id"): ("meetings", "meeting_id"),
    ("evidence", "meeting_id"): ("meetings", "meeting_id"),
    ("evidence", "article_id"): ("articles", "article_id"),
    ("statements", "article_id"): ("articles", "article_id"),
    ("statements", "person_id"): ("people", "person_id"),
    ("topics", "article_id"): ("articles", "article_id"),
    ("topics", "statement_id"): ("statements", "statement_id"),
    ("topics", "meeting_id"): ("meetings", "meeting_id"),
}


def find_breaches(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Return everything in which frames break the contract, one line each; an empty list is good."""
    if list(frames) != list(FRAMES):
        return [f"frames {list(frames)}"]
    found = [line for name, frame in frames.items() for line in _shape(name, frame)]
    if found:
        return found
    return _keys(frames) or [*_offsets(frames), *_days(frames), *_counts(frames)]


def _shape(name: str, frame: pd.DataFrame) -> list[str]:
    columns = FRAMES[name]
    if list(frame.columns) != [c.name for c in columns]:
        return [f"{name}: columns {list(frame.columns)}"]
    found = []
    if not frame.index.equals(pd.RangeIndex(len(frame))):
        found.append(f"{name}: index {frame.index!r}")
    for column in columns:
        series = frame[column.name]
        if str(series.dtype) != column.dtype:
            found.append(f"{name}.{column.name}: dtype {series.dtype}, not {column.dtype}")
        elif column.allowed and tuple(series.cat.categories) != column.allowed:
            found.append(f"{name}.{column.name}: categories {list(series.cat.categories)}")
        if not column.nullable and series.isna().any():
            found.append(f"{name}.{column.name}: {series.isna().sum()} missing")
        if column.dtype == "string" and column.nullable and (series == "").any():
            found.append(f"{name}.{column.name}: empty instead of missing")
    return found


def _keys(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    found = []
    for name, key in KEYS.items():
        twice = frames[name][frames[name].duplicated(list(key))]
        found += [f"{name}: key twice {tuple(row)}" for row in twice[list(key)].itertuples(index=False)]
    for (name, column), (other, target) in FOREIGN_KEYS.items():
        lost = set(frames[name][column].dropna()) - set(frames[other][target])
        found += [f"{name}.{column}: {key!r} is not in {other}" for key in sorted(lost)]
    people = set(frames["people"]["person_id"])
    named = frames["participations"].query("kind == 'person'")["person_id"]
    found += [f"participations.person_id: {key!r} is not in people" for key in sorted(set(named) - people)]
    persons = frames["mentions"].query("kind in ('person', 'role')")["value"].dropna()
    found += [f"mentions.value: {key!r} is not in people" for key in sorted(set(persons) - people)]
    return found


def _offsets(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    texts = dict(zip(frames["articles"]["article_id"], frames["articles"]["text"], strict=True))
    found = []
    for name in ("mentions", "evidence", "statements", "topics"):
        for row in frames[name].itertuples():
            text, where = texts[row.article_id], f"{name} row {row.Index} [{row.start}:{row.end}]"
            if not 0 <= row.start < row.end <= len(text):
                found.append(f"{where}: no span of a text of {len(text)} characters")
            elif name == "topics":
                if " ".join(text[row.start : row.end].lower().split()) != row.term:
                    found.append(f"{where}: term {row.term!r} is not {text[row.start : row.end]!r}")
            elif text[row.start : row.end] != row.surface:
                found.append(f"{where}: {row.surface!r} is not {text[row.start : row.end]!r}")
    return found


def _days(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    found = []
    for name, first, last, edtf in (
        ("articles", "start", "end", "edtf"),
        ("meetings", "start", "end", "edtf"),
        ("mentions", "date_start", "date_end", "value"),
    ):
        table = frames[name] if name != "mentions" else frames[name].query("kind == 'date'")
        for i, start, end, text in table[[first, last, edtf]].itertuples():
            where = f"{name} row {i}: {first} {start}, {last} {end}, {edtf} {text}"
            if pd.isna(text):
                if not (pd.isna(start) and pd.isna(end)):
                    found.append(f"{where}: bounds without EDTF")
                continue
            days = parse_edtf(str(text))
            low = None if str(text).startswith("[..") else pd.Timestamp(days.start)
            high = None if str(text).endswith("..]") else pd.Timestamp(days.end)
            bounds = (None if pd.isna(start) else start, None if pd.isna(end) else end)
            if name == "meetings" and high is None:
                low = None  # a first day alone would read as the day of the meeting
            if bounds != (low, high):
                found.append(f"{where}: bounds do not agree with EDTF")
            if None not in bounds and start > end:
                found.append(f"{where}: ends before it starts")
    others = frames["mentions"].query("kind != 'date'")[["date_start", "date_end"]]
    if others.notna().any(axis=None):
        found.append("mentions: a day on a mention that is no date")
    return found


def _counts(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    found = []
    present, told, mentions = frames["participations"], frames["evidence"], frames["mentions"]
    for row in frames["meetings"].itertuples():
        n = told.loc[told["meeting_id"] == row.meeting_id, "article_id"].nunique()
        if row.n_articles != n:
            found.append(f"meetings row {row.Index}: n_articles {row.n_articles}, evidence from {n}")
        who = present[present["meeting_id"] == row.meeting_id]
        if who.empty:
            found.append(f"meetings row {row.Index}: nobody took part")
        if not (told.loc[told["meeting_id"] == row.meeting_id, "field"] == "meeting").any():
            found.append(f"meetings row {row.Index}: no evidence of the meeting")
        if sorted(set(who["side"])) != list(range(who["side"].nunique())):
            found.append(f"meetings row {row.Index}: sides {sorted(set(who['side']))}")
    for row in frames["people"].itertuples():
        n = present.loc[present["person_id"] == row.person_id, "meeting_id"].nunique()
        if row.n_meetings != n:
            found.append(f"people {row.person_id}: n_meetings {row.n_meetings}, participations {n}")
        meetings = present.loc[present["person_id"] == row.person_id, "meeting_id"]
        named = set(mentions.loc[mentions["value"] == row.person_id, "article_id"])
        reach = named | set(told.loc[told["meeting_id"].isin(meetings), "article_id"])
        if not max(1, len(named)) <= row.n_articles <= len(reach):
            found.append(f"people {row.person_id}: n_articles {row.n_articles}, mentioned in {len(named)}")
    return found
