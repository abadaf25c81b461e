"""Style: the one place for colours, shapes, fonts and sizes of all figures.

Colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), which
readers with colour-blindness can tell apart. A status is never told by colour
alone: its marker has a shape and a fill of its own.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib
import numpy as np
from matplotlib.path import Path as MarkerPath

BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILLION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
#: Okabe and Ito's eight colours in the order in which groups get them.
PALETTE = (BLUE, ORANGE, GREEN, VERMILLION, PURPLE, SKY, BLACK, YELLOW)
INK, SOFT, FAINT, GROUND = "#222222", "#666666", "#D9D9D9", "#F4F4F4"

#: Width of a figure over half a page and over the full page, in inches.
WIDTHS = {"half": 3.5, "full": 7.2}
#: Font sizes in points.
TITLE, TEXT, SMALL = 10.0, 8.0, 7.0
#: Resolution of pictures on screen and of exported PNG files, in dots per inch.
SCREEN_DPI, EXPORT_DPI = 144, 300

RC: dict[Any, Any] = {  # matplotlib's own keys
    "font.family": ["DejaVu Sans"],
    "font.size": TEXT,
    "text.color": INK,
    "text.usetex": False,
    "text.parse_math": False,
    "axes.unicode_minus": False,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.6,
    "axes.facecolor": "white",
    "axes.grid": False,
    "figure.facecolor": "white",
    "figure.dpi": 100.0,
    "hatch.linewidth": 0.8,
    "hatch.color": INK,
    "lines.linewidth": 1.2,
    "legend.frameon": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "savefig.facecolor": "white",
    "savefig.edgecolor": "none",
    "savefig.bbox": None,
    "svg.hashsalt": "who met whom",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "pdf.compression": 6,
}


@dataclass(frozen=True, slots=True)
class StatusStyle:
    """How the marker of one status looks, and its words for the legend."""

    color: str
    marker: str | MarkerPath
    filled: bool
    line: str
    words: str


def _struck_square() -> MarkerPath:
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1], [-1.5, -1.5], [1.5, 1.5]], dtype=float)
    codes = [
        MarkerPath.MOVETO,
        *[MarkerPath.LINETO] * 3,
        MarkerPath.CLOSEPOLY,
        MarkerPath.MOVETO,
        MarkerPath.LINETO,
    ]
    return MarkerPath(corners * 0.85, codes)


STATUS = {
    "held": StatusStyle(BLUE, "o", True, "-", "held"),
    "planned": StatusStyle(VERMILLION, "o", False, "-", "planned"),
    "postponed": StatusStyle(PURPLE, "D", False, "-", "postponed"),
    "cancelled": StatusStyle(BLACK, "X", True, "-", "cancelled"),
    "denied": StatusStyle(BLACK, _struck_square(), False, "-", "denied"),
    "hypothetical": StatusStyle(GREEN, "o", False, ":", "only proposed"),
}


@contextmanager
def report_style() -> Iterator[None]:
    """Draw in the project's style, whatever the user's own settings are.

    Text is never read as mathematics (a ``$`` is a dollar), and a character
    that the font lacks is drawn as a box without a warning.
    """
    with warnings.catch_warnings(), matplotlib.rc_context(RC):
        warnings.filterwarnings("ignore", message=r"Glyph \d+", category=UserWarning)
        warnings.filterwarnings(
            "ignore", message="Matplotlib currently does not support", category=UserWarning
        )
        yield
