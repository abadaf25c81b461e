"""The day on which an article was published, with its proof.

A header or an index says it; else a dateline; else the days on which everything
in the article can be true. Each claim is a `Constraint` with a weight: where
not all agree, the days on which the weightiest do are taken, the others are
dropped and named. Nothing is taken from the clock or from the file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from helpers.days import Days, intersect, within
from helpers.extract.dates_symbols import Absolute, MonthRef, YearRef
from helpers.extract.facts import Dateline, DateMention
from helpers.resolve.constraints import YEARS, Constraint, sentence_at
from helpers.resolve.dates import resolve_date
from helpers.resolve.day_sets import DaySet, agreed, as_days, meet
from helpers.resolve.stated_dates import (
    bare_weekdays,
    dateline_constraint,
    dateline_slips,
)
from helpers.resolve.weighing import (
    WEIGHTS,
    agreed_days,
    claimed_days,
    distinct_claims,
    handover_claims,
    name_chosen,
    visit_days,
)

__all__ = ["Constraint", "Publication", "explain_publication", "resolve_publication"]

#: An agency's dateline is the day of filing: it may appear so many days later.
FILING: Final = timedelta(3)
#: With more separate parts than this, only the outer bounds of a region are kept.
MAX_PARTS: Final = 12


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, as far as it is known.

    Attributes
    ----------
    days : Days or None
        Bounds; one side may be open (`Days.is_open`); None if nothing bounds it.
    basis : str
        How it is known, in one readable sentence.
    proof : tuple of Constraint
        Every claim that was kept, the strongest first.
    conflicts : tuple of str
        Every claim that was dropped because stronger ones exclude it.
    """

    days: Days | None
    basis: str
    proof: tuple[Constraint, ...]
    conflicts: tuple[str, ...]


def resolve_publication(
    text: str,
    dates: Sequence[DateMention],
    dateline: Dateline | None,
    stated: Days | None,
    stated_basis: str,
    office_terms: Sequence[Constraint],
    told: Sequence[Constraint],
    clause_tense: Callable[[int], str] | Mapping[int, str],
) -> Publication:
    """Resolve the day of publication from all that is known.

    Parameters
    ----------
    text : str
        The article, boilerplate masked.
    dates : sequence of DateMention
        Its date expressions.
    dateline : Dateline or None
        Its dateline.
    stated : Days or None
        The day that a header, an index or a file name states.
    stated_basis : str
        Where it is stated: "header: date 2022-05-12".
    office_terms : sequence of Constraint
        For each titled mention of a known holder, the days of the term (kind
        ``office``); also what merged articles add (kind ``merge``).
    told : sequence of Constraint
        From `helpers.resolve.told.find_told`: what the words say whoever the people are.
    clause_tense : callable or mapping
        Offset to ``past``, ``future`` or empty.

    Returns
    -------
    Publication

    Notes
    -----
    A title in a sentence that is dated to the past ("in 2003 President Bush
    …") tells of that time and binds nothing.

    Examples
    --------
    >>> from helpers.days import parse_edtf
    >>> found = resolve_publication("", (), None, parse_edtf("2022-05-12"), "header", (), (), {})
    >>> found.days.edtf, found.basis
    ('2022-05-12', 'header')
    """
    tense = clause_tense if callable(clause_tense) else lambda position: clause_tense.get(position, "")
    claims: list[Constraint] = []
    if stated is not None:
        claims.append(Constraint(stated, stated_basis, -1, -1, "stated"))
    if dateline is not None and (line := dateline_constraint(text, dateline)) is not None:
        claims.append(line if stated is None else _filed(line))
    claims += [c for c in office_terms if not _tells_of_the_past(text, c, dates, tense)]
    claims += told
    visits = [c for c in claims if c.kind == "visit"]
    claims = distinct_claims([c for c in claims if c.kind != "visit"])
    sets = [claimed_days(c) for c in claims]
    weights = [WEIGHTS.get(c.kind, 1) for c in claims]
    region = agreed(list(zip(sets, weights, strict=True)))
    touching = handover_claims(claims, region)
    if touching:
        region = agreed_days([c for c in claims if c not in touching])
    kept = [c for c, s in zip(claims, sets, strict=True) if c not in touching and meet(s, region)]
    dropped = [c for c in claims if c not in kept]
    for visit in visits:
        fits = visit_days(visit, region)
        if fits:
            region = fits
            kept.append(visit)
    kept = [name_chosen(c, region) for c in kept]
    days = _narrowed(region, kept)
    kept.sort(key=lambda c: -WEIGHTS.get(c.kind, 1))
    basis = _basis(text, days, kept, dates, tense, region)
    conflicts = [f"dropped: {c.reason} ({c.days.edtf})" for c in dropped]
    if dateline is not None:
        conflicts += dateline_slips(text, dateline)
    return Publication(days, basis, tuple(kept), tuple(conflicts))


