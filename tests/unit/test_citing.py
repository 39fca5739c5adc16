"""Citations as people read them, and as the programs that keep references do: pybtex and citeproc-py read them back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from urllib.parse import unquote

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import Entry, parse_string
from tests.built import build_site
from tests.hostile import ADDRESSES, STRINGS
from tests.mistaken import TINY

from argmap.exports.citing import Citation, cite_article, cite_claim, cite_map
from argmap.loading.load import load_map
from argmap.model.article import Article
from argmap.model.site_settings import Site
from argmap.naming.labels import Labels
from argmap.naming.wording import read_wording

MAP = load_map(TINY / "data").argument_map
WORDING = read_wording()
# LaTeX's own names of signs, from its list of commands for text.
NAMED = {
    "backslash": "\\",
    "braceleft": "{",
    "braceright": "}",
    "asciitilde": "~",
    "asciicircum": "^",
    "asciigrave": "`",
    "less": "<",
    "greater": ">",
    "bar": "|",
}
# What its letters show where two of them stand side by side.
MELTED = ("--", "``", "''", ",,", "<<", ">>", "?`", "!`")


# All that a reference says, in the order of its fields.
STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>All</title><id>all</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout delimiter="">
    <names variable="author"><name name-as-sort-order="all"/></names>
    <text variable="title" prefix=" | "/>
    <text variable="container-title" prefix=" | "/>
    <text variable="note" prefix=" | "/>
    <text variable="URL" prefix=" | "/>
  </layout></bibliography>
</style>
"""


def cited(claim_id: str, says: str = "", address: str = "https://example.org/c/") -> Citation:
    claim = MAP.claims[claim_id]
    changed = claim.model_copy(update={"says": says}) if says else claim
    return cite_claim(changed, MAP.article, Labels(MAP), entitled("The map"), address)


def entitled(title: str) -> Site:
    return MAP.site.model_copy(update={"title": title})


def article(**changed: str | None) -> Article:
    return MAP.article.model_copy(update=changed)


def as_printed(latex: str) -> str:
    """What LaTeX prints of a text; fails where it would print something else than the signs that stand there."""
    assert not any(melted in latex for melted in MELTED), latex
    tokens = re.findall(r"\\text([a-z]+)\{\}|\\([#$%&_])|(\{\})|([^\\{}#$%&_^`<>|])|(.)", latex)
    assert not any(unread for *_, unread in tokens), latex
    return "".join(
        NAMED[name] if name else escaped or plain.replace("~", "\u00a0") for name, escaped, _, plain, _ in tokens
    )


def without_braces(value: str) -> str:
    assert value.startswith("{"), value
    assert value.endswith("}"), value
    return value[1:-1]


def read_by_bibtex(citation: Citation) -> tuple[str, Entry]:
    ((key, entry),) = parse_string(citation.bibtex, "bibtex").entries.items()
    return key, entry


def bibtex_author(citation: Citation) -> tuple[str, str]:
    """Family name, or the name that is never taken apart, and given names."""
    (person,) = read_by_bibtex(citation)[1].persons["author"]
    assert not person.prelast_names
    assert not person.lineage_names
    family, given = (" ".join(names) for names in (person.last_names, [*person.first_names, *person.middle_names]))
    return tuple(as_printed(without_braces(name) if name.startswith("{") else name) for name in (family, given))


def everything_cited() -> Iterator[Citation]:
    yield cite_article(MAP.article, WORDING)
    yield cite_map(MAP.site, MAP.article, WORDING, "https://example.org/map/")
    for claim in MAP.claims:
        yield cited(claim)


def hostile(text: str, address: str) -> Iterator[Citation]:
    """Each kind of citation with the text wherever a text of the data goes."""
    named = article(title=text, author=text, publisher=text, written=text, url=address, family=None, given=None)
    yield cite_article(named, WORDING)
    yield cite_article(named.model_copy(update={"family": text, "given": text}), WORDING)
    yield cite_map(entitled(text), named, WORDING, address)
    claim = MAP.claims["cracks-grow"].model_copy(update={"says": text})
    yield cite_claim(claim, named, Labels(MAP), entitled(text), address)


