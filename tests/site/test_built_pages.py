"""What the pages of the real map say of it agrees with its data and with each other, read without a browser."""

from __future__ import annotations

import json
import struct
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from tests.site.published import PublishedSite

from argmap.naming.labels import Labels
from argmap.naming.urls import Links

Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def site(mkdocs_site: PublishedSite) -> PublishedSite:
    return mkdocs_site


@pytest.fixture(scope="module")
def claim_pages(site: PublishedSite) -> dict[str, BeautifulSoup]:
    """Each claim's page by the claim's id."""
    return {claim: site.parsed[f"claims/{claim}/"] for claim in site.map.claims}


def claim_of(link: Tag) -> str:
    """The claim that a link leads to, from whichever page."""
    return str(link["href"]).split("#")[0].rstrip("/").split("/")[-1]


def text_of(element: Tag) -> str:
    return " ".join(element.get_text().split())


# --- the way there


def clicks_to_everything(site: PublishedSite) -> dict[str, int]:
    """The fewest clicks from the overview to every address within the site, anchors included."""
    clicks = {site.address: 0}
    waiting = deque([""])
    while waiting:
        here = waiting.popleft()
        page = site.address + here
        for link in site.parsed[here].select("a[href]"):
            target = urljoin(page, str(link["href"]))
            path = target.split("#")[0].removeprefix(site.address)
            if path not in site.parsed:
                continue
            if site.address + path not in clicks:
                clicks[site.address + path] = clicks[page] + 1
                waiting.append(path)
            clicks.setdefault(target, clicks[page] + 1)
    return clicks


def test_every_sentence_and_every_source_is_at_most_three_clicks_away(site: PublishedSite) -> None:
    clicks = clicks_to_everything(site)
    links = Links("")
    records = [*site.map.sentences.values(), *site.map.sources.values()]
    addresses = [site.address + links.of(record).replace(".md", "/") for record in records]
    assert [address for address in addresses if clicks.get(address, 99) > 3] == []


def test_each_step_of_a_path_is_a_step_of_the_argument(
    site: PublishedSite, claim_pages: dict[str, BeautifulSoup]
) -> None:
    edges = {(argument.for_, premise) for argument in site.map.arguments.values() for premise in argument.from_}
    for objection in site.map.objections.values():
        defended = site.map.arguments.get(objection.against)
        edges |= {(defended.for_ if defended else objection.against, answer) for answer in objection.answered_in}
    for claim, page in claim_pages.items():
        path = [*map(claim_of, page.select(".path ol a")), claim]
        assert set(pairwise(path)) <= edges
        if last := page.select(".path ol li:last-child > *"):
            assert [(here["aria-current"], text_of(here)) for here in last] == [("page", site.map.claims[claim].short)]


def test_each_claim_leads_to_those_before_and_after_it(
    site: PublishedSite, claim_pages: dict[str, BeautifulSoup]
) -> None:
    listed = [claim_of(link) for link in site.parsed["claims/"].select("[id^=part-] + div a.claim")]
    neighbours = {
        claim: [page.select_one(f"a[rel={kind}]") for kind in ("prev", "next")] for claim, page in claim_pages.items()
    }
    found = {claim: [link and claim_of(link) for link in links] for claim, links in neighbours.items()}
    beside = zip([None, *listed], [*listed[1:], None], strict=False)
    assert found == {claim: list(pair) for claim, pair in zip(listed, beside, strict=True)}


# --- what supports what


def test_a_claim_is_used_by_exactly_those_that_list_it_as_a_reason(
    site: PublishedSite, claim_pages: dict[str, BeautifulSoup]
) -> None:
    because = {
        (claim, claim_of(premise))
        for claim, page in claim_pages.items()
        for premise in page.select(".premises a.claim")
    }
    used_by = {
        (claim_of(entry.select("a.claim")[0]), claim)
        for claim, page in claim_pages.items()
        for entry in page.select("#used-by + ul > li")
        if text_of(entry).startswith("For:")
    }
    assert because == used_by
    assert because == {(step.for_, premise) for step in site.map.arguments.values() for premise in step.from_}


def drawn(page: BeautifulSoup) -> Iterator[Triple]:
    """Every line of the maps on a page, read from their nested lists: what, how, to what."""
    for step in page.select(".argmap li.step"):
        if "defence" in step["class"]:  # an objection with what answers it
            continue
        argument = str(step.select_one(":scope > a.because")["href"]).split("#")[1]
        conclusion = claim_of(step.find_parent("li", class_="node").select_one(":scope > a.box"))
        yield argument, "for", conclusion
        for premise in step.select(":scope > ul > li.node > a.box"):
            yield claim_of(premise), "premise of", argument
        for premise in step.select(":scope > ul > li.again > a.chip"):
            yield str(premise["href"]).split("--")[1], "premise of", argument
        for objection in step.select(":scope > a.objection"):
            yield str(objection["href"]).split("#")[1], "objects to", argument
    for claim in page.select(".argmap li.node"):
        for objection in claim.select(":scope > a.objection"):
            yield str(objection["href"]).split("#")[1], "objects to", claim_of(claim.select_one(":scope > a.box"))


def test_the_maps_draw_every_step_with_its_premises_and_nothing_else(site: PublishedSite) -> None:
    steps = site.map.arguments.values()
    expected = {(step.id, "for", step.for_) for step in steps}
    expected |= {(premise, "premise of", step.id) for step in steps for premise in step.from_}
    assert {line for line in drawn(site.parsed["map/"]) if line[1] != "objects to"} == expected


