"""Strong, adequate and weak stand beside each other; on a phone a switch shows one of them, and nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Sites
from tests.browser.visit import still

GRADED = {"competencies/saying-no/": 3, "comparisons/one-bet-three-ways/": 3}
BOXES = (
    "all => all.map(one => { const { left, top, width } = one.getBoundingClientRect(); return [left, top, width]; })"
)


def shown(page: Page) -> list[int]:
    return [at for at, grade in enumerate(page.locator(".grade").all()) if grade.is_visible()]


@pytest.mark.parametrize("where", GRADED)
@pytest.mark.parametrize("width", [960, WIDE, 1920])
def test_where_there_is_room_all_stand_in_one_row_equally_wide(
    where: str, width: int, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + where, width=width).page
    boxes = page.locator(".grade").evaluate_all(BOXES)
    assert len(boxes) == GRADED[where]
    assert len({round(top) for _, top, _ in boxes}) == 1
    assert max(width for *_, width in boxes) - min(width for *_, width in boxes) < 1
    expect(page.locator(".switch")).to_be_hidden()


@pytest.mark.parametrize("where", GRADED)
@pytest.mark.parametrize("width", [NARROW, 768])
def test_below_a_switch_shows_one_at_a_time_at_the_same_place(
    where: str, width: int, sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + where, width=width).page
    assert shown(page) == [0]
    top = page.locator(".grade").first.evaluate("e => e.getBoundingClientRect().top")
    for at, choice in enumerate(page.locator(".switch label").all()):
        box = choice.bounding_box()
        assert box
        assert box["height"] > 43.5
        choice.click()
        assert shown(page) == [at]
        assert page.locator(".grade").nth(at).evaluate("e => e.getBoundingClientRect().top") == top
    page.locator(".switch input").last.press("ArrowRight")
    assert shown(page) == [0]


@pytest.mark.parametrize("where", GRADED)
def test_without_script_and_on_paper_all_stand_one_under_another(where: str, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + where, width=NARROW, script=False).page
    assert len(shown(page)) == GRADED[where]
    expect(page.locator(".switch")).to_be_hidden()
    printed = open_page(sites.tiny.url + where, width=NARROW).page
    printed.emulate_media(media="print")
    assert len(shown(printed)) == GRADED[where]


def test_an_address_that_names_a_telling_shows_it(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + "comparisons/one-bet-three-ways/#weak", width=NARROW).page
    still(page)
    assert shown(page) == [2]
    assert 0 <= page.locator(".grade").nth(2).evaluate("e => e.getBoundingClientRect().top") < HEIGHT / 2


def test_the_words_that_differ_are_marked_by_the_same_number_in_each_telling(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + "comparisons/one-bet-three-ways/").page
    for grade in page.locator(".grade").all():
        assert grade.locator("mark + sup").all_inner_texts() == ["1"]
        assert grade.locator("mark ~ sup a").count() == 0
