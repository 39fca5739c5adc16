"""The one page of a map that is still being made: how far it has come, and what there is of it."""

from __future__ import annotations

from argmap.loading.load import Loaded
from argmap.model.argument import Part
from argmap.model.article import Article
from argmap.naming.wording import read_wording
from argmap.pages.templating import templates
from argmap.rules.progress import Progress


def draft_page(loaded: Loaded, progress: Progress) -> str:
    """The page as Markdown; the map's own name is not asked for, since its record may be broken."""
    article = next((record for record in loaded.records if isinstance(record, Article)), None)
    parts = [record for record in loaded.records if isinstance(record, Part)]
    template = templates(read_wording(loaded.language)).get_template("draft.md.j2")
    return template.render(progress=progress, article=article, parts=parts)
