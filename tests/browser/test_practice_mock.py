"""A mock interview runs on a clock that nudges, survives what browsers do to it, and ends in a result."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import IN_BOTH_LOOKS, Open, Served, Sites
from tests.browser.practice import DAY, FILL, WRONG_CLOCK, keep, kept, sideways, tab_to, too_small
from tests.browser.test_accessibility import complaints

WHERE = "practise/mock-interview/"
WALK = "The roadmap review"
SLUG = "the-roadmap-review"


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


@pytest.fixture
def mock(site: Served, open_page: Open) -> Page:
    """Give the page on which a mock interview is chosen."""
    return open_page(site.url + WHERE).page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def choose(page: Page) -> None:
    page.get_by_role("region", name="Pick a walkthrough").get_by_role("button", name=WALK).click()


def begin(page: Page, confidence: int = 4) -> None:
    choose(page)
    page.locator("input[name=confidence]").nth(confidence - 1).check()
    press(page, "Start the clock")


def score(page: Page, *anchors: int) -> None:
    """Choose these anchors on the screen after the clock, and go on to the result."""
    for at, anchor in enumerate(anchors):
        page.locator("fieldset.field--scale").nth(at).locator("input").nth(anchor - 1).check()
    press(page, "Show the result")
    expect(page.locator(".mock__result")).to_be_visible()


def erase_elsewhere(page: Page) -> None:
    """Erase everything in another tab."""
    other = page.context.new_page()
    other.goto(page.url.replace("mock-interview", "my-data"))
    press(other, "Erase everything")
    press(other, "Erase it now")
    expect(other.get_by_text("Everything is erased.")).to_be_visible()
    other.close()


def hand_over(page: Page) -> None:
    """Give the result that is shown to a friend, who opens it in the same browser."""
    page.locator("details", has_text="Give it to a friend").evaluate("details => { details.open = true; }")
    with page.expect_download() as saved:
        press(page, "Save the file for a friend")
    path = saved.value.path()
    press(page, "Choose another")
    page.get_by_label("Open a friend’s file").set_input_files(path)
    expect(page.get_by_label("Your name, or what they call you")).to_be_visible()


def only(page: Page) -> dict[str, object]:
    (mock,) = kept(page, "mocks").values()
    assert isinstance(mock, dict)
    return mock


def question(page: Page) -> str:
    return page.locator(".mock__asks").inner_text()


def notes(page: Page) -> str:
    return page.get_by_label("Notes").input_value()


def test_a_walkthrough_runs_from_the_scenario_to_the_result(mock: Page) -> None:
    choose(mock)
    expect(mock.get_by_text("You have six weeks and two bets, A < B.")).to_be_visible()
    expect(mock.get_by_text("Which one, and what will you tell the other five people?")).to_be_visible()
    expect(mock.get_by_text("Answer as yourself")).to_be_visible()
    mock.get_by_label("I could say it aloud once, with pauses.").check()
    press(mock, "Start the clock")
    assert question(mock) == "Where do you begin?"
    assert "So?" not in mock.locator("mock-interview").inner_text()
    mock.get_by_label("Notes").fill("Who loses, <b>when</b>")
    press(mock, "Ask the follow-up")
    expect(mock.locator(".mock__probes")).to_have_text("Then they ask: Nobody does.")
    mock.get_by_role("button", name="Abandon").scroll_into_view_if_needed()
    press(mock, "Next question")
    assert question(mock) == "So?"
    expect(mock.locator(".mock__time")).to_be_in_viewport()
    press(mock, "That was the last: score it")
    expect(mock.locator(".mock__work")).to_have_text(
        "To work on: The choice, as 3 of the points that decide it are not ticked."
    )
    mock.get_by_label("Asks who loses by waiting").check()
    mock.get_by_label("Chooses aloud").check()
    press(mock, "Show the result")
    expect(mock.get_by_text("Still to choose: The choice, The words.")).to_be_visible()
    beside = mock.locator(".turn").first
    expect(beside.locator(".side").first).to_contain_text("Who loses, <b>when</b>")
    expect(beside.get_by_text("Then they asked: Nobody does.")).to_have_count(1)
    expect(beside.locator(".side--weak")).to_contain_text("I would score both with RICE.")
    expect(beside.locator("details[open]")).to_have_count(0)  # one's own words come first
    beside.locator("summary", has_text="The tempting way").click()
    beside.get_by_label("I did this").check()
    expect(mock.locator(".mock__work")).to_have_text("To work on: The choice, as 1 mistake you ticked costs it.")
    mock.get_by_label("Ranks instead of choosing").check()
    mock.get_by_label("One with its price").check()
    mock.get_by_label("Vague").check()
    expect(mock.locator(".mock__work")).to_have_text("To work on: The words, as you scored it 10 of 40.")
    press(mock, "Show the result")
    expect(mock.locator("h2").first).to_have_text("70 of 100 points")
    expect(mock.locator(".mock__bars")).to_contain_text("60 of 60")
    expect(mock.locator(".mock__bars")).to_contain_text("10 of 40")
    expect(
        mock.get_by_text(
            "You expected about 75 of 100 and scored 70. "
            "You know how well you do this, and the list agrees: 2 of 3 points."
        )
    ).to_be_visible()
    expect(
        mock.get_by_text(
            "This rests on your own choice in 2 of 2 dimensions, 2 of 3 points ticked as said, "
            "what was noted or recorded for 1 of 2 questions."
        )
    ).to_be_visible()
    expect(mock.get_by_role("link", name="Where do you begin?")).to_have_attribute(
        "href", re.compile(rf"/walkthroughs/{SLUG}/#turn-1$")
    )
    expect(mock.get_by_role("img", name="70 of 100, 75 expected")).to_be_visible()
    expect(mock.get_by_text("Strongest: The choice. Weakest: The words.")).to_be_visible()
    held = only(mock)
    assert held["walkthrough"] == SLUG
    assert held["notes"] == {"turn-1": "Who loses, <b>when</b>", "turn-2": ""}
    assert held["asked"] == {"turn-1": [0]}
    assert held["ticks"] == ["clarify-1", "choose-1"]
    assert held["mistakes"] == ["turn-1", "mistake-1"]
    assert held["scores"] == {"choice": 5, "words": 2}
    assert (held["points"], held["of"], held["confidence"]) == (70, 100, 4)


def test_a_second_attempt_stands_beside_the_first(mock: Page) -> None:
    begin(mock)
    press(mock, "Stop here and score")
    score(mock, 2, 2)
    press(mock, "Do it again")
    press(mock, "Start the clock")
    press(mock, "Stop here and score")
    score(mock, 5, 5)
    expect(mock.get_by_role("img", name=re.compile(r"^2 attempts: 25 of 100 on .*, 100 of 100 on "))).to_be_visible()
    mock.get_by_text("The same in figures").click()
    expect(mock.locator(".history tbody tr")).to_have_count(2)
    expect(mock.locator(".history tbody tr").last).to_contain_text("not asked")
    mock.reload()
    expect(mock.get_by_text("best 100 of 100")).to_be_visible()


def test_a_walkthroughs_page_leads_to_its_own_mock(site: Served, open_page: Open) -> None:
    page = open_page(f"{site.url}walkthroughs/{SLUG}/").page
    page.get_by_role("link", name="Start the mock interview", exact=True).first.click()
    expect(page.get_by_role("heading", name=WALK)).to_be_visible()
    expect(page.get_by_role("button", name="Start the clock")).to_be_visible()


def test_a_closed_tab_loses_neither_time_nor_notes(mock: Page) -> None:
    mock.clock.install()
    mock.reload()
    begin(mock)
    mock.get_by_label("Notes").fill("first")
    press(mock, "Next question")
    mock.get_by_label("Notes").fill("second, unsaved")
    mock.clock.run_for(63_000)  # and the seconds that this page itself takes
    expect(mock.locator(".mock__time")).to_contain_text(re.compile("1:0[3-9] of 20:00"))
    mock.reload()
    expect(mock.get_by_text(re.compile("paused at 1:0[3-9]"))).to_be_visible()
    press(mock, "Go on")
    assert question(mock) == "So?"
    assert notes(mock) == "second, unsaved"
    mock.clock.run_for(10_000)
    expect(mock.locator(".mock__time")).to_contain_text(re.compile("1:0[3-9] of 20:00"))
    mock.get_by_role("button", name="Go on", exact=True).click()
    mock.clock.run_for(10_000)
    expect(mock.locator(".mock__time")).to_contain_text(re.compile("1:1[3-9] of 20:00"))


def test_pausing_stops_the_clock(mock: Page) -> None:
    mock.clock.install()
    mock.reload()
    begin(mock)
    mock.clock.run_for(30_000)
    press(mock, "Pause")
    expect(mock.locator(".mock__nudge")).to_have_text("Paused at 0:30. The clock waits for you.")
    mock.clock.run_for(600_000)
    mock.get_by_role("button", name="Go on", exact=True).click()
    mock.clock.run_for(5_000)
    expect(mock.locator(".mock__time")).to_contain_text("0:35 of 20:00")


def test_the_clock_nudges_and_never_blocks(mock: Page) -> None:
    mock.clock.install()
    mock.reload()
    begin(mock)
    nudge, bar = mock.locator(".mock__nudge"), mock.locator(".mock--running .pace")
    expect(nudge).to_have_text("")
    expect(bar).to_have_class("pace pace--0")
    mock.clock.fast_forward(4 * 60_000)
    expect(nudge).to_have_text("The last quarter of this phase.")
    expect(bar).to_have_class("pace pace--1")
    mock.clock.fast_forward(40_000)
    expect(nudge).to_have_text("Come to the point: next is “Choose”.")
    mock.clock.fast_forward(90_000)
    expect(nudge).to_have_text("1 minute over. Finish the sentence and go on to “Choose”.")
    expect(bar).to_have_class("pace pace--3")
    mock.get_by_label("Notes").fill("still writing")
    press(mock, "Next question")
    expect(nudge).to_have_text("")
    expect(bar).to_have_class("pace pace--0")
    mock.clock.fast_forward(60 * 60_000)
    expect(nudge).to_have_text("46 minutes over. Finish the sentence and stop.")
    press(mock, "That was the last: score it")
    expect(mock.get_by_role("heading", name="What did you say?")).to_be_visible()


@pytest.mark.parametrize("off", [DAY, -400 * DAY, 3_600_000, -3_600_000])
def test_setting_the_machines_clock_changes_nothing(mock: Page, off: int) -> None:
    mock.add_init_script(WRONG_CLOCK)
    mock.reload()
    before = mock.evaluate("performance.now()")
    begin(mock)
    until_second(mock, 1)
    mock.evaluate("off => setClockOff(off)", off)
    until_second(mock, 2)
    press(mock, "Pause")
    spent = only(mock)["elapsed"]
    assert isinstance(spent, int)
    assert 2000 <= spent <= mock.evaluate("performance.now()") - before
    shown = {f"{second // 60}:{second % 60:02d} of 20:00" for second in (spent // 1000, round(spent / 1000))}
    assert mock.locator(".mock__time").inner_text().startswith(tuple(shown))
    press(mock, "Stop here and score")
    score(mock, 3, 3)
    expect(mock.locator("h2").first).to_have_text("50 of 100 points")


def test_abandoning_asks_once_more_and_then_erases(mock: Page) -> None:
    begin(mock)
    mock.get_by_label("Notes").fill("gone soon")
    press(mock, "Abandon")
    keep_it = mock.get_by_role("button", name="Keep it")
    expect(keep_it).to_be_focused()
    expect(keep_it).to_have_accessible_description("Notes and recordings of it will be erased.")
    mock.keyboard.press("Escape")
    expect(mock.get_by_role("button", name="Abandon")).to_be_focused()
    press(mock, "Abandon")
    press(mock, "Keep it")
    assert notes(mock) == "gone soon"
    press(mock, "Abandon")
    press(mock, "Erase it")
    expect(mock.get_by_role("heading", name="Pick a walkthrough")).to_be_visible()
    expect(mock.get_by_text("Go on where you stopped")).to_have_count(0)
    assert kept(mock, "mocks") == {}


def test_only_the_tab_that_took_it_over_goes_on(mock: Page) -> None:
    begin(mock)
    mock.get_by_label("Notes").fill("from the first tab")
    press(mock, "Next question")
    second = mock.context.new_page()
    second.goto(mock.url)
    press(second, "Go on")
    expect(mock.get_by_role("heading", name="This interview goes on in another tab")).to_be_visible()
    second.get_by_label("Notes").fill("from the second tab")
    press(second, "Previous")
    assert notes(second) == "from the first tab"
    press(mock, "Go on here")
    expect(second.get_by_role("heading", name="This interview goes on in another tab")).to_be_visible()
    assert notes(mock) == "from the first tab"
    press(mock, "Next question")
    assert notes(mock) == "from the second tab"


def test_what_another_tab_writes_meanwhile_stays(mock: Page) -> None:
    begin(mock)
    second = mock.context.new_page()
    second.goto(mock.url)
    begin(second)
    press(second, "Pause")
    mock.get_by_label("Notes").fill("mine")
    press(mock, "Next question")
    assert len(kept(mock, "mocks")) == 2
    expect(mock.get_by_role("heading", name="So?")).to_be_visible()


def test_a_full_browser_is_reported_and_the_interview_goes_on(mock: Page) -> None:
    begin(mock)
    mock.evaluate(FILL)
    mock.get_by_label("Notes").fill("n" * 5000)
    press(mock, "Next question")
    expect(mock.locator(".sheet__saved")).to_contain_text("no room left")
    press(mock, "That was the last: score it")
    score(mock, 4, 4)
    expect(mock.locator("h2").first).to_have_text("75 of 100 points")


def test_a_mix_is_drawn_by_competency_level_and_length(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + WHERE).page
    page.get_by_label("Competency").select_option(index=1)
    page.get_by_label("Level").select_option(index=4)
    page.get_by_label("Length").select_option("15")
    drawn_from = page.get_by_text(re.compile(r"^Drawn from \d+ questions\.$"))
    expect(drawn_from).to_be_visible()
    press(page, "Draw the questions")
    expect(page.get_by_text("15 minutes, 2 questions", exact=True)).to_be_visible()
    press(page, "Start the clock")
    first = question(page)
    page.reload()
    press(page, "Go on")
    assert question(page) == first
    press(page, "Next question")
    assert question(page) != first
    press(page, "That was the last: score it")
    score(page, 3, 3, 3, 3)
    expect(page.locator("h2").first).to_have_text("50 of 100 points")
    expect(page.get_by_role("img", name="50 of 100", exact=True)).to_be_visible()
    assert [len(only(page)[name]) for name in ("questions", "scores")] == [2, 4]  # type: ignore[arg-type]


def test_a_mix_asks_only_what_follows_its_question_and_says_when_there_is_no_more(mock: Page) -> None:
    mock.get_by_label("Competency").select_option("choosing-what-to-build")
    press(mock, "Draw the questions")
    press(mock, "Start the clock")
    while question(mock) != "What is the hardest bet you made?":
        expect(mock.get_by_role("button", name="No follow-up to this one")).to_be_disabled()
        press(mock, "Next question")
    press(mock, "Ask the follow-up")
    expect(mock.locator(".mock__probes li")).to_have_text(
        ["Then they ask: Tell me about a time you disagreed with your boss."]
    )
    expect(mock.get_by_role("button", name="No further follow-up")).to_be_disabled()


def test_where_no_question_fits_nothing_is_drawn(mock: Page) -> None:
    mock.get_by_label("Competency").select_option("saying-no")
    mock.get_by_label("Level").select_option("associate")
    expect(mock.get_by_text("No question of the bank fits.")).to_be_visible()
    expect(mock.get_by_role("button", name="Draw the questions")).to_be_disabled()


def until_second(page: Page, second: int) -> None:
    """Wait until the mock interview's clock shows so many seconds, or more."""
    less = "|".join(f"0:{before:02d}" for before in range(second))
    expect(page.locator(".mock__time")).to_have_text(re.compile(rf"^(?!{less})\d"))


