"""Markdown: front matter and the marks of a .md file.

Front matter is read as lines of ``key: value`` between two lines of ``---``;
nothing else of YAML is understood, and nothing else is needed for a title, a
date, an outlet and an address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.read.source import Mask

_FENCE = re.compile(r"---[ \t]*\n")
_KEY = re.compile(r"(?P<key>[A-Za-z_-]{1,40})[ \t]{0,20}:[ \t]{0,20}(?P<value>[^\n]{0,2000}?)[ \t]{0,200}$")
_MAX_FRONT_MATTER = 20_000

#: The first name of each field is the documented one.
_FIELDS = {
    "title": ("title", "headline"),
    "published": ("published", "date"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url", "ref", "link"),
}
_HEADING = re.compile(r"^(?P<marks>#{1,6}[ \t]{1,10})(?P<words>[^\n]{1,300})", re.MULTILINE)
_MARKS = re.compile(
    r"(?P<image>!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\))"
    r"|(?P<open>\[)[^\[\]\n]{1,300}(?P<target>\]\([^()\n]{0,2000}\))"
    r"|(?P<strong>\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w))"
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file's front matter, as written; None where absent.

    `title_span` is where the title stands in the text, `masks` covers all of the
    front matter but that.
    """

    title: str | None = None
    title_span: tuple[int, int] | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    masks: tuple[Mask, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    r"""Read the front matter at the very start of a Markdown file.

    Parameters
    ----------
    text : str
        The file's text.

    Returns
    -------
    FrontMatter
        Without fields and masks if there is none, or if it is never closed.

    Examples
    --------
    >>> read_front_matter("---\ntitle: Envoys meet\ndate: 2022-05-12\n---\nThey met.").published
    '2022-05-12'
    """
    if not _FENCE.match(text):
        return FrontMatter()
    head = text[:_MAX_FRONT_MATTER]
    close = re.search(r"\n(?:---|\.\.\.)[ \t]*(?:\n|$)", head[3:])
    if close is None:
        return FrontMatter()
    end = 3 + close.end()
    found: dict[str, str] = {}
    span: tuple[int, int] | None = None
    at = head.index("\n") + 1
    for line in head[at : 3 + close.start() + 1].split("\n"):
        match = _KEY.match(line)
        if match:
            value, shift = _unquote(match["value"])
            name = next((f for f, names in _FIELDS.items() if match["key"].lower() in names), None)
            if name and value and name not in found:
                found[name] = value
                if name == "title":
                    start = at + match.start("value") + shift
                    span = (start, start + len(value))
        at += len(line) + 1
    masks = (
        (Mask(0, span[0], "front_matter"), Mask(span[1], end, "front_matter"))
        if span
        else (Mask(0, end, "front_matter"),)
    )
    return FrontMatter(title_span=span, masks=masks, **found)


def find_heading(text: str, start: int = 0) -> tuple[int, int] | None:
    r"""Find the words of the first ``#`` heading, if it is the first line from `start` on.

    Examples
    --------
    >>> find_heading("# Envoys meet\n\nThey met.")
    (2, 13)
    """
    first = re.compile(r"\s*").match(text, start)
    at = first.end() if first else start
    match = _HEADING.match(text, at)
    if match is None or not match["marks"].startswith("# "):
        return None
    words = match["words"].rstrip().rstrip("#").rstrip()
    return (match.start("words"), match.start("words") + len(words)) if words else None


def find_markdown(text: str) -> tuple[Mask, ...]:
    """Find the marks of headings, strong words, links and images.

    The words of a link stay, its address goes; images go with their text.

    Examples
    --------
    >>> [(m.start, m.end) for m in find_markdown("**Roe** met [Holm](https://example.org)")]
    [(0, 2), (5, 7), (12, 13), (17, 39)]
    """
    masks = [Mask(*match.span("marks"), "markdown") for match in _HEADING.finditer(text)]
    for match in _MARKS.finditer(text):
        masks += [Mask(*match.span(g), "markdown") for g in ("image", "open", "target", "strong") if match[g]]
    return tuple(sorted(masks, key=lambda m: m.start))


def _unquote(value: str) -> tuple[str, int]:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1], 1
    return value, 0
