"""The map as Markdown pages: each type with its template, its paths and what computes its contexts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from jinja2 import TemplateSyntaxError

from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Record
from argmap.naming import urls
from argmap.pages import contexts
from argmap.pages.facts import PAGE_CHECKS, Page
from argmap.pages.mentions import Made, Mentions
from argmap.pages.templating import TEMPLATES, place_of, templates
from argmap.pages.views import Views
from argmap.rules.rule import demands_of, problems_found
from argmap.source.problems import Place, Problem


@dataclass(frozen=True)
class Planned:
    """A page to be: its path, the record that it is about, if any, and what computes its template's context."""

    path: str
    context: Callable[[], object]
    record: Record | None = None


@dataclass(frozen=True)
class PageType:
    """One kind of page: its template, and the pages that are made by it."""

    template: str
    pages: Callable[[Views], Iterable[Planned]]


@dataclass
class Rendered:
    """The pages by their paths, with all that is wrong with them."""

    pages: dict[str, Page] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def _one(path: str, context: Callable[[Views], object]) -> Callable[[Views], Iterable[Planned]]:
    return lambda views: [Planned(path, partial(context, views))]


def _claim_pages(views: Views) -> Iterable[Planned]:
    for claim in views.map.claims.values():
        yield Planned(urls.claim_page(claim.id), partial(views.claim, claim), claim)


def _pages_of_what_has_gone(views: Views) -> Iterable[Planned]:
    for retirement in views.map.retired.retired:
        yield Planned(urls.claim_page(retirement.id), partial(contexts.gone_page, retirement, views), retirement)


def _tour_pages(views: Views) -> Iterable[Planned]:
    for number, stop in enumerate(views.map.site.tour, 1):
        yield Planned(urls.tour_page(number), partial(views.stop, number), stop)


PAGE_TYPES = (
    PageType("overview.md.j2", _one(urls.OVERVIEW, Views.overview)),
    PageType("map.md.j2", _one(urls.MAP, Views.maps)),
    PageType("claims.md.j2", _one(urls.CLAIMS, contexts.claims_page)),
    PageType("claim.md.j2", _claim_pages),
    PageType("gone.md.j2", _pages_of_what_has_gone),
    PageType("tour.md.j2", _tour_pages),
    PageType("article.md.j2", _one(urls.ARTICLE, Views.article)),
    PageType("objections.md.j2", _one(urls.OBJECTIONS, Views.objections)),
    PageType("assumptions.md.j2", _one(urls.ASSUMPTIONS, Views.assumptions)),
    PageType("weak-steps.md.j2", _one(urls.WEAK_STEPS, Views.weak_steps)),
    PageType("what-if.md.j2", _one(urls.WHAT_IF, Views.what_if)),
    PageType("evidence.md.j2", _one(urls.EVIDENCE, Views.evidence)),
    PageType("sources.md.j2", _one(urls.SOURCES, Views.sources)),
    PageType("predictions.md.j2", _one(urls.PREDICTIONS, Views.predictions)),
    PageType("glossary.md.j2", _one(urls.GLOSSARY, contexts.glossary_page)),
    PageType("timeline.md.j2", _one(urls.TIMELINE, Views.timeline)),
    PageType("how-to-read.md.j2", _one(urls.HOW_TO_READ, contexts.how_to_read_page)),
    PageType("method.md.j2", _one(urls.METHOD, contexts.method_page)),
    PageType("vocabulary.md.j2", _one(urls.VOCABULARY, contexts.vocabulary_page)),
    PageType("format.md.j2", _one(urls.FORMAT, contexts.format_page)),
    PageType("cite.md.j2", _one(urls.CITE, contexts.cite_page)),
    PageType("changes.md.j2", _one(urls.CHANGES, Views.changes)),
    PageType("downloads.md.j2", _one(urls.DOWNLOADS, contexts.downloads_page)),
    PageType("teach.md.j2", _one(urls.TEACH, Views.teach)),
    PageType("print.md.j2", _one(urls.PRINT, Views.whole)),
)


RULES = {
    "pages-can-be-made": "Every page of a map without mistakes can be made; if one cannot, the engine has a fault.",
    "pages-have-paths-of-their-own": "No two pages have the same path.",
    **demands_of(PAGE_CHECKS),
}


def render_pages(argument_map: ArgumentMap, data: Path, hosting: urls.Hosting) -> Rendered:
    """Every page's Markdown by its path below `docs/`, with what is wrong with the pages and between them.

    `data` is the folder that edit links are relative to.
    """
    views = Views(argument_map, hosting)
    environment = templates(views.labels.wording)
    shared = {
        "map": argument_map,
        "views": views,
        "labels": views.labels,
        "edit_address": _edit_address(data, hosting),
    }
    made: dict[int, Made] = {}  # what pages of one folder have in common, by the folder's depth
    rendered = Rendered()
    faults: dict[tuple[Place, str], list[str]] = {}
    for page_type in PAGE_TYPES:
        template = Place(TEMPLATES / page_type.template)
        for planned in page_type.pages(views):
            if planned.path in rendered.pages:
                rendered.problems.append(_path_is_taken(planned, rendered.pages[planned.path]))
                continue
            try:
                ask = Mentions(planned.path, views, made.setdefault(planned.path.count("/"), {}))
                context = planned.context()
                if isinstance(context, Mapping):
                    source = environment.get_template(page_type.template, globals=shared).render(context, ask=ask)
                else:
                    source = environment.get_template(page_type.template).render(page=context, ask=ask)
            except Exception as error:  # whatever it is, it is told with its place like any other problem
                fault = place_of(error) or template, f"{type(error).__name__}: {error}"
                faults.setdefault(fault, []).append(planned.path)
                if isinstance(error, TemplateSyntaxError):
                    break  # no other page of this type can be made either
            else:
                rendered.pages[planned.path] = Page(source, template, planned.record)
    rendered.problems += (_cannot_be_made(*fault, paths) for fault, paths in faults.items())
    if not rendered.problems:
        for check in PAGE_CHECKS:
            rendered.problems += problems_found(check, rendered.pages, argument_map)
    return rendered


def _path_is_taken(planned: Planned, other: Page) -> Problem:
    message = f"the page {planned.path} would be made twice"
    record = planned.record or other.record
    place = record.place("id") if record else other.template
    return Problem(place, message, "pages-have-paths-of-their-own", "give this record another id")


def _cannot_be_made(place: Place, what: str, paths: list[str]) -> Problem:
    others = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    fix = "this is a fault of the engine or of a template, not of the data: mend this line, or report it"
    return Problem(place, f"the page {paths[0]}{others} cannot be made: {what}", "pages-can-be-made", fix)


def _edit_address(data: Path, hosting: urls.Hosting) -> Callable[[Record], str]:
    @cache  # many records to a file
    def within(file: Path) -> str:
        return file.relative_to(data).as_posix()

    def address(record: Record) -> str:
        """The record's line in the repository, or nothing when its address is not known."""
        place = record.place()
        return hosting.line(f"{hosting.folder}/{within(place.file)}", place.line)

    return address
