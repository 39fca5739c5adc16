"""What the buttons under a claim put on the clipboard, and what they do where a browser refuses."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite


@pytest.fixture
def page(open_page: OpenPage, tiny_site: PublishedSite) -> Page:
    return open_page(tiny_site, "claims/cracks-grow/#cite")  # which is folded until somebody asks for it


def copied(page: Page, name: str) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=name, exact=True).first.click()
    expect(page.get_by_text("copied", exact=True)).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_copied_link_is_the_page_s_address(page: Page) -> None:
    assert copied(page, "Copy link") == page.url.removesuffix("#cite")


def test_a_copied_citation_says_where_when_and_whose_the_wording_is(page: Page, tiny_site: PublishedSite) -> None:
    citation = copied(page, "Copy citation")
    assert page.url.removesuffix("#cite") in citation
    assert "¶2\u00a0s3" in citation
    assert "paraphrase" in citation
    assert tiny_site.map.article.author in citation
    assert re.search(r", accessed \d{1,2} [A-Z][a-z]+ \d{4}$", citation)


@pytest.mark.parametrize(
    ("notation", "begins", "accessed"),
    [
        ("APA", "The map", r", accessed \d{1,2} [A-Z][a-z]+ \d{4}$"),
        ("BibTeX", "@misc{example-bridge:cracks-grow,", r"\n  urldate = \{\d{4}-\d\d-\d\d\},"),
        ("CSL-JSON", "[{", r',"accessed":\{"date-parts":\[\[\d{4},\d{1,2},\d{1,2}\]\]\}'),
    ],
)
def test_a_copied_reference_is_the_text_that_is_shown_under_its_notation_with_the_day(
    page: Page, notation: str, begins: str, accessed: str
) -> None:
    page.locator(".references summary").click()
    shown = page.locator(f".references .notation:text-is('{notation}') ~ pre code").first.inner_text().strip()
    assert shown.startswith(begins)
    text = copied(page, f"Copy {notation}")
    if notation == "CSL-JSON":
        shown, text = (json.dumps(json.loads(one), separators=(",", ":")) for one in (shown, text))
    assert re.sub(accessed, "", text) == shown
    assert re.search(accessed, text)


def test_each_notation_has_a_button_of_its_own(page: Page) -> None:
    page.locator(".references summary").click()
    assert page.locator(".references button").all_inner_texts() == ["Copy APA", "Copy BibTeX", "Copy CSL-JSON"]


def test_where_the_clipboard_is_refused_the_text_is_marked(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_text("marked: copy it with your keyboard")).to_be_visible()
    assert page.evaluate("getSelection().toString().trim()") == page.locator("#cite-this").inner_text()
