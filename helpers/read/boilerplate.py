"""Boilerplate: what a page puts around an article, found by rules kept as data.

The rules stand in ``knowledge/boilerplate.toml``, each with examples and near
misses. A rule reads a whole line, a span inside a line, or the heading of a
section. Only short lines are read, so the cost grows with the length of the text
and no faster, whatever the text is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from helpers.errors import KnowledgeError, not_allowed
from helpers.literals import Needs, find_needs, may_match
from helpers.read.lines import Line, read_lines
from helpers.read.source import Mask, mask_text, merge_masks

SHIPPED = Path(__file__).parent.parent / "knowledge" / "boilerplate.toml"
UNITS = ("line", "span", "section")
#: A span of which one of more literals than this is needed is looked for at once.
MAX_OPTIONS = 6
SCOPES = ("anywhere", "head", "tail", "edges")

#: Marks of lists and buttons that may stand before and after what a line rule matches.
_BEFORE = r"(?:[\s>#*_•·▪►▸▶→\[(|-]{0,12})"
_AFTER = r"(?:[\s:»›>→▸▶…\])|*_!-]|\.\.\.){0,12}"
_LIST_MARK = re.compile(r"[•·▪►▸▶→*>-]|\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class BoilerplateRule:
    """One rule of ``boilerplate.toml``.

    Attributes
    ----------
    name : str
        Key; it is the `rule` of the masks.
    unit : {'line', 'span', 'section'}
        What the pattern must match: a whole line, a span in a line, or a line
        that heads a section (with the list that follows).
    scope : {'anywhere', 'head', 'tail', 'edges'}
        Where it may stand; ``head`` is before the first paragraph of the body,
        ``tail`` after the last, ``edges`` either.
    pattern : str
        Regular expression. Lines are compared without regard to case and with
        straight quotes, plain hyphens and plain spaces; spans are compared as they are.
    until_end : bool
        For sections: hide all that follows in the second half of the text, even sentences.
    examples, near_misses : tuple of str
        Lines that the rule must hide whole or in part, and lines that no rule may touch.
    """

    name: str
    unit: str
    scope: str
    pattern: str
    until_end: bool = False
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()


def load_boilerplate(path: Path | None = None) -> tuple[BoilerplateRule, ...]:
    """Load the boilerplate rules from a TOML file.

    Parameters
    ----------
    path : Path, optional
        The shipped ``knowledge/boilerplate.toml`` by default.

    Returns
    -------
    tuple of BoilerplateRule
        In the order of the file; where two rules match, the first one counts.

    Raises
    ------
    KnowledgeError
        If the file cannot be read, or a rule is malformed; the message names it.
    """
    return _load(path or SHIPPED)


def find_boilerplate(text: str, rules: Sequence[BoilerplateRule] | None = None) -> tuple[Mask, ...]:
    r"""Find the boilerplate of one article.

    Parameters
    ----------
    text : str
        The article with its line feeds.
    rules : sequence of BoilerplateRule, optional
        The shipped rules by default.

    Returns
    -------
    tuple of Mask
        Sorted and disjoint.

    Notes
    -----
    A tweet quoted in an article and a caption that is a sentence are not
    boilerplate. A line inside a hard-wrapped paragraph is never taken for one.

    Examples
    --------
    >>> find_boilerplate("Share on Facebook\n\nThe two envoys met in Oslo on Friday.")
    (Mask(start=0, end=17, rule='share_buttons'),)
    """
    found = _compile(tuple(rules) if rules is not None else load_boilerplate())
    lower = text.lower()
    masks = [
        Mask(*match.span(), rule.name)
        for rule, pattern, needs in found.spans
        if may_match(needs, lower)
        for match in pattern.finditer(text)
        if match.end() > match.start()
    ]
    lines = read_lines(text)
    named: dict[int, BoilerplateRule] = {}
    _name_lines(lines, named, found, range(len(lines)), "anywhere")
    first, last = _find_body(lines, named)
    _name_lines(lines, named, found, range(first), "head")
    _name_lines(lines, named, found, range(last + 1, len(lines)), "tail")
    _name_lines(lines, named, found, [*range(first), *range(last + 1, len(lines))], "edges")
    last = _name_last_prose(lines, named, found, first, last)
    masks += [Mask(lines[i].start, lines[i].end, rule.name) for i, rule in sorted(named.items())]
    masks += _find_sections(text, lines, named, last)
    return merge_masks(masks)


def mask_boilerplate(text: str, rules: Sequence[BoilerplateRule] | None = None) -> str:
    r"""Blank the boilerplate of one article, one space for each character.

    Parameters
    ----------
    text : str
        The article.
    rules : sequence of BoilerplateRule, optional
        The shipped rules by default.

    Returns
    -------
    str
        Same length, line feeds in the same places.

    Examples
    --------
    >>> mask_boilerplate("They met.\n(Image: AP)")
    'They met.\n           '
    """
    return mask_text(text, find_boilerplate(text, rules))


@dataclass(frozen=True, slots=True)
class _Compiled:
    spans: tuple[tuple[BoilerplateRule, re.Pattern[str], Needs], ...]
    lines: dict[str, tuple[tuple[BoilerplateRule, ...], re.Pattern[str]]]


def _few_needs(pattern: str) -> Needs:
    """Return what a pattern needs and what is quickly sought: one of a few literals."""
    return [options for options in find_needs(pattern) if len(options) <= MAX_OPTIONS]


@cache
def _compile(rules: tuple[BoilerplateRule, ...]) -> _Compiled:
    spans = tuple((r, re.compile(r.pattern), _few_needs(r.pattern)) for r in rules if r.unit == "span")
    lines = {}
    for scope in SCOPES:
        chosen = tuple(r for r in rules if r.unit != "span" and r.scope == scope)
        if chosen:
            body = "|".join(f"(?P<r{i}>{r.pattern})" for i, r in enumerate(chosen))
            pattern = re.compile(f"{_BEFORE}(?:{body}){_AFTER}", re.IGNORECASE)
            lines[scope] = (chosen, pattern)
    return _Compiled(spans, lines)


def _name_lines(
    lines: Sequence[Line],
    named: dict[int, BoilerplateRule],
    found: _Compiled,
    where: Sequence[int],
    scope: str,
) -> None:
    if scope not in found.lines:
        return
    rules, pattern = found.lines[scope]
    for i in where:
        line = lines[i]
        if i in named or not line.plain or line.is_wrapped:
            continue
        match = pattern.fullmatch(line.plain)
        if match and match.lastgroup:
            named[i] = rules[int(match.lastgroup[1:])]


def _name_last_prose(
    lines: Sequence[Line], named: dict[int, BoilerplateRule], found: _Compiled, first: int, last: int
) -> int:
    """Name sentences at the end that are notes of the publisher; return the new last line of prose."""
    while last > first:
        _name_lines(lines, named, found, [last], "tail")
        if last not in named:
            break
        last = max(i for i in range(last) if i == first or (lines[i].is_prose and i not in named))
    return last


def _find_body(lines: Sequence[Line], named: dict[int, BoilerplateRule]) -> tuple[int, int]:
    """Return the indexes of the first and the last line of prose, or (n, -1)."""
    prose = [i for i, line in enumerate(lines) if line.is_prose and i not in named]
    if not prose:
        return len(lines), -1
    first = prose[0]
    while first and lines[first].is_wrapped:
        first -= 1
    return first, prose[-1]


def _find_sections(
    text: str, lines: Sequence[Line], named: dict[int, BoilerplateRule], last: int
) -> list[Mask]:
    """Hide what belongs to a section's heading: lists after the body, or list items below it."""
    masks = []
    for i, rule in sorted(named.items()):
        if rule.unit != "section" or last < 0:
            continue
        below = range(i + 1, len(lines))
        if rule.until_end and i > 0 and lines[i].start > len(text) // 2:
            masks += [Mask(lines[k].start, lines[k].end, rule.name) for k in below]
        elif i > last:
            masks += [Mask(lines[k].start, lines[k].end, rule.name) for k in below if k not in named]
        else:
            for k in below:
                if k in named or lines[k].is_prose or not _LIST_MARK.match(lines[k].plain):
                    break
                masks.append(Mask(lines[k].start, lines[k].end, rule.name))
    return masks


