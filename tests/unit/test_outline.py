"""Outlines become drafts of data files."""

import re
from pathlib import Path

import pytest
import yaml

from argmap.drafting.outline import read_outline
from argmap.drafting.stubs import Ids, objections_to_paste, part_to_write
from argmap.source.problems import BadData

FILE = Path("outline.txt")
OUTLINE = """
# The bridge
Take cars off the bridge. @p7.s1
    < It is unsafe @p2.s1 + ? A town keeps its people safe
        ! Old bridges last @p4.s1
    < Closing it costs little @p5.s2
It is unsafe < The cracks grow @p3.s1
"""


def test_claims_steps_and_objections_become_records():
    draft = read_outline(OUTLINE, FILE)
    part = yaml.safe_load(part_to_write(draft, "presupposes"))
    claims = {claim["id"]: claim for claim in part["claims"]}
    assert claims["take-cars-off-bridge"]["at"] == ["p7.s1"]
    assert claims["town-keeps-people-safe"]["voice"] == "presupposes"
    assert [(step["from"], step["for"]) for step in part["arguments"]] == [
        (["unsafe", "town-keeps-people-safe"], "take-cars-off-bridge"),
        (["closing-costs-little"], "take-cars-off-bridge"),
        (["cracks-grow"], "unsafe"),
    ]
    (objection,) = yaml.safe_load(objections_to_paste(draft))
    assert objection["against"] == part["arguments"][0]["id"]


def test_an_objection_keeps_its_own_place():
    (objection,) = yaml.safe_load(objections_to_paste(read_outline(OUTLINE, FILE)))
    assert objection["at"] == ["p4.s1"]


@pytest.mark.parametrize("indent", [4, 8])
def test_a_premise_that_works_only_with_another_may_have_a_line_of_its_own(indent):
    draft = read_outline(f"a\n    < b\n{' ' * indent}+ ? c\n{' ' * indent}    ! d", FILE)
    assert [(step.for_, step.from_) for step in draft.steps] == [("a", ["b", "c"])]
    assert draft.attacks[0].against == draft.steps[0].id
    assert [one.unsaid for one in draft.statements] == [False, False, True]


def test_a_map_may_have_the_ids_already():
    assert read_outline("It is unsafe", FILE, ("unsafe",)).statements[0].id == "unsafe-2"


@pytest.mark.parametrize("named", ["unsafe", "Cars are in danger on it."])
def test_a_claim_that_is_there_already_is_named_by_its_id_or_in_its_words(named):
    there = {"unsafe": "Cars are in danger on it.", "begun": ""}
    draft = read_outline(f"Close it < {named}\n{named} < begun", FILE, there, there)
    assert [one.id for one in draft.statements] == ["close"]
    assert [(step.for_, step.from_) for step in draft.steps] == [("close", ["unsafe"]), ("unsafe", ["begun"])]


@pytest.mark.parametrize(
    ("outline", "place", "message"),
    [
        ("", "1:1", "no claim stands"),
        ("  < a", "1:3", "nothing stands above"),
        ("a\n  ! ", "2:3", "an objection says nothing"),
        ("! b", "1:1", "nothing stands above"),
        ("a\n  < b + ", "2:8", "a claim without words"),
        ("a\n  < A.", "2:5", "its own reason"),
        ("a @p2", "1:3", "is no place"),
        ("a < b < c", "1:7", "two reasons"),
        ("b <", "1:3", "a claim without words"),
        ("a\n < b + c\n  < d", "3:3", "which of the premises"),
        ("a\n < b\n + c\n  < d", "4:3", "which of the premises"),
        ("a\n+ b", "2:1", "nothing stands above that this works with"),
        ("a\n < b\n + a", "3:2", "its own reason"),
        ("a\n  b", "2:3", "what this is to the line above is not said"),
        ("a\n  - b", "2:3", "is no sign"),
        ("a\n  > b", "2:3", "is no sign"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_place(outline, place, message):
    with pytest.raises(BadData, match=message) as wrong:
        read_outline(outline, FILE)
    (problem,) = wrong.value.problems
    assert f"{problem.place.line}:{problem.place.column}" == place


@pytest.mark.parametrize("text", ["Мост опасен", "橋は危ない", "1984", "", "-", "a" * 300, "The of and"])
def test_every_text_gets_an_id_that_the_format_takes(text):
    ids = Ids()
    made = [ids.of(text) for _ in range(3)]
    assert len(set(made)) == 3
    for one in made:
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", one)
        assert len(one) <= 48
