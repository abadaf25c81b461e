"""Tokens: the words of one sentence with their classes.

Known runs of words (countries, places, organisations) become one token; what is
left of a capitalised run around a noun such as *Ministry* becomes one
organisation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from helpers.extract.lexicon import TOKEN, Entry, Lexicon
from helpers.extract.word_classes import word_classes

_SPLIT = re.compile(f"({TOKEN.pattern})")
#: Classes that a neighbour can change; after "Secretary of" any word may be a portfolio.
_TWO_CLASSES, _ANY = re.compile("[HjMOzTRCKL']"), re.compile(".")
_ORGANISATION = re.compile(r"(?:[DKLNCMORG]'?)*R(?:o[t]?(?:[DKLNCMORH]|G(?![NIp]))+)*")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+$")
#: Nouns of organisations that are portfolios after "Secretary of".
_PORTFOLIOS = frozenset(
    ("war", "treasury", "exchequer", "commission", "council", "government", "forces", "navy", "army")
)
_EVENTS = frozenset(
    ("summit", "conference", "talks", "meeting", "forum", "dialogue", "session", "negotiations")
)
_STATE = re.compile(
    r"\b(?:Republic|Kingdom|Federation|Sultanate|Emirates?|States?|Principality|Commonwealth)(?: of [\w ]+)?$"
)
#: Nouns of organisations that are surnames behind a title.
_SURNAMES_TOO = frozenset(
    ("park", "hall", "church", "temple", "day", "law", "post", "house", "castle", "bridge")
)
#: Titles that are surnames behind a given name: "Hun Sen", "Asif Sheikh".
_NAMES_TOO = frozenset(("sen", "sheikh", "shaikh", "sayyid", "lord", "count", "baron", "begum", "chaudhry"))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a sentence.

    `classes` has one character a token (see `helpers.extract.lexicon.CLASSES`),
    so that the match of a regular expression in it is a run of tokens.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    classes: str
    entries: dict[int, Entry]


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """Split one sentence into classified tokens.

    Parameters
    ----------
    text : str
        The article; offsets refer to it.
    start, end : int
        Half-open span of the sentence.
    lexicon : Lexicon
        The classes of words.

    Returns
    -------
    Tokens
    """
    parts = _SPLIT.split(text[start:end])
    bounds = list(accumulate(map(len, parts), initial=start))
    words, starts, ends = parts[1::2], bounds[1:-1:2], bounds[2::2]
    classes = list(map(word_classes(lexicon).__getitem__, words))
    entries: dict[int, Entry] = {}
    runs = _find_runs(words, classes, lexicon)
    if runs:
        words, starts, ends, classes, entries = _join_runs(text, runs, words, starts, ends, classes)
    if ")" in classes:
        entries = _drop_abbreviations(words, starts, ends, classes, entries)
    _revise(words, classes, lexicon)
    tokens = Tokens(tuple(words), tuple(starts), tuple(ends), "".join(classes), entries)
    return _merge_organisations(text, tokens)


def _find_runs(words: list[str], classes: list[str], lexicon: Lexicon) -> list[tuple[int, Entry]]:
    """Find the known runs of words with their first word's index; of runs that overlap the first."""
    found: list[tuple[int, Entry]] = []
    done = 0
    for i in [i for i, word in enumerate(words) if word in lexicon.runs]:
        entry = _longest(words, i, lexicon) if i >= done else None
        if entry is None:
            continue
        alone = len(entry.words) == 1 and words[i] in lexicon.given and i + 1 < len(words)
        if alone and words[i + 1][0].isupper() and classes[i + 1] in "NI":
            continue  # "Jordan Roe"
        found.append((i, entry))
        done = i + len(entry.words)
    return found


def _join_runs(
    text: str,
    runs: list[tuple[int, Entry]],
    words: list[str],
    starts: list[int],
    ends: list[int],
    classes: list[str],
) -> tuple[list[str], list[int], list[int], list[str], dict[int, Entry]]:
    """Make one token of every known run."""
    entries: dict[int, Entry] = {}
    new_words: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    new_classes: list[str] = []
    at = 0
    for i, entry in runs:
        after = i + len(entry.words)
        first, last = starts[i], ends[after - 1]
        entries[len(new_words) + i - at] = entry
        new_words += [*words[at:i], text[first:last]]
        new_starts += [*starts[at:i], first]
        new_ends += [*ends[at:i], last]
        new_classes += [*classes[at:i], entry.cls]
        at = after
    new_words += words[at:]
    new_starts += starts[at:]
    new_ends += ends[at:]
    new_classes += classes[at:]
    return new_words, new_starts, new_ends, new_classes, entries


def _longest(words: list[str], i: int, lexicon: Lexicon) -> Entry | None:
    """Return the longest known run that begins at a word."""
    for entry in lexicon.runs[words[i]]:
        size = len(entry.words)
        if size == 1 or tuple(words[i : i + size]) == entry.words:
            return entry
    return None


def _drop_abbreviations(
    words: list[str], starts: list[int], ends: list[int], classes: list[str], entries: dict[int, Entry]
) -> dict[int, Entry]:
    """Leave out "(UK)" and "(ZAF)" after what they abbreviate, so that a name goes on."""
    for i in range(len(words) - 1, 1, -1):
        if i >= len(classes):
            continue
        inside = classes[i - 1] in "KDO" and classes[i - 2] == "("
        if classes[i] == ")" and inside and i > 2 and words[i - 3][0].isupper():
            for items in (words, starts, ends, classes):
                del items[i - 2 : i + 1]
            entries = {k if k < i - 2 else k - 3: e for k, e in entries.items() if not i - 2 <= k <= i}
    return entries


