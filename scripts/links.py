"""Ask every outside address of the map whether it still answers, and write status and date to `links.csv`.

Needs a network; a dead link is news for a curator, never a failure. A text behind the link may have changed all the
same, so `checked` in `data/evidence.yaml` stays for a person to write.
"""

from __future__ import annotations

import csv
import socket
import ssl
import string
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from argmap.loading.load import load_map

ROOT = Path(__file__).parent.parent
PATIENCE = 20.0  # seconds for one address, redirects included
AT_ONCE = 8
MOST_REDIRECTS = 10
HONEST_NAME = {"User-Agent": "argument-map link check"}
REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (TimeoutError, "no answer in time"),
    (ConnectionRefusedError, "connection refused"),
    (ConnectionError, "connection broken off"),
    (socket.gaierror, "host not found"),
    (ssl.SSLCertVerificationError, "no trusted certificate"),
    (ssl.SSLError, "no safe connection"),
    (HTTPException, "answer not understood"),
    (ValueError, "not an address"),
)


def main() -> int:
    argument_map = load_map(ROOT / "data").sound_part
    if argument_map is None:
        print("the data cannot be read; run `make check`", file=sys.stderr)
        return 1
    article = argument_map.article
    addresses = [("article", article.url)] if article.url else []
    if article.author_about and article.author_about.url:
        addresses.append(("author", article.author_about.url))
    addresses += [(source.id, source.url) for source in argument_map.evidence.sources if source.url]
    rows = ask_all(addresses, date.today().isoformat())
    with (ROOT / "links.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "address", "status", "asked on"), *rows])
    silent = [row for row in rows if row[2] != "200"]
    for name, address, status, _ in silent:
        print(f"{status:>22}  {name}  {address}")
    print(f"{len(rows) - len(silent)} of {len(rows)} addresses answer; links.csv has them all")
    return 0


def ask_all(
    addresses: Iterable[tuple[str, str]], today: str, patience: float = PATIENCE
) -> list[tuple[str, str, str, str]]:
    """Id, address, status and day for each address, in the order given."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda named: (*named, _status_in_time(named[1], patience), today), addresses))


def _status_in_time(address: str, patience: float) -> str:
    # A server that sends a byte a second never lets a connection time out, so its thread is left to itself.
    found: list[str] = []
    asking = Thread(target=lambda: found.append(status_of(address, patience)), daemon=True)
    asking.start()
    asking.join(patience)
    return found[0] if found else _reason(TimeoutError())


def status_of(address: str, patience: float = PATIENCE) -> str:
    """The status code that the address answers with, in the end, or why it does not answer; no text is read."""
    asked: list[str] = []
    try:
        while len(asked) <= MOST_REDIRECTS:
            address = _in_ascii(address)
            if address in asked:
                return "redirected in a circle"
            asked.append(address)
            try:
                with _opener.open(Request(address, headers=HONEST_NAME), timeout=patience) as answer:
                    return str(answer.status)
            except HTTPError as error:
                with error:
                    location = error.headers.get("Location")
                    if error.code not in (301, 302, 303, 307, 308) or not location:
                        return str(error.code)
                # Headers are read as Latin-1, but what is not ASCII in them is nearly always UTF-8.
                address = urljoin(address, location.encode("latin-1").decode("utf-8", "replace").strip())
    except Exception as error:  # whatever a server does, the others are asked too
        return _reason(error)
    return "too many redirects"


class _Unfollowed(HTTPRedirectHandler):
    """Leaves redirects to `status_of`, since the one of the library reads the whole text that comes with them."""

    def redirect_request(self, *of_this_redirect: object) -> None:
        return None


_opener = build_opener(_Unfollowed)


def _in_ascii(address: str) -> str:
    """An address as it goes over the wire: other letters encoded, without fragment or a user's name."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(address)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    place = host if parts.port is None else f"{host}:{parts.port}"
    path, query = (quote(part, safe=string.punctuation) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, place, path or "/", query, ""))


def _reason(error: BaseException) -> str:
    if isinstance(error, URLError) and isinstance(error.reason, BaseException):
        error = error.reason
    return next((words for kind, words in REASONS if isinstance(error, kind)), type(error).__name__)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # addresses may have any letters
    sys.exit(main())
