"""The date of the interview is kept, and today's first things are those of the day that it is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Sites
from tests.browser.practice import document
from tests.handbooks import tiny


@pytest.fixture
def home(sites: Sites, open_page: Open) -> Page:
    page = open_page(sites.tiny.url).page
    page.clock.set_fixed_time("2026-03-27T22:00:00")
    return page


def test_a_plan_goes_on_day_by_day_until_the_interview(home: Page) -> None:
    home.get_by_label("Date of your interview").fill("2026-03-29")
    today = home.locator(".start__today")
    plan = str(home.locator(".is-fitting a").inner_text())
    expect(today.get_by_role("heading")).to_have_text(f"Today: {plan}, day 1 of 2")
    first = today.locator("li").all_inner_texts()
    home.clock.set_fixed_time("2026-03-28T07:00:00")
    home.reload()
    expect(home.get_by_label("Date of your interview")).to_have_value("2026-03-29")
    expect(home.locator(".start__answer")).to_have_text("Tomorrow.")
    expect(today.get_by_role("heading")).to_have_text(f"Today: {plan}, day 2 of 2")
    assert today.locator("li").all_inner_texts() != first
    today.get_by_role("link", name="All of day 2").click()
    expect(home).to_have_url(re.compile(r"/plans/[a-z-]+/#day-2$"))


def test_a_page_left_open_overnight_knows_the_new_day(home: Page) -> None:
    home.get_by_label("Date of your interview").fill("2026-03-29")
    expect(home.locator(".start__answer")).to_have_text("2 days left.")
    home.clock.set_fixed_time("2026-03-29T06:00:00")
    home.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(home.locator(".start__answer")).to_have_text("Today.")


def test_a_plan_that_begins_later_says_from_when(home: Page) -> None:
    home.get_by_label("Date of your interview").fill("2026-04-03")
    expect(home.locator(".start__today").get_by_role("heading")).to_contain_text("from Wed 1 April")


def test_a_task_leads_where_its_words_say(home: Page, sites: Sites) -> None:
    home.get_by_label("Date of your interview").fill("2026-03-29")
    links = home.locator(".start__today li a")
    expect(links.first).to_be_visible()
    for href in [str(link.get_attribute("href")) for link in links.all()]:
        page, _, anchor = href.removeprefix(sites.tiny.url).partition("#")
        html = sites.tiny.html(page)
        assert not anchor or f'id="{anchor}"' in html


def test_a_date_taken_back_is_forgotten_and_another_tab_sees_it(home: Page) -> None:
    other = home.context.new_page()
    other.goto(home.url)
    home.get_by_label("Date of your interview").fill("2026-03-29")
    expect(other.get_by_label("Date of your interview")).to_have_value("2026-03-29")
    home.get_by_label("Date of your interview").fill("")
    expect(other.get_by_label("Date of your interview")).to_have_value("")
    home.reload()
    expect(home.get_by_label("Date of your interview")).to_have_value("")


def test_a_date_typed_by_keyboard_arrives_whole_on_every_page_that_has_the_field(sites: Sites, open_page: Open) -> None:
    plan = next(page.path for page in tiny.pages() if page.path.startswith("plans/") and "index" not in page.path)
    fields = {
        "": "Date of your interview",
        "practise/drill/": "Date of your interview",
        "practise/readiness/": "Date of your interview",
        "practise/my-loop/": "Its day",
        plan.removesuffix(".md") + "/": "First day",
    }
    for path, name in fields.items():
        page = open_page(sites.tiny.url + path).page
        page.clock.set_fixed_time("2026-03-27T12:00:00")
        page.reload()
        if name == "Its day":
            page.get_by_label("A loop").select_option(index=1)
            page.get_by_role("button", name="Take all its rounds").click()
        field = page.get_by_label(name).first
        for typed, arrives in (("12052026", "2026-12-05"), ("03312027", "2027-03-31")):
            field.evaluate("field => field.blur()")
            field.focus()
            for key in typed:
                page.keyboard.press(key)
                assert field.evaluate("field => field === document.activeElement"), f"{path} after {key} of {typed}"
                date = document(page).get("interview", {}).get("date", "")
                assert not date or date >= "2026", f"{path}: {date} after {key} of {typed}"
            expect(field).to_have_value(arrives)
            if name != "First day":
                assert document(page)["interview"]["date"] == arrives
