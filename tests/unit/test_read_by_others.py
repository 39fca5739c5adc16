"""Programs that we did not write find in our exports what the map holds, counted, whatever stands in its texts."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from pybtex.database import parse_string
from tests.argdown import needs_argdown, read_by_argdown
from tests.hostile import STRINGS, write_map
from tests.json_ld import expanded, properties, types
from tests.mistaken import TINY
from tests.small_maps import small_map
from tests.this_map import DATA

from argmap.exports.aif import aif_json
from argmap.exports.annotations import annotations_jsonld
from argmap.exports.argdown import argdown
from argmap.exports.claim_record import claim_json, claim_schema
from argmap.exports.graphml import graphml
from argmap.exports.linked_data import describe_claim, describe_map
from argmap.exports.references import references_bibtex, references_csl
from argmap.exports.sadface import sadface_json
from argmap.exports.tables import arguments_csv, claims_csv, evidence_csv
from argmap.exports.whole_map import whole_map_json, whole_map_schema
from argmap.exports.xaif import xaif_json
from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming.labels import Labels
from argmap.naming.urls import Hosting

HOSTING = Hosting(site="https://example.org/map/")
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
# What Argdown reads as more than letters, beside what is hostile anyway.
SIGNS_OF_ARGDOWN = (
    *(
        ".A. .E. .v. .P. .O. .~. .<>. .[]. .->. .^.",
        "J.n. Smith.y.up.",
        "..[a]. ...[b]. .",
        "so.happy. a.b.c.d e.g.f.",
        "-> <- +> <+ _> <_ >< --",
        "(1) first",
        "----",
        "~~~~ ====",
        "%% no %%",
    ),
    *("// not", "/* so */", "<!-- so -->", "@[a] #(b c) #d", "{a: 1}", "[[a]]", "\\[a\\]", "https://x.example/_a_b"),
)


def _hostile(first: int, longest: int) -> ArgumentMap:
    with TemporaryDirectory() as folder:
        argument_map = load_map(write_map(Path(folder), first, longest=longest)).argument_map
    assert argument_map
    return argument_map


MAPS = {
    "tiny": load_map(TINY / "data").argument_map,
    "real": load_map(DATA).argument_map,
    "bare": small_map("end <- near"),
    "odd-ids": small_map("true <- null x", "null <- graph-1", objections=["s1", "title <- node"], main="true"),
    "hostile-0": _hostile(0, 1),
    "hostile-1": _hostile(20, 20),
    "hostile-2": _hostile(40, 40),
}


@pytest.fixture(params=MAPS)
def argument_map(request: pytest.FixtureRequest) -> ArgumentMap:
    return MAPS[request.param]


def counts(argument_map: ArgumentMap) -> dict[str, int]:
    """What every format that keeps the structure has to hold."""
    objections, arguments = argument_map.critique.objections, argument_map.arguments.values()
    answers = sum(len(objection.answered_in) for objection in objections)
    return {
        "statements": len(argument_map.claims) + len(objections),
        "steps": len(arguments),
        "linked": sum(len(argument.from_) > 1 for argument in arguments),
        "premises": sum(len(argument.from_) for argument in arguments),
        "convergent": sum(number > 1 for number in Counter(argument.for_ for argument in arguments).values()),
        "conflicts": len(objections) + answers,
        "undercuts": sum(objection.against in argument_map.arguments for objection in objections),
    }


def counts_of_graph(graph: networkx.DiGraph, kinds: dict[str, str]) -> dict[str, int]:
    """The same, found in a graph whose nodes are of the kinds that AIF has."""
    into = {node: [kinds[other] for other in graph.predecessors(node)] for node in graph}
    steps = [node for node in graph if kinds[node] == "RA"]
    conflicts = [node for node in graph if kinds[node] == "CA"]
    return {
        "statements": sum(kinds[node] == "I" for node in graph),
        "steps": len(steps),
        "linked": sum(into[step].count("I") > 1 for step in steps),
        "premises": sum(into[step].count("I") for step in steps),
        "convergent": sum(into[node].count("RA") > 1 for node in graph if kinds[node] == "I"),
        "conflicts": len(conflicts),
        "undercuts": sum(kinds[target] == "RA" for node in conflicts for target in graph.successors(node)),
    }


def places(argument_map: ArgumentMap) -> int:
    unsaid = {voice.id for voice in argument_map.vocabulary.voices if voice.origin == "unstated"}
    return sum(len(claim.at) for claim in argument_map.claims.values() if claim.voice not in unsaid)


# --- AIF, xAIF, SADFace: their graphs by networkx, and by arguebuf where it is


@pytest.mark.parametrize("made", [aif_json, xaif_json])
def test_aif_holds_the_structure_and_every_place(argument_map: ArgumentMap, made):
    whole = json.loads(made(argument_map))
    net = whole.get("AIF", whole)
    kinds = {node["nodeID"]: node["type"] for node in net["nodes"]}
    graph = networkx.DiGraph((edge["fromID"], edge["toID"]) for edge in net["edges"])
    graph.add_nodes_from(kinds)
    assert counts_of_graph(graph, kinds) == counts(argument_map)
    assert sum(kind == "YA" for kind in kinds.values()) == places(argument_map)
    assert {locution["nodeID"] for locution in net["locutions"]} == {n for n, kind in kinds.items() if kind == "L"}


def test_sadface_holds_the_structure_and_every_place(argument_map: ArgumentMap):
    whole = json.loads(sadface_json(argument_map))
    names = {"support": "RA", "attack": "CA"}
    kinds = {node["id"]: names[node["name"]] if node["type"] == "scheme" else "I" for node in whole["nodes"]}
    graph = networkx.DiGraph((edge["source_id"], edge["target_id"]) for edge in whole["edges"])
    graph.add_nodes_from(kinds)
    assert counts_of_graph(graph, kinds) == counts(argument_map)
    sources = [source for node in whole["nodes"] for source in node.get("sources", [])]
    assert len(sources) == places(argument_map)
    (resource,) = whole["resources"]
    for source in sources:
        assert resource["content"][source["offset"] :][: source["length"]] == source["text"]


# As the verifier of SADFace has it: what must be there, and that nothing else may.
UUID = {"type": "string", "format": "uuid"}
METADATA = {"type": "object", "required": ["core"], "additionalProperties": {"type": "object"}}
TEXT = {"type": "string"}
CORE = dict.fromkeys(("analyst_email", "analyst_name", "created", "edited", "id", "version"), TEXT)
SADFACE = {
    "type": "object",
    "required": ["metadata", "resources", "nodes", "edges"],
    "properties": {
        "metadata": METADATA
        | {"properties": {"core": {"properties": CORE, "required": [*CORE], "additionalProperties": False}}},
        "resources": {"type": "array", "items": {"required": ["id", "content", "type", "metadata"]}},
        "edges": {
            "type": "array",
            "items": {
                "properties": dict.fromkeys(("id", "source_id", "target_id"), UUID),
                "required": ["id", "source_id", "target_id"],
                "additionalProperties": False,
            },
        },
        "nodes": {
            "type": "array",
            "items": {
                "properties": {"id": UUID, "type": {"enum": ["atom", "scheme"]}, "metadata": METADATA},
                "required": ["id", "type", "metadata"],
                "if": {"properties": {"type": {"const": "atom"}}},
                "then": {"properties": {"text": TEXT}, "required": ["text", "sources"]},
                "else": {"properties": {"name": {"enum": ["support", "attack"]}}, "required": ["name"]},
            },
        },
    },
}


def test_sadface_is_as_its_verifier_wants_it(argument_map: ArgumentMap):
    whole = json.loads(sadface_json(argument_map))
    Draft202012Validator(SADFACE, format_checker=FormatChecker()).validate(whole)
    ids = [thing["id"] for group in ("nodes", "edges", "resources") for thing in whole[group]]
    assert len(set(ids)) == len(ids)
    # It looks for every block of a node in the metadata of the whole.
    assert {block for node in whole["nodes"] for block in node["metadata"]} <= set(whole["metadata"])


@pytest.mark.parametrize(("name", "made"), [("aif", aif_json), ("xaif", xaif_json), ("sadface", sadface_json)])
def test_arguebuf_reads_the_structure(argument_map: ArgumentMap, name: str, made):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        arguebuf = pytest.importorskip(
            "arguebuf", reason="arguebuf is no part of the lock: it brings gRPC and graphviz"
        )
        whole = json.loads(made(argument_map))
        if name == "sadface":  # arguebuf asks for more than SADFace allows
            whole["metadata"]["core"] |= dict.fromkeys(("title", "description", "notes"), "")
        # It leaves out locutions and what they assert.
        found = getattr(arguebuf.load, name)(whole)
    names = {"Support": "RA", "Attack": "CA", "Rephrase": "MA"}
    kinds = dict.fromkeys(found.atom_nodes, "I")
    kinds |= {id: names[type(node.scheme).__name__] for id, node in found.scheme_nodes.items()}
    graph = networkx.DiGraph((edge.source.id, edge.target.id) for edge in found.edges.values())
    graph.add_nodes_from(kinds)
    assert counts_of_graph(graph, kinds) == counts(argument_map)


class _Passages(HTMLParser):
    """The marked passages of a text, by their ids, and all elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.elements: set[str] = set()
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        if tag == "span":
            id = str(dict(attrs)["id"])
            assert id not in self.found
            self.found[id] = ""
            self._open.append(id)

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for id in self._open:
            self.found[id] += data


