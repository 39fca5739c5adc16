"""Measure every page type as readers meet it: barriers, what a first visit loads, and Lighthouse on a phone.

Being over a budget fails nothing, since a slow or busy machine lowers the figures; not being measured does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import ClassVar

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.browser.conftest import FLAGS  # noqa: E402
from tests.browser.find_browser import find_browser, install_browser  # noqa: E402
from tests.browser.test_pages import PAGES, SCHEMES, WCAG_AA  # noqa: E402

from argmap.publishing.joined import SCRIPT  # noqa: E402

LIGHTHOUSE = "lighthouse@12.8.2"  # the last release for Node.js 18 and 20
LCP_SECONDS, CLS = 1.6, 0.02
SCRIPT_KB, SCRIPTS_KB = 6, 14  # gzipped: what every page has, and all with the tool for doubts
REQUESTS, KILOBYTES = {"what-if": 13}, {"overview": 130, "map": 130, "claim": 130, "tour": 130, "predictions": 130}
OTHER_REQUESTS, OTHER_KILOBYTES = 11, 150
# Two pages name every source with what it says: 150 kB were set for 114 sources, and one more weighs 0.3 kB.
NAMING_EVERY_SOURCE, FRAME_KILOBYTES, SOURCE_KILOBYTES = ("evidence", "sources"), 116, 0.3
LINKS = {"article": 300}
# The most that a page may be long, as it is opened; a reader should see its end.
LENGTHS = {
    "overview": (2800, 4500),
    "claim": (3200, 5500),
    "article": (8000, 12000),
    "evidence": (2500, 6000),
    "objections": (10000, 18000),
}
HEADINGS = ("axe", "requests", "gzip kB", "HTML kB", "links", "1300 px", "360 px")
LIGHTHOUSE_HEADINGS = ("perf", "a11y", "best", "SEO", "LCP s", "CLS")


class Host(SimpleHTTPRequestHandler):
    """Answers as public hosts do, text gzipped and all kept for ten minutes, and notes the bytes of each answer."""

    protocol_version = "HTTP/1.1"
    answers: ClassVar[list[int]] = []

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        kind = self.guess_type(str(file))
        text = file.is_file() and any(word in kind for word in ("text", "script", "json", "xml"))
        body = gzipped(file) if text else file.read_bytes() if file.is_file() else b""
        self.answers.append(len(body))
        self.send_response(200 if file.is_file() else 404)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "max-age=600"}
        for header in (headers | {"Content-Encoding": "gzip"} if text else headers).items():
            self.send_header(*header)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@cache
def gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes())


def build(project: Path, address: str) -> Path:
    """The site as `make site` builds it for the address where it is served, since previews work nowhere else."""
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".git", ".venv", ".site-next", "*cache*"))
    # The Makefile's own steps, with the Python that runs this in place of one that would first have to be made.
    make = ["make", "--silent", "--old-file=.venv/site.stamp", f"IN_VENV={sys.executable}", "site"]
    subprocess.run(make, cwd=project, env={**os.environ, "SITE_URL": address}, check=True)
    return project / "site"


def longest(browser: Browser, address: str, paths: list[str]) -> str:
    """That of these pages of which a reader on a phone sees the end last."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    lengths = {}
    for path in paths:
        page.goto(address + path)
        lengths[path] = page.evaluate("document.documentElement.scrollHeight")
    page.close()
    return max(lengths, key=lambda path: lengths[path])


