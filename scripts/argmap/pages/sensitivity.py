"""What the pages on doubts show: steps by what hangs on them, suppositions with what they cost, every single doubt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.model.argument import Argument, Claim
from argmap.model.critique import Objection
from argmap.model.site_settings import Preset
from argmap.naming.labels import Labels
from argmap.pictures.scatter import Row, Weight, draw_rows, ticks
from argmap.reasoning.doubts import Needed, by_impact, least_for_all, needed
from argmap.reasoning.graph import Graph, Impact
from argmap.reasoning.values import Support, Verdict


class WeighedStep(NamedTuple):
    """An argument with what hangs on it, and the gravest objection to it or else to one of its premises."""

    argument: Argument
    rank: int  # of its grade, the strongest being 0; -1 where it has none
    impact: Impact
    objection: Objection | None

    @property
    def to_a_premise(self) -> bool:
        return self.objection is not None and self.objection.against != self.argument.id


class Chart(NamedTuple):
    """The steps as dots, a row for each grade with its word, the weakest first."""

    rows: list[tuple[str, Row]]
    ticks: list[tuple[int, int]]
    """Numbers of claims along the bottom, each after its place."""


class Doubted(NamedTuple):
    """What falls with one claim that is doubted or one objection that is accepted."""

    record: Claim | Objection
    impact: Impact
    main: str  # what is left of the main conclusion, in words


class Supposed(NamedTuple):
    """A preset with what falls, which reasons for the main conclusion and the pivot stand, and what is left of both."""

    preset: Preset
    impact: Impact
    standing: list[Argument]
    main: str
    pivot: str


class Least(NamedTuple):
    """A conclusion with the smallest sets of claims whose doubt leaves it unsupported.

    Or, where a conclusion stands on nothing but answered objections, one of these and the least that opens it.
    """

    claim: Claim
    objection: Objection | None
    shared: list[Claim]  # what each of several sets contains
    doubts: list[list[Claim]]
    left_out: int  # sets that are not listed
    counted: bool  # whether there are just so many


MOST_DOUBTS = 12  # claims in a set; of larger ones only that they are larger is said
MOST_LISTED = 20  # sets
MOST_WORST = 8  # steps that are numbered and told one by one


class Sensitivity:
    """The doubts of one map."""

    def __init__(self, graph: Graph, labels: Labels) -> None:
        self._graph = graph
        self._map = graph.map
        self._labels = labels
        self._ends = [self._map.claims[self._map.site.main_conclusion], self._map.claims[self._map.site.pivot]]

    @cached_property
    def steps(self) -> list[WeighedStep]:
        """Every argument of the case for the main conclusion, the most dangerous first."""
        ranks = {grade: rank for rank, grade in enumerate([None, *self._labels.strength], -1)}
        return [
            WeighedStep(argument, ranks[argument.strength], impact, self._gravest([argument.id, *argument.from_]))
            for argument, impact in by_impact(self._graph, filter(self._graph.in_case, self._map.arguments.values()))
        ]

    def beside_the_case(self) -> tuple[int, int]:
        """How many arguments are no part of the case: those that speak for an objection alone, and others."""
        objectors = len(self._graph.of_objectors)
        return objectors, len(self._map.arguments) - len(self.steps) - objectors

    @cached_property
    def _ranked(self) -> list[WeighedStep]:
        return sorted(self.steps, key=lambda step: (step.rank, sum(step.impact.load), step.impact.load), reverse=True)

    @property
    def worst(self) -> list[WeighedStep]:
        """The steps that bear least, among them those first whose fall makes most claims suffer."""
        return self._ranked[:MOST_WORST]

    @property
    def foremost(self) -> list[WeighedStep]:
        """Of the steps with the worst grade the three on which most rests, with those on which as much does."""
        graded = [step for step in self._ranked if step.rank == self._ranked[0].rank]
        loads = [sum(step.impact.load) for step in graded]
        return [step for step, load in zip(graded, loads, strict=True) if load >= loads[:3][-1]]

    def chart(self) -> Chart:
        """Every step of the case, how much hangs on it against how well it bears."""
        grades: list[str | None] = [*reversed(self._labels.strength)]
        if any(step.argument.strength is None for step in self.steps):
            grades.append(None)
        numbers = {step.argument.id: number for number, step in enumerate(self.worst, 1)}
        rows = [
            [
                Weight(
                    sum(step.impact.load),
                    bool(step.impact.unsupported),
                    step.objection is not None,
                    numbers.get(step.argument.id),
                )
                for step in self.steps
                if step.argument.strength == grade
            ]
            for grade in grades
        ]
        none = self._labels.wording.say("grades.none")
        words = [self._labels.strength[grade].label if grade else none for grade in grades]
        return Chart(list(zip(words, draw_rows(rows), strict=True)), ticks(rows))

    def least(self) -> list[Least]:
        """The smallest doubts of the main conclusion and of the pivot."""
        found = []
        for claim in dict.fromkeys(self._ends):
            if self._graph.reasons[claim.id]:
                found.append(self._least(claim, None, [claim]))
                continue
            for objection in self._graph.objections.get(claim.id, []):
                if objection.answered_in:
                    answers = [self._map.claims[answer] for answer in objection.answered_in]
                    found.append(self._least(claim, objection, answers))
        return found

    def needs(self) -> list[tuple[Claim, Needed]]:
        """What the main conclusion and the pivot lose with each of the unstated premises."""
        unstated = [claim for claim in self._map.claims.values() if self._labels.origin(claim) == "unstated"]
        return [(end, needed(self._graph, end, unstated)) for end in dict.fromkeys(self._ends)]

    def suppositions(self) -> list[Supposed]:
        """The presets with what each of them costs."""
        return [
            Supposed(preset, self._graph.impact(*doubts), self._standing(*doubts), *self._ends_left(*doubts))
            for preset in self._map.site.what_if
            for doubts in [(preset.reject, preset.accept)]
        ]

    def single_doubts(self) -> list[Doubted]:
        """What falls with each claim alone, what shakes most first."""
        shaken = by_impact(self._graph, self._map.claims.values())
        return [Doubted(claim, impact, self._ends_left([claim.id])[0]) for claim, impact in shaken]

    def single_objections(self) -> list[Doubted]:
        """What falls when each objection alone is accepted, in their order."""
        return [
            Doubted(objection, self._graph.impact([], [objection.id]), self._ends_left([], [objection.id])[0])
            for objection in self._map.critique.objections
        ]

    def _least(self, claim: Claim, objection: Objection | None, unsupported: Sequence[Claim]) -> Least:
        least = least_for_all(self._graph, unsupported, MOST_DOUBTS)
        left_out = max(0, len(least.sets) - MOST_LISTED)
        first = least.sets[0] if len(least.sets) > 1 else []
        shared = [doubted for doubted in first if all(doubted in other for other in least.sets)]
        return Least(claim, objection, shared, least.sets[:MOST_LISTED], left_out, least.complete)

    def _ends_left(self, rejected: Collection[str], accepted: Collection[str] = ()) -> list[str]:
        """What is left of the main conclusion and of the pivot, in words."""
        shaken = self._graph.shaken(rejected, accepted)
        words = []
        for end in self._ends:
            value = shaken.get(end.id, Support.STANDS)
            left = self._labels.wording.say(f"left.{value.name.lower()}")
            if value is Support.WEAKENED:
                left = self._in_detail(left, self._graph.verdict(end, rejected, accepted))
            words.append(left)
        return words

    def _standing(self, rejected: Collection[str], accepted: Collection[str]) -> list[Argument]:
        """The reasons for the main conclusion and for the pivot that the doubts do not touch."""
        ids = dict.fromkeys(
            argument for end in self._ends for argument in self._graph.verdict(end, rejected, accepted).standing
        )
        return [self._map.arguments[argument] for argument in ids]

    def _in_detail(self, left: str, verdict: Verdict) -> str:
        say = self._labels.wording.say
        details = []
        standing = len(verdict.standing)
        if verdict.reasons == 1 and not standing:
            details.append(say("scripts.verdict.one-reason"))
        elif standing < verdict.reasons:
            several = say("scripts.verdict.of-reasons", n=standing, all=verdict.reasons)
            details.append(several if standing else say("scripts.verdict.no-reason", all=verdict.reasons))
        if verdict.opened:
            details.append(say("scripts.verdict.opened", n=verdict.opened))
        return say("scripts.verdict.in-detail", left=left, details=say("lists.semicolon").join(details))

    def _gravest(self, targets: list[str]) -> Objection | None:
        for among in (targets[:1], targets[1:]):
            found = [objection for target in among for objection in self._graph.objections.get(target, [])]
            if found:
                return min(found, key=self._labels.gravity)
        return None
