"""What `mkdocs.yml` has to repeat of the data, which MkDocs cannot read there itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import LICENSE, tour_page
from argmap.naming.wording import FALLBACK, Wording, read_wording
from argmap.publishing.files import told
from argmap.source.problems import Place, Problem
from argmap.source.syntax import syntax_problem

RULE = "settings-fit-the-data"
_TOUR = tour_page(1)
# A place of the site by the first of its pages; and the colours that a button changes, by those that are seen.
_PLACES = {"index": "argument", "objections": "critique", "evidence": "evidence", "about": "about"}
_COLOURS = {
    "(prefers-color-scheme)": "system",
    "(prefers-color-scheme: light)": "light",
    "(prefers-color-scheme: dark)": "dark",
}


def settings_beside(data: Path) -> Path:
    """The settings of the site that is made of a data folder."""
    return data.parent / "mkdocs.yml"


def needs_a_server(language: str) -> str:
    """What a copy of the site that opens as files cannot do."""
    return read_wording(language).say("settings.offline")


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
    values = dict(_pairs(settings))
    return sorted(
        [
            *_texts(file, values, argument_map),
            *_fixed_texts(file, settings, argument_map.language),
            *_tour(file, values.get("nav"), argument_map),
        ]
    )


def in_language(settings: str, language: str) -> str:
    """`mkdocs.yml` with the texts that the wording of a language has for it."""
    root = yaml.compose(settings, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    said = sorted(_said_in(root, language), key=lambda found: found[0].start_mark.index, reverse=True)
    for node, text in said:
        if node.value.split() == text.split():
            continue
        start, end = node.start_mark.index, node.end_mark.index
        is_plain = node.style is None and re.fullmatch(r"\w[\w ,.?-]*", text)
        line_end = "\n" if settings[start:end].endswith("\n") else ""
        written = text if is_plain else json.dumps(" ".join(text.split()), ensure_ascii=False)
        settings = settings[:start] + written + line_end + settings[end:]
    return settings


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


def _fixed_texts(file: Path, settings: yaml.MappingNode, language: str) -> Iterator[Problem]:
    for node, text in _said_in(settings, language):
        if node.value.split() != text.split():
            message = f"{node.value!r} is not what a map in this language ({language}) says here"
            yield Problem(_place(file, node), message, RULE, f"write {text!r}")


def _said_in(settings: yaml.MappingNode, language: str) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Each scalar of the settings that hangs on the language, with what it has to be."""
    say = read_wording(language).say
    values = dict(_pairs(settings))
    theme = dict(_pairs(values.get("theme")))
    if isinstance(code := theme.get("language"), yaml.ScalarNode):
        yield code, _language_of_theme(language)
    if isinstance(value := values.get("copyright"), yaml.ScalarNode):
        yield value, say("settings.copyright", licence=LICENSE)
    for scheme in map(dict, map(_pairs, _items(theme.get("palette")))):
        media, name = scheme.get("media"), dict(_pairs(scheme.get("toggle"))).get("name")
        if isinstance(media, yaml.ScalarNode) and isinstance(name, yaml.ScalarNode) and media.value in _COLOURS:
            yield name, say(f"settings.colours.{_COLOURS[media.value]}")
    for extension in map(dict, map(_pairs, _items(values.get("markdown_extensions")))):
        toc = dict(_pairs(extension.get("toc")))
        for key, text in (("title", "settings.contents"), ("permalink_title", "settings.permalink")):
            if isinstance(value := toc.get(key), yaml.ScalarNode):
                yield value, say(text)
    for place in _items(values.get("nav")):
        yield from _names_in(place, read_wording(language))


def _names_in(entry: yaml.Node, wording: Wording) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """The names of a place and of its pages, but those of pages that are somebody's own."""
    for value, name in _named(entry):
        below = _items(value)
        first = next((_page(page) for one in below[:1] for page, _ in _named(one)), "")
        if first in _PLACES:
            yield name, wording.say(f"sections.{_PLACES[first]}")
        elif f"navigation.{_page(value)}" in wording.texts:
            yield name, wording.say(f"navigation.{_page(value)}")
        for one in below:
            yield from _names_in(one, wording)


def _named(entry: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.ScalarNode]]:
    for key, value in entry.value if isinstance(entry, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            yield value, key


def _page(value: yaml.Node) -> str:
    """`about/index.md` as `about`, and `about/cite.md` as `about-cite`."""
    path = value.value if isinstance(value, yaml.ScalarNode) else ""
    return path.removesuffix(".md").removesuffix("/index").replace("/", "-")


@cache
def _language_of_theme(language: str) -> str:
    """The theme's own file for the language, or for the one that it is a kind of, or the English one."""
    there = files("material") / "templates" / "partials" / "languages"
    codes = (language, language.partition("-")[0])
    return next((code for code in codes if (there / f"{code}.html").is_file()), FALLBACK)


def _pairs(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            yield key.value, value


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


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
