"""Leads a browser to each sentence of the publisher's page, and no further, with a few words of it (text fragments)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise, zip_longest
from typing import NamedTuple
from unicodedata import combining, normalize
from urllib.parse import quote

from argmap.text.words import UNSPACED, count_words, is_mark, words_of

MOST_QUOTED_WORDS = 8
MOST_SIGNS = 60
ACCENTS = 10  # the combining classes from here on, points and accents; those below belong to Indian scripts

# Where a browser sees a word end: at white space, but not at a narrow no-break space, which joins words for it; without
# spaces for certain only at punctuation, at letters and digits of another script, and after a Japanese particle,
# of which a word that points is none: その時 is a word of its own for a browser.
_NARROW = "\u202f"
_PUNCTUATION = "!-/:-@\u2010-\u2027\u3001-\u3003\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_WORD_ENDS = re.compile(
    rf"(?<=[^\S{_NARROW}])(?=[^\s])"
    rf"|(?<=[{_PUNCTUATION}])(?=[{UNSPACED}])"
    rf"|(?<=[{UNSPACED}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{UNSPACED}])"
    rf"|(?<=[はがをにでともの])(?<![こそあど]の)(?=[\u3400-\u9fff])"
)


class Fragment(NamedTuple):
    """The words by which a browser finds a sentence.

    Without `last` it finds only where the sentence begins; `before` stands directly before it, marks included, and
    tells it from others that begin alike.
    """

    first: str
    last: str | None = None
    before: str | None = None


class _Searched:
    """A text in normal form, with a space at either end, that is searched for whole words many times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places_of: dict[str, list[int]] = defaultdict(list)
        place = 0
        for word, following in zip_longest(words := text.split(), words[1:], fillvalue=""):
            for key in (word, f"{word} {following}"):
                self._places_of[key].append(place)  # that of the space before it
            place += len(word) + 1

    def places(self, part: str, start: int = 0) -> Iterator[int]:
        """Where these words stand, from a place on."""
        words = _found_words(part)
        whole = f" {' '.join(words)} "
        # By its rarest pair of words: to read the whole text for every phrase takes long for a book.
        pairs = [f"{one} {other}" for one, other in pairwise(words)] or words
        rarest = min(pairs, key=lambda pair: len(self._places_of.get(pair, ())), default="")
        offset = whole.find(f" {rarest} ")
        found = self._places_of.get(rarest, [])
        for number in range(bisect_left(found, start + offset), len(found)):
            if self.text.startswith(whole, found[number] - offset):
                yield found[number] - offset


class ArticleWords:
    """The words of an article's sentences in a row, where a browser is led about."""

    def __init__(self, paragraphs: Sequence[Sequence[str]]) -> None:
        self._sentences = list(chain.from_iterable(paragraphs))
        # What a browser takes as one string ends with the paragraph, so words before a sentence come from one alone.
        self._neighbours = [
            (paragraph[:place] or previous[-1:])[-MOST_QUOTED_WORDS:]
            for previous, paragraph in pairwise([[], *paragraphs])
            for place in range(len(paragraph))
        ]
        words = [" ".join(_found_words(sentence)) for sentence in self._sentences]
        self._text = _Searched(f" {' '.join(words)} ")
        self._starts = [0, *accumulate(len(said) + 1 for said in words)]

    def fragments(self) -> list[Fragment | None]:
        """For each sentence the fewest words that lead to it and nowhere else; None where no few words do."""
        return [
            next((one for one in self._candidates(number) if self.begins(number, one) and self.ends(number, one)), None)
            for number in range(len(self._sentences))
        ]

    def begins(self, number: int, fragment: Fragment) -> bool:
        """Whether the first words, after those before them, stand at the beginning of the sentence and nowhere else."""
        found = self._text.places(f"{fragment.before or ''} {fragment.first}")
        place, again = next(found, None), next(found, None)
        if place is None or again is not None:
            return False
        return place + len(_whole_words(fragment.before or "")) - 1 == self._starts[number]

    def ends(self, number: int, fragment: Fragment) -> bool:
        """Whether the last words, looked for after the first, are found first at the end of the sentence."""
        found = _span(self._text, fragment)
        end = self._starts[number + 1]
        return found is not None and (found[1] == end if fragment.last else found[1] <= end)

    def _candidates(self, number: int) -> Iterator[Fragment]:
        for first, last in _parts_of(self._sentences[number]):
            yield Fragment(first, last)
        parts = list(_parts_of(self._sentences[number]))  # which few sentences need once more
        firsts = list(_firsts_of(self._sentences[number]))
        yield from self._with_words_before(number, parts)
        # Where nothing leads to the end of a long sentence, the beginning has to do.
        yield from map(Fragment, firsts)
        yield from self._with_words_before(number, [(first, None) for first in firsts])

    def _with_words_before(self, number: int, parts: Sequence[tuple[str, str | None]]) -> Iterator[Fragment]:
        sentence = self._sentences[number]
        opening = sentence[: len(sentence) - len(_without_marks_before(sentence))]
        befores = list(_last_words_of(self._neighbours[number]))
        for first, last in parts:
            # Between the words before and the first nothing may stand but white space.
            marked = _one_line(f"{opening}{first}")
            room = MOST_QUOTED_WORDS - count_words(f"{marked} {last or ''}")
            if len(marked) <= MOST_SIGNS:
                yield from (Fragment(marked, last, words) for words in befores if count_words(words) <= room)


