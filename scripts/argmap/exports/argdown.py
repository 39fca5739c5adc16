"""The argument in Argdown (argdown.org), the most used text format of the field."""

from __future__ import annotations

import re

from argmap.model.argument import Claim
from argmap.model.argument_map import ArgumentMap

# Signs that Argdown would read as markup, with the full stop that could begin a shortcode such as `.n.`, which it would
# turn into a sign without a word; and, to be parted, the rule of its front matter.
_SIGNS = re.compile(r"([\\_*#@\[\]<>{}|:/^]|\.(?=\S+?\.))")
_RULE = re.compile(r"=(?==)")
_JOINER = "\N{WORD JOINER}"


def argdown(argument_map: ArgumentMap) -> str:
    """Statements and arguments by their ids; several premises of one step stand in one argument, as they do here.

    An objection attacks a statement or undercuts an argument; what answers it attacks it.
    """
    blocks = [f"===\ntitle: {_quoted(argument_map.site.title)}\nmodel:\n    mode: loose\n==="]
    schemes = {scheme.id: scheme.label for scheme in argument_map.vocabulary.schemes}
    for part in argument_map.parts:
        blocks.append(f"# {_text(part.title)}")
        blocks += [_statement(claim) for claim in part.claims]
        for argument in part.arguments:
            premises = [f"({number}) [{premise}]" for number, premise in enumerate(argument.from_, 1)]
            conclusion = f"({len(premises) + 1}) [{argument.for_}]"
            blocks.append(f"<{argument.id}>: {_text(schemes[argument.scheme])}")
            blocks.append("\n".join([*premises, "-----", conclusion]))
    for objection in argument_map.critique.objections:
        undercut = objection.against in argument_map.arguments
        target = f"    _> <{objection.against}>" if undercut else f"    -> [{objection.against}]"
        answers = [f"    <- [{answer}]" for answer in objection.answered_in]
        blocks.append("\n".join([f"[{objection.id}]: {_text(objection.says)} #objection", target, *answers]))
    return "\n\n".join(blocks) + "\n"


def _statement(claim: Claim) -> str:
    places = f' {{at: "{" ".join(claim.at)}"}}' if claim.at else ""
    return f"[{claim.id}]: {_text(claim.says)} #{claim.voice}{places}"


def _text(text: str) -> str:
    escaped = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _RULE.sub(rf"\g<0>{_JOINER}", escaped)


def _quoted(text: str) -> str:
    return '"' + _RULE.sub(rf"\g<0>{_JOINER}", text).replace("\\", "\\\\").replace('"', '\\"') + '"'
