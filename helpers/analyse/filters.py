"""Filters: which part of a corpus is looked at, as one plain value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from typing import Any

import pandas as pd

from helpers.analyse.restrict import (
    NO_OUTLET,
    bound_by_days,
    is_undatable,
    match_meetings,
    outlet_names,
    restrict_corpus,
)
from helpers.analyse.wording import describe_day
from helpers.corpus import Corpus
from helpers.errors import FilterError, not_allowed
from helpers.schema import MODES, STATUSES

__all__ = ["NO_OUTLET", "Filters", "allowed_values", "apply_filters", "check_filters", "count_undatable"]

_SETS = ("people", "countries", "status", "mode", "topic", "outlet")
_CLOSED = {"status": STATUSES, "mode": MODES}


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep of a corpus; empty means no restriction.

    Within one field the values are alternatives, between fields all must hold.

    Attributes
    ----------
    date_from, date_to : datetime.date or None
        Inclusive. A meeting with an uncertain date stays if it can lie between
        them. ISO strings are accepted.
    people : tuple of str
        person_id of participants.
    countries : tuple of str
        Countries that participants act for.
    status, mode : tuple of str
        As in the meetings frame.
    topic : tuple of str
        Topics of the meeting: named where it is reported, or by a participant in
        an article that reports it.
    outlet : tuple of str
        Outlets that report it; ``"(no outlet)"`` for articles without one.
    words : str
        All of these words, or "phrases in double quotes", must stand in one
        evidence sentence of the meeting; upper and lower case are alike.

    Raises
    ------
    FilterError
        If a value is not allowed; the message lists what is.

    Examples
    --------
    >>> Filters(status="held", date_from="2022-05-01").describe()
    'from 1 May 2022; status held'
    """

    date_from: date | None = None
    date_to: date | None = None
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    words: str = ""

    def __post_init__(self) -> None:
        """Bring every field into its one form and check it."""
        for name in ("date_from", "date_to"):
            object.__setattr__(self, name, _read_day(name, getattr(self, name)))
        for name in _SETS:
            object.__setattr__(self, name, _read_values(name, getattr(self, name)))
        if not isinstance(self.words, str):
            raise FilterError(
                f"Filters.words is {self.words!r}, a {type(self.words).__name__}. Allowed: text. "
                'Write the words between quotation marks, such as words="air defence".'
            )
        object.__setattr__(self, "words", " ".join(self.words.split()))
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise FilterError(
                f"Filters.date_from {self.date_from.isoformat()} is after date_to "
                f"{self.date_to.isoformat()}. Allowed: a first day that is not later than the last. "
                "Exchange the two days."
            )

    def __bool__(self) -> bool:
        """Tell whether anything is restricted."""
        return self != Filters()

    def to_dict(self) -> dict[str, Any]:
        """Return the filters as JSON can hold them; `from_dict` reads them back."""
        out: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            out[field.name] = value.isoformat() if isinstance(value, date) else value
            if isinstance(value, tuple):
                out[field.name] = list(value)
        return out

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Filters:
        """Build filters from what `to_dict` returned.

        Parameters
        ----------
        values : mapping
            Names and values of the fields; a missing name means no restriction.

        Returns
        -------
        Filters

        Raises
        ------
        FilterError
            If a name is unknown or a value is not allowed.
        """
        names = [field.name for field in fields(cls)]
        for name in values:
            if name not in names:
                raise FilterError(
                    not_allowed("filter", name, names, where="Filters.from_dict", hint="Correct the name.")
                )
        return cls(**values)

    def describe(self) -> str:
        """Return the filters as one readable line, ``"everything"`` if there is none."""
        parts = []
        if self.date_from and self.date_to:
            parts.append(f"{describe_day(self.date_from)} to {describe_day(self.date_to)}")
        elif self.date_from:
            parts.append(f"from {describe_day(self.date_from)}")
        elif self.date_to:
            parts.append(f"until {describe_day(self.date_to)}")
        parts += [f"{name} {' or '.join(getattr(self, name))}" for name in _SETS if getattr(self, name)]
        if self.words:
            parts.append(f"words {self.words}")
        return "; ".join(parts) or "everything"


