"""People's names by a spaCy pipeline: a tiny one, made here, finds what its patterns say."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import spacy
from spacy.language import Language

from helpers.corpus import Corpus, load_corpus
from helpers.errors import CorpusError, ReadWarning
from helpers.read.source import Mask, SourceText
from helpers.spacy_people import find_candidates, load_pipeline

STORY = " date 2023-05-18 Antony Blinken met Rose Field in Oslo on Tuesday. Field said it rained.\n"


def pipeline(*names: str) -> Language:
    """Return an English pipeline that takes these names for people."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": name} for name in names])
    return nlp


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(STORY, encoding="utf-8")
    return corpus


def load(folder: Path, model: str | Path | Language | None) -> Corpus:
    return load_corpus(folder, spacy_model=model, progress=False)


def who_met(corpus: Corpus) -> list[str]:
    return sorted(corpus.participations["person_id"])


def assert_same(one: Corpus, two: Corpus) -> None:
    for name, frame in one.frames().items():
        pd.testing.assert_frame_equal(frame, two.frames()[name])


def source(text: str, masks: Sequence[Mask] = ()) -> SourceText:
    return SourceText("a.txt", text, "0" * 64, "utf-8", masks=tuple(masks))


def test_name_that_the_rules_miss_is_found(folder: Path) -> None:
    assert who_met(load(folder, None)) == []
    corpus = load(folder, pipeline("Rose Field", "Field"))
    assert who_met(corpus) == ["antony-blinken", "rose-field"]
    found = corpus.mentions[corpus.mentions["value"].eq("rose-field")]
    assert found["surface"].tolist() == ["Rose Field", "Field"]
    assert corpus.meta["spacy_model"] == "en_pipeline 0.0.0"


@pytest.mark.parametrize("kind", [str, Path])
def test_pipeline_is_loaded_from_its_folder(folder: Path, tmp_path: Path, kind: type) -> None:
    pipeline("Rose Field").to_disk(tmp_path / "model")
    corpus = load(folder, kind(tmp_path / "model"))
    assert who_met(corpus) == ["antony-blinken", "rose-field"]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["Antony Blinken"], id="what the rules found"),
        pytest.param(["Nobody Here"], id="nothing"),
        pytest.param(["Oslo on"], id="a place"),
    ],
)
def test_without_new_names_nothing_changes(folder: Path, names: list[str]) -> None:
    assert_same(load(folder, pipeline(*names)), load(folder, None))


def test_seeds_are_the_same_with_the_names_that_the_rules_know(seeds: Path) -> None:
    nlp = pipeline(
        "Ben Wallace", "Lloyd Austin", "Antony Blinken", "Blinken", "Pete Hegseth", "Winston Churchill"
    )
    assert_same(load(seeds, nlp), load(seeds, None))


def test_two_runs_are_identical(folder: Path) -> None:
    nlp = pipeline("Rose Field", "Field")
    assert_same(load(folder, nlp), load(folder, nlp))


def test_boilerplate_is_not_given_to_the_pipeline() -> None:
    text = "Photo: Rose Field\nRose Field smiled."
    hidden = source(text, [Mask(0, 17, "photo_credit")])
    assert find_candidates(pipeline("Rose Field"), [hidden], progress=False) == [((18, 28),)]


def test_offsets_are_characters_of_the_text() -> None:
    text = "  “Žofie 🚢”\n\nRose Field smiled."
    ((start, end),) = find_candidates(pipeline("Rose Field"), [source(text)], progress=False)[0]
    assert text[start:end] == "Rose Field"


def test_only_people_count() -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": label, "pattern": name} for label, name in (("ORG", "Rose Field"), ("PER", "Karl Lund"))]
    )
    text = "Rose Field met Karl Lund."
    assert find_candidates(nlp, [source(text)], progress=False) == [((15, 24),)]


@Language.component("sets_tags", assigns=["token.tag"])
def fails_if_it_runs(doc: Any) -> Any:
    raise AssertionError("a component that entities do not depend on has run")


def test_only_what_entities_depend_on_runs_and_the_pipeline_is_left_as_it_was() -> None:
    nlp = pipeline("Rose Field")
    nlp.add_pipe("sets_tags", last=True)
    assert find_candidates(nlp, [source("Rose Field smiled.")], progress=False) == [((0, 10),)]
    assert nlp.pipe_names == ["entity_ruler", "sets_tags"]


def test_article_that_is_too_long_for_the_pipeline_is_named() -> None:
    nlp = pipeline("Rose Field")
    nlp.max_length = 20
    texts = [source("Rose Field smiled at her friends."), source("Rose Field smiled.")]
    with pytest.warns(ReadWarning) as caught:
        assert find_candidates(nlp, texts, progress=False) == [(), ((0, 10),)]
    assert str(caught[0].message) == (
        "Left 'a.txt' out of the search for names by the spaCy pipeline: it has 33 characters. Allowed: 20. "
        "Raise `max_length` of a loaded pipeline, or split the file."
    )


# --- bad input ------------------------------------------------------------------------------------------


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(CorpusError) as caught:
        load(folder, "en_core_web_sm")
    assert str(caught.value).startswith(
        "spacy_model='en_core_web_sm' in load_corpus: spaCy cannot be imported"
    )
    assert "python -m pip install -e '.[spacy]'" in str(caught.value)


def test_missing_pipeline_is_refused_with_a_next_step(folder: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        load(folder, "xx_nothing")
    assert str(caught.value) == (
        "spacy_model='xx_nothing' in load_corpus: no trained pipeline has this name or lies in this folder. "
        "Download it with `python -m spacy download en_core_web_sm`, say, or give the folder of a saved one."
    )


def test_pipeline_without_entities_is_refused() -> None:
    with pytest.raises(CorpusError) as caught:
        load_pipeline(spacy.blank("en"))
    assert str(caught.value) == (
        "spacy_model=<English> in load_corpus: the pipeline finds no entities. Its components: none. "
        "Use one with a component such as `ner`."
    )


def test_folder_that_holds_no_pipeline_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = \n", encoding="utf-8")
    with pytest.raises(CorpusError, match="spacy_model="):
        load_pipeline(tmp_path)


def test_something_else_is_refused() -> None:
    with pytest.raises(CorpusError, match="a value of type int is not a pipeline"):
        load_pipeline(42)  # type: ignore[arg-type]
