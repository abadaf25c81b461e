"""Tables: frames as tables to sort and search, readable without JavaScript too."""

from __future__ import annotations

import html
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.errors import FilterError, not_allowed
from helpers.show.figure import clean_text

#: Bytes of data above which itables shows a sample and says so.
MAX_BYTES = 2**20
#: Characters of a cell.
MAX_CELL = 500

_LABELS = {
    "meeting_id": "meeting",
    "article_id": "article",
    "person_id": "person key",
    "statement_id": "statement",
    "n_meetings": "meetings",
    "n_articles": "articles",
    "n_hits": "hits",
    "n_group_hits": "hits of the group",
    "n_group_articles": "articles of the group",
    "edtf": "date (EDTF)",
    "date_basis": "how the day is known",
    "place_country": "country of place",
    "in_roster": "in office table",
    "resolved_by": "identified by",
    "candidates": "other candidates",
}
#: Where a column holds days, and where it holds offsets into a text.
_BOUNDS = {"start": ("first day", "from character"), "end": ("last day", "to character")}
#: Columns of codes, shown with spaces instead of underscores.
_CODES = ("mode", "resolved_by", "rule")


@dataclass(frozen=True, slots=True)
class TableView:
    """A table that shows itself: interactive in a notebook, plain elsewhere.

    Attributes
    ----------
    table : DataFrame
        As it is shown: readable column labels, days as ISO text.
    caption : str
    """

    table: pd.DataFrame
    caption: str = ""

    def _repr_html_(self) -> str:
        """Return an interactive table that needs no network, with a static one inside."""
        import itables.options as options
        from itables.javascript import generate_init_offline_itables_html, to_html_datatable

        # The library stands in every table: a page with any of its outputs missing still works.
        library = generate_init_offline_itables_html(options.dt_bundle)
        return library + to_html_datatable(
            self.table,
            caption=html.escape(self.caption) or None,
            connected=False,
            allow_html=False,
            showIndex=False,
            maxBytes=MAX_BYTES,
            columnDefs=[{"className": "dt-left", "targets": self._text_columns()}],
            classes="display compact",
            style="table-layout:auto;width:100%;max-width:1000px;margin:0;caption-side:top",
        )

    def _text_columns(self) -> list[int]:
        dtypes = enumerate(self.table.dtypes)
        return [i for i, dtype in dtypes if not pd.api.types.is_numeric_dtype(dtype)]

    def __repr__(self) -> str:
        """Return the first 20 rows as plain text."""
        lines = self.table.head(20).to_string(index=False, max_colwidth=60)
        more = f"\n… {len(self.table) - 20:,} more rows" if len(self.table) > 20 else ""
        return (f"{self.caption}\n" if self.caption else "") + lines + more


def show_table(frame: pd.DataFrame, *, caption: str = "", hidden: Collection[str] = ()) -> TableView:
    """Show a frame as a table that can be sorted and searched.

    Parameters
    ----------
    frame : DataFrame
        Not changed. Its index is shown only if it has a name.
    caption : str, default ''
        Stands above the table; plain text.
    hidden : collection of str, default ()
        Columns that are left out.

    Returns
    -------
    TableView
        Cells of more than 500 characters end in "…"; a missing value is empty; fractions
        have three decimals.

    Raises
    ------
    FilterError
        If `hidden` names a column that is not there.

    Examples
    --------
    >>> show_table(pd.DataFrame({"name": ["Ada", None], "n_meetings": [2, 1]}), caption="Who")
    Who
    name  meetings
     Ada         2
                 1
    """
    if any(n is not None for n in frame.index.names):
        frame = frame.reset_index()
    hidden = (hidden,) if isinstance(hidden, str) else hidden
    names = [str(c) for c in frame.columns]
    for name in hidden:
        if name not in names:
            hint = "Correct the name, or leave it out."
            raise FilterError(not_allowed("column", name, names, where="show_table(hidden=…)", hint=hint))
    places = [i for i, name in enumerate(names) if name not in hidden]
    columns = {i: _readable(frame.iloc[:, i], names[i]) for i in places}
    table = pd.DataFrame(columns, index=frame.index).reset_index(drop=True)
    table.columns = pd.Index(
        _label_columns([(names[i], pd.api.types.is_integer_dtype(frame.dtypes.iloc[i])) for i in places]),
        dtype="object",
    )
    return TableView(table, clean_text(caption, MAX_CELL))


def _readable(column: pd.Series, name: str) -> pd.Series:
    if pd.api.types.is_bool_dtype(column.dtype):
        return column.map({True: "yes", False: "no"}).fillna("").astype("object")
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        days: pd.Series = column.dt.strftime("%Y-%m-%d").astype("object").fillna("")
        return days
    if pd.api.types.is_float_dtype(column.dtype):
        return column.round(3)
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column
    text: pd.Series = column.astype("object").map(lambda v: clean_text(v, MAX_CELL))
    return text.map(lambda v: v.replace("_", " ")) if name in _CODES else text


def _label_columns(columns: Sequence[tuple[str, bool]]) -> list[str]:
    """Return readable labels of names that hold integers or not; where two would be alike, the names."""
    labels = [_label(name, is_integer) for name, is_integer in columns]
    return [
        label if labels.count(label) == 1 else name for label, (name, _) in zip(labels, columns, strict=True)
    ]


def _label(name: str, is_integer: bool) -> str:
    if name in _BOUNDS:
        return _BOUNDS[name][is_integer]
    return _LABELS.get(name, clean_text(name.replace("_", " "), 80))
