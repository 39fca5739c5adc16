"""What a map consists of: frozen records whose described fields are the data format.

The JSON Schemas and the data-format page are made from these descriptions, so each is written for a curator.
Words from `data/vocabulary.yaml` and ids of other records are marked with `Ref`; the rules look them up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from argmap.model.evidence import Checked, Entry, Evidence, Glossary, Predictions, Source
from argmap.model.records import (
    ClaimRef,
    Date,
    Id,
    Language,
    Locator,
    Note,
    ParagraphId,
    Record,
    Ref,
    SentenceRef,
    Sha256,
    Short,
    SourceRef,
    TargetRef,
    Text,
    Url,
)
from argmap.model.site_settings import Site
from argmap.model.vocabulary import Vocabulary

# --- article.yaml


class Party(Record):
    id: Id = Field(description="A short word for the party.")
    name: Short = Field(description="The party's name, as it stands after 'according to'.")
    who: Text = Field(description="Who is meant, and what the article leaves open about them.")


class Sentence(Record):
    at: Locator = Field(description="Paragraph and sentence, such as p12.s3.")
    words: int = Field(ge=1, description="Number of words, split at white space; Chinese has one for two characters.")
    sha256: Sha256 = Field(description="SHA-256 of its normal form (NFKC, case-folded, letters and digits only).")
    before: Short | None = Field(None, description="What stands directly before it, where sentences begin alike.")
    first: Short | None = Field(None, description="The first words, for a link to it; left out if none tell it apart.")
    last: Short | None = Field(None, description="The last words, where the first alone do not reach its end.")
    gist: Text = Field(description="What the sentence says, in our own words.")
    role: Annotated[Id, Ref("role")] = Field(description="What the sentence does: a word from `roles`.")


class Paragraph(Record):
    id: ParagraphId = Field(description="The paragraph's number, such as p12.")
    title: Short = Field(description="What the paragraph is about, in a few words.")
    sentences: tuple[Sentence, ...] = Field(min_length=1, description="Its sentences, in order.")


class AboutAuthor(Record):
    says: Text = Field(description="What is known of the author, or that it is not known, in a sentence or two.")
    url: Url | None = Field(None, description="Where that can be read; left out when nothing was found.")
    checked: Checked = Field(description="When and how it was looked for.")


class Article(Record):
    """`article.yaml`: the text that is mapped; its sentences themselves are not copied."""

    title: Text = Field(description="The title, and in `not-known` how sure it is.")
    author: Text = Field(description="Who wrote it, as pages name them.")
    author_is: Literal["person", "organisation"] = Field(
        "person", description="What the author is; an organisation's name is never taken apart."
    )
    family: Text | None = Field(
        None, description="A person's family name, with which lists of references begin; without it none is guessed."
    )
    given: Text | None = Field(None, description="A person's given names.")
    author_short: Short | None = Field(
        None, description="The author in a word or two, for the keys of references where there is no family name."
    )
    author_about: AboutAuthor | None = Field(None, description="Who the author is, with the source, for the byline.")
    publisher: Text = Field(description="Who published it.")
    site: Text = Field(description="The publisher's site, as a link to it is named.")
    url: Url = Field(description="Where it can be read.")
    written: Text = Field(description="When it was written, as far as is known, in words.")
    known_until: Date = Field(description="The last date at which evidence counts as known when it was written.")
    known_until_because: Text = Field(description="Why the line is drawn there, for readers.")
    language: Language = Field("en", description="The code of the language that it is written in, such as de or fa.")
    kind: Text = Field(description="What sort of text it is and what a reader should know about its publisher.")
    cites_nothing: bool = Field(False, description="True when it names no source at all; claims' pages then say so.")
    not_known: tuple[Text, ...] = Field((), description="What is not known about it.")
    standfirst: ParagraphId | None = Field(
        None, description="The paragraph above the text proper, which an editor may have written."
    )
    parties: tuple[Party, ...] = Field(
        (), description="Those whose views the article reports, or whose own word is evidence."
    )
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1, description="The text, paragraph by paragraph.")

    @property
    def sentences(self) -> Iterator[Sentence]:
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)


# --- argument/NN-*.yaml


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
    at: tuple[SentenceRef, ...] = Field(min_length=1, description="The sentences that make the step.")


class Part(Record):
    """`argument/NN-*.yaml`: one part of the article's reasoning."""

    title: Short = Field(description="What this part settles.")
    claims: tuple[Claim, ...] = Field((), description="The claims first made in this part.")
    arguments: tuple[Argument, ...] = Field((), description="The steps of this part.")


# --- critique.yaml


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
        None, description="For the article's own: how well it is met, a word from `answers`."
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
