"""The Makefile finds a Python, says what is missing, and is quick when nothing changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder with a space in its path and what the Makefile reads."""
    folder = tmp_path / "a b"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def pythons(tmp_path: Path) -> Path:
    """Return a folder that stands for the PATH: tools of the shell, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "cat", "rm", "id", "sed", "awk", "test", "make"):
        if found := shutil.which(tool):
            (folder / tool).symlink_to(found)
    return folder


def add_python(folder: Path, name: str, script: str) -> None:
    """Add a program that answers the Makefile's questions like a Python would."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def make(folder: Path, *words: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run make without the settings of a make around it."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("MAKE") and k != "MFLAGS"}
    env |= {"LC_ALL": "C"} | ({"PATH": str(path)} if path else {})
    command = [str(shutil.which("make")), *words]
    return subprocess.run(command, cwd=folder, env=env, text=True, capture_output=True, check=False)


def pretend_installed(checkout: Path) -> None:
    """Make what a finished `make environment` leaves behind."""
    (checkout / ".venv" / "bin").mkdir(parents=True)
    add_python(checkout / ".venv" / "bin", "python", "exit 0")
    (checkout / ".venv" / ".ready").write_text(str(checkout), encoding="utf-8")


#: A python3 that is too old, and one that cannot make virtual environments.
OLD = 'case "$2" in *print*) echo 3.9;; *) exit 1;; esac'
BARE = 'case "$2" in *print*) echo 3.12;; *ensurepip*) exit 1;; esac'


def test_no_python_is_said_with_the_next_step(checkout: Path, pythons: Path) -> None:
    done = make(checkout, "environment", path=pythons)
    assert done.returncode != 0
    assert done.stderr.splitlines()[:3] == [
        "Who Met Whom needs Python 3.11 or newer. No python3 was found.",
        "Install one (Debian: sudo apt-get install python3 python3-venv; macOS: brew install python@3.13),",
        "or name it:  make PYTHON=/path/to/python3.12",
    ]


def test_old_python_is_named_with_its_version(checkout: Path, pythons: Path) -> None:
    add_python(pythons, "python3", OLD)
    done = make(checkout, "environment", path=pythons)
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == "Who Met Whom needs Python 3.11 or newer. python3 is 3.9."


def test_missing_venv_is_said_with_the_package_to_install(checkout: Path, pythons: Path) -> None:
    add_python(pythons, "python3", BARE)
    done = make(checkout, "environment", path=pythons)
    assert done.returncode != 0
    assert done.stderr.splitlines()[:2] == [
        "Python 3.12 is here but cannot make virtual environments: its module venv or ensurepip is missing.",
        "Install it, then run make again:  sudo apt-get install python3.12-venv",
    ]


def test_newer_python_is_found_beside_an_old_one(checkout: Path, pythons: Path) -> None:
    add_python(pythons, "python3", OLD)
    add_python(
        pythons, "python3.12", 'case "$2" in *print*) echo 3.12;; venv) echo "venv by $0"; exit 7;; esac'
    )
    done = make(checkout, "environment", path=pythons)
    assert done.stdout.splitlines() == ["Making .venv with python3.12", f"venv by {pythons}/python3.12"]
    assert not (checkout / ".venv" / ".ready").exists()


def test_nothing_is_done_when_nothing_changed(checkout: Path) -> None:
    pretend_installed(checkout)
    done = make(checkout, "environment")
    assert (done.returncode, done.stdout) == (0, "make: Nothing to be done for 'environment'.\n")


@pytest.mark.parametrize("change", ["dependencies", "folder", "python gone"])
def test_environment_is_made_anew_when_something_changed(checkout: Path, change: str) -> None:
    pretend_installed(checkout)
    if change == "dependencies":
        later = (checkout / ".venv" / ".ready").stat().st_mtime + 10
        os.utime(checkout / "pyproject.toml", (later, later))
    elif change == "folder":
        checkout = checkout.rename(checkout.with_name("c d"))
    else:
        (checkout / ".venv" / "bin" / "python").unlink()
    done = make(checkout, "--dry-run", "environment")
    assert done.returncode == 0
    assert "--require-hashes -r requirements.lock" in done.stdout


def test_lab_opens_the_first_notebook_and_takes_flags(checkout: Path) -> None:
    pretend_installed(checkout)
    done = make(checkout, "--dry-run", "lab", "LAB_ARGS=--no-browser")
    command = done.stdout.replace("\\\n", " ").split()
    assert command[:3] == [".venv/bin/python", "-m", "jupyterlab"]
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb" in command
    assert command[-1] == "--no-browser"


def test_make_alone_lists_the_targets(checkout: Path) -> None:
    done = make(checkout)
    listed = [line.split()[1] for line in done.stdout.splitlines()]
    assert {"lab", "test", "check", "gold", "lock", "clean"} <= set(listed)
    assert not (checkout / ".venv").exists()
