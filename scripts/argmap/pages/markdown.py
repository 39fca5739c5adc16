"""Templates that cannot be broken by what they show: text from `data/` reaches the page as the same text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from pathlib import Path
from traceback import extract_tb
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from argmap.naming.printed import printed_date, printed_locator, printed_number, printed_share
from argmap.naming.wording import Wording
from argmap.source.problems import Place

PACKAGE = Path(__file__).parents[1]
TEMPLATES = Path(__file__).parent / "templates"

# Letters, digits and punctuation that Markdown gives no meaning where it stands: a full stop behind a digit would
# begin a numbered list, a colon at the start of a line a definition, a hyphen there a bullet.
_SPECIAL = re.compile(r"[^\w ,;?'.:-]|_|(?<![^\W\d_])[.:]|(?<!\w)-|-(?!\w)")

_READY = re.compile(r'\{\{ say\("([\w.-]+)"\) \}\}')

_BRACKETS = {sign: f"&#{ord(sign)};" for sign in "[](){}"}

_JSON = json.JSONEncoder(ensure_ascii=False).encode


@lru_cache(maxsize=10_000)  # a claim is cited on many pages
def as_text(text: str) -> Markup:
    """Markdown that shows exactly `text`: whatever could be markup is written as a character reference."""
    return Markup(_SPECIAL.sub(_reference, text))


def as_meta(text: str) -> Markup:
    """A value for a page's front matter; the theme copies it into HTML as it stands, so it is escaped here."""
    return Markup(_JSON(html.escape(text)))


def as_code(text: str) -> Markup:
    """A block of code that shows exactly `text`; as HTML, since within HTML an indented block is read as markup."""
    escaped = html.escape(text)
    for sign, reference in _BRACKETS.items():  # a publisher that looks for links in the source would find some here
        escaped = escaped.replace(sign, reference)
    return Markup(f"<pre><code>{escaped}\n</code></pre>")


def as_data(value: object) -> Markup:
    """A value in a page's front matter that is read as data; JSON is YAML too."""
    return Markup(_JSON(value))


def as_address(url: str) -> Markup:
    """The target of a Markdown link to another site, with characters percent-encoded that Markdown would read."""
    return Markup(f"<{quote(url, safe=':/?#@!$&()+,;=%~-.')}>")


class _Generator(CodeGenerator):
    """Compiles templates in which `finalize` alone makes a value safe, so that it is not escaped once more for HTML."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


def site_of(address: str) -> str:
    """The site that an address leads to, as a link to it is named."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def sayer(wording: Wording) -> Callable[..., Markup]:
    """What templates call for a fixed text, which is Markdown; values in it are encoded like all that they print."""

    def say(key: str, /, **values: object) -> Markup:
        encoded = {name: _encoded(value) for name, value in values.items()}
        return Markup(wording.fill(key, values.get("n"), encoded))

    return say


def texts_for_scripts(wording: Wording) -> Callable[..., Markup]:
    """What templates call for the texts of a tool, which stand as JSON in an attribute of its element."""

    @cache  # the same few on every claim's page
    def texts(*sections: str) -> Markup:
        return as_text(json.dumps(wording.below(*sections), ensure_ascii=False, separators=(",", ":")))

    return texts


class _Loader(FileSystemLoader):
    """Puts texts that nothing is filled into in their places before a template is compiled; there they cost nothing."""

    def __init__(self, say: Callable[..., Markup]) -> None:
        super().__init__(TEMPLATES)
        self._say = say

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, is_fresh = super().get_source(environment, template)
        return _READY.sub(lambda call: self._say(call[1]), source), file, is_fresh


@cache
def templates(wording: Wording) -> Environment:
    """The templates; every value that they print passes `as_text` unless it is Markup already."""
    say = sayer(wording)
    environment = Environment(
        loader=_Loader(say),
        autoescape=True,  # makes what a macro returns Markup, so that it is not encoded twice
        finalize=_encoded,
        undefined=StrictUndefined,
        optimized=False,  # nothing is left to be computed beforehand, and looking for it takes long
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_bytecode_cache(),
    )
    environment.code_generator_class = _Generator
    environment.filters |= {"site": site_of, "meta": as_meta, "address": as_address, "code": as_code, "data": as_data}
    environment.filters |= {
        "date": partial(printed_date, wording=wording),
        "locator": partial(printed_locator, wording=wording),
        "number": partial(printed_number, wording=wording),
        "share": partial(printed_share, wording=wording),
    }
    # In front matter, where a text is no Markdown, it is asked for by `plain`.
    environment.globals |= {"say": say, "plain": wording.say, "texts": texts_for_scripts(wording)}
    return environment


def place_of(error: Exception) -> Place | None:
    """The line of a template, or else of the engine, in which something went wrong."""
    if isinstance(error, TemplateSyntaxError):
        return Place(Path(error.filename or TEMPLATES), error.lineno)
    lines = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    in_templates = [frame for frame in lines if Path(frame.filename).parent == TEMPLATES]
    found = (in_templates or lines)[-1:]
    return Place(Path(found[0].filename), found[0].lineno or 1) if found else None


def _encoded(value: object) -> Markup:
    return value if type(value) is Markup else as_text(str(value))


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Beside Python's own: compiling the templates takes longer than rendering a small map."""
    folder = TEMPLATES / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
