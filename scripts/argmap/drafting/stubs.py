"""A first draft of an argument in the data format: all that was written down elsewhere, and what is still to do."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from argmap.model.records import LONGEST_ID, LONGEST_NAME, in_text

_WORDS_IN_ID = 5
_SMALL = frozenset(  # words that tell nothing
    re.findall(
        r"\w+", "a an and are as at be been by for from has have in is it its of on or so that the to was will with"
    )
)


@dataclass
class Statement:
    """A claim to be."""

    id: str
    text: str
    at: Sequence[str] = ()
    unsaid: bool = False


@dataclass
class Step:
    """An argument to be: premises that work only together."""

    id: str
    for_: str
    from_: list[str]
    scheme: str = ""
    """What the other program calls the pattern, for a remark."""


@dataclass
class Attack:
    """An objection to be, against a claim or a step."""

    id: str
    text: str
    against: str
    raised_in: list[str] = field(default_factory=list)
    answered_in: list[str] = field(default_factory=list)
    at: Sequence[str] = ()
    """Where it stands; without a place, where that stands which it is about."""


@dataclass
class Draft:
    """An argument as it was written down elsewhere."""

    title: str
    statements: list[Statement] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    attacks: list[Attack] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """What the data format has no place for, each in a sentence for the curator."""


class Ids:
    """Makes ids of words; none is given twice."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def of(self, text: str, otherwise: str = "claim") -> str:
        """An id of the first telling words, or of a number where the script has no letters for one."""
        bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
        words = [word.lower() for word in re.findall(r"[A-Za-z0-9]+", bare)]
        telling = [word for word in words if word not in _SMALL] or words
        while telling and not telling[0][0].isalpha():
            telling.pop(0)
        chosen = telling[:_WORDS_IN_ID]
        while len("-".join(chosen)) > LONGEST_ID - 4 and len(chosen) > 1:
            chosen.pop()
        made = "-".join(chosen)[: LONGEST_ID - 4].rstrip("-")
        return self._unused(made) if made else self._unused(f"{otherwise}-1", f"{otherwise}-")

    def _unused(self, made: str, stem: str = "") -> str:
        stem, number = stem or f"{made}-", 2
        while made in self._taken:
            made, number = f"{stem}{number}", number + 1
        self._taken.add(made)
        return made


def part_to_write(draft: Draft, unstated: str = "") -> str:
    """The text of a file of `argument/`; `unstated` is the vocabulary's word for what is left unsaid."""
    lines = [f"title: {_quoted(_cut(draft.title))}", "claims:"]
    for one in draft.statements:
        lines += [f"  - id: {one.id}", f"    says: {_quoted(one.text)}"]
        lines += _named(one.text)
        lines += ["    kind:  # a word of claim-kinds"]
        lines += [f"    voice: {unstated}" if one.unsaid and unstated else "    voice:  # a word of voices"]
        lines += [_places(one.at)] if one.at else []
    if draft.steps:
        lines += ["arguments:"]
    for step in draft.steps:
        lines += [f"  - id: {step.id}", f"    for: {step.for_}", f"    from: [{', '.join(step.from_)}]"]
        called = f", called {_quoted(step.scheme)} there" if step.scheme else ""
        lines += [f"    scheme:  # a word of schemes{called}", "    drawn:  # a word of drawings"]
    return "\n".join(lines) + "\n"


def objections_to_paste(draft: Draft) -> str:
    """The entries of `objections` in `critique.yaml`; without any, nothing."""
    return "\n".join(_objections(draft)) + "\n" if draft.attacks else ""


def _objections(draft: Draft) -> Iterator[str]:
    places = {one.id: one.at for one in draft.statements}
    steps = {step.id: [*step.from_, step.for_] for step in draft.steps}
    for attack in draft.attacks:
        yield f"  - id: {attack.id}"
        yield "    # or map, if it is yours"
        yield "    by: article"
        yield f"    against: {attack.against}"
        yield from _named(attack.text)
        yield f"    says: {_quoted(attack.text)}"
        if attack.raised_in:
            yield f"    raised-in: [{', '.join(attack.raised_in)}]"
        if attack.answered_in:
            yield f"    answered-in: [{', '.join(attack.answered_in)}]"
        around = attack.raised_in or steps.get(attack.against) or [attack.against]
        at = attack.at or {locator for claim in around for locator in places.get(claim, ())}
        yield _places(at) if at else "    at:  # the sentences that it turns on"


def _named(text: str) -> list[str]:
    if len(text) <= LONGEST_NAME:
        return [f"    short: {_quoted(text.rstrip('.'))}"]
    return [f"    short:  # the same in at most {LONGEST_NAME} characters"]


def _places(at: Iterable[str]) -> str:
    return f"    at: [{', '.join(sorted(at, key=in_text))}]"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"


def _quoted(text: str) -> str:
    # A JSON string is a YAML string that nothing in it can break.
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
