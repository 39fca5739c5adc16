"""What a reader meets in a real browser, on every page type, wide and on a phone, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PAGES, OpenPage, page_of_type
from tests.site.published import PublishedSite

Scheme: TypeAlias = Literal["light", "dark"]
SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def barriers(page: Page, looks: Iterable[tuple[int, Scheme]], left_out: Iterable[str] = ()) -> list[str]:
    """What axe finds on one page, turned: opening it anew for each look would take most of the tests' time."""
    rules = {rule: {"enabled": False} for rule in left_out}
    found = []
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        turn(page, scheme)
        # Without lists of what passes, which take axe a third of its time.
        report = Axe().run(page, options={"runOnly": WCAG_AA, "rules": rules, "resultTypes": ["violations"]}).response
        found += [
            f"{scheme}, {width} px: {violation['id']}: {node['html'][:120]}: {node['failureSummary']}"
            for violation in report["violations"]
            for node in violation["nodes"]
        ]
    return found


def turn(page: Page, scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme)
    page.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_type_has_no_barriers_in_any_look(open_page: OpenPage, tiny: PublishedSite, kind: str) -> None:
    page = open_page(tiny, page_of_type(kind, tiny))
    assert barriers(page, [(1300, "light"), (360, "light"), (360, "dark"), (1300, "dark")]) == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_barriers_at_its_full_length(open_page: OpenPage, mkdocs_site: PublishedSite, kind: str) -> None:
    page = open_page(mkdocs_site, page_of_type(kind, mkdocs_site))
    # Contrast hangs on styles, which the tiny map shows in full, and would take nine tenths of the time.
    assert barriers(page, [(1300, "light"), (360, "dark")], left_out=["color-contrast"]) == []


