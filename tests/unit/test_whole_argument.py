"""The picture of the whole case: each claim once, under its nearest use, and never more than fits."""

from random import Random

import pytest
from hypothesis import given
from tests.random_maps import RANDOM, random_map
from tests.small_maps import small_map

from argmap.pictures.whole_argument import MOST_COLUMNS, MOST_ROWS, blocks_of, draw_case
from argmap.reasoning.graph import Graph


def below(graph: Graph) -> dict[str, list[str]]:
    return {block.claim.id: [other.claim.id for other in block.blocks] for block in blocks_of(draw_case(graph))}


@given(RANDOM)
def test_every_claim_of_the_case_is_drawn_once(random: Random):
    graph = Graph(random_map(random))
    drawn = [block.claim.id for block in blocks_of(draw_case(graph))]
    assert sorted(drawn) == sorted(claim.id for claim in graph.map.claims.values() if graph.in_case(claim))


@given(RANDOM)
def test_a_block_is_as_high_as_those_beneath_it(random: Random):
    for block in blocks_of(draw_case(Graph(random_map(random)))):
        assert block.rows == (sum(other.rows for other in block.blocks) or 1)


def test_a_claim_stands_under_its_nearest_use_and_names_the_others():
    graph = Graph(small_map("end <- near far", "far <- mid", "mid <- ground", "near <- ground"))
    assert below(graph)["near"] == ["ground"]
    (ground,) = [block for block in blocks_of(draw_case(graph)) if block.claim.id == "ground"]
    assert [claim.id for claim in ground.also] == ["mid"]


def test_what_supports_comes_before_what_answers():
    graph = Graph(small_map("end <- course", "course <- shift", objections=["end <- shift"]))
    assert below(graph) == {"end": ["course"], "course": ["shift"], "shift": []}


@pytest.mark.parametrize(
    "steps",
    [
        [f"end <- c{n}" for n in range(300)],
        [f"c{n} <- c{n + 1}" for n in range(1000)],
        [f"c{n} <- c{2 * n + 1} c{2 * n + 2}" for n in range(500)],
    ],
    ids=["wide", "deep", "both"],
)
def test_a_large_case_is_cut_to_what_fits_and_says_how_much_is_left_out(steps: list[str]):
    graph = Graph(small_map(*steps))
    blocks = list(blocks_of(draw_case(graph)))
    assert blocks[0].rows <= MOST_ROWS
    assert max(block.column for block in blocks) < MOST_COLUMNS
    assert len(blocks) + sum(block.hidden for block in blocks) == len(graph.map.claims)


def test_a_map_of_one_step_has_two_blocks():
    assert below(Graph(small_map("roof <- wall"))) == {"roof": ["wall"], "wall": []}
