"""Article: the order of the steps that read one article.

text → sentences → mentions (people, places, dates) → chains → statements
     → skeletons → meetings, and topics
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from helpers.extract.candidates import add_candidates
from helpers.extract.chains import link_mentions
from helpers.extract.common_surnames import find_common_surnames
from helpers.extract.cues import load_reporting_verbs
from helpers.extract.dateline import find_dateline
from helpers.extract.dates import find_dates
from helpers.extract.dates_symbols import Recently
from helpers.extract.facts import ArticleFacts, Dateline, DateMention, PersonMention, PlaceMention, Sentence
from helpers.extract.frames import load_frames
from helpers.extract.labels import is_label
from helpers.extract.lexicon import Lexicon, build_lexicon, split_words
from helpers.extract.meetings import find_meetings
from helpers.extract.persons import find_persons
from helpers.extract.places import find_places
from helpers.extract.sentences import find_sentences
from helpers.extract.skeleton import Skeleton, build_skeleton
from helpers.extract.speech import find_statements
from helpers.extract.tokens import tokenise
from helpers.extract.topics import find_topics, load_topics
from helpers.extract.trips import find_trip
from helpers.knowledge.tables import Knowledge

Mention = TypeVar("Mention", PersonMention, PlaceMention, DateMention)


def extract_article(
    text: str,
    knowledge: Knowledge,
    *,
    title: tuple[int, int] | None = None,
    candidates: Sequence[tuple[int, int]] = (),
) -> ArticleFacts:
    """Extract everything that one article says.

    Parameters
    ----------
    text : str
        The article with boilerplate masked; all offsets refer to it.
    knowledge : Knowledge
        What the rules know.
    title : tuple of int, optional
        Half-open span of the title.
    candidates : sequence of (int, int), default ()
        Half-open spans that something else takes for people's names; each is a
        person only where the rules read nothing.

    Returns
    -------
    ArticleFacts
    """
    lexicon = build_lexicon(knowledge)
    sentences = find_sentences(text, title)
    dates = find_dates(text)
    loose: list[PersonMention] = []
    places: list[PlaceMention] = []
    tokenised = [tokenise(text, s.start, s.end, lexicon) for s in sentences]
    for tokens in tokenised:
        found = find_persons(text, tokens, lexicon)
        loose += found
        places += find_places(tokens, found)
    if candidates:
        loose = add_candidates(
            text, candidates, loose, sentences=sentences, tokenised=tokenised, places=places, dates=dates
        )
    mentions = find_common_surnames(tokenised, loose, dates, lexicon)
    persons = link_mentions(text, sentences, mentions, lexicon.surnames)
    statements = find_statements(text, sentences, persons, verbs=load_reporting_verbs(knowledge.folder))
    dateline = _known_place(find_dateline(text, dates), lexicon)
    skeletons = _skeletons(text, sentences, persons, places, dates, dateline.end if dateline else 0)
    trips = tuple(trip for s in skeletons if (trip := find_trip(s, persons)) is not None)
    frames = load_frames(knowledge)
    meetings = find_meetings(text, sentences, skeletons, persons, places, statements, trips, frames)
    return ArticleFacts(
        sentences=sentences,
        persons=persons,
        places=tuple(places),
        dates=dates,
        dateline=dateline,
        trips=trips,
        meetings=meetings,
        statements=statements,
        topics=find_topics(text, load_topics(knowledge.folder)),
    )


def _known_place(dateline: Dateline | None, lexicon: Lexicon) -> Dateline | None:
    """Give the place of a dateline, often in capitals, its usual name and its country."""
    if dateline is None or not dateline.place:
        return dateline
    for written in (dateline.place, dateline.place.title()):
        words = split_words(written)
        for entry in lexicon.runs.get(words[0], ()) if words else ():
            if entry.cls == "L" and words[: len(entry.words)] == entry.words:
                return replace(dateline, place=entry.name, country=entry.country)
    return dateline


def _skeletons(
    text: str,
    sentences: Sequence[Sentence],
    persons: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    body: int,
) -> list[Skeleton]:
    """Build the skeleton of every sentence.

    Places and dates before `body` belong to the dateline and to no meeting.
    "Recently" is no date to look for.
    """
    people = [(i, p) for i, p in enumerate(persons) if not is_label(text, p)]
    where = [(i, p) for i, p in enumerate(places) if p.start >= body]
    when = [(i, d) for i, d in enumerate(dates) if d.start >= body and not isinstance(d.symbol, Recently)]
    built = []
    for number, sentence in enumerate(sentences):
        rows = (_inside(people, sentence), _inside(where, sentence), _inside(when, sentence))
        built.append(build_skeleton(text, number, sentence, *rows))
    return built


def _inside(items: Sequence[tuple[int, Mention]], sentence: Sentence) -> list[tuple[int, Mention]]:
    """Return the mentions of one sentence; `items` are in order of the text."""
    first = bisect_left(items, sentence.start, key=lambda item: item[1].start)
    last = bisect_left(items, sentence.end, key=lambda item: item[1].start)
    return list(items[first:last])
