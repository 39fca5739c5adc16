"""How dates, numbers and places in the article are printed."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from argmap.naming.wording import Wording

_PRECISIONS = ("year", "month", "day")


@lru_cache(maxsize=1_000)
def printed_date(written: str, wording: Wording) -> str:
    """`2025-02-25` as 25 February 2025; a month or a year alone as such."""
    parts = [int(part) for part in written.split("-")]
    pattern = wording.say(f"dates.{_PRECISIONS[len(parts) - 1]}")
    return format_date(date(*[*parts, 1, 1][:3]), pattern, wording.locale)


@lru_cache(maxsize=10_000)  # a sentence is named on many pages
def printed_locator(locator: str, wording: Wording) -> str:
    """`p12.s3` as ¶12 s3, which no line break can part."""
    paragraph, _, sentence = locator.removeprefix("p").partition(".s")
    return wording.say("places.sentence", paragraph=paragraph, sentence=sentence)


def printed_within(locator: str, wording: Wording) -> str:
    """`p12.s3` as s3, where the paragraph is plain."""
    return wording.say("places.within", sentence=locator.partition(".s")[2])


def printed_number(number: float, wording: Wording) -> str:
    """`1386` as 1,386."""
    return format_decimal(number, locale=wording.locale)


def printed_share(share: float, wording: Wording) -> str:
    """`0.345` as 34%."""
    return format_percent(share, locale=wording.locale)
