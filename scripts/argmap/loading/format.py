"""The data format, as described by the model: a reference for people and JSON Schemas for their editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
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
        new = [record for record in dict.fromkeys(_records_in(model)) if record not in described]
        described.update(new)
        formats.append(FileFormat(name, model.__name__.lower() + "-file", [_described(record) for record in new]))
    return formats


def schemas() -> dict[str, str]:
    """A JSON Schema by file name for each kind of file, in the shape that editors understand."""
    models: dict[str, type[Record]] = {
        **{name.removesuffix(".yaml"): model for name, model in FILES.items()},
        PARTS: Part,
    }
    return {
        f"{name}.schema.json": json.dumps(model.model_json_schema(by_alias=True), indent=2, ensure_ascii=False) + "\n"
        for name, model in models.items()
    }


def write_schemas(folder: Path) -> None:
    """Write the schemas into the folder that the data files' first lines point to."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _records_in(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for declared in fields_of(model):
        if declared.record:
            yield from _records_in(declared.record)


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
