"""A map under the keyboard: one Tab stop, inside which the arrow keys follow the edges."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite

ROOT = "bridge-is-unsafe"  # the root of the tiny map's second map


@pytest.fixture
def page(open_page: OpenPage, tiny_site: PublishedSite) -> Page:
    return open_page(tiny_site, f"map/#{ROOT}")  # which unfolds it


def claim_in_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id")).removeprefix(f"{ROOT}--")


def test_every_map_is_one_tab_stop(page: Page) -> None:
    stops = page.locator(".argmap").evaluate_all(
        "maps => maps.map(map => [...map.querySelectorAll('a')].filter(link => link.tabIndex === 0).length)"
    )
    assert stops == [1] * len(stops)
    page.locator(f"[id='{ROOT}--{ROOT}']").focus()
    page.keyboard.press("Tab")
    assert not page.evaluate(f"document.getElementById('{ROOT}--{ROOT}').closest('.argmap').matches(':focus-within')")


def test_arrow_keys_follow_the_edges(page: Page) -> None:
    first, second = page.locator(f"[id='{ROOT}--built-for-carts']"), page.locator(f"[id='{ROOT}--cracks-grow']")
    assert (first.count(), second.count()) == (1, 1)
    page.locator(f"[id='{ROOT}--{ROOT}']").focus()
    way = []
    for key in ("ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "ArrowDown", "Home"):
        page.keyboard.press(key)
        way.append((key, claim_in_focus(page)))
    assert way == [
        ("ArrowRight", "built-for-carts"),
        ("ArrowDown", "cracks-grow"),
        ("ArrowUp", "built-for-carts"),
        ("ArrowLeft", ROOT),
        ("ArrowRight", "built-for-carts"),
        ("ArrowDown", "cracks-grow"),
        ("Home", ROOT),
    ]


def test_the_arrow_keys_reach_every_link_of_a_map(page: Page) -> None:
    links = page.locator(f".argmap:has([id='{ROOT}--{ROOT}']) a")
    links.first.focus()
    seen, waiting = set(), [0]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        for key in ("ArrowRight", "ArrowDown", "ArrowUp"):
            links.nth(here).focus()
            page.keyboard.press(key)
            waiting.append(links.evaluate_all("links => links.indexOf(document.activeElement)"))
    assert seen == set(range(links.count()))


def test_tab_returns_to_where_the_reader_was(page: Page) -> None:
    page.locator(f"[id='{ROOT}--{ROOT}']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert claim_in_focus(page) == "built-for-carts"


def test_outside_a_map_the_arrow_keys_scroll(page: Page) -> None:
    page.set_viewport_size({"width": 1300, "height": 300})
    page.keyboard.press("ArrowDown")
    page.wait_for_function("scrollY > 0")