def test_the_maps_draw_every_objection_at_what_it_is_aimed_at(site: PublishedSite) -> None:
    lines = set(drawn(site.parsed["map/"]))
    in_maps = {target for _, _, target in lines} | {source for source, _, _ in lines}
    expected = {
        (objection.id, "objects to", objection.against)
        for objection in site.map.critique.objections
        if objection.against in in_maps
    }
    assert {line for line in lines if line[1] == "objects to"} == expected


# --- whose it is


def test_words_beside_every_claim_say_whose_it_is(site: PublishedSite) -> None:
    labels = Labels(site.map)
    unsaid = []
    for path, page in site.parsed.items():
        for link in page.select("a.claim"):
            claim = site.map.claims[claim_of(link)]
            beside = link.find_next_sibling()
            in_full = text_of(link) == claim.says
            if in_full and (beside is None or labels.whose(claim) not in text_of(beside)):
                unsaid.append((path, claim.id))
    assert unsaid == []


def test_the_article_names_an_objection_beside_each_paragraph_and_links_it_once(site: PublishedSite) -> None:
    article = site.parsed["article/"].article
    assert article
    links = [str(link["href"]) for link in article.select(".notes a[href*='objections/#']")]
    critique = site.map.critique
    placed = [record for record in (*critique.objections, *critique.tensions) if record.at]
    assert len(links) == len(set(links)) == len(placed)
    for objection in critique.objections:
        paragraphs = {locator.split(".")[0] for locator in objection.at}
        named = [told for told in article.select(".told") if objection.short in text_of(told)]
        assert len(named) == len(paragraphs), objection.id


def test_every_name_of_a_claim_is_marked_with_whose_it_is(site: PublishedSite) -> None:
    labels = Labels(site.map)
    marked = {
        (claim_of(link), origin)
        for page in site.parsed.values()
        for link in page.select("a.claim")
        for origin in ("author", "party", "unstated")
        if origin in link["class"]
    }
    assert marked == {(claim.id, labels.origin(claim)) for claim in site.map.claims.values()}


# --- what machines read


def test_every_page_has_a_description_of_its_own_and_its_full_address(site: PublishedSite) -> None:
    descriptions = set()
    for path, page in site.parsed.items():
        descriptions.add(page.select_one("meta[name=description]")["content"])
        assert page.select_one("link[rel=canonical]")["href"] == site.address + path
    assert "" not in descriptions
    assert len(descriptions) == len(site.parsed)


def test_every_page_has_its_policy_before_anything_is_run_or_fetched(site: PublishedSite) -> None:
    for page in [*site.pages.values(), site.folder / "404.html"]:
        html = page.read_text(encoding="utf-8")
        policy = html.index('<meta http-equiv="Content-Security-Policy"')
        assert policy < min(html.index("<script"), html.index("<link"))


def test_every_page_names_a_picture_that_is_there_and_as_large_as_links_need(site: PublishedSite) -> None:
    pictures = {str(page.select_one("meta[property='og:image']")["content"]) for page in site.parsed.values()}
    (address,) = pictures
    head = (site.folder / address.removeprefix(site.address)).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24]) == (1200, 630)


def linked_data(page: BeautifulSoup) -> dict[str, object]:
    (script,) = page.select("script[type='application/ld+json']")
    described: dict[str, object] = json.loads(script.string or "")
    return described


def test_each_claim_page_describes_its_claim_for_programs(
    site: PublishedSite, claim_pages: dict[str, BeautifulSoup]
) -> None:
    for claim_id, page in claim_pages.items():
        claim, described = site.map.claims[claim_id], linked_data(page)
        assert (described["@type"], described["name"], described["text"]) == ("Claim", claim.short, claim.says)
        assert described["url"] == f"{site.address}claims/{claim_id}/"
        assert described["author"]


def test_the_overview_describes_the_map_for_programs(site: PublishedSite) -> None:
    described = linked_data(site.parsed[""])
    assert (described["headline"], described["url"]) == (site.map.site.title, site.address)
    assert described["about"]["author"]["name"] == site.map.article.author


def test_robots_are_led_to_a_list_of_every_page(site: PublishedSite) -> None:
    robots = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {site.address}sitemap.xml" in robots
    sitemap = ElementTree.parse(site.folder / "sitemap.xml")
    assert {loc.text for loc in sitemap.iterfind(".//{*}loc")} == {site.address + path for path in site.pages}


def test_every_fragment_link_into_the_article_is_the_publisher_s_page(site: PublishedSite) -> None:
    publisher = urlsplit(site.map.article.url)
    links = {str(link["href"]) for page in site.parsed.values() for link in page.select("a[href*=':~:text=']")}
    assert {urlsplit(link)[:3] for link in links} == {publisher[:3]}
    assert len(links) == len(site.map.sentences)


def test_every_page_leads_to_the_feed(site: PublishedSite) -> None:
    for path, page in site.parsed.items():
        link = page.select_one("link[type='application/atom+xml']")
        assert link, path
        assert {"alternate", "feed"} == set(link["rel"])
        assert (site.pages[path].parent / str(link["href"])).resolve() == (site.folder / "feed.xml").resolve()
