"""What no publisher adds to a built site."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.loading.load import load_map
from argmap.naming.urls import Hosting
from argmap.naming.wording import read_wording
from argmap.pictures.social import draw_picture
from argmap.publishing.composition import NOWHERE
from argmap.publishing.policy import with_policies
from argmap.rules.checks import problems_of
from argmap.source.problems import BadData

_PICTURE_NAMED = re.compile(r'\s*<meta property="og:image[^>]*>')


def finish_site(data: Path, site: Path, hosting: Hosting = NOWHERE) -> None:
    """Add to a built site what no publisher adds: each page's security policy, robots.txt, the picture for links.

    Nothing is written before everything is made, so that a site is finished as a whole or stays as it was built;
    `BadData` names every inline script that is not the theme's.
    """
    loaded = load_map(data)
    if loaded.argument_map is None:
        raise BadData(problems_of(loaded))
    argument_map = loaded.argument_map
    main = argument_map.claims[argument_map.site.main_conclusion]
    sitemap = f"Sitemap: {hosting.page('sitemap.xml')}\n" if hosting.site else ""
    picture = draw_picture(argument_map.site.title, read_wording().say("picture.lead"), main.says)
    pages = with_policies(site)
    if picture is None:  # its letters are in none of the fonts
        pages = {page: _PICTURE_NAMED.sub("", html) for page, html in pages.items()}
    made = {page: html.encode() for page, html in pages.items()}
    made[site / "robots.txt"] = f"User-agent: *\nDisallow:\n{sitemap}".encode()
    if picture:
        made[site / "social.png"] = picture
    for file, content in made.items():
        file.write_bytes(content)
