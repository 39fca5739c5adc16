"""What Argdown's own parser finds in a text; it runs in Node, and tests that need it are left out where it is not."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from argmap.drafting.interchange import ARGDOWN

needs_argdown = pytest.mark.skipif(
    not (ARGDOWN.exists() and shutil.which("node")), reason="Argdown's own parser is not installed: make argdown"
)


def read_by_argdown(text: str) -> dict[str, Any]:
    """Its statements, arguments and relations, its errors, and the graph that it would draw."""
    command = ["node", Path(__file__).with_suffix(".mjs"), ARGDOWN]
    ran = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found
