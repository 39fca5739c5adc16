from tests.mistaken import TINY

from argmap.loading.load import load_map
from argmap.loading.measuring import Kept, paragraphs_to_paste, read_kept

ARTICLE = load_map(TINY / "data").argument_map.article
KEPT = read_kept(TINY / "data" / "article.yaml")
TEXT = (TINY / "article.txt").read_text(encoding="utf-8")


def test_a_paragraph_keeps_its_title_when_its_first_sentence_has_changed():
    changed = paragraphs_to_paste(TEXT.replace("The town has had two bridges", "The town got a second bridge"), KEPT)
    assert '  - id: p2\n    title: "Carts and lorries"\n' in changed


def test_a_sentence_that_has_changed_is_left_to_be_described_anew():
    changed = paragraphs_to_paste(TEXT.replace("The town has had two bridges", "The town got a second bridge"), KEPT)
    assert (
        changed.count("        #> The town got a second bridge since the railway came.\n        gist:\n        role:\n")
        == 1
    )
    assert changed.count("#>") == 1


def test_a_sentence_keeps_its_gist_where_it_has_moved():
    moved = paragraphs_to_paste(f"A new beginning.\n{TEXT}", KEPT)
    assert all(sentence.gist in moved for sentence in ARTICLE.sentences)


def test_a_sentence_that_nothing_tells_apart_is_pasted_without_a_link():
    pasted = paragraphs_to_paste("No. No. No.", Kept())
    assert pasted.count("        first:") == 1
    assert (
        pasted.count("# No few words lead to this sentence alone, so it gets no link.\n        #> No.\n        gist:")
        == 2
    )


def test_words_before_are_pasted_where_they_are_needed():
    assert '        before: "No."\n        first: "No"\n' in paragraphs_to_paste("No. No.", Kept())


def test_what_is_written_already_is_kept_although_the_article_still_lacks_most(tmp_path):
    article = tmp_path / "article.yaml"
    whole = (TINY / "data" / "article.yaml").read_text(encoding="utf-8")
    lacking = whole.replace("title: The bridge we should close", "title:").replace(
        "gist: Walkers would keep it.", "gist:"
    )
    article.write_text(f"{lacking}", encoding="utf-8")
    measured = paragraphs_to_paste(TEXT, read_kept(article))
    assert measured.count("        gist:\n") == 1
    assert measured.count("        role: claim\n") == 13
    assert "        #> People on foot could still use it.\n" in measured


def test_without_a_record_there_is_nothing_to_keep(tmp_path):
    assert read_kept(tmp_path / "article.yaml") == Kept()
    (tmp_path / "article.yaml").write_text("paragraphs: [one, {sentences: two}]\n", encoding="utf-8")
    assert read_kept(tmp_path / "article.yaml") == Kept()


def test_white_space_that_no_data_file_may_hold_is_no_part_of_a_remark():
    assert "#> One and two.\n" in paragraphs_to_paste("One\tand\u2003two.\n", Kept())
