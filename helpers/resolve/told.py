"""Told: what an article's words say about its day, whoever its people are."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.extract.facts import Dateline, DateMention
from helpers.resolve.constraints import Constraint, Tense
from helpers.resolve.dated_events import EventIndex, find_event_constraints
from helpers.resolve.stated_dates import find_stated_dates, find_weekday_arithmetic


def find_told(
    text: str,
    dates: Sequence[DateMention],
    dateline: Dateline | None,
    events: EventIndex,
    tense: Tense,
) -> list[Constraint]:
    """Find what an article's words say about its day: dated events and stated dates.

    Parameters
    ----------
    text : str
        The article, boilerplate masked.
    dates : sequence of DateMention
        Its date expressions.
    dateline : Dateline or None
        Its dateline, whose date is no date that the article tells of.
    events : EventIndex
        The dated events of the knowledge tables.
    tense : callable
        Offset to ``past``, ``future`` or empty.

    Returns
    -------
    list of Constraint
        They rest on nothing that other articles or the people's names say.
    """
    own = None if dateline is None or dateline.date is None else dateline.date.start
    others = [m for m in dates if m.start != own]
    return [
        *find_event_constraints(text, others, events, tense),
        *find_stated_dates(text, others, tense),
        *find_weekday_arithmetic(text, others, tense),
    ]
