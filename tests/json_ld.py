"""Reads linked data as a program would that follows the standard, without a network: its contexts are written here.

They name only what our data may use. What they do not name is dropped by the reader, and so is found to be lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyld import jsonld

_SCHEMA = (
    *("Article", "Claim", "OpinionNewsArticle", "Organization", "Person", "about", "appearance", "author"),
    *("claimInterpreter", "description", "familyName", "givenName", "headline", "inLanguage", "name", "publisher"),
    "text",
)
_SELECTORS = ("RangeSelector", "TextQuoteSelector", "exact", "prefix")
CONTEXTS: dict[str, dict[str, object]] = {
    "https://schema.org": {
        **{term: f"https://schema.org/{term}" for term in _SCHEMA},
        **{term: {"@id": f"https://schema.org/{term}", "@type": "@id"} for term in ("license", "url")},
    },
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": "http://www.w3.org/ns/oa#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "@id",
        "type": "@type",
        "Annotation": "oa:Annotation",
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "Organization": "foaf:Organization",
        "TextualBody": "oa:TextualBody",
        "linking": "oa:linking",
        **{term: f"oa:{term}" for term in _SELECTORS},
        "body": {"@id": "oa:hasBody", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "startSelector": {"@id": "oa:hasStartSelector", "@type": "@id"},
        "endSelector": {"@id": "oa:hasEndSelector", "@type": "@id"},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "creator": {"@id": "dcterms:creator", "@type": "@id"},
        "rights": {"@id": "dcterms:rights", "@type": "@id"},
        "first": {"@id": "as:first", "@type": "@id"},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
        "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
        "label": "rdfs:label",
        "name": "foaf:name",
        "value": "rdf:value",
        "format": "dc:format",
        "language": "dc:language",
    },
}


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    """What a reader makes of it: each property under its full address."""
    options = {"documentLoader": _of_the_contexts, "base": "https://nowhere.invalid/"}
    found: list[dict[str, Any]] = jsonld.expand(document, options)
    return found


def _of_the_contexts(address: str, _: object) -> dict[str, object]:
    document = {"@context": CONTEXTS[address]}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": document}


def properties(tree: object) -> Iterator[str]:
    """The name of every property in a document, as often as it is given, what only identifies left out."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if not name.startswith("@") and name not in ("id", "type"):
                yield name
            yield from properties(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from properties(value)


def types(tree: object) -> Iterator[str]:
    """The type of everything in an expanded document."""
    if isinstance(tree, dict):
        yield from tree.get("@type", []) if "@value" not in tree else []
        for value in tree.values():
            yield from types(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from types(value)
