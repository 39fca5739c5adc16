"""Templates that cannot be broken by what they show: text from `data/` reaches the page as the same text."""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from argmap.naming.printed import printed_date, printed_locator

TEMPLATES = Path(__file__).parent / "templates"

# Letters, digits and punctuation that Markdown gives no meaning where it stands: a full stop behind a digit would
# begin a numbered list, a colon at the start of a line a definition, a hyphen there a bullet.
_SPECIAL = re.compile(r"[^\w ,;?'.:-]|_|(?<![^\W\d_])[.:]|(?<!\w)-|-(?!\w)")

_MARKUP_IN_CODE = re.compile(r"[^\w\s,.:;=@/%-]")


@lru_cache(maxsize=10_000)  # a claim is cited on many pages
def as_text(text: str) -> Markup:
    """Markdown that shows exactly `text`: whatever could be markup is written as a character reference."""
    return Markup(_SPECIAL.sub(_reference, text))


def as_meta(text: str) -> Markup:
    """A value for a page's front matter; the theme copies it into HTML as it stands, so it is escaped here."""
    return Markup(json.dumps(html.escape(text), ensure_ascii=False))


def as_code(text: str) -> Markup:
    """A block of code that shows exactly `text`; as HTML, since within HTML an indented block is read as markup."""
    # Brackets too: a publisher that looks for links in the source would find some here.
    return Markup(f"<pre><code>{_MARKUP_IN_CODE.sub(_reference, text)}\n</code></pre>")


def as_data(value: object) -> Markup:
    """A value in a page's front matter that is read as data; JSON is YAML too."""
    return Markup(json.dumps(value, ensure_ascii=False))


def as_address(url: str) -> Markup:
    """The target of a Markdown link to another site, with characters percent-encoded that Markdown would read."""
    return Markup(f"<{quote(url, safe=':/?#@!$&()+,;=%~-.')}>")


def templates() -> Environment:
    """The templates, read anew so that an edit shows; every value they print passes `as_text` unless it is Markup."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,  # makes what a macro returns Markup, so that it is not encoded twice
        finalize=lambda value: value if hasattr(value, "__html__") else as_text(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"meta": as_meta, "address": as_address, "code": as_code, "data": as_data}
    environment.filters |= {"date": printed_date, "locator": printed_locator}
    return environment


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
