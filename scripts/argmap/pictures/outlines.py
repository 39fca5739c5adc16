"""Letters as paths, so that a picture looks the same in every program; by the site's own font."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from io import BytesIO
from typing import NamedTuple

from argmap.pictures.fonts import font_of_letters

UNITS = 1000  # of the font, to its size


class _Letter(NamedTuple):
    path: str
    advance: float


@lru_cache(maxsize=2)  # all pictures of a map are drawn with one
def _letters_of(signs: str) -> dict[str, _Letter]:
    from fontTools.pens.svgPathPen import SVGPathPen  # only pictures for download need it
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(font_of_letters(signs)), lazy=True)
    names, glyphs = font.getBestCmap(), font.getGlyphSet()
    letters = {}
    for sign in signs:
        if name := names.get(ord(sign)):
            pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
            glyphs[name].draw(pen)
            letters[sign] = _Letter(pen.getCommands(), glyphs[name].width)
    return letters


class Outlines:
    """The letters of a picture, each defined once there; `texts` are those of all pictures of its kind."""

    def __init__(self, texts: str) -> None:
        self._letters = _letters_of("".join(sorted(set(texts) | {"…"})))
        self._used: set[str] = set()

    def width(self, text: str, size: float) -> float:
        """How far a text goes, in the units of `size`, without kerning; a letter that the font lacks takes its size."""
        found = [self._letters.get(sign) for sign in text]
        return sum(letter.advance / UNITS * size if letter else size for letter in found)

    def draw(self, text: str, x: float, y: float, size: float) -> str:
        """The text from a point of its base line on; where the font lacks a letter, in a font of the reader's."""
        if any(sign not in self._letters for sign in text):
            return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-family="sans-serif">{escape(text)}</text>'
        parts, along = [], 0.0
        for sign in text:
            if self._letters[sign].path:
                self._used.add(sign)
                parts.append(f'<use href="#{_id(sign)}" x="{along:g}"/>')
            along += self._letters[sign].advance
        scale = f"{size / UNITS:g}"
        return f'<g transform="translate({x:g} {y:g}) scale({scale} -{scale})">{"".join(parts)}</g>'

    def definitions(self) -> str:
        """The letters that were drawn, to stand in the picture before them."""
        paths = [f'<path id="{_id(sign)}" d="{self._letters[sign].path}"/>' for sign in sorted(self._used)]
        return f"<defs>{''.join(paths)}</defs>"

    def wrap(self, text: str, width: float, lines: int, size: float) -> list[str]:
        """The text in at most so many lines that fit; a line that goes on where nothing follows ends in an ellipsis."""
        found: list[str] = []
        words = text.split()
        while words and len(found) < lines:
            line = words.pop(0)
            while words and self.width(f"{line} {words[0]}", size) <= width:
                line += f" {words.pop(0)}"
            found.append(line)
        if words:
            found[-1] += f" {' '.join(words)}"
        return [self._cut(line, width, size) for line in found]

    def _cut(self, line: str, width: float, size: float) -> str:
        if self.width(line, size) <= width:
            return line
        while line and self.width(f"{line}…", size) > width:
            line = line[:-1]
        return f"{line.rstrip()}…"


def _id(sign: str) -> str:
    return f"l{ord(sign):x}"
