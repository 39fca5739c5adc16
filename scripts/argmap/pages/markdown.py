"""Pages that cannot be broken by what they show: text from `data/` reaches the page as the same text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from argmap.naming.wording import Wording

# Letters, digits and punctuation that Markdown gives no meaning where it stands: a full stop behind a digit would
# begin a numbered list, a colon at the start of a line a definition, a hyphen there a bullet.
_SPECIAL = re.compile(r"[^\w ,;?'.:-]|_|(?<![^\W\d_])[.:]|(?<!\w)-|-(?!\w)")

_BRACKETS = {sign: f"&#{ord(sign)};" for sign in "[](){}"}

_JSON = json.JSONEncoder(ensure_ascii=False).encode


@lru_cache(maxsize=10_000)  # a claim is cited on many pages
def as_text(text: str) -> Markup:
    """Markdown that shows exactly `text`: whatever could be markup is written as a character reference."""
    return Markup(_SPECIAL.sub(_reference, text))


def as_meta(text: str) -> Markup:
    """A value for a page's front matter; the theme copies it into HTML as it stands, so it is escaped here.

    An apostrophe needs no escape there, and the theme's search would show a piece of it.
    """
    return Markup(_JSON(html.escape(text, quote=False).replace('"', "&quot;")))


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


def as_printed(value: object) -> Markup:
    """A value as templates print it: through `as_text`, unless it is Markup already."""
    return value if type(value) is Markup else as_text(str(value))


def sayer(wording: Wording) -> Callable[..., Markup]:
    """What templates call for a fixed text, which is Markdown; values in it are encoded like all that they print."""

    def say(key: str, /, **values: object) -> Markup:
        encoded = {name: as_printed(value) for name, value in values.items()}
        return Markup(wording.fill(key, values.get("n"), encoded))

    return say


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
