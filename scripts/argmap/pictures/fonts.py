"""The site's two fonts, cut down to the letters that it uses, so that a page looks alike on every machine.

Source Serif 4 is for what is said, Source Sans 3 for what is said about it. The same letters and the same versions of
the packages give the same bytes.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from argmap.naming.urls import FONT_LICENCE, FONTS

# What a browser may ask for without the data: all that a keyboard writes, and the signs of the style sheet and scripts.
ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0¶·–—‘’“”…›←↑→↓↗■▲▼◆◇○●◐✕"
_TOOLS = ("fonttools", "brotli")
KEPT = Path(sys.prefix, "cache", "fonts")
"""Where what takes long to make is kept."""


class Face(NamedTuple):
    """One of the fonts: its file in the site, the package and file that it comes from, and the limits of its axes."""

    path: str
    package: str
    file: str
    axes: Mapping[str, float | tuple[float, float]]


FACES = (
    Face(
        f"{FONTS}source-serif.woff2",
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        {"wght": (400, 700), "opsz": 14},
    ),
    Face(f"{FONTS}source-sans.woff2", "fontpkg_source_sans_3", "SourceSans3[wght].ttf", {"wght": (400, 700)}),
)


def font_files(pages: Iterable[bytes], kept_in: Path | None = None) -> dict[str, bytes]:
    """The fonts for the letters of these pages, with their licence, by their paths below `docs/`.

    To make one takes about a second, so it is kept in a folder while letters and packages stay the same.
    """
    letters = sorted({*ALWAYS, *_letters_beyond_ascii(b"".join(pages))})
    made = {face.path: _kept_font(face, letters, kept_in or KEPT) for face in FACES}
    return {**made, FONT_LICENCE: _licences().encode()}


def _letters_beyond_ascii(pages: bytes) -> Iterator[str]:
    # Of megabytes of text some thousand letters are left when the rest, which every font has, is thrown away at once.
    yield from set(pages.translate(None, bytes(range(0x80))).decode())
    yield from (chr(int(number)) for number in set(re.findall(rb"&#(\d+);", pages)))


def source_of(face: Face) -> bytes:
    """The whole font as its package brings it."""
    return files(face.package).joinpath("files", face.file).read_bytes()


def _kept_font(face: Face, letters: Collection[str], folder: Path) -> bytes:
    makers = [*map(versioned, (face.package, *_TOOLS)), repr(face), "".join(letters), _text_of(__file__)]
    return kept(makers, ".woff2", lambda: _cut(face, letters), folder)


def kept(makers: Iterable[str], suffix: str, make: Callable[[], bytes], folder: Path) -> bytes:
    """What was made before of all that has a part in it, or what is made now and kept for the next time."""
    file = folder / f"{sha256(chr(0).join(makers).encode()).hexdigest()}{suffix}"
    if file.exists():
        return file.read_bytes()
    made = make()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staged = file.with_suffix(f".{os.getpid()}")
        staged.write_bytes(made)
        staged.replace(file)
    except OSError:
        pass  # then it is made anew each time
    return made


@cache
def versioned(package: str) -> str:
    """A package with its version, by which to tell whether what it made is still what it would make."""
    return f"{package} {version(package.replace('_', '-'))}"


@cache
def _text_of(file: str) -> str:
    return Path(file).read_text(encoding="utf-8")


def _cut(face: Face, letters: Collection[str]) -> bytes:
    # Loaded here, since nearly every run finds its fonts made.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    from argmap.pictures.shapes import add_shapes

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    font = TTFont(BytesIO(source_of(face)), recalcTimestamp=False)
    options = Options(hinting=False, name_IDs=[0, 1, 2, 14], notdef_outline=True)
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum"]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(letters))
    # Cut first: to fix the axes of all letters takes ten times as long.
    subsetter.subset(font)
    font = instantiateVariableFont(font, dict(face.axes))
    add_shapes(font, letters)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()


def _licences() -> str:
    return "\n\n".join(files(face.package).joinpath("LICENSE").read_text(encoding="utf-8") for face in FACES)
