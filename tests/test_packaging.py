"""The files around the code agree with each other: dependencies, lock, conda, README, seeds."""

from __future__ import annotations

import ast
import hashlib
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import helpers
from docs import data_dictionary

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))

RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEV = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["dev"]]

#: The same package under another name: on conda-forge, and in an import.
CONDA_NAMES = {"matplotlib-base": "matplotlib"}
IMPORT_NAMES = {"IPython": "ipython"}

#: Needed, but not imported by us: the program that is started, and the engine of pandas for Parquet.
NOT_IMPORTED = {"jupyterlab", "pyarrow"}
#: A dependency that another one brings and documents as its own face.
BROUGHT_BY = {"ipython": "ipywidgets", "numpy": "pandas", "traitlets": "ipywidgets"}

SEEDS = {
    "000_47948e8f1767c02a.txt": "5007dfa0f867f307c9428ded83b65663b104e8eb2afc5ba878da5453b218b997",
    "001_6dfdb6ef9bf63b9e.txt": "bb98330689cfede5b93eda1377c55ade1cb9008bd8e0f01d5be9cb47328b625b",
    "002_098cd7fdd2a6a391.txt": "ef2bf445a6a6847f57bd0fd7e510131c41caed36be8913bc7ee6edae67378525",
    "003_4a7915fd809b5d26.txt": "f16b8a0c67a04a568ebebbfd61c451a126aff0547de236a38d9a9cbba1c8c0f9",
    "004_beadc076fe9ad992.txt": "d814140bc3aa9b0d496a00f657dd2519f5c42d27e1944bd90eab2b809fbd265d",
}


def locked(name: str) -> list[str]:
    """Return the versions of a package in the lock: several, if they differ by Python version."""
    return re.findall(rf"(?m)^{re.escape(canonicalize_name(name))}==(\S+)", LOCK)


def conda_versions() -> dict[str, str]:
    """Return name and version condition of every conda package of environment.yml."""
    texts = [entry for entry in CONDA["dependencies"] if isinstance(entry, str)]
    return {name: condition for name, _, condition in (text.partition(" ") for text in texts)}


