import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap
from argmap.model.evidence import Finding, Source
from argmap.model.vocabulary import Stance
from argmap.naming.labels import Labels
from argmap.pages.external_evidence import ExternalEvidence, Heard
from argmap.pages.grouping import not_one_sided


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


def test_sources_of_a_kind_are_listed_from_the_oldest_on_and_at_last_those_without_a_date(argument_map: ArgumentMap):
    kinds = external(argument_map).sources_by_kind()
    assert [(kind.id, [source.id for source in sources]) for kind, sources in kinds] == [
        ("record", ["survey-2019", "bus-timetable", "count-2021", "old-picture"]),
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


def heard_of(*sorts: str) -> list[Heard]:
    """Findings that lean as their first word says, of the time that the second names."""
    found = finding("for", "since")
    source = Source(**{"id": "s", "title": "S", "kind": "record", "date-known-by": "not known", "findings": (found,)})
    return [
        Heard(source, finding(leans, phase), Stance(id=leans, label=leans, definition="A way to lean.", leans=leans))
        for leans, phase in map(str.split, sorts)
    ]


def finding(stance: str, phase: str) -> Finding:
    return Finding(about=("a",), stance=stance, phase=phase, says="A thing.")


def kept(heard: list[Heard], most: int) -> list[str]:
    return [" ".join(one.sort) for one in not_one_sided(heard, most, lambda one: one.sort)]


def test_what_is_cut_hides_no_side_and_no_time():
    heard = heard_of(*["for at-the-time"] * 5, "neither since", "against at-the-time")
    assert kept(heard, 4) == ["for at-the-time"] * 2 + ["neither since", "against at-the-time"]


def test_few_findings_are_all_kept_in_their_order():
    heard = heard_of("neither since", "for since", "for since")
    assert kept(heard, 3) == [" ".join(one.sort) for one in heard]


def test_where_there_are_more_sorts_than_places_the_first_are_kept():
    assert kept(heard_of("for since", "neither since", "against since"), 2) == ["for since", "neither since"]
