"""Finds a Chromium for the tests, or fetches one where nobody need be asked; run as a script, prints its path."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)


class NoBrowser(Exception):
    """Carries the command that a person has to type."""


def find_browser() -> Path | None:
    """The browser that `BROWSER_FOR_TESTS` names, an installed one, or one that Playwright fetched before."""
    names = (os.environ.get("BROWSER_FOR_TESTS", ""), *NAMES, _path_of_playwrights_own())
    found = (shutil.which(name) for name in names if name)
    return next((Path(path) for path in found if path), None)


def install_browser() -> Path:
    for command in _commands():
        print("No Chromium, Chrome or Edge found; trying:", " ".join(command), file=sys.stderr)
        subprocess.run(command, check=False, stdout=sys.stderr)
        if browser := find_browser():
            return browser
    raise NoBrowser(
        "The tests need Chromium, Chrome or Edge, and none could be fetched. Install one, for example\n"
        "    Debian:  sudo apt install chromium\n"
        "    Ubuntu:  sudo .venv/bin/python -m playwright install --with-deps chromium\n"
        "    macOS:   brew install --cask google-chrome\n"
        "or name one: BROWSER_FOR_TESTS=/path/to/chrome make test"
    )


def _commands() -> list[list[str]]:
    fetch = [sys.executable, "-m", "playwright", "install", "chromium"]
    if platform.system() != "Linux" or os.geteuid() != 0:
        # Never with system packages: Playwright would ask for a password through sudo.
        return [fetch]
    fetch.insert(-1, "--with-deps")
    if platform.freedesktop_os_release().get("ID") != "debian":
        # Ubuntu's package of that name only points at a snap, which containers cannot run.
        return [fetch]
    return [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"], fetch]


def _path_of_playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    try:
        print("Browser for the tests:", find_browser() or install_browser())
    except NoBrowser as message:
        sys.exit(str(message))
