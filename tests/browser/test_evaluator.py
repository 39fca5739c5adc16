"""The browser and Python agree on what a doubt leaves of every claim."""

from __future__ import annotations

import json
from random import Random

from tests.browser.conftest import OpenPage
from tests.random_maps import random_map, random_part, value_by_definition
from tests.site.published import PublishedSite

from argmap.exports.graph import as_graph
from argmap.reasoning.graph import Graph
from argmap.reasoning.values import Support

RANDOM_MAPS = 1000
TRIES_ON_THE_REAL_MAP = 200
EVALUATE_ALL = """async cases => {
    const {evaluate} = await import(new URL("assets/what-if/evaluate.js", location))
    return JSON.parse(cases).map(({graph, doubted, accepted}) => Object.fromEntries(evaluate(graph, doubted, accepted)))
}"""


def test_the_browser_judges_every_claim_as_python_does(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    random = Random(0)
    graphs = [Graph(random_map(random)) for _ in range(RANDOM_MAPS)]
    graphs += [Graph(mkdocs_site.map)] * TRIES_ON_THE_REAL_MAP
    cases = []
    expected = []
    for graph in graphs:
        doubted, accepted = random_part(random, graph.map.claims), random_part(random, graph.map.objections)
        shaken = graph.shaken(doubted, accepted)
        cases.append({"graph": as_graph(graph), "doubted": doubted, "accepted": accepted})
        expected.append({claim: shaken.get(claim, Support.STANDS).name.lower() for claim in graph.map.claims})
        argued = {
            argument: value_by_definition(graph.map, argument, doubted, accepted) for argument in graph.map.arguments
        }
        expected[-1] |= {argument: value.name.lower() for argument, value in argued.items()}
    assert {value for values in expected for value in values.values()} == {"unsupported", "weakened", "stands"}
    assert open_page(mkdocs_site, "").evaluate(EVALUATE_ALL, json.dumps(cases)) == expected


def test_ids_that_the_map_does_not_know_change_nothing(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    graph = {"claims": [["wall", {}], ["roof", {"s1": ["wall"]}]], "objections": {"o1": "s1"}, "answers": {}}
    case = {"graph": graph, "doubted": ["gone"], "accepted": ["gone", "constructor"]}
    assert open_page(mkdocs_site, "").evaluate(EVALUATE_ALL, json.dumps([case])) == [
        {"wall": "stands", "s1": "stands", "roof": "stands"}
    ]
