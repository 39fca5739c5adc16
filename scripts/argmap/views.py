"""What each page shows, computed: one method a page type, each returning what its template arranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.drawing import draw_around, draw_backbone, draw_maps
from argmap.format import describe_format
from argmap.lookups import Lookups
from argmap.model import Argument, Claim, Objection, Paragraph, Sentence, Tension
from argmap.records import Term

Context = Mapping[str, Any]


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


class Views(Lookups):
    """What each page shows, beside what templates look up."""

    def overview(self) -> Context:
        doubts = [self.map.objections[doubt] for doubt in self.map.site.doubts]
        return {"backbone": draw_backbone(self.graph), "counts": self._counts(), "doubts": doubts}

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
            "assessment": self.outside.assessments.get(claim.id),
            "phases": self.outside.phases(claim),
            "forecast": self.outside.predictions.get(claim.id),
            "terms": [self.map.terms[term] for term in claim.terms],
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

    def evidence(self) -> Context:
        return {
            "balance": self.outside.balance(),
            "standings": self.outside.standings(),
            "kinds": self.outside.sources_by_kind(),
            "totals": self.outside.totals(),
        }

    def predictions(self) -> Context:
        predictions = self.map.predictions.predictions
        counts = Counter(prediction.status for prediction in predictions)
        statuses = [(status, counts[status.id]) for status in self.words.status.values() if counts[status.id]]
        return {"statuses": statuses, "as_of": max((prediction.as_of for prediction in predictions), default="")}

    def glossary(self) -> Context:
        groups = [
            (title, anchor, [entry for entry in self.map.glossary.terms if entry.kind in kinds])
            for title, anchor, kinds in (
                ("Concepts", "concepts", {"concept"}),
                ("People and institutions", "people", {"person", "institution"}),
                ("Events", "events", {"event"}),
            )
        ]
        claims: dict[str, list[Claim]] = {}
        for claim in self.map.claims.values():
            for term in claim.terms:
                claims.setdefault(term, []).append(claim)
        return {"groups": groups, "claims": claims}

    def timeline(self) -> Context:
        events = [entry for entry in self.map.glossary.terms if entry.kind == "event"]
        return {"events": sorted(events, key=lambda event: str(event.date))}

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
            ("stance", "How a source speaks to a claim", self.words.stance),
            ("source-kind", "Kinds of source", self.words.source_kind),
            ("standing", "How the sources stand", self.words.standing),
            ("status", "What has become of a forecast", self.words.status),
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
            "sources": len(self.map.sources),
            "predictions": len(self.map.predictions.predictions),
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
