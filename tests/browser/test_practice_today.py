"""One clock for the day: each page says which day it is, and a page left open knows when it turns."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_BOTH_LOOKS, NARROW, Open, Served, Sites
from tests.browser.practice import DOCUMENT, keep, kept, sideways, too_small
from tests.browser.test_accessibility import complaints
from tests.browser.test_look import outside
from tests.browser.test_practice_progress import card
from tests.browser.test_practice_readiness import MOCK, PLAN, STORY

EVENING = "2026-11-21T23:58:00"
DATED = {"date": "2026-11-23", "set": "2026-11-21", "goal": 10}
TICK = {"two-days:1:1": {"done": "2026-11-21T18:00:00Z"}}
THREE_MINUTES = 3 * 60_000


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture
def evening(site: Served, open_page: Open) -> Page:
    """Give a page two minutes before midnight, two days before an interview."""
    page = open_page(site.url).page
    page.clock.install(time=EVENING)
    keep(page, interview=DATED)
    return page


def test_a_plan_says_which_day_is_today_and_what_is_done(evening: Page, site: Served) -> None:
    keep(evening, interview=DATED, ticks=TICK)
    evening.goto(site.url + PLAN)
    expect(evening.locator(".plan__now")).to_have_text(
        "Today is day 1 of 2. 1 of 3 tasks done. 2 days left. Go to today"
    )
    expect(evening.locator(".plan__day")).to_have_text(
        [re.compile("^Today, Sat 21 November. 1 of 1 done$"), re.compile("^Sun 22 November. $")]
    )
    expect(evening.locator("h2.is-today")).to_have_id("day-1")


def test_at_midnight_the_plan_goes_on_to_its_next_day(evening: Page, site: Served) -> None:
    evening.goto(site.url + PLAN)
    expect(evening.locator("h2.is-today")).to_have_id("day-1")
    evening.clock.fast_forward(THREE_MINUTES)
    expect(evening.locator("h2.is-today")).to_have_id("day-2")
    expect(evening.locator(".plan__now")).to_contain_text("Today is day 2 of 2. Tomorrow.")


@pytest.mark.parametrize(
    ("where", "before", "after"),
    [
        ("", "2 days left.", "Tomorrow."),
        ("practise/", "day 1 of 2", "day 2 of 2"),
        ("practise/readiness/", "Day 1, today", "Day 2, today"),
        ("practise/drill/", "2 days left.", "Tomorrow."),
        ("practise/my-loop/", "In 2 days", "Tomorrow"),
        ("plans/", "today is day 1 of 2", "today is day 2 of 2"),
    ],
)
def test_each_page_left_open_overnight_knows_the_new_day(
    evening: Page, site: Served, where: str, before: str, after: str
) -> None:
    keep(
        evening,
        interview=DATED,
        rounds={"two-talks/first": {"loop": "two-talks", "round": "first", "date": DATED["date"]}},
    )
    evening.goto(site.url + where)
    expect(evening.get_by_role("article").get_by_text(before).first).to_be_visible()
    evening.clock.fast_forward(THREE_MINUTES)
    expect(evening.get_by_role("article").get_by_text(after).first).to_be_visible()


DAY = [
    "Read “Why so tiny”",
    "Write down the first line of each of your stories, from memory",
    "Say one story aloud, from start to end",
]


@pytest.mark.parametrize(
    ("where", "links"),
    [
        (PLAN, ".facts li a"),
        ("practise/", ".begin__title, .go__then li a"),
        ("practise/readiness/", ".ready__things li"),
    ],
)
def test_on_the_day_of_the_interview_three_things_take_the_place_of_the_plan(
    evening: Page, site: Served, where: str, links: str
) -> None:
    keep(evening, interview={**DATED, "date": "2026-11-21"}, ticks=TICK)
    evening.goto(site.url + where)
    article = evening.get_by_role("article")
    expect(article.locator(links)).to_have_count(3)
    for shown, says in zip(article.locator(links).all(), DAY, strict=True):
        expect(shown).to_contain_text(says)
    for wrong in ("days are over", "day 1 of 2", "has passed", "after your interview"):
        expect(article.get_by_text(wrong)).to_have_count(0)
    expect(article.get_by_text(re.compile("today", re.IGNORECASE)).first).to_be_visible()


ROUNDS = {
    "two-talks/first": {"loop": "two-talks", "round": "first", "date": "2026-11-20"},
    "two-talks/walk": {"loop": "two-talks", "round": "walk", "date": "2026-11-24"},
}
PASSED = {"date": "2026-11-20", "set": "2026-11-18", "goal": 10}


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("", "3 days left."),
        ("practise/", "3 days left."),
        ("practise/readiness/", "3 days left."),
        ("practise/drill/", "3 days left."),
        ("practise/how-it-goes/", "Until the interview:"),
        ("practise/my-loop/", "In 3 days"),
        ("plans/", "Two days"),
        (PLAN, "3 days left."),
    ],
)
def test_once_a_round_has_passed_each_page_counts_to_the_next(
    evening: Page, site: Served, where: str, says: str
) -> None:
    keep(evening, interview=PASSED, rounds=ROUNDS, ticks=TICK, cards={"intent:hardest-bet": card("2026-11-18")})
    evening.goto(site.url + where)
    article = evening.get_by_role("article")
    expect(article.get_by_text(says).first).to_be_visible()
    expect(article.get_by_text("has passed")).to_have_count(0)
    assert kept(evening, "interview")["date"] == "2026-11-24"


def test_only_when_every_round_has_passed_is_it_said(evening: Page, site: Served) -> None:
    keep(evening, interview=PASSED, rounds={"two-talks/first": ROUNDS["two-talks/first"]})
    evening.goto(site.url)
    expect(evening.locator(".start__answer")).to_contain_text("That day has passed.")


def test_a_passed_day_typed_on_the_first_page_gives_way_to_the_next_round(evening: Page, site: Served) -> None:
    keep(evening, rounds=ROUNDS)
    evening.goto(site.url)
    field = evening.get_by_label("Date of your interview")
    field.fill("2026-11-20")
    expect(evening.locator(".start__answer")).to_have_text("3 days left.")
    field.blur()
    expect(field).to_have_value("2026-11-24")


def test_a_machine_that_slept_is_told_when_somebody_comes_back(site: Served, open_page: Open) -> None:
    page = open_page(site.url).page
    page.clock.set_fixed_time(EVENING)
    keep(page, interview=DATED)
    page.goto(site.url + PLAN)
    expect(page.locator("h2.is-today")).to_have_id("day-1")
    page.clock.set_fixed_time("2026-11-22T09:00:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("h2.is-today")).to_have_id("day-2")


def test_midnight_takes_nothing_from_a_field_that_is_written_in(evening: Page, site: Served) -> None:
    evening.goto(site.url + "practise/drill/")
    field = evening.get_by_label("Words in it", exact=True)
    field.press_sequentially("half a wo")
    evening.clock.fast_forward(THREE_MINUTES)
    expect(field).to_be_focused()
    expect(field).to_have_value("half a wo")
    field.fill("")
    field.blur()
    evening.clock.run_for(100)
    expect(evening.get_by_text("Tomorrow.")).to_be_visible()


def test_a_plan_begins_on_one_day_wherever_it_is_named(site: Served, open_page: Open) -> None:
    page = open_page(site.url).page
    page.clock.set_fixed_time("2026-11-21T12:00:00")
    keep(page, interview={"date": "2026-12-01", "set": "2026-11-21", "goal": 10})
    for where, within in (
        ("", ".start__today"),
        ("practise/readiness/", "readiness-page"),
        ("practise/", ".go"),
        ("plans/", ".is-fitting"),
        (PLAN, ".plan__now"),
    ):
        page.goto(site.url + where)
        expect(page.locator(within)).to_contain_text("Sun 29 November")
    expect(page.get_by_label("First day")).to_have_value("2026-11-29")
    page.goto(site.url + "practise/readiness/")
    expect(page.get_by_text("Day 1, today")).to_have_count(0)


def test_a_plan_once_begun_goes_into_the_calendar_from_the_day_it_began(evening: Page, site: Served) -> None:
    evening.clock.fast_forward(THREE_MINUTES)
    evening.goto(site.url + PLAN)
    expect(evening.get_by_label("First day")).to_have_value("2026-11-21")


def test_a_plan_that_is_not_the_one_that_fits_says_which_does(evening: Page, site: Served) -> None:
    evening.goto(site.url + "plans/one-evening/")
    fits = evening.get_by_text("The plan that fits your date is")
    expect(fits.get_by_role("link", name="Two days")).to_be_visible()


def test_the_page_of_practice_says_where_to_begin_and_later_where_to_go_on(evening: Page, site: Served) -> None:
    evening.evaluate("localStorage.clear()")
    evening.goto(site.url + "practise/")
    expect(evening.get_by_role("heading", name="Begin here")).to_be_visible()
    stories: dict[str, Any] = {"s": STORY, "t": {**STORY, "thirty": ""}}
    keep(evening, interview=DATED, stories=stories, mocks={"m": MOCK}, ticks=TICK)
    evening.reload()
    expect(evening.get_by_role("heading", name="Go on here")).to_be_visible()
    expect(evening.get_by_role("heading", name="Begin here")).to_have_count(0)
    expect(evening.locator(".go .is-main")).to_have_count(1)
    expect(evening.locator(".go__day")).to_have_text(
        "21 November 2026. 2 days left. Two days, day 1 of 2: 1 of 1 tasks done."
    )
    said = {
        "my-stories": "2 stories, 1 told whole",
        "mock-interview": "1 time, the last 85 of 100 points",
        "readiness": "0 ready, 2 begun, 0 not begun",
        "drill": "",
    }
    for what, words in said.items():
        expect(evening.locator(f"[data-practised={what}]")).to_have_text(words)


def test_the_page_of_practice_leads_everywhere_without_script(site: Served, open_page: Open) -> None:
    page = open_page(site.url + "practise/", script=False).page
    for name in ("Write your first story", "Mock interview", "Drill", "Am I ready?", "My loop", "Two days"):
        expect(page.get_by_role("article").get_by_role("link", name=name).first).to_be_visible()


@IN_BOTH_LOOKS
def test_these_pages_with_data_are_of_the_system_accessible_and_fit(
    site: Served, open_page: Open, width: int, scheme: str
) -> None:
    page = open_page(site.url, width=width, scheme=scheme).page
    page.clock.set_fixed_time("2026-11-21T12:00:00")
    keep(page, interview=DATED, stories={"s": STORY, "t": STORY}, mocks={"m": MOCK}, ticks=TICK)
    found = {}
    for where, there in (
        ("practise/", ".go__day"),
        ("plans/", ".is-fitting"),
        (PLAN, "h2.is-today"),
        ("practise/my-stories/", ".bank__list"),
    ):
        page.goto(site.url + where)
        expect(page.locator(there)).to_be_visible()
        found[where] = [
            *outside(page),
            *complaints(page),
            *too_small(page, ".go, .plan"),
            *[f"{sideways(page)} px"] * sideways(page),
        ]
    assert [one for some in found.values() for one in some] == []


def test_the_titles_over_the_matrix_lie_and_end_where_their_marks_stand(site: Served, open_page: Open) -> None:
    page = open_page(site.url + "practise/my-stories/", width=NARROW).page
    keep(page, stories={f"s{at}": {**STORY, "title": f"The story of number {at}"} for at in range(5)})
    page.reload()
    page.locator("summary", has_text="What your stories cover").click()
    titles = page.locator(".matrix__story")
    expect(titles).to_have_count(5)
    for title in titles.all():
        assert title.evaluate("e => getComputedStyle(e).writingMode") == "horizontal-tb"
    marks = page.locator("tr[data-cover]:has(.mark--main)").first.locator(".mark--main")
    ends = sorted(box["x"] + box["width"] for box in (one.bounding_box() for one in titles.all()) if box)
    middles = sorted(box["x"] + box["width"] / 2 for box in (one.bounding_box() for one in marks.all()) if box)
    assert len(ends) == len(middles)
    assert all(abs(end - middle) < 24 for end, middle in zip(ends, middles, strict=True))


def test_nothing_is_written_by_looking(evening: Page, site: Served) -> None:
    before = evening.evaluate(f"JSON.stringify({DOCUMENT})")
    for where in ("practise/", "practise/readiness/", "practise/my-loop/", "plans/", PLAN):
        evening.goto(site.url + where)
    assert evening.evaluate(f"JSON.stringify({DOCUMENT})") == before
