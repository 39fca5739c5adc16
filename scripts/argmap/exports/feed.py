"""What is new, as an Atom feed (RFC 4287): changes of the map, and what has happened to its forecasts."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import NamedTuple

from argmap.exports.citing import curators
from argmap.model.argument_map import ArgumentMap
from argmap.model.changes import Change
from argmap.model.evidence import Outcome, Prediction
from argmap.naming import urls
from argmap.naming.urls import Hosting
from argmap.naming.wording import Wording

MOST_ENTRIES = 50


class News(NamedTuple):
    """Something new on a day: a change, or an event on the record of a forecast."""

    date: str
    change: Change | None = None
    forecast: Prediction | None = None
    outcome: Outcome | None = None


def news_of(argument_map: ArgumentMap) -> list[News]:
    """All that is dated, the newest first; of one day, changes before events."""
    changes = [News(change.date, change) for change in argument_map.changes.changes]
    events = [
        News(outcome.date, None, prediction, outcome)
        for prediction in argument_map.predictions.predictions
        for outcome in prediction.record
    ]
    return sorted([*changes, *events], key=lambda news: news.date, reverse=True)


def feed_xml(argument_map: ArgumentMap, wording: Wording, hosting: Hosting) -> str:
    """The newest entries; without the site's address, in which a feed's readers look them up, nothing."""
    if not hosting.site:
        return ""
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]  # without an address it is not needed

    site = argument_map.site
    feed = Atom1Feed(
        title=site.title,
        link=hosting.page(urls.OVERVIEW),
        description=site.description,
        language=wording.language,
        author_name=curators(wording),
        feed_url=hosting.page(urls.FEED),
        feed_copyright="CC BY 4.0",
    )
    entries = news_of(argument_map)
    for number, news in enumerate(entries[:MOST_ENTRIES]):
        if news.forecast and news.outcome:
            claim = argument_map.claims[news.forecast.claim]
            leans = wording.say(f"predictions.leans.{news.outcome.leans}")
            title = wording.say("changes.event-title", forecast=claim.short, leans=leans)
            link, text = f"{hosting.page(urls.PREDICTIONS)}#{claim.id}", news.outcome.says
            name = f"{claim.id}/{sum(other.forecast is news.forecast for other in entries[number:])}"
        else:
            text = news.change.what if news.change else ""
            title, link = _beginning(text), hosting.page(urls.CHANGES)
            name = f"change/{sum(other.change is not None for other in entries[number:])}"
        feed.add_item(
            title=title,
            link=link,
            description=escape(text),
            unique_id=f"{hosting.page(urls.CHANGES)}#{news.date}/{name}",
            pubdate=_moment(news.date),
        )
    return str(feed.writeString("utf-8"))


def _beginning(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0] + "…"


def _moment(date: str) -> datetime:
    """A day's beginning; where month or day are not known, that of the first."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)
