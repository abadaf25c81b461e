"""What every test shares: the folders, and settings that make runs alike."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# The same examples in every run, and no deadline: a loaded machine is not a failure. Before any import of
# matplotlib: figures are never shown on a screen.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
os.environ["MPLBACKEND"] = "Agg"


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session", autouse=True)
def _jupyter_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the user's Jupyter and IPython configuration out of the tests, and the tests out of it."""
    folder = tmp_path_factory.mktemp("jupyter")
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        os.environ[name] = str(folder / name.lower())
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
