"""What a rule is: a function whose name says what must hold, and which yields what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from argmap.model.argument_map import ArgumentMap
from argmap.source.problems import Place, Problem


class Found(NamedTuple):
    """A problem before it bears its rule's name."""

    place: Place
    message: str
    fix: str


Check: TypeAlias = Callable[[ArgumentMap], Iterator[Found]]


def name_of(check: Callable[..., Any]) -> str:
    """The rule's name as messages show it: the function's, in kebab-case."""
    return check.__name__.replace("_", "-")


def demands_of(checks: Iterable[Callable[..., Any]]) -> dict[str, str]:
    """What each rule demands, in one sentence, by its name."""
    return {name_of(check): check.__doc__ or "" for check in checks}


def problems_found(check: Callable[..., Iterable[Found]], *subject: Any) -> Iterator[Problem]:
    """What a rule finds wrong with its subject."""
    for found in check(*subject):
        yield Problem(found.place, found.message, name_of(check), found.fix)
