"""Ask every outside address of the map whether it still answers, and write status and date to `links.csv`.

Needs a network; a dead link is news for a curator, never a failure. A text behind the link may have changed all the
same, so `checked` in `data/evidence.yaml` stays for a person to write.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from argmap.loading.load import load_map

ROOT = Path(__file__).parent.parent
PATIENCE = 20  # seconds for one address
AT_ONCE = 8
HONEST_NAME = {"User-Agent": "argument-map link check"}


def main() -> int:
    argument_map = load_map(ROOT / "data").sound_part
    if argument_map is None:
        print("the data cannot be read; run `make check`", file=sys.stderr)
        return 1
    addresses = [("article", argument_map.article.url)]
    addresses += [(source.id, source.url) for source in argument_map.evidence.sources]
    rows = ask_all(addresses, date.today().isoformat())
    with (ROOT / "links.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "address", "status", "asked on"), *rows])
    silent = [row for row in rows if row[2] != "200"]
    for name, address, status, _ in silent:
        print(f"{status:>12}  {name}  {address}")
    print(f"{len(rows) - len(silent)} of {len(rows)} addresses answer; links.csv has them all")
    return 0


def ask_all(addresses: Iterable[tuple[str, str]], today: str) -> list[tuple[str, str, str, str]]:
    """Id, address, status and day for each address, in the order given."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda named: (*named, status_of(named[1]), today), addresses))


def status_of(address: str) -> str:
    """The status code that the address answers with, or why it does not answer."""
    try:
        with urlopen(Request(address, headers=HONEST_NAME), timeout=PATIENCE) as answer:
            return str(answer.status)
    except HTTPError as error:
        return str(error.code)
    except (OSError, ValueError) as error:
        return type(error).__name__


if __name__ == "__main__":
    sys.exit(main())
