"""My loop, and what an advert asks for: what is kept of it, and what is not."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, Open, Sites
from tests.browser.practice import DOCUMENT, keep, kept, sideways, too_small
from tests.browser.test_accessibility import complaints
from tests.browser.test_look import outside
from tests.browser.test_practice_readiness import PLAN, STORY

NOON = "2026-11-28T12:00:00"
ROUNDS = {
    "two-talks/first": {"loop": "two-talks", "round": "first", "date": "2026-11-26"},
    "two-talks/walk": {"loop": "two-talks", "round": "walk", "date": "2026-12-01"},
}
OTHERS = {"s": {**STORY, "parts": {}, "thirty": "", "competencies": ["choosing-what-to-build"]}}
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
    said = loop.locator("article").get_by_role("status")
    expect(said).to_contain_text("2 rounds")
    expect(said).to_be_focused()
    expect(said).to_be_in_viewport()
    loop.reload()
    expect(loop.locator(".loop__name")).to_have_text(["The first talk", "The walk"])
    assert sorted(kept(loop, "rounds")) == ["two-talks/first", "two-talks/walk"]


def test_an_empty_page_shows_what_comes_of_a_loop_and_of_an_advert(loop: Page, advert: Page) -> None:
    expect(loop.locator(".loop__example .loop__ribbon li")).to_have_count(2)
    take(loop)
    expect(loop.locator(".loop__example")).to_be_hidden()
    advert.get_by_role("button", name="See what it asks for").click()
    expect(advert.get_by_label("The advert")).to_be_focused()
    expect(advert.locator(".advert__row").first).to_contain_text("It says")


def test_the_day_of_the_next_round_becomes_the_date_of_the_interview(loop: Page) -> None:
    take(loop)
    loop.get_by_label("Its day").nth(0).fill("2099-12-09")
    loop.get_by_label("Its day").nth(1).fill("2099-12-03")
    expect(loop.get_by_label("Its day").nth(1)).to_be_focused()
    loop.get_by_label("Its day").nth(1).blur()
    expect(loop.locator(".loop__name")).to_have_text(["The walk", "The first talk"])
    expect(loop.locator("article").get_by_role("status")).to_contain_text("the next on Thu 3 December")
    assert kept(loop, "interview")["date"] == "2099-12-03"


def test_the_rounds_stand_along_their_days_and_one_is_open_at_a_time(loop: Page) -> None:
    loop.clock.set_fixed_time(NOON)
    take(loop)
    loop.get_by_label("Its day").nth(0).fill("2026-12-03")
    expect(loop.locator(".loop__ribbon li")).to_have_count(2)
    expect(loop.locator(".loop__ribbon .is-next")).to_have_text(re.compile("Thu 3 December.*In 5 days.*The first talk"))
    expect(loop.locator(".loop__ribbon .is-open")).to_contain_text("No day yet")
    for at in range(2):
        loop.locator(".loop__round summary").nth(at).click()
        expect(loop.locator(".loop__round details[open]")).to_have_count(1)
    expect(loop.locator(".loop__follows")).to_contain_text("Saying no")


def test_what_follows_from_a_loop_is_what_is_not_there_yet(loop: Page) -> None:
    take(loop)
    follows = loop.locator(".loop__follows dd").first
    expect(follows.get_by_role("link", name="Saying no")).to_have_count(1)
    keep(loop, stories={"s": STORY}, rounds={"two-talks/first": {"loop": "two-talks", "round": "first"}})
    loop.reload()
    expect(loop.locator(".loop__follows")).to_be_visible()
    expect(follows.get_by_role("link", name="Saying no")).to_have_count(0)


def test_when_the_day_of_a_round_has_passed_the_practice_counts_to_the_next(loop: Page) -> None:
    loop.clock.set_fixed_time(NOON)
    rounds = {
        "two-talks/first": {"loop": "two-talks", "round": "first", "date": "2026-11-27"},
        "two-talks/walk": {"loop": "two-talks", "round": "walk", "date": "2026-12-01"},
    }
    keep(loop, rounds=rounds, interview={"date": "2026-11-27", "set": "2026-11-20", "goal": 10})
    loop.reload()
    expect(loop.locator(".loop__ribbon .is-over")).to_contain_text("The first talk")
    expect(loop.locator(".loop__ribbon .is-next")).to_contain_text("In 3 days")
    loop.wait_for_function(f"({DOCUMENT}).interview.date === '2026-12-01'")


def test_a_press_ends_where_it_began_also_when_another_tab_adds_a_round_meanwhile(loop: Page) -> None:
    take(loop)
    loop.locator(".loop__round summary").nth(1).click()
    loop.get_by_role("button", name="Remove: The walk").hover()
    loop.mouse.down()
    other = loop.context.new_page()
    other.goto(loop.url)
    other.get_by_text("Add a loop or a round").click()
    other.get_by_label("Or one round").select_option(label="Northwind: The walk")
    other.get_by_role("button", name="Add this round").click()
    expect(loop.locator("article").get_by_role("status")).to_contain_text("3 rounds")
    expect(loop.locator(".loop__round")).to_have_count(2)
    loop.mouse.up()
    expect(loop.locator("article").get_by_role("status")).to_contain_text("2 rounds")
    expect(loop.locator(".loop__name")).to_have_text(["The first talk", "The walk"])
    assert sorted(kept(loop, "rounds")) == ["two-talks/first", "two-talks/walk:2"]


def test_a_round_may_be_added_twice_and_removed(loop: Page) -> None:
    for _ in range(2):
        loop.get_by_label("Or one round").select_option(label="Northwind: The walk")
        loop.get_by_role("button", name="Add this round").click()
    expect(loop.locator(".loop__round")).to_have_count(2)
    loop.locator(".loop__round summary").first.click()
    loop.get_by_role("button", name="Remove: The walk").first.click()
    expect(loop.locator(".loop__round")).to_have_count(1)
    expect(loop.locator(".loop__round summary")).to_be_focused()


def test_each_round_leads_to_what_it_proves_and_to_its_interview(loop: Page) -> None:
    take(loop)
    loop.locator(".loop__round summary").first.click()
    links = loop.locator(".loop__round").first.get_by_role("link")
    expect(links.filter(has_text="Saying no")).to_have_attribute("href", re.compile(r"/competencies/saying-no/$"))
    expect(links.filter(has_text="roadmap review")).to_have_attribute(
        "href", re.compile(r"/mock-interview/#the-roadmap-review$")
    )


def test_a_round_that_the_handbook_no_longer_knows_harms_nothing(loop: Page, sites: Sites) -> None:
    take(loop)
    keep(
        loop,
        rounds={
            "gone/x": {"loop": "gone", "round": "x"},
            "two-talks/walk": {"loop": "two-talks", "round": "walk", "date": "", "order": 2},
            "two-talks/walk:2": {"loop": "two-talks", "round": "walk", "date": "soon", "order": "first"},
        },
    )
    loop.goto(sites.tiny.url + "practise/my-loop/")
    expect(loop.locator(".loop__name")).to_have_text(["The walk"])


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
            page.get_by_label("Its day").first.fill("2999-12-09")
            page.locator(".loop__round summary").first.click()
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
    expect(loop.locator(".marks__rests").first).to_contain_text("In your loop: The first talk")
    loop.goto(sites.tiny.url + "practise/mock-interview/")
    expect(loop.get_by_role("button", name="roadmap review").first).to_contain_text("for The first talk")
    loop.goto(sites.tiny.url + "reference/asked-in-nearly-every-interview/")
    expect(loop.locator("own-story[data-question=pushed-back]")).to_contain_text("In your loop: The first talk.")


@pytest.mark.parametrize(("where", "asks"), [("", ".start__today"), ("practise/", ".go")])
def test_after_each_round_one_is_asked_to_write_down_what_was_asked_until_it_is_put_aside(
    sites: Sites, open_page: Open, where: str, asks: str
) -> None:
    page = open_page(sites.tiny.url + where).page
    page.clock.set_fixed_time(NOON)
    keep(page, rounds=ROUNDS, interview={"date": "2026-12-01", "set": "2026-11-20", "goal": 10})
    page.reload()
    first = page.locator(asks).get_by_role("link").first
    expect(first).to_contain_text("Write down what you were asked on Thu 26 November")
    expect(first).to_have_attribute("href", re.compile(r"/my-stories/$"))
    page.locator(asks).get_by_role("button", name="Put it aside").click()
    expect(page.get_by_text("Write down what you were asked")).to_have_count(0)
    expect(page.locator(":focus")).to_have_count(1)
    assert kept(page, "rounds")["two-talks/first"]["noted"] is True
    page.reload()
    expect(page.locator(asks).get_by_role("link").first).to_be_visible()
    expect(page.get_by_text("Write down what you were asked")).to_have_count(0)


def test_a_plan_goes_through_the_earlier_rounds_and_they_stand_in_it(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url).page
    page.clock.set_fixed_time(NOON)
    days = {"first": "2026-11-29", "walk": "2026-12-01"}
    rounds = {f"two-talks/{one}": {"loop": "two-talks", "round": one, "date": day} for one, day in days.items()}
    keep(page, rounds=rounds, interview={"date": "2026-11-29", "set": "2026-11-28", "goal": 10})
    page.reload()
    expect(page.locator(".start__answer")).to_have_text("Tomorrow. The plan counts to Tue 1 December.")
    expect(page.locator(".start__today h3")).to_have_text(re.compile(r", from Sun 29 November$"))
    page.goto(sites.tiny.url + "practise/my-loop/")
    said = page.locator("article").get_by_role("status")
    expect(said).to_contain_text("the plan to Tue 1 December, the drill to Tue 1 December.")
    page.goto(sites.tiny.url + PLAN)
    expect(page.locator(".plan__day")).to_have_text(
        [re.compile("^Sun 29 November, a round of your loop. $"), re.compile("^Mon 30 November. $")]
    )
    page.clock.set_fixed_time("2026-11-30T12:00:00")
    page.goto(sites.tiny.url)
    expect(page.locator(".start__today h3")).to_have_text(re.compile(r", day 2 of 2$"))
    page.goto(sites.tiny.url + "practise/readiness/")
    expect(page.locator(".ready__plan summary")).to_have_text(
        [re.compile("^Day 1 Sun 29 November, a round of your loop"), re.compile("^Day 2, today Mon 30 November ")]
    )


def test_the_next_thing_is_the_same_on_three_pages_and_passes_over_a_round_that_asks_for_nothing(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + "practise/my-loop/").page
    page.clock.set_fixed_time(NOON)
    days = {"walk": "2026-12-02", "first": "2026-12-09"}
    rounds = {f"two-talks/{one}": {"loop": "two-talks", "round": one, "date": day} for one, day in days.items()}
    keep(page, rounds=rounds, interview={"date": "2026-12-02", "set": "2026-11-28", "goal": 10}, stories=OTHERS)
    page.reload()
    expect(page.locator(".loop__follows dd").first.get_by_role("link").first).to_have_text("Saying no")
    for where, first in (("practise/", ".go .begin__title"), ("practise/readiness/", ".ready__things .begin__title")):
        page.goto(sites.tiny.url + where)
        expect(page.locator(first)).to_have_text("Write a story for “Saying no”")


def test_after_the_last_round_nothing_is_said_of_rounds_ahead(loop: Page) -> None:
    loop.clock.set_fixed_time(NOON)
    over = {"two-talks/first": ROUNDS["two-talks/first"]}
    sat = {"m": {"walkthrough": "the-roadmap-review", "stage": "done"}}
    ahead = {"two-talks/walk": {"loop": "two-talks", "round": "walk"}}
    keep(loop, rounds=over | ahead, stories={"s": STORY}, mocks=sat)
    loop.reload()
    expect(loop.locator(".loop__follows")).to_contain_text("You have a story told whole for all")
    keep(loop, rounds=over, stories={"s": STORY}, mocks=sat)
    loop.reload()
    expect(loop.locator(".loop__name")).to_have_text(["The first talk"])
    expect(loop.locator(".loop__follows")).to_have_count(0)
