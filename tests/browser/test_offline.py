"""The site as a folder of files that open without a server."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser
from tests.mistaken import TINY
from tests.site.published import copy_project
from tests.this_map import ROOT

from argmap.publishing.packing import pack_site


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    project = copy_project(folder / "project", TINY / "data")
    shutil.copy(ROOT / "mkdocs-offline.yml", project)
    site = folder / "built"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs-offline.yml"]
    subprocess.run([*command, "--site-dir", str(site)], cwd=project, check=True, capture_output=True)
    pack_site(site, folder / "site.zip")
    (folder / "again").mkdir()
    pack_site(site, folder / "again" / "site.zip")
    return folder / "site.zip"


def test_the_same_site_gives_the_same_bytes(archive: Path) -> None:
    assert archive.read_bytes() == (archive.parent / "again" / "site.zip").read_bytes()


def test_it_opens_and_leads_on_without_a_server_and_asks_for_nothing_elsewhere(archive: Path, browser: Browser) -> None:
    with ZipFile(archive) as packed:
        packed.extractall(archive.parent)
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((archive.parent / "site" / "index.html").as_uri())
    page.locator(".case a.block").first.click()
    page.wait_for_url("**/claims/close-the-bridge.html")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Source Serif')
    assert page.locator(".md-search").count() == 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()
