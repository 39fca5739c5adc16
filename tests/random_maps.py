"""Random maps, and what the definitions say of them, each followed word by word and in no hurry."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
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
        raised = random_part(random, named)
        objections.append(f"{target} <- {' '.join(answers)} | {' '.join(raised)}" if answers else target)
    return small_map(*steps, objections=objections)


def random_part(random: Random, ids: Collection[str]) -> list[str]:
    return random.sample(list(ids), random.randint(0, min(3, len(ids))))


def value_by_definition(
    argument_map: ArgumentMap, record: str, doubted: Collection[str] = (), accepted: Collection[str] = ()
) -> Support:
    """What is left of a claim or an argument.

    Unsupported if doubted, or if an objection against it is accepted. An argument has the value of its weakest premise.
    A claim stands when all its arguments stand, is unsupported when all are (but not where there are none), otherwise
    weakened. An open objection leaves what it is directed against at most weakened; it is open when it was answered and
    all its answers are unsupported.
    """
    objections = argument_map.objections.values()

    @cache  # a real map leads to the same claim on very many ways
    def left(record: str) -> Support:
        against = [objection for objection in objections if objection.against == record]
        if record in doubted or any(objection.id in accepted for objection in against):
            return Support.UNSUPPORTED
        if argument := argument_map.arguments.get(record):
            value = min(left(premise) for premise in argument.from_)
        else:
            worth = [left(argument.id) for argument in argument_map.arguments.values() if argument.for_ == record]
            value = Support.WEAKENED
            if all(one is Support.STANDS for one in worth):
                value = Support.STANDS
            elif all(one is Support.UNSUPPORTED for one in worth):
                value = Support.UNSUPPORTED
        answered = [objection.answered_in for objection in against if objection.answered_in]
        is_open = any(all(left(answer) is Support.UNSUPPORTED for answer in answers) for answers in answered)
        return min(value, Support.WEAKENED) if is_open else value

    return left(record)


def case_by_definition(argument_map: ArgumentMap) -> set[str]:
    """The claims and arguments from which a chain of support or defence leads to the main conclusion, and this."""
    leads: dict[str, set[str]] = {}
    for argument in argument_map.arguments.values():
        leads.setdefault(argument.id, set()).add(argument.for_)
        for premise in argument.from_:
            leads.setdefault(premise, set()).add(argument.id)
    for objection in argument_map.objections.values():
        for answer in objection.answered_in:
            leads.setdefault(answer, set()).add(objection.against)
    return {
        record
        for record in (*argument_map.claims, *argument_map.arguments)
        if argument_map.site.main_conclusion in reached(leads, record)
    }


def objectors_by_definition(argument_map: ArgumentMap, objection: str) -> set[str]:
    """The arguments outside the case from which support leads to a claim in which the objection is raised."""
    leads: dict[str, set[str]] = {}
    for argument in argument_map.arguments.values():
        leads.setdefault(argument.id, set()).add(argument.for_)
        for premise in argument.from_:
            leads.setdefault(premise, set()).add(argument.id)
    raised = set(argument_map.objections[objection].raised_in)
    outside = argument_map.arguments.keys() - case_by_definition(argument_map)
    return {argument for argument in outside if raised & reached(leads, argument)}


def reached(leads: Mapping[str, Collection[str]], start: str) -> set[str]:
    """Whatever a chain leads to, the start included."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        if (record := waiting.pop()) not in found:
            found.add(record)
            waiting += leads.get(record, ())
    return found
