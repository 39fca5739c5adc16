"""Claims, steps and evidence as tables for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from argmap.model.argument_map import ArgumentMap


def claims_csv(argument_map: ArgumentMap) -> str:
    """A claim a row, in the article's order."""
    columns = ("id", "short", "says", "voice", "party", "kind", "hedge", "at", "note")
    rows = (
        (one.id, one.short, one.says, one.voice, one.party, one.kind, one.hedge, " ".join(one.at), one.note)
        for one in argument_map.claims.values()
    )
    return _table(columns, rows)


def arguments_csv(argument_map: ArgumentMap) -> str:
    """A premise of a step a row; premises of one step work only together."""
    columns = ("step", "premise", "conclusion", "scheme", "drawn", "strength", "because", "at")
    rows = (
        (one.id, premise, one.for_, one.scheme, one.drawn, one.strength, one.because, " ".join(one.at))
        for one in argument_map.arguments.values()
        for premise in one.from_
    )
    return _table(columns, rows)


def evidence_csv(argument_map: ArgumentMap) -> str:
    """What a source says of a claim a row."""
    columns = ("claim", "stance", "phase", "says", "source", "title", "publisher", "date", "kind", "url")
    rows = []
    for source in argument_map.evidence.sources:
        whose = (source.id, source.title, source.publisher, source.date, source.kind, source.url)
        for finding in source.findings:
            rows += [(claim, finding.stance, finding.phase, finding.says, *whose) for claim in finding.about]
    return _table(columns, rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_inert(cell or "") for cell in row] for row in rows)
    return written.getvalue()


def _inert(cell: str) -> str:
    """A spreadsheet reckons with a cell that begins like a formula (OWASP, CSV injection); an apostrophe forbids it."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
