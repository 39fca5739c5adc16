"""What a link shows of its target before it is followed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite

HERE = "claims/bridge-is-unsafe/"
# A link, by the end of its address, and words that only its target holds.
LINKS = {
    "claim": ("/close-the-bridge/", "The council should take cars off the old bridge"),
    "argument": ("/close-the-bridge/#danger-calls-for-closing", "A town owes safe crossings"),
    "sentence": ("article/#p3s3", "Read ¶3 s3 at gazette.example"),
    "glossary": ("glossary/#unsafe", "More dangerous than one would accept"),
}


def card_on(page: Page) -> Locator:
    return page.locator(".md-tooltip2--active[role=dialog]")


def link_to(page: Page, ending: str) -> Locator:
    return page.locator(f"article a[href$='{ending}']:visible").first


@pytest.mark.parametrize("kind", LINKS)
def test_a_site_that_does_not_know_its_address_shows_it_too(
    open_page: OpenPage, nowhere_site: PublishedSite, kind: str
) -> None:
    ending, words = LINKS[kind]
    page = open_page(nowhere_site, HERE)
    link_to(page, ending).hover()
    card_on(page).filter(has_text=words).wait_for(state="visible")


def test_a_site_that_was_moved_shows_it_too(
    open_page: OpenPage, tiny_site: PublishedSite, server: tuple[Path, str]
) -> None:
    moved = replace(tiny_site, folder=server[0] / "moved", address=f"{server[1]}/moved/")
    shutil.copytree(tiny_site.folder, moved.folder)
    ending, words = LINKS["claim"]
    page = open_page(moved, HERE)
    link_to(page, ending).hover()
    card_on(page).filter(has_text=words).wait_for(state="visible")


@pytest.mark.parametrize("reached_by", ["pointer", "focus"])
@pytest.mark.parametrize("kind", LINKS)
def test_a_link_shows_what_it_leads_to_until_escape_is_pressed(
    open_page: OpenPage, tiny: PublishedSite, kind: str, reached_by: str
) -> None:
    ending, words = LINKS[kind]
    page = open_page(tiny, HERE)
    link = link_to(page, ending)
    if reached_by == "pointer":
        link.hover()
    else:
        link.focus()
    card_on(page).wait_for(state="visible")
    assert words in card_on(page).inner_text().replace("\u00a0", " ")
    page.keyboard.press("Escape")
    card_on(page).wait_for(state="hidden")


def test_a_preview_of_a_claim_names_the_gravest_objection(open_page: OpenPage, tiny: PublishedSite) -> None:
    page = open_page(tiny, "claims/close-the-bridge/")
    link_to(page, "/bridge-is-unsafe/").hover()
    card_on(page).get_by_text("Longer cracks are no proof of danger").wait_for(state="visible")


def test_a_second_link_shows_its_own_target(open_page: OpenPage, tiny: PublishedSite) -> None:
    page = open_page(tiny, HERE)
    for ending, words in LINKS.values():
        link_to(page, ending).focus()
        card_on(page).filter(has_text=words).wait_for(state="visible")


def test_a_preview_stays_while_the_pointer_is_inside(open_page: OpenPage, tiny: PublishedSite) -> None:
    page = open_page(tiny, HERE)
    link_to(page, LINKS["claim"][0]).hover()
    card = card_on(page).locator(".md-tooltip2__inner")
    card.wait_for(state="visible")
    card.hover()
    # The theme would put it away after a quarter of a second; nothing tells that it will not.
    page.wait_for_timeout(500)
    assert card.is_visible()
