"""A new project beside this one: the engine and the tests as they are, and of the map only its beginning."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from argmap.drafting.article_text import read_article, remarks_on
from argmap.loading.load import load_map
from argmap.loading.measuring import Kept, paragraphs_to_paste
from argmap.loading.schemas import write_schemas
from argmap.model.records import LANGUAGE_CODE
from argmap.naming.urls import tour_page
from argmap.naming.wording import Wording, read_wording
from argmap.publishing.files import told
from argmap.publishing.settings import in_language
from argmap.source.problems import BadData, Place, Problem
from argmap.source.reader import not_utf8
from argmap.text.sentences import split_article

# What speaks of one map alone. The vocabulary is kept: it is as good a beginning for another text.
_OWN = re.compile(
    r"data/(?!vocabulary\.yaml$|schema/).*|README\.md|CHANGELOG\.md|CITATION\.cff|tests/addresses\.txt"
    r"|docs/assets/overview\.png|examples/.*"
)
# What tools leave behind, where no Git says what is the project's.
_LEFT_BEHIND = re.compile(
    r"\.(?:git|venv|hypothesis|staging|site-next.*|\w+_cache)|site|site\.zip|links\.csv|__pycache__"
)
_MEND = "name a folder that you may write, with room"

_README = """# {name}

An argument map of one article. [CONTRIBUTING.md](CONTRIBUTING.md) leads through it: what each sentence says, the
claims, what rests on what. `make check` says what is there and what is still to do.
You need `make` and Python 3.11 or newer with its `venv` module; the first run installs everything else into `.venv/`.

```sh
make serve   # shows the site on http://127.0.0.1:8000/ and follows every edit
make test    # runs every test
```

Code: [MIT](LICENSE). Data and text: [CC BY 4.0](LICENSE-DATA). The article belongs to its author and publisher.
"""
_CHANGELOG = """# Changelog

## Unreleased

- The map is begun.
"""
_CITATION = """cff-version: 1.2.0
message: If you use the map, please cite it, and cite the article itself for what its author says.
title: "{name}"
type: dataset
authors:
  - name: the map's curators
license:
  - CC-BY-4.0
  - MIT
"""
_ARTICLE = """# yaml-language-server: $schema=schema/article.schema.json
# The article: what is known of it, and what each of its sentences says. `make check` names what is still empty; an
# editor that reads the schema says what each field holds.
#
# A line that begins with #> is the sentence itself, for you alone: `make strip` takes them all out, and a map is not
# committed before. Write each gist in words of your own, with every hedge; roles are those of vocabulary.yaml.
title:
author:
publisher:
# A text without an address has, instead, `found-in: where it can be found`.
url:
# Where it is no opinion article: `called: A sermon`. A text in the public domain: `rights: public-domain`.
written:
known-until:
known-until-because:
kind:
language: {language}
"""
_SITE = """# yaml-language-server: $schema=schema/site.schema.json
# What the pages say about this map. While `draft` is true, what is missing is counted, not refused.
draft: true
title: "{name}"
description: "{description}"
main-conclusion:
# For those who cite the map: `version: "1.0"` and `published: 2026-01-31`. For the first look: `question`, `answer`,
# `why`, `weakest`.
one-minute:
#  - says: A sentence of about 120 words in all.
#    claim: the-claim-that-it-puts-in-short
# The claims of the main line, from the conclusion down.
backbone:
maps:
#  - claim: the-main-conclusion
#    title: The whole argument
#    about: What it holds, in a sentence.
"""
_EMPTY = {
    "critique.yaml": "# What speaks against it, the article's own first.\nobjections: []\ntensions: []\n",
    "evidence.yaml": "# What sources outside the article say of its claims.\nsources: []\nassessments: []\n",
    "predictions.yaml": "# What the article expects, and what has happened.\npredictions: []\n",
    "glossary.yaml": "# People, institutions, events and concepts.\nterms: []\n",
    "changes.yaml": "# What has changed in what the map says, the newest first.\nchanges: []\n",
    "retired.yaml": "# Ids that were published once and given up.\nretired: []\n",
}
_VOCABULARIES = Path(__file__).with_name("vocabulary")
"""The vocabulary in other languages than the one of the map that is copied."""


def begin(project: Path, into: Path, article: Path, language: str = "en") -> str:
    """Copy a project without its map into a folder that is empty or not there yet, and measure the article's text.

    Says what to do next; raises `BadData` where there is no room, or no text.
    """
    if not re.fullmatch(LANGUAGE_CODE, language):
        raise _refused(Path(language), "this is no code of a language", "write one such as de, fa or pt-BR")
    text = read_article(article, language)
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        message = "something is there already, and nothing is overwritten"
        raise _refused(into, message, "name a folder that is not there yet")
    if into.resolve().is_relative_to(project.resolve()):
        raise _refused(
            into, "this lies inside the project that is copied", "name a folder beside it, such as ../my-map"
        )
    with told("written", into, _MEND):
        for path in _files_of(project):
            if not _OWN.fullmatch(path):
                (into / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(project / path, into / path)
        _write_beginning(into, text, language)
    sentences = sum(map(len, split_article(text, language)))
    return (
        "".join(f"{remark}\n" for remark in remarks_on(text, article, language))
        + f"{into.as_posix()}: a new map of {sentences} sentences is begun.\n"
        f"Next: cd {into.as_posix()}, then `make check`, which says what to do; CONTRIBUTING.md has the whole way.\n"
    )


def strip_sentences(data: Path) -> str:
    """Take the article's sentences out of the remarks in a data folder, and say how many there were."""
    found = 0
    for file in sorted(data.rglob("*.yaml")):
        with told("read", file, "make it an ordinary file that you may read and write"):
            try:
                text = file.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                raise BadData([not_utf8(file, error.object, error.start)]) from None
            stripped, number = re.subn(r"(?m)^[ \t]*#>.*(?:\n|\Z)", "", text)
            if number:
                file.write_text(stripped, encoding="utf-8")
                found += number
    return f"{found} sentences taken out of the remarks\n" if found != 1 else "1 sentence taken out of the remarks\n"


