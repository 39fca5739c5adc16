"""A map as a nested Markdown list, which the style sheet draws: claims, the steps to them, objections to both."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from argmap.model.argument import Argument, Claim
from argmap.model.critique import Objection
from argmap.pages.markdown import as_text
from argmap.pages.mentions import Mentions
from argmap.reasoning.maps import Box, beside_objections

_INDENT = "    "


def nested_list(ask: Mentions, box: Box, name: str, here: str = "") -> Markup:
    """The list for one map on a page.

    `name` keeps the anchors of several maps on a page apart; `here` is the id of a claim that is marked.
    """
    return Markup("\n".join(_claim(ask, box, name, "", here)) + "\n")


def _claim(ask: Mentions, box: Box, name: str, indent: str, here: str) -> Iterator[str]:
    claim = box.claim
    origin = ask.labels.origin(claim)
    if box.again:
        elsewhere = ask.say("map.drawn-elsewhere")
        chip = f'↑&nbsp;{as_text(claim.short)}<span class="sr"> {elsewhere}</span>'
        yield f"{indent}- [{chip}](#{name}--{claim.id}){{ .chip .{origin} }}"
        yield f"{indent}{{: .again }}"
        return
    mark = " .here" if claim.id == here else ""
    link = f"[{ask.boxed(claim)}]({ask.of(claim)}){{ .box .{origin}{mark} #{name}--{claim.id} }}"
    if box.own_map:
        link += f" [{ask.say('map.own-map', n=box.hidden)}]({ask.of(box.own_map)}){{ .more }}"
    elif box.hidden:
        link += f" [{ask.say('map.beneath', n=box.hidden)}]({ask.of(claim)}#because){{ .more }}"
    flags = "".join(_flag(ask, objection, "map.objection") for objection in box.objections)
    yield f"{indent}- {link}{flags}"
    yield f"{indent}{{: .node }}"
    for step in box.steps:
        because = f"[{ask.bracketed(step)}]({ask.of(step.argument)}){{ .because }}"
        flags = "".join(_flag(ask, objection, "map.objection-to-step") for objection in step.objections)
        yield f"{indent}{_INDENT}- {because}{flags}"
        yield f"{indent}{_INDENT}{{: .step .{step.argument.strength or 'ungraded'} }}"
        for premise in step.premises:
            yield from _claim(ask, premise, name, indent + 2 * _INDENT, here)
    for defence in box.defences:
        text = "map.objection" if defence.objection.against == claim.id else "map.objection-to-step"
        yield f"{indent}{_INDENT}-{_flag(ask, defence.objection, text)}"
        yield f"{indent}{_INDENT}{{: .step .defence }}"
        for answer in defence.answers:
            yield from _claim(ask, answer, name, indent + 2 * _INDENT, here)


def _flag(ask: Mentions, objection: Objection, text: str) -> str:
    """An objection as a flag on what it is aimed at."""
    labels = ask.labels
    whose = ask.say(text, sign=labels.signs.objects.word, whose=labels.objector(objection))
    named = f'<span class="sr">{whose}: </span>{as_text(objection.short)}'
    flag = f" [{named}]({ask.of(objection)}){{ .objection .{objection.by} }}"
    return flag + "".join(_chips(ask, objection))


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
    return f" [{ask.say(text, name=name)}]({ask.of(record)}){{ .chip .beside-objection{origin} }}"
