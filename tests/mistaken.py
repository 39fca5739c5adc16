"""Puts a mistake into a copy of the tiny map, and says what is reported of it.

A mistake is a folder named after the rule that it breaks. Its `edit.txt` changes lines of the tiny map: the name of a
file, the lines to take out with `-` before them, the lines to put in their place with `+` before them. The lines to
take out must stand in the file exactly once; with none, the new lines go to the end. Files that lie in the folder's
`data/` replace those of the tiny map. `expected.txt` is the whole report.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from argmap.loading.load import load_map
from argmap.rules.checks import problems_of
from argmap.rules.on_the_text import TEXT_CHECKS
from argmap.rules.rule import name_of
from argmap.source.problems import report

HERE = Path(__file__).parent
TINY = HERE / "tiny"
MISTAKES = sorted(path for path in (HERE / "mistakes").iterdir() if path.is_dir())


def report_of(mistake: Path, folder: Path) -> str:
    """What is reported of the mistake, made in a copy of the tiny map in an empty folder."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    if (mistake / "data").is_dir():
        shutil.copytree(mistake / "data", folder / "data", dirs_exist_ok=True)
    if (mistake / "edit.txt").exists():
        edit(folder, (mistake / "edit.txt").read_text(encoding="utf-8"))
    needs_text = mistake.name in map(name_of, TEXT_CHECKS)
    article = (folder / "article.txt").read_text(encoding="utf-8") if needs_text else None
    started_in = Path.cwd()
    os.chdir(folder)  # places are shown as seen from where the command runs
    try:
        return report(problems_of(load_map(Path("data")), article)) + "\n"
    finally:
        os.chdir(started_in)


def edit(folder: Path, edits: str) -> None:
    """Carry out the edits of an `edit.txt` in a folder."""
    file = folder
    for name, old, new in re.findall(r"^([^-+\n].*)\n|((?:^-.*\n)*)((?:^\+.*\n)*)", edits, re.MULTILINE):
        if name:
            file = folder / name
        elif old or new:
            change(file, _without_signs(old), _without_signs(new))


def change(file: Path, old: str, new: str) -> None:
    """Put new lines where old lines stand, or at the end of the file where there are no old ones."""
    text = "\n" + file.read_text(encoding="utf-8")
    if old:
        assert text.count(f"\n{old}") == 1, f"these lines must stand exactly once in {file.name}:\n{old}"
    changed = text.replace(f"\n{old}", f"\n{new}") if old else text + new
    file.write_text(changed[1:], encoding="utf-8")


def _without_signs(lines: str) -> str:
    return re.sub(r"^.", "", lines, flags=re.MULTILINE)