def explain_publication(publication: Publication, text: str) -> str:
    """Explain the day of publication: each claim with its sentence.

    Parameters
    ----------
    publication : Publication
        What `resolve_publication` returned.
    text : str
        The text it was resolved from.

    Returns
    -------
    str
        Several lines: the result, each claim kept (``*`` marks those that bind
        a side), each claim dropped, and the claim that narrows most.
    """
    days = publication.days
    lines = [f"Published: {'unknown' if days is None else days.edtf}. {publication.basis}"]
    for claim in publication.proof:
        mark = "*" if days is not None and _binds(claim, days) else "-"
        lines.append(f"{mark} {claim.kind}: {claim.reason} {_edtf(claim, days)}")
        if claim.start >= 0:
            start, end = sentence_at(text, claim.start)
            lines.append(f"    “{' '.join(text[start:end].split())}”")
    lines += [f"x {conflict}" for conflict in publication.conflicts]
    if days is not None:
        most = _narrows_most(publication)
        if most is not None:
            lines.append(f"Without “{most[0].reason}” it would be {most[1]}.")
    return "\n".join(lines)


def _filed(line: Constraint) -> Constraint:
    """Let a dateline be some days older than the stated day of publication."""
    options = tuple(
        within(o.start, min(o.end, date.max - FILING) + FILING) for o in (line.options or (line.days,))
    )
    return replace(line, days=within(options[0].start, options[-1].end), options=options)


def _tells_of_the_past(
    text: str, claim: Constraint, dates: Sequence[DateMention], tense: Callable[[int], str]
) -> bool:
    """Tell whether a title stands in a sentence about a year of that term that is told as past."""
    if claim.kind != "office" or claim.start < 0:
        return False
    start, end = sentence_at(text, claim.start)
    low = bisect_left(dates, start, key=attrgetter("start"))
    for mention in dates[low:]:
        if mention.start >= end:
            return False
        if not isinstance(mention.symbol, Absolute | MonthRef | YearRef):
            continue
        days = resolve_date(mention.symbol, None)
        if days is not None and intersect(days, claim.days) and tense(mention.start) == "past":
            return True
    return False


def _narrowed(region: DaySet, kept: Sequence[Constraint]) -> Days | None:
    """Return the region as days, with the meaning of a claim that says just that."""
    days = as_days(region)
    if days is None:
        return None
    if len(region) > MAX_PARTS:  # "11 May of some year": the years that are looked at are no bound
        start = date.min if days.start.year <= YEARS[0] else days.start
        end = date.max if days.end.year >= YEARS[-1] else days.end
        return None if start == date.min and end == date.max else within(start, end)
    for claim in kept:
        if not claim.options and (claim.days.start, claim.days.end) == (days.start, days.end):
            return claim.days
    return days


def _binds(claim: Constraint, days: Days) -> bool:
    """Tell whether a claim sets one of the two sides."""
    edges = [edge for start, end in claimed_days(claim) for edge in (("start", start), ("end", end))]
    return (("start", days.start) in edges and days.start != date.min) or (
        ("end", days.end) in edges and days.end != date.max
    )


def _basis(
    text: str,
    days: Days | None,
    kept: Sequence[Constraint],
    dates: Sequence[DateMention],
    tense: Callable[[int], str],
    region: DaySet,
) -> str:
    """Compose the readable basis."""
    if days is None:
        return "nothing in the article says when it was published"
    if kept[0].kind in ("stated", "dateline") and intersect(kept[0].days, days) == kept[0].days:
        return kept[0].reason
    reasons = [c.reason for c in kept if _binds(c, days)]
    if kept[0].kind in ("stated", "dateline") and kept[0].reason not in reasons:
        reasons.insert(0, kept[0].reason)
    if days.start == days.end:
        head = f"on {days.start.isoformat()}"
    elif days.start == date.min:
        head = f"not after {days.end.isoformat()}"
    elif days.end == date.max:
        head = f"not before {days.start.isoformat()}"
    else:
        head = f"between {days.start.isoformat()} and {days.end.isoformat()}"
    named = bare_weekdays(text, dates, tense, "past")
    if named and days.n_days > 7:
        reasons.append(f"it tells of {' and '.join(named)}")
    return f"{head}: {'; '.join(dict.fromkeys(reasons))}"


def _narrows_most(publication: Publication) -> tuple[Constraint, str] | None:
    """Return the claim without which the interval would be widest, and what it would be."""
    best: tuple[int, Constraint, str] | None = None
    days = publication.days
    for i, claim in enumerate(publication.proof[:50]):
        others = [
            (claimed_days(c), WEIGHTS.get(c.kind, 1)) for j, c in enumerate(publication.proof) if j != i
        ]
        wider = as_days(agreed(others))
        if days is not None and wider is not None and (wider.start, wider.end) == (days.start, days.end):
            continue
        width = 10**9 if wider is None else wider.n_days
        if best is None or width > best[0]:
            best = width, claim, "unknown" if wider is None else wider.edtf
    return None if best is None else (best[1], best[2])


def _edtf(claim: Constraint, days: Days | None) -> str:
    """Write the days of a claim; where they have gaps, the parts that remain possible."""
    parts = [o for o in claim.options if days is None or o.overlaps(days)]
    if not claim.options or not parts:
        return claim.days.edtf
    return ", ".join(o.edtf for o in parts[:3]) + (" …" if len(parts) > 3 else "")
