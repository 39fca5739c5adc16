"""The feed of what is new, as a reader's program takes it in."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from pathlib import Path

import feedparser
import pytest
from tests.built import build_site
from tests.hostile import STRINGS
from tests.mistaken import TINY

from argmap.exports.feed import feed_xml, news_of
from argmap.loading.load import load_map
from argmap.model.changes import Changes
from argmap.naming.urls import FEED, Hosting
from argmap.naming.wording import read_wording

MAP = load_map(TINY / "data").argument_map
HOSTING = Hosting(site="https://example.org/map/")
WORDING = read_wording()


def test_a_program_reads_every_entry_with_a_name_of_its_own():
    read = feedparser.parse(feed_xml(MAP, WORDING, HOSTING))
    assert not read.bozo
    assert len(read.entries) == len(news_of(MAP)) == 3
    assert len({entry.id for entry in read.entries}) == 3
    assert read.feed.updated == read.entries[0].updated == "2021-05-02T00:00:00+00:00"
    assert [entry.published[:10] for entry in read.entries] == sorted(
        (entry.published[:10] for entry in read.entries), reverse=True
    )


def test_an_entry_keeps_its_name_when_newer_ones_come():
    before = {entry.id for entry in feedparser.parse(feed_xml(MAP, WORDING, HOSTING)).entries}
    newer = MAP.changes.changes[0].model_copy(update={"date": "2022-01-01"})
    changed = replace(MAP, changes=Changes(changes=(newer, *MAP.changes.changes)))
    assert before < {entry.id for entry in feedparser.parse(feed_xml(changed, WORDING, HOSTING)).entries}


@pytest.mark.parametrize("text", STRINGS)
def test_whatever_a_change_says_is_text(text: str):
    change = MAP.changes.changes[0].model_copy(update={"what": text})
    read = feedparser.parse(
        feed_xml(replace(MAP, changes=Changes(changes=(change,))), WORDING, HOSTING), sanitize_html=False
    )
    assert not read.bozo
    assert unescape(read.entries[0].summary) == text.strip() or unescape(read.entries[0].summary) == text


def test_the_same_map_gives_the_same_bytes():
    assert feed_xml(MAP, WORDING, HOSTING) == feed_xml(MAP, WORDING, HOSTING)


def test_without_an_address_there_is_no_feed():
    assert FEED not in build_site(Path(TINY / "data"))
    assert FEED in build_site(Path(TINY / "data"), HOSTING)
