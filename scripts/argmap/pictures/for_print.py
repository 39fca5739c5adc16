"""Pictures of the argument for slides and papers: blocks that touch, in black and white as legible as in colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from argmap.pictures.letters import Letters, Style

PAPER, INK, SOFT, SUPPORTS, OBJECTS = "#ffffff", "#1f2328", "#51575f", "#0072b2", "#a64200"
_MARGIN, _GAP, _INSET, _SAMPLE = 24, 3, 15, 26
_MARK, _MOST_MARKS = 11, 4  # the width of an objection's mark, and how many are drawn before they are counted
# The edge of a block by rank of its step's strength: how wide, and where it is broken.
_EDGES = ((8.0, ""), (4.0, ""), (4.0, "9 5"), (4.0, "2 4"))
_BY_COUNT = {1: (0,), 2: (0, 2), 3: (0, 1, 2)}
_UNGRADED = (1.5, "")


@dataclass(frozen=True)
class Cell:
    """A claim as drawn: beside the claim that it bears on, over the height of those that bear on it."""

    name: str
    edge: int | None = None
    """The strength of its step by rank, strongest first; none where it is not graded."""
    joined: bool = False
    """Whether it works only together with the one above it."""
    answers: bool = False
    """Whether it answers an objection, and is no reason."""
    unsaid: bool = False
    again: bool = False
    """Whether it is drawn elsewhere in this picture."""
    objections: Sequence[bool] = ()
    """Those against it or the steps to it, each with whether the article raises it itself."""
    hidden: int = 0
    """Claims beneath it that are not drawn."""
    cells: Sequence[Cell] = field(default=())

    @property
    def rows(self) -> int:
        return sum(cell.rows for cell in self.cells) or 1

    @property
    def columns(self) -> int:
        return 1 + max((cell.columns for cell in self.cells), default=0)

    def within(self) -> Iterator[Cell]:
        """This cell and those beneath it, as they are read."""
        yield self
        for cell in self.cells:
            yield from cell.within()


class Key(NamedTuple):
    """What the signs of a picture mean, in words."""

    strengths: Sequence[str]
    """Strongest first."""
    ungraded: str
    joined: str
    answers: str
    unsaid: str
    again: str
    ours: str
    theirs: str
    hidden: str


class Size(NamedTuple):
    """How large things are, in pixels."""

    row: int
    column: int
    last: int
    """How much wider the last column is, beside whose names nothing stands."""
    letters: int


SLIDE = Size(24, 205, 210, 13)
SHEET = Size(44, 250, 120, 14)


def draw_for_print(top: Cell, title: str, about: str, source: str, key: Key, size: Size, letters: Letters) -> str:
    """The picture as SVG without scripts, links or fonts; its description tells the same in lines of text."""
    drawing = _Drawing(letters, size, _MARGIN + top.columns * size.column + size.last)
    below = drawing.text(title, "said", 22, _MARGIN, _MARGIN + 20, INK, lines=2)
    below = drawing.text(about, "about", 14, _MARGIN, below, SOFT, lines=2)
    drawing.block(top, _MARGIN, below, first=True)
    below = drawing.key(_signs(top, key), below + top.rows * size.row + 26)
    below = drawing.text(source, "about", 12, _MARGIN, below + 4, SOFT, lines=3)
    told = "\n".join(_told(top, 0))
    return drawing.whole(below, title, told)


class _Sign(NamedTuple):
    """A sign with its meaning: a cell that has it."""

    cell: Cell
    words: str


class _Drawing:
    """What is drawn so far, from the left margin to `right`."""

    def __init__(self, letters: Letters, size: Size, right: int) -> None:
        self._letters, self._size, self._right = letters, size, right
        self._parts: list[str] = []

    def text(self, text: str, style: Style, size: int, x: float, y: float, ink: str, *, lines: int) -> float:
        """Writes the text from its first line on, and returns where the line below it would stand."""
        for line in self._letters.fitted(text, style, size, self._right - x, lines):
            self._parts.append(self._letters.line(line, style, size, x, y, ink))
            y += size * 1.35
        return round(y)

    def block(self, cell: Cell, x: float, y: float, *, first: bool = False) -> None:
        size, leading = self._size.letters, self._size.letters * 1.25
        name = f"↑ {cell.name}" if cell.again else cell.name
        height = cell.rows * self._size.row - _GAP
        marks = _width_of(cell.objections)
        beneath = f"+{cell.hidden}" if cell.hidden else ""
        beside = (marks and marks + 5) + (self._letters.width(beneath, "about", size - 2) + 6 if beneath else 0)
        width: float = self._size.column
        if not cell.cells:  # nothing stands at its right
            wanted = self._letters.width(name, "about", size) + beside + _INSET + 10
            width = min(max(width, round(wanted)), self._right - x)
        style: Style = "said" if first else "about"
        if not cell.again:
            broken = ' stroke-dasharray="5 3"' if cell.unsaid else ""
            self._parts.append(
                f'<rect x="{x:g}" y="{y:g}" width="{width - _GAP:g}" height="{height:g}" fill="{PAPER}" stroke="{SOFT}"'
                f' stroke-width=".8"{broken}/>'
            )
        if not first:
            self.edge(cell, x, y, height)
        room = width - _INSET - 8 - beside
        lines = self._letters.fitted(name, style, size, room, max(1, int((height - 4) // leading)))
        below = y + (height - len(lines) * leading) / 2 + size * 0.95
        for line in lines:
            self._parts.append(self._letters.line(line, style, size, x + _INSET, round(below, 1), INK))
            below += leading
        middle, end = y + height / 2, x + width - _GAP - 5
        if beneath:
            wide = self._letters.width(beneath, "about", size - 2)
            place = round(end - wide, 1), round(middle + size * 0.3, 1)
            self._parts.append(self._letters.line(beneath, "about", size - 2, *place, SOFT))
            end -= wide + 6
        self.marks(cell.objections, end, middle)
        below = y
        for beneath_it in cell.cells:
            self.block(beneath_it, x + self._size.column, below)
            below += beneath_it.rows * self._size.row

    def edge(self, cell: Cell, x: float, y: float, height: float) -> None:
        """How the claim bears on the one at its left."""
        if cell.answers:
            wide, broken, ink = 3.0, "2 4", OBJECTS
        else:
            (wide, broken), ink = _UNGRADED if cell.edge is None else _EDGES[cell.edge], SUPPORTS
        dashes = f' stroke-dasharray="{broken}"' if broken else ""
        self._parts.append(
            f'<path d="M{x + wide / 2:g} {y:g}v{height:g}" stroke="{ink}" stroke-width="{wide:g}"{dashes}/>'
        )
        if cell.joined:
            self.plus(x + 4, y - _GAP / 2)

    def plus(self, x: float, y: float) -> None:
        self._parts.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="6.5" fill="{PAPER}" stroke="{INK}" stroke-width="1"/>'
            f'<path d="M{x - 3.5:g} {y:g}h7M{x:g} {y - 3.5:g}v7" stroke="{INK}" stroke-width="1.4"/>'
        )

    def marks(self, objections: Sequence[bool], end: float, middle: float) -> None:
        """A triangle for each objection, hollow where the article raises it, from the right end on."""
        left = end - _width_of(objections)
        for theirs in objections[:_MOST_MARKS]:
            where, fill = f"M{left + 1:g} {middle - 3.5:g}h8l-4 7z", PAPER if theirs else OBJECTS
            self._parts.append(f'<path d="{where}" fill="{fill}" stroke="{OBJECTS}" stroke-width="1.2"/>')
            left += _MARK
        if len(objections) > _MOST_MARKS:
            self._parts.append(self._letters.line(f"{len(objections)}", "about", 11, left, middle + 4, OBJECTS))

    def key(self, signs: Iterable[_Sign], y: float) -> float:
        """The signs with their meaning, side by side, and where the next line would stand."""
        x: float = _MARGIN
        for sign in signs:
            width = _SAMPLE + 8 + self._letters.width(sign.words, "about", 12)
            if x > _MARGIN and x + width > self._right:
                x, y = _MARGIN, y + 30
            self.sample(sign.cell, x, y - 12)
            self._parts.append(self._letters.line(sign.words, "about", 12, x + _SAMPLE + 8, y, INK))
            x += round(width + 26)
        return y + 28

    def sample(self, cell: Cell, x: float, y: float) -> None:
        if cell.again or cell.hidden:
            self._parts.append(self._letters.line("↑" if cell.again else "+n", "about", 13, x + 8, y + 12, INK))
        elif cell.objections:
            self.marks(cell.objections, x + 20, y + 8)
        elif cell.joined:
            self.plus(x + 12, y + 8)
        elif cell.unsaid:
            self._parts.append(
                f'<rect x="{x:g}" y="{y:g}" width="{_SAMPLE}" height="16" fill="{PAPER}" stroke="{SOFT}"'
                ' stroke-width=".8" stroke-dasharray="5 3"/>'
            )
        else:
            self.edge(cell, x + 10, y - 4, 24)

    def whole(self, bottom: float, title: str, told: str) -> str:
        width, height = self._right + _MARGIN, round(bottom + _MARGIN / 2)
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        parts = [
            f'{head} viewBox="0 0 {width} {height}" role="img">',
            f"<title>{escape(title, quote=False)}</title>",
            f"<desc>{escape(told, quote=False)}</desc>",
            f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
            *filter(None, self._parts),
            "</svg>",
        ]
        return "\n".join(parts) + "\n"


def edge_of(rank: int, of: int) -> int:
    """The edge of a strength by its rank among all, 0 the strongest."""
    return _BY_COUNT.get(of, (0, 1, 2, 3))[min(rank, len(_EDGES) - 1)]


def _width_of(objections: Sequence[bool]) -> int:
    more = 14 if len(objections) > _MOST_MARKS else 0
    return min(len(objections), _MOST_MARKS) * _MARK + more


def _signs(top: Cell, key: Key) -> Iterator[_Sign]:
    """Those that this picture shows."""
    cells = [cell for cell in top.within() if cell is not top]
    reasons = [cell for cell in cells if not cell.answers]
    for rank, words in enumerate(key.strengths):
        edge = edge_of(rank, len(key.strengths))
        if any(cell.edge == edge for cell in reasons):
            yield _Sign(Cell("", edge), words)
    shown = {
        key.ungraded: (Cell(""), any(cell.edge is None for cell in reasons)),
        key.joined: (Cell("", joined=True), any(cell.joined for cell in cells)),
        key.unsaid: (Cell("", unsaid=True), any(cell.unsaid for cell in cells)),
        key.ours: (Cell("", objections=[False]), any(False in cell.objections for cell in top.within())),
        key.theirs: (Cell("", objections=[True]), any(True in cell.objections for cell in top.within())),
        key.answers: (Cell("", answers=True), any(cell.answers for cell in cells)),
        key.hidden: (Cell("", hidden=1), any(cell.hidden for cell in cells)),
        key.again: (Cell("", again=True), any(cell.again for cell in cells)),
    }
    yield from (_Sign(cell, words) for words, (cell, drawn) in shown.items() if drawn)


def _told(cell: Cell, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{cell.name}"
    for beneath in cell.cells:
        yield from _told(beneath, depth + 1)
