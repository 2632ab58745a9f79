"""An address that leads nowhere answers: what was asked for, a search for its words, and three doors."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NARROW, WIDE, Open, Sites


def lost(sites: Sites, open_page: Open, where: str, *, width: int = WIDE, script: bool = True) -> Page:
    """Give the page that a server shows for an address of the tiny handbook that is none."""
    page = open_page(sites.tiny.url, width=width, script=script).page
    html = sites.tiny.html("404.html")

    def answer(route: Route) -> None:
        route.fulfill(status=404, content_type="text/html", body=html)

    page.route(lambda url: "/lost/" in url, answer)
    page.goto(sites.tiny.url + where)
    return page


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_it_stands_where_every_page_stands(width: int, sites: Sites, open_page: Open) -> None:
    page = lost(sites, open_page, "lost/", width=width)
    edges = [page.locator(part).first.bounding_box() for part in ("article h1", ".md-logo, [for=__drawer]")]
    other = open_page(sites.tiny.url + "stories/", width=width).page.locator("article h1").bounding_box()
    assert all(edges)
    assert other
    assert edges[0]
    assert edges[0]["x"] == other["x"]


def test_it_says_which_address_was_asked_for_and_searches_for_its_words(sites: Sites, open_page: Open) -> None:
    page = lost(sites, open_page, "lost/the-export_nobody%20used.html")
    expect(page.locator(".missing code")).to_have_text("/lost/the-export_nobody used.html")
    page.locator(".missing a").click()
    assert page.url.endswith("?q=the+export+nobody+used")
    expect(page.locator("article .search__box input")).to_have_value("the export nobody used")
    expect(page.locator("article [data-result]").first).to_contain_text("The export nobody used")


@pytest.mark.parametrize("where", ["lost/%E0%A4%A", "lost/", "lost/<b>", "lost/--/"])
def test_what_cannot_be_read_is_shown_as_it_is(where: str, sites: Sites, open_page: Open) -> None:
    page = lost(sites, open_page, where)
    expect(page.locator(".missing code")).to_contain_text("/lost/")
    expect(page.locator("h1")).to_have_text("This page is not here")
    assert page.locator(".missing code *").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_its_doors_lead_on_from_any_depth(script: bool, sites: Sites, open_page: Open) -> None:  # noqa: FBT001 - both are asked
    page = lost(sites, open_page, "lost/in/the/deep/", script=script)
    doors = page.locator("article .rows a").all()
    assert len(doors) >= 3
    for address in [str(door.evaluate("door => door.href")) for door in doors]:
        response = page.goto(address)
        assert response
        assert response.status == 200


def test_its_tab_is_named_and_the_first_key_skips_to_what_it_says(sites: Sites, open_page: Open) -> None:
    page = lost(sites, open_page, "lost/")
    expect(page).to_have_title(re.compile("^This page is not here - ."))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
