"""From the files of a data folder to the map, with everything that is wrong with their shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from argmap.loading.fields import Declared, fields_of
from argmap.loading.validation_messages import RULES as SHAPE_RULES
from argmap.loading.validation_messages import named, not_a_record, problems_of_record
from argmap.model.argument import Argument, Part
from argmap.model.argument_map import ArgumentMap, Retired
from argmap.model.article import Article
from argmap.model.changes import Changes
from argmap.model.critique import Critique
from argmap.model.evidence import Evidence, Glossary, Predictions
from argmap.model.records import Record, in_text
from argmap.model.site_settings import Site
from argmap.model.vocabulary import Vocabulary
from argmap.source.problems import Place, Problem, did_you_mean
from argmap.source.reader import RULES as READING_RULES
from argmap.source.reader import Document, PathInFile, Value, read_yaml

RULES = {
    **READING_RULES,
    **SHAPE_RULES,
    "files-are-known": "The data folder holds no file that nothing reads.",
}

# Each file is the field of `ArgumentMap` that has its name.
FILES: Mapping[str, type[Record]] = {
    "article.yaml": Article,
    "vocabulary.yaml": Vocabulary,
    "critique.yaml": Critique,
    "evidence.yaml": Evidence,
    "predictions.yaml": Predictions,
    "glossary.yaml": Glossary,
    "site.yaml": Site,
    "retired.yaml": Retired,
    "changes.yaml": Changes,
}
PARTS = "argument"
SCHEMAS = "schema"

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """What could be read; a broken record is left out, yet its id counts as known.

    `known` holds, for each list that defines ids (by its key in YAML), where each id stands. `incomplete` names the
    lists of which some ids could not be read, so that nothing may be called unknown there. `sound_part` is the map
    without its broken records, unless a whole file is missing from it.
    """

    records: tuple[Record, ...]
    known: Mapping[str, Mapping[str, Place]]
    incomplete: frozenset[str]
    problems: tuple[Problem, ...]
    sound_part: ArgumentMap | None
    draft: bool = False
    """Whether the map calls itself unfinished."""

    @property
    def language(self) -> str:
        """The code of the language that the map speaks, as far as it says so."""
        codes = {type(one): one.language for one in self.records if isinstance(one, Site | Article)}
        return codes.get(Site) or codes.get(Article) or Article.model_fields["language"].default

    @property
    def argument_map(self) -> ArgumentMap | None:
        """The map, if nothing is wrong with its shape."""
        return None if self.problems else self.sound_part


def load_map(data_dir: Path) -> Loaded:
    """Everything in a data folder."""
    reading = _Reading()
    reading.problems.extend(_files_that_nothing_reads(data_dir))
    files: dict[str, Any] = {
        name.removesuffix(".yaml"): reading.read(data_dir / name, model) for name, model in FILES.items()
    }
    if files["site"]:
        files["site"] = _with_main_line(files["site"])
    part_files = sorted(
        (file for file in (data_dir / PARTS).glob("*.yaml") if _is_seen(file.relative_to(data_dir))),
        key=lambda file: file.name,
    )
    if not part_files:
        fix = f"begin one, such as {PARTS}/01-opening.yaml, with a title, claims and arguments"
        nowhere = Problem(Place(data_dir / PARTS), "no file of the argument is here", "files-are-there", fix)
        reading.problems.append(nowhere)
        reading.incomplete.update(_lists_in(Part))
    parts = _with_places(tuple(part for file in part_files if (part := reading.read(file, Part))))
    return Loaded(
        records=tuple(record for record in (*files.values(), *parts) if record),
        known=reading.known,
        incomplete=frozenset(reading.incomplete),
        problems=tuple(sorted(set(reading.problems))),
        sound_part=ArgumentMap(parts=parts, **files) if all(files.values()) else None,
        draft=reading.draft,
    )


def _with_main_line(site: Site) -> Site:
    """The site's record with what follows from the main conclusion where nothing else is said."""
    pivot = site.pivot or site.main_conclusion
    backbone = site.backbone or tuple(dict.fromkeys((site.main_conclusion, pivot)))
    return site.model_copy(update={"pivot": pivot, "backbone": backbone})


