from tests.small_maps import small_map

from argmap.naming.labels import Labels
from argmap.pages.sensitivity import Sensitivity
from argmap.reasoning.graph import Graph


def sensitivity(*arguments: str, **options) -> Sensitivity:
    graph = Graph(small_map(*arguments, **options))
    return Sensitivity(graph, Labels(graph.map))


def test_an_objection_to_the_step_comes_before_one_to_a_premise():
    (step,) = sensitivity("roof <- wall", objections=["wall", "s1"]).steps()
    assert (step.objection.id, step.to_a_premise) == ("o2", False)


def test_a_step_without_an_objection_shows_one_to_a_premise():
    (step,) = sensitivity("roof <- wall beam", objections=["beam"]).steps()
    assert (step.objection.id, step.to_a_premise) == ("o1", True)
