"""The whole case made small: where one claim stands in it."""

from hypothesis import given
from tests.random_maps import RANDOM, random_map
from tests.small_maps import small_map

from argmap.pictures.whole_argument import MOST_COLUMNS, blocks_of, draw_case
from argmap.pictures.you_are_here import shapes_to
from argmap.reasoning.graph import Graph


@given(RANDOM)
def test_it_never_grows_with_the_map_nor_out_of_the_picture(random):
    top = draw_case(Graph(random_map(random)))
    for block in blocks_of(top):
        shapes = shapes_to(top, block.claim)
        assert len(shapes) <= 3 * MOST_COLUMNS
        assert all(shape.column + shape.columns <= MOST_COLUMNS for shape in shapes)
        assert all(shape.row >= 0 and shape.row + shape.rows <= top.rows for shape in shapes)
        assert [shape.column for shape in shapes if shape.kind == "here"] == [block.column]


@given(RANDOM)
def test_no_two_shapes_overlap(random):
    top = draw_case(Graph(random_map(random)))
    for block in blocks_of(top):
        cells = [
            (column, row)
            for shape in shapes_to(top, block.claim)
            for column in range(shape.column, shape.column + shape.columns)
            for row in range(shape.row, shape.row + shape.rows)
        ]
        assert len(cells) == len(set(cells))


def test_what_is_not_drawn_has_no_place():
    graph = Graph(small_map("end <- near", "other <- alone"))
    assert shapes_to(draw_case(graph), graph.map.claims["alone"]) == []
