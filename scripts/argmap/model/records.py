"""What every record has in common: text without guesses, ids, references, and the place where it was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from argmap.source.problems import Place
from argmap.source.reader import PathInFile


class Ref(NamedTuple):
    """Marks a field whose value is the id of a `target` record, such as a claim or a word of the vocabulary."""

    target: str


def _one_line(text: str) -> str:
    return " ".join(text.split())


Text = Annotated[str, AfterValidator(_one_line), StringConstraints(min_length=1)]
LONGEST_ID, LONGEST_NAME = 48, 60  # characters
Short = Annotated[Text, StringConstraints(max_length=LONGEST_NAME)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=LONGEST_ID)]
Locator = Annotated[str, StringConstraints(pattern=r"^p[1-9][0-9]*\.s[1-9][0-9]*$")]
ParagraphId = Annotated[str, StringConstraints(pattern=r"^p[1-9][0-9]*$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
LANGUAGE_CODE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_CODE)]
Date = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]

ClaimRef = Annotated[Id, Ref("claim")]
ArgumentRef = Annotated[Id, Ref("argument")]
TargetRef = Annotated[Id, Ref("claim or argument")]
SentenceRef = Annotated[Locator, Ref("sentence")]
SourceRef = Annotated[Id, Ref("source")]


def in_text(locator: str) -> tuple[int, ...]:
    """What sorts places as they follow each other in the text: paragraph and sentence."""
    return tuple(int(number) for number in locator[1:].split(".s"))


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """Anything written in `data/`; knows where it was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_kebab)
    # The places of all that stands in the record's file, and where in the file the record is.
    _written_at: tuple[Mapping[PathInFile, Place], PathInFile] = PrivateAttr(default=({}, ()))

    def place(self, *path: str | int) -> Place:
        """Where a value of this record stands (`place("from", 1)`), or where the nearest value around it does."""
        places, whole = self._written_at
        inside = (*whole, *path)
        while inside not in places and len(inside) > len(whole):
            inside = inside[:-1]
        return places[inside]


class Note(Record):
    note: Text | None = Field(None, description="A remark for readers, shown on the record's page.")


class Term(Record):
    """A word that records use, with what it means."""

    id: Id = Field(description="The word as other files write it.")
    label: Short = Field(description="The word as pages show it.")
    definition: Text = Field(description="What it means, for somebody who meets it for the first time.")
