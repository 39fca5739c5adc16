"""What each page shows, computed: one method a page type, each returning what its template arranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.drawing import Box, draw_around, draw_backbone, draw_maps
from argmap.format import describe_format
from argmap.graph import Graph
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Objection,
    Paragraph,
    Question,
    Sentence,
    Tension,
    Term,
)
from argmap.words import Words

Context = Mapping[str, Any]


class Attack(NamedTuple):
    """An objection as a claim's page shows it: against the claim itself, or against one of the steps to it."""

    objection: Objection
    step: Argument | None


class Asked(NamedTuple):
    question: Question
    answer: str


class Group(NamedTuple):
    """Claims under one heading of the list of claims."""

    title: str
    definition: str
    claims: list[Claim]


class Said(NamedTuple):
    """A sentence with what it carries."""

    sentence: Sentence
    claims: list[Claim]
    arguments: list[Argument]
    objections: list[Objection]
    tensions: list[Tension]


@dataclass(frozen=True)
class Spoken:
    """A paragraph with its sentences and how many of them play each role."""

    paragraph: Paragraph
    sentences: list[Said]
    roles: list[tuple[Term, int]]


class Views:
    """Everything that templates need of one map."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.graph = Graph(argument_map)
        self.words = Words(argument_map)
        self.main = argument_map.claims[argument_map.site.main_conclusion]
        self.pivot = argument_map.claims[argument_map.site.pivot]

    def counts_of(self, claim: Claim) -> str:
        """How much stands on the claim's page, such as: 2 reasons, 1 objection, 3 places."""
        counts = [
            (len(self.graph.reasons[claim.id]), "reason"),
            (len(self.attacks(claim)), "objection"),
            (len(claim.at), "place"),
        ]
        return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)

    def count_boxes(self, box: Box) -> int:
        return sum(1 for _ in box.boxes())

    def sentences(self, locators: Iterable[str]) -> list[Sentence]:
        return [self.map.sentences[locator] for locator in locators]

    def premises(self, argument: Argument) -> list[Claim]:
        return self.listed(argument.from_)

    def listed(self, claim_ids: Iterable[str]) -> list[Claim]:
        return [self.map.claims[claim_id] for claim_id in claim_ids]

    def asked(self, argument: Argument) -> list[Asked]:
        questions = {question.id: question for question in self.words.scheme[argument.scheme].questions}
        return [Asked(questions[answer.question], answer.answer) for answer in argument.asks]

    def objections_to(self, argument: Argument) -> list[Objection]:
        return self.graph.objections.get(argument.id, [])

    def attacks(self, claim: Claim) -> list[Attack]:
        """The objections against the claim, then those against the steps to it."""
        steps = [Attack(o, argument) for argument in self.graph.reasons[claim.id] for o in self.objections_to(argument)]
        return [Attack(objection, None) for objection in self.graph.objections.get(claim.id, [])] + steps

    def target(self, objection: Objection) -> tuple[Claim, Argument | None]:
        """The claim that the objection is aimed at, or the step aimed at with the claim that it leads to."""
        if objection.against in self.map.claims:
            return self.map.claims[objection.against], None
        argument = self.map.arguments[objection.against]
        return self.map.claims[argument.for_], argument

    # --- pages

    def overview(self) -> Context:
        return {"backbone": draw_backbone(self.graph), "counts": self._counts()}

    def maps(self) -> Context:
        return {"maps": draw_maps(self.graph)}

    def claim(self, claim: Claim) -> Context:
        attacks = self.attacks(claim)
        return {
            "claim": claim,
            "path": self.graph.path(claim)[:-1],
            "in_main_case": self.graph.supports_main_conclusion(claim),
            "reasons": self.graph.reasons[claim.id],
            "attacks": attacks,
            "raised": self.graph.raised.get(claim.id, []),
            "answering": self.graph.answering.get(claim.id, []),
            "tensions": self.graph.tensions.get(claim.id, []),
            "uses": self.graph.uses[claim.id],
            "concessions": self.graph.concessions[claim.id],
            "loss": self.graph.loss(claim),
            "around": draw_around(self.graph, claim),
        }

    def claims(self) -> Context:
        claims = self.map.claims.values()
        by_kind = [_group(kind, (c for c in claims if c.kind == kind.id)) for kind in self.words.kind.values()]
        by_voice = [_group(voice, (c for c in claims if c.voice == voice.id)) for voice in self.words.voice.values()]
        return {
            "parts": self.map.parts,
            "by_kind": _filled(by_kind),
            "by_voice": _filled(by_voice),
            "by_place": self._by_place(),
        }

    def article(self) -> Context:
        claims = _at(self.map.claims.values())
        arguments = _at(self.map.arguments.values())
        objections = _at(self.map.critique.objections)
        tensions = _at(self.map.critique.tensions)
        spoken = [
            Spoken(
                paragraph,
                [
                    Said(
                        s,
                        claims.get(s.at, []),
                        arguments.get(s.at, []),
                        objections.get(s.at, []),
                        tensions.get(s.at, []),
                    )
                    for s in paragraph.sentences
                ],
                self._roles(paragraph.sentences),
            )
            for paragraph in self.map.article.paragraphs
        ]
        return {"paragraphs": spoken, "roles": self._roles(list(self.map.article.sentences))}

    def objections(self) -> Context:
        objections = self.map.critique.objections
        grades = list(self.words.severity)
        return {
            "own": [objection for objection in objections if objection.by == "article"],
            "ours": sorted((o for o in objections if o.by == "map"), key=lambda o: grades.index(str(o.severity))),
            "tensions": self.map.critique.tensions,
        }

    def assumptions(self) -> Context:
        unstated = [claim for claim in self.map.claims.values() if self.words.origin(claim) == "unstated"]
        return {"assumptions": [(claim, self.graph.uses[claim.id], self.graph.loss(claim)) for claim in unstated]}

    def how_to_read(self) -> Context:
        return {"sample": self.graph.reasons[self.main.id][0]}

    def method(self) -> Context:
        return {"counts": self._counts()}

    def vocabulary(self) -> Context:
        uses = Counter(argument.scheme for argument in self.map.arguments.values())
        groups = [
            ("kind", "Kinds of claim", self.words.kind),
            ("voice", "Voices", self.words.voice),
            ("hedge", "Hedges", self.words.hedge),
            ("role", "Roles of sentences", self.words.role),
            ("drawing", "Stated or reconstructed", self.words.drawing),
            ("strength", "Strength of an argument", self.words.strength),
            ("severity", "Severity of an objection", self.words.severity),
            ("answer", "How an objection is met", self.words.answer),
        ]
        return {"groups": groups, "uses": uses}

    def format(self) -> Context:
        return {"files": describe_format()}

    def _counts(self) -> Context:
        voices = Counter(claim.voice for claim in self.map.claims.values())
        return {
            "claims": len(self.map.claims),
            "arguments": len(self.map.arguments),
            "sentences": len(self.map.sentences),
            "paragraphs": len(self.map.article.paragraphs),
            "words": sum(sentence.words for sentence in self.map.article.sentences),
            "voices": [(voice, voices[voice.id]) for voice in self.words.voice.values() if voices[voice.id]],
        }

    def _by_place(self) -> list[Group]:
        claims = list(self.map.claims.values())
        used, reasoned = self.graph.uses, self.graph.reasons
        return _filled(
            [
                Group(
                    "Conclusions",
                    "Claims with reasons that are not reasons for anything further.",
                    [c for c in claims if reasoned[c.id] and not used[c.id]],
                ),
                Group(
                    "Steps",
                    "Claims with reasons that are themselves reasons.",
                    [c for c in claims if reasoned[c.id] and used[c.id]],
                ),
                Group(
                    "Grounds",
                    "Reasons for which no reason is given.",
                    [c for c in claims if not reasoned[c.id] and used[c.id]],
                ),
                Group(
                    "Beside the reasoning",
                    "Claims that set the scene, are granted, or stand in an objection or a tension.",
                    [c for c in claims if not reasoned[c.id] and not used[c.id]],
                ),
            ]
        )

    def _roles(self, sentences: Sequence[Sentence]) -> list[tuple[Term, int]]:
        counts = Counter(sentence.role for sentence in sentences)
        return [(role, counts[role.id]) for role in self.words.role.values() if counts[role.id]]


def _group(term: Term, claims: Iterable[Claim]) -> Group:
    return Group(term.label, term.definition, list(claims))


def _filled(groups: Iterable[Group]) -> list[Group]:
    return [group for group in groups if group.claims]


def _at(records: Iterable[Any]) -> dict[str, list[Any]]:
    """Records by the sentences that they name."""
    found: dict[str, list[Any]] = {}
    for record in records:
        for locator in record.at:
            found.setdefault(locator, []).append(record)
    return found