@cache
def _load(path: Path) -> tuple[BoilerplateRule, ...]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    except (OSError, KeyError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(
            f"Cannot read the boilerplate rules in {str(path)!r}: {error}. "
            "It must be a TOML file with tables [[rule]]. Correct the file."
        ) from error
    rules = tuple(_build_rule(path, table) for table in tables)
    names = [rule.name for rule in rules]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise KnowledgeError(
            f"Boilerplate rules named twice in {str(path)!r}: {twice}. Give each its own name."
        )
    return rules


def _build_rule(path: Path, table: dict[str, Any]) -> BoilerplateRule:
    try:
        rule = BoilerplateRule(
            name=table["name"],
            unit=table.get("unit", "line"),
            scope=table.get("scope", "anywhere"),
            pattern=table["pattern"].strip(),
            until_end=table.get("until_end", False),
            examples=tuple(table.get("examples", ())),
            near_misses=tuple(table.get("near_misses", ())),
        )
        re.compile(rule.pattern)
    except (KeyError, re.error) as error:
        raise KnowledgeError(
            f"Boilerplate rule {table.get('name')!r} in {str(path)!r} is malformed: {error}. "
            "A rule needs 'name' and a 'pattern' that is a regular expression. Correct the rule."
        ) from error
    for what, seen, allowed in (("unit", rule.unit, UNITS), ("scope", rule.scope, SCOPES)):
        if seen not in allowed:
            where = f"rule {rule.name!r} of {str(path)!r}"
            raise KnowledgeError(not_allowed(what, seen, allowed, where=where, hint="Correct the rule."))
    return rule
