"""The pictures for slides and papers: the whole argument, and each map, as SVG without links, scripts or fonts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from argmap.model.argument_map import ArgumentMap
from argmap.naming.labels import Labels
from argmap.pictures.outlines import Outlines
from argmap.pictures.whole_argument import Block, draw_case
from argmap.reasoning.graph import graph_of
from argmap.reasoning.maps import Box, draw_maps

_COLUMN, _ROW, _SIZE, _GAP, _MARGIN, _FOOT = 220, 20, 12, 3, 16, 28
_LEADING, _FLAG = 15, 11
_LICENCE = " · CC BY 4.0"
_TALLEST = 3  # rows of a name without reasons
# Two colours that differ in print without colour too: edges are told apart by their breadth and dashes.
_INK, _SUPPORTS, _OBJECTS, _TINT = "#1d1f24", "#0072b2", "#b34700", "#dfecf3"
_EDGES = {"strong": 'stroke-width="6"', "thin": 'stroke-width="3" stroke-dasharray="5 3"'}
_EDGES |= {"weak": 'stroke-width="3" stroke-dasharray="2 2"', "": 'stroke-width="3"'}


@dataclass
class _Node:
    """A claim as drawn: its name, the step to what it supports, the objections to it, and what supports it."""

    name: str
    edge: str = ""
    unstated: bool = False
    objections: int = 0
    beneath: list[_Node] = field(default_factory=list)


def whole_picture(argument_map: ArgumentMap) -> str:
    """The whole case, every claim of it once, as on the overview."""
    graph, labels = graph_of(argument_map), Labels(argument_map)

    def node(block: Block) -> _Node:
        against = graph.objections.get(block.claim.id, [])
        edge = (block.argument.strength or "") if block.argument else ""
        unstated = labels.origin(block.claim) == "unstated"
        more = f" (+{block.hidden})" if block.hidden else ""
        return _Node(f"{block.claim.short}{more}", edge, unstated, len(against), [node(one) for one in block.blocks])

    return _Picture(node(draw_case(graph)), argument_map.site.title, _texts(argument_map)).svg()


def map_pictures(argument_map: ArgumentMap) -> dict[str, str]:
    """Each map by the claim that it begins at."""
    labels = Labels(argument_map)

    def node(box: Box, edge: str = "") -> _Node:
        beneath = [node(one, step.argument.strength or "") for step in box.steps for one in step.premises]
        beneath += [node(one) for defence in box.defences for one in defence.answers]
        against = len(box.objections) + sum(len(step.objections) for step in box.steps)
        more = f" (+{box.hidden})" if box.hidden else ""
        return _Node(f"{box.claim.short}{more}", edge, labels.origin(box.claim) == "unstated", against, beneath)

    texts = _texts(argument_map)
    maps = draw_maps(graph_of(argument_map))
    return {root.claim: _Picture(node(top), root.title, texts).svg() for root, top in maps}


def _texts(argument_map: ArgumentMap) -> str:
    names = (claim.short for claim in argument_map.claims.values())
    titles = (root.title for root in argument_map.site.maps)
    return "".join([*names, *titles, argument_map.site.title, _LICENCE, "(+0123456789)"])


class _Picture:
    def __init__(self, top: _Node, title: str, texts: str) -> None:
        self._top = top
        self._foot = f"{title}{_LICENCE}"
        self._outlines = Outlines(texts)
        self._lines = {id(node): self._wrapped(node) for node in _all(top)}
        self._rows: dict[int, int] = {}
        for node in reversed(list(_all(top))):  # each after all that is beneath it
            below = sum(self._rows[id(one)] for one in node.beneath)
            self._rows[id(node)] = max(below, len(self._lines[id(node)]))

    def svg(self) -> str:
        width = round(max(self._right_ends(self._top, 0))) + 2 * _MARGIN
        height = self._rows[id(self._top)] * _ROW + 2 * _MARGIN + _FOOT
        shapes = "".join(self._shapes(self._top, 0, 0))
        foot = self._outlines.draw(self._foot, _MARGIN, height - _MARGIN, _SIZE - 1)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'role="img"><title>{escape(self._foot)}</title>{self._outlines.definitions()}'
            f'<rect width="{width}" height="{height}" fill="#fff"/><g fill="{_INK}">{shapes}{foot}</g></svg>\n'
        )

    def _wrapped(self, node: _Node) -> list[str]:
        if not node.beneath:
            return [node.name]
        return self._outlines.wrap(node.name, _COLUMN - _GAP - 24 - _FLAG * min(node.objections, 4), _TALLEST, _SIZE)

    def _width(self, node: _Node) -> int:
        """Of a claim without reasons as far as its name goes; there is nothing beside it."""
        if node.beneath:
            return _COLUMN - _GAP
        return max(_COLUMN - _GAP, round(self._outlines.width(node.name, _SIZE)) + 24 + _FLAG * min(node.objections, 4))

    def _right_ends(self, node: _Node, column: int) -> Iterator[int]:
        yield column * _COLUMN + self._width(node)
        for beneath in node.beneath:
            yield from self._right_ends(beneath, column + 1)

    def _shapes(self, node: _Node, column: int, row: int) -> Iterator[str]:
        x, y = _MARGIN + column * _COLUMN, _MARGIN + row * _ROW
        width, height = self._width(node), self._rows[id(node)] * _ROW - _GAP
        dashed = f' stroke="{_INK}" stroke-dasharray="4 3"' if node.unstated else ""
        fill = "#fff" if node.unstated else _TINT
        yield f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"{dashed}/>'
        if column:
            yield f'<path d="M{x} {y}v{height}" stroke="{_SUPPORTS}" {_EDGES.get(node.edge, _EDGES[""])}/>'
        for number, line in enumerate(self._lines[id(node)]):
            yield self._outlines.draw(line, x + 10, y + 13 + number * _LEADING, _SIZE)
        for number in range(min(node.objections, 4)):
            yield f'<path d="M{x + width - 14 - number * _FLAG} {y + 4}h9l-4.5 8z" fill="{_OBJECTS}"/>'
        for beneath in node.beneath:
            yield from self._shapes(beneath, column + 1, row)
            row += self._rows[id(beneath)]


def _all(node: _Node) -> Iterator[_Node]:
    yield node
    for beneath in node.beneath:
        yield from _all(beneath)
