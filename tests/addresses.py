"""Every address of a map that may have been cited: its pages, and the records that have a place on one."""

from __future__ import annotations

from pathlib import Path

from tests.built import build_site

from argmap.loading.load import load_map
from argmap.naming.urls import PAGES, Hosting, Links

LIST = Path(__file__).parent / "addresses.txt"


def addresses_of(data: Path) -> list[str]:
    """From the site's own address, `/`, on; sorted."""
    argument_map = load_map(data).argument_map
    assert argument_map
    records = [
        *argument_map.arguments.values(),
        *argument_map.critique.objections,
        *argument_map.critique.tensions,
        *argument_map.sentences.values(),
        *argument_map.sources.values(),
        *argument_map.glossary.terms,
        *argument_map.predictions.predictions,
    ]
    links = Links("")
    files = build_site(data).keys() - {PAGES}  # which only the pages' own script asks for
    return sorted(_published(path) for path in [*files, *map(str, map(links.of, records))])


def listed_addresses() -> list[str]:
    """Those that were published so far; none is ever taken out."""
    return LIST.read_text(encoding="utf-8").splitlines()


def _published(path: str) -> str:
    page, hash_sign, anchor = path.partition("#")
    return f"{Hosting(site='/').page(page)}{hash_sign}{anchor}"
