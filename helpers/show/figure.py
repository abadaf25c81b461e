"""Figure: a matplotlib figure with a title, a source line, its data and alt text."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from typing import Any, Literal

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

from helpers import __version__
from helpers.corpus import Corpus
from helpers.show import style

Size = Literal["half", "full"]

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f\ufeff")


class ReportFigure(Figure):
    """A figure that shows itself in a notebook and knows what is behind it.

    Attributes
    ----------
    title : str
        The title line, as drawn.
    data : DataFrame
        The table that the figure draws.
    alt : str
        The figure in words, for readers who do not see it.
    """

    title: str
    data: pd.DataFrame
    alt: str

    def __init__(self, width: float, height: float) -> None:
        """Make an empty figure of a size in inches."""
        with style.report_style():
            super().__init__(figsize=(width, height))
        FigureCanvasAgg(self)
        self.title, self.alt, self.data = "", "", pd.DataFrame()

    def draw(self, renderer: Any) -> None:
        """Draw in the project's style, without warnings about rare characters."""
        with style.report_style():
            super().draw(renderer)

    def savefig(self, fname: Any, **options: Any) -> None:
        """Write the figure in the project's style; see matplotlib."""
        with style.report_style():
            super().savefig(fname, **options)

    def to_png(self, dpi: float = style.SCREEN_DPI) -> bytes:
        """Return the picture as PNG bytes; the same figure gives the same bytes."""
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
        return buffer.getvalue()

    def _repr_png_(self) -> tuple[bytes, dict[str, Any]]:
        width, height = self.get_size_inches() * 100
        return self.to_png(), {"width": int(width), "height": int(height), "alt": self.alt}

    def __repr__(self) -> str:
        """Return the alt text, which is what is left where no picture is shown."""
        return f"<Figure: {self.alt or self.title}>"


def clean_text(text: object, limit: int = 200) -> str:
    r"""Return text fit for a label: one line, no control characters, not too long.

    Parameters
    ----------
    text : object
        Text from an article; a missing value gives an empty label.
    limit : int, default 200
        Characters; what is longer ends in "…".

    Returns
    -------
    str

    Examples
    --------
    >>> clean_text("Ada\n Byron\x00"), clean_text("abcdef", 4)
    ('Ada Byron', 'abc…')
    """
    if text is None or pd.isna(text):  # type: ignore[call-overload]
        return ""
    words = str(text)[: 4 * limit + 100].split()
    line = "".join(
        c for c in " ".join(words) if c not in _BIDI and unicodedata.category(c)[:2] not in ("Cc", "Cs")
    )
    return line if len(line) <= limit else line[: limit - 1] + "…"


def draw_text(text: object, limit: int = 200) -> str:
    """Return `clean_text` with "□" for what the figures' font cannot draw."""
    glyphs = _glyphs()
    line = "".join(c if ord(c) in glyphs else "□" for c in clean_text(text, limit) if c not in _UNSEEN)
    return re.sub("□+", "□", line)


@cache
def _glyphs() -> frozenset[int]:
    path = findfont(FontProperties(family=style.RC["font.family"]))
    return frozenset(get_font(path).get_charmap())


