"""Command line: ``python -m helpers extract PATH --out DIR``.

For scripts and for checking; the notebooks call the same functions. Progress,
warnings and errors go to standard error, the summary to standard output.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from helpers import __version__
from helpers.errors import WhoMetWhomError, WhoMetWhomWarning

if TYPE_CHECKING:
    import pandas as pd

    from helpers.corpus import Corpus, Format

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

#: Meetings that the summary lists before it refers to the saved frame.
MAX_LISTED = 40
#: Characters after which a cell of the summary is cut.
MAX_CELL = 60

_EXAMPLE = """\
example:
  python -m helpers extract seeds --out build/seeds --format csv

exit codes:
  0    the frames were written
  1    nothing could be extracted or written; standard error says why
  2    the command was misspelt
  130  interrupted from the keyboard; nothing half-written is left
"""


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the command line."""
    style = argparse.RawDescriptionHelpFormatter
    about = "Read news articles; tell who met whom, when, where, and by which sentence we know."
    parser = argparse.ArgumentParser(
        prog="python -m helpers", description=about, epilog=_EXAMPLE, formatter_class=style
    )
    version = f"who-met-whom {__version__}"
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    extract = commands.add_parser(
        "extract",
        help="extract the eight frames from a folder of articles and save them",
        description="Extract the eight frames from a folder of articles, save them, and sum them up.",
        epilog=_EXAMPLE,
        formatter_class=style,
    )
    extract.add_argument("path", metavar="PATH", type=Path, help="folder of articles, read recursively")
    extract.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help="folder for the frames; replaces those in it"
    )
    extract.add_argument(
        "--format", choices=("parquet", "csv"), default="parquet", help="of the frames (default: %(default)s)"
    )
    extract.add_argument(
        "--knowledge",
        metavar="FOLDER",
        type=Path,
        help="folder of rows that add to or override those shipped",
    )
    extract.add_argument("--quiet", action="store_true", help="no progress and no summary; warnings stay")
    extract.add_argument("--version", action="version", version=version)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Parameters
    ----------
    argv : sequence of str, optional
        The words after ``python -m helpers``; those of the process if missing.

    Returns
    -------
    int
        0 the frames were written, 1 nothing could be extracted or written,
        130 interrupted. A misspelt command exits with 2 from the parser.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without the letter must not end the run
    options = build_parser().parse_args(argv)
    try:
        with _warn_in_lines():
            summary = extract(
                options.path,
                options.out,
                format=options.format,
                knowledge=options.knowledge,
                progress=not options.quiet,
            )
        if not options.quiet:
            print(summary, flush=True)
    except WhoMetWhomError as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader of the summary has left; the frames are written
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        return _fail(f"{error.strerror or error}: {str(error.filename or options.out)!r}.")
    except KeyboardInterrupt:
        print("\nInterrupted. Nothing was written.", file=sys.stderr)
        return INTERRUPTED
    return OK


def extract(
    path: Path, out: Path, *, format: Format = "parquet", knowledge: Path | None = None, progress: bool = True
) -> str:
    """Extract the frames from a folder, save them and return the summary.

    Parameters
    ----------
    path : Path
        Folder of articles.
    out : Path
        Folder for the frames; made if it is not there.
    format : {'parquet', 'csv'}, default 'parquet'
        Format of the frames.
    knowledge : Path, optional
        Folder with rows that add to or override the shipped knowledge.
    progress : bool, default True
        Whether to show progress on standard error.

    Returns
    -------
    str
        What `build_summary` returns.

    Raises
    ------
    WhoMetWhomError
        If nothing can be read, or nothing can be written.
    """
    from helpers.corpus import load_corpus  # pandas takes half a second, which --help need not wait for

    corpus = load_corpus(path, knowledge=knowledge, progress=progress)
    corpus.save(out, format=format)
    return f"{build_summary(corpus)}\n\nFrames written to {out} as {format}."


