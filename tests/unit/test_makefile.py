"""What the Makefile makes is known where it has to be."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_what_is_made_beside_the_pages_is_neither_committed_nor_left_by_clean():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").partition("\n\n")[0]
    removed = re.search(r"(?m)^clean:.*\n\trm -rf (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert set(re.findall(r"(?m)^/(.*?)/?$", ignored)) == set(removed[1].split())
