"""How far a map that is still being made has come: what is missing is counted there, not refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from argmap.loading.load import Loaded
from argmap.loading.measuring import read_described
from argmap.model.argument import Part
from argmap.model.critique import Critique
from argmap.model.vocabulary import Vocabulary
from argmap.source.problems import Problem

# Rules that speak of what is not there yet. All others speak of mistakes.
TO_DO = frozenset(
    (
        "values-are-filled",
        "keys-are-complete",
        "files-are-there",
        "every-step-has-a-place",
        "every-sentence-is-accounted-for",
        "every-claim-does-something",
        "every-party-has-a-view",
        "every-argument-is-drawn",
        "every-objection-is-drawn",
        "maps-begin-at-claims-that-are-argued-for",
        "the-backbone-holds-the-main-conclusion-and-the-pivot",
        "two-ways-in-are-told",
        "the-tour-meets-every-reason-for-the-main-conclusion",
        "no-remark-repeats-the-article",
        "no-sentence-is-left-in-a-remark",
        "what-has-no-address-says-where-it-stands",
        "sources-are-checked-or-say-why-not",
    )
)
MOST_PLACES = 8


@dataclass(frozen=True)
class Progress:
    """What of a draft is whole, what is begun, what is still to do, and what is wrong."""

    sentences: int
    described: int
    """Sentences with gist and role."""
    awaiting: int
    """Of these, the sentences that carry claims and are named by none."""
    claims: tuple[int, int]
    """Whole ones, and all that are begun."""
    arguments: tuple[int, int]
    objections: tuple[int, int]
    to_do: tuple[Problem, ...]
    mistakes: tuple[Problem, ...]

    def __str__(self) -> str:
        lines = [
            f"draft: {self.described} of {self.sentences} sentences have gist and role, {self.awaiting} await a claim",
            f"       {_whole(self.claims)} claims, {_whole(self.arguments)} arguments, "
            f"{_whole(self.objections)} objections are whole",
        ]
        places = [
            f"  {found[0].place}: {found[0].message}"
            + (f", and {len(found) - 1} more in this file" if found[1:] else "")
            for _, group in groupby(self.to_do, key=lambda problem: problem.place.file)
            for found in [list(group)]
        ]
        if places:
            lines += ["still to do, first:", *places[:MOST_PLACES]]
        elif not self.mistakes:
            lines += ["nothing is missing: take 'draft: true' out of site.yaml, and the map is published as whole"]
        return "\n".join(lines)


def progress_of(loaded: Loaded, problems: Iterable[Problem]) -> Progress:
    """The progress of a draft, from what could be read of it and all that is wrong with it."""
    found = sorted(set(problems))
    parts = [record for record in loaded.records if isinstance(record, Part)]
    critique = next((record for record in loaded.records if isinstance(record, Critique)), None)
    vocabulary = next((record for record in loaded.records if isinstance(record, Vocabulary)), None)
    claims = [claim for part in parts for claim in part.claims]
    carrying = {role.id for role in (vocabulary.roles if vocabulary else ()) if role.carries_claims}
    named = {at for claim in claims for at in claim.at}
    places = loaded.known.get("sentences", {})
    described = read_described(next(iter(places.values())).file) if places else []
    return Progress(
        sentences=len(places),
        described=len(described),
        awaiting=sum(role in carrying and at not in named for at, role in described),
        claims=(len(claims), len(loaded.known.get("claims", ()))),
        arguments=(sum(len(part.arguments) for part in parts), len(loaded.known.get("arguments", ()))),
        objections=(len(critique.objections) if critique else 0, len(loaded.known.get("objections", ()))),
        to_do=tuple(problem for problem in found if problem.rule in TO_DO),
        mistakes=tuple(problem for problem in found if problem.rule not in TO_DO),
    )


def _whole(counts: tuple[int, int]) -> str:
    return f"{counts[0]} of {counts[1]}"
