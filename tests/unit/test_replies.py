"""The article's replies defend: what they do to claims and steps, to the case, and to the least that is enough."""

from functools import partial
from itertools import combinations
from random import Random

from hypothesis import given
from tests.random_maps import (
    RANDOM,
    case_by_definition,
    objectors_by_definition,
    random_map,
    random_part,
    reached,
    value_by_definition,
)
from tests.small_maps import small_map

from argmap.naming.wording import read_wording
from argmap.pages.grouping import by_place
from argmap.reasoning.doubts import least_for_all, smallest_doubts
from argmap.reasoning.graph import Graph
from argmap.reasoning.maps import beside_objections, draw_backbone
from argmap.reasoning.values import Support
from argmap.rules.on_maps import every_objection_is_drawn, the_backbone_hangs_together
from argmap.rules.on_records import support_runs_in_no_circle


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
    assert [ids(doubts) for doubts in smallest_doubts(graph, [graph.map.claims["roof"]], 3).sets] == [["wall"]]


def test_what_opens_an_objection_leaves_every_answer_unsupported():
    graph = Graph(small_map("roof <- wall", "tiles <- clay", objections=["roof <- tiles slates"]))
    answers = [graph.map.claims[answer] for answer in ("tiles", "slates")]
    assert [ids(doubts) for doubts in least_for_all(graph, answers, 12).sets] == [["clay", "slates"]]


def test_which_reasons_of_a_conclusion_stand():
    graph = Graph(small_map("roof <- wall", "roof <- beam", "roof <- faith", objections=["s3 <- luck"]))
    assert graph.verdict(graph.map.claims["roof"], ["wall", "luck"]) == (Support.WEAKENED, ("s2",), 3, 0)


@given(RANDOM)
def test_the_case_is_what_the_definition_says(random: Random):
    graph = Graph(random_map(random))
    records = [*graph.map.claims.values(), *graph.map.arguments.values()]
    assert {record.id for record in records if graph.in_case(record)} == case_by_definition(graph.map)


@given(RANDOM)
def test_the_objectors_reasons_are_those_of_the_definition(random: Random):
    graph = Graph(random_map(random))
    for objection in graph.map.objections:
        found = graph.objectors_reasons.get(objection, [])
        assert {argument.id for argument in found} == objectors_by_definition(graph.map, objection)
        for argument in found:
            assert all(objection in ids(graph.speaking_for[premise]) for premise in argument.from_)


@given(RANDOM)
def test_a_verdict_says_what_the_definition_says(random: Random):
    graph = Graph(random_map(random))
    doubted, accepted = random_part(random, graph.map.claims), random_part(random, graph.map.objections)
    objections = [objection for objection in graph.map.critique.objections if objection.answered_in]
    value = partial(value_by_definition, graph.map, doubted=doubted, accepted=accepted)
    opened = [
        objection
        for objection in objections
        if objection.id not in accepted
        and all(value(answer) is Support.UNSUPPORTED for answer in objection.answered_in)
    ]
    assert graph.impact(doubted, accepted).opened == tuple(opened)
    for claim in graph.map.claims.values():
        reasons = ids(graph.reasons[claim.id])
        against = [objection for objection in opened if objection.against == claim.id]
        assert graph.verdict(claim, doubted, accepted) == (
            value(claim.id),
            tuple(reason for reason in reasons if value(reason) is Support.STANDS),
            len(reasons),
            len(against),
        )


@given(RANDOM)
def test_the_least_that_opens_an_objection_is_what_trying_every_set_finds(random: Random):
    graph = Graph(random_map(random))
    grounds = [claim for claim in graph.map.claims if not graph.reasons[claim]]
    for objection in graph.map.critique.objections:
        answers = [graph.map.claims[answer] for answer in objection.answered_in]
        for size in range(1, len(grounds) + 1) if answers else ():
            enough = [
                tried
                for tried in combinations(grounds, size)
                if all(value_by_definition(graph.map, one.id, tried) is Support.UNSUPPORTED for one in answers)
            ]
            if enough:
                break
        else:
            continue
        assert [tuple(ids(doubts)) for doubts in least_for_all(graph, answers, 12).sets] == enough
        assert least_for_all(graph, answers, size - 1).sets == []


@given(RANDOM)
def test_a_circle_is_found_wherever_support_and_defence_run_in_one(random: Random):
    claims = [f"c{number}" for number in range(6)]
    steps = [f"{one} <- {other}" for one, other in (random.sample(claims, 2) for _ in range(random.randint(1, 4)))]
    targets = [*claims, *(f"s{number}" for number in range(1, len(steps) + 1))]
    objections = [f"{random.choice(targets)} <- {random.choice(claims)}" for _ in range(random.randint(0, 3))]
    argument_map = small_map(*steps, *(f"{claim} <- rest" for claim in claims), objections=objections)
    before: dict[str, set[str]] = {}
    for argument in argument_map.arguments.values():
        before.setdefault(argument.for_, set()).add(argument.id)
        before.setdefault(argument.id, set()).update(argument.from_)
    for objection in argument_map.critique.objections:
        before.setdefault(objection.against, set()).update(objection.answered_in)
    circles = any(record in reached(before, earlier) for record in before for earlier in before[record])
    assert bool(list(support_runs_in_no_circle(argument_map))) == circles
    if not circles:
        rank = Graph(argument_map).rank
        assert all(
            rank[earlier] < rank[claim]
            for claim in argument_map.claims
            for earlier in reached(before, claim) - {claim}
            if earlier in rank
        )


def test_reasons_that_are_the_authors_too_or_have_a_map_are_not_drawn_beside_an_objection():
    too_deep = ("roof <- wall", "wall <- beam", "beam <- post", "post <- rain", "rain <- clouds")
    graph = Graph(small_map(*too_deep, "fog <- clouds", objections=["roof <- tiles | rain fog"], maps=["fog"]))
    assert ids(graph.objectors_reasons["o1"]) == ["s6"]
    assert beside_objections(graph)["o1"].reasons == []


def test_a_claim_with_an_answered_objection_alone_is_argued_for():
    graph = Graph(small_map("roof <- wall", objections=["gable <- tiles", "wall"]))
    argued_for = [claim for claim in graph.map.claims.values() if graph.is_argued_for(claim)]
    assert ids(argued_for) == ["roof", "gable"]


def test_answers_are_grouped_with_reasons():
    graph = Graph(small_map("roof <- wall", "tiles <- clay", objections=["roof <- tiles slates | rain"]))
    groups = by_place(graph, read_wording())
    assert [ids(group.claims) for group in groups] == [["roof"], ["tiles"], ["wall", "clay", "slates"], ["rain"]]


def test_an_objection_to_what_is_only_an_answer_is_drawn_beside_the_objection_that_it_answers():
    argument_map = small_map("roof <- wall", objections=["roof <- tiles | rain", "tiles", "rain"])
    assert ids(beside_objections(Graph(argument_map))["o1"].objections) == ["o3", "o2"]
    assert list(every_objection_is_drawn(argument_map)) == []


def test_the_backbone_shows_what_only_defends_under_the_objection_that_it_answers():
    argument_map = small_map(
        "tiles <- clay", objections=["roof <- tiles"], main="roof", backbone=["roof", "tiles", "clay"]
    )
    box = draw_backbone(Graph(argument_map))
    (defence,) = box.defences
    assert (defence.objection.id, ids(answer.claim for answer in defence.answers)) == ("o1", ["tiles"])
    assert [drawn.claim.id for drawn in box.boxes()] == ["roof", "tiles", "clay"]
    assert list(the_backbone_hangs_together(argument_map)) == []


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
