"""What the style sheets must not do, whatever they look like."""

import re
from pathlib import Path

import pytest

from argmap.publishing.style_sheet import FOLDER, PARTS

SHEETS = sorted(FOLDER.glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_list_without_markers_stays_a_list(sheet: Path):
    # Safari's screen reader no longer calls it one after `list-style: none`, unless it is in a menu.
    assert not re.search(r"list-style(?:-type)?:\s*none", sheet.read_text(encoding="utf-8"))


def test_every_part_is_in_the_style_sheet():
    assert sorted(PARTS) == [sheet.stem for sheet in SHEETS]
