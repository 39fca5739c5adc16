"""What the templates of single page types receive: a frozen context each, and beside it only whom to ask for names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from argmap.exports.citing import Citation, cite_article, cite_map
from argmap.exports.embeds import embedding
from argmap.exports.register import EXPORTS, exports_of
from argmap.loading.format import FileFormat, describe_format
from argmap.model.argument import Argument, Claim, Part
from argmap.model.argument_map import Retirement
from argmap.model.article import Article
from argmap.model.evidence import Entry
from argmap.model.records import Term
from argmap.model.site_settings import Choice, MapRoot
from argmap.model.vocabulary import Grade, Scheme, Sign, Voice
from argmap.naming.urls import OVERVIEW, embedded_map, map_picture
from argmap.pages.grouping import Group, by_place, by_word
from argmap.pages.lookups import Lookups


@dataclass(frozen=True)
class Counts:
    """How much of everything a map holds."""

    claims: int
    arguments: int
    sentences: int
    paragraphs: int
    words: int
    sources: int
    predictions: int
    voices: Sequence[tuple[Voice, int]]
    """Each voice that speaks, with the number of its claims."""


@dataclass(frozen=True)
class ClaimsPage:
    """The list of all claims."""

    parts: Sequence[Part]
    """The claims in the article's order."""
    by_place: Sequence[Group]
    """The same by what they do in the argument."""
    by_kind: Sequence[Group]
    by_voice: Sequence[Group]


@dataclass(frozen=True)
class GlossaryPage:
    groups: Sequence[tuple[str, Sequence[Entry]]]
    """The entries, sorted by name, under the anchor of their group; a group without entries is left out."""
    claims: Mapping[str, Sequence[Claim]]
    """The claims that an entry explains, by its id; none where nothing refers to it."""


@dataclass(frozen=True)
class HowToReadPage:
    sample: Argument | None
    """An argument to explain the parts of a map with, for the main conclusion if there is one."""
    conclusion: Claim
    """What the sample argues for."""
    alone: Argument | None
    """Another reason for the same claim, which counts without the sample."""
    signs: Sequence[Sign]
    voices: Sequence[Voice]
    strengths: Sequence[Term]


@dataclass(frozen=True)
class MethodPage:
    article: Article
    counts: Counts
    retired: Sequence[Retirement]
    choices: Sequence[tuple[Choice, Sequence[Claim]]]
    """What others could have decided differently, each with the claims that show the difference."""


@dataclass(frozen=True)
class VocabularyPage:
    groups: Sequence[tuple[str, Sequence[Term]]]
    """The words by the name of their group, which begins their anchors."""
    graded: Collection[str]
    """The groups whose words are grades."""
    schemes: Sequence[tuple[Scheme, int]]
    """The patterns of argument, each with how many arguments follow it."""


@dataclass(frozen=True)
class FormatPage:
    files: Sequence[FileFormat]


@dataclass(frozen=True)
class CitePage:
    article: Citation
    map: Citation


class Download(NamedTuple):
    """A format as its page lists it."""

    name: str
    files: Sequence[str]
    single: bool
    """Whether it is one file, and not one for each of something."""
    kilobytes: float


@dataclass(frozen=True)
class DownloadsPage:
    groups: Mapping[str, Sequence[Download]]
    maps: Sequence[tuple[MapRoot, str, str]]
    """Each map with the file of its picture, and what shows it in another page, where that is known."""


@dataclass(frozen=True)
class GonePage:
    """What stands at the address of a record that was given up."""

    retirement: Retirement
    replacement: Claim | Argument | None
    name: str
    """What the replacement is called; empty for an argument, which has no name of its own."""
    steps: Sequence[tuple[Argument, Claim]]
    """The steps to the replacement, each with its first premise: their old addresses were on this page."""


def counts_of(lookups: Lookups) -> Counts:
    argument_map = lookups.map
    voices = Counter(claim.voice for claim in argument_map.claims.values())
    return Counts(
        claims=len(argument_map.claims),
        arguments=len(argument_map.arguments),
        sentences=len(argument_map.sentences),
        paragraphs=len(argument_map.article.paragraphs),
        words=sum(sentence.words for sentence in argument_map.article.sentences),
        sources=len(argument_map.sources),
        predictions=len(argument_map.predictions.predictions),
        voices=[(voice, voices[voice.id]) for voice in argument_map.vocabulary.voices if voices[voice.id]],
    )


