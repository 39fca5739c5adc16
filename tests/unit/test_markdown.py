"""Whatever text stands in the data, the page shows that text and nothing else."""

import html
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.naming.wording import read_wording
from argmap.pages.markdown import as_address, as_meta, as_text
from argmap.pages.templating import templates

SETTINGS = Path(__file__).parent.parent.parent / "mkdocs.yml"

# What a curator can get past the reader of the files: no control characters, white space folded.
TEXTS = (
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
HOSTILE = (
    st.lists(
        st.sampled_from(
            [
                "[x](javascript:1)",
                "<script>",
                "</title>",
                "&#60;",
                "&amp;",
                "**",
                "__",
                "`",
                "``",
                "{: #id }",
                "{.c}",
                "](",
                "!",
                "![a](b)",
                "1.",
                "- ",
                "# ",
                "> ",
                "| a |",
                ": ",
                "*[a]: b",
                "[^1]",
                "\\",
                "~~~",
                "---",
                "<b>",
                "http://a.b",
                "x",
                " ",
            ]
        )
    )
    .map("".join)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
WHATEVER = st.one_of(TEXTS, HOSTILE)


class Page(HTMLParser):
    """The text of a page, with white space folded, and the tags that it consists of."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self._text: list[str] = []
        extensions = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
        self.feed(markdown.markdown(source, extensions=extensions))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self._text.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._text).split())


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("frame", "tags"),
    [
        ("{}", ["p"]),
        ("# {} {{: #there }}", ["h1"]),
        ("[{}](there.md){{ .claim }}", ["p", "a"]),
        ("- {}", ["ul", "li"]),
        ("- [<small>a</small> {}](there.md){{ .box #there }}\n{{: .node }}", ["ul", "li", "a", "small"]),
        ("| {} | b |\n|---|---|\n| c | d |", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]),
        ("**Because:** {}", ["p", "strong"]),
        ('<div class="x" markdown>\n\n{}\n\n</div>', ["div", "p"]),
    ],
)
@given(text=WHATEVER)
@example(text="1. first")
@example(text="[x](javascript:alert(1))")
@example(text="&#133; &amp; <b>")
def test_text_is_shown_as_it_stands(frame, tags, text):
    page = Page(frame.format(as_text(text)))
    assert page.tags == tags
    assert folded(text) in page.text


@given(text=WHATEVER)
def test_front_matter_is_one_line_of_escaped_text(text):
    line = f"title: {as_meta(text)}"
    title = yaml.safe_load(line)["title"]
    assert html.unescape(title) == text
    assert not set('<>"') & set(title)


@given(text=WHATEVER)
def test_a_template_escapes_what_it_prints(text):
    template = templates(read_wording()).from_string("{% macro m(x) %}*{{ x }}*{% endmacro %}{{ m(text) }}")
    assert template.render(text=text) == f"*{as_text(text)}*"


@given(query=WHATEVER)
def test_an_address_stays_one_link(query):
    address = f"https://example.org/?q={query.replace(' ', '%20')}"
    page = Page(f"[there]({as_address(address)})")
    assert page.tags == ["p", "a"]
    assert page.text == "there"
