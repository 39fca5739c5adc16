"""Puts a mistake into a copy of the tiny map, and says what is reported of it.

A mistake is a folder named after the rule that it breaks. Its `edit.txt` changes lines of the tiny map: the name of a
file, the lines to take out with `-` before them, the lines to put in their place with `+` before them. The lines to
take out must stand in the file exactly once; with none, the new lines go to the end. Files that lie in the folder's
`data/` replace those of the tiny map. `expected.txt` is the whole report.

In that report a place is no number, which every line put above it would change, but the line itself with a mark before
the column: data/site.yaml:11:12 is written

    data/site.yaml `- claim: ▸bridge-is-unsafe`

and has no mark where a message names the line alone. A long line is cut around its mark; the second line of a file that
reads so has #2 after it; a place where no line is, in a file that is missing for instance, is `(no line)`.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from argmap.publishing.composition import compose
from argmap.rules.on_the_text import TEXT_CHECKS
from argmap.rules.rule import name_of
from argmap.source.problems import report

HERE = Path(__file__).parent
TINY = HERE / "tiny"
MISTAKES = sorted(path for path in (HERE / "mistakes").iterdir() if path.is_dir())

MARK = "▸"
WIDEST = 40  # characters of a line on either side of its mark
_PLACE = re.compile(r"(?P<file>data/[\w./-]+):(?P<line>\d+)(:(?P<column>\d+))?|(?<= in line )(?P<same_file>\d+)")


def report_of(mistake: Path, folder: Path, tiny: Path = TINY) -> str:
    """What is reported of the mistake, made in a copy of the tiny map in an empty folder."""
    shutil.copytree(tiny, folder, dirs_exist_ok=True)
    if (mistake / "data").is_dir():
        shutil.copytree(mistake / "data", folder / "data", dirs_exist_ok=True)
    if (mistake / "edit.txt").exists():
        edit(folder, (mistake / "edit.txt").read_text(encoding="utf-8"))
    needs_text = mistake.name in map(name_of, TEXT_CHECKS)
    article = (folder / "article.txt").read_text(encoding="utf-8") if needs_text else None
    started_in = Path.cwd()
    os.chdir(folder)  # places are shown as seen from where the command runs
    try:
        return with_lines_for_places(report(compose(Path("data"), article_text=article).problems)) + "\n"
    finally:
        os.chdir(started_in)


def with_lines_for_places(reported: str) -> str:
    """The report with the text of a line wherever its number stands; files are looked for from the working folder."""
    file = ""

    def line_itself(place: re.Match[str]) -> str:
        nonlocal file
        if place["same_file"]:  # the one that was named last
            return line_of(Path(file), int(place["same_file"]))
        file = place["file"]
        return f"{file} {line_of(Path(file), int(place['line']), int(place['column'] or 0))}"

    return _PLACE.sub(line_itself, reported)


def line_of(file: Path, number: int, column: int = 0) -> str:
    """The line of a file as text, with the mark before its column if there is one."""
    lines = file.read_text(encoding="utf-8", errors="backslashreplace").split("\n") if file.is_file() else []
    if number > len(lines):
        return "`(no line)`"
    line = lines[number - 1]
    if column:
        before, after = line[: column - 1].lstrip(" "), line[column - 1 :].rstrip(" ")
        shown = _cut(before[::-1])[::-1] + MARK + _cut(after)
    else:
        shown = _cut(line.strip(" "))
    # What cannot be seen, or turns the text around it, is written as an escape.
    signs = [sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown]
    nth = 1 + [other.strip(" ") for other in lines[: number - 1]].count(line.strip(" "))
    return f"`{''.join(signs)}`" + (f" #{nth}" if nth > 1 else "")


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}…"


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
