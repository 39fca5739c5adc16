"""What the folders in tests/mistakes do not show of the rules."""

import shutil
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.loading.load import load_map
from argmap.rules.checks import RULES, problems_of

DANGER = "argument/01-danger.yaml"
CLOSING = "argument/02-closing.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


def messages(folder: Path) -> list[str]:
    return [problem.message for problem in problems_of(load_map(folder))]


def test_every_rule_says_in_one_sentence_what_must_hold():
    for rule, sentence in RULES.items():
        assert sentence.endswith("."), rule
        assert "\n" not in sentence, rule


def test_a_slip_in_a_reference_is_not_told_again_as_a_claim_without_work(folder: Path):
    change(folder / CLOSING, "    from: [customers-walk, new-bridge-is-open]\n", "    from: [customers-wlak]\n")
    change(folder / "critique.yaml", "    answered-in: [customers-walk]\n", "")
    change(folder / "critique.yaml", "    against: customers-walk\n", "    against: closing-costs-little\n")
    assert messages(folder) == ["'customers-wlak' is not a claim"]


def test_each_circle_is_shown_once_with_all_its_arguments(folder: Path):
    step = "    scheme: sign\n    drawn: stated\n    strength: weak\n    because: Why not?\n    at: [p1.s1]\n"
    change(folder / CLOSING, "", f"  - id: one\n    for: cracks-grow\n    from: [bridge-is-unsafe]\n{step}")
    change(folder / CLOSING, "", f"  - id: two\n    for: customers-walk\n    from: [close-the-bridge]\n{step}")
    assert sorted(messages(folder)) == [
        "support runs in a circle: bridge-is-unsafe -> cracks-grow -> bridge-is-unsafe",
        "support runs in a circle: close-the-bridge -> customers-walk -> closing-costs-little -> close-the-bridge",
    ]


def test_a_claim_may_support_another_in_many_ways(folder: Path):
    step = "    scheme: sign\n    drawn: stated\n    strength: weak\n    because: Why not?\n    at: [p1.s1]\n"
    change(folder / CLOSING, "", f"  - id: one\n    for: closing-costs-little\n    from: [customers-walk]\n{step}")
    assert messages(folder) == []


def test_a_question_may_have_the_same_id_in_two_schemes(folder: Path):
    change(folder / "vocabulary.yaml", "      - id: competence\n", "      - id: alternatives\n")
    assert messages(folder) == []


def test_an_unstated_claim_may_stand_nowhere(folder: Path):
    change(folder / DANGER, "    voice: presupposes\n    at: [p3.s1]\n", "    voice: presupposes\n")
    assert messages(folder) == []


@pytest.mark.parametrize(
    ("file", "gone", "left"),
    [
        (CLOSING, "    despite: [drivers-lose-time]\n", ""),
        (
            "critique.yaml",
            "    between: [closing-costs-little, drivers-lose-time]\n",
            "    between: [two-bridges, cracks-grow]\n",
        ),
    ],
)
def test_a_claim_at_work_in_one_place_does_something(folder: Path, file: str, gone: str, left: str):
    change(folder / file, gone, left)
    assert messages(folder) == []


def test_words_quoted_to_find_a_sentence_are_counted_and_not_taken_for_a_repetition(folder: Path):
    change(folder / "article.yaml", "        first: The older\n", "        first: The older one was built for carts\n")
    text = (TINY / "article.txt").read_text(encoding="utf-8")
    assert [problem.rule for problem in problems_of(load_map(folder), text)] == ["at-most-eight-words-are-quoted"]


def test_only_words_of_the_article_in_a_row_count_as_repeated(folder: Path):
    text = (TINY / "article.txt").read_text(encoding="utf-8")
    says = "    says: Mending the old bridge is beyond the town's yearly taxes.\n"
    eight = "    says: Repairs would cost MORE than-the town collects.\n"
    change(folder / DANGER, says, eight)
    assert problems_of(load_map(folder), text) == []
    change(folder / DANGER, eight, "    says: Repairs would cost MORE than-the town collects in winter.\n")
    assert [problem.rule for problem in problems_of(load_map(folder), text)] == ["no-text-repeats-the-article"]


def test_first_words_that_begin_other_sentences_too_do_not_find_theirs(folder: Path):
    change(folder / "article.yaml", "        first: The older\n", "        first: The\n")
    text = (TINY / "article.txt").read_text(encoding="utf-8")
    assert [problem.message for problem in problems_of(load_map(folder), text)] == [
        "the first words of sentence p2.s2 stand elsewhere too, or are not its first"
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Why wait any longer?", ["'why wait any longer' is a whole sentence of the article"]),
        ("Why not now?", []),
    ],
)
def test_a_sentence_counts_as_repeated_from_four_words_on(folder: Path, sentence: str, told: list[str]):
    says = "    says: Mending the old bridge is beyond the town's yearly taxes.\n"
    change(folder / DANGER, says, f"    says: Mending it? {sentence}\n")
    found = problems_of(load_map(folder), sentence)
    assert [problem.message for problem in found if problem.rule == "no-text-repeats-the-article"] == told


def test_the_search_for_what_was_meant_ends_when_all_is_wrong(folder: Path):
    wrong = ", ".join(f"close-the-bridge-{number}" for number in range(60))
    change(folder / "site.yaml", "    claims: [bridge-is-unsafe, closing-costs-little]\n", f"    claims: [{wrong}]\n")
    fixes = [problem.fix for problem in problems_of(load_map(folder))]
    assert len(fixes) == 60
    assert sum(fix.startswith("did you mean 'close-the-bridge'?") for fix in fixes) == 50
