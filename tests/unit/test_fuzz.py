"""Damaged copies are judged as they should be, and the first few of `make fuzz` in every run of the tests."""

from __future__ import annotations

import signal
from pathlib import Path
from random import Random

import pytest
from tests import fuzz

from argmap.publishing.composition import Composed
from argmap.source.problems import Place, Problem


@pytest.fixture
def copies(tmp_path: Path) -> fuzz.Copies:
    return fuzz.Copies(fuzz.ROOT / "tests" / "tiny" / "data", tmp_path / "tiny")


def found_by(copies: fuzz.Copies, monkeypatch: pytest.MonkeyPatch, problem: Problem) -> str:
    monkeypatch.setattr(fuzz, "compose", lambda *_, **__: Composed(None, {}, [problem]))
    return fuzz.judged(copies, None)[0]


def test_the_first_copies_are_judged_without_a_failure(copies):
    for number in range(40):
        with copies.damaged(Random(f"0-{number}")) as done:
            assert fuzz.judged(copies, copies.article_text)[0] == "", done


def test_every_damage_is_undone_and_the_same_seed_does_the_same(copies):
    twice = []
    for _ in range(2):
        with copies.damaged(Random("a")) as done:
            twice.append((done, [file.read_bytes() for file in copies.files]))
    assert twice[0] == twice[1]
    assert twice[0][1] != list(copies.whole.values())
    assert [file.read_bytes() for file in copies.files] == list(copies.whole.values())


@pytest.mark.parametrize("mutation", fuzz.MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_every_mutation_changes_something(copies, mutation):
    raw = next(raw for file, raw in copies.whole.items() if file.name == "01-danger.yaml")
    assert {mutation(raw, Random(seed)) for seed in range(5)} - {raw}


def test_a_traceback_is_a_failure(copies, monkeypatch):
    def crash(*_: object, **__: object) -> None:
        raise KeyError("oh")

    monkeypatch.setattr(fuzz, "compose", crash)
    assert "KeyError: 'oh'" in fuzz.judged(copies, None)[0]


def test_a_run_that_does_not_end_is_given_up(copies, monkeypatch):
    def hang(*_: object, **__: object) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz, "compose", hang)
    monkeypatch.setattr(fuzz, "HANGS", 1)
    before = signal.signal(signal.SIGALRM, fuzz._give_up)
    try:
        assert "no answer after 1 s" in fuzz.judged(copies, None)[0]
    finally:
        signal.signal(signal.SIGALRM, before)


def test_a_long_run_is_a_failure(copies, monkeypatch):
    monkeypatch.setattr(fuzz, "LONGEST", -1.0)
    assert fuzz.judged(copies, None)[0].startswith("took ")


@pytest.mark.parametrize(
    ("line", "column", "said"), [(9999, 1, "no such line"), (0, 1, "no such line"), (1, 9999, "no such column")]
)
def test_a_place_that_is_not_there_is_a_failure(copies, monkeypatch, line, column, said):
    place = Place(copies.folder / "site.yaml", line, column)
    assert found_by(copies, monkeypatch, Problem(place, "x", "some-rule")).startswith(said)


def test_a_file_that_is_not_there_may_only_be_missed(copies, monkeypatch):
    place = Place(copies.folder / "gone.yaml")
    assert found_by(copies, monkeypatch, Problem(place, "x", "some-rule")).startswith("no such file")
    assert found_by(copies, monkeypatch, Problem(place, "x", "files-are-there")) == ""


def test_a_page_that_cannot_be_made_is_a_failure(copies, monkeypatch):
    problem = Problem(Place(copies.folder / "site.yaml"), "x", "pages-can-be-made")
    assert found_by(copies, monkeypatch, problem).startswith("a page could not be made")
