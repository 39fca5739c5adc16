"""Whatever stands in a text of a record, each page keeps the elements that its template made, and shows the text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
import pytest
import yaml
from tests.built import build_site
from tests.hostile import STRINGS, Skeleton, skeleton, write_map
from tests.site.published import ROOT


def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown extensions that `mkdocs.yml` asks for."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")
    listed = yaml.safe_load(text)["markdown_extensions"]
    settings = {name: value for entry in listed if isinstance(entry, dict) for name, value in entry.items()}
    return [entry if isinstance(entry, str) else next(iter(entry)) for entry in listed], settings


EXTENSIONS, SETTINGS = _extensions()


def skeletons(first: int | None) -> dict[str, Skeleton]:
    with TemporaryDirectory() as folder:
        sources = build_site(write_map(Path(folder), first))
    found = {}
    for path, source in sources.items():
        if path.endswith(".md"):
            body = source.split("\n---\n", 1)[1]
            found[path] = skeleton(markdown.markdown(body, extensions=EXTENSIONS, extension_configs=SETTINGS))
    return found


@cache
def plain() -> dict[str, Skeleton]:
    return skeletons(None)


@pytest.mark.parametrize("first", range(len(STRINGS)))
def test_no_text_adds_an_element_or_an_attribute(first: int) -> None:
    # Field after field gets the next string, so that in these runs each field holds each string once.
    found = skeletons(first)
    assert {path: found[path] - plain()[path] for path in found if found[path] != plain()[path]} == {}
