"""From a folder of curated YAML to the pages in `docs/`: what the command, the hook and the tests share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import Hosting
from argmap.naming.wording import read_wording
from argmap.pages.pages import render_pages
from argmap.pictures.social import draw_picture
from argmap.publishing.policy import with_policies
from argmap.rules.checks import problems_of
from argmap.source.problems import BadData, Place, Problem

MANIFEST = ".generated"
STAGING = ".staging"
NOWHERE = Hosting()


def check_site(data: Path, article_text: str | None = None) -> str:
    """A line that says what was checked; raises `BadData` with every problem.

    With the article's text at hand, places, fingerprints and wording are checked against it too.
    """
    argument_map = _checked(data, article_text)
    claims, arguments = len(argument_map.claims), len(argument_map.arguments)
    counts = f"{claims} claims, {arguments} arguments, {len(argument_map.sentences)} sentences"
    against = "checked against the article's text" if article_text else "the article's text was not at hand"
    return f"no problems: {counts}; {against}"


def build_site(data: Path, hosting: Hosting = NOWHERE) -> dict[str, str]:
    """Every page by its path below `docs/`; raises `BadData` with every problem."""
    return render_pages(_checked(data), data, hosting)


def write_site(data: Path, docs: Path, hosting: Hosting = NOWHERE) -> None:
    """Bring the generated pages in `docs/` up to date; nothing is touched when the data has a problem.

    What was written is listed in a manifest, so that a page goes when its record goes and a page that a person wrote
    is never overwritten (`BadData`). New text is staged first: an interrupted run leaves whole pages, and the next
    run finishes the work.
    """
    pages = build_site(data, hosting)
    owned = _read_manifest(docs)
    _refuse_to_overwrite(docs, [path for path in pages if path not in owned])
    changed = {path: text for path, text in pages.items() if _read(docs / path) != text}
    _stage(docs, changed)
    _write_manifest(docs, owned | pages.keys())
    for path in changed:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / STAGING / path).replace(docs / path)
    for path in owned - pages.keys():
        (docs / path).unlink(missing_ok=True)
    _write_manifest(docs, pages.keys())
    _clear(docs / STAGING)


def finish_site(data: Path, site: Path, hosting: Hosting = NOWHERE) -> None:
    """Add to a built site what no publisher adds: each page's security policy, robots.txt, the picture for links.

    Nothing is written before everything is made, so that a site is finished as a whole or stays as it was built;
    `BadData` names every inline script that is not the theme's.
    """
    argument_map = _checked(data)
    main = argument_map.claims[argument_map.site.main_conclusion]
    sitemap = f"Sitemap: {hosting.page('sitemap.xml')}\n" if hosting.site else ""
    made = {page: html.encode() for page, html in with_policies(site).items()}
    made[site / "robots.txt"] = f"User-agent: *\nDisallow:\n{sitemap}".encode()
    made[site / "social.png"] = draw_picture(argument_map.site.title, read_wording().say("picture.lead"), main.says)
    for file, content in made.items():
        file.write_bytes(content)


def _checked(data: Path, article_text: str | None = None) -> ArgumentMap:
    loaded = load_map(data)
    problems = problems_of(loaded, article_text)
    if problems or loaded.argument_map is None:
        raise BadData(problems)
    return loaded.argument_map


def _read(file: Path) -> str | None:
    # Bytes, not lines: a page with other line ends or a broken encoding is a changed page.
    try:
        return file.read_bytes().decode("utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_manifest(docs: Path) -> set[str]:
    text = _read(docs / MANIFEST)
    return set(json.loads(text)) if text else set()


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    text = json.dumps(sorted(paths), indent=0) + "\n"
    if _read(docs / MANIFEST) != text:
        _stage(docs, {MANIFEST: text})
        (docs / STAGING / MANIFEST).replace(docs / MANIFEST)


def _stage(docs: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        staged = docs / STAGING / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(text.encode())


def _clear(folder: Path) -> None:
    if folder.is_dir():
        for entry in sorted(folder.rglob("*"), reverse=True):
            entry.rmdir() if entry.is_dir() else entry.unlink()
        folder.rmdir()


def _refuse_to_overwrite(docs: Path, new_paths: Iterable[str]) -> None:
    problems = [
        Problem(
            Place(docs / path),
            "a page that the script would write is already there, and the script did not write it",
            "hand-written-pages-stay",
            "move your page elsewhere, or delete it if it is a left-over of an earlier build",
        )
        for path in new_paths
        if (docs / path).exists()
    ]
    if problems:
        raise BadData(problems)
