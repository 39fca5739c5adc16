"""Measure checking and writing against MkDocs' own work: `python scripts/bench.py [SHAPE-CLAIMS ...]`.

Without names: the map that is here, a tree, a chain and bundles of reasons of 1,000 claims, a tree of 5,000. The
figures are times of whole processes, the best of three; read the ratios, since machines differ. Then come the tables
of doubts, made once, with the most memory that this took; one doubt followed in a browser, if there is one and
Playwright is installed; and, where npm is at hand, what Argdown takes to make a page of the same claims and arguments.
Nothing is asserted: the figures are for people.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from argmap.exports.graph import as_graph
from argmap.loading.load import load_map
from argmap.pages.sensitivity import MOST_DOUBTS
from argmap.reasoning.doubts import by_impact, least_for_all
from argmap.reasoning.graph import Graph

ROOT = Path(__file__).parent.parent
EVALUATOR = ROOT / "docs" / "assets" / "what-if" / "evaluate.js"
FILLER = "so that the statement has the length of a real one and names two towns and a river"


MAPS = ("tree-1000", "chain-1000", "bundles-1000", "tree-5000")


def main() -> None:
    names = sys.argv[1:] or MAPS
    print("map              check      write    rewrite     mkdocs   write / mkdocs")
    with tempfile.TemporaryDirectory() as folder:
        maps = {"here": ROOT / "data"}
        for name in names:
            shape, claims = name.split("-")
            maps[name] = write_map(SHAPES[shape], int(claims), Path(folder, name))
        for name, data in maps.items():
            project = Path(folder, f"project-{name}")
            shutil.copytree(
                ROOT / "docs" / ".theme", project / "docs" / ".theme", ignore=shutil.ignore_patterns("404.html")
            )
            made = shutil.ignore_patterns("fonts", "site.css", "site.js")
            shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets", ignore=made)
            shutil.copy(ROOT / "mkdocs.yml", project)
            shutil.copytree(ROOT / "scripts", project / "scripts")
            shutil.copytree(data, project / "data")
            build = [sys.executable, "scripts/build.py"]
            check = best(project, [*build, "check", "--data", str(data)])
            write = best(project, [*build, "write"], fresh=True)
            rewrite = best(project, [*build, "write"])
            mkdocs = best(project, [sys.executable, "-m", "mkdocs", "build", "--quiet"]) - rewrite
            figures = "".join(f"{seconds:8.2f} s " for seconds in (check, write, rewrite, mkdocs))
            print(f"{name:>12} {figures}  {write / mkdocs:.0%}", flush=True)
        print("\nmap             tables     memory  one doubt in a browser")
        for name, data in maps.items():
            with ProcessPoolExecutor(1, max_tasks_per_child=1) as fresh:  # memory is counted from a process's start
                seconds, megabytes = fresh.submit(tables, data).result()
            print(f"{name:>12} {seconds:8.2f} s {megabytes:7.0f} MB  {in_browser(data)}", flush=True)
        for name in names:
            print(f"\nArgdown, a page of {name}: {in_argdown(name, Path(folder))}", flush=True)


def in_argdown(name: str, folder: Path) -> str:
    """What Argdown's own command takes for the same claims and arguments."""
    program = folder / "node_modules" / ".bin" / "argdown"
    if not program.exists():
        npm = shutil.which("npm")
        if npm is None:
            return "not measured: no npm"
        fetch = [npm, "install", "--silent", "--prefix", str(folder), "@argdown/cli@1.7.5"]
        if subprocess.run(fetch, stdout=subprocess.DEVNULL, check=False).returncode:
            return "not measured: npm could not fetch it"
    shape, claims = name.split("-")
    (folder / "map.argdown").write_text("\n\n".join(argdown(SHAPES[shape], int(claims))), encoding="utf-8")
    return f"{best(folder, [str(program), 'html', 'map.argdown', 'page']):.2f} s"


def best(project: Path, command: list[str], *, fresh: bool = False) -> float:
    """Seconds of the fastest of three runs; `fresh` removes the pages before each."""
    times = []
    for _ in range(3):
        if fresh:
            for page in (project / "docs").rglob("*.md"):
                page.unlink()
        start = time.perf_counter()
        subprocess.run(
            command, cwd=project, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        )
        times.append(time.perf_counter() - start)
    return min(times)


def read(data: Path) -> Graph:
    return Graph(load_map(data).argument_map or sys.exit("this map has mistakes: make check"))


