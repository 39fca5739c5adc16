"""A map that leaves out everything that may be left out: each page says so in words, and none says half a sentence."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.publishing.composition import compose

EMPTY = {
    "critique.yaml": "objections: []\ntensions: []\n",
    "evidence.yaml": "sources: []\nassessments: []\n",
    "predictions.yaml": "predictions: []\n",
    "glossary.yaml": "terms: []\n",
    "retired.yaml": "retired: []\n",
    "changes.yaml": "changes: []\n",
}
# Keys of the tiny map that may go, with the lines that belong to them.
OPTIONAL = (
    r"^( *)(?:despite|asks|note|background|terms|tour|exercises|doubts|contested|part-ways|not-known|standfirst):.*\n"
)
WITHOUT_USE = ("two-bridges", "customers-stay-away", "drivers-lose-time")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    data = shutil.copytree(TINY / "data", tmp_path_factory.mktemp("bare") / "data")
    for file in (file for file in data.rglob("*.yaml") if file.name != "vocabulary.yaml"):
        text = file.read_text(encoding="utf-8")
        text = re.sub(OPTIONAL + r"(?:\1[ -].*\n)*", "", text, flags=re.MULTILINE)
        for claim in WITHOUT_USE:
            text = text.replace(f"  - id: {claim}\n", f"  - id: {claim}\n    background: true\n")
        file.write_text(EMPTY.get(file.name, text), encoding="utf-8")
    change(data / "argument/01-danger.yaml", "    voice: presupposes\n    at: [p3.s1]\n", "    voice: presupposes\n")
    change(data / "site.yaml", "    reject: [engineers-judge-rightly]\n    accept: [cracks-prove-little]\n", "")
    composed = compose(data)
    assert composed.problems == []
    return {path: text.partition("\n---\n")[2] for path, text in composed.files.items() if path.endswith(".md")}


def test_no_sentence_lacks_what_it_speaks_of(pages: Mapping[str, str]):
    # A space or nothing before a full stop, a line that begins with a colon, brackets around nothing.
    half = re.compile(r" [.,;](?!\d|[a-z-]+ )|^:|^- *$|\(\)|\*\*\*\*|<small></small>| as of \.", re.MULTILINE)
    code = re.compile(r"<code>.*?</code>|\{[^{}]*\}|^:   .*$", re.DOTALL | re.MULTILINE)
    found = [(path, hit[0]) for path, text in pages.items() for hit in half.finditer(code.sub("", text))]
    assert found == []


def test_no_table_is_empty(pages: Mapping[str, str]):
    """The table of objections had one row of nothing, and the tool for doubts stopped at it."""
    assert [path for path, text in pages.items() if re.search(r"^\|[-|]+\|\n(?!\|)", text, re.MULTILINE)] == []


def test_no_address_ends_in_a_question_mark(pages: Mapping[str, str]):
    assert [path for path, text in pages.items() if "?)" in text] == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("objections.md", "No objection and no tension is recorded."),
        ("predictions.md", "No forecast of the article is recorded."),
        ("claims/engineers-judge-rightly.md", "The map supplies it, because a step needs it."),
    ],
)
def test_what_is_not_there_is_said(pages: Mapping[str, str], page: str, said: str):
    assert said in pages[page]


@pytest.fixture(scope="module")
def ungraded(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages of the tiny map with a step and an objection that are not graded, the objection without a reply."""
    data = shutil.copytree(TINY / "data", tmp_path_factory.mktemp("ungraded") / "data")
    reply = "    reply: That the cracks still grow tells that the load is too great.\n"
    change(data / "critique.yaml", reply, "")
    severity = "    severity: grave\n    because: Without a measure of the load the step stays a guess.\n"
    change(data / "critique.yaml", severity, "")
    strength = "    strength: weak\n    because: Cracks can grow for a long time before a bridge is in danger.\n"
    change(data / "argument/01-danger.yaml", strength, "")
    composed = compose(data)
    assert composed.problems == []
    return {path: text for path, text in composed.files.items() if path.endswith(".md")}


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("objections.md", "No reply is recorded."),
        ("objections.md", "**Not graded**"),
        ("index.md", "No reply is recorded."),
        ("claims/bridge-is-unsafe.md", "    No reply is recorded."),
        ("claims/bridge-is-unsafe.md", "**Not graded** · "),
        ("map.md", "2 together · not graded"),
        ("weak-steps.md", '<data value="&#45;1">Not graded</data>'),
    ],
)
def test_what_is_not_graded_or_not_answered_is_called_so(ungraded: Mapping[str, str], page: str, said: str):
    assert said in ungraded[page]


def test_what_is_not_graded_stands_behind_what_is(ungraded: Mapping[str, str]):
    rows = re.findall(r"^- \*\*(.+)\*\* .*<svg", ungraded["weak-steps.md"], re.MULTILINE)
    assert rows == ["Weak", "Strong", "Not graded"]
    assert re.findall(r"^### (.+?) \{", ungraded["objections.md"].partition("#the-maps")[2], re.MULTILINE)[:2] == [
        "Nobody has counted the customers",
        "Longer cracks are no proof of danger",
    ]


def test_an_id_may_be_replaced_by_an_argument(tmp_path: Path):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    change(data / "retired.yaml", "    replaced-by: built-for-carts\n", "    replaced-by: engineers-warn\n")
    composed = compose(data)
    assert composed.problems == []
    assert "claims/bridge-is-unsafe.md#engineers-warn" in composed.files["claims/bridge-is-old.md"].replace("../", "")
