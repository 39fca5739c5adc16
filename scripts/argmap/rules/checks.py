"""All rules together: what is wrong with a map that was loaded."""

from __future__ import annotations

from argmap.loading import load
from argmap.loading.load import Loaded
from argmap.rules import references
from argmap.rules.on_evidence import EVIDENCE_CHECKS
from argmap.rules.on_maps import MAP_CHECKS
from argmap.rules.on_records import RECORD_CHECKS
from argmap.rules.on_the_critique import CRITIQUE_CHECKS
from argmap.rules.on_the_text import TEXT_CHECKS
from argmap.rules.on_the_whole import WHOLE_CHECKS
from argmap.rules.references import references_exist
from argmap.rules.rule import demands_of, problems_found
from argmap.source.problems import Problem

RULES = {
    **load.RULES,
    **references.RULES,
    **demands_of((*RECORD_CHECKS, *CRITIQUE_CHECKS, *WHOLE_CHECKS, *EVIDENCE_CHECKS, *MAP_CHECKS, *TEXT_CHECKS)),
}


def problems_of(loaded: Loaded, article_text: str | None = None) -> list[Problem]:
    """Everything that is wrong with a map; a rule that would only repeat what another found stays silent."""
    problems = [*loaded.problems, *references_exist(loaded)]
    if loaded.sound_part:
        for check in (*RECORD_CHECKS, *CRITIQUE_CHECKS):
            problems.extend(problems_found(check, loaded.sound_part))
    if loaded.argument_map:
        broken = {problem.rule for problem in problems}
        for check, needed in (WHOLE_CHECKS | EVIDENCE_CHECKS | MAP_CHECKS).items():
            if broken.isdisjoint(needed):
                found = list(problems_found(check, loaded.argument_map))
                problems.extend(found)
                broken.update(problem.rule for problem in found)
        if article_text is not None:
            for text_check in TEXT_CHECKS:
                problems.extend(problems_found(text_check, loaded.argument_map, article_text))
    return sorted(set(problems))
