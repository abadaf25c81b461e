"""Who met whom, when, where, what was it about, and how do we know?

The journey of a pile of news articles::

    files ─read→ articles ─extract→ facts with spans ─resolve→ one account
          ─analyse→ tables ─show→ figures, widgets, exports

>>> from helpers import load_corpus, who_met_whom
>>> corpus = load_corpus("seeds", progress=False)
>>> who_met_whom(corpus).shape[0]
5

Read and save
    `load_corpus`, `load_saved`, `Corpus`
Choose
    `Filters`, `apply_filters`
Count
    `describe_corpus`, `removed_text`, `date_coverage`, `meetings_table`, `timeline_table`,
    `who_met_whom`, `compare_topics`
Look
    `plot_coverage`, `plot_timeline`, `plot_meetings_matrix`, `plot_topics`, `show_table`,
    `show_source`, `explain_merge`, `FilterPanel`, `live_figure`
Take along
    `save_figure`, `export_box`

Every column of every table is explained in ``docs/data_dictionary.md``. Names are
imported when they are first used, so that ``import helpers`` is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.analyse.comparison import compare_topics
    from helpers.analyse.coverage import date_coverage, describe_corpus, removed_text
    from helpers.analyse.encounters import meetings_table, who_met_whom
    from helpers.analyse.filters import Filters, apply_filters
    from helpers.analyse.timeline import timeline_table
    from helpers.corpus import Corpus, load_corpus, load_saved
    from helpers.show.coverage import plot_coverage
    from helpers.show.evidence import show_source
    from helpers.show.explanation import explain_merge
    from helpers.show.export import save_figure
    from helpers.show.matrix import plot_meetings_matrix
    from helpers.show.panel import FilterPanel, export_box, live_figure
    from helpers.show.tables import show_table
    from helpers.show.timeline import plot_timeline
    from helpers.show.topics import plot_topics

__version__ = "0.1.0"

_HOMES = {
    "helpers.corpus": ("Corpus", "load_corpus", "load_saved"),
    "helpers.analyse.filters": ("Filters", "apply_filters"),
    "helpers.analyse.coverage": ("date_coverage", "describe_corpus", "removed_text"),
    "helpers.analyse.encounters": ("meetings_table", "who_met_whom"),
    "helpers.analyse.timeline": ("timeline_table",),
    "helpers.analyse.comparison": ("compare_topics",),
    "helpers.show.coverage": ("plot_coverage",),
    "helpers.show.timeline": ("plot_timeline",),
    "helpers.show.matrix": ("plot_meetings_matrix",),
    "helpers.show.topics": ("plot_topics",),
    "helpers.show.tables": ("show_table",),
    "helpers.show.evidence": ("show_source",),
    "helpers.show.explanation": ("explain_merge",),
    "helpers.show.panel": ("FilterPanel", "export_box", "live_figure"),
    "helpers.show.export": ("save_figure",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Corpus",
    "FilterPanel",
    "Filters",
    "apply_filters",
    "compare_topics",
    "date_coverage",
    "describe_corpus",
    "explain_merge",
    "export_box",
    "live_figure",
    "load_corpus",
    "load_saved",
    "meetings_table",
    "plot_coverage",
    "plot_meetings_matrix",
    "plot_timeline",
    "plot_topics",
    "removed_text",
    "save_figure",
    "show_source",
    "show_table",
    "timeline_table",
    "who_met_whom",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its module when it is first used."""
    if name not in _HOME_OF:
        names = ", ".join(__all__)
        raise AttributeError(f"module 'helpers' has no attribute {name!r}. Public names: {names}.")
    return getattr(importlib.import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
