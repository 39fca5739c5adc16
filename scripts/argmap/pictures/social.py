"""The picture that stands beside a link to the site where such links are shown with one."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)  # what the services that show links ask for
MARGIN = 80
PAPER, INK, SOFT, SUPPORTS, OBJECTS = "#fdfdfb", "#1f2328", "#51575f", "#0072b2", "#a64200"
# The letters that come with Pillow, so that the picture is the same on every machine, lack some signs.
_PLAIN = str.maketrans({"–": "-", "—": "-", "\u00a0": " "})


def draw_picture(title: str, lead: str, claim: str) -> bytes:
    """A PNG with the site's title, and a claim under a line that leads to it."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    width = SIZE[0] - 2 * MARGIN
    below = _write(pen, title, 34, SOFT, MARGIN, MARGIN, width)
    pen.rectangle((MARGIN, below + 50, MARGIN + 8, SIZE[1] - MARGIN), SUPPORTS)
    below = _write(pen, lead, 34, SUPPORTS, MARGIN + 50, below + 50, width - 50)
    _write(pen, claim, 58, INK, MARGIN + 50, below + 20, width - 50)
    pen.rectangle((0, SIZE[1] - 14, SIZE[0] * 2 // 3, SIZE[1]), SUPPORTS)
    pen.rectangle((SIZE[0] * 2 // 3, SIZE[1] - 14, *SIZE), OBJECTS)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _write(pen: ImageDraw.ImageDraw, text: str, size: int, colour: str, x: int, y: int, width: int) -> int:
    """Writes the text in lines of the width, and returns where it ends."""
    font = ImageFont.load_default(size)
    line = ""
    for word in [*_plain(text).split(), ""]:
        longer = f"{line} {word}".strip()
        if word and pen.textlength(longer, font) <= width:
            line = longer
            continue
        pen.text((x, y), line, colour, font)
        y += size * 5 // 4
        line = word
    return y


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text.translate(_PLAIN)).encode("ascii", "ignore").decode()
