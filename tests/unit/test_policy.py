from base64 import b64encode
from hashlib import sha256

import pytest

from argmap.policy import policy_of, with_policy

PAGE = '<!doctype html><html><head><meta charset="utf-8"><script>run()</script></head></html>'


def print_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def scripts_allowed(html: str) -> list[str]:
    (rule,) = [rule for rule in policy_of(html).split("; ") if rule.startswith("script-src ")]
    return rule.split()[1:]


def test_a_script_in_the_page_is_allowed_by_its_fingerprint():
    assert scripts_allowed("<script>run('¶')</script>") == ["'self'", print_of("run('¶')")]


def test_line_ends_and_spaces_belong_to_the_fingerprint():
    assert scripts_allowed("<script>\n run()\n</script>") == ["'self'", print_of("\n run()\n")]


def test_the_same_script_twice_is_allowed_once():
    assert scripts_allowed("<script>a</script><script>a</script>") == ["'self'", print_of("a")]


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/ld+json">{}</script>',
        '<script id="__config" type="application/json">{}</script>',
        '<script src="site.js"></script>',
        '<script defer src="site.js"></script>',
    ],
)
def test_data_and_files_need_no_fingerprint(html):
    assert scripts_allowed(html) == ["'self'"]


def test_nothing_from_elsewhere_and_no_inline_style_is_allowed():
    assert policy_of("").startswith("default-src 'self'; ")
    assert "unsafe" not in policy_of("")
    assert "style-src" not in policy_of("")


def test_the_policy_stands_before_the_first_script():
    html = with_policy(PAGE)
    assert html.index("Content-Security-Policy") < html.index("<script>")
    assert print_of("run()") in html


def test_a_page_gets_its_policy_once():
    assert with_policy(with_policy(PAGE)) == with_policy(PAGE)


def test_a_page_without_the_place_for_it_is_refused():
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html><head></head></html>")
