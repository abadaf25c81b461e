"""Lexicon: what class a word or a run of words has, from the knowledge tables.

Every token gets one class, a single character, so that the grammar of people's
names and roles can be regular expressions over the string of classes (a cascade
of finite-state steps, after FASTUS: Hobbs et al. 1997).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from helpers.knowledge.files import load_table, load_toml
from helpers.knowledge.tables import Knowledge

#: class of a token -> what it stands for; the patterns of `helpers.extract.persons` are made of these.
CLASSES = {
    "G": "capitalised given name",
    "N": "capitalised word that may be part of a name",
    "C": "capitalised common word",
    "I": "initial",
    "p": "small word inside a name",
    "S": "suffix of a name (Jr., III)",
    "T": "honorific or rank before a name",
    "H": "head of a role, capitalised",
    "j": "head of a role, lower case",
    "P": "plural head of a role",
    "M": "modifier of a role, capitalised",
    "m": "modifier of a role, lower case",
    "F": "word for a past role (former)",
    "Q": "word that qualifies a role (acting, deputy, new)",
    "D": "demonym",
    "K": "country",
    "L": "place",
    "O": "organisation",
    "R": "capitalised noun of organisations (Ministry)",
    "B": "noun for people without names (delegation)",
    "o": "of, from",
    "f": "for, to",
    "t": "article",
    "h": "possessive pronoun",
    "z": "personal pronoun",
    "&": "and",
    ",": "comma",
    "'": "possessive ending",
    "(": "opening bracket",
    ")": "closing bracket",
    "-": "dash",
    '"': "quotation mark",
    "u": "number",
    "w": "any other word",
    "x": "any other sign",
}

#: The first branch is for words with nothing at their end that could go along: most are. It saves time only.
TOKEN = re.compile(
    r"(?!\s)(?:[a-zA-Z]\w*+(?![.'’‘`‑-])"
    r"|['’](?:(?:s|ll|ve|d|re|m)\b|(?<=s.)(?=\s|$))|-(?:elect|designate)\b|\b(?:then|ex|Then|Ex)-(?=\w)"
    r"|[@#]\w+"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gen|Lt|Col|Maj|Adm|Capt|Cpl|Sgt|Brig|Cmdr|Sen|Rep|Gov|Pres|Amb|St"
    r"|Jr|Sr|Messrs|Fr)\."
    r"|[A-Z]\.(?=[\s‑-]*[^\W\d_])"
    r"|[^\W\d_]\w*+(?:(?:['’‘`](?!(?:s|ll|ve|d|re|m)\b)|[-‑](?!elect\b|designate\b))(?=\w)\w*+)*"
    r"|\d[\d,.:/]*\w*"
    r"|[^\w\s])"
)

_FIXED = {
    **dict.fromkeys(("of", "from"), "o"),
    **dict.fromkeys(("for", "to"), "f"),
    **dict.fromkeys(("the", "a", "an", "both"), "t"),
    **dict.fromkeys(("his", "her", "their", "its", "my", "our"), "h"),
    **dict.fromkeys(("he", "she", "they", "him", "them", "i", "we", "us", "me"), "z"),
    **dict.fromkeys(("and", "&"), "&"),
    **dict.fromkeys((",",), ","),
    **dict.fromkeys(("(", "["), "("),
    **dict.fromkeys((")", "]"), ")"),
    **dict.fromkeys(("-", "–", "—", "‑"), "-"),
    **dict.fromkeys(('"', "“", "”", "‘", "’", "'", "«", "»"), '"'),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A known run of words: its class, canonical name and country."""

    words: tuple[str, ...]
    cls: str
    name: str
    country: str
    kind: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Classes of single words and the known runs, by their first word."""

    words: dict[str, str]
    runs: dict[str, tuple[Entry, ...]]
    given: frozenset[str]
    common: frozenset[str]
    organisation: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    elect: frozenset[str]
    deputy: frozenset[str]
    offices: dict[str, tuple[tuple[str, ...], str]]
    surnames: frozenset[str]
    never_names: frozenset[str]


def split_words(text: str) -> tuple[str, ...]:
    """Split a text into the words and signs that the lexicon knows.

    Examples
    --------
    >>> split_words("the U.S.’s J. Roe-Lee")
    ('the', 'U.S.', '’s', 'J.', 'Roe-Lee')
    """
    return tuple(TOKEN.findall(text))


def normalise_role(words: Iterable[str]) -> str:
    """Write a role in one way: lower case, British spelling, no articles.

    Examples
    --------
    >>> normalise_role(["Secretary", "of", "Defense"])
    'secretary of defence'
    """
    same = {
        "defense": "defence",
        "advisor": "adviser",
        "labor": "labour",
        "fm": "foreign minister",
        "pm": "prime minister",
    }
    kept = (
        same.get(w, w)
        for w in (word.lower() for word in words)
        if w not in ("the", "a", "an", "his", "her", "their", "’s", "'s")
    )
    return " ".join(kept)


@functools.cache
def build_lexicon(knowledge: Knowledge) -> Lexicon:
    """Build the lexicon from the knowledge tables.

    Parameters
    ----------
    knowledge : Knowledge
        The tables, with the rows of a user's folder where there are any.

    Returns
    -------
    Lexicon
        The same object for the same tables.
    """
    folder = knowledge.folder
    roles = load_toml("role_words.toml", folder)
    words: dict[str, str] = {}
    for section, cls in (
        ("body", "B"),
        ("particle", "p"),
        ("suffix", "S"),
        ("neutral", "Q"),
        ("elect", "Q"),
        ("acting", "Q"),
        ("deputy", "Q"),
        ("former", "F"),
        ("modifier", "m"),
        ("honorific", "T"),
        ("plural", "P"),
        ("head", "j"),
    ):
        words.update(dict.fromkeys(roles[section], cls))
    words.update(_FIXED)
    common = frozenset(
        row["word"] for row in load_table("common_words.csv", ["word"], folder=folder, key=["word"])
    )
    runs: dict[str, list[Entry]] = {}
    for entry in _entries(knowledge, folder):
        runs.setdefault(entry.words[0], []).append(entry)
    ordered = {first: tuple(sorted(found, key=lambda e: -len(e.words))) for first, found in runs.items()}
    offices = {
        normalise_role(split_words(row["role"])): (
            tuple(filter(None, row["offices"].split("|"))),
            row["country"],
        )
        for row in load_table("titles.csv", ["role", "offices", "country"], folder=folder, key=["role"])
    }
    surnames = frozenset(name.split()[-1] for t in knowledge.tenures for name in t.names)
    surnames |= frozenset(name.split()[-1] for name in roles["epithet"])
    sets = {k: frozenset(roles[k]) for k in ("organisation", "former", "acting", "elect", "deputy")}
    never_names = frozenset((*roles["verb"], *roles["calendar"], *roles["function"]))
    return Lexicon(
        words=words,
        runs=ordered,
        given=knowledge.given_names,
        common=common,
        offices=offices,
        surnames=surnames,
        never_names=never_names,
        **sets,
    )


def _entries(knowledge: Knowledge, folder: Path | None) -> Iterable[Entry]:
    seen: set[tuple[str, ...]] = set()
    epithets = load_toml("role_words.toml", folder)["epithet"]

    def entry(
        text: str, cls: str, name: str, country: str, kind: str = "", city: str = ""
    ) -> Iterable[Entry]:
        words = split_words(text)
        if words and words[0].lower() == "the":
            words = words[1:]
            if len(words) == 1 and kind == "media":
                return  # "The National" is a paper, "National" is not
        if words and words not in seen and (words[0][0].isupper() or not words[0][0].isalpha()):
            seen.add(words)
            yield Entry(words, cls, name, country, kind, city)

    for name in epithets:
        yield from entry(name, "N", name, "")
    for c in knowledge.countries:
        for name in c.names:
            yield from entry(name, "O" if c.is_organisation else "K", c.name, c.code, "country")
        for name in c.demonyms:
            yield from entry(name, "D", c.name, c.code, "demonym")
        for name in c.leaders_seat:
            yield from entry(name, "L", name, c.code, "building", c.capital)
    for c in knowledge.countries:
        for name in filter(None, (c.capital, *c.capital_aliases)):
            yield from entry(name, "L", c.capital, c.code, "capital")
    for p in knowledge.places:
        for name in (p.name, *p.aliases):
            yield from entry(name, "L", p.name, p.country, p.kind, p.city)
    for row in load_table(
        "organisations.csv", ["name", "aliases", "kind", "country"], folder=folder, key=["name"]
    ):
        for name in filter(None, (row["name"], *row["aliases"].split("|"))):
            yield from entry(name.strip(), "O", row["name"], row["country"], row["kind"])
