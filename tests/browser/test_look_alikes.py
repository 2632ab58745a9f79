"""Look-alikes stand in frames: a name, a difference, equal columns, and one press for all that is behind them."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import HEIGHT, NARROW, NARROWEST, WIDE, Open, Sites, some_now

TABLET = 768
MOST_SCREENS = 11  # of a phone; it was 16
COLUMNS = """
(row) => [...row.querySelectorAll('.alike__one')].map((one) => {
  const box = one.getBoundingClientRect();
  return {top: Math.round(box.top), width: Math.round(box.width), right: box.right};
})
"""


def opened(sites: Sites, open_page: Open, width: int, *, script: bool = True) -> Page:
    """Give the page of the real handbook's look-alikes."""
    where = sites.real.url + sites.real.paths["twins"][0]
    return open_page(where, width=width, has_touch=width == NARROW, script=script).page


@pytest.mark.parametrize("width", [TABLET, WIDE])
def test_the_questions_of_a_group_stand_in_equal_columns_however_many_there_are(
    width: int, sites: Sites, open_page: Open
) -> None:
    page = opened(sites, open_page, width)
    rows = page.locator(".alike > .alike__row").all()
    assert {row.locator(".alike__one").count() for row in rows} >= {2, 3}
    for row in rows:
        columns = row.evaluate(COLUMNS)
        assert len({column["top"] for column in columns}) == 1
        assert max(column["width"] for column in columns) - min(column["width"] for column in columns) <= 1
        assert max(column["right"] for column in columns) <= width


def test_each_group_has_its_name_in_the_list_of_the_page_its_difference_and_what_each_wants(
    sites: Sites, open_page: Open
) -> None:
    page = opened(sites, open_page, WIDE)
    names = page.locator(".alike > h2").all_inner_texts()
    assert page.locator(".md-sidebar--secondary a:visible").all_inner_texts() == names
    for group in page.locator(".alike").all():
        assert group.locator(".alike__difference").is_visible()
        asked = group.locator(".alike__one h3").count()
        assert [wants.is_visible() for wants in group.locator(".alike__wants").all()] == [True] * asked


@pytest.mark.parametrize("script", [True, False])
def test_one_press_opens_what_is_behind_all_of_a_group_in_rows(script: bool, sites: Sites, open_page: Open) -> None:  # noqa: FBT001 - both are asked
    page = opened(sites, open_page, WIDE, script=script)
    group = page.locator(".alike").nth(1)
    group.locator("summary").click()
    behind = group.locator(".alike__row--open .alike__one")
    assert behind.count() == group.locator("h3").count()
    assert page.locator(".alike__row--open:visible").count() == 1
    rows = [[box["y"] for part in one.locator("> div").all() if (box := part.bounding_box())] for one in behind.all()]
    assert all(row == rows[0] for row in rows)
    assert len(rows[0]) == 3


@pytest.mark.parametrize("width", some_now([NARROWEST, NARROW], 2))
def test_on_a_phone_those_of_a_group_stand_one_under_another_on_a_few_screens(
    width: int, sites: Sites, open_page: Open
) -> None:
    page = opened(sites, open_page, width)
    assert page.evaluate("document.documentElement.scrollHeight") / HEIGHT <= MOST_SCREENS * NARROW / width
    for row in page.locator(".alike > .alike__row").all():
        assert row.evaluate("row => row.scrollWidth <= row.clientWidth")
        columns = row.evaluate(COLUMNS)
        assert [column["top"] for column in columns] == sorted({column["top"] for column in columns})
