"""A claim or a map as a small page of its own, to be shown in a frame of another page: no script, one style sheet."""

from __future__ import annotations

from html import escape
from xml.etree import ElementTree as Html

from argmap.model.argument import Argument
from argmap.model.argument_map import ArgumentMap
from argmap.naming import urls
from argmap.naming.labels import Labels
from argmap.naming.urls import Hosting
from argmap.reasoning.graph import graph_of
from argmap.reasoning.maps import Box, draw_maps

STYLE_SHEET = "assets/embed.css"
_UP = "../../"  # from a frame's page to the site's own address


def embedded_claim(argument_map: ArgumentMap, hosting: Hosting, claim_id: str) -> str:
    """The claim with whose it is, its reasons and how many objections there are, and the way to its page."""
    claim, labels, graph = argument_map.claims[claim_id], Labels(argument_map), graph_of(argument_map)
    say = labels.wording.say
    frame = _Frame(argument_map, hosting, claim.short, urls.claim_page(claim_id))
    _add(frame.body, "p", claim.says)
    _add(frame.body, "p", say("lists.comma").join([labels.whose(claim), *labels.places(claim)]), sort="facts")
    reasons = graph.reasons[claim_id]
    if reasons:
        _add(frame.body, "h2", say("counts.reasons", n=len(reasons)))
        listed = _add(frame.body, "ul")
        for argument in reasons:
            premises = say("step.plus").join(argument_map.claims[premise].short for premise in argument.from_)
            _add(listed, "li", premises, sort=argument.strength or "ungraded")
    attacks = len([*graph.objections_around(claim_id)])
    if attacks:
        _add(frame.body, "p", say("counts.objections", n=attacks), sort="facts")
    return frame.text()


def embedded_map(argument_map: ArgumentMap, hosting: Hosting, root_id: str) -> str:
    """The map as a nested list of names, each leading to its claim's page."""
    root, top = next(drawn for drawn in draw_maps(graph_of(argument_map)) if drawn[0].claim == root_id)
    frame = _Frame(argument_map, hosting, root.title, urls.MAP, f"#{root_id}")
    _box(_add(frame.body, "ul", sort="map"), top, None)
    return frame.text()


def embedding(hosting: Hosting, path: str, title: str) -> str:
    """What to write into another page to show one of these there; nothing where the site's address is not known."""
    address = hosting.page(path)
    return f'<iframe src="{address}" title="{escape(title)}" width="100%" height="320"></iframe>' if address else ""


def claims_embedded(argument_map: ArgumentMap) -> dict[str, str]:
    """The claims by the paths of these pages."""
    return {urls.embedded_claim(claim): claim for claim in argument_map.claims}


def maps_embedded(argument_map: ArgumentMap) -> dict[str, str]:
    """The claims at which maps begin, by the paths of these pages."""
    return {urls.embedded_map(root.claim): root.claim for root in argument_map.site.maps}


class _Frame:
    """A page being made."""

    def __init__(self, argument_map: ArgumentMap, hosting: Hosting, title: str, page: str, anchor: str = "") -> None:
        self._labels = Labels(argument_map)
        self._there = f"{_UP}{urls.address_of(page)}{anchor}"
        self._map = argument_map.site.title
        self.html = Html.Element("html", {"lang": argument_map.language})
        head = Html.SubElement(self.html, "head")
        Html.SubElement(head, "meta", {"charset": "utf-8"})
        Html.SubElement(head, "meta", {"name": "viewport", "content": "width=device-width"})
        Html.SubElement(head, "meta", {"name": "robots", "content": "noindex"})  # the page in full is to be found
        _add(head, "title", f"{title} · {self._map}")
        if address := hosting.page(page):
            Html.SubElement(head, "link", {"rel": "canonical", "href": address + anchor})
        Html.SubElement(head, "link", {"rel": "stylesheet", "href": _UP + STYLE_SHEET})
        self.body = Html.SubElement(self.html, "body")
        _add(_add(self.body, "h1"), "a", title, href=self._there, target="_top")

    def text(self) -> str:
        """The page with its last line, which says where it is from."""
        origin = _add(self.body, "p", sort="from")
        _add(origin, "a", self._labels.wording.say("embeds.from", map=self._map), href=self._there, target="_top")
        return "<!doctype html>\n" + Html.tostring(self.html, encoding="unicode", method="html") + "\n"


def _add(parent: Html.Element, tag: str, text: str = "", sort: str = "", **attributes: str) -> Html.Element:
    element = Html.SubElement(parent, tag, {"class": sort, **attributes} if sort else attributes)
    element.text = text
    return element


def _box(parent: Html.Element, box: Box, argument: Argument | None) -> None:
    entry = _add(parent, "li", sort=(argument.strength or "ungraded") if argument else "")
    address = urls.address_of(urls.claim_page(box.claim.id))
    _add(entry, "a", box.claim.short, href=_UP + address, target="_top")
    if box.again:
        return
    beneath = [(premise, step.argument) for step in box.steps for premise in step.premises]
    answers = [(answer, None) for defence in box.defences for answer in defence.answers]
    if beneath or answers:
        listed = _add(entry, "ul")
        for other, by in (*beneath, *answers):
            _box(listed, other, by)
