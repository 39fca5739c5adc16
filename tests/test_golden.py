"""What is made from data and model, word for word, so that a change of any template or field is seen and reviewed."""

from pathlib import Path

import pytest
from tests.bless import HOSTING

from argmap.loading.format import schemas
from argmap.publishing.composition import build_site

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


def test_the_schemas_beside_the_data_are_those_of_the_model():
    folder = HERE.parent / "data" / "schema"
    assert schemas() == {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}, "run `make bless`"
