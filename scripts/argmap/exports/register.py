"""Every format in which the map leaves the site as a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from argmap.exports.aif import aif_json
from argmap.exports.argdown import argdown
from argmap.exports.graph import graph_json
from argmap.exports.graphml import graphml
from argmap.exports.slides import map_pictures, whole_picture
from argmap.exports.tables import arguments_csv, claims_csv, evidence_csv
from argmap.exports.whole_map import whole_map_json, whole_map_schema
from argmap.model.argument_map import ArgumentMap
from argmap.naming import urls


class Export(NamedTuple):
    """A file below the site's address, what it is for (a text of `downloads.formats`), and what makes it."""

    path: str
    name: str
    make: Callable[[ArgumentMap], str]


EXPORTS = (
    Export(f"{urls.DOWNLOAD}argument-map.json", "whole", whole_map_json),
    Export(f"{urls.DOWNLOAD}argument-map.schema.json", "schema", whole_map_schema),
    Export(f"{urls.DOWNLOAD}claims.csv", "claims", claims_csv),
    Export(f"{urls.DOWNLOAD}arguments.csv", "arguments", arguments_csv),
    Export(f"{urls.DOWNLOAD}evidence.csv", "evidence", evidence_csv),
    Export(f"{urls.DOWNLOAD}aif.json", "aif", aif_json),
    Export(f"{urls.DOWNLOAD}argument.argdown", "argdown", argdown),
    Export(f"{urls.DOWNLOAD}argument.graphml", "graphml", graphml),
    Export(urls.GRAPH, "graph", graph_json),
    Export(f"{urls.DOWNLOAD}argument.svg", "picture", whole_picture),
)


@lru_cache(maxsize=1)
def exports_of(argument_map: ArgumentMap) -> dict[str, str]:
    """Each file by its path, made once for the page that lists them and for those who write them."""
    made = {export.path: export.make(argument_map) for export in EXPORTS}
    return made | {urls.map_picture(root): picture for root, picture in map_pictures(argument_map).items()}
