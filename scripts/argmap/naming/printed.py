"""How dates and places in the article are printed."""

from __future__ import annotations

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def printed_date(written: str) -> str:
    """`2025-02-25` as 25 February 2025; a month or a year alone as such."""
    year, *rest = written.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def printed_locator(locator: str) -> str:
    """`p12.s3` as ¶12 s3, which no line break can part."""
    return "¶" + locator[1:].replace(".", "\u00a0")