def hostile_pairs() -> Iterator[tuple[str, str]]:
    addresses = (*ADDRESSES, "https://x.example/}{{\\", "https://x.example/پ")
    for number, text in enumerate((*STRINGS, "a -- b --- c", "``q''", "?`!`", ",,x", "a ~ b ^ c", "<<x>>", "50 % & _")):
        yield " ".join(text.split()), addresses[number % len(addresses)]


def compare_with_bibtex(citation: Citation) -> None:
    """What pybtex reads is what the CSL, which needs no escaping but JSON's, says."""
    (meant,) = json.loads(citation.csl)
    key, entry = read_by_bibtex(citation)
    assert key == meant["id"]
    assert as_printed(without_braces(entry.fields["title"])) == meant["title"]
    assert as_printed(entry.fields.get("howpublished", "")) == meant.get("container-title", "")
    assert as_printed(entry.fields["note"]) == meant["note"]
    assert unquote(entry.fields.get("url", "")) == unquote(meant.get("URL", ""))
    (author,) = meant["author"]
    wanted = (author["literal"], "") if "literal" in author else (author["family"], author.get("given", ""))
    assert bibtex_author(citation) == wanted


@pytest.mark.parametrize("citation", [*everything_cited()], ids=lambda citation: json.loads(citation.csl)[0]["id"])
def test_bibtex_reads_what_is_meant(citation: Citation):
    compare_with_bibtex(citation)


@pytest.mark.parametrize(("text", "address"), [*hostile_pairs()])
def test_bibtex_reads_what_is_meant_whatever_the_text(text: str, address: str):
    for citation in hostile(text, address):
        compare_with_bibtex(citation)
    (reference,) = json.loads(cite_article(article(title=text), WORDING).csl)
    assert reference["title"] == text


@pytest.fixture(scope="module")
def style() -> CitationStylesStyle:
    return CitationStylesStyle(BytesIO(STYLE.encode()), validate=False)


def read_by_citeproc(citation: Citation, style: CitationStylesStyle) -> tuple[dict[str, object], str]:
    """The reference as citeproc-py holds it, and as it prints it in a list of references."""
    source = CiteProcJSON(json.loads(citation.csl))
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    ((key, reference),) = source.items()
    bibliography.register(Cited([CitationItem(key)]))
    (printed,) = bibliography.bibliography()
    return reference, str(printed)


def compare_with_citeproc(citation: Citation, style: CitationStylesStyle) -> None:
    (meant,) = json.loads(citation.csl)
    reference, printed = read_by_citeproc(citation, style)
    assert reference.key == meant["id"].lower()
    assert str(reference["title"]) == meant["title"]
    assert str(reference.get("container_title", "")) == meant.get("container-title", "")
    assert str(reference["note"]) == meant["note"]
    (author,), (read,) = meant["author"], reference["author"]
    assert {part: getattr(read, part) for part in author} == author
    who = author.get("literal") or ", ".join(author.values())
    fields = (meant[field] for field in ("title", "container-title", "note", "URL") if field in meant)
    assert printed == " | ".join([who, *fields])


@pytest.mark.parametrize("citation", [*everything_cited()], ids=lambda citation: json.loads(citation.csl)[0]["id"])
def test_citeproc_reads_what_is_meant(citation: Citation, style: CitationStylesStyle):
    compare_with_citeproc(citation, style)


