"""Accepts what is made now as expected: every mistake's report, the tiny map's pages, schemas, new addresses.

Each is made whole before anything of it is replaced, and the pages, which bad data does not give, come first: so what
was accepted stays as it was when nothing new can be made.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.addresses import LIST, addresses_of, listed_addresses  # noqa: E402
from tests.built import build_site  # noqa: E402
from tests.mistaken import MISTAKES, TINY, report_of  # noqa: E402
from tests.this_map import HERE, IS_WHOLE  # noqa: E402

from argmap.loading.load import load_map  # noqa: E402
from argmap.loading.schemas import write_schemas  # noqa: E402
from argmap.naming.urls import Hosting  # noqa: E402

REPOSITORY = "https://example.org/code"
HOSTING = Hosting(REPOSITORY, "https://example.org/map", f"{REPOSITORY}/blob/main/{{path}}#L{{line}}")
GOLDEN = ROOT / "tests" / "golden"


def bless_pages(data: Path = TINY / "data", golden: Path = GOLDEN) -> None:
    pages = build_site(data, HOSTING)
    shutil.rmtree(golden, ignore_errors=True)
    for path, text in pages.items():
        (golden / path).parent.mkdir(parents=True, exist_ok=True)
        (golden / path).write_text(text, encoding="utf-8")


def bless_mistakes() -> None:
    reports = {}
    for mistake in MISTAKES:
        with TemporaryDirectory() as folder:
            reports[mistake / "expected.txt"] = report_of(mistake, Path(folder))
    for file, report in reports.items():
        file.write_text(report, encoding="utf-8")


def bless_addresses() -> None:
    """Adds new ones; what was once published stays, since somebody may have cited it."""
    addresses = sorted({*listed_addresses(), *(addresses_of(HERE) if IS_WHOLE else ())})
    LIST.write_text("".join(f"{address}\n" for address in addresses), encoding="utf-8")


if __name__ == "__main__":
    bless_pages()
    bless_mistakes()
    bless_addresses()
    write_schemas(HERE / "schema", load_map(HERE))
