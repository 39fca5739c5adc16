"""Reads what other programs write: AIF (as AIFdb has it), xAIF, SADFace, microtexts, and Argdown by its own parser."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from argmap.drafting.foreign import Conflict, Foreign, Support
from argmap.source.problems import BadData, Place, Problem

RULE = "imports-can-be-read"
ARGDOWN = Path(__file__).parents[3] / ".venv" / "argdown"
"""Where `make` installs Argdown's parser, which is written for Node."""

_READER = Path(__file__).with_name("argdown.mjs")
# What AIF has beside claims, inferences and conflicts.
_OTHERS = {
    "L": "who says what when (locutions)",
    "YA": "what saying it does (illocutions)",
    "TA": "how a dialogue goes on (transitions)",
    "PA": "preferences",
}


def read_foreign(file: Path) -> Foreign:
    """The argument in a file, told by what is in it; raises `BadData` with the place where it cannot be read."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong(file, f"this is not text in UTF-8: byte {error.start + 1} is none", "save it as UTF-8") from None
    except OSError as error:
        raise _wrong(file, f"this cannot be read: {error.strerror}", "name a file that is there") from None
    if not text.strip():
        raise _wrong(file, "this file is empty", "name a file that holds an argument")
    if file.suffix in (".argdown", ".ad", ".md"):
        return _argdown(text, file)
    return _microtext(text, file) if text.lstrip().startswith("<") else _json(text, file)


def _wrong(file: Path, message: str, fix: str, line: int = 1, column: int = 1) -> BadData:
    return BadData([Problem(Place(file, line, column), message, RULE, fix)])


# --- JSON


def _json(text: str, file: Path) -> Foreign:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"this is neither JSON nor XML: {error.msg}"
        raise _wrong(file, what, "export the file once more", error.lineno, error.colno) from None
    except RecursionError:
        raise _wrong(file, "this JSON is nested too deeply", "export the file once more") from None
    if isinstance(whole, dict) and isinstance(whole.get("AIF"), dict):
        whole = whole["AIF"]
    nodes = whole.get("nodes") if isinstance(whole, dict) else None
    if not isinstance(nodes, list) or not isinstance(whole.get("edges"), list):
        fix = "AIF, xAIF and SADFace have the lists 'nodes' and 'edges'"
        raise _wrong(file, "this JSON holds no argument in a form that is known", fix)
    reader = _sadface if any(isinstance(node, dict) and "id" in node for node in nodes) else _aif
    problems: list[Problem] = []
    foreign = reader(whole, lambda message: problems.append(Problem(Place(file), message, RULE, "export it once more")))
    if problems:
        raise BadData(problems)
    if not foreign.statements:
        raise _wrong(file, "no statement stands in this file", "export an argument that has some")
    return foreign


Complain = Callable[[str], None]


def _aif(whole: dict[str, Any], complain: Complain) -> Foreign:
    nodes = dict(_entries(whole["nodes"], "nodes", ("nodeID", "text", "type"), complain))
    edges = [
        (str(edge["fromID"]), str(edge["toID"]))
        for _, edge in _entries(whole["edges"], "edges", ("fromID", "toID"), complain)
    ]
    types = {key: str(node["type"]) for key, node in nodes.items()}
    return _of_nodes({key: (types[key], str(node["text"])) for key, node in nodes.items()}, edges)


def _sadface(whole: dict[str, Any], complain: Complain) -> Foreign:
    nodes = {}
    for key, node in _entries(whole["nodes"], "nodes", ("id", "type"), complain):
        if node["type"] == "atom":
            nodes[key] = ("I", str(node.get("text", "")))
        else:
            name = str(node.get("name", ""))
            nodes[key] = ("CA" if name.casefold() in ("attack", "conflict") else "RA", name)
    edges = [
        (str(edge["source_id"]), str(edge["target_id"]))
        for _, edge in _entries(whole["edges"], "edges", ("source_id", "target_id"), complain)
    ]
    return _of_nodes(nodes, edges)


def _entries(
    entries: list[Any], name: str, keys: tuple[str, ...], complain: Complain
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each entry of a list by its first key; those that lack one of the keys are complained of."""
    for number, entry in enumerate(entries):
        missing = [key for key in keys if not isinstance(entry, dict) or key not in entry]
        if missing:
            complain(f"entry {number + 1} of '{name}' has no {' and no '.join(map(repr, missing))}")
        else:
            yield str(entry[keys[0]]), entry


