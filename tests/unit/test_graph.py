from random import Random

from hypothesis import given
from tests.random_maps import RANDOM, random_map, random_part, value_by_definition
from tests.small_maps import small_map

from argmap.reasoning.graph import Graph
from argmap.reasoning.values import Support


def shaken(graph: Graph, doubted=(), accepted=()) -> dict[str, str]:
    return {claim: value.name.lower() for claim, value in graph.shaken(doubted, accepted).items()}


def ids(claims) -> list[str]:
    return [claim.id for claim in claims]


def test_the_path_takes_the_fewest_steps_up():
    graph = Graph(small_map("end <- far near", "far <- mid", "mid <- ground", "near <- ground"))
    assert ids(graph.path(graph.map.claims["ground"])) == ["end", "near", "ground"]


def test_of_two_equally_short_paths_the_articles_order_decides():
    graph = Graph(small_map("end <- first", "end <- second", "second <- ground", "first <- ground"))
    assert ids(graph.path(graph.map.claims["ground"])) == ["end", "first", "ground"]


def test_a_claim_beside_the_main_case_has_the_path_from_what_it_supports():
    graph = Graph(small_map("end <- ground", "rival <- deal", "deal <- hint"))
    assert ids(graph.path(graph.map.claims["hint"])) == ["rival", "deal", "hint"]
    assert not graph.in_case(graph.map.claims["hint"])


def test_under_a_claim_is_every_claim_that_leads_to_it():
    graph = Graph(small_map("end <- left right", "left <- ground", "right <- ground", "rival <- hint"))
    assert ids(graph.under(graph.map.claims["end"])) == ["left", "right", "ground"]


def test_premises_that_work_together_fall_together():
    graph = Graph(small_map("roof <- wall beam"))
    assert shaken(graph, ["wall"]) == {"wall": "unsupported", "roof": "unsupported"}


def test_a_claim_that_keeps_one_of_two_reasons_is_weakened():
    graph = Graph(small_map("roof <- wall", "roof <- beam"))
    assert shaken(graph, ["wall"]) == {"wall": "unsupported", "roof": "weakened"}


def test_a_weakened_premise_weakens_what_rests_on_it_alone():
    graph = Graph(small_map("house <- roof", "roof <- wall", "roof <- beam"))
    assert shaken(graph, ["wall"])["house"] == "weakened"


def test_a_doubted_claim_is_unsupported_whatever_its_reasons():
    graph = Graph(small_map("house <- roof", "roof <- wall"))
    assert shaken(graph, ["roof"]) == {"roof": "unsupported", "house": "unsupported"}


def test_an_objection_changes_nothing_until_it_is_accepted():
    graph = Graph(small_map("roof <- wall", objections=["s1"]))
    assert shaken(graph) == {}
    assert shaken(graph, accepted=["o1"]) == {"roof": "unsupported"}


def test_an_accepted_objection_to_a_claim_counts_as_doubting_it():
    graph = Graph(small_map("roof <- wall", objections=["wall"]))
    assert graph.shaken(accepted=["o1"]) == graph.shaken(doubted=["wall"])


def test_a_premise_shared_by_two_reasons_takes_both_with_it():
    graph = Graph(small_map("house <- left", "house <- right", "left <- ground", "right <- ground"))
    assert graph.shaken(["ground"])["house"] is Support.UNSUPPORTED


def test_the_loss_leaves_out_the_doubted_claim_itself():
    graph = Graph(small_map("house <- roof", "house <- faith", "roof <- wall"))
    impact = graph.impact(["wall"])
    assert (ids(impact.unsupported), ids(impact.weakened)) == (["roof"], ["house"])


def test_the_loss_of_a_step_begins_with_its_conclusion():
    graph = Graph(small_map("house <- roof", "house <- faith", "roof <- wall"))
    impact = graph.impact(["s3"])
    assert (ids(impact.unsupported), ids(impact.weakened)) == (["roof"], ["house"])


@given(RANDOM)
def test_every_claim_is_worth_what_the_definition_says(random: Random):
    graph = Graph(random_map(random))
    doubted, accepted = random_part(random, graph.map.claims), random_part(random, graph.map.objections)
    shaken = graph.shaken(doubted, accepted)
    assert {claim: shaken.get(claim, Support.STANDS) for claim in graph.map.claims} == {
        claim: value_by_definition(graph.map, claim, doubted, accepted) for claim in graph.map.claims
    }


@given(RANDOM)
def test_doubting_more_never_supports_more(random: Random):
    graph = Graph(random_map(random))
    doubted, accepted = random_part(random, graph.map.claims), random_part(random, graph.map.objections)
    before = graph.shaken(doubted, accepted)
    after = graph.shaken(
        doubted + random_part(random, graph.map.claims), accepted + random_part(random, graph.map.objections)
    )
    assert all(after.get(claim, Support.STANDS) <= value for claim, value in before.items())


def test_no_path_climbs_past_the_main_conclusion():
    graph = Graph(small_map("end <- a", "a <- b", "sequel <- end", main="end"))
    assert ids(graph.path(graph.map.claims["b"])) == ["end", "a", "b"]
    assert ids(graph.path(graph.map.claims["end"])) == ["end"]


def test_what_the_main_conclusion_supports_further_has_its_own_path():
    graph = Graph(small_map("end <- a", "sequel <- end other", main="end"))
    assert ids(graph.path(graph.map.claims["other"])) == ["sequel", "other"]


def test_claims_under_a_claim_are_counted_without_those_named():
    graph = Graph(small_map("end <- left right", "left <- ground", "right <- ground"))
    assert graph.count_under(graph.map.claims["end"]) == 3
    assert graph.count_under(graph.map.claims["end"], beside=["left", "end"]) == 2


@given(RANDOM)
def test_an_impact_is_what_is_shaken_beside_what_is_doubted(random: Random):
    graph = Graph(random_map(random))
    doubted = random_part(random, graph.map.claims)
    shaken, impact = graph.shaken(doubted), graph.impact(doubted)
    left = dict.fromkeys(ids(impact.unsupported), Support.UNSUPPORTED)
    left |= dict.fromkeys(ids(impact.weakened), Support.WEAKENED)
    assert left == {claim: value for claim, value in shaken.items() if claim not in doubted}
