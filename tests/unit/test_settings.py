"""What mkdocs.yml has to repeat agrees with what it repeats; where it does not, its line is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from tests.this_map import HERE, IS_WHOLE, ROOT

from argmap.loading.load import load_map
from argmap.publishing.composition import check_site
from argmap.publishing.settings import in_language, problems_of_settings
from argmap.source.problems import BadData

FITTING = """\
site_name: Should the bridge close?
site_description: >-
  One short article about
  one old bridge.
repo_url: !ENV REPO_URL
nav:
  - Overview: index.md
  - Tour: tour/index.md
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = shutil.copytree(ROOT / "tests" / "tiny" / "data", tmp_path / "data")
    site = load_map(data).argument_map.site
    (tmp_path / "mkdocs.yml").write_text(
        FITTING.replace("Should the bridge close?", site.title).replace(
            "One short article about\n  one old bridge.", site.description.replace(" ", "\n  ", 1)
        ),
        encoding="utf-8",
    )
    return data


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def told(data: Path) -> list[str]:
    argument_map = load_map(data).argument_map
    return [
        f"{problem.place.line}:{problem.place.column} {problem.message}"
        for problem in problems_of_settings(data.parent / "mkdocs.yml", argument_map)
    ]


def without_tour(data: Path) -> None:
    head, _, rest = (data / "site.yaml").read_text(encoding="utf-8").partition("tour:\n")
    after = rest.splitlines(keepends=True)
    while after and after[0].startswith((" ", "#")):
        after.pop(0)
    (data / "site.yaml").write_text(head + "".join(after), encoding="utf-8")


@pytest.mark.skipif(not IS_WHOLE, reason="a draft has no settings to fit yet")
def test_the_real_settings_fit_the_real_data():
    argument_map = load_map(HERE).argument_map
    assert problems_of_settings(ROOT / "mkdocs.yml", argument_map) == []


def test_settings_that_fit_are_fine(data):
    assert told(data) == []
    assert check_site(data).startswith("no problems")


def test_where_there_are_no_settings_nothing_is_wrong_with_them(data):
    (data.parent / "mkdocs.yml").unlink()
    assert told(data) == []


def test_another_name_and_another_description_are_told_with_their_places(data):
    edit(data / "site.yaml", "title: ", "title: Newly ")
    edit(data / "site.yaml", "description: ", "description: Newly ")
    name, description = told(data)
    assert name.startswith("1:12 'site_name' is not the title of the site (")
    assert description.startswith("2:19 'site_description' is not the description of the site (")
    with pytest.raises(BadData, match=r"mkdocs\.yml:1:12: 'site_name'.*\n +fix: write site_name: \"Newly "):
        check_site(data)


def test_a_name_that_is_missing_is_told(data):
    edit(data.parent / "mkdocs.yml", "site_name", "sitename")
    assert told(data) == ["1:1 'site_name' is missing"]


def test_a_tour_that_the_navigation_leaves_out_is_told(data):
    edit(data.parent / "mkdocs.yml", "  - Tour: tour/index.md\n", "")
    assert told(data) == ["7:3 the map has a tour, and the navigation does not lead to it"]


def test_a_tour_that_there_is_not_is_told(data):
    without_tour(data)
    assert told(data) == ["8:11 the navigation leads to a tour, and the map has none"]


def test_a_tour_is_found_in_a_section_too(data):
    edit(data.parent / "mkdocs.yml", "  - Tour: tour/index.md\n", "  - More:\n      - tour/index.md\n")
    assert told(data) == []


def test_names_of_pages_in_another_language_than_the_map_are_told(data):
    edit(data / "site.yaml", "language: en\n", "language: de\n")
    assert told(data) == [
        "7:5 'Overview' is not what a map in this language (de) says here",
        "8:5 'Tour' is not what a map in this language (de) says here",
    ]


def test_settings_are_put_into_a_language_and_back_again():
    english = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    german = in_language(english, "de")
    assert "  language: de\n" in german
    assert "  - Argumentation:\n      - Überblick: index.md\n" in german
    assert yaml.compose(in_language(german, "en")).value[0][1].value == yaml.compose(english).value[0][1].value
    assert in_language(in_language(german, "en"), "en") == in_language(in_language(english, "de"), "en")


def test_a_navigation_that_is_left_to_the_publisher_is_fine(data):
    edit(data.parent / "mkdocs.yml", "nav:", "navigation:")
    assert told(data) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("site_name: [a\nb: c", "1:12 this '[' is not closed as it should be"),
        ("- site_name", "1:1 this file holds no settings"),
        ("", "1:1 this file holds no settings"),
        ("a: b\x00", "1:1 this is not YAML: unacceptable character #x0000"),
    ],
)
def test_settings_that_cannot_be_read_are_told(data, text, problem):
    (data.parent / "mkdocs.yml").write_text(text, encoding="utf-8")
    (said,) = told(data)
    assert said.startswith(problem)


def test_a_folder_in_place_of_the_settings_is_told(data):
    (data.parent / "mkdocs.yml").unlink()
    (data.parent / "mkdocs.yml").mkdir()
    with pytest.raises(BadData, match=r"mkdocs\.yml:1:1: this cannot be read: Is a directory"):
        check_site(data)
