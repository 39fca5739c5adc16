"""What follows from the map: who uses what, the way to the conclusion, what falls with what."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, KeysView
from enum import IntEnum
from graphlib import TopologicalSorter
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeVar

from argmap.model.argument_map import Argument, ArgumentMap, Claim

Grouped = TypeVar("Grouped")


class Support(IntEnum):
    """What a doubt leaves of a claim, worst first."""

    UNSUPPORTED = 0
    WEAKENED = 1
    STANDS = 2


class Impact(NamedTuple):
    """What a doubt costs, beside what is doubted itself; in the article's order."""

    unsupported: tuple[Claim, ...]
    weakened: tuple[Claim, ...]

    @property
    def load(self) -> tuple[int, int]:
        """How many are lost and how many only weakened: the greater, the worse."""
        return len(self.unsupported), len(self.weakened)


class Graph:
    """The map's claims and arguments as a graph; support must not run in a circle."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.order = {claim_id: index for index, claim_id in enumerate(argument_map.claims)}
        self.reasons: dict[str, list[Argument]] = {claim_id: [] for claim_id in argument_map.claims}
        self.uses: dict[str, list[Argument]] = {claim_id: [] for claim_id in argument_map.claims}
        self.concessions: dict[str, list[Argument]] = {claim_id: [] for claim_id in argument_map.claims}
        for argument in argument_map.arguments.values():
            self.reasons[argument.for_].append(argument)
            for premise in argument.from_:
                self.uses[premise].append(argument)
            for granted in argument.despite:
                self.concessions[granted].append(argument)
        self.objections = _grouped((objection.against, objection) for objection in argument_map.critique.objections)
        self.raised = _grouped((claim, o) for o in argument_map.critique.objections for claim in o.raised_in)
        self.answering = _grouped((claim, o) for o in argument_map.critique.objections for claim in o.answered_in)
        self.tensions = _grouped((claim, t) for t in argument_map.critique.tensions for claim in t.between)
        bottom_up = TopologicalSorter({claim_id: self._premises(claim_id) for claim_id in argument_map.claims})
        self.rank = {claim_id: rank for rank, claim_id in enumerate(bottom_up.static_order())}  # grounds come first
        self._next_step = self._steps_towards(argument_map.site.main_conclusion)

    def path(self, claim: Claim) -> list[Claim]:
        """From the main conclusion down to the claim by the fewest steps, ties in the article's order.

        A claim outside the case for the main conclusion has the path from the last claim that it helps to support.
        """
        way = [claim]
        while (step := self.first_step_up(way[-1])) is not None:
            way.append(self.map.claims[step.for_])
        return way[::-1]

    def first_step_up(self, claim: Claim) -> Argument | None:
        """The argument through which the claim first bears on the main conclusion, or else on anything at all."""
        return self._next_step.get(claim.id) or next(iter(self.uses[claim.id]), None)

    def under(self, claim: Claim) -> list[Claim]:
        """Every claim from which a chain of arguments leads to this one, in the article's order."""
        found: set[str] = set()
        waiting = [claim.id]
        while waiting:
            new = self._premises(waiting.pop()) - found
            found |= new
            waiting += new
        return self.in_order(found)

    def supports_main_conclusion(self, claim: Claim) -> bool:
        return claim.id == self.map.site.main_conclusion or claim.id in self._next_step

    def shaken(self, doubted: Collection[str] = (), accepted: Collection[str] = ()) -> dict[str, Support]:
        """Every claim that does not stand when these claims and arguments are doubted and these objections accepted.

        To accept an objection is to doubt what it is directed against. An argument is worth its weakest premise, and
        nothing when it is doubted itself. A claim that is not doubted stands while all its arguments do, is
        unsupported when none is left, and weakened in between.
        """
        fallen = {*doubted, *(self.map.objections[objection].against for objection in accepted)}
        arguments = self.map.arguments
        touched = {arguments[record].for_ if record in arguments else record for record in fallen}
        shaken: dict[str, Support] = {}
        # Grounds first: since support has no circle, each claim is judged once, after everything beneath it.
        waiting = [(self.rank[claim_id], claim_id) for claim_id in touched]
        heapify(waiting)
        while waiting:
            _, claim_id = heappop(waiting)
            value = Support.UNSUPPORTED if claim_id in fallen else self._value(claim_id, shaken, fallen)
            if value is not Support.STANDS:
                shaken[claim_id] = value
                above = {argument.for_ for argument in self.uses[claim_id]} - touched
                touched |= above
                for conclusion in above:
                    heappush(waiting, (self.rank[conclusion], conclusion))
        return shaken

    def impact(self, doubted: Collection[str], accepted: Collection[str] = ()) -> Impact:
        """What is no longer supported, and what only weakened, under the same doubts as those of `shaken`."""
        shaken = self.shaken(doubted, accepted)
        for record in (*doubted, *(self.map.objections[objection].against for objection in accepted)):
            shaken.pop(record, None)
        return Impact(
            tuple(self.in_order(other for other, value in shaken.items() if value is Support.UNSUPPORTED)),
            tuple(self.in_order(other for other, value in shaken.items() if value is Support.WEAKENED)),
        )

    def in_order(self, claim_ids: Iterable[str]) -> list[Claim]:
        """The claims in the article's order."""
        return [self.map.claims[claim_id] for claim_id in sorted(claim_ids, key=self.order.__getitem__)]

    def _value(self, claim_id: str, shaken: dict[str, Support], fallen: Collection[str]) -> Support:
        worth = {
            Support.UNSUPPORTED
            if argument.id in fallen
            else min(shaken.get(premise, Support.STANDS) for premise in argument.from_)
            for argument in self.reasons[claim_id]
        }
        return worth.pop() if len(worth) == 1 else Support.WEAKENED

    def _premises(self, claim_id: str) -> KeysView[str]:
        # No set: the order of its words changes from run to run, and with it that of the ranks.
        return dict.fromkeys(premise for argument in self.reasons[claim_id] for premise in argument.from_).keys()

    def _steps_towards(self, conclusion: str) -> dict[str, Argument]:
        """For every claim under the conclusion, the argument that begins the shortest way up to it."""
        steps: dict[str, Argument] = {}
        waiting = deque([conclusion])
        while waiting:
            for argument in self.reasons[waiting.popleft()]:
                for premise in argument.from_:
                    if premise not in steps and premise != conclusion:
                        steps[premise] = argument
                        waiting.append(premise)
        return steps


def _grouped(pairs: Iterable[tuple[str, Grouped]]) -> dict[str, list[Grouped]]:
    groups: dict[str, list[Grouped]] = {}
    for key, record in pairs:
        groups.setdefault(key, []).append(record)
    return groups
