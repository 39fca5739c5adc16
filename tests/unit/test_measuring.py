from tests.mistaken import TINY

from argmap.loading.load import load_map
from argmap.loading.measuring import paragraphs_to_paste

ARTICLE = load_map(TINY / "data").argument_map.article
TEXT = (TINY / "article.txt").read_text(encoding="utf-8")


def test_a_paragraph_keeps_its_title_when_its_first_sentence_has_changed():
    changed = paragraphs_to_paste(TEXT.replace("The town has had two bridges", "The town got a second bridge"), ARTICLE)
    assert '  - id: p2\n    title: "Carts and lorries"\n' in changed


def test_a_sentence_that_has_changed_is_left_to_be_described_anew():
    changed = paragraphs_to_paste(TEXT.replace("The town has had two bridges", "The town got a second bridge"), ARTICLE)
    assert changed.count("        gist:\n        role:\n") == 1


def test_a_sentence_keeps_its_gist_where_it_has_moved():
    moved = paragraphs_to_paste(f"A new beginning.\n{TEXT}", ARTICLE)
    assert all(sentence.gist in moved for sentence in ARTICLE.sentences)


def test_a_sentence_that_nothing_tells_apart_is_pasted_without_a_link():
    pasted = paragraphs_to_paste("No. No. No.")
    assert pasted.count("        first:") == 1
    assert pasted.count("# No few words lead to this sentence alone, so it gets no link.\n        gist:") == 2


def test_words_before_are_pasted_where_they_are_needed():
    assert '        before: "No."\n        first: "No"\n' in paragraphs_to_paste("No. No.")
