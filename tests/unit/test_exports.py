"""What leaves the site as a file: each form holds what the map holds, counted."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace

import networkx
import pytest
from tests.mistaken import TINY
from tests.small_maps import small_map
from tests.this_map import DATA

from argmap.exports.aif import aif_json
from argmap.exports.argdown import argdown
from argmap.exports.graphml import graphml
from argmap.exports.tables import arguments_csv, claims_csv, evidence_csv
from argmap.exports.whole_map import WholeMap, whole_map_json, whole_map_schema
from argmap.loading.load import load_map

MAPS = {"tiny": load_map(TINY / "data").argument_map, "real": load_map(DATA).argument_map}


@pytest.fixture(params=MAPS)
def argument_map(request):
    return MAPS[request.param]


def test_the_whole_map_can_be_read_again_without_loss(argument_map):
    again = WholeMap.model_validate_json(whole_map_json(argument_map), by_alias=True)
    for name in ("article", "critique", "evidence", "predictions", "glossary", "site", "vocabulary", "retired"):
        assert getattr(again, name).model_dump() == getattr(argument_map, name).model_dump()
    assert [part.model_dump() for part in again.argument] == [part.model_dump() for part in argument_map.parts]


def test_the_schema_describes_every_part_of_the_whole_map(argument_map):
    described = json.loads(whole_map_schema(argument_map))["properties"]
    assert set(json.loads(whole_map_json(argument_map))) == set(described)


def test_tables_have_a_row_for_each_claim_premise_and_finding(argument_map):
    arguments, sources = argument_map.arguments.values(), argument_map.evidence.sources
    findings = [finding for source in sources for finding in source.findings]
    rows = [
        len(list(csv.DictReader(io.StringIO(of(argument_map))))) for of in (claims_csv, arguments_csv, evidence_csv)
    ]
    assert rows == [
        len(argument_map.claims),
        sum(len(argument.from_) for argument in arguments),
        sum(len(finding.about) for finding in findings),
    ]


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_begins_like_a_formula(begin):
    argument_map = small_map("end <- near")
    claim = argument_map.claims["near"].model_copy(update={"says": begin})
    part = argument_map.parts[0].model_copy(update={"claims": (claim,)})
    changed = replace(argument_map, parts=(part,))
    (row,) = csv.DictReader(io.StringIO(claims_csv(changed)))
    assert row["says"] == f"'{begin}"


def test_aif_has_a_node_for_each_claim_step_and_conflict(argument_map):
    net = json.loads(aif_json(argument_map))
    kinds = Counter(node["type"] for node in net["nodes"])
    objections = argument_map.critique.objections
    assert kinds["I"] == len(argument_map.claims) + len(objections)
    assert kinds["RA"] == len(argument_map.arguments)
    assert kinds["CA"] == len(objections) + sum(len(objection.answered_in) for objection in objections)
    assert kinds["MA"] == sum(len(objection.raised_in) for objection in objections)


def test_in_aif_no_claim_leads_to_a_claim_and_each_step_has_one_conclusion(argument_map):
    net = json.loads(aif_json(argument_map))
    kinds = {node["nodeID"]: node["type"] for node in net["nodes"]}
    pairs = [(kinds[edge["fromID"]], kinds[edge["toID"]]) for edge in net["edges"]]
    assert ("I", "I") not in pairs
    assert pairs.count(("RA", "I")) == len(argument_map.arguments)
    assert pairs.count(("I", "RA")) == sum(len(argument.from_) for argument in argument_map.arguments.values())
    undercuts = [o for o in argument_map.critique.objections if o.against in argument_map.arguments]
    assert pairs.count(("CA", "RA")) == len(undercuts)


def test_argdown_has_each_statement_once_and_each_premise_in_its_argument(argument_map):
    text = argdown(argument_map)
    stated = re.findall(r"^\[([\w-]+)\]: ", text, re.MULTILINE)
    assert sorted(stated) == sorted([*argument_map.claims, *argument_map.objections])
    for argument in argument_map.arguments.values():
        structure = text.partition(f"<{argument.id}>: ")[2].split("\n\n")[1].splitlines()
        assert [line.split("[")[-1].rstrip("]") for line in structure if line != "-----"] == [
            *argument.from_,
            argument.for_,
        ]
    undercuts = [one for one in argument_map.critique.objections if one.against in argument_map.arguments]
    assert text.count("    _> <") == len(undercuts)


def test_in_argdown_no_sign_of_a_text_is_markup():
    argument_map = small_map("end <- near")
    claim = argument_map.claims["near"].model_copy(
        update={"says": "A #tag, a *b* [c] <d> {e} and the logic of .A. and .v."}
    )
    part = argument_map.parts[0].model_copy(update={"claims": (claim,)})
    (line,) = [line for line in argdown(replace(argument_map, parts=(part,))).splitlines() if line.startswith("[near]")]
    assert r"A \#tag, a \*b\* \[c\] \<d\> \{e\}" in line
    assert r"the logic of \.A. and \.v." in line


def test_in_aif_nobody_asserts_what_is_left_unsaid(argument_map):
    net = json.loads(aif_json(argument_map))
    texts = {node["nodeID"]: node["text"] for node in net["nodes"]}
    acts = {node["nodeID"] for node in net["nodes"] if node["type"] == "YA"}
    asserted = {texts[edge["toID"]] for edge in net["edges"] if edge["fromID"] in acts}
    unsaid = {voice.id for voice in argument_map.vocabulary.voices if voice.origin == "unstated"}
    assert asserted == {claim.says for claim in argument_map.claims.values() if claim.at and claim.voice not in unsaid}


def test_a_graph_program_reads_the_graphml_whole(argument_map):
    graph = networkx.parse_graphml(graphml(argument_map))
    arguments, objections = argument_map.arguments.values(), argument_map.critique.objections
    assert sorted(graph) == sorted([*argument_map.claims, *argument_map.arguments, *argument_map.objections])
    assert Counter(relation for _, _, relation in graph.edges(data="relation")) == {
        "premise": sum(len(argument.from_) for argument in arguments),
        "conclusion": len(arguments),
        "objects": len(objections),
        "answers": sum(len(objection.answered_in) for objection in objections),
        "raises": sum(len(objection.raised_in) for objection in objections),
    }
