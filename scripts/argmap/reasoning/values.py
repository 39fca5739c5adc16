"""What doubts leave of every claim and argument: the rules, and the one order in which they decide in one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import IntEnum
from graphlib import TopologicalSorter
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from argmap.model.argument import Argument, Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.critique import Objection


class Support(IntEnum):
    """What doubts leave of a claim or an argument, worst first."""

    UNSUPPORTED = 0
    WEAKENED = 1
    STANDS = 2


# Plain numbers where a million are compared.
_UNSUPPORTED, _WEAKENED, _STANDS = map(int, Support)
_SUPPORTS = tuple(Support)


class Verdict(NamedTuple):
    """What is left of a claim: its value, the arguments for it that stand, and the objections to it that are open."""

    value: Support
    standing: tuple[str, ...]
    reasons: int
    opened: int


class Values:
    """The order of a map's claims, each after those that it rests on and those that defend it, and what it decides.

    An argument needs no place of its own in that order: it is judged with its conclusion, and what must be judged
    before it comes before that.
    """

    def __init__(
        self,
        argument_map: ArgumentMap,
        reasons: Mapping[str, Sequence[Argument]],
        objections: Mapping[str, Sequence[Objection]],
    ) -> None:
        self._map = argument_map
        self._reasons = reasons
        self._answered = [objection for objection in argument_map.critique.objections if objection.answered_in]
        self._answers = {
            target: answers
            for target, against in objections.items()
            if (answers := [objection.answered_in for objection in against if objection.answered_in])
        }
        # No sets: the order of their words changes from run to run, and with it that of the ranks.
        before = {claim_id: dict.fromkeys(self._before(claim_id)) for claim_id in argument_map.claims}
        self.order = tuple(TopologicalSorter(before).static_order())
        self.rank = {claim_id: rank for rank, claim_id in enumerate(self.order)}  # grounds come first
        # The same by rank, for `shaken`, which is asked of every claim and every argument.
        self._steps = [
            [
                (argument.id, [self.rank[premise] for premise in argument.from_], self._guards(argument.id))
                for argument in reasons[claim_id]
            ]
            for claim_id in self.order
        ]
        self._defences = [self._guards(claim_id) for claim_id in self.order]
        self._leads_to: list[list[int]] = [[] for _ in self.order]
        for rank, claim_id in enumerate(self.order):
            for earlier in before[claim_id]:
                self._leads_to[self.rank[earlier]].append(rank)

    def shaken(self, doubted: Collection[str] = (), accepted: Collection[str] = ()) -> dict[str, Support]:
        """Every claim that does not stand when these claims and arguments are doubted and these objections accepted.

        To accept an objection is to doubt what it is directed against. An argument is worth its weakest premise, and
        nothing when it is doubted itself. A claim that is not doubted stands while all its arguments do, is
        unsupported when none is left, and weakened in between. A claim or an argument is at most weakened while an
        objection against it is open, that is, while all of the claims that answered it are unsupported.
        """
        fallen, arguments = self.fallen(doubted, accepted), self._map.arguments
        touched = {self.rank[arguments[record].for_ if record in arguments else record] for record in fallen}
        values: dict[int, int] = {}
        # Each claim is judged once, after everything that it hangs on.
        waiting = list(touched)
        heapify(waiting)
        while waiting:
            rank = heappop(waiting)
            value = _UNSUPPORTED if self.order[rank] in fallen else self._value(rank, values, fallen)
            if value != _STANDS:
                values[rank] = value
                for other in self._leads_to[rank]:
                    if other not in touched:
                        touched.add(other)
                        heappush(waiting, other)
        return {self.order[rank]: _SUPPORTS[value] for rank, value in values.items()}

    def fallen(self, doubted: Collection[str], accepted: Collection[str]) -> set[str]:
        """The claims and arguments that are doubted, whether by themselves or through an accepted objection."""
        return {*doubted, *(self._map.objections[objection].against for objection in accepted)}

    def opened(self, shaken: Mapping[str, Support]) -> list[Objection]:
        """The answered objections that have lost all their answers, where this is left of the claims."""
        return [
            objection
            for objection in self._answered
            if all(shaken.get(answer) is Support.UNSUPPORTED for answer in objection.answered_in)
        ]

    def verdict(self, claim: Claim, doubted: Collection[str], accepted: Collection[str]) -> Verdict:
        """What is left of one claim, in full, under the same doubts as those of `shaken`."""
        shaken, fallen = self.shaken(doubted, accepted), self.fallen(doubted, accepted)
        values = {self.rank[claim_id]: int(value) for claim_id, value in shaken.items()}
        steps = self._steps[self.rank[claim.id]]
        standing = tuple(step[0] for step in steps if self._worth(*step, values, fallen) == _STANDS)
        opened = [o for o in self.opened(shaken) if o.against == claim.id and o.id not in accepted]
        return Verdict(shaken.get(claim.id, Support.STANDS), standing, len(steps), len(opened))

    def _value(self, rank: int, values: Mapping[int, int], fallen: Collection[str]) -> int:
        worst, best = _STANDS, _UNSUPPORTED
        for step in self._steps[rank]:
            worth = self._worth(*step, values, fallen)
            worst, best = min(worst, worth), max(best, worth)
        if worst != _STANDS:
            return worst if worst == best else _WEAKENED
        return _WEAKENED if _is_open(self._defences[rank], values) else _STANDS

    def _worth(
        self,
        argument: str,
        premises: Sequence[int],
        guards: Sequence[Sequence[int]],
        values: Mapping[int, int],
        fallen: Collection[str],
    ) -> int:
        if argument in fallen:
            return _UNSUPPORTED
        worth = _STANDS
        for premise in premises:
            value = values.get(premise, _STANDS)
            if value < worth:
                worth = value
        return _WEAKENED if guards and worth == _STANDS and _is_open(guards, values) else worth

    def _guards(self, target: str) -> list[list[int]]:
        """For each answered objection against a claim or an argument, the ranks of the claims that answer it."""
        return [[self.rank[answer] for answer in answers] for answers in self._answers.get(target, ())]

    def _before(self, claim_id: str) -> Iterator[str]:
        """What must be judged before a claim: the premises of its arguments, and what answers for it or for them."""
        reasons = self._reasons[claim_id]
        for argument in reasons:
            yield from argument.from_
        if self._answers:
            for target in (claim_id, *(argument.id for argument in reasons)):
                for answers in self._answers.get(target, ()):
                    yield from answers


def _is_open(guards: Sequence[Sequence[int]], values: Mapping[int, int]) -> bool:
    """Whether one of the objections has lost all its answers."""
    return any(all(values.get(answer, _STANDS) == _UNSUPPORTED for answer in answers) for answers in guards)