def visit(browser: Browser, url: str) -> tuple[list[str], int, float, float, int, list[int]]:
    """Barriers in every look; requests, gzipped kB of a first visit, kB of the HTML; links; length by width in pixels.

    Links are those of the page's own text.
    """
    page, barriers = browser.new_page(reduced_motion="reduce"), []
    Host.answers.clear()
    html = page.goto(url, wait_until="networkidle").body()
    answers, lengths = [*Host.answers], {}
    links = page.locator("article a").count()
    for width, scheme in product((1300, 360), SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")
        lengths[width] = page.evaluate("document.documentElement.scrollHeight")
        for violation in Axe().run(page, options={"runOnly": WCAG_AA}).response["violations"]:
            barriers.append(f"axe, {scheme}, {width} px: {violation['help']}: {violation['nodes'][0]['html'][:120]}")
    page.close()
    return barriers, len(answers), sum(answers) / 1000, len(html) / 1000, links, [*lengths.values()]


def ask_lighthouse(browser_path: Path, url: str, runs: int) -> tuple[list[str], list[str]]:
    """Figures and faults of the run whose performance is in the middle; Lighthouse plays a slow phone on slow 4G."""
    flags = f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}"
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", flags]
    ask = partial(subprocess.run, command, env={**os.environ, "CHROME_PATH": str(browser_path)}, capture_output=True)
    reports = [json.loads(ask(check=True).stdout) for _ in range(runs)]
    report = sorted(reports, key=lambda report: report["categories"]["performance"]["score"])[runs // 2]
    audits, figures, faults = report["audits"], [], []
    for category in report["categories"].values():
        figures.append(f"{100 * category['score']:.0f}")
        weighty = [audits[part["id"]] for part in category["auditRefs"] if part["weight"]]
        poor = [f"{a['title']} {a.get('displayValue', '')}".strip() for a in weighty if a["score"] not in (None, 1)]
        faults += [f"{category['title']} {figures[-1]}: {'; '.join(poor)}"] if category["score"] < 1 else []
    lcp, cls = (audits[name]["numericValue"] for name in ("largest-contentful-paint", "cumulative-layout-shift"))
    faults += beyond(lcp / 1000, LCP_SECONDS, "s to the largest paint") + beyond(cls, CLS, "of layout shift")
    return [*figures, f"{lcp / 1000:.2f}", f"{cls:.3f}"], faults


def beyond(figure: float, budget: float, unit: str) -> list[str]:
    return [f"{round(figure, 2):g} {unit}; the budget is {budget}"] if figure > budget else []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", default=[*PAGES], metavar="PAGE", help=f"of: {', '.join(PAGES)} (all)")
    parser.add_argument("--runs", type=int, default=1, help="of Lighthouse for each page; the middle one counts (1)")
    options = parser.parse_args()
    if unknown := [name for name in options.pages if name not in PAGES]:
        parser.error(f"no page types: {', '.join(unknown)}; there are {', '.join(PAGES)}")
    npx, browser_path = shutil.which("npx"), find_browser() or install_browser()
    over, unmeasured = [], [] if npx else ["Not measured: Lighthouse, as there is no npx here; it comes with Node.js"]
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        http = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=folder))
        Thread(target=http.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{http.server_port}/map/site/"
        site = build(Path(folder, "map"), address)
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        claims = [f"claims/{file.parent.name}/" for file in site.glob("claims/*/index.html")]
        paths = {**PAGES, "claim": longest(browser, address, claims)}
        sources = (site / PAGES["sources"] / "index.html").read_text(encoding="utf-8").count('<div class="source">')
        of_sources = dict.fromkeys(NAMING_EVERY_SOURCE, FRAME_KILOBYTES + SOURCE_KILOBYTES * sources)
        most_kilobytes = {**KILOBYTES, **of_sources}
        print(f"{'page':<14}", *(f"{heading:>8}" for heading in HEADINGS + LIGHTHOUSE_HEADINGS * bool(npx)))
        for name in options.pages:
            faults, requests, kilobytes, html, links, lengths = visit(browser, address + paths[name])
            row = [len(faults), requests, f"{kilobytes:.1f}", f"{html:.1f}", links, *lengths]
            faults += beyond(requests, REQUESTS.get(name, OTHER_REQUESTS), "requests")
            faults += beyond(kilobytes, most_kilobytes.get(name, OTHER_KILOBYTES), "kB to load")
            faults += beyond(links, LINKS.get(name, links), "links")
            for length, most in zip(lengths, LENGTHS.get(name, lengths), strict=True):
                faults += beyond(length, most, "px long")
            try:
                figures, lost = ask_lighthouse(browser_path, address + paths[name], options.runs) if npx else ([], [])
                row, faults = row + figures, faults + lost
            except subprocess.CalledProcessError as error:
                unmeasured.append(f"Not measured: {name} by Lighthouse: {error.stderr.decode().strip()[-300:]}")
            print(f"{name:<14}", *(f"{figure:>8}" for figure in row), flush=True)
            over += [f"{name}: {fault}" for fault in faults]
        every_page = len(gzipped(site / SCRIPT))
        own = sum(len(gzipped(file)) for file in site.glob("assets/**/*.js") if "javascripts" not in file.parts)
    over += beyond(every_page / 1000, SCRIPT_KB, "kB of own script on every page")
    over += beyond(own / 1000, SCRIPTS_KB, "kB of own scripts")
    print(
        f"\nOwn scripts: {every_page} bytes on every page, {own} in all, gzipped.",
        "Over budget:",
        *(over or ["nothing"]),
        *unmeasured,
        sep="\n",
    )
    return 1 if unmeasured else 0


if __name__ == "__main__":
    sys.exit(main())
