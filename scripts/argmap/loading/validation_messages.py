"""What pydantic says of a record that does not fit its model, in a curator's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic_core import ErrorDetails

from argmap.loading.fields import fields_of
from argmap.model.records import Date, Id, Language, Locator, ParagraphId, Record, Sha256, Url
from argmap.source.problems import Place, Problem, did_you_mean, nearest
from argmap.source.reader import Document, PathInFile

RULES = {
    "keys-are-known": "A record has no keys but those of the data format.",
    "keys-are-complete": "A record has every key that the data format asks for.",
    "values-are-of-the-right-kind": "A list, a text, a number or a record stands where the data format asks for one.",
    "values-have-the-right-form": "Ids, dates and addresses are well formed; no text or list is too long or too short.",
}

_KIND_RULE, _FORM_RULE = "values-are-of-the-right-kind", "values-have-the-right-form"
_AS_A_LIST = "put [ ] around it, or begin each entry with '- ' on a line of its own"
_AS_A_TEXT = "write one text; if it holds ': ' or begins with a bracket, put it in double quotes"
_KINDS = {
    "tuple_type": ("a list", _AS_A_LIST),
    "string_type": ("a text", _AS_A_TEXT),
    "model_type": ("a record, which has keys,", "write 'key: text' with a space after the colon"),
    "bool_type": ("true or false", "write true, or leave the key out"),
    "bool_parsing": ("true or false", "write true, or leave the key out"),
    "int_type": ("a whole number", "write it in digits"),
    "int_parsing": ("a whole number", "write it in digits"),
}


def _pattern(annotated: Any) -> str:
    return next(str(part.pattern) for part in get_args(annotated) if getattr(part, "pattern", None))


_FORMS = {
    _pattern(Id): (
        "an id",
        "use words of the letters a to z and digits alone, a letter first, joined by hyphens, such as rain-makes-wet; "
        "of a word in vocabulary.yaml it is the id that is wanted, not the label",
    ),
    _pattern(Locator): ("a sentence", "write paragraph and sentence, such as p12.s3"),
    _pattern(ParagraphId): ("a paragraph", "write p and its number, such as p12"),
    _pattern(Sha256): ("a SHA-256", "write its 64 digits and letters a to f"),
    _pattern(Url): ("a web address", "begin it with https://, without spaces"),
    _pattern(Language): ("the code of a language", "write one such as de, fa or pt-BR"),
    _pattern(Date): ("a date", "write the year, the month and the day, such as 2025-03-01"),
}


def named(kind: type[Record], identity: object = None, around: str = "") -> str:
    """How a message names a record: `claim 'wet'`, or `an answer of argument 'rain'` where it has no id."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
    if isinstance(identity, str):
        return f"{words} {identity!r}"
    return f"{with_article(words)} of {around}" if around else with_article(words)


def with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiouAEIOU" else f"a {noun}"


def problems_of_record(
    errors: Iterable[ErrorDetails], model: type[Record], label: str, document: Document, path: PathInFile
) -> Iterator[Problem]:
    """The problems of one record, which stands at `path`; `label` names it."""
    found = list(errors)
    absent: set[tuple[object, ...]] = {error["loc"] for error in found if error["type"] == "missing"}
    unknown = [error["loc"] for error in found if error["type"] == "extra_forbidden"]
    descriptions = {field.alias: field.description for field in fields_of(model)}
    for loc in unknown:
        meant = nearest(str(loc[0]), descriptions)
        # A slip in a needed key is one mistake, not an unknown key and a missing one.
        absent.discard((meant,))
        fix = f"did you mean {meant!r}?" if meant else f"the keys here are {', '.join(descriptions)}"
        yield Problem(document.keys[(*path, *loc)], f"{label} has an unknown key {loc[0]!r}", "keys-are-known", fix)
    for key in (key for key in descriptions if (key,) in absent):
        fix = f"add '{key}: ...': {descriptions[key]}"
        yield Problem(document.places[path], f"{label} has no {key!r}", "keys-are-complete", fix)
    for error in found:
        if error["type"] not in ("missing", "extra_forbidden") and not _has_enough_entries(error):
            message, rule, fix = _described(error)
            yield Problem(_nearest(document, (*path, *error["loc"])), f"{label}: {message}", rule, fix)


def not_a_record(value: object, label: str, place: Place) -> Problem:
    """That a text or a list stands where a record is needed."""
    needed, fix = _KINDS["model_type"]
    return Problem(place, f"{label}: {needed} is needed here, not {_shown(value)}", _KIND_RULE, fix)


def _nearest(document: Document, path: PathInFile) -> Place:
    while path not in document.places:
        path = path[:-1]
    return document.places[path]


def _has_enough_entries(error: ErrorDetails) -> bool:
    # Pydantic counts only the entries that are sound.
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _described(error: ErrorDetails) -> tuple[str, str, str]:
    kind, value, limits = error["type"], error["input"], error.get("ctx", {})
    key = f"{str(error['loc'][0])!r}" if error["loc"] else "this"
    if kind in _KINDS:
        needed, fix = _KINDS[kind]
        return f"{needed} is needed for {key}, not {_shown(value)}", _KIND_RULE, fix
    if kind == "string_pattern_mismatch" and limits["pattern"] in _FORMS:
        needed, fix = _FORMS[limits["pattern"]]
        return f"{_shown(value)} in {key} is not {needed}", _FORM_RULE, fix
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", limits["expected"])
        fix = did_you_mean(str(value), words) or f"write one of {', '.join(words)}"
        return f"{_shown(value)} in {key} is none of its words", _FORM_RULE, fix
    if kind in ("too_long", "string_too_long"):
        unit = "characters" if isinstance(value, str) else "entries"
        return f"{key} has {len(value)} {unit}; at most {limits['max_length']} are allowed", _FORM_RULE, "shorten it"
    if kind in ("too_short", "string_too_short"):
        if isinstance(value, str):
            return f"{key} is an empty text", _FORM_RULE, "write the text"
        least = limits["min_length"]
        return f"{key} has too few entries: {len(value)}", _FORM_RULE, f"give at least {least}"
    return f"{_shown(value)} does not fit {key}: {error['msg']}", _FORM_RULE, ""


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "keys and values"
    text = str(value)
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