def fragment_words(paragraphs: Sequence[Sequence[str]]) -> list[Fragment | None]:
    """For each sentence of an article, the fewest words that lead to it and nowhere else; None where none do."""
    return ArticleWords(paragraphs).fragments()


def fragment_url(url: str, fragment: Fragment) -> str:
    """The address that opens the page at a sentence; one that names a place in the page keeps it."""
    before, first, last = (
        # A bare hyphen or comma would be read as the syntax of the fragment itself.
        quote(part or "", safe="").replace("-", "%2D")
        for part in (fragment.before, fragment.first, fragment.last)
    )
    words = ",".join(part for part in (before and f"{before}-", first, last) if part)
    return f"{url}{'' if '#' in url else '#'}:~:text={words}"


def _span(text: _Searched, fragment: Fragment) -> tuple[int, int] | None:
    """From the space before to the space after what a browser would mark."""
    before = _whole_words(fragment.before or "")
    start = next(text.places(f"{before}{fragment.first}"), None)
    if start is None:
        return None
    start += len(before) - 1
    end = start + len(_whole_words(fragment.first)) - 1
    if fragment.last is not None:
        last = next(text.places(fragment.last, end), None)
        if last is None:
            return None
        end = last + len(_whole_words(fragment.last)) - 1
    return start, end


def _parts_of(sentence: str) -> Iterator[tuple[str, str | None]]:
    """Three words at either end before anything longer, and anything longer before a shorter end."""
    units = _units(sentence)
    words = count_words(sentence)
    if words <= MOST_QUOTED_WORDS + 1:
        # Two parts would quote nearly all of so short a sentence.
        yield from ((first, None) for first in _firsts_of(sentence))
        return
    firsts = {count: count_words("".join(units[:count])) for count in range(1, min(len(units), 4 * MOST_QUOTED_WORDS))}
    lasts = {count: count_words("".join(units[-count:])) for count in firsts}
    pairs = [(one, other) for one in firsts for other in lasts if firsts[one] + lasts[other] <= MOST_QUOTED_WORDS]
    for pair in sorted(pairs, key=lambda pair: _preference(firsts[pair[0]], lasts[pair[1]])):
        first, last = _trimmed(units[: pair[0]]), _trimmed(units[-pair[1] :])
        if first and last and max(len(first), len(last)) <= MOST_SIGNS:
            yield first, last


def _firsts_of(sentence: str) -> Iterator[str]:
    """From one word on; only a single word may be quoted whole."""
    units = _units(sentence)
    most = min(MOST_QUOTED_WORDS, max(count_words(sentence) - 1, 1))
    for count in range(1, len(units) + 1):
        if count_words("".join(units[:count])) > most:
            return
        first = _trimmed(units[:count])
        if first and len(first) <= MOST_SIGNS:
            yield first


def _preference(first: int, last: int) -> tuple[int, int, int]:
    return -min(first, last, 3), first + last, first


def _last_words_of(sentences: Sequence[str]) -> Iterator[str]:
    """From one word on, with the marks at the end."""
    units = _units(" ".join(sentences))
    for count in range(1, len(units) + 1):
        words = _one_line(_without_marks_before("".join(units[-count:])))
        if count_words(words) > MOST_QUOTED_WORDS:
            return
        if words_of(words) and len(words) <= MOST_SIGNS:
            yield words


def _units(text: str) -> list[str]:
    """The text between places where a browser for certain sees a word end."""
    return [unit for unit in _WORD_ENDS.split(text) if unit]


def _trimmed(units: Sequence[str]) -> str:
    """The words as they stand, without the marks around them."""
    text = _without_marks_before("".join(units))
    end = len(text)
    while end and not (text[end - 1].isalnum() or is_mark(text[end - 1])):
        end -= 1
    return _one_line(text if _NARROW in text[end:] else text[:end])


def _without_marks_before(text: str) -> str:
    start = next((place for place, sign in enumerate(text) if sign.isalnum()), len(text))
    return text if _NARROW in text[:start] else text[start:]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _found_words(text: str) -> list[str]:
    """The words as a browser compares them: it takes `Все` for `Всё`, and so does not tell accents apart."""
    return "".join(sign for sign in normalize("NFD", " ".join(words_of(text))) if combining(sign) < ACCENTS).split()


def _whole_words(part: str) -> str:
    words = _found_words(part)
    return f" {' '.join(words)} " if words else " "
