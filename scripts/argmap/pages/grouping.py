"""The claims in groups, for the lists of them; and what stays of a list that is cut."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Literal, NamedTuple, TypeVar

from argmap.model.argument import Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Term
from argmap.naming.wording import Wording
from argmap.reasoning.graph import Graph

Listed = TypeVar("Listed")


class Group(NamedTuple):
    """Claims under one heading of a list."""

    title: str
    definition: str
    claims: list[Claim]


def by_word(argument_map: ArgumentMap, words: Iterable[Term], field: Literal["kind", "voice"]) -> list[Group]:
    """The claims by a word of the vocabulary, in its order; words that no claim bears are left out."""
    claims = argument_map.claims.values()
    return _filled(
        Group(word.label, word.definition, [claim for claim in claims if getattr(claim, field) == word.id])
        for word in words
    )


def by_place(graph: Graph, wording: Wording) -> list[Group]:
    """The claims by what they do in the argument."""
    claims = graph.map.claims.values()
    places: dict[str, list[Claim]] = {"conclusions": [], "steps": [], "grounds": [], "beside": []}
    for claim in claims:
        used = graph.uses[claim.id] or claim.id in graph.answering
        if graph.is_argued_for(claim):
            places["steps" if used else "conclusions"].append(claim)
        else:
            places["grounds" if used else "beside"].append(claim)
    return _filled(
        Group(wording.say(f"claims.places.{place}.title"), wording.say(f"claims.places.{place}.about"), found)
        for place, found in places.items()
    )


def outside_the_case(graph: Graph) -> list[Group]:
    """The claims that the picture of the case leaves out, since nothing there rests on them, by part."""
    return _filled(
        Group(part.title, "", [claim for claim in part.claims if not graph.in_case(claim)]) for part in graph.map.parts
    )


def not_one_sided(listed: Sequence[Listed], most: int, sort_of: Callable[[Listed], Hashable]) -> list[Listed]:
    """At most so many of a list, in their order, of each sort at least one: a cut must not hide who objects.

    Where there are more sorts than places, the later ones go.
    """
    of_each_sort = {sort_of(one): number for number, one in reversed([*enumerate(listed)])}
    first = sorted(of_each_sort.values())
    chosen = [*first, *(number for number in range(len(listed)) if number not in first)][:most]
    return [listed[number] for number in sorted(chosen)]


def _filled(groups: Iterable[Group]) -> list[Group]:
    return [group for group in groups if group.claims]
