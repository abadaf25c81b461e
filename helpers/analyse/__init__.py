"""Analyse: frames become small tables.

`filters` cuts a corpus to the part that is looked at; `encounters`, `timeline`,
`comparison` and `coverage` make one table each. Frames are never changed.
"""

from __future__ import annotations

from helpers.analyse.comparison import compare_topics
from helpers.analyse.coverage import date_coverage, describe_corpus, removed_text
from helpers.analyse.encounters import meetings_table, who_met_whom
from helpers.analyse.filters import Filters, allowed_values, apply_filters, count_undatable
from helpers.analyse.timeline import timeline_table

__all__ = [
    "Filters",
    "allowed_values",
    "apply_filters",
    "compare_topics",
    "count_undatable",
    "date_coverage",
    "describe_corpus",
    "meetings_table",
    "removed_text",
    "timeline_table",
    "who_met_whom",
]
