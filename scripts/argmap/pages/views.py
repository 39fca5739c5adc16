"""What the larger pages show, computed: one method a page type, each returning what its template arranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from argmap.exports.citing import cite_claim
from argmap.exports.embeds import embedding
from argmap.exports.feed import news_of
from argmap.exports.linked_data import describe_claim, describe_map
from argmap.model.argument import Claim
from argmap.model.records import Term
from argmap.naming.urls import FEED, TEACH, claim_page, claim_record, embedded_claim, tour_page
from argmap.pages.article_profile import profile_of
from argmap.pages.at_a_glance import cells_of
from argmap.pages.case_picture import columns_of
from argmap.pages.contexts import counts_of
from argmap.pages.critique import by_target, grave_beneath, gravest
from argmap.pages.dates_on_record import by_date
from argmap.pages.grouping import outside_the_case
from argmap.pages.lookups import Lookups
from argmap.pictures.forecasts import draw_forecasts
from argmap.pictures.timeline import draw_timeline
from argmap.reasoning.doubts import by_impact
from argmap.reasoning.maps import draw_maps

MOST_OPEN = 6  # findings on a claim's page; more are folded, so that what stands under them stays in reach

Context = Mapping[str, Any]

# Steps of a long way that a claim's page shows; a reader wants its beginning and its end.
MOST_STEPS, FIRST_STEPS = 12, 2


class Way(NamedTuple):
    """The way down to a claim: the first steps, how many are left out, the last."""

    first: list[Claim]
    left_out: int
    last: list[Claim]


class Views(Lookups):
    """What these pages show, beside what templates look up."""

    def overview(self) -> Context:
        doubts = [self.map.objections[doubt] for doubt in self.map.site.doubts]
        site = self.map.site
        return {
            "case": self.case,
            "columns": columns_of(self.case),
            "outside": outside_the_case(self.graph),
            "counts": counts_of(self),
            "doubts": doubts,
            "forecast": self.external.predictions.get(self.main.id),
            "of_each_voice": {objection.by: objection for objection in self.map.critique.objections},
            "linked_data": describe_map(site.title, site.description, self.map.article, self.labels, self.hosting),
        }

    def maps(self) -> Context:
        return {"maps": draw_maps(self.graph)}

    def claim(self, claim: Claim) -> Context:
        attacks = self.attacks(claim)
        address = self.hosting.page(claim_page(claim.id))
        return {
            "claim": claim,
            "path": _shortened(self.graph.path(claim)[:-1]),
            "in_main_case": self.graph.in_case(claim),
            "way_up": self.graph.way_up(claim),
            "reasons": self.graph.reasons[claim.id],
            "attacks": attacks,
            "gravest": min((attack.objection for attack in attacks), key=self.labels.gravity, default=None),
            "grave_beneath": grave_beneath(self, claim),
            "raised": self.graph.raised.get(claim.id, []),
            "answering": self.graph.answering.get(claim.id, []),
            "speaking_for": self.graph.speaking_for.get(claim.id, []),
            "only_answers": self.graph.is_argued_for(claim) and not self.graph.reasons[claim.id],
            "tensions": self.graph.tensions.get(claim.id, []),
            "uses": self.graph.uses[claim.id],
            "concessions": self.graph.concessions[claim.id],
            "impact": self.graph.impact([claim.id]),
            "glance": cells_of(self, claim),
            "assessment": self.external.assessments.get(claim.id),
            "phases": self.external.phases(claim),
            "few_heard": len(self.external.heard(claim)) <= MOST_OPEN,
            "forecast": self.external.predictions.get(claim.id),
            "terms": [self.map.entries[term] for term in claim.terms],
            "neighbours": self._neighbours(claim),
            "citation": cite_claim(claim, self.map.article, self.labels, self.map.site, address),
            "record": claim_record(claim.id),
            "embedding": embedding(self.hosting, embedded_claim(claim.id), claim.short),
            "linked_data": describe_claim(claim, self.map.article, self.labels, self.hosting),
        }

    def stop(self, number: int) -> Context:
        """A stop of the tour; `number` counts from 1."""
        stops = self.map.site.tour
        claim = self.map.claims[stops[number - 1].claim]
        return {
            "number": number,
            "stop": stops[number - 1],
            "claim": claim,
            "back": (tour_page(number - 1), stops[number - 2]) if number > 1 else None,
            "next": (tour_page(number + 1), stops[number]) if number < len(stops) else None,
        }

    def article(self) -> Context:
        return {"profile": profile_of(self.graph, self.labels)}

    def objections(self) -> Context:
        objections = self.map.critique.objections
        return {
            "own": [objection for objection in objections if objection.by == "article"],
            "ours": sorted((o for o in objections if o.by == "map"), key=self.labels.gravity),
            "met": _graded(self.labels.answer.values(), (o.met for o in objections if o.by == "article")),
            "grave": _graded(self.labels.severity.values(), (o.severity for o in objections if o.by == "map")),
            "tensions": self.map.critique.tensions,
            "gravest": gravest(self),
            "aimed": by_target(self),
        }

    def assumptions(self) -> Context:
        unstated = [claim for claim in self.map.claims.values() if self.labels.origin(claim) == "unstated"]
        weighed = sorted(by_impact(self.graph, unstated), key=lambda one: sum(one[1].load), reverse=True)
        return {
            "assumptions": [(claim, self.graph.uses[claim.id], impact) for claim, impact in weighed],
            "most": max((sum(impact.load) for _, impact in weighed), default=0),
            "needs": self.sensitivity.needs(),
        }

    def weak_steps(self) -> Context:
        steps = self.sensitivity.steps
        return {
            "steps": steps,
            "chart": self.sensitivity.chart(),
            "worst": self.sensitivity.worst,
            "foremost": self.sensitivity.foremost,
            "beside": self.sensitivity.beside_the_case(),
            "least": self.sensitivity.least(),
        }

    def what_if(self) -> Context:
        return {
            "case": self.case,
            "columns": columns_of(self.case),
            "suppositions": self.sensitivity.suppositions(),
            "claims": self.sensitivity.single_doubts(),
            "objections": self.sensitivity.single_objections(),
        }

    def evidence(self) -> Context:
        return {
            "balance": self.external.balance(),
            "pivot": self.external.assessments.get(self.pivot.id),
            "forecast": self.external.predictions.get(self.pivot.id),
        }

    def sources(self) -> Context:
        return {"kinds": self.external.sources_by_kind()}

    def predictions(self) -> Context:
        first = [self.main.id, self.pivot.id]
        predictions = sorted(
            self.map.predictions.predictions,
            key=lambda one: first.index(one.claim) if one.claim in first else len(first),
        )
        counts = Counter(prediction.status for prediction in predictions)
        statuses = [(status, counts[status.id]) for status in self.labels.status.values() if counts[status.id]]
        return {
            "statuses": statuses,
            "main": self.external.predictions.get(self.main.id),
            "as_of": max((prediction.as_of for prediction in predictions), default=""),
            "drawn": draw_forecasts(predictions, self.map.article.known_until),
            "dates": by_date(predictions),
        }

    def timeline(self) -> Context:
        events = [entry for entry in self.map.glossary.terms if entry.kind == "event"]
        outcomes = [outcome for prediction in self.map.predictions.predictions for outcome in prediction.record]
        return {
            "events": sorted(events, key=lambda event: str(event.date)),
            "own": sum(event.dated_by == "article" for event in events),
            "drawings": draw_timeline(events, outcomes, self.map.article.known_until),
            "outcomes": len(outcomes),
        }

    def changes(self) -> Context:
        months = groupby(news_of(self.map), key=lambda news: news.date[:7])
        return {"months": [(month, list(news)) for month, news in months], "feed": self.hosting.page(FEED)}

    def teach(self) -> Context:
        teach = self.hosting.page(TEACH)
        return {"address_of": lambda exercise: f"{teach}#{exercise.id}" if teach else ""}

    def whole(self) -> Context:
        maps = draw_maps(self.graph)
        drawn = {box.claim.id for _, top in maps for box in top.boxes()}
        return {
            "maps": maps,
            "numbers": {root.claim: number for number, (root, _) in enumerate(maps, 1)},
            "rest": [claim for claim in self.map.claims.values() if claim.id not in drawn],
        }

    def _neighbours(self, claim: Claim) -> tuple[Claim | None, Claim | None]:
        """The claims before and after this one in the order of the article's reasoning."""
        claims, place = self.graph.claims, self.graph.order[claim.id]
        before = claims[place - 1] if place else None
        after = claims[place + 1] if place + 1 < len(claims) else None
        return before, after


def _graded(grades: Iterable[Term], given: Iterable[str | None]) -> list[tuple[Term, int]]:
    """The grades that are given, each with how often."""
    counts = Counter(given)
    return [(grade, counts[grade.id]) for grade in grades if counts[grade.id]]


def _shortened(path: list[Claim]) -> Way:
    if len(path) <= MOST_STEPS:
        return Way(path, 0, [])
    last = path[FIRST_STEPS - MOST_STEPS :]
    return Way(path[:FIRST_STEPS], len(path) - FIRST_STEPS - len(last), last)