def test_a_mock_that_was_not_recorded_says_nothing_of_recordings(mock: Page) -> None:
    begin(mock)
    mock.reload()
    press(mock, "Go on")
    expect(mock.locator(".mock__voice")).to_be_empty()
    expect(mock.get_by_role("button", name="Record again")).to_be_hidden()


def test_a_mock_can_be_sat_by_keyboard_alone(mock: Page) -> None:
    tab_to(mock, f"Begin here{WALK}")
    mock.keyboard.press("Enter")
    expect(mock.get_by_role("heading", name=WALK)).to_be_focused()
    tab_to(mock, "I would not know how to begin.")
    mock.keyboard.press("ArrowDown")
    tab_to(mock, "Start the clock")
    mock.keyboard.press("Enter")
    expect(mock.get_by_role("heading", name="Where do you begin?")).to_be_focused()
    tab_to(mock, "Notes")
    mock.keyboard.type("typed")
    tab_to(mock, "Next question")
    mock.keyboard.press("Enter")
    expect(mock.get_by_role("heading", name="So?")).to_be_focused()
    tab_to(mock, "That was the last")
    mock.keyboard.press("Enter")
    tab_to(mock, "Asks who loses by waiting")
    mock.keyboard.press("Space")
    for anchor in ("None", "Nothing | nobody"):
        tab_to(mock, anchor)
        mock.keyboard.press("Space")
    tab_to(mock, "Show the result")
    mock.keyboard.press("Enter")
    expect(mock.get_by_role("heading", name="0 of 100 points")).to_be_focused()
    assert only(mock)["confidence"] == 2