def _refused(place: Path, message: str, fix: str) -> BadData:
    return BadData([Problem(Place(place), message, "a-new-map-has-room-and-a-text", fix)])


def _files_of(project: Path) -> Iterable[str]:
    """The project's own files: those that Git tracks, or without Git all but what was made."""
    run = (
        subprocess.run(
            ["git", "-C", str(project), "ls-files", "-z", "--full-name"], capture_output=True, text=True, check=False
        )
        if (project / ".git").exists()
        else None
    )
    if run and run.returncode == 0:
        return [path for path in run.stdout.split("\0") if path and (project / path).is_file()]
    return list(_walked(project))


def _walked(project: Path) -> Iterator[str]:
    made = project / "docs" / ".generated"
    generated = set(re.findall(r'"(.+)"', made.read_text(encoding="utf-8"))) if made.exists() else set()
    for file in sorted(project.rglob("*")):
        inside = file.relative_to(project)
        if file.is_file() and not any(map(_LEFT_BEHIND.fullmatch, inside.parts)):
            below_docs = inside.relative_to("docs").as_posix() if inside.parts[0] == "docs" else ""
            if below_docs not in generated and below_docs != ".generated":
                yield inside.as_posix()


def _write_beginning(into: Path, text: str, language: str) -> None:
    data = into / "data"
    (data / "argument").mkdir(parents=True, exist_ok=True)
    measured = paragraphs_to_paste(text, Kept(language))
    wording = read_wording(language)
    name, description = wording.say("begun.name"), wording.say("begun.description")
    translated = _VOCABULARIES / f"{wording.language}.yaml"
    vocabulary = (translated if translated.exists() else data / "vocabulary.yaml").read_text(encoding="utf-8")
    files = {
        "README.md": _README.format(name=name),
        "CHANGELOG.md": _CHANGELOG,
        "CITATION.cff": _CITATION.format(name=name),
        "tests/addresses.txt": "",
        "data/article.yaml": _ARTICLE.format(language=language) + measured,
        "data/site.yaml": _SITE.format(name=name, description=description),
        "data/vocabulary.yaml": _without_cases(vocabulary),
        "LICENSE-DATA": re.sub(r"[^\n]*\bexamples/[^\n]*\n\n", "", (into / "LICENSE-DATA").read_text(encoding="utf-8")),
        "mkdocs.yml": _settings((into / "mkdocs.yml").read_text(encoding="utf-8"), language, wording),
        **{f"data/{name}": content for name, content in _EMPTY.items()},
    }
    for path, content in files.items():
        (into / path).write_text(content, encoding="utf-8")
    write_schemas(data / "schema", load_map(data))


def _without_cases(vocabulary: str) -> str:
    """The words without the cases on their border, which speak of the map that they were taken from."""
    return re.sub(r"(?m)^( +)borderline:.*\n(?:\1 +.*\n)*", "", vocabulary)


def _settings(text: str, language: str, wording: Wording) -> str:
    """`mkdocs.yml` in the new map's language, with its name and description, and without the tour that it has not."""
    for key, words in (("site_name", "begun.name"), ("site_description", "begun.description")):
        text = re.sub(rf"(?m)^{key}:.*\n(?: .*\n)*", f'{key}: "{wording.say(words)}"\n', text)
    return in_language(re.sub(rf"(?m)^ +- \w+: {re.escape(tour_page(1))}\n", "", text), language)
