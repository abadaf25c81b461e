"""Groups: whom *they*, *both sides* and *the two ministers* mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from helpers.extract.arguments import SUBJECT_ROW, indexes
from helpers.extract.facts import PersonMention, Sentence
from helpers.extract.skeleton import Skeleton

#: Characters from the beginning in which a release names its author.
HEAD = 1500
_BY_LINE = re.compile(
    r"[\s*#>]*(?:(?:media|press|news) (?:release|statement)s?|(?:speech|address|remarks"
    r"|statement)s?)?[\s:,–-]*"
    r"(?:(?:by|of|from)\s+)?(?:the )?",
    re.I,
)
#: Sentences after which *they* no longer means the people of a meeting.
NEAR = 3
#: Characters before "the leaders" within which two names are looked for.
REACH = 260
#: Only a row of people this near to a sentence's beginning is its subject.
_HEAD = 60
_NOUN = re.compile(r"(?:(defen[cs]e|foreign|prime|finance) )?(\w+?)s?$")
#: Who is none of them: the owner in "‹P0›'s ‹P1›", the body in "three envoys - ‹P1› and ‹P2›".
_OWNER = re.compile(
    r"‹P\d+›['’]s? (?=‹P)|^‹B\d+›(?: [-–—]|:| \(|,? ?(?:[^,‹]|‹G\d+›){0,50},? (?:including"
    r"|among them|such as|led by))"
)
_NUMBERS = {"three": 3, "four": 4, "five": 5}
_ANYBODY = frozenset(
    [
        "leader",
        "side",
        "partie",
        "party",
        "pair",
        "official",
        "interlocutor",
        "counterpart",
        "men",
        "women",
        "statesmen",
    ]
)


@dataclass(slots=True)
class Said:
    """What the sentences so far have said; persons are indexes into the article's.

    Attributes
    ----------
    meetings : list of tuple of int
        The participants of each meeting told, in order.
    meeting_sentence : int
        The sentence of the last of them.
    subject : tuple of int
        The side that was the subject of the last meeting's clause.
    row : tuple of int
        The last row of two or more people that began a sentence.
    row_sentence : int
        Its sentence.
    roles : mapping
        What each person of the article is called, by chain; see `collect_roles`.
    author, author_sentence : int
        Who says *I* outside of quotations, and the sentence that names the author.
    """

    meetings: list[tuple[int, ...]] = field(default_factory=list)
    meeting_sentence: int = -99
    subject: tuple[int, ...] = ()
    row: tuple[int, ...] = ()
    row_sentence: int = -99
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    author: int = -1
    author_sentence: int = -1

    @property
    def everyone(self) -> tuple[int, ...]:
        """The participants of the last meeting told."""
        return self.meetings[-1] if self.meetings else ()

    def note_row(self, skeleton: Skeleton) -> None:
        """Remember the row of people that a sentence begins with."""
        if skeleton.text.count("‹P", 0, _HEAD + 200) < 2:
            return
        for match in SUBJECT_ROW.finditer(skeleton.text, 0, _HEAD + 200):
            members = tuple(i for kind, i in indexes(match.group()) if kind == "P")
            if len(members) > 1 and match.start() < _HEAD:
                self.row, self.row_sentence = members, skeleton.sentence
                return


def find_members(row: str, sentence: int, said: Said, persons: Sequence[PersonMention]) -> tuple[int, ...]:
    """Find the persons that a row of placeholders stands for.

    Parameters
    ----------
    row : str
        E.g. ``"‹P0› and ‹P1›"`` or ``"‹G4›"``.
    sentence : int
        The sentence it stands in.
    said : Said
        What came before.
    persons : sequence of PersonMention
        The article's people.

    Returns
    -------
    tuple of int
        Indexes into `persons`, each once; a pronoun nobody can be found for is
        left out.
    """
    members: list[int] = []
    for kind, i in indexes(_OWNER.sub("", row)):
        if kind == "G":
            members += _group(i, sentence, said, persons)
        elif persons[i].form != "pronoun" or persons[i].key:
            members.append(i)
    return tuple(dict.fromkeys(members))


def _group(i: int, sentence: int, said: Said, persons: Sequence[PersonMention]) -> tuple[int, ...]:
    word = persons[i].role
    row = said.row if sentence - said.row_sentence <= NEAR else ()
    if word in ("they", "them"):
        if len(said.subject) > 1:
            return said.subject
        return said.everyone if sentence - said.meeting_sentence <= NEAR else row
    if word.endswith("delegation"):
        return said.subject if len(said.subject) > 1 else said.row
    options = [*reversed(said.meetings), *([row] if row else [])]
    number = next((_NUMBERS[w] for w in word.split() if w in _NUMBERS), 0)
    if number:
        exact = [o for o in options if len(o) == number]
        return exact[0] if exact else _last_named(persons, i, persons[i].start - 3 * REACH, number)
    noun = _NOUN.search(word)
    if noun is None or noun[2] in _ANYBODY:
        if not options and noun is not None and noun[2] == "leader":
            return _last_named(persons, i, persons[i].start - REACH)
        return options[0] if options else ()
    fitting = (o for o in options if _all_are(o, noun[1] or "", noun[2], said, persons))
    return next(fitting, None) or _last_two(noun[1] or "", noun[2], said, persons, i)


def _last_named(
    persons: Sequence[PersonMention], before: int, start: int, number: int = 2
) -> tuple[int, ...]:
    """Return the last people named before a mention, from an offset on, or nobody if they are too few."""
    found: dict[str, int] = {}
    for i in range(before - 1, -1, -1):
        p = persons[i]
        if p.start < start:
            break
        if p.key and p.form in ("full", "surname"):
            found.setdefault(p.key, i)
            if len(found) == number:
                return tuple(sorted(found.values()))
    return ()


def _all_are(
    members: Sequence[int], modifier: str, noun: str, said: Said, persons: Sequence[PersonMention]
) -> bool:
    people = [i for i in members if persons[i].form != "body"]
    return len(people) > 1 and all(_is(i, modifier, noun, said, persons) for i in people)


def collect_roles(persons: Sequence[PersonMention]) -> dict[str, frozenset[str]]:
    """Collect what each person of an article is called: roles and offices in lower case, by chain."""
    roles: dict[str, set[str]] = {}
    for p in persons:
        if p.key and (p.role or p.offices):
            roles.setdefault(p.key, set()).update(_called(p))
    return {key: frozenset(words) for key, words in roles.items()}


def _called(p: PersonMention) -> set[str]:
    words = {o.replace("_", " ") for o in p.offices}
    if p.role:
        words.add(p.role.lower().replace("defense", "defence"))
    return words


def _is(i: int, modifier: str, noun: str, said: Said, persons: Sequence[PersonMention]) -> bool:
    """Tell whether a person is called such a minister, or a counterpart of one."""
    roles = said.roles.get(persons[i].key) or _called(persons[i])
    noun = noun.replace("secretarie", "secretary")
    modifier = modifier.replace("defense", "defence")
    return any("counterpart" in role or (noun in role and modifier in role) for role in roles)


def _last_two(
    modifier: str, noun: str, said: Said, persons: Sequence[PersonMention], before: int
) -> tuple[int, ...]:
    """Return the last two people before a mention that hold such an office."""
    found: dict[str, int] = {}
    for i in range(before - 1, -1, -1):
        p = persons[i]
        named = p.key and p.key not in found and p.form in ("full", "surname", "role")
        if named and _is(i, modifier, noun, said, persons):
            found[p.key] = i
            if len(found) == 2:
                return tuple(sorted(found.values()))
    return ()


def find_author(
    text: str, persons: Sequence[PersonMention], sentences: Sequence[Sentence]
) -> tuple[int, int]:
    """Find who a release is by: the one whom a line of its head names, with role and name, and no more.

    Returns
    -------
    tuple of int
        Index of the person and of the sentence; -1 for both if there is none.
    """
    for i, p in enumerate(persons):
        if p.start > HEAD:
            break
        if p.form != "full" or not p.role or text[p.end : p.end + 1] not in ("\n", "", "\r"):
            continue
        number = next(n for n, s in enumerate(sentences) if s.end >= p.end)
        if _BY_LINE.fullmatch(text, text.rfind("\n", 0, p.start) + 1, p.start):
            return i, number
    return -1, -1