@IN_BOTH_LOOKS
def test_every_screen_is_accessible_and_fits(site: Served, open_page: Open, scheme: str, width: int) -> None:
    page = open_page(site.url + WHERE, scheme=scheme, width=width, reduced_motion="reduce").page
    found: list[str] = []

    def look(where: str) -> None:
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        found.extend(f"{where}: {complaint}" for complaint in complaints(page))
        found.extend(f"{where}: {control}" for control in too_small(page, "mock-interview"))
        if sideways(page):
            found.append(f"{where}: {sideways(page)} px too wide")

    look("choose")
    choose(page)
    look("ready")
    press(page, "Start the clock")
    press(page, "Ask the follow-up")
    look("running")
    press(page, "Pause")
    look("paused")
    press(page, "Abandon")
    look("abandoning")
    press(page, "Keep it")
    press(page, "Stop here and score")
    for at in (0, 1):
        page.locator("fieldset.field--scale").nth(at).locator("input").nth(3).check()
    look("review")
    press(page, "Show the result")
    look("result")
    hand_over(page)
    look("a friend asks")
    press(page, "Close it")
    page.locator("#before + .rows button").first.click()
    press(page, "Do it again")
    page.get_by_label("Says nothing").check()
    press(page, "Start the clock")
    look("silent")
    erase_elsewhere(page)
    look("erased")
    press(page, "Keep it again and go on")
    page.reload()
    look("unfinished")
    assert found == []


