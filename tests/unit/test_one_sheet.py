"""A built site's pages get one style sheet for the theme's and ours, without the theme's rules that meet nothing."""

import re
from pathlib import Path

import pytest

from argmap.publishing.one_sheet import ONE_SHEET, with_one_sheet

THEME, OURS = "assets/stylesheets/main.css", "assets/site.css"


def link(path: str) -> str:
    return f'<link rel="stylesheet" href="{path}">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path in (THEME, OURS, "assets/javascripts/bundle.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    return tmp_path


def sheet_for(site: Path, body: str, theme: str, script: str = "", ours: str = "") -> str:
    (site / THEME).write_text(theme, encoding="utf-8")
    (site / OURS).write_text(ours, encoding="utf-8")
    (site / "assets/javascripts/bundle.js").write_text(script, encoding="utf-8")
    page = f"{link(THEME)}\n{link(OURS)}{body}"
    return with_one_sheet({site / "index.html": page}, site)[1][ONE_SHEET].decode().strip()


@pytest.mark.parametrize("up", ["", "../../", "/", "/map/", "https://example.org/map/"])
def test_a_page_links_one_sheet_in_place_of_several_at_any_depth(site, up):
    page = site / "index.html"
    pages, made = with_one_sheet({page: f"<head>{link(up + THEME)}\n  {link(up + OURS)}</head>"}, site)
    assert pages == {page: f"<head>{link(up + ONE_SHEET)}</head>"}
    assert made.keys() == {ONE_SHEET}


def test_a_page_with_one_sheet_stays_as_it_is(site):
    pages = {site / "index.html": link(ONE_SHEET), site / "embed.html": link(OURS)}
    assert with_one_sheet(pages, site) == (pages, {})


def test_pages_with_other_sheets_get_another_one(site):
    """One sheet for all would give a page the rules of another; the commonest has the plain name."""
    (site / THEME).write_text("p{color:red}", encoding="utf-8")
    (site / OURS).write_text("p{color:blue}", encoding="utf-8")
    odd, others = site / "a.html", (site / "b.html", site / "c.html")
    pages, made = with_one_sheet(
        {odd: link(OURS) + link(THEME)} | dict.fromkeys(others, link(THEME) + link(OURS)), site
    )
    assert pages == {odd: link("assets/one-2.css")} | dict.fromkeys(others, link(ONE_SHEET))
    assert made == {ONE_SHEET: b"p{color:red}\np{color:blue}", "assets/one-2.css": b"p{color:blue}\np{color:red}"}


@pytest.mark.parametrize(
    "rule",
    [
        "p{color:red}",
        ".here{color:red}",
        ".here .there{color:red}",
        "[data-x=a] .here:hover::after{color:red}",
        "p:not(.nowhere){color:red}",
        ".here:is(.nowhere,p){color:red}",
        ".by-script{color:red}",
        ".made--open{color:red}",
        r".sm\:here{color:red}",
        "@media print{.here{color:red}}",
        "@font-face{font-family:a}",
        "@keyframes turn{0%{color:red}}",
        "[data-md-color-primary=mine]{color:red}",
        "p:not([data-md-color-primary=red]){color:red}",
    ],
)
def test_a_rule_that_may_meet_an_element_is_kept(site, rule):
    body = '<p class=\'here sm:here\' data-md-color-primary="mine"><b class="there x">'
    assert sheet_for(site, body, rule, 'e.className="by-script "+`made--${state}`') == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".nowhere{color:red}",
        ".here.nowhere{color:red}",
        "@media print{.nowhere{color:red}}",
        "[data-md-color-accent=red] p{color:red}",
    ],
)
def test_a_rule_of_the_theme_that_asks_for_what_no_page_has_is_left_out(site, rule):
    assert sheet_for(site, '<p class="here">', rule) == ""


@pytest.mark.parametrize("asking", ["ours", "script"])
def test_a_property_of_the_theme_that_something_asks_for_is_kept(site, asking):
    theme = ":root{--icon:url(\"data:image/svg+xml,<svg a='1;2'>\");--size:1px}p{width:var(--size)}"
    asked = sheet_for(site, "", theme, **{asking: {"ours": "p{mask:var(--icon)}", "script": 'get("--icon")'}[asking]})
    assert theme in asked


def test_a_property_of_the_theme_that_only_such_properties_ask_for_is_left_out(site):
    assert sheet_for(site, "", ":root{--a:var(--b);--b:url('x;y');--c:1px}p{width:var(--c)}") == (
        ":root{--c:1px}p{width:var(--c)}"
    )


def test_of_several_selectors_only_those_are_kept_that_may_meet_an_element(site):
    assert sheet_for(site, '<p class="here">', ".here,.nowhere,p{color:red}") == ".here,p{color:red}"


def test_our_own_rules_come_last_and_are_all_kept(site):
    sheet = sheet_for(site, "", "p{color:red}", ours=".nowhere { color: blue }")
    assert re.sub(r"\s+", " ", sheet) == "p{color:red} .nowhere { color: blue }"
