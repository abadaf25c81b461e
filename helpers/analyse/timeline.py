"""Timeline: a row for every meeting and lane, with how well its day is known."""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

from helpers.analyse.encounters import join_participants, pair_rows
from helpers.analyse.wording import CERTAINTIES, describe_days, read_certainty
from helpers.corpus import Corpus
from helpers.errors import FilterError, not_allowed
from helpers.schema import DAY, MODES, STATUSES

Lanes = Literal["pair", "country"]

_LAST = 1 << 30
_COLUMNS = (
    "lane_order", "lane", "meeting_id", "status", "mode", "start", "end", "certainty", "edtf", "days",
    "n_articles",
)  # fmt: skip


def timeline_table(corpus: Corpus, *, lanes: Lanes = "pair") -> pd.DataFrame:
    """Lay every meeting into the lanes of the pairs that met or would meet.

    A meeting of several sides stands in the lane of every pair; a meeting of
    which only one side is named has a lane of its own, so that none is lost.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    lanes : {'pair', 'country'}, default 'pair'
        Pairs of participants (people or bodies), or pairs of countries.

    Returns
    -------
    DataFrame, shape (n_rows, 11)
        lane_order (int64: by country, then name), lane, meeting_id, status,
        mode, start, end, certainty (category: day, span, one_of, within, month,
        year, none), edtf, days (in words), n_articles. Ordered by lane, then day.

    Raises
    ------
    FilterError
        If `lanes` is not allowed.
    """
    if lanes not in get_args(Lanes):
        hint = "Choose one of them."
        raise FilterError(not_allowed("lanes", lanes, get_args(Lanes), where="timeline_table", hint=hint))
    by: Literal["person", "country"] = "person" if lanes == "pair" else "country"
    rows = pair_rows(corpus, by=by)
    paired = pd.DataFrame(
        {
            "meeting_id": rows["meeting_id"],
            "lane": _named(rows, "a", lanes) + " – " + _named(rows, "b", lanes),
            "first": rows["a_order"],
            "second": rows["b_order"],
        }
    )
    laid = pd.concat([paired, _single(corpus, paired, lanes)], ignore_index=True)
    order = laid.groupby("lane")[["first", "second"]].min().sort_values(["first", "second"], kind="stable")
    meetings = corpus.meetings
    meetings = meetings.assign(certainty=read_certainty(meetings), days=describe_days(meetings))
    table = laid[["meeting_id", "lane"]].merge(meetings, on="meeting_id")
    table["lane_order"] = table["lane"].map(pd.Series(range(len(order)), index=order.index)).astype("int64")
    table = table.sort_values(["lane_order", "start", "end", "meeting_id"], na_position="last", kind="stable")
    return _typed(table[list(_COLUMNS)].reset_index(drop=True))


def _named(rows: pd.DataFrame, end: str, lanes: str) -> pd.Series:
    if lanes == "country":
        return rows[end].astype("string")
    name, country = rows[end].astype("string"), rows[f"{end}_country"].astype("string")
    return name.mask(country.notna(), name + " (" + country + ")")


def _single(corpus: Corpus, paired: pd.DataFrame, lanes: str) -> pd.DataFrame:
    """Return lanes for the meetings that stand in no pair, so that none is lost."""
    alone = corpus.meetings.loc[~corpus.meetings["meeting_id"].isin(paired["meeting_id"]), "meeting_id"]
    joined = corpus.participations[corpus.participations["meeting_id"].isin(alone)]
    is_group = joined["kind"].eq("body").groupby(joined["meeting_id"]).all()
    names = join_participants(corpus)
    tail = pd.Series(" – others not named", index=alone.index).mask(alone.map(is_group).eq(True), "")
    if lanes == "country":
        acting = joined.groupby("meeting_id")["country"]
        one, every = acting.min(), acting.agg(lambda c: bool(c.notna().all() and len(c) > 1))
        country = alone.map(one).astype("string")
        domestic = ("within " + country).where(alone.map(every).eq(True), country + " – country not known")
        lane = domestic.fillna(alone.map(names).astype("string"))
    else:
        lane = alone.map(names).astype("string") + tail
    lane = lane.astype("string").fillna("participants not named")
    second = lane.rank(method="dense")
    return pd.DataFrame({"meeting_id": alone, "lane": lane, "first": _LAST, "second": second})


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    dtypes = {"lane": "string", "meeting_id": "string", "edtf": "string", "days": "string"}
    table = table.astype({**dtypes, "start": DAY, "end": DAY, "n_articles": "int64", "lane_order": "int64"})
    closed = {"status": STATUSES, "mode": MODES, "certainty": CERTAINTIES}
    for name, values in closed.items():
        table[name] = pd.Categorical(table[name], categories=list(values))
    return table
