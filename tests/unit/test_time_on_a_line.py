"""Dates drawn on a line of time."""

from itertools import pairwise

import pytest
from tests.mistaken import TINY

from argmap.loading.load import load_map
from argmap.pictures.forecasts import HEIGHT, draw_forecasts
from argmap.pictures.time_axis import Scale, in_years
from argmap.pictures.timeline import FORMS, draw_timeline

MAP = load_map(TINY / "data").argument_map
PREDICTIONS = MAP.predictions.predictions
EVENTS = [entry for entry in MAP.glossary.terms if entry.kind == "event"]
OUTCOMES = [outcome for prediction in PREDICTIONS for outcome in prediction.record]


def test_a_date_without_its_day_stands_in_the_middle():
    assert in_years("2025") == 2025.5
    assert in_years("2025-01") == pytest.approx(2025 + 15 / 365)
    assert in_years("2025-01-01") == 2025


def test_years_begin_where_they_are_marked():
    scale = Scale(2019.5, 2022.5, 0, 300)
    assert scale.years() == [(50, 2020), (150, 2021), (250, 2022)]
    assert scale.years(2) == [(50, 2020), (250, 2022)]


def test_what_counts_for_a_forecast_stands_over_its_line_and_what_counts_against_under_it():
    for prediction, dots in draw_forecasts(PREDICTIONS, MAP.article.known_until).lines:
        for dot, outcome in zip(dots, prediction.record, strict=True):
            where = {"for": dot.y < HEIGHT / 2, "against": dot.y > HEIGHT / 2, "neither": dot.y == HEIGHT / 2}
            assert where[outcome.leans]


def test_without_a_record_there_is_no_line():
    assert draw_forecasts([], "2020").scale is None
    assert draw_timeline([], [], None) == {}


@pytest.mark.parametrize("name", FORMS)
def test_events_stand_over_the_line_and_outcomes_under_it_at_every_width(name):
    drawn = draw_timeline(EVENTS, OUTCOMES, MAP.article.known_until)[name]
    assert len(drawn.events) == len(EVENTS)
    assert all(span.y < drawn.line for span in drawn.events)
    assert all(span.y > drawn.line for span in drawn.outcomes)
    assert all(span.x >= 0 and span.x + span.length <= drawn.width for span in (*drawn.events, *drawn.outcomes))


def test_an_event_that_goes_on_is_drawn_as_far_as_the_record_and_no_further():
    going_on = next(event for event in EVENTS if event.goes_on)
    later = EVENTS[0].model_copy(update={"date": "1990", "until": "1999"})
    drawn = draw_timeline([going_on, later], OUTCOMES, MAP.article.known_until)["if-wide"]
    span = next(span for span in drawn.events if span.name == going_on.name)
    assert span.x + span.length == pytest.approx(max(outcome.x for outcome in drawn.outcomes), abs=0.2)


@pytest.mark.parametrize("name", FORMS)
def test_the_numbers_of_the_years_do_not_touch(name):
    places = [x for x, _ in draw_timeline(EVENTS, OUTCOMES, MAP.article.known_until)[name].years]
    assert all(later - earlier >= 35 for earlier, later in pairwise(places))
