"""An argument written down as indented lines, the quickest form there is:

    Take cars off the bridge @p7.s1
        < It is unsafe @p2.s1 + ? A town keeps its people safe
            ! Old bridges last
        < Closing it costs little @p5.s2
    It is unsafe
        < The cracks grow @p3.s1

A line names a claim, `<` what it rests on, `+` what works only together, in the same line or beneath it; `?` stands
before what is left unsaid, `!` before an objection to the line above it, `@` before a place. What is indented belongs
to the line above, and begins with one of these signs. The same words name the same claim, so that a premise can be
argued for on a line of its own. `conclusion < premise` may stand on one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.drafting.stubs import Attack, Draft, Ids, Statement, Step
from argmap.source.problems import BadData, Place, Problem

RULE = "outlines-can-be-read"
_PLACE = re.compile(r"@(\S+)")
_SIGN = re.compile(r"(\s<(?:\s|$))")
_OTHER_SIGN = re.compile(r"[-*>=&~^|/\\•–—→]+(?=\s)")
_LOCATOR = re.compile(r"p[1-9]\d*\.s[1-9]\d*")


@dataclass
class _Line:
    """A line that others can stand under: the claim or the step that it is about."""

    indent: int
    claims: list[str]
    """The claim itself, or the premises of the step."""
    step: str = ""


def read_outline(text: str, file: Path, taken: Iterable[str] = (), claims: Mapping[str, str] | None = None) -> Draft:
    """The draft of an outline; ids in `taken` are not given again. Raises `BadData` with every line that is wrong.

    `claims` are those that the map has already, by their ids, with what they say: either names them.
    """
    outline = _Outline(file, Ids(taken), claims or {})
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            outline.take(number, line.expandtabs(4))
    if not outline.draft.statements and not outline.problems:
        outline.complain(1, 1, "no claim stands in this outline", "write a claim on a line of its own")
    if outline.problems:
        raise BadData(outline.problems)
    return outline.draft


class _Outline:
    def __init__(self, file: Path, ids: Ids, claims: Mapping[str, str]) -> None:
        self.file = file
        self.ids = ids
        self.draft = Draft(title="")
        self.problems: list[Problem] = []
        self._known = {_key(name): Statement(id, says) for id, says in claims.items() for name in (id, says) if name}
        self._above: list[_Line] = []
        self._last_step: _Line | None = None

    def complain(self, line: int, column: int, message: str, fix: str) -> None:
        self.problems.append(Problem(Place(self.file, line, column), message, RULE, fix))

    def take(self, number: int, line: str) -> None:
        indent = len(line) - len(line.lstrip())
        while self._above and self._above[-1].indent >= indent:
            self._above.pop()
        above = self._above[-1] if self._above else None
        text, column = line.strip(), indent + 1
        if text.startswith("+"):
            self._premise(number, indent, line, text[1:])
        elif other := _OTHER_SIGN.match(text):
            fix = "write '<' before a reason, '+' before what works only with it, '!' before an objection, or nothing"
            self.complain(number, column, f"'{other.group()}' is no sign of an outline", fix)
        elif text.startswith("!"):
            self._objection(number, column, text[1:], above)
        elif text.startswith("<"):
            if above is None:
                fix = "indent it beneath the claim that rests on this"
                self.complain(number, column, "nothing stands above that could rest on this", fix)
            elif len(above.claims) > 1:
                fix = "write that premise on a line of its own, in the same words, and indent this beneath it"
                self.complain(number, column, "which of the premises above rests on this is open", fix)
            else:
                self._step(number, indent, line, text[1:], above.claims[0])
        elif above:
            fix = "write '<' before a reason for the line above, '+' or '!', or begin the line where that one begins"
            self.complain(number, column, "what this is to the line above is not said", fix)
        else:
            claim, sign, reason = _SIGN.split(text, maxsplit=1) if _SIGN.search(text) else (text, "", "")
            made = self._claim(number, line, claim)
            if made:
                self._above.append(_Line(indent, [made]))
                if sign:
                    self._step(number, indent, line, reason, made)

    def _step(self, number: int, indent: int, line: str, text: str, conclusion: str) -> None:
        """A step to a claim; premises that are joined by + work only together."""
        if _SIGN.search(text):
            column = line.rindex(" <") + 2
            self.complain(number, column, "two reasons stand in one line", "give each a line of its own")
            return
        premises = [self._claim(number, line, part) for part in re.split(r"\s\+(?:\s|$)", text)]
        found = [premise for premise in premises if premise]
        if len(found) < len(premises):
            return
        if conclusion in found:
            fix = "write another reason, or say the conclusion in other words"
            self.complain(number, line.index(text.strip()) + 1, "this claim is its own reason", fix)
            return
        step = Step(self.ids.of(f"{found[0]} so {conclusion}".replace("-", " "), "step"), conclusion, found)
        self.draft.steps.append(step)
        self._last_step = _Line(indent, found, step.id)
        self._above.append(self._last_step)

    def _premise(self, number: int, indent: int, line: str, text: str) -> None:
        """Another premise of the step above, on a line of its own."""
        above = self._last_step
        if above is None or above.indent > indent:
            self.complain(number, indent + 1, "nothing stands above that this works with", "begin the reason with '<'")
            return
        premise = self._claim(number, line, text)
        step = next(step for step in self.draft.steps if step.id == above.step)
        if premise and premise == step.for_:
            self.complain(number, indent + 1, "this claim is its own reason", "write another premise")
        elif premise:
            step.from_.append(premise)
            above.claims = step.from_
            if above not in self._above:
                self._above.append(above)

    def _objection(self, number: int, column: int, text: str, above: _Line | None) -> None:
        words, at = self._placed(number, text, text)
        if above is None or not words:
            message = "an objection says nothing" if above else "nothing stands above that this objects to"
            self.complain(number, column, message, "indent it beneath a claim or a step, in words")
            return
        against = above.step or above.claims[-1]
        self.draft.attacks.append(Attack(self.ids.of(words, "objection"), words, against, at=at))

    def _claim(self, number: int, line: str, text: str) -> str | None:
        """The id of the claim with these words, old or new; without words none, and that is a problem."""
        words, at = self._placed(number, line, text)
        unsaid = words.startswith("?")
        words = words.removeprefix("?").strip()
        if not words:
            column = line.index(text.strip()) + 1 if text.strip() else len(line)
            self.complain(number, column, "a claim without words", "write what is claimed, or take the sign out")
            return None
        key = _key(words)
        if key not in self._known:
            self._known[key] = Statement(self.ids.of(words), words, at, unsaid)
            self.draft.statements.append(self._known[key])
            self.draft.title = self.draft.title or words
        known = self._known[key]
        known.at = list(dict.fromkeys([*known.at, *at]))
        known.unsaid = known.unsaid or unsaid
        return known.id

    def _placed(self, number: int, line: str, text: str) -> tuple[str, list[str]]:
        """A text without the places that it names, and these."""
        at = _PLACE.findall(text)
        for place in at:
            if not _LOCATOR.fullmatch(place):
                fix = "write paragraph and sentence, such as @p3.s2"
                self.complain(number, line.index(f"@{place}") + 1, f"'@{place}' is no place", fix)
        return " ".join(_PLACE.sub("", text).split()), [place for place in at if _LOCATOR.fullmatch(place)]


def _key(words: str) -> str:
    """What tells one claim from another."""
    return " ".join(words.split()).casefold().rstrip(".")
