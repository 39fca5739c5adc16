"""What the YAML parser says when it gives up, in words for somebody who does not know YAML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import yaml

from argmap.source.problems import Place, Problem

WELL_FORMED = "yaml-is-well-formed"


class _Plain(NamedTuple):
    """What the parser says (a pattern, for libyaml and PyYAML word it differently), and what a curator is told."""

    said: str
    message: str
    fix: str
    begin: bool = False  # the place is where the construct began: an open quotation mark is mended there


_QUOTE_IT = "put the whole text in double quotes"
_CLOSE_IT = "close it, and look for a comma or a quotation mark that is missing"
_UNKNOWN = _Plain(
    "",
    "this is not well-formed YAML",
    "compare indentation, colons and quotation marks with those of a record that works",
)
_AFTER_QUOTE = _Plain(
    "",
    "text goes on after the closing quotation mark",
    "put quotation marks around the whole text; inside single quotes write '' for an apostrophe",
)
_SYNTAX = (
    _Plain(
        "mapping values are not allowed",
        "': ' cannot stand here",
        f"if the colon belongs to a text, {_QUOTE_IT}; if it follows a key, indent the key like its neighbours",
    ),
    _Plain(
        "sequence entries are not allowed",
        "'- ' cannot stand here",
        f"if it belongs to a text, {_QUOTE_IT}; if it begins a list, move it to the next line",
    ),
    _Plain(
        "quoted.*(end of stream|document indicator)",
        "this quotation mark is never closed",
        "close it; inside double quotes write \\\" for a quotation mark, inside single quotes '' for an apostrophe",
        begin=True,
    ),
    _Plain(
        "quoted.*(escape|hex)",
        "this backslash begins no character that YAML knows",
        "write \\\\ for a backslash, or put the text in single quotes",
    ),
    _Plain("next token", "an unquoted text cannot begin with this sign", _QUOTE_IT),
    _Plain("an? (alias|anchor|tag|directive)", "an unquoted text cannot begin with this sign", _QUOTE_IT, begin=True),
    _Plain(
        "block scalar",
        "nothing but a line break can follow '>' or '|'",
        "begin the text on the next line",
        begin=True,
    ),
    _Plain("flow node", "a value is missing between brackets or commas", "write it, or take a comma or a bracket out"),
    _Plain("flow sequence", "this '[' is not closed as it should be", _CLOSE_IT, begin=True),
    _Plain("flow mapping", "this '{' is not closed as it should be", _CLOSE_IT, begin=True),
    _Plain(
        "block collection",
        "this line fits neither the list above it nor the record around it",
        "begin it with '- ' like the other entries, or indent it like the keys that it belongs to",
    ),
    _Plain(
        "block mapping|simple key",
        "this line does not fit the record around it",
        "write 'key: text' with a space after the colon; indent keys like their neighbours and further lines deeper",
    ),
    _Plain(
        "document|block node",
        "this does not fit what stands above it",
        "take out the lines '---' and '...' and those that begin with '%'",
    ),
)


def syntax_problem(file: Path, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The parser's complaint about a text, translated."""
    said = f"{error.context or ''} {error.problem or ''}"
    plain = next((row for row in _SYNTAX if re.search(row.said, said)), _UNKNOWN)
    mark = (plain.begin and error.context_mark) or error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    lines = text.split("\n")
    if place.line > len(lines):
        # At the end of a text without a last line break libyaml names the line after it, which no editor can show.
        place = Place(file, len(lines), len(lines[-1]) + 1)
    elif "block mapping" in said and lines[place.line - 1][: place.column - 1].rstrip().endswith(("'", '"')):
        plain = _AFTER_QUOTE
    return Problem(place, plain.message, WELL_FORMED, plain.fix)
