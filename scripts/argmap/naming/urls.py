"""Where everything lives; no other module knows an address."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from argmap.model.argument import Argument, Claim
from argmap.model.article import Article, Paragraph, Sentence
from argmap.model.critique import Objection, Tension
from argmap.model.evidence import Entry, Prediction, Source
from argmap.model.records import Term
from argmap.model.site_settings import MapRoot
from argmap.text.fragments import Fragment, fragment_url

OVERVIEW = "index.md"
MAP = "map.md"
CLAIMS = "claims/index.md"
ARTICLE = "article.md"
OBJECTIONS = "objections.md"
ASSUMPTIONS = "assumptions.md"
EVIDENCE = "evidence.md"
SOURCES = "evidence/sources.md"
PREDICTIONS = "predictions.md"
GLOSSARY = "glossary.md"
TIMELINE = "timeline.md"
HOW_TO_READ = "about/index.md"
METHOD = "about/method.md"
VOCABULARY = "about/vocabulary.md"
FORMAT = "about/format.md"
CITE = "about/cite.md"
WEAK_STEPS = "weak-steps.md"
WHAT_IF = "what-if.md"
GRAPH = "what-if/graph.json"
TEACH = "teach.md"
PRINT = "print.md"
DOWNLOADS = "downloads.md"
CHANGES = "changes.md"
FEED = "feed.xml"
DOWNLOAD = "downloads/"
ANNOTATIONS = f"{DOWNLOAD}annotations.jsonld"
FONTS = "assets/fonts/"
FONT_LICENCE = f"{FONTS}LICENSE.txt"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"  # of the map's text and data
PAGES = "pages.xml"


def address_of(page: str) -> str:
    """Where a page is published, seen from the site's root; what is no page keeps its name."""
    return page.removesuffix("index.md").replace(".md", "/")


def claim_page(claim_id: str) -> str:
    return f"claims/{claim_id}.md"


def claim_record(claim_id: str) -> str:
    """The claim as a file for programs, beside its page."""
    return f"claims/{claim_id}.json"


def map_picture(claim_id: str) -> str:
    """The picture of the map that begins at a claim."""
    return f"{DOWNLOAD}maps/{claim_id}.svg"


def embedded_claim(claim_id: str) -> str:
    """The claim as a page for a frame."""
    return f"embed/claims/{claim_id}.html"


def embedded_map(root_id: str) -> str:
    """The map that begins at a claim as a page for a frame."""
    return f"embed/maps/{root_id}.html"


def tour_page(number: int) -> str:
    """The page of the tour's stop with this number, counted from 1."""
    return "tour/index.md" if number == 1 else f"tour/{number}.md"


def sentence_anchor(locator: str) -> str:
    """`p12.s3` as an anchor: `p12s3`."""
    return locator.replace(".", "")


def word_anchor(group: str, word: str) -> str:
    """The anchor of a vocabulary word; words of different groups may be alike."""
    return f"{group}-{word}"


def into_article(article: Article, sentence: Sentence) -> str:
    """The address that opens the publisher's page at the sentence; empty where nothing leads to it alone."""
    if not sentence.first or not article.url:
        return ""
    return fragment_url(article.url, Fragment(sentence.first, sentence.last, sentence.before))


# How the hosts whose form is known show a line of a file; for any other, `EDIT_URL` has to say it.
# HEAD is the branch that a host shows first, whatever its name.
_LINES = {"github": "/blob/HEAD/{path}#L{line}", "gitlab": "/-/blob/HEAD/{path}#L{line}"}
_PROJECT = Path(__file__).resolve().parents[3]


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


class Hosting(NamedTuple):
    """Where the project is published; empty where that is not known, and what would need it is then left out."""

    repository: str = ""
    site: str = ""
    editing: str = ""
    folder: str = "data"
    """Where the data lies in the repository."""

    @classmethod
    def from_environment(cls, data: Path) -> Hosting:
        """`REPO_URL` and `SITE_URL`, which `mkdocs.yml` reads too, and `EDIT_URL`, where a file's line can be seen.

        A map below `examples/` lies in a folder of its own; data outside the project is taken for that of another one.
        """
        repository, site, editing = (os.environ.get(name, "") for name in ("REPO_URL", "SITE_URL", "EDIT_URL"))
        data = data.resolve()
        inside = data.is_relative_to(_PROJECT)
        return cls(repository, site, editing, data.relative_to(_PROJECT).as_posix() if inside else "data")

    def line(self, path: str, number: int) -> str:
        """The address of a file's line in the repository, or nothing where its form is not known."""
        form = self.editing or self._known_form()
        if not form.startswith(("https://", "http://")) or not _host_of(form):
            return ""
        return form.replace("{path}", quote(path)).replace("{line}", str(number))

    def _known_form(self) -> str:
        host = _host_of(self.repository)
        for name, form in _LINES.items():
            if host == f"{name}.com" or host.startswith(f"{name}."):  # its own, or a company's
                return self.repository.rstrip("/").removesuffix(".git") + form
        return ""

    def page(self, path: str) -> str:
        """The full address of a page."""
        return f"{self.site.rstrip('/')}/{address_of(path)}" if self.site else ""


class Links:
    """Addresses as seen from one page, for MkDocs to check and rewrite; made of ids alone, so safe in Markdown."""

    def __init__(self, page: str) -> None:
        self.page = page
        self._up = "../" * page.count("/")

    def to(self, page: str, anchor: str = "") -> Markup:
        """A relative address; within the page itself the anchor alone."""
        target = "" if page == self.page and anchor else self._up + page
        return Markup(f"{target}#{anchor}" if anchor else target)

    def of(self, record: object) -> Markup:
        """Where a record is shown; raises `TypeError` for a kind of record that is shown nowhere by itself."""
        where = _WHERE.get(type(record))
        if where is None:
            raise TypeError(f"{type(record).__name__} has no page")
        return self.to(*where(record))

    def doubting(self, rejected: Collection[str] = (), accepted: Collection[str] = ()) -> Markup:
        """The page for doubts with these claims doubted and these objections accepted."""
        parts = [f"{name}={'.'.join(ids)}" for name, ids in (("reject", rejected), ("accept", accepted)) if ids]
        return Markup(f"{self._up}{WHAT_IF}{'?' if parts else ''}{'&'.join(parts)}")

    def of_word(self, group: str, word: Term) -> Markup:
        return self.to(VOCABULARY, word_anchor(group, word.id))


# Where each kind of record is shown: a page, and an anchor on it.
_WHERE: dict[type, Callable[[Any], tuple[str, str]]] = {
    Claim: lambda claim: (claim_page(claim.id), ""),
    Argument: lambda argument: (claim_page(argument.for_), argument.id),
    Sentence: lambda sentence: (ARTICLE, sentence_anchor(sentence.at)),
    Paragraph: lambda paragraph: (ARTICLE, paragraph.id),
    Objection: lambda objection: (OBJECTIONS, objection.id),
    Tension: lambda tension: (OBJECTIONS, tension.id),
    Source: lambda source: (SOURCES, source.id),
    Entry: lambda entry: (GLOSSARY, entry.id),
    Prediction: lambda prediction: (PREDICTIONS, prediction.claim),
    MapRoot: lambda root: (MAP, root.claim),
}


def site_of(address: str) -> str:
    """The site that an address leads to, as a link to it is named."""
    return (_host_of(address) or address).removeprefix("www.")