def tables(data: Path) -> tuple[float, float]:
    """Seconds for every load and the smallest doubts of the two main claims; megabytes at most, reading included."""
    graph = read(data)
    start = time.perf_counter()
    by_impact(graph, graph.map.claims.values())
    by_impact(graph, graph.map.arguments.values())
    for claim in (graph.map.site.main_conclusion, graph.map.site.pivot):
        least_for_all(graph, [graph.map.claims[claim]], MOST_DOUBTS)
    seconds = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def in_browser(data: Path) -> str:
    """The first time that a doubt is followed in a page, and the mean of a hundred."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return "not measured: Playwright is not installed"
    graph = read(data)
    run = """async ([source, graph, doubted]) => {
        const address = URL.createObjectURL(new Blob([source], {type: "text/javascript"}))
        const {evaluate} = await import(address)
        const parsed = JSON.parse(graph)
        const times = doubted.map(claim => {
            const start = performance.now()
            evaluate(parsed, [claim], [])
            return performance.now() - start
        })
        return [times[0], times.reduce((sum, time) => sum + time) / times.length]
    }"""
    doubted = list(graph.rank)[:100]
    with sync_playwright() as playwright:
        try:
            path = shutil.which("chromium") or shutil.which("google-chrome")
            page = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]).new_page()
        except Error:
            return "not measured: no browser"
        first, mean = page.evaluate(run, [EVALUATOR.read_text(encoding="utf-8"), json.dumps(as_graph(graph)), doubted])
    return f"{first:.1f} ms, then {mean:.1f} ms"


class Shape(NamedTuple):
    """A way in which an argument of any size may hang together; claims are numbered, the conclusion is 0."""

    reasons: Callable[[int], list[range]]  # the arguments for a claim, each with its premises
    has_map: Callable[[int], bool]  # whether a map may begin at a claim


def tree_level(claim: int) -> int:
    return 0 if claim == 0 else 1 + tree_level((claim - 1) // 3)


SHAPES = {
    # Every third claim or so is a conclusion from three others.
    "tree": Shape(lambda claim: [range(3 * claim + 1, 3 * claim + 4)], lambda claim: tree_level(claim) % 2 == 0),
    # Every claim rests on the next.
    "chain": Shape(lambda claim: [range(claim + 1, claim + 2)], lambda claim: claim % 3 == 0),
    # Four reasons of five premises each.
    "bundles": Shape(
        lambda claim: [range(20 * claim + 5 * n + 1, 20 * claim + 5 * n + 6) for n in range(4)], lambda claim: True
    ),
}


def reasons(shape: Shape, claim: int, claims: int) -> list[list[int]]:
    """The arguments for a claim in a map of that many claims, each by its premises."""
    inside = ([premise for premise in premises if premise < claims] for premises in shape.reasons(claim))
    return [premises for premises in inside if premises]


def write_map(shape: Shape, claims: int, data: Path) -> Path:
    """A map of that shape and size in a folder of its own."""
    (data / "argument").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "vocabulary.yaml", data)
    (data / "article.yaml").write_text("\n".join(article(claims)), encoding="utf-8")
    (data / "argument" / "01-all.yaml").write_text("\n".join(argument(shape, claims)), encoding="utf-8")
    (data / "critique.yaml").write_text("objections: []\ntensions: []\n", encoding="utf-8")
    for name, lists in {
        "evidence": "sources: []\nassessments: []\n",
        "predictions": "predictions: []\n",
        "glossary": "terms: []\n",
        "retired": "retired: []\n",
        "changes": "changes: []\n",
    }.items():
        (data / f"{name}.yaml").write_text(lists, encoding="utf-8")
    (data / "site.yaml").write_text("\n".join(site(shape, claims)), encoding="utf-8")
    return data


def article(claims: int) -> Iterator[str]:
    yield "title: A town\nauthor: Nobody\npublisher: Nobody\nsite: example.org\nurl: https://example.org/"
    yield "written: Never.\nknown-until: 2020\nknown-until-because: So.\nkind: An invented essay.\nparagraphs:"
    for paragraph in range(1, claims // 10 + 1):
        yield f"  - id: p{paragraph}\n    title: Paragraph {paragraph}\n    sentences:"
        for sentence in range(1, 6):
            yield f"      - at: p{paragraph}.s{sentence}\n        words: 9\n        sha256: {'0' * 64}"
            yield f"        first: So it is\n        gist: {FILLER}\n        role: claim"


def argument(shape: Shape, claims: int) -> Iterator[str]:
    yield "title: All\nclaims:"
    for claim in range(claims):
        at = f"p{claim % (claims // 10) + 1}.s{claim // (claims // 10) % 5 + 1}"
        yield f"  - id: c-{claim}\n    says: Claim {claim} holds, {FILLER}\n    short: Claim {claim} holds"
        yield f"    kind: fact\n    voice: asserts\n    at: [{at}]"
    yield "arguments:"
    for claim in range(claims):
        for number, premises in enumerate(reasons(shape, claim, claims)):
            yield f"  - id: a-{claim}-{number}\n    for: c-{claim}\n    from: [{', '.join(f'c-{n}' for n in premises)}]"
            yield "    scheme: cause-to-effect\n    drawn: stated\n    strength: weak\n    at: [p1.s1]"
            yield f"    because: It is so, {FILLER}"


def argdown(shape: Shape, claims: int) -> Iterator[str]:
    """The claims and arguments as Argdown writes them."""
    for claim in range(claims):
        yield f"[c-{claim}]: Claim {claim} holds, {FILLER}"
    for claim in range(claims):
        for number, premises in enumerate(reasons(shape, claim, claims)):
            steps = [f"({place}) [c-{premise}]" for place, premise in enumerate(premises, 1)]
            yield "\n".join([f"<a-{claim}-{number}>\n", *steps, "----", f"({len(premises) + 1}) [c-{claim}]"])


def site(shape: Shape, claims: int) -> Iterator[str]:
    yield "title: A town\ndescription: An invented map.\nmain-conclusion: c-0\npivot: c-1\ntwo-ways-in: One."
    yield "one-minute: [{says: In short.}]\nbackbone: [c-0, c-1, c-2, c-3]\nmaps:"
    for claim in range(claims):
        if shape.has_map(claim) and reasons(shape, claim, claims):
            yield f"  - {{claim: c-{claim}, title: Map {claim}, about: A map.}}"


if __name__ == "__main__":
    main()
