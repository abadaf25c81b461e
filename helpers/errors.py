"""Errors and warnings: one small tree, one voice.

Every message says what is wrong, the value seen, where it was seen, what is
allowed and what to do next. Errors stop the call; warnings name the file or the
row that was left out and everything else goes on.
"""

from __future__ import annotations

from collections.abc import Iterable


class WhoMetWhomError(Exception):
    """Base of every error that this package raises on purpose."""


class CorpusError(WhoMetWhomError):
    """The corpus folder, or a folder of saved frames, cannot be read at all."""


class FrameError(WhoMetWhomError):
    """A frame breaks the contract of `helpers.schema`."""


class FilterError(WhoMetWhomError, ValueError):
    """A filter or an option has a value that is not allowed."""


class KnowledgeError(WhoMetWhomError):
    """A knowledge table (CSV or TOML) is malformed."""


class ExportError(WhoMetWhomError):
    """An export cannot be written, or would overwrite something."""


class WhoMetWhomWarning(UserWarning):
    """Base of every warning: something was left out, everything else goes on."""


class ReadWarning(WhoMetWhomWarning):
    """A file was skipped or read with doubt; the message names it."""


class DateWarning(WhoMetWhomWarning):
    """A date is contradictory or impossible; the message says what was dropped."""


def not_allowed(what: str, seen: object, allowed: Iterable[object], *, where: str, hint: str) -> str:
    """Compose the message for a value outside a closed set.

    Parameters
    ----------
    what : str
        What the value is, e.g. ``"status"``.
    seen : object
        The value as the caller gave it.
    allowed : iterable of object
        Every value that would have been accepted; all of them are listed.
    where : str
        The function, file or row in which it was seen.
    hint : str
        The next step, as one sentence.

    Returns
    -------
    str
        One line: what, seen, where, allowed, next step.

    Examples
    --------
    >>> not_allowed("status", "hold", ["held", "planned"], where="Filters", hint="Choose one of them.")
    "Unknown status 'hold' in Filters. Allowed: 'held', 'planned'. Choose one of them."
    """
    options = ", ".join(repr(a) for a in allowed)
    return f"Unknown {what} {seen!r} in {where}. Allowed: {options}. {hint}"
