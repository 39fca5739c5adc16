from io import BytesIO

import pytest
from PIL import Image

from argmap.pictures.social import draw_picture


def picture(claim: str = "It is so.", title: str = "A map") -> Image.Image:
    return Image.open(BytesIO(draw_picture(title, "It says:", claim)))


def test_it_is_a_png_of_the_size_that_links_are_shown_with():
    assert (picture().format, picture().size) == ("PNG", (1200, 630))


def test_the_same_words_give_the_same_bytes():
    assert draw_picture("A", "B", "C") == draw_picture("A", "B", "C")


def test_another_claim_gives_another_picture():
    assert draw_picture("A", "B", "C") != draw_picture("A", "B", "D")


def test_letters_of_other_scripts_are_drawn_as_they_are():
    assert draw_picture("A", "B", "Łódź isn’t Россия") != draw_picture("A", "B", "odz isnt ")


def test_what_cannot_be_drawn_gives_no_picture():
    assert draw_picture("A", "B", "中文") is None


@pytest.mark.parametrize("claim", ["Many words " * 14, "Many words " * 120, "Longword" * 60])
def test_a_long_claim_stays_inside_the_margins(claim: str):
    page = picture(claim)
    paper = page.getpixel((0, 0))
    for edge in (page.crop((1200 - 79, 0, 1200, 600)), page.crop((90, 580, 1200, 615))):
        assert edge.getcolors() == [(edge.width * edge.height, paper)]
