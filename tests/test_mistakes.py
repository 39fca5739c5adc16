"""Every rule finds the mistake that is made for it, and words it as agreed."""

from pathlib import Path

import pytest
from tests.mistaken import MISTAKES, TINY, report_of

from argmap.loading.load import load_map
from argmap.rules.checks import RULES, problems_of


def test_the_tiny_map_has_no_mistake():
    article = (TINY / "article.txt").read_text(encoding="utf-8")
    assert problems_of(load_map(TINY / "data"), article) == []


def test_every_rule_has_a_mistake():
    assert {mistake.name for mistake in MISTAKES} == set(RULES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_mistake_is_reported_as_expected(mistake: Path, tmp_path: Path):
    expected = mistake / "expected.txt"
    reported = report_of(mistake, tmp_path)
    assert f"[{mistake.name}]\n" in reported, reported
    assert expected.exists(), f"{reported}\nif this is right, accept it with: make bless"
    assert reported == expected.read_text(encoding="utf-8"), f"{reported}\nif this is right, accept it with: make bless"
