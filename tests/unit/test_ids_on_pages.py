"""An id that a page uses for a place or a path of its own is refused, whichever record bears it."""

import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.publishing.composition import compose


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


@pytest.mark.parametrize(
    ("renamed", "id", "told"),
    [
        ("engineers-err", "claims", "the page what-if.md has more than one place called 'claims'"),
        ("engineers-err", "what-if", "the page what-if.md has more than one place called 'what-if'"),
        ("danger-or-cost", "method", "the page about/method.md has more than one place called 'method'"),
        ("danger-or-cost", "retired", "the page about/method.md has more than one place called 'retired'"),
        ("together-or-apart", "teach", "the page teach.md has more than one place called 'teach'"),
        ("bus-timetable", "standing-supported", "the page evidence.md has more than one place called"),
        ("council", "glossary", "the page glossary.md has more than one place called 'glossary'"),
        ("bridge-is-unsafe", "maps", "the page map.md has more than one place called 'maps'"),
        ("bridge-is-unsafe", "index", "the page claims/index.md would be made twice"),
        ("engineers-warn", "phase-1", "the page claims/bridge-is-unsafe.md has more than one place called 'phase-1'"),
        ("engineers-warn", "cite-this", "the page claims/bridge-is-unsafe.md has more than one place called"),
        ("bridge-is-old", "index", "the page claims/index.md would be made twice"),
    ],
)
def test_an_id_that_a_page_needs_for_itself_is_refused_at_the_record(folder: Path, renamed: str, id: str, told: str):
    for file in folder.rglob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace(renamed, id), encoding="utf-8")
    (problem,) = compose(folder).problems
    assert problem.message.startswith(told)
    line = problem.place.file.read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line.endswith(f"id: {id}")


def test_a_retired_id_takes_no_page_of_a_list(folder: Path):
    change(folder / "retired.yaml", "", "  - id: index\n    because: It went.\n")
    (problem,) = compose(folder).problems
    assert problem.place.file.name == "retired.yaml"
