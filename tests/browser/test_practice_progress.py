"""How it goes: what was practised, drawn and said, with nothing kept, with a part of it, and with all."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_BOTH_LOOKS, Open, Served, Sites
from tests.browser.practice import keep, sideways
from tests.browser.test_accessibility import OPEN_ALL, complaints

WHERE = "practise/how-it-goes/"
NOON = "2026-11-21T12:00:00"
CARD = {
    "stability": 3.1,
    "difficulty": 5,
    "elapsed_days": 0,
    "scheduled_days": 2,
    "learning_steps": 0,
    "reps": 1,
    "lapses": 0,
    "state": 2,
}
MOCK = {"walkthrough": "mix", "stage": "done", "elapsed": 34 * 60_000, "finished": "2026-11-19T12:00:00"}


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


def card(*days: str) -> dict[str, object]:
    log = [{"at": f"{day}T12:00:00", "rating": 3} for day in days]
    return {"card": {**CARD, "due": "2026-11-22T12:00:00", "last_review": f"{days[-1]}T12:00:00"}, "log": log}


def practised(page: Page, site: Served, **more: object) -> Page:
    page.clock.set_fixed_time(NOON)
    cards = {"intent:hardest-bet": card("2026-11-18", "2026-11-20"), "intent:pushed-back": card("2026-11-20")}
    keep(page, interview={"date": "2026-12-01", "goal": 5, "set": "2026-11-18"}, cards=cards, **more)
    page.goto(site.url + WHERE)
    return page


def test_with_nothing_kept_it_says_where_to_begin(site: Served, open_page: Open) -> None:
    page = open_page(site.url + WHERE).page
    expect(page.get_by_text("Nothing is practised yet.")).to_be_visible()
    page.get_by_role("link", name="Begin: 10 cards").click()
    expect(page).to_have_url(site.url + "practise/drill/")


def test_days_cards_and_recall_are_said_in_words_and_in_figures(site: Served, open_page: Open) -> None:
    page = practised(open_page(site.url).page, site, mocks={"mix:1": MOCK})
    expect(page.get_by_text("You practised on 3 days, the last 3 of them in a row.")).to_be_visible()
    expect(page.get_by_role("img", name="You practised on 3 days")).to_be_visible()
    expect(page.locator(".goes__day")).to_have_count(3 * 7)
    expect(page.locator(".goes__day.is-interview")).to_have_count(1)
    expect(page.get_by_text("Until the interview")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^1 of \d+ met, \d+ % known$"))).to_have_count(2)
    expect(page.get_by_text("34 minutes in mock interviews, in 1 week.")).to_be_visible()
    page.get_by_text("The same in figures").first.click()
    expect(page.get_by_role("cell", name="2 cards")).to_be_visible()
    expect(page.get_by_role("cell", name="1 mock interview, 34 minutes spoken")).to_be_visible()


def test_where_no_day_is_ahead_no_chart_is_drawn(site: Served, open_page: Open) -> None:
    page = practised(open_page(site.url + WHERE).page, site)
    expect(page.get_by_role("heading", name="The cards of the days ahead")).to_be_visible()
    done = {"intent:hardest-bet": card("2026-11-21"), "intent:pushed-back": card("2026-11-21")}
    keep(page, interview={"date": "2026-11-21", "goal": 1, "set": "2026-11-18"}, cards=done)
    page.reload()
    expect(page.get_by_role("heading", name="The days you practised")).to_be_visible()
    expect(page.get_by_role("heading", name="The cards of the days ahead")).to_have_count(0)


def test_without_an_interview_in_the_mock_it_says_so(site: Served, open_page: Open) -> None:
    page = practised(open_page(site.url).page, site)
    expect(page.get_by_text("No mock interview yet.")).to_be_visible()


def test_what_a_stranger_put_into_the_data_is_left_out(site: Served, open_page: Open) -> None:
    visit = open_page(site.url)
    page = visit.page
    page.clock.set_fixed_time(NOON)
    spoilt = {"card": 1, "log": "x"}
    sheets = {"a": {"attempts": [None, {"at": 5}]}}
    keep(page, cards={"intent:hardest-bet": spoilt}, mocks={"a:1": {"elapsed": "<b>"}}, worksheets=sheets)
    page.goto(site.url + WHERE)
    expect(page.get_by_text("Nothing is practised yet.")).to_be_visible()
    assert visit.errors == []


@IN_BOTH_LOOKS
def test_it_is_accessible_and_fits(site: Served, open_page: Open, scheme: str, width: int) -> None:
    page = practised(
        open_page(site.url, scheme=scheme, width=width, reduced_motion="reduce").page, site, mocks={"mix:1": MOCK}
    )
    expect(page.locator(".goes")).to_be_visible()
    page.evaluate(OPEN_ALL)
    assert complaints(page) == []
    assert not sideways(page)
