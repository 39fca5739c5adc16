"""What has happened to forecasts, as dots on a line of time: over it what leans for, under it what leans against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.model.evidence import Outcome, Prediction
from argmap.pictures.time_axis import Scale, in_years

WIDTH, HEIGHT = 420, 44
RUNS_ON = 40
"""What is hatched at the right, since the future has no scale here."""

_SPREAD = 8  # dots of one day stand on one another, and further apart than they are wide
_SIDE = {"for": -1, "neither": 0, "against": 1}


class Dot(NamedTuple):
    """An event; x from the left and y from the top, in the picture's own units."""

    x: float
    y: float
    leans: str


class Lines(NamedTuple):
    """The forecasts, each with the events on its line, in the picture's own units."""

    lines: list[tuple[Prediction, list[Dot]]]
    scale: Scale | None
    """None where nothing is recorded, and nothing is to be drawn."""
    width: int = WIDTH
    height: int = HEIGHT
    runs_on: int = RUNS_ON


def draw_forecasts(predictions: Sequence[Prediction], begins: str | None) -> Lines:
    """On one scale, which begins when the article was written, or at the first event, and ends at the last look."""
    times = [in_years(outcome.date) for prediction in predictions for outcome in prediction.record]
    if not times:
        return Lines([(prediction, []) for prediction in predictions], None)
    first = min(*times, in_years(begins)) if begins else min(times)
    last = max(*times, *(in_years(prediction.as_of) for prediction in predictions))
    scale = Scale(first, max(last, first + 1 / 12), 6, WIDTH - RUNS_ON - 6)
    return Lines([(prediction, _dots(prediction.record, scale)) for prediction in predictions], scale)


def _dots(record: Sequence[Outcome], scale: Scale) -> list[Dot]:
    """The events on one line; those of about one day on one side stand further from it one after another."""
    dots: list[Dot] = []
    for outcome in record:
        x, side = scale.x(in_years(outcome.date)), _SIDE[outcome.leans]
        near = sum(dot.leans == outcome.leans and abs(dot.x - x) < _SPREAD for dot in dots)
        if side:
            dots.append(Dot(x, HEIGHT / 2 + side * min(9 + near * 6, HEIGHT / 2 - 4), outcome.leans))
        else:
            dots.append(Dot(x + near * 4, HEIGHT / 2, outcome.leans))
    return dots
