"""Everything that the data holds as one JSON file, with the schema that describes it."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import Field

from argmap.model.argument import Part
from argmap.model.argument_map import ArgumentMap, Retired
from argmap.model.article import Article
from argmap.model.changes import Changes
from argmap.model.critique import Critique
from argmap.model.evidence import Evidence, Glossary, Predictions
from argmap.model.records import Record
from argmap.model.site_settings import Site
from argmap.model.vocabulary import Vocabulary


class WholeMap(Record):
    """An argument map: the files of its data folder, each under its name."""

    format: Literal[1] = Field(description="The version of this format; it changes where an old reader would go wrong.")
    article: Article
    argument: tuple[Part, ...]
    critique: Critique
    evidence: Evidence
    predictions: Predictions
    glossary: Glossary
    site: Site
    vocabulary: Vocabulary
    retired: Retired
    changes: Changes


def whole_map_json(argument_map: ArgumentMap) -> str:
    """The map as `whole_map_schema` describes it; what the data leaves out is left out here too."""
    whole = WholeMap(
        format=1,
        article=argument_map.article,
        argument=argument_map.parts,
        critique=argument_map.critique,
        evidence=argument_map.evidence,
        predictions=argument_map.predictions,
        glossary=argument_map.glossary,
        site=argument_map.site,
        vocabulary=argument_map.vocabulary,
        retired=argument_map.retired,
        changes=argument_map.changes,
    )
    written = whole.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def whole_map_schema(_: ArgumentMap) -> str:
    """JSON Schema (draft 2020-12) of the format."""
    return json.dumps(WholeMap.model_json_schema(by_alias=True), ensure_ascii=False, indent=1) + "\n"
