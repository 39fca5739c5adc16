"""The rules about sources, forecasts, the glossary and dates, each a function named for what must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from argmap.loading.fields import entries_of, fields_of, records_of, records_within
from argmap.loading.validation_messages import named
from argmap.model.argument_map import ArgumentMap
from argmap.model.article import Article
from argmap.model.evidence import Assessment, Finding, Prediction, Source
from argmap.model.records import Record
from argmap.rules.rule import Check, Found
from argmap.source.reader import PathInFile


def dates_are_in_the_calendar(argument_map: ArgumentMap) -> Iterator[Found]:
    """Every date is one that the calendar knows."""
    for record, path, written in _dates(argument_map):
        try:
            date.fromisoformat(f"{written}-01-01"[:10])  # a year or a month begins with its first day
        except ValueError:
            yield Found(record.place(*path), f"the calendar has no {written}", "look the date up again")


def findings_fit_their_phase(argument_map: ArgumentMap) -> Iterator[Found]:
    """What a source said up to the article's limit was known at the time, and what it said later has come up since."""
    limit = argument_map.article.known_until
    for source, finding in _findings(argument_map):
        if source.date is None or limit is None:
            continue
        up_to = limit[: len(source.date)]
        if source.date == up_to and len(source.date) < len(limit):
            continue  # a date without a day may lie on either side of the limit
        fitting = "at-the-time" if source.date <= up_to else "since"
        if finding.phase != fitting:
            message = f"source {source.id!r} of {source.date} cannot speak {finding.phase!r}: the limit is {limit}"
            yield Found(finding.place("phase"), message, f"write {fitting!r}, or correct the date")


def contested_claims_show_both_sides(argument_map: ArgumentMap) -> Iterator[Found]:
    """Where a standing calls for both sides, a source stands on each, or the record says that none was found."""
    both = {word.id for word in argument_map.vocabulary.standings if word.both_sides}
    leans = {stance.id: stance.leans for stance in argument_map.vocabulary.stances}
    sides: dict[str, set[str]] = {}
    for _, finding in _findings(argument_map):
        for claim in finding.about:
            sides.setdefault(claim, set()).add(leans[finding.stance])
    for assessment in argument_map.evidence.assessments:
        found = sides.get(assessment.claim, set())
        if assessment.standing in both and not {"for", "against"} <= found and not assessment.none_found:
            side = "for" if "for" not in found else "against"
            message = f"claim {assessment.claim!r} is {assessment.standing!r}, but no finding speaks {side} it"
            yield Found(assessment.place("standing"), message, "add one, or say under 'none-found' that none was found")


def parties_bear_out_only_what_is_said_of_views(argument_map: ArgumentMap) -> Iterator[Found]:
    """A party's own word corroborates only claims that report its view, or that say what somebody thinks or wants."""
    of_views = {kind.id for kind in argument_map.vocabulary.claim_kinds if kind.of_a_view}
    for_it = {stance.id for stance in argument_map.vocabulary.stances if stance.leans == "for"}
    for source, finding in _findings(argument_map):
        if finding.speaks_for is None or finding.stance not in for_it:
            continue
        for number, claim_id in enumerate(finding.about):
            claim = argument_map.claims[claim_id]
            if claim.party != finding.speaks_for and claim.kind not in of_views:
                message = (
                    f"source {source.id!r} is party {finding.speaks_for!r} itself, and bears out claim {claim_id!r}"
                )
                fix = "choose a stance that speaks neither for nor against, or add a source that is no party"
                yield Found(finding.place("about", number), message, fix)


def claims_are_judged_once(argument_map: ArgumentMap) -> Iterator[Found]:
    """A claim has at most one assessment, and at most one entry among the forecasts."""
    lists: list[Iterable[Assessment | Prediction]] = [
        argument_map.evidence.assessments,
        argument_map.predictions.predictions,
    ]
    for records in lists:
        first: dict[str, Record] = {}
        for record in records:
            before = first.setdefault(record.claim, record)
            if before is not record:
                message = f"claim {record.claim!r} was judged before ({before.place('claim').file_and_line})"
                yield Found(record.place("claim"), message, "make one record of the two")


