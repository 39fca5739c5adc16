"""Measures an article's text, so that a map can point at its sentences without copying them.

What is kept of a sentence is its place, its length, a fingerprint and a few words, from which a link is made that opens
the publisher's page at the sentence and marks it there.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.text.fragments import Fragment, fragment_words
from argmap.text.sentences import split_article
from argmap.text.words import count_words, sha256_of


@dataclass(frozen=True)
class Measure:
    """What an article's record keeps of one sentence; no fragment where no few words lead to it."""

    at: str
    words: int
    sha256: str
    fragment: Fragment | None


def measure(text: str, language: str = "en") -> list[Measure]:
    """Every sentence of the text, measured, in order."""
    paragraphs = split_article(text, language)
    fragments = iter(fragment_words(paragraphs))
    return [
        Measure(f"p{number}.s{place}", count_words(sentence), sha256_of(sentence), next(fragments))
        for number, paragraph in enumerate(paragraphs, 1)
        for place, sentence in enumerate(paragraph, 1)
    ]
