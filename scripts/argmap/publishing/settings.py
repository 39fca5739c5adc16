"""What `mkdocs.yml` has to repeat of the data, which MkDocs cannot read there itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import tour_page
from argmap.publishing.files import told
from argmap.source.problems import Place, Problem
from argmap.source.syntax import syntax_problem

RULE = "settings-fit-the-data"
_TOUR = tour_page(1)


def settings_beside(data: Path) -> Path:
    """The settings of the site that is made of a data folder."""
    return data.parent / "mkdocs.yml"


def problems_of_settings(file: Path, argument_map: ArgumentMap) -> list[Problem]:
    """Where the settings say something else than the data; nothing where there are none."""
    if not file.exists():
        return []
    with told("read", file, "make it an ordinary file that you may read"):
        text = file.read_text(encoding="utf-8", errors="replace")
    try:
        # Composed, not loaded: that keeps the places, and takes tags such as !ENV as they come.
        settings = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return [syntax_problem(file, text, error)]
    except yaml.YAMLError as error:
        return [Problem(Place(file), f"this is not YAML: {error}", RULE)]
    if not isinstance(settings, yaml.MappingNode):
        return [Problem(Place(file), "this file holds no settings", RULE, "write them as 'key: value'")]
    values = {key.value: value for key, value in settings.value if isinstance(key, yaml.ScalarNode)}
    return sorted([*_texts(file, values, argument_map), *_tour(file, values.get("nav"), argument_map)])


def _texts(file: Path, values: dict[str, yaml.Node], argument_map: ArgumentMap) -> Iterator[Problem]:
    site = argument_map.site
    for key, field, text in (("site_name", "title", site.title), ("site_description", "description", site.description)):
        node = values.get(key)
        said = node.value if isinstance(node, yaml.ScalarNode) else ""
        if said.split() == text.split():
            continue
        where = _place(file, node) if node else Place(file)
        origin = site.place(field).file_and_line
        message = f"{key!r} is not the {field} of the site ({origin})" if node else f"{key!r} is missing"
        yield Problem(where, message, RULE, f'write {key}: "{" ".join(text.split())}"')


def _tour(file: Path, nav: yaml.Node | None, argument_map: ArgumentMap) -> Iterator[Problem]:
    if nav is None:  # MkDocs then lists every page by itself
        return
    listed = [node for node in _scalars(nav) if node.value == _TOUR]
    if argument_map.site.tour and not listed:
        fix = f"add the line '- Tour: {_TOUR}' below"
        yield Problem(_place(file, nav), "the map has a tour, and the navigation does not lead to it", RULE, fix)
    for node in listed if not argument_map.site.tour else ():
        message = "the navigation leads to a tour, and the map has none"
        yield Problem(_place(file, node), message, RULE, "take this line out, or write the tour in data/site.yaml")


def _scalars(node: yaml.Node) -> Iterable[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from _scalars(part)


def _place(file: Path, node: yaml.Node) -> Place:
    return Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
