"""A worksheet saves as one types, scores itself, keeps its attempts, and prints filled or blank."""

import re
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NARROWEST, Open, Sites, some_now
from tests.browser.practice import DOCUMENT, FILL, keep
from tests.browser.test_accessibility import complaints
from tests.readers.page import read

NOON = "2026-02-26T12:00:00"
SHEET = "worksheets/every-kind-of-field/"
STORY_SHEET = "worksheets/story-sheet-choosing-what-to-build/"
FINISH, EMPTY = "Finish this attempt", "Start again with an empty sheet"


@pytest.fixture
def sheet(sites: Sites, open_page: Open) -> Page:
    """Give the worksheet with one field of each kind, at noon of a day that does not change."""
    return open_page(sites.tiny.url + SHEET, now=NOON).page


def kept(page: Page, slug: str = "every-kind-of-field") -> Any:
    """Give what the browser keeps of the sheet."""
    return page.evaluate(f"({DOCUMENT}).worksheets?.['{slug}'] ?? null")


def settle(page: Page) -> None:
    """Wait until what was typed is kept."""
    page.evaluate("document.querySelector('form.sheet').dispatchEvent(new Event('change'))")


def saved(page: Page) -> Any:
    return page.locator(".sheet__saved")


def fill(page: Page) -> None:
    """Answer one field of each kind, for five points."""
    page.get_by_label("What happened?").fill("The dam\nbroke <b>twice</b>")
    page.get_by_label("The sentence").fill("We stop here")
    page.get_by_label("The price").fill("12.5")
    page.get_by_label("The day").fill("2026-03-01")
    page.get_by_label("I said no first").check()
    page.get_by_label("Calm & kind").check()
    page.get_by_label("A customer * 2").check()
    page.get_by_label("Second & last: What | why").fill("scope")
    settle(page)
    expect(saved(page)).to_have_text("Kept in this browser, 12:00")


def test_every_kind_of_answer_is_there_again_after_a_reload(sheet: Page) -> None:
    expect(saved(sheet)).to_have_text("What you write here is kept in this browser.")
    fill(sheet)
    sheet.reload()
    expect(sheet.get_by_label("What happened?")).to_have_value("The dam\nbroke <b>twice</b>")
    expect(sheet.get_by_label("The sentence")).to_have_value("We stop here")
    expect(sheet.get_by_label("The price")).to_have_value("12.5")
    expect(sheet.get_by_label("The day")).to_have_value("2026-03-01")
    expect(sheet.get_by_label("I said no first")).to_be_checked()
    expect(sheet.get_by_label("I said why")).not_to_be_checked()
    expect(sheet.get_by_label("Calm & kind")).to_be_checked()
    expect(sheet.get_by_label("A customer * 2")).to_be_checked()
    expect(sheet.get_by_label("Second & last: What | why")).to_have_value("scope")
    expect(saved(sheet)).to_have_text("Kept in this browser, 12:00")


@pytest.mark.parametrize("level", ["", "associate", "pm"])
def test_what_is_expected_at_the_readers_level_stands_open_where_it_is_known(
    level: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + STORY_SHEET, now=NOON).page
    keep(
        page,
        mocks={"m": {"walkthrough": "mix", "questions": [], "wish": {"level": level, "minutes": 30}}} if level else {},
    )
    page.reload()
    expect(page.locator(".sheet__saved")).not_to_be_empty()
    folds = page.locator("form.sheet details")
    assert {one.get_attribute("data-level"): one.get_attribute("open") is not None for one in folds.all()} == {
        name: name == level for name in ("associate", "pm")
    }


def test_each_part_is_a_group_and_a_heading_with_its_number(sheet: Page) -> None:
    for name in ("1. Write", "2. Score"):
        part = sheet.get_by_role("group", name=name, exact=True)
        expect(part.get_by_role("heading", name=name, exact=True, level=2)).to_have_count(1)


def test_answers_are_kept_by_the_fields_id_and_never_by_position(sheet: Page) -> None:
    fill(sheet)
    assert kept(sheet)["answers"] == {
        "what-happened": "The dam\nbroke <b>twice</b>",
        "the-sentence": "We stop here",
        "the-price": "12.5",
        "the-day": "2026-03-01",
        "said-no": True,
        "calm": "5",
        "who": "A customer * 2",
        "refusals/Second & last/What | why": "scope",
    }


def test_a_page_left_in_the_middle_of_a_word_has_kept_it(sheet: Page) -> None:
    sheet.get_by_label("The sentence").press_sequentially("We st")
    sheet.reload()
    expect(sheet.get_by_label("The sentence")).to_have_value("We st")


