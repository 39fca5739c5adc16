"""What search engines can read of a page: schema.org's `Claim` and `Article` as JSON-LD.

No rating of truth is given (`ClaimReview`): the map says how sources stand, and leaves the judgement to its readers.
"""

from __future__ import annotations

from typing import Any

from argmap.exports.citing import curators
from argmap.model.argument import Claim
from argmap.model.article import Article
from argmap.naming.labels import Labels
from argmap.naming.urls import LICENSE, OVERVIEW, Hosting, claim_page
from argmap.naming.wording import Wording


def describe_claim(claim: Claim, article: Article, labels: Labels, hosting: Hosting) -> dict[str, Any]:
    """The claim with whose it is and where it appears; a premise left unsaid is the curators' and appears nowhere."""
    makers = _makers(labels.wording)
    authors = {
        "author": _author(article),
        "party": {"@type": "Organization", "name": labels.party[claim.party].name if claim.party else ""},
        "unstated": makers,
    }
    origin = labels.origin(claim)
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Claim",
            "name": claim.short,
            "text": claim.says,
            "author": authors[origin],
            "appearance": None if origin == "unstated" else describe_article(article),
            "claimInterpreter": makers,
            "url": hosting.page(claim_page(claim.id)),
            "inLanguage": labels.language,
            "license": LICENSE,
        }
    )


def describe_map(title: str, description: str, article: Article, labels: Labels, hosting: Hosting) -> dict[str, Any]:
    """The map as an article of its own about the article that it maps."""
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": title,
            "description": description,
            "author": _makers(labels.wording),
            "about": describe_article(article),
            "url": hosting.page(OVERVIEW),
            "inLanguage": labels.language,
            "license": LICENSE,
        }
    )


def describe_article(article: Article) -> dict[str, Any]:
    return _known(
        {
            "@type": "Article" if article.called else "OpinionNewsArticle",
            "headline": article.title,
            "author": _author(article),
            "publisher": {"@type": "Organization", "name": article.publisher},
            "url": article.url,
        }
    )


def _author(article: Article) -> dict[str, str]:
    if article.author_is == "organisation":
        return {"@type": "Organization", "name": article.author}
    names = {"familyName": article.family, "givenName": article.given}
    return _known({"@type": "Person", "name": article.author, **names})


def _makers(wording: Wording) -> dict[str, str]:
    return {"@type": "Organization", "name": curators(wording)}


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}
