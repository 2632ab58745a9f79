"""A page that is read ends with cards of the drill: folded without script, rated with it, light until one opens."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROWEST, Open, Served, Sites, some_now
from tests.browser.practice import document, kept, sideways, too_small
from tests.browser.test_accessibility import complaints
from tests.handbooks import tiny

FOLDERS = ("competencies", "stories", "frameworks")
NOON = "2026-11-21T12:00:00"


@pytest.fixture
def site(sites: Sites) -> Served:
    return sites.tiny


def pages(site: Served) -> list[str]:
    """Give the address of one page of each kind that ends with cards."""
    paths = [page.path.removesuffix(".md") for page in tiny.pages() if "recall: true" in page.text]
    return [site.url + next(path for path in paths if path.startswith(f"{folder}/")) + "/" for folder in FOLDERS]


def test_without_script_a_page_ends_with_folded_questions(site: Served, open_page: Open) -> None:
    page = open_page(site.url, script=False).page
    for url in pages(site):
        page.goto(url)
        cards = page.locator(".recall > details")
        assert 1 <= cards.count() <= 3
        expect(page.locator(".recall button")).to_have_count(0)
        cards.first.locator("summary").click()
        expect(cards.first.locator(":scope > :is(p, ul)").first).to_be_visible()


def test_nothing_is_loaded_before_a_card_opens_and_a_rating_is_one_of_the_drill(site: Served, open_page: Open) -> None:
    for url in pages(site):
        visit = open_page(url)
        page = visit.page
        page.clock.set_fixed_time(NOON)
        page.reload()
        assert not [one for one in visit.requests if "/practice/" in one]
        card = page.locator(".recall > details").first
        name = str(card.get_attribute("data-card"))
        card.locator("summary").click()
        page.get_by_role("group", name="How was it?").get_by_role("button", name="Right").click()
        expect(card.get_by_text("Kept for the drill: back in 2 days.")).to_be_visible()
        assert list(kept(page, "cards")) == [name]
        expect(page.get_by_role("button", name="Take it back")).to_be_focused()
        page.get_by_role("button", name="Take it back").click()
        assert kept(page, "cards") == {}
        page.get_by_role("button", name="At once").click()
        page.goto(site.url + "practise/drill/")
        expect(page.get_by_text("1 of 10 answered today.")).to_be_visible()
        assert document(page)["cards"][name]["log"][0]["rating"] == 4
        assert visit.errors == []


@pytest.mark.parametrize(("scheme", "width"), some_now([("light", 1280), ("dark", NARROWEST)], 2))
def test_a_rated_card_is_accessible_and_fits(site: Served, open_page: Open, scheme: str, width: int) -> None:
    url = pages(site)[0]
    page = open_page(url, scheme=scheme, width=width, reduced_motion="reduce").page
    page.locator(".recall > details summary").first.click()
    expect(page.get_by_role("group", name="How was it?")).to_be_visible()
    assert complaints(page) + too_small(page, ".recall") == []
    assert not sideways(page)
    page.get_by_role("button", name="Right").click()
    assert complaints(page) + too_small(page, ".recall") == []
