"""Highlight: text with marked spans as inert HTML, and what colours mean."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from helpers.errors import FrameError
from helpers.schema import EVIDENCE_FIELDS
from helpers.show import style

#: The field of a span that is a whole sentence: a ground, without a label.
SENTENCE = "sentence"

_COLORS = dict(
    zip(
        EVIDENCE_FIELDS,
        (
            *(style.BLUE, style.ORANGE, style.GREEN, style.VERMILLION),
            *(style.PURPLE, style.BLACK, style.SKY, style.YELLOW),
        ),
        strict=True,
    )
)
_ORDER = {field: i for i, field in enumerate(EVIDENCE_FIELDS)}
_GROUND = f"background:#FFF9DB;color:{style.INK};padding:1px 0"
_LABEL = (
    "font:600 0.72em sans-serif;padding:0 4px;margin:0 2px;border-radius:3px;"
    "background:#FFFFFF;white-space:nowrap"
)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span to mark: half-open characters, a field of evidence, and its rule.

    Attributes
    ----------
    start, end : int
        Half-open characters of the text.
    field : str
        One of `helpers.schema.EVIDENCE_FIELDS`, or ``"sentence"``.
    rule : str
        Name of the rule that read it; may be empty.
    """

    start: int
    end: int
    field: str
    rule: str = ""

    @property
    def label(self) -> str:
        """Return "participant · full"."""
        return f"{self.field} · {self.rule}" if self.rule else self.field


def highlight_html(text: str, spans: Iterable[Highlight]) -> str:
    """Return a text as HTML with marked sentences and labelled facts.

    Nothing of the text can become markup. Where spans overlap, the text is cut
    at every border, the shortest fact gives a piece its colour, and each fact has its
    label behind its last piece.

    Parameters
    ----------
    text : str
        Any text, hostile text included.
    spans : iterable of Highlight
        In any order, overlapping or not; empty ones are not drawn.

    Returns
    -------
    str
        HTML without scripts, links and style sheets.

    Raises
    ------
    FrameError
        If a span lies outside the text.

    Examples
    --------
    >>> highlight_html("a < b", [])
    'a &lt; b'
    """
    marks = sorted(set(spans), key=lambda s: (s.start, -s.end, s.field, s.rule))
    for mark in marks:
        if not 0 <= mark.start <= mark.end <= len(text):
            raise FrameError(
                f"Span {mark.start}:{mark.end} of {mark.label!r} lies outside a text of {len(text):,} "
                f"characters. Allowed: 0 <= start <= end <= {len(text)}. "
                "Build the evidence from this text again."
            )
    marks = [m for m in marks if m.start < m.end]
    borders = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    starting: dict[int, list[Highlight]] = {}
    for mark in marks:
        starting.setdefault(mark.start, []).append(mark)
    out: list[str] = []
    active: list[Highlight] = []
    is_open = False
    for start, end in pairwise(borders):
        active = [m for m in active if m.end > start] + starting.get(start, [])
        in_sentence = any(m.field == SENTENCE for m in active)
        facts = [m for m in active if m.field != SENTENCE]
        if in_sentence != is_open:
            out.append(
                f'<mark class="wmw-sentence" tabindex="0" style="{_GROUND}">' if in_sentence else "</mark>"
            )
            is_open = in_sentence
        out.append(_mark_piece(text[start:end], facts))
        out.extend(_label(m) for m in facts if m.end == end)
    return "".join(out) + ("</mark>" if is_open else "")


def field_color(field: str) -> str:
    """Return the colour of a field; grey for one that is not in the schema."""
    return _COLORS.get(field, style.SOFT)


def _mark_piece(piece: str, facts: list[Highlight]) -> str:
    safe = html.escape(piece)
    if not facts:
        return safe
    first = min(facts, key=lambda m: (m.end - m.start, _ORDER.get(m.field, len(_ORDER))))
    title = html.escape("; ".join(m.label for m in facts))
    color = field_color(first.field)
    look = f"background:{color}22;color:{style.INK};border-bottom:3px solid {color}"
    return f'<bdi class="wmw-fact" tabindex="0" title="{title}" style="{look}">{safe}</bdi>'


def _label(mark: Highlight) -> str:
    look = f"{_LABEL};color:{style.INK};border:1.5px solid {field_color(mark.field)}"
    return f'<span class="wmw-label" style="{look}">{html.escape(mark.label)}</span>'
