"""The whole case in one picture: every claim once, as a block that touches what it supports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.model.argument import Argument, Claim
from argmap.model.critique import Objection
from argmap.reasoning.graph import Graph

# What fits a screen beside a heading: rows of small type, one for each claim without reasons, and columns wide enough
# for a name.
MOST_ROWS = 60
MOST_COLUMNS = 8


@dataclass
class Block:
    """A claim as drawn: beside the block of the claim that it bears on, over the rows of those that bear on it."""

    claim: Claim
    column: int = 0
    argument: Argument | None = None
    """The step by which it bears on that claim; none for the conclusion and for what answers an objection."""
    answers: Objection | None = None
    blocks: list[Block] = field(default_factory=list)
    rows: int = 1
    hidden: int = 0
    """Claims beneath it that are not drawn, where there are too many."""
    also: list[Claim] = field(default_factory=list)
    """What else it bears on in the case; it is drawn only once."""


def draw_case(graph: Graph, most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS) -> Block:
    """The main conclusion's block, with each claim of the case under its nearest use, first in the article's order.

    Where rows or columns would be too many, what lies farthest from the conclusion is closed first, and at last of many
    claims that bear on one claim the later ones.
    """
    top = Block(graph.map.claims[graph.map.site.main_conclusion])
    drawn = {top.claim.id: top}
    above: dict[str, Block] = {}
    order = [top]  # nearest first
    # What supports comes before what only answers: else a main reason that also answers would hang as an answer.
    for through_answers in (False, True):
        for block in order:
            for beneath in (*_premises(graph, block), *(_answers(graph, block) if through_answers else ())):
                if beneath.claim.id not in drawn:
                    drawn[beneath.claim.id] = beneath
                    above[beneath.claim.id] = block
                    block.blocks.append(beneath)
                    order.append(beneath)
    for block in order[1:]:
        uses = dict.fromkeys(argument.for_ for argument in graph.uses[block.claim.id])
        block.also = [
            drawn[claim].claim for claim in uses if claim in drawn and drawn[claim] is not above[block.claim.id]
        ]
    order.sort(key=lambda block: block.column)
    for block in reversed(order):  # what lies farthest is judged first
        block.rows = sum(beneath.rows for beneath in block.blocks) or 1
    for block in reversed(order):
        if block is not top and block.blocks and (top.rows > most_rows or block.column >= most_columns - 1):
            _leave_out(block, block.blocks, above)
    if len(top.blocks) > most_rows:
        _leave_out(top, top.blocks[most_rows - 1 :], above)
    return top


def blocks_of(top: Block) -> Iterator[Block]:
    """This block and those beneath it, as they are read."""
    yield top
    for block in top.blocks:
        yield from blocks_of(block)


def _leave_out(block: Block, those: list[Block], above: dict[str, Block]) -> None:
    block.hidden += sum(1 + other.hidden for other in those)
    block.blocks = [other for other in block.blocks if other not in those] if len(those) < len(block.blocks) else []
    freed = block.rows - (sum(other.rows for other in block.blocks) or 1)
    while freed:
        block.rows -= freed
        if block.claim.id not in above:
            return
        block = above[block.claim.id]


def _premises(graph: Graph, block: Block) -> Iterator[Block]:
    for argument in graph.reasons[block.claim.id]:
        for premise in argument.from_:
            yield Block(graph.map.claims[premise], block.column + 1, argument)


def _answers(graph: Graph, block: Block) -> Iterator[Block]:
    """What answers an objection against the claim or against a step to it."""
    for objection in graph.objections_around(block.claim.id):
        for answer in objection.answered_in:
            yield Block(graph.map.claims[answer], block.column + 1, None, objection)
