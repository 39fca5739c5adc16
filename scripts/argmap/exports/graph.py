"""The argument as a graph, for the browser to follow a reader's doubts in."""

from __future__ import annotations

import json
from typing import TypedDict

from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.graph import Graph, graph_of


class ExportedGraph(TypedDict):
    """What the browser needs of a map to follow a reader's doubts as `Values.shaken` does.

    In `claims` each claim comes after those it rests on and those that defend it, with its arguments by their ids and
    the premises of each; in `objections` stands what each is directed against, a claim or an argument; in `answers` the
    claims that answer it, for those that are answered; in `retired` what replaced an id, if anything did.
    """

    claims: list[tuple[str, dict[str, list[str]]]]
    objections: dict[str, str]
    answers: dict[str, list[str]]
    retired: dict[str, str]


def as_graph(graph: Graph) -> ExportedGraph:
    """The form in which `docs/assets/what-if/evaluate.js` reads the graph."""
    return {
        "claims": [
            (claim_id, {argument.id: list(argument.from_) for argument in graph.reasons[claim_id]})
            for claim_id in graph.rank
        ],
        "objections": {objection.id: objection.against for objection in graph.map.critique.objections},
        "answers": {
            objection.id: list(objection.answered_in)
            for objection in graph.map.critique.objections
            if objection.answered_in
        },
        "retired": {gone.id: gone.replaced_by or "" for gone in graph.map.retired.retired},
    }


def graph_json(argument_map: ArgumentMap) -> str:
    """`as_graph` as JSON, without a character to spare."""
    return json.dumps(as_graph(graph_of(argument_map)), separators=(",", ":")) + "\n"
