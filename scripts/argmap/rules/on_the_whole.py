"""The rules that speak of what is absent or stands in an order, each a function named for what must hold."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.loading.fields import records_of, texts_in
from argmap.loading.measuring import SENTENCE
from argmap.model.argument_map import ArgumentMap
from argmap.rules.rule import Check, Found
from argmap.source.problems import Place


def the_standfirst_is_a_paragraph(argument_map: ArgumentMap) -> Iterator[Found]:
    """What is called the standfirst is one of the article's paragraphs."""
    article = argument_map.article
    if article.standfirst and article.standfirst not in [paragraph.id for paragraph in article.paragraphs]:
        fix = "write the paragraph's number, or take the line out if there is no standfirst"
        yield Found(article.place("standfirst"), f"the article has no paragraph {article.standfirst!r}", fix)


def only_a_person_has_family_and_given_names(argument_map: ArgumentMap) -> Iterator[Found]:
    """An author has a family name only as a person, and given names only beside a family name."""
    article = argument_map.article
    if article.author_is == "organisation" and (article.family or article.given):
        key = "family" if article.family else "given"
        fix = f"take {key!r} out, or write 'author-is: person'"
        yield Found(article.place(key), f"the author is an organisation, but has {key!r}", fix)
    elif article.given and not article.family:
        fix = "add 'family: ...', or take 'given' out: the name is then cited as it stands"
        yield Found(article.place("given"), "the author has given names, but no family name", fix)


def sentences_are_numbered_in_order(argument_map: ArgumentMap) -> Iterator[Found]:
    """Paragraphs run from p1 upwards, and the sentences of each from s1, without a gap."""
    for number, paragraph in enumerate(argument_map.article.paragraphs, 1):
        if paragraph.id != f"p{number}":
            message = f"paragraph {paragraph.id} stands where p{number} is due"
            yield Found(paragraph.place("id"), message, "number the paragraphs in their order, without a gap")
        for place, sentence in enumerate(paragraph.sentences, 1):
            if sentence.at != f"{paragraph.id}.s{place}":
                message = f"sentence {sentence.at} stands where {paragraph.id}.s{place} is due"
                yield Found(sentence.place("at"), message, "number the sentences in their order, without a gap")


def questions_belong_to_their_scheme(argument_map: ArgumentMap) -> Iterator[Found]:
    """A critical question that an argument answers is one of its scheme's, and is answered once."""
    questions = {
        scheme.id: [question.id for question in scheme.questions] for scheme in argument_map.vocabulary.schemes
    }
    for argument in argument_map.arguments.values():
        asked = questions.get(argument.scheme)
        answered = set()
        for answer in argument.asks:
            question = answer.question
            if asked is not None and question not in asked:
                message = f"argument {argument.id!r}: the scheme {argument.scheme!r} has no question {question!r}"
                yield Found(answer.place("question"), message, f"write one of {', '.join(asked)}")
            if question in answered:
                message = f"argument {argument.id!r} answers the question {question!r} twice"
                yield Found(answer.place("question"), message, "make one answer of the two")
            answered.add(question)


def every_step_has_a_place(argument_map: ArgumentMap) -> Iterator[Found]:
    """An argument names the sentences that make it, or at least one of its claims names its own."""
    for argument in argument_map.arguments.values():
        if not argument.at:
            message = f"neither argument {argument.id!r} nor any of its claims names a sentence"
            yield Found(argument.place("id"), message, "add 'at: [...]' with the sentences that make the step")


def no_sentence_is_left_in_a_remark(argument_map: ArgumentMap) -> Iterator[Found]:
    """Unless the article is free, its sentences, which a draft has beside its gists, are taken out when it is whole."""
    if argument_map.article.rights == "public-domain":
        return
    file = argument_map.article.place().file
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith(SENTENCE):
            place = Place(file, number, line.index(SENTENCE) + 1)
            yield Found(place, "a sentence of the article", "`make strip` takes out all lines that begin with #>")