def claims_page(lookups: Lookups) -> ClaimsPage:
    argument_map, vocabulary = lookups.map, lookups.map.vocabulary
    return ClaimsPage(
        parts=argument_map.parts,
        by_place=by_place(lookups.graph, lookups.labels.wording),
        by_kind=by_word(argument_map, vocabulary.claim_kinds, "kind"),
        by_voice=by_word(argument_map, vocabulary.voices, "voice"),
    )


def glossary_page(lookups: Lookups) -> GlossaryPage:
    kinds = {"concepts": {"concept"}, "people": {"person", "institution"}, "events": {"event"}}
    entries = sorted(lookups.map.glossary.terms, key=lambda entry: entry.name.lower())
    groups = [(anchor, [entry for entry in entries if entry.kind in wanted]) for anchor, wanted in kinds.items()]
    claims: dict[str, list[Claim]] = {entry.id: [] for entry in entries}
    for claim in lookups.map.claims.values():
        for term in claim.terms:
            claims[term].append(claim)
    return GlossaryPage([(anchor, found) for anchor, found in groups if found], claims)


def how_to_read_page(lookups: Lookups) -> HowToReadPage:
    vocabulary = lookups.map.vocabulary
    # Where only answered objections speak for the main conclusion, another step has to do.
    reasons = lookups.graph.reasons
    arguments = [*chain(reasons[lookups.main.id], lookups.map.arguments.values())]
    # Best is one whose premises are linked, beside a reason that counts alone.
    together = [one for one in arguments if len(one.from_) > 1 and len(reasons[one.for_]) > 1]
    together.sort(key=lambda one: len(one.from_) + len(one.despite))
    sample = next(chain(together, arguments), None)
    conclusion = lookups.map.claims[sample.for_] if sample else lookups.main
    others = [one for one in reasons[conclusion.id] if one != sample] if sample else []
    alone = min(others, key=lambda one: len(one.from_), default=None)
    return HowToReadPage(sample, conclusion, alone, lookups.labels.all_signs(), vocabulary.voices, vocabulary.strengths)


def method_page(lookups: Lookups) -> MethodPage:
    argument_map = lookups.map
    choices = [(choice, lookups.listed(choice.claims)) for choice in argument_map.site.contested]
    return MethodPage(argument_map.article, counts_of(lookups), argument_map.retired.retired, choices)


def vocabulary_page(lookups: Lookups) -> VocabularyPage:
    words = lookups.map.vocabulary
    uses = Counter(argument.scheme for argument in lookups.map.arguments.values())
    groups: list[tuple[str, Sequence[Term]]] = [
        ("kind", words.claim_kinds),
        ("voice", words.voices),
        ("hedge", words.hedges),
        ("role", words.roles),
        ("drawing", words.drawings),
        ("strength", words.strengths),
        ("severity", words.severities),
        ("answer", words.answers),
        ("stance", words.stances),
        ("source-kind", words.source_kinds),
        ("standing", words.standings),
        ("status", words.statuses),
    ]
    graded = {group for group, terms in groups if any(isinstance(term, Grade) for term in terms)}
    return VocabularyPage(groups, graded, [(scheme, uses[scheme.id]) for scheme in words.schemes])


def format_page(lookups: Lookups) -> FormatPage:
    return FormatPage(describe_format())


def cite_page(lookups: Lookups) -> CitePage:
    wording = lookups.labels.wording
    return CitePage(
        cite_article(lookups.map.article, wording),
        cite_map(lookups.map.site, lookups.map.article, wording, lookups.hosting.page(OVERVIEW)),
    )


def downloads_page(lookups: Lookups) -> DownloadsPage:
    maps = [
        (root, map_picture(root.claim), embedding(lookups.hosting, embedded_map(root.claim), root.title))
        for root in lookups.map.site.maps
    ]
    made = exports_of(lookups.map, lookups.hosting)
    groups: dict[str, list[Download]] = {}
    for export in EXPORTS:
        files = list(export.paths(lookups.map))
        size = sum(len(made[file].encode()) for file in files) / 1000
        listed = Download(export.name, files, export.single, round(size, 1) if size < 10 else round(size))
        groups.setdefault(export.group, []).append(listed)
    return DownloadsPage(groups, maps)


def gone_page(retirement: Retirement, lookups: Lookups) -> GonePage:
    new = retirement.replaced_by or ""
    claim = lookups.map.claims.get(new)
    steps = [(step, lookups.premises(step)[0]) for step in lookups.graph.reasons.get(new, [])]
    return GonePage(retirement, claim or lookups.map.arguments.get(new), claim.short if claim else "", steps)
