"""One style sheet instead of the theme's and ours, so that a page waits for one answer before it shows its first word.

Of the theme's rules those are left out that ask for a class, or for one of its colours, which no page has and no script
names: about a third; then its custom properties that nothing asks for, as the icons of boxes that no page has. The idea
is that of PurgeCSS (https://purgecss.com), which is careful in the same way: a word that might be a class is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, IdentToken, LiteralToken, Node, QualifiedRule

ONE_SHEET = "assets/one.css"
"""Of most pages. Beside our own sheet, whose addresses of fonts count from there; the theme's name nothing outside."""

_THEME = "assets/stylesheets/"
# All the sheets of a page, one after the other, each with the way up to the site's root.
_SHEET = r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+\.css)">'
_SHEETS = re.compile(rf"{_SHEET}(?:\s*{_SHEET})+")
_CLASSES = re.compile(r"""\bclass=["']?([^"'>]*)""")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
# One of the theme's colours by its name, as a page has it and as a rule asks for it.
_COLOUR = re.compile(r"""data-md-color-(primary|accent)=["']?([\w-]+)""")
_PROPERTY = re.compile(r"--[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_DECLARED = re.compile(r"""(?<=[{;])(--[\w-]+):(?:"[^"]*"|[^";{}])*(?:;|(?=\}))""")


def with_one_sheet(pages: Mapping[Path, str], site: Path) -> tuple[dict[Path, str], dict[str, bytes]]:
    """The pages of a built site, each with one sheet for its several, and those sheets by their paths below the site.

    Pages with other sheets, as of other templates, get another one, so that none gets the rules of another. Nothing
    changes where no page has several, as in a site that was finished before.
    """
    several = {page: sheets for page, html in pages.items() if (sheets := _sheets_of(html))}
    names = {sheets: _name(number) for number, (sheets, _) in enumerate(Counter(several.values()).most_common(), 1)}
    used = _Used([*pages.values()], site)

    def joined(sheets: tuple[str, ...]) -> bytes:
        texts = {sheet: (site / sheet).read_text(encoding="utf-8") for sheet in sheets}
        themes = {sheet: used.of(text) for sheet, text in texts.items() if sheet.startswith(_THEME)}
        ours = "".join(text for sheet, text in texts.items() if sheet not in themes)
        texts |= _without_idle_properties(themes, ours, used.properties)
        return "\n".join(texts.values()).encode()

    linked = {
        page: _SHEETS.sub(rf'<link rel="stylesheet" href="\g<1>{names[sheets]}">', pages[page], count=1)
        for page, sheets in several.items()
    }
    return {**pages, **linked}, {name: joined(sheets) for sheets, name in names.items()}


def _without_idle_properties(themes: Mapping[str, str], ours: str, known: Collection[str]) -> dict[str, str]:
    """The theme's sheets without custom properties that no sheet asks for and no script knows.

    One may be asked for by another alone, so it is asked again until all that are left are asked for.
    """
    asked = {*known, *_ASKED.findall("".join([ours, *themes.values()]))}
    left = {
        name: _DECLARED.sub(lambda found: found[0] if found[1] in asked else "", text) for name, text in themes.items()
    }
    return left if left == themes else _without_idle_properties(left, ours, known)


def _name(number: int) -> str:
    """The path of the sheet for the commonest set of sheets, the next, and so on."""
    return ONE_SHEET if number == 1 else ONE_SHEET.replace(".css", f"-{number}.css")


def _sheets_of(html: str) -> tuple[str, ...]:
    found = _SHEETS.search(html)
    return tuple(sheet for _, sheet in re.findall(_SHEET, found[0])) if found else ()


class _Used:
    """The classes and colours that pages have, and what scripts may give to an element."""

    def __init__(self, pages: Collection[str], site: Path) -> None:
        scripts = [script.read_text(encoding="utf-8") for script in site.glob("assets/**/*.js")]
        self.properties = {name for script in scripts for name in _PROPERTY.findall(script)}
        self._colours = {found for html in pages for found in _COLOUR.findall(html)}
        self._names = {name for html in pages for found in _CLASSES.findall(html) for name in found.split()}
        self._names.update(word for script in scripts for word in _WORD.findall(script))
        # A script may put a name together, and has then its beginning.
        self._beginnings = tuple(name for name in self._names if name.endswith("-"))

    def of(self, sheet: str) -> str:
        """The rules of a sheet that may meet an element, in their order."""
        return "".join(self._rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))

    def _rules(self, rules: Iterable[Node]) -> Iterator[str]:
        for rule in rules:
            if isinstance(rule, QualifiedRule):
                if kept := [tinycss2.serialize(selector) for selector in _selectors(rule) if self._may_meet(selector)]:
                    yield f"{','.join(kept)}{{{tinycss2.serialize(rule.content)}}}"
            elif isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports"):
                nested = tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)
                if within := "".join(self._rules(nested)):
                    yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
            else:
                yield rule.serialize()

    def _may_meet(self, selector: list[Node]) -> bool:
        """Whether its classes and its colour are in use; what stands in brackets, as after `:not`, asks for none."""
        colours = _COLOUR.findall("".join(part.serialize() for part in selector if part.type == "[] block"))
        if not self._colours.issuperset(colours):
            return False
        asked = (name.value for dot, name in pairwise(selector) if _is(".", dot) and isinstance(name, IdentToken))
        return all(name in self._names or name.startswith(self._beginnings) for name in asked)


def _selectors(rule: QualifiedRule) -> Iterator[list[Node]]:
    selector: list[Node] = []
    for token in rule.prelude:
        if _is(",", token):
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _is(sign: str, token: Node) -> bool:
    return isinstance(token, LiteralToken) and token.value == sign
