"""What speaks against the argument: objections, and claims that pull apart."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from argmap.model.records import ClaimRef, Id, Note, Record, Ref, SentenceRef, Short, SourceRef, TargetRef, Text


class Objection(Note):
    id: Id = Field(description="A short word chosen by the curator; never changed once published.")
    by: Literal["article", "map"] = Field(description="Whose: raised in the article itself, or by the map's curators.")
    against: TargetRef = Field(description="The claim or the argument that it is aimed at.")
    short: Short = Field(description="The objection in at most 60 characters.")
    says: Text = Field(description="The objection in full, in our words.")
    raised_in: tuple[ClaimRef, ...] = Field((), description="The claims in which the article states it.")
    answered_in: tuple[ClaimRef, ...] = Field(
        (),
        description="The claims with which the article answers it, each by itself: while one of them has support, the "
        "objection is answered. Only for the article's own.",
    )
    severity: Annotated[Id, Ref("severity")] | None = Field(
        None, description="For the map's: how much it would cost, a word from `severities`, unless it is not graded."
    )
    met: Annotated[Id, Ref("answer")] | None = Field(
        None, description="For the article's own: how well it is met, a word from `answers`, unless it is not graded."
    )
    because: Text | None = Field(None, description="The reason for that grade, open to dispute.")
    rests_on: Literal["text", "outside"] = Field(
        "text", description="What it rests on: the text alone, or outside knowledge, which then needs `sources`."
    )
    sources: tuple[SourceRef, ...] = Field((), description="The sources of the outside knowledge.")
    at: tuple[SentenceRef, ...] = Field(min_length=1, description="The sentences that it turns on.")
    reply: Text | None = Field(
        None, description="The article's reply or, for the map's objections, the best that the author could say."
    )


class Tension(Note):
    id: Id = Field(description="A short word chosen by the curator; never changed once published.")
    between: tuple[ClaimRef, ...] = Field(min_length=2, description="The claims that pull apart.")
    short: Short = Field(description="The tension in at most 60 characters.")
    says: Text = Field(description="What pulls apart, in our words.")
    charitable: Text = Field(description="The reading that does the author most justice.")
    harsh: Text = Field(description="The reading that does not.")
    at: tuple[SentenceRef, ...] = Field(min_length=1, description="The sentences concerned.")


class Critique(Record):
    """`critique.yaml`: what speaks against the argument, each voice labelled."""

    objections: tuple[Objection, ...] = Field((), description="The article's own objections, then the map's.")
    tensions: tuple[Tension, ...] = Field((), description="Claims of the article that pull apart.")
