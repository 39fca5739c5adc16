"""What must hold of the pages together, seen in their Markdown before anything is written.

In that Markdown brackets, braces and angle brackets are the templates' own, since `as_text` encodes those of the data;
so a pattern finds every id and every link.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
_ID_AMONG_ATTRIBUTES = re.compile(r"(?<![&\w])#([\w-]+)")
_ID_IN_HTML = re.compile(r'<[a-z][^>]*? id="([^"]+)"')
_LINK = re.compile(r"\]\(([^()<>\s]+)\)")


class DoubleId(NamedTuple):
    """An id that stands on a page more than once."""

    path: str
    id: str


class LostLink(NamedTuple):
    """A link to a page or to an id that is not there."""

    path: str
    target: str


def double_ids(pages: Mapping[str, str]) -> Iterator[DoubleId]:
    """Every id that is not unique on its page."""
    for path, source in pages.items():
        for id, number in Counter(_ids(source)).items():
            if number > 1:
                yield DoubleId(path, id)


def lost_links(pages: Mapping[str, str]) -> Iterator[LostLink]:
    """Every link within the site that leads nowhere, once for each page."""
    ids = {path: set(_ids(source)) for path, source in pages.items()}
    for path, source in pages.items():
        for link in dict.fromkeys(_LINK.findall(_body(source))):
            page, _, anchor = link.partition("#")
            page = page.partition("?")[0]
            target = normpath(join(dirname(path), page)) if page else path
            if target not in pages or (anchor and anchor not in ids[target]):
                yield LostLink(path, link)


def _ids(source: str) -> Iterator[str]:
    body = _body(source)
    for attributes in _ATTRIBUTES.findall(body):
        yield from _ID_AMONG_ATTRIBUTES.findall(attributes)
    yield from _ID_IN_HTML.findall(body)


def _body(source: str) -> str:
    # In the front matter text is encoded otherwise.
    return source.partition("\n---\n")[2] if source.startswith("---\n") else source
