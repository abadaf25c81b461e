"""Every notebook tells its story: short cells, no logic, no outputs stored, and it runs from both folders."""

from __future__ import annotations

import ast
import re
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from tests.browser.lab import copy_project

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

MAX_LINES = 12
MEDIAN_LINES = 3
CELLS = range(12, 26)
MAX_SECONDS = 30

#: Run before the first cell: what warns here would bewilder a reader.
STRICT = "import warnings\nwarnings.simplefilter('error')"

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def code_of(notebook: NotebookNode) -> list[str]:
    """Return the sources of the code cells."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def text_of(notebook: NotebookNode) -> list[str]:
    """Return the sources of the text cells."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def nodes_of(notebook: NotebookNode) -> Iterator[ast.AST]:
    """Return every syntax node of every code cell: fails on magics, which are not Python."""
    for source in code_of(notebook):
        yield from ast.walk(ast.parse(source))


def n_lines(source: str) -> int:
    """Return the number of lines that are neither blank nor a comment."""
    return len([line for line in source.splitlines() if line.strip() and not line.lstrip().startswith("#")])


def test_there_are_notebooks_and_they_are_numbered_without_a_gap() -> None:
    assert [path.name[:3] for path in NOTEBOOKS] == [f"{i:02}_" for i in range(len(NOTEBOOKS))]
    assert NOTEBOOKS[0].name == "00_start_here.ipynb"


@every_notebook
def test_notebook_is_valid(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert notebook.nbformat_minor >= 5  # cells have ids
    assert notebook.metadata.kernelspec.name == "python3"


@every_notebook
def test_notebook_stores_no_outputs(path: Path) -> None:
    notebook = read(path)
    stored = [c.source for c in notebook.cells if c.cell_type == "code" and (c.outputs or c.execution_count)]
    assert stored == []
    assert "widgets" not in notebook.metadata
    assert notebook.cells[-1].cell_type == "markdown"  # limits, what next: not an empty cell


@every_notebook
def test_notebook_has_no_logic(path: Path) -> None:
    logic = (
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
        ast.Lambda,
        ast.For,
        ast.While,
        ast.Try,
        ast.If,
    )
    assert [ast.unparse(node) for node in nodes_of(read(path)) if isinstance(node, logic)] == []


@every_notebook
def test_notebook_imports_in_one_cell(path: Path) -> None:
    imports = (ast.Import, ast.ImportFrom)
    with_imports = [
        source
        for source in code_of(read(path))
        if any(isinstance(n, imports) for n in ast.walk(ast.parse(source)))
    ]
    assert len(with_imports) == 1


@every_notebook
def test_notebook_names_no_absolute_path(path: Path) -> None:
    notebook = read(path)
    texts = [n.value for n in nodes_of(notebook) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert [text for text in texts if re.match(r"[/~\\]|[A-Za-z]:[\\/]", text)] == []
    everything = "\n".join(cell.source for cell in notebook.cells)
    assert re.findall(r"(?:/home|/Users|/root|/tmp|/work|[A-Z]:\\)\S*", everything) == []


@every_notebook
def test_notebook_is_short(path: Path) -> None:
    notebook = read(path)
    lengths = [n_lines(source) for source in code_of(notebook)]
    assert len(notebook.cells) in CELLS
    assert max(lengths) <= MAX_LINES
    assert statistics.median(lengths) <= MEDIAN_LINES
    assert min(lengths) > 0


@every_notebook
def test_notebook_has_more_text_than_code(path: Path) -> None:
    notebook = read(path)
    assert notebook.cells[0].cell_type == "markdown"
    assert notebook.cells[0].source.startswith("# ")
    assert sum(map(len, text_of(notebook))) >= sum(map(len, code_of(notebook)))


@every_notebook
def test_notebook_names_its_corpus_in_one_tagged_cell(path: Path) -> None:
    tagged = [cell for cell in read(path).cells if "parameters" in cell.metadata.get("tags", [])]
    assert [cell.cell_type for cell in tagged] == ["code"]
    statements = ast.parse(tagged[0].source).body
    assert [type(statement).__name__ for statement in statements] == ["Assign"] * len(statements)
    assert statements


@pytest.mark.slow
@every_notebook
def test_notebook_runs_from_both_folders_and_again(path: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    seconds = []
    # The third run meets the files that the second has exported.
    for folder in (project, project / "notebooks", project / "notebooks"):
        notebook = read(path)
        notebook.cells.insert(0, nbformat.v4.new_code_cell(STRICT))
        began = time.monotonic()
        NotebookClient(
            notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
        ).execute()
        seconds.append(time.monotonic() - began)
        said = [o.text for c in notebook.cells for o in c.get("outputs", []) if o.get("name") == "stderr"]
        assert said == []
    assert max(seconds) <= MAX_SECONDS