def assessments_rest_on_findings(argument_map: ArgumentMap) -> Iterator[Found]:
    """A source that decides how a claim stands says something about that claim."""
    spoken = {(source.id, claim) for source, finding in _findings(argument_map) for claim in finding.about}
    for assessment in argument_map.evidence.assessments:
        for number, source in enumerate(assessment.sources):
            if (source, assessment.claim) not in spoken:
                message = f"source {source!r} has no finding about claim {assessment.claim!r}"
                yield Found(assessment.place("sources", number), message, "add the claim to a finding's 'about'")


def outside_objections_name_their_sources(argument_map: ArgumentMap) -> Iterator[Found]:
    """An objection names sources if, and only if, it rests on outside knowledge."""
    for objection in argument_map.critique.objections:
        if objection.rests_on == "outside" and not objection.sources:
            message = f"objection {objection.id!r} rests on outside knowledge, but names no source"
            yield Found(objection.place("rests-on"), message, "add 'sources: [...]', or let it rest on the text")
        if objection.rests_on == "text" and objection.sources:
            message = f"objection {objection.id!r} names sources, but rests on the text alone"
            yield Found(objection.place("sources"), message, "write 'rests-on: outside', or take the sources out")


def events_are_dated(argument_map: ArgumentMap) -> Iterator[Found]:
    """An event says when it was and whose date that is; nothing else in the glossary has a date."""
    for entry in argument_map.glossary.terms:
        dated = entry.date is not None and entry.dated_by is not None
        if entry.kind == "event" and not dated:
            message = f"event {entry.id!r} lacks its date, or does not say whose date it is"
            yield Found(entry.place("kind"), message, "add 'date: ...' and 'dated-by: article' or 'dated-by: map'")
        if entry.kind != "event" and (entry.date or entry.until or entry.goes_on or entry.dated_by):
            written = {"date": entry.date, "until": entry.until, "goes-on": entry.goes_on, "dated-by": entry.dated_by}
            key = next(key for key, value in written.items() if value)
            message = f"{entry.kind} {entry.id!r} has a date"
            yield Found(entry.place(key), message, "take the date out, or make it an event")


def events_end_after_they_begin(argument_map: ArgumentMap) -> Iterator[Found]:
    """An event ends no earlier than it begins."""
    for entry in argument_map.glossary.terms:
        if entry.date and entry.until and _is_before(entry.until, entry.date):
            message = f"event {entry.id!r} begins on {entry.date} and ends before that, on {entry.until}"
            yield Found(entry.place("until"), message, "correct one of the two dates, or exchange them")


def events_that_go_on_have_no_end(argument_map: ArgumentMap) -> Iterator[Found]:
    """An event that went on when the map was made has no date of its end."""
    for entry in argument_map.glossary.terms:
        if entry.until and entry.goes_on:
            message = f"event {entry.id!r} goes on and ends on {entry.until}"
            yield Found(entry.place("goes-on"), message, "take out 'until' or 'goes-on'")


def what_has_no_address_says_where_it_stands(argument_map: ArgumentMap) -> Iterator[Found]:
    """The article and every source have an address, or say where else they are to be found."""
    records: list[Article | Source] = [argument_map.article, *argument_map.evidence.sources]
    for record in records:
        if not record.url and not record.found_in:
            message = f"{named(type(record), getattr(record, 'id', None))} has no address, and is found nowhere else"
            yield Found(record.place("title"), message, "add 'url: ...', or 'found-in: ...', such as an edition")


def sources_are_checked_or_say_why_not(argument_map: ArgumentMap) -> Iterator[Found]:
    """A source says when and how it was checked or, if it was not, why."""
    for source in argument_map.evidence.sources:
        if not source.checked and not source.unchecked_because:
            message = f"source {source.id!r} does not say when it was checked, nor why it was not"
            yield Found(source.place("id"), message, "add 'checked' with 'when' and 'how', or 'unchecked-because: ...'")
        if source.checked and source.unchecked_because:
            message = f"source {source.id!r} was checked, and says why it was not"
            yield Found(source.place("unchecked-because"), message, "take one of the two out")


