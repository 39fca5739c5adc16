"""Readers who come with a sentence of the article, or with an address that has a slip in it."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import OpenPage
from tests.mistaken import TINY
from tests.site.published import PublishedSite

from argmap.text.words import normal_form, sha256_of

ARTICLE = (TINY / "article.txt").read_text(encoding="utf-8")
SENTENCES = {
    f"p{paragraph}s{number}": sentence
    for paragraph, text in enumerate(ARTICLE.splitlines(), 1)
    for number, sentence in enumerate(re.findall(r"\S.*?[.?](?=\s|$)", text), 1)
}


@pytest.fixture
def page(open_page: OpenPage, tiny_site: PublishedSite) -> Page:
    return open_page(tiny_site, "article/")


def paste(page: Page, text: str) -> None:
    page.locator("#pasted").fill(text)


def expect_found(page: Page, *anchors: str) -> None:
    links = page.locator(".finder [role=status] a")
    expect(links).to_have_count(len(anchors))
    for link, anchor in zip(links.all(), anchors, strict=True):
        expect(link).to_have_attribute("href", f"#{anchor}")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda sentence: sentence, id="as it stands"),
        pytest.param(lambda sentence: f"“{sentence}”", id="in curly quotes"),
        pytest.param(lambda sentence: f'"{sentence}"', id="in straight quotes"),
        pytest.param(lambda sentence: "\n" + sentence.replace(" ", "\u00a0 \n") + "\n", id="with other white space"),
        pytest.param(str.upper, id="in capitals"),
    ],
)
def test_every_sentence_finds_its_place(page: Page, tiny_site: PublishedSite, change: Callable[[str], str]) -> None:
    assert list(SENTENCES) == [sentence.replace(".", "") for sentence in tiny_site.map.sentences]
    for anchor, sentence in SENTENCES.items():
        paste(page, change(sentence))
        expect_found(page, anchor)


def test_a_beginning_finds_its_sentence(page: Page) -> None:
    paste(page, " ".join(SENTENCES["p2s1"].split()[:5]))
    expect_found(page, "p2s1")


def test_a_strange_sentence_with_the_end_of_one_of_the_article_is_not_found(page: Page) -> None:
    paste(page, f"My uncle told me of {' '.join(SENTENCES['p2s1'].split()[-4:])}")
    expect(page.locator(".finder [role=status]")).to_have_text(re.compile("^Not a sentence of the article"))


def test_a_whole_sentence_hides_what_only_resembles_it(page: Page) -> None:
    paste(page, f"{SENTENCES['p2s2']} {' '.join(SENTENCES['p2s1'].split()[:5])} and so on")
    expect_found(page, "p2s2")


def test_a_paragraph_finds_each_of_its_sentences(page: Page) -> None:
    paste(page, ARTICLE.splitlines()[1])
    expect_found(page, "p2s1", "p2s2", "p2s3", "p2s4")


def test_a_strange_sentence_is_said_not_to_be_there(page: Page) -> None:
    paste(page, "The moon is made of cheese.")
    expect(page.locator(".finder [role=status]")).to_have_text(re.compile("^Not a sentence of the article"))


def test_what_is_pasted_is_sent_nowhere(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.resource_type))
    paste(page, SENTENCES["p1s1"])
    expect_found(page, "p1s1")
    assert not {"fetch", "xhr", "ping", "websocket"} & set(sent)


@pytest.mark.parametrize(
    "asked",
    ["bridge-is-unsave", "BRIDGE-IS-UNSAFE", "Bridge-Is-Unsave", "bridge-is-unsafe%E0", "BRIDGE_IS_UNSAFE.html"],
)
def test_a_slip_in_an_address_is_answered_with_the_nearest_ones(
    open_page: OpenPage, tiny_site: PublishedSite, asked: str
) -> None:
    page = open_page(tiny_site, "")
    # As every host does, the page for what is missing is shown under the address that was asked for.
    page.route(f"**/claims/{asked}/", lambda route: route.fulfill(path=tiny_site.folder / "404.html"))
    page.goto(f"{tiny_site.address}claims/{asked}/")
    nearest = page.locator(".nearest").get_by_role("link").first
    expect(nearest).to_have_attribute("href", f"{tiny_site.address}claims/bridge-is-unsafe/")


@pytest.mark.parametrize(
    "missing", ["claims/bridge-is-unsave/", "claims/bridge-is-unsave", "bridge-is-unsave", "a/b/c/bridge-is-unsave/"]
)
def test_a_site_that_does_not_know_its_address_answers_a_slip_as_well(
    browser: Browser, nowhere_site: PublishedSite, missing: str
) -> None:
    # Not by `open_page`: to look for the site's root means to ask for what is not there.
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    page.route(f"**/{missing}", lambda route: route.fulfill(path=nowhere_site.folder / "404.html"))
    page.goto(nowhere_site.address + missing)
    nearest = page.locator(".nearest").get_by_role("link").first
    expect(nearest).to_have_attribute("href", f"{nowhere_site.address}claims/bridge-is-unsafe/")
    expect(page.get_by_role("link", name="the map")).to_have_attribute("href", f"{nowhere_site.address}map/")
    expect(page.locator("body")).to_have_css("font-family", re.compile("sans"))
    styled = page.evaluate("[...document.styleSheets].map(sheet => sheet.href)")
    assert sorted(Path(sheet).name for sheet in styled) == sorted(
        Path(str(sheet["href"])).name for sheet in nowhere_site.parsed[""].select("link[rel=stylesheet]")
    )
    page.locator(".md-search").get_by_role("textbox").fill("bridge")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert errors == []
    context.close()


def test_an_address_that_was_given_up_says_what_took_its_place(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "claims/bridge-is-old/")
    (retirement, _) = tiny_site.map.retired.retired
    expect(page.get_by_text(retirement.because)).to_be_visible()
    page.get_by_role("link", name=tiny_site.map.claims["built-for-carts"].short).click()
    assert page.url == f"{tiny_site.address}claims/built-for-carts/"


def test_the_finder_has_the_normal_form_of_the_fingerprints(page: Page) -> None:
    """Compared for every character that this Python knows, alone, between letters, and as a mark."""
    known = [sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(sign) not in ("Cn", "Cs")]
    texts = [f"a{sign}b {sign} !{sign}c" for sign in known if unicodedata.category(sign) != "Co"]
    others = page.evaluate("texts => texts.map(normal)", texts)
    assert [(text, other) for text, other in zip(texts, others, strict=True) if normal_form(text) != other] == []


@pytest.mark.parametrize(
    "text", ["Straße", "STRASSE", "ΟΔΟΣ οδος", "İIıi", "Ꭰꭰ ᏸ", "ǰ ΐ ŉ ﬁ ſ", "क्या\u200dहुआ", "e\u0301É"]
)
def test_words_that_fold_alike_are_alike_for_the_finder(page: Page, text: str) -> None:
    assert page.evaluate("text => normal(text)", text) == normal_form(text)


def reload_with(page: Page, old: str, new: str) -> None:
    """The article page as if one of its sentences read otherwise."""
    html = page.request.get(page.url).text()
    assert old in html
    page.route(page.url, lambda route: route.fulfill(body=html.replace(old, new), content_type="text/html"))
    page.reload()


def test_a_sentence_with_stops_inside_is_found_in_its_paragraph(page: Page, tiny_site: PublishedSite) -> None:
    sentence = "Mr. Gray met Dr. Green at 4.50 p.m. today, i.e. late."
    reload_with(page, tiny_site.map.sentences["p2.s3"].sha256[:16], sha256_of(sentence)[:16])
    paste(page, f"{SENTENCES['p2s1']} Who knows?2 {sentence} “Nobody!”")
    expect_found(page, "p2s1", "p2s3")


def test_first_words_without_spaces_are_found_inside_a_text(page: Page) -> None:
    reload_with(page, ":~:text=Every", f":~:text={quote('水车停了很久')},{quote('我们等待')}")
    paste(page, "他说水车停了很久，没有人知道")
    expect_found(page, "p2s3")


def test_a_sentence_that_is_found_by_the_words_before_it_has_no_first_words_of_its_own(page: Page) -> None:
    reload_with(page, ":~:text=Every", f":~:text={quote('the older one was')}-,Every")
    paste(page, "I say: the older one was better")
    expect(page.locator(".finder [role=status]")).to_have_text(re.compile("^Not a sentence of the article"))
