"""What templates look up of a map: records by id, what stands against what, counts, names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from argmap.model.argument import Argument, Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.article import Sentence
from argmap.model.critique import Objection
from argmap.model.evidence import Finding
from argmap.model.vocabulary import Question
from argmap.naming.labels import Labels
from argmap.naming.urls import Hosting
from argmap.pages.external_evidence import ExternalEvidence
from argmap.pages.sensitivity import Sensitivity
from argmap.pictures.whole_argument import Block, draw_case
from argmap.pictures.you_are_here import Shape, shapes_to
from argmap.reasoning.graph import graph_of
from argmap.reasoning.maps import Box


class Attack(NamedTuple):
    """An objection as a claim's page shows it: against the claim itself, or against one of the steps to it."""

    objection: Objection
    step: Argument | None


class Asked(NamedTuple):
    question: Question
    answer: str


class Lookups:
    """One map, ready to be asked."""

    def __init__(self, argument_map: ArgumentMap, hosting: Hosting) -> None:
        self.map = argument_map
        self.hosting = hosting
        self.graph = graph_of(argument_map)
        self.labels = Labels(argument_map)
        self.main = argument_map.claims[argument_map.site.main_conclusion]
        self.pivot = argument_map.claims[argument_map.site.pivot]
        self.external = ExternalEvidence(argument_map, self.labels)
        self.sensitivity = Sensitivity(self.graph, self.labels)

    @cached_property
    def case(self) -> Block:
        """The picture of the whole case."""
        return draw_case(self.graph)

    @cached_property
    def claims_in_case(self) -> int:
        """How many claims are on a way to the main conclusion."""
        return sum(map(self.graph.in_case, self.map.claims.values()))

    def way_in_case(self, claim: Claim) -> list[Shape]:
        """Where a claim stands in that picture, as shapes; none where it does not."""
        return shapes_to(self.case, claim)

    def phase(self, finding: Finding) -> str:
        return self.labels.wording.say(f"evidence.finding-phases.{finding.phase}")

    def count_boxes(self, box: Box) -> int:
        return sum(1 for _ in box.boxes())

    def sentences(self, locators: Iterable[str]) -> list[Sentence]:
        return [self.map.sentences[locator] for locator in locators]

    def premises(self, argument: Argument) -> list[Claim]:
        return self.listed(argument.from_)

    def listed(self, claim_ids: Iterable[str]) -> list[Claim]:
        return [self.map.claims[claim_id] for claim_id in claim_ids]

    def steps(self, argument_ids: Iterable[str]) -> list[Argument]:
        return [self.map.arguments[argument_id] for argument_id in argument_ids]

    def asked(self, argument: Argument) -> list[Asked]:
        questions = {question.id: question for question in self.labels.scheme[argument.scheme].questions}
        return [Asked(questions[answer.question], answer.answer) for answer in argument.asks]

    def attacks(self, claim: Claim) -> list[Attack]:
        """The objections against the claim, then those against the steps to it."""
        return [Attack(one, self.map.arguments.get(one.against)) for one in self.graph.objections_around(claim.id)]

    def target(self, objection: Objection) -> tuple[Claim, Argument | None]:
        """The claim that the objection is aimed at, or the step aimed at with the claim that it leads to."""
        if objection.against in self.map.claims:
            return self.map.claims[objection.against], None
        argument = self.map.arguments[objection.against]
        return self.map.claims[argument.for_], argument
