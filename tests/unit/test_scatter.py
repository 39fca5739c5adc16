"""Steps drawn as dots."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.pictures.scatter import RADIUS, WIDTH, Weight, draw_rows, ticks

LOADS = st.lists(st.lists(st.integers(0, 900), max_size=40), min_size=1, max_size=5)


def weights(loads: list[list[int]]) -> list[list[Weight]]:
    return [[Weight(load, False, False, None) for load in row] for row in loads]


@given(LOADS)
def test_no_two_dots_overlap_and_none_is_cut(loads):
    for row in draw_rows(weights(loads)):
        for dot in row.dots:
            assert RADIUS <= dot.x <= WIDTH - RADIUS
            assert RADIUS <= dot.y <= row.height - RADIUS
        for one, other in combinations(row.dots, 2):
            assert abs(one.x - other.x) >= 2 * RADIUS or abs(one.y - other.y) >= 2 * RADIUS


@given(LOADS)
def test_what_more_hangs_on_never_stands_further_left(loads):
    dots = [dot for row in draw_rows(weights(loads)) for dot in row.dots]
    for one, other in combinations(dots, 2):
        assert (one.x - other.x) * (one.step.load - other.step.load) >= 0


@pytest.mark.parametrize(
    ("most", "numbers"), [(0, [0]), (2, [0, 1, 2]), (15, [0, 5, 10, 15]), (900, [0, 200, 400, 600, 800])]
)
def test_the_numbers_along_the_bottom_are_round_and_few(most, numbers):
    assert [load for _, load in ticks(weights([[most]]))] == numbers