@pytest.mark.parametrize("kind", PAGES)
def test_the_text_begins_at_one_place_on_every_page(open_page: OpenPage, mkdocs_site: PublishedSite, kind: str) -> None:
    page = open_page(mkdocs_site, page_of_type(kind, mkdocs_site))
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().left") == 84


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_moves_while_a_page_comes(browser: Browser, mkdocs_site: PublishedSite, kind: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    # When the site's own fonts come, lines move by as much as those of the machine differ from them.
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(mkdocs_site.address + page_of_type(kind, mkdocs_site), wait_until="networkidle")
    moved = page.evaluate(
        """() => new Promise(resolve => {
            let moved = 0
            const add = list => { for (const shift of list.getEntries()) moved += shift.value }
            new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true })
            setTimeout(() => resolve(moved), 300)
        })"""
    )
    page.close()
    assert moved <= 0.02


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_a_narrow_screen_in_letters_that_can_be_read(
    open_page: OpenPage, mkdocs_site: PublishedSite, kind: str
) -> None:
    page = open_page(mkdocs_site, page_of_type(kind, mkdocs_site), width=320)
    # What lies in a box with a scroll bar of its own may be wider; anything else would be cut off.
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll("article, article *")].filter(element => {
            for (let box = element.parentElement; box.matches("article *"); box = box.parentElement)
                if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return false
            return element.getBoundingClientRect().right > innerWidth + 0.5
        }).map(element => element.outerHTML.slice(0, 120))"""
    )
    assert too_wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    smallest = page.evaluate(
        """() => {
            const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
            const sizes = []
            while (texts.nextNode())
                if (texts.currentNode.data.trim()) {
                    const element = texts.currentNode.parentElement
                    if (!element.checkVisibility()) continue
                    // The letters of a picture shrink with it.
                    const drawn = element instanceof SVGTextElement ? element.getScreenCTM().a : 1
                    sizes.push(drawn * parseFloat(getComputedStyle(element).fontSize))
                }
            return Math.min(...sizes)
        }"""
    )
    assert smallest >= 12


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_evidence_is_in_view_on_a_claim_page_without_a_click(
    open_page: OpenPage, mkdocs_site: PublishedSite, scripts: bool
) -> None:
    page = open_page(mkdocs_site, mkdocs_site.fullest_claim, scripts=scripts)
    evidence = page.locator("#evidence ~ *").first
    assert evidence.is_visible()
    assert evidence.inner_text().strip()


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_reads_the_same_without_scripts(open_page: OpenPage, tiny_site: PublishedSite, kind: str) -> None:
    path = page_of_type(kind, tiny_site)
    page = open_page(tiny_site, path)
    page.wait_for_load_state("networkidle")  # tools may still be on their way
    page.evaluate(
        """document.querySelectorAll(
            ".what-if, .filters, .finder, .copy, .references button, :is(.part-ways, .references) [role=status]"
        ).forEach(tool => tool.remove())
        // Of the questions that are asked one by one all are there.
        document.querySelectorAll(".part-ways li").forEach(question => question.hidden = false)"""
    )
    with_scripts = page.locator("article").inner_text()
    without_scripts = open_page(tiny_site, path, scripts=False).locator("article").inner_text()
    assert without_scripts.split() == with_scripts.split()


def test_sources_can_be_narrowed_without_leaving_the_page(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "evidence/sources/")
    findings = page.locator(".finding")
    stance = page.get_by_label("Stance").locator("option").last.get_attribute("value")
    page.get_by_label("Stance").select_option(stance)
    shown = [finding for finding in findings.all() if finding.is_visible()]
    assert 0 < len(shown) < findings.count()
    assert all(stance in (finding.get_attribute("class") or "").split() for finding in shown)
    assert page.locator(".filters").get_by_role("status").inner_text() == f"{len(shown)} findings shown"
    kinds = page.locator("h2[id^=kind-of-source]")
    assert 0 < len([kind for kind in kinds.all() if kind.is_visible()]) < kinds.count()
    page.get_by_label("Stance").select_option("")
    assert all(source.is_visible() for source in page.locator(".source").all())
    assert all(kind.is_visible() for kind in kinds.all())


def test_every_source_is_in_view_and_opens_without_scripts(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "evidence/sources/", scripts=False)
    source = page.locator(".source").first
    source.locator("summary").click()
    assert source.locator(".finding").first.is_visible()
    assert page.locator(".source:visible").count() == page.locator(".source").count()
    assert not page.locator(".filters").is_visible()


def test_the_reader_can_choose_light_or_dark(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "", scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.locator("label[for=__palette_1]").click()
    assert page.evaluate(paper) != dark


def drawn_as(page: Page, selector: str, part: str, style: str) -> str:
    """How a part of the first such element is drawn."""
    element = page.locator(selector).first
    return str(element.evaluate("(element, [part, style]) => getComputedStyle(element, part)[style]", [part, style]))


def test_whose_a_claim_is_shows_in_the_outline_of_its_block(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "map/")
    outlines = {
        drawn_as(page, f".argmap .node:has(> .box.{origin})", "::before", "borderLeftStyle")
        for origin in ("author", "party", "unstated")
    }
    assert len(outlines) == 3


def test_an_objection_has_a_drawn_flag_and_an_unstated_premise_its_sign(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    page = open_page(tiny_site, "map/")
    assert drawn_as(page, ".argmap .objection", "::before", "clipPath").startswith("polygon")
    unstated = page.locator(".argmap .box.unstated").first.text_content() or ""
    assert unstated.strip()[0] == tiny_site.map.vocabulary.signs.assumes.glyph


def test_the_marks_of_evidence_differ_by_which_way_a_source_speaks(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    page = open_page(tiny_site, "claims/customers-walk/")
    found = page.locator(".mark").evaluate_all(
        "marks => marks.map(mark => [mark.className, mark.offsetWidth > 0, getComputedStyle(mark).borderRadius])"
    )
    assert found
    assert all(wide for _, wide, _ in found)


# Each line, on whichever side it is drawn, against the first paper that lies under it.
FAINT_LINES = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
    const colour = (name) => {
        canvas.clearRect(0, 0, 1, 1)
        canvas.fillStyle = name
        canvas.fillRect(0, 0, 1, 1)
        return [...canvas.getImageData(0, 0, 1, 1).data]
    }
    const luminance = (name) => {
        const [r, g, b] = colour(name).map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
        return .2126 * r + .7152 * g + .0722 * b
    }
    const contrast = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
    const paper = (element) => {
        const own = getComputedStyle(element).backgroundColor
        return colour(own)[3] ? own : paper(element.parentElement)
    }
    const faint = []
    const look = (element, part) => {
        const style = getComputedStyle(element, part)
        if (part && style.content === "none") return
        for (const side of ["Top", "Right", "Bottom", "Left"]) {
            const [kind, width, line] = ["Style", "Width", "Color"].map(what => style[`border${side}${what}`])
            if (kind === "none" || !parseFloat(width) || !colour(line)[3]) continue
            const ratio = contrast(luminance(line), luminance(paper(element.parentElement)))
            if (ratio < 3) faint.push(`${element.className || element.parentElement.className}${part ?? ""}: ${ratio}`)
        }
    }
    for (const element of document.querySelectorAll(".premises, .attacks, .granted, .voice, .gist .word"))
        look(element)
    for (const element of document.querySelectorAll(".argmap *"))
        for (const part of [null, "::before", "::after"]) look(element, part)
    return [...new Set(faint)]
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["claims/bridge-is-unsafe/", "map/"])
def test_every_line_of_a_relation_stands_out_from_the_page(
    open_page: OpenPage, tiny_site: PublishedSite, path: str, scheme: Scheme
) -> None:
    page = open_page(tiny_site, path)
    turn(page, scheme)
    assert page.evaluate(FAINT_LINES) == []


def test_a_sentence_and_what_rests_on_it_light_each_other(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "article/#p2s3")
    lit = page.locator(".notes .lit")
    expect(lit.first).to_contain_text(tiny_site.map.claims["cracks-grow"].short)
    assert page.locator("p.lit").count() == 1
    page.locator("h3#p2s1 + p").hover()
    expect(page.locator("p.lit")).to_contain_text(tiny_site.map.sentences["p2.s1"].gist[:20])


def test_the_old_address_of_a_source_opens_where_it_is_first_named(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    source = tiny_site.map.evidence.sources[0]
    page = open_page(tiny_site, f"evidence/#{source.id}")
    expect(page.locator(f"[id='{source.id}']")).to_be_visible()
