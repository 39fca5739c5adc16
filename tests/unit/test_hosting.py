"""Where a file's line can be seen, on each host and where nobody knows."""

from pathlib import Path

import pytest
from tests.built import build_site
from tests.mistaken import TINY

from argmap.naming.urls import Hosting

ROOT = Path(__file__).parents[2]
CODEBERG = "https://codeberg.org/me/map/src/branch/main/{path}#L{line}"


@pytest.mark.parametrize(
    ("repository", "editing", "address"),
    [
        ("https://github.com/me/map", "", "https://github.com/me/map/blob/HEAD/data/a.yaml#L7"),
        ("https://github.com/me/map/", "", "https://github.com/me/map/blob/HEAD/data/a.yaml#L7"),
        ("https://github.com/me/map.git", "", "https://github.com/me/map/blob/HEAD/data/a.yaml#L7"),
        ("https://GitHub.com/me/map", "", "https://GitHub.com/me/map/blob/HEAD/data/a.yaml#L7"),
        ("https://github.example.org/me/map", "", "https://github.example.org/me/map/blob/HEAD/data/a.yaml#L7"),
        ("https://gitlab.com/me/map", "", "https://gitlab.com/me/map/-/blob/HEAD/data/a.yaml#L7"),
        ("https://gitlab.example.org/a/b/map", "", "https://gitlab.example.org/a/b/map/-/blob/HEAD/data/a.yaml#L7"),
        ("https://codeberg.org/me/map", "", ""),
        ("https://example.org/github.com/map", "", ""),
        ("https://notgithub.com/me/map", "", ""),
        ("git@github.com:me/map.git", "", ""),
        ("https://[x/me", "", ""),
        ("", "", ""),
        ("https://codeberg.org/me/map", CODEBERG, "https://codeberg.org/me/map/src/branch/main/data/a.yaml#L7"),
        ("https://github.com/me/map", CODEBERG, "https://codeberg.org/me/map/src/branch/main/data/a.yaml#L7"),
        ("", CODEBERG, "https://codeberg.org/me/map/src/branch/main/data/a.yaml#L7"),
        ("", "https://example.org/{branch}/{path}?line={line}{", "https://example.org/{branch}/data/a.yaml?line=7{"),
        ("", "https://example.org/{path}", "https://example.org/data/a.yaml"),
        ("", "javascript:owned=1//{path}", ""),
        ("", "https://[x/{path}", ""),
        ("", "{path}", ""),
    ],
)
def test_a_line_is_linked_where_its_address_is_known(repository: str, editing: str, address: str):
    assert Hosting(repository, "", editing).line("data/a.yaml", 7) == address


def test_a_path_is_encoded():
    hosting = Hosting("https://github.com/me/map")
    assert hosting.line("data/a b#c.yaml", 7) == "https://github.com/me/map/blob/HEAD/data/a%20b%23c.yaml#L7"


@pytest.mark.parametrize(
    ("data", "folder"),
    [
        (ROOT / "data", "data"),
        (ROOT / "examples" / "one" / "data", "examples/one/data"),
        (ROOT.parent / "elsewhere" / "facts", "data"),
    ],
)
def test_a_line_is_linked_where_the_data_lies_in_the_project(data: Path, folder: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REPO_URL", "https://github.com/me/map")
    monkeypatch.delenv("EDIT_URL", raising=False)
    pages = build_site(TINY / "data", Hosting.from_environment(data))
    assert f"(<https://github.com/me/map/blob/HEAD/{folder}/argument/" in pages["claims/cracks-grow.md"]


def test_the_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch):
    for name, value in {"REPO_URL": "https://r.example", "SITE_URL": "https://s.example", "EDIT_URL": CODEBERG}.items():
        monkeypatch.setenv(name, value)
    assert Hosting.from_environment(ROOT / "data") == ("https://r.example", "https://s.example", CODEBERG, "data")


def test_where_no_form_is_known_no_page_has_a_link_to_edit_it():
    link = "Correct this"
    known = build_site(TINY / "data", Hosting("https://codeberg.org/me/map", "", CODEBERG))
    assert "(<https://codeberg.org/me/map/src/branch/main/data/" in known["claims/cracks-grow.md"]
    unknown = build_site(TINY / "data", Hosting("https://codeberg.org/me/map"))
    assert [path for path, text in unknown.items() if link in text or "codeberg" in text] == []
