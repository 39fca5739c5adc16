"""The style sheet of every page, joined of parts: one file costs a phone one request."""

from __future__ import annotations

import re
from pathlib import Path

STYLE_SHEET = "assets/site.css"
"""Where it is written, below `docs/`."""

# What comes later overrules what came before.
PARTS = (
    "scale",
    "text",
    "marks",
    "frame",
    "claims",
    "tools",
    "claim-page",
    "maps",
    "case",
    "nearby",
    "tour",
    "article",
    "evidence",
    "objections",
    "forecasts",
    "weak-steps",
    "what-if",
    "pages",
    "print",
)
FOLDER = Path(__file__).parents[1] / "pages" / "styles"


def style_sheet() -> str:
    """All parts in their order, without the remarks, which are for their editors."""
    parts = "\n".join((FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    return re.sub(r"/\*.*?\*/\s*|(?<=\n)\s+", "", parts, flags=re.DOTALL)
