"""The pictures for slides: the same everywhere, and nothing in them but shapes."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest
from tests.hostile import STRINGS
from tests.mistaken import TINY
from tests.small_maps import small_map
from tests.this_map import DATA

from argmap.exports.slides import map_pictures, whole_picture
from argmap.loading.load import load_map
from argmap.model.argument_map import ArgumentMap

MAPS = {"tiny": load_map(TINY / "data").argument_map, "real": load_map(DATA).argument_map}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=MAPS)
def argument_map(request: pytest.FixtureRequest) -> ArgumentMap:
    return MAPS[request.param]


def pictures(argument_map: ArgumentMap) -> list[str]:
    return [whole_picture(argument_map), *map_pictures(argument_map).values()]


def test_there_is_one_of_each_map(argument_map: ArgumentMap):
    assert list(map_pictures(argument_map)) == [root.claim for root in argument_map.site.maps]


def test_a_picture_holds_shapes_alone_and_every_letter_that_it_uses(argument_map: ArgumentMap):
    for picture in pictures(argument_map):
        root = Xml.fromstring(picture)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            "svg",
            "title",
            "defs",
            "g",
            "path",
            "rect",
            "use",
        }
        defined = {path.get("id") for path in root.iter(f"{SVG}path")}
        assert {str(use.get("href")).removeprefix("#") for use in root.iter(f"{SVG}use")} <= defined


def test_no_block_lies_outside_the_picture(argument_map: ArgumentMap):
    for picture in pictures(argument_map):
        root = Xml.fromstring(picture)
        width, height = (float(str(root.get(side))) for side in ("width", "height"))
        for block in root.iter(f"{SVG}rect"):
            x, y, wide, high = (float(block.get(side, "0")) for side in ("x", "y", "width", "height"))
            assert x + wide <= width
            assert y + high <= height


def test_the_same_map_gives_the_same_bytes(argument_map: ArgumentMap):
    assert pictures(argument_map) == pictures(argument_map)


@pytest.mark.parametrize("text", [*STRINGS, "Мост опасен", "پل خطرناک است", "橋は危ない", "w" * 60, ""])
def test_whatever_a_name_holds_the_picture_is_well_formed(text: str):
    argument_map = small_map("end <- near")
    part = argument_map.parts[0]
    claims = tuple(claim.model_copy(update={"short": text[:60]}) for claim in part.claims)
    site = argument_map.site.model_copy(update={"title": text})
    picture = whole_picture(replace(argument_map, parts=(part.model_copy(update={"claims": claims}),), site=site))
    root = Xml.fromstring(re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", picture))
    assert not {"script", "a", "image", "foreignObject"} & {element.tag.removeprefix(SVG) for element in root.iter()}
