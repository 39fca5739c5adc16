"""The strip at the head of a claim's page: how much stands on it, in four cells that lead there."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from argmap.model.argument import Claim
from argmap.pages.external_evidence import Heard
from argmap.pages.grouping import not_one_sided
from argmap.pages.lookups import Lookups

MOST_MARKS = 12


class Cell(NamedTuple):
    """One cell: a count or a word, what it is made of, and where on the page it stands."""

    name: str
    detail: str
    anchor: str
    marks: list[Heard]
    """Findings to be drawn as marks, at most `MOST_MARKS`."""


def cells_of(lookups: Lookups, claim: Claim) -> list[Cell]:
    """Reasons, objections, outside sources, and the forecast or else what leans on the claim."""
    return [
        _reasons(lookups, claim),
        _objections(lookups, claim),
        _sources(lookups, claim),
        _forecast(lookups, claim) or _uses(lookups, claim),
    ]


def _reasons(lookups: Lookups, claim: Claim) -> Cell:
    reasons = lookups.graph.reasons[claim.id]
    grades = [*(grade.label for grade in lookups.labels.strength.values()), lookups.labels.wording.say("grades.none")]
    found = Counter(map(lookups.labels.how_strong, reasons))
    say = lookups.labels.wording.say
    parts = [say("claim.glance.of-a-sort", n=found[grade], sort=grade.lower()) for grade in grades if found[grade]]
    return Cell(_count(lookups, "reasons", len(reasons)), say("lists.comma").join(parts), "because", [])


def _objections(lookups: Lookups, claim: Claim) -> Cell:
    raised = Counter(attack.objection.by for attack in lookups.attacks(claim))
    say = lookups.labels.wording.say
    parts = []
    if n := raised["article"]:
        parts.append(say("claim.glance.objections-of-article", n=n, author=lookups.labels.author))
    if n := raised["map"]:
        parts.append(say("claim.glance.objections-of-map", n=n))
    return Cell(_count(lookups, "objections", raised.total()), say("lists.comma").join(parts), "however", [])


def _sources(lookups: Lookups, claim: Claim) -> Cell:
    heard = lookups.external.heard(claim)
    stances = Counter(one.stance.label.lower() for one in heard)
    say = lookups.labels.wording.say
    parts = [say("claim.glance.of-a-stance", stance=stance, n=n) for stance, n in stances.items()]
    number = _count(lookups, "sources", len({one.source.id for one in heard}))
    marks = not_one_sided(heard, MOST_MARKS, lambda one: one.sort)
    return Cell(number, say("lists.comma").join(parts), "evidence", marks)


def _forecast(lookups: Lookups, claim: Claim) -> Cell | None:
    forecast = lookups.external.predictions.get(claim.id)
    if not forecast:
        return None
    status = lookups.labels.status[forecast.status].label
    return Cell(lookups.labels.wording.say("claim.glance.forecast"), status, "forecast", [])


def _uses(lookups: Lookups, claim: Claim) -> Cell:
    say, uses = lookups.labels.wording.say, len(lookups.graph.uses[claim.id])
    if not uses:
        return Cell(say("claim.glance.no-uses"), "", "used-by", [])
    impact = lookups.graph.impact([claim.id])
    shaken = say("claim.glance.shaken", n=len(impact.unsupported) + len(impact.weakened))
    return Cell(say("claim.glance.uses", n=uses), shaken, "used-by", [])


def _count(lookups: Lookups, what: str, n: int) -> str:
    say = lookups.labels.wording.say
    return say(f"counts.{what}", n=n) if n else say(f"claim.glance.no-{what}")
