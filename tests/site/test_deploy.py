"""The guide's configuration of nginx, as the guide has it, where nginx is at hand."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from tests.site.published import PublishedSite
from tests.this_map import ROOT

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/usr/local/bin:/opt/homebrew/bin")
pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed")


@pytest.fixture(scope="module")
def address(tiny_site: PublishedSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("nginx")
    guide = (ROOT / "DEPLOY.md").read_text(encoding="utf-8")
    (server,) = re.findall(r"^```nginx\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    types = next(
        file for file in map(Path, ("/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types")) if file.exists()
    )
    shutil.copy(types, folder)
    server = server.replace("8080", f"127.0.0.1:{port}").replace("/srv/map/site", str(tiny_site.folder))
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        # A superuser's server hands over to another user, who may not look into a superuser's folders.
        f"{'user root;' if os.geteuid() == 0 else ''} daemon off; pid {folder}/pid; error_log {folder}/errors;\n"
        f"events {{}}\n"
        f"http {{ access_log off; {kept}\n{server}\n}}\n",
        encoding="utf-8",
    )
    with subprocess.Popen([str(NGINX), "-p", str(folder), "-c", "nginx.conf"]) as running:
        for _ in range(100):
            with socket.socket() as tried:
                if not tried.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
        running.terminate()


def asked(address: str, **headers: str) -> tuple[int, dict[str, str]]:
    try:
        with urlopen(Request(address, headers=headers)) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("claims/cracks-grow/", "text/html; charset=utf-8"),
        ("downloads/claims.csv", "text/csv; charset=utf-8"),
        ("downloads/argument.argdown", "text/vnd.argdown; charset=utf-8"),
        ("downloads/argument.graphml", "application/graphml+xml"),
        ("what-if/graph.json", "application/json; charset=utf-8"),
        ("assets/fonts/source-serif.woff2", "font/woff2"),
    ],
)
def test_every_file_is_given_out_as_what_it_is(address: str, path: str, kind: str) -> None:
    status, headers = asked(address + path)
    assert (status, headers["content-type"]) == (200, kind)
    assert headers["x-content-type-options"] == "nosniff"


def test_texts_are_compressed_and_fonts_are_not_again(address: str) -> None:
    for path, packed in (("", True), ("assets/site.css", True), ("assets/fonts/source-serif.woff2", False)):
        _, headers = asked(address + path, **{"Accept-Encoding": "gzip"})
        assert (headers.get("content-encoding") == "gzip") == packed, path


def test_what_is_not_there_is_answered_with_the_page_for_it(address: str) -> None:
    status, headers = asked(f"{address}claims/nowhere/")
    assert status == 404
    assert headers["content-type"].startswith("text/html")


def test_no_folder_is_listed(address: str) -> None:
    assert asked(f"{address}assets/")[0] in (403, 404)


def test_pages_are_asked_for_again_and_hashed_files_are_kept(address: str, tiny_site: PublishedSite) -> None:
    hashed = next(
        file for file in tiny_site.folder.rglob("*.min.js") if re.search(r"\.[0-9a-f]{8}\.min\.js$", file.name)
    )
    assert asked(address)[1]["cache-control"] == "no-cache"
    kept = asked(address + hashed.relative_to(tiny_site.folder).as_posix())[1]
    assert "immutable" in kept["cache-control"]


def test_other_sites_may_frame_what_is_made_for_it_and_no_other_page(address: str) -> None:
    assert asked(address)[1]["content-security-policy"] == "frame-ancestors 'self'"
    status, headers = asked(f"{address}embed/claims/cracks-grow.html")
    assert status == 200
    assert "content-security-policy" not in headers
