"""The article's replies defend: what they do to claims and steps, to the case, and to the least that is enough."""

from functools import partial
from random import Random

from hypothesis import given
from tests.random_maps import RANDOM, random_map, random_part, value_by_definition
from tests.small_maps import small_map

from argmap.reasoning.doubts import least_of_all, least_to_open, smallest_doubts
from argmap.reasoning.graph import Graph
from argmap.reasoning.maps import beside_objections
from argmap.reasoning.values import Support


def left(graph: Graph, claim: str, *doubted: str, accepted: tuple[str, ...] = ()) -> str:
    return graph.shaken(doubted, accepted).get(claim, Support.STANDS).name.lower()


def ids(records) -> list[str]:
    return [record.id for record in records]


def test_an_objection_that_loses_its_only_answer_weakens_the_claim():
    graph = Graph(small_map("roof <- wall", objections=["roof <- tiles"]))
    assert left(graph, "roof", "tiles") == "weakened"


def test_an_objection_that_loses_its_answer_weakens_the_step():
    graph = Graph(small_map("house <- roof", "roof <- wall", objections=["s2 <- tiles"]))
    assert left(graph, "roof", "tiles") == "weakened"
    assert left(graph, "house", "tiles") == "weakened"


def test_one_answer_of_several_is_enough():
    graph = Graph(small_map("roof <- wall", objections=["roof <- tiles slates"]))
    assert left(graph, "roof", "tiles") == "stands"
    assert left(graph, "roof", "tiles", "slates") == "weakened"


def test_a_weakened_answer_still_answers():
    graph = Graph(small_map("roof <- wall", "tiles <- clay", "tiles <- kiln", objections=["roof <- tiles"]))
    assert left(graph, "tiles", "clay") == "weakened"
    assert left(graph, "roof", "clay") == "stands"


def test_several_open_objections_do_no_more_than_one():
    graph = Graph(small_map("roof <- wall", objections=["roof <- tiles", "roof <- slates"]))
    assert left(graph, "roof", "tiles", "slates") == "weakened"


def test_an_objection_that_was_never_answered_does_nothing_until_it_is_accepted():
    graph = Graph(small_map("roof <- wall", objections=["roof"]))
    assert left(graph, "roof") == "stands"
    assert left(graph, "roof", accepted=("o1",)) == "unsupported"


def test_an_accepted_objection_is_not_answered():
    graph = Graph(small_map("roof <- wall", objections=["roof <- tiles"]))
    assert left(graph, "roof", accepted=("o1",)) == "unsupported"


def test_doubting_the_claim_that_states_an_objection_closes_nothing():
    graph = Graph(small_map("roof <- wall", objections=["roof <- tiles | rain"]))
    assert left(graph, "roof", "tiles", "rain") == "weakened"


def test_what_answers_is_part_of_the_case_with_its_reasons():
    graph = Graph(small_map("roof <- wall", "tiles <- clay", objections=["wall <- tiles"]))
    assert all(graph.in_case(graph.map.claims[claim]) for claim in ("roof", "wall", "tiles", "clay"))
    assert ids(graph.path(graph.map.claims["clay"])) == ["roof", "wall", "tiles", "clay"]


def test_reasons_for_an_objection_are_the_objectors_and_are_drawn_beside_it():
    graph = Graph(small_map("roof <- wall", "rain <- clouds", objections=["roof <- tiles | rain"]))
    assert {objection: ids(arguments) for objection, arguments in graph.objectors_reasons.items()} == {"o1": ["s2"]}
    assert ids(beside_objections(graph)["o1"].reasons) == ["s2"]
    assert not graph.in_case(graph.map.arguments["s2"])


def test_what_is_both_a_reason_and_an_objectors_reason_is_the_authors():
    graph = Graph(small_map("roof <- wall", "wall <- rain", "rain <- clouds", objections=["roof <- tiles | rain"]))
    assert graph.objectors_reasons == {}


def test_replies_never_enter_the_smallest_doubts():
    graph = Graph(small_map("roof <- wall", objections=["roof <- tiles"]))
    assert [ids(doubts) for doubts in smallest_doubts(graph, graph.map.claims["roof"]).sets] == [["wall"]]


def test_what_opens_an_objection_leaves_every_answer_unsupported():
    graph = Graph(small_map("roof <- wall", "tiles <- clay", objections=["roof <- tiles slates"]))
    find = partial(least_to_open, graph, graph.map.objections["o1"])
    assert [ids(doubts) for doubts in least_of_all(find, 12).sets] == [["clay", "slates"]]


def test_how_many_reasons_of_a_conclusion_stand():
    graph = Graph(small_map("roof <- wall", "roof <- beam", "roof <- faith", objections=["s3 <- luck"]))
    assert graph.verdict(graph.map.claims["roof"], ["wall", "luck"]) == (Support.WEAKENED, 1, 3, 0)


@given(RANDOM)
def test_every_claim_is_judged_as_defined(random: Random):
    graph = Graph(random_map(random))
    doubted, accepted = random_part(random, graph.map.claims), random_part(random, graph.map.objections)
    shaken = graph.shaken(doubted, accepted)
    for claim in graph.map.claims:
        assert shaken.get(claim, Support.STANDS) is value_by_definition(graph.map, claim, doubted, accepted)


@given(RANDOM)
def test_doubting_more_never_supports_more(random: Random):
    graph = Graph(random_map(random))
    doubted, more = random_part(random, graph.map.claims), random_part(random, graph.map.claims)
    accepted, further = random_part(random, graph.map.objections), random_part(random, graph.map.objections)
    few, many = graph.shaken(doubted, accepted), graph.shaken({*doubted, *more}, {*accepted, *further})
    for claim in graph.map.claims:
        assert many.get(claim, Support.STANDS) <= few.get(claim, Support.STANDS)
