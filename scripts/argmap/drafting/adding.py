"""Puts a draft beside the data that is there, and says what its curator has to do next; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sized
from pathlib import Path

from argmap.drafting.foreign import draft_of
from argmap.drafting.interchange import read_foreign
from argmap.drafting.outline import read_outline
from argmap.drafting.stubs import Draft, Ids, objections_to_paste, part_to_write
from argmap.loading.load import PARTS, Loaded
from argmap.model.vocabulary import Vocabulary
from argmap.publishing.composition import read_map
from argmap.publishing.files import told
from argmap.source.problems import BadData, Place, Problem, shown
from argmap.source.reader import read_yaml

_MEND = "make room, or make it a place where you may write"
_HEAD = """# yaml-language-server: $schema=../schema/argument.schema.json
# A first draft, made of {origin}. Whatever ends in a remark (#) is still to do.
"""


def add_outline(data: Path, file: Path) -> str:
    """What was made of an outline, and what is to do."""

    def drafted(loaded: Loaded) -> Draft:
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            message = f"this outline cannot be read: {getattr(error, 'strerror', None) or 'it is not text in UTF-8'}"
            fix = "name a text file in UTF-8"
            raise BadData([Problem(Place(file), message, "outlines-can-be-read", fix)]) from None
        said = dict(_said(data))
        claims = {id: said.get(id, "") for id in loaded.known.get("claims", ())}
        return read_outline(text, file, _taken(loaded), claims)

    return _add(data, file, drafted)


def add_import(data: Path, file: Path) -> str:
    """What was made of another program's file, what it held that ours has no place for, and what is to do."""
    return _add(data, file, lambda loaded: draft_of(read_foreign(file), file.stem, _taken(loaded)))


def _add(data: Path, origin: Path, drafted: Callable[[Loaded], Draft]) -> str:
    loaded = read_map(data)
    draft = drafted(loaded)
    part = _next_part(data, draft)
    text = _HEAD.format(origin=origin.name) + part_to_write(draft, _unstated(loaded))
    with told("written", part, _MEND):
        part.parent.mkdir(parents=True, exist_ok=True)
        with part.open("x", encoding="utf-8") as new:
            new.write(text)
    counts = f"{_counted(draft.statements, 'claim')} and {_counted(draft.steps, 'argument')}"
    report = [f"{shown(part)}: {counts} written; each still needs its words of analysis, and most their places."]
    if draft.attacks:
        report += [
            "",
            f"{_counted(draft.attacks, 'objection')}, to be pasted into {shown(data / 'critique.yaml')} "
            "(in place of 'objections: []', if that stands there):",
            "",
            "objections:",
            objections_to_paste(draft),
        ]
    if draft.left_out:
        report += [
            "What to look at, and what the data format has no place for:",
            *(f"- {line}" for line in draft.left_out),
        ]
    return "\n".join(report) + "\n"


def _said(data: Path) -> Iterator[tuple[str, str]]:
    """The claims that are there already with what they say, unfinished ones too."""
    for part in sorted((data / PARTS).glob("*.yaml")):
        document, _ = read_yaml(part)
        value = document.value if document else None
        claims = value.get("claims") if isinstance(value, dict) else None
        for claim in claims if isinstance(claims, list) else ():
            known = (claim.get("id"), claim.get("says")) if isinstance(claim, dict) else (None, None)
            if isinstance(known[0], str) and isinstance(known[1], str):
                yield known[0], known[1]


def _taken(loaded: Loaded) -> set[str]:
    """Ids that stand for something already."""
    return {id for ids in loaded.known.values() for id in ids}


def _counted(those: Sized, noun: str) -> str:
    return f"{len(those)} {noun}" if len(those) == 1 else f"{len(those)} {noun}s"


def _next_part(data: Path, draft: Draft) -> Path:
    numbers = [part.name[:2] for part in (data / PARTS).glob("[0-9][0-9]-*.yaml")]
    number = int(max(numbers, default="00")) + 1
    return data / PARTS / f"{number:02}-{Ids().of(draft.title, 'part')}.yaml"


def _unstated(loaded: Loaded) -> str:
    vocabularies = [record for record in loaded.records if isinstance(record, Vocabulary)]
    voices = [voice for vocabulary in vocabularies for voice in vocabulary.voices]
    return next((voice.id for voice in voices if voice.origin == "unstated"), "")
