"""From a data folder to every page, in memory: nothing is written before everything is known to be sound."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.exports.register import EXPORTS
from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import Hosting
from argmap.pages.pages import RULES as PAGE_RULES
from argmap.pages.pages import render_pages
from argmap.rules.checks import RULES as MAP_RULES
from argmap.rules.checks import problems_of
from argmap.source.problems import BadData, Problem

RULES = {**MAP_RULES, **PAGE_RULES}
NOWHERE = Hosting()


class Composed(NamedTuple):
    """A map and its files by their paths below `docs/`; or what is wrong, and then neither."""

    argument_map: ArgumentMap | None
    files: Mapping[str, str]
    problems: list[Problem]


def compose(data: Path, hosting: Hosting = NOWHERE, article_text: str | None = None) -> Composed:
    """Everything that is made of a data folder, and everything that is wrong with it.

    With the article's text at hand, places, fingerprints and wording are checked against it too. Pages are made only
    of a map without mistakes.
    """
    loaded = load_map(data)
    problems = problems_of(loaded, article_text)
    if problems or loaded.argument_map is None:
        return Composed(None, {}, problems)
    rendered = render_pages(loaded.argument_map, data, hosting)
    if rendered.problems:
        return Composed(None, {}, sorted(set(rendered.problems)))
    pages = {path: page.source for path, page in rendered.pages.items()}
    exports = {export.path: export.make(loaded.argument_map) for export in EXPORTS}
    return Composed(loaded.argument_map, pages | exports, [])


def build_site(data: Path, hosting: Hosting = NOWHERE) -> Mapping[str, str]:
    """Every page and export by its path below `docs/`; raises `BadData` with every problem."""
    composed = compose(data, hosting)
    if composed.problems:
        raise BadData(composed.problems)
    return composed.files


def check_site(data: Path, article_text: str | None = None) -> str:
    """A line that says what was checked; raises `BadData` with every problem."""
    argument_map, _, problems = compose(data, article_text=article_text)
    if argument_map is None:
        raise BadData(problems)
    claims, arguments = len(argument_map.claims), len(argument_map.arguments)
    counts = f"{claims} claims, {arguments} arguments, {len(argument_map.sentences)} sentences"
    against = "checked against the article's text" if article_text else "the article's text was not at hand"
    return f"no problems: {counts}; {against}"
