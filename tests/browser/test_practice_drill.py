"""The drill brings cards back when they are needed, and never after the interview."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROWEST, Open, Served, Sites
from tests.browser.practice import DAY, FILL, WRONG_CLOCK, keep, kept, sideways, tab_to, too_small
from tests.browser.test_accessibility import complaints

WHERE = "practise/drill/"
NOON = "2026-11-21T12:00:00"
DECKS = ("Intents", "Look-alikes", "Good answers", "Answers aloud", "Red flags", "Frameworks")
RIGHT, NOT_YET, AT_ONCE = "Right", "Not yet", "At once"


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture
def drill(site: Served, open_page: Open) -> Page:
    """Give the drill at noon of a day that does not change."""
    page = open_page(site.url).page
    page.clock.set_fixed_time(NOON)
    page.goto(site.url + WHERE)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def answer(page: Page, rating: str) -> None:
    press(page, "Show the answer")
    page.get_by_role("group", name="How was it?").get_by_role("button", name=rating).click()


def only(page: Page, *decks: str) -> None:
    for deck in DECKS:
        page.get_by_label(re.compile(f"^{deck}:")).set_checked(deck in decks)


def front(page: Page) -> str:
    return page.locator(".mock__asks").inner_text()


def promised(page: Page) -> list[str]:
    return page.locator(".card__when").all_inner_texts()


def run_through(page: Page, rating: str = RIGHT) -> list[str]:
    """Answer every card of the session and give their fronts."""
    press(page, "Begin")
    seen = []
    while page.get_by_role("button", name="Show the answer").is_visible():
        seen.append(front(page))
        answer(page, rating)
    return seen


def test_a_card_of_each_kind_asks_first_and_answers_when_asked(drill: Page) -> None:
    for deck, asks, answers in (
        ("Intents", "What is the hardest bet you made?", "They want to see one choice."),
        ("Look-alikes", "disagreed with your boss", "Do you know what the figure does not count?"),
        ("Good answers", "What is the hardest bet you made?", "One bet with its price"),
        ("Red flags", "Blames the engineers’ capacity", "Say what was worth more."),
        ("Frameworks", "", "?"),
    ):
        only(drill, deck)
        press(drill, "Begin")
        for _ in range(6):
            if asks in front(drill):
                break
            answer(drill, RIGHT)
        expect(drill.locator(".card__back")).to_be_empty()
        press(drill, "Show the answer")
        expect(drill.locator(".card__back")).to_contain_text(answers)
        expect(drill.get_by_role("link", name="Read it where it stands")).to_be_visible()
        press(drill, "Stop here")


def test_what_was_not_right_comes_again_until_it_is(drill: Page) -> None:
    only(drill, "Intents")
    press(drill, "Begin")
    missed = front(drill)
    answer(drill, NOT_YET)
    seen = []
    while drill.get_by_role("button", name="Show the answer").is_visible():
        seen.append(front(drill))
        answer(drill, RIGHT)
    assert seen.count(missed) == 1
    assert len(seen) == 3
    expect(drill.get_by_role("heading", name="That was all of them")).to_be_visible()
    expect(drill.get_by_text("4 answers in this session, 3 of 10 cards today.")).to_be_visible()


def test_a_reload_in_the_middle_loses_no_answer(drill: Page) -> None:
    only(drill, "Intents")
    press(drill, "Begin")
    first = front(drill)
    answer(drill, RIGHT)
    drill.reload()
    expect(drill.get_by_text("1 of 10 answered today.")).to_be_visible()
    assert first not in run_through(drill)
    assert len(kept(drill, "cards")) == 3


def test_cards_come_back_on_their_day_and_not_before(drill: Page) -> None:
    only(drill, "Intents")
    assert len(run_through(drill)) == 3
    for day, count in (("2026-11-22", 0), ("2026-11-23", 3)):
        drill.clock.set_fixed_time(f"{day}T08:00:00")
        drill.goto("about:blank")
        drill.go_back()
        expect(drill.get_by_role("heading", name="3 due" if count else "Nothing is due")).to_be_visible()


def test_the_date_of_the_interview_draws_the_cards_nearer(drill: Page) -> None:
    only(drill, "Intents")
    press(drill, "Begin")
    press(drill, "Show the answer")
    assert promised(drill) == ["again in this session", "again in this session", "back in 2 days", "back in 8 days"]
    press(drill, "Stop here")
    for date, gaps in (("2026-12-05", ["back in 2 days", "back in 4 days"]), ("2026-11-23", ["back tomorrow"] * 2)):
        drill.get_by_label("Date of the interview").fill(date)
        drill.get_by_label("Date of the interview").blur()
        press(drill, "Begin")
        press(drill, "Show the answer")
        assert promised(drill)[2:] == gaps
        press(drill, "Stop here")
    expect(drill.get_by_text("2 days left. A card you know comes back within a day")).to_be_visible()


def test_the_goal_of_the_day_limits_what_is_new(drill: Page) -> None:
    drill.get_by_label("Cards a day").fill("2")
    drill.get_by_label("Cards a day").blur()
    expect(drill.get_by_role("heading", name="2 new")).to_be_visible()
    assert len(run_through(drill)) == 2
    expect(drill.get_by_role("heading", name="Done for today")).to_be_visible()
    press(drill, "Back to the start")
    press(drill, "Ten more, unasked")
    expect(drill.get_by_role("button", name="Show the answer")).to_be_visible()
    drill.reload()
    expect(drill.get_by_label("Cards a day")).to_have_value("2")


def test_the_number_of_a_session_gives_it_again(site: Served, open_page: Open) -> None:
    sessions = []
    for number in ("seven", "seven", "eight"):
        page = open_page(f"{site.url}{WHERE}#?session={number}").page
        expect(page.get_by_label("Number of the session")).to_have_value(number)
        sessions.append(run_through(page))
    assert sessions[0] == sessions[1]
    assert sessions[0] != sessions[2]


def test_a_choice_of_cards_stands_in_the_address(drill: Page) -> None:
    only(drill, "Red flags")
    drill.get_by_label("Competency").focus()
    drill.get_by_label("Competency").select_option("saying-no")
    assert drill.url.endswith("#?deck=flags&competency=saying-no")
    expect(drill.get_by_label("Competency")).to_be_focused()
    drill.reload()
    assert run_through(drill) == ["Blames the engineers’ capacity"]


def test_setting_the_machines_clock_back_spoils_no_card(drill: Page, site: Served) -> None:
    drill.add_init_script(WRONG_CLOCK)
    drill.goto(site.url)
    drill.goto(site.url + WHERE)
    only(drill, "Intents")
    run_through(drill)
    before = kept(drill, "cards")
    for off in (-400 * DAY, 2 * DAY):
        drill.evaluate("off => setClockOff(off)", off)
        press(drill, "Back to the start")
        if drill.get_by_role("button", name="Begin").is_visible():
            run_through(drill)
        else:
            press(drill, "Ten more, unasked")
            press(drill, "Back")
            only(drill, "Intents", "Red flags")
            run_through(drill)
            only_intents = kept(drill, "cards")
            assert {name: only_intents[name] for name in before} == before
    after: dict[str, Any] = kept(drill, "cards")
    assert all(after[name]["card"]["stability"] >= before[name]["card"]["stability"] for name in before)


def test_two_tabs_keep_each_others_answers(drill: Page) -> None:
    only(drill, "Intents")
    press(drill, "Begin")
    second = drill.context.new_page()
    second.clock.set_fixed_time(NOON)
    second.goto(drill.url)
    only(second, "Frameworks")
    run_through(second)
    answer(drill, RIGHT)
    names = list(kept(drill, "cards"))
    assert sum(name.startswith("framework:") for name in names) >= 1
    assert sum(name.startswith("intent:") for name in names) == 1


def test_a_full_browser_is_reported(drill: Page) -> None:
    drill.evaluate(FILL)
    only(drill, "Red flags", "Intents")
    run_through(drill)
    expect(drill.locator(".sheet__saved")).to_contain_text("no room left")


def test_what_a_stranger_put_into_the_data_counts_as_never_seen(drill: Page) -> None:
    card = {"due": "soon", "stability": "<b>", "state": 2}
    keep(
        drill, cards={"intent:hardest-bet": {"card": card, "log": 5}, "intent:pushed-back": {}, "gone:x": {"card": {}}}
    )
    drill.reload()
    only(drill, "Intents")
    assert len(run_through(drill)) == 3
    assert "gone:x" in kept(drill, "cards")


def test_cards_can_be_drilled_by_keyboard_alone(drill: Page) -> None:
    tab_to(drill, "Begin")
    drill.keyboard.press("Enter")
    expect(drill.locator(".mock__asks")).to_be_focused()
    first = front(drill)
    tab_to(drill, "Say it aloud")
    drill.keyboard.type("3 things")
    assert front(drill) == first
    tab_to(drill, "Show the answer")
    drill.keyboard.press("Enter")
    expect(drill.get_by_role("heading", name="The answer")).to_be_focused()
    drill.keyboard.press("3")
    assert front(drill) != first
    expect(drill.locator(".mock__asks")).to_be_focused()
    assert len(kept(drill, "cards")) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, NARROWEST])
def test_every_screen_is_accessible_and_fits(site: Served, open_page: Open, scheme: str, width: int) -> None:
    page = open_page(site.url + WHERE, scheme=scheme, width=width, reduced_motion="reduce").page
    found: list[str] = []

    def look(where: str) -> None:
        found.extend(f"{where}: {complaint}" for complaint in complaints(page))
        found.extend(f"{where}: {control}" for control in too_small(page, "card-drill"))
        if sideways(page):
            found.append(f"{where}: {sideways(page)} px too wide")

    look("start")
    only(page, "Look-alikes")
    press(page, "Begin")
    look("front")
    press(page, "Show the answer")
    look("back")
    page.get_by_role("group", name="How was it?").get_by_role("button", name=AT_ONCE).click()
    look("end")
    assert found == []


def test_without_script_the_page_leads_to_the_look_alikes(site: Served, open_page: Open) -> None:
    page = open_page(site.url + WHERE, script=False).page
    expect(page.get_by_role("link", name="look-alike questions")).to_be_visible()


def test_the_scheduler_comes_with_its_version_and_licence(site: Served, open_page: Open) -> None:
    visit = open_page(site.url + WHERE)
    (script,) = [url for url in visit.requests if url.endswith("/practice/cards.js")]
    text = visit.page.request.get(script).text()
    assert "ts-fsrs 5.4.2" in text
    assert "Copyright (c) 2026 Open Spaced Repetition" in text
    assert "Permission is hereby granted" in text
