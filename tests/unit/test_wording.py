"""Every fixed text stands in `wording/`, is used, and gets the values it asks for; no template has its own."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from jinja2 import nodes
from markupsafe import Markup
from tests.built import build_site
from tests.mistaken import TINY

import argmap
from argmap.naming.urls import FORMAT
from argmap.naming.wording import FOLDER, Wording, read_wording
from argmap.pages.markdown import as_text, sayer
from argmap.pages.templating import TEMPLATES, templates

PACKAGE = Path(argmap.__file__).parent
ASSETS = PACKAGE.parents[1] / "docs" / "assets"
WORDING = read_wording()
TRANSLATIONS = [read_wording(file.stem) for file in sorted(FOLDER.glob("*.yaml")) if file.stem != WORDING.language]
SOURCES = {file.name: file.read_text(encoding="utf-8") for file in sorted(TEMPLATES.glob("*.j2"))}
SCRIPTS = {
    file.name: file.read_text(encoding="utf-8")
    for folder in (PACKAGE / "pages" / "scripts", ASSETS / "what-if")
    for file in sorted(folder.glob("*.js"))
}
HITS = "scripts.hits"  # is in the script itself, for the search stands on every page
PARSED = {name: templates(WORDING).parse(source) for name, source in SOURCES.items()}
CALLS = ("say", "plain")


class Asked(NamedTuple):
    """A call for a text: its key, or what its key begins with, and the names of the values, if they are listed."""

    where: str
    key: str
    whole: bool
    values: frozenset[str] | None


def asked_in_templates() -> Iterator[Asked]:
    for name, template in PARSED.items():
        for call in template.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in CALLS:
                values = None if call.dyn_kwargs else frozenset(value.key for value in call.kwargs)
                for first in beginnings_in_template(call.args[0]):
                    yield Asked(name, first, isinstance(call.args[0], nodes.Const | nodes.CondExpr), values)


def beginnings_in_template(key: nodes.Expr) -> list[str]:
    if isinstance(key, nodes.Const):
        return [key.value]
    if isinstance(key, nodes.Concat):
        return beginnings_in_template(key.nodes[0])
    if isinstance(key, nodes.CondExpr):
        return [*beginnings_in_template(key.expr1), *beginnings_in_template(key.expr2)]
    return []


def asked_in_code() -> Iterator[Asked]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) == "say":
                key = call.args[0]
                values = frozenset(str(value.arg) for value in call.keywords)
                if isinstance(key, ast.Constant):
                    yield Asked(file.name, key.value, True, values)
                elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                    yield Asked(file.name, key.values[0].value, False, values)


ASKED = [*asked_in_templates(), *asked_in_code()]
SECTIONS = {
    section
    for template in PARSED.values()
    for call in template.find_all(nodes.Call)
    if isinstance(call.node, nodes.Name) and call.node.name == "texts"
    for section in [tuple(argument.value for argument in call.args)]
} | {("not-found.near",)}  # on a page that only the publisher renders
# Keys that are chosen first and asked for later.
QUOTED = {
    constant
    for source in [*SOURCES.values(), *(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))]
    for constant in re.findall(r'"([a-z][\w-]*(?:\.[\w-]+)+)"', source)
}


def forms_of(key: str, wording: Wording = WORDING) -> dict[str, str]:
    text = wording.texts[key]
    return {"": text} if isinstance(text, str) else dict(text)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: f"{asked.where}: {asked.key}")
def test_a_text_that_is_asked_for_is_there_and_gets_the_values_that_it_needs(asked):
    keys = [asked.key] if asked.whole else [key for key in WORDING.texts if key.startswith(asked.key)]
    assert keys
    assert all(key in WORDING.texts for key in keys)
    for key in keys if asked.values is not None else []:
        needed = set().union(*map(placeholders, forms_of(key).values()))
        decides = {"n"} if len(forms_of(key)) > 1 else set()
        assert asked.values == needed | decides, key


@pytest.mark.parametrize("key", WORDING.texts)
def test_every_text_is_used(key):
    begun = any(key.startswith(asked.key) for asked in ASKED if not asked.whole)
    whole = any(asked.key == key for asked in ASKED if asked.whole)
    in_scripts = any(key.startswith(f"{section}.") for sections in [*SECTIONS, (HITS,)] for section in sections)
    assert begun or whole or in_scripts or any(key.startswith(quoted) for quoted in QUOTED)


@pytest.mark.parametrize("wording", [WORDING, *TRANSLATIONS], ids=lambda wording: wording.language)
@pytest.mark.parametrize("key", WORDING.texts)
def test_a_text_has_the_forms_of_its_language_and_plain_placeholders(key, wording):
    forms = forms_of(key, wording)
    if isinstance(wording.texts[key], str):
        assert forms[""]
    else:
        assert set(forms) == {*wording.locale.plural_form.tags, "other"}
    for text in forms.values():
        assert all(re.fullmatch(r"[a-z_]+", name) for name in placeholders(text)), text
        assert not re.search(r"\{[{%#]", text), "it would be read as a part of the template"


@pytest.mark.parametrize("wording", TRANSLATIONS, ids=lambda wording: wording.language)
def test_a_translation_has_the_same_texts_and_each_is_filled_with_the_same(wording):
    assert list(wording.texts) == list(WORDING.texts)
    assert {key: set().union(*map(placeholders, forms_of(key, wording).values())) for key in wording.texts} == {
        key: set().union(*map(placeholders, forms_of(key).values())) for key in WORDING.texts
    }


def test_a_language_without_a_wording_has_the_english_one_and_a_kind_of_one_its_own():
    assert read_wording("fa") is WORDING
    assert read_wording("de-AT").language == "de"


@pytest.mark.parametrize("wording", TRANSLATIONS, ids=lambda wording: wording.language)
def test_a_map_in_another_language_shows_no_english_text(tmp_path, wording):
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    site = data / "site.yaml"
    said = "".join(file.read_text(encoding="utf-8") for file in data.rglob("*.yaml"))
    site.write_text(site.read_text(encoding="utf-8").replace("language: en\n", f"language: {wording.language}\n"))
    # The fields of the data are described in the engine's own language.
    pages = "\n".join(page for path, page in build_site(data).items() if path.endswith(".md") and path != FORMAT)
    english = [text for key, text in WORDING.texts.items() if isinstance(text, str) and is_told(key, text)]
    assert [text for text in english if str(as_text(text)) in pages and text not in said] == []


def is_told(key: str, text: str) -> bool:
    """Whether a text is English beyond doubt: without values, of several words, and not the same in every language."""
    same = any(wording.texts[key] == text for wording in TRANSLATIONS)
    return "{" not in text and text.count(" ") > 1 and not same


@pytest.mark.parametrize("sections", sorted(SECTIONS))
def test_the_texts_of_a_tool_are_all_called_by_names_of_their_own(sections):
    assert len(WORDING.below(*sections)) == sum(len(WORDING.below(section)) for section in sections)


def test_scripts_call_the_texts_that_their_pages_bring_and_no_others():
    brought = {key for sections in SECTIONS for key in WORDING.below(*sections)}
    first = re.compile(r'\b(?:say|pieces|button|copier)\((?:say, )?"([a-z-]+)"')
    chosen = re.compile(r'\bsay\(.*? \? "([a-z-]+)" : "([a-z-]+)"')
    scripts = "\n".join(SCRIPTS.values())
    called = {*first.findall(scripts), *(key for keys in chosen.findall(scripts) for key in keys)}
    assert called <= brought
    values = {"doubted", "unsupported", "weakened", "stands"}
    assert brought - called == values | {f"list-{value}" for value in values} | {"open"}


def test_every_kind_of_hit_has_its_word():
    kinds = set(re.findall(r', "([a-z]+)"\]', SCRIPTS["search.js"]))
    assert kinds == set(WORDING.below(HITS))


@pytest.mark.parametrize("name", SOURCES)
def test_a_template_has_no_words_of_its_own(name):
    source = re.sub(r"\{#.*?#\}", "", SOURCES[name], flags=re.DOTALL)
    source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", source)
    for attribute in re.findall(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"', source):
        assert not re.search(r"[^\W\d_]{2}", attribute)
    rest = re.sub(r"<[^>]*>|\{[:.\s][^}]*\}|\{[^}]*=[^}]*\}|\]\([^)]*\)|&\w+;", "", source)
    rest = re.sub(r"^(title|description|hide|linked_data|search):( \{exclude: true\})?", "", rest, flags=re.MULTILINE)
    rest = rest.replace("[CC BY 4.0", "")  # a name
    assert re.findall(r"[^\W\d_]{2,}", rest) == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_template_hides_no_words_in_its_expressions(name):
    constants = [str(constant.value) for constant in PARSED[name].find_all(nodes.Const)]
    assert [text for text in constants if re.search(r"[^\W\d_] [^\W\d_]", text)] == []


def test_whoever_asks_for_what_is_not_there_is_told_the_key():
    with pytest.raises(KeyError, match=r"claim\.nothing"):
        WORDING.say("claim.nothing")
    with pytest.raises(KeyError, match=r"claim\.before.*claim"):
        WORDING.say("claim.before")
    with pytest.raises(KeyError, match=r"counts\.claims.*n"):
        WORDING.say("counts.claims")


def test_a_number_chooses_the_form_by_the_rules_of_the_language():
    texts = {"claims": {"one": "{n} тезис", "few": "{n} тезиса", "many": "{n} тезисов", "other": "{n} тезиса"}}
    wording = Wording("ru", texts)
    assert [wording.say("claims", n=n) for n in (1, 3, 5, 21)] == ["1 тезис", "3 тезиса", "5 тезисов", "21 тезис"]


def test_what_is_filled_in_is_encoded_unless_it_is_markup():
    say = sayer(WORDING)
    assert say("claim.before", claim="<b> *x*") == f"Before: {as_text('<b> *x*')}"
    assert say("claim.before", claim=Markup("*x*")) == "Before: *x*"
