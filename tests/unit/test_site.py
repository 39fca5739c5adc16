"""What a build does to `docs/`: only what changed is written, and only pages of its own are touched."""

import shutil
from pathlib import Path

import pytest

from argmap.naming.urls import Hosting
from argmap.publishing.composition import build_site
from argmap.publishing.finishing import finish_site
from argmap.publishing.writing import write_site
from argmap.source.problems import BadData

TINY = Path(__file__).parent.parent / "tiny" / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "data")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


def contents(docs: Path) -> dict[str, bytes]:
    return {file.relative_to(docs).as_posix(): file.read_bytes() for file in docs.rglob("*") if file.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_page_is_written_and_listed(data, docs):
    write_site(data, docs)
    assert set(contents(docs)) == {*build_site(data), ".generated"}


def test_a_second_build_touches_nothing(data, docs):
    write_site(data, docs)
    before = {file: file.stat().st_mtime_ns for file in docs.rglob("*")}
    write_site(data, docs)
    assert {file: file.stat().st_mtime_ns for file in docs.rglob("*")} == before


def test_bad_data_leaves_the_pages_as_they_were(data, docs):
    write_site(data, docs)
    before = contents(docs)
    (data / "critique.yaml").write_text("objections: [", encoding="utf-8")
    with pytest.raises(BadData):
        write_site(data, docs)
    assert contents(docs) == before


def test_a_record_that_goes_takes_its_page_with_it(data, docs):
    write_site(data, docs)
    (docs / "claims" / "left-over.md").write_text("made by an earlier build", encoding="utf-8")
    edit(docs / ".generated", "[", '["claims/left-over.md",')
    write_site(data, docs)
    assert not (docs / "claims" / "left-over.md").exists()


def test_an_old_page_that_a_person_has_already_deleted_is_not_missed(data, docs):
    write_site(data, docs)
    before = contents(docs)
    edit(docs / ".generated", "[", '["deleted.md",')
    write_site(data, docs)
    assert contents(docs) == before


def test_a_page_that_a_person_wrote_is_never_overwritten(data, docs):
    (docs / "map.md").write_text("Mine.", encoding="utf-8")
    with pytest.raises(BadData, match=r"map\.md:1:1: a page that the script would write is already there"):
        write_site(data, docs)
    assert contents(docs) == {"map.md": b"Mine."}


def test_a_page_that_a_person_wrote_elsewhere_stays(data, docs):
    (docs / "essay.md").write_text("Mine.", encoding="utf-8")
    write_site(data, docs)
    assert (docs / "essay.md").read_text(encoding="utf-8") == "Mine."


def test_a_damaged_page_is_mended(data, docs):
    write_site(data, docs)
    before = contents(docs)
    (docs / "map.md").write_bytes(b"\xff\r\n")
    write_site(data, docs)
    assert contents(docs) == before


def test_an_interrupted_build_leaves_whole_pages_and_the_next_one_finishes(data, docs, monkeypatch):
    write_site(data, docs)
    old = contents(docs)
    edit(data / "site.yaml", "title:", "title: A changed ")
    new = build_site(data)
    replace, calls = Path.replace, []

    def killed_at_the_third_page(source, target):
        calls.append(target)
        if len(calls) > 2:
            raise KeyboardInterrupt
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", killed_at_the_third_page)
    with pytest.raises(KeyboardInterrupt):
        write_site(data, docs)
    for path, text in new.items():
        assert (docs / path).read_bytes() in {old[path], text.encode()}
    monkeypatch.undo()
    write_site(data, docs)
    assert contents(docs) == {path: text.encode() for path, text in new.items()} | {".generated": old[".generated"]}


def test_an_interrupted_build_still_knows_which_old_pages_are_its_own(data, docs, monkeypatch):
    write_site(data, docs)
    (docs / "left-over.md").write_text("made by an earlier build", encoding="utf-8")
    edit(docs / ".generated", "[", '["left-over.md",')
    edit(data / "site.yaml", "title:", "title: A changed ")
    replace = Path.replace

    def killed_at_the_first_page(source, target):
        if target.name != ".generated":
            raise KeyboardInterrupt
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", killed_at_the_first_page)
    with pytest.raises(KeyboardInterrupt):
        write_site(data, docs)
    monkeypatch.undo()
    write_site(data, docs)
    assert not (docs / "left-over.md").exists()


def test_what_an_interrupted_build_left_staged_goes(data, docs):
    (docs / ".staging" / "claims").mkdir(parents=True)
    (docs / ".staging" / "claims" / "left-over.md").write_text("staged by an earlier build", encoding="utf-8")
    write_site(data, docs)
    assert not (docs / ".staging").exists()


def test_nothing_is_swapped_in_before_everything_is_staged(data, docs, monkeypatch):
    write_site(data, docs)
    before = contents(docs)
    edit(data / "site.yaml", "title:", "title: A changed ")

    def disk_is_full(docs, texts):
        raise OSError("no space left on device")

    monkeypatch.setattr("argmap.publishing.writing._stage", disk_is_full)
    with pytest.raises(OSError, match="no space"):
        write_site(data, docs)
    assert contents(docs) == before


def test_pages_do_not_depend_on_where_the_data_lies(data, tmp_path):
    hosting = Hosting("https://github.com/example/r")
    elsewhere = shutil.copytree(data, tmp_path / "deep" / "er" / "data")
    assert build_site(data, hosting) == build_site(elsewhere, hosting)


def test_an_address_may_end_in_a_slash(data):
    with_slash = Hosting("https://github.com/example/code/", "https://example.org/map/")
    assert build_site(data, with_slash) == build_site(
        data, Hosting("https://github.com/example/code", "https://example.org/map")
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text('<meta charset="utf-8"><p>Here.', encoding="utf-8")
    return tmp_path / "site"


def test_a_built_site_is_finished_with_policy_robots_and_picture(data, site):
    finish_site(data, site, Hosting(site="https://example.org/map/"))
    assert "Content-Security-Policy" in (site / "index.html").read_text(encoding="utf-8")
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert robots == "User-agent: *\nDisallow:\nSitemap: https://example.org/map/sitemap.xml\n"
    assert (site / "social.png").read_bytes().startswith(b"\x89PNG")


def test_robots_are_told_of_no_sitemap_where_the_site_has_no_address(data, site):
    finish_site(data, site)
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow:\n"


def test_a_file_that_proves_an_owner_neither_stops_the_finish_nor_changes(data, site):
    (site / "owner.html").write_text("site-verification: owner.html", encoding="utf-8")
    finish_site(data, site)
    assert (site / "owner.html").read_text(encoding="utf-8") == "site-verification: owner.html"
    assert (site / "robots.txt").exists()


def test_a_foreign_script_leaves_the_built_site_as_it_was(data, site):
    (site / "other.html").write_text('<meta charset="utf-8"><script>run()</script>', encoding="utf-8")
    before = contents(site)
    with pytest.raises(BadData, match=r"other\.html:1:23: this script is not one of the theme's"):
        finish_site(data, site)
    assert contents(site) == before
