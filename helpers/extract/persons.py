"""Persons: the phrases of one sentence that name people and bodies.

The grammar is one regular expression over the classes of the tokens (see
`helpers.extract.lexicon.CLASSES`): a role before a name, a name before a role, an
honorific and a name, a name alone, a role alone, a pronoun, a group.
"""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.extract.coordination import Found, join_titles, name_plurals, spread_plurals
from helpers.extract.facts import PersonMention
from helpers.extract.lexicon import Lexicon
from helpers.extract.plurals import find_plurals
from helpers.extract.role_bounds import is_adjective, names_a_thing, role_end, without_verb
from helpers.extract.roles import Role, read_role
from helpers.extract.tokens import Tokens

_PRE = r"(?:[QFMmP](?=[^GNC])|[DKOL]'?|N(?=[Mmj]+[HjM])|[NGCK]{1,5}(?=jT*[GN]))*"
_ITEM = r"(?:[QMmDKLO]'?(?![QMm]*[HjP])|[GNC]{1,3}(?=O)|N(?=N[GN][^GN]))"
_INNER = r"(?:[QMmDKLOHjP]'?|[GNC]{1,3}(?=[OH])|N(?=N[GN][^GN]))"
_AND = r"&(?=[Mm]+[^MmHjPQ])"
_OF = rf"(?:[of](?:[th]{_INNER}+|{_ITEM}+)(?:{_AND}[Mm]+)*|f[MDKLOCP]+(?:&[MCPRO]+)*(?=T*[GN]))"
_ROLE = rf"{_PRE}[HjP]+(?:[Mm]+H)?Q?(?:{_OF})*"
_FULL = r"(?:G[KL](?!')|GI*C(?![GN])|[GNI](?:I|\"[GNC]\"|p{1,3}(?=[GN])|[GN]){1,7}(?<=[GN]))(?:,?S)?"
_ONE = r"(?:[GN](?:,?S)?|C)"
#: The look ahead says how a phrase can begin: it saves trying the rest at every other token.
_PERSON = re.compile(
    rf"(?=[thTQFMmPDKOLNHjGIBz])(?:(?P<pd>[th]?)T*(?P<pr>{_ROLE})(?P<pc>,?)(?P<pt>(?:Q(?=T))?T*(?:H(?=T*[GN]))?T*)(?P<pn>{_FULL}|C[GN]{{1,2}}|{_ONE})"
    rf"|(?P<hon>T+)(?P<hn>{_FULL}|C[GN]{{1,2}}|{_ONE})"
    rf"|(?P<full>{_FULL})"
    rf"|(?P<poss>[KL]')(?P<pon>{_FULL}|[GN](?![GNCIR]))"
    rf"|(?P<those>tw{{1,2}}[PB])"
    rf"|(?P<rd>[th]?)(?P<role>{_ROLE})"
    rf"|(?P<group>[th]?{_PRE}B(?:{_OF})*)"
    rf"|(?P<one>[GN])"
    rf"|(?P<org>O)"
    rf"|(?P<pronoun>z))"
)
_APPOSITION = re.compile(rf",(?P<d>[th]?)(?P<r>{_ROLE})(?:&{_ROLE})*(?=[,x)wQ&\"]|$)(?!&?T*[GN])")
_BRACKET = re.compile(rf"\((?P<r>{_ROLE})\)")
_BRACKET_COUNTRY = re.compile(r"\((?P<k>K)\)")
_OF_COUNTRY = re.compile(r"ot?(?:K'|D)?(?P<k>[KO])")
_PRONOUNS = frozenset(("he", "she", "they", "him", "them"))
_ANAPHORIC = re.compile(
    r"(?:the|both|these|all|the two|the three|the four|two|both the) (?:(?:two|three|four|same) )?"
    r"(?:(?!european|world|arab|african|asian|other|many|several)[a-z]+ ){0,2}?(?:leaders|sides"
    r"|parties|delegation|presidents|ministers|"
    r"(?:foreign|defen[cs]e|prime|finance) ministers|secretaries|officials|pair|interlocutors"
    r"|diplomats|men|women|counterparts|statesmen|"
    r"heads of state|chancellors|premiers|monarchs|kings|ambassadors|envoys)",
    re.I,
)
#: Titles that the holder of another role can have before the name.
_RANKS = frozenset(
    [
        *(
            "general",
            "colonel",
            "admiral",
            "marshal",
            "commodore",
            "brigadier",
            "major",
            "captain",
            "lieutenant",
        ),
        *(
            "senator",
            "ambassador",
            "cardinal",
            "archbishop",
            "bishop",
            "ayatollah",
            "imam",
            "prince",
            "princess",
        ),
        *("professor", "sheikha", "commander", "congressman", "representative"),
    ]
)
_MAX_NAME_WORDS = 6


