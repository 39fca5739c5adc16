import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.words import count_words, joined, length_of, normal_form, runs_longer_than, sha256_of, words_of


def test_words_are_what_white_space_parts():
    assert count_words("a well-known  mill \u2013 idle") == 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("水车停了", 2),
        ("水车，停了很久。", 3),
        ("2020年水车停了。", 4),
        ("水車は止まった。", 4),
        ("水车 stands 停了", 3),
        ("물레방아는 멈췄다", 2),
        ("กังหันน้ำหยุด", 3),
    ],
)
def test_without_spaces_letters_are_counted(text: str, words: int):
    assert count_words(text) == words


def test_the_normal_form_keeps_letters_and_digits_only():
    assert normal_form(" “\uff26ive-Star” (No. 5_b)! ") == "five star no 5 b"


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("क्या हुआ?", "क्या हुआ"),
        ("que\u0301 tal", "qué tal"),
        ("GROSSE Straße", "grosse strasse"),
        ("mitt\u00adlere نمی\u200cدانم", "mittlere نمیدانم"),
        ("\u2764\ufe0f love \u0301it", "love it"),
    ],
)
def test_marks_belong_to_letters_and_what_is_invisible_to_nothing(text: str, normal: str):
    assert normal_form(text) == normal


def test_typography_does_not_change_the_fingerprint():
    assert sha256_of("The mill\u2019s “wheel”.") == sha256_of('the mill\'s "wheel"')


def test_another_word_changes_the_fingerprint():
    assert sha256_of("The mill stands.") != sha256_of("The mills stand.")


def test_a_vowel_sign_changes_the_fingerprint():
    assert sha256_of("की") != sha256_of("का")


@given(st.text())
def test_the_normal_form_is_its_own_normal_form(text: str):
    assert normal_form(normal_form(text)) == normal_form(text)


def test_a_run_is_as_long_in_any_script():
    assert list(runs_longer_than(2, ["a", "b", "c", "d"])) == [("a", "b", "c"), ("b", "c", "d")]
    assert list(runs_longer_than(2, words_of("水车停了很久"))) == [tuple("水车停了很"), tuple("车停了很久")]


def test_letters_without_spaces_are_put_together_again():
    assert joined(words_of("Das 水车, 停了!")) == "das 水车停了"
    assert length_of(words_of("Das 水车, 停了!")) == 3
