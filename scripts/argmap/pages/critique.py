"""The objections as pages order them: the gravest, those beneath a claim, and the others by what they reach first."""

from __future__ import annotations

from argmap.model.argument import Claim
from argmap.model.critique import Objection
from argmap.pages.lookups import Lookups


def gravest(lookups: Lookups) -> list[Objection]:
    """The objections that have the first grade of the vocabulary."""
    first = next(iter(lookups.labels.severity), None)
    return [one for one in lookups.map.critique.objections if one.severity and one.severity == first]


def grave_beneath(lookups: Lookups, claim: Claim) -> list[Objection]:
    """The gravest objections to what the claim rests on, which its own page would not name."""
    aimed = [(objection, lookups.target(objection)[0]) for objection in gravest(lookups)]
    return [one for one, target in aimed if target.id != claim.id and lookups.graph.is_under(target, claim)]


def by_target(lookups: Lookups) -> list[tuple[Claim | None, list[Objection]]]:
    """The objections but the gravest by the claim of the main line that they reach first; last what reaches none."""
    main_line = dict.fromkeys([lookups.main.id, *lookups.map.site.backbone])
    apart = gravest(lookups)
    reached: dict[str | None, list[Objection]] = {}
    for objection in lookups.map.critique.objections:
        if objection not in apart:
            claim, _ = lookups.target(objection)
            passed = [one.id for one in lookups.graph.path(claim) if one.id in main_line]
            reached.setdefault(passed[-1] if passed else None, []).append(objection)
    return [(lookups.map.claims[one] if one else None, reached[one]) for one in (*main_line, None) if one in reached]
