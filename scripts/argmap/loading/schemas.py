"""JSON Schemas for the editors of one map: the shape of its files, and its own words and ids to choose among."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from argmap.loading.fields import LISTS, fields_of
from argmap.loading.format import records_in
from argmap.loading.load import FILES, PARTS, Loaded
from argmap.model.argument import Part
from argmap.model.records import Record
from argmap.model.vocabulary import Vocabulary

# What says that a text is an id; in its place comes which ids there are.
_FORM = ("maxLength", "pattern", "type")


def schemas(loaded: Loaded) -> dict[str, str]:
    """A JSON Schema by file name for each kind of file, in the shape that editors understand."""
    models: dict[str, type[Record]] = {
        **{name.removesuffix(".yaml"): model for name, model in FILES.items()},
        PARTS: Part,
    }
    return {
        f"{name}.schema.json": json.dumps(_schema(model, loaded), indent=2, ensure_ascii=False) + "\n"
        for name, model in models.items()
    }


def write_schemas(folder: Path, loaded: Loaded) -> None:
    """Write the schemas into the folder that the data files' first lines point to."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(loaded).items():
        (folder / name).write_text(text, encoding="utf-8")


def _schema(model: type[Record], loaded: Loaded) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    definitions: dict[str, Any] = schema.pop("$defs", {})
    choices: dict[str, Any] = {}
    for record in dict.fromkeys(records_in(model)):
        properties = (schema if record is model else definitions[record.__name__])["properties"]
        for field in fields_of(record):
            if any(key in loaded.known for key in LISTS.get(field.target, ())):
                value = properties[field.alias]
                value = value["items"] if field.is_list else value.get("anyOf", [value])[0]
                form = {key: value.pop(key) for key in _FORM if key in value}
                name = field.target.replace(" ", "-")
                value["allOf"] = [{"$ref": f"#/$defs/{name}"}]  # older drafts forget what stands beside a reference
                choices[name] = _choice(field.target, form, loaded)
    definitions |= dict(sorted(choices.items()))
    return ({"$defs": definitions} if definitions else {}) | schema


def _choice(target: str, form: dict[str, Any], loaded: Loaded) -> dict[str, Any]:
    """The ids of a target: words of the vocabulary and nothing else, or what may also be an id not yet written down."""
    known = list(dict.fromkeys(id for key in LISTS[target] for id in loaded.known.get(key, ())))
    meanings = _meanings(loaded)
    if set(LISTS[target]) <= meanings.keys():
        said = [next((meanings[key][id] for key in LISTS[target] if id in meanings[key]), "") for id in known]
        return {"enum": known, "enumDescriptions": said}
    return {"anyOf": [{"enum": known}, form]}


def _meanings(loaded: Loaded) -> Mapping[str, Mapping[str, str]]:
    """What each word of the vocabulary means, by the lists that hold them."""
    vocabulary = next((record for record in loaded.records if isinstance(record, Vocabulary)), None)
    return {
        field.alias: {word.id: f"{word.label}: {word.definition}" for word in getattr(vocabulary, field.name)}
        for field in fields_of(Vocabulary)
        if vocabulary and field.is_list
    }
