"""What the style sheets must not do, whatever they look like; no part of them or of the script is forgotten."""

import re
from pathlib import Path

import pytest

from argmap.publishing.joined import PAGES, SCRIPTS, STYLES

SHEETS = sorted((PAGES / "styles").glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_list_without_markers_stays_a_list(sheet: Path):
    # Safari's screen reader no longer calls it one after `list-style: none`, unless it is in a menu.
    assert not re.search(r"list-style(?:-type)?:\s*none", sheet.read_text(encoding="utf-8"))


def test_every_part_is_in_the_style_sheet_or_the_script():
    assert sorted(STYLES) == [sheet.stem for sheet in SHEETS]
    assert sorted(SCRIPTS) == sorted(part.stem for part in (PAGES / "scripts").glob("*.js"))
