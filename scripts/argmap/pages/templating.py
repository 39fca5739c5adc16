"""The templates, compiled to ask a page's own objects for what they show."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from argmap.naming import urls
from argmap.naming.printed import printed_date, printed_locator, printed_number, printed_share, printed_within
from argmap.naming.wording import Wording
from argmap.pages.case_picture import case_list
from argmap.pages.markdown import as_address, as_code, as_data, as_meta, as_printed, as_text, sayer
from argmap.pages.nested_list import nested_list
from argmap.source.problems import Place

PACKAGE = Path(__file__).parents[1]
TEMPLATES = Path(__file__).parent / "templates"

# The names under which templates ask for what they show.
ASKED = ("ask", "say", "plain", "texts", "labels", "views", "urls", "nested_list", "case_list")
_READY = re.compile(r'\{\{ say\("([\w.-]+)"\) \}\}')


class _Generator(CodeGenerator):
    """Compiles templates without two detours that would take a third of the time of a large map.

    `finalize` alone makes a value safe, so it is not escaped once more for HTML; and what a page asks its own objects
    is called as it stands, since none of them wants to know Jinja's context.
    """

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        asked = node.node
        while isinstance(asked, nodes.Getattr):
            asked = asked.node
        is_own = isinstance(asked, nodes.Name) and asked.name in ASKED
        if not is_own or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


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
        finalize=as_printed,
        undefined=StrictUndefined,
        optimized=False,  # nothing is left to be computed beforehand, and looking for it takes long
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_bytecode_cache(),
    )
    environment.code_generator_class = _Generator
    environment.filters |= {
        "site": urls.site_of,
        "meta": as_meta,
        "address": as_address,
        "code": as_code,
        "data": as_data,
    }
    environment.filters |= {
        "date": partial(printed_date, wording=wording),
        "locator": partial(printed_locator, wording=wording),
        "within": partial(printed_within, wording=wording),
        "number": partial(printed_number, wording=wording),
        "share": partial(printed_share, wording=wording),
    }
    # In front matter, where a text is no Markdown, it is asked for by `plain`.
    environment.globals |= {"say": say, "plain": wording.say, "texts": texts_for_scripts(wording)}
    environment.globals |= {"urls": urls, "nested_list": nested_list, "case_list": case_list}
    return environment


def place_of(error: Exception) -> Place | None:
    """The line of a template, or else of the engine, in which something went wrong."""
    if isinstance(error, TemplateSyntaxError):
        return Place(Path(error.filename or TEMPLATES), error.lineno)
    lines = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    in_templates = [frame for frame in lines if Path(frame.filename).parent == TEMPLATES]
    found = (in_templates or lines)[-1:]
    return Place(Path(found[0].filename), found[0].lineno or 1) if found else None


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Beside Python's own: compiling the templates takes longer than rendering a small map."""
    folder = TEMPLATES / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    # What is compiled depends on this file and on Jinja as well as on the template.
    makers = sha256(Path(__file__).read_bytes() + jinja2.__version__.encode()).hexdigest()[:12]
    for file in folder.glob("*.cache"):
        if not file.name.startswith(makers):
            file.unlink(missing_ok=True)
    return FileSystemBytecodeCache(str(folder), f"{makers}-%s.cache")
