"""Cuts an article's text into sentences: as a library does, unless a mark in the text says otherwise."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

import sentencex  # type: ignore[import-untyped]

# Marks that a curator puts into the text file; they belong to no sentence.
JOIN, SPLIT = "\u2040", "\u2016"  # ⁀ ‖

_AFTER_GERMAN_ORDINALS = (
    "Jan|Jän|Feb|März|April|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez|Jahrhundert|Jh|Jahrtausend|Weltkrieg|Mal|Kapitel"
)
# Abbreviations that the library takes for the end of a sentence.
_ABBREVIATIONS = {
    "en": "Vols?|[Cc]h|eds?|[Ff]igs?|approx",
    "de": rf"Bd|Abs|\d{{1,2}}(?=\. (?:{_AFTER_GERMAN_ORDINALS}))",
    "fr": "MM?|Mme|Mlle|Dr|St|n",
    "es": "Dña",
    "it": "pag",
    "nl": "mevr",
    "pl": r"p|dr|m\.in",
    "pt": "p|nº",
    "ru": r"т\.е|им|д-р",
}
_BRACKETED = re.compile(r"(?<=[.!?]\))\s+(?=\W*[A-ZÀ-ÖØ-ÞΑ-ΩА-Я])")
_LETTERS_AND_STOP = r"[^\W\d_]{2}(?:[^\W\d_]|[”’\"»)])[.!?]"
_FOOTNOTE = re.compile(rf"(?:(?<={_LETTERS_AND_STOP})|(?<={_LETTERS_AND_STOP}[\"”’»)]))[\d¹²³⁰-⁹]{{1,3}}(?=\s|$)")


def split_article(text: str, language: str = "en") -> list[list[str]]:
    """The sentences of each paragraph; a paragraph is a line that holds a letter or a digit."""
    lines = (line.strip() for line in text.splitlines())
    return [_sentences(line, language.split("-")[0]) for line in lines if any(map(str.isalnum, line))]


def is_cut_by_hand(paragraph: str) -> bool:
    """Whether a mark says where a sentence of the paragraph ends."""
    return JOIN in paragraph or SPLIT in paragraph


def without_marks(text: str) -> str:
    """The text as the article has it."""
    return text.replace(JOIN, "").replace(SPLIT, "")


def _sentences(line: str, language: str) -> list[str]:
    text = without_marks(line)
    read = _as_the_library_reads_it(text, language)
    ends = {*accumulate(map(len, sentencex.segment(language, read))), *(gap.end() for gap in _BRACKETED.finditer(read))}
    ends = {end for end in ends if not _goes_on(text[end:])}
    for part in re.finditer(f"[{JOIN}{SPLIT}]", line):
        place = len(without_marks(line[: part.start()]))
        if part[0] == SPLIT:
            ends.add(place)
        else:
            ends = {end for end in ends if text[min(end, place) : max(end, place)].strip()}
    sentences: list[str] = []
    before = ""
    for start, end in pairwise(sorted({0, *ends, len(text)})):
        before += text[start:end]
        # What holds no letter, such as a bracket, belongs to its neighbour.
        if any(map(str.isalnum, before)):
            sentences.append(before)
            before = ""
    if before and sentences:
        sentences[-1] += before
    return [sentence.strip() for sentence in sentences]


def _as_the_library_reads_it(text: str, language: str) -> str:
    """The text, sign for sign, without what leads the library astray."""
    # It ends a sentence at three stops but not at `…`, and in Hindi breaks off at a space that is not the common one.
    text = re.sub(r"\s", " ", text).replace("…", ".")
    if language in _ABBREVIATIONS:
        text = re.sub(rf"\b({_ABBREVIATIONS[language]})\.", r"\1,", text)
    return _FOOTNOTE.sub(lambda digits: "." * len(digits[0]), text)


def _goes_on(rest: str) -> bool:
    """Whether the next letter is a small one, as in «Who?» — he asked."""
    return next((sign.islower() for sign in rest if sign.isalnum()), False)
