"""The map that is here, or the tiny one while that is a draft: a new map passes the tests from its first day."""

from __future__ import annotations

from pathlib import Path

from tests.mistaken import TINY

from argmap.publishing.composition import compose

ROOT = Path(__file__).parents[1]
HERE = ROOT / "data"
IS_WHOLE = compose(HERE).argument_map is not None
"""A map that is broken and no draft is not whole either; `check` is a test of its own."""
DATA = HERE if IS_WHOLE else TINY / "data"