def test_what_was_saved_on_another_day_names_the_day(sheet: Page) -> None:
    fill(sheet)
    sheet.clock.set_fixed_time("2026-02-28T09:00:00")
    sheet.reload()
    expect(saved(sheet)).to_have_text("Kept in this browser, 26 February 2026, 12:00")


@pytest.mark.parametrize(
    ("ticked", "anchor", "points"),
    [(False, 0, 0), (False, 1, 1), (False, 2, 2), (False, 3, 2), (False, 4, 3), (True, 0, 2), (True, 4, 5)],
)
def test_a_tick_gives_its_points_and_a_scale_its_share_rounded_half_up(
    sheet: Page,
    ticked: bool,  # noqa: FBT001
    anchor: int,
    points: int,
) -> None:
    sheet.get_by_label("I said no first").set_checked(ticked)
    sheet.get_by_label("I said why").check()
    sheet.locator(".field--scale input").nth(anchor).check()
    expect(sheet.locator(".sheet__points")).to_have_text(f"{points} of 5 points so far")
    sheet.get_by_role("button", name=FINISH).click()
    expect(sheet.locator(".sheet__outcome")).to_contain_text(f"{points} of 5 points")


def test_the_key_is_closed_until_an_attempt_is_finished_or_one_asks(sheet: Page) -> None:
    key = sheet.locator(".sheet__key")
    expect(key.locator("p")).not_to_be_visible()
    key.locator("summary").click()
    expect(key.locator("p")).to_be_visible()
    key.locator("summary").click()
    fill(sheet)
    expect(key.locator("p")).not_to_be_visible()
    sheet.get_by_role("button", name=FINISH).click()
    expect(key.locator("p")).to_be_visible()


def test_a_score_says_what_to_do_next_and_leads_there(sheet: Page) -> None:
    sheet.get_by_label("I said why").check()
    sheet.get_by_role("button", name=FINISH).click()
    expect(sheet.locator(".sheet__next")).to_contain_text("Begin with saying no")
    expect(sheet.locator(".rows .is-fitting")).to_have_count(1)
    sheet.locator(".sheet__next").get_by_role("link", name="saying no").click()
    expect(sheet).to_have_url(re.compile(r"/competencies/saying-no/$"))


def test_attempts_are_kept_with_their_dates_and_can_be_looked_at_and_erased(sheet: Page) -> None:
    fill(sheet)
    sheet.get_by_role("button", name=FINISH).click()
    expect(sheet.locator(".sheet__outcome")).to_be_focused()
    sheet.get_by_role("button", name=EMPTY).click()
    expect(sheet.locator(".sheet__outcome")).to_contain_text("This attempt is finished and stays below.")
    expect(sheet.get_by_label("The sentence")).to_have_value("We stop here")
    sheet.get_by_role("button", name="Empty it").click()
    expect(sheet.get_by_label("The sentence")).to_have_value("")
    sheet.clock.set_fixed_time("2026-03-01T08:30:00")
    sheet.get_by_label("The sentence").fill("Second time")
    sheet.get_by_role("button", name=FINISH).click()
    rows = sheet.locator(".attempts li")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("1 March 2026, 08:30")
    expect(rows.nth(0)).to_contain_text("0 of 5 points")
    expect(rows.nth(1)).to_contain_text("26 February 2026, 12:00")
    expect(rows.nth(1)).to_contain_text("5 of 5 points")

    rows.nth(1).get_by_role("button", name="Show the answers").click()
    expect(sheet.locator(".sheet__banner")).to_be_focused()
    expect(sheet.get_by_label("The sentence")).to_have_value("We stop here")
    expect(sheet.get_by_label("The sentence")).to_be_disabled()
    sheet.get_by_role("button", name="Back to today’s sheet").click()
    expect(sheet.get_by_label("The sentence")).to_have_value("Second time")

    sheet.reload()
    forget = rows.nth(1).get_by_role("button", name=re.compile("rase the attempt"))
    forget.click()
    expect(rows).to_have_count(2)
    forget.click()
    expect(rows).to_have_count(1)
    assert [attempt["score"] for attempt in kept(sheet)["attempts"]] == [0]


def test_a_clock_set_back_loses_no_attempt(sheet: Page) -> None:
    for day, words in (("2026-03-08", "one"), ("2026-01-02", "two"), ("2026-03-09", "three")):
        sheet.clock.set_fixed_time(f"{day}T08:30:00")
        sheet.get_by_label("The sentence").fill(words)
        sheet.get_by_role("button", name=FINISH).click()
    assert sorted(a["answers"]["the-sentence"] for a in kept(sheet)["attempts"]) == ["one", "three", "two"]


