"""Everything that is dated on one line: over it the events of the glossary, under it what has happened to forecasts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from argmap.model.evidence import Entry, Outcome
from argmap.pictures.time_axis import Scale, in_years

WIDTHS, HEIGHT = {"wide-one": 1100, "narrow": 328}, 116
"""For a wide window and for a phone, since letters shrink with a picture."""
LINE = 48
"""How far under the top the line lies."""

# How far apart marks stand that would touch, and how many may stand on one another; outcomes lie closer than events.
_EVERY = (1, 5, 10, 20, 50, 100)  # years between two that are marked
_LABEL = 40  # what the number of a year takes, with the space beside it
_EVENTS, _OUTCOMES = (7, 5), (4, 10)


class Span(NamedTuple):
    """An event from x on, and how long; a length of none is a day, a month or a year."""

    x: float
    y: float
    length: float


class Timeline(NamedTuple):
    """The picture, in its own units."""

    events: list[Span]
    outcomes: list[Span]
    known: float | None
    """Where what could be known when the article was written ends."""
    years: list[tuple[float, int]]
    width: int
    height: int = HEIGHT
    line: int = LINE


def draw_timeline(events: Iterable[Entry], outcomes: Iterable[Outcome], known_until: str | None) -> dict[str, Timeline]:
    """One for each width, none where nothing is dated; of events that lie close, later ones stand further away."""
    spans = sorted((in_years(one.date), in_years(one.until or one.date)) for one in events if one.date)
    dates = sorted({in_years(outcome.date) for outcome in outcomes})
    known = [in_years(known_until)] if known_until else []
    times = [time for span in spans for time in span] + dates
    if not times:
        return {}
    first, last = min(times + known), max(times + known)
    drawn = {}
    for name, width in WIDTHS.items():
        scale = Scale(first, max(last, first + 1), 6, width - 6)
        drawn[name] = Timeline(
            _stacked([(scale.x(begin), scale.x(end) - scale.x(begin)) for begin, end in spans], -1, *_EVENTS),
            _stacked([(scale.x(date), 0) for date in dates], 1, *_OUTCOMES),
            scale.x(known[0]) if known else None,
            scale.years(next((every for every in _EVERY if (last - first) / every * _LABEL <= width), _EVERY[-1])),
            width,
        )
    return drawn


def _stacked(places: list[tuple[float, float]], side: int, apart: int, levels: int) -> list[Span]:
    spans: list[Span] = []
    for x, length in places:
        taken = {span.y for span in spans if span.x + span.length + apart > x}
        heights = [LINE + side * (8 + level * apart) for level in range(levels)]
        spans.append(Span(x, next((y for y in heights if y not in taken), heights[-1]), length))
    return spans
