"""Strict YAML: every value a plain text with its place; whatever could surprise a curator is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from argmap.source.problems import Place, Problem
from argmap.source.syntax import WELL_FORMED, syntax_problem

PathInFile: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value]"

RULES = {
    "files-are-there": "Every file that a map needs is there and holds something.",
    "files-are-readable": "Every file is an ordinary one that may be read, and is UTF-8 text.",
    "characters-are-plain": "No file holds tabs, control characters or marks that reorder text.",
    WELL_FORMED: "Every file follows the grammar of YAML.",
    "yaml-is-plain": "Files hold keys, lists and texts: no anchors, tags, merge keys, second documents, deep nesting.",
    "keys-are-unique": "No key is given twice in one record.",
    "values-are-filled": "A key or a dash is followed by something; what is not known is left out.",
    "texts-are-whole": "No unquoted text is cut off by a number sign.",
}

DEEPEST = 20  # Far above any record; what nests deeper is a slip or an attack.

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_PLAIN = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

# White space that looks like the common space and is none for YAML: where a line, an entry or a value begins.
_STRANGE_SPACE = re.compile(r"^(?P<before> *(?:- *)*(?:[\w-]+:)? *)[\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000]")


@dataclass
class Document:
    """One file's value, where each value and each key of it stands, and which values were refused."""

    value: Value = ""
    places: dict[PathInFile, Place] = field(default_factory=dict)
    keys: dict[PathInFile, Place] = field(default_factory=dict)
    refused: set[PathInFile] = field(default_factory=set)


