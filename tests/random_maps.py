"""Random maps, and what a doubt leaves of a claim, straight from the definition and in no hurry."""

from __future__ import annotations

from collections.abc import Collection
from random import Random

from hypothesis import strategies as st
from tests.small_maps import small_map

from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.values import Support

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
    objections = []
    for target in random.choices(targets, k=random.randint(0, 4)):
        defended = steps[int(target[1:]) - 1].split()[0] if target[0] == "s" else target
        # Claims rest on later ones only; so do defences, and nothing runs in a circle.
        later = [claim for claim in named if claim > defended]
        answers = random.sample(later, random.randint(0, min(2, len(later))))
        objections.append(f"{target} <- {' '.join(answers)}" if answers else target)
    return small_map(*steps, objections=objections)


def random_part(random: Random, ids: Collection[str]) -> list[str]:
    return random.sample(list(ids), random.randint(0, min(3, len(ids))))


def value_by_definition(
    argument_map: ArgumentMap, record: str, doubted: Collection[str] = (), accepted: Collection[str] = ()
) -> Support:
    """What is left of a claim or an argument."""
    objections = argument_map.objections.values()
    if record in doubted or any(one.id in accepted and one.against == record for one in objections):
        return Support.UNSUPPORTED

    def left(other: str) -> Support:
        return value_by_definition(argument_map, other, doubted, accepted)

    if argument := argument_map.arguments.get(record):
        value = min(left(premise) for premise in argument.from_)
    else:
        worth = [left(argument.id) for argument in argument_map.arguments.values() if argument.for_ == record]
        value = Support.WEAKENED
        if all(one is Support.STANDS for one in worth):
            value = Support.STANDS
        elif all(one is Support.UNSUPPORTED for one in worth):
            value = Support.UNSUPPORTED
    answered = [one.answered_in for one in objections if one.against == record and one.answered_in]
    is_open = any(all(left(answer) is Support.UNSUPPORTED for answer in answers) for answers in answered)
    return min(value, Support.WEAKENED) if is_open else value
