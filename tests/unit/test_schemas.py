"""The schemas for editors: what a map holds keeps to them, and its own words and ids stand to choose from."""

import json
import shutil

import pytest
from jsonschema import Draft202012Validator
from tests.mistaken import TINY, change
from tests.this_map import DATA

from argmap.loading.load import load_map
from argmap.loading.schemas import schemas

MAPS = {"tiny": TINY / "data", "here": DATA}


def schema_of(name, data=TINY / "data"):
    return json.loads(schemas(load_map(data))[f"{name}.schema.json"])


@pytest.mark.parametrize("data", MAPS.values(), ids=MAPS)
def test_what_a_map_holds_keeps_to_its_schemas(data):
    argument_map = load_map(data).argument_map
    for name in ("article", "vocabulary", "critique", "evidence", "predictions", "glossary", "site", "retired"):
        written = getattr(argument_map, name).model_dump(mode="json", by_alias=True, exclude_unset=True)
        Draft202012Validator(schema_of(name, data)).validate(written)
    part = Draft202012Validator(schema_of("argument", data))
    for written in argument_map.parts:
        part.validate(written.model_dump(mode="json", by_alias=True, exclude_unset=True))


def test_a_word_is_one_of_the_vocabulary_with_what_it_means():
    argument = schema_of("argument")
    assert argument["$defs"]["hedge"] == {
        "enum": ["may"],
        "enumDescriptions": ["may: It is put forward as possible."],
    }
    assert argument["$defs"]["Claim"]["properties"]["hedge"]["anyOf"][0] == {"allOf": [{"$ref": "#/$defs/hedge"}]}
    wrong = {"title": "A part", "arguments": [], "claims": [{"hedge": "perhaps"}]}
    errors = Draft202012Validator(argument).iter_errors(wrong)
    assert "claims.0.hedge" in {".".join(map(str, error.absolute_path)) for error in errors}


@pytest.mark.parametrize(
    ("file", "target", "id"),
    [
        ("argument", "claim", "cracks-grow"),
        ("argument", "sentence", "p4.s3"),
        ("argument", "party", "engineers"),
        ("argument", "question", "side-effects"),
        ("critique", "claim-or-argument", "engineers-warn"),
        ("predictions", "source", "count-2021"),
        ("site", "objection", "shops-suffer"),
    ],
)
def test_ids_of_the_map_stand_to_choose_from(file, target, id):
    listed, _ = schema_of(file)["$defs"][target]["anyOf"]
    assert id in listed["enum"]


def test_an_id_that_is_not_written_down_yet_is_no_mistake_for_an_editor():
    choice = Draft202012Validator(schema_of("argument")["$defs"]["claim"])
    assert choice.is_valid("a-claim-to-come")
    assert not choice.is_valid("No id")


def test_a_map_without_claims_has_a_schema_too(tmp_path):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    shutil.rmtree(data / "argument")
    Draft202012Validator.check_schema(argument := schema_of("argument", data))
    assert "claim" not in argument["$defs"]
    assert argument["$defs"]["Argument"]["properties"]["for"]["pattern"]


def test_ids_of_broken_records_stand_to_choose_from_too(tmp_path):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    change(
        data / "argument/01-danger.yaml", "    says: Lorries lengthen the cracks in the old bridge year by year.\n", ""
    )
    assert "cracks-grow" in schema_of("argument", data)["$defs"]["claim"]["anyOf"][0]["enum"]
