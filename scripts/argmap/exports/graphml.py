"""The argument as GraphML (graphml.graphdrawing.org), for programs that draw and measure graphs."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from argmap.model.argument_map import ArgumentMap

_SPACE = "http://graphml.graphdrawing.org/xmlns"


def graphml(argument_map: ArgumentMap) -> str:
    """Claims, steps and objections are nodes; edges lead from premises through their step to its conclusion."""
    Xml.register_namespace("", _SPACE)
    root = Xml.Element(f"{{{_SPACE}}}graphml")
    for key, what in (("sort", "node"), ("text", "node"), ("relation", "edge")):
        Xml.SubElement(root, f"{{{_SPACE}}}key", {"id": key, "for": what, "attr.name": key, "attr.type": "string"})
    graph = Xml.SubElement(root, f"{{{_SPACE}}}graph", {"id": "argument", "edgedefault": "directed"})

    def data(element: Xml.Element, **values: str) -> None:
        for key, value in values.items():
            Xml.SubElement(element, f"{{{_SPACE}}}data", {"key": key}).text = value

    def node(id: str, sort: str, text: str) -> None:
        data(Xml.SubElement(graph, f"{{{_SPACE}}}node", {"id": id}), sort=sort, text=text)

    def edge(source: str, target: str, relation: str) -> None:
        data(Xml.SubElement(graph, f"{{{_SPACE}}}edge", {"source": source, "target": target}), relation=relation)

    for claim in argument_map.claims.values():
        node(claim.id, "claim", claim.says)
    for argument in argument_map.arguments.values():
        node(argument.id, "step", argument.scheme)
    for objection in argument_map.critique.objections:
        node(objection.id, "objection", objection.says)
    for argument in argument_map.arguments.values():
        for premise in argument.from_:
            edge(premise, argument.id, "premise")
        edge(argument.id, argument.for_, "conclusion")
    for objection in argument_map.critique.objections:
        edge(objection.id, objection.against, "objects")
        for answer in objection.answered_in:
            edge(answer, objection.id, "answers")
        for raised in objection.raised_in:
            edge(raised, objection.id, "raises")
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"
