"""Texts in several languages, from authors long dead, are measured so that every link marks its sentence."""

import pytest

from argmap.text.fragments import ArticleWords
from argmap.text.measures import measure
from argmap.text.sentences import split_article

# Kant, Tolstoy, the Analects, Premchand's manner, Saadi, Hugo's manner.
TEXTS = {
    "de": (
        "Aufklärung ist der Ausgang des Menschen aus seiner selbstverschuldeten Unmündigkeit. Unmündigkeit ist das "
        "Unvermögen, sich seines Verstandes ohne Leitung eines anderen zu bedienen. Selbstverschuldet ist diese "
        "Unmündigkeit, wenn die Ursache derselben nicht am Mangel des Verstandes, sondern der Entschließung und des "
        "Mutes liegt, sich seiner ohne Leitung eines anderen zu bedienen. Sapere aude! Habe Mut, dich deines eigenen "
        "Verstandes zu bedienen!",
        5,
    ),
    "ru": (
        "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.\n"
        "Всё смешалось в доме Облонских. Жена узнала, что муж был в связи с бывшею в их доме "
        "француженкою-гувернанткой, и объявила мужу, что не может жить с ним в одном доме.",
        3,
    ),
    "zh": (
        "子曰：学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？\n"
        "有子曰：其为人也孝弟，而好犯上者，鲜矣；不好犯上，而好作乱者，未之有也。君子务本，本立而道生。",
        5,
    ),
    "hi": (
        "गाँव में एक बूढ़ा किसान रहता था। उसके दो बैल थे, जिन्हें वह अपने बेटों की तरह प्यार करता था और कभी नहीं मारता था। "
        "क्या वे बैल यह जानते थे? हाँ, वे सब जानते थे।",
        4,
    ),
    "fa": (
        "منت خدای را عز و جل که طاعتش موجب قربت است و به شکر اندرش مزید نعمت. هر نفسی که فرو می‌رود ممد حیات است و چون "
        "بر می‌آید مفرح ذات. پس در هر نفسی دو نعمت موجود است و بر هر نعمتی شکری واجب.",
        3,
    ),
    "fr": (
        "Que fait le peuple\u202f? Il attend\u202f: depuis 1\u202f789 jours, on lui promet du pain, et il n’a reçu que "
        "des discours\u202f! M. Gris le sait. Qui le dira\u202f?",
        4,
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_every_link_marks_its_sentence(language: str):
    text, count = TEXTS[language]
    sentences = [sentence for paragraph in split_article(text, language) for sentence in paragraph]
    measured = measure(text, language)
    assert len(measured) == count
    article = ArticleWords(split_article(text, language))
    for number, (sentence, fragment) in enumerate(zip(sentences, (one.fragment for one in measured), strict=True)):
        assert fragment is not None, sentence
        assert article.begins(number, fragment)
        assert article.ends(number, fragment)


@pytest.mark.parametrize("language", TEXTS)
def test_no_link_ends_inside_a_word_as_a_browser_sees_it(language: str):
    text, _ = TEXTS[language]
    for fragment in (one.fragment for one in measure(text, language)):
        assert fragment is not None
        for part in (fragment.first, fragment.last or fragment.first):
            place = text.replace("\u202f", " ").index(part)
            around = (text[:place][-1:], text[place + len(part) :][:1])
            assert not any(sign.isalnum() or sign == "\u202f" for sign in around)
