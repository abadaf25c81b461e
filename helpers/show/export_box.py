"""Export box: a button that writes what a live figure shows into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import ipywidgets as widgets

from helpers.errors import ExportError
from helpers.show.export import check_name, save_figure
from helpers.show.filter_widgets import escape_lines

if TYPE_CHECKING:
    from helpers.show.panel import LiveFigure


class ExportBox(widgets.VBox):
    """A folder, a name, a button, and a line that tells what was written.

    Attributes
    ----------
    folder, name : ipywidgets.Text
    replace : ipywidgets.Checkbox
        Whether files of the same name may be replaced; unticked after each export.
    button : ipywidgets.Button
    result : ipywidgets.HTML
    """

    def __init__(self, live: LiveFigure, name: str, folder: str | Path) -> None:
        """Build the box for one live figure."""
        check_name(name)
        self.live = live
        label = {"description_width": "70px"}
        self.folder = widgets.Text(
            value=str(folder), description="Folder", style=label, tooltip="Created if it does not exist"
        )
        self.name = widgets.Text(
            value=name, description="Name", style=label, tooltip="Of the files, without ending"
        )
        self.replace = widgets.Checkbox(value=False, description="Replace files", indent=False)
        self.button = widgets.Button(
            description="Export", tooltip="Write PNG, SVG, PDF, CSV and JSON of the figure as it is shown"
        )
        self.result = widgets.HTML()
        row = [self.folder, self.name, self.replace, self.button]
        super().__init__([widgets.HBox(row, layout={"flex_flow": "row wrap"}), self.result])
        self.folder.add_class("wmw-export-folder")
        self.name.add_class("wmw-export-name")
        self.replace.add_class("wmw-export-replace")
        self.button.add_class("wmw-export")
        self.result.add_class("wmw-export-result")
        self.button.on_click(lambda _: self.export())

    def export(self) -> list[Path]:
        """Write the files; a failure is told in the result line, with no file returned."""
        live, panel = self.live, self.live.panel
        if live.problem:
            self.result.value = escape_lines(f"Nothing written. {live.problem}", warn=True)
            return []
        try:
            files = save_figure(
                live.figure,
                self.folder.value.strip(),
                self.name.value.strip(),
                corpus=panel.corpus,
                filters=panel.value,
                overwrite=self.replace.value,
            )
        except ExportError as error:
            told = f"Nothing written. {error}".replace("with overwrite=True", "by ticking “Replace files”")
            self.result.value = escape_lines(told, warn=True)
            return []
        names = ", ".join(file.name for file in files)
        self.result.value = escape_lines(f"Written into {files[0].parent.resolve()}: {names}.")
        self.replace.value = False
        return files


def export_box(live: LiveFigure, name: str, folder: str | Path = "exports") -> ExportBox:
    """Show a button that exports what a live figure shows.

    Parameters
    ----------
    live : LiveFigure
        From `helpers.show.panel.live_figure`.
    name : str
        Name of the files without ending, such as ``"timeline"``.
    folder : str or Path, default 'exports'
        Where to write; can be changed in the box. Relative to the notebook.

    Returns
    -------
    ExportBox

    Raises
    ------
    ExportError
        If `name` cannot be that of a file.
    """
    return ExportBox(live, name, folder)
