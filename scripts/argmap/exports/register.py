"""Every format in which the map leaves the site as a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from argmap.exports.graph import graph_json
from argmap.model.argument_map import ArgumentMap
from argmap.naming import urls


class Export(NamedTuple):
    """A file below the site's address, and what makes it."""

    path: str
    make: Callable[[ArgumentMap], str]


EXPORTS = (Export(urls.GRAPH, graph_json),)
