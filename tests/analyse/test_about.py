"""About: topics of a meeting, and words in the sentences of its evidence."""

from __future__ import annotations

import pytest

from helpers.analyse.about import link_topics, match_words
from helpers.analyse.filters import Filters, apply_filters
from helpers.corpus import Corpus
from helpers.schema import build_frame

TEXT = (
    "Ana Arden met Bo Brook in Oslo on Monday. Rain fell.\n\n"
    "“We need the grain deal,” Arden said. Carl Calder spoke of tariffs. The café\n"
    "was closed.\n"
)


def corpus() -> Corpus:
    """Return one article on one meeting, with a statement by a participant and one by an outsider."""

    def at(surface: str) -> dict[str, object]:
        start = TEXT.index(surface)
        return {"article_id": "a.txt", "start": start, "end": start + len(surface), "surface": surface}

    meeting = {"meeting_id": "m-1", "status": "held", "mode": "in_person", "n_articles": 1}
    who = {"meeting_id": "m-1", "kind": "person", "resolved_by": "named"}
    hit = {"term": "x", "meeting_id": None, "statement_id": None}
    said = {"kind": "direct", "cue": "said"}
    article = {"article_id": "a.txt", "source": "a.txt", "language": "en", "text": TEXT, "sha256": "0"}
    rows: dict[str, list[dict[str, object]]] = {
        "articles": [{**article, "encoding": "utf-8", "n_masked": 0}],
        "mentions": [],
        "people": [],
        "meetings": [meeting],
        "participations": [
            {**who, "person_id": "ana-arden", "name": "Ana Arden", "side": 0},
            {**who, "person_id": "bo-brook", "name": "Bo Brook", "side": 1},
        ],
        "evidence": [{**at("met"), "meeting_id": "m-1", "field": "meeting", "rule": "met"}],
        "statements": [
            {**at("“We need the grain deal,”"), **said, "statement_id": "s-1", "person_id": "ana-arden"},
            {**at("spoke of tariffs"), **said, "statement_id": "s-2", "person_id": "carl-calder"},
        ],
        "topics": [
            {**hit, **at("grain"), "topic": "Food", "statement_id": "s-1"},
            {**hit, **at("tariffs"), "topic": "Trade", "statement_id": "s-2"},
            {**hit, **at("Rain"), "topic": "Climate"},
            {**hit, **at("Oslo"), "topic": "Cities", "meeting_id": "m-1"},
        ],
    }
    for row in rows["topics"]:
        del row["surface"]
    return Corpus(**{name: build_frame(name, frame) for name, frame in rows.items()})


def test_a_topic_belongs_to_a_meeting_by_its_report_or_by_a_participant() -> None:
    linked = link_topics(corpus())
    assert list(zip(linked["meeting_id"], linked["topic"], strict=True)) == [
        ("m-1", "Cities"),
        ("m-1", "Food"),
    ]
    assert list(linked.columns) == list(corpus().topics.columns)


@pytest.mark.parametrize(("topic", "n"), [("Cities", 1), ("Food", 1), ("Trade", 0), ("Climate", 0)])
def test_the_topic_filter_keeps_meetings_about_the_topic(topic: str, n: int) -> None:
    assert len(apply_filters(corpus(), Filters(topic=topic)).meetings) == n


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        pytest.param("oslo monday", True, id="the sentence of the evidence, not only its cue"),
        pytest.param('"brook in oslo"', True, id="phrase"),
        pytest.param("“Brook in Oslo”", True, id="phrase in curly quotes"),
        pytest.param('"oslo brook"', False, id="words in another order are no phrase"),
        pytest.param("rain", False, id="the next sentence is no evidence"),
        pytest.param("oslo tariffs", False, id="words of two sentences"),
        pytest.param(".*", False, id="words are no pattern"),
    ],
)
def test_words_are_looked_for_in_the_sentence_of_the_evidence(words: str, is_found: bool) -> None:
    whole = corpus()
    assert match_words(whole.articles, whole.evidence, words).tolist() == [is_found]


def test_line_breaks_and_case_do_not_matter() -> None:
    whole = corpus()
    start = TEXT.index("closed")
    evidence = whole.evidence.assign(start=start, end=start + 6, surface="closed")
    assert match_words(whole.articles, evidence, '"CAFÉ was"').tolist() == [True]


def test_no_evidence_gives_no_answer() -> None:
    whole = corpus()
    assert match_words(whole.articles, whole.evidence.head(0), "oslo").tolist() == []
