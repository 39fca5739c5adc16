"""The check of outside addresses, against a server on this machine that answers in every way but the right one."""

from __future__ import annotations

import csv
import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import BinaryIO

import pytest

import links
from argmap.loading.load import load_map
from links import ask_all

PATIENCE = 3.0  # seconds
BLOCK = b"x" * 100_000

closing = Event()


def drip(out: BinaryIO, seconds: float, text: bytes) -> None:
    for byte in text:
        out.write(bytes([byte]))
        out.flush()
        if closing.wait(seconds / len(text)):
            return


def endlessly(out: BinaryIO, *begins: bytes, again: bytes) -> None:
    for text in begins:
        out.write(text)
    while not closing.wait(0.001):
        out.write(again)


def redirect(location: bytes, code: int = 302) -> Callable[[BinaryIO], None]:
    return lambda out: out.write(b"HTTP/1.1 %d Moved\r\nLocation: %b\r\nContent-Length: 0\r\n\r\n" % (code, location))


def status(code: int, body: bytes = b"") -> Callable[[BinaryIO], None]:
    return lambda out: out.write(b"HTTP/1.1 %d So\r\nContent-Length: %d\r\n\r\n%b" % (code, len(body), body))


OK = b"HTTP/1.1 200 OK\r\n"
farther = count()

