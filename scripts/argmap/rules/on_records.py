"""The rules that a record can break whatever else is missing, each a function named for what must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from argmap.loading.fields import fields_of, records_of, texts_in
from argmap.loading.validation_messages import named
from argmap.model.argument import Argument, Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.critique import Objection, Tension
from argmap.model.evidence import Entry, Source
from argmap.model.records import Record
from argmap.rules.rule import Check, Found
from argmap.text.fragments import MOST_QUOTED_WORDS
from argmap.text.words import count_words, sha256_of

MOST_WORDS_OF_A_CLAIM = 30


def ids_are_unique(argument_map: ArgumentMap) -> Iterator[Found]:
    """No two claims, arguments, objections or tensions have the same id, nor have two entries of any other list."""
    vocabulary = argument_map.vocabulary
    lists: list[Iterable[Any]] = [getattr(vocabulary, f.name) for f in fields_of(type(vocabulary)) if f.is_list]
    lists += [scheme.questions for scheme in vocabulary.schemes]
    lists += [
        argument_map.article.parties,
        argument_map.site.contested,
        argument_map.site.exercises,
        argument_map.site.what_if,
        argument_map.retired.retired,
    ]
    for records in (_addressed(argument_map), *lists):
        first: dict[str, Any] = {}
        for record in records:
            taken = first.setdefault(record.id, record)
            if taken is not record:
                where = taken.place("id").file_and_line
                message = f"{_named(record)} has the id of {_named(taken)} ({where})"
                yield Found(record.place("id"), message, "give one of the two another id")


def retired_ids_stay_retired(argument_map: ArgumentMap) -> Iterator[Found]:
    """An id that was published and retired is not used again."""
    retired = {retirement.id: retirement for retirement in argument_map.retired.retired}
    for record in _addressed(argument_map):
        if gone := retired.get(record.id):
            message = f"{_named(record)} has an id that was retired ({gone.place('id').file_and_line})"
            yield Found(
                record.place("id"), message, "choose a new id: links to the old one must not lead to something else"
            )


def nothing_is_listed_twice(argument_map: ArgumentMap) -> Iterator[Found]:
    """A list of references names each record once."""
    for record in records_of(argument_map):
        seen = set()
        for written in texts_in(record):
            entry = (id(written.record), written.path[0], written.text)
            if written.target and entry in seen:
                message = f"{written.text!r} stands twice in {str(written.path[0])!r}"
                yield Found(written.record.place(*written.path), message, "take one of the two out")
            seen.add(entry)


def at_most_eight_words_are_quoted(argument_map: ArgumentMap) -> Iterator[Found]:
    """The words kept to find a sentence are at most eight, and not the whole of it; without its first it has none."""
    for sentence in argument_map.article.sentences:
        before, own = count_words(sentence.before or ""), count_words(f"{sentence.first or ''} {sentence.last or ''}")
        quoted = before + own
        fix = "measure the article anew, or shorten 'first' and 'last'"
        is_free = argument_map.article.rights == "public-domain"
        if not sentence.first and quoted:
            key = "last" if sentence.last else "before"
            message = f"sentence {sentence.at} has {key!r} but no 'first', so nothing leads to it"
            yield Found(sentence.place(key), message, f"add 'first', or take {key!r} out")
        elif quoted > MOST_QUOTED_WORDS and not is_free:
            message = f"sentence {sentence.at} is quoted with {quoted} words; at most {MOST_QUOTED_WORDS} are allowed"
            yield Found(sentence.place("first"), message, fix)
        elif 1 < sentence.words <= own and not is_free:  # a sentence of one word has no shorter beginning
            yield Found(sentence.place("first"), f"sentence {sentence.at} is quoted whole", fix)


def only_free_sentences_are_copied(argument_map: ArgumentMap) -> Iterator[Found]:
    """A sentence itself stands in the data only if the article is in the public domain, and then word for word."""
    for sentence in argument_map.article.sentences:
        if sentence.text and argument_map.article.rights != "public-domain":
            message = f"sentence {sentence.at} is copied, and the rights to it are reserved"
            yield Found(sentence.place("text"), message, "take it out, or write 'rights: public-domain' if that is so")
        elif sentence.text and sha256_of(sentence.text) != sentence.sha256:
            message = f"sentence {sentence.at} reads otherwise than the one that was measured"
            yield Found(sentence.place("text"), message, "measure the article anew, which copies it")


def statements_are_short(argument_map: ArgumentMap) -> Iterator[Found]:
    """A claim is said in at most thirty words."""
    for claim in argument_map.claims.values():
        words = count_words(claim.says)
        if words > MOST_WORDS_OF_A_CLAIM:
            message = f"{_named(claim)} has {words} words; at most {MOST_WORDS_OF_A_CLAIM} are allowed"
            yield Found(
                claim.place("says"), message, "shorten it, or split it where two readers would judge differently"
            )


def stated_claims_name_a_sentence(argument_map: ArgumentMap) -> Iterator[Found]:
    """A claim that the article makes names a sentence that says it."""
    for claim, origin in _origins(argument_map):
        if origin != "unstated" and not claim.at:
            fix = "add 'at: [...]' with its sentences, or choose a voice for what is left unsaid"
            yield Found(claim.place("voice"), f"{_named(claim)} is said to stand in the article, but not where", fix)


def parties_are_named_when_views_are_reported(argument_map: ArgumentMap) -> Iterator[Found]:
    """A claim names a party if, and only if, its voice reports somebody's view."""
    for claim, origin in _origins(argument_map):
        if origin == "party" and claim.party is None:
            message = f"{_named(claim)} reports a view, but not whose"
            yield Found(claim.place("voice"), message, "add 'party: ...', or choose another voice")
        if origin != "party" and claim.party is not None:
            message = f"{_named(claim)} names a party, but its voice {claim.voice!r} reports nobody's view"
            yield Found(claim.place("party"), message, "take 'party' out, or choose a voice that reports")


