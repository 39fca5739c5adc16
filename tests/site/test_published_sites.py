"""Both publishers build the site without a warning, and every link in it holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.site.crawl import crawl
from tests.site.published import PublishedSite


@pytest.fixture(params=["mkdocs_site", "zensical_site"])
def site(request: pytest.FixtureRequest) -> PublishedSite:
    built: PublishedSite = request.getfixturevalue(request.param)
    return built


def test_every_link_image_and_script_is_there_and_none_is_fetched_from_elsewhere(site: PublishedSite) -> None:
    assert crawl(site.folder, site.address, starts=("", "404.html")).problems == []


def test_every_page_can_be_reached_by_links_from_the_overview(site: PublishedSite) -> None:
    frames = {file.relative_to(site.folder).as_posix() for file in (site.folder / "embed" / "maps").glob("*.html")}
    assert crawl(site.folder, site.address).reached == {*site.pages, *frames}


def test_both_publishers_make_the_same_pages(mkdocs_site: PublishedSite, zensical_site: PublishedSite) -> None:
    assert set(mkdocs_site.pages) == set(zensical_site.pages)


def test_only_pages_and_assets_are_published(site: PublishedSite) -> None:
    assert [file.name for file in site.folder.rglob("*") if file.name.startswith(".") or file.suffix == ".md"] == []


def test_no_page_shows_what_was_meant_for_the_publisher(site: PublishedSite) -> None:
    unread = ("{:", "{ .", "](", "{{", "{%", "markdown=")
    # Code is shown as it is, and BibTeX has braces of its own.
    code = re.compile(r"<code>.*?</code>", re.DOTALL)
    texts = {path: code.sub("", file.read_text(encoding="utf-8")) for path, file in site.pages.items()}
    assert [(path, mark) for path, text in texts.items() for mark in unread if mark in text] == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<a href="gone/">', "/: gone/ leads nowhere"),
        ('<a href="#gone">', "/: #gone names no id of that page"),
        ('<img src="gone.png">', "/: gone.png leads nowhere"),
        ('<img srcset="gone.png 2x">', "/: gone.png leads nowhere"),
        ('<script src="https://elsewhere.example/a.js">', "/: https://elsewhere.example/a.js is fetched from outside"),
        (
            '<link rel="stylesheet" href="//elsewhere.example/a.css">',
            "/: //elsewhere.example/a.css is fetched from out",
        ),
        ('<a href="javascript:void(0)">', "/: javascript:void(0) is no web address"),
        ('<p id="twice"><p id="twice">', "/: the id 'twice' occurs 2 times"),
    ],
)
def test_the_crawl_sees(tmp_path: Path, html: str, problem: str) -> None:
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    (found,) = crawl(tmp_path, "https://map.example/").problems
    assert found.startswith(problem)
