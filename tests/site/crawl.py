"""Walks a built site as a reader without JavaScript does, and notes every link that leads nowhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# Kinds of <link> that a browser follows on its own.
FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


class Page(HTMLParser):
    """The ids of a page, what it links to, and what a browser fetches to show it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "id" in attributes:
            self.ids[attributes["id"]] += 1
        if tag == "link":
            kinds = set(attributes.get("rel", "").split())
            (self.fetched if kinds & FETCHED_LINKS else self.links).append(attributes["href"])
        elif "href" in attributes:
            self.links.append(attributes["href"])
        if "src" in attributes:
            self.fetched.append(attributes["src"])
        self.fetched += [choice.split()[0] for choice in attributes.get("srcset", "").split(",") if choice.strip()]


@dataclass
class Crawl:
    reached: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)


def crawl(folder: Path, address: str, starts: tuple[str, ...] = ("",)) -> Crawl:
    """Follows every link from `starts`; `address` is where the site in `folder` says that it is published."""
    found = Crawl()
    parsed: dict[str, Page] = {}
    waiting = list(starts)

    def page(path: str) -> Page:
        if path not in parsed:
            parsed[path] = Page(_file(folder, path).read_text(encoding="utf-8"))
        return parsed[path]

    while waiting:
        here = waiting.pop()
        if here in found.reached:
            continue
        found.reached.add(here)
        found.problems += [f"/{here}: the id {id!r} occurs {n} times" for id, n in page(here).ids.items() if n > 1]
        for link in (*page(here).links, *page(here).fetched):
            target = urlsplit(urljoin(address + here, link))
            if not target.geturl().startswith(address):
                if link in page(here).fetched and target.scheme != "data":
                    found.problems.append(f"/{here}: {link} is fetched from outside the site")
                elif target.scheme not in {"https", "http", "data"}:
                    found.problems.append(f"/{here}: {link} is no web address")
                continue
            path = unquote(target.path.removeprefix(urlsplit(address).path))
            if not _file(folder, path).is_file():
                found.problems.append(f"/{here}: {link} leads nowhere")
            elif _file(folder, path).suffix == ".html":
                waiting.append(path)
                if target.fragment and unquote(target.fragment) not in page(path).ids:
                    found.problems.append(f"/{here}: {link} names no id of that page")
    return found


def _file(folder: Path, path: str) -> Path:
    return folder / path / "index.html" if path.endswith("/") or not path else folder / path