# What is found out of each answer.
ANSWERS: dict[str, tuple[Callable[[BinaryIO], object], str]] = {
    "here": (status(200, b"here"), "200"),
    "gone": (status(404), "404"),
    "too-often": (status(429), "429"),
    "broken": (status(500, BLOCK), "500"),
    "no-such-status": (status(799), "799"),
    "closed-at-once": (lambda out: None, "connection broken off"),
    "closed-in-a-header": (lambda out: out.write(OK + b"Content-Ty"), "200"),
    "garbage": (lambda out: out.write(b"\x00\xff\xfe garbage\r\n\r\n"), "answer not understood"),
    "garbage-status": (lambda out: out.write(b"HTTP/1.1 OK fine\r\n\r\n"), "answer not understood"),
    "status-of-a-thousand": (lambda out: out.write(b"HTTP/1.1 1000 Many\r\n\r\n"), "answer not understood"),
    "nothing-but-lines": (lambda out: out.write(b"\r\n\r\n\r\n"), "answer not understood"),
    "long-status": (lambda out: endlessly(out, b"HTTP/1.1 200 ", again=BLOCK), "answer not understood"),
    "long-header": (lambda out: endlessly(out, OK, b"X: ", again=BLOCK), "answer not understood"),
    "many-headers": (lambda out: endlessly(out, OK, again=b"X: y\r\n"), "answer not understood"),
    "garbage-header": (lambda out: out.write(OK + b"\xff\xfe\x00: \x80\r\n: x\r\nno colon\r\n\r\n"), "200"),
    "go-on-for-ever": (lambda out: endlessly(out, again=b"HTTP/1.1 100 Continue\r\n\r\n"), "no answer in time"),
    "silence": (lambda out: closing.wait(), "no answer in time"),
    "slow": (lambda out: drip(out, PATIENCE / 6, OK + b"\r\n"), "200"),
    "too-slow": (lambda out: drip(out, PATIENCE * 20, OK + b"\r\n"), "no answer in time"),
    "slow-text": (lambda out: drip(out, PATIENCE * 20, BLOCK), "no answer in time"),
    "endless-text": (lambda out: endlessly(out, OK, b"\r\n", again=BLOCK), "200"),
    "endless-missing": (lambda out: endlessly(out, b"HTTP/1.1 404 No\r\n\r\n", again=BLOCK), "404"),
    "broken-chunks": (lambda out: out.write(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nx"), "200"),
    "broken-length": (lambda out: out.write(OK + b"Content-Length: minus\r\n\r\nx"), "200"),
    "cut-text": (lambda out: out.write(OK + b"Content-Length: 1000\r\n\r\nx"), "200"),
    "gzip-garbage": (lambda out: out.write(OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8bgarbage"), "200"),
    "gzip-bomb": (
        lambda out: out.write(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(10**7))),
        "200",
    ),
    "moved": (redirect(b"/here"), "200"),
    "moved-for-good": (redirect(b"/here", 308), "200"),
    "moved-to-missing": (redirect(b"/gone", 301), "404"),
    "moved-to-itself": (redirect(b"/moved-to-itself"), "redirected in a circle"),
    "there": (redirect(b"/and-back"), "redirected in a circle"),
    "and-back": (redirect(b"/there"), "redirected in a circle"),
    "farther": (lambda out: redirect(b"/farther?%d" % next(farther))(out), "too many redirects"),
    "moved-nowhere": (redirect(b""), "302"),
    "moved-without-place": (lambda out: out.write(b"HTTP/1.1 302 Moved\r\n\r\n"), "302"),
    "moved-to-closed-door": (redirect(b"http://127.0.0.1:1/"), "connection refused"),
    "moved-to-a-file": (redirect(b"file:///etc/passwd"), "not an address"),
    "moved-to-a-script": (redirect(b"javascript:owned=1"), "not an address"),
    "moved-to-nonsense": (redirect(b"http://[x"), "not an address"),
    "moved-to-no-port": (redirect(b"http://127.0.0.1:port/"), "not an address"),
    "moved-to-letters": (redirect("/پ é?q=ß".encode()), "200"),
    "moved-to-latin-1": (redirect("/é".encode("latin-1")), "404"),
    "moved-with-spaces": (redirect(b"/here ?x y"), "404"),
    "moved-with-endless-text": (
        lambda out: endlessly(out, b"HTTP/1.1 302 Moved\r\nLocation: /here\r\n\r\n", again=BLOCK),
        "200",
    ),
    "%D9%BE%20%C3%A9": (status(200), "200"),
    "%D9%BE": (status(200), "200"),
    "%D8%B1%D9%88%D8%B3%DB%8C%D9%87": (status(200), "200"),
}


class Answering(StreamRequestHandler):
    timeout = 10

    def handle(self) -> None:
        if self.rfile.peek()[:1] == b"\x16":  # begins to agree on encryption
            status(400)(self.wfile)
            return
        asked = self.rfile.readline(65536).split()
        while self.rfile.readline(65536).strip():
            pass
        path = asked[1].decode("ascii").lstrip("/").partition("?")[0]
        answer = ANSWERS[path][0] if path in ANSWERS else status(404)
        with suppress(OSError):  # whoever asked has heard enough
            answer(self.wfile)

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()


class Server(ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 100


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    closing.clear()
    with Server(("127.0.0.1", 0), Answering) as tcp:
        Thread(target=tcp.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{tcp.server_address[1]}"
        closing.set()
        tcp.shutdown()


def test_each_address_is_listed_with_its_status_and_day(server: str):
    addresses = [("a", f"{server}/here"), ("b", f"{server}/gone"), ("c", "http://127.0.0.1:1/")]
    statuses = [(name, status, day) for name, _, status, day in ask_all(addresses, "2026-06-01")]
    assert statuses == [
        ("a", "200", "2026-06-01"),
        ("b", "404", "2026-06-01"),
        ("c", "connection refused", "2026-06-01"),
    ]


def test_no_answer_keeps_the_others_from_being_asked(server: str):
    begun = time.monotonic()
    rows = ask_all([(path, f"{server}/{path}") for path in ANSWERS], "2026-06-01", PATIENCE)
    assert {name: status for name, _, status, _ in rows} == {path: found for path, (_, found) in ANSWERS.items()}
    assert time.monotonic() - begun < len(ANSWERS) * PATIENCE / links.AT_ONCE + PATIENCE


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/پ", "200"),
        ("/%D9%BE", "200"),
        ("/روسیه", "200"),
        ("/پ é", "200"),
        ("/here#پ", "200"),
        ("/here?q=پ", "200"),
        ("?q=پ", "404"),
    ],
)
def test_an_address_may_have_letters_of_any_script(server: str, path: str, status: str):
    ((_, address, found, _),) = ask_all([("a", server + path)], "2026-06-01")
    assert (address, found) == (server + path, status)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("http://user@127.0.0.1:1/", "connection refused"),
        ("http://پایگاه.invalid/", "host not found"),
        (f"http://{'x' * 70}.invalid/", "not an address"),
        ("http://[x/", "not an address"),
        ("http://127.0.0.1:99999/", "not an address"),
        ("http://", "not an address"),
        ("ftp://127.0.0.1:1/", "not an address"),
    ],
)
def test_why_an_address_does_not_answer_is_said_in_words(address: str, status: str):
    ((_, _, found, _),) = ask_all([("a", address)], "2026-06-01", PATIENCE)
    assert found == status


def test_a_server_without_encryption_is_told_where_it_is_asked_for(server: str):
    ((_, _, found, _),) = ask_all([("a", server.replace("http:", "https:") + "/here")], "2026-06-01", PATIENCE)
    assert found == "no safe connection"


def test_every_address_of_a_map_gets_a_line(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "data").symlink_to(Path(__file__).parents[1] / "tiny" / "data")
    monkeypatch.setattr(links, "ROOT", tmp_path)
    monkeypatch.setattr(links, "status_of", lambda address, patience: "200" if "count" in address else "404")
    assert links.main() == 0
    argument_map = load_map(tmp_path / "data").argument_map
    assert argument_map
    rows = csv.reader((tmp_path / "links.csv").read_text(encoding="utf-8").splitlines())
    sources = [source.id for source in argument_map.evidence.sources if source.url]
    assert [row[0] for row in rows] == ["id", "article", "author", *sources]
    assert capsys.readouterr().out.splitlines()[-1] == "1 of 6 addresses answer; links.csv has them all"
