"""Facts: what one article says, with character spans.

These are the values that travel from `helpers.extract` to `helpers.resolve`.
All are immutable, all offsets are half-open characters of the article's text,
and none of them knows another article, the publication date or the holder of an
office: that is for `helpers.resolve` to find out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `kind` is headline, body, caption or tweet."""

    start: int
    end: int
    paragraph: int
    kind: str = "body"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person or body as one phrase names them.

    Attributes
    ----------
    start, end : int
        The whole phrase, role and name together.
    name : str
        The name without titles, as written; empty if there is only a role.
    form : str
        full (given name and surname), surname (one word), role, pronoun,
        group ("the two ministers") or body ("EU foreign ministers").
    role : str
        The role as written, without country and qualifier; may be empty.
    offices : tuple of str
        Keys of offices that the role can mean, e.g. ``("foreign_minister",)``.
    country : str
        Country the phrase says the person acts for, or empty.
    qualifier : str
        former, acting, elect, deputy or empty.
    key : str
        The chain within the article: equal keys mean the same person. Empty
        where nothing in the article says who is meant.
    """

    start: int
    end: int
    name: str
    form: str
    role: str = ""
    offices: tuple[str, ...] = ()
    country: str = ""
    qualifier: str = ""
    key: str = ""

    def with_key(self, key: str) -> PersonMention:
        """Return the same mention as a member of a chain."""
        if key == self.key:
            return self
        return PersonMention(
            self.start,
            self.end,
            self.name,
            self.form,
            self.role,
            self.offices,
            self.country,
            self.qualifier,
            key,
        )


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A city, building or country; `country` is its code, `kind` says which.

    `city` is where a building stands, if that is known.
    """

    start: int
    end: int
    name: str
    country: str
    kind: str
    city: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression; `symbol` is its meaning without an anchor.

    The symbols are the classes of `helpers.extract.dates`.
    """

    start: int
    end: int
    symbol: Any


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and day before the lede, e.g. ``Washington DC, 18 January 2023 (TDI):``."""

    start: int
    end: int
    place: str = ""
    country: str = ""
    date: DateMention | None = None


@dataclass(frozen=True, slots=True)
class Trip:
    """A dated journey: the chains of who travelled, when and where to.

    `date` and `places` index `ArticleFacts.dates` and `places`.
    """

    people: frozenset[str]
    date: int
    places: tuple[int, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """One clause that reports a meeting.

    `sides` holds, for every side, indexes into `ArticleFacts.persons`; people on
    one side came together. `date` and `place` index `dates` and `places`, or are -1.
    """

    start: int
    end: int
    sentence: int
    frame: str
    status: str
    mode: str
    sides: tuple[tuple[int, ...], ...]
    date: int = -1
    place: int = -1
    event: str = ""
    said_by: int = -1
    tense: str = ""
    cues: tuple[tuple[str, int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StatementMention:
    """A quotation; `speaker` indexes `ArticleFacts.persons` or is -1."""

    start: int
    end: int
    kind: str
    cue: str
    speaker: int


@dataclass(frozen=True, slots=True)
class TopicHit:
    """One hit of a topic's pattern; `term` is the text that was hit, lower case."""

    start: int
    end: int
    topic: str
    term: str


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Everything that one article says. Tuples are in order of the text."""

    sentences: tuple[Sentence, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    dateline: Dateline | None = None
    trips: tuple[Trip, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    topics: tuple[TopicHit, ...] = ()
    notes: tuple[str, ...] = field(default=())
