"""A reader's doubts: ticked, kept in the address, announced, compared."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.conftest import OpenPage
from tests.site.published import PublishedSite

from argmap.reasoning.graph import Graph
from argmap.reasoning.values import Support

HEADINGS = {Support.UNSUPPORTED: "No longer supported by this argument", Support.WEAKENED: "Weakened"}


def named_under(page: Page, heading: str) -> set[str]:
    """The claims that one of the lists names."""
    entries = page.locator(".results > *").filter(has_text=heading).last.locator("li a")
    return set(entries.evaluate_all("links => links.map(link => new URL(link.href).pathname.split('/').at(-2))"))


def expected(site: PublishedSite, doubted: list[str], accepted: list[str]) -> dict[Support, set[str]]:
    graph = Graph(site.map)
    impact = graph.impact(doubted, accepted)
    return {
        Support.UNSUPPORTED: {claim.id for claim in impact.unsupported},
        Support.WEAKENED: {claim.id for claim in impact.weakened},
    }


def shown(page: Page) -> dict[Support, set[str]]:
    page.locator(".results h2").first.wait_for()
    return {value: named_under(page, heading) for value, heading in HEADINGS.items()}


def some_doubts(site: PublishedSite) -> tuple[list[str], list[str]]:
    """The claim that most hangs on, and the first objection of the map."""
    graph = Graph(site.map)
    heaviest = max(site.map.claims, key=lambda claim: graph.impact([claim]).load)
    return [heaviest], [next(o.id for o in site.map.critique.objections if o.by == "map")]


def tick(page: Page, kind: str, record: str) -> None:
    page.locator(f"tr:has([data-{kind}='{record}']) input").check()


def test_ticking_names_exactly_the_claims_that_the_rules_give(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    doubted, accepted = some_doubts(mkdocs_site)
    page = open_page(mkdocs_site, "what-if/")
    tick(page, "reject", doubted[0])
    assert shown(page) == expected(mkdocs_site, doubted, [])
    tick(page, "accept", accepted[0])
    assert shown(page) == expected(mkdocs_site, doubted, accepted)


def test_the_address_keeps_the_doubts_over_reload_and_back(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    doubted, accepted = some_doubts(mkdocs_site)
    page = open_page(mkdocs_site, "what-if/")
    tick(page, "reject", doubted[0])
    tick(page, "accept", accepted[0])
    page.reload()
    assert shown(page) == expected(mkdocs_site, doubted, accepted)
    page.go_back()
    page.wait_for_function("!location.search.includes('accept')")
    assert shown(page) == expected(mkdocs_site, doubted, [])
    assert not page.locator(f"tr:has([data-accept='{accepted[0]}']) input").is_checked()


def test_what_changed_is_announced(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    doubted, _ = some_doubts(mkdocs_site)
    losses = expected(mkdocs_site, doubted, [])
    page = open_page(mkdocs_site, f"what-if/?reject={doubted[0]}")
    shown(page)
    said = page.locator(".verdict[role=status]").inner_text()
    assert f"{len(losses[Support.UNSUPPORTED])} claim" in said
    assert f"{len(losses[Support.WEAKENED])} weakened" in said
    assert "false" not in said


def test_a_map_says_in_each_box_what_is_left(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    doubted, _ = some_doubts(mkdocs_site)
    weakened = expected(mkdocs_site, doubted, [])[Support.WEAKENED]
    page = open_page(mkdocs_site, f"map/?reject={doubted[0]}")
    page.locator("[data-left]").first.wait_for()
    boxes = page.locator(".argmap .box[data-left=weakened]").evaluate_all(
        "boxes => boxes.map(box => [box.id.split('--')[1], box.querySelector('.left').textContent])"
    )
    assert {claim for claim, _ in boxes} <= weakened
    assert boxes
    assert all("weakened" in word for _, word in boxes)


def test_the_page_for_doubts_leads_to_the_maps_with_the_same_doubts(
    open_page: OpenPage, mkdocs_site: PublishedSite
) -> None:
    doubted, _ = some_doubts(mkdocs_site)
    page = open_page(mkdocs_site, f"what-if/?reject={doubted[0]}")
    shown(page)
    page.get_by_role("link", name="See it in all maps").click()
    page.locator("[data-left=doubted]").first.wait_for()
    assert page.url.endswith(f"/map/?reject={doubted[0]}")


def test_a_map_without_doubts_is_as_it_was(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "map/")
    page.wait_for_load_state("networkidle")
    assert page.locator(".what-if").is_hidden()
    assert page.locator(".left").count() == 0


@pytest.mark.parametrize(
    "search", ["?reject=no-such-claim.zzz", "?accept=1%00%22%3Cb%3E&reject=....", "?reject2=&accept2=%E0"]
)
def test_an_address_by_hand_never_breaks_the_page(open_page: OpenPage, mkdocs_site: PublishedSite, search: str) -> None:
    page = open_page(mkdocs_site, f"what-if/{search}")
    page.locator(".verdict:not(:empty)").wait_for()
    assert "Nothing is doubted yet" in page.locator(".verdict").inner_text()


@pytest.mark.parametrize(
    "search",
    [
        "?reject=cracks-grow&reject=customers-walk&accept=cracks-prove-little",
        "?reject=cracks-grow.customers-walk&amp;accept=cracks-prove-little",
        "?reject=cracks-grow&amp;reject=customers-walk&amp;accept=cracks-prove-little",
        "?accept=&reject=cracks-grow&accept=cracks-prove-little&reject=.customers-walk.cracks-grow",
    ],
)
def test_what_an_address_repeats_adds_up(open_page: OpenPage, tiny_site: PublishedSite, search: str) -> None:
    page = open_page(tiny_site, f"what-if/{search}")
    assert shown(page) == expected(tiny_site, ["cracks-grow", "customers-walk"], ["cracks-prove-little"])
    assert page.locator(".left-out").inner_text() == ""


def test_what_an_address_repeats_for_the_other_view_adds_up(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "what-if/?reject=cracks-grow&amp;reject2=cracks-grow&reject2=two-bridges")
    expect(page.locator(".difference li a")).to_have_text(["The town has two bridges"])


def test_repeated_ids_that_are_unknown_are_each_named(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "what-if/?reject=nobody&reject=cracks-grow&amp;accept=nothing")
    expect(page.locator(".left-out")).to_have_text("Not in this map, and left out: nobody, nothing.")


NOT_LOADED = "because a part of this page could not be loaded"


@pytest.mark.parametrize("path", ["what-if/", "what-if/?reject=cracks-grow", "map/?reject=cracks-grow"])
@pytest.mark.parametrize("blocked", ["graph.json", "evaluate.js", "what-if.js"])
def test_a_tool_that_cannot_be_loaded_says_so_and_offers_nothing_to_tick(
    browser: Browser, tiny_site: PublishedSite, path: str, blocked: str
) -> None:
    with browser.new_context() as context:
        context.route(f"**/{blocked}", lambda route: route.abort())
        page = context.new_page()
        page.goto(tiny_site.address + path)
        expect(page.locator(".what-if .verdict")).to_contain_text(NOT_LOADED)
        assert page.get_by_role("checkbox").count() == 0
        assert page.locator(".what-if .copy:not(:empty)").count() == 0


def test_a_graph_that_is_not_there_is_told_too(browser: Browser, tiny_site: PublishedSite) -> None:
    with browser.new_context() as context:
        context.route("**/graph.json", lambda route: route.fulfill(status=404, body="<p>not here</p>"))
        page = context.new_page()
        page.goto(f"{tiny_site.address}what-if/")
        expect(page.locator(".what-if .verdict")).to_contain_text(NOT_LOADED)


def test_pages_opened_from_a_disk_say_that_doubts_cannot_be_followed(
    browser: Browser, tiny_site: PublishedSite
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((tiny_site.folder / "what-if" / "index.html").as_uri())
        expect(page.locator(".what-if .verdict")).to_contain_text(NOT_LOADED)
        assert page.get_by_role("checkbox").count() == 0


def test_unknown_and_retired_ids_are_named_and_left_out(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "what-if/?reject=bridge-is-old.no-such-claim.cracks-grow")
    assert shown(page) == expected(tiny_site, ["cracks-grow"], [])
    said = page.locator(".left-out").inner_text()
    assert "bridge-is-old (given up; now built-for-carts)" in said
    assert "no-such-claim" in said


def test_two_views_are_told_apart_by_exactly_the_claims_in_which_they_differ(
    open_page: OpenPage, mkdocs_site: PublishedSite
) -> None:
    graph = Graph(mkdocs_site.map)
    one, other = sorted(mkdocs_site.map.claims, key=lambda claim: graph.impact([claim]).load)[-2:]
    page = open_page(mkdocs_site, f"what-if/?reject={one}&reject2={other}")
    page.locator(".difference li").first.wait_for()
    named = page.locator(".difference li a").evaluate_all(
        "links => links.map(link => new URL(link.href).pathname.split('/').at(-2))"
    )

    def view(doubted: str) -> dict[str, object]:
        return {**graph.shaken([doubted]), doubted: "doubted"}

    differing = {claim for claim in mkdocs_site.map.claims if view(one).get(claim) != view(other).get(claim)}
    assert set(named) == differing


def test_a_claims_page_leads_to_the_doubt_of_it(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    doubted, _ = some_doubts(mkdocs_site)
    page = open_page(mkdocs_site, f"claims/{doubted[0]}/")
    page.get_by_role("link", name="Doubt this claim").click()
    assert shown(page) == expected(mkdocs_site, doubted, [])


def test_without_scripts_the_page_shows_every_single_doubt(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "what-if/", scripts=False)
    assert page.locator("[data-reject]").count() == len(mkdocs_site.map.claims)
    assert page.locator("[data-accept]").count() == len(mkdocs_site.map.objections)
    assert page.locator("#presets ~ h3").count() >= len(mkdocs_site.map.site.what_if)
    assert page.locator(".what-if").is_hidden()


def test_the_weak_steps_can_be_sorted(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "weak-steps/")
    page.locator("#steps ~ details > summary").first.click()
    column = "rows => rows.map(row => Number(row.cells[4].textContent))"
    page.get_by_role("button", name="weakened").click()
    weakened = page.locator(".sortable tbody tr").evaluate_all(column)
    assert weakened == sorted(weakened, reverse=True)
    page.get_by_role("button", name="weakened").click()
    assert page.locator(".sortable tbody tr").evaluate_all(column) == sorted(weakened)


def test_grades_are_sorted_as_grades(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "weak-steps/")
    page.locator("#steps ~ details > summary").first.click()
    page.get_by_role("button", name="grade").click()
    grades = page.locator(".sortable tbody tr").evaluate_all("rows => rows.map(row => row.cells[2].textContent)")
    strongest_first = [strength.label for strength in mkdocs_site.map.vocabulary.strengths]
    assert grades == sorted(grades, key=strongest_first.index, reverse=True)


def test_an_objection_without_its_answers_is_named_and_marked(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    answered = [objection for objection in mkdocs_site.map.critique.objections if objection.answered_in]
    objection = next(one for one in answered if one.against in mkdocs_site.map.claims)
    page = open_page(mkdocs_site, f"what-if/?reject={'.'.join(objection.answered_in)}")
    heading = page.locator(".results h2", has_text="open again")
    heading.wait_for()
    names = heading.locator("xpath=..").locator("a").all_inner_texts()
    impact = Graph(mkdocs_site.map).impact(objection.answered_in)
    assert names == [opened.short for opened in impact.opened]
    assert objection.short in names
    page.locator(".in-maps").click()
    boxes = page.locator(f".argmap .objection[href$='#{objection.id}']")
    expect(boxes.first).to_have_attribute("data-left", "open")
    expect(boxes.first.locator(".left")).to_contain_text("open again")


def test_the_verdict_names_what_is_left(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    preset = mkdocs_site.map.site.what_if[0]
    page = open_page(mkdocs_site, f"what-if/?reject={'.'.join(preset.reject)}&accept={'.'.join(preset.accept)}")
    told = page.locator(f"#{preset.id} ~ p strong").first.inner_text()
    expect(page.locator(".verdict")).to_contain_text(f"The main conclusion is {told}.")


def test_pressing_a_block_of_the_picture_doubts_its_claim_and_takes_it_back(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    page = open_page(tiny_site, "what-if/")
    block = page.locator(".states .block[href*='cracks-grow']")
    block.and_(page.locator("[role=button]")).click()
    assert page.url.endswith("?reject=cracks-grow")
    expect(block).to_have_attribute("data-left", "doubted")
    assert page.locator("tr:has([data-reject='cracks-grow']) input").is_checked()
    block.click()
    expect(block).to_have_attribute("data-left", "")


def test_the_picture_shows_what_the_rules_give(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    doubted, _ = some_doubts(mkdocs_site)
    values = Graph(mkdocs_site.map).shaken(doubted)
    page = open_page(mkdocs_site, f"what-if/?reject={doubted[0]}")
    page.locator(".states [data-left=doubted]").wait_for()
    drawn = page.locator(".states .block").evaluate_all(
        "blocks => blocks.map(block => [new URL(block.href).pathname.split('/').at(-2), block.dataset.left])"
    )
    told = {claim: value for claim, value in drawn if claim != doubted[0]}
    assert told == {claim: values.get(claim, Support.STANDS).name.lower() for claim in told}


def test_answers_in_plain_words_show_where_reader_and_article_part(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    page = open_page(tiny_site, "what-if/")
    first, second = (question.claim for question in tiny_site.map.site.part_ways)
    asking = page.locator(".part-ways")
    asking.get_by_role("button", name="No", exact=True).click()
    assert page.url.endswith(f"?reject={first}")
    asking.get_by_role("button", name="Not sure").click()
    said = asking.get_by_role("status")
    expect(said.locator("a")).to_have_text([tiny_site.map.claims[claim].short for claim in (first, second)])
    asking.get_by_role("button", name="Ask me again").click()
    expect(said).to_have_text("Question 1 of 2")


def test_the_way_back_leads_to_the_question_whose_answer_it_takes_back(
    open_page: OpenPage, tiny_site: PublishedSite
) -> None:
    page = open_page(tiny_site, "what-if/")
    asking = page.locator(".part-ways")
    asking.get_by_role("button", name="No", exact=True).click()
    said = asking.get_by_role("status")
    expect(said).to_have_text("Question 2 of 2")
    page.go_back()
    expect(said).to_have_text("Question 1 of 2")


def test_a_doubt_to_begin_with_is_tried_where_the_reader_is(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(mkdocs_site, "what-if/")
    preset = page.locator("button.try").last
    preset.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 0
    preset.click()
    expect(page.locator(".verdict")).to_contain_text("untouched")
    assert page.evaluate("scrollY") == before


def test_an_anchor_that_nobody_can_read_stops_no_tool(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "what-if/#%E0%A4%A")
    page.get_by_role("checkbox").first.wait_for()


def test_without_scripts_the_questions_are_a_list(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "what-if/", scripts=False)
    assert page.locator(".part-ways li:visible").count() == len(tiny_site.map.site.part_ways)


def docked(page: Page) -> Locator:
    return page.locator(".dock")


def test_a_claim_says_what_the_doubts_in_the_address_leave_of_it(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "claims/closing-costs-little/?reject=customers-walk")
    expect(docked(page).get_by_role("status")).to_contain_text("This claim: weakened (1 of its 2 reasons untouched;")
    docked(page).get_by_role("button").click()
    expect(docked(page)).to_be_hidden()
    assert "reject" not in page.url


def test_a_claim_without_doubts_in_its_address_has_no_dock(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "claims/closing-costs-little/")
    expect(docked(page)).to_be_hidden()


def test_doubts_go_along_from_claim_to_claim_and_can_be_changed(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "claims/closing-costs-little/?reject=customers-walk")
    expect(docked(page)).to_be_visible()
    page.locator(".aside a[href*='close-the-bridge']").first.click()
    page.wait_for_url("**/claims/close-the-bridge/?reject=customers-walk")
    expect(docked(page)).to_be_visible()
    docked(page).get_by_role("link").click()
    page.wait_for_url("**/what-if/?reject=customers-walk")
    assert page.locator("tr:has([data-reject='customers-walk']) input").is_checked()


def test_who_clears_the_doubts_goes_on_from_the_heading(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "claims/close-the-bridge/?reject=cracks-grow")
    docked(page).get_by_role("button", name="Clear these doubts").click()
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_what_the_doubts_shake_is_marked_beside_a_claim(open_page: OpenPage, tiny_site: PublishedSite) -> None:
    page = open_page(tiny_site, "claims/closing-costs-little/?reject=customers-walk")
    expect(page.locator(".nearby [href*='customers-walk']").first).to_contain_text("doubted")


def test_what_the_questions_end_with_follows_what_is_doubted(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    """Who is not sure of anything grants nothing, and who doubts it in the table after that is not unsure of it."""
    page = open_page(mkdocs_site, "what-if/")
    claims = [question.claim for question in mkdocs_site.map.site.part_ways]
    for _ in claims:
        page.get_by_role("button", name="Not sure").press("Enter")
    end = page.locator(".part-ways [role=status]")
    expect(end).to_contain_text("Not sure of")
    expect(end).not_to_contain_text("You grant all")
    expect(page.get_by_role("button", name="Ask me again")).to_be_focused()
    page.locator(f"[data-reject={claims[0]}]").locator("xpath=..").get_by_role("checkbox").check()
    expect(end).to_contain_text("You part ways with the article at")
    expect(end.locator("li")).to_have_count(len(claims))
    page.get_by_role("button", name="Start again").click()
    expect(end).to_have_text(f"Question 1 of {len(claims)}")


def test_the_way_back_and_forth_finds_the_question_that_was_asked(
    open_page: OpenPage, mkdocs_site: PublishedSite
) -> None:
    page = open_page(mkdocs_site, "what-if/")
    asked = page.locator(".part-ways [role=status]")
    for answer in ("No", "Not sure", "Yes"):
        page.get_by_role("button", name=answer, exact=True).click()
    page.go_back()
    expect(asked).to_contain_text("Question 1 of")
    page.go_forward()
    expect(asked).to_contain_text("Question 4 of")


def test_an_address_with_a_very_long_id_leaves_the_dock_small(open_page: OpenPage, mkdocs_site: PublishedSite) -> None:
    page = open_page(
        mkdocs_site, f"claims/treaty-signed/?reject={'x' * 2000}.{'.'.join('y' * 30 + str(n) for n in range(200))}"
    )
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".dock .left-out")).to_contain_text("xxx…")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator(".dock").evaluate("dock => dock.offsetHeight") < 300
