"""The drill brings cards back when they are needed, and never after the interview."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_BOTH_LOOKS, NARROWEST, Open, Served, Sites
from tests.browser.practice import DAY, FILL, WRONG_CLOCK, document, keep, kept, sideways, tab_to, too_small
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
    return open_page(site.url + WHERE, now=NOON).page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def answer(page: Page, rating: str) -> None:
    press(page, "Show the answer")
    page.get_by_role("group", name="How was it?").get_by_role("button", name=rating).click()


def only(page: Page, *decks: str) -> None:
    if (folded := page.locator(".drill__decks > details.fold:not([open]) > summary")).count():
        folded.click()
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


def test_an_answer_aloud_has_a_clock_that_stops_when_the_answer_is_shown(site: Served, open_page: Open) -> None:
    page = open_page(site.url + WHERE).page
    clock = page.locator(".card__clock")
    only(page, "Frameworks")
    press(page, "Begin")
    expect(clock).to_have_count(0)
    press(page, "Stop here")
    only(page, "Answers aloud")
    press(page, "Begin")
    expect(clock).to_have_text(re.compile(r"^0:0[1-9]$"))
    press(page, "Show the answer")
    expect(clock).to_have_text(re.compile(r"^You told it in 0:\d\d\.$"))


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
    dates = {
        "2026-12-05": ["in 2 days", "in 8 days"],
        "2026-11-30": ["in 2 days", "in 7 days"],
        "2026-11-24": ["tomorrow", "in 2 days"],
    }
    for date, gaps in dates.items():
        drill.get_by_label("Date of your interview").fill(date)
        press(drill, "Begin")
        press(drill, "Show the answer")
        assert promised(drill)[2 : 2 + len(gaps)] == [f"back {gap}" for gap in gaps]
        press(drill, "Stop here")
    expect(
        drill.get_by_text(re.compile(r"3 days left\. At 10 cards a day you will have met 10 of \d+ by the"))
    ).to_be_visible()


def test_a_date_typed_by_keyboard_arrives_whole_and_the_first_click_on_begin_counts(drill: Page) -> None:
    field = drill.get_by_label("Date of your interview")
    for typed, kept_as in (("12052026", "2026-12-05"), ("01072027", "2027-01-07")):
        drill.get_by_label("Cards a day").focus()
        drill.keyboard.press("Tab")
        for at, key in enumerate(typed, 1):
            drill.keyboard.press(key)
            expect(field).to_be_focused()
            date = document(drill).get("interview", {}).get("date", "")
            assert not date or date >= "2026", f"{date} after {at} keys"
        expect(field).to_have_value(kept_as)
        assert document(drill)["interview"]["date"] == kept_as
        expect(field).to_be_focused()
    field.click()
    drill.keyboard.press("ArrowUp")
    drill.get_by_label("Cards a day").fill("3")
    drill.get_by_role("button", name="Begin").click()
    expect(drill.get_by_role("button", name="Show the answer")).to_be_visible()
    press(drill, "Stop here")
    expect(drill.get_by_text("0 of 3 answered today.")).to_be_visible()


def test_another_tab_changes_what_is_said_and_takes_no_field_away(drill: Page) -> None:
    about = drill.get_by_label("Words in it", exact=True)
    about.focus()
    drill.keyboard.type("bet")
    other = drill.context.new_page()
    other.clock.set_fixed_time(NOON)
    other.goto(drill.url)
    other.get_by_label("Cards a day").fill("4")
    other.get_by_label("Cards a day").blur()
    expect(drill.get_by_text("0 of 4 answered today.")).to_be_visible()
    expect(drill.get_by_label("Cards a day")).to_have_value("4")
    expect(about).to_be_focused()
    expect(about).to_have_value("bet")


def test_the_goal_of_the_day_limits_what_is_new(drill: Page) -> None:
    drill.get_by_label("Cards a day").fill("2")
    drill.get_by_label("Cards a day").blur()
    expect(drill.get_by_role("heading", name="2 new")).to_be_visible()
    assert len(run_through(drill)) == 2
    expect(drill.get_by_role("heading", name="Done for today")).to_be_visible()
    expect(drill.get_by_role("heading", name="What comes back")).to_be_visible()
    expect(drill.locator("a.begin")).to_have_count(1)  # what to go on with
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
    expect(drill.locator(".mock__asks")).to_have_accessible_description(re.compile(r"\d+ cards to go\.$"))
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


def test_no_key_rates_a_card_while_something_else_has_the_focus(drill: Page) -> None:
    press(drill, "Begin")
    drill.keyboard.press(" ")
    expect(drill.get_by_role("heading", name="The answer")).to_be_focused()
    drill.get_by_role("link", name="Practise").first.focus()
    drill.keyboard.press("3")
    assert kept(drill, "cards") == {}
    drill.get_by_role("heading", name="The answer").locator("xpath=following::p[1]").click()
    drill.keyboard.press("3")
    assert len(kept(drill, "cards")) == 1


def test_space_and_enter_turn_a_card_and_a_key_takes_the_answer_back(drill: Page) -> None:
    only(drill, "Intents")
    press(drill, "Begin")
    first = front(drill)
    for turn, rating in ((" ", "3"), ("Enter", "4")):
        drill.keyboard.press(turn)
        expect(drill.get_by_role("heading", name="The answer")).to_be_focused()
        drill.keyboard.press(rating)
    assert len(kept(drill, "cards")) == 2
    drill.keyboard.press("u")
    drill.keyboard.press("u")
    assert front(drill) == first
    assert kept(drill, "cards") == {}
    expect(drill.get_by_role("button", name="Take back the last answer")).to_have_count(0)


def test_an_answer_taken_back_leaves_the_card_as_it_was(drill: Page) -> None:
    only(drill, "Intents")
    run_through(drill)
    before = {name: {**one, "saved": ""} for name, one in kept(drill, "cards").items()}
    drill.clock.set_fixed_time("2026-11-23T08:00:00")
    drill.reload()
    press(drill, "Begin")
    answer(drill, NOT_YET)
    press(drill, "Take back the last answer")
    assert {name: {**one, "saved": ""} for name, one in kept(drill, "cards").items()} == before
    run_length = drill.locator(".mock__where").inner_text()
    assert "3 cards to go" in run_length
    for _ in range(3):
        answer(drill, RIGHT)
    press(drill, "Take back the last answer")
    expect(drill.get_by_text("The last card of this session.")).to_be_visible()


def test_a_card_can_be_left_for_today_or_put_aside_and_brought_back(drill: Page) -> None:
    only(drill, "Intents")
    press(drill, "Begin")
    aside = front(drill)
    press(drill, "Put it aside")
    today = front(drill)
    press(drill, "Not today")
    press(drill, "Stop here")
    expect(drill.get_by_role("heading", name="1 new")).to_be_visible()
    drill.clock.set_fixed_time("2026-11-22T08:00:00")
    drill.reload()
    only(drill, "Intents")
    expect(drill.get_by_role("heading", name="2 new")).to_be_visible()
    assert aside not in run_through(drill)
    press(drill, "Back to the start")
    drill.get_by_text("1 put aside").click()
    drill.get_by_role("button", name=f"Bring it back: {aside}").click()
    expect(drill.get_by_text("1 put aside")).to_be_hidden()
    assert run_through(drill) == [aside]
    assert today != aside


def test_effort_lets_a_card_go_in_the_end(drill: Page) -> None:
    only(drill, "Red flags")
    seen = run_through(drill, "With effort")
    assert {seen.count(asked) for asked in seen} == {2}
    press(drill, "Back to the start")
    expect(drill.get_by_role("heading", name="Nothing is due")).to_be_visible()
    expect(drill.get_by_text("What comes back: 2 cards tomorrow.")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 700), (NARROWEST, 600)])
def test_the_ratings_are_in_sight_without_scrolling(site: Served, open_page: Open, width: int, height: int) -> None:
    page = open_page(site.url + WHERE, width=width).page
    page.set_viewport_size({"width": width, "height": height})
    only(page, "Look-alikes")
    press(page, "Begin")
    press(page, "Show the answer")
    box = page.get_by_role("group", name="How was it?").bounding_box()
    assert box
    assert 0 < box["y"] + box["height"] <= height
    if width < 1000:
        assert box["y"] + box["height"] == height
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.get_by_role("button", name="Stop here").bounding_box()
    group = page.get_by_role("group", name="How was it?").bounding_box()
    assert last
    assert group
    assert last["y"] + last["height"] <= group["y"] or last["y"] >= group["y"] + group["height"]


@IN_BOTH_LOOKS
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
    press(page, "Back to the start")
    only(page, "Red flags")
    press(page, "Begin")
    press(page, "Put it aside")
    press(page, "Stop here")
    page.get_by_text("1 put aside").click()
    look("put aside")
    assert found == []


def test_without_script_the_page_leads_to_the_look_alikes(site: Served, open_page: Open) -> None:
    page = open_page(site.url + WHERE, script=False).page
    expect(page.get_by_role("link", name="look-alike questions")).to_be_visible()


def test_the_scheduler_comes_with_its_version_and_licence(site: Served, open_page: Open) -> None:
    visit = open_page(site.url + WHERE)
    (script,) = [url for url in visit.requests if url.endswith("/practice/memory.js")]
    text = visit.page.request.get(script).text()
    assert "ts-fsrs 5.4.2" in text
    assert "Copyright (c) 2026 Open Spaced Repetition" in text
    assert "Permission is hereby granted" in text
