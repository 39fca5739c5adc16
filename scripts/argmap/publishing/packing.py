"""Packs a built site into one file, the same bytes for the same site."""

from __future__ import annotations

import os
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from argmap.publishing.files import told

_EARLIEST = 315532800  # 1980, before which the format has no dates

# What only makes sense at an address.
_ONLINE = frozenset(("sitemap.xml", "sitemap.xml.gz", "pages.xml", "404.html"))


def pack_site(site: Path, into: Path) -> None:
    """Write a folder into a ZIP archive, under the archive's own name; it takes the last one's place whole.

    Every file is dated by `SOURCE_DATE_EPOCH`, in seconds since 1970, or by the first day that the format knows.
    """
    moment = max(int(os.environ.get("SOURCE_DATE_EPOCH", _EARLIEST)), _EARLIEST)
    aside = into.with_suffix(".new")
    with told("written", into, "make room, or make it a place where you may write"):
        with ZipFile(aside, "w", ZIP_DEFLATED) as archive:
            for file in sorted(file for file in site.rglob("*") if file.is_file() and file.name not in _ONLINE):
                entry = ZipInfo(f"{into.stem}/{file.relative_to(site).as_posix()}", time.gmtime(moment)[:6])
                entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, file.read_bytes())
        aside.replace(into)
