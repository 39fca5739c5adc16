"""All that is made of a data folder, for tests that look at the files alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from argmap.naming.urls import Hosting
from argmap.publishing.composition import NOWHERE, sound_site


def build_site(data: Path, hosting: Hosting = NOWHERE) -> Mapping[str, str]:
    """Every page and export by its path below `docs/`; raises `BadData` with every problem."""
    return sound_site(data, hosting)[1]
