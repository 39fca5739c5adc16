"""What other programs write becomes a draft, and nothing of it is dropped in silence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from tests.argdown import needs_argdown
from tests.hostile import STRINGS
from tests.mistaken import TINY

from argmap.drafting.adding import add_import, add_outline
from argmap.drafting.foreign import Conflict, Foreign, Support, draft_of
from argmap.drafting.interchange import read_foreign
from argmap.drafting.stubs import Draft, objections_to_paste, part_to_write
from argmap.exports.aif import aif_json
from argmap.exports.argdown import argdown
from argmap.exports.sadface import sadface_json
from argmap.exports.xaif import xaif_json
from argmap.loading.load import load_map
from argmap.source.problems import BadData

MAP = load_map(TINY / "data").argument_map

AIF_NODES = [
    {"nodeID": "1", "text": "Close the bridge.", "type": "I"},
    {"nodeID": "2", "text": "It is unsafe.", "type": "I"},
    {"nodeID": "3", "text": "A town keeps its people safe.", "type": "I"},
    {"nodeID": "4", "text": "Old bridges last.", "type": "I"},
    {"nodeID": "5", "text": "Its cracks grow.", "type": "I"},
    {"nodeID": "ra", "text": "Default Inference", "type": "RA"},
    {"nodeID": "ca", "text": "Default Conflict", "type": "CA"},
    {"nodeID": "reply", "text": "Default Conflict", "type": "CA"},
]
AIF_EDGES = [("2", "ra"), ("3", "ra"), ("ra", "1"), ("4", "ca"), ("ca", "ra"), ("5", "reply"), ("reply", "4")]
AIF = {"nodes": AIF_NODES, "edges": [{"fromID": one, "toID": other} for one, other in AIF_EDGES]}
SADFACE = {
    "nodes": [
        {"id": node["nodeID"], "type": "atom", "text": node["text"]}
        if node["type"] == "I"
        else {"id": node["nodeID"], "type": "scheme", "name": "support" if node["type"] == "RA" else "attack"}
        for node in AIF_NODES
    ],
    "edges": [{"id": f"{a}{b}", "source_id": a, "target_id": b} for a, b in AIF_EDGES],
}
MICROTEXT = """<?xml version="1.0" encoding="UTF-8"?>
<arggraph id="bridge">
  <edu id="e1"><![CDATA[Close the bridge.]]></edu><edu id="e2"><![CDATA[It is unsafe.]]></edu>
  <edu id="e3"><![CDATA[A town keeps its people safe.]]></edu><edu id="e4"><![CDATA[Old bridges last.]]></edu>
  <edu id="e5"><![CDATA[Its cracks grow.]]></edu>
  <adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a3" type="pro"/><adu id="a4" type="opp"/>
  <adu id="a5" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/><edge id="s2" src="e2" trg="a2" type="seg"/>
  <edge id="s3" src="e3" trg="a3" type="seg"/><edge id="s4" src="e4" trg="a4" type="seg"/>
  <edge id="s5" src="e5" trg="a5" type="seg"/>
  <edge id="c1" src="a2" trg="a1" type="sup"/><edge id="c2" src="a3" trg="c1" type="add"/>
  <edge id="c3" src="a4" trg="c1" type="und"/><edge id="c4" src="a5" trg="a4" type="reb"/>
</arggraph>
"""
IN_ARGDOWN = """
[Close]: Close the bridge.

<Danger>

(1) [Unsafe]: It is unsafe.
(2) [Safe]: A town keeps its people safe.
-----
(3) [Close]
    <_ [Last]: Old bridges last.
        <- [Cracks]: Its cracks grow.
