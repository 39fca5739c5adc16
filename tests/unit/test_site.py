"""What a build does to `docs/`: only what changed is written, and only pages of its own are touched."""

import shutil
import subprocess
import sys
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from errno import EACCES, ENOENT, ENOSPC
from hashlib import sha256
from pathlib import Path
from threading import Semaphore

import pytest
from tests.built import build_site

from argmap.naming.urls import Hosting
from argmap.pictures.fonts import font_files
from argmap.publishing.composition import check_site, sound_site
from argmap.publishing.files import clear
from argmap.publishing.finishing import finish_site, take_the_place_of
from argmap.publishing.joined import SCRIPT, STYLE_SHEET
from argmap.publishing.not_found import TEMPLATE
from argmap.publishing.without_address import FIND_ROOT
from argmap.publishing.writing import write_site
from argmap.source.problems import BadData

OF_EVERY_SITE = {*font_files([]), STYLE_SHEET, SCRIPT, TEMPLATE}
ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "tiny" / "data"


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


def fill_the_disk(monkeypatch, after: int) -> None:
    """From now on this many files can be written; of the next only the first half goes onto the disk."""
    write, written = Path.write_bytes, []

    def write_what_fits(file, content):
        written.append(file)
        if len(written) > after:
            write(file, content[: len(content) // 2])
            raise OSError(ENOSPC, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(Path, "write_bytes", write_what_fits)


def test_every_page_is_written_and_listed(data, docs):
    write_site(data, docs)
    assert set(contents(docs)) == {*build_site(data), *OF_EVERY_SITE, ".generated"}


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
    unchanged = {path: old[path] for path in (*OF_EVERY_SITE, ".generated")}
    assert contents(docs) == {path: text.encode() for path, text in new.items()} | unchanged


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

    fill_the_disk(monkeypatch, after=3)
    with pytest.raises(BadData, match=r"docs/\.staging/.*: this cannot be written: No space left on device"):
        write_site(data, docs)
    assert contents(docs) == before


def test_a_file_where_a_folder_must_be_is_not_taken_away(data, docs):
    (docs / "claims").write_text("Mine.", encoding="utf-8")
    with pytest.raises(BadData, match=r"docs/claims:1:1: a file stands where the script needs a folder, and the scri"):
        write_site(data, docs)
    assert contents(docs) == {"claims": b"Mine."}


def test_a_file_where_a_folder_was_is_not_taken_away(data, docs):
    write_site(data, docs)
    shutil.rmtree(docs / "claims")
    (docs / "claims").write_text("Mine.", encoding="utf-8")
    with pytest.raises(BadData, match=r"docs/claims:1:1: a file stands where the script needs a folder"):
        write_site(data, docs)
    assert (docs / "claims").read_text(encoding="utf-8") == "Mine."


@pytest.mark.parametrize("page", ["map.md", ".generated"])
def test_a_folder_where_a_page_was_is_told(data, docs, page):
    write_site(data, docs)
    (docs / page).unlink()
    (docs / page).mkdir()
    with pytest.raises(BadData, match=rf"docs/{page}:1:1: this cannot be read: Is a directory"):
        write_site(data, docs)


def test_a_file_in_place_of_docs_is_told(data, docs):
    docs.rmdir()
    docs.write_text("Mine.", encoding="utf-8")
    with pytest.raises(BadData, match=r"docs:1:1: a file stands where the script needs a folder"):
        write_site(data, docs)


def test_a_file_in_place_of_the_folder_for_new_pages_is_told(data, docs):
    (docs / ".staging").write_text("", encoding="utf-8")
    with pytest.raises(BadData, match=r"docs/\.staging:1:1: this cannot be written: File exists"):
        write_site(data, docs)


def test_a_list_of_pages_that_was_damaged_is_told(data, docs):
    write_site(data, docs)
    before = contents(docs) | {".generated": b"[tor"}
    (docs / ".generated").write_bytes(b"[tor")
    with pytest.raises(BadData, match=r"docs/\.generated:1:1: this is not the list of written pages that it was"):
        write_site(data, docs)
    assert contents(docs) == before


def test_a_disk_that_refuses_the_swap_leaves_whole_pages(data, docs, monkeypatch):
    write_site(data, docs)
    old = contents(docs)
    edit(data / "site.yaml", "title:", "title: A changed ")
    new = build_site(data)
    replace = Path.replace

    def refused(source, target):
        if target.name == "map.md":
            raise PermissionError(EACCES, "Permission denied", str(source), None, str(target))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(BadData, match=r"docs/map\.md:1:1: this cannot be written: Permission denied(.|\n)*is whole"):
        write_site(data, docs)
    for path, text in new.items():
        assert (docs / path).read_bytes() in {old[path], text.encode()}
    monkeypatch.undo()
    write_site(data, docs)
    assert {path: (docs / path).read_bytes() for path in new} == {path: text.encode() for path, text in new.items()}


def test_data_that_vanishes_while_it_is_read_is_told(data, docs, monkeypatch):
    write_site(data, docs)
    before = contents(docs)

    def gone(folder):
        raise FileNotFoundError(ENOENT, "No such file or directory", str(folder / "argument"))

    monkeypatch.setattr("argmap.publishing.composition.load_map", gone)
    for act in (write_site, lambda data, docs: finish_site(data, docs), lambda data, _: check_site(data)):
        with pytest.raises(BadData, match=r"data/argument:1:1: this cannot be read: No such file or directory"):
            act(data, docs)
    assert contents(docs) == before


def test_a_second_run_waits_for_the_first(data, docs, monkeypatch):
    """The first does not go on before the second has had its time to come in."""
    inside, met = Semaphore(0), []

    def build(*arguments):
        inside.release()
        if not met:
            met.append("the first")
            inside.acquire()  # itself
            met.append("the second" if inside.acquire(timeout=0.5) else "nobody")
        return sound_site(*arguments)

    monkeypatch.setattr("argmap.publishing.writing.sound_site", build)
    with ThreadPoolExecutor(2) as runs:
        list(runs.map(write_site, [data] * 2, [docs] * 2))
    assert met == ["the first", "nobody"]
    assert set(contents(docs)) == {*build_site(data), *OF_EVERY_SITE, ".generated"}


def test_runs_at_once_in_processes_of_their_own_all_end_well(data, docs):
    for title in ("A", "B", "C"):
        edit(data / "site.yaml", "title:", f"title: {title}")
        command = [sys.executable, ROOT / "scripts" / "build.py", "write", "--data", data, "--docs", docs]
        runs = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
        assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0)] * 3
        assert {path: text.encode() for path, text in build_site(data).items()}.items() <= contents(docs).items()


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


def test_headings_of_a_text_that_runs_on_have_no_link_to_themselves(data, site):
    linked = '<h3 id="a">A<a class="headerlink" href="#a" title="Link">#</a></h3>'
    for name, body in (("index.html", f'<div class="running">{linked}</div>'), ("b.html", linked)):
        (site / name).write_text(f'<meta charset="utf-8">{body}', encoding="utf-8")
    finish_site(data, site)
    assert '<h3 id="a">A</h3>' in (site / "index.html").read_text(encoding="utf-8")
    assert linked in (site / "b.html").read_text(encoding="utf-8")


def test_a_finished_site_lists_the_pages_that_it_has(data, site):
    (site / "essay").mkdir()
    (site / "essay" / "index.html").write_text('<meta charset="utf-8">', encoding="utf-8")
    finish_site(data, site)
    assert "<url><loc></loc></url>\n<url><loc>essay/</loc></url>\n</urlset>" in (site / "pages.xml").read_text()


def test_without_an_address_there_is_no_empty_site_map_and_a_missing_page_looks_for_the_site(data, site):
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).write_text("<urlset/>", encoding="utf-8")
    page = '<meta charset="utf-8"><script defer src="/assets/site.js"></script></body>'
    (site / "404.html").write_text(page, encoding="utf-8")
    finish_site(data, site)
    assert set(contents(site)) == {"404.html", "index.html", "pages.xml", "robots.txt", "social.png"}
    html = (site / "404.html").read_text(encoding="utf-8")
    assert '<script defer data-src="/assets/site.js"></script>' in html
    assert f"<script>{FIND_ROOT}</script></body>" in html
    assert b64encode(sha256(FIND_ROOT.encode()).digest()).decode() in html
    before = contents(site)
    finish_site(data, site)
    assert contents(site) == before


