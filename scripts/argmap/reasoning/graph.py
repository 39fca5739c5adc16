"""What follows from the map: who uses what, the way to the conclusion, what falls with what."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from enum import IntEnum
from functools import lru_cache
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


# Plain numbers where a million are compared.
_UNSUPPORTED, _WEAKENED, _STANDS = map(int, Support)
_SUPPORTS = tuple(Support)


class Impact(NamedTuple):
    """What a doubt costs, beside what is doubted itself; in the article's order."""

    unsupported: tuple[Claim, ...]
    weakened: tuple[Claim, ...]

    def left_of(self, claim: Claim) -> Support:
        """What is left of a claim that is not doubted itself."""
        if any(lost.id == claim.id for lost in self.unsupported):
            return Support.UNSUPPORTED
        weakened = any(lost.id == claim.id for lost in self.weakened)
        return Support.WEAKENED if weakened else Support.STANDS

    @property
    def load(self) -> tuple[int, int]:
        """How many are lost and how many only weakened: the greater, the worse."""
        return len(self.unsupported), len(self.weakened)


@lru_cache(maxsize=1)
def graph_of(argument_map: ArgumentMap) -> Graph:
    """The map's graph, made once for all who ask."""
    return Graph(argument_map)


class Graph:
    """The map's claims and arguments as a graph; support must not run in a circle."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.claims = tuple(argument_map.claims.values())
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
        self._ranked = tuple(bottom_up.static_order())
        self.rank = {claim_id: rank for rank, claim_id in enumerate(self._ranked)}  # grounds come first
        # The same by rank, for `shaken`, which is asked of every claim and every argument.
        self._steps = [
            [(argument.id, [self.rank[premise] for premise in argument.from_]) for argument in self.reasons[claim_id]]
            for claim_id in self._ranked
        ]
        self._conclusions = [
            [self.rank[argument.for_] for argument in self.uses[claim_id]] for claim_id in self._ranked
        ]
        self._beneath = self._all_beneath()
        self._next_step = self._steps_towards(argument_map.site.main_conclusion)
        self._impacts: dict[tuple[frozenset[str], frozenset[str]], Impact] = {}

    def path(self, claim: Claim) -> list[Claim]:
        """From the main conclusion down to the claim by the fewest steps, ties in the article's order.

        A claim outside the case for the main conclusion has the path from the last claim that it helps to support;
        what the main conclusion itself supports is on nobody's path.
        """
        way = [claim]
        while (step := self.first_step_up(way[-1])) is not None:
            way.append(self.map.claims[step.for_])
        return way[::-1]

    def first_step_up(self, claim: Claim) -> Argument | None:
        """The argument through which the claim first bears on the main conclusion, or else on anything at all.

        The main conclusion is where a way up ends.
        """
        if claim.id == self.map.site.main_conclusion:
            return None
        return self._next_step.get(claim.id) or next(iter(self.uses[claim.id]), None)

    def under(self, claim: Claim) -> list[Claim]:
        """Every claim from which a chain of arguments leads to this one, in the article's order."""
        beneath = self._beneath[claim.id]
        return [other for place, other in enumerate(self.claims) if beneath >> place & 1]

    def count_under(self, claim: Claim, beside: Iterable[str] = ()) -> int:
        """How many claims are under this one, those named in `beside` left out."""
        return (self._beneath[claim.id] & ~sum(1 << self.order[other] for other in beside)).bit_count()

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
        touched = {self.rank[arguments[record].for_ if record in arguments else record] for record in fallen}
        values: dict[int, int] = {}
        # Grounds first: since support has no circle, each claim is judged once, after everything beneath it.
        waiting = list(touched)
        heapify(waiting)
        while waiting:
            rank = heappop(waiting)
            value = _UNSUPPORTED if self._ranked[rank] in fallen else self._value(rank, values, fallen)
            if value != _STANDS:
                values[rank] = value
                for conclusion in self._conclusions[rank]:
                    if conclusion not in touched:
                        touched.add(conclusion)
                        heappush(waiting, conclusion)
        return {self._ranked[rank]: _SUPPORTS[value] for rank, value in values.items()}

    def impact(self, doubted: Collection[str], accepted: Collection[str] = ()) -> Impact:
        """What is no longer supported, and what only weakened, under the same doubts as those of `shaken`."""
        doubts = frozenset(doubted), frozenset(accepted)
        if doubts not in self._impacts:  # several pages ask what a record carries alone
            shaken = self.shaken(doubted, accepted)
            for record in (*doubted, *(self.map.objections[objection].against for objection in accepted)):
                shaken.pop(record, None)
            lost = [other for other, value in shaken.items() if value is Support.UNSUPPORTED]
            weakened = [other for other, value in shaken.items() if value is Support.WEAKENED]
            self._impacts[doubts] = Impact(tuple(self.in_order(lost)), tuple(self.in_order(weakened)))
        return self._impacts[doubts]

    def in_order(self, claim_ids: Iterable[str]) -> list[Claim]:
        """The claims in the article's order."""
        return [self.map.claims[claim_id] for claim_id in sorted(claim_ids, key=self.order.__getitem__)]

    def _value(self, claim: int, values: dict[int, int], fallen: Collection[str]) -> int:
        worst, best = _STANDS, _UNSUPPORTED
        for argument, premises in self._steps[claim]:
            worth = _UNSUPPORTED if argument in fallen else _STANDS
            for premise in premises:
                value = values.get(premise, _STANDS)
                if value < worth:
                    worth = value
            worst, best = min(worst, worth), max(best, worth)
        return worst if worst == best else _WEAKENED

    def _premises(self, claim_id: str) -> Iterable[str]:
        # No set: the order of its words changes from run to run, and with it that of the ranks.
        return dict.fromkeys(premise for argument in self.reasons[claim_id] for premise in argument.from_)

    def _all_beneath(self) -> dict[str, int]:
        """For each claim those under it, as bits in the article's order: a long chain has millions of such pairs."""
        beneath: dict[str, int] = {}
        for claim_id in self._ranked:
            bits = 0
            for premise in self._premises(claim_id):
                bits |= beneath[premise] | 1 << self.order[premise]
            beneath[claim_id] = bits
        return beneath

    def _steps_towards(self, conclusion: str) -> dict[str, Argument]:
        """For every claim under the conclusion, the argument that begins the shortest way up to it."""
        steps: dict[str, Argument] = {}
        waiting = deque([conclusion])
        while waiting:
            for argument in self.reasons[waiting.popleft()]:
                for premise in argument.from_:
                    if premise not in steps:
                        steps[premise] = argument
                        waiting.append(premise)
        return steps


def _grouped(pairs: Iterable[tuple[str, Grouped]]) -> dict[str, list[Grouped]]:
    groups: dict[str, list[Grouped]] = {}
    for key, record in pairs:
        groups.setdefault(key, []).append(record)
    return groups
