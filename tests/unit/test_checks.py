"""What the folders in tests/mistakes do not show of the rules."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.mistaken import TINY, change
from tests.small_maps import small_map

from argmap.loading.load import load_map
from argmap.reasoning.maps import MOST_BOXES
from argmap.rules.checks import RULES, problems_of
from argmap.rules.on_maps import maps_can_be_taken_in
from argmap.rules.on_records import ids_are_unique
from argmap.text.sentences import split_article
from argmap.text.words import sha256_of

DANGER = "argument/01-danger.yaml"
CLOSING = "argument/02-closing.yaml"
TEXT = (TINY / "article.txt").read_text(encoding="utf-8")


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


@pytest.mark.parametrize("entries", ["contested", "exercises", "what_if"])
def test_no_two_entries_of_a_list_for_readers_have_the_same_id(entries: str):
    argument_map = load_map(TINY / "data").argument_map
    entry = getattr(argument_map.site, entries)[0]
    site = argument_map.site.model_copy(update={entries: (entry, entry.model_copy())})
    (found,) = ids_are_unique(replace(argument_map, site=site))
    assert f"has the id of {found.message.split(' has ')[0]}" in found.message


def test_a_tour_begins_at_the_main_conclusion(folder: Path):
    stop = "  - claim: close-the-bridge\n    title: What the council should do\n"
    change(folder / "site.yaml", stop, stop.replace("close-the-bridge", "built-for-carts"))
    assert messages(folder) == ["the tour does not begin at the main conclusion"]


def test_paragraphs_are_numbered_without_a_gap(folder: Path):
    change(folder / "article.yaml", "  - id: p5\n", "  - id: p6\n")
    assert "paragraph p6 stands where p5 is due" in messages(folder)


def test_what_is_granted_against_a_step_is_not_its_conclusion(folder: Path):
    change(folder / CLOSING, "    despite: [drivers-lose-time]\n", "    despite: [closing-costs-little]\n")
    assert messages(folder) == [
        "argument 'everybody-has-a-way' grants its own conclusion 'closing-costs-little' against itself"
    ]


@pytest.mark.parametrize(
    ("file", "line", "named"),
    [("evidence.yaml", "  - id: bus-timetable\n", "source"), ("glossary.yaml", "  - id: council\n", "entry")],
)
def test_sources_and_entries_have_ids_of_their_own_too(folder: Path, file: str, line: str, named: str):
    change(folder / file, line, "  - id: cracks-grow\n")
    (message,) = messages(folder)
    assert message.startswith(f"{named} 'cracks-grow' has the id of claim 'cracks-grow'")


def test_a_claim_may_have_thirty_words(folder: Path):
    says = "    says: Drivers would need some minutes more.\n"
    change(folder / CLOSING, says, f"    says: {'minutes ' * 29}more.\n")
    assert messages(folder) == []


def test_a_map_may_draw_as_many_claims_as_can_be_taken_in():
    premises = " ".join(f"c{number}" for number in range(1, MOST_BOXES))
    assert list(maps_can_be_taken_in(small_map(f"end <- {premises}"))) == []


def test_eight_words_of_a_longer_sentence_may_be_quoted(folder: Path):
    change(
        folder / "article.yaml",
        "        first: Drivers would lose\n",
        "        first: Drivers would lose five minutes\n",
    )
    assert messages(folder) == []


def test_a_sentence_of_one_word_may_be_quoted_whole(folder: Path):
    change(folder / "article.yaml", "        first: People\n", "        first: Nevertheless\n")
    text = (folder / "article.yaml").read_text(encoding="utf-8")
    (folder / "article.yaml").write_text(text.replace("words: 7", "words: 1", 1), encoding="utf-8")
    assert messages(folder) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("article.yaml", "known-until: 2020-10-31"),
        ("evidence.yaml", "      when: 2021-04-01"),
        ("evidence.yaml", "    date: 2021-03-01"),
        ("predictions.yaml", "    as-of: 2021-04"),
        ("predictions.yaml", "      - date: 2021-03"),
        ("glossary.yaml", "    date: 1870"),
        ("glossary.yaml", "    until: 1872-05"),
    ],
)
def test_every_date_is_looked_up_in_the_calendar(folder: Path, file: str, line: str):
    change(folder / file, f"{line}\n", f"{line.split(':')[0]}: 2021-02-30\n")
    assert messages(folder) == ["the calendar has no 2021-02-30"]


def test_an_unstated_claim_may_stand_nowhere(folder: Path):
    change(folder / DANGER, "    voice: presupposes\n    at: [p3.s1]\n", "    voice: presupposes\n")
    assert messages(folder) == []


@pytest.mark.parametrize(
    ("file", "gone", "left"),
    [
        (CLOSING, "    despite: [drivers-lose-time]\n", ""),
        (
            DANGER,
            "    from: [arches-may-fail, engineers-judge-rightly, repairs-cost-too-much]\n",
            "    from: [engineers-judge-rightly, repairs-cost-too-much]\n",
        ),
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


@pytest.mark.parametrize("phase", ["at-the-time", "since"])
def test_a_source_of_the_month_of_the_limit_may_speak_on_either_side_of_it(folder: Path, phase: str):
    change(folder / "evidence.yaml", "    date: 2020-10-31\n", "    date: 2020-10\n")
    about = "      - about: [drivers-lose-time]\n        stance: agrees\n"
    change(folder / "evidence.yaml", f"{about}        phase: at-the-time\n", f"{about}        phase: {phase}\n")
    assert messages(folder) == []


def test_a_contested_claim_that_nothing_speaks_against_lacks_that_side(folder: Path):
    change(folder / "evidence.yaml", "    standing: supported\n", "    standing: disputed\n")
    assert messages(folder) == ["claim 'cracks-grow' is 'disputed', but no finding speaks against it"]


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


def test_words_in_a_row_count_as_repeated_across_the_end_of_a_sentence(folder: Path):
    says = "    says: Mending the old bridge is beyond the town's yearly taxes.\n"
    change(
        folder / DANGER, says, "    says: Few of them love what the town collects in taxes, so the old bridge rots.\n"
    )
    text = (TINY / "article.txt").read_text(encoding="utf-8")
    assert [problem.message for problem in problems_of(load_map(folder), text)] == [
        "'the town collects in taxes so the old bridge' stands in the article"
    ]


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


def rules_broken(folder: Path, text: str) -> list[str]:
    return [problem.rule for problem in problems_of(load_map(folder), text)]


def test_a_sentence_without_words_of_its_own_needs_no_link(folder: Path):
    change(folder / "article.yaml", "        first: The older\n", "")
    assert rules_broken(folder, TEXT) == []


def test_last_words_lead_nowhere_without_first(folder: Path):
    change(folder / "article.yaml", "        first: The town has\n", "")
    assert messages(folder) == ["sentence p2.s1 has 'last' but no 'first', so nothing leads to it"]


def test_words_before_a_sentence_count_among_the_eight_and_not_as_its_own(folder: Path):
    older, before = "        first: The older\n", "        before: two bridges since the railway came.\n"
    change(folder / "article.yaml", older, f"{before}{older}")
    assert rules_broken(folder, TEXT) == []
    change(folder / "article.yaml", older, "        first: The older one was\n")
    assert messages(folder) == ["sentence p2.s2 is quoted with 10 words; at most 8 are allowed"]


def test_a_short_sentence_quoted_before_another_is_not_taken_for_a_repetition(folder: Path):
    every = "        first: Every\n"
    change(folder / "article.yaml", every, f"        before: The older one was built for carts.\n{every}")
    assert rules_broken(folder, TEXT) == []


def test_words_before_have_to_stand_before(folder: Path):
    older = "        first: The older\n"
    change(folder / "article.yaml", older, f"        before: railway came not.\n{older}")
    assert rules_broken(folder, TEXT) == ["links-lead-to-their-sentence"]


def test_a_sentence_may_be_recorded_by_hand_otherwise_than_it_is_cut(folder: Path):
    by_hand = "People like Dr. No could still use it."
    text = TEXT.replace("People on foot could still use it.", by_hand)
    assert [len(sentences) for sentences in split_article(text)][:1] == [3]
    old = "        words: 7\n        sha256: 8cd5ee97fa60ed00494efcda97637f2847abd5de7d7e94848782694576cf221f\n"
    change(folder / "article.yaml", old, f"        words: 8\n        sha256: {sha256_of(by_hand)}\n")
    assert rules_broken(folder, text) == []
    assert "sentences-match-the-text" in rules_broken(folder, text.replace("still", "hardly"))


def test_where_the_text_has_a_mark_sentences_are_not_recorded_otherwise(folder: Path):
    assert "sentences-stand-in-the-text" in rules_broken(folder, TEXT.replace("So the old", "⁀So the old"))


def test_without_spaces_eight_words_are_sixteen_letters(folder: Path):
    change(folder / "article.yaml", "language: en\n", "language: zh\n")
    says = "    says: Mending the old bridge is beyond the town's yearly taxes.\n"
    text = "水车停了很久没有人知道它什么时候会再转动起来。"
    change(folder / DANGER, says, f"    says: 他说{text[2:18]}。\n")
    assert "no-text-repeats-the-article" not in rules_broken(folder, text)
    change(folder / DANGER, f"    says: 他说{text[2:18]}。\n", f"    says: 他说{text[2:19]}。\n")
    (problem,) = [one for one in problems_of(load_map(folder), text) if one.rule == "no-text-repeats-the-article"]
    assert problem.message == f"'{text[2:19]}' stands in the article"


def test_without_spaces_a_claim_may_have_sixty_letters(folder: Path):
    says = "    says: Drivers would need some minutes more.\n"
    change(folder / CLOSING, says, f"    says: {'桥' * 60}。\n")
    assert messages(folder) == []
    change(folder / CLOSING, f"    says: {'桥' * 60}。\n", f"    says: {'桥' * 61}。\n")
    assert messages(folder) == ["claim 'drivers-lose-time' has 31 words; at most 30 are allowed"]


def test_a_word_that_no_record_uses_may_stand_in_the_vocabulary(folder: Path):
    norm = "  - id: norm\n    label: Norm\n    definition: Says what ought to be done.\n"
    change(folder / "vocabulary.yaml", "voices:\n", f"{norm}voices:\n")
    reply = "  - id: reply\n    label: Reply\n    definition: Answers an objection.\n    carries-claims: true\n"
    change(folder / "vocabulary.yaml", "schemes:\n", f"{reply}schemes:\n")
    questions = "    questions:\n      - id: alike\n        asks: Are they alike?\n"
    analogy = f"  - id: analogy\n    label: Analogy\n    definition: One is as the other.\n{questions}"
    change(folder / "vocabulary.yaml", "drawings:\n", f"{analogy}drawings:\n")
    assert messages(folder) == []
