"""The words of analysis, as data: another map may use others, so the code asks only about their properties."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from argmap.model.records import Id, Record, Short, Term, Text


class ClaimKind(Term):
    of_a_view: bool = Field(
        False,
        description="Whether such a claim says what somebody thinks or wants, so that their word can bear it out.",
    )


class Grade(Term):
    decide: Text | None = Field(None, description="The rule by which curators choose this grade.")
    borderline: tuple[Text, ...] = Field((), description="Cases that nearly got another grade, each with what decided.")


class Voice(Term):
    origin: Literal["author", "party", "unstated"] = Field(
        description="Whose words: the author's own, a party's as the author tells it (the claim then names the party), "
        "or unstated (supplied by the map; the claim then needs no sentence that says it)."
    )


class Role(Term):
    carries_claims: bool = Field(description="Whether a sentence in this role must carry a claim.")


class Question(Record):
    id: Id = Field(description="A word for the question, unique within its scheme.")
    asks: Text = Field(description="The critical question, as one would put it to the author.")


class Stance(Term):
    leans: Literal["for", "neither", "against"] = Field(description="Which way a source with this stance speaks.")


class StandingWord(Term):
    both_sides: bool = Field(description="Whether a claim that stands so must show a source on either side.")


class Scheme(Term):
    questions: tuple[Question, ...] = Field(min_length=1, description="The critical questions that the scheme invites.")


class Sign(Record):
    word: Short = Field(description="The word that begins the relation, such as Because.")
    glyph: Annotated[str, StringConstraints(min_length=1, max_length=2)] = Field(
        description="The sign beside the word."
    )
    definition: Text = Field(description="What the relation says.")


class Signs(Record):
    """How each relation is told apart, in a word and a glyph, never by colour alone."""

    supports: Sign = Field(description="A premise stands for a claim.")
    objects: Sign = Field(description="An objection stands against a claim or a step.")
    article: Sign = Field(description="A sentence of the article carries a claim.")
    outside: Sign = Field(description="A source outside the article speaks to a claim.")
    assumes: Sign = Field(description="A premise is left unsaid.")


class Vocabulary(Record):
    """`vocabulary.yaml`: every word of analysis that the map uses, in the order in which pages list them."""

    claim_kinds: tuple[ClaimKind, ...] = Field(description="What sort of thing a claim says.")
    voices: tuple[Voice, ...] = Field(
        description="Whose a claim is, and how it is put forward; the first is the rule, which pages do not repeat."
    )
    hedges: tuple[Term, ...] = Field(description="How a claim is qualified.")
    roles: tuple[Role, ...] = Field(description="What a sentence does in the article.")
    schemes: tuple[Scheme, ...] = Field(description="Patterns of argument, with the questions that test them.")
    drawings: tuple[Term, ...] = Field(description="Whether the article states a step or the map reconstructs it.")
    strengths: tuple[Grade, ...] = Field(description="How well an argument carries its conclusion, strongest first.")
    severities: tuple[Grade, ...] = Field(description="How much an objection would cost the argument, gravest first.")
    answers: tuple[Grade, ...] = Field(description="How well the article meets an objection, best first.")
    stances: tuple[Stance, ...] = Field((), description="How a source speaks to a claim.")
    source_kinds: tuple[Term, ...] = Field((), description="What sort of source it is, the nearest to the facts first.")
    standings: tuple[StandingWord, ...] = Field((), description="How the sources stand on a claim.")
    statuses: tuple[Grade, ...] = Field((), description="What has become of a forecast.")
    signs: Signs = Field(description="How relations are told apart.")
