"""Measures an article's text, so that a map can point at its sentences without copying them.

What is kept of a sentence is its place, its length, a fingerprint and a few words at either end, from which a link
is made that opens the publisher's page at the sentence and marks it there (a text fragment).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote

MOST_QUOTED_WORDS = 8

# A closing quote or bracket after the stop still belongs to the sentence, as an opening one does to the next.
_SENTENCE = re.compile(r"""\S.*?(?:[.?][”\u2019"')\]]*(?=\s+[“\u2018"'(\[]*[A-ZÀ-ÖØ-Þ])|\s*$)""")
_NEITHER_LETTERS_NOR_DIGITS = re.compile(r"[\W_]+")


class Fragment(NamedTuple):
    """The words by which a browser finds a sentence; without `last` it finds only where the sentence begins."""

    first: str
    last: str | None


@dataclass(frozen=True)
class Measure:
    """What an article's record keeps of one sentence."""

    at: str
    words: int
    sha256: str
    first: str
    last: str | None


def split_article(text: str) -> list[list[str]]:
    """The sentences of each paragraph: a line is a paragraph, a sentence ends at `.` or `?` before a capital."""
    return [_SENTENCE.findall(line.strip()) for line in text.splitlines() if line.strip()]


def count_words(text: str) -> int:
    """Words are what white space parts, so a dash between spaces counts as one."""
    return len(text.split())


def normal_form(text: str) -> str:
    """The text as letters and digits only, so that neither typography nor case tells two copies apart."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NEITHER_LETTERS_NOR_DIGITS.sub(" ", folded).strip()


def sha256_of(sentence: str) -> str:
    """The fingerprint of a sentence's normal form."""
    return sha256(normal_form(sentence).encode()).hexdigest()


def measure(text: str) -> list[Measure]:
    """Every sentence of the text, measured, in order."""
    paragraphs = split_article(text)
    fragments = iter(fragment_words([sentence for paragraph in paragraphs for sentence in paragraph]))
    return [
        Measure(f"p{number}.s{place}", count_words(sentence), sha256_of(sentence), *next(fragments))
        for number, paragraph in enumerate(paragraphs, 1)
        for place, sentence in enumerate(paragraph, 1)
    ]


def fragment_words(sentences: list[str]) -> list[Fragment]:
    """For each sentence of an article, the fewest words that lead to it and nowhere else."""
    normal_text = " ".join(map(normal_form, sentences))
    return [_fragment_of(sentence, normal_text) for sentence in sentences]


def fragment_url(url: str, first: str, last: str | None) -> str:
    """The address that opens the page at a sentence."""
    # A bare hyphen or comma would be read as the syntax of the fragment itself.
    parts = (quote(part, safe="").replace("-", "%2D") for part in (first, last) if part)
    return f"{url}#:~:text={','.join(parts)}"


def selection(normal_text: str, fragment: Fragment) -> str:
    """The part of the text that a browser would mark, in normal form; empty where it would find nothing."""
    text = f" {normal_text} "
    start = next(_places(fragment.first, text), None)
    if start is None:
        return ""
    end = start + len(_whole_words(fragment.first)) - 1
    if fragment.last is not None:
        last = next(_places(fragment.last, text, end), None)
        if last is None:
            return ""
        end = last + len(_whole_words(fragment.last)) - 1
    return text[start:end].strip()


def _fragment_of(sentence: str, normal_text: str) -> Fragment:
    for fragment in _candidates(sentence.split()):
        # A browser goes to the first place that fits, so the first words may stand nowhere else.
        once = len(list(_places(fragment.first, f" {normal_text} "))) == 1
        wanted = normal_form(fragment.first if fragment.last is None else sentence)
        if once and selection(normal_text, fragment) == wanted:
            return fragment
    raise ValueError(f"no {MOST_QUOTED_WORDS} words lead to this sentence alone: {sentence}")


def _candidates(words: list[str]) -> Iterator[Fragment]:
    """Three words at either end before anything longer, and anything longer before a shorter end."""
    if len(words) <= MOST_QUOTED_WORDS + 1:
        # Two parts would quote nearly all of so short a sentence; only a single word may be quoted whole.
        for count in range(1, max(len(words), 2)):
            yield Fragment(_trimmed(words[:count]), None)
        return
    lengths = [(first, total - first) for total in range(2, MOST_QUOTED_WORDS + 1) for first in range(1, total)]
    for first, last in sorted(lengths, key=lambda pair: (-min(*pair, 3), sum(pair), pair)):
        yield Fragment(_trimmed(words[:first]), _trimmed(words[-last:]))


def _trimmed(words: list[str]) -> str:
    """The words as they stand, without the marks around them."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", " ".join(words))


def _whole_words(part: str) -> str:
    return f" {normal_form(part)} "


def _places(part: str, text: str, start: int = 0) -> Iterator[int]:
    """Where whole words stand in a normal text that begins and ends with a space."""
    place = text.find(_whole_words(part), start)
    while place >= 0:
        yield place
        place = text.find(_whole_words(part), place + 1)
