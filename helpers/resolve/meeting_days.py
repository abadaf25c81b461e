"""Meeting days: on which days a mentioned meeting was or will be, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from helpers.days import Days, one_of, since, until, within
from helpers.extract.dates_symbols import Absolute, RelativeUnit, WeekdayRef, symbol_base
from helpers.extract.facts import ArticleFacts, MeetingMention
from helpers.extract.tense import find_tense
from helpers.resolve.dates import resolve_date, resolve_dates

#: Sentences of the body that count as the opening of a story.
LEDE_SENTENCES = 3
#: Widest interval of publication whose days are gone through one by one.
MAX_ENUMERATED = 800
#: Widest interval of publication that still dates what an opening tells as news.
MAX_OPENING = 31

_NOT_NEW = re.compile(
    r"\b(?:recent(?:ly)?|last|previous(?:ly)?|earlier|ago|once|past|first met|had (?:already )?met|since"
    r"|when he|when she|used to|often|regularly)\b",
    re.I,
)


#: Words of a date that lies behind whoever says them.
_LOOKS_BACK = re.compile(r"\b(?:earlier|last|ago|past|previous|yesterday)\b", re.I)


@dataclass(frozen=True, slots=True)
class When:
    """The days of a meeting.

    Attributes
    ----------
    days : Days or None
        None if nothing bounds them.
    dated : bool
        Whether an expression of the text gives them.
    basis : str
        How they are known, in readable words.
    status : str
        The status that fits them: a past date beats a modal, a coming one a
        present tense.
    """

    days: Days | None
    dated: bool
    basis: str
    status: str


def resolve_when(text: str, facts: ArticleFacts, mention: MeetingMention, published: Days | None) -> When:
    """Resolve the days of one mention of a meeting.

    Parameters
    ----------
    text : str
        The article.
    facts : ArticleFacts
        What was read in it.
    mention : MeetingMention
        The mention.
    published : Days or None
        Publication date; a message embedded in the article has its own day.

    Returns
    -------
    When
        An article's opening that says "met" without a day was filed on that day
        or the day after; that rule is named in the basis.
    """
    message = _message_day(facts, mention)
    anchor = message or published
    if mention.date >= 0:
        found = _by_expression(text, facts, mention, anchor, published)
        if found is not None:
            return found
    status = mention.status
    if message is not None and status == "held":
        return When(message, True, f"a message of {message.edtf} speaks of it", status)
    if published is None:
        return When(None, False, "no date in the text", status)
    if status == "held" and published.end != date.max:
        if published.n_days <= MAX_OPENING and _opens(text, facts, mention):
            if published.kind != "day":
                return When(
                    published, False, f"the opening names no day: as published, {published.edtf}", status
                )
            days = within(published.start - timedelta(1), published.end)
            basis = f"the opening names no day: the day of publication, {published.edtf}, or the day before"
            return When(days, False, basis, status)
        return When(
            until(published.end), False, f"no day is named: before publication, {published.edtf}", status
        )
    if status == "planned":
        from_then_on = None if published.is_open else since(published.start)
        return When(from_then_on, False, f"no day is named: after publication, {published.edtf}", status)
    return When(None, False, "no date in the text", status)


def _by_expression(
    text: str, facts: ArticleFacts, mention: MeetingMention, anchor: Days | None, published: Days | None
) -> When | None:
    """Resolve the date expression of the mention's clause, or return None."""
    expression, status = facts.dates[mention.date], mention.status
    surface = " ".join(text[expression.start : expression.end].split())
    journey = _on_journey(text, facts, mention, anchor)
    if journey is not None:
        return When(journey[0], True, f"“{surface}”, {journey[1]}", status)
    tense = "past" if status in ("held", "denied") and mention.tense != "future" else "future"
    days = resolve_date(expression.symbol, anchor, tense)
    if days is None or symbol_base(expression.symbol) == "expression":
        tenses = [find_tense(text, d.start) for d in facts.dates]
        days = resolve_dates([d.symbol for d in facts.dates], anchor, tenses)[mention.date]
    if days is None:
        return None
    basis = f"“{surface}”"
    if anchor is not None and not _is_absolute(expression.symbol):
        basis += f", seen from {anchor.edtf}"
    if published is not None:
        if status == "planned" and (
            (not days.is_open and days.end < published.start) or _LOOKS_BACK.search(surface)
        ):
            status = "held"
        elif status == "held" and days.start > published.end:
            status = "planned"
        if status == "held" and days.kind != "span" and days.start <= published.end < days.end:
            days = within(days.start, published.end)
    return When(days, True, basis, status)


def _is_absolute(symbol: object) -> bool:
    return isinstance(symbol, Absolute) and symbol.year is not None


def _opens(text: str, facts: ArticleFacts, mention: MeetingMention) -> bool:
    """Tell whether the mention stands in the headline or the opening, as news."""
    sentence = facts.sentences[mention.sentence]
    body = [i for i, s in enumerate(facts.sentences) if s.kind == "body"][:LEDE_SENTENCES]
    if mention.sentence not in body and sentence.kind != "headline":
        return False
    return not _NOT_NEW.search(text, max(sentence.start, mention.start - 60), mention.end + 40)


def _message_day(facts: ArticleFacts, mention: MeetingMention) -> Days | None:
    """Return the day under an embedded message, where the mention stands in one."""
    sentence = facts.sentences[mention.sentence]
    if sentence.kind != "tweet":
        return None
    end = max(s.end for s in facts.sentences if s.paragraph == sentence.paragraph)
    for expression in facts.dates:
        if mention.start < expression.start < end and _is_absolute(expression.symbol):
            return resolve_date(expression.symbol, None)
    return None


def _on_journey(
    text: str, facts: ArticleFacts, mention: MeetingMention, anchor: Days | None
) -> tuple[Days, str] | None:
    """Narrow "this week" of an undated article by the weekday of the journey there.

    The meeting was on that weekday or the next day, in some week in which the
    article can have been written.
    """
    if anchor is None or anchor.is_open or not 7 < anchor.n_days <= MAX_ENUMERATED or mention.place < 0:
        return None
    symbol = facts.dates[mention.date].symbol
    if not (isinstance(symbol, RelativeUnit) and symbol.unit == "week" and symbol.offset == 0):
        return None
    keys = {facts.persons[i].key for side in mention.sides for i in side}
    land = facts.places[mention.place].country
    for trip in facts.trips:
        if trip.date < 0:
            continue
        there = facts.dates[trip.date]
        if not (trip.people & keys and any(facts.places[i].country == land for i in trip.places)):
            continue
        if isinstance(there.symbol, WeekdayRef):
            first = there.symbol.weekday
            days = tuple(d for d in anchor.candidates() if d.weekday() in (first, (first + 1) % 7))
            basis = f"the journey there was on “{text[there.start : there.end]}”: that day or the day after"
            return one_of(days), f"{basis}, between {anchor.start} and {anchor.end}"
    return None