def _of_nodes(nodes: dict[str, tuple[str, str]], edges: list[tuple[str, str]]) -> Foreign:
    """AIF's graph as ours: its edges run over an inference to the conclusion, over a conflict to what is attacked."""
    foreign = Foreign()
    foreign.statements = {key: text for key, (kind, text) in nodes.items() if kind == "I" and text.strip()}
    into: dict[str, list[str]] = {}
    out_of: dict[str, list[str]] = {}
    for source, target in edges:
        into.setdefault(target, []).append(source)
        out_of.setdefault(source, []).append(target)
        if nodes.get(source, ("",))[0] == nodes.get(target, ("",))[0] == "I":
            foreign.left_out.append(f"An edge without an inference was left out ({source} to {target}).")
    for key, (kind, text) in nodes.items():
        sources = [source for source in into.get(key, []) if source in foreign.statements]
        targets = [target for target in out_of.get(key, []) if nodes.get(target, ("",))[0] in ("I", "RA", "CA")]
        if kind == "RA":
            scheme = "" if text.startswith("Default") else text
            for number, target in enumerate(targets or [""]):
                if target not in foreign.statements:
                    what = "A support of a step or of a conflict" if target else "A step that leads nowhere"
                    foreign.left_out.append(f"{what} was left out ({key}).")
                elif not sources:
                    foreign.left_out.append(f"A step without a premise was left out ({key}).")
                else:
                    foreign.supports[key if not number else f"{key}/{number}"] = Support(sources, target, scheme)
        elif kind == "CA":
            for number, target in enumerate(targets if sources else ()):
                foreign.conflicts[key if not number else f"{key}/{number}"] = Conflict(sources, target)
            if not targets or not sources:
                foreign.left_out.append(f"A conflict with one side only was left out ({key}).")
        elif kind == "MA":
            same = " and ".join(
                f"“{foreign.statements[one]}”" for one in (*sources, *targets) if one in foreign.statements
            )
            foreign.left_out.append(f"A rephrase was left out: make one claim of {same}, or keep both.")
    for kind, what in _OTHERS.items():
        if number := sum(1 for other, _ in nodes.values() if other == kind):
            foreign.left_out.append(f"The data format has no place for {what}: {number} left out.")
    return foreign


# --- microtexts


def _microtext(text: str, file: Path) -> Foreign:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise _wrong(
            file, f"this XML is broken: {error.msg.split(':')[0]}", "export it once more", line, column + 1
        ) from None
    if root.tag != "arggraph":
        raise _wrong(file, f"this XML is no microtext: it begins with <{root.tag}>", "microtexts begin with <arggraph>")
    foreign = Foreign()
    units = {unit.get("id", ""): " ".join("".join(unit.itertext()).split()) for unit in root.iter("edu")}
    units |= {joint.get("id", ""): "" for joint in root.iter("joint")}
    edges = {edge.get("id", ""): edge for edge in root.iter("edge")}
    for adu in root.iter("adu"):
        key = adu.get("id", "")
        words = [
            units.get(edge.get("src", ""), "")
            for edge in edges.values()
            if edge.get("type") == "seg" and edge.get("trg") == key
        ]
        foreign.statements[key] = " ".join(filter(None, words))
    for key, edge in edges.items():
        kind, source, target = edge.get("type"), edge.get("src", ""), edge.get("trg", "")
        if kind in ("sup", "exa"):
            foreign.supports[key] = Support([source], target, "example" if kind == "exa" else "")
        elif kind in ("reb", "und"):
            foreign.conflicts[key] = Conflict([source], target)
        elif kind not in ("add", "seg"):
            foreign.left_out.append(f"An edge of an unknown kind was left out ({key}: {kind}).")
    for key, edge in edges.items():
        if edge.get("type") == "add":
            source, target = edge.get("src", ""), edge.get("trg", "")
            if target in foreign.supports:
                foreign.supports[target].premises.append(source)
            elif target in foreign.conflicts:
                foreign.conflicts[target].sources.append(source)
            else:
                foreign.left_out.append(f"What works together with an edge that is not there was left out ({key}).")
    foreign.statements = {key: words for key, words in foreign.statements.items() if words}
    if not foreign.statements:
        raise _wrong(file, "no statement stands in this file", "export a microtext that has some")
    return foreign


# --- Argdown


def _argdown(text: str, file: Path) -> Foreign:
    node = shutil.which("node")
    if not node or not ARGDOWN.exists():
        what = "Node is not installed" if not node else "Argdown's parser is not installed"
        fix = "install Node and npm (https://nodejs.org), then run `make argdown`" if not node else "run `make argdown`"
        raise _wrong(file, f"Argdown is read by its own parser, and {what}", fix)
    ran = subprocess.run([node, _READER, ARGDOWN], input=text, capture_output=True, text=True, encoding="utf-8")
    if ran.returncode:
        raise _wrong(file, "Argdown's parser gave up", "try the file in Argdown's own editor")
    parsed = json.loads(ran.stdout)
    if parsed["errors"]:
        fix = "mend the line, or try the file in Argdown's own editor"
        raise BadData(
            Problem(Place(file, one["line"] or 1, one["column"] or 1), one["message"], RULE, fix)
            for one in parsed["errors"]
        )
    foreign = Foreign(statements=parsed["statements"], left_out=parsed["leftOut"])
    foreign.supports = {key: Support(**support) for key, support in parsed["supports"].items()}
    foreign.conflicts = {key: Conflict(**conflict) for key, conflict in parsed["conflicts"].items()}
    if not foreign.statements:
        raise _wrong(file, "no statement stands in this file", "write some, such as [Claim]: text.")
    return foreign
