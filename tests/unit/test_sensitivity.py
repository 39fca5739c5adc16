import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change
from tests.small_maps import small_map

from argmap.loading.load import load_map
from argmap.naming.labels import Labels
from argmap.pages.sensitivity import Sensitivity
from argmap.reasoning.graph import Graph


def sensitivity(*arguments: str, **options) -> Sensitivity:
    graph = Graph(small_map(*arguments, **options))
    return Sensitivity(graph, Labels(graph.map))


def test_an_objection_to_the_step_comes_before_one_to_a_premise():
    (step,) = sensitivity("roof <- wall", objections=["wall", "s1"]).steps
    assert (step.objection.id, step.to_a_premise) == ("o2", False)


def test_a_step_without_an_objection_shows_one_to_a_premise():
    (step,) = sensitivity("roof <- wall beam", objections=["beam"]).steps
    assert (step.objection.id, step.to_a_premise) == ("o1", True)


@pytest.mark.parametrize(
    ("aimed_anew", "gravest"),
    [
        (["closing-costs-little", "cracks-show-danger"], "cracks-prove-little"),  # grave, the last of three
        (["closing-costs-little"], "nobody-counted-customers"),  # minor, but the other is the article's own
    ],
)
def test_of_several_objections_the_gravest_of_the_map_s_is_shown(tmp_path: Path, aimed_anew: list[str], gravest: str):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    for target in aimed_anew:
        change(data / "critique.yaml", f"    against: {target}\n", "    against: customers-walk\n")
    change(data / "critique.yaml", "    answered-in: [customers-walk]\n", "")  # no claim answers for itself
    argument_map = load_map(data).argument_map
    steps = Sensitivity(Graph(argument_map), Labels(argument_map)).steps
    assert [step.objection.id for step in steps if step.argument.id == "shops-lose-little"] == [gravest]


def test_with_the_three_worst_steps_stand_those_that_are_as_bad_as_the_third():
    """All four are reasons of their own for one claim, and none bears more than another."""
    steps = sensitivity("roof <- wall", "roof <- beam", "roof <- post", "roof <- rope")
    assert len(steps.foremost) == 4


def test_a_step_on_which_less_rests_than_on_the_third_is_not_among_the_foremost():
    steps = sensitivity("roof <- wall", "wall <- beam", "beam <- post", "post <- rope")
    assert [step.argument.for_ for step in steps.foremost] == ["post", "beam", "wall"]