def read_yaml(file: Path) -> tuple[Document | None, list[Problem]]:
    """The file's document, or None where it could not be read to its end, with all that is wrong with it."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            fix = "create it, or undo its renaming"
            return None, [Problem(Place(file), "this file is missing", "files-are-there", fix)]
        why, fix = f"this file cannot be read: {error.strerror}", "make it an ordinary file that you may read"
        return None, [Problem(Place(file), why, "files-are-readable", fix)]
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, [not_utf8(file, raw, error.start)]
    return parse_yaml(file, text)


def parse_yaml(file: Path, text: str) -> tuple[Document | None, list[Problem]]:
    """As `read_yaml`, for a text already at hand; `file` only names it."""
    problems = list(_characters_that_are_not_plain(file, text))
    if problems:
        return None, problems
    reader = _Reader(file, text)
    try:
        document = reader.document()
    except _UnreadableError as error:
        return None, [*reader.problems, error.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, syntax_problem(file, text, error)]
    except (yaml.YAMLError, ValueError):
        # Without libyaml a few escapes that name no character end here, and tell no place.
        return None, [*reader.problems, Problem(Place(file), "this is not YAML", WELL_FORMED)]
    return document, reader.problems


class _UnreadableError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Reader:
    """Builds the value from the parser's events, which still tell aliases, anchors and tags apart."""

    def __init__(self, file: Path, text: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = text.split("\n")
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._document = Document()

    def document(self) -> Document:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            fix = "write the keys that it needs, or delete it where it is not needed"
            raise _UnreadableError(Problem(Place(self._file), "this file is empty", "files-are-there", fix))
        self._document.value = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            fix = "take out the line '---', or move what follows into a file of its own"
            raise _UnreadableError(
                Problem(self._place(after.start_mark), "a second document begins here", "yaml-is-plain", fix)
            )
        return self._document

    def _place(self, mark: Any) -> Place:
        if mark.line >= len(self._lines):  # libyaml's end of a text without a last line break
            return Place(self._file, len(self._lines), len(self._lines[-1]) + 1)
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _refuse(self, path: PathInFile, mark: Any, message: str, rule: str, fix: str) -> None:
        self._document.refused.add(path)
        self.problems.append(Problem(self._place(mark), message, rule, fix))

    def _refuse_shorthand(self, path: PathInFile, mark: Any, sign: str, fix: str) -> None:
        self._refuse(path, mark, f"{sign!r} is a YAML shorthand, which is not used here", "yaml-is-plain", fix)

    def _value(self, event: yaml.Event, path: PathInFile) -> Value:
        self._document.places.setdefault(path, self._place(event.start_mark))
        self._refuse_signs(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, path)
        if len(path) >= DEEPEST:
            message = f"this is nested more than {DEEPEST} levels deep"
            fix = "look for brackets or indentation too many"
            raise _UnreadableError(Problem(self._place(event.start_mark), message, "yaml-is-plain", fix))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._record(path) if isinstance(event, yaml.MappingStartEvent) else ""

    def _refuse_signs(self, event: yaml.Event, path: PathInFile) -> None:
        fix = "put the text in double quotes if the sign belongs to it; otherwise write the value out"
        if anchor := getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._refuse_shorthand(path, event.start_mark, f"{sign}{anchor}", fix)
        if tag := getattr(event, "tag", None):
            sign = tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse_shorthand(path, event.start_mark, sign, fix)

    def _text(self, event: yaml.ScalarEvent, path: PathInFile) -> str:
        text: str = event.value
        start, end = event.start_mark, event.end_mark
        if event.style:  # quoted, or a block after '>' or '|'
            if found := _NOT_PLAIN.search(text):
                message = f"the text holds {_named(found[0])}, written as an escape"
                self._refuse(path, start, message, "characters-are-plain", "take the backslash and its letters out")
            elif text and not text.strip():
                fix = "write the value, or leave the whole line out"
                self._refuse(path, start, "nothing but white space is given here", "values-are-filled", fix)
            return text
        if text in ("", "~", "null", "Null", "NULL"):
            if path not in self._document.refused:
                fix = "write the value, or leave the whole line out"
                what = f"for {path[-1]!r}" if path and isinstance(path[-1], str) else "here"
                self._refuse(path, start, f"nothing is given {what}", "values-are-filled", fix)
            return ""
        if self._rest_of_line(end).lstrip(" ").startswith("#"):
            message = "the text is cut off here, because ' #' begins a comment"
            fix = "put the text in double quotes if the # belongs to it; otherwise give the comment a line of its own"
            self._refuse(path, end, message, "texts-are-whole", fix)
        return text

    def _rest_of_line(self, mark: Any) -> str:
        rest: str = self._lines[mark.line][mark.column :]
        return rest

    def _list(self, path: PathInFile) -> list[Value]:
        entries: list[Value] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._value(event, (*path, len(entries))))
        return entries

    def _record(self, path: PathInFile) -> dict[str, Value]:
        record: dict[str, Value] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            below = (*path, key)
            value = self._value(next(self._events), below)
            if key in record:
                first = self._document.keys[below]
                fix = f"keep one of the two; the first stands in line {first.line}"
                self._refuse(below, event.start_mark, f"the key {key!r} is given twice", "keys-are-unique", fix)
            elif isinstance(event, yaml.ScalarEvent):
                record[key] = value
                self._document.keys[below] = self._place(event.start_mark)
        return record

    def _key(self, event: yaml.Event, path: PathInFile) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            fix = "take out the brackets or the '?'"
            self._refuse((*path, "?"), event.start_mark, "a key must be a word", "yaml-is-plain", fix)
            self._value(event, (*path, "?"))
            return "?"
        key: str = event.value
        self._refuse_signs(event, (*path, key))
        if key == "<<" and not event.style:
            self._refuse_shorthand((*path, key), event.start_mark, key, "write the keys out")
        elif not key:
            fix = "write the key before the colon"
            self._refuse((*path, key), event.start_mark, "a key is missing here", "yaml-is-plain", fix)
        return key


def not_utf8(file: Path, raw: bytes, start: int) -> Problem:
    """What is said of a file that cannot be decoded, from the byte where that begins."""
    line_start = raw.rfind(b"\n", 0, start) + 1
    column = len(raw[line_start:start].decode("utf-8").removeprefix("\ufeff")) + 1
    place = Place(file, raw.count(b"\n", 0, start) + 1, column)
    fix = "save the file with the encoding UTF-8"
    return Problem(place, f"the byte 0x{raw[start]:02X} is not UTF-8 text", "files-are-readable", fix)


def _characters_that_are_not_plain(file: Path, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if found := _NOT_PLAIN.search(line):
            fix = "use spaces instead" if found[0] == "\t" else "delete it; it may be invisible in the editor"
            place = Place(file, number, found.start() + 1)
            yield Problem(place, f"this line holds {_named(found[0])}", "characters-are-plain", fix)
        elif found := _STRANGE_SPACE.match(line):
            begin = found.end("before")
            message = f"{_named(line[begin])} stands where only ordinary spaces can stand"
            fix = "delete it, and type an ordinary space where one is needed"
            yield Problem(Place(file, number, begin + 1), message, "characters-are-plain", fix)


def _named(character: str) -> str:
    if character == "\t":
        return "a tab"
    name = unicodedata.name(character, "a control character").lower()
    return f"{name} (U+{ord(character):04X})"
