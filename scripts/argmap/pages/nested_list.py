"""A map as a nested Markdown list, which the style sheet draws: claims, the steps to them, objections to both."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from argmap.model.argument_map import Argument, Claim, Objection
from argmap.pages.markdown import as_text
from argmap.pages.mentions import Mentions
from argmap.reasoning.maps import Box, beside_objections

_INDENT = "    "


def nested_list(ask: Mentions, box: Box, name: str, *, counts: bool = False, here: str = "") -> Markup:
    """The list for one map on a page.

    `name` keeps the anchors of several maps on a page apart. With `counts` the claims stand by their short forms, with
    how much stands on their pages. `here` is the id of the claim whose page this is.
    """
    return Markup("\n".join(_claim(ask, box, name, "", counts, here)) + "\n")


def _claim(ask: Mentions, box: Box, name: str, indent: str, counts: bool, here: str) -> Iterator[str]:
    claim = box.claim
    origin = ask.labels.origin(claim)
    if box.again:
        elsewhere = ask.say("map.drawn-elsewhere")
        chip = f'↑&nbsp;{as_text(claim.short)}<span class="sr"> {elsewhere}</span>'
        yield f"{indent}- [{chip}](#{name}--{claim.id}){{ .chip .{origin} }}"
        yield f"{indent}{{: .again }}"
        return
    mark = " .here" if claim.id == here else ""
    link = f"[{ask.boxed(claim, counts)}]({ask.of(claim)}){{ .box .{origin}{mark} #{name}--{claim.id} }}"
    if box.own_map:
        link += f" [{ask.say('map.own-map', n=box.hidden)}]({ask.of(box.own_map)}){{ .more }}"
    elif box.hidden:
        link += f" [{ask.say('map.beneath', n=box.hidden)}]({ask.of(claim)}#because){{ .more }}"
    yield f"{indent}- {link}"
    yield f"{indent}{{: .node }}"
    for step in box.steps:
        yield f"{indent}{_INDENT}- [{ask.bracketed(step, counts)}]({ask.of(step.argument)}){{ .because }}"
        yield f"{indent}{_INDENT}{{: .step }}"
        for premise in step.premises:
            yield from _claim(ask, premise, name, indent + 2 * _INDENT, counts, here)
        for objection in step.objections:
            yield from _objection(ask, objection, indent + 2 * _INDENT, "map.objection-to-step")
    for objection in box.objections:
        yield from _objection(ask, objection, indent + _INDENT, "map.objection")
    for defence in box.defences:
        text = "map.objection" if defence.objection.against == claim.id else "map.objection-to-step"
        yield from _objection(ask, defence.objection, indent + _INDENT, text)
        for answer in defence.answers:
            yield from _claim(ask, answer, name, indent + 2 * _INDENT, counts, here)


def _objection(ask: Mentions, objection: Objection, indent: str, text: str) -> Iterator[str]:
    labels = ask.labels
    whose = ask.say(text, sign=labels.signed(labels.signs.objects), whose=labels.objector(objection))
    named = f'<small>{whose}<span class="sr">: </span></small> {as_text(objection.short)}'
    chips = "".join(_chips(ask, objection))
    yield f"{indent}- [{named}]({ask.of(objection)}){{ .box .objection }}{chips}"
    yield f"{indent}{{: .against }}"


def _chips(ask: Mentions, objection: Objection) -> Iterator[str]:
    """Beside an objection: the claims that state it, those that answer it, and what about these no map draws."""
    beside = beside_objections(ask.lookups.graph)[objection.id]
    for claim in ask.lookups.listed(objection.raised_in):
        yield _chip(ask, "map.raised", claim.short, claim)
    for argument in beside.reasons:
        premises = ask.labels.wording.say("step.plus").join(one.short for one in ask.lookups.premises(argument))
        yield _chip(ask, "map.reason-of-objector", premises, argument)
    for claim in ask.lookups.listed(objection.answered_in):
        yield _chip(ask, "map.answer", claim.short, claim)
    for other in beside.objections:
        yield _chip(ask, "map.objection-to-these", other.short, other)


def _chip(ask: Mentions, text: str, name: str, record: Claim | Argument | Objection) -> str:
    origin = f" .{ask.labels.origin(record)}" if isinstance(record, Claim) else ""
    return f" [{ask.say(text, name=name)}]({ask.of(record)}){{ .chip{origin} }}"
