"""Where a doubt costs most, and how few doubts leave a claim unsupported."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial, reduce
from itertools import combinations
from typing import NamedTuple, TypeAlias, TypedDict, TypeVar

from argmap.model.argument_map import Argument, Claim
from argmap.reasoning.graph import Graph, Impact, Support

Failing = TypeVar("Failing", bound=Claim | Argument)
Doubts: TypeAlias = set[frozenset[str]]  # any one of these sets of claims is enough


class Needed(NamedTuple):
    """What a conclusion loses with each of some premises: all its support, or a part."""

    indispensable: tuple[Claim, ...]
    helpful: tuple[Claim, ...]


class ExportedGraph(TypedDict):
    """What the browser needs of a map to follow a reader's doubts as `Graph.shaken` does.

    In `claims` each claim comes after those it rests on, with its arguments by their ids and the premises of each; in
    `objections` stands what each is directed against, a claim or an argument; in `retired` what replaced an id, if
    anything did.
    """

    claims: list[tuple[str, dict[str, list[str]]]]
    objections: dict[str, str]
    retired: dict[str, str]


def by_impact(graph: Graph, records: Iterable[Failing]) -> list[tuple[Failing, Impact]]:
    """What is lost when each alone fails, the worst first; ties go to the weaker grade, then keep their order."""
    grades = [strength.id for strength in graph.map.vocabulary.strengths]

    def weight(failure: tuple[Failing, Impact]) -> tuple[int, ...]:
        record, impact = failure
        return (*impact.load, grades.index(record.strength) if isinstance(record, Argument) else 0)

    return sorted(((record, graph.impact([record.id])) for record in records), key=weight, reverse=True)


def needed(graph: Graph, conclusion: Claim, premises: Iterable[Claim]) -> Needed:
    """Which of these premises, doubted alone, leave the conclusion unsupported, and which weaken it."""
    left = [
        (premise, graph.shaken([premise.id]).get(conclusion.id)) for premise in premises if premise.id != conclusion.id
    ]
    return Needed(
        tuple(premise for premise, value in left if value is Support.UNSUPPORTED),
        tuple(premise for premise, value in left if value is Support.WEAKENED),
    )


def smallest_doubts(graph: Graph, claim: Claim, most: int = 3) -> list[list[Claim]]:
    """Every set of at most so many claims without arguments whose doubt leaves the claim unsupported, none to spare.

    Smaller sets come first, then the article's order; there may be no set that small.
    """
    doubts: dict[str, Doubts] = {}
    for claim_id in sorted([claim.id, *(under.id for under in graph.under(claim))], key=graph.rank.__getitem__):
        # An argument falls with any of its premises, a claim only with all its arguments.
        arguments = [
            _minimal({found for premise in argument.from_ for found in doubts[premise]})
            for argument in graph.reasons[claim_id]
        ]
        doubts[claim_id] = reduce(partial(_both, most=most), arguments) if arguments else {frozenset([claim_id])}
    found_sets = [graph.in_order(found) for found in doubts[claim.id]]
    return sorted(found_sets, key=lambda found: (len(found), [graph.order[doubted.id] for doubted in found]))


def as_graph(graph: Graph) -> ExportedGraph:
    """The form in which `docs/assets/what-if/evaluate.js` reads the graph."""
    return {
        "claims": [
            (claim_id, {argument.id: list(argument.from_) for argument in graph.reasons[claim_id]})
            for claim_id in graph.rank
        ],
        "objections": {objection.id: objection.against for objection in graph.map.critique.objections},
        "retired": {gone.id: gone.replaced_by or "" for gone in graph.map.retired.retired},
    }


def _both(one: Doubts, other: Doubts, most: int) -> Doubts:
    # What does for both alone needs no company; left in, it would be paired with everything only to be dropped.
    shared = one & other
    pairs = (left | right for left in one - shared for right in other - shared)
    return _minimal(shared | {pair for pair in pairs if len(pair) <= most})


def _minimal(doubts: Doubts) -> Doubts:
    return {
        found
        for found in doubts
        if not any(frozenset(part) in doubts for size in range(1, len(found)) for part in combinations(found, size))
    }