def imported_packages(files: Iterator[Path]) -> set[str]:
    """Return the names of the packages that files import, without ours and the standard library."""
    names = set()
    for file in files:
        for node in ast.walk(ast.parse(source_of(file))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return {canonicalize_name(IMPORT_NAMES.get(n, n)) for n in names - {"helpers"} - sys.stdlib_module_names}


def source_of(file: Path) -> str:
    """Return the Python source of a module or of a notebook's code cells."""
    if file.suffix == ".py":
        return file.read_text(encoding="utf-8")
    cells = nbformat.read(file, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code")


def shipped_code() -> Iterator[Path]:
    yield from sorted((ROOT / "helpers").rglob("*.py"))
    yield from sorted((ROOT / "notebooks").glob("*.ipynb"))


# ---------------------------------------------------------------- dependencies


def test_every_package_that_is_imported_is_a_dependency() -> None:
    extras = {Requirement(text).name for text in PROJECT["project"]["optional-dependencies"]["spacy"]}
    imported = {BROUGHT_BY.get(name, name) for name in imported_packages(shipped_code())}
    assert imported <= {r.name for r in RUNTIME} | extras


def test_every_dependency_is_used() -> None:
    imported = {BROUGHT_BY.get(name, name) for name in imported_packages(shipped_code())}
    assert {r.name for r in RUNTIME} - NOT_IMPORTED <= imported


@pytest.mark.parametrize("requirement", [*RUNTIME, *DEV], ids=str)
def test_lock_pins_what_pyproject_asks_for(requirement: Requirement) -> None:
    versions = locked(requirement.name)
    assert versions
    assert [v for v in versions if v not in requirement.specifier] == []


def test_lock_holds_the_build_backend() -> None:
    # Otherwise the editable install, which comes after the lock, would need the network.
    backend = {Requirement(text).name for text in PROJECT["build-system"]["requires"]}
    assert backend <= {r.name for r in DEV}


def test_lock_has_an_exact_version_and_hashes_for_every_package() -> None:
    entries = re.sub(r"(?m)^#.*\n", "", LOCK).replace("\\\n", "").strip().splitlines()
    shape = re.compile(r"[a-z0-9-]+==\S+ (; [^#]+? )?( *--hash=sha256:[0-9a-f]{64})+")
    assert len(entries) > len(RUNTIME) + len(DEV)
    assert [entry for entry in entries if not shape.fullmatch(entry)] == []


def test_lock_names_no_host_and_no_folder() -> None:
    assert (
        re.findall(r"\w+://|--(?:extra-)?index-url|--find-links|--trusted-host|(?: |^)/\w+| @ ", LOCK) == []
    )


def test_conda_has_the_runtime_dependencies_in_the_versions_of_the_lock() -> None:
    versions = {CONDA_NAMES.get(name, name): condition for name, condition in conda_versions().items()}
    assert {name: versions.get(name) for name in sorted(r.name for r in RUNTIME)} == {
        name: f"={locked(name)[0]}" for name in sorted(r.name for r in RUNTIME)
    }


def test_conda_has_nothing_else_than_python_and_what_installs_the_package() -> None:
    names = {CONDA_NAMES.get(name, name) for name in conda_versions()}
    assert names - {r.name for r in RUNTIME} == {"python", "pip", "setuptools"}
    assert (
        f"setuptools {conda_versions()['setuptools']}".replace(" ", "") in PROJECT["build-system"]["requires"]
    )
    assert CONDA["dependencies"][-1] == {"pip": ["-e ."]}
    assert CONDA["channels"] == ["conda-forge"]


def test_conda_allows_the_oldest_python_that_pyproject_allows() -> None:
    allowed, wanted = SpecifierSet(conda_versions()["python"]), PROJECT["project"]["requires-python"]
    assert [f"3.{n}" for n in range(20) if f"3.{n}" in allowed] == ["3.11", "3.12", "3.13"]
    assert wanted == ">=3.11"


# ---------------------------------------------------------------- the package


def test_version_comes_from_the_package() -> None:
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert importlib.metadata.version("who-met-whom") == helpers.__version__


def test_changelog_has_the_version_and_knows_only_its_kinds_of_change() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"(?m)^## \[(.+?)\]", changelog)
    assert "Unreleased" in versions[:1] or helpers.__version__ in versions[:1]
    kinds = set(re.findall(r"(?m)^### (.+)$", changelog))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert kinds


def test_every_data_file_of_the_knowledge_is_shipped() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["helpers.knowledge"]
    folder = ROOT / "helpers" / "knowledge"
    files = {f for f in folder.rglob("*") if f.is_file() and f.suffix not in {".py", ".pyc"}}
    assert files
    assert files == {f for pattern in patterns for f in folder.glob(pattern)}


# ---------------------------------------------------------------- the seeds


@pytest.mark.parametrize("name", SEEDS)
def test_seed_is_byte_for_byte_as_received(name: str, seeds: Path) -> None:
    assert hashlib.sha256((seeds / name).read_bytes()).hexdigest() == SEEDS[name]


def test_git_leaves_the_seeds_alone() -> None:
    assert "seeds/*.txt -text" in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()


# ---------------------------------------------------------------- the pages


def test_readme_lists_exactly_the_notebooks() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| \[`(\w+)`\]\(notebooks/(\w+)\.ipynb\) \|", readme)
    assert [label for label, _ in rows] == [target for _, target in rows]
    assert [target for _, target in rows] == sorted(f.stem for f in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "seeds/README.md"])
def test_links_of_the_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", text)
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_readme_names_every_make_target() -> None:
    targets = re.findall(r"(?m)^([a-z]+):[^#\n]*## ", (ROOT / "Makefile").read_text(encoding="utf-8"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "lab" in targets
    assert [target for target in targets if f"make {target}" not in readme] == []


def test_data_dictionary_is_current() -> None:
    assert data_dictionary.PAGE.read_text(encoding="utf-8") == data_dictionary.build_page(), (
        "docs/data_dictionary.md is not what helpers/schema.py says. Write it anew with `make docs`."
    )
