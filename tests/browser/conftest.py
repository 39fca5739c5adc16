from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.find_browser import find_browser
from tests.site.published import PublishedSite

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail("no browser for the tests: make browser", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What a browser complained of while pages were open: errors in scripts, requests that failed or left the site."""
    return []


@pytest.fixture
def open_page(browser: Browser, mkdocs_site: PublishedSite, complaints: list[str]) -> Iterator[OpenPage]:
    contexts: list[BrowserContext] = []

    def open_page(path: str, width: int = 1300, scheme: str = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"error in a script: {error}"))
        page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url} {request.failure}"))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

        def note_response(url: str, status: int) -> None:
            if status >= 400:
                complaints.append(f"{status}: {url}")

        def note_request(url: str) -> None:
            if not url.startswith((mkdocs_site.address, "data:", "blob:")):
                complaints.append(f"leaves the site: {url}")

        page.on("response", lambda response: note_response(response.url, response.status))
        page.on("request", lambda request: note_request(request.url))
        page.goto(mkdocs_site.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def a_claim(mkdocs_site: PublishedSite) -> str:
    """The claim whose page holds most, since it shows most of what a claim page can hold."""
    claims = {path: file for path, file in mkdocs_site.pages.items() if path.count("/") == 2 and path[:7] == "claims/"}
    return max(claims, key=lambda path: claims[path].stat().st_size)
