from io import BytesIO

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


def test_signs_that_the_letters_lack_do_not_stop_it():
    assert draw_picture("A – “B”", "…", "Ünïcode ▲") == draw_picture("A - B", "...", "Unicode ")


def test_a_long_claim_stays_inside_the_margins():
    page = picture("Many words " * 14)
    right = page.crop((1200 - 79, 0, 1200, 600))
    assert right.getcolors() == [(right.width * right.height, page.getpixel((0, 0)))]
