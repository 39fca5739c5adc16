from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.find_browser import find_browser
from tests.mistaken import TINY
from tests.site.published import PublishedSite

from argmap.loading.load import load_map
from argmap.naming.urls import Hosting
from argmap.pages.pages import PAGE_TYPES
from argmap.pages.views import Views

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

OpenPage = Callable[..., Page]


def first_pages() -> Iterator[tuple[str, str]]:
    """The address of the first page of each type, by its template's name."""
    argument_map = load_map(TINY / "data").argument_map
    assert argument_map
    views = Views(argument_map, Hosting())
    for page_type in PAGE_TYPES:
        first = next(iter(page_type.pages(views)))
        yield page_type.template.removesuffix(".md.j2"), Hosting(site="/").page(first.path).removeprefix("/")


# One page of each type that every map has; the claim is the one that shows most.
PAGES: dict[str, str | None] = {**dict(first_pages()), "claim": None, "second stop": "tour/2/", "not found": "404.html"}
del PAGES["gone"]


def page_of_type(name: str, site: PublishedSite) -> str:
    path = PAGES[name]
    return site.fullest_claim if path is None else path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail("no browser for the tests: make browser", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=["tiny_site", "tiny_zensical_site"], ids=["mkdocs", "zensical"])
def tiny(request: pytest.FixtureRequest) -> PublishedSite:
    """The tiny map, by each publisher in turn."""
    built: PublishedSite = request.getfixturevalue(request.param)
    return built


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens a page of a site; a complaint of the browser or a request that leaves the site fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        site: PublishedSite, path: str, width: int = 1300, scheme: str = "light", scripts: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"error in a script: {error}"))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

        def note_failure(url: str, failure: str) -> None:
            # Whoever leaves a page breaks off what it was still fetching.
            if failure != "net::ERR_ABORTED":
                complaints.append(f"{failure}: {url}")

        def note_response(url: str, status: int) -> None:
            if status >= 400:
                complaints.append(f"{status}: {url}")

        def note_request(url: str) -> None:
            if not url.startswith((site.address, "data:", "blob:")):
                complaints.append(f"leaves the site: {url}")

        page.on("requestfailed", lambda request: note_failure(request.url, request.failure or ""))
        page.on("response", lambda response: note_response(response.url, response.status))
        page.on("request", lambda request: note_request(request.url))
        page.goto(site.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
