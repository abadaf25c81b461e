"""Filter widgets: the plain widgets of a filter panel, and the labels of their options."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Mapping

import ipywidgets as widgets
import pandas as pd

from helpers.analyse.filters import allowed_values
from helpers.analyse.wording import describe_participants
from helpers.corpus import Corpus
from helpers.knowledge.tables import load_knowledge
from helpers.schema import MODES, STATUSES
from helpers.show import style
from helpers.show.figure import clean_text

#: Characters of a list's label that are always to be seen.
MAX_LABEL = 44

_LABEL = {"description_width": "70px"}
_MODES = {"in_person": "in person", "phone": "by phone", "video": "by video", "unknown": "not said"}


def label_people(corpus: Corpus) -> dict[str, str]:
    """Return the label of every participant, "Ben Wallace (GB)", and the person_id.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    dict
        Labels, sorted, to person_id. No label stands for two: those of
        namesakes end in the person_id.
    """
    columns = ["person_id", "name", "role", "country"]
    table = pd.concat([corpus.people[columns], corpus.participations[columns]]).drop_duplicates("person_id")
    table = table[table["person_id"].isin(corpus.participations["person_id"])].reset_index(drop=True)
    names = dict(zip(table["person_id"].astype(str), describe_participants(table), strict=True))
    return _name_options(names)


def label_countries(corpus: Corpus) -> dict[str, str]:
    """Return the label of every country that acts, "France (FR)", and its code."""
    known = {c.code: c.name for c in load_knowledge().countries}
    codes = allowed_values(corpus)["countries"]
    return _name_options({code: f"{known[code]} ({code})" if code in known else code for code in codes})


def label_values(corpus: Corpus) -> dict[str, dict[str, str]]:
    """Return labels and values of the short lists: status, mode, topic, outlet."""
    allowed = allowed_values(corpus)
    return {
        "status": {style.STATUS[s].words: s for s in STATUSES},
        "mode": {_MODES[m]: m for m in MODES},
        "topic": _name_options({t: t for t in allowed["topic"]}),
        "outlet": _name_options({o: o for o in allowed["outlet"]}),
    }


def _name_options(names: Mapping[str, str]) -> dict[str, str]:
    labels = {key: clean_text(name, 80) or clean_text(key, 80) for key, name in names.items()}
    seen = Counter(labels.values())
    options: dict[str, str] = {}
    for key, plain in sorted(labels.items(), key=lambda pair: (pair[1].casefold(), pair[0])):
        label = plain if seen[plain] == 1 and plain else f"{plain} [{clean_text(key, 40)}]"
        while label in options:
            label += "′"
        options[label] = key
    return options


def build_tags(description: str, labels: Iterable[str], css_class: str) -> widgets.TagsInput:
    """Build an input with type-ahead that takes one or several of many labels."""
    options = list(labels)
    box = widgets.TagsInput(
        value=[],
        allowed_tags=options,
        allow_duplicates=False,
        placeholder="type a name" if options else "none in this corpus",
        description=description,
        style=_LABEL,
        layout=widgets.Layout(flex="1 1 auto", min_width="220px"),
        tooltip=f"{description}: type a few letters, choose from the list; Backspace removes",
    )
    box.add_class(css_class)
    return box


def name_box(description: str, box: widgets.Widget) -> widgets.HBox:
    """Put a name before a widget that does not show its own description."""
    label = widgets.Label(description, layout=widgets.Layout(width="70px", justify_content="flex-end"))
    return widgets.HBox([label, box], layout=widgets.Layout(width="48%", min_width="300px"))


def hide_words(summary: str, words: str) -> str:
    """Return words as inert HTML behind a line that opens them.

    Examples
    --------
    >>> hide_words("In words", "A <b> chart")
    '<details><summary>In words</summary>A &lt;b&gt; chart</details>'
    """
    return f"<details><summary>{html.escape(summary)}</summary>{html.escape(words)}</details>"


def build_list(description: str, options: Mapping[str, str], css_class: str) -> widgets.SelectMultiple:
    """Build a list, wide enough for its labels, in which one or several of a few can be chosen."""
    widest = min(max(map(len, options), default=0), MAX_LABEL)
    box = widgets.SelectMultiple(
        options=list(options.items()),
        value=(),
        rows=min(max(len(options), 2), 6),
        description=description,
        style=_LABEL,
        layout=widgets.Layout(width=f"calc(110px + {widest}ch)", min_width="230px", max_width="100%"),
        tooltip=f"{description}: hold Ctrl (or Cmd) to choose several, or to take one back",
    )
    box.add_class(css_class)
    return box


def build_days() -> tuple[widgets.DatePicker, widgets.DatePicker]:
    """Build the two inputs of the first and the last day, both inclusive."""
    layout = {"width": "auto"}
    first = widgets.DatePicker(
        description="From", style=_LABEL, layout=layout, tooltip="First day, inclusive"
    )
    last = widgets.DatePicker(description="To", style=_LABEL, layout=layout, tooltip="Last day, inclusive")
    return first, last


def build_words() -> widgets.Text:
    """Build the input of words that must stand in the evidence."""
    box = widgets.Text(
        description="Words",
        placeholder='words or a "phrase"; Enter applies',
        continuous_update=False,
        style=_LABEL,
        layout=widgets.Layout(flex="1 1 auto", min_width="220px"),
        tooltip="Words that must all stand in one sentence of the evidence; Enter applies",
    )
    box.add_class("wmw-filter-words")
    return box


def escape_lines(*lines: str, warn: bool = False) -> str:
    """Return lines of text as inert HTML for a message line; warnings are marked.

    Examples
    --------
    >>> escape_lines("3 of 9 <b>meetings</b>")
    '<span role="status">3 of 9 &lt;b&gt;meetings&lt;/b&gt;</span>'
    """
    text = "<br>".join(html.escape(clean_text(line, 1000)) for line in lines if line)
    bold = f' style="color:{style.VERMILLION};font-weight:600"' if warn else ""
    return f'<span role="status"{bold}>{text}</span>'
