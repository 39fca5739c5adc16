"""The argument in SADFace, the simple argument description format (github.com/Open-Argumentation/SADFace)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from argmap.exports.citing import curators
from argmap.model.argument_map import ArgumentMap
from argmap.naming.wording import read_wording

_VERSION = "0.5.3"
# SADFace leaves to others what stands outside `core`, but wants the name of such a block in the whole's metadata too.
_OURS = "argument-map"


class _Document:
    """Nodes and edges; an id is derived from what it stands for, so that it is the same in every build."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._space = uuid5(NAMESPACE_URL, argument_map.article.url or argument_map.article.title)
        self._sentences = argument_map.sentences
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self.text = "\n".join(sentence.gist for sentence in self._sentences.values())
        self._starts: dict[str, int] = {}
        start = 0
        for locator, sentence in self._sentences.items():
            self._starts[locator] = start
            start += len(sentence.gist) + 1

    def id(self, *what: str) -> str:
        return str(uuid5(self._space, " ".join(what)))

    def atom(self, id: str, text: str, at: Iterable[str], **ours: str | None) -> None:
        sources = [
            {
                "resource_id": self.id("article"),
                "text": self._sentences[locator].gist,
                "offset": self._starts[locator],
                "length": len(self._sentences[locator].gist),
            }
            for locator in at
        ]
        self.nodes.append(
            {"id": self.id(id), "type": "atom", "text": text, "sources": sources, "metadata": _metadata(id, ours)}
        )

    def scheme(self, id: str, name: str, sources: Iterable[str], target: str, **ours: str | None) -> None:
        self.nodes.append({"id": self.id(id), "type": "scheme", "name": name, "metadata": _metadata(id, ours)})
        for source, end in (*((source, id) for source in sources), (id, target)):
            edge = {"id": self.id("edge", source, end), "source_id": self.id(source), "target_id": self.id(end)}
            self.edges.append(edge)


def sadface_json(argument_map: ArgumentMap) -> str:
    """Claims and objections are atoms, steps support; an objection attacks an atom or, as an undercut, a scheme.

    The resource is the text of our gists.
    """
    document = _Document(argument_map)
    schemes = {scheme.id: scheme.label for scheme in argument_map.vocabulary.schemes}
    unsaid = {voice.id for voice in argument_map.vocabulary.voices if voice.origin == "unstated"}
    for claim in argument_map.claims.values():
        places = () if claim.voice in unsaid else claim.at
        document.atom(claim.id, claim.says, places, voice=claim.voice, kind=claim.kind, hedge=claim.hedge)
    for objection in argument_map.critique.objections:
        document.atom(objection.id, objection.says, (), by=objection.by, severity=objection.severity)
    for argument in argument_map.arguments.values():
        ours = {"scheme": schemes[argument.scheme], "strength": argument.strength}
        document.scheme(argument.id, "support", argument.from_, argument.for_, **ours)
    for objection in argument_map.critique.objections:
        document.scheme(f"{objection.id} attacks", "attack", [objection.id], objection.against)
        for answer in objection.answered_in:
            document.scheme(f"{answer} answers {objection.id}", "attack", [answer], objection.id)
    # The format asks for a date; where none is known this one says so.
    when = _moment(argument_map.site.published or argument_map.article.known_until or "1970")
    core = {
        "analyst_email": "",
        "analyst_name": curators(read_wording(argument_map.language)),
        "created": when,
        "edited": when,
        "id": document.id("map"),
        "version": _VERSION,
    }
    whole = {
        "metadata": {"core": core, _OURS: {"title": argument_map.site.title, "article": argument_map.article.url}},
        "resources": [
            {"id": document.id("article"), "content": document.text, "type": "text", "metadata": {"core": {}}}
        ],
        "nodes": document.nodes,
        "edges": document.edges,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _metadata(id: str, ours: dict[str, str | None]) -> dict[str, dict[str, str]]:
    return {"core": {}, _OURS: {"id": id, **{name: value for name, value in ours.items() if value}}}


def _moment(date: str) -> str:
    """The first moment of a day, a month or a year."""
    return f"{f'{date}-01-01'[:10]}T00:00:00"
