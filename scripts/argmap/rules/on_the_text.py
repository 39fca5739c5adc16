"""The rules that need the article's own text, which the repository does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from argmap.loading.fields import records_of, texts_in
from argmap.model.argument_map import ArgumentMap, Sentence
from argmap.rules.rule import Found
from argmap.text.sentences import (
    MOST_QUOTED_WORDS,
    Fragment,
    count_words,
    normal_form,
    selection,
    sha256_of,
    split_article,
)

TextCheck: TypeAlias = Callable[[ArgumentMap, str], Iterator[Found]]

# A sentence of fewer words ("Why not?") may stand in anybody's text.
FEWEST_WORDS_OF_A_SENTENCE = 4

_MEASURE_AGAIN = "measure the article anew, then look at what has changed in this sentence"


def sentences_stand_in_the_text(argument_map: ArgumentMap, text: str) -> Iterator[Found]:
    """The article's record has a sentence for each sentence of the text, and none besides."""
    measured = _by_locator(text)
    recorded = list(argument_map.article.sentences)
    for sentence in recorded:
        if sentence.at not in measured:
            yield Found(sentence.place("at"), f"the text has no sentence {sentence.at}", _MEASURE_AGAIN)
    for at in measured.keys() - {sentence.at for sentence in recorded}:
        message = f"sentence {at} of the text has no record"
        yield Found(argument_map.article.place("paragraphs"), message, f"add it to the paragraph {at.split('.')[0]}")


def sentences_match_the_text(argument_map: ArgumentMap, text: str) -> Iterator[Found]:
    """Each sentence's fingerprint and number of words are those of the text."""
    for sentence, wording in _found_in(argument_map, text):
        if sentence.sha256 != sha256_of(wording):
            yield Found(sentence.place("sha256"), f"sentence {sentence.at} reads otherwise in the text", _MEASURE_AGAIN)
        if sentence.words != count_words(wording):
            message = f"sentence {sentence.at} has {count_words(wording)} words in the text, not {sentence.words}"
            yield Found(sentence.place("words"), message, _MEASURE_AGAIN)


def links_lead_to_their_sentence(argument_map: ArgumentMap, text: str) -> Iterator[Found]:
    """The first and last words of a sentence lead a browser to it and nowhere else."""
    normal_text = " ".join(map(normal_form, _by_locator(text).values()))
    for sentence, wording in _found_in(argument_map, text):
        whole, first = normal_form(wording), normal_form(sentence.first)
        once = f" {normal_text} ".count(f" {first} ") == 1
        wanted = whole if sentence.last else first
        if not once or not f"{whole} ".startswith(f"{first} "):
            message = f"the first words of sentence {sentence.at} stand elsewhere too, or are not its first"
            yield Found(sentence.place("first"), message, "give more of the words with which the sentence begins")
        elif selection(normal_text, Fragment(sentence.first, sentence.last)) != wanted:
            message = f"the last words of sentence {sentence.at} do not lead to its end"
            yield Found(sentence.place("last"), message, "give more of the words with which the sentence ends")


def no_text_repeats_the_article(argument_map: ArgumentMap, text: str) -> Iterator[Found]:
    """No text of the map shares more than eight words in a row with the article, or a whole sentence of it."""
    paragraphs = [[normal_form(sentence).split() for sentence in paragraph] for paragraph in split_article(text)]
    too_long = MOST_QUOTED_WORDS + 1
    forbidden = {run for paragraph in paragraphs for run in _runs(list(chain.from_iterable(paragraph)), too_long)}
    for sentence in chain.from_iterable(paragraphs):
        if FEWEST_WORDS_OF_A_SENTENCE <= len(sentence) < too_long:
            forbidden.add(tuple(sentence))
    lengths = sorted({len(run) for run in forbidden})
    for record in records_of(argument_map):
        for written in texts_in(record):
            if isinstance(written.record, Sentence) and written.path[0] in ("first", "last"):
                continue
            words = normal_form(written.text).split()
            shared = next((run for n in lengths for run in _runs(words, n) if run in forbidden), None)
            if shared:
                what = "is a whole sentence of the article" if len(shared) < too_long else "stands in the article"
                message = f"{' '.join(shared)!r} {what}"
                yield Found(written.record.place(*written.path), message, "say it in words of your own")


TEXT_CHECKS: tuple[TextCheck, ...] = (
    sentences_stand_in_the_text,
    sentences_match_the_text,
    links_lead_to_their_sentence,
    no_text_repeats_the_article,
)


def _by_locator(text: str) -> dict[str, str]:
    return {
        f"p{number}.s{place}": sentence
        for number, paragraph in enumerate(split_article(text), 1)
        for place, sentence in enumerate(paragraph, 1)
    }


def _found_in(argument_map: ArgumentMap, text: str) -> Iterator[tuple[Sentence, str]]:
    measured = _by_locator(text)
    for sentence in argument_map.article.sentences:
        if sentence.at in measured:
            yield sentence, measured[sentence.at]


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))
