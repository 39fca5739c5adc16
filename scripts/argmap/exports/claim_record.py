"""All that the map holds of one claim as a JSON file beside its page."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import Field

from argmap.model.argument import Argument, Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.article import Sentence
from argmap.model.critique import Objection, Tension
from argmap.model.evidence import Assessment, Prediction, Source
from argmap.model.records import Record
from argmap.naming.urls import LICENSE, Hosting, claim_page
from argmap.reasoning.graph import graph_of


class ClaimRecord(Record):
    """A claim with what the map's files hold of it; the ids of other claims have records of their own."""

    format: Literal[1] = Field(description="The version of this format; it changes where an old reader would go wrong.")
    url: str = Field(description="The claim's page; empty where the site's address is not known.")
    licence: str = Field(description="What one may do with it.")
    map: str = Field(description="The map that it is from.")
    claim: Claim = Field(description="The claim itself.")
    sentences: tuple[Sentence, ...] = Field(description="The sentences named in its `at`, in our words.")
    reasons: tuple[Argument, ...] = Field(description="The steps that lead to it.")
    uses: tuple[Argument, ...] = Field(description="The steps for which it is a premise.")
    objections: tuple[Objection, ...] = Field(description="Those against it or against a step that leads to it.")
    raises: tuple[Objection, ...] = Field(description="The article's objections that are raised in it.")
    answers: tuple[Objection, ...] = Field(description="The objections that it answers.")
    tensions: tuple[Tension, ...] = Field(description="Claims from which it pulls apart.")
    sources: tuple[Source, ...] = Field(description="The sources that speak to it, each with these findings alone.")
    assessment: Assessment | None = Field(description="How the sources stand on it.")
    prediction: Prediction | None = Field(description="What has become of it, where it is a forecast.")


def claim_json(argument_map: ArgumentMap, hosting: Hosting, claim_id: str) -> str:
    """The record as `claim_schema` describes it."""
    graph = graph_of(argument_map)
    claim = argument_map.claims[claim_id]
    sources = []
    for source in argument_map.evidence.sources:
        findings = tuple(finding for finding in source.findings if claim_id in finding.about)
        if findings:
            sources.append(source.model_copy(update={"findings": findings}))
    record = ClaimRecord(
        format=1,
        url=hosting.page(claim_page(claim_id)),
        licence=LICENSE,
        map=argument_map.site.title,
        claim=claim,
        sentences=tuple(argument_map.sentences[locator] for locator in claim.at),
        reasons=tuple(graph.reasons[claim_id]),
        uses=tuple(graph.uses[claim_id]),
        objections=tuple(graph.objections_around(claim_id)),
        raises=tuple(graph.raised.get(claim_id, ())),
        answers=tuple(graph.answering.get(claim_id, ())),
        tensions=tuple(graph.tensions.get(claim_id, ())),
        sources=tuple(sources),
        assessment=next((one for one in argument_map.evidence.assessments if one.claim == claim_id), None),
        prediction=next((one for one in argument_map.predictions.predictions if one.claim == claim_id), None),
    )
    written = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def claim_schema(_: ArgumentMap) -> str:
    """JSON Schema (draft 2020-12) of a claim's record."""
    return json.dumps(ClaimRecord.model_json_schema(by_alias=True), ensure_ascii=False, indent=1) + "\n"
