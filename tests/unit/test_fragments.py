import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.fragments import ArticleWords, Fragment, fragment_url, fragment_words
from argmap.text.measures import measure
from argmap.text.sentences import split_article
from argmap.text.words import count_words

THE_MILL = """\
The old mill by the river has stood idle since the flood, and nobody in the village remembers its sound. Why?
The old mill by the harbour grinds oats from spring to autumn, oats from the hills and barley from the plain.
The miller says, “We never close.” His sister, who keeps the books of both houses, is not so sure of that."""


def sentences_of(text: str, language: str = "en") -> list[str]:
    return [sentence for paragraph in split_article(text, language) for sentence in paragraph]


def test_sentences_are_numbered_within_their_paragraph():
    assert [sentence.at for sentence in measure(THE_MILL)] == ["p1.s1", "p1.s2", "p2.s1", "p3.s1", "p3.s2"]


def test_a_fragment_marks_its_sentence_and_no_more():
    article = ArticleWords(split_article(THE_MILL))
    fragment = article.fragments()[4]
    assert article.begins(4, fragment)
    assert article.ends(4, fragment)


def test_a_fragment_keeps_the_words_but_not_the_marks_around_them():
    assert fragment_words(split_article(THE_MILL))[4] == Fragment("His sister, who", "sure of that", None)


def test_the_first_part_grows_until_it_occurs_once():
    sentences = [
        "Mills by the sea are rarely idle for as long as ours.",
        "Mills by the river are idle more often than people think.",
    ]
    assert [fragment.first for fragment in fragment_words([sentences])] == ["Mills by the sea", "Mills by the river"]


def test_the_last_part_grows_until_it_first_occurs_at_the_end():
    sentences = ["Some say that the mill is loud, and others that our mill is loud."]
    assert fragment_words([sentences])[0].last == "our mill is loud"


def test_one_part_shrinks_where_the_other_needs_the_room():
    sentences = [
        "We sold the mill by the sea and then bought a boat.",
        "We sold the mill by the river and then bought a horse.",
    ]
    assert fragment_words([sentences])[1] == Fragment("We sold the mill by the river", "horse")


def test_a_fragment_quotes_eight_words_at_most():
    quoted = [f"{fragment.first} {fragment.last or ''}" for fragment in fragment_words(split_article(THE_MILL))]
    assert max(map(count_words, quoted)) <= 8


def test_of_a_short_sentence_only_the_first_words_are_quoted():
    assert fragment_words([["The miller says that we never close."]]) == [Fragment("The", None)]


def test_half_a_word_is_not_found():
    assert not ArticleWords([["miller says"]]).begins(0, Fragment("mill"))
    assert ArticleWords([["miller says", "mill"]]).begins(1, Fragment("mill"))


def test_a_last_part_is_looked_for_after_the_first():
    assert ArticleWords([["no end but the end"]]).ends(0, Fragment("no end but", "end"))
    assert not ArticleWords([["no end but the end"]]).ends(0, Fragment("no", "end"))


def test_a_last_part_that_never_comes_finds_nothing():
    assert not ArticleWords([["no end but this"]]).ends(0, Fragment("no end but", "end"))


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Gray met Mr. Green.",
        "The U.S. Congress met. The U.S. Senate did not.",
        "He asked why. Why? Because.",
        "The mill\nThe mill by the river has stood idle since the flood, and nobody knows why.",
        "No. No. No.",
        "Mill.",
        "— * —\n( )",
        "",
    ],
)
def test_ordinary_text_is_measured(text: str):
    assert [sentence.words for sentence in measure(text)] == list(map(count_words, sentences_of(text)))


def test_a_sentence_that_nothing_tells_apart_has_no_words():
    assert fragment_words([["No.", "No."]]) == [None, Fragment("No", None, "No.")]
    assert fragment_words([["No.", "No.", "No."]]) == [None, None, Fragment("No", None, "No. No.")]


