"""Cuts the argument into maps that can be read: trees of boxes, each claim drawn once in a map."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from argmap.model.argument import Argument, Claim
from argmap.model.critique import Objection
from argmap.model.site_settings import MapRoot
from argmap.reasoning.graph import Graph

# Four boxes fill a wide screen, and above about twenty boxes pictures of graphs stop working
# (Ghoniem, Fekete and Castagliola 2005).
MOST_LEVELS = 4
MOST_BOXES = 22


@dataclass
class Step:
    """An argument as drawn: its premises in one bracket."""

    argument: Argument
    premises: list[Box]
    objections: list[Objection]


@dataclass
class Defence:
    """An objection as drawn where its answers are: claims that nothing else joins to the map."""

    objection: Objection
    answers: list[Box]


@dataclass
class Box:
    """A claim as drawn."""

    claim: Claim
    objections: list[Objection]
    again: bool = False  # drawn before in this map: only a chip that leads there
    own_map: MapRoot | None = None  # its reasons are drawn there
    hidden: int = 0  # claims beneath it that this map leaves out
    steps: list[Step] = field(default_factory=list)
    defences: list[Defence] = field(default_factory=list)

    def boxes(self) -> Iterator[Box]:
        """This box and those under it, chips left out."""
        yield self
        for step in self.steps:
            for premise in step.premises:
                if not premise.again:
                    yield from premise.boxes()
        for defence in self.defences:
            for answer in defence.answers:
                yield from answer.boxes()

    def arguments(self) -> Iterator[Argument]:
        return (step.argument for box in self.boxes() for step in box.steps)

    def targets(self) -> Iterator[str]:
        """The ids of the claims and arguments that are drawn with what speaks against them."""
        for box in self.boxes():
            yield box.claim.id
            yield from (step.argument.id for step in box.steps)


def draw(
    graph: Graph,
    root: Claim,
    *,
    levels: int = MOST_LEVELS,
    keep: Collection[str] | None = None,
    only: Argument | None = None,
) -> Box:
    """The claim and what supports it, with the objections, down to `levels` levels.

    It stops at claims that have a map of their own. A claim is drawn where it comes nearest to the root, first in the
    article's order; further uses are chips. `keep` names the only claims that may appear, and then objections and
    further uses are left out, but for objections whose answers are to appear and support nothing that does; `only` is
    the one argument for the root that is drawn.
    """
    own_maps = {map_root.claim: map_root for map_root in graph.map.site.maps} if keep is None and only is None else {}
    objections = graph.objections if keep is None else {}
    top = Box(root, objections.get(root.id, []))
    seen = {root.id}
    closed: list[Box] = []
    waiting = deque([(top, 1)])
    while waiting:
        box, level = waiting.popleft()
        reasons = graph.reasons[box.claim.id]
        if box is not top and reasons and (box.claim.id in own_maps or level == levels):
            box.own_map = own_maps.get(box.claim.id)
            closed.append(box)
            continue
        for argument in [only] if only and box is top else reasons:
            step = Step(argument, [], objections.get(argument.id, []))
            for premise in argument.from_:
                if keep is not None and (premise not in keep or premise in seen):
                    continue
                claim = graph.map.claims[premise]
                if premise in seen:
                    step.premises.append(Box(claim, [], again=True))
                else:
                    seen.add(premise)
                    drawn = Box(claim, objections.get(premise, []))
                    step.premises.append(drawn)
                    waiting.append((drawn, level + 1))
            if step.premises:
                box.steps.append(step)
        if keep is not None and not waiting:
            waiting.extend((answer, level + 1) for answer in _defend(graph, top, keep, seen))
    for box in closed:
        box.hidden = graph.count_under(box.claim, beside=seen)
    return top


def _defend(graph: Graph, top: Box, keep: Collection[str], seen: set[str]) -> Iterator[Box]:
    """Boxes for the claims to keep that are not drawn yet and answer an objection to what is, or to a step to it."""
    for box in list(top.boxes()):
        for objection in graph.objections_around(box.claim.id):
            answers = [claim_id for claim_id in objection.answered_in if claim_id in keep and claim_id not in seen]
            if answers:
                seen.update(answers)
                boxes = [Box(graph.map.claims[claim_id], []) for claim_id in answers]
                box.defences.append(Defence(objection, boxes))
                yield from boxes


@lru_cache(maxsize=1)  # two rules and two pages ask for them
def draw_maps(graph: Graph) -> list[tuple[MapRoot, Box]]:
    """The maps that `site.yaml` asks for, in its order."""
    return [(root, draw(graph, graph.map.claims[root.claim])) for root in graph.map.site.maps]


class Beside(NamedTuple):
    """What stands beside an objection, since no map draws it: one level deep, whatever lies further down."""

    reasons: list[Argument]
    """The objectors' reasons: arguments outside the case for the claims that state the objection."""
    objections: list[Objection]
    """Those to what is only named here: claims that state or answer the objection, these reasons, their premises."""


@lru_cache(maxsize=1)  # two rules and each map on a page ask for it
def beside_objections(graph: Graph) -> Mapping[str, Beside]:
    """By an objection's id what stands beside it."""
    maps = [top for _, top in draw_maps(graph)]
    drawn = {target for top in maps for target in top.targets()}
    found = {}
    for objection in graph.map.critique.objections:
        reasons = [
            argument
            for claim in objection.raised_in
            for argument in graph.reasons[claim]
            if argument.id not in drawn and not graph.in_case(argument)
        ]
        named = [*objection.raised_in, *objection.answered_in]
        for argument in reasons:
            named += (argument.id, *argument.from_)
        elsewhere = (target for target in dict.fromkeys(named) if target not in drawn)
        objections = [other for target in elsewhere for other in graph.objections.get(target, [])]
        found[objection.id] = Beside(reasons, objections)
    return found


def draw_backbone(graph: Graph) -> Box:
    """The main line alone: the backbone's claims and the steps between them."""
    site = graph.map.site
    return draw(graph, graph.map.claims[site.main_conclusion], levels=len(site.backbone), keep=site.backbone)
