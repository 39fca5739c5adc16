"""The argument as OVA3 loads it for further work: AIF with a place on the canvas for each node (ova3.arg.tech)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from argmap.exports.aif import Net, net_of
from argmap.model.argument_map import ArgumentMap
from argmap.naming.wording import read_wording
from argmap.pictures.whole_argument import draw_case
from argmap.reasoning.graph import graph_of

# The numbers that AIFdb gives to its default schemes, by the type of node.
_SCHEMES = {"RA": "72", "CA": "71", "MA": "144", "YA": "74"}
# OVA3 breaks a text after some 36 letters; between two columns stands a node for the step.
_COLUMN, _ROW = 560, 170
_BESIDE = 5  # claims in a row of those that are not part of the case
_SAID = ("L", "YA")


def xaif_json(argument_map: ArgumentMap) -> str:
    """What is said where is there, but hidden, as OVA3 itself has it outside its dialogues."""
    net = net_of(argument_map)
    author = argument_map.article
    given = author.given if author.given and author.family else ""
    participant = {"participantID": author.author, "firstname": given, "surname": author.family or author.author}
    kinds = {node["nodeID"]: node["type"] for node in net.nodes}
    places = _places(argument_map, net)
    whole: dict[str, Any] = {
        "AIF": {
            "nodes": net.nodes,
            "edges": net.edges,
            "schemefulfillments": [
                {"nodeID": number, "schemeID": _SCHEMES[kind]} for number, kind in kinds.items() if kind in _SCHEMES
            ],
            "participants": [participant] if net.locutions else [],
            "locutions": net.locutions,
            "descriptorfulfillments": [],
            "cqdescriptorfulfillments": [],
        },
        "text": "<br>".join(_passages(argument_map, net)),
        "OVA": {
            "firstname": "",
            "surname": "",
            "url": "",
            "nodes": [
                {"nodeID": number, "visible": kind not in _SAID, "x": x, "y": y, "timestamp": ""}
                for number, kind in kinds.items()
                for x, y in (places[number],)
            ],
            "edges": [
                {
                    "fromID": edge["fromID"],
                    "toID": edge["toID"],
                    "visible": not {kinds[edge["fromID"]], kinds[edge["toID"]]}.intersection(_SAID),
                }
                for edge in net.edges
            ],
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _passages(argument_map: ArgumentMap, net: Net) -> Iterator[str]:
    """Our gists, paragraph by paragraph, then what stands nowhere: OVA3 wants for each claim one marked passage."""
    made_in: dict[str, list[str]] = {}
    nowhere = []
    unsaid = {voice.id for voice in argument_map.vocabulary.voices if voice.origin == "unstated"}
    for claim in argument_map.claims.values():
        if claim.at and claim.voice not in unsaid:
            made_in.setdefault(claim.at[0], []).append(net.numbers[claim.id])
        else:
            nowhere.append(claim)
    for paragraph in argument_map.article.paragraphs:
        yield " ".join(_marked(one.gist, *made_in.get(one.at, ())) for one in paragraph.sentences)
    say = read_wording(argument_map.language).say
    for title, those in (
        (say("assumptions.title"), nowhere),
        (say("objections.title"), argument_map.critique.objections),
    ):
        if those:
            yield escape(title, quote=False)
            yield from (_marked(one.says, net.numbers[one.id]) for one in those)


def _marked(text: str, *numbers: str) -> str:
    marked = escape(text, quote=False)
    for number in numbers:
        marked = f'<span class="highlighted" id="node{number}">{marked}</span>'
    return marked


def _places(argument_map: ArgumentMap, net: Net) -> dict[str, tuple[int, int]]:
    """Claims of the case as its picture has them, the others beneath, objections in a column of their own.

    All other nodes stand halfway between their neighbours, or beneath, where something stands there already.
    """
    claims = argument_map.claims
    top = draw_case(graph_of(argument_map), most_rows=len(claims), most_columns=len(claims))
    places: dict[str, tuple[int, int]] = {}
    waiting = [(top, 0)]
    columns = 1
    for block, row in waiting:
        places[net.numbers[block.claim.id]] = (block.column * _COLUMN, (2 * row + block.rows - 1) * _ROW // 2)
        columns = max(columns, block.column + 1)
        for beneath in block.blocks:
            waiting.append((beneath, row))
            row += beneath.rows
    beside = [net.numbers[claim] for claim in claims if net.numbers[claim] not in places]
    for index, number in enumerate(beside):
        places[number] = (index % _BESIDE * _COLUMN, (top.rows + 1 + index // _BESIDE) * _ROW)

    def height_of(target: str) -> int:
        step = argument_map.arguments.get(target)
        return places[net.numbers[step.for_ if step else target]][1]

    lowest = -_ROW
    for objection in sorted(argument_map.critique.objections, key=lambda one: height_of(one.against)):
        lowest = max(lowest + _ROW, height_of(objection.against))
        places[net.numbers[objection.id]] = (max(columns, _BESIDE) * _COLUMN, lowest)
    taken = {_field(x + beside, y + over) for x, y in places.values() for beside in (-90, 90) for over in (-50, 0, 50)}
    for argument in argument_map.arguments.values():
        ends = [places[net.numbers[claim]] for claim in (argument.for_, *argument.from_)]
        places[net.numbers[argument.id]] = _free(_between(ends[0], _between(*ends[1:])), taken)
    near: dict[str, list[str]] = {}
    for edge in net.edges:
        near.setdefault(edge["fromID"], []).append(edge["toID"])
        near.setdefault(edge["toID"], []).append(edge["fromID"])
    # What asserts a claim touches it, and a locution what asserts.
    for kinds in (("CA", "MA"), ("YA",), ("L",)):
        for number in (node["nodeID"] for node in net.nodes if node["type"] in kinds):
            place = _between(*(places[other] for other in near[number] if other in places))
            places[number] = place if kinds[0] in _SAID else _free(place, taken)
    return places


def _free(place: tuple[int, int], taken: set[tuple[int, int]]) -> tuple[int, int]:
    x, y = place
    while _field(x, y) in taken:
        y += 60
    taken.add(_field(x, y))
    return x, y


def _field(x: int, y: int) -> tuple[int, int]:
    """What a small node fills, counted."""
    return x // 180, y // 60


def _between(*ends: tuple[int, int]) -> tuple[int, int]:
    return sum(x for x, _ in ends) // len(ends), sum(y for _, y in ends) // len(ends)
