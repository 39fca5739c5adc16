"""The commands that the guides name, as they are typed: what they do when all is not well, and that each is there."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from resource import RLIMIT_FSIZE, setrlimit

import pytest
import yaml
from tests.mistaken import TINY
from tests.site.published import ROOT, copy_project

from build import COMMANDS

PATIENCE = 120  # seconds; a bound on a hang, not a measure of speed
TARGETS = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
GUIDES = ("README.md", "CONTRIBUTING.md")


def make(project: Path, *arguments: str, largest_file: int = 0, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run make in a project with the Python of the tests, as if its environment had been made.

    A limit to the size of files is met as a full disk is.
    """
    command = ["make", f"IN_VENV={sys.executable}", "--old-file=.venv/site.stamp", *arguments]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))}
    environment |= {"SITE_URL": "", "REPO_URL": "", **settings}
    return subprocess.run(
        command,
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        preexec_fn=partial(setrlimit, RLIMIT_FSIZE, (largest_file, largest_file)) if largest_file else None,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy_project(tmp_path, TINY / "data")
    shutil.copy(ROOT / "Makefile", tmp_path)
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_the_guides_name_targets_that_there_are_and_no_other_command() -> None:
    for guide in GUIDES:
        text = (ROOT / guide).read_text(encoding="utf-8")
        code = " ".join(re.findall(r"`[^`]+`|^```\w*\n.*?^```", text, re.MULTILINE | re.DOTALL))
        assert set(re.findall(r"\bmake ([a-z]+)\b", code)) <= TARGETS
        assert "python " not in code


def test_every_command_has_its_target() -> None:
    assert set(COMMANDS) - {"finish", "pack"} <= TARGETS  # the last steps of `site` and `zip`


def test_a_warning_stops_the_site_and_leaves_the_last_one(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good one", encoding="utf-8")
    edit(project / "mkdocs.yml", "Timeline: timeline.md", "Timeline: gone.md")
    run = make(project, "site")
    assert run.returncode != 0
    assert "'gone.md' is included in the 'nav' configuration, which is not found" in run.stderr
    assert [file.name for file in (project / "site").iterdir()] == ["index.html"]
    assert list(project.glob(".site-*")) == []


def test_settings_that_do_not_fit_the_data_stop_the_site(project: Path) -> None:
    edit(project / "data" / "site.yaml", "title: ", "title: Newly ")
    run = make(project, "site")
    assert run.returncode != 0
    assert "mkdocs.yml:3:12: 'site_name' is not the title of the site" in run.stderr


def test_a_site_without_an_address_is_whole_and_says_what_it_lacks(project: Path) -> None:
    run = make(project, "site")
    assert run.returncode == 0, run.stderr
    assert run.stderr.count("SITE_URL is not set: ") == 1
    site = project / "site"
    assert list(site.glob("sitemap*")) == []
    listed = re.findall("<loc>(.*)</loc>", (site / "pages.xml").read_text(encoding="utf-8"))
    built = [file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("index.html")]
    assert sorted(listed) == sorted(built)
    assert list(project.glob(".site-*")) == []


def test_a_site_with_an_address_has_a_site_map_and_nothing_to_say(project: Path) -> None:
    run = make(project, "site", SITE_URL="https://example.org/map/")
    assert run.returncode == 0, run.stderr
    assert "SITE_URL" not in run.stderr
    assert "<loc>https://example.org/map/tour/</loc>" in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.skipif(not (ROOT / "examples").is_dir(), reason="this map came without the examples of the first")
def test_an_example_is_a_site_of_its_own_within_the_site(project: Path) -> None:
    (example,) = (ROOT / "examples").iterdir()
    inside = Path("examples") / example.name
    shutil.copytree(example / "data", project / inside / "data")
    shutil.copy(example / "mkdocs.yml", project / inside)
    run = make(project, "site", SITE_URL="https://example.org/map/")
    assert run.returncode == 0, run.stderr
    inner = project / "site" / inside
    title = yaml.safe_load((example / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"]
    page = (inner / "index.html").read_text(encoding="utf-8")
    assert f"{title}</title>" in page
    assert f'<link rel="canonical" href="https://example.org/map/{inside.as_posix()}/">' in page
    assert "Content-Security-Policy" in page
    assert (inner / "assets" / "what-if" / "what-if.js").exists()
    for name in ("pages.xml", "search/search_index.json"):
        assert "examples/" not in (project / "site" / name).read_text(encoding="utf-8")


def test_a_port_that_is_taken_is_said_in_a_sentence(project: Path, taken_port: int) -> None:
    run = make(project, "serve", f"PORT={taken_port}")
    assert run.returncode != 0
    assert f"the site cannot be shown on 127.0.0.1, port {taken_port}: another program uses it" in run.stderr
    assert f"make serve PORT={taken_port + 1}" in run.stderr
    assert "Traceback" not in run.stderr


def test_bad_data_without_pages_ends_the_server_with_what_to_mend(project: Path) -> None:
    edit(project / "data" / "site.yaml", "title: ", "titel: ")
    run = make(project, "serve", "PORT=0")
    assert run.returncode != 0
    assert "data/site.yaml:" in run.stderr
    assert "unknown key 'titel'" in run.stderr
    assert "Traceback" not in run.stderr


def test_what_is_measured_is_all_that_is_printed(project: Path) -> None:
    run = make(project, "measure", f"TEXT={TINY / 'article.txt'}")
    assert run.stdout.startswith("paragraphs:\n")
    assert make(project, "measure").stderr.startswith("Name the article's text: make measure TEXT=")


def test_schemas_are_made(project: Path) -> None:
    assert make(project, "schema").returncode == 0
    assert (project / "data" / "schema" / "site.schema.json").exists()


def test_pages_that_do_not_fit_onto_the_disk_leave_the_last_ones(project: Path) -> None:
    make(project, "write")
    before = {file: file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()}
    edit(project / "data" / "site.yaml", "title: ", "title: Newly ")
    run = make(project, "write", largest_file=1000)
    assert run.returncode != 0
    assert re.search(r"^docs/\.staging/.*: this cannot be written: File too large \[files-can-be-used\]", run.stderr)
    assert "what was there stands as it was" in run.stderr
    assert {file: file.read_bytes() for file in (project / "docs").rglob("*") if file.is_file()} == before


def test_a_site_that_does_not_fit_onto_the_disk_leaves_the_last_one(project: Path) -> None:
    make(project, "write")
    (project / "site").mkdir()
    run = make(project, "site", largest_file=70_000)
    assert run.returncode != 0
    assert "the site cannot be built: [Errno 27] File too large" in run.stderr
    assert "Traceback" not in run.stderr
    assert list((project / "site").iterdir()) == []
    assert list(project.glob(".site-*")) == []


def test_a_server_on_bad_data_shows_the_last_good_pages(project: Path) -> None:
    assert make(project, "write").returncode == 0
    edit(project / "data" / "site.yaml", "title: ", "titel: ")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["make", f"IN_VENV={sys.executable}", "--old-file=.venv/site.stamp", "serve", f"PORT={port}"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr
        said = ""
        for line in process.stderr:
            said += line
            if "Serving on" in line or "rror 1" in line:
                break
        os.killpg(process.pid, 15)
    assert "unknown key 'titel'" in said
    assert "Serving on" in said
