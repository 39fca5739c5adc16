"""Every fixed text that reaches a reader, by key, from `wording/`: a translation is one more file there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import yaml
from babel import Locale

FOLDER = Path(__file__).with_name("wording")
FALLBACK = "en"
_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})  # of numbers, as Unicode's CLDR names them

Text = str | Mapping[str, str]
"""A text with its placeholders, or one for each category of numbers where `n` decides."""


@dataclass(frozen=True, eq=False)  # compared as itself, so that what is printed in it can be cached
class Wording:
    """The texts of one language."""

    language: str
    texts: Mapping[str, Text]

    @cached_property
    def locale(self) -> Locale:
        """What is known of the language beside its texts: plurals, months, how numbers are written."""
        return Locale.parse(self.language, sep="-")

    @cached_property
    def _category(self) -> Callable[[int], str]:
        return cache(self.locale.plural_form)

    def say(self, key: str, /, **values: object) -> str:
        """The text with its placeholders filled in; whoever asks for what is not there has made a mistake."""
        return self.fill(key, values.get("n"), values)

    def fill(self, key: str, n: object, values: Mapping[str, object]) -> str:
        """The same with values that are already encoded for where the text goes; `n` is the number that decides."""
        try:
            text = self.texts[key]
            if not isinstance(text, str):
                text = text[self._category(n) if isinstance(n, int) else "n"]
            return text.format_map(values)
        except KeyError as missing:
            lacks = f"lacks a value for {missing}" if key in self.texts else "is not there"
            raise KeyError(f"the text {key!r} of {self.language}.yaml {lacks}") from None

    def below(self, *sections: str) -> dict[str, Text]:
        """The texts of these sections by what follows the section in their keys, as the browser scripts call them."""
        found = ((key.partition(f"{section}."), text) for section in sections for key, text in self.texts.items())
        return {name: text for (before, matched, name), text in found if matched and not before}


def read_wording(language: str = FALLBACK) -> Wording:
    """The wording of a language such as `de` or `de-AT`, or the English one where it has none.

    It is read again only when it has changed, as it may while `mkdocs serve` runs.
    """
    files = (FOLDER / f"{code}.yaml" for code in (language, language.partition("-")[0]))
    file = next((file for file in files if file.exists()), FOLDER / f"{FALLBACK}.yaml")
    return _read_wording(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read_wording(file: Path, changed: int) -> Wording:
    with file.open(encoding="utf-8") as stream:
        content = yaml.load(stream, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Wording(content.pop("language"), dict(_flat(content)))


def _flat(section: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Text]]:
    for name, value in section.items():
        if isinstance(value, Mapping) and not _CATEGORIES.issuperset(value):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, Mapping):
            yield f"{prefix}{name}", {category: str(text) for category, text in value.items()}
        else:
            yield f"{prefix}{name}", str(value)
