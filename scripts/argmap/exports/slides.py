"""The whole argument and each map as pictures to be put on a slide or into a paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from argmap.exports.citing import cite_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.critique import Objection
from argmap.naming.labels import Labels
from argmap.naming.urls import MAP, OVERVIEW, Hosting, map_picture
from argmap.pictures.for_print import SHEET, SLIDE, Cell, Key, draw_for_print, edge_of
from argmap.pictures.letters import Letters
from argmap.pictures.whole_argument import Block, draw_case
from argmap.reasoning.graph import Graph, graph_of
from argmap.reasoning.maps import Box, draw_maps


def whole_picture(argument_map: ArgumentMap, hosting: Hosting) -> str:
    """The picture with which the overview opens."""
    return _pictures(argument_map, hosting)[""]


def map_of_claim_picture(argument_map: ArgumentMap, hosting: Hosting, claim_id: str) -> str:
    """The picture of the map that begins at the claim."""
    return _pictures(argument_map, hosting)[claim_id]


@lru_cache(maxsize=1)
def _pictures(argument_map: ArgumentMap, hosting: Hosting) -> Mapping[str, str]:
    """All at once, for the letters of all are made together."""
    labels, graph = Labels(argument_map), graph_of(argument_map)
    say = labels.wording.say
    site, article = argument_map.site, argument_map.article
    cells = _Cells(graph, labels)
    key = Key(
        strengths=[say("pictures.strength", strength=strength.label) for strength in argument_map.vocabulary.strengths],
        ungraded=say("pictures.ungraded"),
        joined=say("pictures.joined"),
        answers=say("pictures.answers"),
        unsaid=say("pictures.unsaid"),
        again=say("pictures.again"),
        ours=say("pictures.ours"),
        theirs=say("pictures.theirs", author=labels.author),
        hidden=say("pictures.hidden"),
    )
    about = say("pictures.about", author=article.author, title=article.title, publisher=article.publisher)
    sheets = {root.claim: (cells.of_box(top), root.title) for root, top in draw_maps(graph)}
    drawn = {"": (cells.of_block(draw_case(graph)), site.title), **sheets}
    sources = {
        id: say(
            "pictures.source",
            citation=cite_map(site, article, labels.wording, hosting.page(MAP if id else OVERVIEW)).text,
        )
        for id in drawn
    }
    names = [cell.name for top, _ in drawn.values() for cell in top.within()]
    letters = Letters(
        [*names, *(title for _, title in drawn.values()), about, *sources.values(), *key.strengths, *key[1:]]
    )
    return {
        id: draw_for_print(top, title, about, sources[id], key, SHEET if id else SLIDE, letters)
        for id, (top, title) in drawn.items()
    }


def map_pictures_by_path(argument_map: ArgumentMap) -> Mapping[str, str]:
    """The claim at which each map begins, by the path of the map's picture."""
    return {map_picture(root.claim): root.claim for root in argument_map.site.maps}


class _Cells:
    """Blocks and boxes as a picture for print shows them."""

    def __init__(self, graph: Graph, labels: Labels) -> None:
        self._graph, self._labels = graph, labels
        strengths = list(labels.strength)
        self._edges = {strength: edge_of(rank, len(strengths)) for rank, strength in enumerate(strengths)}

    def of_block(self, block: Block, joined: bool = False) -> Cell:
        """A block of the whole case; those of one step that stand below each other are joined."""
        above = [None, *block.blocks]
        return Cell(
            block.claim.short,
            edge=self._edges.get(block.argument.strength or "") if block.argument else None,
            joined=joined,
            answers=block.answers is not None,
            unsaid=self._labels.origin(block.claim) == "unstated",
            objections=_whose(self._graph.objections_around(block.claim.id)),
            hidden=block.hidden,
            cells=[
                self.of_block(one, other is not None and one.argument is not None and one.argument is other.argument)
                for other, one in zip(above, block.blocks, strict=False)
            ],
        )

    def of_box(self, box: Box, strength: str | None = None, joined: bool = False, answers: bool = False) -> Cell:
        """A box of a map, which shows its objections where it stands first."""
        cells = []
        for step in box.steps:
            for number, premise in enumerate(step.premises):
                cells.append(self.of_box(premise, step.argument.strength, joined=number > 0))
        for defence in box.defences:
            cells += [self.of_box(answer, answers=True) for answer in defence.answers]
        against = [*box.objections, *(objection for step in box.steps for objection in step.objections)]
        return Cell(
            box.claim.short,
            edge=self._edges.get(strength or ""),
            joined=joined,
            answers=answers,
            unsaid=self._labels.origin(box.claim) == "unstated",
            again=box.again,
            objections=_whose(against),
            hidden=box.hidden,
            cells=cells,
        )


def _whose(objections: Iterable[Objection]) -> list[bool]:
    return [objection.by == "article" for objection in objections]
