"""Search finds claims by their words and by the words that the glossary explains."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite
from tests.this_map import IS_WHOLE

MATERIAL_FIELD = ".md-search__input"


def found(page: Page, words: str) -> list[str]:
    """Addresses of the results, best first; each publisher has a search of its own."""
    if page.locator(MATERIAL_FIELD).count():
        page.locator(MATERIAL_FIELD).focus()
        # Typed letter by letter, every letter would be searched for; the last key makes the theme look.
        page.keyboard.insert_text(words)
        page.keyboard.press("End")
        results = page.locator("a.md-search-result__link")
    else:
        page.locator(".md-search__button").click()
        page.get_by_role("combobox", name="Search").fill(words)
        results = page.get_by_role("option")
    results.first.wait_for(state="attached")
    addresses: list[str] = results.evaluate_all("links => links.map(link => link.href)")
    return addresses


def test_a_claim_is_found_by_its_words(open_page: OpenPage, tiny: PublishedSite) -> None:
    page = open_page(tiny, "")
    words = tiny.map.claims["cracks-grow"].says
    assert any("/claims/cracks-grow/" in address for address in found(page, words)[:3])


def test_a_word_that_the_glossary_explains_is_found_there(open_page: OpenPage, tiny: PublishedSite) -> None:
    page = open_page(tiny, "")
    assert any("/glossary/#unsafe" in address for address in found(page, tiny.map.entries["unsafe"].name)[:3])


def test_a_claim_is_found_among_all_the_others(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "")
    claim = mkdocs_site.map.claims[mkdocs_site.map.site.pivot]
    assert any(f"/claims/{claim.id}/" in address for address in found(page, claim.says)[:3])


def test_a_claim_is_found_by_a_word_that_the_glossary_explains(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    if not IS_WHOLE:
        pytest.skip("the map that is here is a draft, and the tiny one explains too few words")
    page = open_page(mkdocs_site, "")
    claim = mkdocs_site.map.claims[mkdocs_site.map.site.pivot]
    addresses = found(page, mkdocs_site.map.entries[claim.terms[0]].name)
    first_pages = list(dict.fromkeys(address.split("#")[0] for address in addresses))[:3]
    explained = {f"/claims/{other.id}/" for other in mkdocs_site.map.claims.values() if claim.terms[0] in other.terms}
    assert any(page.endswith(tuple(explained)) for page in first_pages)


@pytest.mark.parametrize("page", ["weak-steps/", "timeline/", "about/cite/", "about/vocabulary/", "map/"])
def test_a_page_is_found_by_its_name(open_page: OpenPage, tiny_site: PublishedSite, page: str) -> None:
    heading = tiny_site.parsed[page].h1
    assert heading
    addresses = found(open_page(tiny_site, ""), heading.get_text().rstrip("#"))
    assert any(f"/{page}" in address for address in addresses[:3])


@pytest.mark.parametrize(
    ("word", "page"), [("counterargument", "objections/"), ("handout", "teach/"), ("fallacy", "weak-steps/")]
)
def test_a_page_is_found_by_another_word_for_it(open_page: OpenPage, tiny: PublishedSite, word: str, page: str) -> None:
    assert any(f"/{page}" in address for address in found(open_page(tiny, ""), word)[:3])


def test_a_sentence_is_found_by_its_place(open_page: OpenPage, tiny: PublishedSite) -> None:
    assert any("/article/#p3s3" in address for address in found(open_page(tiny, ""), "p3.s3")[:3])


def test_a_hit_says_what_it_is(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "")
    found(page, tiny_site.map.claims["cracks-grow"].says)
    hit = page.locator("a.md-search-result__link[href*='/claims/cracks-grow/']").first
    assert hit.locator(".kind").inner_text() == "Claim"


@pytest.mark.parametrize("word", ["gamble", "perhaps"])
def test_a_word_behind_a_bracket_or_a_quotation_mark_is_found(
    open_page: OpenPage, tiny: PublishedSite, word: str
) -> None:
    assert any("/glossary/#unsafe" in address for address in found(open_page(tiny, ""), word))


def test_a_reader_who_does_not_search_fetches_neither_the_index_nor_what_searches_it(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    page = open_page(tiny_site, "")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rsplit("/", 1)[-1]))
    page.reload(wait_until="networkidle")
    assert "site.js" in fetched
    assert not [name for name in fetched if name.startswith("search")]
    with page.expect_request("**/search_index.json"):
        page.locator(MATERIAL_FIELD).focus()


def test_an_address_that_asks_for_words_searches_at_once(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "?q=lorries")
    page.locator("a.md-search-result__link").first.wait_for(state="attached")
