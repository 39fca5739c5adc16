from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.random_maps import RANDOM, random_map, value_by_definition
from tests.small_maps import small_map

from argmap.exports.graph import as_graph
from argmap.reasoning.doubts import MOST_SETS, by_impact, least_for_all, needed, smallest_doubts
from argmap.reasoning.graph import Graph
from argmap.reasoning.values import Support


def doubts(graph: Graph, claim: str, most: int = 3) -> list[str]:
    found = smallest_doubts(graph, [graph.map.claims[claim]], most).sets
    return [" ".join(doubted.id for doubted in together) for together in found]


def ids(records) -> list[str]:
    return [record.id for record in records]


def test_one_premise_of_each_independent_reason_must_be_doubted():
    graph = Graph(small_map("roof <- wall beam", "roof <- faith"))
    assert doubts(graph, "roof") == ["wall faith", "beam faith"]


def test_a_premise_of_every_reason_is_enough_alone():
    graph = Graph(small_map("roof <- wall ground", "roof <- beam ground"))
    assert doubts(graph, "roof") == ["ground", "wall beam"]


def test_a_doubt_that_is_enough_alone_is_not_named_with_others():
    graph = Graph(small_map("house <- roof ground", "roof <- ground", "roof <- faith"))
    assert doubts(graph, "house") == ["ground"]


def test_there_may_be_no_doubt_small_enough():
    graph = Graph(small_map("roof <- wall", "roof <- beam", "roof <- faith"))
    assert doubts(graph, "roof", most=2) == []
    assert doubts(graph, "roof", most=3) == ["wall beam faith"]


def test_smallest_doubts_are_of_claims_without_arguments():
    graph = Graph(small_map("house <- roof", "roof <- wall"))
    assert doubts(graph, "house") == ["wall"]


def test_many_reasons_of_many_premises_are_followed_as_far_as_anybody_reads():
    steps = [f"end <- {' '.join(f'c{reason}-{premise}' for premise in range(25))}" for reason in range(4)]
    graph = Graph(small_map(*steps))
    found = smallest_doubts(graph, [graph.map.claims["end"]], 4)
    assert not found.complete
    assert len(found.sets) <= MOST_SETS
    assert {len(together) for together in found.sets} == {4}


def test_a_claim_that_stands_in_more_ways_than_anybody_doubts_is_seen_without_trying():
    reasons = [f"end <- r{reason} and{reason}" for reason in range(13)]
    further = [f"{kind}{reason} <- {kind}{reason}-0 {kind}{reason}-1" for kind in ("r", "and") for reason in range(13)]
    graph = Graph(small_map(*reasons, *further))
    assert least_for_all(graph, [graph.map.claims["end"]], 12) == ([], True)


@given(RANDOM)
def test_where_sets_are_left_out_those_that_stay_are_enough_with_none_to_spare(random: Random):
    graph = Graph(random_map(random))
    for claim in graph.map.claims:
        every = doubts(graph, claim, 4)
        some = smallest_doubts(graph, [graph.map.claims[claim]], 4, limit=1)
        assert {" ".join(doubted.id for doubted in together) for together in some.sets} <= set(every)
        assert not some.complete or [" ".join(ids(together)) for together in some.sets] == every


@given(RANDOM, st.integers(1, 4))
def test_smallest_doubts_are_all_that_trying_every_set_finds(random: Random, most: int):
    graph = Graph(random_map(random))
    grounds = [claim for claim in graph.map.claims if not graph.reasons[claim]]
    for claim in graph.map.claims:
        enough: list[tuple[str, ...]] = []
        for size in range(1, most + 1):
            for tried in combinations(grounds, size):
                spare = any(set(found) <= set(tried) for found in enough)
                if not spare and value_by_definition(graph.map, claim, tried) is Support.UNSUPPORTED:
                    enough.append(tried)
        assert doubts(graph, claim, most) == [" ".join(found) for found in enough]


def test_the_heaviest_failure_comes_first():
    graph = Graph(small_map("house <- roof", "house <- faith", "roof <- wall"))
    arguments = by_impact(graph, graph.map.arguments.values())
    assert [(argument.id, *impact.load) for argument, impact in arguments] == [("s3", 1, 1), ("s1", 0, 1), ("s2", 0, 1)]
    claims = by_impact(graph, graph.map.claims.values())
    assert [(claim.id, *impact.load) for claim, impact in claims] == [
        ("wall", 1, 1),
        ("roof", 0, 1),
        ("faith", 0, 1),
        ("house", 0, 0),
    ]


def test_one_claim_lost_outweighs_many_weakened():
    graph = Graph(small_map("street <- house", "house <- hall", "hall <- arch", "hall <- faith", "roof <- wall"))
    failures = by_impact(graph, [graph.map.claims["arch"], graph.map.claims["wall"]])
    assert [(claim.id, *impact.load) for claim, impact in failures] == [("wall", 1, 0), ("arch", 0, 3)]


def test_of_two_equal_failures_the_weaker_step_comes_first():
    graph = Graph(small_map("a <- b", "c <- d", "e <- f", strengths=["strong", "weak", "weak"]))
    assert ids(argument for argument, _ in by_impact(graph, graph.map.arguments.values())) == ["s2", "s3", "s1"]


@given(RANDOM)
def test_the_load_counts_what_falls_by_definition(random: Random):
    graph = Graph(random_map(random))
    for record, impact in by_impact(graph, [*graph.map.claims.values(), *graph.map.arguments.values()]):
        left = [value_by_definition(graph.map, claim, [record.id]) for claim in graph.map.claims if claim != record.id]
        assert impact.load == (left.count(Support.UNSUPPORTED), left.count(Support.WEAKENED))


def test_a_premise_is_indispensable_or_helps_or_is_not_needed():
    graph = Graph(small_map("house <- roof ground", "roof <- wall", "roof <- beam", "rival <- hint"))
    claims = graph.map.claims
    found = needed(graph, claims["house"], [claims[claim] for claim in ("hint", "beam", "ground", "house")])
    assert (ids(found.indispensable), ids(found.helpful)) == (["ground"], ["beam"])


@given(RANDOM)
def test_in_the_exported_graph_every_claim_comes_after_its_premises(random: Random):
    graph = Graph(random_map(random))
    exported = as_graph(graph)
    before: set[str] = set()
    for claim, reasons in exported["claims"]:
        assert before.issuperset(premise for premises in reasons.values() for premise in premises)
        before.add(claim)
    assert before == graph.map.claims.keys()
