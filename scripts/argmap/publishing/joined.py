"""The style sheet and the script of every page, each joined of parts: one file costs a phone one request."""

from __future__ import annotations

import json
import re
from pathlib import Path

from argmap.naming.wording import Wording

STYLE_SHEET, SCRIPT = "assets/site.css", "assets/site.js"
"""Where they are written, below `docs/`."""

PAGES = Path(__file__).parents[1] / "pages"

# What comes later overrules what came before.
STYLES = (
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
# The first has what all others use.
SCRIPTS = (
    "base",
    "search",
    "cards",
    "maps",
    "folding",
    "case",
    "copying",
    "article",
    "sources",
    "tables",
    "finder",
    "doubts",
    "nearest",
)


def style_sheet() -> str:
    """All parts in their order, without the remarks, which are for their editors."""
    return re.sub(r"/\*.*?\*/\s*|(?<=\n)\s+", "", _joined("styles", STYLES, "css"), flags=re.DOTALL)


def script(wording: Wording) -> str:
    """All parts in their order, without lines that are remarks, after what they say of hits of the search."""
    said = json.dumps(wording.below("scripts.hits"), ensure_ascii=False)
    return f"const SAID = {said}\n" + re.sub(r"(?m)^\s*//.*\n", "", _joined("scripts", SCRIPTS, "js"))


def _joined(folder: str, parts: tuple[str, ...], suffix: str) -> str:
    return "\n".join((PAGES / folder / f"{part}.{suffix}").read_text(encoding="utf-8") for part in parts)
