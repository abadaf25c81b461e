"""Contract: every frame of every corpus keeps what the schema promises, on any text."""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.corpus import Corpus, load_corpus
from helpers.errors import WhoMetWhomWarning
from helpers.schema import FRAMES, build_frame, column_names
from tests.contract import find_breaches
from tests.small_news import frames_of
from tests.synthetic import synthetic_corpus

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(SEEDS, progress=False)


def test_seeds_keep_the_contract(corpus: Corpus) -> None:
    assert find_breaches(corpus.frames()) == []


def test_empty_frames_keep_the_contract() -> None:
    assert find_breaches({name: build_frame(name, []) for name in FRAMES}) == []
    assert find_breaches(frames_of()) == []


@pytest.mark.parametrize("name", FRAMES)
def test_no_article_gives_the_same_columns_and_dtypes(name: str) -> None:
    pd.testing.assert_frame_equal(frames_of()[name], build_frame(name, []))
    assert tuple(frames_of()[name].columns) == column_names(name)


# --- the check itself can fail --------------------------------------------------------------------------


def changed(corpus: Corpus, name: str, column: str, value: object) -> list[str]:
    """Return the breaches after one cell of the first row was exchanged."""
    frame = corpus.frames()[name].copy()
    frame.loc[0, column] = value
    return find_breaches({**corpus.frames(), name: frame})


@pytest.mark.parametrize(
    ("name", "column", "value", "breach"),
    [
        ("mentions", "start", 3, r"mentions row 0 \[3:\d+\]: '.*' is not '.*'"),
        ("mentions", "end", 10**6, r"mentions row 0 \[\d+:1000000\]: no span of a text of \d+ characters"),
        ("evidence", "article_id", "x", r"evidence\.article_id: 'x' is not in articles"),
        ("topics", "term", "fish", r"topics row 0 \[\d+:\d+\]: term 'fish' is not '.*'"),
        ("topics", "meeting_id", "m-x", r"topics\.meeting_id: 'm-x' is not in meetings"),
        ("meetings", "edtf", "2022-05-12", r"meetings row 0: .*: bounds do not agree with EDTF"),
        ("meetings", "edtf", pd.NA, r"meetings row 0: .*: bounds without EDTF"),
        ("meetings", "n_articles", 9, r"meetings row 0: n_articles 9, evidence from 1"),
        ("people", "n_meetings", 9, r"people .*: n_meetings 9, participations 0"),
        ("people", "n_articles", 9, r"people .*: n_articles 9, mentioned in \d"),
        ("people", "name", "", r"people\.name: empty instead of missing"),
        ("people", "person_id", pd.NA, r"people\.person_id: 1 missing"),
        ("participations", "side", 7, r"meetings row 0: sides \[1, 7\]"),
    ],
)
def test_a_breach_is_found(corpus: Corpus, name: str, column: str, value: object, breach: str) -> None:
    found = changed(corpus, name, column, value)
    assert re.fullmatch(breach, found[0], flags=re.DOTALL), found


def test_a_key_twice_is_found(corpus: Corpus) -> None:
    people = corpus.people
    twice = pd.concat([people, people[:1]], ignore_index=True)
    found = find_breaches({**corpus.frames(), "people": twice})
    assert found[0] == f"people: key twice ('{people.loc[0, 'person_id']}',)"


def test_a_wrong_dtype_is_found(corpus: Corpus) -> None:
    table = corpus.topics.astype({"start": "float64"})
    assert find_breaches({**corpus.frames(), "topics": table}) == ["topics.start: dtype float64, not int64"]


# --- any text -------------------------------------------------------------------------------------------