def find_persons(text: str, tokens: Tokens, lexicon: Lexicon) -> tuple[PersonMention, ...]:
    """Find the phrases of a sentence that name people, roles and bodies.

    Parameters
    ----------
    text : str
        The article; offsets refer to it.
    tokens : Tokens
        The sentence.
    lexicon : Lexicon
        Classes of words, titles, given names.

    Returns
    -------
    tuple of PersonMention
        In order and without overlap; `key` is still empty.
    """
    found: list[Found] = []
    at, classes = 0, tokens.classes
    while at < len(classes):
        match = _PERSON.search(classes, at)
        plural = find_plurals(text, tokens, at, lexicon) if "P" in classes else []
        if plural and (match is None or plural[0].first <= match.start()):
            found += plural
            at = plural[-1].last
            continue
        if match is None:
            break
        item = _read(text, tokens, match, lexicon)
        if item is None:
            at = match.start() + 1 if match["pr"] is None and match["role"] is None else _after_failure(match)
            continue
        found.append(item)
        at = max(item.last, match.start() + 1)
    joined = name_plurals(join_titles(text, tokens, found), tokens)
    return tuple(f.mention for f in spread_plurals(joined, tokens))


def _after_failure(match: re.Match[str]) -> int:
    return match.start() + max(1, len(match["pd"] or match["rd"] or ""))


def _read(text: str, tokens: Tokens, match: re.Match[str], lexicon: Lexicon) -> Found | None:
    if match["pr"] is not None:
        return _read_role_name(text, tokens, match, lexicon)
    if match["hon"] is not None:
        return _with_apposition(text, tokens, match.start(), *match.span("hn"), None, lexicon)
    if match["full"] is not None and names_a_thing(tokens, match.end("full"), lexicon):
        return None
    if match["those"] is not None:
        found = _body(text, tokens, match.start(), match.end(), "body", lexicon)
        return found if found.mention.form == "group" else None
    if match["full"] is not None:
        span = without_verb(tokens, *match.span("full"), lexicon)
        return _with_apposition(text, tokens, match.start(), *span, None, lexicon)
    if match["poss"] is not None:
        entry = tokens.entries.get(match.start("poss"))
        role = Role("", (), entry.country if entry else "", "")
        return _with_apposition(text, tokens, match.start(), *match.span("pon"), role, lexicon)
    if match["role"] is not None:
        return _read_role(text, tokens, match.start(), *match.span("role"), lexicon)
    if match["group"] is not None:
        return _body(text, tokens, match.start(), match.end(), "body", lexicon)
    if match["one"] is not None:
        if match.end() < len(tokens.classes) and tokens.classes[match.end()] in "PBm":
            return None  # "Balkan leaders", "Bush officials": an adjective
        return _with_apposition(text, tokens, match.start(), *match.span("one"), None, lexicon)
    if match["org"] is not None:
        kind = tokens.entries[match.start()].kind if match.start() in tokens.entries else ""
        return (
            _body(text, tokens, match.start(), match.end(), "body", lexicon)
            if kind in ("armed_group", "party")
            else None
        )
    word = tokens.words[match.start()]
    if word.lower() not in _PRONOUNS:
        return None
    i = match.start()
    return Found(PersonMention(tokens.starts[i], tokens.ends[i], "", "pronoun", word.lower()), i, i + 1)


def _read_role_name(text: str, tokens: Tokens, match: re.Match[str], lexicon: Lexicon) -> Found | None:
    first, last = match.span("pr")
    if (cut := role_end(tokens, first, last)) < last:
        return _read_role(text, tokens, match.start(), first, cut, lexicon)
    name_first, name_last = without_verb(tokens, *match.span("pn"), lexicon)
    if "H" in match["pt"] and not _is_ranked(tokens, *match.span("pt")):
        return _read_role(text, tokens, match.start(), first, last, lexicon)
    size = name_last - name_first
    if match["pc"]:
        closes = name_last >= len(tokens.classes) or tokens.classes[name_last] in ",x)"
        strong = bool(match["pt"]) or size > 1
        if not (closes and strong) or "P" in tokens.classes[first:last]:
            return _read_role(text, tokens, match.start(), first, last, lexicon)
    if (
        tokens.classes[name_first] == "C"
        and size == 1
        and not _may_be_surname(tokens, name_first, match["pt"], lexicon)
    ):
        return _read_role(text, tokens, match.start(), first, last, lexicon)
    if tokens.classes[last - 1] == "'":
        return None
    role = read_role(text, tokens, first, last, lexicon)
    return _with_apposition(text, tokens, match.start(), name_first, name_last, role, lexicon)


