"""The whole case made small, in a size that does not grow with it: the way to one claim and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model.argument import Claim
from argmap.pictures.whole_argument import MOST_COLUMNS, Block


class Shape(NamedTuple):
    """A rectangle; columns and rows are those of the large picture, of which it may cover many blocks."""

    kind: str  # here, way or beside
    column: int
    columns: int
    row: int
    rows: int


def shapes_to(top: Block, claim: Claim) -> list[Shape]:
    """The way from the conclusion to the claim, at most three shapes a column; none where the claim is not drawn."""
    way = _way(top, claim)
    return list(_shapes(way)) if way else []


def _way(block: Block, claim: Claim) -> list[Block]:
    if block.claim.id == claim.id:
        return [block]
    for beneath in block.blocks:
        if way := _way(beneath, claim):
            return [block, *way]
    return []


def _shapes(way: list[Block]) -> Iterator[Shape]:
    row = 0
    for block, further in zip(way, [*way[1:], None], strict=True):
        yield Shape("way" if further else "here", block.column, 1, row, block.rows)
        if further is None:
            if block.blocks:
                yield Shape("beside", block.column + 1, _depth(block), row, block.rows)
            return
        before = sum(other.rows for other in block.blocks[: block.blocks.index(further)])
        after = block.rows - before - further.rows
        for start, rows in ((row, before), (row + before + further.rows, after)):
            if rows:
                yield Shape("beside", further.column, MOST_COLUMNS - further.column, start, rows)
        row += before


def _depth(block: Block) -> int:
    return 1 + max(map(_depth, block.blocks)) if block.blocks else 0
