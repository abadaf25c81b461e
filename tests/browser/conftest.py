"""One JupyterLab and one browser for all tests of this folder, on a copy of the notebooks."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.browser.lab import CHROMIUMS, Lab, copy_project, find_chromium, start_lab


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    if find_chromium() is None:
        missing = (
            f"No Chromium. Looked for {', '.join(CHROMIUMS)}. Install one: sudo apt-get install chromium"
        )
        if os.environ.get("WMW_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    project = copy_project(tmp_path_factory.mktemp("project"))
    with start_lab(project, tmp_path_factory.mktemp("lab")) as running:
        yield running
