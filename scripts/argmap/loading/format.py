"""The data format, as described by the model: a reference for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args, get_origin

from argmap.loading.fields import Declared, fields_of
from argmap.loading.load import FILES, PARTS
from argmap.loading.validation_messages import with_article
from argmap.model.argument import Part
from argmap.model.records import Record


class Field(NamedTuple):
    name: str
    type: str
    optional: bool
    about: str


class RecordFormat(NamedTuple):
    name: str
    anchor: str
    about: str
    fields: list[Field]


class FileFormat(NamedTuple):
    name: str
    anchor: str
    records: list[RecordFormat]


def describe_format() -> list[FileFormat]:
    """Every file of a data folder with the records in it, a record under the first file that holds it."""
    described: set[type[Record]] = set()
    formats = []
    files: dict[str, type[Record]] = {**FILES, f"{PARTS}/*.yaml": Part}
    for name, model in files.items():
        new = [record for record in dict.fromkeys(records_in(model)) if record not in described]
        described.update(new)
        formats.append(FileFormat(name, model.__name__.lower() + "-file", [_described(record) for record in new]))
    return formats


def records_in(model: type[Record]) -> Iterator[type[Record]]:
    """A kind of record and those inside it, at whatever depth."""
    yield model
    for declared in fields_of(model):
        if declared.record:
            yield from records_in(declared.record)


def _described(model: type[Record]) -> RecordFormat:
    name = model.__name__
    about = (model.__doc__ or "").strip() if model.__doc__ is not Record.__doc__ else ""
    fields = [Field(d.alias, _type_of(model, d), not d.required, d.description) for d in fields_of(model)]
    return RecordFormat(name, name.lower(), about, fields)


def _type_of(model: type[Record], declared: Declared) -> str:
    if declared.record:
        noun = f"{declared.record.__name__} record"
    elif declared.target:
        noun = f"id of {with_article(declared.target)}"
    else:
        noun = _plain_type(model.model_fields[declared.name].annotation)
    return f"list: each {with_article(noun)}" if declared.is_list else noun


def _plain_type(annotation: object) -> str:
    if annotation is bool:
        return "true or false"
    if annotation is int:
        return "whole number"
    choices = [part for part in (annotation, *get_args(annotation)) if get_origin(part) is Literal]
    return " or ".join(get_args(choices[0])) if choices else "text"
