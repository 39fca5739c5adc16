"""What is told of pages that cannot be made or do not fit together; templates are broken in a copy of the engine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.mistaken import TINY

from argmap.model.argument_map import ArgumentMap
from argmap.naming import urls
from argmap.pages.facts import Page, ids_are_unique_on_a_page, links_lead_somewhere
from argmap.pages.templating import TEMPLATES
from argmap.publishing.composition import compose
from argmap.source.problems import Place

SCRIPTS = Path(__file__).parents[2] / "scripts"
GLOSSARY = "scripts/argmap/pages/templates/glossary.md.j2"
CLAIM = "scripts/argmap/pages/templates/claim.md.j2"


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """A copy of the engine beside the tiny map, whose templates a test may break."""
    shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TINY / "data", tmp_path / "data")
    return tmp_path


def told_by(engine: Path, template: str, line: str, *, command: str = "check") -> list[str]:
    """What is told when the template has one line more at its end; the docs folder is `docs`."""
    file = engine / template
    file.write_text(file.read_text(encoding="utf-8") + f"{line}\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "scripts/build.py", command], cwd=engine, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1, run.stdout
    assert "Traceback" not in run.stderr
    return run.stderr.splitlines()


def last_line(template: str) -> int:
    return (TEMPLATES / Path(template).name).read_text(encoding="utf-8").count("\n") + 1


def test_a_template_that_cannot_be_read_is_named_with_its_line(engine: Path):
    (problem, _, count) = told_by(engine, GLOSSARY, "{% if %}")
    assert problem.startswith(f"{GLOSSARY}:{last_line(GLOSSARY)}:1: the page {urls.GLOSSARY} cannot be made: Template")
    assert count == "1 problem"


def test_a_value_that_is_not_there_is_named_with_its_line_once_for_all_pages(engine: Path):
    (problem, fix, count) = told_by(engine, CLAIM, "{{ claim.nobody }}")
    assert problem.startswith(f"{CLAIM}:{last_line(CLAIM)}:1: the page claims/")
    assert "and 13 more cannot be made: UndefinedError: " in problem
    assert "not of the data" in fix
    assert count == "1 problem"


def test_a_link_to_nowhere_is_named_with_its_template(engine: Path):
    (problem, _, _) = told_by(engine, GLOSSARY, "[x](map.md#nowhere)")
    assert problem.startswith(f"{GLOSSARY}:1:1: the page {urls.GLOSSARY} links to map.md#nowhere, which is not there")


def test_an_id_that_only_the_template_gives_twice_is_named_with_it(engine: Path):
    (problem, _, _) = told_by(engine, GLOSSARY, "## x {: #glossary }")
    assert problem.startswith(f"{GLOSSARY}:1:1: the page {urls.GLOSSARY} has more than one place called 'glossary'")


def test_nothing_is_written_when_a_page_cannot_be_made(engine: Path):
    told_by(engine, GLOSSARY, "{{ nobody }}", command="write")
    assert not (engine / "docs").exists()


def test_each_of_three_hundred_ids_that_collide_is_named(tmp_path: Path):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    presets = "".join(f"  - id: {id}\n    title: T\n    about: A.\n" for n in range(300) for id in (f"p-{n}", f"p-{n}"))
    with (data / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(presets)
    problems = compose(data).problems
    assert len([problem for problem in problems if problem.rule == "ids-are-unique"]) == 300


def page(body: str) -> Page:
    return Page(f'---\ntitle: [x](gone.md) {{: #a }} <b id="a">\n---\n{body}', Place(Path("t.j2")), None)


@pytest.fixture(scope="module")
def tiny() -> ArgumentMap:
    argument_map = compose(TINY / "data").argument_map
    assert argument_map
    return argument_map


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("# h {: #b }\n# h {: #b }", ["b"]),
        ('# h {: #b }\n<p class="x" id="b">', ["b"]),
        ("[x](y.md){ .box #b }\n[x](y.md){ .box .c #b }", ["b"]),
        ("# h {: #b }\n[x](#b)", []),
        ('[a](#b){ aria-label="&#35;b" }\n# h {: #b }', []),
        ("# h {: #a }", []),
    ],
)
def test_ids_are_found_wherever_markdown_takes_them(tiny: ArgumentMap, body: str, found: list[str]):
    doubles = ids_are_unique_on_a_page({"p.md": page(body)}, tiny)
    assert [double.message.split("'")[1] for double in doubles] == found


@pytest.mark.parametrize(
    ("link", "is_lost"),
    [
        ("q/r.md", False),
        ("q/r.md#b", False),
        ("q/r.md?reject=b", False),
        ("#b", False),
        ("q/r.md#gone", True),
        ("r.md", True),
        (urls.GRAPH, False),
        (f"{urls.GRAPH}#b", True),
        ("#gone", True),
    ],
)
def test_a_link_is_lost_when_its_page_or_its_place_is_not_there(tiny: ArgumentMap, link: str, is_lost: bool):
    pages = {"p.md": page(f"# h {{: #b }}\n[x]({link})"), "q/r.md": page("# h {: #b }\n[x](../p.md#b)")}
    assert [link for _ in links_lead_somewhere(pages, tiny)] == [link] * is_lost
