"""What an article is made of: what each sentence carries, what each paragraph does and how much comes from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from argmap.model.argument import Argument, Claim
from argmap.model.article import Paragraph, Sentence
from argmap.model.critique import Objection, Tension
from argmap.model.vocabulary import Role
from argmap.naming.labels import Labels
from argmap.reasoning.graph import Graph


class Said(NamedTuple):
    """A sentence with what it carries."""

    sentence: Sentence
    claims: list[Claim]
    arguments: list[Argument]
    objections: list[Objection]
    tensions: list[Tension]


class Block(NamedTuple):
    """A sentence in the picture of its paragraph; lengths are in words."""

    role: Role
    start: int
    length: int


class Spoken(NamedTuple):
    """A paragraph with its sentences, how many of them play each role, and its claims by where they lead."""

    paragraph: Paragraph
    sentences: list[Said]
    roles: list[tuple[Role, int]]
    blocks: list[Block]
    words: int
    towards: int  # claims on a way to the main conclusion
    beside: int  # other claims


class Profile(NamedTuple):
    """The whole article."""

    paragraphs: list[Spoken]
    roles: list[tuple[Role, int, float]]  # with the share of all words
    longest: int  # words of the longest paragraph


def profile_of(graph: Graph, labels: Labels) -> Profile:
    """What each sentence and paragraph contributes, in the article's order."""
    argument_map = graph.map
    claims = _at(argument_map.claims.values())
    arguments = _at(argument_map.arguments.values())
    objections = _at(argument_map.critique.objections)
    tensions = _at(argument_map.critique.tensions)

    def said(sentence: Sentence) -> Said:
        carried = [found.get(sentence.at, []) for found in (claims, arguments, objections, tensions)]
        return Said(sentence, *carried)

    def spoken(paragraph: Paragraph) -> Spoken:
        said_there = [said(sentence) for sentence in paragraph.sentences]
        made = {claim.id: claim for sentence in said_there for claim in sentence.claims}
        towards = sum(map(graph.in_case, made.values()))
        length = sum(sentence.words for sentence in paragraph.sentences)
        roles = _roles(paragraph.sentences, labels)
        return Spoken(paragraph, said_there, roles, _blocks(paragraph, labels), length, towards, len(made) - towards)

    paragraphs = [spoken(paragraph) for paragraph in argument_map.article.paragraphs]
    sentences = list(argument_map.article.sentences)
    total = sum(sentence.words for sentence in sentences)
    roles = [
        (role, count, sum(s.words for s in sentences if s.role == role.id) / total)
        for role, count in _roles(sentences, labels)
    ]
    return Profile(paragraphs, roles, max(paragraph.words for paragraph in paragraphs))


def _blocks(paragraph: Paragraph, labels: Labels) -> list[Block]:
    blocks = []
    start = 0
    for sentence in paragraph.sentences:
        blocks.append(Block(labels.role[sentence.role], start, sentence.words))
        start += sentence.words
    return blocks


def _roles(sentences: Sequence[Sentence], labels: Labels) -> list[tuple[Role, int]]:
    counts = Counter(sentence.role for sentence in sentences)
    return [(role, counts[role.id]) for role in labels.role.values() if counts[role.id]]


def _at(records: Iterable[Any]) -> dict[str, list[Any]]:
    """Records by the sentences that they name."""
    found: dict[str, list[Any]] = {}
    for record in records:
        for locator in record.at:
            found.setdefault(locator, []).append(record)
    return found
