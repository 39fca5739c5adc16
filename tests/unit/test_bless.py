"""Accepting what is made now never loses what was accepted before."""

import shutil
from pathlib import Path

import pytest
from tests.bless import bless_pages
from tests.mistaken import TINY

from argmap.source.problems import BadData


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    (tmp_path / "golden").mkdir()
    (tmp_path / "golden" / "left-over.md").write_text("accepted before", encoding="utf-8")
    return tmp_path / "golden"


def test_data_with_a_mistake_leaves_the_accepted_pages_as_they_were(tmp_path: Path, golden: Path):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    (data / "retired.yaml").write_text("retird: []\n", encoding="utf-8")
    with pytest.raises(BadData):
        bless_pages(data, golden)
    assert [file.name for file in golden.iterdir()] == ["left-over.md"]


def test_a_page_that_is_no_longer_made_goes(golden: Path):
    bless_pages(golden=golden)
    assert (golden / "index.md").exists()
    assert not (golden / "left-over.md").exists()