def test_with_an_address_the_site_map_and_the_missing_page_stay(data, site):
    (site / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    (site / "404.html").write_text('<script src="/map/assets/site.js"></script></body>', encoding="utf-8")
    before = contents(site)
    finish_site(data, site, Hosting(site="https://example.org/map/"))
    assert {name: contents(site)[name] for name in ("sitemap.xml", "404.html")}.items() <= before.items()


def test_a_site_that_cannot_be_finished_stays_as_it_was_built(data, site, monkeypatch):
    before = contents(site)
    fill_the_disk(monkeypatch, after=2)
    with pytest.raises(BadData, match=r"site/\.staging/.*: this cannot be written: No space left on device"):
        finish_site(data, site)
    assert contents(site) == before


def test_where_nothing_was_built_nothing_is_finished(data, tmp_path):
    with pytest.raises(BadData, match=r"nowhere:1:1: no page is here.*\n.*build the site first: make site"):
        finish_site(data, tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_finished_site_takes_the_place_of_the_last_as_a_whole(site, tmp_path):
    last = tmp_path / "last"
    for name in ("old.html", "index.html"):
        last.mkdir(exist_ok=True)
        (last / name).write_text("old", encoding="utf-8")
    new = contents(site)
    take_the_place_of(last, site)
    assert contents(last) == new
    assert sorted(file.name for file in tmp_path.iterdir() if file.name.startswith(("site", "last"))) == ["last"]


def test_where_the_last_site_is_a_link_what_it_leads_to_stays(site, tmp_path):
    mine = shutil.copytree(site, tmp_path / "mine")
    (mine / "again").symlink_to(mine)
    (tmp_path / "last").symlink_to(mine)
    new = contents(site)
    take_the_place_of(tmp_path / "last", site)
    assert contents(tmp_path / "last") == new
    assert contents(mine).keys() == {"index.html"}
    clear(mine)
    assert not mine.exists()


def test_a_site_that_cannot_come_leaves_the_last_one(site, tmp_path, monkeypatch):
    last = shutil.copytree(site, tmp_path / "last")
    (last / "index.html").write_text("old", encoding="utf-8")
    replace = Path.replace

    def refused(source, target):
        if source == site:
            raise PermissionError(EACCES, "Permission denied", str(source), None, str(target))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(BadData, match=r"last:1:1: this cannot be written: Permission denied"):
        take_the_place_of(last, site)
    monkeypatch.undo()
    with pytest.raises(BadData, match="No such file or directory"):
        take_the_place_of(last, tmp_path / "nowhere")
    assert contents(last) == {"index.html": b"old"}


def test_of_two_sites_that_are_finished_at_once_both_end_well(site, tmp_path, monkeypatch):
    """The other comes in after the last site was taken away and before this one takes its place."""
    last, other = tmp_path / "last", shutil.copytree(site, tmp_path / "other")
    last.mkdir()
    replace = Path.replace

    def overtaken(source, target):
        if source == site and other.exists():
            replace(other, last)
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", overtaken)
    take_the_place_of(last, site)
    assert not site.exists()
    assert contents(last).keys() == {"index.html"}


def test_a_site_that_cannot_take_the_place_of_the_last_is_told(site, tmp_path):
    (tmp_path / "last").write_text("Mine.", encoding="utf-8")
    with pytest.raises(BadData, match=r"deep/last:1:1: this cannot be written: No such file or directory"):
        take_the_place_of(tmp_path / "deep" / "last", site)


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
