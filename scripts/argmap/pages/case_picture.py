"""The picture of the whole case as a nested Markdown list, which the style sheet lays out as blocks that touch."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from argmap.pages.grouping import not_one_sided
from argmap.pages.markdown import as_text
from argmap.pages.mentions import Mentions
from argmap.pictures.whole_argument import Block, blocks_of

_INDENT = "    "
MOST_LINES = 6  # of a name in a tall block
MOST_FLAGS = 5
MOST_MARKS = 6  # one for each side and time, at the least


def case_list(ask: Mentions, top: Block) -> Markup:
    """The list; each claim by its name, with what the four ways to look at it show."""
    return Markup("\n".join(_block(ask, top, "")) + "\n")


def columns_of(top: Block) -> int:
    """How many blocks stand side by side."""
    return 1 + max(block.column for block in blocks_of(top))


def _block(ask: Mentions, block: Block, indent: str) -> Iterator[str]:
    claim, lookups = block.claim, ask.lookups
    attacks = lookups.attacks(claim)
    parts = [f'<span class="name">{as_text(claim.short)}</span>']
    if attacks:
        flags = "".join(
            f'<span class="flag {attack.objection.by}"></span>'
            for attack in not_one_sided(attacks, MOST_FLAGS, lambda attack: attack.objection.by)
        )
        more = _more(ask, len(attacks) - MOST_FLAGS)
        parts.append(f'<span class="flags">{flags}{more}{_told(ask.say("case.objections", n=len(attacks)))}</span>')
    if heard := lookups.external.heard(claim):
        marks = "".join(
            f'<span class="mark {one.stance.leans} {one.finding.phase}"></span>'
            for one in not_one_sided(heard, MOST_MARKS, lambda one: one.sort)
        )
        more = _more(ask, len(heard) - MOST_MARKS)
        standing = lookups.external.assessments.get(claim.id)
        counted = ask.say("case.findings", n=len(heard))
        told = as_text(lookups.labels.standing[standing.standing].label) if standing else counted
        parts.append(f'<span class="of-evidence">{marks}{more}{_told(told)}</span>')
    if forecast := lookups.external.predictions.get(claim.id):
        status = as_text(lookups.labels.status[forecast.status].label)
        parts.append(f'<span class="of-forecasts">{status}</span>')
    if block.also:
        parts.append(f'<span class="also">{_told(ask.say("case.also", n=len(block.also)))}</span>')
    link = f"[{' '.join(parts)}]({ask.of(claim)}){{ .block .{lookups.labels.origin(claim)} }}"
    if block.hidden:
        link += f" [{ask.say('case.hidden', n=block.hidden)}]({ask.of(claim)}#because){{ .hidden-beneath }}"
    classes = [f".lines-{min(block.rows, MOST_LINES)}", f".{_edge(block)}"]
    classes += [".leaf"] if not block.blocks else []
    classes += [".forecast"] if forecast else []
    classes += [".heard"] if heard else []
    yield f"{indent}- {link}"
    yield f"{indent}{{: {' '.join(classes)} }}"
    for beneath in block.blocks:
        yield from _block(ask, beneath, indent + _INDENT)


def _edge(block: Block) -> str:
    if block.answers:
        return "answer"
    return (block.argument.strength or "ungraded") if block.argument else "conclusion"


def _more(ask: Mentions, n: int) -> Markup:
    """How many signs are left out, which those who hear the page are told in another way."""
    return Markup(f'<i aria-hidden="true">{ask.say("case.hidden", n=n)}</i>') if n > 0 else Markup("")


def _told(words: Markup) -> Markup:
    """What a sign says, for those who do not see it."""
    return Markup(f'<span class="sr"> {words}</span>')