def test_ova_finds_a_place_and_a_passage_for_each_claim(argument_map: ArgumentMap):
    whole = json.loads(xaif_json(argument_map))
    kinds = {node["nodeID"]: node["type"] for node in whole["AIF"]["nodes"]}
    laid_out = {node["nodeID"]: node for node in whole["OVA"]["nodes"]}
    assert list(laid_out) == list(kinds)
    assert [(edge["fromID"], edge["toID"]) for edge in whole["OVA"]["edges"]] == [
        (edge["fromID"], edge["toID"]) for edge in whole["AIF"]["edges"]
    ]
    claims = [number for number, kind in kinds.items() if kind == "I"]
    where = [(node["x"], node["y"]) for node in laid_out.values() if node["visible"]]
    assert len(set(where)) == len(where)
    passages = _Passages(whole["text"])
    assert passages.elements <= {"span", "br"}
    assert set(passages.found) == {f"node{number}" for number in claims}
    texts = {one.says for one in (*argument_map.claims.values(), *argument_map.critique.objections)}
    texts |= {sentence.gist for sentence in argument_map.article.sentences}
    assert set(passages.found.values()) <= texts


# --- Argdown


@needs_argdown
def test_argdown_reads_the_structure_and_every_word(argument_map: ArgumentMap):
    found = read_by_argdown(argdown(argument_map))
    objections, arguments = argument_map.critique.objections, argument_map.arguments
    assert found["errors"] == []
    says = {one.id: one.says for one in (*argument_map.claims.values(), *objections)}
    stated = {title: texts for title, texts, _, _ in found["statements"]}
    assert {title: [_without_tag(text) for text in texts] for title, texts in stated.items()} == {
        title: [text.replace("\u2060", "")] for title, text in says.items()
    }
    assert {title: [end for _, end in steps] for title, steps in found["arguments"]} == {
        argument.id: [*argument.from_, argument.for_] for argument in arguments.values()
    }
    relations = Counter(relation[0] for relation in found["relations"])
    expected = counts(argument_map)
    assert relations["undercut"] == expected["undercuts"]
    assert relations["attack"] == expected["conflicts"] - expected["undercuts"]
    drawn = Counter(re.findall(r'-> n\d+ \[type="(\w+)"', found["dot"]))
    assert drawn == relations + Counter(support=expected["premises"] + expected["steps"])
    at = {title: data[0]["at"].split() for title, _, _, data in found["statements"] if data}
    assert at == {claim.id: list(claim.at) for claim in argument_map.claims.values() if claim.at}


