"""Brings the pages in `docs/` up to date, without ever leaving half a page."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import Hosting
from argmap.naming.wording import Wording, read_wording
from argmap.pictures.fonts import font_files
from argmap.publishing.composition import NOWHERE, draft_site, read_map, sound_site
from argmap.publishing.files import STAGING, clear, put_in_place, told
from argmap.publishing.joined import SCRIPT, STYLE_SHEET, script, style_sheet
from argmap.publishing.not_found import TEMPLATE, not_found_template
from argmap.source.problems import BadData, Place, Problem

MANIFEST = ".generated"


def write_draft(data: Path, docs: Path) -> bool:
    """Bring the one page of a draft up to date, and say whether there is one; all other pages go."""
    with _one_at_a_time(docs.resolve().parent):
        loaded = read_map(data)
        pages = {path: text.encode() for path, text in draft_site(loaded).items()}
        if pages:
            _bring_up_to_date(docs, pages, read_wording(loaded.language))
    return bool(pages)


def write_site(data: Path, docs: Path, hosting: Hosting = NOWHERE) -> ArgumentMap:
    """Bring the generated pages in `docs/` up to date; nothing is touched when the data has a problem.

    What was written is listed in a manifest, so that a page goes when its record goes and a page that a person wrote
    is never overwritten (`BadData`). New text is written aside first: an interrupted run leaves whole pages, and the
    next run finishes the work. A second run waits for the first. Returns the map that the pages show.
    """
    with _one_at_a_time(docs.resolve().parent):
        argument_map, texts = sound_site(data, hosting)
        pages = {path: text.encode() for path, text in texts.items()}
        _bring_up_to_date(docs, pages, read_wording(argument_map.language))
    return argument_map


def _bring_up_to_date(docs: Path, pages: dict[str, bytes], wording: Wording) -> None:
    pages = {
        **pages,
        STYLE_SHEET: style_sheet().encode(),
        SCRIPT: script(wording).encode(),
        TEMPLATE: not_found_template(wording).encode(),
    }
    pages |= font_files(pages.values())
    with told("read", docs, "mend that, or delete it: it is made anew"):
        owned = _read_manifest(docs)
        _refuse_to_overwrite(docs, pages, owned)
        changed = [path for path, made in pages.items() if path not in owned or _read(docs / path) != made]
    _write_manifest(docs, owned | pages.keys())
    put_in_place(docs, {path: pages[path] for path in changed})
    with told("removed", docs, "mend that and run this again"):
        for path in owned - pages.keys():
            with suppress(FileNotFoundError, NotADirectoryError):
                (docs / path).unlink()
    _write_manifest(docs, pages.keys())
    with told("removed", docs, "mend that and run this again"):
        clear(docs / STAGING)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait while another run of this project writes; the system lets go when that run ends, however it ends.

    The folder itself is locked, so that nothing is left behind, and nothing new for a server that watches `docs/`.
    """
    lock = None
    # Windows, and a few file systems of other computers, know no such lock: there two runs must not meet.
    with suppress(ImportError, OSError):
        import fcntl

        lock = os.open(folder, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_manifest(docs: Path) -> set[str]:
    text = _read(docs / MANIFEST)
    try:
        return set(map(str, json.loads(text))) if text else set()
    except (ValueError, TypeError):
        fix = "delete it, and the pages that the script wrote: `git status --ignored` lists them"
        message = "this is not the list of written pages that it was"
        raise BadData([Problem(Place(docs / MANIFEST), message, "hand-written-pages-stay", fix)]) from None


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    listed = (json.dumps(sorted(paths), indent=0) + "\n").encode()
    if _read(docs / MANIFEST) != listed:
        put_in_place(docs, {MANIFEST: listed})


def _refuse_to_overwrite(docs: Path, paths: Collection[str], owned: Collection[str]) -> None:
    there = [docs / path for path in paths if path not in owned and (docs / path).exists()]
    parents = {PurePosixPath(folder) for folder in {path.rpartition("/")[0] for path in paths}}
    folders = {docs, *(docs / folder for parent in parents for folder in (parent, *parent.parents))}
    found = [(file, "a page that the script would write is already there") for file in there]
    found += [(file, "a file stands where the script needs a folder") for file in folders if file.is_file()]
    if found:
        fix = "move your page elsewhere, or delete it if it is a left-over of an earlier build"
        raise BadData(
            Problem(Place(file), f"{what}, and the script did not write it", "hand-written-pages-stay", fix)
            for file, what in found
        )
