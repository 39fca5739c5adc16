"""A draft is counted, not refused; a new map begins as one, and nothing that is there is overwritten."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from tests.built import build_site
from tests.mistaken import TINY, change
from tests.this_map import IS_WHOLE

from argmap.drafting import new_map as drafting
from argmap.drafting.article_text import remarks_on
from argmap.drafting.new_map import begin, strip_sentences
from argmap.loading.load import load_map
from argmap.publishing.composition import check_site, draft_site
from argmap.rules.checks import problems_of
from argmap.rules.progress import TO_DO, progress_of
from argmap.source.problems import BadData
from build import ROOT

ARTICLE = TINY / "article.txt"
VOCABULARIES = sorted(Path(drafting.__file__).with_name("vocabulary").glob("*.yaml"))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    data = shutil.copytree(TINY / "data", tmp_path / "data")
    change(data / "site.yaml", "draft: false\n", "draft: true\n")
    return data


@pytest.fixture(scope="module")
def new_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("new") / "my-map"
    begin(ROOT, project, ARTICLE)
    return project


@pytest.mark.parametrize("language", ["deutsch", "", "DE", "../x"])
def test_a_new_map_is_not_begun_in_what_is_no_code_of_a_language(tmp_path: Path, language: str):
    with pytest.raises(BadData, match="no code of a language"):
        begin(ROOT, tmp_path / "new", ARTICLE, language)
    assert not (tmp_path / "new").exists()


def test_a_new_map_comes_without_the_examples(new_map: Path):
    assert not (new_map / "examples").exists()
    assert "examples/" not in (new_map / "LICENSE-DATA").read_text(encoding="utf-8")


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda file: file.stem)
def test_the_words_of_a_new_map_are_the_same_in_every_language(vocabulary: Path):
    """Where the words of another language lack an id or a rule, a map in it could not be checked like any other."""

    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: one if key == "id" else shape(one) for key, one in value.items() if key != "borderline"}
        if isinstance(value, list):
            return [shape(one) for one in value]
        return value if not isinstance(value, str) else str

    ours = yaml.safe_load((ROOT / "data" / "vocabulary.yaml").read_text(encoding="utf-8"))
    assert shape(yaml.safe_load(vocabulary.read_text(encoding="utf-8"))) == shape(ours)


def progress(data: Path):
    loaded = load_map(data)
    return progress_of(loaded, problems_of(loaded))


def test_a_whole_draft_is_told_to_be_whole(draft: Path):
    assert "take 'draft: true' out" in check_site(draft)
    assert draft_site(load_map(draft)) == {}


def test_what_is_missing_is_counted(draft: Path):
    text = (draft / "article.yaml").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.strip().startswith("gist:"))
    change(draft / "article.yaml", f"{first}\n", "        gist:\n")
    found = progress(draft)
    assert found.described == found.sentences - 1
    assert check_site(draft).startswith(f"draft: {found.described} of {found.sentences} sentences")


def test_sentences_count_whatever_else_the_article_lacks(new_map: Path, tmp_path: Path):
    data = shutil.copytree(new_map / "data", tmp_path / "data")
    article = data / "article.yaml"
    text = article.read_text(encoding="utf-8").replace("gist:\n        role:", "gist: So.\n        role: claim", 4)
    article.write_text(text, encoding="utf-8")
    found = progress(data)
    assert (found.described, found.awaiting, found.sentences) == (4, 4, 14)


def test_a_draft_that_is_to_be_published_is_refused_in_a_sentence(new_map: Path):
    with pytest.raises(BadData, match=r"^draft: .*\n(.*\n)*.*site\.yaml:1:1: this draft is not whole yet") as refused:
        build_site(new_map / "data")
    assert len(refused.value.problems) == 1


def test_a_mistake_in_a_draft_is_refused_with_what_is_done_before_it(draft: Path):
    text = (draft / "site.yaml").read_text(encoding="utf-8")
    (draft / "site.yaml").write_text(text.replace("main-conclusion: close-the-bridge", "main-conclusion: close-it"))
    with pytest.raises(BadData, match=r"^draft: .*\n(.|\n)*'close-it' is not a claim"):
        check_site(draft)


def test_a_file_that_cannot_be_read_is_a_mistake_and_a_missing_one_is_to_do(draft: Path):
    (draft / "retired.yaml").write_bytes(b"retired:\n  - id: caf\xe9\n")
    (draft / "glossary.yaml").unlink()
    found = progress(draft)
    assert [problem.place.file.name for problem in found.mistakes] == ["retired.yaml"]
    assert [problem.place.file.name for problem in found.to_do] == ["glossary.yaml"]


def test_without_the_word_draft_what_is_missing_is_a_problem(draft: Path):
    change(draft / "site.yaml", "draft: true\n", "")
    change(draft / "site.yaml", "main-conclusion: close-the-bridge\n", "main-conclusion:\n")
    with pytest.raises(BadData, match="nothing is given for"):
        check_site(draft)


def test_every_rule_on_what_is_missing_is_a_rule():
    from argmap.publishing.composition import RULES

    assert set(RULES) >= TO_DO


def test_the_page_of_a_draft_shows_what_there_is(draft: Path):
    change(draft / "site.yaml", "main-conclusion: close-the-bridge\n", "main-conclusion:\n")
    (page,) = draft_site(load_map(draft)).values()
    argument_map = load_map(TINY / "data").argument_map
    assert argument_map.claims["cracks-grow"].says in page
    assert next(argument_map.article.sentences).gist in page


def test_a_new_map_is_a_draft_without_a_mistake(new_map: Path):
    found = progress(new_map / "data")
    assert found.mistakes == ()
    assert (found.described, found.sentences) == (0, 14)
    assert check_site(new_map / "data").startswith("draft: 0 of 14 sentences")


def test_a_new_map_brings_no_case_of_this_one(new_map: Path):
    assert "borderline:" in (ROOT / "data" / "vocabulary.yaml").read_text(encoding="utf-8") or not IS_WHOLE
    assert "borderline:" not in (new_map / "data" / "vocabulary.yaml").read_text(encoding="utf-8")


def test_a_new_map_brings_nothing_of_this_one(new_map: Path):
    article = load_map(ROOT / "data").argument_map
    if article is None:
        pytest.skip("the map that is here is a draft itself")
    own = {article.article.author, article.article.publisher, article.article.title, article.site.title}
    for file in new_map.rglob("*"):
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            assert not [name for name in own if name in text], file
    assert not (new_map / "docs" / "assets" / "overview.png").exists()
    assert (new_map / "tests" / "addresses.txt").read_text(encoding="utf-8") == ""


def test_the_sentences_stand_beside_their_records_until_they_are_taken_out(new_map: Path, tmp_path: Path):
    data = shutil.copytree(new_map / "data", tmp_path / "data")
    before = (data / "article.yaml").read_text(encoding="utf-8")
    assert "        #> The town has had two bridges since the railway came.\n" in before
    assert strip_sentences(data).startswith("14 sentences")
    after = (data / "article.yaml").read_text(encoding="utf-8")
    assert "#>" not in after.partition("title:")[2]
    assert strip_sentences(data).startswith("0 sentences")


def test_a_sentence_is_taken_out_at_the_end_of_a_file_too_and_empty_lines_stay(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("a: b\n\n  #> One.\nc: d\n#> Two.", encoding="utf-8")
    assert strip_sentences(tmp_path).startswith("2 sentences")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "a: b\n\nc: d\n"


def test_no_sentence_is_taken_out_of_a_file_that_is_not_utf8(tmp_path: Path):
    (tmp_path / "a.yaml").write_bytes(b"a: b\nc: caf\xe9\n#> One.\n")
    with pytest.raises(BadData, match=r"a\.yaml:2:7: the byte 0xE9 is not UTF-8 text"):
        strip_sentences(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "no sentence"),
        (b"\n \n!\n", "no sentence"),
        (b"\x89PNG\r\n\x1a", r"article\.txt:1:1: .*byte 1 is none"),
        (b"A line.\nAnd \xff.\n", r"article\.txt:2:5: .*byte 13 is none"),
        (b"A line.\nAnd \0.\n", r"article\.txt:2:5: this is no text"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_text_begins_no_map(tmp_path: Path, text: bytes | None, message: str):
    article = tmp_path / "article.txt"
    if text is not None:
        article.write_bytes(text)
    with pytest.raises(BadData, match=message):
        begin(ROOT, tmp_path / "map", article)
    assert not (tmp_path / "map").exists()


@pytest.mark.parametrize("text", ["One line without a full stop", "Twice.\nTwice.\n", "A. B. C."])
def test_odd_texts_begin_a_map(tmp_path: Path, text: str):
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    begin(ROOT, tmp_path / "map", tmp_path / "article.txt")
    assert progress(tmp_path / "map" / "data").mistakes == ()


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("One. Two.\n", "article.txt:1:1: the whole text is one line"),
        ("Twice it is said.\n\nTwice it is said.\n", "article.txt:3:1: this paragraph is that of line 1 again"),
        (f"A short one. {'Words ' * 130}\n", "article.txt:1:14: 130 words without the end of a sentence; put ‖"),
    ],
)
def test_what_is_odd_about_a_text_is_said_with_its_place(tmp_path: Path, text: str, remark: str):
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    said = begin(ROOT, tmp_path / "map", tmp_path / "article.txt")
    assert remark in said


def test_nothing_is_odd_about_a_text_in_paragraphs():
    assert remarks_on(ARTICLE.read_text(encoding="utf-8"), ARTICLE, "en") == []


def test_without_git_too_nothing_is_copied_that_was_made(tmp_path: Path):
    project = tmp_path / "old"
    for name in ("LICENSE-DATA", "mkdocs.yml", "data/vocabulary.yaml", "tests/mistaken.py", "scripts/build.py"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, project / name)
    for name in ("site.zip", "links.csv", "site/index.html", ".site-next-1/index.html", ".site-next-1-last/index.html"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).touch()
    begin(project, tmp_path / "new", ARTICLE)
    copied = {file.relative_to(tmp_path / "new").parts[0] for file in (tmp_path / "new").rglob("*")}
    assert "scripts" in copied
    assert not [name for name in copied if re.match(r"\.?site|links", name)]


def test_nothing_is_overwritten(tmp_path: Path):
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadData, match="something is there already"):
        begin(ROOT, tmp_path / "map", ARTICLE)
    with pytest.raises(BadData, match="inside the project"):
        begin(ROOT, ROOT / "new-map", ARTICLE)
    assert [file.name for file in (tmp_path / "map").iterdir()] == ["mine.txt"]
