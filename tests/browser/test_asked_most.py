"""What is asked in nearly every interview: a question, its worry, a story, a sheet, and one's own story for it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.content.generated_pages import COMPUTED
from generator.text.typography import typeset
from tests.browser.conftest import NARROW, Open, Served, Sites
from tests.browser.practice import keep
from tests.handbooks import project, tiny
from tests.readers.words import straight

WHERE = project.address(COMPUTED["asked-most"].path)
CORE = project.address(COMPUTED["core-stories"].path)
MINE = {"title": "My <b>bet</b>", "questions": ["hardest-bet"], "competencies": ["choosing-what-to-build", "saying-no"]}


def asked(page: Page) -> Any:
    """Give the rows of the page."""
    return page.locator(".asked-most > ul > li")


def test_every_question_asked_most_stands_in_its_order_with_its_worry_and_its_sheet(
    sites: Sites, open_page: Open
) -> None:
    content = tiny.real()
    page = open_page(sites.real.url + WHERE).page
    rows = [straight(row.inner_text()) for row in asked(page).all()]
    assert len(rows) == len(content.asked_most.all) > 0
    for row, one in zip(rows, content.asked_most.all, strict=True):
        told = content.stories.answering(one.question.slug)
        assert row.startswith(one.question.record.ask)
        assert straight(one.worry) in row
        assert f"Worksheet: {content.name('competency', one.question.competency)}" in row
        assert (told[0].record.title if told else "No story of the handbook yet") in row
    times = [one.inner_text() for one in page.locator("article h2").all()]
    assert times == list(content.asked_most.by_when)


def test_ones_own_story_stands_beside_the_question_it_is_told_for_and_leads_to_it(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + WHERE).page
    expect(page.locator("own-story:visible")).to_have_count(0)
    keep(page, stories={"a-1": MINE})
    page.reload()
    expect(page.locator("own-story:visible")).to_have_count(1)
    own = asked(page).filter(has_text="hardest bet").locator("own-story")
    expect(own).to_contain_text("Yours: My <b>bet</b>")
    own.get_by_role("link").click()
    expect(page.get_by_label("Title")).to_have_value(MINE["title"])


def test_without_script_and_without_a_story_nothing_is_asked_for(sites: Sites, open_page: Open) -> None:
    visit = open_page(sites.tiny.url + WHERE)
    visit.settle()
    assert [url for url in visit.requests if "/practise/data/" in url] == []
    bare = open_page(sites.tiny.url + WHERE, script=False).page
    expect(asked(bare)).to_have_count(2)
    expect(bare.locator("own-story:visible")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, NARROW])
def test_each_core_story_says_what_it_must_contain_and_leads_on(width: int, sites: Sites, open_page: Open) -> None:
    content = tiny.real()
    page = open_page(sites.real.url + CORE, width=width).page
    stories = page.locator(".core-story").all()
    assert len(stories) == len(content.core) > 0
    for story, entry in zip(stories, content.core, strict=True):
        expect(story.get_by_role("heading")).to_have_text(typeset(entry.record.core_story))
        ticks = [straight(tick.inner_text()) for tick in story.locator("li").all()]
        assert ticks == [straight(one) for one in entry.record.must_contain]
        expect(story.get_by_role("link", name=entry.record.title, exact=True)).to_be_visible()
        expect(story.get_by_role("link", name=f"A sheet to write yours on: {entry.record.title}")).to_be_visible()


def test_every_competency_says_whether_its_story_is_one_of_them_and_leads_there(sites: Sites) -> None:
    for entry in tiny.real().competencies.ordered:
        html = said(sites.real, f"competencies/{entry.slug}/")
        assert COMPUTED["core-stories"].path.removesuffix(".md") in html
        assert ("It is not one of the" in html) != entry.record.core


def said(served: Served, where: str) -> str:
    """Give the article of the page at this address."""
    return served.html(where).partition("<article")[2].partition("</article")[0]