def arguments_have_premises(argument_map: ArgumentMap) -> Iterator[Found]:
    """An argument has at least one premise."""
    for argument in argument_map.arguments.values():
        if not argument.from_:
            fix = "name the claims that it rests on, or take the argument out"
            yield Found(argument.place("from"), f"{_named(argument)} rests on nothing", fix)


def premises_differ_from_conclusions(argument_map: ArgumentMap) -> Iterator[Found]:
    """The conclusion of an argument, its premises and what is granted against it are different claims."""
    for argument in argument_map.arguments.values():
        for number, premise in enumerate(argument.from_):
            if premise == argument.for_:
                message = f"{_named(argument)} has its conclusion {premise!r} among its premises"
                yield Found(argument.place("from", number), message, "take it out")
        for number, granted in enumerate(argument.despite):
            if granted == argument.for_ or granted in argument.from_:
                role = "conclusion" if granted == argument.for_ else "premise"
                message = f"{_named(argument)} grants its own {role} {granted!r} against itself"
                yield Found(argument.place("despite", number), message, "take it out of one of the two places")


def support_runs_in_no_circle(argument_map: ArgumentMap) -> Iterator[Found]:
    """No claim is, through however many arguments and answers to objections, a reason for itself or its own defence."""
    steps: dict[tuple[str, str], tuple[Argument | Objection, str, int]] = {
        (premise, argument.for_): (argument, "from", number)
        for argument in argument_map.arguments.values()
        for number, premise in enumerate(argument.from_)
        if premise != argument.for_
    }
    for objection in argument_map.critique.objections:
        target = argument_map.arguments.get(objection.against)
        defended = target.for_ if target else objection.against
        for number, answer in enumerate(objection.answered_in):
            steps.setdefault((answer, defended), (objection, "answered-in", number))
    while circle := _circle(steps):
        circling = [steps.pop(pair) for pair in pairwise(circle)]
        used = ", ".join(f"{record.id!r} ({record.place('id').file_and_line})" for record, _, _ in circling)
        # An answer that rests on what it defends is the weakest of the links.
        record, key, number = next((step for step in circling if step[1] == "answered-in"), circling[-1])
        if key == "from":
            fix = f"take one of these arguments out, or its premise: {used}"
            message = f"support runs in a circle: {' -> '.join(circle)}"
        else:
            fix = f"take it out, and say in 'reply' that this answer is circular; the circle runs through {used}"
            message = f"an answer rests on what it defends: {' -> '.join(circle)}"
        yield Found(record.place(key, number), message, fix)


RECORD_CHECKS: tuple[Check, ...] = (
    ids_are_unique,
    retired_ids_stay_retired,
    nothing_is_listed_twice,
    at_most_eight_words_are_quoted,
    only_free_sentences_are_copied,
    statements_are_short,
    stated_claims_name_a_sentence,
    parties_are_named_when_views_are_reported,
    arguments_have_premises,
    premises_differ_from_conclusions,
    support_runs_in_no_circle,
)


def _addressed(argument_map: ArgumentMap) -> Iterator[Claim | Argument | Objection | Tension | Source | Entry]:
    """The records that pages link to by their id alone."""
    for part in argument_map.parts:
        yield from part.claims
        yield from part.arguments
    yield from argument_map.critique.objections
    yield from argument_map.critique.tensions
    yield from argument_map.evidence.sources
    yield from argument_map.glossary.terms


def _named(record: Record) -> str:
    return named(type(record), getattr(record, "id", None))


def _origins(argument_map: ArgumentMap) -> Iterator[tuple[Claim, str]]:
    """The claims whose voice is known, with whose words they are."""
    origins = {voice.id: voice.origin for voice in argument_map.vocabulary.voices}
    for claim in argument_map.claims.values():
        if claim.voice in origins:
            yield claim, origins[claim.voice]


def _circle(steps: Iterable[tuple[str, str]]) -> list[str]:
    """Some way along the steps that ends where it began, or nothing."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for premise, conclusion in steps:
        sorter.add(conclusion, premise)
    try:
        sorter.prepare()
    except CycleError as error:
        return list(error.args[1])
    return []
