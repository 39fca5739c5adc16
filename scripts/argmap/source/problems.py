"""What is wrong, where, and what to do about it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file; line and column count from 1, as editors do."""

    file: Path
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{shown(self.file)}:{self.line}:{self.column}"

    @property
    def file_and_line(self) -> str:
        """The place as it is named inside a sentence, where the column would be noise."""
        return f"{shown(self.file)}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a person has to mend; `rule` is the name that `check` shows in brackets."""

    place: Place
    message: str
    rule: str
    fix: str = ""

    def __str__(self) -> str:
        head = f"{self.place}: {self.message} [{self.rule}]"
        return f"{head}\n    fix: {self.fix}" if self.fix else head


def as_annotations(problems: Iterable[Problem]) -> str:
    """The problems as GitHub shows them beside the changed lines (workflow commands)."""
    lines = []
    for problem in problems:
        place = f"file={shown(problem.place.file)},line={problem.place.line},col={problem.place.column}"
        text = f"{problem.message} [{problem.rule}] {problem.fix}".replace("%", "%25").replace("\n", "%0A")
        lines.append(f"::error {place}::{text.rstrip()}")
    return "\n".join(lines)


class BadData(Exception):
    """The data cannot become pages; carries every problem found, sorted by place, and what is said before them."""

    def __init__(self, problems: Iterable[Problem], preface: str = "") -> None:
        self.problems = sorted(set(problems))
        self.preface = preface
        super().__init__("\n".join(filter(None, [preface, report(self.problems)])))


def report(problems: Iterable[Problem]) -> str:
    """All problems sorted by place, with a closing line that counts them."""
    found = sorted(set(problems))
    noun = "problem" if len(found) == 1 else "problems"
    return "\n".join([*map(str, found), f"{len(found)} {noun}"])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if one is near enough."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean 'x'?` for the nearest known word, or an empty text when none is near."""
    meant = nearest(word, known)
    return f"did you mean {meant!r}?" if meant else ""


def shown(file: Path) -> str:
    """A file as messages name it: relative to where the command runs, so that a terminal can open it."""
    relative = os.path.relpath(file)
    return file.as_posix() if relative.startswith("..") else Path(relative).as_posix()
