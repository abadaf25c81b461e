"""People's names by a trained spaCy pipeline, as candidates for the rules.

spaCy is imported only where a user names a pipeline.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from helpers.errors import CorpusError, ReadWarning
from helpers.read.source import SourceText

if TYPE_CHECKING:
    from spacy.language import Language

#: Labels of people in spaCy's own pipelines; those trained on Wikipedia say PER.
LABELS = frozenset(("PERSON", "PER"))
#: These look at whatever the components before them have found.
_RULERS = frozenset(("entity_ruler", "span_ruler"))

Spans: TypeAlias = tuple[tuple[int, int], ...]


def load_pipeline(model: str | Path | Language) -> Language:
    """Load a trained pipeline that finds people.

    Parameters
    ----------
    model : str, Path or spacy.language.Language
        Name of an installed pipeline, folder of a saved one, or a loaded one,
        which is returned as it is.

    Raises
    ------
    CorpusError
        If spaCy or the pipeline is missing, or the pipeline finds no entities.
    """
    where = f"spacy_model={_describe(model)} in load_corpus"
    try:
        import spacy
        from spacy.about import __version__ as installed
        from spacy.language import Language
    except ImportError as error:
        raise CorpusError(
            f"{where}: spaCy cannot be imported ({error}). Install the extra `spacy` from the project's "
            "folder: `python -m pip install -e '.[spacy]'`. Or leave it out; the rules need no model."
        ) from error
    if isinstance(model, Language):
        nlp = model
    elif isinstance(model, str | Path):
        try:
            nlp = spacy.load(model)
        except OSError as error:
            raise CorpusError(
                f"{where}: no trained pipeline has this name or lies in this folder. Download it with "
                "`python -m spacy download en_core_web_sm`, say, or give the folder of a saved one."
            ) from error
        except (ValueError, ImportError) as error:
            first = str(error).strip().splitlines()[0]
            hint = f"Use one made for spaCy {installed}."
            raise CorpusError(f"{where}: the pipeline cannot be loaded ({first}). {hint}") from error
    else:
        raise CorpusError(
            f"{where}: a value of type {type(model).__name__} is not a pipeline. Allowed: the name of an "
            "installed one, a folder, or a loaded spacy.language.Language. Give one of these."
        )
    if not _find_finders(nlp):
        seen = ", ".join(nlp.pipe_names) or "none"
        raise CorpusError(
            f"{where}: the pipeline finds no entities. Its components: {seen}. "
            "Use one with a component such as `ner`."
        )
    return nlp


def _describe(model: object) -> str:
    return repr(str(model)) if isinstance(model, str | Path) else f"<{type(model).__name__}>"


def name_pipeline(nlp: Language) -> str:
    """Return "en_core_web_sm 3.8.0": language, name and version of a pipeline."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def find_candidates(nlp: Language, sources: Sequence[SourceText], *, progress: bool = True) -> list[Spans]:
    """Find what a pipeline takes for people in articles without their boilerplate.

    Parameters
    ----------
    nlp : spacy.language.Language
        From `load_pipeline`; only the components that entities depend on run,
        and it is left as it was.
    sources : sequence of SourceText
        The articles.
    progress : bool, default True
        Show a progress bar.

    Returns
    -------
    list of tuple of (int, int)
        For each article half-open characters of its text, in order.

    Warns
    -----
    ReadWarning
        For an article that is longer than the pipeline allows; it gives none.
    """
    from tqdm.auto import tqdm

    texts = []
    for source in sources:
        fits = len(source.text) <= nlp.max_length
        if not fits:
            warnings.warn(
                f"Left {source.source!r} out of the search for names by the spaCy pipeline: it has "
                f"{len(source.text):,} characters. Allowed: {nlp.max_length:,}. Raise `max_length` of a "
                "loaded pipeline, or split the file.",
                ReadWarning,
                stacklevel=2,
            )
        texts.append(source.masked if fits else "")
    with nlp.select_pipes(enable=_find_needed(nlp)):
        hidden = not progress or len(texts) < 2
        docs = tqdm(nlp.pipe(texts), desc="Names", total=len(texts), unit="article", disable=hidden)
        return [
            tuple((ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in LABELS) for doc in docs
        ]


def _find_finders(nlp: Language) -> list[str]:
    """Return the components that set entities."""
    return [name for name in nlp.pipe_names if "doc.ents" in nlp.get_pipe_meta(name).assigns]


def _find_needed(nlp: Language) -> list[str]:
    """Return the components that entities depend on, in order."""
    finders = _find_finders(nlp)
    rulers = [i for i, name in enumerate(nlp.pipe_names) if nlp.get_pipe_meta(name).factory in _RULERS]
    last_ruler = max(rulers, default=-1)
    needed = []
    for i, name in enumerate(nlp.pipe_names):
        pipe: Any = nlp.get_pipe(name)
        feeds = set(getattr(pipe, "listening_components", ())) & set(finders)
        if name in finders or feeds or i < last_ruler or not nlp.get_pipe_meta(name).assigns:
            needed.append(name)  # what says nothing of what it sets may set entities
    return needed
