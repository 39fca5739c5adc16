import json

import pytest
from tests.mistaken import TINY

from argmap.exports.citing import cite_article, cite_claim, cite_map
from argmap.loading.load import load_map
from argmap.naming.labels import Labels
from argmap.naming.wording import read_wording

MAP = load_map(TINY / "data").argument_map
WORDING = read_wording()


def cited(claim_id: str, says: str = "", address: str = "https://example.org/c/"):
    claim = MAP.claims[claim_id]
    changed = claim.model_copy(update={"says": says}) if says else claim
    return cite_claim(changed, MAP.article, Labels(MAP), "The map", address)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("50 % of it", r"50 \% of it"),
        ("cars & lorries", r"cars \& lorries"),
        ("a_b", r"a\_b"),
        ("№ #1, $2", r"№ \#1, \$2"),
        ("{so}", r"\{so\}"),
        (r"a\b", r"a\textbackslash{}b"),
    ],
)
def test_what_latex_would_read_as_a_command_is_printed(written, printed):
    assert f"title = {{{{{printed}}}}}," in cited("cracks-grow", says=written).bibtex


def test_an_address_stays_as_it_is():
    assert "url = {https://example.org/a_b%20c}," in cite_map("Map", WORDING, "https://example.org/a_b%20c").bibtex


def test_every_brace_is_closed():
    for citation in (cited("cracks-grow"), cite_article(MAP.article, WORDING), cite_map("Map", WORDING, "")):
        plain = citation.bibtex.replace(r"\{", "").replace(r"\}", "")
        assert plain.count("{") == plain.count("}")


def test_programs_read_the_same_as_people():
    (reference,) = json.loads(cited("cracks-grow", says='He "said" so').csl)
    assert (reference["id"], reference["title"]) == ("cracks-grow", 'He "said" so')
    assert reference["URL"] == "https://example.org/c/"


def test_a_claim_is_cited_as_a_paraphrase_with_its_place():
    assert "A paraphrase of Ada Example, “The bridge we should close”" in cited("cracks-grow").text
    assert "¶2\u00a0s3 (The author asserts); not the author's words" in cited("cracks-grow").text


def test_a_reported_claim_names_whose_it_is():
    assert "the engineers); not the author's words" in cited("arches-may-fail").text


def test_an_unstated_claim_is_cited_as_supplied_by_the_map():
    citation = cited("engineers-judge-rightly")
    assert "A premise left unsaid in Ada Example" in citation.text
    assert "paraphrase" not in citation.text


def test_an_address_that_is_not_known_leaves_no_gap():
    citation = cited("cracks-grow", address="")
    assert citation.text.endswith("In: “The map”")
    assert "url" not in citation.bibtex
    assert "URL" not in citation.csl
