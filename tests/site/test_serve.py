"""`mkdocs serve` as a curator uses it: it follows an edit, outlives a mistake, and then is quiet."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.mistaken import TINY
from tests.site.published import copy_project

PATIENCE = 60  # seconds; a bound on a hang, not a measure of speed


@dataclass
class Served:
    project: Path
    address: str
    log: Path

    def page(self, path: str) -> str:
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    def builds(self) -> int:
        return self.log.read_text().count("Building documentation")

    def until(self, holds: Callable[[], bool]) -> bool:
        end = time.monotonic() + PATIENCE
        while not holds() and time.monotonic() < end:
            time.sleep(0.1)
        return holds()

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    copy_project(tmp_path, TINY / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=tmp_path,
            stdout=output,
            stderr=output,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""},
        )
        site = Served(tmp_path, f"http://127.0.0.1:{port}/", log)
        try:
            assert site.until(lambda: "<h1" in site.page("")), log.read_text()
            yield site
        finally:
            process.terminate()
            process.wait()


def test_serve_follows_an_edit_outlives_a_mistake_and_is_quiet(served: Served) -> None:
    served.edit("data/site.yaml", "title: ", "title: Newly ")
    assert served.until(lambda: "Newly" in served.page(""))

    served.edit("data/site.yaml", "title: ", "titel: ")
    assert served.until(lambda: "unknown key 'titel'" in served.log.read_text())
    assert "data/site.yaml:" in served.log.read_text()
    assert "Traceback" not in served.log.read_text()
    assert "Newly" in served.page("")

    served.edit("data/site.yaml", "titel: Newly", "title: Once more")
    assert served.until(lambda: "Once more" in served.page(""))

    # One build at the start, and for each of the three edits one and an echo at most; then it is quiet.
    time.sleep(3)
    settled = served.builds()
    assert settled <= 1 + 3 * 2
    time.sleep(2)
    assert served.builds() == settled
