"""The pictures for slides and papers: complete in themselves, within their edges, and the same in every build."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from xml.etree import ElementTree as Xml

import pytest
from tests.hostile import STRINGS
from tests.mistaken import TINY
from tests.small_maps import small_map
from tests.this_map import DATA

from argmap.exports.register import EXPORTS
from argmap.exports.slides import map_pictures_by_path, whole_picture
from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap
from argmap.naming.urls import Hosting
from argmap.pictures import letters as letters_module
from argmap.pictures.for_print import SHEET, SLIDE, Cell, Key, Size, draw_for_print, edge_of
from argmap.pictures.letters import ELLIPSIS, Letters
from argmap.pictures.whole_argument import blocks_of, draw_case
from argmap.reasoning.graph import graph_of

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "desc", "rect", "path", "circle"}
HOSTING = Hosting(site="https://example.org/map/")
MAPS = {
    "tiny": load_map(TINY / "data").argument_map,
    "real": load_map(DATA).argument_map,
    "bare": small_map("end <- near"),
    "alone": small_map(main="end"),
}
_WORDS = {name: name for name in ("ungraded", "joined", "answers", "unsaid", "again", "theirs")}
_WORDS |= {"ours": "our objection", "hidden": "beneath"}
KEY = Key(["strong", "weak"], **_WORDS)


def pictures(argument_map: ArgumentMap) -> Mapping[str, str]:
    return {
        path: export.make(argument_map, HOSTING, id)
        for export in EXPORTS
        if export.group == "pictures"
        for path, id in export.paths(argument_map).items()
    }


ALL = [(name, path) for name, one in MAPS.items() for path in pictures(one)]


@pytest.fixture(params=ALL, ids=lambda one: f"{one[0]}-{one[1].split('/')[-1]}")
def picture(request: pytest.FixtureRequest) -> Xml.Element:
    name, path = request.param
    return Xml.fromstring(pictures(MAPS[name])[path])


def boxes(picture: Xml.Element) -> Iterator[tuple[float, float, float, float]]:
    """The blocks: all rectangles but the paper and those of the key, which are smaller."""
    for rect in list(picture.iter(f"{SVG}rect"))[1:]:
        left, top, width, height = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
        if height > 16:
            yield left, top, left + width, top + height


def drawn(top: Cell, texts: str, size: Size = SHEET) -> Xml.Element:
    return Xml.fromstring(draw_for_print(top, texts, "About", "Source", KEY, size, Letters([texts, *KEY[1:]])))


def test_there_is_one_of_the_whole_and_one_of_each_map():
    assert len(pictures(MAPS["real"])) == 1 + len(MAPS["real"].site.maps)
    assert set(map_pictures_by_path(MAPS["real"]).values()) == {root.claim for root in MAPS["real"].site.maps}


def test_nothing_in_a_picture_leads_or_reaches_elsewhere(picture: Xml.Element):
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= DRAWN
    attributes = [name for element in picture.iter() for name in element.attrib]
    assert not [name for name in attributes if "href" in name or name.startswith("on") or name == "style"]
    assert not [value for element in picture.iter() for value in element.attrib.values() if "url(" in value]


def test_blocks_lie_beside_each_other_and_within_the_picture(picture: Xml.Element):
    width, height = float(picture.get("width", 0)), float(picture.get("height", 0))
    found = list(boxes(picture))
    assert found
    assert [box for box in found if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height] == []
    over = [
        (one, other)
        for one, other in combinations(found, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert over == []


def test_a_picture_tells_in_words_all_that_it_shows():
    argument_map = MAPS["real"]
    told = Xml.fromstring(whole_picture(argument_map, HOSTING)).findtext(f"{SVG}desc", "")
    names = [block.claim.short for block in blocks_of(draw_case(graph_of(argument_map)))]
    assert [line.strip() for line in told.splitlines()] == names


def test_the_same_is_drawn_where_nothing_was_kept(tmp_path, monkeypatch):
    before = pictures(MAPS["tiny"])
    monkeypatch.setattr(letters_module, "KEPT", tmp_path)
    again = pictures(load_map(TINY / "data").argument_map)
    assert list(tmp_path.glob("*.json"))
    assert again == before


@pytest.mark.parametrize("text", STRINGS)
def test_whatever_a_name_holds_it_stays_a_text(text: str):
    picture = drawn(Cell(text, cells=[Cell(text, edge=0, unsaid=True)]), text)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {*DRAWN, "text"}
    assert picture.findtext(f"{SVG}title") == text
    assert picture.findtext(f"{SVG}desc") == f"{text}\n  {text}"


def test_letters_that_no_font_of_ours_has_are_left_to_others():
    picture = drawn(Cell("ایران و روسیه"), "ایران و روسیه")
    assert "ایران و روسیه" in [text.text for text in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (Cell("b", edge=edge_of(1, 2)), ["weak"]),
        (Cell("b"), ["ungraded"]),
        (Cell("b", edge=0, joined=True), ["strong", "joined"]),
        (Cell("b", answers=True), ["answers"]),
        (Cell("b", edge=0, unsaid=True), ["strong", "unsaid"]),
        (Cell("b", edge=0, hidden=3), ["strong", "beneath"]),
        (Cell("b", edge=0, again=True), ["strong", "again"]),
        (Cell("b", edge=0, objections=[True, False]), ["strong", "our objection", "theirs"]),
    ],
)
def test_the_key_tells_the_signs_that_are_shown_and_no_others(cell: Cell, told: list[str]):
    # Words in letters that the fonts lack stay text, and so can be read here.
    foreign = KEY._replace(strengths=["א strong", "א weak"], **{name: f"א {word}" for name, word in _WORDS.items()})
    picture = Xml.fromstring(draw_for_print(Cell("a", cells=[cell]), "a", "", "", foreign, SHEET, Letters([])))
    assert [text.text for text in picture.iter(f"{SVG}text")] == [f"א {word}" for word in told]


@pytest.mark.parametrize("size", [SHEET, SLIDE])
def test_many_objections_are_counted_and_leave_room_for_a_name(size: Size):
    top = Cell("A name of some length that needs room", objections=[False] * 12, cells=[Cell("b", edge=0)])
    picture = drawn(top, "A name", size)
    triangles = [path for path in picture.iter(f"{SVG}path") if "h8l-4 7z" in path.get("d", "")]
    assert len(triangles) == 4 + 1  # and that of the key


@pytest.mark.parametrize(("of", "edges"), [(1, [0]), (2, [0, 2]), (3, [0, 1, 2]), (4, [0, 1, 2, 3])])
def test_no_two_strengths_look_alike(of: int, edges: list[int]):
    assert [edge_of(rank, of) for rank in range(of)] == edges


def test_more_strengths_than_there_are_edges_do_not_break_a_picture():
    assert [edge_of(rank, 6) for rank in range(6)] == [0, 1, 2, 3, 3, 3]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four five six seven eight", 1),
        ("one two three four five six seven eight", 2),
        ("Donaudampfschifffahrtsgesellschaftskapitän", 2),
        ("word", 1),
        ("", 1),
        ("国際秩序は新しい秩序へ移行しつつある", 2),
    ],
)
def test_no_line_is_wider_than_its_room(text: str, lines: int):
    letters = Letters([text])
    found = letters.fitted(text, "about", 13, 90, lines)
    assert len(found) <= lines
    assert all(letters.width(line, "about", 13) <= 90 for line in found)
    whole = "".join(found).replace(" ", "") == text.replace(" ", "")
    assert whole or found[-1].endswith(ELLIPSIS)


def test_an_outline_stands_where_its_letter_does():
    """The letter l of Source Sans: a stem from the line up, left of its width."""
    letters = Letters([])
    path = Xml.fromstring(letters.line("l", "about", 100, 0, 0, "black"))
    numbers = [int(number) for number in re.findall(r"-?\d+", path.get("d", ""))]
    assert path.get("transform") == "translate(0 0) scale(1)"
    assert numbers[0] in range(5, 30)
    assert min(numbers) in range(-80, -60)
