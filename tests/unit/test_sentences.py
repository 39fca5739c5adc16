import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.sentences import (
    Fragment,
    count_words,
    fragment_url,
    fragment_words,
    measure,
    normal_form,
    selection,
    sha256_of,
    split_article,
)

THE_MILL = """\
The old mill by the river has stood idle since the flood, and nobody in the village remembers its sound. Why?
The old mill by the harbour grinds oats from spring to autumn, oats from the hills and barley from the plain.
The miller says, “We never close.” His sister, who keeps the books of both houses, is not so sure of that."""


def sentences_of(text: str) -> list[str]:
    return [sentence for paragraph in split_article(text) for sentence in paragraph]


def normal_text_of(text: str) -> str:
    return " ".join(map(normal_form, sentences_of(text)))


def test_each_line_is_a_paragraph():
    assert split_article("One.\n\nTwo.\n") == [["One."], ["Two."]]


def test_a_sentence_ends_at_a_stop_or_a_question_mark_before_a_capital():
    assert split_article("Who knows? Nobody does. Ask them.") == [["Who knows?", "Nobody does.", "Ask them."]]


def test_a_stop_before_a_small_letter_ends_nothing():
    assert split_article("It cost 4.50 approx. and was late.") == [["It cost 4.50 approx. and was late."]]


def test_a_closing_quote_after_the_stop_stays_with_its_sentence():
    assert split_article("He said, “Go.” She went.") == [["He said, “Go.”", "She went."]]


def test_a_sentence_may_begin_with_a_quote():
    assert split_article("He spoke. “Go” was all.") == [["He spoke.", "“Go” was all."]]


def test_a_line_without_a_stop_is_still_a_sentence():
    assert split_article("Two views:") == [["Two views:"]]


def test_words_are_what_white_space_parts():
    assert count_words("a well-known  mill \u2013 idle") == 5


def test_the_normal_form_keeps_letters_and_digits_only():
    assert normal_form(" “\uff26ive-Star” (No. 5_b)! ") == "five star no 5 b"


def test_typography_does_not_change_the_fingerprint():
    assert sha256_of("The mill\u2019s “wheel”.") == sha256_of('the mill\'s "wheel"')


def test_another_word_changes_the_fingerprint():
    assert sha256_of("The mill stands.") != sha256_of("The mills stand.")


def test_sentences_are_numbered_within_their_paragraph():
    assert [sentence.at for sentence in measure(THE_MILL)] == ["p1.s1", "p1.s2", "p2.s1", "p3.s1", "p3.s2"]


def test_a_fragment_marks_its_sentence_and_no_more():
    long_sentence = sentences_of(THE_MILL)[4]
    fragment = fragment_words(sentences_of(THE_MILL))[4]
    assert selection(normal_text_of(THE_MILL), fragment) == normal_form(long_sentence)


def test_a_fragment_keeps_the_words_but_not_the_marks_around_them():
    assert fragment_words(sentences_of(THE_MILL))[4] == Fragment("His sister, who", "sure of that")


def test_the_first_part_grows_until_it_occurs_once():
    sentences = [
        "Mills by the sea are rarely idle for as long as ours.",
        "Mills by the river are idle more often than people think.",
    ]
    assert [fragment.first for fragment in fragment_words(sentences)] == ["Mills by the sea", "Mills by the river"]


def test_the_last_part_grows_until_it_first_occurs_at_the_end():
    sentences = ["Some say that the mill is loud, and others that our mill is loud."]
    assert fragment_words(sentences)[0].last == "our mill is loud"


def test_one_part_shrinks_where_the_other_needs_the_room():
    sentences = [
        "We sold the mill by the sea and then bought a boat.",
        "We sold the mill by the river and then bought a horse.",
    ]
    assert fragment_words(sentences)[1] == Fragment("We sold the mill by the river", "horse")


def test_a_fragment_quotes_eight_words_at_most():
    quoted = [f"{fragment.first} {fragment.last or ''}" for fragment in fragment_words(sentences_of(THE_MILL))]
    assert max(map(count_words, quoted)) <= 8


def test_of_a_short_sentence_only_the_first_words_are_quoted():
    assert fragment_words(["The miller says that we never close."]) == [Fragment("The", None)]


def test_a_sentence_that_nothing_tells_apart_is_refused():
    with pytest.raises(ValueError, match="no 8 words lead to this sentence alone: We never close"):
        fragment_words(["We never close.", "We never close."])


def test_half_a_word_is_not_found():
    assert selection("the miller says", Fragment("mill", None)) == ""


def test_a_last_part_is_looked_for_after_the_first():
    assert selection("no end but the end", Fragment("but", "end")) == "but the end"


def test_a_last_part_that_never_comes_finds_nothing():
    assert selection("no end but this", Fragment("but", "end")) == ""


def test_hyphens_and_commas_are_encoded_in_a_link():
    assert fragment_url("https://mill.example/", "Well-known, here", "to-day") == (
        "https://mill.example/#:~:text=Well%2Dknown%2C%20here,to%2Dday"
    )


def test_a_link_needs_no_last_part():
    assert fragment_url("https://mill.example/", "Who", None) == "https://mill.example/#:~:text=Who"


@given(st.text())
def test_the_normal_form_is_its_own_normal_form(text: str):
    assert normal_form(normal_form(text)) == normal_form(text)
