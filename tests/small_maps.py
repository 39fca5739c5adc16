"""Maps of a few claims, written in a line: `small_map("roof <- wall beam")` is one argument with two premises."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path

from argmap.model.argument import Part
from argmap.model.argument_map import ArgumentMap, Retired
from argmap.model.article import Article
from argmap.model.changes import Changes
from argmap.model.critique import Critique
from argmap.model.evidence import Evidence, Glossary, Predictions
from argmap.model.site_settings import Site
from argmap.model.vocabulary import Vocabulary
from argmap.source.problems import Place

_WORD = {"label": "Word", "definition": "A word."}
_SIGN = {"word": "Sign", "glyph": "*", "definition": "A sign."}


def small_map(
    *arguments: str,
    main: str = "",
    maps: Iterable[str] = (),
    objections: Iterable[str] = (),
    backbone: Iterable[str] = (),
    strengths: Iterable[str] = repeat("weak"),
) -> ArgumentMap:
    """A map with these arguments (called s1, s2 ...) and objections (o1, o2 ...).

    An objection names the claim or the step that it is against. "roof <- wall beam" is the article's own, answered in
    each of these two; "roof <- wall | rain" is also stated in another claim.
    """
    steps = [(line.split(" <- ")[0], line.split(" <- ")[1].split()) for line in arguments]
    objections = list(objections)
    claim_ids = list(dict.fromkeys(claim for conclusion, premises in steps for claim in [conclusion, *premises]))
    against = (line.partition(" <- ")[0] for line in objections)
    aimed_at = [target for target in against if target not in {f"s{number}" for number in range(1, len(steps) + 1)}]
    in_critique = [*aimed_at, *(word for line in objections for word in re.findall(r"[\w-]+", line.partition("<-")[2]))]
    claim_ids = list(dict.fromkeys([*claim_ids, *in_critique, *filter(None, [main])]))
    main = main or claim_ids[0]
    argument_map = ArgumentMap(
        article=Article.model_validate(_article()),
        vocabulary=Vocabulary.model_validate(_vocabulary()),
        parts=(
            Part.model_validate(
                {
                    "title": "Part",
                    "claims": [_claim(claim_id) for claim_id in claim_ids],
                    "arguments": [
                        _argument(f"s{n}", *step, strength)
                        for n, (step, strength) in enumerate(zip(steps, strengths, strict=False), 1)
                    ],
                }
            ),
        ),
        critique=Critique.model_validate(
            {"objections": [_objection(f"o{n}", at) for n, at in enumerate(objections, 1)]}
        ),
        evidence=Evidence(),
        predictions=Predictions(),
        glossary=Glossary(),
        site=Site.model_validate(
            {
                "title": "Map",
                "description": "A map.",
                "main-conclusion": main,
                "pivot": main,
                "two-ways-in": "One.",
                "one-minute": [{"says": "In short."}],
                "backbone": list(backbone) or [main],
                "maps": [{"claim": root, "title": root, "about": "A map."} for root in [main, *maps]],
            }
        ),
        retired=Retired(),
        changes=Changes(),
    )
    for record in (*argument_map.arguments.values(), *argument_map.critique.objections, argument_map.site):
        record._written_at = ({(): Place(Path("map"))}, ())  # so that a rule has something to point at
    return argument_map


def _claim(claim_id: str) -> dict[str, object]:
    return {
        "id": claim_id,
        "says": f"{claim_id} holds.",
        "short": claim_id,
        "kind": "fact",
        "voice": "asserts",
        "at": ["p1.s1"],
    }


def _argument(argument_id: str, conclusion: str, premises: list[str], strength: str) -> dict[str, object]:
    return {
        "id": argument_id,
        "for": conclusion,
        "from": premises,
        "scheme": "cause",
        "drawn": "stated",
        "strength": strength,
        "because": "So it is.",
        "at": ["p1.s1"],
    }


def _objection(objection_id: str, line: str) -> dict[str, object]:
    against, answered, critique = line.partition(" <- ")
    answers, _, raised = critique.partition("|")
    whose = {"by": "article", "met": "well"} if answered else {"by": "map", "severity": "grave"}
    return {
        "id": objection_id,
        "against": against,
        "answered-in": answers.split(),
        "raised-in": raised.split(),
        "short": "But",
        "says": "But no.",
        "because": "It bites.",
        "at": ["p1.s1"],
        "reply": "And yet.",
        **whose,
    }


def _vocabulary() -> dict[str, object]:
    return {
        "claim-kinds": [{"id": "fact", **_WORD}],
        "voices": [{"id": "asserts", "origin": "author", **_WORD}],
        "hedges": [],
        "roles": [{"id": "claim", "carries-claims": True, **_WORD}],
        "schemes": [{"id": "cause", "questions": [{"id": "other-causes", "asks": "What else?"}], **_WORD}],
        "drawings": [{"id": "stated", **_WORD}],
        "strengths": [{"id": "strong", **_WORD}, {"id": "weak", **_WORD}],
        "severities": [{"id": "grave", **_WORD}],
        "answers": [{"id": "well", **_WORD}],
        "signs": dict.fromkeys(["supports", "objects", "article", "outside", "assumes"], _SIGN),
    }


def _article() -> dict[str, object]:
    sentence = {"at": "p1.s1", "words": 3, "sha256": "0" * 64, "first": "So it", "gist": "So it is.", "role": "claim"}
    return {
        "title": "Title",
        "author": "Author",
        "publisher": "Publisher",
        "site": "example.org",
        "url": "https://example.org/",
        "written": "Then.",
        "known-until": "2020",
        "known-until-because": "So.",
        "kind": "An essay.",
        "paragraphs": [{"id": "p1", "title": "All", "sentences": [sentence]}],
    }
