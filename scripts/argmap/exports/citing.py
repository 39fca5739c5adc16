"""How to cite a claim, the map or the article, in plain words, for LaTeX and for programs that keep references.

A claim's wording is the map's. Whoever quotes it has to know, so every citation of a claim says `paraphrase`.
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from argmap.model.argument_map import Article, Claim
from argmap.naming.labels import Labels
from argmap.naming.wording import Wording

# What has a meaning in BibTeX's braces or in the LaTeX that prints them.
_LATEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", **{sign: f"\\{sign}" for sign in "#$%&_"}}
_JSON = json.JSONEncoder(ensure_ascii=False).encode


class Citation(NamedTuple):
    """One thing to cite, in three notations."""

    text: str
    bibtex: str
    csl: str


def curators(wording: Wording) -> str:
    """Who made the map, as whoever cites it names them."""
    return wording.say("citations.curators")


def cite_article(article: Article, wording: Wording) -> Citation:
    """The article itself, for what its author says."""
    return _citation(
        key="article",
        text=_with_address(_named(article, wording), article.url, wording),
        author=article.author,
        title=article.title,
        container=article.publisher,
        url=article.url,
        note=article.written,
    )


def cite_map(title: str, wording: Wording, address: str) -> Citation:
    """The map as a whole, for what its curators say."""
    makers = curators(wording)
    return _citation(
        key="map",
        text=_with_address(wording.say("citations.map", curators=makers, title=title), address, wording),
        author=makers,
        title=title,
        container="",
        url=address,
        note=wording.say("citations.map-note"),
        by_group=True,
    )


def cite_claim(claim: Claim, article: Article, labels: Labels, map_title: str, address: str) -> Citation:
    """A claim in the map's wording, with whose claim it is and the sentences that it paraphrases."""
    wording = labels.wording
    of, makers = _named(article, wording), curators(wording)
    if labels.origin(claim) == "unstated":
        note = wording.say("citations.unstated", of=of, curators=makers)
    else:
        places = wording.say("lists.comma").join(labels.places(claim))
        note = wording.say("citations.paraphrase", of=of, places=places, whose=labels.whose(claim))
    text = wording.say("citations.claim", claim=claim.says, note=note, map=map_title)
    return _citation(
        key=claim.id,
        text=_with_address(text, address, wording),
        author=makers,
        title=claim.says,
        container=map_title,
        url=address,
        note=note,
        by_group=True,
    )


def _named(article: Article, wording: Wording) -> str:
    return wording.say("citations.article", author=article.author, title=article.title, publisher=article.publisher)


def _with_address(text: str, address: str, wording: Wording) -> str:
    return wording.say("lists.comma").join(filter(None, [text, address]))


def _citation(
    *, key: str, text: str, author: str, title: str, container: str, url: str, note: str, by_group: bool = False
) -> Citation:
    csl = {"id": key, "type": "webpage", "author": [{"literal": author}], "title": title}
    csl |= {name: value for name, value in {"container-title": container, "URL": url, "note": note}.items() if value}
    bibtex = {
        # Braces keep a group from being taken for a person, and a title's capitals as they are.
        "author": f"{{{_latex(author)}}}" if by_group else _latex(author),
        "title": f"{{{_latex(title)}}}",
        "howpublished": _latex(container),
        "url": url,
        "note": _latex(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in bibtex.items() if value]
    return Citation(text, "\n".join([f"@misc{{{key},", *lines, "}"]), _one_a_line(csl))


def _one_a_line(csl: dict[str, Any]) -> str:
    # As `indent` would lay it out, but that is written in Python and takes longer than all the rest of a citation.
    properties = ",\n".join(f"  {_JSON(name)}: {_JSON(value)}" for name, value in csl.items())
    return f"[{{\n{properties}\n}}]"


def _latex(text: str) -> str:
    return re.sub(r"[\\{}#$%&_]", lambda sign: _LATEX[sign.group()], text)
