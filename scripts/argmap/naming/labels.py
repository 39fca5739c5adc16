"""How records are spoken of: the vocabulary's words, whose a claim is, where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model.argument import Argument, Claim
from argmap.model.argument_map import ArgumentMap
from argmap.model.critique import Objection
from argmap.model.records import Term
from argmap.model.vocabulary import Role, Scheme, Sign, Stance, Voice
from argmap.naming.printed import printed_locator
from argmap.naming.urls import site_of
from argmap.naming.wording import read_wording


class Labels:
    """The vocabulary by id, and what is said of a record in its words and in the fixed wording."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self.language = argument_map.language
        self.wording = read_wording(argument_map.language)
        vocabulary = argument_map.vocabulary
        self.signs = vocabulary.signs
        self.kind = _by_id(vocabulary.claim_kinds)
        self.voice: dict[str, Voice] = {voice.id: voice for voice in vocabulary.voices}
        self.hedge = _by_id(vocabulary.hedges)
        self.role: dict[str, Role] = {role.id: role for role in vocabulary.roles}
        self.scheme: dict[str, Scheme] = {scheme.id: scheme for scheme in vocabulary.schemes}
        self.drawing = _by_id(vocabulary.drawings)
        self.strength = _by_id(vocabulary.strengths)
        self.severity = _by_id(vocabulary.severities)
        self.answer = _by_id(vocabulary.answers)
        self.stance: dict[str, Stance] = {stance.id: stance for stance in vocabulary.stances}
        self.source_kind = _by_id(vocabulary.source_kinds)
        self.standing = _by_id(vocabulary.standings)
        self.status = _by_id(vocabulary.statuses)
        article = argument_map.article
        self.author = article.author_short or article.family or article.author
        self.party = {party.id: party for party in argument_map.article.parties}

    def origin(self, claim: Claim) -> str:
        """Whose the claim is: `author`, `party` or `unstated`."""
        return self.voice[claim.voice].origin

    def as_a_rule(self, claim: Claim) -> bool:
        """Whether the claim is put forward as most are, in the first voice of the vocabulary, which needs no label."""
        return claim.voice == self._map.vocabulary.voices[0].id

    def whose(self, claim: Claim) -> str:
        """Whose the claim is, in words, with the party named."""
        label = self.voice[claim.voice].label
        if not claim.party:
            return label
        return self.wording.say("shared.voice-of-party", voice=label, party=self.party[claim.party].name)

    def gist(self, claim: Claim) -> str:
        """The claim's voice, kind and hedge in one plain line, for search engines and link previews."""
        say = self.wording.say
        words = [self.whose(claim), *self.places(claim), self.kind[claim.kind].label]
        if claim.hedge:
            words.append(self.hedge[claim.hedge].label)
        about = say("lists.semicolon").join(words)
        return say("claim.description", map=self._map.site.title, claim=claim.short, about=about)

    def how_strong(self, argument: Argument) -> str:
        """The argument's grade, in words also where it has none."""
        return self.strength[argument.strength].label if argument.strength else self.wording.say("grades.none")

    def places(self, claim: Claim) -> list[str]:
        """The sentences that make the claim, as they are printed."""
        return [printed_locator(locator, self.wording) for locator in claim.at]

    @property
    def article_site(self) -> str:
        """How a link to the article's page names where it leads."""
        return self._map.article.site or site_of(self._map.article.url or "")

    def objector(self, objection: Objection) -> str:
        """Whose the objection is, in words."""
        if objection.by == "article":
            return self.wording.say("objectors.article", author=self.author)
        return self.wording.say("objectors.map")

    def gravity(self, objection: Objection) -> int:
        """The place of its grade, the gravest first; the article's own, which carry another grade, come last."""
        grades = [*self.severity]
        return grades.index(objection.severity) if objection.severity else len(grades)

    def signed(self, sign: Sign) -> str:
        """The sign with its word."""
        return f"{sign.glyph} {sign.word}"

    def all_signs(self) -> list[Sign]:
        signs = self.signs
        return [signs.supports, signs.objects, signs.article, signs.outside, signs.assumes]

    def said_only_in_standfirst(self, claim: Claim) -> bool:
        standfirst = self._map.article.standfirst
        return bool(standfirst and claim.at) and all(at.split(".")[0] == standfirst for at in claim.at)


def _by_id(terms: Iterable[Term]) -> dict[str, Term]:
    return {term.id: term for term in terms}
