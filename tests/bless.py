"""Accepts what is made now as what is expected: the report of every mistake, the tiny map's pages, the schemas."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.mistaken import MISTAKES, TINY, report_of  # noqa: E402

from argmap.format import write_schemas  # noqa: E402
from argmap.site import build_site  # noqa: E402
from argmap.urls import Hosting  # noqa: E402

HOSTING = Hosting("https://example.org/code", "https://example.org/map")
GOLDEN = ROOT / "tests" / "golden"


def bless_mistakes() -> None:
    for mistake in MISTAKES:
        with TemporaryDirectory() as folder:
            (mistake / "expected.txt").write_text(report_of(mistake, Path(folder)), encoding="utf-8")


def bless_pages() -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, text in build_site(TINY / "data", HOSTING).items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    bless_mistakes()
    bless_pages()
    write_schemas(ROOT / "data" / "schema")
