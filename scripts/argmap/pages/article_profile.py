"""What an article is made of: what each sentence carries, what each paragraph does and how much comes from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from argmap.model.argument import Argument, Claim
from argmap.model.article import Paragraph, Sentence
from argmap.model.critique import Objection, Tension
from argmap.model.vocabulary import Role
from argmap.naming.labels import Labels
from argmap.reasoning.graph import Graph

GAP = 10
"""The room after each sentence in the picture of its paragraph, in tenths of words; half of it after a single word."""


class Said(NamedTuple):
    """A sentence with what it carries."""

    sentence: Sentence
    claims: list[Claim]
    arguments: list[Argument]
    objections: list[Objection]
    tensions: list[Tension]


class Noted(NamedTuple):
    """A record that rests on a paragraph, named once with the sentences there that it rests on."""

    record: Any
    at: list[Sentence]
    first: bool = True
    """Whether no earlier paragraph names it; only there it is a link, by Wikipedia's rule for what recurs on a page."""


class Notes(NamedTuple):
    """What stands beside a paragraph, by sort."""

    claims: list[Noted]
    leads_to: list[Noted]
    """The paragraph's steps by the claim that each leads to, where that claim is none of the paragraph's own."""
    unsaid: list[Noted]
    objections: list[Noted]
    tensions: list[Noted]


class Block(NamedTuple):
    """A sentence in the picture of its paragraph, or the share of it that leads one way; in tenths of words."""

    leads: str
    """`towards` for claims on a way to the main conclusion, `beside` for others, `nowhere` where there are none."""
    start: int
    length: int


class Spoken(NamedTuple):
    """A paragraph with its sentences, what is to be noted beside it, and its claims by where they lead."""

    paragraph: Paragraph
    sentences: list[Said]
    notes: Notes
    blocks: list[Block]
    words: int
    towards: int  # claims on a way to the main conclusion
    beside: int  # other claims

    @property
    def astray(self) -> tuple[float, int]:
        """How far it is from the case: the share of its claims that lead elsewhere, then their number."""
        return self.beside / (self.beside + self.towards or 1), self.beside


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
        notes = _notes(said_there, argument_map.claims, labels)
        return Spoken(paragraph, said_there, notes, blocks_of(said_there, graph), length, towards, len(made) - towards)

    paragraphs = [spoken(paragraph) for paragraph in argument_map.article.paragraphs]
    named: set[str] = set()
    paragraphs = [one._replace(notes=_linked_once(one.notes, named)) for one in paragraphs]
    sentences = list(argument_map.article.sentences)
    total = sum(sentence.words for sentence in sentences)
    roles = [
        (role, count, sum(s.words for s in sentences if s.role == role.id) / total)
        for role, count in _roles(sentences, labels)
    ]
    return Profile(paragraphs, roles, max(paragraph.words for paragraph in paragraphs))


def _notes(said: Sequence[Said], claims: Mapping[str, Claim], labels: Labels) -> Notes:
    made = _noted((one.sentence, claim) for one in said for claim in one.claims)
    own = {note.record.id for note in made}
    led_to = _noted((one.sentence, claims[argument.for_]) for one in said for argument in one.arguments)
    return Notes(
        [note for note in made if labels.origin(note.record) != "unstated"],
        [note for note in led_to if note.record.id not in own],
        [note for note in made if labels.origin(note.record) == "unstated"],
        _noted((one.sentence, objection) for one in said for objection in one.objections),
        _noted((one.sentence, tension) for one in said for tension in one.tensions),
    )


def _linked_once(notes: Notes, named: set[str]) -> Notes:
    """The notes with objections and tensions told apart that earlier paragraphs name, to which these are added."""

    def told_apart(noted: Sequence[Noted]) -> list[Noted]:
        return [note._replace(first=note.record.id not in named) for note in noted]

    linked = notes._replace(objections=told_apart(notes.objections), tensions=told_apart(notes.tensions))
    named.update(note.record.id for note in (*notes.objections, *notes.tensions))
    return linked


def _noted(pairs: Iterable[tuple[Sentence, Any]]) -> list[Noted]:
    notes: dict[str, Noted] = {}
    for sentence, record in pairs:
        at = notes.setdefault(record.id, Noted(record, [])).at
        if sentence not in at:  # two steps of one sentence may lead to one claim
            at.append(sentence)
    return list(notes.values())


def blocks_of(said: Iterable[Said], graph: Graph) -> list[Block]:
    """Sentences one after the other, as their paragraph's picture shows them."""
    blocks = []
    start = 0
    for one in said:
        drawn = max(one.sentence.words * 10 - GAP, GAP // 2)
        towards = drawn * sum(map(graph.in_case, one.claims)) // (len(one.claims) or 1)
        rest = "beside" if one.claims else "nowhere"
        parts = [Block("towards", start, towards), Block(rest, start + towards, drawn - towards)]
        blocks += [block for block in parts if block.length]
        start += one.sentence.words * 10
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
