"""The links into the publisher's page: a browser comes to the sentence, in whatever script it is written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pytest
from playwright.sync_api import Browser, Page
from tests.unit.test_languages import TEXTS

from argmap.text.fragments import fragment_url, fragment_words
from argmap.text.sentences import split_article

ADDRESS = "https://mill.example/text"
REPEATING = (
    "He left. All the mills that stand by our river are idle and dry.\n"
    "She came. All the mills that stand by our river are idle and dry. He asked: “Why?” Why? “Why?” No.\n"
    "“We never close.” He left. “We never close.”"
)
# Sōseki. Of the second sentence a browser sees no word end that could be relied on.
POINTING = (
    "私が先生と知り合いになったのは鎌倉である。その時私はまだ若々しい書生であった。暑中休暇を利用して海水浴に行った友達から"
    "ぜひ来いという端書を受け取ったので、私は多少の金を工面して、出掛ける事にした。私は金の工面に二、三日を費やした。"
)
# A line is a word wide and taller than the window, so that the one in sight is the one that was found.
PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<style>p {{ width: min-content; line-height: 1000px; margin: 1000px 0; }}</style>{text}"""
IN_SIGHT = """() => [...document.querySelectorAll("span")].findIndex((said) => {
  const { top } = said.getClientRects()[0]
  return top > 200 && top < 700
})"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("language", "text"),
    [*((language, text) for language, (text, _) in TEXTS.items()), ("en", REPEATING), ("ja", POINTING)],
)
def test_a_link_leads_to_its_sentence(page: Page, language: str, text: str) -> None:
    paragraphs = split_article(text, language)
    between = "" if language in ("ja", "zh") else " "
    said = [between.join(f"<span>{escape(sentence)}</span>" for sentence in cut) for cut in paragraphs]
    html = PAGE.format(language=language, text="".join(f"<p>{paragraph}</p>" for paragraph in said))
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    for number, fragment in enumerate(fragment_words(paragraphs)):
        if fragment is not None:
            page.goto(fragment_url(f"{ADDRESS}?{number}", fragment))
            page.wait_for_function(f"number => ({IN_SIGHT})() === number", arg=number, timeout=3000)
