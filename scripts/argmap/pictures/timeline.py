"""Everything that is dated on one line: over it the events of the glossary, under it what has happened to forecasts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from argmap.model.evidence import Entry, Outcome
from argmap.pictures.time_axis import Scale, in_years

_EVERY = (1, 5, 10, 20, 50, 100)  # years between two that are marked
_LABEL = 40  # what the number of a year takes, with the space beside it
_LETTER = 7  # what a letter of a name takes at most, on the average
_MOST = 10  # rows; what finds no room stands on the last
_OUTCOMES = 4  # how far apart outcomes stand
_FOOT = 68  # what stands under the line: outcomes, and the years


class Span(NamedTuple):
    """An event from x on, and how long; a length of none is a day, a month or a year."""

    x: float
    y: float
    length: float
    name: str = ""
    ends: bool = False
    """Whether the name ends where the event ends, and does not begin where it begins."""


class Timeline(NamedTuple):
    """The picture, in its own units."""

    events: list[Span]
    outcomes: list[Span]
    known: float | None
    """Where what could be known when the article was written ends."""
    years: list[tuple[float, int]]
    width: int
    height: int
    line: int
    """How far under the top the line lies."""


class _Form(NamedTuple):
    """How a picture is drawn for windows of a kind, since letters shrink with it."""

    width: int
    row: int  # how far apart events stand that would touch
    named: bool


FORMS = {"if-wide": _Form(1100, 20, True), "if-narrow": _Form(328, 7, False)}


def draw_timeline(events: Iterable[Entry], outcomes: Iterable[Outcome], known_until: str | None) -> dict[str, Timeline]:
    """One for each form, none where nothing is dated; of events that lie close, later ones stand further away."""
    dates = sorted({in_years(outcome.date) for outcome in outcomes})
    known = [in_years(known_until)] if known_until else []
    record_ends = max(known + dates, default=None)
    dated = ((one, one.date) for one in events if one.date)
    spans = sorted((in_years(date), _end(one, date, record_ends), one.name) for one, date in dated)
    times = [time for begin, end, _ in spans for time in (begin, end)] + dates
    if not times:
        return {}
    first, last = min(times + known), max(times + known)
    drawn = {}
    for kind, form in FORMS.items():
        scale = Scale(first, max(last, first + 1), 6, form.width - 6)
        rows, placed = _placed([(scale.x(begin), scale.x(end), name) for begin, end, name in spans], form)
        line = 12 + rows * form.row
        heights = _levels([(scale.x(date), scale.x(date)) for date in dates], _OUTCOMES)
        drawn[kind] = Timeline(
            [span._replace(y=line - span.y) for span in placed],
            [Span(scale.x(d), line + 8 + n * _OUTCOMES, 0) for d, n in zip(dates, heights, strict=True)],
            scale.x(known[0]) if known else None,
            scale.years(next((every for every in _EVERY if (last - first) / every * _LABEL <= form.width), _EVERY[-1])),
            form.width,
            line + _FOOT,
            line,
        )
    return drawn


def _end(event: Entry, begin: str, record_ends: float | None) -> float:
    """When an event ended; one that goes on is drawn as far as anything is on record."""
    if event.goes_on and record_ends:
        return max(in_years(begin), record_ends)
    return in_years(event.until or begin)


def _placed(spans: Sequence[tuple[float, float, str]], form: _Form) -> tuple[int, list[Span]]:
    """How many rows the events need, and the events with how far over the line each stands."""
    ends = [form.named and begin + _LETTER * len(name) > form.width for begin, _, name in spans]
    taken = [
        _extent(begin, end, _LETTER * len(name) if form.named else 0, at_end)
        for (begin, end, name), at_end in zip(spans, ends, strict=True)
    ]
    levels = _levels(taken, form.row)
    placed = [
        Span(begin, 8 + level * form.row, round(end - begin, 1), name if form.named else "", at_end)
        for (begin, end, name), level, at_end in zip(spans, levels, ends, strict=True)
    ]
    return max(levels, default=0) + 1, placed


def _extent(begin: float, end: float, name: float, at_end: bool) -> tuple[float, float]:
    return (min(begin, end - name), end) if at_end else (begin, max(end, begin + name))


def _levels(extents: Sequence[tuple[float, float]], apart: float) -> list[int]:
    """For each stretch, from left to right, the lowest level on which none is in its way."""
    ends: list[float] = []
    levels = []
    for left, right in extents:
        free = (level for level, end in enumerate(ends) if end + apart <= left)
        level = next(free, min(len(ends), _MOST - 1))
        if level == len(ends):
            ends.append(right)
        ends[level] = max(right, ends[level])
        levels.append(level)
    return levels
