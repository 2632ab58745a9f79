"""My loop, and what an advert asks for: what is kept of it, and what is not."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Open, Sites
from tests.browser.practice import kept, sideways, too_small
from tests.browser.test_accessibility import complaints
from tests.browser.test_look import outside

NOON = "2026-11-28T12:00:00"
ADVERT = "You will be saying no to customers.\nWe also like choosing what to build, and <b>honesty</b>."


@pytest.fixture
def loop(sites: Sites, open_page: Open) -> Page:
    page = open_page(sites.tiny.url + "practise/my-loop/").page
    expect(page.get_by_label("A loop")).to_be_visible()
    return page


@pytest.fixture
def advert(sites: Sites, open_page: Open) -> Page:
    page = open_page(sites.tiny.url + "practise/from-an-advert/").page
    expect(page.get_by_label("The advert")).to_be_visible()
    return page


def take(page: Page) -> None:
    page.get_by_label("A loop").select_option(label="Two talks & a walk")
    page.get_by_role("button", name="Take all its rounds").click()


def test_a_company_s_rounds_are_taken_and_stay(loop: Page) -> None:
    take(loop)
    expect(loop.locator("article").get_by_role("status")).to_contain_text("2 rounds")
    loop.reload()
    expect(loop.locator(".loop__round h2")).to_have_text(["The first talk", "The walk"])
    assert sorted(kept(loop, "rounds")) == ["two-talks/first", "two-talks/walk"]


def test_the_day_of_the_next_round_becomes_the_date_of_the_interview(loop: Page) -> None:
    take(loop)
    loop.get_by_label("Its day").nth(0).fill("2999-12-09")
    loop.get_by_label("Its day").nth(1).fill("2999-12-03")
    expect(loop.get_by_label("Its day").nth(1)).to_be_focused()
    loop.get_by_label("Its day").nth(1).blur()
    expect(loop.locator(".loop__round h2")).to_have_text(["The walk", "The first talk"])
    expect(loop.locator("article").get_by_role("status")).to_contain_text("the next on 2999-12-03")
    assert kept(loop, "interview")["date"] == "2999-12-03"


def test_a_press_ends_where_it_began_also_when_another_tab_adds_a_round_meanwhile(loop: Page) -> None:
    take(loop)
    loop.get_by_role("button", name="Remove: The walk").hover()
    loop.mouse.down()
    other = loop.context.new_page()
    other.goto(loop.url)
    other.get_by_label("Or one round").select_option(label="Northwind: The walk")
    other.get_by_role("button", name="Add this round").click()
    expect(loop.locator("article").get_by_role("status")).to_contain_text("3 rounds")
    expect(loop.locator(".loop__round")).to_have_count(2)
    loop.mouse.up()
    expect(loop.locator("article").get_by_role("status")).to_contain_text("2 rounds")
    expect(loop.locator(".loop__round h2")).to_have_text(["The first talk", "The walk"])
    assert sorted(kept(loop, "rounds")) == ["two-talks/first", "two-talks/walk:2"]


def test_a_round_may_be_added_twice_and_removed(loop: Page) -> None:
    for _ in range(2):
        loop.get_by_label("Or one round").select_option(label="Northwind: The walk")
        loop.get_by_role("button", name="Add this round").click()
    expect(loop.locator(".loop__round")).to_have_count(2)
    loop.get_by_role("button", name="Remove: The walk").first.click()
    expect(loop.locator(".loop__round")).to_have_count(1)


def test_each_round_leads_to_what_it_proves_and_to_its_interview(loop: Page) -> None:
    take(loop)
    links = loop.locator(".loop__round").first.get_by_role("link")
    expect(links.filter(has_text="Saying no")).to_have_attribute("href", re.compile(r"/competencies/saying-no/$"))
    expect(links.filter(has_text="roadmap review")).to_have_attribute(
        "href", re.compile(r"/mock-interview/#the-roadmap-review$")
    )


def test_a_round_that_the_handbook_no_longer_knows_harms_nothing(loop: Page, sites: Sites) -> None:
    take(loop)
    loop.evaluate(
        """() => { const key = Object.keys(localStorage).find((one) => /^handbook:.*:1$/.test(one));
        const whole = JSON.parse(localStorage.getItem(key));
        whole.rounds = {"gone/x": {loop: "gone", round: "x"}, "two-talks/walk": {loop: "two-talks", round: "walk",
          date: "soon", order: "first"}};
        localStorage.setItem(key, JSON.stringify(whole)); }"""
    )
    loop.goto(sites.tiny.url + "practise/my-loop/")
    expect(loop.locator(".loop__round h2")).to_have_text(["The walk"])


def test_an_advert_leads_to_competencies_and_nothing_of_it_is_kept(advert: Page) -> None:
    advert.get_by_label("The advert").fill(ADVERT)
    expect(advert.locator("article").get_by_role("status")).to_contain_text("It asks for 2 of 2 competencies")
    expect(advert.locator("mark").first).to_have_text("saying no")
    expect(advert.locator(".advert__row").first).to_contain_text("You have no story for it yet.")
    assert advert.locator(".advert__text b").count() == 0
    assert "honesty" not in advert.evaluate("JSON.stringify({...localStorage})")
    advert.get_by_label("The advert").fill("")
    expect(advert.locator("article").get_by_role("status")).to_contain_text("nothing is sent")
    expect(advert.locator(".advert__row")).to_have_count(0)


def test_both_pages_at_work_are_of_the_system_and_fit_a_phone(sites: Sites, open_page: Open) -> None:
    for where in ("my-loop", "from-an-advert"):
        page = open_page(f"{sites.tiny.url}practise/{where}/", width=NARROW).page
        if where == "my-loop":
            expect(page.get_by_label("A loop")).to_be_visible()
            take(page)
        else:
            page.get_by_label("The advert").fill(ADVERT)
            expect(page.locator(".advert__row")).to_have_count(2)
        assert sideways(page) <= 0
        assert outside(page) == {}
        assert complaints(page) == []
        assert too_small(page, "article") == []


def test_readiness_mock_and_the_questions_asked_most_follow_the_loop(loop: Page, sites: Sites) -> None:
    take(loop)
    loop.goto(sites.tiny.url + "practise/readiness/")
    expect(loop.locator("table.marks tbody tr").first).to_contain_text("In your loop: The first talk")
    loop.goto(sites.tiny.url + "practise/mock-interview/")
    expect(loop.get_by_role("button", name="roadmap review").first).to_contain_text("for The first talk")
    loop.goto(sites.tiny.url + "reference/asked-in-nearly-every-interview/")
    expect(loop.locator("own-story[data-question=pushed-back]")).to_contain_text("In your loop: The first talk.")
