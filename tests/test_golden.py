"""What is made from data and model, word for word, so that a change of any template or field is seen and reviewed."""

from pathlib import Path

import pytest
from tests.bless import HOSTING
from tests.built import build_site

from argmap.loading.fields import records_of, records_within
from argmap.loading.format import describe_format
from argmap.loading.load import load_map
from argmap.loading.schemas import schemas

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
PAGES = build_site(HERE / "tiny" / "data", HOSTING)


def test_the_same_pages_are_made():
    assert sorted(PAGES) == sorted(file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.*"))


@pytest.mark.parametrize("path", sorted(PAGES))
def test_page_is_as_accepted(path):
    accepted = GOLDEN / path
    assert accepted.exists(), "a new page: look at it, then accept it with `make bless`"
    assert PAGES[path] == accepted.read_text(encoding="utf-8"), "if the change is meant, accept it with `make bless`"


def test_the_tiny_map_gives_every_field_so_that_its_pages_show_what_is_done_with_it():
    argument_map = load_map(HERE / "tiny" / "data").argument_map
    records = [record for whole in records_of(argument_map) for record in records_within(whole)]
    given = {
        (type(record).__name__, name)
        for record in records
        for name in record.model_dump(exclude_unset=True, by_alias=True)
    }
    fields = {
        (record.name, field.name) for file in describe_format() for record in file.records for field in record.fields
    }
    # The sentences of an article that is not free are not copied.
    assert fields - given == {("Sentence", "text")}


def test_the_schemas_beside_the_data_have_the_words_and_ids_of_the_map():
    data = HERE.parent / "data"
    kept = {file.name: file.read_text(encoding="utf-8") for file in (data / "schema").iterdir()}
    assert schemas(load_map(data)) == kept, "run `make schema`"
