"""What the map adds from outside the article: sources, what has become of forecasts, a glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from argmap.model.records import ClaimRef, Date, Id, Note, Record, Ref, SentenceRef, Short, SourceRef, Text, Url


class Checked(Record):
    when: Date = Field(description="When the source was last looked at.")
    how: Text = Field(description="What was looked at: the page itself, a stored copy, an abstract.")


class Finding(Record):
    about: tuple[ClaimRef, ...] = Field(min_length=1, description="The claims that it speaks to.")
    stance: Annotated[Id, Ref("stance")] = Field(description="How it speaks to them: a word from `stances`.")
    phase: Literal["at-the-time", "since"] = Field(
        description="Whether it was known when the article was written, or has come up since."
    )
    speaks_for: Annotated[Id, Ref("party")] | None = Field(
        None,
        description="The party whose own word it is, from `parties` in `article.yaml`; such a finding corroborates "
        "only what is said about views. Left out where the claim is just that the party said it.",
    )
    says: Text = Field(description="What the source says, in our words.")


class Source(Note):
    id: Id = Field(description="A short word chosen by the curator; never changed once published.")
    title: Text = Field(description="Its title.")
    author: Text | None = Field(None, description="Who wrote it; left out when it is not known.")
    publisher: Text | None = Field(
        None, description="Who published it first, also where only a copy could be read; left out when it is not known."
    )
    date: Date | None = Field(None, description="When it was published; left out when it is not known.")
    date_known_by: Text = Field(description="How the date is known, or that it is not.")
    kind: Annotated[Id, Ref("source kind")] = Field(
        description="What sort of source it is: a word from `source-kinds`."
    )
    url: Url | None = Field(None, description="Where it was read; without an address `found-in` says where else.")
    found_in: Text | None = Field(None, description="Where it stands on paper, such as a library and its shelf mark.")
    copy_of: Text | None = Field(None, description="The original, where only a copy could be read.")
    position: Text | None = Field(None, description="An evident position of its publisher, for readers to weigh.")
    checked: Checked | None = Field(
        None, description="When and how it was checked; if it was not, `unchecked-because` says why."
    )
    unchecked_because: Text | None = Field(None, description="Why it could not be checked.")
    findings: tuple[Finding, ...] = Field(min_length=1, description="What it says about which claims.")


class Assessment(Record):
    """How the sources stand on one claim, in the map's own voice."""

    claim: ClaimRef = Field(description="The claim; each has at most one assessment.")
    standing: Annotated[Id, Ref("standing")] = Field(description="How the sources stand: a word from `standings`.")
    because: Text = Field(description="The reason, in a sentence.")
    sources: tuple[SourceRef, ...] = Field((), description="The sources that decide it.")
    none_found: Text | None = Field(None, description="Where a side has no source: that none was found.")


class Evidence(Record):
    """`evidence.yaml`: what sources outside the article say; all of it is the map's."""

    sources: tuple[Source, ...] = Field((), description="The sources, each with what it says.")
    assessments: tuple[Assessment, ...] = Field(
        (), description="How the sources stand on the claims that can be checked."
    )


class Outcome(Record):
    date: Date = Field(description="When it happened.")
    leans: Literal["for", "neither", "against"] = Field(
        description="Which way it counts: for the forecast as it is worded, against it, or neither."
    )
    leans_because: Text | None = Field(None, description="Why it counts so, where that is not plain.")
    says: Text = Field(description="What happened, in our words.")
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="The sources that tell of it.")


class Prediction(Note):
    claim: ClaimRef = Field(description="The claim that is the forecast; each has at most one entry.")
    horizon: Text = Field(description="By when it would have to come true, and whether the article says so.")
    confirms: Text = Field(description="What would confirm it.")
    counts_against: Text = Field(description="What would count against it.")
    status: Annotated[Id, Ref("status")] = Field(description="What has become of it: a word from `statuses`.")
    because: Text = Field(description="The reason for that status, in a sentence.")
    as_of: Date = Field(description="Up to when outcomes were looked for.")
    record: tuple[Outcome, ...] = Field((), description="What has happened, the oldest first.")


class Predictions(Record):
    """`predictions.yaml`: every forecast of the article and what has become of it."""

    searched: Text | None = Field(
        None, description="What was looked for after the last outcome on record, and not found; said once for all."
    )
    predictions: tuple[Prediction, ...] = Field((), description="The forecasts, in the article's order.")


class Entry(Note):
    id: Id = Field(description="A short word chosen by the curator; never changed once published.")
    kind: Literal["person", "institution", "event", "concept"] = Field(description="What it is.")
    name: Short = Field(description="The name or the word.")
    gloss: Text = Field(description="Who or what it is, for somebody who meets it for the first time.")
    sense: Text | None = Field(None, description="In what sense the article uses it, and whether it says so.")
    date: Date | None = Field(None, description="For an event: when it was or began.")
    until: Date | None = Field(None, description="For an event: when it ended.")
    goes_on: bool = Field(False, description="For an event without an end: whether it went on when the map was made.")
    dated_by: Literal["article", "map"] | None = Field(None, description="For an event: whose date it is.")
    at: tuple[SentenceRef, ...] = Field((), description="The sentences in which it plays a part.")


class Glossary(Record):
    """`glossary.yaml`: people and institutions, events with their dates, concepts."""

    terms: tuple[Entry, ...] = Field((), description="The entries; pages sort them.")
