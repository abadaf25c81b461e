"""Tokens: the words of one sentence with their classes.

Known runs of words (countries, places, organisations) become one token; what is
left of a capitalised run around a noun such as *Ministry* becomes one
organisation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.extract.lexicon import TOKEN, Entry, Lexicon

_CAPITAL_OF = {"m": "M", "j": "H", "p": "N", "B": "P"}
_CLOSED = frozenset('oft&hz,()-"')
_ORGANISATION = re.compile(r"(?:[DKLNCMORG]'?)*R(?:o[t]?(?:[DKLNCMORH]|G(?!N))+)*")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+$")
_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur"))
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
#: Titles that are surnames behind a given name: "Hun Sen", "Asif Sheikh".
_NAMES_TOO = frozenset(("sen", "sheikh", "shaikh", "sayyid", "lord", "count", "baron", "begum", "chaudhry"))
_ACRONYM = re.compile(r"[A-Z]{2,10}s?$|[A-Z]+-?\d+$")


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
    raw = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    classes: list[str] = []
    entries: dict[int, Entry] = {}
    i, n = 0, len(raw)
    while i < n:
        word, first, last = raw[i]
        entry = _longest(raw, i, lexicon)
        if entry is not None and len(entry.words) == 1 and word in lexicon.given and i + 1 < n:
            follower = raw[i + 1][0]
            if follower[0].isupper() and _single(follower, lexicon) in "NI":
                entry = None
        if entry is not None:
            entries[len(words)] = entry
            last = raw[i + len(entry.words) - 1][2]
            words.append(text[first:last])
            classes.append(entry.cls)
            i += len(entry.words)
        else:
            words.append(word)
            classes.append(_single(word, lexicon))
            i += 1
        starts.append(first)
        ends.append(last)
    entries = _drop_abbreviations(words, starts, ends, classes, entries)
    _revise(words, classes, lexicon)
    tokens = Tokens(tuple(words), tuple(starts), tuple(ends), "".join(classes), entries)
    return _merge_organisations(text, tokens)


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


def _longest(raw: list[tuple[str, int, int]], i: int, lexicon: Lexicon) -> Entry | None:
    for entry in lexicon.runs.get(raw[i][0], ()):
        size = len(entry.words)
        if size == 1 or (
            i + size <= len(raw) and all(raw[i + k][0] == entry.words[k] for k in range(1, size))
        ):
            return entry
    return None


def _single(word: str, lexicon: Lexicon) -> str:
    low = word.lower()
    first = word[0]
    if not first.isalpha():
        if first.isdigit():
            return "u"
        if low in ("'s", "’s") or (first in "'’" and len(word) == 1):
            return "'" if len(word) > 1 or first in "'’" else '"'
        if first == "-" and len(word) > 1:
            return "Q"
        return "N" if first == "@" else lexicon.words.get(low, "x")
    low = low.rstrip(".-") if low[-1] in ".-" else low
    cls = lexicon.words.get(low)
    if not first.isupper():
        head, _, rest = word.partition("-")
        if (rest[:1].isupper() and lexicon.words.get(head) == "p") or (
            head in _ARTICLES and rest[:1].isupper()
        ):
            return "N"
        return "w" if cls is None or cls in "TS" else cls
    if cls == "S" and not (word.isupper() and len(word) > 1) and low not in ("jr", "sr"):
        cls = None
    if cls == "T" and len(low) == 1 and word != "U":
        cls = None
    if word in ("HE", "H.E."):
        return "T"
    if cls in _CLOSED if cls else False:
        return cls or "w"
    if low in lexicon.never_names:
        return "w"
    if len(word) == 2 and word[1] == ".":
        return "I"
    if low in lexicon.organisation and cls not in ("m", "j"):
        return "R"
    if cls is not None:
        return _CAPITAL_OF.get(cls, cls)
    if word in lexicon.given or (word.isupper() and len(word) > 3 and word.title() in lexicon.given):
        return "G"
    if low in lexicon.common:
        return "C"
    if _ACRONYM.match(word) and len(word) > 1:
        return "O"
    parts = re.split(r"[-‑]", word)
    if len(parts) > 1:
        kinds = [lexicon.runs[p][0].cls if p in lexicon.runs else "" for p in parts]
        if all(k in ("K", "D", "O") for k in kinds):
            return "D"
        if parts[0].lower() in lexicon.common and parts[0] not in lexicon.given:
            return "C"
        if parts[0] in lexicon.given:
            return "G"
    if len(word) == 1:
        return "I" if word != "I" else "z"
    return "N"


def _revise(words: list[str], classes: list[str], lexicon: Lexicon) -> None:
    """Decide, from the neighbours, the words that have two possible classes."""
    for i in range(len(words) - 1, -1, -1):
        follower = classes[i + 1] if i + 1 < len(classes) else ""
        cls, low = classes[i], words[i].lower()
        if low in _PORTFOLIOS and "".join(classes[max(0, i - 3) : i]).rstrip("t").endswith("Ho"):
            classes[i] = "M"  # "Secretary of War", "Secretary of the Treasury"
            continue
        if cls in "Hj" and follower in ("m", "M", "H", "j", "Q", "P"):
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
        elif cls == "z" and words[i] == "He" and i and classes[i - 1] in "GN":
            classes[i] = "N"  # "Liu He"
        elif (
            cls == "O" and len(words[i]) in (2, 3) and follower in ("G", "N") and words[i] not in lexicon.runs
        ):
            classes[i] = "I"  # "JD", "MK": initials written together
        elif cls == "T" and i and classes[i - 1] in "GN" and words[i][-1] != "." and (
            follower in ("N", "G") or low in _NAMES_TOO
        ):
            classes[i] = "N"
        elif cls in "RC" and words[i] in lexicon.given and follower in ("N", "I", "G"):
            classes[i] = "G"
        elif cls == "C" and follower in ("N", "G") and _KOREAN.match(words[i + 1]):
            classes[i] = "N"
        elif cls in "KL" and i and classes[i - 1] in "NG" and " " not in words[i]:
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
