"""Reads the text of an article, and says what is odd about it before anybody works with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from argmap.source.problems import BadData, Place, Problem
from argmap.text.sentences import SPLIT, split_article
from argmap.text.words import count_words, normal_form

# Hardly anybody writes longer ones; most likely the ends of sentences are not marked as their language does.
MOST_WORDS_OF_A_SENTENCE = 120


def read_article(file: Path, language: str) -> str:
    """The text, one paragraph a line; raises `BadData` where none can be read."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise _refused(Place(file), f"this cannot be read: {error.strerror}", "name the article's text") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(raw, error.start)
        message = f"this is not text in UTF-8: byte {error.start + 1} is none"
        fix = "save the article as plain text in UTF-8"
        raise _refused(Place(file, line, column), message, fix) from None
    if (zero := text.find("\0")) >= 0:
        line, column = _line_and_column(text.encode(), len(text[:zero].encode()))
        fix = "save the article as plain text in UTF-8"
        raise _refused(Place(file, line, column), "this is no text, but data of a program", fix)
    if not split_article(text, language):
        fix = "save the article's text, one paragraph a line"
        raise _refused(Place(file), "no sentence stands in this file", fix)
    return text


def remarks_on(text: str, file: Path, language: str) -> list[str]:
    """What is likely to be a slip in the text, each with its place, though it can be measured."""
    return [f"{place}: {remark}" for place, remark in _oddities(text, file, language)]


def _oddities(text: str, file: Path, language: str) -> Iterator[tuple[Place, str]]:
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if any(map(str.isalnum, line))]
    paragraphs = split_article(text, language)
    if len(paragraphs) == 1 and len(paragraphs[0]) > 1:
        yield Place(file, lines[0][0]), "the whole text is one line, so one paragraph; put each on a line of its own"
    first: dict[str, int] = {}
    for (number, line), sentences in zip(lines, paragraphs, strict=True):
        before = first.setdefault(normal_form(line), number)
        if before != number:
            yield Place(file, number), f"this paragraph is that of line {before} again; was the text copied twice?"
        for sentence in sentences:
            if (words := count_words(sentence)) > MOST_WORDS_OF_A_SENTENCE:
                place = Place(file, number, line.find(sentence) + 1 or 1)
                yield place, f"{words} words without the end of a sentence; put {SPLIT} where one ends"


def _line_and_column(raw: bytes, place: int) -> tuple[int, int]:
    begin = raw.rfind(b"\n", 0, place) + 1
    return raw.count(b"\n", 0, place) + 1, len(raw[begin:place].decode("utf-8", "replace")) + 1


def _refused(place: Place, message: str, fix: str) -> BadData:
    return BadData([Problem(place, message, "articles-can-be-read", fix)])
