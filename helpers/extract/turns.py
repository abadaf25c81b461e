"""Speech without quotation marks: turns of a transcript, and tweets.

A turn begins with a label at the start of a line (``SECRETARY ROE:``,
``QUESTION:``) or with a full name that begins a sentence (``President Ann Roe:``)
and lasts until the next label. A tweet ends with its signature
(``— Name (@handle) May 11, 2022``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from helpers.extract.facts import PersonMention, Sentence, StatementMention
from helpers.extract.speakers import Speakers

#: Characters that a tweet can have, and that a last turn may always have.
TWEET_MAX, LAST_TURN_MIN = 450, 300

_CAPS_LABEL = re.compile(
    r"^[ \t*_]{0,4}((?:Q|A|QUESTION|ANSWER|MODERATOR|OPERATOR|"
    r"[A-Z][A-Z.’'-]+(?:[ \t]+(?:[A-Z][A-Z.’'-]*|\([^()\n]{1,40}\))){1,6})"
    r"(?:,[ \t]+[A-Z][A-Z .,'’&\"-]{1,70})?(?:[ \t]+\([^()\n]{1,40}\))?):[ \t*_]{1,4}(?=\S)",
    re.MULTILINE,
)
_ASKS = frozenset(("Q", "QUESTION"))
_NAME_LABEL = re.compile(r":\*{0,2}\s+(?=[A-Z“\"‘'(])")
_LABEL_BEFORE = re.compile(r"(?:^|[.?!…>)\]”\"]|\n)\s*\*{0,2}$")
_NOTE = re.compile(r"\s*(?:[(\[<][^()\[\]<>\n]{0,60}[)\]>]\s*|#+\s*|\\?###\s*|<…>\s*)$")
_SIGNATURE = re.compile(
    r"[—–-]{1,2}\s?([^\n()@—–]{2,80}?)\s?\(@\w{1,20}\)\s?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
)
_LINKS = re.compile(r"(?:\s*(?:pic\.twitter\.com/\w+|https?://\S{1,200}|t\.co/\w+))+\s*$")


def find_turns(text: str, persons: Sequence[PersonMention]) -> tuple[StatementMention, ...]:
    """Find the turns of a transcript.

    Parameters
    ----------
    text : str
        The article with boilerplate masked.
    persons : sequence of PersonMention
        In order of the text; the speaker is the one inside the label.

    Returns
    -------
    tuple of StatementMention
        Direct speech in order of the text, with an empty cue. Fewer than two
        labels are no transcript and give nothing.
    """
    speakers = Speakers(text, persons)
    labels = _labels(text, persons, speakers)
    if len(labels) < 2 or not any(s >= 0 or text[a : a + 1] == "Q" for a, _, s in labels):
        return ()
    found = []
    longest = 0
    for k, (_, body, speaker) in enumerate(labels):
        stop = labels[k + 1][0] if k + 1 < len(labels) else _end_of_last(text, body, longest)
        longest = max(longest, stop - body)
        start, end = _trim(text, body, stop)
        if start < end:
            found.append(StatementMention(start, end, "direct", "", speaker))
    return tuple(found)


def _labels(text: str, persons: Sequence[PersonMention], speakers: Speakers) -> list[tuple[int, int, int]]:
    """Return (start of the label, start of the words, speaker) of every label."""
    labels: dict[int, tuple[int, int, int]] = {}
    by_surname: dict[str, int] = {}
    for i, person in enumerate(persons):
        if person.name.split():
            by_surname.setdefault(person.name.split()[-1].casefold(), i)
    for match in _CAPS_LABEL.finditer(text):
        inside = list(speakers.within(match.start(1), match.end(1)))
        speaker = inside[-1] if inside and match[1] not in _ASKS else -1
        if speaker < 0 and match[1] not in _ASKS:
            speaker = by_surname.get(match[1].split()[-1].casefold(), -1)
        labels[match.end()] = (match.start(1), match.end(), speaker)
    for i, person in enumerate(persons):
        if person.form != "full":
            continue
        colon = _NAME_LABEL.match(text, person.end)
        if colon and _LABEL_BEFORE.search(text, max(0, person.start - 8), person.start):
            labels.setdefault(colon.end(), (person.start, colon.end(), i))
    return [labels[key] for key in sorted(labels)]


def _end_of_last(text: str, body: int, longest: int) -> int:
    """Return where the last turn ends: with the text, or with a paragraph if that is far."""
    if len(text) - body <= max(2 * longest, LAST_TURN_MIN):
        return len(text)
    blank = text.find("\n", body)
    return len(text) if blank < 0 else blank


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take white space, stage directions and end marks off the end of a turn."""
    while start < end:
        while end > start and text[end - 1].isspace():
            end -= 1
        note = _NOTE.search(text, max(start, end - 70), end)
        if not note or note.start() == end:
            break
        end = note.start()
    return start, end


def find_tweets(
    text: str, sentences: Sequence[Sentence], persons: Sequence[PersonMention]
) -> tuple[StatementMention, ...]:
    """Find tweets by their signature.

    Parameters
    ----------
    text : str
        The article with boilerplate masked.
    sentences : sequence of Sentence
        Its sentences; a tweet begins with one.
    persons : sequence of PersonMention
        In order of the text; the speaker is the one in the signature.

    Returns
    -------
    tuple of StatementMention
        Direct speech with the cue ``tweet``, links at the end left out.
    """
    speakers = Speakers(text, persons)
    starts = [s.start for s in sentences]
    found: list[StatementMention] = []
    last = 0
    for match in _SIGNATURE.finditer(text):
        line = text.rfind("\n", max(last, match.start() - TWEET_MAX), match.start()) + 1
        floor = max(last, line, match.start() - TWEET_MAX)
        k = bisect_right(starts, match.start()) - 1
        while k > 0 and starts[k - 1] >= floor:
            k -= 1
        start = max(floor, starts[k]) if k >= 0 else floor
        while start < match.start() and text[start].isspace():
            start += 1
        links = _LINKS.search(text, max(start, match.start() - 300), match.start())
        end = links.start() if links else match.start()
        while end > start and text[end - 1].isspace():
            end -= 1
        inside = speakers.within(match.start(), match.end(1))
        if start < end:
            found.append(StatementMention(start, end, "direct", "tweet", inside[-1] if inside else -1))
        last = match.end()
    return tuple(found)
