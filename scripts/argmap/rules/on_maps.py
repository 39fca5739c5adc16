"""The rules about maps as drawn, each a function named for what must hold; they need a graph without circles."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.argument import Claim
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.graph import Graph, graph_of
from argmap.reasoning.maps import MOST_BOXES, MOST_LEVELS, beside_objections, draw_backbone, draw_maps
from argmap.rules.rule import Check, Found


def every_argument_is_drawn(argument_map: ArgumentMap) -> Iterator[Found]:
    """Every argument appears in one of the maps, those for an objection at least beside it."""
    graph = graph_of(argument_map)
    drawn = {argument.id for _, box in draw_maps(graph) for argument in box.arguments()}
    drawn |= {argument.id for beside in beside_objections(graph).values() for argument in beside.reasons}
    for argument in argument_map.arguments.values():
        if argument.id not in drawn:
            fix = f"let a map in site.yaml begin at {argument.for_!r} or closer to it: maps end at level {MOST_LEVELS}"
            yield Found(argument.place("id"), f"argument {argument.id!r} is drawn in no map", fix)


def every_objection_is_drawn(argument_map: ArgumentMap) -> Iterator[Found]:
    """Every objection appears in one of the maps, at what it is aimed at, or where that is named beside another."""
    graph = graph_of(argument_map)
    targets = {target for _, box in draw_maps(graph) for target in box.targets()}
    drawn = {objection.id for objection in argument_map.critique.objections if objection.against in targets}
    drawn |= {other.id for id in drawn for other in beside_objections(graph)[id].objections}
    for objection in argument_map.critique.objections:
        if objection.id not in drawn:
            fix = _where_to_draw(graph, graph.map.claims[graph.defended_by(objection)])
            yield Found(objection.place("against"), f"objection {objection.id!r} is drawn in no map", fix)


def _where_to_draw(graph: Graph, claim: Claim) -> str:
    """What to do about an objection to a claim, or to a step to it, that no map draws."""
    if graph.is_argued_for(claim):
        return f"let a map in site.yaml begin at {claim.id!r}, or at a claim that it leads to"
    if up := graph.way_up(claim):
        return f"let a map in site.yaml begin at {up.claim.id!r}"
    return f"aim it at a claim of the argument: {claim.id!r} is argued for by nothing and leads nowhere"


def maps_can_be_taken_in(argument_map: ArgumentMap) -> Iterator[Found]:
    """A map draws no more claims than a reader can take in."""
    for root, box in draw_maps(graph_of(argument_map)):
        boxes = sum(1 for _ in box.boxes())
        if boxes > MOST_BOXES:
            message = f"the map of {root.claim!r} draws {boxes} claims; at most {MOST_BOXES} can be taken in"
            yield Found(root.place("claim"), message, "let a claim in it that has many reasons begin a map of its own")


def the_backbone_hangs_together(argument_map: ArgumentMap) -> Iterator[Found]:
    """Every claim of the backbone supports or defends the main conclusion through claims of the backbone."""
    site = argument_map.site
    drawn = {box.claim.id for box in draw_backbone(graph_of(argument_map)).boxes()}
    for number, claim in enumerate(site.backbone):
        if claim not in drawn:
            message = f"no chain of claims in the backbone leads from {claim!r} to the main conclusion"
            yield Found(site.place("backbone", number), message, "add the claims between them, or take this one out")


# A drawing needs ends that exist, ids that are unambiguous and support without a circle.
_SOUND = {"claims-exist", "targets-exist", "ids-are-unique"}
_SOUND |= {"premises-differ-from-conclusions", "support-runs-in-no-circle"}
MAP_CHECKS: dict[Check, set[str]] = {
    every_argument_is_drawn: _SOUND,
    every_objection_is_drawn: _SOUND,
    maps_can_be_taken_in: _SOUND,
    the_backbone_hangs_together: _SOUND,
}
