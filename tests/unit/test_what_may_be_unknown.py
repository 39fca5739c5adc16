"""An article in the public domain shows its sentences; what cannot be known is left out with a word why."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.mistaken import TINY, change

from argmap.loading.measuring import paragraphs_to_paste, read_kept
from argmap.publishing.composition import compose

TEXT = (TINY / "article.txt").read_text(encoding="utf-8")
SENTENCES = [sentence for line in TEXT.splitlines() for sentence in re.split(r"(?<=[.?]) ", line)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(TINY / "data", tmp_path / "data")


def free(data: Path) -> Path:
    """The data of an article in the public domain, measured anew."""
    change(data / "article.yaml", "rights: reserved\n", "rights: public-domain\n")
    head = (data / "article.yaml").read_text(encoding="utf-8").partition("paragraphs:")[0]
    measured = paragraphs_to_paste(TEXT, read_kept(data / "article.yaml"))
    (data / "article.yaml").write_text(head + measured, encoding="utf-8")
    return data


def pages(data: Path, text: str | None = None) -> Mapping[str, str]:
    composed = compose(data, article_text=text)
    assert composed.problems == []
    return composed.files


def without_a_gap(made: Mapping[str, str]) -> bool:
    """Whether no page or export prints that there is nothing, and marks of a paragraph have a line of their own."""
    wrong = re.compile(r"\bNone\b|^(?!#|<).*\S\{: \.", re.MULTILINE)
    return not [path for path, text in made.items() if "schema" not in path and wrong.search(text)]


def rules(data: Path, text: str | None = None) -> list[str]:
    return [problem.rule for problem in compose(data, article_text=text).problems]


def test_the_sentences_of_a_free_article_are_shown_with_what_they_say(data: Path):
    page = pages(free(data), TEXT)["article.md"]
    shown = re.findall(r"^(.+) \[Read .*\n\{: \.carries-\w+ lang=en \}\n\n(.+)\n\{: \.gist \}$", page, re.MULTILINE)
    assert [sentence for sentence, _ in shown] == SENTENCES
    assert shown[1][1] == "Walkers would keep it."
    assert "The article is in the public domain." in page
    assert "are not copied here" not in page


def test_the_sentences_of_another_article_are_not_measured_with_their_wording(data: Path):
    assert "text:" not in paragraphs_to_paste(TEXT, read_kept(data / "article.yaml"))


def test_a_free_article_may_be_quoted_at_length(data: Path):
    note = "  # So: the town has had two bridges since the railway came.\n"
    change(free(data) / "glossary.yaml", "terms:\n", f"terms:\n{note}")
    gloss = "    gloss: Those who looked at the arches.\n"
    change(data / "glossary.yaml", gloss, "    gloss: The engineers say that the arches may fail within ten years.\n")
    assert rules(data, TEXT) == []
    change(data / "article.yaml", "rights: public-domain\n", "rights: reserved\n")
    assert {"no-remark-repeats-the-article", "no-text-repeats-the-article"} <= set(rules(data, TEXT))


def test_a_sentence_is_copied_word_for_word(data: Path):
    change(free(data) / "article.yaml", f'        text: "{SENTENCES[1]}"\n', '        text: "Walkers could use it."\n')
    assert rules(data) == ["only-free-sentences-are-copied"]


def test_an_article_without_an_address_says_where_it_stands_and_has_no_links(data: Path):
    change(data / "article.yaml", "url: https://gazette.example/old-bridge\n", "")
    made = pages(data)
    assert not [path for path, text in made.items() if "gazette.example/old-bridge" in text]
    assert without_a_gap(made)
    for path in ("index.md", "about/method.md"):
        assert "To be found in: The Invented Gazette, number 40, page 2" in made[path]
    change(data / "article.yaml", "found-in: The Invented Gazette, number 40, page 2.\n", "")
    assert rules(data) == ["what-has-no-address-says-where-it-stands"]


def test_without_a_last_date_of_what_was_known_the_reason_is_told(data: Path):
    change(data / "article.yaml", "known-until: 2020-10-31\n", "")
    made = pages(data)
    assert "as far as that can be told. The article speaks of the coming winter." in made["evidence.md"]
    assert without_a_gap(made)


def test_a_source_that_was_not_checked_says_why_and_has_no_copy(data: Path):
    _, _, picture = pages(data)["evidence/sources.md"].partition("{: #old-picture }")
    picture = picture.partition("\n### ")[0]
    assert "Not checked: The archive is closed for repairs." in picture
    assert "The town hall's archive, box 7" in picture
    assert "web.archive.org" not in picture


def test_a_source_with_an_address_may_be_unchecked(data: Path):
    place = "    found-in: The town hall's archive, box 7.\n"
    change(data / "evidence.yaml", place, "    url: https://townhall.example/picture\n")
    assert "https://web.archive.org/web/https://townhall.example/picture" in pages(data)["evidence/sources.md"]


def test_a_source_that_was_checked_does_not_say_why_not(data: Path):
    reason = "    unchecked-because: The archive is closed for repairs.\n"
    checked = "    checked:\n      when: 2020-11-02\n      how: seen\n"
    change(data / "evidence.yaml", reason, checked + reason)
    assert rules(data) == ["sources-are-checked-or-say-why-not"]
