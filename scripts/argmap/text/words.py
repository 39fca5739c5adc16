"""The normal form in which texts are compared, and what counts as a word in it.

The article page's finder (`pages/scripts/finder.js`) makes the same normal form; a test compares them letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate, takewhile
from math import ceil

# Scripts that put no spaces between words. Two Chinese or Japanese characters are counted as a word, and four letters
# of Thai, Lao, Burmese or Khmer, which is about their words' length.
HAN_AND_KANA = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9d\U0001b000-\U0001b16f\U00020000-\U000323af"
)
UNSPACED = HAN_AND_KANA + "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"

# What is invisible and belongs to no word: soft hyphens, joiners, directions (Default_Ignorable_Code_Point).
_IGNORED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_NEITHER_LETTERS_NOR_DIGITS = re.compile(r"[\W_]+")
_UNSPACED_LETTER = re.compile(rf"(?=\w)[{UNSPACED}][^\w\s]*")
_HAN_OR_KANA = re.compile(f"[{HAN_AND_KANA}]")


def normal_form(text: str) -> str:
    """The text as letters (with their marks) and digits only, so that neither typography nor case tells two apart."""
    folded = unicodedata.normalize("NFKC", _IGNORED.sub("", text)).casefold()
    return _NEITHER_LETTERS_NOR_DIGITS.sub(_between_letters, unicodedata.normalize("NFKC", folded)).strip()


def sha256_of(sentence: str) -> str:
    """The fingerprint of a sentence's normal form."""
    return sha256(normal_form(sentence).encode()).hexdigest()


def words_of(text: str) -> list[str]:
    """The words of the normal form, and each letter of a script without spaces by itself."""
    return _UNSPACED_LETTER.sub(r" \g<0> ", normal_form(text)).split()


def count_words(text: str) -> int:
    """Words are what white space parts, so a dash between spaces counts as one; without spaces, letters are counted."""
    if not _UNSPACED_LETTER.search(text):
        return len(text.split())
    return ceil(sum(_length_of_token(token) for token in text.split()))


def runs_longer_than(most: int, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """From each place in the result of `words_of`, as few as make more than so many words."""
    lengths = [0.0, *accumulate(map(_length_of, words))]
    for start, length in enumerate(lengths):
        end = bisect_right(lengths, length + most)
        if end < len(lengths):
            yield tuple(words[start:end])


def length_of(words: Sequence[str]) -> float:
    """How many words the result of `words_of` counts for."""
    return sum(map(_length_of, words))


def joined(words: Sequence[str]) -> str:
    """Words of the normal form in a row, with spaces where their script has them."""
    return re.sub(rf"(?<=[{UNSPACED}]) (?=[{UNSPACED}])", "", " ".join(words))


def is_mark(sign: str) -> bool:
    """Whether the sign belongs to the letter before it, such as a vowel sign."""
    return unicodedata.category(sign).startswith("M")


def _between_letters(run: re.Match[str]) -> str:
    if run[0].isascii() or not run.start():
        return " "
    marks = "".join(takewhile(is_mark, run[0]))
    return marks if len(marks) == len(run[0]) else f"{marks} "


def _length_of(word: str) -> float:
    if word.isascii() or not _UNSPACED_LETTER.match(word):
        return 1
    return 0.5 if _HAN_OR_KANA.match(word) else 0.25


def _length_of_token(token: str) -> float:
    return length_of(words_of(token)) if _UNSPACED_LETTER.search(token) else 1