def build_summary(corpus: Corpus, *, limit: int = MAX_LISTED) -> str:
    """Build the summary of a corpus: counts, then one line for every meeting.

    Parameters
    ----------
    corpus : Corpus
        As `helpers.corpus.load_corpus` returns it.
    limit : int, default 40
        Number of meetings listed, in order of their first possible day.

    Returns
    -------
    str
        Lines without control characters, whatever the articles contain.
    """
    articles, meetings = corpus.articles, corpus.meetings
    counts = meetings["status"].value_counts(sort=False)
    by_status = ", ".join(f"{n:,} {status}" for status, n in counts.items() if n)
    n_warnings = len(corpus.meta.get("warnings", []))
    lines = [
        f"Articles  {len(articles):,} read, {_n_undated(articles):,} undated; {n_warnings:,} warnings",
        f"Meetings  {len(meetings):,}, {_n_undated(meetings):,} undated; {by_status or 'none found'}",
        f"People    {len(corpus.people):,}",
    ]
    if meetings.empty:
        return "\n".join(lines)
    listed = meetings.sort_values(["start", "end", "meeting_id"], kind="stable").head(limit)
    rows: list[tuple[str, ...]] = [("meeting", "days", "status", "participants", "place", "articles")]
    for meeting in listed.to_dict("records"):
        key = meeting["meeting_id"]
        place = ", ".join(_texts(meeting["place"], meeting["place_country"]))
        present = corpus.participations[corpus.participations["meeting_id"] == key]
        sources = sorted(corpus.evidence.loc[corpus.evidence["meeting_id"] == key, "article_id"].unique())
        days = " ".join(_texts(meeting["edtf"])) or "undated"
        rows.append((key, days, meeting["status"], _sides(present), place, _sources(sources)))
    lines += ["", *_lay_out(rows)]
    if len(meetings) > limit:
        lines.append(f"… and {len(meetings) - limit:,} more in the frame meetings.")
    return "\n".join(lines)


def _sides(present: pd.DataFrame) -> str:
    """Write participants as ``a, b – c``: commas within a side, a dash between sides."""
    sides: dict[int, list[str]] = {}
    for p in present.to_dict("records"):
        name = _texts(p["name"]) or _texts(p["country"], p["role"]) or ["unknown"]
        sides.setdefault(p["side"], []).append(" ".join(name))
    return " – ".join(", ".join(names) for _, names in sorted(sides.items()))


def _sources(article_ids: list[str]) -> str:
    more = f" +{len(article_ids) - 2:,}" if len(article_ids) > 2 else ""
    return ", ".join(article_ids[:2]) + more


def _lay_out(rows: list[tuple[str, ...]]) -> list[str]:
    cells = [[_printable(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(rows[0]))]
    return ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]


def _printable(text: str) -> str:
    """Return one line without control characters: articles must not steer a terminal."""
    line = "".join(c if c.isprintable() else " " for c in text)
    line = " ".join(line.split())
    return line if len(line) <= MAX_CELL else line[: MAX_CELL - 1] + "…"


def _texts(*values: object) -> list[str]:
    return [v for v in values if isinstance(v, str) and v]


def _n_undated(frame: pd.DataFrame) -> int:
    return int((frame["start"].isna() & frame["end"].isna()).sum())


def _fail(message: str) -> int:
    print(f"error: {message}", file=sys.stderr)
    return FAILED


@contextmanager
def _warn_in_lines() -> Iterator[None]:
    """Print every warning of this package as one line, as it happens; leave others alone."""
    from tqdm import tqdm

    with warnings.catch_warnings():
        warnings.simplefilter("always", WhoMetWhomWarning)
        show = warnings.showwarning

        def show_in_one_line(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: TextIO | None = None,
            line: str | None = None,
        ) -> None:
            if issubclass(category, WhoMetWhomWarning):
                one_line = "".join(c if c.isprintable() else " " for c in str(message))
                tqdm.write(f"warning: {one_line}", file=sys.stderr)
            else:
                show(message, category, filename, lineno, file, line)

        warnings.showwarning = show_in_one_line
        yield


if __name__ == "__main__":
    sys.exit(main())
