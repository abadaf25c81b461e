"""Encounters: who met whom is a join across sides."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.analyse.encounters import meetings_table, pair_rows, who_met_whom
from helpers.analyse.filters import Filters, apply_filters
from helpers.errors import FilterError
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus


def test_pairs_of_the_seeds() -> None:
    pairs = who_met_whom(handmade_corpus())
    rows = [(r.a, r.b, r.n_meetings, r.n_articles) for r in pairs.itertuples()]
    assert rows[0] == ("Ben Wallace", "Lloyd Austin", 2, 2)
    assert ("James Cleverly", "Antony Blinken", 1, 2) in rows
    assert len(rows) == 5


def test_planned_meetings_count_only_when_asked_for() -> None:
    corpus = handmade_corpus()
    both = who_met_whom(corpus, status=("held", "planned"))
    assert both.set_index("b").loc["Lloyd Austin", "n_meetings"] == 3
    assert len(who_met_whom(corpus, status=("cancelled",))) == 0


@pytest.mark.parametrize("by", ["person", "country"])
def test_nobody_meets_himself_and_a_pair_stands_once(by: str) -> None:
    pairs = who_met_whom(synthetic_corpus(80, 5), by=by)  # type: ignore[arg-type]
    assert (pairs["a_id"] != pairs["b_id"]).all()
    unordered = [frozenset(p) for p in zip(pairs["a_id"], pairs["b_id"], strict=True)]
    assert len(unordered) == len(set(unordered))
    assert (pairs["first"].dropna() <= pairs["last"][pairs["first"].notna()]).all()


def test_members_of_one_side_did_not_meet() -> None:
    corpus = synthetic_corpus(80, 5)
    sides = corpus.participations.set_index(["meeting_id", "person_id"])["side"]
    rows = pair_rows(corpus)
    assert len(rows) > 0
    assert all(
        sides[m, a] != sides[m, b]
        for m, a, b in zip(rows["meeting_id"], rows["a_id"], rows["b_id"], strict=True)
    )


def test_an_empty_corpus_gives_the_same_columns_and_dtypes() -> None:
    corpus = handmade_corpus()
    nothing = who_met_whom(apply_filters(corpus, Filters(words="xyzzy")))
    assert nothing.dtypes.to_dict() == who_met_whom(corpus).dtypes.to_dict()
    assert len(nothing) == 0


def test_an_unknown_grouping_is_refused() -> None:
    with pytest.raises(FilterError) as caught:
        who_met_whom(handmade_corpus(), by="side")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Unknown by 'side' in who_met_whom. Allowed: 'person', 'country'. Choose one of them."
    )


def test_one_readable_row_a_meeting() -> None:
    table = meetings_table(handmade_corpus())
    assert len(table) == 9
    row = table[table["participants"].str.contains("Cleverly")].iloc[0]
    assert isinstance(row["participants"], str)
    assert "Antony Blinken (US)" in row["participants"]
    assert not table.isna().all(axis=None)
    assert isinstance(table, pd.DataFrame)
