"""What follows from the map: who uses what, the way to the conclusion, what falls with what."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum
from functools import cached_property, lru_cache
from graphlib import TopologicalSorter
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeVar

from argmap.model.argument_map import Argument, ArgumentMap, Claim, Objection

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


class WayUp(NamedTuple):
    """How a claim first bears on another: as a premise, or as an answer to an objection against it or a step to it."""

    claim: Claim
    argument: Argument | None
    objection: Objection | None


@lru_cache(maxsize=1)
def graph_of(argument_map: ArgumentMap) -> Graph:
    """The map's graph, made once for all who ask."""
    return Graph(argument_map)


class Graph:
    """The map's claims and arguments as a graph; support and defence together must not run in a circle."""

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
        bottom_up = TopologicalSorter({claim_id: self._rests_on(claim_id) for claim_id in argument_map.claims})
        self._ranked = tuple(bottom_up.static_order())
        self.rank = {claim_id: rank for rank, claim_id in enumerate(self._ranked)}  # grounds come first
        # The same by rank, for `shaken`, which is asked of every claim and every argument. What is answered stands with
        # what it is directed against: for each objection the claims that answer it, any of which is enough.
        self._steps = [
            [
                (argument.id, [self.rank[premise] for premise in argument.from_], self._answers(argument.id))
                for argument in self.reasons[claim_id]
            ]
            for claim_id in self._ranked
        ]
        self._guards = [self._answers(claim_id) for claim_id in self._ranked]
        self._leads_to = [
            [self.rank[argument.for_] for argument in self.uses[claim_id]]
            + [self.rank[self.defended_by(objection)] for objection in self.answering.get(claim_id, [])]
            for claim_id in self._ranked
        ]
        self._beneath = self._all_beneath()
        self._ways_up = self._ways_to(argument_map.site.main_conclusion)
        self._impacts: dict[tuple[frozenset[str], frozenset[str]], Impact] = {}

    def path(self, claim: Claim) -> list[Claim]:
        """From the main conclusion down to the claim by the fewest steps, ties in the article's order.

        A claim outside the case for the main conclusion has the path from the last claim that it bears on; what the
        main conclusion itself supports is on nobody's path.
        """
        way = [claim]
        while (up := self.way_up(way[-1])) is not None:
            way.append(up.claim)
        return way[::-1]

    def way_up(self, claim: Claim) -> WayUp | None:
        """How the claim first bears on the main conclusion, or else on anything at all.

        The main conclusion is where a way up ends.
        """
        if claim.id == self.map.site.main_conclusion:
            return None
        if up := self._ways_up.get(claim.id):
            return up
        for argument in self.uses[claim.id]:
            return WayUp(self.map.claims[argument.for_], argument, None)
        for objection in self.answering.get(claim.id, []):
            return WayUp(self.map.claims[self.defended_by(objection)], None, objection)
        return None

    def defended_by(self, objection: Objection) -> str:
        """The claim that answers to the objection defend: what it is directed against, or what that step leads to."""
        against = objection.against
        return self.map.arguments[against].for_ if against in self.map.arguments else against

    def under(self, claim: Claim) -> list[Claim]:
        """Every claim from which a chain of arguments leads to this one, in the article's order."""
        beneath = self._beneath[claim.id]
        return [other for place, other in enumerate(self.claims) if beneath >> place & 1]

    def count_under(self, claim: Claim, beside: Iterable[str] = ()) -> int:
        """How many claims are under this one, those named in `beside` left out."""
        return (self._beneath[claim.id] & ~sum(1 << self.order[other] for other in beside)).bit_count()

    def in_case(self, record: Claim | Argument) -> bool:
        """Whether support or defence leads from it to the main conclusion, or it is that."""
        claim = record.for_ if isinstance(record, Argument) else record.id
        return claim == self.map.site.main_conclusion or claim in self._ways_up

    @cached_property
    def objectors_reasons(self) -> Mapping[str, list[Argument]]:
        """By an objection's id the arguments outside the case from which support leads to a claim that states it."""
        found: dict[str, list[Argument]] = {}
        for objection in self.map.critique.objections:
            raised = {claim for stated in objection.raised_in for claim in (stated, *self._under_ids(stated))}
            arguments = [a for a in self.map.arguments.values() if a.for_ in raised and not self.in_case(a)]
            if arguments:
                found[objection.id] = arguments
        return found

    @cached_property
    def of_objectors(self) -> frozenset[str]:
        """The arguments that speak for an objection alone, by their ids; none of them is held against the author."""
        return frozenset(argument.id for arguments in self.objectors_reasons.values() for argument in arguments)

    def shaken(self, doubted: Collection[str] = (), accepted: Collection[str] = ()) -> dict[str, Support]:
        """Every claim that does not stand when these claims and arguments are doubted and these objections accepted.

        To accept an objection is to doubt what it is directed against. An argument is worth its weakest premise, and
        nothing when it is doubted itself. A claim that is not doubted stands while all its arguments do, is
        unsupported when none is left, and weakened in between. What an objection is directed against, all of whose
        answers are unsupported, is at most weakened.
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
                for other in self._leads_to[rank]:
                    if other not in touched:
                        touched.add(other)
                        heappush(waiting, other)
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

    def standing(self, claim: Claim, doubted: Collection[str] = (), accepted: Collection[str] = ()) -> int:
        """How many of the claim's arguments stand under the same doubts."""
        values = {self.rank[shaken]: int(value) for shaken, value in self.shaken(doubted, accepted).items()}
        fallen = {*doubted, *(self.map.objections[objection].against for objection in accepted)}
        return sum(self._worth(*step, values, fallen) == _STANDS for step in self._steps[self.rank[claim.id]])

    def in_order(self, claim_ids: Iterable[str]) -> list[Claim]:
        """The claims in the article's order."""
        return [self.map.claims[claim_id] for claim_id in sorted(claim_ids, key=self.order.__getitem__)]

    def _value(self, claim: int, values: dict[int, int], fallen: Collection[str]) -> int:
        worst, best = _STANDS, _UNSUPPORTED
        for step in self._steps[claim]:
            worth = self._worth(*step, values, fallen)
            worst, best = min(worst, worth), max(best, worth)
        value = worst if worst in (best, _STANDS) else _WEAKENED
        return value if value != _STANDS or not _is_open(self._guards[claim], values) else _WEAKENED

    def _worth(
        self,
        argument: str,
        premises: list[int],
        answers: list[list[int]],
        values: dict[int, int],
        fallen: Collection[str],
    ) -> int:
        if argument in fallen:
            return _UNSUPPORTED
        worth = _STANDS
        for premise in premises:
            value = values.get(premise, _STANDS)
            if value < worth:
                worth = value
        return worth if worth != _STANDS or not _is_open(answers, values) else _WEAKENED

    def _answers(self, target: str) -> list[list[int]]:
        """For each answered objection against a claim or an argument, the ranks of the claims that answer it."""
        return [
            [self.rank[answer] for answer in objection.answered_in]
            for objection in self.objections.get(target, [])
            if objection.answered_in
        ]

    def _rests_on(self, claim_id: str) -> Iterable[str]:
        """What must be judged before the claim: premises of its arguments, and answers that defend it or them."""
        targets = [claim_id, *(argument.id for argument in self.reasons[claim_id])]
        objections = (objection for target in targets for objection in self.objections.get(target, []))
        answers = (answer for objection in objections for answer in objection.answered_in)
        return dict.fromkeys((*self._premises(claim_id), *answers))

    def _premises(self, claim_id: str) -> Iterable[str]:
        # No set: the order of its words changes from run to run, and with it that of the ranks.
        return dict.fromkeys(premise for argument in self.reasons[claim_id] for premise in argument.from_)

    def _under_ids(self, claim_id: str) -> Iterable[str]:
        return (other.id for other in self.under(self.map.claims[claim_id]))

    def _all_beneath(self) -> dict[str, int]:
        """For each claim those under it, as bits in the article's order: a long chain has millions of such pairs."""
        beneath: dict[str, int] = {}
        for claim_id in self._ranked:
            bits = 0
            for premise in self._premises(claim_id):
                bits |= beneath[premise] | 1 << self.order[premise]
            beneath[claim_id] = bits
        return beneath

    def _ways_to(self, conclusion: str) -> dict[str, WayUp]:
        """For every claim from which support or defence leads to the conclusion, the beginning of its shortest way."""
        ways: dict[str, WayUp] = {}
        waiting = deque([conclusion])
        while waiting:
            above = self.map.claims[waiting.popleft()]
            targets = [above.id, *(argument.id for argument in self.reasons[above.id])]
            steps = [(p, WayUp(above, argument, None)) for argument in self.reasons[above.id] for p in argument.from_]
            steps += [
                (answer, WayUp(above, None, objection))
                for target in targets
                for objection in self.objections.get(target, [])
                for answer in objection.answered_in
            ]
            for claim_id, way in steps:
                if claim_id not in ways:
                    ways[claim_id] = way
                    waiting.append(claim_id)
        return ways


def _is_open(answers: list[list[int]], values: dict[int, int]) -> bool:
    """Whether any of these objections has lost all its answers."""
    return any(all(values.get(answer) == _UNSUPPORTED for answer in of_one) for of_one in answers)


def _grouped(pairs: Iterable[tuple[str, Grouped]]) -> dict[str, list[Grouped]]:
    groups: dict[str, list[Grouped]] = {}
    for key, record in pairs:
        groups.setdefault(key, []).append(record)
    return groups
