"""What is known of the article, and what each of its sentences says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from argmap.model.evidence import Checked
from argmap.model.records import Date, Id, Language, Locator, ParagraphId, Record, Ref, Sha256, Short, Text, Url


class Party(Record):
    id: Id = Field(description="A short word for the party.")
    name: Short = Field(description="The party's name, as it stands after 'according to'.")
    who: Text = Field(description="Who is meant, and what the article leaves open about them.")


class Sentence(Record):
    at: Locator = Field(description="Paragraph and sentence, such as p12.s3.")
    words: int = Field(ge=1, description="Number of words, split at white space; Chinese has one for two characters.")
    sha256: Sha256 = Field(description="SHA-256 of its normal form (NFKC, case-folded, letters and digits only).")
    before: Short | None = Field(None, description="What stands directly before it, where sentences begin alike.")
    first: Short | None = Field(None, description="The first words, for a link to it; left out if none tell it apart.")
    last: Short | None = Field(None, description="The last words, where the first alone do not reach its end.")
    text: Text | None = Field(None, description="The sentence itself, if `rights` of the article let it be shown.")
    gist: Text = Field(description="What the sentence says, in our own words.")
    role: Annotated[Id, Ref("role")] = Field(description="What the sentence does: a word from `roles`.")


class Paragraph(Record):
    id: ParagraphId = Field(description="The paragraph's number, such as p12.")
    title: Short = Field(description="What the paragraph is about, in a few words.")
    sentences: tuple[Sentence, ...] = Field(min_length=1, description="Its sentences, in order.")


class AboutAuthor(Record):
    says: Text = Field(description="What is known of the author, or that it is not known, in a sentence or two.")
    url: Url | None = Field(None, description="Where that can be read; left out when nothing was found.")
    checked: Checked = Field(description="When and how it was looked for.")


class Article(Record):
    """`article.yaml`: the text that is mapped; its sentences are copied only if they are free."""

    title: Text = Field(description="The title, and in `not-known` how sure it is.")
    title_known_from: Short | None = Field(
        None, description="Where the title is known from if the text itself shows none, such as: the page's address."
    )
    author: Text = Field(description="Who wrote it, as pages name them.")
    author_is: Literal["person", "organisation"] = Field(
        "person", description="What the author is; an organisation's name is never taken apart."
    )
    family: Text | None = Field(
        None, description="A person's family name, with which lists of references begin; without it none is guessed."
    )
    given: Text | None = Field(None, description="A person's given names.")
    author_short: Short | None = Field(
        None, description="The author in a word or two, for the keys of references where there is no family name."
    )
    author_about: AboutAuthor | None = Field(None, description="Who the author is, with the source, for the byline.")
    publisher: Text = Field(description="Who published it.")
    site: Text | None = Field(
        None, description="The publisher's site, as a link to it is named; without it, the host of the address."
    )
    url: Url | None = Field(None, description="Where it can be read; without an address `found-in` says where else.")
    found_in: Text | None = Field(None, description="Where it stands on paper, such as an edition and its pages.")
    rights: Literal["reserved", "public-domain"] = Field(
        "reserved", description="Whether its sentences may be copied: then the map may show them and quote at length."
    )
    written: Text = Field(description="When it was written, as far as is known, in words.")
    known_until: Date | None = Field(
        None, description="The last date at which evidence counts as known when it was written, if one can be given."
    )
    known_until_because: Text = Field(description="Why the line is drawn there, or why none can be, for readers.")
    language: Language = Field("en", description="The code of the language that it is written in, such as de or fa.")
    called: Short | None = Field(
        None, description="What the text is, as the overview begins; without it: An opinion article."
    )
    kind: Text = Field(description="What sort of text it is and what a reader should know about its publisher.")
    cites_nothing: bool = Field(False, description="True when it names no source at all; claims' pages then say so.")
    not_known: tuple[Text, ...] = Field((), description="What is not known about it.")
    standfirst: ParagraphId | None = Field(
        None, description="The paragraph above the text proper, which an editor may have written."
    )
    parties: tuple[Party, ...] = Field(
        (), description="Those whose views the article reports, or whose own word is evidence."
    )
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1, description="The text, paragraph by paragraph.")

    @property
    def sentences(self) -> Iterator[Sentence]:
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)