def test_the_same_answers_twice_are_one_attempt_and_an_empty_sheet_is_none(sheet: Page) -> None:
    sheet.get_by_role("button", name=FINISH).click()
    expect(sheet.locator(".sheet__outcome")).to_have_text("Write or tick something first.")
    fill(sheet)
    sheet.get_by_role("button", name=FINISH).click()
    sheet.get_by_role("button", name=FINISH).click()
    expect(sheet.locator(".sheet__outcome")).to_contain_text("Nothing changed since your last attempt.")
    expect(sheet.locator(".attempts li")).to_have_count(1)


def test_emptying_a_sheet_that_is_not_finished_asks_first(sheet: Page) -> None:
    fill(sheet)
    sheet.get_by_role("button", name=EMPTY).click()
    expect(sheet.get_by_label("The sentence")).to_have_value("We stop here")
    sheet.get_by_role("button", name="Leave it as it is").click()
    sheet.get_by_role("button", name=EMPTY).click()
    sheet.get_by_role("button", name="Finish it first").click()
    expect(sheet.get_by_label("The sentence")).to_have_value("")
    expect(sheet.locator(".attempts li")).to_have_count(1)
    expect(sheet.locator(".sheet__key p")).not_to_be_visible()


def test_two_tabs_on_one_sheet_do_not_overwrite_one_another(sheet: Page) -> None:
    other = sheet.context.new_page()
    other.goto(sheet.url)
    sheet.get_by_label("The sentence").fill("from the first")
    other.get_by_label("The price").fill("7")
    expect(sheet.get_by_label("The price")).to_have_value("7")
    expect(other.get_by_label("The sentence")).to_have_value("from the first")
    sheet.get_by_label("I said no first").check()
    other.get_by_label("What happened?").fill("from the second")
    expect(other.get_by_label("I said no first")).to_be_checked()
    expect(sheet.get_by_label("What happened?")).to_have_value("from the second")
    other.get_by_role("button", name=FINISH).click()
    expect(sheet.locator(".attempts li")).to_have_count(1)
    assert kept(sheet)["answers"] == {
        "the-sentence": "from the first",
        "the-price": "7",
        "said-no": True,
        "what-happened": "from the second",
    }


def test_a_full_browser_is_reported_and_nothing_is_lost(sheet: Page) -> None:
    fill(sheet)
    before = kept(sheet)
    sheet.evaluate(FILL)
    sheet.get_by_label("What happened?").fill("a long story " * 200)
    expect(saved(sheet)).to_contain_text("This browser has no room left.")
    expect(saved(sheet).get_by_role("link", name="Save a copy")).to_be_visible()
    assert kept(sheet) == before
    sheet.evaluate("for (const key of Object.keys(localStorage)) if (key.startsWith('x')) localStorage.removeItem(key)")
    sheet.get_by_label("The price").fill("99")
    expect(saved(sheet)).to_have_text("Kept in this browser, 12:00")
    assert kept(sheet)["answers"]["what-happened"] == "a long story " * 200


def test_a_browser_that_keeps_nothing_says_so(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url).page
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page.goto(sites.tiny.url + SHEET)
    expect(saved(page)).to_contain_text("This browser keeps nothing here")
    page.get_by_label("The sentence").fill("gone tomorrow")
    page.get_by_role("button", name=FINISH).click()
    expect(page.locator(".attempts li")).to_have_count(1)


def words_on_paper(page: Page) -> str:
    return "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages)


def test_a_sheet_prints_filled_or_blank_and_keeps_its_answers(sheet: Page) -> None:
    sheet.evaluate("window.asked = 0; window.print = () => { window.asked += 1 }; 0")
    fill(sheet)
    many = [f"line number {n}" for n in range(30)]
    sheet.get_by_label("What happened?").fill("\n".join(many))
    sheet.get_by_role("button", name="Print as filled").click()
    assert sheet.evaluate("window.asked") == 1
    filled = words_on_paper(sheet)
    assert [line for line in many if line not in filled] == []
    assert "We stop here" in filled
    assert "Finish this attempt" not in filled
    sheet.get_by_role("button", name="Print blank").click()
    assert sheet.evaluate("document.documentElement.className.includes('is-blank')")
    assert sheet.get_by_label("What happened?").get_attribute("rows") == "4"
    sheet.emulate_media(media="print")
    for label in ("The sentence", "What happened?", "The price", "Second & last: What | why"):
        assert sheet.get_by_label(label).evaluate("e => getComputedStyle(e).webkitTextFillColor") == "rgba(0, 0, 0, 0)"
    assert sheet.get_by_label("I said no first").evaluate("e => getComputedStyle(e).appearance") == "none"
    sheet.emulate_media(media="screen")
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not sheet.evaluate("document.documentElement.className.includes('is-blank')")
    sheet.reload()
    expect(sheet.get_by_label("The sentence")).to_have_value("We stop here")