def test_citeproc_reads_what_is_meant_whatever_the_text(style: CitationStylesStyle):
    for text, address in hostile_pairs():
        for citation in hostile(text, address):
            compare_with_citeproc(citation, style)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("50 % of it", r"50 \% of it"),
        ("cars & lorries", r"cars \& lorries"),
        ("a_b", r"a\_b"),
        ("№ #1, $2", r"№ \#1, \$2"),
        ("{so}", r"\textbraceleft{}so\textbraceright{}"),
        (r"a\b", r"a\textbackslash{}b"),
        ("~5 ^ 2", r"\textasciitilde{}5 \textasciicircum{} 2"),
        ("a -- b --- c", "a -{}- b -{}-{}- c"),
    ],
)
def test_what_latex_would_read_as_a_command_is_printed(written: str, printed: str):
    assert f"title = {{{{{printed}}}}}," in cited("cracks-grow", says=written).bibtex


def test_each_block_of_a_page_is_read_whole_by_the_program_for_its_notation():
    pages = {path: text for path, text in build_site(TINY / "data").items() if "<pre><code>" in text}
    blocks = {path: re.findall(r"<pre><code>(.*?)</code></pre>", text, re.DOTALL) for path, text in pages.items()}
    assert {path: len(found) for path, found in blocks.items()} == {
        "about/cite.md": 6,
        **{f"claims/{claim}.md": 3 for claim in MAP.claims},
    }
    for bibtex, csl in (pair for found in blocks.values() for pair in zip(found[1::3], found[2::3], strict=True)):
        (key,) = parse_string(unescape(bibtex), "bibtex").entries
        assert [reference["id"] for reference in json.loads(unescape(csl))] == [key]


def test_an_address_stays_as_it_is():
    address = "https://example.org/a_b%20c?x=(1)&y=~z"
    assert f"url = {{{address}}}," in cite_map(entitled("Map"), MAP.article, WORDING, address).bibtex


@pytest.mark.parametrize(
    ("names", "family", "given"),
    [
        ({"author": "Aliya Nuri", "family": "Nuri", "given": "Aliya"}, "Nuri", "Aliya"),
        ({"author": "Jan van der Berg", "family": "van der Berg", "given": "Jan"}, "van der Berg", "Jan"),
        (
            {"author": "Gabriel García Márquez", "family": "García Márquez", "given": "Gabriel"},
            "García Márquez",
            "Gabriel",
        ),
        (
            {"author": "King, Jr., Martin", "family": "King, Jr.", "given": "Martin Luther"},
            "King, Jr.",
            "Martin Luther",
        ),
        ({"author": "Salt And Pepper", "family": "Salt And Pepper"}, "Salt And Pepper", ""),
        ({"author": "علیرضا نوری", "family": "نوری", "given": "علیرضا"}, "نوری", "علیرضا"),
        ({"author": "Ministry of Finance and Trade", "author_is": "organisation"}, "Ministry of Finance and Trade", ""),
        ({"author": "Voltaire", "family": "Voltaire"}, "Voltaire", ""),
        ({"author": "Ada Maria Example"}, "Ada Maria Example", ""),
    ],
)
def test_a_name_is_taken_apart_only_as_the_data_says(
    names: dict[str, str], family: str, given: str, style: CitationStylesStyle
):
    citation = cite_article(article(**{"family": None, "given": None, **names}), WORDING)
    assert bibtex_author(citation) == (family, given)
    compare_with_citeproc(citation, style)


def keys_of(article: Article, title: str) -> list[str]:
    claim = cite_claim(MAP.claims["cracks-grow"], article, Labels(MAP), entitled(title), "")
    return [
        json.loads(citation.csl)[0]["id"]
        for citation in (cite_article(article, WORDING), cite_map(entitled(title), article, WORDING, ""), claim)
    ]


