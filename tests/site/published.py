"""The project as each publisher builds it, served under a path as a project site is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class PublishedSite:
    folder: Path
    address: str

    @property
    def pages(self) -> dict[str, Path]:
        """Every page's file by its address below the site's own."""
        files = sorted(self.folder.rglob("index.html"))
        return {file.relative_to(self.folder).as_posix().removesuffix("index.html"): file for file in files}


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


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the publishers read, so that tests leave no trace in docs/."""
    copy = tmp_path_factory.mktemp("project")
    for name in ("data", "docs", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    _run(copy, sys.executable, "scripts/build.py", "write")
    return copy


@pytest.fixture(scope="session")
def mkdocs_site(project: Path, server: tuple[Path, str]) -> PublishedSite:
    folder, address = server[0] / "mkdocs", f"{server[1]}/mkdocs/"
    _run(project, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder), SITE_URL=address)
    return PublishedSite(folder, address)


@pytest.fixture(scope="session")
def zensical_site(project: Path, server: tuple[Path, str]) -> PublishedSite:
    folder, address = server[0] / "zensical", f"{server[1]}/zensical/"
    _run(project, sys.executable, "-m", "zensical", "build", "--clean", "--strict", SITE_URL=address)
    # Zensical refuses to build outside the project's folder.
    shutil.move(project / "site", folder)
    return PublishedSite(folder, address)


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
