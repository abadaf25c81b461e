"""Chains: which mentions of one article mean the same person.

A full name opens a chain; surnames, roles and pronouns later (or, for
surnames, earlier) in the article join it. Nothing outside the article is used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from helpers.extract.acts import AND, shown_to_be_people
from helpers.extract.antecedents import find_antecedent
from helpers.extract.facts import PersonMention, Sentence
from helpers.extract.labels import is_label

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SON_OF = ("bin", "ibn", "bint", "ben")
_FEMALE_WORDS = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Dame|Baroness|Madam|chairwoman|spokeswoman|congresswoman"
    r"|wife|daughter|sister)\b"
)
_MALE_WORDS = re.compile(
    r"\b(?:Mr|Sir|King|Prince|Lord|Pope|chairman|spokesman|congressman|husband|son|brother|Sheikh|Emir)\b"
)


@lru_cache(maxsize=65_536)
def plain_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, initials and suffixes.

    Examples
    --------
    >>> plain_words("José M. Silva, Jr.")
    ('jose', 'silva')
    """
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = [w for w in re.split(r"[^\w'’-]+", flat) if w and w not in _SUFFIXES]
    long = [w.replace("’", "'") for w in words if len(w) > 1]
    return tuple(long or words)


def slug(words: Sequence[str]) -> str:
    """Join the words of a name to a readable key."""
    return re.sub(r"-+", "-", "-".join(re.sub(r"[^a-z0-9-]", "", w) for w in words)).strip("-")


@dataclass(slots=True)
class _Chain:
    key: str
    words: tuple[str, ...]
    offices: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    country: str = ""
    count: int = 0
    last: int = -1
    female: bool = False
    male: bool = False


def link_mentions(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[PersonMention], known: frozenset[str]
) -> tuple[PersonMention, ...]:
    """Give every mention the key of its chain.

    Parameters
    ----------
    text : str
        The article.
    sentences : sequence of Sentence
        Its sentences.
    mentions : sequence of PersonMention
        In order of the text, keys empty.
    known : frozenset of str
        Surnames that may open a chain alone.

    Returns
    -------
    tuple of PersonMention
        The same mentions with keys; single capitalised words that nothing shows
        to be a person are left out.
    """
    chains: dict[str, _Chain] = {}
    by_word: dict[str, list[_Chain]] = {}
    keys: list[str] = [""] * len(mentions)
    for i, m in enumerate(mentions):
        if m.form == "full":
            keys[i] = _open(chains, by_word, m, i)
    shown = shown_to_be_people(text, mentions)
    for i, m in enumerate(mentions):
        if m.form == "surname" or (m.form == "word" and shown[i]):
            beside = i > 0 and bool(keys[i - 1]) and text[mentions[i - 1].end : m.start] in AND
            keys[i] = _surname(chains, by_word, m, i, known, shown[i] or beside)
    for i, m in enumerate(mentions):
        if keys[i]:
            _note(text, chains[keys[i]], m)
            if "counterpart" in m.role.lower():
                near = (j for j in range(i - 1, max(-1, i - 4), -1) if keys[j] and keys[j] != keys[i])
                chains[keys[i]].offices |= next((chains[keys[j]].offices for j in near), set())
    for chain in chains.values():
        chain.last = -1
    where = _sentence_of(sentences, mentions)
    for i, m in enumerate(mentions):
        if m.form == "role":
            later = set()
            for j in range(i + 1, len(mentions)):
                if where[j] != where[i]:
                    break
                later.add(keys[j])
            keys[i] = _role(chains, m, later)
            if not keys[i] and sentences[where[i]].kind == "headline":
                keys[i] = _in_headline(keys, mentions, m)
        elif m.form == "pronoun" and m.role in ("he", "she", "him"):
            at = find_antecedent(text, mentions, where, i, partial(_can_be, text, mentions, keys, chains, m))
            keys[i] = keys[at] if at >= 0 else ""
        if keys[i]:
            chains[keys[i]].last = i
    return tuple(
        (replace(m, form="surname") if m.form == "word" else m).with_key(k)
        for m, k in zip(mentions, keys, strict=True)
        if k or m.form not in ("surname", "word")
    )


def _sentence_of(sentences: Sequence[Sentence], mentions: Sequence[PersonMention]) -> list[int]:
    where, s = [], 0
    for m in mentions:
        while s + 1 < len(sentences) and sentences[s].end <= m.start:
            s += 1
        where.append(s)
    return where


