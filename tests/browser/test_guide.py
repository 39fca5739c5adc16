"""Readers who want to be led: the tour, and the exercises with their keys."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite


def heading(page: Page) -> str:
    return str(page.locator("article h1").evaluate("heading => heading.firstChild.data"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_next_leads_through_every_stop_of_the_tour_and_back_returns(
    open_page: OpenPage, tiny_site: PublishedSite, scripts: bool
) -> None:
    page = open_page(tiny_site, "tour/", scripts=scripts)
    stops = [stop.title for stop in tiny_site.map.site.tour]
    onward, back = (page.get_by_role("link", name=re.compile(f"\\b{word}: ")) for word in ("Next", "Back"))

    met = [heading(page)]
    while onward.count():
        onward.click()
        met.append(heading(page))
    assert met == stops

    while back.count():
        back.click()
        met.append(heading(page))
    assert met == stops + stops[-2::-1]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_key_is_hidden_until_it_is_asked_for(open_page: OpenPage, tiny_site: PublishedSite, scripts: bool) -> None:
    page = open_page(tiny_site, "teach/", scripts=scripts)
    (exercise,) = tiny_site.map.site.exercises
    key = page.get_by_text(exercise.tasks[0].key)
    expect(key).to_be_hidden()
    page.get_by_text(f"Key: {exercise.title}").click()
    expect(key).to_be_visible()
