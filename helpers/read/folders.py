"""Folders: find a folder by its relative name from wherever one stands."""

from __future__ import annotations

from pathlib import Path

from helpers.errors import CorpusError


def find_folder(name: str | Path, start: str | Path | None = None) -> Path:
    """Find a folder in the start folder or in one of its parents.

    A notebook may be run from its own folder or from the top of the project; both
    find ``seeds``.

    Parameters
    ----------
    name : str or Path
        Relative name such as ``"seeds"``; an absolute path must exist as it is.
    start : str or Path, optional
        Where to begin; the current folder by default.

    Returns
    -------
    Path
        The folder, absolute.

    Raises
    ------
    CorpusError
        If neither the start folder nor any of its parents has such a folder.
    """
    name = Path(name).expanduser()
    begin = Path(start if start is not None else Path.cwd()).resolve()
    for folder in (begin, *begin.parents):
        if (folder / name).is_dir():
            return (folder / name).resolve()
    raise CorpusError(
        f"No folder {str(name)!r} in {str(begin)!r} or in any folder above it. "
        "Give the path of an existing folder, or start from inside the project."
    )
