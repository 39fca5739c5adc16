"""The small pages for frames: whole, without a script, and leading back."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from bs4 import BeautifulSoup
from tests.hostile import STRINGS
from tests.mistaken import TINY
from tests.small_maps import small_map

from argmap.exports.embeds import embedded_claim, embedded_map, embedding
from argmap.loading.load import load_map
from argmap.naming.urls import Hosting
from argmap.naming.urls import embedded_claim as embedded

MAP = load_map(TINY / "data").argument_map
HOSTING = Hosting(site="https://example.org/map/")


def test_a_claim_is_shown_with_its_reasons_and_leads_back():
    page = BeautifulSoup(embedded_claim(MAP, HOSTING, "closing-costs-little"), "html.parser")
    claim = MAP.claims["closing-costs-little"]
    assert claim.says in page.get_text()
    assert len(page.select("li")) == sum(argument.for_ == claim.id for argument in MAP.arguments.values())
    assert {link["href"] for link in page.select("a")} == {"../../claims/closing-costs-little/"}
    assert all(link["target"] == "_top" for link in page.select("a"))
    assert page.select_one("link[rel=canonical]")["href"] == "https://example.org/map/claims/closing-costs-little/"


def test_a_map_names_each_of_its_claims_and_leads_to_them():
    page = BeautifulSoup(embedded_map(MAP, HOSTING, "bridge-is-unsafe"), "html.parser")
    targets = [link["href"] for link in page.select("li a")]
    assert targets[0] == "../../claims/bridge-is-unsafe/"
    assert "../../claims/cracks-grow/" in targets


@pytest.mark.parametrize("text", STRINGS)
def test_whatever_a_claim_says_is_text(text: str):
    argument_map = small_map("end <- near")
    part = argument_map.parts[0]
    claims = tuple(claim.model_copy(update={"short": text, "says": text}) for claim in part.claims)
    changed = replace(argument_map, parts=(part.model_copy(update={"claims": claims}),))
    page = BeautifulSoup(embedded_claim(changed, HOSTING, "end"), "html.parser")
    assert not page.select("script, iframe, img, [onload], [onerror], [onclick], [style]")
    assert " ".join(page.select_one("body > p").get_text().split()) == " ".join(text.split())


def test_what_to_write_into_another_page_is_a_frame_and_its_address():
    frame = BeautifulSoup(
        embedding(HOSTING, embedded("cracks-grow"), MAP.claims["cracks-grow"].short), "html.parser"
    ).iframe
    assert frame["src"] == "https://example.org/map/embed/claims/cracks-grow.html"
    assert unescape(frame["title"]) == MAP.claims["cracks-grow"].short
    assert embedding(Hosting(), embedded("cracks-grow"), "A crack") == ""
