"""What the rules know, as data: offices, countries, places, events, names.

The tables are CSV and TOML files beside this module; the README in this folder
says what each holds, where it comes from and how to add a row. A user's folder
with files of the same names adds rows and overrides shipped ones.
"""

from helpers.knowledge.files import load_table, load_toml, read_table, shipped
from helpers.knowledge.records import (
    EVENT_KINDS,
    OFFICES,
    PLACE_KINDS,
    Country,
    Event,
    Knowledge,
    Place,
    Tenure,
)
from helpers.knowledge.tables import load_knowledge

__all__ = [
    "EVENT_KINDS",
    "OFFICES",
    "PLACE_KINDS",
    "Country",
    "Event",
    "Knowledge",
    "Place",
    "Tenure",
    "load_knowledge",
    "load_table",
    "load_toml",
    "read_table",
    "shipped",
]