def _read_day(name: str, value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise FilterError(
            f"Filters.{name} is {value!r}, which is not a day. Allowed: a datetime.date or 'YYYY-MM-DD'. "
            "Correct the day."
        ) from error


def _read_values(name: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = (value,)
    if not isinstance(value, Iterable):
        raise FilterError(
            f"Filters.{name} is {value!r}. Allowed: text or several texts, such as {name}=('…', '…'). "
            "Write it as a tuple."
        )
    values = tuple(dict.fromkeys(str(v) for v in value))
    if name in _CLOSED:
        for v in values:
            if v not in _CLOSED[name]:
                raise FilterError(
                    not_allowed(name, v, _CLOSED[name], where=f"Filters.{name}", hint="Choose one of them.")
                )
    return values


def allowed_values(corpus: Corpus) -> dict[str, list[str]]:
    """Return for every field of `Filters` with a set of values those that occur.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    dict
        ``people`` (participants of a meeting), ``countries``, ``topic`` and
        ``outlet``, sorted; ``status`` and ``mode`` in the order of the schema.
    """
    meetings, joined = corpus.meetings, corpus.participations
    return {
        "people": sorted(joined["person_id"].unique().tolist()),
        "countries": sorted(joined["country"].dropna().unique().tolist()),
        "status": [s for s in STATUSES if meetings["status"].eq(s).any()],
        "mode": [m for m in MODES if meetings["mode"].eq(m).any()],
        "topic": sorted(corpus.topics["topic"].unique().tolist()),
        "outlet": sorted(outlet_names(corpus.articles).unique().tolist()),
    }


def check_filters(corpus: Corpus, filters: Filters) -> None:
    """Raise if the filters name something that the corpus does not have.

    Parameters
    ----------
    corpus : Corpus
    filters : Filters

    Raises
    ------
    FilterError
        Naming the value and, of many allowed ones, those that look most like it.
    """
    allowed = allowed_values(corpus)
    for name in ("people", "countries", "topic", "outlet"):
        known = set(allowed[name])
        for value in getattr(filters, name):
            if value in known:
                continue
            if len(known) <= 12:
                hint = "Choose one of them, or leave it out."
                raise FilterError(
                    not_allowed(name, value, allowed[name], where="the filters of this corpus", hint=hint)
                )
            near = get_close_matches(value, allowed[name], n=5, cutoff=0.4)
            raise FilterError(
                f"Unknown {name} {value!r} in the filters of this corpus. Allowed: {len(known):,} values, "
                f"the nearest are {', '.join(map(repr, near)) or 'not alike'}. "
                f"See all with allowed_values(corpus)[{name!r}]."
            )


def apply_filters(corpus: Corpus, filters: Filters) -> Corpus:
    """Return the part of a corpus that the filters leave.

    All frames are restricted together: meetings first; then their participations
    and evidence, the articles that report them, and what stands in those articles.
    Articles that report no meeting at all stay as long as only days, topic and
    outlet are restricted; their day is the day of publication. Meetings without
    any known day are left out as soon as a day is given: see `count_undatable`.

    Parameters
    ----------
    corpus : Corpus
        Not changed.
    filters : Filters

    Returns
    -------
    Corpus
        Every frame a subset of its rows, in their order. Counts in people and
        meetings are those of the part that is left.

    Raises
    ------
    FilterError
        If the filters name a person, country, topic or outlet that is not in
        the corpus.
    """
    if not filters:
        return corpus
    check_filters(corpus, filters)
    return restrict_corpus(corpus, match_meetings(corpus, filters), filters)


def count_undatable(corpus: Corpus, filters: Filters) -> int:
    """Count the meetings left out only because no day is known for them.

    Parameters
    ----------
    corpus : Corpus
    filters : Filters

    Returns
    -------
    int
        0 if the filters restrict no day.
    """
    if not bound_by_days(filters):
        return 0
    without = Filters.from_dict({**filters.to_dict(), "date_from": None, "date_to": None})
    check_filters(corpus, without)
    return int((match_meetings(corpus, without) & is_undatable(corpus.meetings)).sum())
