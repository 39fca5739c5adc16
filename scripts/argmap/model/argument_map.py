"""What a map consists of: frozen records whose described fields are the data format.

The JSON Schemas and the data-format page are made from these descriptions, so each is written for a curator.
Words from `data/vocabulary.yaml` and ids of other records are marked with `Ref`; the rules look them up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field

from argmap.model.argument import Argument, Claim, Part
from argmap.model.article import Article, Sentence
from argmap.model.changes import Changes
from argmap.model.critique import Critique, Objection
from argmap.model.evidence import Entry, Evidence, Glossary, Predictions, Source
from argmap.model.records import Id, Record, Ref, Text
from argmap.model.site_settings import Site
from argmap.model.vocabulary import Vocabulary

# --- retired.yaml


class Retirement(Record):
    id: Id = Field(description="An id that was once published.")
    replaced_by: Annotated[Id, Ref("claim or argument")] | None = Field(
        None, description="The record that took its place."
    )
    because: Text = Field(description="Why it went.")


class Retired(Record):
    """`retired.yaml`: ids once published; they are never used again."""

    retired: tuple[Retirement, ...] = Field((), description="One entry for each id, the newest last.")


@dataclass(frozen=True, eq=False)
class ArgumentMap:
    """Everything in `data/`, in the article's order; what can be derived is derived in `graph`."""

    article: Article
    vocabulary: Vocabulary
    parts: tuple[Part, ...]
    critique: Critique
    evidence: Evidence
    predictions: Predictions
    glossary: Glossary
    site: Site
    retired: Retired
    changes: Changes

    @property
    def language(self) -> str:
        """The code of the language that the map speaks."""
        return self.site.language or self.article.language

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for part in self.parts for claim in part.claims}

    @cached_property
    def arguments(self) -> dict[str, Argument]:
        return {argument.id: argument for part in self.parts for argument in part.arguments}

    @cached_property
    def objections(self) -> dict[str, Objection]:
        return {objection.id: objection for objection in self.critique.objections}

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.evidence.sources}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.glossary.terms}

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        return {sentence.at: sentence for sentence in self.article.sentences}
