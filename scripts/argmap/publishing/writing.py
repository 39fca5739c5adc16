"""Brings the pages in `docs/` up to date, without ever leaving half a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from argmap.naming.urls import Hosting
from argmap.pictures.fonts import font_files
from argmap.publishing.composition import NOWHERE, build_site
from argmap.source.problems import BadData, Place, Problem

MANIFEST = ".generated"
STAGING = ".staging"


def write_site(data: Path, docs: Path, hosting: Hosting = NOWHERE) -> None:
    """Bring the generated pages in `docs/` up to date; nothing is touched when the data has a problem.

    What was written is listed in a manifest, so that a page goes when its record goes and a page that a person wrote
    is never overwritten (`BadData`). New text is staged first: an interrupted run leaves whole pages, and the next
    run finishes the work.
    """
    texts = build_site(data, hosting)
    pages = {path: text.encode() for path, text in texts.items()} | font_files(texts.values())
    owned = _read_manifest(docs)
    _refuse_to_overwrite(docs, [path for path in pages if path not in owned])
    changed = {path: made for path, made in pages.items() if path not in owned or _read(docs / path) != made}
    _stage(docs, changed)
    _write_manifest(docs, owned | pages.keys())
    _make_folders(docs, changed)
    for path in changed:
        (docs / STAGING / path).replace(docs / path)
    for path in owned - pages.keys():
        (docs / path).unlink(missing_ok=True)
    _write_manifest(docs, pages.keys())
    _clear(docs / STAGING)


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_manifest(docs: Path) -> set[str]:
    text = _read(docs / MANIFEST)
    return set(json.loads(text)) if text else set()


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    listed = (json.dumps(sorted(paths), indent=0) + "\n").encode()
    if _read(docs / MANIFEST) != listed:
        _stage(docs, {MANIFEST: listed})
        (docs / STAGING / MANIFEST).replace(docs / MANIFEST)


def _stage(docs: Path, contents: Mapping[str, bytes]) -> None:
    _make_folders(docs / STAGING, contents)
    for path, content in contents.items():
        (docs / STAGING / path).write_bytes(content)


def _make_folders(root: Path, paths: Iterable[str]) -> None:
    for folder in {(root / path).parent for path in paths}:
        folder.mkdir(parents=True, exist_ok=True)


def _clear(folder: Path) -> None:
    if folder.is_dir():
        for entry in sorted(folder.rglob("*"), reverse=True):
            entry.rmdir() if entry.is_dir() else entry.unlink()
        folder.rmdir()


def _refuse_to_overwrite(docs: Path, new_paths: Iterable[str]) -> None:
    problems = [
        Problem(
            Place(docs / path),
            "a page that the script would write is already there, and the script did not write it",
            "hand-written-pages-stay",
            "move your page elsewhere, or delete it if it is a left-over of an earlier build",
        )
        for path in new_paths
        if (docs / path).exists()
    ]
    if problems:
        raise BadData(problems)
