"""Dates as places on a line of time."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """A stretch of time, in years, and the places of its ends, in a picture's own units."""

    first: float
    last: float
    left: float
    right: float

    def x(self, time: float) -> float:
        return round(self.left + (time - self.first) / (self.last - self.first) * (self.right - self.left), 1)

    def years(self, every: int = 1) -> list[tuple[float, int]]:
        """Where each year begins that can be divided by `every`."""
        years = range(int(self.first) + 1, int(self.last) + 1)
        return [(self.x(year), year) for year in years if year % every == 0]


def in_years(date: str) -> float:
    """A date in years; where month or day are not known, the middle of what is."""
    year, *rest = map(int, date.split("-"))
    month = rest[0] - 1 if rest else 6
    day = rest[1] - 1 if len(rest) > 1 else (15 if rest else 0)
    return year + month / 12 + day / 365
