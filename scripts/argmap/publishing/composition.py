"""From a data folder to every page, in memory: nothing is written before everything is known to be sound."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.exports.feed import feed_xml
from argmap.exports.register import exports_of
from argmap.loading.load import Loaded, load_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming import urls
from argmap.naming.urls import Hosting
from argmap.naming.wording import read_wording
from argmap.pages.draft_page import draft_page
from argmap.pages.pages import RULES as PAGE_RULES
from argmap.pages.pages import render_pages
from argmap.publishing.files import told
from argmap.publishing.settings import problems_of_settings, settings_beside
from argmap.publishing.without_address import list_of_pages
from argmap.rules.checks import RULES as MAP_RULES
from argmap.rules.checks import problems_of
from argmap.rules.progress import Progress, progress_of
from argmap.source.problems import BadData, Place, Problem

RULES = {**MAP_RULES, **PAGE_RULES}
NOWHERE = Hosting()


class Composed(NamedTuple):
    """A map and its files by their paths below `docs/`; or what is wrong, and then neither."""

    argument_map: ArgumentMap | None
    files: Mapping[str, str]
    problems: list[Problem]
    progress: Progress | None = None
    """How far a map that calls itself a draft has come."""


def compose(data: Path, hosting: Hosting = NOWHERE, article_text: str | None = None) -> Composed:
    """Everything that is made of a data folder, and everything that is wrong with it.

    With the article's text at hand, places, fingerprints and wording are checked against it too. Pages are made only
    of a map without mistakes.
    """
    try:
        loaded = read_map(data)
    except BadData as unread:
        return Composed(None, {}, unread.problems)
    problems = problems_of(loaded, article_text)
    progress = progress_of(loaded, problems) if loaded.draft else None
    if problems or loaded.argument_map is None:
        return Composed(None, {}, problems, progress)
    rendered = render_pages(loaded.argument_map, data, hosting)
    if rendered.problems:
        return Composed(None, {}, sorted(set(rendered.problems)))
    pages = {path: page.source for path, page in rendered.pages.items()}
    lists = {urls.PAGES: list_of_pages(map(urls.address_of, pages))}
    if feed := feed_xml(loaded.argument_map, read_wording(loaded.argument_map.language), hosting):
        lists[urls.FEED] = feed
    return Composed(loaded.argument_map, {**pages, **exports_of(loaded.argument_map, hosting), **lists}, [], progress)


def read_map(data: Path) -> Loaded:
    """What could be read of a data folder; raises `BadData` when the folder itself cannot be."""
    with told("read", data, "see whether it is still there, whole, and yours to read"):
        return load_map(data)


def sound_site(
    data: Path, hosting: Hosting = NOWHERE, article_text: str | None = None
) -> tuple[ArgumentMap, Mapping[str, str]]:
    """A map and its files by their paths below `docs/`; raises `BadData` with every problem."""
    argument_map, files, problems, progress = compose(data, hosting, article_text)
    if argument_map is None and progress and not progress.mistakes:
        fix = "do what is still to do; `make serve` shows what there is of it"
        problems = [Problem(Place(data / "site.yaml"), "this draft is not whole yet", "drafts-are-not-published", fix)]
    if argument_map is None:
        raise BadData(progress.mistakes or problems if progress else problems, str(progress or ""))
    return argument_map, files


def draft_site(loaded: Loaded) -> Mapping[str, str]:
    """One page that shows what there is of a draft, or nothing where the map is whole, or no draft, or broken."""
    problems = problems_of(loaded)
    if not loaded.draft or not problems:
        return {}
    return {urls.OVERVIEW: draft_page(loaded, progress_of(loaded, problems))}


def check_site(data: Path, article_text: str | None = None) -> str:
    """A line that says what was checked; raises `BadData` with every problem, the site's settings included."""
    argument_map, _, problems, progress = compose(data, article_text=article_text)
    if progress and not progress.mistakes and (problems or argument_map is None):
        return f"{progress}\n"
    if argument_map is None:
        raise BadData(progress.mistakes if progress else problems, str(progress or ""))
    if problems := problems_of_settings(settings_beside(data), argument_map):
        raise BadData(problems, str(progress or ""))
    claims, arguments = len(argument_map.claims), len(argument_map.arguments)
    counts = f"{claims} claims, {arguments} arguments, {len(argument_map.sentences)} sentences"
    against = "checked against the article's text" if article_text else "the article's text was not at hand"
    whole = f"no problems: {counts}; {against}"
    return f"{progress}\n{whole}" if progress else whole
