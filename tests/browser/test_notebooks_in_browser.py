"""A person opens each notebook, runs it, changes filters, sees the figure change, and exports."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.browser.lab import Lab

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(file.name for file in (ROOT / "notebooks").glob("*.ipynb"))

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: How a file of each format begins.
SIGNATURES = {".png": b"\x89PNG\r\n", ".svg": b"<?xml", ".pdf": b"%PDF-"}


@pytest.mark.parametrize("name", NOTEBOOKS, ids=lambda name: name.removesuffix(".ipynb"))
def test_notebook_in_the_browser(name: str, lab: Lab, tmp_path: Path) -> None:
    lab.open_notebook(f"notebooks/{name}")
    lab.run_all()
    assert lab.cell_errors() == []
    assert lab.find("wmw-panel").is_visible()
    everything, told = lab.image("wmw-figure"), lab.text("wmw-message")

    # Words that stand in no evidence: the panel says that nothing matches, and the figure shows nothing.
    lab.type_into("wmw-filter-words", "xyzzy plugh")
    assert lab.text("wmw-message", unlike=told) != ""
    nothing = lab.image("wmw-figure", unlike=everything)

    # It keeps working: without the words the first figure is back, byte for byte.
    lab.type_into("wmw-filter-words", "")
    assert lab.image("wmw-figure", unlike=nothing) == everything
    lab.wait_until_idle()
    assert lab.text("wmw-message") == told

    # Some meetings are left by a filter: the figure is neither the full one nor the empty one.
    lab.type_into("wmw-filter-words", "Wallace")
    some = lab.image("wmw-figure", unlike=everything)
    assert some != nothing

    # What is seen is exported: three pictures, the table behind them, and what it was filtered by.
    folder = tmp_path / "for the report"
    before = lab.text("wmw-export-result")
    lab.type_into("wmw-export-folder", str(folder))
    lab.find("wmw-export").click()
    lab.text("wmw-export-result", unlike=before)
    lab.wait_until_idle()
    files = {file.suffix: file for file in folder.rglob("*") if file.is_file()}
    assert sorted(files) == [".csv", ".json", ".pdf", ".png", ".svg"]
    assert {s: files[s].read_bytes()[: len(begin)] for s, begin in SIGNATURES.items()} == SIGNATURES
    assert len(list(csv.reader(files[".csv"].read_text(encoding="utf-8").splitlines()))) > 1
    said = json.loads(files[".json"].read_text(encoding="utf-8"))
    assert "Wallace" in json.dumps(said["filters"])
    assert {"corpus_hash", "version"} <= set(said)
