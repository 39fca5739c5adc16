"""The folders of the engine form one line; each may import only from those before it."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from tests.mistaken import TINY
from tests.this_map import DATA, IS_WHOLE

import argmap
from argmap.loading.load import load_map

PACKAGE = Path(__file__).parent.parent / "scripts" / "argmap"
ENTRANCES = ("build", "mkdocs_hook")
# The one place that says in which order the folders come.
LINE = " ".join(line for line in (argmap.__doc__ or "").splitlines() if "-> " in line).split(" -> ")
MODULES = sorted(file for file in PACKAGE.rglob("*.py") if file.name != "__init__.py")


def imports_of(file: Path) -> set[str]:
    """The modules of the engine that a file imports, such as `model.records`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("argmap."):
            module = str(node.module).removeprefix("argmap.")
            # `from argmap.naming import urls` names a module, `from argmap.naming.urls import Links` what is in one.
            found |= {module} if "." in module else {f"{module}.{alias.name}" for alias in node.names}
    return found


def test_every_folder_has_its_place_in_the_line():
    assert {file.parent.name for file in MODULES} == set(LINE)
    assert {file.parent.parent for file in MODULES} == {PACKAGE}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: f"{file.parent.name}.{file.stem}")
def test_a_module_imports_only_from_its_own_folder_and_those_before_it(file):
    folder = file.parent.name
    assert {module.split(".")[0] for module in imports_of(file)} <= set(LINE[: LINE.index(folder) + 1])


def test_modules_of_a_folder_import_each_other_in_no_circle():
    within = {
        f"{file.parent.name}.{file.stem}": {m for m in imports_of(file) if m.split(".")[0] == file.parent.name}
        for file in MODULES
    }
    tuple(TopologicalSorter(within).static_order())


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_nothing_imports_the_entrances(entrance):
    assert [file for file in MODULES if f"import {entrance}" in file.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("folder", LINE)
def test_the_head_of_a_folder_says_in_a_sentence_what_it_knows_and_holds_no_code(folder):
    (said,) = ast.parse((PACKAGE / folder / "__init__.py").read_text(encoding="utf-8")).body
    assert isinstance(said, ast.Expr)
    assert str(ast.literal_eval(said.value)).endswith(".")


def test_code_and_templates_name_no_word_of_the_vocabulary():
    """Code asks about properties of words, not for words: another map may use others."""
    vocabulary = load_map(TINY / "data").argument_map.vocabulary
    words = {
        term.id
        for group in (vocabulary.claim_kinds, vocabulary.voices, vocabulary.schemes, vocabulary.hedges)
        for term in group
    }
    files = [*MODULES, *(PACKAGE / "pages" / "templates").glob("*.j2")]
    quoted = {f'"{word}"': word for word in words}
    assert [
        (file.name, word)
        for file in files
        for quote, word in quoted.items()
        if quote in file.read_text(encoding="utf-8")
    ] == []


def test_engine_and_templates_name_no_word_of_the_map_that_is_here():
    """Another map is made by the same engine: what pages say of one article stands in its data."""
    if not IS_WHOLE:
        pytest.skip("the map that is here is a draft, and has no names yet")
    article = load_map(DATA).argument_map.article
    # Of what is named in several words each may be a common one; names of people and places in the title are not.
    words = {article.author, article.publisher, article.site, article.family or article.author}
    words |= set(re.findall(r"(?<=\W)[A-Z][^\W\d_]{4,}", article.title))
    kinds = (".py", ".j2", ".css", ".js", ".mjs", ".yaml")
    texts = {file.name: file.read_text(encoding="utf-8") for file in PACKAGE.parent.rglob("*") if file.suffix in kinds}
    assert [(name, word) for name, text in texts.items() for word in words if re.search(rf"\b{word}\b", text)] == []
