"""Make the README's pictures from the notebooks as they run in JupyterLab: ``make picture``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.browser.lab import ROOT, copy_project, start_lab

#: Notebook, and where its picture goes.
PICTURES = {"01_timeline": "timeline.png", "02_who_met_whom": "who_met_whom.png", "03_topics": "topics.png"}

#: A page that is slow to load is a page not read.
MAX_BYTES = 300_000


def main() -> int:
    """Run the notebooks and write one picture of each; return 1 if one is too large or a cell fails."""
    problems = []
    with tempfile.TemporaryDirectory() as scratch:
        project = copy_project(Path(scratch) / "project")
        with start_lab(project, Path(scratch) / "lab") as lab:
            for notebook, file in PICTURES.items():
                picture = ROOT / "docs" / file
                lab.open_notebook(f"notebooks/{notebook}.ipynb")
                lab.run_all()
                problems += lab.cell_errors()
                lab.image("wmw-figure")
                lab.scroll_to_top("wmw-panel")
                lab.screenshot(picture, css_class="jp-NotebookPanel")
                size = picture.stat().st_size
                print(f"{picture}: {size:,} bytes")
                if size > MAX_BYTES:
                    problems.append(f"{picture} has {size:,} bytes; at most {MAX_BYTES:,} are allowed.")
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