def _with_places(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts, each argument that names no sentence with all those of its claims, in the text's order."""
    places = {claim.id: claim.at for part in parts for claim in part.claims}

    def placed(argument: Argument) -> Argument:
        if argument.at:
            return argument
        at = {locator for claim in (*argument.from_, argument.for_) for locator in places.get(claim, ())}
        return argument.model_copy(update={"at": tuple(sorted(at, key=in_text))})

    return tuple(
        part.model_copy(update={"arguments": tuple(placed(argument) for argument in part.arguments)}) for part in parts
    )


def _files_that_nothing_reads(data_dir: Path) -> Iterator[Problem]:
    for file in sorted(data_dir.glob("**/*")):
        inside = file.relative_to(data_dir)
        if file.is_dir() or not _is_seen(inside):
            continue
        is_part = inside.parent == Path(PARTS) and file.suffix == ".yaml"
        is_schema = inside.parent == Path(SCHEMAS) and file.name.endswith(".schema.json")
        if not is_part and not is_schema and inside.as_posix() not in FILES:
            fix = did_you_mean(inside.as_posix(), FILES)
            fix = fix or f"move it out of this folder; files of the argument lie in {PARTS}/ and end in .yaml"
            yield Problem(Place(file), "nothing reads this file", "files-are-known", fix)


def _is_seen(inside: Path) -> bool:
    # Editors keep locks, swap files and backups beside what is being edited.
    return not inside.name.endswith("~") and not any(part.startswith(".") for part in inside.parts)


class _Reading:
    """Reads file after file, and keeps what the rules across records need to know of all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.known: dict[str, dict[str, Place]] = {}
        self.incomplete: set[str] = set()
        self.draft = False

    def read(self, file: Path, model: type[R]) -> R | None:
        document, problems = read_yaml(file)
        self.problems.extend(problems)
        if document is None:
            self.incomplete.update(_lists_in(model))
            return None
        self.draft |= isinstance(document.value, dict) and document.value.get("draft") == "true"
        return self._record(document, document.value, model, (), "this file")

    def _record(self, document: Document, raw: Value, model: type[R], path: PathInFile, label: str) -> R | None:
        """The record with its places set, or None where it is broken; the records inside it are read in any case."""
        if not isinstance(raw, dict):
            self.incomplete.update(_lists_in(model), map(str, path[-2:-1]))
            if path not in document.refused:
                self.problems.append(not_a_record(raw, label, document.places[path]))
            return None
        ready: dict[str, object] = {**raw}
        broken: set[str] = set()
        for field in fields_of(model):
            if field.record and field.alias in raw:
                inner, whole = self._inner(document, raw[field.alias], field, field.record, (*path, field.alias), label)
                ready[field.alias] = inner
                broken |= set() if whole else {field.alias}
        try:
            record = model.model_validate(ready)
        except ValidationError as error:
            # What is wrong inside an inner record, or was refused as YAML, has been said.
            unsaid = [
                detail
                for detail in error.errors(include_url=False)
                if detail["loc"][0] not in broken and (*path, *detail["loc"]) not in document.refused
            ]
            self.problems.extend(problems_of_record(unsaid, model, label, document, path))
            # A list may be absent because its key was misspelt, and an id that is not well formed was meant otherwise.
            self.incomplete.update(*(_lists_of(field) for field in fields_of(model) if field.alias not in raw))
            if _identity_key(model) in {detail["loc"][0] for detail in error.errors()}:
                self.incomplete.update(map(str, path[-2:-1]))
            return None
        record._written_at = document.places, path
        return record

    def _inner(
        self, document: Document, raw: Value, field: Declared, model: type[Record], path: PathInFile, around: str
    ) -> tuple[object, bool]:
        """What a field of inner records holds without the broken ones, and whether none was broken."""
        around = "" if around == "this file" else around
        if not field.is_list:
            label = f"{field.alias!r} of {around}" if around else repr(field.alias)
            record = self._record(document, raw, model, path, label)
            return record or raw, record is not None
        if not isinstance(raw, list):
            self.incomplete.update(_lists_of(field))
            return raw, True
        sound: list[Record] = []
        key = _identity_key(model)
        for number, entry in enumerate(raw):
            identity = entry.get(key) if isinstance(entry, dict) else None
            if isinstance(identity, str):
                self.known.setdefault(field.alias, {}).setdefault(identity, document.places[*path, number, key])
            record = self._record(document, entry, model, (*path, number), named(model, identity, around))
            if record:
                sound.append(record)
        return sound, len(sound) == len(raw)


@cache
def _identity_key(model: type[Record]) -> str:
    """The key that names a record of this kind (a sentence has no `id` but `at`); empty where nothing refers to it."""
    keys = {field.alias for field in fields_of(model)}
    return next((key for key in ("id", "at") if key in keys), "")


@cache
def _lists_in(model: type[Record]) -> frozenset[str]:
    """The keys of all lists of records in a record of this kind."""
    return frozenset().union(*(_lists_of(field) for field in fields_of(model)))


def _lists_of(field: Declared) -> frozenset[str]:
    below = _lists_in(field.record) if field.record else frozenset()
    return below | {field.alias} if field.record and field.is_list else below
