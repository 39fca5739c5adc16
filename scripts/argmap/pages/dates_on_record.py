"""What has happened to forecasts, by date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.model.evidence import Outcome, Prediction


class Day(NamedTuple):
    """A date on record with the forecasts that it bears on."""

    date: str
    bearing: list[tuple[Prediction, Outcome]]

    @property
    def has_one_event(self) -> bool:
        """Whether all tell of the same event, as far as that shows: from the same sources, and each only once."""
        forecasts = [prediction.claim for prediction, _ in self.bearing]
        return len({outcome.sources for _, outcome in self.bearing}) == 1 and len(set(forecasts)) == len(forecasts)


def by_date(predictions: Sequence[Prediction]) -> list[Day]:
    """Every date on record once, the newest first."""
    days: dict[str, Day] = {}
    for prediction in predictions:
        for outcome in prediction.record:
            days.setdefault(outcome.date, Day(outcome.date, [])).bearing.append((prediction, outcome))
    return sorted(days.values(), key=lambda day: day.date, reverse=True)
