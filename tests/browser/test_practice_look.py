"""Practice looks like the rest in each of its states, and shows one thing while one thing is practised."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import test_practice_drill as drill
from tests.browser import test_practice_mock as mock
from tests.browser import test_practice_readiness as readiness
from tests.browser import test_practice_stories as stories
from tests.browser import test_practice_worksheets as sheets
from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Served, Sites, some_now, visiting
from tests.browser.practice import keep, sideways
from tests.browser.test_accessibility import OPEN_ALL
from tests.browser.test_look import outside
from tests.browser.visit import still

STORY = "the-export-nobody-used"
LEFT_BARS = """
() => [...document.querySelectorAll('article *')]
  .filter((e) => e.checkVisibility() && parseFloat(getComputedStyle(e).borderLeftWidth) > 2)
  .map((e) => e.className || e.localName)
"""
SPEECH_PAIRS_AND_NOTES = re.compile(r"\b(worry|card__twin|side|note|remark|said)\b|^li$|^blockquote$")
CONTRAST = """
(e) => {
  const light = (colour) => {
    const linear = (n) => (n <= 0.04 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = colour.match(/[0-9.]+/g).map((n) => linear(n / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const line = getComputedStyle(e).backgroundImage.match(/rgba?[(][^)]*[)]/g).at(-1);  // what the ruling ends in
  const two = [light(line), light(getComputedStyle(document.body).backgroundColor)];
  return Math.max(...two) / Math.min(...two);
}
"""
AROUND = ".md-tabs, .md-sidebar--primary .md-nav__link, .md-content__inner > .lead, .onward, .md-top"


def run(page: Page) -> None:
    mock.begin(page)
    mock.press(page, "Ask the follow-up")


def result(page: Page) -> None:
    mock.begin(page)
    mock.press(page, "Stop here and score")
    mock.score(page, 5, 2)


def scoring(page: Page) -> None:
    mock.begin(page)
    mock.press(page, "Stop here and score")
    third = page.locator("fieldset.field--scale").first.locator("input").nth(2)
    third.evaluate("one => one.click()")  # which does not scroll to it


def erased(page: Page) -> None:
    mock.begin(page)
    mock.erase_elsewhere(page)
    expect(page.get_by_role("heading", name="This interview was erased in another tab")).to_be_visible()


def friend(page: Page) -> None:
    result(page)
    mock.hand_over(page)


def second(page: Page) -> None:
    result(page)
    mock.press(page, "Do it again")
    mock.press(page, "Start the clock")
    mock.press(page, "Stop here and score")
    mock.score(page, 3, 5)


def begun(page: Page) -> None:
    mock.begin(page)
    page.reload()


def card(page: Page) -> None:
    drill.only(page, "Look-alikes")
    drill.press(page, "Begin")
    drill.press(page, "Show the answer")


def answer(page: Page) -> None:
    drill.only(page, "Good answers")
    drill.press(page, "Begin")
    drill.press(page, "Show the answer")


def last(page: Page) -> None:
    drill.only(page, "Look-alikes", "Intents")
    drill.press(page, "Begin")
    drill.answer(page, "With effort")
    while page.get_by_role("button", name="Show the answer").is_visible():
        drill.answer(page, drill.AT_ONCE)


def listed(page: Page) -> None:
    keep(page, stories={"a": stories.own_story(STORY), "b": stories.BEGUN})
    page.reload()
    expect(page.locator(".bank__list li")).to_have_count(2)


def editor(page: Page) -> None:
    listed(page)
    page.locator(".bank__list li > a").last.click()


def whole(page: Page) -> None:
    listed(page)
    page.locator(".bank__list li > a").first.click()


def finished(page: Page) -> None:
    page.get_by_label("What happened?").fill("The dam broke")
    page.get_by_label("I said no first").check()
    page.get_by_role("button", name=sheets.FINISH).click()
    expect(page.locator(".sheet__outcome")).not_to_be_empty()


def looked_at(page: Page) -> None:
    finished(page)
    page.get_by_role("button", name="Show the answers").click()


def known(page: Page) -> None:
    keep(
        page,
        stories={"s": readiness.STORY},
        mocks={"m": readiness.MOCK},
        interview={"date": "2100-01-01", "set": "", "goal": 10},
    )
    page.reload()
    expect(page.locator(".marks__row").first).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "a mock is chosen": (mock.WHERE, mock.choose),
    "a mock runs": (mock.WHERE, run),
    "a mock is scored": (mock.WHERE, scoring),
    "a mock was erased": (mock.WHERE, erased),
    "a friend asks": (mock.WHERE, friend),
    "a mock has a result": (mock.WHERE, result),
    "a second result stands beside the first": (mock.WHERE, second),
    "a mock is unfinished": (mock.WHERE, begun),
    "a card of look-alikes has its answer": (drill.WHERE, card),
    "a card of a good answer has its answer": (drill.WHERE, answer),
    "a session of cards ends": (drill.WHERE, last),
    "stories are listed": (stories.WHERE, listed),
    "a story is begun": (stories.WHERE, editor),
    "a story is whole": (stories.WHERE, whole),
    "a sheet is finished": (sheets.SHEET, finished),
    "an attempt is looked at": (sheets.SHEET, looked_at),
    "readiness has data": (readiness.WHERE, known),
}
ONE_THING = {
    "a mock runs",
    "a mock is scored",
    "a mock has a result",
    "a card of look-alikes has its answer",
    "a session of cards ends",
    "a story is begun",
}


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@contextmanager
def reached(browser: Browser, site: Served, state: str, width: int) -> Iterator[Page]:
    """Give the page in this state of practice."""
    where, reach = STATES[state]
    with visiting(browser, site.url + where, width=width, reduced_motion="reduce") as visit:
        reach(visit.page)
        visit.settle()
        yield visit.page


@pytest.mark.parametrize("state", some_now(STATES, 2))
def test_each_state_is_of_one_system_and_a_bar_marks_speech_pairs_and_notes_only(
    browser: Browser, site: Served, state: str
) -> None:
    with reached(browser, site, state, WIDE) as page:
        page.evaluate(OPEN_ALL)
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            still(page)
            assert (width, outside(page)) == (width, {})
            assert [one for one in page.evaluate(LEFT_BARS) if not SPEECH_PAIRS_AND_NOTES.search(one)] == []
            assert (width, sideways(page)) == (width, 0)


@pytest.mark.parametrize("state", sorted(ONE_THING))
def test_while_one_thing_is_practised_nothing_leads_elsewhere_and_the_title_is_a_line(
    browser: Browser, site: Served, state: str
) -> None:
    with reached(browser, site, state, WIDE) as page:
        assert [e.inner_text() for e in page.locator(AROUND).all() if e.is_visible()] == []
        small = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
        assert small < page.evaluate("parseFloat(getComputedStyle(document.querySelector('article h2')).fontSize)")
        assert page.evaluate("scrollY") == 0
        page.get_by_role("navigation", name="You are here").get_by_role("link", name="Practise").click()
        expect(page.locator(".md-tabs")).to_be_visible()


def test_back_at_the_start_everything_is_there_again(site: Served, open_page: Open) -> None:
    page = open_page(site.url + mock.WHERE).page
    run(page)
    expect(page.locator("h1")).to_have_text(f"Mock interview · {mock.WALK}")
    mock.press(page, "Abandon")
    mock.press(page, "Erase it")
    expect(page.locator("h1")).to_have_text("Mock interview")
    for around in (".md-tabs", ".lead", ".onward"):
        expect(page.locator(around).first).to_be_visible()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_one_presses_in_a_mock_stays_where_it_is(site: Served, open_page: Open, width: int) -> None:
    page = open_page(site.url + mock.WHERE, width=width).page
    mock.begin(page)
    row = page.locator(".mock__move button")
    before = [(box["x"], box["width"]) for box in (one.bounding_box() for one in row.all()) if box]
    expect(row.first).to_be_disabled()
    mock.press(page, "Ask the follow-up")
    expect(row.nth(1)).to_be_disabled()
    mock.press(page, "Next question")
    expect(row.first).to_be_enabled()
    assert [(box["x"], box["width"]) for box in (one.bounding_box() for one in row.all()) if box] == before


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_clock_that_warms_moves_nothing(site: Served, open_page: Open, width: int) -> None:
    page = open_page(site.url + mock.WHERE, width=width).page
    page.clock.install()
    page.reload()
    mock.begin(page)
    before = page.locator(".mock__asks").bounding_box()
    page.clock.fast_forward(7 * 60_000)
    expect(page.locator(".mock__nudge")).to_contain_text("Finish the sentence and go on to")
    assert page.locator(".mock__asks").bounding_box() == before


def test_a_mock_says_where_to_begin_and_how_far_the_scoring_is(site: Served, open_page: Open) -> None:
    page = open_page(site.url + mock.WHERE).page
    expect(page.locator("mock-interview .is-main")).to_have_count(1)
    expect(page.locator("mock-interview .is-main")).to_contain_text("Begin here")
    mock.begin(page)
    mock.press(page, "Stop here and score")
    page.locator(".ticks").first.get_by_role("checkbox").first.check()
    page.locator("fieldset.field--scale").first.locator("input").first.check()
    expect(page.locator(".mock__progress")).to_have_text(re.compile(r"^1 of 3 points said\s*1 of 2 dimensions$"))
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator(".mock__progress")).to_be_in_viewport()


def test_the_weakest_is_practised_by_the_questions_that_decide_it(site: Served, open_page: Open) -> None:
    page = open_page(site.url + mock.WHERE).page
    result(page)
    expect(page.get_by_text("Strongest: The choice. Weakest: The words.")).to_be_visible()
    expect(page.locator("mock-interview .is-main")).to_have_count(1)
    page.get_by_role("button", name="Practise the weakest: ").click()
    expect(page.locator("h2").first).to_have_text(re.compile(rf"^{mock.WALK}, 1 of 2 questions$"))
    mock.press(page, "Start the clock")
    expect(page.get_by_role("button", name="That was the last")).to_be_visible()
    page.goto(site.url + readiness.WHERE)
    expect(page.locator(".marks__row", has_text="Choosing what to build")).to_contain_text("70")


def test_a_session_of_cards_ends_with_what_comes_back_and_what_to_read(site: Served, open_page: Open) -> None:
    page = open_page(site.url + drill.WHERE, now=drill.NOON).page
    last(page)
    expect(page.get_by_role("heading", name="What comes back")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile(r"^\d cards? (tomorrow|on \w+)"))).to_be_visible()
    expect(page.get_by_role("heading", name="What did not come by itself")).to_be_visible()
    assert page.request.get(str(page.locator(".drill .rows a").first.evaluate("a => a.href"))).ok


def test_a_prompt_stands_apart_from_its_field_and_nearer_to_it_than_to_the_one_before(
    browser: Browser, site: Served
) -> None:
    with reached(browser, site, "a story is begun", WIDE) as page:
        for part in page.locator(".own__part").all()[1:]:
            box, hint, area = (part.locator(one).bounding_box() for one in (".field", ".field__hint", "textarea"))
            assert box
            assert hint
            assert area
            gap = area["y"] - hint["y"] - hint["height"]
            assert 4 <= gap <= 16


def test_ones_own_minutes_stay_in_sight_while_one_writes_on_a_phone(browser: Browser, site: Served) -> None:
    with reached(browser, site, "a story is whole", NARROW) as page:
        page.get_by_label("Learnings").scroll_into_view_if_needed()
        page.evaluate(f"scrollBy(0, {HEIGHT // 3})")
        expect(page.locator(".own__bar .strip")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_lines_one_writes_on_are_seen(site: Served, open_page: Open, scheme: str) -> None:
    page = open_page(site.url + sheets.SHEET, scheme=scheme).page
    page.evaluate(f"document.body.dataset.mdColorScheme = '{'slate' if scheme == 'dark' else 'default'}'")
    for field in page.locator("form.sheet :is(textarea, input:not([type=radio], [type=checkbox]))").all():
        assert field.evaluate(CONTRAST) >= 3


def test_a_sheet_says_its_result_once_and_counts_on_when_it_changes(site: Served, open_page: Open) -> None:
    page = open_page(site.url + sheets.SHEET).page
    finished(page)
    expect(
        page.locator(".sheet__finish").get_by_text(re.compile(r"^2 of 5 points( so far)?$")).locator("visible=true")
    ).to_have_count(2)
    expect(page.locator(".sheet__points")).to_be_hidden()
    page.get_by_label("I said why").check()
    expect(page.locator(".sheet__points")).to_have_text("2 of 5 points so far")
    expect(page.locator(".sheet__outcome")).to_be_hidden()
