"""The page for addresses that lead nowhere, as a template of the theme: only a publisher knows where its links lead."""

from __future__ import annotations

import json
from html import escape

from argmap.naming.urls import CLAIMS, MAP, address_of
from argmap.naming.wording import Wording

TEMPLATE = ".theme/404.html"
"""Where it is written, below `docs/`."""


def not_found_template(wording: Wording) -> str:
    """What the page says, and the element in which a script lists the addresses that are spelt most alike."""
    say = wording.say
    ways = (
        say("not-found.search"),
        say("not-found.map", address=_leads_to(MAP)),
        say("not-found.claims", address=_leads_to(CLAIMS)),
    )
    listed = "".join(f"<li>{way}</li>\n" for way in ways)
    texts = escape(json.dumps(wording.below("not-found.near"), ensure_ascii=False))
    return (
        '{% extends "main.html" %}\n\n{% block content %}\n'
        f"<h1>{say('not-found.title')}</h1>\n<p>{say('not-found.about')}</p>\n<ul>\n{listed}</ul>\n"
        f'<div class="nearest" role="status" data-wording="{texts}"></div>\n'
        "{% endblock %}\n"
    )


def _leads_to(page: str) -> str:
    return f"{{{{ '{address_of(page)}' | url }}}}"