def every_sentence_is_accounted_for(argument_map: ArgumentMap) -> Iterator[Found]:
    """At every sentence whose role carries claims there is a claim."""
    carrying = {role.id for role in argument_map.vocabulary.roles if role.carries_claims}
    claimed = {at for claim in argument_map.claims.values() for at in claim.at}
    for sentence in argument_map.article.sentences:
        if sentence.role in carrying and sentence.at not in claimed:
            message = f"sentence {sentence.at} has the role {sentence.role!r}, but no claim names it"
            yield Found(sentence.place("role"), message, "add it to the 'at' of a claim, or choose another role")


def every_claim_does_something(argument_map: ArgumentMap) -> Iterator[Found]:
    """A claim is a premise, a conclusion or granted, has a part in an objection or a tension, or is background."""
    at_work = {argument_map.site.main_conclusion}
    for argument in argument_map.arguments.values():
        at_work.update((argument.for_, *argument.from_, *argument.despite))
    for objection in argument_map.critique.objections:
        at_work.update((objection.against, *objection.raised_in, *objection.answered_in))
    for tension in argument_map.critique.tensions:
        at_work.update(tension.between)
    at_work.update(prediction.claim for prediction in argument_map.predictions.predictions)
    for claim in argument_map.claims.values():
        if claim.id not in at_work and not claim.background:
            fix = "use it in an argument, an objection or a tension; mark it 'background: true'; or take it out"
            yield Found(claim.place("id"), f"claim {claim.id!r} does nothing in the map", fix)


def every_party_has_a_view(argument_map: ArgumentMap) -> Iterator[Found]:
    """Each of the article's parties is named by a record, such as a claim that reports its view."""
    parties = argument_map.article.parties
    named = {claim.party for claim in argument_map.claims.values()}
    if not named.issuperset(party.id for party in parties):  # seldom, so that few maps are read through for it
        named |= {
            written.text
            for record in records_of(argument_map)
            for written in texts_in(record)
            if written.target == "party"
        }
    for party in parties:
        if party.id not in named:
            fix = "name it in the 'party' of a claim that reports its view, or take it out"
            yield Found(party.place("id"), f"no record names party {party.id!r}", fix)


def maps_begin_at_claims_that_are_argued_for(argument_map: ArgumentMap) -> Iterator[Found]:
    """Each map begins at a claim of its own for which something is argued, the first at the main conclusion."""
    site = argument_map.site
    main = site.main_conclusion
    argued_for = {argument.for_ for argument in argument_map.arguments.values()}
    # What is defended against an objection is argued for too.
    argued_for |= {objection.against for objection in argument_map.critique.objections if objection.answered_in}
    if main not in argued_for:
        message = f"nothing is argued for the main conclusion {main!r}"
        fix = "write an argument for it, name another claim in 'main-conclusion', or answer an objection to it"
        yield Found(site.place("main-conclusion"), message, fix)
    roots: set[str] = set()
    for number, root in enumerate(site.maps):
        if number == 0 and root.claim != main:
            fix = f"put the map of {main!r} first, or name another claim in 'main-conclusion'"
            yield Found(root.place("claim"), "the first map does not begin at the main conclusion", fix)
        if root.claim not in argued_for and root.claim != main:
            fix = "choose a claim that an argument leads to, or one against which an answered objection is aimed"
            message = f"nothing is argued for {root.claim!r}, so its map would be empty"
            yield Found(root.place("claim"), message, fix)
        if root.claim in roots:
            yield Found(root.place("claim"), f"two maps begin at {root.claim!r}", "take one of the two out")
        roots.add(root.claim)


