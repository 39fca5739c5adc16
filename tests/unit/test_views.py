"""What the pages of the tiny map do not show, since they hold one entry of a kind."""

import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.naming.urls import Hosting, claim_page
from argmap.pages.markdown import site_of
from argmap.pages.views import Views
from argmap.publishing.composition import build_site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


def views(folder: Path) -> Views:
    return Views(load_map(folder).argument_map, Hosting())


def test_the_timeline_begins_with_the_oldest_event(folder: Path):
    event = "  - id: bridge-built\n    kind: event\n    name: The bridge\n    gloss: It was built.\n"
    change(folder / "glossary.yaml", "", f"{event}    date: 1831-05\n    dated-by: map\n")
    assert [event.id for event in views(folder).timeline()["events"]] == ["bridge-built", "railway-came"]


def test_a_site_is_named_without_www():
    assert site_of("https://www.example.org/a?b") == "example.org"


def test_objections_to_a_claim_come_before_those_to_the_steps_towards_it(folder: Path):
    change(folder / "critique.yaml", "    against: customers-walk\n", "    against: bridge-is-unsafe\n")
    found = views(folder)
    attacks = found.attacks(found.map.claims["bridge-is-unsafe"])
    assert [attack.objection.id for attack in attacks] == ["nobody-counted-customers", "cracks-prove-little"]


def test_the_page_of_a_claim_that_was_renamed_still_has_the_places_of_its_steps(folder: Path):
    gone = "  - id: bridge-is-bad\n    replaced-by: bridge-is-unsafe\n    because: It said too little.\n"
    change(folder / "retired.yaml", "", gone)
    page = build_site(folder)[claim_page("bridge-is-bad")]
    assert "](../claims/bridge-is-unsafe.md#cracks-show-danger){ #cracks-show-danger }" in page


def test_forecasts_are_as_of_the_day_when_one_was_last_looked_at(folder: Path):
    text = (folder / "predictions.yaml").read_text(encoding="utf-8")
    again = text.partition("predictions:\n")[2].replace("arches-may-fail", "customers-stay-away")
    change(folder / "predictions.yaml", "", again.replace("as-of: 2021-04", "as-of: 2020-12"))
    assert views(folder).predictions()["as_of"] == "2021-04"


def test_a_sentence_to_which_no_words_lead_is_named_by_its_place_alone(folder: Path):
    before = build_site(folder)["article.md"].count(":~:text=")
    change(folder / "article.yaml", "        first: The older\n", "")
    page = build_site(folder)["article.md"]
    assert page.count(":~:text=") == before - 1
    gist, _ = page.split("{: #p2s2 ")[1].split("<div", 1)
    assert gist.split("\n\n")[1] == "The old one is made for carts. &#182;2&#160;s2 at gazette.example"
