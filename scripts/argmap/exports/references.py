"""The references to the map and to the article as files, for programs that keep references."""

from __future__ import annotations

import json

from argmap.exports.citing import Citation, cite_article, cite_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import OVERVIEW, Hosting
from argmap.naming.wording import read_wording


def references_bibtex(argument_map: ArgumentMap, hosting: Hosting) -> str:
    return "\n\n".join(citation.bibtex for citation in _citations(argument_map, hosting)) + "\n"


def references_csl(argument_map: ArgumentMap, hosting: Hosting) -> str:
    citations = _citations(argument_map, hosting)
    whole = [entry for citation in citations for entry in json.loads(citation.csl)]
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _citations(argument_map: ArgumentMap, hosting: Hosting) -> tuple[Citation, Citation]:
    wording = read_wording(argument_map.language)
    article = argument_map.article
    return cite_map(argument_map.site, article, wording, hosting.page(OVERVIEW)), cite_article(article, wording)
