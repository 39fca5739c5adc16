"""Files are put in place all together and whole; what a disk or a folder refuses is told like any other problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from argmap.source.problems import BadData, Place, Problem

STAGING = ".staging"


@contextmanager
def told(what: str, folder: Path, fix: str) -> Iterator[None]:
    """Turn an error of the system into `BadData` that names the file, or the folder where no file is known."""
    try:
        yield
    except OSError as error:
        file = Path(error.filename2 or error.filename or folder)
        why = error.strerror or type(error).__name__
        raise BadData([Problem(Place(file), f"this cannot be {what}: {why}", "files-can-be-used", fix)]) from error


def put_in_place(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below a folder; none of them is replaced before all of them are written aside."""
    with told("written", root, "make room, or make it a place where you may write; what was there stands as it was"):
        try:
            _write_aside(root, files)
            _make_folders(root, files)
        except OSError:
            clear(root / STAGING)
            raise
    with told("written", root, "mend that and run this again; every file is whole, though some may be of the last run"):
        for path in files:
            (root / STAGING / path).replace(root / path)


def clear(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there; of a symbolic link, the link and not what it leads to."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        for entry in sorted(folder.rglob("*"), reverse=True):
            entry.rmdir() if entry.is_dir() and not entry.is_symlink() else entry.unlink()
        folder.rmdir()


def _write_aside(root: Path, files: Mapping[str, bytes]) -> None:
    _make_folders(root / STAGING, files)
    for path, content in files.items():
        file = root / STAGING / path
        try:
            file.write_bytes(content)
        except OSError as error:  # a full disk does not say which file it refused
            error.filename = error.filename or str(file)
            raise


def _make_folders(root: Path, paths: Iterable[str]) -> None:
    for folder in {(root / path).parent for path in paths}:
        folder.mkdir(parents=True, exist_ok=True)
