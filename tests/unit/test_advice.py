"""What `fix` advises can be followed, and leads somewhere."""

import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.publishing.composition import compose
from argmap.rules.checks import problems_of

DANGER = "argument/01-danger.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


ON_ANSWERS = {
    "site.yaml": """main-conclusion: close-the-bridge
pivot: bridge-is-unsafe
=main-conclusion: customers-walk
pivot: customers-walk
>backbone: [close-the-bridge, bridge-is-unsafe, closing-costs-little]
=backbone: [customers-walk]
>  - claim: close-the-bridge
    title: The whole argument
=  - claim: customers-walk
    title: Who crosses the bridge
    about: What is said of walkers.
  - claim: close-the-bridge
    title: The whole argument
>  - claim: close-the-bridge
    title: What the council should do
=  - claim: customers-walk
    title: What the council should do
""",
    "critique.yaml": """    against: closing-costs-little
=    against: customers-walk
>    answered-in: [customers-walk]
=    answered-in: [new-bridge-is-open]
""",
}


@pytest.mark.parametrize("pivot", ["customers-walk", "bridge-is-unsafe"])
def test_a_map_whose_conclusion_stands_on_answered_objections_only_is_sound(folder: Path, pivot: str):
    for file, edits in ON_ANSWERS.items():
        for edit in edits.split(">"):
            change(folder / file, *edit.split("="))
    if pivot != "customers-walk":  # it bears on the conclusion as an answer, and so it does in the backbone
        change(folder / "site.yaml", "pivot: customers-walk\n", f"pivot: {pivot}\n")
        change(folder / "site.yaml", "backbone: [customers-walk]\n", f"backbone: [customers-walk, {pivot}]\n")
        change(
            folder / "critique.yaml",
            "    answered-in: [new-bridge-is-open]\n",
            f"    answered-in: [new-bridge-is-open, {pivot}]\n",
        )
    composed = compose(folder)
    assert composed.problems == []
    assert f"(claims/{pivot}.md){{ .block" in composed.files["what-if.md"]
    least = composed.files["weak-steps.md"].partition("#smallest-doubts")[2]
    assert "What leaves “[The shops would suffer](objections.md#shops-suffer)” open:" in least
    assert "new-bridge-is-open))" in least


def test_no_two_fixes_contradict_each_other_where_nothing_is_argued_for_the_conclusion(folder: Path):
    change(folder / "site.yaml", "main-conclusion: close-the-bridge\n", "main-conclusion: cracks-grow\n")
    rule = "maps-begin-at-claims-that-are-argued-for"
    assert [problem.fix for problem in problems_of(load_map(folder)) if problem.rule == rule] == [
        "write an argument for it, name another claim in 'main-conclusion', or answer an objection to it",
        "put the map of 'cracks-grow' first, or name another claim in 'main-conclusion'",
    ]
    change(folder / "site.yaml", "maps:\n", "maps:\n  - claim: cracks-grow\n    title: Cracks\n    about: Cracks.\n")
    assert [problem.fix for problem in problems_of(load_map(folder)) if problem.rule == rule] == [
        "write an argument for it, name another claim in 'main-conclusion', or answer an objection to it",
    ]


def test_a_word_that_is_not_in_the_vocabulary_is_answered_with_all_that_are(folder: Path):
    schemes = [f"pattern-{number}" for number in range(20)]
    written = "".join(f"  - id: {id}\n    label: L\n    definition: D.\n    questions: []\n" for id in schemes)
    change(folder / "vocabulary.yaml", "schemes:\n", f"schemes:\n{written}")
    change(folder / DANGER, "    scheme: testimony\n", "    scheme: reductio\n")
    (problem,) = [problem for problem in problems_of(load_map(folder)) if problem.rule == "schemes-exist"]
    assert problem.fix == f"write one of {', '.join(schemes)}, sign, practical-reasoning, testimony"


def test_an_id_that_is_none_is_told_which_letters_count(folder: Path):
    change(folder / "glossary.yaml", "  - id: council\n", "  - id: zwei-brücken\n")
    (problem,) = problems_of(load_map(folder))
    assert "the letters a to z and digits alone" in problem.fix