def test_what_stands_before_tells_repeated_sentences_apart():
    said = "All the mills that stand by our river are idle and dry."
    fragments = fragment_words(split_article(f"He left. {said}\nShe came. {said}"))
    assert [fragments[1], fragments[3]] == [
        Fragment("All the mills", "idle and dry", "left."),
        Fragment("All the mills", "idle and dry", "came."),
    ]


def test_the_words_before_keep_the_marks_between():
    sentences = ["He left.", "“We never close.”", "She came.", "“We never close.”"]
    assert [fragment_words([sentences])[n] for n in (1, 3)] == [
        Fragment("“We", None, "left."),
        Fragment("“We", None, "came."),
    ]


def test_words_before_are_counted_among_the_eight():
    fragments = fragment_words(split_article("\n".join([THE_MILL, THE_MILL])))
    assert all(
        count_words(f"{one.before or ''} {one.first} {one.last or ''}") <= 8 for one in fragments if one is not None
    )


def test_a_sentence_whose_end_cannot_be_quoted_is_found_by_its_beginning():
    address = f"https://mill.example/{'wheel-' * 12}"
    sentence = f"Whoever wants to know more about the mills by our river may look at {address}"
    assert fragment_words([[sentence]]) == [Fragment("Whoever")]


def test_a_narrow_space_joins_words_for_a_browser():
    assert fragment_words([["Pourquoi\u202f? Parce que non."]]) == [Fragment("Pourquoi ?")]
    sentence = "La ville compte 10\u202f000 moulins, dit-on, et le fleuve en porte encore 20\u202f000."
    assert fragment_words([[sentence]]) == [Fragment("La ville compte", "encore 20 000")]


def test_words_before_come_from_one_paragraph():
    fragments = fragment_words([["Yes.", "No.", "We close."], ["No.", "We close."], ["So.", "No."]])
    assert fragments[2:] == [
        Fragment("We", None, "Yes. No."),
        Fragment("No", None, "close."),
        None,
        Fragment("So"),
        Fragment("No", None, "So."),
    ]


def test_a_browser_does_not_tell_accents_apart():
    assert fragment_words([["Все счастливы.", "Всё смешалось здесь."]]) == [
        None,
        Fragment("Всё смешалось"),
    ]


def test_a_vowel_sign_is_not_cut_off():
    assert fragment_words([["कि वह आया।", "की वह आया।"]])[0] == Fragment("कि")


def test_without_spaces_words_are_cut_at_marks_alone():
    assert fragment_words([["水车停了很久，没有人知道，它什么时候会再转动起来呢，我们等待。"]]) == [
        Fragment("水车停了很久", "我们等待")
    ]
    assert fragment_words([["水车停了很久。"]]) == [None]


def test_hyphens_and_commas_are_encoded_in_a_link():
    assert fragment_url("https://mill.example/", Fragment("Well-known, here", "to-day", "so-called")) == (
        "https://mill.example/#:~:text=so%2Dcalled-,Well%2Dknown%2C%20here,to%2Dday"
    )


def test_a_link_needs_no_last_part():
    assert fragment_url("https://mill.example/", Fragment("Who")) == "https://mill.example/#:~:text=Who"


def test_an_address_may_name_a_place_in_its_page():
    assert fragment_url("https://mill.example/#x", Fragment("Who")) == "https://mill.example/#x:~:text=Who"


@given(st.lists(st.text("aABbé我はก क्षا1 .?!…“”()\u00a0\u202f-,", max_size=40), max_size=4).map("\n".join))
def test_whatever_is_measured_leads_to_its_sentence(text: str):
    paragraphs = split_article(text)
    article = ArticleWords(paragraphs)
    for number, fragment in enumerate(article.fragments()):
        if fragment is not None:
            assert article.begins(number, fragment)
            assert article.ends(number, fragment)
            quoted = [fragment.before or "", fragment.first, fragment.last or ""]
            assert sum(map(count_words, quoted)) <= 8
            assert max(map(len, quoted)) <= 60
            words = count_words([said for paragraph in paragraphs for said in paragraph][number])
            assert words == 1 or count_words(f"{fragment.first} {fragment.last or ''}") < words
