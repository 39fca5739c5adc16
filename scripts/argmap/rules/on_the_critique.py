"""The rules about objections, the answers to them, and grades, each a function named for what must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.loading.validation_messages import named
from argmap.model.argument import Argument
from argmap.model.argument_map import ArgumentMap
from argmap.model.critique import Objection
from argmap.rules.rule import Check, Found


def only_the_articles_objections_are_answered_in_it(argument_map: ArgumentMap) -> Iterator[Found]:
    """Claims of the article answer the objections that it raises; the map's objections have only a reply."""
    for objection in argument_map.critique.objections:
        if objection.by == "map" and objection.answered_in:
            message = f"{_called(objection)} is the map's, and the article answers no objection of the map's"
            fix = "take it out, and say in 'reply' what the author could answer; or change 'by'"
            yield Found(objection.place("answered-in"), message, fix)


def answers_stand_beside_each_other(argument_map: ArgumentMap) -> Iterator[Found]:
    """Each answer to an objection answers it alone: none is a reason for another in the same list."""
    reasons: dict[str, list[str]] = {}
    for argument in argument_map.arguments.values():
        reasons.setdefault(argument.for_, []).extend(argument.from_)
    for objection in argument_map.critique.objections:
        for number, answer in enumerate(objection.answered_in):
            above = [other for other in objection.answered_in if other != answer and answer in _under(other, reasons)]
            # Of claims that rest on each other neither is above; the rule on circles speaks of them.
            if above and above[0] not in _under(answer, reasons):
                message = f"{_called(objection)}: {answer!r} is already a reason for the answer {above[0]!r}"
                fix = "take it out; claims that answer only together are first joined by an argument"
                yield Found(objection.place("answered-in", number), message, fix)


def objections_are_graded_by_their_kind(argument_map: ArgumentMap) -> Iterator[Found]:
    """The article's objections may say how well they are met, the map's how severe they are, and neither the other."""
    for objection in argument_map.critique.objections:
        other = "severity" if objection.by == "article" else "met"
        if getattr(objection, other) is not None:
            message = f"{_called(objection)} is by the {objection.by}, but has {other!r}"
            yield Found(objection.place(other), message, f"take {other!r} out, or change 'by'")


def grades_have_a_reason(argument_map: ArgumentMap) -> Iterator[Found]:
    """What is graded says why, and what is left ungraded gives no reason for a grade."""
    graded: list[tuple[Argument | Objection, str, str | None]] = [
        (argument, "strength", argument.strength) for argument in argument_map.arguments.values()
    ]
    for objection in argument_map.critique.objections:
        # A grade of the wrong kind is a grade too; another rule speaks of it.
        key = "met" if objection.by == "article" else "severity"
        graded.append((objection, key, objection.met or objection.severity))
    for record, key, grade in graded:
        if grade and not record.because:
            fix = f"add 'because: ...', or take {key!r} out to leave it ungraded"
            yield Found(record.place("id"), f"{_called(record)} is graded, but not why", fix)
        if record.because and not grade:
            message = f"{_called(record)} gives a reason for a grade, but no grade"
            yield Found(record.place("because"), message, f"add '{key}: ...', or take 'because' out")


CRITIQUE_CHECKS: tuple[Check, ...] = (
    only_the_articles_objections_are_answered_in_it,
    answers_stand_beside_each_other,
    objections_are_graded_by_their_kind,
    grades_have_a_reason,
)


def _under(claim: str, reasons: Mapping[str, list[str]]) -> set[str]:
    """The claims from which a chain of arguments leads to this one."""
    found: set[str] = set()
    waiting = [claim]
    while waiting:
        for premise in reasons.get(waiting.pop(), []):
            if premise not in found:
                found.add(premise)
                waiting.append(premise)
    return found


def _called(record: Argument | Objection) -> str:
    return named(type(record), record.id)
