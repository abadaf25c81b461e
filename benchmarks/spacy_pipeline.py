"""A spaCy pipeline with the architecture of en_core_web_sm and random weights.

Its answers are worthless; its speed is that of the trained pipeline, because the
layers have the same shapes. So no model has to be downloaded to compare with.
The rule lemmatizer is left out: it does not run without the tables of
spacy-lookups-data. That makes the pipeline a little faster than the real one.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

WIDTH = 96
#: As many labels as en_core_web_sm has.
N_TAGS, N_RELATIONS, N_ENTITIES = 50, 45, 18
SEED = 0


def _tok2vec() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
            "rows": [5000, 1000, 2500, 2500, 50, 50],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(state: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "tok2vec": tok2vec,
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
    }


def build_pipeline() -> Any:
    """Build tok2vec, tagger, parser, attribute ruler and ner; raise ImportError without spaCy."""
    import spacy
    from spacy.util import fix_random_seed

    fix_random_seed(SEED)
    nlp = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec", config={"model": _tok2vec()})
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": _transitions("parser", listener)})
    nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec())})
    for pipe, prefix, count in (
        ("tagger", "T", N_TAGS),
        ("parser", "d", N_RELATIONS),
        ("ner", "E", N_ENTITIES),
    ):
        for i in range(count):
            nlp.get_pipe(pipe).add_label(f"{prefix}{i}")
    nlp.initialize()
    for i in range(N_TAGS):
        nlp.get_pipe("attribute_ruler").add([[{"TAG": f"T{i}"}]], {"POS": "NOUN"})
    return nlp


def measure_pipeline(texts: Sequence[str]) -> float:
    """Return the seconds of processor time that the pipeline takes for some texts."""
    nlp = build_pipeline()
    for _ in nlp.pipe(texts[:5]):
        pass
    begin = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - begin