def _without_tag(text: str) -> str:
    return text.replace("\u2060", "").rsplit(" #", 1)[0]


@needs_argdown
def test_no_sign_of_argdown_changes_a_text():
    argument_map = small_map("end <- near")
    claims = tuple(
        argument_map.claims["near"].model_copy(update={"id": f"claim-{number}", "says": text})
        for number, text in enumerate((*SIGNS_OF_ARGDOWN, *STRINGS))
    )
    part = argument_map.parts[0].model_copy(update={"claims": (*argument_map.parts[0].claims, *claims)})
    found = read_by_argdown(argdown(replace(argument_map, parts=(part,))))
    texts = {title: list(map(_without_tag, texts)) for title, texts, _, _ in found["statements"]}
    assert {claim.id: texts[claim.id] for claim in claims} == {
        claim.id: [" ".join(claim.says.split()).replace("\u2060", "")] for claim in claims
    }


# --- Linked data


def test_annotations_are_read_without_loss(argument_map: ArgumentMap):
    document = json.loads(annotations_jsonld(argument_map, HOSTING))
    read = expanded(document)
    assert sum(1 for _ in properties(read)) == sum(1 for _ in properties(document))
    kinds = Counter(types(read))
    said = places(argument_map)
    assert kinds[f"{OA}Annotation"] == kinds[f"{OA}TextualBody"] == document["total"] == said
    (items,) = read[0][f"{AS}first"][0].get(f"{AS}items", [{"@list": []}])
    assert len(items["@list"]) == said
    assert len({item["@id"] for item in items["@list"]}) == said


