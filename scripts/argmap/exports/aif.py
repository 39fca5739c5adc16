"""The argument in the Argument Interchange Format, as AIFdb reads it (Chesnevar et al. 2006; aifdb.org)."""

from __future__ import annotations

import json
from typing import Any

from argmap.model.argument_map import ArgumentMap
from argmap.model.article import Article

# AIFdb has a place for when a node was made, which a map does not know.
_TIMESTAMP = ""


class Net:
    """Nodes and edges with numbers in the order in which they are made; no edge leads from claim to claim."""

    def __init__(self) -> None:
        self.numbers: dict[str, str] = {}
        """The nodes of claims, steps and objections, by the ids of these."""
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self.locutions: list[dict[str, Any]] = []

    def node(self, kind: str, text: str, *arriving: str) -> str:
        number = str(len(self.nodes) + 1)
        self.nodes.append({"nodeID": number, "text": text, "type": kind, "timestamp": _TIMESTAMP})
        for other in arriving:
            self.edge(other, number)
        return number

    def locution(self, gist: str, article: Article) -> str:
        number = self.node("L", f"{article.author} : {gist}")
        place = {"nodeID": number, "personID": article.author, "timestamp": _TIMESTAMP}
        self.locutions.append(place | {"start": None, "end": None, "source": article.url or article.found_in})
        return number

    def edge(self, first: str, second: str) -> None:
        number = str(len(self.edges) + 1)
        self.edges.append({"edgeID": number, "fromID": first, "toID": second, "formEdgeID": None})


def aif_json(argument_map: ArgumentMap) -> str:
    """What `net_of` holds, and the locutions."""
    net = net_of(argument_map)
    whole = {"nodes": net.nodes, "edges": net.edges, "locutions": net.locutions}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def net_of(argument_map: ArgumentMap) -> Net:
    """Premises of one step are linked in one RA, its own RA for each step; an undercut is a CA to an RA.

    What answers an objection is a CA to it; the claims in which the article raises one are joined to it by an MA. Each
    sentence is an L, asserting (YA) the claims that are made in it, though not what it leaves unsaid; its text is our
    gist.
    """
    net = Net()
    numbers = net.numbers
    schemes = {scheme.id: scheme.label for scheme in argument_map.vocabulary.schemes}
    for one in argument_map.claims.values():
        numbers[one.id] = net.node("I", one.says)
    for argument in argument_map.arguments.values():
        premises = [numbers[premise] for premise in argument.from_]
        numbers[argument.id] = net.node("RA", schemes[argument.scheme], *premises)
        net.edge(numbers[argument.id], numbers[argument.for_])
    for objection in argument_map.critique.objections:
        numbers[objection.id] = net.node("I", objection.says)
        net.edge(net.node("CA", "Default Conflict", numbers[objection.id]), numbers[objection.against])
    for objection in argument_map.critique.objections:
        for claim in objection.answered_in:
            net.edge(net.node("CA", "Default Conflict", numbers[claim]), numbers[objection.id])
        for claim in objection.raised_in:
            net.edge(net.node("MA", "Default Rephrase", numbers[claim]), numbers[objection.id])
    unsaid = {voice.id for voice in argument_map.vocabulary.voices if voice.origin == "unstated"}
    locutions: dict[str, str] = {}
    for one in argument_map.claims.values():
        for locator in one.at if one.voice not in unsaid else ():
            if locator not in locutions:
                locutions[locator] = net.locution(argument_map.sentences[locator].gist, argument_map.article)
            net.edge(net.node("YA", "Asserting", locutions[locator]), numbers[one.id])
    return net
