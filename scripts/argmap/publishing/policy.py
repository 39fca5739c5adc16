"""A content security policy for each built page, which allows the theme's own inline scripts and no others but one.

A hash of whatever script stands in a page would also approve one that does not belong there. So the theme's files are
asked what it brings, and a page with any other inline script is not published, but for the one by which a page for
missing addresses finds the site.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from argmap.publishing.without_address import FIND_ROOT
from argmap.source.problems import BadData, Place, Problem

# Where Material keeps each of its inline scripts, in a file of its own.
_THEME_SCRIPTS = "templates/partials/javascripts"
# As a browser finds them: in any case, up to the first end tag, wherever they stand. What only looks like a script, in
# a comment for instance, is refused as well: better a page too few than a script too many.
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\b", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(r"""(?<![\w-])(?:src\s*=|type\s*=\s*["']?application/(?:ld\+)?json\b)""", re.IGNORECASE)
# What the theme fills into a script of its own is the way up to the site's root, which varies with a page's depth.
_FILLED_IN, _WAY_UP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL), r"[\w./~%-]*"
# A policy binds only what comes after it, so it stands before everything that is fetched or run.
_BEFORE_ALL = '<meta charset="utf-8">'
_POLICY = '<meta http-equiv="Content-Security-Policy" content="'


def with_policies(pages: Mapping[Path, str]) -> dict[Path, str]:
    """Those pages of a site that lack their policy, with it; raises `BadData` with every foreign script.

    A page without the theme's head, such as a file by which a search engine knows the site's owner, stays as it is.
    """
    foreign = [problem for page, html in pages.items() for problem in _foreign_scripts(page, html)]
    if foreign:
        raise BadData(foreign)
    return {page: with_policy(html) for page, html in pages.items() if _BEFORE_ALL in html and _POLICY not in html}


def with_policy(html: str) -> str:
    """The page with its policy right after the declaration of its encoding."""
    return html.replace(_BEFORE_ALL, f'{_BEFORE_ALL}{_POLICY}{policy_of(html)}">', 1)


def policy_of(html: str) -> str:
    """Everything from the site itself, the theme's scripts by fingerprint, no inline style, pictures also as data."""
    prints = sorted({_fingerprint(script) for _, script in _inline_scripts(html) if _is_known(script)})
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *prints]),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def _foreign_scripts(page: Path, html: str) -> Iterable[Problem]:
    for start, script in _inline_scripts(html):
        if not _is_known(script):
            line = html.count("\n", 0, start) + 1
            place = Place(page, line, start - (html.rfind("\n", 0, start) + 1) + 1)
            fix = "take it out of the page, or out of the template that brings it; scripts belong into docs/assets/"
            yield Problem(place, "this script is not one of the theme's", "only-the-theme-runs-inline-scripts", fix)


def _inline_scripts(html: str) -> Iterable[tuple[int, str]]:
    """Where each script begins that stands in the page itself and that a browser would run, and its text."""
    found = _SCRIPT.finditer(html)
    return ((script.start(), script[2]) for script in found if script[2] and not _NOT_RUN.search(script[1]))


@cache  # the same few scripts stand in every page
def _is_known(script: str) -> bool:
    return script == FIND_ROOT or any(pattern.fullmatch(script) for pattern in _patterns())


@cache
def _patterns() -> list[re.Pattern[str]]:
    sources = [file.read_text(encoding="utf-8") for file in files("material").joinpath(_THEME_SCRIPTS).iterdir()]
    scripts = [script for source in sources for _, script in _inline_scripts(source)]
    return [re.compile(_WAY_UP.join(map(re.escape, _FILLED_IN.split(script)))) for script in scripts]


def _fingerprint(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
