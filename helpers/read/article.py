"""Article: the bytes of one file turned into one `SourceText`.

This is the order of the steps: decode, front matter, date header, boilerplate,
title, repeated titles, metadata.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Sequence

from helpers.days import Days, intersect
from helpers.errors import DateWarning, ReadWarning
from helpers.read.boilerplate import BoilerplateRule, find_boilerplate
from helpers.read.decode import decode
from helpers.read.header import find_date_header
from helpers.read.index import IndexRow, parse_published
from helpers.read.markdown import FrontMatter, find_heading, find_markdown, read_front_matter
from helpers.read.source import Mask, SourceText, merge_masks
from helpers.read.title import find_repeats, find_title


def read_article(
    source: str,
    data: bytes,
    *,
    row: IndexRow | None = None,
    rules: Sequence[BoilerplateRule] | None = None,
) -> SourceText:
    r"""Read one article from the bytes of its file.

    Parameters
    ----------
    source : str
        Its name in the corpus; .md files are read as Markdown.
    data : bytes
        The file, which must be text (see `helpers.read.decode.find_binary`).
    row : IndexRow, optional
        What a sidecar says of it; it goes before what the file says.
    rules : sequence of BoilerplateRule, optional
        The shipped rules by default.

    Returns
    -------
    SourceText

    Warns
    -----
    ReadWarning
        If characters could not be decoded.
    DateWarning
        If a date is impossible or two dates contradict each other.

    Examples
    --------
    >>> article = read_article("a.txt", b"Envoys meet in Oslo\n\nThe two met on Friday.\nPhoto: AP")
    >>> article.title, [mask.rule for mask in article.masks]
    ('Envoys meet in Oslo', ['photo_credit'])
    """
    row = row or IndexRow()
    decoded = decode(data)
    text = decoded.text
    if decoded.n_replaced:
        warnings.warn(
            f"Read {source!r} with doubt: it is not valid {decoded.encoding}. Characters "
            "replaced by '\ufffd': "
            f"{decoded.n_replaced:,}. Save the file again as UTF-8.",
            ReadWarning,
            stacklevel=2,
        )
    is_markdown = source.lower().endswith(".md")
    front = read_front_matter(text) if is_markdown else FrontMatter()
    header = find_date_header(text, source)
    masks = [*front.masks, *((header.mask,) if header else ())]
    if is_markdown:
        masks += find_markdown(text)
    masks = list(merge_masks([*masks, *find_boilerplate(text, rules)]))
    span = front.title_span
    if span is None and is_markdown:
        span = find_heading(text)
    if span is None:
        span = find_title(text, tuple(masks))
    if span is not None:
        masks = _uncover(masks, span)
        masks += find_repeats(text, span)
    published, basis = _find_published(source, row, front, header.published if header else None)
    return SourceText(
        source=source,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        title=row.title or front.title or (" ".join(text[slice(*span)].split()) if span else None),
        title_span=span,
        outlet=row.outlet or front.outlet,
        url=row.url or front.url,
        published=published,
        published_basis=basis,
        masks=merge_masks(masks),
    )


def _uncover(masks: Sequence[Mask], span: tuple[int, int]) -> list[Mask]:
    """Cut the title out of the masks."""
    start, end = span
    parts = []
    for mask in masks:
        parts += [
            Mask(mask.start, min(mask.end, start), mask.rule),
            Mask(max(mask.start, end), mask.end, mask.rule),
        ]
    return [mask for mask in parts if mask.start < mask.end]


def _find_published(
    source: str, row: IndexRow, front: FrontMatter, header: Days | None
) -> tuple[Days | None, str]:
    """Take the sidecar's date, else the front matter's, else the header's; narrow it by the others."""
    in_front = parse_published(front.published) if front.published else None
    if front.published and in_front is None:
        warnings.warn(
            f"The front matter of {source!r} has the date {front.published!r}, which cannot be read; "
            "it was ignored. Allowed: YYYY-MM-DD, YYYY-MM, YYYY or EDTF. Correct it.",
            DateWarning,
            stacklevel=3,
        )
    best: Days | None = None
    basis = ""
    for found, where in (
        (row.published, "given in index.csv"),
        (in_front, "given in the front matter of the file"),
        (header, "given in the date header of the file"),
    ):
        if found is None:
            continue
        if best is None:
            best, basis = found, where
            continue
        both = intersect(best, found)
        if both is None:
            warnings.warn(
                f"Two publication dates for {source!r} contradict each other: {best.edtf} {basis}, "
                f"{found.edtf} {where}. The first one was used. Correct the wrong one.",
                DateWarning,
                stacklevel=3,
            )
        elif both != best:
            best, basis = both, f"{basis} and {where}"
    return best, basis
