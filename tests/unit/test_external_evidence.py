import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming.labels import Labels
from argmap.pages.external_evidence import ExternalEvidence


@pytest.fixture
def argument_map(tmp_path: Path) -> ArgumentMap:
    """The tiny map's, where a timetable of 2020 adds to a claim after a count of 2021 has."""
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    about = "      - about: [drivers-lose-time]\n        stance: agrees\n"
    change(data / "evidence.yaml", about, "      - about: [customers-walk]\n        stance: adds\n")
    return load_map(data).argument_map


def external(argument_map: ArgumentMap) -> ExternalEvidence:
    return ExternalEvidence(argument_map, Labels(argument_map))


def test_of_two_sources_with_one_stance_the_older_is_heard_first(argument_map: ArgumentMap):
    heard = external(argument_map).heard(argument_map.claims["customers-walk"])
    assert [(one.stance.id, one.source.id) for one in heard] == [
        ("adds", "bus-timetable"),
        ("adds", "count-2021"),
        ("disagrees", "walkers-letter"),
    ]


def test_sources_of_a_kind_are_listed_from_the_oldest_on(argument_map: ArgumentMap):
    kinds = external(argument_map).sources_by_kind()
    assert [(kind.id, [source.id for source in sources]) for kind, sources in kinds] == [
        ("record", ["old-picture", "survey-2019", "bus-timetable", "count-2021"]),
        ("newspaper", ["walkers-letter"]),
    ]


def test_of_a_source_named_in_several_rows_the_first_is_told(argument_map: ArgumentMap):
    rows = [row for standing in external(argument_map).balance() for row in standing.rows]
    firsts = [one.source.id for row in rows for one, first in row.heard if first]
    assert sorted(firsts) == sorted({one.source.id for row in rows for one, _ in row.heard})


def test_each_judged_claim_stands_once_on_the_balance(argument_map: ArgumentMap):
    rows = [row.claim.id for standing in external(argument_map).balance() for row in standing.rows]
    assert len(rows) == len(set(rows))
    assert {assessment.claim for assessment in argument_map.evidence.assessments} <= set(rows)
