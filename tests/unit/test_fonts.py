"""The site's own letters: all that a page uses, the same bytes everywhere, drawn where the fonts lack a sign."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests.built import build_site
from tests.mistaken import TINY

from argmap.naming.urls import FONT_LICENCE
from argmap.pictures.fonts import ALWAYS, FACES, font_files
from argmap.pictures.shapes import SHAPES

PAGES = [page.encode() for page in build_site(TINY / "data").values()]


@pytest.fixture(scope="module")
def made() -> dict[str, TTFont]:
    files = font_files(["Łód&#378;".encode()])
    return {face.path: TTFont(BytesIO(files[face.path])) for face in FACES}


def test_every_letter_of_the_pages_and_of_the_keyboard_is_there(made):
    for font in made.values():
        assert {ord(letter) for letter in ALWAYS + "Łódź"} <= set(font.getBestCmap())


def test_letters_that_no_page_uses_are_left_out(made):
    assert all(ord("Ж") not in font.getBestCmap() for font in made.values())


def test_a_drawn_sign_has_an_outline_and_a_width(made):
    for font in made.values():
        for sign in SHAPES:
            name = font.getBestCmap()[ord(sign)]
            assert font["glyf"][name].numberOfContours > 0
            assert font["hmtx"][name][0] > 0


def test_a_font_made_again_is_the_same_to_the_byte(tmp_path: Path):
    assert font_files(PAGES, tmp_path / "one") == font_files(PAGES, tmp_path / "other")


def test_a_font_that_was_made_is_kept(tmp_path: Path):
    made = font_files(PAGES, tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(b"kept")
    assert {font_files(PAGES, tmp_path)[face.path] for face in FACES} == {b"kept"}
    assert made[FONT_LICENCE]


def test_where_nothing_can_be_kept_fonts_are_made_all_the_same(tmp_path: Path):
    (tmp_path / "file").write_text("")
    assert font_files([], tmp_path / "file" / "cache")[FACES[0].path].startswith(b"wOF2")


def test_the_fonts_come_with_their_licence():
    assert font_files([])[FONT_LICENCE].decode().count("SIL OPEN FONT LICENSE Version 1.1") == len(FACES)
