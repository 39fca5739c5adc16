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
