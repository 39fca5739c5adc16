"""What follows from the map: who uses what, the way to the conclusion, what falls with what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from argmap.model.argument import Argument, Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.critique import Objection
from argmap.reasoning.values import Support, Values, Verdict

Grouped = TypeVar("Grouped")


class Impact(NamedTuple):
    """What a doubt costs, beside what is doubted itself; in the article's order."""

    unsupported: tuple[Claim, ...]
    weakened: tuple[Claim, ...]
    opened: tuple[Objection, ...]
    """Objections that have lost all their answers, beside those that are accepted."""

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
        self._values = Values(argument_map, self.reasons, self.objections)
        self.rank = self._values.rank
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

    def is_argued_for(self, claim: Claim) -> bool:
        """Whether reasons are given for it, or objections against it are answered."""
        return bool(self.reasons[claim.id] or any(o.answered_in for o in self.objections.get(claim.id, [])))

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

    def objections_around(self, claim_id: str) -> Iterator[Objection]:
        """The objections against a claim, then those against the steps to it."""
        for target in (claim_id, *(argument.id for argument in self.reasons[claim_id])):
            yield from self.objections.get(target, [])

    def defended_by(self, objection: Objection) -> str:
        """The claim that answers to the objection defend: what it is directed against, or what that step leads to."""
        against = objection.against
        return self.map.arguments[against].for_ if against in self.map.arguments else against

    def under(self, claim: Claim) -> list[Claim]:
        """Every claim from which a chain of arguments leads to this one, in the article's order."""
        beneath = self._beneath[claim.id]
        return [other for place, other in enumerate(self.claims) if beneath >> place & 1]

    def is_under(self, other: Claim, claim: Claim) -> bool:
        """Whether a chain of arguments leads from the first claim to the second."""
        return bool(self._beneath[claim.id] >> self.order[other.id] & 1)

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
    def speaking_for(self) -> Mapping[str, list[Objection]]:
        """By a claim's id the objections for which it is a reason, through however many of the objectors' arguments."""
        found: dict[str, dict[str, Objection]] = {}
        for objection_id, arguments in self.objectors_reasons.items():
            for argument in arguments:
                for premise in argument.from_:
                    found.setdefault(premise, {})[objection_id] = self.map.objections[objection_id]
        return {claim_id: list(objections.values()) for claim_id, objections in found.items()}

    @cached_property
    def of_objectors(self) -> frozenset[str]:
        """The arguments that speak for an objection alone, by their ids; none of them is held against the author."""
        return frozenset(argument.id for arguments in self.objectors_reasons.values() for argument in arguments)

    def shaken(self, doubted: Collection[str] = (), accepted: Collection[str] = ()) -> dict[str, Support]:
        """Every claim that does not stand when these claims and arguments are doubted and these objections accepted."""
        return self._values.shaken(doubted, accepted)

    def verdict(self, claim: Claim, doubted: Collection[str] = (), accepted: Collection[str] = ()) -> Verdict:
        """What is left of one claim, in full, under the same doubts as those of `shaken`."""
        return self._values.verdict(claim, doubted, accepted)

    def impact(self, doubted: Collection[str], accepted: Collection[str] = ()) -> Impact:
        """What is no longer supported, what only weakened, and what is open, under the same doubts as in `shaken`."""
        doubts = frozenset(doubted), frozenset(accepted)
        if doubts not in self._impacts:  # several pages ask what a record carries alone
            shaken = self.shaken(doubted, accepted)
            opened = [objection for objection in self._values.opened(shaken) if objection.id not in accepted]
            for record in self._values.fallen(doubted, accepted):
                shaken.pop(record, None)
            lost = [other for other, value in shaken.items() if value is Support.UNSUPPORTED]
            weakened = [other for other, value in shaken.items() if value is Support.WEAKENED]
            claims = tuple(self.in_order(lost)), tuple(self.in_order(weakened))
            self._impacts[doubts] = Impact(*claims, tuple(opened))
        return self._impacts[doubts]

    def in_order(self, claim_ids: Iterable[str]) -> list[Claim]:
        """The claims in the article's order."""
        return [self.map.claims[claim_id] for claim_id in sorted(claim_ids, key=self.order.__getitem__)]

    def _premises(self, claim_id: str) -> Iterable[str]:
        # No set: the order of its words changes from run to run, and with it that of the ranks.
        return dict.fromkeys(premise for argument in self.reasons[claim_id] for premise in argument.from_)

    def _under_ids(self, claim_id: str) -> Iterable[str]:
        return (other.id for other in self.under(self.map.claims[claim_id]))

    def _all_beneath(self) -> dict[str, int]:
        """For each claim those under it, as bits in the article's order: a long chain has millions of such pairs."""
        beneath: dict[str, int] = {}
        for claim_id in self._values.order:
            bits = 0
            for premise in self._premises(claim_id):
                bits |= beneath[premise] | 1 << self.order[premise]
            beneath[claim_id] = bits
        return beneath

    def _ways_to(self, conclusion: str) -> dict[str, WayUp]:
        """For every claim from which support or defence leads to the conclusion, the beginning of its shortest way.

        A way of support comes before any that leads through an answer: what supports a claim says more of it.
        """
        ways: dict[str, WayUp] = {}
        reached = [conclusion]
        for through_answers in (False, True):
            for claim_id in reached:
                above = self.map.claims[claim_id]
                steps = [(p, WayUp(above, step, None)) for step in self.reasons[claim_id] for p in step.from_]
                steps += [
                    (answer, WayUp(above, None, objection))
                    for objection in (self.objections_around(claim_id) if through_answers else ())
                    for answer in objection.answered_in
                ]
                for other, way in steps:
                    if other not in ways and other != conclusion:
                        ways[other] = way
                        reached.append(other)
        return ways


def _grouped(pairs: Iterable[tuple[str, Grouped]]) -> dict[str, list[Grouped]]:
    groups: dict[str, list[Grouped]] = {}
    for key, record in pairs:
        groups.setdefault(key, []).append(record)
    return groups
