"""Which sentence makes which claim, as annotations of the article that other programs can show (W3C Web Annotation)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from argmap.exports.citing import curators
from argmap.model.argument import Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.article import Article, Sentence
from argmap.naming.urls import ANNOTATIONS, LICENSE, Hosting, claim_page
from argmap.naming.wording import read_wording


def annotations_jsonld(argument_map: ArgumentMap, hosting: Hosting) -> str:
    """One annotation for each claim in each sentence that makes it; where a gap opens, nothing is said, so none.

    A sentence is told by the few words that links to it use, never quoted whole.
    """
    wording = read_wording(argument_map.language)
    made = list(_annotations(argument_map, hosting, argument_map.language))
    address = hosting.page(ANNOTATIONS) or f"urn:uuid:{_uuid(argument_map.article, 'annotations')}"
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address,
        "type": "AnnotationCollection",
        "label": argument_map.site.title,
        "creator": {"type": "Organization", "name": curators(wording)},
        "rights": LICENSE,
        "total": len(made),
        "first": {"id": f"{address}#first", "type": "AnnotationPage", "startIndex": 0, "items": made},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _annotations(argument_map: ArgumentMap, hosting: Hosting, language: str) -> Iterator[dict[str, Any]]:
    unsaid = {voice.id for voice in argument_map.vocabulary.voices if voice.origin == "unstated"}
    for claim in argument_map.claims.values():
        for locator in claim.at if claim.voice not in unsaid else ():
            yield {
                "id": f"urn:uuid:{_uuid(argument_map.article, f'{claim.id} {locator}')}",
                "type": "Annotation",
                "motivation": "linking",
                "body": _body(claim, hosting, language),
                "target": _target(argument_map.article, argument_map.sentences[locator]),
            }


def _body(claim: Claim, hosting: Hosting, language: str) -> list[str | dict[str, str]]:
    text = {"type": "TextualBody", "value": claim.says, "format": "text/plain", "language": language}
    address = hosting.page(claim_page(claim.id))
    return [address, text] if address else [text]


def _target(article: Article, sentence: Sentence) -> dict[str, Any] | str:
    source = article.url or f"urn:uuid:{_uuid(article, 'article')}"  # what has no address has a name at least
    if not sentence.first:
        return source  # no few words lead there
    start: dict[str, Any] = {"type": "TextQuoteSelector", "exact": sentence.first}
    if sentence.before:
        start["prefix"] = sentence.before
    if not sentence.last:
        return {"source": source, "selector": start}
    # A range ends before what its end selects: here the nothing behind the last words.
    end = {"type": "TextQuoteSelector", "exact": "", "prefix": sentence.last}
    return {"source": source, "selector": {"type": "RangeSelector", "startSelector": start, "endSelector": end}}


def _uuid(article: Article, what: str) -> str:
    return str(uuid5(uuid5(NAMESPACE_URL, article.url or article.title), what))
