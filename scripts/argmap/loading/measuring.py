"""A first draft of `article.yaml`'s sentences from the article's text, for the curator to fill in."""

from __future__ import annotations

import json
from itertools import chain, groupby

from argmap.model.article import Article
from argmap.text.fragments import Fragment
from argmap.text.measures import measure
from argmap.text.sentences import split_article

SENTENCE = "#>"
"""What a remark begins with that holds a sentence of the article."""


def paragraphs_to_paste(
    text: str, article: Article | None = None, language: str | None = None, with_sentences: bool = False
) -> str:
    """The `paragraphs` of `article.yaml` in YAML, measured from the text (one paragraph a line).

    Titles, gists and roles that the record already has are kept for every sentence whose wording is unchanged, even
    when it has moved; the others are left empty, which `check` then points out. Sentences are cut as the language does,
    which is the record's where none is named. Those of an article in the public domain are copied; `with_sentences`
    puts others into a remark above the gist, for the curator alone: it must not be kept.
    """
    known = {sentence.sha256: sentence for sentence in article.sentences} if article else {}
    titles = {
        sentence.sha256: paragraph.title
        for paragraph in (article.paragraphs if article else ())
        for sentence in paragraph.sentences
    }
    language = language or (article.language if article else "en")
    wordings = chain.from_iterable(split_article(text, language))
    is_free = article is not None and article.rights == "public-domain"
    lines = ["paragraphs:"]
    for paragraph, sentences in groupby(measure(text, language), key=lambda sentence: sentence.at.split(".")[0]):
        measured = list(sentences)
        title = next((titles[sentence.sha256] for sentence in measured if sentence.sha256 in titles), None)
        lines += [f"  - id: {paragraph}", f"    title:{_quoted(title)}", "    sentences:"]
        for sentence, wording in zip(measured, wordings, strict=False):
            old = known.get(sentence.sha256)
            lines += [
                f"      - at: {sentence.at}",
                f"        words: {sentence.words}",
                f"        sha256: {sentence.sha256}",
                *_words_of_the_link(sentence.fragment),
                *([f"        text:{_quoted(wording)}"] if is_free else []),
                *([f"        {SENTENCE} {wording}"] if with_sentences and not is_free else []),
                f"        gist:{_quoted(old.gist if old else None)}",
                f"        role: {old.role}" if old else "        role:",
            ]
    return "\n".join(lines) + "\n"


def _words_of_the_link(fragment: Fragment | None) -> list[str]:
    if fragment is None:
        return ["        # No few words lead to this sentence alone, so it gets no link."]
    keys = ("before", "first", "last")
    words = (fragment.before, fragment.first, fragment.last)
    return [f"        {key}:{_quoted(part)}" for key, part in zip(keys, words, strict=True) if part]


def _quoted(text: str | None) -> str:
    # A JSON string is a YAML string that nothing in it can break.
    return f" {json.dumps(text, ensure_ascii=False)}" if text else ""
