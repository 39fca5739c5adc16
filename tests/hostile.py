"""The tiny map with hostile strings in every text of every record, and what a page consists of beside its text."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, get_args

import yaml
from tests.mistaken import TINY

from argmap.loading.fields import Declared, fields_of
from argmap.loading.load import FILES, PARTS
from argmap.model.argument import Part
from argmap.model.records import Record

# Each fits the shortest field, in four words at most, so that every one of them can stand in every field.
STRINGS = (
    # tags, and what closes those that are open around a text
    "<script>owned=1</script>",
    "</script><script>owned=1</script>",
    "</details><script>owned=1</script>",
    "</pre></code><img src=x onerror=owned=1>",
    "</a><b onclick=owned=1>b</b>",
    "</title><svg onload=owned=1>",
    "</option></select><iframe src=//x.example>",
    "</p></div></li></ul><h1>h</h1>",
    "<style>*{display:none}</style>",
    "<base href=//x.example>",
    "<details markdown>",
    "<div markdown=1>",
    "<textarea>",
    # comments and other declarations
    "<!-- owned",
    "--> owned",
    "<![CDATA[ owned ]]>",
    "<?php owned ?>",
    "<!DOCTYPE x>",
    # entities
    "&lt;script&gt;owned=1&lt;/script&gt;",
    "&#60;b&#62; &#x3c;i&#x3e;",
    "&amp;amp; &copy &quot;",
    # Markdown
    "[x](https://x.example)",
    "[x]: https://x.example",
    "![x](x.png)",
    "<https://x.example>",
    "<owned@x.example>",
    "https://x.example/owned",
    "**b** __b__ *i* _i_",
    "`` ` ``",
    "```",
    "~~~",
    "# h",
    "> q",
    "- l",
    "1. l",
    "|a|b|",
    "| a |",
    ": d",
    "---",
    "===",
    "{: #owned onclick=owned }",
    "{ .owned style=color:red }",
    "}](#owned){: .owned }",
    "*[owned]: x",
    "[^1]: x",
    "\\<b> \\[x](y)",
    "two  spaces  ",
    # templates
    "{{ 7*7 }}",
    "{% raw %}",
    "{# owned #}",
    "${owned}",
    # what breaks out of an attribute
    '" onmouseover="owned=1',
    "' onmouseover='owned=1",
    '" autofocus onfocus=owned=1 x="',
    # addresses that are scripts
    "[x](javascript:owned=1)",
    "[x](JaVaScRiPt:owned=1)",
    "[x](java&#115;cript:owned=1)",
    "[x](data:text/html,<script>owned=1</script>)",
    "[x](vbscript:owned)",
    "[x][y] [y]: javascript:owned=1",
    # signs that turn the direction of what follows
    "\u200fowned\u200e",
    "\u05d0\u05d1 (owned) \u0645\u0631",
    # what looks like nothing, or like something else
    "\u200b\u00a0\u2060owned",
    "\uff1cscript\uff1eowned\uff1c/script\uff1e",
    "\U0001f600 \u0301\u0301\u0301",
)
# For the fields that hold two characters at most, and for addresses.
SIGNS = ("<b", "&#", "](", "{{", "``", "**", "<!", "\"'")
ADDRESSES = (
    "https://x.example/)](javascript:owned=1)",
    "https://x.example/'onmouseover='owned=1",
    "https://x.example/{{7*7}}{:.owned}",
    "https://x.example/?a=1&lt;b&copy=2&amp;c",
    "https://x.example/`a`*b*_c_~d~|e|\\f",
    "https://user@x.example:80/#:~:text=a,-b",
)

Skeleton: TypeAlias = Counter[tuple[str, ...]]
# Attributes that carry a text; all others are the templates' own.
SPOKEN = {"content", "title", "aria-label", "alt", "placeholder"}
ELSEWHERE = re.compile(r"^(https://web\.archive\.org/web/\d+/)?https://(user@)?x\.example.*")


def write_map(folder: Path, first: int | None = None, *, longest: int = 1) -> Path:
    """Write the tiny map's data with other texts; `first` is the string that the first text gets, the next the next.

    Without it every text is a plain word. A text of any length gets `longest` strings.
    """
    turn = count(first or 0)

    def text(field: FreeText) -> str:
        if first is None:
            return field.plain
        return " ".join(
            field.choices[next(turn) % len(field.choices)] for _ in range(longest if field.any_length else 1)
        )

    def changed(raw: dict[str, Any], model: type[Record]) -> dict[str, Any]:
        fields = {field.alias: field for field in fields_of(model)}
        return {key: value_of(raw[key], model, fields[key]) for key in raw}

    def value_of(raw: Any, model: type[Record], field: Declared) -> Any:
        if field.record:
            inner = field.record
            return [changed(entry, inner) for entry in raw] if field.is_list else changed(raw, inner)
        free = free_text(model, field.name)
        if free is None:
            return raw
        return [text(free) for _ in raw] if field.is_list else text(free)

    files = {**FILES, **{f"{PARTS}/{file.name}": Part for file in sorted((TINY / "data" / PARTS).iterdir())}}
    for name, model in files.items():
        raw = yaml.load((TINY / "data" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML too, and needs no care about quotation marks.
        (folder / name).write_text(json.dumps(changed(raw, model), ensure_ascii=False), encoding="utf-8")
    return folder


class FreeText(NamedTuple):
    """What may stand in a field whose text is the curator's to choose."""

    plain: str
    choices: Sequence[str]
    any_length: bool


def free_text(model: type[Record], name: str) -> FreeText | None:
    """None for ids, dates, words of the format and all else that has a form of its own."""
    field = model.model_fields[name]
    parts = [part for whole in (field.annotation, *field.metadata) for part in _parts(whole)]
    pattern = next((part.pattern for part in parts if getattr(part, "pattern", None)), "")
    longest = min((limit for part in parts if isinstance(limit := getattr(part, "max_length", None), int)), default=0)
    if pattern.startswith("^http"):
        return FreeText("https://x.example/", ADDRESSES, any_length=False)
    if pattern or str not in parts:
        return None
    if longest == 2:
        return FreeText("x", SIGNS, any_length=False)
    return FreeText("plain", STRINGS, any_length=not longest)


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


class _Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Skeleton = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, *sorted(_shown(name, value or "") for name, value in attrs)] += 1


def skeleton(html: str) -> Skeleton:
    """Every element with its attributes, and how often it occurs; what a text may say is left out."""
    return _Elements(html).found


# Where a picture shows something, which may hang on how long its name is.
PLACES = ("x", "y", "d", "cx", "cy", "viewbox")


def _shown(name: str, value: str) -> str:
    if name in SPOKEN:
        return name
    if name in PLACES:
        return name
    # Addresses of other sites come from the data, and so do the words by which a sentence is found there.
    return f"{name}={ELSEWHERE.sub('elsewhere', value)}"
