"""What a reader meets in a real browser, on every page type, wide and on a phone, in light and in dark."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.conftest import OpenPage

PAGES = {
    "overview": "",
    "map": "map/",
    "claims": "claims/",
    "claim": None,
    "article": "article/",
    "objections": "objections/",
    "assumptions": "assumptions/",
    "evidence": "evidence/",
    "predictions": "predictions/",
    "glossary": "glossary/",
    "timeline": "timeline/",
    "how to read": "about/",
    "method": "about/method/",
    "vocabulary": "about/vocabulary/",
    "format": "about/format/",
    "not found": "404.html",
}
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(params=PAGES)
def path(request: pytest.FixtureRequest, a_claim: str) -> str:
    found = PAGES[request.param]
    return a_claim if found is None else found


def test_a_page_has_no_barriers(open_page: OpenPage, complaints: list[str], path: str) -> None:
    page = open_page(path)
    barriers = []
    # One page, turned: opening it anew for each look would take most of the tests' time.
    for width, scheme in product((1300, 360), SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")
        barriers += [
            f"{scheme}, {width} px: {violation['id']}: {node['html'][:120]}: {node['failureSummary']}"
            for violation in Axe().run(page, options={"runOnly": WCAG_AA}).response["violations"]
            for node in violation["nodes"]
        ]
    assert barriers == []
    assert complaints == []


def test_a_page_fits_a_narrow_screen_in_letters_that_can_be_read(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320)
    # What lies in a box with a scroll bar of its own may be wider; anything else would be cut off.
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll("article, article *")].filter(element => {
            for (let box = element.parentElement; box.matches("article *"); box = box.parentElement)
                if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return false
            return element.getBoundingClientRect().right > innerWidth + 0.5
        }).map(element => element.outerHTML.slice(0, 120))"""
    )
    assert too_wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    smallest = page.evaluate(
        """() => {
            const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
            const sizes = []
            while (texts.nextNode())
                if (texts.currentNode.data.trim())
                    sizes.push(parseFloat(getComputedStyle(texts.currentNode.parentElement).fontSize))
            return Math.min(...sizes)
        }"""
    )
    assert smallest >= 12


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_evidence_is_in_view_on_a_claim_page_without_a_click(open_page: OpenPage, a_claim: str, scripts: bool) -> None:
    page = open_page(a_claim, scripts=scripts)
    evidence = page.locator("#evidence ~ *").first
    assert evidence.is_visible()
    assert evidence.inner_text().strip()


def test_a_link_out_of_the_site_names_where_it_leads_and_opens_no_window(open_page: OpenPage, path: str) -> None:
    links = open_page(path, scripts=False).locator("article a[href^='http']")
    unnamed = links.evaluate_all(
        """links => links.filter(link => link.host !== location.host).filter(link =>
            !link.innerText.includes(link.hostname.replace(/^www\\./, "")) || link.rel !== "noopener" || link.target
        ).map(link => link.outerHTML)"""
    )
    assert unnamed == []


def test_sources_can_be_narrowed_without_leaving_the_page(open_page: OpenPage) -> None:
    page = open_page("evidence/")
    findings = page.locator(".finding")
    stance = page.get_by_label("Stance").locator("option").nth(1).get_attribute("value")
    page.get_by_label("Stance").select_option(stance)
    shown = [finding for finding in findings.all() if finding.is_visible()]
    assert 0 < len(shown) < findings.count()
    assert all(stance in (finding.get_attribute("class") or "").split() for finding in shown)
    assert page.get_by_role("status").inner_text() == f"{len(shown)} findings shown"
    page.get_by_label("Stance").select_option("")
    assert all(finding.is_visible() for finding in findings.all())


def test_every_finding_is_in_view_without_scripts(open_page: OpenPage) -> None:
    page = open_page("evidence/", scripts=False)
    assert all(finding.is_visible() for finding in page.locator(".finding").all())
    assert not page.locator(".filters").is_visible()


def test_a_page_reads_the_same_without_scripts(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.evaluate("document.querySelector('.filters')?.remove()")  # the one tool that only scripts can offer
    with_scripts = page.locator("article").inner_text()
    without_scripts = open_page(path, scripts=False).locator("article").inner_text()
    assert without_scripts.split() == with_scripts.split()


def test_the_reader_can_choose_light_or_dark(open_page: OpenPage) -> None:
    page = open_page("", scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.locator("label[for=__palette_1]").click()
    assert page.evaluate(paper) != dark


def test_search_finds_a_claim_by_its_words(open_page: OpenPage, a_claim: str) -> None:
    title = open_page(a_claim).locator("article h1").evaluate("heading => heading.firstChild.textContent")
    page = open_page("")
    page.keyboard.press("s")
    # Typed letter by letter, every letter would be searched for; the last key makes the theme look.
    page.keyboard.insert_text(title)
    page.keyboard.press("End")
    page.wait_for_selector(".md-search-result__link")
    results = page.locator(".md-search-result__link").evaluate_all("links => links.slice(0, 3).map(link => link.href)")
    assert any(f"/{a_claim}" in result for result in results)


@pytest.mark.parametrize("reached_by", ["pointer", "keyboard"])
def test_a_link_shows_its_claim_until_escape_is_pressed(open_page: OpenPage, a_claim: str, reached_by: str) -> None:
    page = open_page(a_claim)
    link = page.locator("article a[href*='/claims/'], article a[href^='../']").first
    card = page.locator(".md-tooltip2--active[role=dialog]")
    if reached_by == "pointer":
        link.hover()
    else:
        link.focus()
    card.wait_for(state="visible")
    assert card.inner_text().strip()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")


def test_a_preview_stays_while_the_pointer_is_inside(open_page: OpenPage, a_claim: str) -> None:
    page = open_page(a_claim)
    page.locator("article a[href*='/claims/'], article a[href^='../']").first.hover()
    card = page.locator(".md-tooltip2--active[role=dialog] .md-tooltip2__inner")
    card.wait_for(state="visible")
    card.hover()
    page.wait_for_timeout(800)
    assert card.is_visible()
