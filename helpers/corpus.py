"""Corpus: the eight frames together, and how they are loaded and saved."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

import helpers
from helpers import schema
from helpers.errors import CorpusError, FrameError, WhoMetWhomWarning, not_allowed

if TYPE_CHECKING:
    from spacy.language import Language

Format = Literal["parquet", "csv"]


@dataclass(frozen=True)
class Corpus:
    """The eight frames of one account of who met whom.

    Attributes
    ----------
    articles, mentions, people, meetings, participations, evidence, statements, topics : DataFrame
        The frames as `helpers.schema` defines them.
    meta : mapping
        ``path`` (folder as given), ``corpus_hash`` (SHA-256 over the articles'
        hashes), ``knowledge_hash`` (of the user's own tables, if there are any),
        ``spacy_model`` (name and version, if one was plugged in), ``version`` of
        this package, ``warnings`` (list of str).
    """

    articles: pd.DataFrame
    mentions: pd.DataFrame
    people: pd.DataFrame
    meetings: pd.DataFrame
    participations: pd.DataFrame
    evidence: pd.DataFrame
    statements: pd.DataFrame
    topics: pd.DataFrame
    meta: Mapping[str, Any] = field(default_factory=dict)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the frames by name, in the order of the schema."""
        return {name: getattr(self, name) for name in schema.FRAMES}

    def with_frames(self, **frames: pd.DataFrame) -> Corpus:
        """Return a corpus with some frames exchanged; this one is not changed."""
        return replace(self, **frames)  # type: ignore[arg-type]

    def __repr__(self) -> str:
        """Tell the size of every frame in one line."""
        sizes = ", ".join(f"{len(frame):,} {name}" for name, frame in self.frames().items())
        return f"Corpus({sizes})"

    def save(self, folder: str | Path, *, format: Format = "parquet") -> Path:
        """Write the eight frames and ``corpus.json`` into a folder.

        Files are written to a temporary folder beside it and then moved, so that
        an interruption leaves no half-written file. Frames of an earlier run in
        the same folder are replaced; other files are left alone.

        Parameters
        ----------
        folder : str or Path
            Created if it does not exist.
        format : {'parquet', 'csv'}, default 'parquet'
            CSV is UTF-8 with ISO days; cells are as in the frames.

        Returns
        -------
        Path
            The folder.

        Raises
        ------
        FrameError
            If `format` is unknown.
        CorpusError
            If the folder cannot be written.
        """
        if format not in ("parquet", "csv"):
            raise FrameError(
                not_allowed(
                    "format", format, ["parquet", "csv"], where="Corpus.save", hint="Choose one of them."
                )
            )
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            part = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
        except OSError as error:
            raise CorpusError(
                f"Cannot write into {str(folder)!r}: {error.strerror}. Name a folder you may write to."
            ) from error
        try:
            for name, frame in self.frames().items():
                target = part / f"{name}.{format}"
                if format == "parquet":
                    frame.to_parquet(target, index=False)
                else:
                    frame.to_csv(target, index=False, lineterminator="\n")
            meta = {k: v for k, v in self.meta.items() if k != "path"}
            text = json.dumps(meta, indent=2, sort_keys=True, ensure_ascii=False, default=str)
            (part / "corpus.json").write_text(text + "\n", encoding="utf-8")
            for name in self.frames():
                for stale in (folder / f"{name}.parquet", folder / f"{name}.csv"):
                    stale.unlink(missing_ok=True)
            for file in sorted(part.iterdir()):
                file.replace(folder / file.name)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return folder


def load_corpus(
    path: str | Path,
    *,
    knowledge: str | Path | None = None,
    spacy_model: str | Path | Language | None = None,
    progress: bool = True,
) -> Corpus:
    """Read a folder of articles and work out who met whom.

    Parameters
    ----------
    path : str or Path
        A folder of .txt and .md files, read with the folders below it, or one
        file. A relative folder is looked for from the current folder upwards,
        so that a notebook finds it wherever it was started.
    knowledge : str or Path, optional
        A folder of your own knowledge tables; by default ``knowledge/`` in the
        corpus folder, if there is one.
    spacy_model : str, Path or spacy.language.Language, optional
        Name or folder of a trained spaCy pipeline, or a loaded one. Its PERSON
        entities are further candidates for people's names where the rules read
        nothing. Needs the extra ``spacy``.
    progress : bool, default True
        Show progress bars.

    Returns
    -------
    Corpus

    Raises
    ------
    CorpusError
        If the folder is missing or holds no article, or spaCy or its pipeline
        is missing.
    KnowledgeError
        If a table of your own is malformed.

    Warns
    -----
    ReadWarning
        For every file that is left out or read with doubt.

    Examples
    --------
    >>> corpus = load_corpus("seeds", progress=False)
    >>> len(corpus.articles)
    5
    """
    from tqdm.auto import tqdm

    from helpers.extract.article import extract_article
    from helpers.knowledge.tables import load_knowledge
    from helpers.read.corpus_files import read_corpus
    from helpers.read.folders import find_folder
    from helpers.resolve.account import resolve_account
    from helpers.resolve.rows import build_frames
    from helpers.spacy_people import find_candidates, load_pipeline, name_pipeline

    nlp = None if spacy_model is None else load_pipeline(spacy_model)
    path = Path(path)
    folder = path if path.is_file() else find_folder(path)
    beside = folder.parent if folder.is_file() else folder
    own = Path(knowledge) if knowledge is not None else beside / "knowledge"
    known = load_knowledge(own if knowledge is not None or own.is_dir() else None)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        sources = read_corpus(folder, progress=progress)
        found = [()] * len(sources) if nlp is None else find_candidates(nlp, sources, progress=progress)
    for warning in caught:
        warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)
    steps = tqdm(sources, desc="Extracting", unit="article", disable=not progress or len(sources) < 2)
    facts = [
        extract_article(s.masked, known, title=s.title_span, candidates=names)
        for s, names in zip(steps, found, strict=True)
    ]
    frames = build_frames(resolve_account(sources, facts, known))
    meta = {
        "path": str(path),
        "corpus_hash": hash_articles(frames["articles"]),
        "version": helpers.__version__,
        **({"spacy_model": name_pipeline(nlp)} if nlp is not None else {}),
        **({"knowledge_hash": hash_folder(known.folder)} if known.folder else {}),
        "warnings": sorted(str(w.message) for w in caught if issubclass(w.category, WhoMetWhomWarning)),
    }
    return Corpus(**frames, meta=meta)


