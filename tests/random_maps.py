"""Random maps, and what a doubt leaves of a claim, straight from the definition and in no hurry."""

from __future__ import annotations

from collections.abc import Collection
from random import Random

from hypothesis import strategies as st
from tests.small_maps import small_map

from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.graph import Support

MOST_CLAIMS = 10
RANDOM = st.randoms(use_true_random=True)  # from a seed; numbers that Hypothesis draws itself make poorer maps


def random_map(random: Random) -> ArgumentMap:
    """Linked and independent premises, premises of several arguments, objections to claims and to arguments."""
    steps = []
    for _ in range(random.randint(1, MOST_CLAIMS)):
        conclusion = random.randrange(MOST_CLAIMS - 1)
        below = range(conclusion + 1, MOST_CLAIMS)
        premises = random.sample(below, random.randint(1, min(3, len(below))))
        steps.append(f"c{conclusion} <- {' '.join(f'c{premise}' for premise in premises)}")
    named = sorted({word for step in steps for word in step.split() if word != "<-"})
    targets = named + [f"s{number}" for number in range(1, len(steps) + 1)]
    return small_map(*steps, objections=random.choices(targets, k=random.randint(0, 4)))


def random_part(random: Random, ids: Collection[str]) -> list[str]:
    return random.sample(list(ids), random.randint(0, min(3, len(ids))))


def value_by_definition(
    argument_map: ArgumentMap, claim: str, doubted: Collection[str] = (), accepted: Collection[str] = ()
) -> Support:
    objected = [argument_map.objections[objection].against for objection in accepted]
    if claim in doubted or claim in objected:
        return Support.UNSUPPORTED
    worth = [
        Support.UNSUPPORTED
        if argument.id in doubted or argument.id in objected
        else min(value_by_definition(argument_map, premise, doubted, accepted) for premise in argument.from_)
        for argument in argument_map.arguments.values()
        if argument.for_ == claim
    ]
    if all(value is Support.STANDS for value in worth):
        return Support.STANDS
    if all(value is Support.UNSUPPORTED for value in worth):
        return Support.UNSUPPORTED
    return Support.WEAKENED
