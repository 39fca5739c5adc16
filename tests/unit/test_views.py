"""What the pages of the tiny map do not show, since they hold one entry of a kind."""

import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.built import build_site
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.naming.urls import Hosting, claim_page, site_of
from argmap.pages.dates_on_record import Day
from argmap.pages.views import Views


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


def views(folder: Path) -> Views:
    return Views(load_map(folder).argument_map, Hosting())


def test_the_timeline_begins_with_the_oldest_event(folder: Path):
    event = "  - id: bridge-built\n    kind: event\n    name: The bridge\n    gloss: It was built.\n"
    change(folder / "glossary.yaml", "", f"{event}    date: 1831-05\n    dated-by: map\n")
    assert [event.id for event in views(folder).timeline()["events"]] == [
        "bridge-built",
        "railway-came",
        "heavy-carts",
    ]


def test_a_site_is_named_without_www():
    assert site_of("https://www.example.org/a?b") == "example.org"


def test_objections_to_a_claim_come_before_those_to_the_steps_towards_it(folder: Path):
    change(folder / "critique.yaml", "    against: customers-walk\n", "    against: bridge-is-unsafe\n")
    found = views(folder)
    attacks = found.attacks(found.map.claims["bridge-is-unsafe"])
    assert [attack.objection.id for attack in attacks] == ["nobody-counted-customers", "cracks-prove-little"]


def test_a_cut_of_the_flags_in_the_picture_hides_no_voice(folder: Path):
    ours = "".join(
        f"  - id: doubt-{n}\n    by: map\n    against: closing-costs-little\n    short: Doubt {n}\n    says: Not so.\n"
        "    because: It is open.\n    severity: minor\n    at: [p4.s1]\n    reply: And yet.\n"
        for n in range(5)
    )
    change(folder / "critique.yaml", "objections:\n", f"objections:\n{ours}")
    (block,) = (line for line in build_site(folder)["index.md"].split("\n") if "(6 objections)" in line)
    assert re.findall(r'class="flag (\w+)"', block) == ["map"] * 4 + ["article"]


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
    said = "The old one is made for carts. &#182;2&#160;s2 at gazette.example"
    assert gist.split("\n")[2] == f"{said} <span hidden>p2&#46;s2</span>"


OBJECTORS_REASON = """claims:
  - id: some-come-by-car
    says: Some customers come by car.
    short: Some customers drive
    kind: fact
    voice: presupposes
    at: [p4.s1]
"""
OBJECTORS_STEP = """arguments:
  - id: drivers-shop-elsewhere
    for: customers-stay-away
    from: [some-come-by-car]
    scheme: sign
    drawn: reconstructed
    at: [p4.s1]
"""


def test_reasons_of_objectors_stand_beneath_their_objection_and_among_no_weak_steps(folder: Path):
    change(folder / "argument/02-closing.yaml", "claims:\n", OBJECTORS_REASON)
    change(folder / "argument/02-closing.yaml", "arguments:\n", OBJECTORS_STEP)
    pages = build_site(folder)
    step = "claims/customers-stay-away.md#drivers-shop-elsewhere"
    assert f"[for that: Some customers drive]({step}){{ .chip .beside-objection }}" in pages["map.md"]
    assert f"(claims/some-come-by-car.md){{ .claim .unstated }} ([step]({step}) to " in pages["objections.md"]
    assert "1 further step speaks for an objection." in pages["weak-steps.md"]
    assert "drivers-shop-elsewhere" not in pages["weak-steps.md"]
    said = "Speaks for an objection that the article considers, not for the author's case: [The shops would suffer]"
    assert said in pages["claims/some-come-by-car.md"]


def test_a_claim_that_only_answers_is_on_the_way_by_answering(folder: Path):
    answer = "    answered-in: [customers-walk]\n"
    change(folder / "critique.yaml", answer, "    answered-in: [two-bridges]\n")
    change(folder / "argument/01-danger.yaml", "    at: [p2.s1]\n    background: true\n", "    at: [p2.s1]\n")
    page = build_site(folder)["claims/two-bridges.md"]
    assert "It answers an objection: [The shops would suffer]" in page
    assert "1 objection that the article answers is open again: [The shops would suffer]" in page


@pytest.mark.parametrize(
    ("doubted", "left"),
    [
        (["two-bridges"], "weakened (1 answered objection to it is open again)"),
        (["cracks-grow"], "weakened (1 of its 2 reasons untouched)"),
        (
            ["two-bridges", "cracks-grow"],
            "weakened (1 of its 2 reasons untouched; 1 answered objection to it is open again)",
        ),
    ],
)
def test_a_verdict_names_what_is_left(folder: Path, doubted: list[str], left: str):
    change(folder / "critique.yaml", "    against: closing-costs-little\n", "    against: bridge-is-unsafe\n")
    change(folder / "critique.yaml", "    answered-in: [customers-walk]\n", "    answered-in: [two-bridges]\n")
    change(folder / "site.yaml", "    reject: [engineers-judge-rightly]\n", f"    reject: [{', '.join(doubted)}]\n")
    change(folder / "site.yaml", "    accept: [cracks-prove-little]\n", "")
    (supposed,) = views(folder).what_if()["suppositions"]
    assert supposed.pivot == left


def test_a_conclusion_with_one_reason_is_told_so(folder: Path):
    step = "  - id: little-cost-allows-closing\n    for: close-the-bridge\n"
    other = "  - id: little-cost-allows-closing\n    for: walkers-keep-the-bridge\n"
    change(folder / "argument/02-closing.yaml", step, other)
    change(
        folder / "argument/02-closing.yaml",
        "    from: [walkers-keep-the-bridge, new-bridge-is-open]\n",
        "    from: [new-bridge-is-open]\n",
    )
    change(folder / "site.yaml", "    reject: [engineers-judge-rightly]\n", "    reject: [cracks-grow]\n")
    change(folder / "site.yaml", "    accept: [cracks-prove-little]\n", "")
    (supposed,) = views(folder).what_if()["suppositions"]
    assert supposed.main == "weakened (its one reason is weakened)"


def on_one_day(*told: tuple[str, str]) -> Day:
    """Outcomes of one day, each by the forecast that it bears on and its source."""
    pairs = [(SimpleNamespace(claim=claim), SimpleNamespace(sources=(source,))) for claim, source in told]
    return Day("2026-02-05", pairs)


def test_a_day_of_which_one_source_tells_each_forecast_once_has_one_event():
    assert on_one_day(("a", "reuters"), ("b", "reuters")).has_one_event


@pytest.mark.parametrize("other", [("b", "tass"), ("a", "reuters")])
def test_a_day_of_which_others_tell_or_one_tells_twice_may_have_more(other):
    assert not on_one_day(("a", "reuters"), other).has_one_event
