"""The maps in `examples/` are as sound as the one that the project is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.loading.load import load_map
from argmap.publishing.composition import check_site

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/data"))


@pytest.mark.parametrize("data", EXAMPLES, ids=lambda data: data.parent.name)
def test_an_example_is_whole(data: Path):
    assert check_site(data).startswith("no problems")


@pytest.mark.parametrize("data", EXAMPLES, ids=lambda data: data.parent.name)
def test_an_example_shows_what_another_map_may_need(data: Path):
    argument_map = load_map(data).argument_map
    assert argument_map is not None
    assert argument_map.article.rights == "public-domain"
    assert any(objection.answered_in for objection in argument_map.critique.objections)
    assert {"norm", "conditional"} <= {claim.kind for claim in argument_map.claims.values()}