def _revise(words: list[str], classes: list[str], lexicon: Lexicon) -> None:
    """Decide, from the neighbours, the words that have two possible classes."""
    together = "".join(classes)
    open_ones = _ANY if "Ho" in together else _TWO_CLASSES
    for i in reversed([match.start() for match in open_ones.finditer(together)]):
        follower = classes[i + 1] if i + 1 < len(classes) else ""
        cls, low = classes[i], words[i].lower()
        if low in _PORTFOLIOS and "".join(classes[max(0, i - 3) : i]).rstrip("t").endswith("Ho"):
            classes[i] = "M"  # "Secretary of War", "Secretary of the Treasury"
            continue
        if i == 0 and words[i] == "Meeting" and follower != "R":
            classes[i] = "w"  # "Meeting visiting envoys, he said": a verb
        elif cls in "Hj" and follower in ("m", "M", "H", "j", "Q", "P"):
            if low in lexicon.deputy:
                classes[i] = "Q"
            elif low in (
                "chief",
                "general",
                "senior",
                "attorney",
                "police",
                "major",
                "lieutenant",
                "captain",
                "first",
                "party",
            ):
                classes[i] = "M" if cls == "H" else "m"
        elif cls == "M" and low in lexicon.organisation and follower not in ("H", "j", "M", "P", "m"):
            classes[i] = "R"
        elif cls == "O" and len(words[i]) >= 4 and words[i].isupper() and words[i] not in lexicon.runs:
            before = classes[i - 1] if i else ""
            if (
                (before in ("H", "T", "G") and follower in ("x", ""))
                or follower in ("G", "N")
                or before in ("G", "N")
            ):
                classes[i] = "N"
        elif (
            cls in "OH"
            and i
            and classes[i - 1] == "G"
            and " " not in words[i]
            and words[i].istitle()
            and follower not in ("G", "N", "R", "H", "j", "o")
        ):
            classes[i] = "N"  # behind a given name a surname: "Christopher Hill", "John Major"
        elif cls == "z" and words[i] == "He" and i and classes[i - 1] in "GN":
            classes[i] = "N"  # "Liu He"
        elif (
            cls == "O"
            and len(words[i]) in (2, 3)
            and follower in ("G", "N", "p")
            and words[i] not in lexicon.runs
        ):
            classes[i] = "I"  # "JD", "MK": initials written together
        elif (
            cls == "T"
            and i
            and classes[i - 1] in "GN"
            and words[i][-1] != "."
            and (follower in ("N", "G") or low in _NAMES_TOO)
        ):
            classes[i] = "N"
        elif cls == "R" and i and classes[i - 1] in "HT" and follower in ("N", "G") and low in _SURNAMES_TOO:
            classes[i] = "N"  # "President Park", "Minister Park Jin"
        elif cls in "RC" and words[i] in lexicon.given and follower in ("N", "I", "G"):
            classes[i] = "G"
        elif cls == "C" and follower in ("N", "G") and _KOREAN.match(words[i + 1]):
            classes[i] = "N"
        elif cls in "KL" and i and classes[i - 1] in "NGI" and " " not in words[i]:
            classes[i] = "N"  # no preposition between: "Li Changchun"
        elif cls in "KL" and " " not in words[i] and follower == "N" and not _is_place_after(words, i):
            classes[i] = "G"
        elif cls == "'" and words[i] in ("’", "'") and not (i and words[i - 1].endswith("s")):
            classes[i] = '"'


def _is_place_after(words: list[str], i: int) -> bool:
    """Tell whether the word before shows a place: "in Paris Lund said"."""
    return i > 0 and words[i - 1].lower() in (
        "in",
        "at",
        "from",
        "to",
        "of",
        "near",
        "around",
        "between",
        "for",
        ",",
        "and",
        "the",
    )


def _is_event_at_a_place(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "Geneva Summit", a meeting at a place, from the name of a body."""
    inner = tokens.classes[first:last]
    return inner[:2] in ("LR", "KR") and tokens.words[first + 1].lower() in _EVENTS


def _merge_organisations(text: str, tokens: Tokens) -> Tokens:
    """Make one token of every capitalised run around an organisation's noun."""
    if "R" not in tokens.classes:
        return tokens
    words, starts, ends, classes = (
        list(tokens.words),
        list(tokens.starts),
        list(tokens.ends),
        list(tokens.classes),
    )
    entries = dict(tokens.entries)
    for match in reversed(list(_ORGANISATION.finditer(tokens.classes))):
        first, last = match.span()
        if _is_event_at_a_place(tokens, first, last):
            continue
        while first < last and classes[first] == "C" and first == 0:
            first += 1
        if first >= last:
            continue
        inside = [entries[i] for i in range(first, last) if i in entries]
        country = next((e.country for e in inside if e.cls in "DKO" and e.country), "")
        name = " ".join(text[starts[first] : ends[last - 1]].split())
        kept = {
            i if i < first else i - (last - first - 1): e for i, e in entries.items() if not first <= i < last
        }
        state = country and _STATE.search(name)
        entries = {
            **kept,
            first: Entry((name,), "K" if state else "O", name, country, "country" if state else ""),
        }
        ends[first:last] = [ends[last - 1]]
        starts[first:last] = [starts[first]]
        words[first:last] = [name]
        classes[first:last] = ["K" if state else "O"]
    return Tokens(tuple(words), tuple(starts), tuple(ends), "".join(classes), entries)