def text_width(figure: Figure, text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in inches, as it will be drawn."""
    font = FontProperties(family=style.RC["font.family"], size=size, weight="bold" if bold else "normal")
    canvas = figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):  # somebody else's figure: measure beside it
        canvas = FigureCanvasAgg(Figure(dpi=figure.dpi))
    renderer: Any = canvas.get_renderer()  # type: ignore[no-untyped-call]
    with style.report_style():
        width, _, _ = renderer.get_text_width_height_descent(text or " ", font, False)
    return float(width) / float(figure.dpi)


def fit_text(figure: Figure, text: str, size: float, width: float) -> str:
    """Shorten a text with "…" until it is at most `width` inches wide."""
    if text_width(figure, text, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(figure, text[:middle].rstrip() + "…", size) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def fit_name(figure: Figure, label: str, size: float, width: float) -> str:
    """Shorten the name in "Ada Byron (GB)" until it fits, and keep the country."""
    name, bracket, country = label.rpartition(" (")
    if not bracket or len(country) > 8:
        return fit_text(figure, label, size, width)
    tail = bracket + country
    return fit_text(figure, name, size, width - text_width(figure, tail, size)) + tail


def wrap_text(
    figure: Figure, text: str, size: float, width: float, *, lines: int = 3, bold: bool = False
) -> str:
    """Break a text between words into at most `lines` lines of `width` inches."""
    out: list[str] = []
    for word in text.split(" "):
        longer = f"{out[-1]} {word}" if out else word
        if out and text_width(figure, longer, size, bold=bold) <= width:
            out[-1] = longer
        else:
            out.append(word)
    if len(out) > lines:
        out = [*out[: lines - 1], " ".join(out[lines - 1 :])]
    return "\n".join(fit_text(figure, line, size, width) for line in out)


def add_heading(figure: ReportFigure, title: str, note: str, *, left: float = 0.1) -> float:
    """Write title and note at the top left; return the height used, in inches."""
    width, height = figure.get_size_inches()
    figure.title = title
    lines = wrap_text(figure, title, style.TITLE, width - 2 * left, bold=True)
    x, y = left / width, 1 - 0.12 / height
    figure.text(
        x, y, lines, size=style.TITLE, weight="bold", va="top", ha="left", linespacing=1.2, gid="title"
    )
    used = 0.12 + (lines.count("\n") + 1) * 0.175
    if note:
        text = wrap_text(figure, note, style.SMALL, width - 2 * left)
        figure.text(
            x,
            1 - (used + 0.03) / height,
            text,
            size=style.SMALL,
            va="top",
            color=style.SOFT,
            linespacing=1.25,
            gid="note",
        )
        used += 0.05 + (text.count("\n") + 1) * 0.13
    return used + 0.08


def heading_height(figure: ReportFigure, title: str, note: str, *, left: float = 0.1) -> float:
    """Return the height that `add_heading` will use, in inches."""
    width = figure.get_size_inches()[0] - 2 * left
    lines = wrap_text(figure, title, style.TITLE, width, bold=True).count("\n") + 1
    notes = wrap_text(figure, note, style.SMALL, width).count("\n") + 1 if note else 0
    return 0.2 + 0.175 * lines + (0.05 + 0.13 * notes if note else 0.0)


def add_source(figure: ReportFigure, corpus: Corpus | None, *, left: float = 0.1) -> None:
    """Write the source line at the bottom left."""
    width, height = figure.get_size_inches()
    line = source_line(corpus)
    if line:
        figure.text(
            left / width, 0.07 / height, line, size=style.SMALL, color=style.SOFT, va="bottom", gid="source"
        )


def source_line(corpus: Corpus | None) -> str:
    """Return "Source: 5 articles, corpus 1a2b3c4d; Who Met Whom 0.1.0"."""
    if corpus is None:
        return ""
    return f"Source: {count_articles(corpus)}, corpus {short_hash(corpus)}; Who Met Whom {__version__}"


def short_hash(corpus: Corpus) -> str:
    """Return the first eight characters of the corpus hash."""
    return str(corpus.meta.get("corpus_hash") or "unknown")[:8]


def count_articles(corpus: Corpus) -> str:
    """Return "5 articles", or "1 article"."""
    n = len(corpus.articles)
    return f"{n:,} article" + ("" if n == 1 else "s")


def empty_figure(title: str, message: str, corpus: Corpus | None, size: Size = "full") -> ReportFigure:
    """Return a figure that says why there is nothing to see."""
    figure = ReportFigure(style.WIDTHS[size], 1.6)
    with style.report_style():
        add_heading(figure, title, "")
        ax = figure.add_axes((0.0, 0.2, 1.0, 0.5))
        ax.set_axis_off()
        ax.text(0.5, 0.5, message, ha="center", va="center", size=style.TEXT, color=style.SOFT, gid="message")
        add_source(figure, corpus)
    figure.alt = f"{title}. {message}"
    return figure


def own_figure(ax: Axes) -> ReportFigure:
    """Return the figure of given axes with the attributes of a `ReportFigure`."""
    figure: Any = ax.get_figure(root=True)
    for name, value in (("title", ""), ("alt", ""), ("data", pd.DataFrame())):
        if not hasattr(figure, name):
            setattr(figure, name, value)
    return figure  # type: ignore[no-any-return]


def join_words(words: list[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""
