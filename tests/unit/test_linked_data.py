from tests.mistaken import TINY

from argmap.exports.linked_data import describe_claim, describe_map
from argmap.loading.load import load_map
from argmap.naming.labels import Labels
from argmap.naming.urls import Hosting

MAP = load_map(TINY / "data").argument_map
HOSTING = Hosting(site="https://example.org/map/")


def described(claim_id: str, hosting: Hosting = HOSTING):
    return describe_claim(MAP.claims[claim_id], MAP.article, Labels(MAP), hosting)


def test_the_author_s_claim_is_the_author_s_and_appears_in_the_article():
    author = {"@type": "Person", "name": "Ada Example", "familyName": "Example", "givenName": "Ada"}
    assert described("cracks-grow")["author"] == described("cracks-grow")["appearance"]["author"] == author
    assert described("cracks-grow")["appearance"]["url"] == MAP.article.url


def test_an_author_that_is_an_organisation_is_one():
    names = {"author": "Ministry of Finance and Trade", "author_is": "organisation", "family": None, "given": None}
    article = MAP.article.model_copy(update=names)
    found = describe_claim(MAP.claims["cracks-grow"], article, Labels(MAP), HOSTING)
    ministry = {"@type": "Organization", "name": "Ministry of Finance and Trade"}
    assert found["author"] == found["appearance"]["author"] == ministry


def test_a_reported_claim_is_the_party_s():
    assert described("arches-may-fail")["author"]["name"] == "the engineers"


def test_an_unstated_claim_appears_nowhere_and_is_the_curators():
    assert "appearance" not in described("engineers-judge-rightly")
    assert described("engineers-judge-rightly")["author"]["name"] == "the map's curators"


def test_the_wording_is_always_the_curators():
    assert {described(claim)["claimInterpreter"]["name"] for claim in MAP.claims} == {"the map's curators"}


def test_an_address_that_is_not_known_is_left_out():
    assert described("cracks-grow")["url"] == "https://example.org/map/claims/cracks-grow/"
    assert "url" not in described("cracks-grow", Hosting())


def test_the_map_is_an_article_about_the_article():
    found = describe_map("The map", "What it is.", MAP.article, Labels(MAP), HOSTING)
    assert (found["headline"], found["url"]) == ("The map", "https://example.org/map/")
    assert found["about"]["headline"] == MAP.article.title


def test_no_truth_is_rated():
    assert all("Rating" not in str(described(claim)) for claim in MAP.claims)