def same_words(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two full names can be one: same surname, given names agree."""
    if not a or not b:
        return False
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if any(long[i - 1] in _SON_OF and word == short[0] for i, word in enumerate(long) if i):
        return False  # "Mansour bin Zayed" is not Zayed
    if set(short) <= set(long) and len(short) > 1:
        return True
    if a[-1] != b[-1]:
        return set(a) == set(b)
    x, y = a[0], b[0]
    return x == y or (min(len(x), len(y)) >= 3 and (x.startswith(y) or y.startswith(x)))


def _open(chains: dict[str, _Chain], by_word: dict[str, list[_Chain]], m: PersonMention, i: int) -> str:
    words = plain_words(m.name)
    for chain in by_word.get(words[-1], []) + by_word.get(words[0], []):
        if same_words(chain.words, words):
            if len(words) > len(chain.words):
                for w in set(words) - set(chain.words):
                    by_word.setdefault(w, []).append(chain)
                chain.words = words
            chain.last = i
            return chain.key
    return _new(chains, by_word, words, i)


def _new(chains: dict[str, _Chain], by_word: dict[str, list[_Chain]], words: tuple[str, ...], i: int) -> str:
    key = slug(words)
    if key not in chains:
        chains[key] = _Chain(key, words, last=i)
        for w in dict.fromkeys(words):
            by_word.setdefault(w, []).append(chains[key])
    return key


def _surname(
    chains: dict[str, _Chain],
    by_word: dict[str, list[_Chain]],
    m: PersonMention,
    i: int,
    known: frozenset[str],
    paired: bool,
) -> str:
    if m.name.startswith("@"):
        handle = m.name.lower()
        return next((c.key for c in chains.values() if len(c.words[-1]) > 3 and c.words[-1] in handle), "")
    words = plain_words(m.name)
    if not words:
        return ""
    word = words[-1]
    found = [c for c in by_word.get(word, ()) if len(c.words) > 1]
    if found:
        last_word = [c for c in found if c.words[-1] == word] or found
        fits = [c for c in last_word if not m.country or not c.country or c.country == m.country] or last_word
        before = [c for c in fits if c.last <= i]
        return max(before or fits, key=lambda c: c.last).key
    if word.endswith("s") and not m.role and _is_family(m.name.split()[-1], known, by_word):
        return ""
    titled = m.end - m.start > len(m.name)
    if m.role or m.country or paired or titled or m.name.split()[-1] in known:
        return _new(chains, by_word, words, i)
    return by_word[word][0].key if by_word.get(word) else ""


def _is_family(name: str, known: frozenset[str], by_word: Mapping[str, object]) -> bool:
    """Tell "the Bushes", more than one person, by the surname without its plural ending."""
    stems = {name[:-1], name[:-2]} if name.endswith("es") else {name[:-1]}
    return any(s in known or s.lower() in by_word for s in stems if len(s) > 2)


def _note(text: str, chain: _Chain, m: PersonMention) -> None:
    chain.count += 1
    chain.country = chain.country or m.country
    if m.qualifier not in ("former", "deputy"):
        chain.offices.update(m.offices)
    if m.role:
        chain.roles.add(_head(m.role))
    phrase = text[m.start : m.end]
    chain.female = chain.female or bool(_FEMALE_WORDS.search(phrase))
    chain.male = chain.male or bool(_MALE_WORDS.search(phrase))


def _head(role: str) -> str:
    return re.split(r"\b(?:of|for|to|and)\b", role.lower())[0].strip()


def _role(chains: dict[str, _Chain], m: PersonMention, later: set[str]) -> str:
    """Find whom a role without a name means; not one who is named first later in its sentence."""
    head = _head(m.role)
    if "counterpart" in head or m.qualifier in ("former", "deputy", "elect"):
        return ""
    noun = head.split()[-1] if head else ""
    fits = [
        c
        for c in chains.values()
        if (
            c.offices & set(m.offices)
            or (not m.offices and not c.offices and any(r.split()[-1:] == [noun] for r in c.roles))
        )
        and (not m.country or not c.country or c.country == m.country)
        and (c.last >= 0 or c.key not in later)
    ]
    if m.country:
        fits = [c for c in fits if c.country] or fits
    words = set(head.split())
    fits = [c for c in fits if any(words <= set(r.split()) for r in c.roles)] or fits
    seen = [c for c in fits if c.last >= 0]
    if not fits or (not m.offices and len(fits) > 1 and not any(head in c.roles for c in fits)):
        return ""
    return max(seen or fits, key=lambda c: (c.count, c.last)).key


def _in_headline(keys: Sequence[str], mentions: Sequence[PersonMention], m: PersonMention) -> str:
    """Find whom a headline's "UN envoy" means: the first whom the story names as one of that country."""
    if not m.country or "counterpart" in m.role.lower():
        return ""
    noun = _head(m.role).split()[-1:]
    named = (j for j, n in enumerate(mentions) if n.form == "full" and n.country == m.country)
    return next((keys[j] for j in named if _head(mentions[j].role).split()[-1:] == noun or not m.offices), "")


def _can_be(
    text: str,
    mentions: Sequence[PersonMention],
    keys: Sequence[str],
    chains: dict[str, _Chain],
    pronoun: PersonMention,
    j: int,
) -> bool:
    """Tell whether a pronoun can mean the person whom the j-th mention names."""
    if not keys[j] or mentions[j].form == "body" or is_label(text, mentions[j]):
        return False
    chain = chains[keys[j]]
    return not (chain.male if pronoun.role in ("she", "her") else chain.female)
