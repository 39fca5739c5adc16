"""What the theme's templates make of pages that are not like the others, without a publisher."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

THEME = Path(__file__).parents[2] / "docs" / ".theme"
BLOCKS = ("header", "htmltitle", "extrahead", "scripts")
BASE = "".join(f"{{% block {name} %}}{{% endblock %}}" for name in BLOCKS)


@pytest.fixture
def theme() -> Environment:
    theme = Environment(loader=ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(THEME)]))
    theme.filters["url"] = str
    theme.globals["lang"] = SimpleNamespace(t=str)
    return theme


def test_a_page_that_a_person_wrote_is_shown_elsewhere_by_its_heading(theme: Environment):
    config = {"site_name": "A map", "site_url": "https://example.org/"}
    page = {"title": "Mine &amp; &quot;yours&quot;", "meta": {}, "canonical_url": "https://example.org/essay/"}
    html = theme.get_template("main.html").render(config=config, page=page)
    assert '<meta property="og:title" content="Mine &amp; &#34;yours&#34;">' in html
    assert "og:description" not in html
    page["meta"] = {"title": "A claim", "description": "What it says."}
    html = theme.get_template("main.html").render(config=config, page=page)
    assert '<meta property="og:title" content="A claim">' in html
    assert '<meta property="og:description" content="What it says.">' in html


@pytest.mark.parametrize("address", ["tour/", "tour/index.html"])
def test_the_tour_is_a_button_on_a_server_and_in_a_folder_of_files(theme: Environment, address: str):
    place = {"title": "Read", "children": [{"title": "Overview", "url": "."}, {"title": "Tour", "url": address}]}
    html = theme.get_template("partials/tabs.html").render(nav=SimpleNamespace(items=[place]))
    assert html.count(f'<a class="places__tour" href="{address}"') == html.count(address) == 1
