"""Every id that a record refers to is defined somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.loading.fields import LISTS, fields_of, texts_in
from argmap.loading.load import FILES, Loaded
from argmap.source.problems import Problem, nearest

RULES = {
    "claims-exist": "Every claim that is referred to exists.",
    "arguments-exist": "Every argument that an exercise shows exists.",
    "targets-exist": "What an objection is aimed at, and what replaced a retired id, is a claim or an argument.",
    "sentences-exist": "Every sentence that is referred to stands in the article.",
    "objections-exist": "Every objection that is referred to exists.",
    "sources-exist": "Every source that is referred to exists.",
    "entries-exist": "Every entry of the glossary that is referred to exists.",
    "parties-exist": "Every party that is referred to is one of the article's parties.",
    "schemes-exist": "Every scheme that an argument follows is in the vocabulary.",
    "terms-exist": "Every other word of analysis is in the vocabulary, in the list for its key.",
}


class _Target(NamedTuple):
    """How it is told that an id of a kind is defined nowhere: the rule, and what a message calls one."""

    rule: str
    noun: str


_TARGETS = {
    "claim": _Target("claims-exist", "a claim"),
    "argument": _Target("arguments-exist", "an argument"),
    "claim or argument": _Target("targets-exist", "a claim or an argument"),
    "sentence": _Target("sentences-exist", "a sentence of the article"),
    "objection": _Target("objections-exist", "an objection"),
    "source": _Target("sources-exist", "a source"),
    "entry of the glossary": _Target("entries-exist", "an entry of the glossary"),
    "party": _Target("parties-exist", "a party"),
    "scheme": _Target("schemes-exist", "a scheme"),
    "claim kind": _Target("terms-exist", "a claim kind"),
    "voice": _Target("terms-exist", "a voice"),
    "hedge": _Target("terms-exist", "a hedge"),
    "role": _Target("terms-exist", "a role"),
    "drawing": _Target("terms-exist", "a drawing"),
    "strength": _Target("terms-exist", "a strength"),
    "severity": _Target("terms-exist", "a severity"),
    "answer": _Target("terms-exist", "an answer"),
    "stance": _Target("terms-exist", "a stance"),
    "source kind": _Target("terms-exist", "a source kind"),
    "standing": _Target("terms-exist", "a standing"),
    "status": _Target("terms-exist", "a status"),
}
# A question belongs to one scheme; the rule for it is among the checks.
_ELSEWHERE = {"question"}
# So few ids can all be listed; words of the vocabulary always can, since nobody chooses among words they cannot see.
_FEW = 12
_WORDS = {"terms-exist", "schemes-exist", "parties-exist"}
# To look for what was meant takes long in a large map; where so many ids are wrong, they have one cause.
_MOST_SEARCHES = 50


def references_exist(loaded: Loaded) -> Iterator[Problem]:
    """A problem for each reference to nothing, in whatever records could be read."""
    fixes: dict[tuple[str, str], str] = {}
    for record in loaded.records:
        for written in texts_in(record):
            if not written.target or written.target in _ELSEWHERE:
                continue
            target, lists = _TARGETS[written.target], LISTS[written.target]
            known = [loaded.known.get(name, {}) for name in lists]
            if loaded.incomplete.intersection(lists) or any(written.text in ids for ids in known):
                continue
            wanted = (written.target, written.text)
            if wanted not in fixes:
                fixes[wanted] = _fix(written.text, target, lists, loaded, search=len(fixes) < _MOST_SEARCHES)
            message = f"{written.text!r} is not {target.noun}"
            yield Problem(written.record.place(*written.path), message, target.rule, fixes[wanted])


def _fix(wrong: str, target: _Target, lists: Sequence[str], loaded: Loaded, search: bool) -> str:
    for name, ids in loaded.known.items():
        if wrong in ids:
            return f"it stands under {name!r} ({ids[wrong].file_and_line}), which cannot be referred to here"
    known = {key: place for name in lists for key, place in loaded.known.get(name, {}).items()}
    if search and (meant := nearest(wrong, known)):
        return f"did you mean {meant!r}? ({known[meant].file_and_line})"
    if known and (len(known) <= _FEW or target.rule in _WORDS):
        return f"write one of {', '.join(known)}"
    where = " or ".join(f"{name!r}{_file_of(name)}" for name in lists)
    return f"take it out, or add it under {where}"


def _file_of(name: str) -> str:
    """In which file of the data the list with that key stands, as far as there is one."""
    files = [file for file, model in FILES.items() if any(field.alias == name for field in fields_of(model))]
    return f" in {files[0]}" if files else ""
