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


def scale_of(predictions: Sequence[Prediction], begins: str | None) -> Scale | None:
    """From when the article was written, or the first event, to the last look; none where nothing is recorded."""
    times = [in_years(outcome.date) for prediction in predictions for outcome in prediction.record]
    if not times:
        return None
    if begins:
        times.append(in_years(begins))
    last = max(*times, *(in_years(prediction.as_of) for prediction in predictions))
    return Scale(min(times), max(last, min(times) + 1 / 12), 6, WIDTH - RUNS_ON - 6)


def dots_of(record: Sequence[Outcome], scale: Scale) -> list[Dot]:
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
