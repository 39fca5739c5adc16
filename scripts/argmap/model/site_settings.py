"""How readers are led through a map: the records of `site.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from argmap.model.records import ArgumentRef, ClaimRef, Date, Id, Language, Record, Ref, SentenceRef, Short, Text


class MapRoot(Record):
    claim: ClaimRef = Field(description="The claim at which the map begins.")
    title: Short = Field(description="What the map shows.")
    about: Text = Field(description="A sentence on how to read it.")


class Choice(Record):
    """A decision of the curators that others could have made differently."""

    id: Id = Field(description="A short word for the choice.")
    asks: Text = Field(description="The question that had to be decided.")
    chosen: Text = Field(description="What the map does.")
    other: Text = Field(description="What one could do instead.")
    because: Text = Field(description="Why it was decided so.")
    claims: tuple[ClaimRef, ...] = Field((), description="Claims that show the difference.")


class Stop(Record):
    """A stop of the tour: a claim, and what the guide says there."""

    claim: ClaimRef = Field(description="The claim at which the tour stops.")
    title: Short = Field(description="What this stop is about.")
    says: Text = Field(description="What a reader should see here, in about 60 words.")


class Task(Record):
    asks: Text = Field(description="A question to the class.")
    key: Text = Field(description="The answer, hidden until it is asked for.")


class Exercise(Record):
    """Something to do in class with a few sentences of the article."""

    id: Id = Field(description="A short word for the exercise.")
    title: Short = Field(description="What is practised.")
    about: Text = Field(description="What to do, for a reader who has the sentences before them.")
    at: tuple[SentenceRef, ...] = Field(min_length=1, description="The sentences to work on.")
    tasks: tuple[Task, ...] = Field(min_length=1, description="The questions, each with its key.")
    arguments: tuple[ArgumentRef, ...] = Field((), description="The steps that the key shows as the map draws them.")


class Preset(Record):
    """A question of the kind "what if this were not so", ready to be looked at."""

    id: Id = Field(description="A short word for the question.")
    title: Short = Field(description="What is supposed.")
    about: Text = Field(description="Why one might suppose it.")
    reject: tuple[ClaimRef, ...] = Field((), description="The claims that are doubted.")
    accept: tuple[Annotated[Id, Ref("objection")], ...] = Field((), description="The objections that are accepted.")


class PlainQuestion(Record):
    """A question that a reader answers to see where they leave the article."""

    claim: ClaimRef = Field(description="The claim: yes grants it, no doubts it.")
    asks: Text = Field(description="The question in plain words, so put that yes grants the claim.")


class Told(Record):
    """A sentence of the text for a reader with one minute."""

    says: Text = Field(description="The sentence.")
    claim: ClaimRef | None = Field(None, description="The claim that it puts in short, to which it leads.")
    begins: bool = Field(False, description="True where a paragraph begins.")


class Site(Record):
    """`site.yaml`: what the pages say about this map."""

    draft: bool = Field(False, description="True while the map is being made: what is missing is then only counted.")
    title: Short = Field(description="The site's name.")
    language: Language | None = Field(
        None, description="The code of the language that the map is written in; without it, the article's."
    )
    version: Short | None = Field(
        None, description="What this state of the map is called by those who cite it, such as 2.0."
    )
    published: Date | None = Field(None, description="When this state of the map was published.")
    description: Text = Field(description="One sentence for search engines and link previews.")
    question: Short | None = Field(
        None, description="The question that the article answers, as the overview asks it; without it, the site's name."
    )
    answer: Text | None = Field(
        None, description="Words that lead to the main conclusion's name, such as: The author expects so."
    )
    main_conclusion: ClaimRef = Field(description="What the article finally argues for.")
    pivot: ClaimRef = Field(
        "", description="The claim on which most of the argument hangs; without it, the main conclusion."
    )
    two_ways_in: Text | None = Field(
        None, description="Why the main conclusion and the pivot differ, for the overview; needed where they do."
    )
    why: Text | None = Field(None, description="In some ten words why the author thinks so, for the first look.")
    weakest: Text | None = Field(None, description="In some ten words where the map finds it weakest.")
    one_minute: tuple[Told, ...] = Field(
        min_length=1, description="About 120 words for a reader with one minute, sentence by sentence."
    )
    backbone: tuple[ClaimRef, ...] = Field(
        (),
        max_length=12,
        description="The main line, at most twelve claims: objections are grouped by the first that they reach. "
        "Without it, the main conclusion and the pivot.",
    )
    maps: tuple[MapRoot, ...] = Field(min_length=1, description="The roots of the maps, the main conclusion first.")
    doubts: tuple[Annotated[Id, Ref("objection")], ...] = Field(
        (), max_length=3, description="The three objections that the overview shows."
    )
    tour: tuple[Stop, ...] = Field((), max_length=7, description="The stops of the tour, in order.")
    exercises: tuple[Exercise, ...] = Field((), description="Exercises for a class, each with its key.")
    what_if: tuple[Preset, ...] = Field((), description="Doubts to begin with, on the page for doubts.")
    part_ways: tuple[PlainQuestion, ...] = Field(
        (), description="Some ten questions by which readers find where they part ways with the article, in its order."
    )
    contested: tuple[Choice, ...] = Field((), description="Choices that others could have made differently.")
