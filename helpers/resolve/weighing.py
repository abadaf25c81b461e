"""Claims about one day weighed against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from helpers.days import Days
from helpers.resolve.constraints import Constraint
from helpers.resolve.day_sets import DaySet, agreed, day_set, meet

#: Strength of a claim; one of a stronger kind outweighs several of the weaker.
WEIGHTS: Final[Mapping[str, int]] = {
    "stated": 100_000, "dateline": 10_000, "merge": 1_000, "event": 6, "office": 5, "weekday": 3,
    "stated_date": 2, "visit": 1,
}  # fmt: skip
#: A visit narrows only stretches of fewer days than this.
NEAR_VISIT: Final = 92


def distinct_claims(claims: Sequence[Constraint]) -> list[Constraint]:
    """Keep the first of claims that say the same, so that repetition adds no weight."""
    found: dict[tuple[str, Days, str], Constraint] = {}
    for claim in claims:
        found.setdefault((claim.kind, claim.days, claim.reason), claim)
    return list(found.values())


def claimed_days(claim: Constraint) -> DaySet:
    """Return the days on which a claim can be true."""
    return day_set(claim.options or (claim.days,))


def agreed_days(claims: Sequence[Constraint]) -> DaySet:
    """Return the days on which the weightiest claims can all be true."""
    return agreed([(claimed_days(c), WEIGHTS.get(c.kind, 1)) for c in claims])


def visit_days(visit: Constraint, region: DaySet) -> DaySet:
    """Return the days on which a visit fits; none where much else is possible.

    Not every visit is in the table, so one of them only tells between, or
    narrows, stretches that are short by all other claims.
    """
    days = claimed_days(visit)
    stretches = tuple(part for part in region if meet((part,), days))
    if any((end - start).days >= NEAR_VISIT for start, end in stretches):
        return ()
    return meet(stretches, days)


def name_chosen(claim: Constraint, region: DaySet) -> Constraint:
    """Name in the reason what the options that remain stand for."""
    if not claim.names:
        return claim
    pairs = zip(claim.options, claim.names, strict=True)
    left = dict.fromkeys(name for option, name in pairs if meet(day_set((option,)), region))
    return replace(claim, reason=f"{claim.reason} {' or '.join(left)}", names=())


def handover_claims(claims: Sequence[Constraint], region: DaySet) -> list[Constraint]:
    """Return the office terms that share only the one day on which one follows the other.

    Two such titles contradict each other ("former" may be missing before one):
    an article is hardly ever written on that very day.
    """
    if len(region) != 1 or region[0][0] != region[0][1]:
        return []
    only = region[0][0]
    terms = [c for c in claims if c.kind == "office"]
    if any(c.kind != "office" and (only, only) in claimed_days(c) for c in claims):
        return []
    ending = [c for c in terms if any(end == only for _, end in claimed_days(c))]
    starting = [c for c in terms if any(start == only for start, _ in claimed_days(c))]
    return [*ending, *(c for c in starting if c not in ending)] if ending and starting else []
