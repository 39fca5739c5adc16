"""Steps as dots: further right the more hangs on a step, a row for each grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

WIDTH = 320  # units that are pixels on the narrowest phone
RADIUS = 8
_APART = 2 * RADIUS + 2  # from one dot to the next
_PILES = (WIDTH - 2 * _APART) // _APART  # no more stand side by side


class Weight(NamedTuple):
    """A step before it has a place."""

    load: int
    """Claims that lose support or are weakened with it."""
    lost: bool
    """Whether one of them is left without any."""
    objected: bool
    number: int | None
    """Its place among the worst, where it is one of these."""


class Dot(NamedTuple):
    """A step; x from the left and y from the top of its row, in the picture's own units."""

    x: int
    y: int
    step: Weight


class Row(NamedTuple):
    """The steps of one grade."""

    dots: list[Dot]
    height: int
    width: int = WIDTH
    radius: int = RADIUS


def draw_rows(rows: Sequence[Sequence[Weight]]) -> list[Row]:
    """All rows on one scale; steps of about one load stand on one another, the first at the bottom."""
    most = _most(rows)
    drawn = []
    for row in rows:
        height = max(Counter(_x(step.load, most) for step in row).values(), default=1) * _APART + 4
        piles: Counter[int] = Counter()
        dots = []
        for step in row:
            x = _x(step.load, most)
            dots.append(Dot(x, height - piles[x] * _APART - _APART // 2, step))
            piles[x] += 1
        drawn.append(Row(dots, height))
    return drawn


def ticks(rows: Sequence[Sequence[Weight]]) -> list[tuple[int, int]]:
    """Places of at most six numbers of claims along the bottom."""
    most = _most(rows)
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, max(most, 1)) if most <= 5 * step)
    return [(_x(load, most), load) for load in range(0, most + 1, every)]


def _most(rows: Sequence[Sequence[Weight]]) -> int:
    return max((step.load for row in rows for step in row), default=0)


def _x(load: int, most: int) -> int:
    piles = min(most, _PILES) or 1
    return _APART + load * piles // (most or 1) * (WIDTH - 2 * _APART) // piles
