"""The interviewer speaks where it may, follows up and interrupts where it should, and Back never loses an interview."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Served, Sites
from tests.browser.practice import keep, kept
from tests.browser.test_practice_mock import WALK, WHERE, begin, choose, notes, only, press, question, score

VOICES = """
globalThis.said = [];
globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const voices = [
  { name: 'Far', lang: 'en-GB', localService: false },
  { name: 'Near', lang: 'en-GB', localService: true },
  { name: 'Other', lang: 'en-US', localService: true },
  { name: 'Nah', lang: 'de-DE', localService: true },
];
Object.defineProperty(globalThis, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
  getVoices: () => globalThis.late ? [] : voices,
  speak: ({ text, voice, rate }) => said.push([text, voice.name, rate]),
  cancel: () => said.push('stop'),
}) });
"""
NONE = "Object.defineProperty(globalThis, 'speechSynthesis', { value: undefined });"
BROKEN = VOICES + "speechSynthesis.speak = () => { throw new Error('no'); };"


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture
def mock(site: Served, open_page: Open) -> Page:
    """Give the page on which a mock interview is chosen, in a browser with voices."""
    page = open_page(site.url + WHERE).page
    page.add_init_script(VOICES)
    page.reload()
    return page


def said(page: Page) -> list[str]:
    return [one[0] for one in page.evaluate("said") if one != "stop"]


def manner(page: Page, name: str) -> None:
    choose(page)
    page.get_by_label(name).check()
    press(page, "Start the clock")


def test_questions_are_asked_aloud_by_a_voice_of_this_device_where_one_wants_it(mock: Page) -> None:
    choose(mock)
    expect(mock.locator("#voice-name")).to_be_hidden()
    mock.get_by_label("Ask the questions aloud").check()
    assert mock.locator("#voice-name").locator("option").all_inner_texts() == ["Near", "Other"]
    mock.locator("#voice-name").select_option("Other")
    mock.get_by_label("Pace").select_option("slow")
    press(mock, "Hear it")
    assert mock.evaluate("said.at(-1).slice(1)") == ["Other", 0.8]
    press(mock, "Start the clock")
    press(mock, "Ask the follow-up")
    press(mock, "Next question")
    assert said(mock)[1:] == ["Where do you begin?", "Nobody does.", "So?"]
    press(mock, "Pause")
    assert mock.evaluate("said.at(-1)") == "stop"
    mock.get_by_label("Notes").fill("x")
    press(mock, "Stop here and score")
    score(mock, 3, 3)
    press(mock, "Do it again")
    expect(mock.locator("#voice-name")).to_have_value("Other")
    assert only_interviewer(mock) == {"manner": "waits", "aloud": True, "voice": "Other", "rate": 0.8}


def only_interviewer(page: Page) -> object:
    return only(page)["interviewer"]


def test_unasked_nothing_is_said(mock: Page) -> None:
    begin(mock)
    press(mock, "Next question")
    assert said(mock) == []


@pytest.mark.parametrize(("script", "offered"), [(NONE, False), (BROKEN, True)])
def test_without_a_voice_nothing_breaks(site: Served, open_page: Open, script: str, *, offered: bool) -> None:
    visit = open_page(site.url + WHERE)
    page = visit.page
    page.add_init_script(script)
    page.reload()
    choose(page)
    if offered:
        page.get_by_label("Ask the questions aloud").check()
        press(page, "Hear it")
        expect(page.get_by_text("This voice does not speak now.")).to_be_visible()
    else:
        expect(page.get_by_text("This browser has no voice on this device")).to_be_visible()
    press(page, "Start the clock")
    press(page, "Next question")
    assert question(page) == "So?"
    assert visit.errors == []


def test_voices_that_a_browser_finds_late_are_offered(site: Served, open_page: Open) -> None:
    page = open_page(site.url + WHERE).page
    page.add_init_script(VOICES + "globalThis.late = true;")
    page.reload()
    choose(page)
    expect(page.get_by_text("This browser has no voice on this device")).to_be_visible()
    page.evaluate("late = false; speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    expect(page.get_by_label("Ask the questions aloud")).to_be_visible()


def test_the_follow_up_comes_by_itself_and_one_is_stopped_near_the_end(mock: Page) -> None:
    mock.clock.install()
    mock.reload()
    choose(mock)
    mock.get_by_label("Follows up and interrupts").check()
    mock.get_by_label("Ask the questions aloud").check()
    press(mock, "Start the clock")
    expect(mock.get_by_role("button", name="Ask the follow-up")).to_be_hidden()
    place = mock.get_by_role("button", name="I have answered").bounding_box()
    press(mock, "I have answered")
    expect(mock.locator(".mock__probes")).to_have_text("Then they ask: Nobody does.")
    assert mock.get_by_role("button", name="Next question").bounding_box() is not None
    assert place
    assert mock.get_by_role("button", name="Next question").bounding_box()["x"] == place["x"]  # type: ignore[index]
    mock.clock.fast_forward(4 * 60_000 + 35_000)
    expect(mock.locator(".mock__nudge")).to_contain_text("Let me stop you there. I would like to get to “Choose”")
    assert said(mock)[:3] == ["Where do you begin?", "Nobody does.", said(mock)[2]]
    assert said(mock)[2].startswith("Let me stop you there.")
    mock.clock.fast_forward(10_000)
    assert len(said(mock)) == 3
    mock.clock.fast_forward(60_000)
    expect(mock.locator(".mock__nudge")).to_contain_text("Finish the sentence")


def test_one_who_is_late_is_not_held_up_by_a_follow_up(mock: Page) -> None:
    mock.clock.install()
    mock.reload()
    manner(mock, "Follows up and interrupts")
    mock.clock.fast_forward(6 * 60_000)
    press(mock, "Next question")
    assert question(mock) == "So?"
    press(mock, "I have answered")
    press(mock, "That was the last: score it")
    expect(mock.get_by_role("heading", name="What did you say?")).to_be_visible()


def test_a_silent_interviewer_shows_the_question_and_the_time(mock: Page) -> None:
    mock.clock.install()
    mock.reload()
    manner(mock, "Says nothing")
    mock.clock.fast_forward(6 * 60_000)
    expect(mock.locator(".mock__time")).to_contain_text("6:00 of 20:00")
    expect(mock.locator(".mock__nudge")).to_be_empty()
    expect(mock.get_by_role("button", name="Ask the follow-up")).to_be_hidden()
    assert said(mock) == []


def test_back_in_the_browser_leads_to_the_question_before_and_loses_nothing(mock: Page) -> None:
    begin(mock)
    mock.get_by_label("Notes").fill("of the first")
    press(mock, "Ask the follow-up")
    press(mock, "Next question")
    mock.get_by_label("Notes").fill("of the second")
    mock.go_back()
    expect(mock.get_by_role("heading", name="Where do you begin?")).to_be_focused()
    assert notes(mock) == "of the first"
    expect(mock.locator(".mock__probes")).to_contain_text("Nobody does.")
    mock.go_forward()
    expect(mock.get_by_role("heading", name="So?")).to_be_focused()
    assert notes(mock) == "of the second"
    mock.go_back()
    expect(mock.get_by_role("heading", name="Where do you begin?")).to_be_focused()
    mock.go_back()
    expect(mock.get_by_text("Go on where you stopped")).to_be_visible()
    mock.go_forward()
    expect(mock.locator(".mock__asks")).to_be_visible()
    assert only(mock)["notes"] == {"turn-1": "of the first", "turn-2": "of the second"}


def test_back_from_the_review_leads_to_the_interview_and_from_the_result_to_the_review(mock: Page) -> None:
    begin(mock)
    mock.get_by_label("Notes").fill("kept")
    press(mock, "Stop here and score")
    mock.go_back()
    expect(mock.get_by_role("heading", name="Where do you begin?")).to_be_visible()
    assert notes(mock) == "kept"
    expect(mock.get_by_role("button", name="Go on", exact=True)).to_be_visible()
    press(mock, "Stop here and score")
    score(mock, 3, 3)
    mock.go_back()
    expect(mock.get_by_role("heading", name="What did you say?")).to_be_visible()
    expect(mock.locator("fieldset.field--scale input:checked")).to_have_count(2)
    press(mock, "Show the result")
    expect(mock.locator("h2").first).to_have_text("50 of 100 points")


def test_what_was_only_looked_at_does_not_pile_up(mock: Page) -> None:
    for _ in range(3):
        choose(mock)
        mock.locator("input[name=confidence]").nth(3).check()
        press(mock, "Choose another")
    assert kept(mock, "mocks") == {}
    begin(mock)
    mock.go_back()
    expect(mock.get_by_role("heading", name="Pick a walkthrough")).to_be_visible()
    expect(mock.get_by_text("Go on where you stopped")).to_have_count(0)
    assert kept(mock, "mocks") == {}
    begin(mock)
    mock.get_by_label("Notes").fill("answered")
    mock.go_back()
    expect(mock.get_by_text("Go on where you stopped")).to_be_visible()
    assert len(kept(mock, "mocks")) == 1


def test_where_to_begin_follows_the_readers_level_and_the_own_loop_goes_before_it(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.real.url + WHERE).page
    levels = page.evaluate("handbookData.walkthroughs.walkthroughs.map(({ level }) => level)")
    level = next(one for one in levels if one != levels[0])
    name = page.evaluate("level => handbookData.guide.levels.find(({ id }) => id === level).name", level)
    page.get_by_label("You interview as").select_option(level)
    expect(page.locator(".begin")).to_contain_text(name)
    page.locator(".begin").click()
    press(page, "Start the clock")
    page.get_by_label("Notes").fill("x")
    press(page, "Stop here and score")
    page.reload()
    expect(page.get_by_label("You interview as")).to_have_value(level)
    keep(page, stories={"1-s": {"give": {"level": level}}})
    page.reload()
    expect(page.get_by_label("You interview as")).to_have_value(level)
    expect(page.locator(".begin")).to_contain_text(name)


def test_the_readers_walk_is_named(mock: Page) -> None:
    expect(mock.locator(".begin")).to_contain_text(re.compile(WALK))