def test_without_script_the_page_leads_to_the_walkthroughs_and_their_score_sheets(
    site: Served, open_page: Open
) -> None:
    page = open_page(site.url + WHERE, script=False).page
    expect(page.get_by_role("link", name=WALK)).to_be_visible()
    page.get_by_role("link", name="score sheet").click()
    assert page.url == f"{site.url}worksheets/score-sheet-{SLUG}/"


def test_what_a_stranger_put_into_the_data_does_no_harm(mock: Page) -> None:
    hostile = {
        "x:1": {
            "walkthrough": "<img src=x onerror=alert(1)>",
            "title": "<b>t</b>",
            "stage": "running",
            "started": "",
        },
        "x:2": {"walkthrough": SLUG, "stage": "done", "turn": 99_999, "scores": {"choice": 0.5, "gone": 5}, "of": 0},
        "x:3": {"walkthrough": SLUG, "stage": "running", "turn": 77, "notes": {"gone": "x"}},
        "x:4": {"walkthrough": "mix", "stage": "running", "questions": ["gone"]},
        "x:5": {"walkthrough": SLUG, "stage": "running", "started": "soon", "elapsed": "x"},
    }
    keep(mock, mocks=hostile)
    mock.reload()
    expect(mock.get_by_text("<b>t</b>")).to_be_visible()
    for at in range(3):
        mock.reload()
        mock.get_by_role("button", name="Go on").nth(at).click()
        expect(mock.locator("mock-interview h2").first).to_be_visible()
    mock.reload()
    mock.locator("#before + .rows button").first.click()
    expect(mock.get_by_role("heading", name=re.compile("points$"))).to_be_visible()
    assert set(kept(mock, "mocks")) == {"x:1", "x:2", "x:3", "x:4"}  # what does not fit is set aside


def test_it_runs_from_a_disk_without_a_server(browser: Browser, site: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)) if "search" not in str(error) else None)
    page.goto((site.root / "site" / WHERE / "index.html").as_uri())
    begin(page)
    page.get_by_label("Notes").fill("from a disk")
    press(page, "Next question")
    page.reload()
    press(page, "Go on")
    press(page, "Previous")
    assert notes(page) == "from a disk"
    assert complaints == []
    context.close()
