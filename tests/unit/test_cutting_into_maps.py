from tests.small_maps import small_map

from argmap.reasoning.graph import Graph
from argmap.reasoning.maps import draw, draw_backbone


def picture(box, depth=0) -> list[str]:
    """A drawing as indented lines; a chip has an arrow, a box that leaves claims out their number."""
    mark = "↗" if box.again else f" +{box.hidden}" if box.hidden else ""
    lines = ["  " * depth + box.claim.id + mark]
    for step in box.steps:
        for premise in step.premises:
            lines += picture(premise, depth + 1)
    return lines


def drawn(graph: Graph, root: str, **options) -> list[str]:
    return picture(draw(graph, graph.map.claims[root], **options))


def test_a_second_use_is_a_chip_and_the_place_nearest_the_root_the_main_one():
    graph = Graph(small_map("end <- left shared", "left <- shared", "shared <- ground"))
    assert drawn(graph, "end") == ["end", "  left", "    shared↗", "  shared", "    ground"]


def test_the_nearest_place_is_the_main_one_whatever_the_order_of_reasons():
    graph = Graph(small_map("end <- left", "end <- right", "left <- shared", "right <- mid", "mid <- shared"))
    assert drawn(graph, "end") == ["end", "  left", "    shared", "  right", "    mid", "      shared↗"]


def test_a_map_stops_where_another_map_begins():
    graph = Graph(small_map("end <- pivot", "pivot <- wall beam", maps=["pivot"]))
    assert drawn(graph, "end") == ["end", "  pivot +2"]
    assert drawn(graph, "pivot") == ["pivot", "  wall", "  beam"]


def test_a_map_stops_at_its_last_level():
    graph = Graph(small_map("a <- b", "b <- c", "c <- d", "d <- e"))
    assert drawn(graph, "a", levels=3) == ["a", "  b", "    c +2"]


def test_the_backbone_leaves_out_what_is_not_in_it():
    graph = Graph(small_map("end <- left right", "left <- ground", backbone=["end", "left", "ground"]))
    assert picture(draw_backbone(graph)) == ["end", "  left", "    ground"]


def test_the_backbone_shows_each_claim_once():
    graph = Graph(small_map("end <- left right", "left <- right", backbone=["end", "left", "right"]))
    assert picture(draw_backbone(graph)) == ["end", "  left", "  right"]


def test_objections_are_drawn_at_the_claim_and_at_the_step_that_they_attack():
    graph = Graph(small_map("end <- wall", objections=["wall", "s1"]))
    box = draw(graph, graph.map.claims["end"])
    assert [objection.id for objection in box.steps[0].objections] == ["o2"]
    assert [objection.id for objection in box.steps[0].premises[0].objections] == ["o1"]


def test_claims_that_the_map_draws_elsewhere_are_not_counted_as_left_out():
    graph = Graph(small_map("end <- far", "end <- ground", "far <- mid", "mid <- low", "low <- ground", "low <- deep"))
    assert drawn(graph, "end", levels=3) == ["end", "  far", "    mid +2", "  ground"]
