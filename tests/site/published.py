"""Both maps, the real one and the tiny one, as each publisher builds them, served under a path as project sites are."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from bs4 import BeautifulSoup
from tests.mistaken import TINY
from tests.this_map import DATA, ROOT

from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import tour_page


@dataclass(frozen=True)
class PublishedSite:
    """A built site, where it is served, and the data of which it was made."""

    folder: Path
    address: str
    data: Path

    @property
    def pages(self) -> dict[str, Path]:
        """Every page's file by its address below the site's own."""
        files = sorted(self.folder.rglob("index.html"))
        return {file.relative_to(self.folder).as_posix().removesuffix("index.html"): file for file in files}

    @cached_property
    def parsed(self) -> dict[str, BeautifulSoup]:
        """Every page, to be asked for its elements."""
        return {path: BeautifulSoup(file.read_bytes(), "html.parser") for path, file in self.pages.items()}

    @cached_property
    def map(self) -> ArgumentMap:
        """The map that the pages show."""
        loaded = load_map(self.data).argument_map
        assert loaded
        return loaded

    @property
    def fullest_claim(self) -> str:
        """The page of the claim with the longest page, since it shows most of what a claim's page can hold."""
        return max((f"claims/{claim}/" for claim in self.map.claims), key=lambda page: self.pages[page].stat().st_size)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder, and the address under which what is put there is served."""
    folder = tmp_path_factory.mktemp("served")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def copy_project(folder: Path, data: Path) -> Path:
    """What the publishers read, with this data, so that tests leave no trace in docs/."""
    shutil.copytree(data, folder / "data")
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for part in (".theme", "assets"):
        # Fonts, the style sheet, the script and the page for missing addresses are made with the pages.
        shutil.copytree(
            ROOT / "docs" / part,
            folder / "docs" / part,
            ignore=shutil.ignore_patterns("fonts", "site.css", "site.js", "404.html"),
        )
    (folder / "mkdocs.yml").write_text(settings_for(data), encoding="utf-8")
    return folder


def settings_for(data: Path) -> str:
    """`mkdocs.yml` with the name and the description of the site that is made of this data."""
    about = yaml.safe_load((data / "site.yaml").read_text(encoding="utf-8"))
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for key, words in (("site_name", about["title"]), ("site_description", about["description"])):
        line = f"{key}: {json.dumps(words, ensure_ascii=False)}\n"
        text, found = re.subn(rf"(?m)^{key}:.*\n(?: .*\n)*", line.replace("\\", r"\\"), text)
        assert found == 1
    # A map with a tour needs its line among the pages, and one without must not have it.
    text = re.sub(r"(?m)^ +- Tour: .*\n", "", text)
    return (
        text.replace("      - All claims:", f"      - Tour: {tour_page(1)}\n      - All claims:")
        if about.get("tour")
        else text
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(copy_project(tmp_path_factory.mktemp("project"), DATA))


@pytest.fixture(scope="session")
def tiny_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(copy_project(tmp_path_factory.mktemp("tiny"), TINY / "data"))


@pytest.fixture(scope="session")
def mkdocs_site(project: Path, server: tuple[Path, str]) -> PublishedSite:
    """The real map as it goes online."""
    return _built_by_mkdocs(project, server, "mkdocs")


@pytest.fixture(scope="session")
def tiny_site(tiny_project: Path, server: tuple[Path, str]) -> PublishedSite:
    """Every page type with every sort of record on it, in short."""
    return _built_by_mkdocs(tiny_project, server, "tiny")


@pytest.fixture(scope="session")
def zensical_site(project: Path, server: tuple[Path, str]) -> PublishedSite:
    return _built_by_zensical(project, server, "zensical")


@pytest.fixture(scope="session")
def tiny_zensical_site(tiny_project: Path, server: tuple[Path, str]) -> PublishedSite:
    return _built_by_zensical(tiny_project, server, "tiny-zensical")


def build_with(publisher: str, project: Path, server: tuple[Path, str], name: str) -> PublishedSite:
    """A project, its pages written first, as `mkdocs` or `zensical` builds it; served under `name`."""
    build = {"mkdocs": _built_by_mkdocs, "zensical": _built_by_zensical}[publisher]
    return build(_written(project), server, name)


def _written(project: Path) -> Path:
    _run(project, sys.executable, "scripts/build.py", "write")
    return project


@pytest.fixture(scope="session")
def nowhere_site(tiny_project: Path, server: tuple[Path, str]) -> PublishedSite:
    """The tiny map, built without being told where it will be."""
    return _built_by_mkdocs(tiny_project, server, "nowhere", knows_its_address=False)


def _built_by_mkdocs(
    project: Path, server: tuple[Path, str], name: str, knows_its_address: bool = True
) -> PublishedSite:
    folder, address = server[0] / name, f"{server[1]}/{name}/"
    told = address if knows_its_address else ""
    build = ("-m", "mkdocs", "build", "--strict", "--site-dir", str(folder))
    _run(project, sys.executable, *build, SITE_URL=told)
    _run(project, sys.executable, "scripts/build.py", "finish", "--site", str(folder), SITE_URL=told)
    return PublishedSite(folder, address, project / "data")


def _built_by_zensical(project: Path, server: tuple[Path, str], name: str) -> PublishedSite:
    """Not finished: its search brings a style element of its own, which the policy does not allow."""
    folder, address = server[0] / name, f"{server[1]}/{name}/"
    _run(project, sys.executable, "scripts/build.py", "write", SITE_URL=address)  # it has no hooks
    _run(project, sys.executable, "-m", "zensical", "build", "--clean", "--strict", SITE_URL=address)
    # Zensical refuses to build outside the project's folder.
    shutil.move(project / "site", folder)
    return PublishedSite(folder, address, project / "data")


def _run(folder: Path, *command: str, **settings: str) -> None:
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        # A repository must show as a plain link: the theme's own asks the host for its stars.
        "REPO_URL": "https://github.com/example/map",
        **settings,
    }
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{' '.join(command)}\n{run.stdout}{run.stderr}"