def sources_are_checked_after_they_appear(argument_map: ArgumentMap) -> Iterator[Found]:
    """A source was out when it was checked."""
    for source in argument_map.evidence.sources:
        if source.date and source.checked and _is_before(source.checked.when, source.date):
            message = f"source {source.id!r} was checked on {source.checked.when}, before it appeared on {source.date}"
            yield Found(source.checked.place("when"), message, "correct one of the two dates")


def outcomes_come_between_the_article_and_the_last_look(argument_map: ArgumentMap) -> Iterator[Found]:
    """An outcome of a forecast is none of what was known already, nor later than the last look for outcomes."""
    limit = argument_map.article.known_until
    for prediction in argument_map.predictions.predictions:
        whose = f"the forecast {prediction.claim!r}"
        if limit and _is_before(prediction.as_of, limit):
            message = f"outcomes of {whose} were looked for up to {prediction.as_of}, before the limit {limit}"
            yield Found(prediction.place("as-of"), message, "write up to when you have looked")
        for outcome in prediction.record:
            if _is_before(prediction.as_of, outcome.date):
                message = f"outcomes of {whose} were looked for up to {prediction.as_of}; this one is of {outcome.date}"
                fix = "change 'as-of' when you have looked for others too, or correct the date"
                yield Found(outcome.place("date"), message, fix)
            if limit and _is_before(outcome.date, limit):
                message = f"an outcome of {whose} is of {outcome.date}, before the article's limit {limit}"
                fix = "correct the date, or take it out: what was known already is no outcome"
                yield Found(outcome.place("date"), message, fix)


def outcomes_stand_oldest_first(argument_map: ArgumentMap) -> Iterator[Found]:
    """The outcomes of a forecast stand in the order in which they happened."""
    for prediction in argument_map.predictions.predictions:
        for number, outcome in enumerate(prediction.record):
            later = next((o.date for o in prediction.record[:number] if _is_before(outcome.date, o.date)), None)
            if later:
                message = f"an outcome of {outcome.date} stands behind one of {later}"
                yield Found(outcome.place("date"), message, "put the oldest first, or correct the date")


def outcomes_are_told_by_later_sources(argument_map: ArgumentMap) -> Iterator[Found]:
    """A source that tells of an outcome did not appear before it."""
    for prediction in argument_map.predictions.predictions:
        for outcome in prediction.record:
            for number, source_id in enumerate(outcome.sources):
                source = argument_map.sources[source_id]
                if source.date and _is_before(source.date, outcome.date):
                    message = f"source {source.id!r} of {source.date} cannot tell of an outcome of {outcome.date}"
                    yield Found(outcome.place("sources", number), message, "correct one of the dates, or the source")


def _is_before(one: str, other: str) -> bool:
    """Whether a date is the earlier one for certain: a year or a month may be any day of it."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def _findings(argument_map: ArgumentMap) -> Iterator[tuple[Source, Finding]]:
    return ((source, finding) for source in argument_map.evidence.sources for finding in source.findings)


def _dates(argument_map: ArgumentMap) -> Iterator[tuple[Record, PathInFile, str]]:
    for whole in records_of(argument_map):
        for record in records_within(whole):
            for field in fields_of(type(record)):
                if field.is_date:
                    dates = entries_of(field.alias, getattr(record, field.name))
                    yield from ((record, path, written) for path, written in dates if written)


_DATED = {"dates-are-in-the-calendar"}
EVIDENCE_CHECKS: dict[Check, set[str]] = {
    dates_are_in_the_calendar: set(),
    findings_fit_their_phase: _DATED,
    contested_claims_show_both_sides: {"claims-exist", "terms-exist"},
    parties_bear_out_only_what_is_said_of_views: {"claims-exist", "parties-exist", "terms-exist"},
    claims_are_judged_once: set(),
    assessments_rest_on_findings: {"claims-exist", "sources-exist"},
    outside_objections_name_their_sources: set(),
    events_are_dated: set(),
    events_end_after_they_begin: _DATED,
    events_that_go_on_have_no_end: _DATED,
    what_has_no_address_says_where_it_stands: set(),
    sources_are_checked_or_say_why_not: set(),
    sources_are_checked_after_they_appear: _DATED,
    outcomes_come_between_the_article_and_the_last_look: _DATED,
    outcomes_stand_oldest_first: _DATED,
    outcomes_are_told_by_later_sources: {"sources-exist", *_DATED},
}
