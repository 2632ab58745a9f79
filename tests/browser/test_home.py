"""The start page turns the date of an interview into the plan that fits, and into what to do first."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Sites
from tests.browser.practice import sideways

TODAY = date(2026, 2, 26)  # near the end of a month, so that days are counted and not digits
NOON = "2026-02-26T12:00:00"
PHONE, SCREENS = 844, 2.2


@pytest.fixture(params=["real", "tiny"])
def home(request: pytest.FixtureRequest, sites: Sites, open_page: Open) -> Page:
    """Give the start page on a day that does not change."""
    page = open_page(getattr(sites, request.param).url).page
    page.clock.set_fixed_time(NOON)
    return page


BROKEN = """
(links) => links.flatMap((link) => {
  const text = [...link.childNodes].find((one) => one.nodeType === Node.TEXT_NODE);
  return [...(text?.data ?? '').matchAll(/\\S+/g)].filter((word) => {
    const range = new Range();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
  }).map(([word]) => word);
})
"""


def choose(page: Page, left: int) -> None:
    """Say that the interview is in so many days."""
    page.get_by_label("Date of your interview").fill((TODAY + timedelta(days=left)).isoformat())


def lengths(page: Page) -> list[int]:
    """Give how many days each plan takes."""
    return [int(str(row.get_attribute("data-days"))) for row in page.locator(".start__plans [data-days]").all()]


def test_before_a_date_is_chosen_no_plan_is_marked(home: Page) -> None:
    assert lengths(home)
    expect(home.locator(".is-fitting")).to_have_count(0)
    expect(home.locator(".start__today:visible")).to_have_count(0)


def test_the_plan_that_fits_is_marked_and_its_first_tasks_stand_there(home: Page) -> None:
    plans = lengths(home)
    for left in sorted({1, 2, 400, *plans, *(days + 1 for days in plans), *(max(1, days - 1) for days in plans)}):
        choose(home, left)
        fits = max((days for days in plans if days <= max(left, 1)), default=min(plans))
        expect(home.locator(".is-fitting")).to_have_count(1)
        expect(home.locator(".is-fitting")).to_have_attribute("data-days", str(fits))
        expect(home.locator(".start__today:visible")).to_have_count(1)
        expect(home.locator(".start__today:visible")).to_have_attribute("data-days", str(fits))
        assert home.locator(".start__today:visible li").count() > 0
        said = {1: "Tomorrow."}.get(left, f"{left} days left.")
        expect(home.locator(".start__answer")).to_have_text(said)


def test_on_the_day_of_the_interview_no_plan_is_marked_and_three_things_stand_there(home: Page) -> None:
    choose(home, 1)
    expect(home.locator(".is-fitting")).to_have_count(1)
    choose(home, 0)
    expect(home.locator(".start__answer")).to_have_text("Today.")
    expect(home.locator(".is-fitting")).to_have_count(0)
    today = home.locator(".start__today")
    expect(today.get_by_role("heading")).to_have_text("Today: your interview")
    first, stories, aloud = today.locator("li a").all()
    expect(first).to_have_text(re.compile(r"^Read “.+”$"))
    expect(stories).to_have_attribute("href", re.compile(r"/my-stories/"))
    expect(aloud).to_have_attribute("href", re.compile(r"/mock-interview/"))
    assert today.inner_text().count("min") == 0


def test_its_name_is_said_once(home: Page) -> None:
    name = home.locator(".md-logo").get_attribute("title")
    assert name
    expect(home).to_have_title(name)


def test_a_day_that_has_passed_is_called_so(home: Page) -> None:
    choose(home, 3)
    choose(home, -1)
    expect(home.locator(".start__answer")).to_have_text(
        re.compile(r"^That day has passed\. Write down what you were asked")
    )
    expect(home.locator(".is-fitting")).to_have_count(0)
    expect(home.locator(".start__today:visible")).to_have_count(0)


def test_a_date_taken_back_leaves_nothing_behind(home: Page) -> None:
    choose(home, 3)
    home.get_by_label("Date of your interview").fill("")
    expect(home.locator(".start__answer")).to_have_text("")
    expect(home.locator(".is-fitting")).to_have_count(0)


def test_what_is_ticked_in_the_plan_makes_room_for_what_is_next(sites: Sites, open_page: Open) -> None:
    home = open_page(sites.tiny.url).page
    home.clock.set_fixed_time(NOON)
    choose(home, 1)
    today = home.locator(".start__today")
    expect(today.get_by_role("heading")).to_have_text("Today: One evening")
    first = today.locator("li").first.inner_text()
    today.get_by_role("link", name="The whole plan").click()
    home.locator(".tick input").first.check()
    home.goto(sites.tiny.url)
    expect(today.locator("p").last).to_contain_text("1 of")
    assert first not in today.inner_text()
    home.go_back()
    for box in home.locator(".tick input").all():
        box.check()
    home.goto(sites.tiny.url)
    expect(today).to_contain_text("All of it is done.")
    expect(today.locator("li")).to_have_count(0)


def test_a_link_pressed_as_long_as_people_press_leads_on_when_the_date_was_just_typed(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url).page
    page.clock.set_fixed_time(NOON)
    choose(page, 1)
    expect(page.locator("interview-date input")).to_be_focused()
    page.locator(".start__today").get_by_role("link", name="The whole plan").click(delay=300)
    expect(page).to_have_url(re.compile("/plans/"))


def test_one_screen_of_a_desk_says_what_this_is_and_asks_when(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url).page
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    parts = (
        "lead",
        "start__date",
        "start__plans",
        "start__search input",
        "start__examples",
        "note",
        "strip",
        "start__most",
        "doors",
    )
    for part in parts:
        box = page.locator(f"article .{part}").bounding_box()
        assert box, part
        assert box["y"] + box["height"] <= HEIGHT, part
    assert page.locator(".md-header__title").is_hidden()


def test_a_phone_shows_all_of_it_on_little_more_than_two_screens(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url, width=NARROW, has_touch=True, is_mobile=True).page
    page.set_viewport_size({"width": NARROW, "height": PHONE})
    assert page.evaluate("document.documentElement.scrollHeight") / PHONE <= SCREENS
    assert page.locator(".start__names li:visible").count() == 6
    assert page.get_by_role("link", name="as they come").is_visible()


def test_the_lines_that_are_shown_are_told_in_the_story_and_so_is_their_note(home: Page) -> None:
    lines = [" ".join(text.split()) for text in home.locator(".start__shown .said p").all_text_contents()]
    note, marked = home.locator("#note-1").inner_text(), home.locator(".start__shown mark").inner_text()
    assert lines
    home.locator(".start__story a").click()
    told = " ".join(home.locator("article").text_content().split())
    without_sign = [line.replace(f"{marked}1", marked) for line in lines]
    assert all(any(part in told for part in (line[:40], line[-40:])) for line in without_sign)
    assert note.removeprefix("1 ") in " ".join(home.locator(".note").all_inner_texts())
    assert marked in home.locator("mark").all_inner_texts()


def test_the_sign_of_the_note_is_called_what_it_is(home: Page) -> None:
    expect(home.locator("article").get_by_role("link", name="Note 1", exact=True)).to_have_attribute("href", "#note-1")


def test_each_side_goes_on_where_it_ends_however_much_the_other_holds(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url).page
    page.clock.set_fixed_time(NOON)
    choose(page, 4)
    expect(page.locator(".start__today li")).to_have_count(3)
    shown, most = (page.locator(f".start__{part}").bounding_box() for part in ("shown", "most"))
    assert shown
    assert most
    assert abs(shown["y"] + shown["height"] - most["y"]) <= 1


def test_the_examples_are_searches_and_without_script_lead_to_their_questions(sites: Sites, open_page: Open) -> None:
    for script, leads in ((True, r"^\?q=\w"), (False, r"^questions/.+#.+")):
        links = open_page(sites.real.url, script=script).page.locator(".start__examples a")
        expect(links).to_have_count(6)
        expect(links.first).to_be_visible()
        expect(links.first).to_have_attribute("href", re.compile(leads))


def test_an_example_that_is_pressed_shows_what_is_found(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url).page
    example = page.locator(".start__examples a").first
    words = example.inner_text()
    example.click()
    expect(page.locator(".start__search input")).to_have_value(words)
    expect(page.locator(".start__search [data-result]").first).to_be_visible()


def test_the_story_that_is_shown_leads_to_it(home: Page) -> None:
    title = home.locator(".start__story a").inner_text()
    home.locator(".start__story a").click()
    expect(home.get_by_role("heading", level=1)).to_have_text(title)


def test_without_a_plan_the_next_question_keeps_its_distance_from_the_date(home: Page) -> None:
    home.locator(".start__plans").evaluate("(plans) => plans.remove()")
    date, heading = (home.locator(one).bounding_box() for one in ("interview-date", "#find"))
    assert date
    assert heading
    assert heading["y"] - date["y"] - date["height"] >= 20


def test_a_long_word_of_a_door_or_of_the_way_on_stays_whole_on_a_phone(german: str, open_page: Open) -> None:
    broken = []
    for where in ("", "reference/systems/", "reference/levels/"):
        page = open_page(german + where, width=NARROW).page
        broken += page.locator(":is(.door, .onward) a").evaluate_all(BROKEN)
        assert sideways(page) == 0
    assert broken == []
