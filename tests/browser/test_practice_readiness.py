"""The page of readiness shows what is ready, what is begun and what comes next; tasks of plans can be ticked."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_BOTH_LOOKS, Open, Served, Sites
from tests.browser.practice import keep, kept, sideways, tab_to, too_small
from tests.browser.test_accessibility import complaints

WHERE = "practise/readiness/"
PLAN = "plans/two-days/"
NOON = "2026-11-21T12:00:00"
LENGTHS = {"context": 40, "challenge": 40, "actions": 160, "results": 30, "learnings": 30}
STORY = {
    "title": "The export",
    "parts": {part: " ".join(["no"] * words) for part, words in LENGTHS.items()},
    "thirty": " ".join(["no"] * 60),
    "competencies": ["saying-no"],
}
NO_PLANS = '(globalThis.handbookData??={})["plans"]={"plans":[],"interviewDay":[]};'
LETTERS = {**STORY, "parts": dict.fromkeys(LENGTHS, "x"), "thirty": "x"}
MOCK = {
    "walkthrough": "the-roadmap-review",
    "stage": "done",
    "finished": "2026-11-20T10:00:00Z",
    "points": 85,
    "of": 100,
    "ticks": ["clarify-1", "choose-1"],
}


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture
def ready(site: Served, open_page: Open) -> Page:
    """Give the page of readiness at noon of a day that does not change."""
    return open_page(site.url + WHERE, now=NOON).page


def things(page: Page) -> list[str]:
    return [link.splitlines()[0] for link in page.locator(".ready__things a").all_inner_texts()]


def rows(page: Page) -> dict[str, str]:
    """Give each competency in the order of the table, and what one hears of it."""
    return {
        row.locator("th").inner_text(): " | ".join(
            " ".join(str(cell.text_content()).split()) for cell in row.locator("td").all()
        )
        for row in page.locator(".marks__row").all()
    }


def set_date(page: Page, date: str) -> None:
    page.get_by_label("Date of your interview").fill(date)
    page.get_by_label("Date of your interview").blur()


def test_nothing_practised_is_nothing_yet_and_a_first_story_comes_first(ready: Page) -> None:
    nothing = "not begun | not begun | not begun | not begun"
    assert rows(ready) == {"Choosing what to build": nothing, "Saying no": nothing}
    expect(ready.locator(".ready__sum")).to_have_text("Nothing is ready yet: 2 not begun. No date is set.")
    assert things(ready) == [
        "Write your first story: Choosing what to build",
        "Sit the mock interview “The roadmap review”",
        "Begin the drill",
    ]


def test_what_was_practised_decides_what_is_ready(ready: Page) -> None:
    told = {"s": {**STORY, "competencies": ["choosing-what-to-build"]}, "t": STORY}
    keep(ready, stories=told, mocks={"m": MOCK, "n": MOCK})
    ready.reload()
    found = rows(ready)
    assert list(found) == ["Saying no", "Choosing what to build"], "what is begun comes before what is ready"
    assert found["Choosing what to build"] == "ready 2:09 | not begun | ready 85 | not begun"
    assert found["Saying no"] == "ready 2:09 | not begun | not begun | not begun"
    expect(ready.locator(".marks__group")).to_have_text(["Begun: 1", "Ready: 1"])
    expect(ready.locator(".marks__rests").last).to_have_text(
        "One story told whole, 2:09 aloud. Two mock interviews, in the last 2 of 3 points said, your own score 85."
    )
    expect(ready.locator(".ready__sum")).to_have_text("1 of 2 is ready, 1 begun. No date is set.")


def test_what_is_begun_is_said_before_what_is_not_ready(ready: Page) -> None:
    keep(ready, stories={"s": {**LETTERS, "competencies": ["choosing-what-to-build"]}})
    ready.reload()
    expect(ready.locator(".ready__sum")).to_have_text("1 of 2 is begun, and none is ready yet. No date is set.")


def test_from_the_evening_before_on_the_first_words_say_what_to_do(ready: Page) -> None:
    says = ready.locator(".ready__sum")
    set_date(ready, (date.fromisoformat(NOON[:10]) + timedelta(days=1)).isoformat())
    expect(says).to_contain_text("The interview is tomorrow.")
    expect(says.locator("strong")).to_have_text(f"{things(ready)[0]}.")
    expect(says).not_to_contain_text("ready")
    set_date(ready, NOON[:10])
    expect(says).to_have_text("Read “Why so tiny”. The interview is today.")


def test_six_letters_and_one_score_of_ones_own_make_nothing_ready(ready: Page) -> None:
    keep(
        ready,
        stories={"s": {**LETTERS, "competencies": ["choosing-what-to-build"]}},
        mocks={"m": {**MOCK, "ticks": []}},
    )
    ready.reload()
    found = rows(ready)
    assert list(found) == ["Saying no", "Choosing what to build"], "what is not begun comes first"
    assert found["Choosing what to build"] == "begun | not begun | begun 85 | not begun"
    expect(ready.locator(".marks__rests")).to_have_text(
        re.compile(r"still to do: more words in .*thirty seconds.*0 of 3")
    )


def test_what_is_begun_or_missing_looks_like_no_alarm_and_one_thing_to_do_stands_out(ready: Page) -> None:
    keep(ready, stories={"s": {**STORY, "thirty": ""}})
    ready.reload()
    warm = ready.evaluate("getComputedStyle(document.body).getPropertyValue('--warm')")
    painted = ready.locator("readiness-page *").evaluate_all(
        "all => [...new Set(all.flatMap(e => ['color', 'fill', 'borderLeftColor'].map(p => getComputedStyle(e)[p])))]"
    )
    probe = f"(e => {{ e.style.color = '{warm}'; return getComputedStyle(e).color; }})(document.createElement('i'))"
    assert (
        ready.evaluate(probe.replace("createElement('i')", "body.appendChild(document.createElement('i'))"))
        not in painted
    )
    expect(ready.locator("readiness-page .is-main")).to_have_count(1)
    expect(ready.locator(".ready__things li").first.locator(".is-main")).to_have_count(1)


def test_every_thing_to_do_leads_to_a_page_that_is_there(ready: Page) -> None:
    set_date(ready, "2026-11-30")
    for at in range(3):
        link = ready.locator(".ready__things a").nth(at)
        answer = ready.request.get(str(link.evaluate("a => a.href")).split("#")[0])
        assert answer.ok


def test_the_days_left_decide_the_plan_and_the_last_day_asks_for_nothing_new(ready: Page) -> None:
    expect(ready.get_by_text("No date is set.")).to_be_visible()
    set_date(ready, "2026-11-23")
    expect(ready.get_by_text("2 days left.")).to_be_visible()
    expect(ready.get_by_role("article").get_by_role("link", name="Two days")).to_be_visible()
    expect(ready.get_by_text("Day 1, today")).to_be_visible()
    set_date(ready, "2026-11-22")
    expect(ready.get_by_text("The interview is tomorrow.")).to_be_visible()
    assert [thing for thing in things(ready) if re.search("Write|mock", thing)] == []
    set_date(ready, "2026-11-20")
    expect(ready.get_by_text("That day has passed.")).to_be_visible()
    assert things(ready)[0].startswith("Write down what you were asked")
    assert "late" not in str(ready.locator(".ready__next").text_content())


def test_a_task_ticked_on_one_page_is_ticked_on_the_other(ready: Page, site: Served) -> None:
    set_date(ready, "2026-11-23")
    first = ready.locator(".plan input").first
    first.check()
    assert list(kept(ready, "ticks")) == ["two-days:1:1"]
    second = ready.context.new_page()
    second.goto(site.url + PLAN)
    expect(second.get_by_role("checkbox").first).to_be_checked()
    expect(second.get_by_text("1 of 1 done")).to_be_visible()
    second.get_by_role("checkbox").nth(2).check()
    second.get_by_role("checkbox").first.uncheck()
    expect(first).not_to_be_checked()
    assert list(kept(ready, "ticks")) == ["two-days:2:2"]
    second.reload()
    expect(second.get_by_role("checkbox").nth(2)).to_be_checked()
    expect(second.get_by_role("checkbox").first).not_to_be_checked()


def test_the_next_task_of_the_plan_follows_the_ticks(ready: Page) -> None:
    set_date(ready, "2026-11-22")
    ready.clock.set_fixed_time(NOON)
    keep(ready, interview={"date": "2026-11-23", "set": "2026-11-21", "goal": 10}, stories={"s": STORY})
    ready.reload()
    assert any(thing.startswith("Take every kind") for thing in things(ready))
    ready.locator(".plan input").first.check()
    assert not any(thing.startswith("Take every kind") for thing in things(ready))


def test_a_task_is_named_by_its_words_and_its_links_still_work(site: Served, open_page: Open) -> None:
    page = open_page(site.url + PLAN).page
    box = page.get_by_role("checkbox", name="45 min Take every kind | one sheet.")
    tab_to(page, "")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.get_by_role("link", name="every kind").click()
    assert page.url.endswith("/worksheets/every-kind-of-field/")


def test_a_plan_reads_without_script(site: Served, open_page: Open) -> None:
    page = open_page(site.url + PLAN, script=False).page
    expect(page.get_by_text("Walk through the review")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)


@IN_BOTH_LOOKS
def test_readiness_and_plans_are_accessible_and_fit(site: Served, open_page: Open, scheme: str, width: int) -> None:
    page = open_page(site.url + WHERE, scheme=scheme, width=width, reduced_motion="reduce").page
    found: list[str] = []
    keep(page, stories={"s": STORY}, mocks={"m": MOCK}, interview={"date": "2100-01-01", "set": "", "goal": 10})
    for where, within in ((WHERE, "readiness-page"), (PLAN, ".tasks")):
        page.goto(site.url + where)
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        found.extend(f"{where}: {complaint}" for complaint in complaints(page))
        found.extend(f"{where}: {control}" for control in too_small(page, within))
        if sideways(page):
            found.append(f"{where}: {sideways(page)} px too wide")
    assert found == []


def test_a_plan_goes_into_a_calendar_and_ends_on_the_eve_of_the_interview(ready: Page, site: Served) -> None:
    set_date(ready, "2026-12-01")
    ready.goto(site.url + PLAN)
    expect(ready.get_by_label("First day")).to_have_value("2026-11-29")
    with ready.expect_download() as waiting:
        ready.get_by_role("button", name="Save as a calendar").click()
    assert waiting.value.suggested_filename == "two-days.ics"
    text = waiting.value.path().read_text(encoding="utf-8")
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", text) == ["20261129", "20261130"]
    assert f"URL:{site.url}{PLAN}#day-1\n" in text
    expect(ready.get_by_text("Saved as two-days.ics")).to_be_visible()
    ready.get_by_label("Time, or all day").fill("19:30")
    with ready.expect_download() as waiting:
        ready.get_by_role("button", name="Save as a calendar").click()
    assert "DTSTART:20261129T193000\r\n" in waiting.value.path().read_bytes().decode()


def test_a_calendar_needs_its_first_day(ready: Page, site: Served) -> None:
    ready.goto(site.url + PLAN)
    expect(ready.get_by_label("First day")).to_have_value("2026-11-21")
    ready.get_by_label("First day").fill("")
    ready.get_by_role("button", name="Save as a calendar").click()
    expect(ready.get_by_label("First day")).to_be_focused()
    expect(ready.get_by_text("Saved as")).to_have_count(0)


def test_a_handbook_without_plans_asks_for_the_date_and_promises_none(site: Served, open_page: Open) -> None:
    page = open_page(site.url + WHERE, now=NOON).page
    page.route("**/practise/data/plans.js*", lambda route: route.fulfill(body=NO_PLANS, content_type="text/javascript"))
    page.reload()
    place = page.locator(".ready__plan")
    expect(place.get_by_role("heading")).to_have_text("When is your interview?")
    set_date(page, "2026-12-24")
    expect(page.locator(".ready__sum")).to_contain_text("33 days left")
    expect(place).not_to_contain_text("passed")
    expect(place.get_by_role("link")).to_have_count(0)
