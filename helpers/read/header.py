"""Date header: the publication date that some crawls put before an article.

The convention is ``date 2022-05-12`` or ``date 2022-05`` as the first words of a
file, alone on a line or directly before the lede.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

from helpers.days import Days, parse_edtf
from helpers.errors import DateWarning
from helpers.read.source import Mask

_HEADER = re.compile(
    r"\s{0,50}(?P<header>date\s?:?\s{1,3}(?P<date>\d{4}-\d{1,2}(?:-\d{1,2})?)"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateHeader:
    """A date header: the day or month it names and where it stands."""

    published: Days
    mask: Mask


def find_date_header(text: str, source: str) -> DateHeader | None:
    """Find the date header at the very start of an article.

    Parameters
    ----------
    text : str
        The article.
    source : str
        Its name, for the warning.

    Returns
    -------
    DateHeader or None
        None if there is no header or its date is not in the calendar.

    Warns
    -----
    DateWarning
        If the header names an impossible date; it is not used and not masked.

    Examples
    --------
    >>> find_date_header(" date 2022-05-12 The ministers met.", "a.txt").published.edtf
    '2022-05-12'
    """
    match = _HEADER.match(text)
    if match is None:
        return None
    parts = match["date"].split("-")
    try:
        published = parse_edtf("-".join([parts[0], *(p.zfill(2) for p in parts[1:])]))
    except ValueError:
        warnings.warn(
            f"The date header {match['header']!r} of {source!r} is not in the calendar and was not used. "
            "Allowed: 'date YYYY-MM-DD' or 'date YYYY-MM'. Correct it, or give the date in index.csv.",
            DateWarning,
            stacklevel=2,
        )
        return None
    return DateHeader(published, Mask(match.start("header"), match.end("header"), "date_header"))