def the_overview_shows_the_maps_own_doubts(argument_map: ArgumentMap) -> Iterator[Found]:
    """The objections that the overview shows as the map's are the map's."""
    for number, objection_id in enumerate(argument_map.site.doubts):
        if argument_map.objections[objection_id].by != "map":
            own = [objection.id for objection in argument_map.critique.objections if objection.by == "map"]
            message = f"objection {objection_id!r} is the article's own, and the overview shows the map's"
            fix = f"choose another, such as {own[0]!r}" if own else "take it out: the map has no objection of its own"
            yield Found(argument_map.site.place("doubts", number), message, fix)


def the_backbone_holds_the_main_conclusion_and_the_pivot(argument_map: ArgumentMap) -> Iterator[Found]:
    """The main line includes the main conclusion and the pivot."""
    site = argument_map.site
    for role, claim in (("main conclusion", site.main_conclusion), ("pivot", site.pivot)):
        if claim not in site.backbone:
            yield Found(site.place("backbone"), f"the backbone lacks the {role} {claim!r}", "add it to 'backbone'")


def two_ways_in_are_told(argument_map: ArgumentMap) -> Iterator[Found]:
    """Where the pivot is not the main conclusion, readers are told why."""
    site = argument_map.site
    if site.pivot != site.main_conclusion and not site.two_ways_in:
        fix = "write 'two-ways-in: ...', or take 'pivot' out"
        yield Found(site.place("pivot"), "the pivot differs from the main conclusion, and nothing says why", fix)


def the_tour_meets_every_reason_for_the_main_conclusion(argument_map: ArgumentMap) -> Iterator[Found]:
    """A tour begins at the main conclusion, stops at a premise of every argument for it, and at no claim twice."""
    site = argument_map.site
    stops = [stop.claim for stop in site.tour]
    if not stops:
        return
    if stops[0] != site.main_conclusion:
        message = "the tour does not begin at the main conclusion"
        yield Found(site.tour[0].place("claim"), message, f"put a stop at {site.main_conclusion!r} first")
    for number, stop in enumerate(site.tour):
        if stop.claim in stops[:number]:
            yield Found(stop.place("claim"), f"the tour stops at {stop.claim!r} twice", "take one of the two out")
    for argument in argument_map.arguments.values():
        if argument.for_ == site.main_conclusion and not set(argument.from_) & set(stops):
            message = f"the tour stops at no premise of {argument.id!r}, an argument for the main conclusion"
            yield Found(site.place("tour"), message, f"add a stop at {' or '.join(map(repr, argument.from_))}")


def readers_are_asked_of_a_claim_once(argument_map: ArgumentMap) -> Iterator[Found]:
    """No two of the questions by which readers find where they part ways are of one claim."""
    asked: set[str] = set()
    for question in argument_map.site.part_ways:
        if question.claim in asked:
            message = f"two questions are asked of {question.claim!r}, and only the later answer would count"
            yield Found(question.place("claim"), message, "take one of the two out")
        asked.add(question.claim)


# These speak of what is absent, so they wait until no record is broken and until the rules named here hold.
WHOLE_CHECKS: dict[Check, set[str]] = {
    the_standfirst_is_a_paragraph: set(),
    only_a_person_has_family_and_given_names: set(),
    sentences_are_numbered_in_order: set(),
    questions_belong_to_their_scheme: set(),
    every_step_has_a_place: {"claims-exist"},
    no_sentence_is_left_in_a_remark: set(),
    every_sentence_is_accounted_for: {"sentences-exist", "terms-exist"},
    every_claim_does_something: {"claims-exist", "targets-exist"},
    every_party_has_a_view: {"parties-exist"},
    maps_begin_at_claims_that_are_argued_for: {"claims-exist", "targets-exist"},
    the_overview_shows_the_maps_own_doubts: {"objections-exist"},
    the_backbone_holds_the_main_conclusion_and_the_pivot: {"claims-exist"},
    two_ways_in_are_told: set(),
    the_tour_meets_every_reason_for_the_main_conclusion: {"claims-exist"},
    readers_are_asked_of_a_claim_once: {"claims-exist"},
}
