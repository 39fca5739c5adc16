"""Lines of text as outlines, so that a picture looks alike wherever it is opened and needs no font there."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, TypeAlias

from argmap.pictures.fonts import ALWAYS, FACES, KEPT, kept, source_of, versioned

Style: TypeAlias = Literal["said", "about"]
Outline: TypeAlias = tuple[float, list[tuple[int, int, str]]]
"""How far the next letter stands off, in letters' sizes, and each contour: where it begins and how it goes on."""

_CUTS: dict[Style, tuple[int, dict[str, float]]] = {
    "said": (0, {"wght": 600, "opsz": 14}),
    "about": (1, {"wght": 400}),
}
_GRID = 100  # of the outlines, to a letter's size
ELLIPSIS = "…"


class Letters:
    """The letters of some texts in both of the site's fonts."""

    def __init__(self, texts: Iterable[str]) -> None:
        letters = "".join(sorted({*ALWAYS, *_normal("".join(texts))}))
        packages = ["fonttools", *(face.package for face in FACES)]
        makers = [*map(versioned, packages), Path(__file__).read_text(encoding="utf-8"), letters]
        made = kept(makers, ".json", lambda: json.dumps(_outlines(letters)).encode(), KEPT)
        self._outlines: dict[Style, dict[str, Outline]] = json.loads(made)

    def width(self, text: str, style: Style, size: float) -> float:
        outlines = self._outlines[style]
        return sum(outlines[letter][0] if letter in outlines else _guessed(letter) for letter in _normal(text)) * size

    def fitted(self, text: str, style: Style, size: float, width: float, lines: int) -> list[str]:
        """The text in at most so many lines of the width; what goes beyond ends in an ellipsis."""
        found: list[str] = []
        for word in self._pieces(text.split(), style, size, width):
            longer = f"{found[-1]} {word}" if found else word
            if found and self.width(longer, style, size) <= width:
                found[-1] = longer
            elif len(found) < lines:
                found.append(word)
            else:
                last = found[-1]
                while last and self.width(last + ELLIPSIS, style, size) > width:
                    last = last[:-1]
                return [*found[:-1], last.rstrip() + ELLIPSIS]
        return found

    def _pieces(self, words: Iterable[str], style: Style, size: float, width: float) -> Iterator[str]:
        """The words; one that is wider than a line is broken."""
        for word in words:
            while len(word) > 1 and self.width(word, style, size) > width:
                ends = range(len(word) - 1, 0, -1)
                end = next((end for end in ends if self.width(word[:end], style, size) <= width), 1)
                yield word[:end]
                word = word[end:]
            yield word

    def line(self, text: str, style: Style, size: float, x: float, y: float, ink: str) -> str:
        """A line as SVG, from its left end on the line on which letters stand.

        Where a letter is not in the style's font, or the direction or the joining of letters would matter, the line is
        text.
        """
        outlines, text = self._outlines[style], _normal(text)
        if not all(letter in outlines for letter in text):
            family = "serif" if style == "said" else "sans-serif"
            where = f'x="{x:g}" y="{y:g}" font-family="{family}" font-size="{size:g}" fill="{ink}"'
            return f"<text {where}>{escape(text, quote=False)}</text>"
        parts, across = [], 0.0
        for letter in text:
            advance, contours = outlines[letter]
            parts += [f"M{round(across) + start} {height}{way}" for start, height, way in contours]
            across += advance * _GRID
        placed = f"translate({x:g} {y:g}) scale({size / _GRID:g})"
        return f'<path transform="{placed}" fill="{ink}" d="{"".join(parts)}"/>' if parts else ""


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _guessed(letter: str) -> float:
    """How wide a letter is about, in letters' sizes, where no font of ours says it."""
    if unicodedata.combining(letter):
        return 0
    return 1 if unicodedata.east_asian_width(letter) in "WF" else 0.6


def _outlines(letters: str) -> dict[Style, dict[str, Outline]]:
    # Loaded here, since nearly every run finds its outlines made.
    from fontTools.ttLib import TTFont

    made: dict[Style, dict[str, Outline]] = {}
    for style, (face, location) in _CUTS.items():
        font = TTFont(BytesIO(source_of(FACES[face])), lazy=True)
        glyphs, names, units = font.getGlyphSet(location=location), font.getBestCmap(), font["head"].unitsPerEm
        made[style] = {
            letter: _outline(glyphs, names[ord(letter)], units) for letter in letters if ord(letter) in names
        }
    return made


def _outline(glyphs: Any, name: str, units: int) -> Outline:
    from fontTools.pens.basePen import BasePen

    contours: list[tuple[int, int, str]] = []
    at, last = (0, 0), ""

    class Pen(BasePen):  # type: ignore[misc]
        def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
            nonlocal at, last
            at, last = on_grid(point), ""
            contours.append((*at, ""))

        def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
            go("l", point)

        def _qCurveToOne(self, control: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
            go("q", control, point)

        def _closePath(self) -> None:  # noqa: N802
            go("z")

    def on_grid(point: tuple[float, float]) -> tuple[int, int]:
        return round(point[0] * _GRID / units), -round(point[1] * _GRID / units)

    def go(command: str, *points: tuple[float, float]) -> None:
        nonlocal at, last
        steps = [(x - at[0], y - at[1]) for x, y in map(on_grid, points)]
        x, y, way = contours[-1]
        written = " ".join(f"{across} {up}" for across, up in steps)
        # A command that goes on need not be named again.
        contours[-1] = (
            x,
            y,
            (f"{way} {written}" if command == last else f"{way}{command}{written}").replace(" -", "-"),
        )
        last = command
        if steps:
            at = (at[0] + steps[-1][0], at[1] + steps[-1][1])

    glyph = glyphs[name]
    glyph.draw(Pen(glyphs))
    return round(glyph.width / units, 4), contours
