"""How a page speaks of records: each by a Markdown link, with what has to stand beside it wherever it is named.

A page names many records and a record is named on many pages, so what is the same on all pages of a folder is made
once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from markupsafe import Markup

from argmap.model.argument import Claim
from argmap.model.article import Sentence
from argmap.model.evidence import Source
from argmap.model.records import Term
from argmap.naming.printed import printed_date, printed_locator
from argmap.naming.urls import ARTICLE, SOURCES, VOCABULARY, Links, into_article, site_of
from argmap.pages.lookups import Lookups
from argmap.pages.markdown import as_address, as_text, sayer
from argmap.reasoning.maps import Step

MOST_NAMED = 20  # claims in a sentence; more are counted

Made: TypeAlias = dict[tuple[str, ...], Markup]


class Mentions(Links):
    """What the templates of one page ask for addresses and for the names of records."""

    def __init__(self, page: str, lookups: Lookups, made: Made) -> None:
        super().__init__(page)
        self.lookups = lookups
        self._map = lookups.map
        self.labels = lookups.labels
        self.say = sayer(self.labels.wording)
        self._comma, self._semicolon = self.say("lists.comma"), self.say("lists.semicolon")
        self._made = made  # shared by the pages of one folder

    def claim(self, claim: Claim) -> Markup:
        """A claim in full, with whose it is and its hedge."""
        return self._once(("claim", claim.id), lambda: self._claim(claim))

    def short(self, claim: Claim) -> Markup:
        """A claim by its short form."""
        return self._once(("short", claim.id), lambda: self._link(claim.short, claim, self._marks(claim)))

    def shorts(self, claims: Iterable[Claim]) -> Markup:
        """Claims by their short forms in one sentence; of very many only the first are named."""
        listed = list(claims)
        named = [self.short(claim) for claim in listed[:MOST_NAMED]]
        if left_out := len(listed) - len(named):
            named.append(self.say("shared.and-more", n=left_out))
        return self._semicolon.join(named)

    def boxed(self, claim: Claim) -> Markup:
        """A claim as its box in a map says it: by its name, with whose it is where that is not the rule."""
        return self._once(("boxed", claim.id), lambda: self._boxed(claim))

    def bracketed(self, step: Step) -> Markup:
        """What the bracket of a step in a map says: how many premises work together, and how well."""
        drawn, all_premises = len(step.premises), len(step.argument.from_)
        parts = []
        if drawn < all_premises:
            parts.append(self.say("step.some-together", n=drawn, all=all_premises))
        elif all_premises > 1:
            parts.append(self.say("step.together", n=all_premises))
        parts.append(as_text(self.labels.how_strong(step.argument).lower()))
        sign = as_text(self.labels.signs.supports.word)
        return Markup(f'<span class="sr">{sign}, </span>{" · ".join(parts)}')

    def sentence(self, locator: str) -> Markup:
        """A sentence of the article by its place."""
        sentence = self._map.sentences[locator]
        return self._beside_or_once(
            ARTICLE, ("sentence", locator), lambda: self._link(self._printed(locator), sentence)
        )

    def sentences(self, locators: Iterable[str]) -> Markup:
        return self._comma.join(map(self.sentence, locators))

    def original(self, sentence: Sentence) -> Markup:
        """The link into the publisher's page; its name says the site and the sentence. Without a link, the place."""
        return self._once(("original", sentence.at), lambda: self._original(sentence))

    def word(self, group: str, term: Term, text: str = "") -> Markup:
        """A word of the vocabulary, or another text in its place, with the way to its definition."""
        text = text or term.label
        return self._beside_or_once(
            VOCABULARY,
            ("word", group, term.id, text),
            lambda: Markup(f"[{as_text(text)}]({self.of_word(group, term)}){{ .word }}"),
        )

    def source(self, source: Source) -> Markup:
        """A source by publisher, or else by title, and date, with the way to its place among the sources."""
        return self._beside_or_once(SOURCES, ("source", source.id), lambda: self._source(source))

    def sources(self, ids: Iterable[str]) -> Markup:
        return self._semicolon.join(self.source(self._map.sources[id]) for id in ids)

    def outside(self, source: Source) -> Markup:
        """The link to a source itself; its name says whose page it opens. Without an address, where it stands."""
        if not source.url:
            return as_text(source.found_in)
        name = self.say("shared.read-source", site=site_of(source.url))
        return Markup(f"[{name}]({as_address(source.url)}){{ .outside rel=noopener }}")

    def archived(self, source: Source) -> Markup:
        """The link to the archived copy nearest to the day on which the source was checked, since pages vanish."""
        day = f"{source.checked.when.replace('-', '')}/" if source.checked else ""
        address = f"https://web.archive.org/web/{day}{source.url}"
        name = self.say("shared.archived", title=Markup(f'<span class="sr">: {as_text(source.title)}</span>'))
        return Markup(f"[{name}]({as_address(address)}){{ .outside rel=noopener }}")

    def _claim(self, claim: Claim) -> Markup:
        unstated = self.labels.origin(claim) == "unstated"
        sign = f"{as_text(self.labels.signs.assumes.glyph)} " if unstated else ""
        voice = f"{sign}{self._whose(claim)}{self._hedge(claim)}"
        plain = self.labels.as_a_rule(claim) and not claim.hedge
        said = voice if plain else f' <small class="voice">{voice}</small>'
        return Markup(f"{self._link(claim.says, claim, self._marks(claim))}{said}")

    def _boxed(self, claim: Claim) -> Markup:
        labels = self.labels
        unstated = labels.origin(claim) == "unstated"
        whose = as_text(labels.signed(labels.signs.assumes)) if unstated else self._whose(claim)
        return Markup(f'<small>{whose}{self._hedge(claim)}<span class="sr">: </span></small> {as_text(claim.short)}')

    def _whose(self, claim: Claim) -> Markup:
        """Whose a claim is; for the author's plain assertions, which are the rule, only to be heard."""
        whose = as_text(self.labels.whose(claim))
        return Markup(f'<span class="sr"> {whose}</span>') if self.labels.as_a_rule(claim) else whose

    def _hedge(self, claim: Claim) -> Markup:
        """How a claim is qualified, as it stands behind other words; nothing where it is not."""
        if not claim.hedge:
            return Markup("")
        hedged = self.say("shared.hedged", hedge=self.labels.hedge[claim.hedge].label)
        dot = '<span class="sr"> · </span>' if self.labels.as_a_rule(claim) else " · "
        return Markup(f'{dot}<b class="hedge">{hedged}</b>')

    def _original(self, sentence: Sentence) -> Markup:
        article = self._map.article
        place, address = self._printed(sentence.at), into_article(article, sentence)
        if not article.url:
            return as_text(place)
        site = self.labels.article_site
        if not address:
            return Markup(self.say("shared.no-way-to-sentence", place=place, site=site))
        name = self.say("shared.read-sentence", place=place, site=site)
        return Markup(f"[{name}]({as_address(address)}){{ .outside rel=noopener }}")

    def _source(self, source: Source) -> Markup:
        wording = self.labels.wording
        dated = [printed_date(source.date, wording)] if source.date else []
        return self._link(wording.say("lists.comma").join([source.publisher or source.title, *dated]), source)

    def _marks(self, claim: Claim) -> str:
        return f"{{ .claim .{self.labels.origin(claim)} }}"

    def _link(self, text: str, record: object, marks: str = "") -> Markup:
        return Markup(f"[{as_text(text)}]({self.of(record)}){marks}")

    def _printed(self, locator: str) -> str:
        return printed_locator(locator, self.labels.wording)

    def _once(self, key: tuple[str, ...], make: Callable[[], Markup]) -> Markup:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _beside_or_once(self, home: str, key: tuple[str, ...], make: Callable[[], Markup]) -> Markup:
        # The page on which such records live leads to them by their anchors alone.
        return make() if home == self.page else self._once(key, make)
