"""How to cite a claim, the map or the article, in plain words, for LaTeX and for programs that keep references.

A claim's wording is the map's. Whoever quotes it has to know, so every citation of a claim says `paraphrase`.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import Any, NamedTuple
from urllib.parse import quote

from argmap.model.argument import Claim
from argmap.model.article import Article
from argmap.model.site_settings import Site
from argmap.naming.labels import Labels
from argmap.naming.wording import Wording

# What LaTeX reads as a command or prints as another sign, and "" between two signs that would melt into one. By hand:
# pylatexenc writes braces that BibTeX takes for open, makes commands of é and ", and warns at every Persian letter.
_LATEX = {sign: f"\\{sign}" for sign in "#$%&_"} | {"": "{}"}
_LATEX |= {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "|": r"\textbar{}"}
_LATEX |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\textasciigrave{}"}
_LATEX |= {"<": r"\textless{}", ">": r"\textgreater{}", "\u00a0": "~"}
_READ_BY_LATEX = re.compile(r"[\\{}#$%&_|~^`<>\u00a0]|(?<=-)(?=-)|(?<=')(?=')|(?<=,)(?=,)")
# All that an address may hold by its standard, the sign for what is encoded already included.
_OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=-._~"
_LONGEST_TITLE_IN_KEY = 32  # characters
_JSON = json.JSONEncoder(ensure_ascii=False).encode


class Citation(NamedTuple):
    """One thing to cite: in plain words, in the style of the American Psychological Association, and for programs."""

    text: str
    apa: str
    bibtex: str
    csl: str


def curators(wording: Wording) -> str:
    """Who made the map, as whoever cites it names them."""
    return wording.say("citations.curators")


def cite_article(article: Article, wording: Wording) -> Citation:
    """The article itself, for what its author says."""
    known = _title_known(article, wording)
    text = f"{_named(article, wording)} ({known})" if known else _named(article, wording)
    return _citation(
        key=f"{_key(article, article.title)}-article",
        text=_joined(wording, text, article.url or ""),
        author=_author(article),
        title=article.title,
        container=article.publisher,
        url=article.url or "",
        note="; ".join(filter(None, [article.written.rstrip("."), known])),
        wording=wording,
        issued=year[0] if (year := re.match(r"\d{4}\b", article.written)) else None,
    )


def cite_map(site: Site, article: Article, wording: Wording, address: str) -> Citation:
    """The map as a whole, for what its curators say."""
    makers = curators(wording)
    text = wording.say("citations.map", curators=makers, title=site.title)
    return _citation(
        key=f"{_key(article, site.title)}-map",
        text=_joined(wording, text, _edition(site, wording), address),
        author={"literal": makers},
        title=site.title,
        container="",
        url=address,
        note=_joined(wording, wording.say("citations.map-note"), _version(site, wording)),
        issued=site.published,
        wording=wording,
    )


def cite_claim(claim: Claim, article: Article, labels: Labels, site: Site, address: str) -> Citation:
    """A claim in the map's wording, with whose claim it is and the sentences that it paraphrases."""
    wording = labels.wording
    of, makers = _named(article, wording), curators(wording)
    if labels.origin(claim) == "unstated":
        note = wording.say("citations.unstated", of=of, curators=makers)
    else:
        places = wording.say("lists.comma").join(labels.places(claim))
        note = wording.say("citations.paraphrase", of=of, places=places, whose=labels.whose(claim))
    text = wording.say("citations.claim", claim=claim.says, note=note, map=site.title)
    return _citation(
        key=f"{_key(article, site.title)}:{claim.id}",
        text=_joined(wording, text, _edition(site, wording), address),
        author={"literal": makers},
        title=claim.says,
        container=site.title,
        url=address,
        note=_joined(wording, note, _version(site, wording)),
        issued=site.published,
        wording=wording,
    )


def _named(article: Article, wording: Wording) -> str:
    return wording.say("citations.article", author=article.author, title=article.title, publisher=article.publisher)


def _title_known(article: Article, wording: Wording) -> str:
    return wording.say("citations.title-known", source=article.title_known_from) if article.title_known_from else ""


def _version(site: Site, wording: Wording) -> str:
    return wording.say("citations.version", version=site.version) if site.version else ""