def load_saved(folder: str | Path) -> Corpus:
    """Load a corpus that `Corpus.save` wrote, from Parquet or CSV.

    Parameters
    ----------
    folder : str or Path
        The folder that was given to `Corpus.save`.

    Returns
    -------
    Corpus
        Equal to the one saved, frame by frame.

    Raises
    ------
    CorpusError
        If the folder or one of its frames is missing.
    FrameError
        If a frame does not have the contract's columns.
    """
    folder = Path(folder)
    frames: dict[str, pd.DataFrame] = {}
    for name in schema.FRAMES:
        parquet, csv = folder / f"{name}.parquet", folder / f"{name}.csv"
        if parquet.exists():
            table = pd.read_parquet(parquet)
        elif csv.exists():
            table = pd.read_csv(csv, keep_default_na=False, na_values=[""], dtype="string")
        else:
            raise CorpusError(
                f"No frame {name!r} in {str(folder)!r}. Expected {parquet.name} or {csv.name}. "
                "Write the frames with `python -m helpers extract PATH --out FOLDER`."
            )
        frames[name] = schema.conform(name, table)
    meta_file = folder / "corpus.json"
    meta = json.loads(meta_file.read_text(encoding="utf-8")) if meta_file.exists() else {}
    return Corpus(**frames, meta={"path": str(folder), **meta})


def hash_folder(folder: Path) -> str:
    """Return SHA-256 over the names and bytes of the files of a folder."""
    total = hashlib.sha256()
    for file in sorted(p for p in folder.iterdir() if p.is_file()):
        total.update(f"{file.name}\t{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def hash_articles(articles: pd.DataFrame) -> str:
    """Return the corpus hash: SHA-256 over the sorted sources and hashes."""
    lines = sorted(f"{s}\t{h}" for s, h in zip(articles["source"], articles["sha256"], strict=True))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
