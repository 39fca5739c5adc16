import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.sentences import split_article


def sentences_of(text: str, language: str = "en") -> list[str]:
    return [sentence for paragraph in split_article(text, language) for sentence in paragraph]


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


# What was cut wrongly before a library did it; `|` stands where a sentence ends.
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mr. Gray met Mrs. Green.| She left."),
        ("en", "The U.S. Congress met.| The U.S. Senate did not."),
        ("en", "He asked why.| Why?| Because."),
        ("en", "J. S. Mill wrote it, see Vol. I.| The end is in Ch. V of it."),
        ("en", "It grew!| It fell…| Then it grew again."),
        ("en", "It grew.2| Then it fell.[3]| Was it “new”?4| No."),
        ("en", "It grew.¹| Then it fell."),
        ("en", "Mills fell.| 3 stood.| “Go” said all.| – No."),
        ("en", "“Why?” he asked.| (It rained.)| He left.)"),
        ("de", "Er kam am 3. Oktober, z. B. mit Dr. Grün, z.B. zu Fuß.| „Warum?“, fragte sie.| „Darum!“"),
        ("de", "Siehe Bd. 3 und Abs. 2 dazu.| Im 19. Jahrhundert regnete es."),
        ("de-AT", "Er kam am 3. Oktober.| Es regnet."),
        ("fr", "Pourquoi\u202f?| M. Gris vint.| Mme Gris aussi\u202f!| Non."),
        ("ru", "Он пришёл.| «Почему?» — спросил он.| Это было в 1917 г. в городе.| Да!"),
        ("el", "Ήρθε.| Γιατί;| Δεν ξέρω."),
        ("fa", "او آمد.| چرا؟| نمی\u200cدانم!| رفت."),
        ("ar", "جاء الرجل.| لماذا؟| لا أعرف."),
        ("hi", "वह आया।| क्या हुआ?| कुछ नहीं।"),
        ("zh", "他来了。|你好吗？|我很好！"),
        ("ja", "彼は来た。|そうだ！|なぜ？"),
    ],
)
def test_sentences_end_where_their_language_ends_them(language: str, text: str):
    wanted = [part.strip() for part in text.split("|")]
    assert sentences_of(text.replace("|", ""), language) == wanted


@pytest.mark.parametrize("joined", ["Dr.⁀ No came at noon.", "Dr. ⁀No came at noon."])
def test_a_mark_joins_what_is_cut_wrongly(joined: str):
    assert sentences_of(joined) == [joined.replace("⁀", "")]
    assert len(sentences_of("Dr. No came at noon.")) == 2


def test_a_mark_splits_what_is_not_cut():
    assert sentences_of("He left: ‖the mill – ‖ and the river.") == ["He left:", "the mill –", "and the river."]


def test_a_line_without_letters_is_no_paragraph():
    assert split_article("One.\n* * *\nTwo.") == [["One."], ["Two."]]


def test_a_space_on_which_the_library_breaks_off_in_hindi_is_a_space():
    assert sentences_of("B\u202f. वह आया।", "hi")[-1].endswith("वह आया।")


LETTERS = st.text("aBcД9é我は।ก ..?!…()[]“”\u00a0\u202f‖⁀—2¹\u0301ǅß", max_size=30)


@given(LETTERS, st.sampled_from(["en", "de", "fr", "hi", "mr", "ru", "zh", "fa", "pl", "tlh"]))
def test_nothing_but_marks_and_white_space_is_lost(text: str, language: str):
    wanted = re.sub(r"[\s⁀‖]", "", text) if re.search(r"[^\W_]", text) else ""
    assert re.sub(r"\s", "", "".join(sentences_of(text, language))) == wanted
