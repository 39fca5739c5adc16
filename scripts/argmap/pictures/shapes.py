"""Signs that the fonts lack, drawn as shapes, so that none comes out as a blank where a machine has no other font."""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import cos, pi, sin, tan
from typing import Any, TypeAlias

Point: TypeAlias = tuple[float, float]
# In thousandths of the letters' size: half the width of a sign, its line, and the height of its middle.
HALF, LINE, MIDDLE, ADVANCE = 290, 62, 330, 700


def _circle(pen: Any, radius: float, *, hole: bool = False, start: float = 0, end: float = 2 * pi) -> None:
    """An arc of eighths, closed; a hole runs the other way round."""
    centre = (ADVANCE / 2, MIDDLE)
    step = (end - start) / 8
    turns = [start + step * number for number in range(9)]
    if hole:
        turns.reverse()
        step = -step
    pen.moveTo(_at(centre, radius, turns[0]))
    for turn in turns[1:]:
        # The control point lies where the tangents of both ends meet.
        pen.qCurveTo(_at(centre, radius / cos(step / 2), turn - step / 2), _at(centre, radius, turn))
    pen.closePath()


def _at(centre: Point, radius: float, turn: float) -> Point:
    return round(centre[0] + radius * cos(turn)), round(centre[1] + radius * sin(turn))


def _polygon(pen: Any, points: Collection[Point]) -> None:
    first, *others = [(round(x), round(y)) for x, y in points]
    pen.moveTo(first)
    for point in others:
        pen.lineTo(point)
    pen.closePath()


def _diamond(pen: Any, half: float, *, hole: bool = False) -> None:
    x = ADVANCE / 2
    points = [(x, MIDDLE - half), (x + half, MIDDLE), (x, MIDDLE + half), (x - half, MIDDLE)]
    _polygon(pen, points[::-1] if hole else points)


def _ring(pen: Any) -> None:
    _circle(pen, HALF)
    _circle(pen, HALF - LINE, hole=True)


def _half_filled(pen: Any) -> None:
    _ring(pen)
    _circle(pen, HALF - LINE, start=pi / 2, end=3 * pi / 2)


def _hollow_diamond(pen: Any) -> None:
    _diamond(pen, HALF * 1.15)
    _diamond(pen, HALF * 1.15 - LINE * 1.4, hole=True)


def _cross(pen: Any) -> None:
    reach, wide = HALF * 0.85, LINE * 0.75
    corner = wide / tan(pi / 4)
    x, y = ADVANCE / 2, MIDDLE
    arms = [(0, -wide - corner), (reach - wide, -reach - wide), (reach + wide, -reach + wide), (wide + corner, 0)]
    points = []
    for turn in range(4):  # the same corner, turned by a quarter each time
        for dx, dy in arms[1:]:
            for _ in range(turn):
                dx, dy = -dy, dx
            points.append((x + dx, y + dy))
    _polygon(pen, points)


SHAPES: dict[str, Callable[[Any], None]] = {
    "○": _ring,
    "●": lambda pen: _circle(pen, HALF),
    "◐": _half_filled,
    "◇": _hollow_diamond,
    "◆": lambda pen: _diamond(pen, HALF * 1.15),
    "✕": _cross,
}


def add_shapes(font: Any, letters: Collection[str]) -> None:
    """Give a font of fontTools the signs among the letters that it lacks and that are drawn here."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    lacking = [sign for sign in SHAPES if sign in letters and ord(sign) not in font.getBestCmap()]
    for sign in lacking:
        pen = TTGlyphPen(None)
        SHAPES[sign](pen)
        name = f"uni{ord(sign):04X}"
        glyph = pen.glyph()
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (ADVANCE, glyph.xMin)
        if "gvar" in font:
            font["gvar"].variations[name] = []  # as heavy in every weight
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name
    if lacking and "HVAR" in font:
        del font["HVAR"]  # its map counts the glyphs; the widths follow from the outlines without it
