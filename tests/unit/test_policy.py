from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from argmap.publishing.policy import policy_of, with_policies
from argmap.publishing.without_address import FIND_ROOT
from argmap.source.problems import BadData

# Two of the theme's own: one that never changes, one that holds the way up to the site's root.
FIXED = (
    "var target=document.getElementById(location.hash.slice(1));"
    'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))'
)
HEAD = '<!doctype html><html><head><meta charset="utf-8">'


def print_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def rules_of(html: str) -> dict[str, list[str]]:
    return {rule.split()[0]: rule.split()[1:] for rule in policy_of(html).split("; ")}


def scripts_allowed(html: str) -> list[str]:
    return rules_of(html)["script-src"]


def pages_of(folder: Path) -> dict[Path, str]:
    return {page: page.read_text(encoding="utf-8", errors="replace") for page in folder.rglob("*.html")}


def finished(tmp_path: Path, html: str) -> str:
    page = tmp_path / "index.html"
    page.write_text(html, encoding="utf-8")
    return with_policies(pages_of(tmp_path))[page]


def test_the_theme_s_script_is_allowed_by_its_fingerprint():
    assert scripts_allowed(f"<script>{FIXED}</script>") == ["'self'", print_of(FIXED)]


def test_the_same_script_twice_is_allowed_once():
    assert scripts_allowed(f"<script>{FIXED}</script>" * 2) == ["'self'", print_of(FIXED)]


def test_the_script_that_finds_the_site_is_allowed_and_no_other_like_it():
    assert scripts_allowed(f"<script>{FIND_ROOT}</script>") == ["'self'", print_of(FIND_ROOT)]
    assert scripts_allowed(f"<script>{FIND_ROOT};</script>") == ["'self'"]


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/ld+json">{}</script>',
        '<script id="__config" type="application/json">{}</script>',
        '<script src="site.js"></script>',
        '<script defer src="site.js"></script>',
        '<script defer data-src="site.js"></script>',
    ],
)
def test_data_and_files_need_no_fingerprint(html):
    assert scripts_allowed(html) == ["'self'"]


@pytest.mark.parametrize(
    "script",
    [
        "<script>run()</script>",
        "<SCRIPT>run()</SCRIPT >",
        "<script\ntype=module>run()</script>",
        '<script type="text/javascript">run()</script>',
        '<script data-src="site.js">run()</script>',
        f"<script>{FIXED};run()</script>",
        f"<script>{FIXED}\n</script>",
        '<script>window.location.replace(["elsewhere",window.location.search,window.location.hash].join(""))</script>',
    ],
)
def test_a_script_that_is_not_the_theme_s_is_named_with_its_place_and_never_allowed(tmp_path, script):
    with pytest.raises(BadData, match=r"index\.html:2:4: this script is not one of the theme's"):
        finished(tmp_path, f"{HEAD}\n<p>{script}")
    assert scripts_allowed(script) == ["'self'"]


def test_every_foreign_script_is_named_and_no_page_changed(tmp_path):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(f"{HEAD}<script>run()</script>", encoding="utf-8")
    with pytest.raises(BadData) as found:
        with_policies(pages_of(tmp_path))
    assert [problem.place.file.name for problem in found.value.problems] == ["a.html", "b.html"]


def test_the_policy_is_the_one_that_was_agreed():
    assert rules_of("") == {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }


def test_the_policy_stands_before_the_first_script(tmp_path):
    html = finished(tmp_path, f"{HEAD}<script>{FIXED}</script></head></html>")
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_a_page_gets_its_policy_once(tmp_path):
    html = finished(tmp_path, f"{HEAD}<script>{FIXED}</script>")
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert with_policies(pages_of(tmp_path)) == {}


def test_a_page_that_is_not_the_theme_s_stays_as_it_is(tmp_path):
    (tmp_path / "owner.html").write_text("site-verification: owner.html", encoding="utf-8")
    assert with_policies(pages_of(tmp_path)) == {}
