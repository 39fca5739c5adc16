"""What comes out of the printer."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite


def printed(page: Page) -> list[str]:
    """The text of each A4 side without its white space, since ids and words are broken across lines."""
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {(595, 842)}
    return [packed(sheet.extract_text()) for sheet in sheets]


def packed(text: str) -> str:
    # Letters that a font joins into one sign are taken apart.
    return "".join(unicodedata.normalize("NFKC", text).split())


EIGHT_POINTS = 8 * 96 / 72 - 0.01  # in pixels


def smallest_print(page: Page) -> float:
    page.emulate_media(media="print")
    size: float = page.evaluate(
        """() => {
            const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
            const sizes = []
            while (texts.nextNode()) {
                const element = texts.currentNode.parentElement
                if (texts.currentNode.data.trim() && element.checkVisibility())
                    sizes.push(parseFloat(getComputedStyle(element).fontSize))
            }
            return Math.min(...sizes)
        }"""
    )
    return size


@pytest.fixture
def outline(open_page: OpenPage, mkdocs_site: PublishedSite) -> list[str]:
    return printed(open_page(mkdocs_site, "print/"))


def test_the_whole_map_fits_on_two_sheets_with_every_claim(outline: list[str], mkdocs_site: PublishedSite) -> None:
    assert len(outline) <= 3
    text = "".join(outline)
    assert [claim for claim in mkdocs_site.map.claims if claim not in text] == []


def test_the_overview_is_one_sheet_to_hand_out(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "")
    (sheet,) = printed(page)
    argument_map = mkdocs_site.map
    doubts = [argument_map.objections[doubt].says for doubt in argument_map.site.doubts]
    main = argument_map.claims[argument_map.site.main_conclusion].short
    assert [text for text in [main, *doubts] if packed(text) not in sheet] == []
    assert smallest_print(page) >= EIGHT_POINTS


def test_the_whole_map_is_printed_in_letters_that_can_be_read(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    assert smallest_print(open_page(mkdocs_site, "print/")) >= EIGHT_POINTS


def test_the_longest_claim_page_is_one_sheet_in_letters_that_can_be_read(
    open_page: OpenPage, mkdocs_site: PublishedSite
) -> None:
    page = open_page(mkdocs_site, mkdocs_site.fullest_claim)
    assert len(printed(page)) <= 2
    assert smallest_print(page) >= EIGHT_POINTS


def test_every_key_begins_a_sheet_of_its_own(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    sheets = printed(open_page(mkdocs_site, "teach/"))
    for exercise in mkdocs_site.map.site.exercises:
        (key,) = [text for text in sheets if packed(f"Key: {exercise.title}") in text]
        # The line with the key's name comes last in what is read of the sheet, though it stands at its top.
        assert key.startswith(packed(f"1. {exercise.tasks[0].key}"))
        assert packed(exercise.about) not in key


def test_an_exercise_that_the_address_names_is_printed_alone(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    if len(mkdocs_site.map.site.exercises) < 2:
        pytest.skip("with one exercise there is no other that could be printed too")
    one, other, *_ = mkdocs_site.map.site.exercises
    text = "".join(printed(open_page(mkdocs_site, f"teach/#{one.id}")))
    assert packed(one.tasks[0].asks) in text
    assert packed(other.tasks[0].asks) not in text


def test_paper_is_light_whatever_the_screen_is(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    def ink(scheme: str) -> str:
        page = open_page(tiny_site, "", scheme=scheme)
        page.wait_for_selector(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")
        page.emulate_media(media="print")
        return str(page.locator("article p").first.evaluate("text => getComputedStyle(text).color"))

    assert ink("dark") == ink("light")