@pytest.mark.parametrize(
    ("changed", "title", "keys"),
    [
        (
            {},
            "The old bridge",
            ["example-bridge-should-close-article", "example-bridge-map", "example-bridge:cracks-grow"],
        ),
        (
            {"title": "On it", "family": None, "author_short": "Trade Ministry"},
            "It is so",
            ["trade-ministry-on-it-article", "trade-ministry-it-is-so-map", "trade-ministry-it-is-so:cracks-grow"],
        ),
        (
            {"title": "Łódź isn’t Lodz", "family": "Ó Briain"},
            "Éclairs",
            ["o-briain-lodz-article", "o-briain-eclairs-map", "o-briain-eclairs:cracks-grow"],
        ),
        (
            {"title": "چرا", "family": "نوری"},
            "Россия",
            ["e02f7136-f569f6a6-article", "e02f7136-22fa0a6e-map", "e02f7136-22fa0a6e:cracks-grow"],
        ),
    ],
)
def test_keys_say_whose_map_it_is_in_letters_that_every_program_reads(
    changed: dict[str, str | None], title: str, keys: list[str]
):
    assert keys_of(article(**changed), title) == keys


def test_two_maps_in_one_file_share_no_key():
    other = article(author="Ben Example", title="Two bridges", family=None, given=None)
    both = [*everything_cited(), cite_article(other, WORDING), cite_map(entitled("Two bridges"), other, WORDING, "")]
    both += [cite_claim(claim, other, Labels(MAP), entitled("Two bridges"), "") for claim in MAP.claims.values()]
    entries = parse_string("\n\n".join(citation.bibtex for citation in both), "bibtex").entries
    assert len(entries) == len(both)


def test_programs_read_the_same_as_people():
    (reference,) = json.loads(cited("cracks-grow", says='He "said" so').csl)
    assert (reference["id"], reference["title"]) == ("example-the-map:cracks-grow", 'He "said" so')
    assert reference["URL"] == "https://example.org/c/"


def test_a_claim_is_cited_as_a_paraphrase_with_its_place():
    assert "A paraphrase of Ada Example, “The bridge we should close”" in cited("cracks-grow").text
    assert "¶2\u00a0s3 (The author asserts); not the author's words" in cited("cracks-grow").text


def test_a_reported_claim_names_whose_it_is():
    assert "the engineers); not the author's words" in cited("arches-may-fail").text


def test_an_unstated_claim_is_cited_as_supplied_by_the_map():
    citation = cited("engineers-judge-rightly")
    assert "A premise left unsaid in Ada Example" in citation.text
    assert "paraphrase" not in citation.text


def test_an_address_that_is_not_known_leaves_no_gap():
    citation = cited("cracks-grow", address="")
    assert citation.text.endswith("In: “The map”, version 1.2, 2021")
    assert citation.apa.endswith("The map.")
    assert "url" not in citation.bibtex
    assert "URL" not in citation.csl


def test_a_reference_in_the_style_of_psychologists_has_initials_and_a_year_or_none():
    assert cite_article(article(given="Ada Jo-Ann", written=""), WORDING).apa == (
        "Example, A. J.-A. (n.d.). The bridge we should close. The Invented Gazette. https://gazette.example/old-bridge"
    )
    assert cite_map(MAP.site, MAP.article, WORDING, "https://example.org/").apa == (
        "The map's curators. (2021). The old bridge [An argument map, version 1.2]. https://example.org/"
    )


def test_a_title_that_the_text_does_not_show_is_cited_with_where_it_is_known_from():
    assert "(title known only from a list of titles)" in cite_article(MAP.article, WORDING).text
    assert "known only" not in cite_article(article(title_known_from=None), WORDING).text


def test_a_year_that_is_known_is_cited_and_a_question_keeps_its_mark():
    article = MAP.article.model_copy(update={"title": "What is safe?", "written": "1784, in December"})
    citation = cite_article(article, WORDING)
    assert "(1784). What is safe? [" in citation.apa
    assert "year = {1784}" in citation.bibtex
    assert "(n.d.)" in cite_article(article.model_copy(update={"written": "not before 1784"}), WORDING).apa


def test_a_site_without_a_name_is_called_by_its_address():
    article = MAP.article.model_copy(update={"site": None, "url": "https://www.gazette.example/bridge"})
    assert Labels(replace(MAP, article=article)).article_site == "gazette.example"