def _is_ranked(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "the army chief, General Roe" from two people, "the minister, President Roe"."""
    return all(tokens.words[i].lower() in _RANKS for i in range(first, last) if tokens.classes[i] == "H")


def _may_be_surname(tokens: Tokens, i: int, honorific: str | None, lexicon: Lexicon) -> bool:
    return bool(honorific) or tokens.words[i] in lexicon.surnames


def _with_apposition(
    text: str, tokens: Tokens, start: int, first: int, last: int, role: Role | None, lexicon: Lexicon
) -> Found:
    """Make the mention of a name, with the role or country that follows it."""
    classes, end = tokens.classes, last
    country = ""
    if match := _OF_COUNTRY.match(classes, last):
        entry = tokens.entries.get(match.start("k"))
        country, end = entry.country if entry else "", match.end()
    elif match := _BRACKET_COUNTRY.match(classes, last):
        country, end = tokens.entries[match.start("k")].country, match.end()
    after = role
    match = _APPOSITION.match(classes, end) or _BRACKET.match(classes, end)
    if match is not None:
        end = match.end()
        if role is None or not role.offices:
            told = read_role(text, tokens, *match.span("r"), lexicon)
            after = (
                told if role is None or not role.text else replace(role, country=role.country or told.country)
            )
            if role is not None and not role.text:
                after = replace(told, country=told.country or role.country)
    name = " ".join(text[tokens.starts[first] : tokens.ends[last - 1]].split())
    words = [w for w in tokens.words[first:last] if w not in ('"', "“", "”", ",")]
    suffixed = classes[last - 1] == "S"
    form = "full" if len(words) - suffixed > 1 else "surname"
    return Found(
        PersonMention(
            tokens.starts[start],
            tokens.ends[end - 1],
            name,
            form,
            after.text if after else "",
            after.offices if after else (),
            country or (after.country if after else ""),
            after.qualifier if after else "",
        ),
        start,
        end,
    )


def _read_role(
    text: str, tokens: Tokens, start: int, first: int, last: int, lexicon: Lexicon
) -> Found | None:
    """Make the mention of a role without a name, or of a group."""
    last = role_end(tokens, first, last)
    while last > first and tokens.classes[last - 1] in "&,'":
        last -= 1
    classes = tokens.classes[first:last]
    if "P" in classes and not re.search(r"[Hj]", classes.split("P")[0] or ""):
        if last - start == 1 and tokens.words[start].islower():
            return None  # "heads to Paris", "officials said": nobody in particular
        return _body(text, tokens, start, last, "body", lexicon)
    if last - first == 1 and tokens.classes[first] == "j" and is_adjective(tokens, first):
        return None
    role = read_role(text, tokens, first, last, lexicon)
    determined = start < first or role.country or role.offices
    if not determined and not tokens.classes[first].isupper():
        return None
    country = "" if role.by_default else role.country
    return Found(
        PersonMention(
            tokens.starts[start],
            tokens.ends[last - 1],
            "",
            "role" if determined else "title",
            role.text,
            role.offices,
            country,
            role.qualifier,
        ),
        start,
        last,
    )


def _body(text: str, tokens: Tokens, start: int, last: int, form: str, lexicon: Lexicon) -> Found:
    """Make the mention of people without names."""
    surface = " ".join(text[tokens.starts[start] : tokens.ends[last - 1]].split())
    if _ANAPHORIC.fullmatch(surface):
        return Found(
            PersonMention(tokens.starts[start], tokens.ends[last - 1], "", "group", surface.lower()),
            start,
            last,
        )
    country = next((tokens.entries[i].country for i in range(start, last) if i in tokens.entries), "")
    offices: tuple[str, ...] = ()
    first = start + (tokens.classes[start] in "th")
    if "P" in tokens.classes[first:last]:
        offices = read_role(text, tokens, first, last, lexicon).offices
    name = surface.removeprefix("the ").removeprefix("The ")
    return Found(
        PersonMention(tokens.starts[start], tokens.ends[last - 1], name, form, "", offices, country),
        start,
        last,
    )
