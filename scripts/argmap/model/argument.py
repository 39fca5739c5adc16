"""What the article claims, and the steps from claim to claim."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from argmap.model.records import ClaimRef, Id, Note, Record, Ref, SentenceRef, Short, Text


class Claim(Note):
    id: Id = Field(description="A short word chosen by the curator; never changed once published.")
    says: Text = Field(
        description="One assertion in our words, at most 30 of them, understandable by itself, hedge kept."
    )
    short: Short = Field(description="The same in at most 60 characters, for paths and chips.")
    kind: Annotated[Id, Ref("claim kind")] = Field(description="What sort of thing it says: a word from `claim-kinds`.")
    voice: Annotated[Id, Ref("voice")] = Field(description="Whose it is and how it is put: a word from `voices`.")
    party: Annotated[Id, Ref("party")] | None = Field(
        None, description="Whose view it is, where the author reports a view."
    )
    hedge: Annotated[Id, Ref("hedge")] | None = Field(
        None, description="How it is qualified: a word from `hedges`; left out when it is not."
    )
    at: tuple[SentenceRef, ...] = Field(
        (), description="The sentences that say it or, for an unstated claim, where the gap opens."
    )
    background: bool = Field(False, description="True for a claim that only sets the scene.")
    terms: tuple[Annotated[Id, Ref("entry of the glossary")], ...] = Field(
        (), description="Entries of the glossary that explain its words."
    )


class Answer(Record):
    question: Annotated[Id, Ref("question")] = Field(description="A critical question of the argument's scheme.")
    answer: Text = Field(description="What it brings to light here.")


class Argument(Note):
    id: Id = Field(description="A short word chosen by the curator; never changed once published.")
    for_: ClaimRef = Field(description="The conclusion: one claim.")
    from_: tuple[ClaimRef, ...] = Field(
        description="The premises, which work only together; independent reasons are separate arguments."
    )
    despite: tuple[ClaimRef, ...] = Field((), description="Claims granted against this step.")
    scheme: Annotated[Id, Ref("scheme")] = Field(description="The pattern of argument: a word from `schemes`.")
    drawn: Annotated[Id, Ref("drawing")] = Field(
        description="Whether the article draws the step or the map does: a word from `drawings`."
    )
    strength: Annotated[Id, Ref("strength")] | None = Field(
        None,
        description="How well the premises, if granted, carry the conclusion: a word from `strengths`; without it the "
        "step is not graded, and pages say so.",
    )
    because: Text | None = Field(None, description="The reason for that grade, open to dispute.")
    asks: tuple[Answer, ...] = Field((), description="The critical questions that bite here, each with its answer.")
    at: tuple[SentenceRef, ...] = Field(
        (), description="The sentences that make the step; without them, all those of its claims."
    )


class Part(Record):
    """`argument/NN-*.yaml`: one part of the article's reasoning."""

    title: Short = Field(description="What this part settles.")
    claims: tuple[Claim, ...] = Field((), description="The claims first made in this part.")
    arguments: tuple[Argument, ...] = Field((), description="The steps of this part.")
