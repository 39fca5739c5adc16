"""What must hold of the pages together, seen in their Markdown before anything is written.

In that Markdown brackets, braces and angle brackets are the templates' own, since `as_text` encodes those of the data;
so a pattern finds every id and every link.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from argmap.exports.register import paths_of_exports
from argmap.loading.fields import records_of, records_within
from argmap.loading.validation_messages import named
from argmap.model.argument_map import ArgumentMap
from argmap.model.records import Record
from argmap.naming.urls import FONT_LICENCE
from argmap.rules.rule import Found
from argmap.source.problems import Place

# Among attributes an id stands before any text: behind an ampersand the sign begins a character reference.
_ID_AMONG_ATTRIBUTES = re.compile(r"\{[^{}#\n]*(?<!&)#([\w-]+)")
_ID_IN_HTML = re.compile(r' id="([^"]+)"')
_LINK = re.compile(r"\]\(([^()<>\s]+)\)")


@dataclass(frozen=True)
class Page:
    """A page's Markdown, the template that it was made by, and the record that it is about, if it is about one."""

    source: str
    template: Place
    record: Record | None
    ids: list[str] = field(init=False)
    links: list[str] = field(init=False)

    def __post_init__(self) -> None:
        # In the front matter text is encoded otherwise.
        body = self.source.partition("\n---\n")[2]
        object.__setattr__(self, "ids", _ID_AMONG_ATTRIBUTES.findall(body) + _ID_IN_HTML.findall(body))
        object.__setattr__(self, "links", _LINK.findall(body))


def ids_are_unique_on_a_page(pages: Mapping[str, Page], argument_map: ArgumentMap) -> Iterator[Found]:
    """No page has two places of one name: no record bears an id that a page it stands on uses for something else."""
    doubles = [(path, id) for path, page in pages.items() for id, n in Counter(page.ids).items() if n > 1]
    if not doubles:
        return
    records: dict[str, list[Record]] = {}
    for whole in records_of(argument_map):
        for record in records_within(whole):
            if id := getattr(record, "id", ""):
                records.setdefault(id, []).append(record)
    for path, id in doubles:
        message = f"the page {path} has more than one place called {id!r}"
        # Anchors of words and of kinds of source begin with the group's name.
        named_so = next((records[end] for end in _ends_of(id) if end in records), [])
        for record in named_so:
            yield Found(record.place("id"), message, f"give {named(type(record), id)} another id")
        if not named_so:
            yield Found(pages[path].template, message, "give one of the two in the template another id")


def links_lead_somewhere(pages: Mapping[str, Page], argument_map: ArgumentMap) -> Iterator[Found]:
    """Every link of a page to another, to a place on one or to an export leads there."""
    ids: dict[str, set[str]] = {path: set() for path in paths_of_exports(argument_map)}
    ids |= {path: set(page.ids) for path, page in pages.items()}
    targets: dict[tuple[str, str], tuple[str, str]] = {}  # pages of one folder have most of their links in common
    for path, page in pages.items():
        folder = dirname(path)
        for link in dict.fromkeys(page.links):
            if link.startswith("#"):
                target, anchor = path, link[1:]
            else:
                if (folder, link) not in targets:
                    address, _, anchor = link.partition("#")
                    targets[folder, link] = normpath(join(folder, address.partition("?")[0])), anchor
                target, anchor = targets[folder, link]
            if target == FONT_LICENCE:
                continue
            if target not in ids or (anchor and anchor not in ids[target]):
                fix = "mend the link in the template, or make what it leads to"
                yield Found(page.template, f"the page {path} links to {link}, which is not there", fix)


PAGE_CHECKS = (ids_are_unique_on_a_page, links_lead_somewhere)


def _ends_of(id: str) -> Iterator[str]:
    words = id.split("-")
    return ("-".join(words[start:]) for start in range(len(words)))
