"""Filters: each kind, together, and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analyse.filters import Filters, allowed_values, apply_filters, count_undatable
from helpers.corpus import Corpus
from helpers.errors import FilterError
from helpers.schema import MODES, STATUSES
from tests.handmade import handmade_corpus
from tests.synthetic import synthetic_corpus


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return handmade_corpus()


@pytest.mark.parametrize(
    ("filters", "n_meetings"),
    [
        (Filters(), 9),
        (Filters(status="held"), 7),
        (Filters(status=("planned",)), 2),
        (Filters(people="ben-wallace"), 3),
        (Filters(people=("ben-wallace", "john-healey")), 5),
        (Filters(countries="GB"), 8),
        (Filters(date_from="2025-01-01"), 4),
        (Filters(date_to="1950-01-01"), 1),
        (Filters(date_from="2022-10-01", date_to="2022-10-31"), 1),
        (Filters(words="Wallace"), 2),
        (Filters(words="wallace pentagon"), 0),
        (Filters(words='"british counterpart"'), 1),
        (Filters(status="held", people="ben-wallace", date_to="2022-06-01"), 1),
    ],
    ids=lambda value: value.describe() if isinstance(value, Filters) else str(value),
)
def test_meetings_that_are_left(corpus: Corpus, filters: Filters, n_meetings: int) -> None:
    part = apply_filters(corpus, filters)
    assert len(part.meetings) == n_meetings
    kept = set(part.meetings["meeting_id"])
    assert set(part.participations["meeting_id"]) == kept
    assert set(part.evidence["meeting_id"]) == kept


def test_the_corpus_is_not_changed(corpus: Corpus) -> None:
    before = {name: frame.copy() for name, frame in corpus.frames().items()}
    apply_filters(corpus, Filters(status="held", words="Wallace"))
    for name, frame in corpus.frames().items():
        assert frame.equals(before[name])


def test_no_filter_keeps_everything_and_is_false(corpus: Corpus) -> None:
    assert not Filters()
    assert Filters(words="x")
    same = apply_filters(corpus, Filters())
    assert all(frame.equals(corpus.frames()[name]) for name, frame in same.frames().items())


CORPUS = synthetic_corpus(40, 3)
VALUES = allowed_values(CORPUS)
DAYS = st.none() | st.dates(date(2019, 1, 1), date(2027, 1, 1))


@st.composite
def some_filters(draw: st.DrawFn) -> Filters:
    first, last = draw(DAYS), draw(DAYS)
    if first and last and first > last:
        first, last = last, first
    return Filters(
        date_from=first,
        date_to=last,
        people=tuple(draw(st.lists(st.sampled_from(VALUES["people"]), max_size=2, unique=True))),
        status=tuple(draw(st.lists(st.sampled_from(STATUSES), max_size=3, unique=True))),
        mode=tuple(draw(st.lists(st.sampled_from(MODES), max_size=2, unique=True))),
    )


@settings(max_examples=40, deadline=None)
@given(some_filters(), st.sampled_from(STATUSES))
def test_narrowing_never_grows_the_result(filters: Filters, status: str) -> None:
    wide = set(apply_filters(CORPUS, filters).meetings["meeting_id"])
    kept = filters.status or STATUSES
    narrower = Filters.from_dict(
        {**filters.to_dict(), "status": [s for s in kept if s == status] or list(kept)}
    )
    assert (
        set(apply_filters(CORPUS, narrower).meetings["meeting_id"])
        <= wide
        <= set(CORPUS.meetings["meeting_id"])
    )


@settings(max_examples=40, deadline=None)
@given(some_filters())
def test_a_filter_survives_as_json_value(filters: Filters) -> None:
    assert Filters.from_dict(filters.to_dict()) == filters


def test_undatable_meetings_are_counted_only_where_days_are_filtered() -> None:
    undated = int((CORPUS.meetings["start"].isna() & CORPUS.meetings["end"].isna()).sum())
    assert undated > 0
    assert count_undatable(CORPUS, Filters()) == 0
    assert count_undatable(CORPUS, Filters(date_from="2000-01-01")) == undated


def test_an_unknown_status_is_refused_with_all_that_is_allowed() -> None:
    with pytest.raises(FilterError) as caught:
        Filters(status="hold")
    assert "'hold'" in str(caught.value)
    assert all(repr(status) in str(caught.value) for status in STATUSES)


def test_an_impossible_range_is_refused() -> None:
    with pytest.raises(FilterError, match="2024-01-02"):
        Filters(date_from="2024-01-02", date_to="2024-01-01")


def test_an_unknown_person_is_refused_by_name(corpus: Corpus) -> None:
    with pytest.raises(FilterError, match="nobody-at-all"):
        apply_filters(corpus, Filters(people="nobody-at-all"))