def _edition(site: Site, wording: Wording) -> str:
    return _joined(wording, _version(site, wording), (site.published or "")[:4])


def _joined(wording: Wording, *texts: str) -> str:
    return wording.say("lists.comma").join(filter(None, texts))


def _author(article: Article) -> dict[str, str]:
    """The author's name as CSL has it: in its parts where these are known, else as it stands."""
    parts = {"family": article.family, "given": article.given}
    return {name: part for name, part in parts.items() if part} or {"literal": article.author}


def _key(article: Article, title: str) -> str:
    """What the keys of one map's references begin with: its author and its title, so that no two maps share them."""
    author = article.family or article.author_short or article.author
    words = _plain_words(title)
    chosen = [word for word in words if len(word) > 3] or words
    while len("-".join(chosen)) > _LONGEST_TITLE_IN_KEY and len(chosen) > 1:
        chosen.pop()
    return "-".join([*(_plain_words(author) or [_fingerprint(author)]), *(chosen or [_fingerprint(title)])])


def _plain_words(text: str) -> list[str]:
    # Keys are of Latin letters without accents for the sake of old programs; a word that has others is left out.
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return [word.lower() for word in re.findall(r"[^\W_]+", bare) if word.isascii()]


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _citation(
    *,
    key: str,
    text: str,
    author: dict[str, str],
    title: str,
    container: str,
    url: str,
    note: str,
    wording: Wording,
    issued: str | None = None,
) -> Citation:
    csl: dict[str, Any] = {"id": key, "type": "webpage", "author": [author], "title": title}
    csl |= {name: value for name, value in {"container-title": container, "URL": url, "note": note}.items() if value}
    if issued:
        csl["issued"] = {"date-parts": [[int(part) for part in issued.split("-")]]}
    bibtex = {
        "author": _bibtex_name(author),
        "title": f"{{{_latex(title)}}}",  # braces keep its capitals as they are
        "howpublished": _latex(container),
        "year": (issued or "")[:4],
        "url": quote(url, safe=_OF_ADDRESSES),
        "note": _latex(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in bibtex.items() if value]
    apa = _apa(author, title, container, note if issued else "", url, (issued or "")[:4], wording)
    return Citation(text, apa, "\n".join([f"@misc{{{key},", *lines, "}"]), _one_a_line(csl))


def _apa(author: dict[str, str], title: str, container: str, note: str, url: str, year: str, wording: Wording) -> str:
    """Author (year). Title [note]. Container. Address: without the italics, which plain text has not."""
    if "family" in author and "given" in author:
        initials = re.sub(r"(\w)\w*", r"\1.", author["given"])
        name = f"{author['family']}, {initials}"
    else:
        name = author.get("literal") or author.get("family") or author["given"]
    name = name[:1].upper() + name[1:]
    title = f"{title.rstrip('.')} [{note}]" if note else title.rstrip(".")
    end = "" if title.endswith(("?", "!")) else "."
    whole = [name if name.endswith(".") else f"{name}.", f"({year or wording.say('citations.no-date')})."]
    return " ".join([*whole, f"{title}{end}", *([f"{container}."] if container else []), *([url] if url else [])])


def _bibtex_name(author: dict[str, str]) -> str:
    if "literal" in author:
        return f"{{{_latex(author['literal'])}}}"  # braces keep it from being taken apart
    return ", ".join(_bibtex_part(author[part]) for part in ("family", "given") if part in author)


def _bibtex_part(name: str) -> str:
    """A part of a name, in braces where BibTeX would take it apart, as at `and`, a comma or a small letter."""
    words = name.split(" ")
    is_plain = all(word[:1].isalpha() and not word[0].islower() and word.lower() != "and" for word in words)
    return name if is_plain and "," not in name and _latex(name) == name else f"{{{_latex(name)}}}"


def _one_a_line(csl: dict[str, Any]) -> str:
    # As `indent` would lay it out, but that is written in Python and takes longer than all the rest of a citation.
    properties = ",\n".join(f"  {_JSON(name)}: {_JSON(value)}" for name, value in csl.items())
    return f"[{{\n{properties}\n}}]"


def _latex(text: str) -> str:
    return _READ_BY_LATEX.sub(lambda found: _LATEX[found.group()], text)
