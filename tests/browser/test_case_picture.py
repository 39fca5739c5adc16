"""The whole argument in one picture: where it stands, and that its blocks touch what they support."""

from __future__ import annotations

import pytest
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite

# The upper left and the lower right corner of each block, with those of the block that it supports.
CORNERS = """() => [...document.querySelectorAll(".case li")].map((entry) => {
    const corners = (item) => {
        const { left, top, right, bottom } = item.querySelector(":scope > a").getBoundingClientRect()
        return [left, top, right, bottom]
    }
    const above = entry.parentElement.closest("li")
    return [corners(entry), above && corners(above), entry.classList.contains("leaf")]
})"""


@pytest.mark.parametrize(("width", "most"), [(1300, 260), (360, 330)])
def test_the_picture_is_in_the_first_screen(
    open_page: OpenPage, mkdocs_site: PublishedSite, width: int, most: int
) -> None:
    page = open_page(mkdocs_site, "", width=width)
    assert page.locator(".case > ul").evaluate("picture => picture.getBoundingClientRect().top") <= most


def test_a_block_touches_what_it_supports_and_overlaps_no_other(
    open_page: OpenPage, mkdocs_site: PublishedSite
) -> None:
    page = open_page(mkdocs_site, "", width=1300)
    blocks = page.evaluate(CORNERS)
    for (left, top, _, bottom), above, _ in blocks:
        if above:
            assert 0 <= left - above[2] <= 4
            assert above[1] - 0.5 <= top < bottom <= above[3] + 0.5
    inner = [corners for corners, _, is_leaf in blocks if not is_leaf]
    for number, (left, top, right, bottom) in enumerate(inner):
        for other in inner[number + 1 :]:
            apart = (
                right <= other[0] + 0.5 or other[2] <= left + 0.5 or bottom <= other[1] + 0.5 or other[3] <= top + 0.5
            )
            assert apart


def test_the_picture_is_one_tab_stop_and_arrow_keys_follow_the_blocks(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    page = open_page(tiny_site, "")
    links = page.locator(".case li > a")
    assert links.evaluate_all("links => links.filter(link => link.tabIndex === 0).length") == 1
    links.first.focus()
    page.keyboard.press("ArrowRight")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement === document.querySelector('.case li > a')")


def test_what_is_not_drawn_is_reached_with_the_arrow_keys(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "", width=1300)
    closed = page.locator(".case li:has(> .hidden-beneath) > .block").first
    closed.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".hidden-beneath").first.evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowLeft")
    assert closed.evaluate("block => block === document.activeElement")


def test_keys_of_the_browser_are_left_to_it(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "", width=1300)
    page.locator(".case .block").first.focus()
    page.evaluate("addEventListener('keydown', (event) => (document.title = event.defaultPrevented))")
    page.keyboard.press("Alt+ArrowRight")
    assert page.title() == "false"


def test_a_way_to_look_at_it_shows_marks_of_its_own(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "", scripts=False)
    marks = page.locator(".case .of-evidence").first
    assert not marks.is_visible()
    page.locator(".ways [value=evidence]").check(force=True)
    assert marks.is_visible()


def test_no_picture_holds_a_link(mkdocs_site: PublishedSite) -> None:
    # A card on any link of a page fails where a link stands in an SVG.
    assert [path for path, page in mkdocs_site.parsed.items() if page.select("svg a, svg [href]")] == []
