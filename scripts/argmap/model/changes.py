"""What has changed in the map, for those who follow it."""

from __future__ import annotations

from pydantic import Field

from argmap.model.records import ClaimRef, Date, Record, SourceRef, Text


class Change(Record):
    date: Date = Field(description="When it was changed.")
    what: Text = Field(description="What is otherwise now, in plain words, and why.")
    claims: tuple[ClaimRef, ...] = Field((), description="The claims that it is about, if it is about some.")
    sources: tuple[SourceRef, ...] = Field((), description="The sources that were added or read anew.")


class Changes(Record):
    """`changes.yaml`: what readers who come back may want to know, the newest first."""

    changes: tuple[Change, ...] = Field((), description="One entry for each change in what the map says.")
