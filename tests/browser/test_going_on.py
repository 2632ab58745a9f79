"""Where one was reading, and what one wants to see again: kept in this browser, shown where one begins."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE, Open, Sites
from tests.browser.practice import keep, kept, sideways, too_small
from tests.browser.visit import still

STORY = "stories/the-export-nobody-used/"
SHEET = "worksheets/story-sheet-saying-no/"
QUESTIONS = "questions/saying-no/"
BUTTONS = ".again"


def marks(page: Page) -> dict[str, str]:
    return {name: item["title"] for name, item in kept(page, "later").items()}


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_page_a_question_and_a_row_have_a_mark_that_a_finger_hits(width: int, sites: Sites, open_page: Open) -> None:
    for where, least in ((STORY, 1), (QUESTIONS, 2), ("questions/", 2), ("stories/", 2)):
        visit = open_page(sites.tiny.url + where, width=width)
        page = visit.page
        expect(page.locator(BUTTONS).nth(least - 1)).to_be_attached()
        visit.settle()
        assert [found for found in too_small(page, "main") if "again" in found] == []
        assert sideways(page) == 0
        over = page.locator(BUTTONS).evaluate_all(
            """all => all.filter(one => one.checkVisibility()).flatMap(one => {
                const box = one.getBoundingClientRect();
                const beside = [...one.parentElement.querySelectorAll("a, h1, h2, .amount")].filter(other => {
                    const range = document.createRange();
                    range.selectNodeContents(other);
                    return [...range.getClientRects()].some(b =>
                        b.right > box.left && b.left < box.right && b.bottom > box.top && b.top < box.bottom);
                });
                return beside.map(other => other.textContent);
            })"""
        )
        assert (where, over) == (where, [])


def test_what_is_marked_is_listed_where_one_begins_and_taken_off_there(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY).page
    own = page.get_by_role("button", name=re.compile("^Again later: The export"))
    expect(own).to_have_attribute("aria-pressed", "false")
    page.wait_for_load_state("load")
    expect(page.get_by_role("radio", name="Light scheme")).to_be_checked()  # what comes last has come
    own.click()
    expect(own).to_have_attribute("aria-pressed", "true")
    page.goto(sites.tiny.url + QUESTIONS)
    heading = page.locator(".fold h2").first
    question = heading.inner_text()
    page.locator(".fold").first.evaluate("fold => { fold.open = true; }")  # what is folded has its mark inside
    page.locator(".fold > .again").first.click()
    assert marks(page) == {
        "stories/the-export-nobody-used": "The export nobody used",
        f"questions/saying-no:{heading.get_attribute('id')}": question,
    }
    page.goto(sites.tiny.url + "questions/")
    row = page.locator(".index .item", has_text=question)
    expect(row.locator(BUTTONS)).to_have_attribute("aria-pressed", "true")
    page.goto(f"{sites.tiny.url}practise/")
    expect(page.locator("go-on li a")).to_have_text([question, "The export nobody used"])
    page.goto(sites.tiny.url)
    page.locator("go-on summary", has_text="Again later: 2").click()
    page.locator("go-on a", has_text=question).click()
    expect(page).to_have_url(re.compile(r"questions/saying-no/#.+"))
    page.goto(sites.tiny.url)
    page.locator("go-on summary").click()
    page.get_by_role("button", name=f"Remove: {question}").click()
    expect(page.locator("go-on li a")).to_have_text(["The export nobody used"])
    expect(page.locator("go-on summary")).to_be_focused()
    assert list(marks(page)) == ["stories/the-export-nobody-used"]


def test_the_first_page_goes_on_where_one_was(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + STORY, width=NARROW).page
    expect(page.get_by_role("radio", name="Light scheme")).to_be_checked()
    page.goto(sites.tiny.url)
    expect(page.locator("go-on")).to_be_hidden()  # a page that was only opened is no place
    page.goto(sites.tiny.url + STORY)
    expect(page.get_by_role("radio", name="Light scheme")).to_be_checked()
    page.evaluate("document.getElementById('actions').scrollIntoView()")
    still(page)
    page.goto(sites.tiny.url)
    expect(page.locator("go-on p")).to_have_text(re.compile(r"^Go on: The export nobody used, \w+"))
    page.goto(f"{sites.tiny.url}practise/")
    page.locator("go-on p a").click()
    expect(page).to_have_url(re.compile(r"stories/the-export-nobody-used/#actions$"))


def test_a_sheet_that_was_finished_is_no_place_to_go_on_at(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + SHEET, width=NARROW).page
    page.locator("form.sheet textarea").first.fill("One line of it.")
    page.evaluate("[...document.querySelectorAll('article h2')].at(-1).scrollIntoView()")
    page.goto(sites.tiny.url)
    expect(page.locator("go-on p")).to_have_text(re.compile(r"^Go on: "))
    page.go_back()
    page.get_by_role("button", name="Finish this attempt").click()
    page.goto(sites.tiny.url)
    expect(page.locator("go-on")).to_be_hidden()
    page.goto(sites.tiny.url + SHEET)
    page.locator("form.sheet textarea").first.fill("Another line, not finished.")
    page.evaluate("[...document.querySelectorAll('article h2')].at(-1).scrollIntoView()")
    page.goto(sites.tiny.url)
    expect(page.locator("go-on p")).to_have_text(re.compile(r"^Go on: "))


def test_the_readers_data_count_both_and_a_copy_brings_them(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.tiny.url}practise/my-data/").page
    keep(
        page,
        later={"stories/a": {"title": "A <b>bold</b> title", "saved": "2026-01-02"}},
        place={"reading": {"page": "stories/a", "title": "A", "part": "", "heading": ""}},
    )
    page.reload()
    lines = page.locator(".data__kept li")
    expect(lines).to_have_text(["1 mark to see something again later", "1 place where you were reading"])
    page.goto(f"{sites.tiny.url}practise/")
    expect(page.locator("go-on li a")).to_have_text("A <b>bold</b> title")


def test_what_is_kept_badly_leads_nowhere_else(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.tiny.url}practise/").page
    bad = {"a": {"title": 3}, "//example.org/": {"title": "Elsewhere"}, "b": {"title": "This page"}}
    keep(page, later=bad, place={"reading": {"page": "//example.org/", "title": ["x"], "part": "#"}})
    page.reload()
    expect(page.locator("go-on li a")).to_have_text("This page")
    for address in page.locator("go-on a").evaluate_all("all => all.map(one => one.href)"):
        assert address.startswith(sites.tiny.url)
