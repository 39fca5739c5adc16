"""Dates that are known to a year or a month contradict each other only where no day fits both."""

import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.rules.checks import problems_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


def messages(folder: Path) -> list[str]:
    return [problem.message for problem in problems_of(load_map(folder))]


BETWEEN = "outcomes-come-between-the-article-and-the-last-look"


@pytest.mark.parametrize(
    ("file", "old", "new", "rules"),
    [
        ("glossary.yaml", "    until: 1872-05\n", "    until: 1870\n", []),
        ("glossary.yaml", "    date: 1870\n    until: 1872-05\n", "    date: 1870-06-01\n    until: 1870\n", []),
        ("glossary.yaml", "    date: 1870\n    until: 1872-05\n", "    date: 1870-06-01\n    until: 1870-06\n", []),
        (
            "glossary.yaml",
            "    date: 1870\n    until: 1872-05\n",
            "    date: 1870-06-01\n    until: 1870-05-31\n",
            ["events-end-after-they-begin"],
        ),
        ("glossary.yaml", "    date: 1870\n    until: 1872-05\n", "    until: 1872-05\n", ["events-are-dated"]),
        (
            "glossary.yaml",
            "    kind: institution\n",
            "    kind: institution\n    until: 1872-05\n",
            ["events-are-dated"],
        ),
        ("evidence.yaml", "      when: 2021-04-01\n", "      when: 2021\n", []),
        ("evidence.yaml", "      when: 2021-04-01\n", "      when: 2021-03\n", []),
        (
            "evidence.yaml",
            "      when: 2021-04-01\n",
            "      when: 2021-02\n",
            ["sources-are-checked-after-they-appear"],
        ),
        ("predictions.yaml", "    as-of: 2021-04\n", "    as-of: 2021\n", []),
        ("predictions.yaml", "    as-of: 2021-04\n", "    as-of: 2021-03-01\n", []),
        ("predictions.yaml", "    as-of: 2021-04\n", "    as-of: 2021-02\n", [BETWEEN]),
        ("predictions.yaml", "    as-of: 2021-04\n", "    as-of: 2019-04\n", [BETWEEN, BETWEEN]),
        ("predictions.yaml", "      - date: 2021-03\n", "      - date: 2020\n", []),
        ("predictions.yaml", "      - date: 2021-03\n", "      - date: 2020-10-31\n", []),
        ("predictions.yaml", "      - date: 2021-03\n", "      - date: 2020-09\n", [BETWEEN]),
        (
            "predictions.yaml",
            "      - date: 2021-03\n",
            "      - date: 2021-03-02\n",
            ["outcomes-are-told-by-later-sources"],
        ),
    ],
)
def test_dates_contradict_each_other_only_where_no_day_could_be_meant_by_both(
    folder: Path, file: str, old: str, new: str, rules: list[str]
):
    change(folder / file, old, new)
    assert [problem.rule for problem in problems_of(load_map(folder))] == rules


DAYS = ("2020-12-24", "2020", "2020-11", "2021")


def test_outcomes_are_in_order_across_one_whose_month_is_not_known(folder: Path):
    outcomes = "".join(
        f"      - date: {day}\n        leans: neither\n        says: So.\n        sources: [walkers-letter]\n"
        for day in DAYS
    )
    change(folder / "predictions.yaml", "    record:\n", f"    record:\n{outcomes}")
    assert messages(folder) == ["an outcome of 2020-11 stands behind one of 2020-12-24"]


def test_a_date_that_is_in_no_calendar_is_compared_with_none(folder: Path):
    change(folder / "glossary.yaml", "    until: 1872-05\n", "    until: 1869-02-30\n")
    assert messages(folder) == ["the calendar has no 1869-02-30"]