_WHO = (
    "Antony Blinken",
    "US Secretary of State Antony Blinken",
    "Blinken",
    "French Foreign Minister Catherine Colonna",
    "Catherine Colona",
    "his British counterpart",
    "the British prime minister",
    "former President Donald Trump",
    "President Volodymyr Zelenskyy",
    "a US delegation",
    "EU foreign ministers",
    "the two ministers",
    "Ana Bellac",
    "he",
    "they",
)
_VERBS = (
    "met",
    "met with",
    "will meet",
    "spoke by phone with",
    "held talks with",
    "cancelled a meeting with",
    "denied meeting",
    "could meet",
    "welcomed",
    "met the deadline with",
    "said",
    "and",
)
_WHERE = (
    "in Paris",
    "at the Pentagon",
    "in London",
    "here",
    "on the sidelines of the G7 summit",
    "via video link",
    "",
)
_WHEN = (
    "on Tuesday",
    "last week",
    "last month",
    "on 16 May 2023",
    "on March 5-6",
    "in 1943",
    "tomorrow",
    "again",
    "recently",
    "two days earlier",
    "on 31 February 2023",
    "",
)
_ENDS = (
    ". ",
    ".\n\n",
    ", he said.\n",
    " to discuss sanctions. ",
    ": “We agreed on trade,” she said. ",
    "\n",
    "? ",
    "”",
)
_OPENINGS = ("", "WASHINGTON (Reuters) - ", "Paris, 18 May 2023 – ", "Envoys meet in Oslo\n\n", "<script>")

NEWS = st.builds(
    lambda *parts: " ".join(p for p in parts[:-1] if p) + parts[-1],
    st.sampled_from(_WHO),
    st.sampled_from(_VERBS),
    st.sampled_from(_WHO),
    st.sampled_from(_WHERE),
    st.sampled_from(_WHEN),
    st.sampled_from(_ENDS),
)
ODD = st.one_of(
    st.text(max_size=25),
    st.sampled_from(
        (
            "\u00a0",
            "\u200b",
            "👩‍👩‍👧 ",
            "ﬁ ",
            "İstanbul ",
            "ß",
            "\r\n",
            "\u2028",
            "…",
            "(((",
            "[[",
            "“",
            "&amp;",
            "Mr. ",
            "\t",
        )
    ),
)
ARTICLE = st.builds(
    lambda opening, parts: opening + "".join(parts),
    st.sampled_from(_OPENINGS),
    st.lists(st.one_of(NEWS, NEWS, ODD), min_size=1, max_size=8),
)
PUBLISHED = st.sampled_from(("", "2023-05-18", "2022-10-25", "2022-10", "[2022-09-21..2022-10-25]", "1943"))
CORPUS = st.lists(st.builds("{} | {}".format, PUBLISHED, ARTICLE), min_size=1, max_size=3)


def tables(articles: list[str]) -> dict[str, pd.DataFrame]:
    """Return the frames; odd dates and characters may give the package's own warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", WhoMetWhomWarning)
        return frames_of(*articles)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(CORPUS)
def test_any_corpus_keeps_the_contract(articles: list[str]) -> None:
    assert find_breaches(tables(articles)) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.builds(" | {}".format, st.text(max_size=300)), min_size=1, max_size=2))
def test_arbitrary_text_keeps_the_contract(articles: list[str]) -> None:
    assert find_breaches(tables(articles)) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(CORPUS)
def test_the_same_corpus_twice_is_the_same(articles: list[str]) -> None:
    for one, two in zip(tables(articles).values(), tables(articles).values(), strict=True):
        pd.testing.assert_frame_equal(one, two)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ARTICLE)
def test_an_undated_article_alone_dates_no_meeting_by_today(article: str) -> None:
    """There is no implicit now: every day comes from the text or from the tables."""
    meetings = tables([" | " + article])["meetings"]
    assert not (meetings["start"] > pd.Timestamp("2026-07-01")).any()


@pytest.mark.parametrize(
    "text", ["MET ‹P0›", "Antony Blinken met ‹P7› in ‹L9› ‹T9›.", "‹G0› discussed trade. ‹P1› met ‹B3›."]
)
def test_placeholder_in_an_article_is_text_like_any_other(text: str) -> None:
    assert find_breaches(frames_of(f" | {text}")) == []


def test_made_up_corpora_for_figures_keep_columns_and_dtypes() -> None:
    for name, frame in synthetic_corpus(12).frames().items():
        assert {c: str(t) for c, t in frame.dtypes.items()} == {c.name: c.dtype for c in FRAMES[name]}
