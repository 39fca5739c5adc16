"""The rules that need the article's own text, which the repository does not hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from typing import TypeAlias

from argmap.loading.fields import records_of, texts_in
from argmap.model.argument_map import ArgumentMap
from argmap.model.article import Sentence
from argmap.rules.rule import Found
from argmap.source.problems import Place
from argmap.text.fragments import MOST_QUOTED_WORDS, ArticleWords, Fragment
from argmap.text.sentences import JOIN, is_cut_by_hand, split_article
from argmap.text.words import count_words, joined, length_of, runs_longer_than, sha256_of, words_of

TextCheck: TypeAlias = Callable[[ArgumentMap, str], Iterator[Found]]

# A sentence of fewer words ("Why not?") may stand in anybody's text.
FEWEST_WORDS_OF_A_SENTENCE = 4

_MEASURE_AGAIN = "measure the article anew, then look at what has changed in this sentence"


def sentences_stand_in_the_text(argument_map: ArgumentMap, text: str) -> Iterator[Found]:
    """The article's record has a sentence for each sentence of the text, and none besides."""
    measured = _by_locator(argument_map, text)
    recorded = list(argument_map.article.sentences)
    for sentence in recorded:
        if sentence.at not in measured:
            yield Found(sentence.place("at"), f"the text has no sentence {sentence.at}", _MEASURE_AGAIN)
    for at in measured.keys() - {sentence.at for sentence in recorded}:
        message = f"sentence {at} of the text has no record"
        paragraph, _, number = at.partition(".s")
        fix = f"add it to the paragraph {paragraph}"
        if number != "1":
            fix += f", or put {JOIN} before it in the text if the sentence before goes on there"
        yield Found(argument_map.article.place("paragraphs"), message, fix)


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
    wordings = _by_locator(argument_map, text)
    paragraphs = groupby(wordings, key=lambda at: at.split(".")[0])
    article = ArticleWords([[wordings[at] for at in within] for _, within in paragraphs])
    numbers = {at: number for number, at in enumerate(wordings)}
    for sentence, _ in _found_in(argument_map, text):
        if not sentence.first:
            continue
        fragment, number = Fragment(sentence.first, sentence.last, sentence.before), numbers[sentence.at]
        if not article.begins(number, fragment):
            message = f"the first words of sentence {sentence.at} stand elsewhere too, or are not its first"
            fix = "give more of the words with which the sentence begins"
            if sentence.before:
                fix += ", or in 'before' just those that stand before it"
            yield Found(sentence.place("first"), message, fix)
        elif not article.ends(number, fragment):
            message = f"the last words of sentence {sentence.at} do not lead to its end"
            yield Found(sentence.place("last"), message, "give more of the words with which the sentence ends")


def no_text_repeats_the_article(argument_map: ArgumentMap, text: str) -> Iterator[Found]:
    """Unless it is free, no text shares more than eight words in a row with the article, or a whole sentence of it."""
    if argument_map.article.rights == "public-domain":
        return
    paragraphs = [
        [words_of(sentence) for sentence in cut] for cut in split_article(text, argument_map.article.language)
    ]
    forbidden = {
        run
        for paragraph in paragraphs
        for run in runs_longer_than(MOST_QUOTED_WORDS, list(chain.from_iterable(paragraph)))
    }
    sentences = {
        tuple(sentence)
        for sentence in chain.from_iterable(paragraphs)
        if FEWEST_WORDS_OF_A_SENTENCE <= length_of(sentence) <= MOST_QUOTED_WORDS
    }
    lengths = sorted({len(sentence) for sentence in sentences})
    for record in records_of(argument_map):
        for written in texts_in(record):
            if isinstance(written.record, Sentence) and written.path[0] in ("before", "first", "last"):
                continue
            words = words_of(written.text)
            whole = next((run for n in lengths for run in _runs(words, n) if run in sentences), None)
            shared = whole or next(
                (run for run in runs_longer_than(MOST_QUOTED_WORDS, words) if run in forbidden), None
            )
            if shared:
                what = "is a whole sentence of the article" if whole else "stands in the article"
                message = f"{joined(shared)!r} {what}"
                yield Found(written.record.place(*written.path), message, "say it in words of your own")


def no_remark_repeats_the_article(argument_map: ArgumentMap, text: str) -> Iterator[Found]:
    """Unless it is free, no remark in the data files shares more than eight words in a row with the article."""
    if argument_map.article.rights == "public-domain":
        return
    paragraphs = [" ".join(cut) for cut in split_article(text, argument_map.article.language)]
    forbidden = {run for cut in paragraphs for run in runs_longer_than(MOST_QUOTED_WORDS, words_of(cut))}
    folder = argument_map.article.place().file.parent
    for file in sorted(folder.rglob("*.yaml")):
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            before, sign, remark = line.partition("#")
            if not sign or (before and not before[-1].isspace()) or remark.startswith(">"):
                continue
            shared = next(
                (run for run in runs_longer_than(MOST_QUOTED_WORDS, words_of(remark)) if run in forbidden), None
            )
            if shared:
                message = f"{joined(shared)!r} stands in the article"
                yield Found(Place(file, number, len(before) + 1), message, "say it in words of your own")


TEXT_CHECKS: tuple[TextCheck, ...] = (
    sentences_stand_in_the_text,
    sentences_match_the_text,
    links_lead_to_their_sentence,
    no_text_repeats_the_article,
    no_remark_repeats_the_article,
)


def _by_locator(argument_map: ArgumentMap, text: str) -> dict[str, str]:
    article = argument_map.article
    recorded = {paragraph.id: paragraph.sentences for paragraph in article.paragraphs}
    lines = [line for line in text.splitlines() if any(map(str.isalnum, line))]
    by_locator = {}
    for number, (line, cut) in enumerate(zip(lines, split_article(text, article.language), strict=True), 1):
        sentences = recorded.get(f"p{number}", ())
        # Whoever records sentences by hand may cut them otherwise, unless the text itself says where they end.
        by_hand = None if is_cut_by_hand(line) else _cut_as_recorded(line, [sentence.sha256 for sentence in sentences])
        for place, sentence in enumerate(by_hand or cut, 1):
            by_locator[f"p{number}.s{place}"] = sentence
    return by_locator


def _cut_as_recorded(line: str, fingerprints: Sequence[str]) -> list[str] | None:
    """The paragraph in sentences with just these fingerprints, if it can be cut so; at white space or after a stop."""
    parts = re.split(r"(?<=\s)(?=\S)|(?<=[。！？।])", line.strip())
    sentences: list[str] = []
    start = 0
    for fingerprint in fingerprints:
        ends = range(start + 1, len(parts) + 1)
        end = next((end for end in ends if sha256_of("".join(parts[start:end])) == fingerprint), None)
        if end is None:
            return None
        # Marks without letters, which no fingerprint holds, belong to the sentence before them.
        while end < len(parts) and not any(map(str.isalnum, parts[end])):
            end += 1
        sentences.append("".join(parts[start:end]).strip())
        start = end
    return sentences if start == len(parts) else None


def _found_in(argument_map: ArgumentMap, text: str) -> Iterator[tuple[Sentence, str]]:
    measured = _by_locator(argument_map, text)
    for sentence in argument_map.article.sentences:
        if sentence.at in measured:
            yield sentence, measured[sentence.at]


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))
