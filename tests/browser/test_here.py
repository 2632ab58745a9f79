"""A long page says where one is: in a list at its side where there is room, else in a bar within reach of a thumb."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HEIGHT, NARROW, NARROWEST, WIDE, Open, Sites, some_now
from tests.browser.visit import still

STORY = "stories/the-export-nobody-used/"
PLAN = "plans/two-days/"
WALK = "walkthroughs/the-roadmap-review/"
LONG = {"story": STORY, "walkthrough": WALK}
DESK = 1440
FINGER = 43.5
BOXES = "links => links.map(link => { const box = link.getBoundingClientRect(); return [box.width, box.height]; })"


def read_on(page: Page, part: str) -> None:
    page.evaluate("id => document.getElementById(id).scrollIntoView()", part)
    page.evaluate("scrollBy(0, -120)")
    still(page)


@pytest.mark.parametrize("kind", LONG)
@pytest.mark.parametrize("width", some_now([NARROW, NARROWEST], 2))
def test_on_a_phone_a_bar_comes_with_the_second_screen(kind: str, width: int, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + LONG[kind], width=width).page
    bar = page.locator(".here")
    expect(bar).to_be_hidden()
    page.evaluate("scrollTo(0, innerHeight + 1)")
    still(page)
    expect(bar).to_be_visible()
    assert min(height for _, height in bar.locator("a").evaluate_all(BOXES)) > FINGER
    box = bar.bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, width, HEIGHT)
    page.evaluate("scrollTo(0, 0)")
    still(page)
    expect(bar).to_be_hidden()


def test_it_marks_the_part_one_reads_and_leads_to_the_others(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY, width=NARROW).page
    now, rects = page.locator(".here a[aria-current]"), page.locator(".here rect")
    read_on(page, "actions")
    assert now.all_inner_texts() == ["Telling"]
    assert [at for at, rect in enumerate(rects.all()) if "is-here" in (rect.get_attribute("class") or "")] == [2]
    page.locator(".here a", has_text="They ask").click()
    still(page)
    assert now.all_inner_texts() == ["They ask"]
    assert page.locator(".here rect.is-here").count() == 0


def test_of_the_phases_of_an_interview_the_one_that_goes_on_says_its_name(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + WALK, width=NARROW).page
    read_on(page, "phase-1")
    now = page.locator(".here a[aria-current]")
    name = page.locator("#phase-1").inner_text().split(" min")[0]
    said = now.locator("span")
    assert said.inner_text().strip() in name
    assert said.evaluate("said => said.scrollWidth <= said.clientWidth")
    assert page.locator(".here rect.is-here").count() == 1


@pytest.mark.parametrize("kind", LONG)
def test_on_a_wide_screen_the_list_at_the_side_marks_it_instead(kind: str, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + LONG[kind], width=WIDE).page
    for link in page.locator(".side-list__part a").all():
        part = (link.get_attribute("href") or "").removeprefix("#")
        assert page.locator(f"#{part}").count() == 1
    part = {"story": "actions", "walkthrough": "phase-1"}[kind]
    read_on(page, part)
    page.evaluate("scrollBy(0, -60)")
    still(page)
    current = page.locator(".side-list__part [aria-current]")
    assert current.get_attribute("href") == f"#{part}"
    assert current.evaluate("link => link.getBoundingClientRect().top") < HEIGHT
    expect(page.locator(".here")).to_be_hidden()


def test_of_parts_beside_each_other_the_address_says_which_and_else_the_first_is_read(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(f"{sites.tiny.url}{PLAN}#day-1", width=DESK).page
    page.evaluate("document.querySelector('article').style.paddingBottom = '200vh'")  # so that each can be reached
    beside = "[...document.querySelectorAll('#day-1, #day-2')].map(one => Math.round(one.getBoundingClientRect().top))"
    current = page.locator(".side-list__part [aria-current]")
    assert len({*page.evaluate(beside)}) == 1
    page.evaluate("document.getElementById('day-1').scrollIntoView()")
    expect(current).to_have_attribute("href", "#day-1")
    page.locator(".side-list__part a[href='#day-2']").click()
    expect(current).to_have_attribute("href", "#day-2")
    page.locator(".side-list__part a[href='#day-1']").click()
    expect(current).to_have_attribute("href", "#day-1")
    page.goto(f"{sites.tiny.url}{PLAN}")
    page.evaluate("document.querySelector('article').style.paddingBottom = '200vh'")
    page.evaluate("scrollTo(0, document.getElementById('day-1').getBoundingClientRect().top - 100)")
    expect(current).to_have_attribute("href", "#day-1")
    page.goto(sites.tiny.url)
    expect(page.locator("go-on p")).to_have_text(re.compile("^Go on: Two days, Day 1"))


def test_the_bar_is_away_while_one_types_on_paper_and_without_script(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY, width=NARROW).page
    read_on(page, "results")
    bar = page.locator(".here")
    expect(bar).to_be_visible()
    page.evaluate("""() => {
        const field = document.createElement("input");
        document.getElementById("results").after(field);
        field.focus({ preventScroll: true });
    }""")
    expect(bar).to_be_hidden()
    page.evaluate("document.activeElement.blur()")
    expect(bar).to_be_visible()
    page.emulate_media(media="print")
    expect(bar).to_be_hidden()
    assert not open_page(sites.tiny.url + STORY, width=NARROW, script=False).page.locator(".here").is_visible()


def test_the_end_of_the_page_is_not_under_the_bar(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY, width=NARROW).page
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    still(page)
    last, bar = page.locator(".md-copyright a").last.bounding_box(), page.locator(".here").bounding_box()
    assert last
    assert bar
    assert last["y"] + last["height"] <= bar["y"]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_each_part_of_a_ribbon_can_be_hit_and_leads_to_the_part(width: int, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY, width=width).page
    parts = page.locator("article .ribbon li")
    assert min(height for _, height in parts.evaluate_all(BOXES)) > FINGER
    assert page.locator(".ribbon").evaluate("e => e.getBoundingClientRect().top") < HEIGHT
    parts.last.click()
    page.wait_for_url("**#learnings")
