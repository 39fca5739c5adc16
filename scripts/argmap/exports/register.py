"""Every format in which the map leaves the site as a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from argmap.exports.aif import aif_json
from argmap.exports.annotations import annotations_jsonld
from argmap.exports.argdown import argdown
from argmap.exports.claim_record import claim_json, claim_schema
from argmap.exports.embeds import claims_embedded, embedded_claim, embedded_map, maps_embedded
from argmap.exports.graph import graph_json
from argmap.exports.graphml import graphml
from argmap.exports.references import references_bibtex, references_csl
from argmap.exports.sadface import sadface_json
from argmap.exports.slides import map_of_claim_picture, map_pictures_by_path, whole_picture
from argmap.exports.tables import arguments_csv, claims_csv, evidence_csv
from argmap.exports.whole_map import whole_map_json, whole_map_schema
from argmap.exports.xaif import xaif_json
from argmap.model.argument_map import ArgumentMap
from argmap.naming import urls
from argmap.naming.urls import Hosting


class Export(NamedTuple):
    """What is said of a format (`downloads.formats`), its files by their paths below the site, and what makes them."""

    group: str
    name: str
    paths: Callable[[ArgumentMap], Mapping[str, str]]
    """Each with the id that it is made for, or with nothing where there is one file."""
    make: Callable[[ArgumentMap, Hosting, str], str]
    single: bool = False


def _one(group: str, name: str, path: str, make: Callable[[ArgumentMap], str]) -> Export:
    return Export(group, name, lambda _: {path: ""}, lambda argument_map, hosting, id: make(argument_map), single=True)


def _placed(group: str, name: str, path: str, make: Callable[[ArgumentMap, Hosting], str]) -> Export:
    """One that names its address."""
    return Export(
        group, name, lambda _: {path: ""}, lambda argument_map, hosting, id: make(argument_map, hosting), single=True
    )


def _claim_records(argument_map: ArgumentMap) -> Mapping[str, str]:
    return {urls.claim_record(claim): claim for claim in argument_map.claims}


EXPORTS = (
    _placed("references", "bibtex", f"{urls.DOWNLOAD}references.bib", references_bibtex),
    _placed("references", "csl", f"{urls.DOWNLOAD}references.json", references_csl),
    _placed("pictures", "whole-picture", f"{urls.DOWNLOAD}whole-argument.svg", whole_picture),
    Export("pictures", "map-pictures", map_pictures_by_path, map_of_claim_picture),
    Export("embeds", "embedded-claims", claims_embedded, embedded_claim),
    Export("embeds", "embedded-maps", maps_embedded, embedded_map),
    _one("tables", "claims", f"{urls.DOWNLOAD}claims.csv", claims_csv),
    _one("tables", "arguments", f"{urls.DOWNLOAD}arguments.csv", arguments_csv),
    _one("tables", "evidence", f"{urls.DOWNLOAD}evidence.csv", evidence_csv),
    _one("analysis", "argdown", f"{urls.DOWNLOAD}argument.argdown", argdown),
    _one("analysis", "aif", f"{urls.DOWNLOAD}aif.json", aif_json),
    _one("analysis", "xaif", f"{urls.DOWNLOAD}xaif.json", xaif_json),
    _one("analysis", "sadface", f"{urls.DOWNLOAD}sadface.json", sadface_json),
    _placed("analysis", "annotations", urls.ANNOTATIONS, annotations_jsonld),
    _one("programs", "whole", f"{urls.DOWNLOAD}argument-map.json", whole_map_json),
    _one("programs", "schema", f"{urls.DOWNLOAD}argument-map.schema.json", whole_map_schema),
    Export("programs", "claim", _claim_records, claim_json),
    _one("programs", "claim-schema", f"{urls.DOWNLOAD}claim.schema.json", claim_schema),
    _one("programs", "graphml", f"{urls.DOWNLOAD}argument.graphml", graphml),
    _one("programs", "graph", urls.GRAPH, graph_json),
)


@lru_cache(maxsize=1)
def exports_of(argument_map: ArgumentMap, hosting: Hosting) -> Mapping[str, str]:
    """Each file by its path, made once for the page that lists them and for those who write them."""
    return {
        path: export.make(argument_map, hosting, id)
        for export in EXPORTS
        for path, id in export.paths(argument_map).items()
    }


def paths_of_exports(argument_map: ArgumentMap) -> Iterable[str]:
    return (path for export in EXPORTS for path in export.paths(argument_map))