def test_the_whole_way_can_be_gone_with_the_keyboard(sheet: Page) -> None:
    sheet.get_by_role("button", name="Print blank").focus()
    sheet.keyboard.press("Tab")  # the story named in the instruction
    date, fold = ["Tab"] * 4, "Tab"  # its three parts and its calendar; what a level must show
    for key in ("Tab", "a story", "Tab", "a sentence", "Tab", "3", *date, fold, "Tab", "Space"):
        sheet.keyboard.type(key) if key not in {"Tab", "Space"} else sheet.keyboard.press(key)
    expect(sheet.get_by_label("What happened?")).to_have_value("a story")
    expect(sheet.get_by_label("I said no first")).to_be_checked()
    finish = sheet.get_by_role("button", name=FINISH)
    for _ in range(30):
        if finish.evaluate("e => e === document.activeElement"):
            break
        sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".sheet__outcome")).to_be_focused()
    sheet.keyboard.press("Tab")
    expect(sheet.get_by_role("button", name="Show the answers")).to_be_focused()


def test_a_phone_shows_all_of_it_with_room_for_a_thumb(sheet: Page) -> None:
    sheet.set_viewport_size({"width": NARROWEST, "height": 640})
    fill(sheet)
    sheet.get_by_role("button", name=FINISH).click()
    assert sheet.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    buttons = sheet.locator("article button:visible, article .field label:visible:has(input)")
    assert min(box["height"] for box in (b.bounding_box() for b in buttons.all()) if box) >= 44


@pytest.mark.parametrize("scheme", some_now(["light", "dark"], 2))
def test_axe_finds_nothing_on_a_finished_sheet_or_an_attempt_looked_at(
    scheme: str, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + SHEET, scheme=scheme, reduced_motion="reduce").page
    page.clock.set_fixed_time(NOON)
    fill(page)
    page.get_by_role("button", name=FINISH).click()
    assert complaints(page) == []
    page.get_by_role("button", name="Show the answers").click()
    assert complaints(page) == []


def test_no_worksheet_of_either_handbook_names_two_fields_alike(sites: Sites) -> None:
    for served in (sites.real, sites.tiny):
        for where in served.paths["worksheet"]:
            form = served.html(where).partition('<form class="sheet"')[2].partition("</form>")[0]
            given = [tag for name, tag in read(form).tags if name in {"input", "textarea"}]
            names = [
                (tag.get("data-key") or tag["name"], tag.get("value") if tag.get("type") == "radio" else None)
                for tag in given
            ]
            assert names
            assert sorted(set(names), key=str) == sorted(names, key=str), where


def test_a_story_told_on_a_sheet_is_taken_over_into_ones_own_stories_once(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY_SHEET, now=NOON).page
    take = page.get_by_role("button", name="Take this over into My stories")
    expect(page.get_by_role("button", name=FINISH)).to_be_visible()
    expect(take).to_have_count(0)
    page.locator("[name=context]").fill("I ran a team of six.\nIt was spring.")
    page.locator("[name=learnings]").fill("I ask first.")
    page.locator("[name=system]").fill("I ask.")
    settle(page)
    take.click()
    expect(take).to_have_count(0)
    (story,) = page.evaluate(f"Object.values(({DOCUMENT}).stories)")
    told = {part: words for part, words in story["parts"].items() if words}
    assert told == {"context": "I ran a team of six.\nIt was spring.", "learnings": "I ask first."}
    assert (story["system"], story["competencies"]) == ("I ask.", ["choosing-what-to-build"])
    page.reload()
    page.get_by_role("link", name="write on there").click()
    expect(page.get_by_label("Learnings")).to_have_value("I ask first.")


def test_a_sheet_on_which_no_story_is_told_offers_none(sheet: Page) -> None:
    sheet.locator("form.sheet textarea").first.fill("A line.")
    settle(sheet)
    expect(saved(sheet)).to_contain_text("Kept in this browser")
    expect(sheet.get_by_role("button", name="Take this over into My stories")).to_have_count(0)
