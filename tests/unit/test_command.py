"""The command as a curator meets it: what it says, and how it ends."""

import os
import re
import shutil
import subprocess
import sys
from errno import EACCES, ENOSPC
from pathlib import Path

import pytest

from build import main

TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture
def data(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARTICLE_TEXT", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return shutil.copytree(TINY / "data", tmp_path / "data")


def test_sound_data_is_counted(data, capsys):
    assert main(["check", "--data", "data"]) == 0
    assert capsys.readouterr().out.startswith("no problems: ")


def test_it_is_said_whether_the_article_s_text_was_at_hand(data, capsys):
    main(["check", "--data", "data"])
    main(["check", "--data", "data", "--article", str(TINY / "article.txt")])
    without, against = capsys.readouterr().out.splitlines()
    assert without.endswith("; the article's text was not at hand")
    assert against.endswith("; checked against the article's text")


def test_problems_are_printed_and_end_in_1(data, capsys):
    (data / "retired.yaml").write_text("retird: []\n", encoding="utf-8")
    assert main(["check", "--data", "data"]) == 1
    assert capsys.readouterr().err.startswith("data/retired.yaml:1:1: ")


def test_places_are_files_lines_and_columns_as_editors_count_them(data, capsys):
    twice = "  - id: gone\n    because: It went.\n"
    (data / "retired.yaml").write_text(f"retired:\n{twice}{twice}", encoding="utf-8")
    main(["check", "--data", "data"])
    assert capsys.readouterr().err == (
        "data/retired.yaml:4:9: retirement 'gone' has the id of retirement 'gone' (data/retired.yaml:2) "
        "[ids-are-unique]\n    fix: give one of the two another id\n1 problem\n"
    )


def test_a_server_shows_problems_beside_the_lines(data, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (data / "retired.yaml").write_text("retird: []\n", encoding="utf-8")
    main(["check", "--data", "data"])
    assert capsys.readouterr().out.startswith(
        "::error file=data/retired.yaml,line=1,col=1::this file has an unknown key"
    )


def test_an_article_that_is_named_by_nothing_is_not_at_hand(data, capsys, monkeypatch):
    monkeypatch.setenv("ARTICLE_TEXT", "")
    assert main(["check", "--data", "data"]) == 0
    assert "was not at hand" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, r"article\.txt:1:1: this cannot be read: No such file"),
        (b"It is.\nA caf\xe9.\n", r"article\.txt:2:6: this is not text in UTF-8: .*\n    fix: save the article as "),
    ],
)
def test_an_article_that_cannot_be_read_is_told_by_the_commands_that_need_it(data, capsys, monkeypatch, text, message):
    monkeypatch.setenv("ARTICLE_TEXT", "article.txt")
    if text is not None:
        Path("article.txt").write_bytes(text)
    for command in ("check", "measure"):
        assert main([command, "--data", "data"]) == 1
        assert re.match(message, capsys.readouterr().err)
    for command in ("strip", "schema", "write"):
        assert main([command, "--data", "data", "--docs", "docs"]) == 0


def test_a_server_shows_a_per_cent_sign_as_it_stands(data, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (data / "retired.yaml").write_text("50%0A: []\n", encoding="utf-8")
    main(["check", "--data", "data"])
    assert "unknown key '50%250A'" in capsys.readouterr().out


def test_write_makes_pages(data):
    assert main(["write", "--data", "data", "--docs", "docs"]) == 0
    assert Path("docs/index.md").exists()


def test_what_the_disk_refuses_is_a_sentence_and_ends_in_1(data, capsys):
    Path("docs").write_text("", encoding="utf-8")
    assert main(["write", "--data", "data", "--docs", "docs"]) == 1
    assert capsys.readouterr().err.startswith("docs:1:1: a file stands where the script needs a folder")


@pytest.mark.parametrize("command", ["check", "measure", "schema"])
def test_a_folder_that_cannot_be_used_is_a_sentence_and_ends_in_1(data, capsys, monkeypatch, command):
    def refused(folder):
        raise PermissionError(EACCES, "Permission denied", str(folder))

    monkeypatch.setattr("argmap.publishing.composition.load_map", refused)
    monkeypatch.setattr("build.write_schemas", refused)
    assert main([command, "--data", "data", "--article", str(TINY / "article.txt")]) == 1
    assert re.match(r"data\S*:1:1: this cannot be (read|written): Permission denied", capsys.readouterr().err)


def test_an_output_that_takes_no_more_is_a_sentence_and_ends_in_1(data, capsys, monkeypatch):
    def full(text):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("sys.stdout.write", full)
    assert main(["check", "--data", "data"]) == 1
    assert capsys.readouterr().err == "this cannot be read or written: [Errno 28] No space left on device\n"


def test_finishing_says_what_a_site_without_an_address_lacks(data, capsys, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    Path("site").mkdir()
    Path("site/index.html").write_text("", encoding="utf-8")
    assert main(["finish", "--data", "data", "--site", "site", "--into", "last"]) == 0
    assert capsys.readouterr().err.startswith("SITE_URL is not set: ")
    assert Path("last/robots.txt").exists()
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    assert main(["finish", "--data", "data", "--site", "last"]) == 0
    assert capsys.readouterr().err == ""


def test_write_makes_no_page_of_bad_data(data):
    (data / "retired.yaml").write_text("retird: []\n", encoding="utf-8")
    assert main(["write", "--data", "data", "--docs", "docs"]) == 1
    assert not Path("docs").exists()


def test_schemas_are_written_beside_the_data(data):
    assert main(["schema", "--data", "data"]) == 0
    assert Path("data/schema/article.schema.json").exists()
    assert main(["check", "--data", "data"]) == 0


def test_measuring_again_gives_the_record_that_is_there(data, capsys):
    assert main(["measure", "--data", "data", "--article", str(TINY / "article.txt")]) == 0
    measured = capsys.readouterr().out
    article = data / "article.yaml"
    head, _, _ = article.read_text(encoding="utf-8").partition("paragraphs:")
    article.write_text(head + measured, encoding="utf-8")
    assert main(["check", "--data", "data", "--article", str(TINY / "article.txt")]) == 0


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["measure"]])
def test_wrong_usage_ends_in_2(data, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_output_is_utf_8_whatever_the_terminal_was_told(data):
    Path("article.txt").write_text("Он пришёл. Она ушла.\n", encoding="utf-8")
    script = Path(__file__).parents[2] / "scripts" / "build.py"
    command = [sys.executable, str(script), "measure", "--data", "data", "--article", "article.txt"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
    measured = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert 'first: "Он"' in measured.stdout.decode("utf-8")


def test_a_text_is_measured_in_its_own_language(data, capsys):
    Path("article.txt").write_text("Es war am 3. Oktober. Es war z.B. kalt.\n", encoding="utf-8")
    main(["measure", "--data", "data", "--article", "article.txt", "--language", "de"])
    assert capsys.readouterr().out.count(" at: ") == 2
    (data / "article.yaml").write_text(f"language: de\n{(data / 'article.yaml').read_text('utf-8')}", encoding="utf-8")
    main(["measure", "--data", "data", "--article", "article.txt"])
    assert capsys.readouterr().out.count(" at: ") == 2
