"""What the model declares about its fields, so that loading and rules need no list of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import StringConstraints

from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Date, Record, Ref
from argmap.source.reader import PathInFile


class Declared(NamedTuple):
    """One field: its name in Python and in YAML, and what it holds."""

    name: str
    alias: str
    required: bool
    description: str
    is_list: bool
    record: type[Record] | None
    target: str
    is_date: bool


class Written(NamedTuple):
    """One text of a record, with the field that it stands in and its path from the record."""

    record: Record
    path: PathInFile
    text: str
    target: str


LISTS = {
    "claim": ("claims",),
    "argument": ("arguments",),
    "claim or argument": ("claims", "arguments"),
    "sentence": ("sentences",),
    "objection": ("objections",),
    "source": ("sources",),
    "entry of the glossary": ("terms",),
    "party": ("parties",),
    "scheme": ("schemes",),
    "claim kind": ("claim-kinds",),
    "voice": ("voices",),
    "hedge": ("hedges",),
    "role": ("roles",),
    "drawing": ("drawings",),
    "strength": ("strengths",),
    "severity": ("severities",),
    "answer": ("answers",),
    "stance": ("stances",),
    "source kind": ("source-kinds",),
    "standing": ("standings",),
    "status": ("statuses",),
    "question": ("questions",),
}
"""The keys of the lists in which the ids that a `Ref` means are defined, by its target."""

_DATE = next(part.pattern for part in get_args(Date) if isinstance(part, StringConstraints))


@cache
def fields_of(model: type[Record]) -> tuple[Declared, ...]:
    """The fields of a kind of record, in the order in which the model declares them."""
    declared = []
    for name, field in model.model_fields.items():
        parts = [part for whole in (field.annotation, *field.metadata) for part in _parts(whole)]
        declared.append(
            Declared(
                name=name,
                alias=field.alias or name,
                required=field.is_required(),
                description=field.description or "",
                is_list=any(get_origin(part) is tuple for part in parts),
                record=next((part for part in parts if isinstance(part, type) and issubclass(part, Record)), None),
                target=next((part.target for part in parts if isinstance(part, Ref)), ""),
                is_date=any(getattr(part, "pattern", None) == _DATE for part in parts),
            )
        )
    return tuple(declared)


def texts_in(record: Record) -> Iterator[Written]:
    """Every text of a record and of the records inside it, references included."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, str):
            yield Written(record, (field.alias,), value, field.target)
        elif value and not isinstance(value, bool | int):
            for path, entry in entries_of(field.alias, value):
                if isinstance(entry, Record):
                    yield from texts_in(entry)
                elif isinstance(entry, str):
                    yield Written(record, path, entry, field.target)


def records_of(argument_map: ArgumentMap) -> Iterator[Record]:
    """What each file of the map holds."""
    for field in dataclasses.fields(argument_map):
        yield from (entry for _, entry in entries_of(field.name, getattr(argument_map, field.name)))


def records_within(record: Record) -> Iterator[Record]:
    """A record and those inside it, at whatever depth."""
    yield record
    for field in fields_of(type(record)):
        if field.record:
            for _, entry in entries_of(field.alias, getattr(record, field.name)):
                if isinstance(entry, Record):
                    yield from records_within(entry)


def entries_of(alias: str, value: Any) -> Iterator[tuple[PathInFile, Any]]:
    """A field's value, or each entry of a list, with its path from the record."""
    if isinstance(value, tuple | list):
        yield from (((alias, number), entry) for number, entry in enumerate(value))
    else:
        yield (alias,), value


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)
