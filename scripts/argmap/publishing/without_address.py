"""What lets a site work that does not know its own address: a list of its pages, a page for missing ones that looks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from markupsafe import escape

# What a page for missing addresses runs, of which it is not known how deep below the site's root it will be shown.
FIND_ROOT = Path(__file__).with_name("find_root.js").read_text(encoding="utf-8")
NOT_SET = (
    "SITE_URL is not set: the site works wherever it is put, but citations, search engines and whoever shows a link to "
    "it get no address (SITE_URL=https://example.org/map/ make site)"
)

_ABSOLUTE_SCRIPT = re.compile(r'(<script\b[^>]*?) src="(?=/)')


def list_of_pages(addresses: Iterable[str]) -> str:
    """Every page's address, seen from the site's root, in the form of a site map, which the theme reads."""
    entries = "\n".join(f"<url><loc>{escape(address)}</loc></url>" for address in sorted(addresses))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset>\n{entries}\n</urlset>\n'


def that_finds_its_root(html: str) -> str:
    """A page that begins its addresses with `/`, as one that works below any folder; its scripts wait for that."""
    waiting = _ABSOLUTE_SCRIPT.sub(r'\1 data-src="', html)
    return waiting.replace("</body>", f"<script>{FIND_ROOT}</script></body>", 1)
