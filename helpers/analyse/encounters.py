"""Encounters: who met whom, as pairs, and the meetings as readable rows."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from helpers.analyse.about import link_topics
from helpers.analyse.wording import describe_days, describe_participants
from helpers.corpus import Corpus
from helpers.errors import FilterError, not_allowed
from helpers.schema import DAY, STATUSES

By = Literal["person", "country"]

_PAIRS = {
    "a_id": "string", "a": "string", "a_country": "string",
    "b_id": "string", "b": "string", "b_country": "string",
    "n_meetings": "int64", "n_articles": "int64", "first": DAY, "last": DAY,
}  # fmt: skip


def who_met_whom(
    corpus: Corpus, *, status: tuple[str, ...] = ("held",), by: By = "person", include_bodies: bool = False
) -> pd.DataFrame:
    """Count the meetings of every pair of people or countries.

    Only participants on different sides of a meeting count as having met, and
    only meetings that were held unless other statuses are asked for.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    status : tuple of str, default ('held',)
        Statuses to count; see `helpers.schema.STATUSES`.
    by : {'person', 'country'}, default 'person'
        A country does not meet itself; participants without one are left out.
    include_bodies : bool, default False
        Whether bodies such as delegations count as persons. Countries always
        count the bodies that act for them.

    Returns
    -------
    DataFrame, shape (n_pairs, 10)
        One row for an unordered pair, `a` before `b` by country and name.

        ========== ======== ==================================================
        column     dtype    meaning
        ========== ======== ==================================================
        a_id, b_id string   person_id, or the country
        a, b       string   name, or the country
        a_country  string   country acted for, may be missing; also b_country
        n_meetings int64    meetings of the two, at least 1
        n_articles int64    articles that report them
        first      datetime first day on which one of them can have been
        last       datetime last day on which one of them can have been
        ========== ======== ==================================================

        Most meetings first, then by country and name. No meeting gives the
        same columns and dtypes.

    Raises
    ------
    FilterError
        If `status` or `by` is not allowed.

    See Also
    --------
    meetings_table : one row a meeting, to read what is behind a count.
    """
    rows = pair_rows(corpus, status=status, by=by, include_bodies=include_bodies or by == "country")
    if rows.empty:
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in _PAIRS.items()})
    keys = ["a_order", "b_order"]
    names = ["a_id", "a", "a_country", "b_id", "b", "b_country"]
    links = corpus.evidence[["meeting_id", "article_id"]].drop_duplicates()
    groups = rows.groupby(keys, sort=True)
    pairs = groups[names].first()
    pairs["n_meetings"] = groups["meeting_id"].nunique()
    articles = rows[[*keys, "meeting_id"]].merge(links, on="meeting_id").groupby(keys)["article_id"].nunique()
    pairs["n_articles"] = articles.reindex(pairs.index).fillna(0).astype("int64")
    pairs["first"], pairs["last"] = groups["start"].min(), groups["end"].max()
    pairs = pairs.reset_index().sort_values(["n_meetings", *keys], ascending=[False, True, True])
    return pairs[list(_PAIRS)].astype(_PAIRS).reset_index(drop=True)


def pair_rows(
    corpus: Corpus, *, status: tuple[str, ...] = STATUSES, by: By = "person", include_bodies: bool = True
) -> pd.DataFrame:
    """Join the participants of every meeting across its sides.

    Parameters
    ----------
    corpus : Corpus
    status : tuple of str, default all
    by : {'person', 'country'}, default 'person'
    include_bodies : bool, default True

    Returns
    -------
    DataFrame
        One row for a meeting and unordered pair: meeting_id, start, end, status
        and for both of the pair a_order, a_id, a, a_country (and with b). Order
        numbers rank all actors by country, then name.

    Raises
    ------
    FilterError
        If `status` or `by` is not allowed.
    """
    actors = _actors(corpus, _check_status(status), by)
    if not include_bodies:
        actors = actors[actors["kind"] == "person"]
    actors = actors[actors["id"].notna()].drop_duplicates(["meeting_id", "side", "id"])
    ranked = actors[["id", "name", "country"]].drop_duplicates("id")
    ranked = ranked.sort_values(["country", "name", "id"], na_position="last", kind="stable")
    ranked["order"] = range(len(ranked))
    one = actors[["meeting_id", "side", "id"]].merge(ranked, on="id")
    both = one.merge(one, on="meeting_id", suffixes=("_a", "_b"))
    both = both[(both["side_a"] != both["side_b"]) & (both["order_a"] < both["order_b"])]
    both = both.drop_duplicates(["meeting_id", "order_a", "order_b"])
    out = pd.DataFrame({"meeting_id": both["meeting_id"]})
    for end in ("a", "b"):
        out[f"{end}_order"], out[f"{end}_id"] = both[f"order_{end}"], both[f"id_{end}"]
        out[end], out[f"{end}_country"] = both[f"name_{end}"], both[f"country_{end}"]
    meetings = corpus.meetings[["meeting_id", "start", "end", "status"]]
    return out.merge(meetings, on="meeting_id").reset_index(drop=True)


def _actors(corpus: Corpus, status: tuple[str, ...], by: str) -> pd.DataFrame:
    if by not in ("person", "country"):
        raise FilterError(
            not_allowed("by", by, ["person", "country"], where="who_met_whom", hint="Choose one of them.")
        )
    kept = corpus.meetings.loc[corpus.meetings["status"].isin(status), "meeting_id"]
    actors = corpus.participations[corpus.participations["meeting_id"].isin(kept)]
    actors = actors[["meeting_id", "side", "kind", "person_id", "name", "role", "country"]]
    if by == "country":
        return actors.assign(id=actors["country"], name=actors["country"])
    known = corpus.people.set_index("person_id")
    name = actors["person_id"].map(known["name"]).fillna(actors["name"]).fillna(actors["role"])
    country = actors["person_id"].map(known["country"]).fillna(actors["country"])
    return actors.assign(id=actors["person_id"], name=name.fillna(actors["person_id"]), country=country)


def _check_status(status: tuple[str, ...] | str) -> tuple[str, ...]:
    chosen = (status,) if isinstance(status, str) else tuple(status)
    for value in chosen:
        if value not in STATUSES:
            raise FilterError(
                not_allowed("status", value, STATUSES, where="who_met_whom", hint="Choose some of them.")
            )
    return chosen


def meetings_table(corpus: Corpus) -> pd.DataFrame:
    """Return one readable row for every meeting.

    Parameters
    ----------
    corpus : Corpus
        Not changed.

    Returns
    -------
    DataFrame, shape (n_meetings, 9)
        meeting_id, days (in words), status, mode, participants ("Lloyd Austin (US) –
        Ben Wallace (GB)": sides joined by a dash, members of one side by a
        comma), place, topics, n_articles and articles (their sources). Ordered
        by first possible day, undated meetings last. All text but n_articles;
        text that is not known is missing.
    """
    meetings = corpus.meetings.sort_values(["start", "end", "meeting_id"], na_position="last", kind="stable")
    key = meetings["meeting_id"]
    place = meetings["place"].fillna(meetings["event"])
    country = meetings["place_country"]
    place = place.mask(meetings["place"].notna() & country.notna(), place + " (" + country + ")")
    links = corpus.evidence[["meeting_id", "article_id"]].drop_duplicates()
    links = links.merge(corpus.articles[["article_id", "source"]], on="article_id")
    topics = link_topics(corpus)[["meeting_id", "topic"]].drop_duplicates()
    table = pd.DataFrame(
        {
            "meeting_id": key,
            "days": describe_days(meetings),
            "status": meetings["status"].astype("string"),
            "mode": meetings["mode"].astype("string"),
            "participants": key.map(join_participants(corpus)).astype("string"),
            "place": place.astype("string"),
            "topics": key.map(_joined(topics, "topic", ", ")).astype("string"),
            "n_articles": meetings["n_articles"],
            "articles": key.map(_joined(links, "source", ", ")).astype("string"),
        }
    )
    return table.reset_index(drop=True)


def join_participants(corpus: Corpus) -> pd.Series:
    """Return the participants of every meeting as one text, by meeting_id."""
    joined = corpus.participations.assign(label=describe_participants(corpus.participations))
    sides = joined.groupby(["meeting_id", "side"], sort=True)["label"].agg(", ".join)
    return sides.groupby(level="meeting_id").agg(" – ".join).astype("string")


def _joined(table: pd.DataFrame, column: str, between: str) -> pd.Series:
    ordered = table.sort_values(["meeting_id", column])
    return ordered.groupby("meeting_id")[column].agg(between.join).astype("string")
