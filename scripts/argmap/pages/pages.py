"""The map as Markdown pages: everything is computed here, the templates only arrange it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Record
from argmap.naming import urls
from argmap.pages.markdown import templates
from argmap.pages.views import Context, Views
from argmap.reasoning.doubts import as_graph


@dataclass(frozen=True)
class PageType:
    """One kind of page: its template, and a path and context for each page of the kind."""

    template: str
    pages: Callable[[Views], Iterable[tuple[str, Context]]]


def _one(path: str, context: Callable[[Views], Context]) -> Callable[[Views], Iterable[tuple[str, Context]]]:
    return lambda views: [(path, context(views))]


def _claim_pages(views: Views) -> Iterable[tuple[str, Context]]:
    for claim in views.map.claims.values():
        yield urls.claim_page(claim.id), views.claim(claim)


def _pages_of_what_has_gone(views: Views) -> Iterable[tuple[str, Context]]:
    for retirement in views.map.retired.retired:
        yield urls.claim_page(retirement.id), views.gone(retirement)


def _tour_pages(views: Views) -> Iterable[tuple[str, Context]]:
    for number in range(1, len(views.map.site.tour) + 1):
        yield urls.tour_page(number), views.stop(number)


PAGE_TYPES = (
    PageType("overview.md.j2", _one(urls.OVERVIEW, Views.overview)),
    PageType("map.md.j2", _one(urls.MAP, Views.maps)),
    PageType("claims.md.j2", _one(urls.CLAIMS, Views.claims)),
    PageType("claim.md.j2", _claim_pages),
    PageType("gone.md.j2", _pages_of_what_has_gone),
    PageType("tour.md.j2", _tour_pages),
    PageType("article.md.j2", _one(urls.ARTICLE, Views.article)),
    PageType("objections.md.j2", _one(urls.OBJECTIONS, Views.objections)),
    PageType("assumptions.md.j2", _one(urls.ASSUMPTIONS, Views.assumptions)),
    PageType("weak-steps.md.j2", _one(urls.WEAK_STEPS, Views.weak_steps)),
    PageType("what-if.md.j2", _one(urls.WHAT_IF, Views.what_if)),
    PageType("evidence.md.j2", _one(urls.EVIDENCE, Views.evidence)),
    PageType("predictions.md.j2", _one(urls.PREDICTIONS, Views.predictions)),
    PageType("glossary.md.j2", _one(urls.GLOSSARY, Views.glossary)),
    PageType("timeline.md.j2", _one(urls.TIMELINE, Views.timeline)),
    PageType("how-to-read.md.j2", _one(urls.HOW_TO_READ, Views.how_to_read)),
    PageType("method.md.j2", _one(urls.METHOD, Views.method)),
    PageType("vocabulary.md.j2", _one(urls.VOCABULARY, Views.vocabulary)),
    PageType("format.md.j2", _one(urls.FORMAT, Views.format)),
    PageType("cite.md.j2", _one(urls.CITE, Views.cite)),
    PageType("teach.md.j2", _one(urls.TEACH, Views.teach)),
    PageType("print.md.j2", _one(urls.PRINT, Views.whole)),
)


def render_pages(argument_map: ArgumentMap, data: Path, hosting: urls.Hosting) -> dict[str, str]:
    """Every page's Markdown, and the graph that the page for doubts reads, by its path below `docs/`.

    `data` is the folder that edit links are relative to.
    """
    views = Views(argument_map, hosting)
    environment = templates(views.labels.wording)
    shared = {
        "map": argument_map,
        "views": views,
        "labels": views.labels,
        "urls": urls,
        "edit_address": _edit_address(data, hosting.repository),
    }
    pages: dict[str, str] = {}
    for page_type in PAGE_TYPES:
        template = environment.get_template(page_type.template, globals=shared)
        for path, context in page_type.pages(views):
            pages[path] = template.render(context, url=urls.Links(path))
    pages[urls.GRAPH] = json.dumps(as_graph(views.graph), separators=(",", ":")) + "\n"
    return pages


def _edit_address(data: Path, repo_url: str) -> Callable[[Record], str]:
    @cache  # many records to a file
    def within(file: Path) -> str:
        return file.relative_to(data).as_posix()

    def address(record: Record) -> str:
        """The record's line in the repository, or nothing when the repository's address is not known."""
        place = record.place()
        return f"{repo_url.rstrip('/')}/blob/main/data/{within(place.file)}#L{place.line}" if repo_url else ""

    return address
