"""Every rule finds the mistake that is made for it, and words it as agreed."""

import shutil
from pathlib import Path

import pytest
from tests.mistaken import MISTAKES, TINY, line_of, report_of

from argmap.publishing.composition import RULES, compose

# What no mistake in the data can break: tests/unit/test_page_facts.py breaks the templates.
KEPT_BY_THE_ENGINE = {"pages-can-be-made", "links-lead-somewhere"}


def test_the_tiny_map_has_no_mistake():
    article = (TINY / "article.txt").read_text(encoding="utf-8")
    assert compose(TINY / "data", article_text=article).problems == []


def test_every_rule_has_a_mistake():
    assert {mistake.name for mistake in MISTAKES} == RULES.keys() - KEPT_BY_THE_ENGINE


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_mistake_is_reported_as_expected(mistake: Path, tmp_path: Path):
    expected = mistake / "expected.txt"
    reported = report_of(mistake, tmp_path)
    assert f"[{mistake.name}]\n" in reported, reported
    assert expected.exists(), f"{reported}\nif this is right, accept it with: make bless"
    assert reported == expected.read_text(encoding="utf-8"), f"{reported}\nif this is right, accept it with: make bless"


@pytest.fixture(scope="session")
def commented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny map with a line more atop each of its files."""
    folder = shutil.copytree(TINY, tmp_path_factory.mktemp("commented") / "tiny")
    for file in folder.rglob("*.yaml"):
        file.write_text(f"# A comment.\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_comment_atop_every_file_changes_no_report(mistake: Path, commented: Path, tmp_path: Path):
    expected = (mistake / "expected.txt").read_text(encoding="utf-8")
    assert report_of(mistake, tmp_path, tiny=commented) == expected


@pytest.mark.parametrize(
    ("text", "line", "column", "written"),
    [
        ("  a: b\n", 1, 6, "`a: ▸b`"),
        ("  a: b\n", 1, 2, "`▸ a: b`"),
        ("  a: b\n", 1, 7, "`a: b▸`"),
        ("  a: b\n", 1, 0, "`a: b`"),
        ("a: b\n  a: b\n", 2, 3, "`▸a: b` #2"),
        ("a: b\n", 2, 1, "`▸`"),
        ("a: b\n", 3, 1, "`(no line)`"),
        (f"{'x' * 50}{'y' * 50}\n", 1, 51, f"`…{'x' * 40}▸{'y' * 40}…`"),
        ("a:\tb\n", 1, 3, "`a:▸\\tb`"),
    ],
)
def test_a_place_is_written_as_its_line(text: str, line: int, column: int, written: str, tmp_path: Path):
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert line_of(tmp_path / "a.yaml", line, column) == written


def test_a_place_in_a_file_that_is_missing_has_no_line(tmp_path: Path):
    assert line_of(tmp_path / "a.yaml", 1, 1) == "`(no line)`"
