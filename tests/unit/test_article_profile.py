import pytest
from tests.mistaken import TINY

from argmap.loading.load import load_map
from argmap.naming.labels import Labels
from argmap.pages.article_profile import Said, blocks_of, profile_of
from argmap.reasoning.graph import Graph

MAP = load_map(TINY / "data").argument_map
PARAGRAPHS = {spoken.paragraph.id: spoken for spoken in profile_of(Graph(MAP), Labels(MAP)).paragraphs}


def test_a_paragraph_is_as_long_as_its_sentences():
    assert PARAGRAPHS["p1"].words == 9 + 7


def test_blocks_lie_side_by_side_in_the_order_of_the_sentences():
    assert [(block.start, block.length) for block in PARAGRAPHS["p2"].blocks] == [
        (0, 90),
        (100, 60),
        (170, 80),
        (260, 70),
    ]


def test_a_sentence_of_one_word_is_drawn():
    sentence = next(iter(MAP.article.sentences)).model_copy(update={"words": 1})
    said = Said(sentence, [], [], [], [])
    assert [(block.start, block.length) for block in blocks_of([said, said], Graph(MAP))] == [(0, 5), (10, 5)]


def test_each_block_says_whether_its_sentence_leads_to_the_conclusion():
    found = [block.leads for block in PARAGRAPHS["p2"].blocks]
    assert found == ["beside", "towards", "towards", "nowhere"]


def test_a_sentence_is_dark_for_the_share_of_its_claims_that_lead_to_the_conclusion():
    """Of the two claims of the fourth paragraph's last sentence one does."""
    assert [(block.leads, block.length) for block in PARAGRAPHS["p4"].blocks[-2:]] == [("towards", 65), ("beside", 65)]


def test_a_record_is_noted_once_beside_its_paragraph():
    for spoken in PARAGRAPHS.values():
        named = [note.record.id for group in spoken.notes for note in group]
        assert len(named) == len(set(named))


def test_a_note_names_the_sentences_that_it_rests_on():
    notes = {note.record.id: [sentence.at for sentence in note.at] for note in PARAGRAPHS["p2"].notes.claims}
    assert notes["cracks-grow"] == ["p2.s3"]


def test_claims_towards_the_conclusion_are_told_from_others():
    # Towards it: what the bridge was made for, and the cracks. Beside it: that there are two bridges.
    assert (PARAGRAPHS["p2"].towards, PARAGRAPHS["p2"].beside) == (2, 1)


def test_a_claim_made_in_two_sentences_of_a_paragraph_counts_once():
    claims = [claim.id for said in PARAGRAPHS["p3"].sentences for claim in said.claims]
    assert PARAGRAPHS["p3"].towards + PARAGRAPHS["p3"].beside == len(set(claims))


def test_a_sentence_carries_what_names_it():
    said = PARAGRAPHS["p2"].sentences[2]
    assert [claim.id for claim in said.claims] == ["cracks-grow"]
    assert [argument.id for argument in said.arguments] == ["cracks-show-danger"]
    assert [objection.id for objection in said.objections] == ["cracks-prove-little"]


def test_shares_of_words_make_up_the_whole():
    assert sum(share for _, _, share in profile_of(Graph(MAP), Labels(MAP)).roles) == pytest.approx(1)


def test_the_longest_paragraph_sets_the_scale():
    assert profile_of(Graph(MAP), Labels(MAP)).longest == max(spoken.words for spoken in PARAGRAPHS.values())
