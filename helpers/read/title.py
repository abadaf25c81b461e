"""Title: the headline of an article, where it has one.

A headline is the first line that is not boilerplate, short, without a full stop,
and set apart from the body. A lede, a dateline and a date alone are not headlines.
"""

from __future__ import annotations

import re
from itertools import islice

from helpers.read.lines import Line, each_line, ends_sentence, find_lines, plain_text
from helpers.read.source import Mask

#: A longer first line is a paragraph.
MAX_TITLE = 200
#: Characters of an article in which its headline is looked for.
TOP = 5_000
#: How many lines may stand above the headline, such as a section's name or a date.
MAX_LINES_ABOVE = 4
#: "OSLO - ..." is a dateline if the line is longer than this, else it may be a headline.
MAX_CAPITALS = 100
#: Without a blank line below, a headline is this short and the line below a paragraph.
MAX_TIGHT_TITLE, MIN_TIGHT_BODY = 120, 120

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?i:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?),?(?:\s\d{{4}})?"
)
_STAMP = re.compile(
    r"(?:(?:published|posted|updated|last updated|last modified|date)(?: on| at)?\s?:?\s?)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:{_DATE}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r"(?:[\s,|-]{0,3}(?:at\s)?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?[a-z]{2,4})?)?",
    re.IGNORECASE,
)
#: City in capitals and a dash; or place, day and year, then an agency or a dash.
_DATELINE = re.compile(
    r"(?P<city>[A-Z][A-Z.' /]{1,40}(?:,\s?[A-Za-z.' ]{2,30})?(?:,\s?" + _DATE + r")?\s{0,2}"
    r"(?:\([^()]{1,40}\)\s{0,2}(?:-{1,2}|:)|-{1,2}\s))"
    r"|[A-Z][\w.' ]{1,40},(?:\s?[A-Za-z.' ]{2,30},)?\s" + _DATE + r"\s{0,2}(?:\([^()]{1,40}\)|-{1,2}\s|:\s)"
    r"|\([^()]{2,60}-\s?" + _DATE + r"\)"
)
_ABBREVIATION_END = re.compile(r"(?:\b[A-Z]|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Gov|Sen|Gen|Dr|St|No|vs?))\.$")


def find_title(text: str, masks: tuple[Mask, ...] = ()) -> tuple[int, int] | None:
    r"""Find the headline at the top of an article.

    Parameters
    ----------
    text : str
        The article.
    masks : tuple of Mask
        Its boilerplate, sorted and disjoint.

    Returns
    -------
    tuple of int or None
        Start and end of the headline in `text`; None if the text begins with its body.

    Notes
    -----
    A headline with a full stop is not recognised, nor one that runs over two lines.

    Examples
    --------
    >>> find_title("Envoys meet in Oslo\n\nThe two envoys met on Friday.")
    (0, 19)
    >>> find_title("OSLO, 3 May 2022 (NTB): The two envoys met\n\nThey talked.") is None
    True
    """
    near = tuple(mask for mask in masks if mask.start < TOP)
    lines = (line for line in each_line(text[:TOP]) if not _is_covered(line, near))
    free = list(islice(lines, MAX_LINES_ABOVE + 2))
    for above, line in enumerate(free[:-1]):
        if line.plain and _STAMP.fullmatch(line.plain):
            continue
        if _is_headline(line, free[above + 1]):
            return line.start, line.end
        return None
    return None


def find_repeats(text: str, span: tuple[int, int]) -> tuple[Mask, ...]:
    r"""Find the lines below the headline that only repeat it.

    Examples
    --------
    >>> find_repeats("Envoys meet\n\nEnvoys meet\nThey met.", (0, 11))
    (Mask(start=13, end=24, rule='repeated_title'),)
    """
    wanted = _key(text[slice(*span)])
    longest = 2 * (span[1] - span[0]) + 20
    masks, at = [], span[1]
    for _, _, first, last in find_lines(text[at:]):
        start, end = at + first, at + last
        if end - start <= longest and _key(text[start:end]) == wanted:
            masks.append(Mask(start, end, "repeated_title"))
    return tuple(masks)


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", plain_text(title).casefold()))


def _is_covered(line: Line, masks: tuple[Mask, ...]) -> bool:
    covered = sum(max(0, min(line.end, m.end) - max(line.start, m.start)) for m in masks)
    return covered > (line.end - line.start) // 2


def _is_headline(line: Line, below: Line) -> bool:
    plain = line.plain
    if not 2 <= len(plain) <= MAX_TITLE or len(plain.split()) < 2:
        return False
    if plain.endswith((":", ";", ",")) or plain[0].islower():
        return False
    dateline = _DATELINE.match(plain)
    is_city = dateline and re.fullmatch(r"[^\d(]+", dateline["city"] or "")
    if dateline and not (is_city and len(plain) <= MAX_CAPITALS):
        return False
    is_question = plain.rstrip("\"')]»").endswith(("?", "!"))
    if ends_sentence(plain) and not is_question and not _ABBREVIATION_END.search(plain):
        return False
    if line.before_blank:
        return True
    paragraph = max(MIN_TIGHT_BODY, 3 * len(plain) // 2)
    return len(plain) <= MAX_TIGHT_TITLE and below.end - below.start >= paragraph
