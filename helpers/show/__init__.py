"""Show: tables become figures, tables to read, marked text, widgets and files.

`figure` and `style` are what all figures share: title, source line, colours and
shapes. `timeline` (with `lanes`, `time_axis`, `timeline_legend` and, for
many meetings, `timeline_counts`), `matrix`, `topics` and `coverage` draw one figure each.
`tables` shows a frame to read and search; `evidence` shows the sentences a
meeting rests on, marked by `highlight`. `panel` holds the filter widgets, which
`filter_widgets` builds, and redraws a figure from them; `export` writes a
figure and its data into a folder, `export_box` is the button for it.
"""
