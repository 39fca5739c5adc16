"""An argument as other programs keep it, before it becomes a draft: statements, supports, conflicts between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.drafting.stubs import Attack, Draft, Ids, Statement, Step


@dataclass
class Support:
    """Premises that work only together, by their keys, and what they support."""

    premises: list[str]
    conclusion: str
    scheme: str = ""


@dataclass
class Conflict:
    """Statements that together attack another, or a support, or a conflict, by their keys."""

    sources: list[str]
    target: str


@dataclass
class Foreign:
    """Everything by the keys that the other program gave it."""

    statements: dict[str, str] = field(default_factory=dict)
    supports: dict[str, Support] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def draft_of(foreign: Foreign, title: str, taken: Iterable[str] = ()) -> Draft:
    """The draft; ids in `taken` are not given again. What ours cannot hold is told in its `left_out`, never dropped."""
    ids = Ids(taken)
    draft = Draft(title, left_out=list(foreign.left_out))
    named = {key: ids.of(text) for key, text in foreign.statements.items()}
    draft.statements = [Statement(named[key], text) for key, text in foreign.statements.items()]

    def told(key: str) -> str:
        return f"“{_shortened(foreign.statements[key])}” ({named[key]})"

    steps: dict[str, Step] = {}
    for key, support in foreign.supports.items():
        premises = [named[premise] for premise in dict.fromkeys(support.premises) if premise in named]
        if support.conclusion not in named or not premises:
            draft.left_out.append(f"A support of what is no statement was left out ({key}).")
        elif named[support.conclusion] in premises or _circle(steps.values(), premises, named[support.conclusion]):
            message = f"would close a circle: {told(support.premises[0])} as a reason for {told(support.conclusion)}"
            draft.left_out.append(f"A support was left out that {message}.")
        else:
            step_id = ids.of(f"{premises[0]} {named[support.conclusion]}".replace("-", " "), "step")
            steps[key] = Step(step_id, named[support.conclusion], premises, support.scheme)
    draft.steps = list(steps.values())

    sides = _sides(foreign)
    attacks: dict[str, Attack] = {}
    for key, conflict in sorted(foreign.conflicts.items(), key=lambda one: sides.get(one[1].target, 0)):
        sources, target = [source for source in conflict.sources if source in named], conflict.target
        answered = [
            attack
            for other, attack in attacks.items()
            if sides.get(target, 0) % 2 and target in (other, *foreign.conflicts[other].sources)
        ]
        if not sources:
            draft.left_out.append(f"A conflict without a statement that attacks was left out ({key}).")
        elif answered:
            for attack in answered:
                known = {*attack.answered_in, *attack.raised_in}
                attack.answered_in += [named[source] for source in sources if named[source] not in known]
        elif target in steps or target in named:
            against = steps[target].id if target in steps else named[target]
            text = " ".join(foreign.statements[source] for source in sources)
            attacks[key] = Attack(ids.of(text), text, against, raised_in=[named[source] for source in sources])
        else:
            draft.left_out.append(
                f"What {told(sources[0])} attacks is not in the draft, so this conflict was left out."
            )
    draft.attacks = list(attacks.values())
    draft.left_out += _ends(draft)
    return draft


def _ends(draft: Draft) -> list[str]:
    """Which claims nothing follows from: the map has one main conclusion, so that its curator has to choose."""
    used = {premise for step in draft.steps for premise in step.from_}
    used |= {claim for attack in draft.attacks for claim in (*attack.raised_in, *attack.answered_in)}
    ends = [one.id for one in draft.statements if one.id not in used]
    if len(ends) == 1:
        return [f"Nothing follows from {ends[0]}: it may be the main conclusion."]
    return [f"Nothing follows from {len(ends)} claims ({', '.join(ends)}): choose the main conclusion."] if ends else []


def _circle(steps: Iterable[Step], premises: list[str], conclusion: str) -> bool:
    """Whether one of the premises already rests on the conclusion."""
    rests_on: dict[str, set[str]] = {}
    for step in steps:
        rests_on.setdefault(step.for_, set()).update(step.from_)
    reached, queue = set(premises), deque(premises)
    while queue:
        for below in rests_on.get(queue.popleft(), set()) - reached:
            reached.add(below)
            queue.append(below)
    return conclusion in reached


def _sides(foreign: Foreign) -> dict[str, int]:
    """How many conflicts lie between a statement, a support or a conflict and where the argument ends.

    With none it is on the author's side, with one on an objector's, with two on that of a reply, and so on.
    """
    beneath: dict[str, list[tuple[str, int]]] = {}
    for key, support in foreign.supports.items():
        beneath.setdefault(support.conclusion, []).append((key, 0))
        beneath.setdefault(key, []).extend((premise, 0) for premise in support.premises)
    for key, conflict in foreign.conflicts.items():
        beneath.setdefault(conflict.target, []).append((key, 1))
        beneath.setdefault(key, []).extend((source, 0) for source in conflict.sources)
    leads_on = {premise for support in foreign.supports.values() for premise in support.premises}
    leads_on |= {source for conflict in foreign.conflicts.values() for source in conflict.sources}
    # Where all attack each other nothing ends: then what has most beneath it is taken for an end.
    ends = [key for key in foreign.statements if key not in leads_on]
    ends = ends or sorted(foreign.statements, key=lambda key: -len(beneath.get(key, [])))[:1]
    sides = dict.fromkeys(ends, 0)
    queue = deque(ends)
    while queue:  # what costs no conflict comes first, so that each gets the smallest number
        above = queue.popleft()
        for below, conflicts in beneath.get(above, []):
            if below not in sides:
                sides[below] = sides[above] + conflicts
                (queue.append if conflicts else queue.appendleft)(below)
    return sides


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57].rsplit(" ", 1)[0] + " …"
