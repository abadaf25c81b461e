"""Rules for what looks like a date and is none: matched on purpose, then dropped.

The longest match wins, so "Good Friday Agreement" swallows the holiday in it.
Each rule names the class of impostor; tests hold a hit and a near miss for each.
"""

from __future__ import annotations

import re
from typing import Final

from helpers.extract.dates_atoms import MONTH, WEEKDAY, WEEKDAY_NAMES, WS, Rule, rule
from helpers.extract.dates_symbols import Recently

_DAYS: Final = frozenset(WEEKDAY_NAMES)
_NEVER: Final = Recently()  # any symbol: impostors are dropped, what they build is not looked at


def _impostor(name: str, starts: frozenset[str] | str, pattern: str, *, capital: bool = False) -> Rule:
    """Compose a rule for an impostor; `capital` asks for a name."""

    def build(match: re.Match[str]) -> Recently | None:
        return None if capital and not match[0][0].isupper() else _NEVER

    return rule(name, starts, pattern, build)


IMPOSTOR_RULES: Final[tuple[Rule, ...]] = (
    _impostor(
        "agreement",
        "good st",
        rf"(?:Good{WS}Friday|St\.?{WS}Andrews){WS}(?:Peace{WS})?(?:Agreement|Accord|deal|peace|process)s?",
    ),
    _impostor(
        "named day of the past",
        "bloody black super cyber freaky fat girl man stormy giving blue",
        rf"(?:Bloody|Black|Super|Cyber|Freaky|Fat|Girl|Man|Stormy|Giving|Blue){WS}{WEEKDAY}",
        capital=True,
    ),
    _impostor(
        "title or body",
        _DAYS,
        rf"{WEEKDAY}{WS}(?:(?:Night|Morning){WS}(?:Live|Football|Lights|Fever)|Times|Telegraph|Mirror"
        rf"|Express|Post"
        rf"|Mail|Herald|Independent|Group|Club|Movement|School|Project|Night{WS}Live)(?![^\W\d_])",
    ),
    _impostor("title or body", "mail sheffield", rf"(?:Mail{WS}on{WS}Sunday|Sheffield{WS}Wednesday)"),
    _impostor("repeated weekday", _DAYS, rf"{WEEKDAY[:-2]}s(?![^\W\d_])(?:{WS}for{WS}Future)?"),
    _impostor(
        "opening hours",
        "mon tue wed thu fri sat sun",
        rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?{WS}?[-–—]{WS}?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b",
    ),
    _impostor(
        "outlet",
        "usa russia india pakistan ukraine africa christianity history",
        rf"(?:USA|Russia|India|Pakistan|Africa|Christianity|History){WS}Today\b(?!['’]s)",
        capital=True,
    ),
    _impostor("outlet", "today", rf"today(?:\.[a-z]{{2,4}}\b|{WS}(?:show|programme|program){WS}?)"),
    _impostor(
        "May the person",
        "theresa mrs ms minister pm",
        rf"(?:Theresa|Mrs\.?|Ms\.?|Minister|PM){WS}May\b(?!{WS}\d)",
        capital=True,
    ),
    _impostor(
        "march the movement",
        "march",
        rf"March{WS}(?:for{WS}[A-Z]|on{WS}(?!the{WS}sidelines|its|their)[A-Z]|of{WS}the{WS}(?:Living|Dead))",
    ),
    _impostor(
        "march the movement",
        "women long million death",
        rf"(?:Women['’]s|Long|Million{WS}\w{{1,9}}|Death){WS}March\b",
        capital=True,
    ),
    _impostor(
        "named revolution",
        "october february november velvet",
        rf"(?:October|February|November){WS}Revolution\b",
    ),
    _impostor(
        "day as the name of an event",
        "january september october july # february oct sept jan",
        rf"(?:{MONTH}{WS}\d{{1,2}}(?:th|st|nd|rd)?|9/11|7/7){WS}(?:attacks?|attackers?|massacre"
        rf"|insurrection|riots?"
        rf"|committee|commission|terror(?:ist)?{WS}attacks?|bombings?|hijackers?)\b(?!{WS}(?:that"
        rf"|which){WS}day)",
    ),
    _impostor("day as the name of an event", "#", r"(?<![\d/])(?:9/11|7/7|24/7|11/9)(?![/\d])"),
    _impostor(
        "season as the name of an event",
        "arab prague winter summer",
        rf"(?:(?:Arab|Prague){WS}Spring|(?:Winter|Summer){WS}(?:Olympic|Paralympic|Games|School"
        rf"|Universiade)\w{{0,3}})",
    ),
    _impostor(
        "resolution", "resolution", r"resolution(?:\s(?:no\.?|number))?\s\d{3,5}(?:/\d{2,4})?(?:\s\(\d{4}\))?"
    ),
)
