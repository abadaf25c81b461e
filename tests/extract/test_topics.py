"""Topics: the shipped lexicon's own examples, the pattern language, the user's rows."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import KnowledgeError
from helpers.extract.topics import TopicLexicon, build_lexicon, find_topics, load_topics

SHIPPED = load_topics()


def lexicon(*patterns: str, negative: tuple[str, ...] = ()) -> TopicLexicon:
    table = {"label": "X", "description": "A topic.", "patterns": list(patterns), "negative": list(negative)}
    return build_lexicon({"x": table})


def terms(text: str, *patterns: str, negative: tuple[str, ...] = ()) -> list[str]:
    return [hit.term for hit in find_topics(text, lexicon(*patterns, negative=negative))]


@pytest.mark.parametrize(
    ("label", "sentence"),
    [pytest.param(t.label, s, id=f"{t.key}-{i}") for t in SHIPPED.topics for i, s in enumerate(t.examples)],
)
def test_shipped_example_hits_its_topic(label: str, sentence: str) -> None:
    assert label in {hit.topic for hit in find_topics(sentence, SHIPPED)}


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        pytest.param(t.label, s, id=f"{t.key}-{i}")
        for t in SHIPPED.topics
        for i, s in enumerate(t.counterexamples)
    ],
)
def test_shipped_counterexample_does_not_hit_its_topic(label: str, sentence: str) -> None:
    assert [hit for hit in find_topics(sentence, SHIPPED) if hit.topic == label] == []


@pytest.mark.parametrize("topic", SHIPPED.topics, ids=lambda t: t.key)
def test_every_shipped_topic_shows_what_it_means(topic: object) -> None:
    assert topic.examples and topic.counterexamples  # type: ignore[attr-defined]
    assert topic.description.endswith(".")  # type: ignore[attr-defined]
    assert len(set(topic.patterns)) == len(topic.patterns)  # type: ignore[attr-defined]


def test_shipped_lexicon_has_about_forty_topics() -> None:
    assert 35 <= len(SHIPPED.topics) <= 50


def test_every_shipped_pattern_can_hit() -> None:
    dead = []
    for topic in SHIPPED.topics:
        for pattern in topic.patterns:
            sample = " ".join(p.split("|")[0].rstrip("*") for p in pattern.split() if p != "..")
            if not find_topics(f"the {sample} there", lexicon(pattern)):
                dead.append((topic.key, pattern))
    assert dead == []


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        pytest.param("New sanctions came.", "sanction*", ["sanctions"], id="stem"),
        pytest.param("It is unsanctioned.", "sanction*", [], id="stem is not a middle"),
        pytest.param("The truces held.", "truce", [], id="a word is not a stem"),
        pytest.param(
            "TRUCE holds, Truce ends.", "truce", ["truce", "truce"], id="lower case matches any case"
        ),
        pytest.param("NATO met, nato did not, Nato did.", "NATO", ["nato"], id="capitals match capitals"),
        pytest.param(
            "Taiwan, TAIWAN, taiwan.", "Taiwan", ["taiwan", "taiwan"], id="name matches capitals too"
        ),
        pytest.param(
            "arms deals and weapons deal", "arms|weapons deal*", ["arms deals", "weapons deal"], id="or"
        ),
        pytest.param(
            "a cease-fire, a cease fire", "cease fire", ["cease-fire", "cease fire"], id="hyphen joins"
        ),
        pytest.param("a cease‑fire", "cease fire", ["cease‑fire"], id="non-breaking hyphen joins"),
        pytest.param("a cease\u00a0fire", "cease fire", ["cease fire"], id="non-breaking space joins"),
        pytest.param("a cease\nfire", "cease fire", ["cease fire"], id="line wrap joins"),
        pytest.param("a cease\n\nfire", "cease fire", [], id="blank line does not join"),
        pytest.param("to cease. Fire broke out.", "cease fire", [], id="full stop does not join"),
        pytest.param("the U.N. chief", "U.N", ["u.n"], id="dotted"),
        pytest.param("the UK’s role", "UK's role", ["uk’s role"], id="curly apostrophe"),
        pytest.param("sent two new tanks", "sent .. tanks", ["sent two new tanks"], id="gap of two"),
        pytest.param("sent tanks", "sent .. tanks", ["sent tanks"], id="gap of none"),
        pytest.param("sent one of the old tanks", "sent .. tanks", [], id="gap of four"),
        pytest.param("sent them. Two tanks", "sent .. tanks", [], id="gap ends with the sentence"),
    ],
)
def test_pattern_language(text: str, pattern: str, expected: list[str]) -> None:
    assert terms(text, pattern) == expected


def test_longest_hit_of_a_topic_counts() -> None:
    assert terms("peace talks began", "peace", "peace talks", "talks") == ["peace talks"]


def test_hit_under_a_negative_pattern_is_dropped_and_others_stay() -> None:
    text = "Bird migration and human migration, then migration of birds."
    assert terms(text, "migration", negative=("bird migration", "migration of birds")) == ["migration"]


def test_hits_of_two_topics_may_overlap() -> None:
    both = {
        "x": {"label": "X", "description": "A topic.", "patterns": ["peace talks"]},
        "y": {"label": "Y", "description": "A topic.", "patterns": ["talks in Geneva"]},
    }
    hits = find_topics("The peace talks in Geneva", build_lexicon(both))
    assert [(h.topic, h.start, h.end) for h in hits] == [("X", 4, 15), ("Y", 10, 25)]


def test_user_topic_is_added_and_shipped_one_extended(tmp_path: Path) -> None:
    (tmp_path / "topics.toml").write_text(
        '[fish]\nlabel = "Fisheries"\ndescription = "Fishing rights."\npatterns = ["fishing right*"]\n'
        '[nato]\nlabel = "The alliance"\npatterns = ["the alliance"]\n',
        encoding="utf-8",
    )
    hits = find_topics("NATO, the alliance, spoke of fishing rights.", load_topics(tmp_path))
    assert [(h.topic, h.term) for h in hits] == [
        ("The alliance", "nato"),
        ("The alliance", "the alliance"),
        ("Fisheries", "fishing rights"),
    ]


def test_changed_user_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "topics.toml"
    file.write_text('[fish]\nlabel = "Fish"\ndescription = "Fish."\npatterns = ["cod"]\n', encoding="utf-8")
    assert load_topics(tmp_path) is load_topics(tmp_path)
    file.write_text(
        '[fish]\nlabel = "Fish"\ndescription = "Fish."\npatterns = ["herring"]\n', encoding="utf-8"
    )
    assert [h.term for h in find_topics("cod and herring", load_topics(tmp_path))] == ["herring"]


def test_folder_without_topics_gives_the_shipped_ones(tmp_path: Path) -> None:
    assert load_topics(tmp_path).topics == SHIPPED.topics


_GOOD = {"label": "X", "description": "A topic.", "patterns": ["peace"]}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            {"x": "peace"},
            "Topic 'x' in topics.toml is 'peace'. Allowed: a table. Write it as [x] with its values below.",
        ),
        (
            {"x": {"label": "X", "pattern": ["peace"]}},
            "Topic 'x' in topics.toml has the wrong values: missing ['description', 'patterns'], unknown "
            "['pattern']. Allowed: ['counterexamples', 'description', 'examples', 'label', 'negative', "
            "'patterns'], of which ['label', 'description', 'patterns'] are needed. Correct the topic.",
        ),
        (
            {"x": _GOOD | {"patterns": "peace"}},
            "Topic 'x' in topics.toml: patterns is 'peace'. Allowed: a list of texts. Correct it.",
        ),
        (
            {"x": _GOOD | {"label": 3}},
            "Topic 'x' in topics.toml: label is 3. Allowed: a text. Correct it.",
        ),
        (
            {"x": _GOOD, "y": _GOOD},
            "Topics 'x' and 'y' in topics.toml have the same label 'X'. Allowed: labels that differ. "
            "Change one of them.",
        ),
    ],
)
def test_malformed_topic_is_refused(data: dict[str, object], message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        build_lexicon(data)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "pattern", ["", "a*", "*", "peace ..", ".. peace", "pe(ace", "a .. .. b", "x||y", "ab* cd"]
)
def test_malformed_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        lexicon(pattern)
    assert str(caught.value) == (
        f"Pattern {pattern!r} of topic 'x' in topics.toml cannot be read. Allowed: words, stems of three or "
        "more letters with '*', alternatives with '|', and '..' between two words. Correct it."
    )


@given(st.text(max_size=300))
def test_offsets_and_terms_are_valid_on_any_text(text: str) -> None:
    for hit in find_topics(text, SHIPPED):
        assert " ".join(text[hit.start : hit.end].lower().split()) == hit.term
        assert hit.term


@given(
    st.lists(
        st.sampled_from(
            [
                "sanctions",
                "peace",
                "talks",
                "NATO",
                "nuclear",
                "weapons",
                ".",
                "\n",
                "of",
                "the",
                "trade",
                "union",
            ]
        )
    )
)
def test_hits_of_one_topic_are_disjoint_and_sorted(words: list[str]) -> None:
    hits = find_topics(" ".join(words), SHIPPED)
    assert [h.start for h in hits] == sorted(h.start for h in hits)
    for topic in {h.topic for h in hits}:
        spans = [(h.start, h.end) for h in hits if h.topic == topic]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