"""


def written(folder: Path, name: str, content: object) -> Path:
    file = folder / name
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


def expected_of_the_bridge(draft: Draft) -> None:
    """Two premises that work together, an objection to their step, and what answers it."""
    (step,) = draft.steps
    assert (step.for_, step.from_) == ("close-bridge", ["unsafe", "town-keeps-people-safe"])
    (attack,) = draft.attacks
    assert (attack.against, attack.raised_in, attack.answered_in) == (step.id, ["old-bridges-last"], ["cracks-grow"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("aif.json", AIF),
        ("xaif.json", {"AIF": AIF, "OVA": {}, "text": "", "dialog": False}),
        ("sadface.json", SADFACE),
        ("micro.xml", MICROTEXT),
        pytest.param("bridge.argdown", IN_ARGDOWN, marks=needs_argdown),
    ],
)
def test_every_format_says_the_same(tmp_path: Path, name: str, content: object):
    expected_of_the_bridge(draft_of(read_foreign(written(tmp_path, name, content)), "The bridge"))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("aif.json", aif_json),
        ("xaif.json", xaif_json),
        ("sadface.json", sadface_json),
        pytest.param("map.argdown", argdown, marks=needs_argdown),
    ],
)
def test_what_we_export_comes_back_with_all_that_it_holds(tmp_path: Path, name: str, made):
    draft = draft_of(read_foreign(written(tmp_path, name, made(MAP))), "Back")
    objections = MAP.critique.objections
    assert len(draft.statements) == len(MAP.claims) + len(objections)
    assert sorted(len(step.from_) for step in draft.steps) == sorted(len(a.from_) for a in MAP.arguments.values())
    assert len(draft.attacks) == len(objections)
    steps = {step.id for step in draft.steps}
    assert sum(attack.against in steps for attack in draft.attacks) == sum(
        o.against in MAP.arguments for o in objections
    )
    assert sum(len(attack.answered_in) for attack in draft.attacks) == sum(len(o.answered_in) for o in objections)


def test_what_the_format_has_no_place_for_is_told(tmp_path: Path):
    nodes = [
        *AIF_NODES,
        {"nodeID": "l", "text": "A : Close it.", "type": "L"},
        {"nodeID": "y", "text": "Asserting", "type": "YA"},
    ]
    nodes += [{"nodeID": "ma", "text": "Default Rephrase", "type": "MA"}, {"nodeID": "lone", "text": "", "type": "RA"}]
    edges = [*AIF["edges"], {"fromID": "2", "toID": "ma"}, {"fromID": "ma", "toID": "5"}, {"fromID": "2", "toID": "5"}]
    draft = draft_of(read_foreign(written(tmp_path, "a.json", {"nodes": nodes, "edges": edges})), "x")
    told = "\n".join(draft.left_out)
    for what in ("locutions", "illocutions", "rephrase", "leads nowhere", "without an inference"):
        assert what in told


def test_a_circle_is_opened_and_told():
    foreign = Foreign({"a": "One", "b": "Two"}, {"1": Support(["a"], "b"), "2": Support(["b"], "a")})
    draft = draft_of(foreign, "x")
    assert [(step.from_, step.for_) for step in draft.steps] == [(["one"], "two")]
    assert "would close a circle" in draft.left_out[0]


def test_what_attacks_each_other_is_drafted_once_each():
    foreign = Foreign({"a": "One", "b": "Two"}, {}, {"1": Conflict(["a"], "b"), "2": Conflict(["b"], "a")})
    draft = draft_of(foreign, "x")
    assert len(draft.attacks) + sum(len(attack.answered_in) for attack in draft.attacks) == 2


@pytest.mark.parametrize(
    ("name", "content", "place", "message"),
    [
        ("a.json", "", "1:1", "is empty"),
        ("a.json", '{"nodes": [\n  {,\n', "2:4", "neither JSON nor XML"),
        ("a.json", "[" * 100_000, "1:1", "nested too deeply"),
        ("a.json", {"some": "thing"}, "1:1", "no argument in a form that is known"),
        ("a.json", {"nodes": [{"nodeID": "1"}], "edges": []}, "1:1", "entry 1 of 'nodes' has no 'text' and no 'type'"),
        ("a.json", {"nodes": ["x"], "edges": [3]}, "1:1", "entry 1 of 'edges'"),
        ("a.json", {"nodes": [], "edges": []}, "1:1", "no statement"),
        ("a.xml", "<arggraph>\n<edu>", "2:6", "XML is broken"),
        ("a.xml", "<html></html>", "1:1", "begins with <html>"),
        pytest.param("a.argdown", "[A]: text _open\n", "", "not Argdown", marks=needs_argdown),
        pytest.param("a.argdown", "/* nothing */", "", "", marks=needs_argdown),
    ],
)
def test_a_broken_file_is_named_with_its_place(tmp_path: Path, name: str, content: object, place: str, message: str):
    with pytest.raises(BadData) as wrong:
        read_foreign(written(tmp_path, name, content))
    problems = [problem for problem in wrong.value.problems if message in problem.message]
    assert problems
    assert not place or f"{problems[0].place.line}:{problems[0].place.column}" == place


def test_bytes_that_are_no_text_are_named(tmp_path: Path):
    file = tmp_path / "a.json"
    file.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(BadData, match="byte 1 is none"):
        read_foreign(file)


@pytest.mark.parametrize("text", STRINGS)
def test_a_draft_is_yaml_whatever_a_text_holds(text: str):
    foreign = Foreign({"a": text, "b": "Two"}, {"1": Support(["a"], "b", text)}, {"2": Conflict(["a"], "1")})
    draft = draft_of(foreign, text)
    part = yaml.safe_load(part_to_write(draft, "presupposes"))
    assert part["claims"][0]["says"] == " ".join(text.split())
    assert yaml.safe_load(objections_to_paste(draft))[0]["says"] == " ".join(text.split())


def test_a_draft_is_a_new_part_and_its_ids_are_new(tmp_path: Path):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    before = {file: file.read_bytes() for file in data.rglob("*.yaml")}
    report = add_import(data, written(tmp_path, "bridge.json", AIF))
    assert "5 claims and 1 argument written" in report
    assert "objections:" in report
    assert {file: file.read_bytes() for file in before} == before
    (new,) = set(data.rglob("*.yaml")) - set(before)
    part = yaml.safe_load(new.read_text(encoding="utf-8"))
    assert not {claim["id"] for claim in part["claims"]} & set(MAP.claims)
    add_outline(data, written(tmp_path, "outline.txt", "Close it < It is old"))
    assert len(list((data / "argument").glob("*.yaml"))) == len(list((TINY / "data" / "argument").glob("*.yaml"))) + 2


def test_an_outline_names_claims_that_are_still_being_written(tmp_path: Path):
    """A second outline would otherwise say everything twice, and take what is left unsaid for the author's."""
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    outline = tmp_path / "outline.txt"
    for text in ("Close the mill\n    < It is old", "It is old\n    < ? Wood rots"):
        outline.write_text(text, encoding="utf-8")
        add_outline(data, outline)
    first, second = (
        yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted((data / "argument").glob("*"))[-2:]
    )
    assert [claim["id"] for claim in first["claims"]] == ["close-mill", "old"]
    assert [(claim["id"], claim["voice"]) for claim in second["claims"]] == [("wood-rots", "presupposes")]
