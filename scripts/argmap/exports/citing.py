"""How to cite a claim, the map or the article, in plain words, for LaTeX and for programs that keep references.

A claim's wording is the map's. Whoever quotes it has to know, so every citation of a claim says `paraphrase`.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from argmap.model.argument_map import Article, Claim
from argmap.naming.labels import Labels
from argmap.naming.printed import printed_locator

CURATORS = "the map's curators"
# What has a meaning in BibTeX's braces or in the LaTeX that prints them.
_LATEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", **{sign: f"\\{sign}" for sign in "#$%&_"}}


class Citation(NamedTuple):
    """One thing to cite, in three notations."""

    text: str
    bibtex: str
    csl: str


def cite_article(article: Article) -> Citation:
    """The article itself, for what its author says."""
    return _citation(
        key="article",
        text=f"{article.author}, “{article.title}”, {article.publisher}, {article.url}",
        author=article.author,
        title=article.title,
        container=article.publisher,
        url=article.url,
        note=article.written,
    )


def cite_map(title: str, address: str) -> Citation:
    """The map as a whole, for what its curators say."""
    return _citation(
        key="map",
        text=", ".join(filter(None, [f"{CURATORS}, “{title}”", address])),
        author=CURATORS,
        title=title,
        container="",
        url=address,
        note="An argument map",
    )


def cite_claim(claim: Claim, article: Article, labels: Labels, map_title: str, address: str) -> Citation:
    """A claim in the map's wording, with whose claim it is and the sentences that it paraphrases."""
    of = f"{article.author}, “{article.title}”, {article.publisher}"
    places = ", ".join(map(printed_locator, claim.at))
    if labels.origin(claim) == "unstated":
        note = f"A premise left unsaid in {of}, supplied by {CURATORS}; not the author's words"
    else:
        note = f"A paraphrase of {of}, {places} ({labels.whose(claim)}); not the author's words"
    return _citation(
        key=claim.id,
        text=", ".join(filter(None, [f"“{claim.says}” {note}. In: “{map_title}”", address])),
        author=CURATORS,
        title=claim.says,
        container=map_title,
        url=address,
        note=note,
    )


def _citation(*, key: str, text: str, author: str, title: str, container: str, url: str, note: str) -> Citation:
    csl = {"id": key, "type": "webpage", "author": [{"literal": author}], "title": title}
    csl |= {name: value for name, value in {"container-title": container, "URL": url, "note": note}.items() if value}
    bibtex = {
        # Braces keep a group from being taken for a person, and a title's capitals as they are.
        "author": f"{{{_latex(author)}}}" if author == CURATORS else _latex(author),
        "title": f"{{{_latex(title)}}}",
        "howpublished": _latex(container),
        "url": url,
        "note": _latex(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in bibtex.items() if value]
    return Citation(text, "\n".join([f"@misc{{{key},", *lines, "}"]), json.dumps([csl], ensure_ascii=False, indent=2))


def _latex(text: str) -> str:
    return re.sub(r"[\\{}#$%&_]", lambda sign: _LATEX[sign.group()], text)
