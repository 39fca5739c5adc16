"""Hostile texts after the publishers: in the head, in what programs read, in the search index and in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.hostile import Skeleton, skeleton, write_map
from tests.site.published import PublishedSite, build_with, copy_project

SEVERAL = 6  # strings in each text of any length, so that one build shows every string in every place of a claim


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def sites(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, server: tuple[Path, str]
) -> tuple[PublishedSite, PublishedSite]:
    """The tiny map with plain words and with hostile strings, by each publisher in turn."""
    built = []
    for name, first in (("plain", None), ("hostile", 0)):
        data = write_map(tmp_path_factory.mktemp(f"{name}-data"), first, longest=SEVERAL)
        project = copy_project(tmp_path_factory.mktemp(name), data)
        built.append(build_with(request.param, project, server, f"{name}-{request.param}"))
    return built[0], built[1]


def test_every_page_has_the_elements_of_a_page_with_plain_words(sites: tuple[PublishedSite, PublishedSite]) -> None:
    plain, hostile = ({path: elements_of(file, site) for path, file in site.pages.items()} for site in sites)
    assert plain.keys() == hostile.keys()
    assert {path: hostile[path] - plain[path] for path in plain if hostile[path] != plain[path]} == {}


def elements_of(file: Path, site: PublishedSite) -> Skeleton:
    # Each site names the address where it is served; and letters that cannot be drawn give no picture for links.
    html = re.sub(r'<meta property="og:image[^>]*>', "", file.read_text("utf-8"))
    return skeleton(html.replace(site.address, ""))


def test_titles_and_headings_show_the_text_as_it_stands(sites: tuple[PublishedSite, PublishedSite]) -> None:
    site = sites[1]
    for claim in site.map.claims.values():
        page = site.parsed[f"claims/{claim.id}/"]
        assert folded(heading_of(page)) == folded(claim.short)
        assert folded(page.title.get_text()).startswith(folded(claim.short))


def test_programs_read_the_text_as_it_stands(sites: tuple[PublishedSite, PublishedSite]) -> None:
    site = sites[1]
    for claim in site.map.claims.values():
        (script,) = site.parsed[f"claims/{claim.id}/"].select("script[type='application/ld+json']")
        described = json.loads(script.string or "")
        assert (described["name"], described["text"]) == (claim.short, claim.says)


def test_the_search_index_holds_no_element_but_those_of_running_text(
    sites: tuple[PublishedSite, PublishedSite],
) -> None:
    plain, hostile = ({word for text in indexed(site) for word in skeleton(text)} for site in sites)
    assert hostile <= plain


def indexed(site: PublishedSite) -> Iterator[str]:
    """Every text that the search shows, which the theme puts into the page as HTML."""
    for name in ("search/search_index.json", "search.json"):
        if (site.folder / name).exists():
            index = json.loads((site.folder / name).read_text(encoding="utf-8"))
            for entry in index.get("docs") or index["items"]:
                yield from (entry["title"], entry["text"])


def heading_of(page: BeautifulSoup) -> str:
    heading = page.select_one("article h1")
    assert heading
    for link in heading.select(".headerlink"):
        link.extract()
    return heading.get_text()


def folded(text: str) -> str:
    return " ".join(text.split())
