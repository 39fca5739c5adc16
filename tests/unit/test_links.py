"""The check of outside addresses, against a server on this machine."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from links import ask_all


class Answering(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/here" else 404)
        self.end_headers()

    def log_message(self, format, *args):
        pass


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Answering) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def test_each_address_is_listed_with_its_status_and_day(server):
    addresses = [("a", f"{server}/here"), ("b", f"{server}/gone"), ("c", "http://127.0.0.1:1/")]
    statuses = [(name, status, day) for name, _, status, day in ask_all(addresses, "2026-06-01")]
    assert statuses == [("a", "200", "2026-06-01"), ("b", "404", "2026-06-01"), ("c", "URLError", "2026-06-01")]
