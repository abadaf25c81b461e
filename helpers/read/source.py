r"""One article as it was read: text, metadata, and the mask over boilerplate.

`SourceText.text` is fixed here for good. It is the decoded text of the file with
mojibake repaired, in Unicode normal form C, and with every line end (``\r\n``,
``\r``) turned into one ``\n``. Every offset anywhere in this package counts
characters of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.days import Days

_VISIBLE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Mask:
    """Characters hidden from the rules, and the name of the rule that hid them.

    Attributes
    ----------
    start, end : int
        Half-open characters of the article's text.
    rule : str
        A name from ``knowledge/boilerplate.toml``, or ``date_header``,
        ``front_matter``, ``markdown`` or ``repeated_title``.
    """

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """One article: its text, where it is from, and what the rules must not read.

    Attributes
    ----------
    source : str
        Path relative to the corpus, with ``/``.
    text : str
        The text that all offsets refer to; see the module's description.
    sha256 : str
        SHA-256 of the bytes of the file, in hexadecimal.
    encoding : str
        Encoding with which the bytes were decoded.
    title : str or None
        Title, from the sidecar or front matter if given there, else as found in the text.
    title_span : tuple of int or None
        Where the headline stands in `text`; its wording may differ from a
        title given in a sidecar. None if the text has no headline.
    outlet, url : str or None
        Newspaper, agency or site, and address of the original.
    published : Days or None
        Publication date, as far as metadata or a date header give it. Datelines
        are read later, by `helpers.extract`.
    published_basis : str
        How the date is known; empty if `published` is None.
    masks : tuple of Mask
        Sorted and disjoint.
    """

    source: str
    text: str
    sha256: str
    encoding: str
    title: str | None = None
    title_span: tuple[int, int] | None = None
    outlet: str | None = None
    url: str | None = None
    published: Days | None = None
    published_basis: str = ""
    masks: tuple[Mask, ...] = ()

    @property
    def masked(self) -> str:
        """The text with masked characters blanked; line feeds stay, same length."""
        return mask_text(self.text, self.masks)

    @property
    def n_masked(self) -> int:
        """Number of characters that the masks cover."""
        return sum(mask.end - mask.start for mask in self.masks)


def mask_text(text: str, masks: Iterable[Mask]) -> str:
    r"""Blank the masked characters of a text, one space for each.

    Parameters
    ----------
    text : str
        Any text.
    masks : iterable of Mask
        Sorted and disjoint, as `merge_masks` returns them.

    Returns
    -------
    str
        Same length; line feeds are never blanked, so lines stay lines.

    Examples
    --------
    >>> mask_text("Share\nThey met.", [Mask(0, 5, "share_buttons")])
    '     \nThey met.'
    """
    parts, done = [], 0
    for mask in masks:
        parts += [text[done : mask.start], _VISIBLE.sub(" ", text[mask.start : mask.end])]
        done = mask.end
    return "".join([*parts, text[done:]])


def merge_masks(masks: Iterable[Mask]) -> tuple[Mask, ...]:
    """Sort masks and make them disjoint; where two overlap the earlier one stays.

    Examples
    --------
    >>> merge_masks([Mask(4, 9, "url"), Mask(0, 6, "share_buttons")])
    (Mask(start=0, end=6, rule='share_buttons'), Mask(start=6, end=9, rule='url'))
    """
    merged: list[Mask] = []
    done = 0
    for mask in sorted(masks, key=lambda m: (m.start, -m.end, m.rule)):
        start = max(mask.start, done)
        if start < mask.end:
            merged.append(Mask(start, mask.end, mask.rule))
            done = mask.end
    return tuple(merged)
