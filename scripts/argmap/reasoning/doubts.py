"""Where a doubt costs most, and how few doubts leave a claim unsupported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile
from typing import NamedTuple, TypeVar

from argmap.model.argument import Argument, Claim
from argmap.reasoning.graph import Graph, Impact
from argmap.reasoning.values import Support

Failing = TypeVar("Failing", bound=Claim | Argument)

MOST_SETS = 500  # nobody reads so many; each is a number whose bits are claims in the article's order
SPARE = 4  # of so many times as many, the smallest are kept


class SmallestDoubts(NamedTuple):
    """Sets of claims any of which is enough, and whether these are all of that size."""

    sets: list[list[Claim]]
    complete: bool


class Needed(NamedTuple):
    """What a conclusion loses with each of some premises: all its support, or a part."""

    indispensable: tuple[Claim, ...]
    helpful: tuple[Claim, ...]


def by_impact(graph: Graph, records: Iterable[Failing]) -> list[tuple[Failing, Impact]]:
    """What is lost when each alone fails, the worst first; ties go to the weaker grade, then keep their order.

    What is not graded comes after the strongest.
    """
    grades = [None, *(strength.id for strength in graph.map.vocabulary.strengths)]

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


def smallest_doubts(graph: Graph, claims: Sequence[Claim], most: int, *, limit: int = MOST_SETS) -> SmallestDoubts:
    """Every set of at most `most` claims without arguments whose doubt leaves each of these unsupported, none to spare.

    Smaller sets come first, then the article's order; there may be no set that small. Sets multiply with each further
    argument, so at most `limit` are followed for any claim; where more were found, some of the sets are left out.
    Answers to objections never enter them: without its answers a claim is weakened, not unsupported.
    """
    found: dict[str, list[int]] = {}
    complete = True
    wanted = {under.id for claim in claims for under in (claim, *graph.under(claim))}
    for claim_id in sorted(wanted, key=graph.rank.__getitem__):
        # An argument falls with any of its premises, a claim only with all its arguments.
        arguments = [
            _minimal({doubt for premise in argument.from_ for doubt in found[premise]})
            for argument in graph.reasons[claim_id]
        ]
        enough, all_tried = _all_of(arguments or [[1 << graph.order[claim_id]]], most, limit)
        complete = complete and all_tried
        found[claim_id] = enough
    together, all_tried = _all_of([found[claim.id] for claim in claims], most, limit)
    complete = complete and all_tried
    sets = [_claims_in(graph, doubt) for doubt in together]
    if not complete:  # a smaller set may be among those that were left out on the way
        sets = [one for one in sets if _none_to_spare(graph, claims, one)]
    sets.sort(key=lambda one: (len(one), [graph.order[doubted.id] for doubted in one]))
    return SmallestDoubts(sets, complete)


def least_for_all(graph: Graph, claims: Sequence[Claim], most: int, *, limit: int = MOST_SETS) -> SmallestDoubts:
    """The sets of the smallest size, up to `most`, that leave each of these claims unsupported.

    Without any, all such sets are larger, or, where these are not all, too many to be tried.
    """
    fewest, enough = _bounds(graph, claims)
    found = SmallestDoubts([], True)
    for size in range(fewest, min(enough, most) + 1):
        found = smallest_doubts(graph, claims, size, limit=limit)
        if found.sets:
            break
    return found


def _bounds(graph: Graph, claims: Iterable[Claim]) -> tuple[int, int]:
    """Of how many claims the smallest such set consists at least and at most: trying sizes takes long."""
    fewest: dict[str, int] = {}
    enough: dict[str, int] = {}
    under: dict[str, int] = {}  # bits in the article's order, the claim's own included
    for claim_id in graph.rank:
        parts, sizes, under[claim_id] = [], [], 1 << graph.order[claim_id]
        for argument in graph.reasons[claim_id]:
            beneath = 0
            for premise in argument.from_:
                beneath |= under[premise]
            parts.append((min(fewest[premise] for premise in argument.from_), beneath))
            sizes.append(min(enough[premise] for premise in argument.from_))
            under[claim_id] |= beneath
        fewest[claim_id], enough[claim_id] = _apart(parts) or 1, sum(sizes) or 1
    return _apart([(fewest[one.id], under[one.id]) for one in claims]), sum(enough[one.id] for one in claims)


def _apart(parts: Iterable[tuple[int, int]]) -> int:
    """How many it takes at least for all parts, where only those with nothing in common need doubts of their own."""
    groups: list[tuple[int, int]] = []
    for fewest, beneath in parts:
        others = []
        for group in groups:
            if group[1] & beneath:
                fewest, beneath = max(fewest, group[0]), beneath | group[1]
            else:
                others.append(group)
        groups = [*others, (fewest, beneath)]
    return sum(fewest for fewest, _ in groups)


def _all_of(several: list[list[int]], most: int, limit: int) -> tuple[list[int], bool]:
    """The sets that are enough for several things at once, at most `limit`, and whether these are all."""
    enough, complete = several[0], True
    for others in several[1:]:
        enough, all_tried = _both(enough, others, most, limit * SPARE)
        complete = complete and all_tried
    return enough[:limit], complete and len(enough) <= limit


def _both(one: list[int], other: list[int], most: int, limit: int) -> tuple[list[int], bool]:
    """The sets that are enough for two things at once, the smallest first; with more than `limit` not all are tried."""
    # What does for both alone needs no company; left in, it would be paired with everything only to be dropped.
    shared = set(one) & set(other)
    left, right = ([doubt for doubt in doubts if doubt not in shared] for doubts in (one, other))
    holding: dict[int, list[int]] = {}
    for doubt in right:
        for member in _members(doubt):
            holding.setdefault(member, []).append(doubt)
    pairs = set(shared)
    for doubt in left:
        room = most - doubt.bit_count()
        # A larger set fits only where the two have a member in common.
        small = takewhile(lambda partner: partner.bit_count() <= room, right)  # noqa: B023 (used at once)
        for partner in chain(small, *(holding.get(member, ()) for member in _members(doubt))):
            if (doubt | partner).bit_count() <= most:
                pairs.add(doubt | partner)
        if len(pairs) > limit:
            return _minimal(pairs), False
    return _minimal(pairs), True


def _minimal(doubts: set[int]) -> list[int]:
    """Those that contain no other, the smallest first."""
    kept: list[int] = []
    for doubt in sorted(doubts, key=lambda doubt: (doubt.bit_count(), doubt)):
        if 1 << doubt.bit_count() < len(kept):
            to_spare = any(part in doubts for part in _parts_of(doubt))
        else:  # a large set has more parts than there are sets
            to_spare = any(part & doubt == part for part in kept)
        if not to_spare:
            kept.append(doubt)
    return kept


def _members(doubt: int) -> Iterator[int]:
    while doubt:
        yield doubt & -doubt
        doubt &= doubt - 1


def _parts_of(doubt: int) -> Iterator[int]:
    part = (doubt - 1) & doubt
    while part:
        yield part
        part = (part - 1) & doubt


def _claims_in(graph: Graph, doubt: int) -> list[Claim]:
    return [graph.claims[member.bit_length() - 1] for member in _members(doubt)]


def _none_to_spare(graph: Graph, claims: Iterable[Claim], together: list[Claim]) -> bool:
    ids = {doubted.id for doubted in together}
    lost = [graph.shaken(ids - {spared}) for spared in ids]
    return not any(all(left.get(claim.id) is Support.UNSUPPORTED for claim in claims) for left in lost)
