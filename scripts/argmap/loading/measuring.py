"""A first draft of `article.yaml`'s sentences from the article's text, for the curator to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Any, NamedTuple

from argmap.source.reader import read_yaml
from argmap.text.fragments import Fragment
from argmap.text.measures import measure
from argmap.text.sentences import split_article

SENTENCE = "#>"
"""What a remark begins with that holds a sentence of the article."""


class Kept(NamedTuple):
    """What a record of the article has already, by the fingerprints of its sentences, however much it still lacks."""

    language: str = "en"
    is_free: bool = False
    titles: Mapping[str, str] = {}
    gists: Mapping[str, str] = {}
    roles: Mapping[str, str] = {}


def read_kept(file: Path) -> Kept:
    """What `article.yaml` holds, even of sentences and of an article that lack something else; nothing without it."""
    article = _article_in(file)
    titles, gists, roles = {}, {}, {}
    for paragraph, sentence in _sentences_in(article):
        if fingerprint := _text(sentence, "sha256"):
            titles[fingerprint] = _text(paragraph, "title")
            gists[fingerprint] = _text(sentence, "gist")
            roles[fingerprint] = _text(sentence, "role")
    is_free = article.get("rights") == "public-domain"
    return Kept(_text(article, "language") or "en", is_free, titles, gists, roles)


def read_described(file: Path) -> list[tuple[str, str]]:
    """Locator and role of each sentence that has gist and role, however much the article still lacks."""
    sentences = [sentence for _, sentence in _sentences_in(_article_in(file)) if _text(sentence, "gist")]
    return [(_text(sentence, "at"), role) for sentence in sentences if (role := _text(sentence, "role"))]


def paragraphs_to_paste(text: str, kept: Kept, with_sentences: bool = False) -> str:
    """The `paragraphs` of `article.yaml` in YAML, measured from the text (one paragraph a line).

    Titles, gists and roles that the record already has are kept for every sentence whose wording is unchanged, even
    when it has moved; the others are left empty, which `check` then points out. The sentences of an article in the
    public domain are copied. Of others each stands in a remark above a gist that is still to be written, and
    `with_sentences` above every gist, for the curator alone: it must not be kept.
    """
    wordings = chain.from_iterable(split_article(text, kept.language))
    lines = ["paragraphs:"]
    for paragraph, sentences in groupby(measure(text, kept.language), key=lambda sentence: sentence.at.split(".")[0]):
        measured = list(sentences)
        title = next((kept.titles[sentence.sha256] for sentence in measured if sentence.sha256 in kept.titles), "")
        lines += [f"  - id: {paragraph}", f"    title:{_quoted(title)}", "    sentences:"]
        for sentence, wording in zip(measured, wordings, strict=False):
            gist, role = kept.gists.get(sentence.sha256, ""), kept.roles.get(sentence.sha256, "")
            beside = with_sentences or not gist  # a remark for the curator
            lines += [
                f"      - at: {sentence.at}",
                f"        words: {sentence.words}",
                f"        sha256: {sentence.sha256}",
                *_words_of_the_link(sentence.fragment),
                *([f"        text:{_quoted(wording)}"] if kept.is_free else []),
                *([f"        {SENTENCE} {' '.join(wording.split())}"] if beside and not kept.is_free else []),
                f"        gist:{_quoted(gist)}",
                f"        role: {role}" if role else "        role:",
            ]
    return "\n".join(lines) + "\n"


def _article_in(file: Path) -> dict[str, Any]:
    document, _ = read_yaml(file)
    return document.value if document and isinstance(document.value, dict) else {}


def _sentences_in(article: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each sentence behind its paragraph."""
    for paragraph in _records(article.get("paragraphs")):
        yield from ((paragraph, sentence) for sentence in _records(paragraph.get("sentences")))


def _records(entries: object) -> list[dict[str, Any]]:
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _words_of_the_link(fragment: Fragment | None) -> list[str]:
    if fragment is None:
        return ["        # No few words lead to this sentence alone, so it gets no link."]
    keys = ("before", "first", "last")
    words = (fragment.before, fragment.first, fragment.last)
    return [f"        {key}:{_quoted(part)}" for key, part in zip(keys, words, strict=True) if part]


def _quoted(text: str | None) -> str:
    # A JSON string is a YAML string that nothing in it can break.
    return f" {json.dumps(text, ensure_ascii=False)}" if text else ""
