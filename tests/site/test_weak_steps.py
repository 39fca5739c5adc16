"""The pages on doubts say what follows from the graph that is published beside them."""

from __future__ import annotations

import json

from tests.random_maps import case_by_definition, value_by_definition
from tests.site.published import PublishedSite

from argmap.reasoning.values import Support


def test_the_weak_steps_are_those_of_the_published_graph(mkdocs_site: PublishedSite) -> None:
    graph = json.loads((mkdocs_site.folder / "what-if" / "graph.json").read_text(encoding="utf-8"))
    conclusions = {argument: claim for claim, reasons in graph["claims"] for argument in reasons}
    table = {}
    for row in mkdocs_site.parsed["weak-steps/"].select(".sortable tbody tr"):
        cells = row.find_all("td")
        argument = cells[0].a["href"].split("#")[1]
        table[argument] = [int(cells[3].get_text()), int(cells[4].get_text())]
    assert table.keys() == conclusions.keys() & case_by_definition(mkdocs_site.map)
    for argument, counts in table.items():
        values = [value_by_definition(mkdocs_site.map, claim, [argument]) for claim, _ in graph["claims"]]
        assert counts == [values.count(Support.UNSUPPORTED), values.count(Support.WEAKENED)], argument


def test_the_weak_steps_begin_with_the_worst(mkdocs_site: PublishedSite) -> None:
    rows = mkdocs_site.parsed["weak-steps/"].select(".sortable tbody tr")
    loads = [tuple(int(cell.get_text()) for cell in row.find_all("td")[3:5]) for row in rows]
    assert loads == sorted(loads, reverse=True)
