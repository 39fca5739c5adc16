"""The picture that stands beside a link to the site where such links are shown with one."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from argmap.pictures.fonts import FACES, source_of

SIZE = (1200, 630)  # what the services that show links ask for
MARGIN = 80
BAR = 14  # at the foot of the picture
PAPER, INK, SOFT, SUPPORTS, OBJECTS = "#fdfdfb", "#1f2328", "#51575f", "#0072b2", "#a64200"
SMALL, LARGEST, SMALLEST = 34, 58, 22  # letters, in pixels
_SERIF, _SANS = (source_of(face) for face in FACES)


def draw_picture(title: str, lead: str, claim: str) -> bytes | None:
    """A PNG with the site's title and a claim; None where letters of them are in neither font."""
    if not _can_be_drawn(title + lead + claim):
        return None
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    width, bottom = SIZE[0] - 2 * MARGIN, SIZE[1] - BAR - MARGIN // 2
    below = _write(pen, _lines(title, _font(_SANS, SMALL), width), _font(_SANS, SMALL), SOFT, MARGIN, MARGIN)
    top = below + 50
    below = _write(pen, [lead], _font(_SANS, SMALL), SUPPORTS, MARGIN + 50, top)
    # As large as it fits; what would be too small to read is cut.
    for size in range(LARGEST, SMALLEST - 1, -4):
        font = _font(_SERIF, size)
        lines = _lines(claim, font, width - 50)
        if below + 20 + len(lines) * _leading(font) <= bottom:
            break
    else:
        lines = lines[: max(1, (bottom - below - 20) // _leading(font))]
        lines[-1] = f"{lines[-1].rsplit(' ', 1)[0]} …"
    _write(pen, lines, font, INK, MARGIN + 50, below + 20)
    pen.rectangle((MARGIN, top, MARGIN + 8, bottom), SUPPORTS)
    pen.rectangle((0, SIZE[1] - BAR, SIZE[0] * 2 // 3, SIZE[1]), SUPPORTS)
    pen.rectangle((SIZE[0] * 2 // 3, SIZE[1] - BAR, *SIZE), OBJECTS)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _can_be_drawn(text: str) -> bool:
    from fontTools.ttLib import TTFont

    known = [TTFont(BytesIO(source), lazy=True).getBestCmap() for source in (_SERIF, _SANS)]
    return all(ord(letter) in letters for letter in text if not letter.isspace() for letters in known)


def _font(source: bytes, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(BytesIO(source), size, layout_engine=ImageFont.Layout.BASIC)
    # Regular, and in the size of text: the order is that of the axes in the files.
    font.set_variation_by_axes([400, 14] if source is _SERIF else [400])
    return font


def _leading(font: ImageFont.FreeTypeFont) -> int:
    return int(font.size * 5 // 4)


def _lines(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The text in lines of the width; a word that is wider is broken."""
    lines = [""]
    for word in _pieces(text.split(), font, width):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(words: Iterable[str], font: ImageFont.FreeTypeFont, width: int) -> Iterable[str]:
    for word in words:
        while font.getlength(word) > width:
            fits = next(end for end in range(len(word), 0, -1) if font.getlength(word[:end]) <= width)
            yield word[:fits]
            word = word[fits:]
        yield word


def _write(
    pen: ImageDraw.ImageDraw, lines: Iterable[str], font: ImageFont.FreeTypeFont, colour: str, x: int, y: int
) -> int:
    """Writes the lines, and returns where they end."""
    for line in lines:
        pen.text((x, y), line, colour, font)
        y += _leading(font)
    return y
