"""What no publisher adds to a built site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from errno import EEXIST, ENOTEMPTY
from pathlib import Path

from argmap.naming.urls import PAGES, Hosting
from argmap.naming.wording import read_wording
from argmap.pictures.social import draw_picture
from argmap.publishing.composition import NOWHERE, read_map
from argmap.publishing.files import STAGING, clear, put_in_place, told
from argmap.publishing.one_sheet import with_one_sheet
from argmap.publishing.policy import with_policies
from argmap.publishing.without_address import list_of_pages, that_finds_its_root
from argmap.rules.checks import problems_of
from argmap.source.problems import BadData, Place, Problem

NOT_FOUND = "404.html"
EXAMPLES = "examples"
"""The folder of maps that are sites of their own within this one, each finished by itself."""
SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")

_LINK_TO_ITSELF = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>')
_TEXT_THAT_RUNS_ON = 'class="running"'
_PICTURE_NAMED = re.compile(r'\s*<meta property="og:image[^>]*>')


def finish_site(data: Path, site: Path, hosting: Hosting = NOWHERE) -> None:
    """Add to a built site what no publisher adds: one style sheet, policies, robots.txt, the picture for links.

    Without an address of its own a site also gets a page for missing addresses that works below any folder, and no
    site map, which would be empty. Nothing is written before everything is made, so that a site is finished as a whole
    or stays as it was built; `BadData` names every inline script that is not known.
    """
    loaded = read_map(data)
    if loaded.argument_map is None:
        raise BadData(problems_of(loaded))
    argument_map = loaded.argument_map
    main = argument_map.claims[argument_map.site.main_conclusion]
    with told("read", site, "build the site first: make site"):
        pages = {
            page: page.read_bytes().decode(errors="replace")
            for page in sorted(site.rglob("*.html"))
            if page.relative_to(site).parts[0] != EXAMPLES
        }
    if not pages:
        raise BadData([Problem(Place(site), "no page is here", "files-can-be-used", "build the site first: make site")])
    # Headings within a running text show no link to themselves, and what leads along it links to each.
    pages = {
        page: _LINK_TO_ITSELF.sub("", html) if _TEXT_THAT_RUNS_ON in html else html for page, html in pages.items()
    }
    pages, made = with_one_sheet(pages, site)
    not_found = site / NOT_FOUND
    if not hosting.site and not_found in pages:
        pages[not_found] = that_finds_its_root(pages[not_found])
    sitemap = f"Sitemap: {hosting.page('sitemap.xml')}\n" if hosting.site else ""
    picture = draw_picture(argument_map.site.title, read_wording(argument_map.language).say("picture.lead"), main.says)
    if picture is None:  # its letters are in none of the fonts
        pages = {page: _PICTURE_NAMED.sub("", html) for page, html in pages.items()}
    made |= {page.relative_to(site).as_posix(): html.encode() for page, html in with_policies(pages).items()}
    made[PAGES] = list_of_pages(_addresses(site, pages)).encode()
    made["robots.txt"] = f"User-agent: *\nDisallow:\n{sitemap}".encode()
    if picture:
        made["social.png"] = picture
    put_in_place(site, made)
    with told("removed", site, "mend that and run this again"):
        clear(site / STAGING)
        for name in SITEMAPS if not hosting.site else ():
            (site / name).unlink(missing_ok=True)


def take_the_place_of(last: Path, site: Path) -> None:
    """Put a finished site where the last one is; of two that do so at once one comes after the other."""
    aside = site.with_name(f"{site.name}-last")
    with told("written", last, "make it a place where you may write; the last site is there, or beside it"):
        while True:
            with suppress(FileNotFoundError):
                last.replace(aside)
            try:
                site.replace(last)
            except OSError as error:
                # Another run was faster, between the two lines above.
                if error.errno not in (ENOTEMPTY, EEXIST):
                    with suppress(OSError):  # what is told is why the new site could not come
                        aside.replace(last)
                    raise
                clear(aside)
            else:
                break
        clear(aside)


def _addresses(site: Path, pages: Iterable[Path]) -> Iterable[str]:
    names = (page.relative_to(site).as_posix() for page in pages if page.name == "index.html")
    return (name.removesuffix("index.html") for name in names)
