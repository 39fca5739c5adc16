"""The modules form one line; each may import only those before it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scripts" / "argmap"
LINE = (
    "problems",
    "syntax",
    "source",
    "records",
    "vocabulary",
    "evidence",
    "guide",
    "model",
    "sentences",
    "measuring",
    "fields",
    "shape",
    "load",
    "format",
    "graph",
    "doubts",
    "drawing",
    "urls",
    "rules",
    "references",
    "record_checks",
    "whole_checks",
    "evidence_checks",
    "drawing_checks",
    "text_checks",
    "checks",
    "markdown",
    "words",
    "makeup",
    "grouping",
    "citing",
    "linked_data",
    "outside",
    "weighing",
    "lookups",
    "views",
    "pages",
    "picture",
    "policy",
    "site",
)


def imports_of(module: str) -> set[str]:
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "argmap":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("argmap."):
            found.add(str(node.module).split(".")[1])
    return found


def test_every_module_has_its_place_in_the_line():
    assert {file.stem for file in PACKAGE.glob("*.py")} == {*LINE, "__init__"}


@pytest.mark.parametrize("module", LINE)
def test_a_module_imports_only_those_before_it(module):
    assert imports_of(module) <= set(LINE[: LINE.index(module)])


def test_code_and_templates_name_no_word_of_the_vocabulary():
    """Code asks about properties of words, not for words: another map may use others."""
    from argmap.load import load_map

    vocabulary = load_map(PACKAGE.parents[1] / "data").argument_map.vocabulary
    words = {
        term.id
        for group in (vocabulary.claim_kinds, vocabulary.voices, vocabulary.schemes, vocabulary.hedges)
        for term in group
    }
    files = [*PACKAGE.glob("*.py"), *(PACKAGE.parent / "templates").iterdir()]
    quoted = {f'"{word}"': word for word in words}
    assert [
        (file.name, word)
        for file in files
        for quote, word in quoted.items()
        if quote in file.read_text(encoding="utf-8")
    ] == []
