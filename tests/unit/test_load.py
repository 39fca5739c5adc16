"""A data folder becomes a map, and what is broken in it hides nothing else."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.rules.checks import problems_of
from argmap.source.problems import Place

DANGER = "argument/01-danger.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


def rules(folder: Path) -> list[str]:
    return [problem.rule for problem in problems_of(load_map(folder))]


def place_of(file: Path, line: str, word: str) -> Place:
    """Where a word stands in the one line of a file that holds these words."""
    ((number, text),) = [row for row in enumerate(file.read_text(encoding="utf-8").split("\n"), 1) if line in row[1]]
    return Place(file, number, text.index(line) + line.index(word) + 1)


def test_parts_are_read_in_the_order_of_their_names(folder: Path):
    (folder / DANGER).rename(folder / "argument/03-danger.yaml")
    argument_map = load_map(folder).argument_map
    assert argument_map
    assert [part.title for part in argument_map.parts] == ["What would closing it cost?", "Is the old bridge safe?"]


def test_a_record_knows_where_it_and_its_values_were_written(folder: Path):
    argument_map = load_map(folder).argument_map
    assert argument_map
    argument = argument_map.arguments["cracks-show-danger"]
    assert argument.place() == place_of(folder / DANGER, "- id: cracks-show-danger", "id")
    assert argument.place("from", 1) == place_of(folder / DANGER, "from: [built-for-carts, cracks-grow]", "cracks")
    assert argument.place("despite") == argument.place()
    assert argument.asks[0].place("question") == place_of(folder / DANGER, "- question: other-sources", "other")
    word = argument_map.vocabulary.signs.supports.place("word")
    assert word == place_of(folder / "vocabulary.yaml", "supports: {word: Because,", "Because")


def test_ids_of_broken_records_count_as_known(folder: Path):
    change(folder / DANGER, "    says: Lorries lengthen the cracks in the old bridge year by year.\n", "")
    assert rules(folder) == ["keys-are-complete"]


def test_a_record_without_its_id_makes_nothing_else_unknown(folder: Path):
    change(folder / DANGER, "  - id: cracks-grow\n    says:", "  - idd: cracks-grow\n    says:")
    assert rules(folder) == ["keys-are-known"]


def test_a_misspelt_list_makes_none_of_its_records_unknown(folder: Path):
    change(folder / DANGER, "claims:\n", "clams:\n")
    assert rules(folder) == ["keys-are-known"]


@pytest.mark.parametrize("file", ["article.yaml", "vocabulary.yaml", "critique.yaml", "site.yaml", DANGER])
def test_a_file_that_cannot_be_read_makes_nothing_unknown(folder: Path, file: str):
    (folder / file).write_text("'", encoding="utf-8")
    assert rules(folder) == ["yaml-is-well-formed"]


def test_a_broken_record_hides_no_problem_of_another(folder: Path):
    change(folder / DANGER, "    hedge: may\n", "    hedge: [may]\n")
    change(folder / DANGER, "    scheme: testimony\n", "    scheme: hearsay\n")
    (folder / "retired.yaml").unlink()
    change(folder / "critique.yaml", "    against: customers-walk\n", "    against: customers-fly\n")
    assert sorted(rules(folder)) == [
        "files-are-there",
        "schemes-exist",
        "targets-exist",
        "values-are-of-the-right-kind",
    ]


def test_what_is_wrong_inside_a_record_is_not_told_of_the_record_too(folder: Path):
    change(folder / "vocabulary.yaml", "      - id: alternatives\n", "      - id: Alternatives\n")
    (folder / "vocabulary.yaml").write_text(
        (folder / "vocabulary.yaml").read_text(encoding="utf-8").replace("glyph: ▲", "glyph: ▲▲▲"), encoding="utf-8"
    )
    assert rules(folder) == ["values-have-the-right-form"] * 2


def test_what_was_refused_as_yaml_is_not_refused_again_as_a_value(folder: Path):
    change(folder / DANGER, "    party: engineers\n", "    party: null\n")
    change(folder / "site.yaml", "pivot: bridge-is-unsafe\n", "pivot: *main\n")
    assert rules(folder) == ["values-are-filled", "yaml-is-plain"]


def test_a_folder_without_anything_lacks_each_of_its_files(tmp_path: Path):
    problems = load_map(tmp_path).problems
    assert [problem.place.file.name for problem in problems] == [
        "argument",
        "article.yaml",
        "changes.yaml",
        "critique.yaml",
        "evidence.yaml",
        "glossary.yaml",
        "predictions.yaml",
        "retired.yaml",
        "site.yaml",
        "vocabulary.yaml",
    ]


def test_what_editors_and_the_schema_leave_in_the_folder_is_no_problem(folder: Path):
    (folder / "schema").mkdir()
    # What an editor keeps beside a file that is open, a link to nowhere among it.
    (folder / "argument" / ".#01-danger.yaml").symlink_to("somebody@nowhere")
    for name in ("schema/claims.schema.json", ".swap", "argument/.01.yaml.swp", "argument/.02.yaml", "site.yaml~"):
        (folder / name).write_text("{", encoding="utf-8")
    assert rules(folder) == []


def test_a_file_in_a_folder_below_the_argument_is_not_passed_over_in_silence(folder: Path):
    (folder / "argument/drafts").mkdir()
    (folder / "argument/drafts/03-more.yaml").write_text("title: More\n", encoding="utf-8")
    assert rules(folder) == ["files-are-known"]


def test_a_long_value_is_cut_in_a_message(folder: Path):
    change(folder / DANGER, "    background: true\n", f"    background: {'x' * 61}\n")
    (problem,) = load_map(folder).problems
    assert f"not '{'x' * 57}...'" in problem.message


NAMES = ["article.yaml", "vocabulary.yaml", "critique.yaml", "site.yaml", "retired.yaml", DANGER]
SLIPS = ["", "- ", ":", "[", "{}", "x", "\n", "'", "*a", " #", "  ", "é"]


@settings(max_examples=150)
@given(st.sampled_from(NAMES), st.integers(min_value=0), st.sampled_from(SLIPS))
def test_no_slip_is_too_odd_to_be_told(tmp_path_factory: pytest.TempPathFactory, name: str, at: int, slip: str):
    folder = tmp_path_factory.getbasetemp() / "slips"
    shutil.copytree(TINY / "data", folder, dirs_exist_ok=True)
    text = (TINY / "data" / name).read_text(encoding="utf-8")
    at %= len(text)
    (folder / name).write_text(text[:at] + slip + text[at + 1 :], encoding="utf-8")
    for problem in problems_of(load_map(folder), (TINY / "article.txt").read_text(encoding="utf-8")):
        assert problem.message
        assert problem.place.line >= 1


def test_an_argument_without_places_stands_at_those_of_its_claims(folder: Path):
    argument = load_map(folder).argument_map.parts[0].arguments[0]
    file = folder / DANGER
    head, sign, block = file.read_text(encoding="utf-8").partition(f"  - id: {argument.id}\n    for:")
    file.write_text(head + sign + re.sub(r"(?m)^    at: .*\n", "", block, count=1), encoding="utf-8")
    loaded = load_map(folder).argument_map
    claims = [loaded.claims[claim] for claim in (*argument.from_, argument.for_)]
    assert set(loaded.arguments[argument.id].at) == {at for claim in claims for at in claim.at}