def test_no_annotation_quotes_more_than_a_few_words(argument_map: ArgumentMap):
    most = max(len(quote.split()) for one in argument_map.article.sentences for quote in (one.first, one.last) if quote)
    document = annotations_jsonld(argument_map, HOSTING)
    quotes = [json.loads(f'"{quote}"') for quote in re.findall(r'"(?:exact|prefix)": "((?:[^"\\]|\\.)*)"', document)]
    assert max((len(quote.split()) for quote in quotes), default=0) <= most


def test_an_annotation_without_a_known_site_has_no_address_of_ours():
    document = annotations_jsonld(MAPS["tiny"], Hosting())
    assert all(item["id"].startswith("urn:uuid:") for item in json.loads(document)["first"]["items"])
    assert all(len(item["body"]) == 1 for item in json.loads(document)["first"]["items"])


def test_what_pages_tell_of_claims_and_map_is_read_without_loss(argument_map: ArgumentMap):
    labels = Labels(argument_map)
    article = argument_map.article
    documents = [describe_claim(claim, article, labels, HOSTING) for claim in argument_map.claims.values()]
    documents.append(describe_map("Map", "A map.", article, labels, HOSTING))
    for document in documents:
        read = expanded(document)
        named = [name for name in properties(document) if name != "@context"]
        assert sum(1 for _ in properties(read)) == len(named)
        assert all(kind.startswith("https://schema.org/") for kind in types(read))


# --- Our own JSON, tables, GraphML, references


def test_our_json_is_as_its_schema_says(argument_map: ArgumentMap):
    schema = json.loads(whole_map_schema(argument_map))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(whole_map_json(argument_map)))


def test_each_claim_s_json_is_as_its_schema_says(argument_map: ArgumentMap):
    schema = json.loads(claim_schema(argument_map))
    Draft202012Validator.check_schema(schema)
    for claim in argument_map.claims:
        Draft202012Validator(schema).validate(json.loads(claim_json(argument_map, HOSTING, claim)))


def test_the_claims_json_hold_all_that_bears_on_them(argument_map: ArgumentMap):
    records = [json.loads(claim_json(argument_map, HOSTING, claim)) for claim in argument_map.claims]
    found = Counter({part: sum(len(record[part]) for record in records) for part in ("reasons", "uses", "objections")})
    findings = sum(len(source["findings"]) for record in records for source in record["sources"])
    expected = counts(argument_map)
    assert found == {
        "reasons": expected["steps"],
        "uses": expected["premises"],
        "objections": len(argument_map.critique.objections),
    }
    assert findings == sum(
        len(set(finding.about)) for source in argument_map.evidence.sources for finding in source.findings
    )


def test_graphml_is_read_whole(argument_map: ArgumentMap):
    graph = networkx.parse_graphml(graphml(argument_map))
    names = {"claim": "I", "objection": "I", "step": "RA"}
    relations = Counter(relation for _, _, relation in graph.edges(data="relation"))
    expected = counts(argument_map)
    assert sum(names[sort] == "I" for _, sort in graph.nodes(data="sort")) == expected["statements"]
    assert relations["premise"] == expected["premises"]
    assert relations["objects"] + relations["answers"] == expected["conflicts"]
    texts = {claim.id: claim.says for claim in argument_map.claims.values()}
    assert {id: text for id, text in graph.nodes(data="text") if id in texts} == texts


@pytest.mark.parametrize("made", [claims_csv, arguments_csv, evidence_csv])
def test_no_cell_of_a_table_is_a_formula(argument_map: ArgumentMap, made):
    cells = [cell for row in csv.reader(io.StringIO(made(argument_map))) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_the_files_of_references_hold_the_map_and_the_article(argument_map: ArgumentMap):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pybtex asks for resources in a way that is going out of use
        keys = list(parse_string(references_bibtex(argument_map, HOSTING), "bibtex").entries)
    csl = json.loads(references_csl(argument_map, HOSTING))
    assert [entry["id"].lower() for entry in csl] == [key.lower() for key in keys]
    assert [entry["title"] for entry in csl] == [argument_map.site.title, argument_map.article.title]
