"""Nothing that can be read moves when the scripts come, however late: they fill room that was kept for them."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import HEIGHT, NARROW, WIDE, Open, Sites, some_now
from tests.browser.visit import still

if TYPE_CHECKING:
    from playwright.sync_api import Route

LATE = 600  # milliseconds: the page is painted by then
PAGES = ("", "questions/", "stories/", "practise/drill/", "practise/mock-interview/", "practise/my-stories/")
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"


@pytest.mark.parametrize("width", some_now([NARROW, WIDE], 2))
@pytest.mark.parametrize("where", [*PAGES, "practise/my-data/", "story", "walkthrough", "plan", "worksheet"])
def test_what_was_painted_stays_where_it_is(where: str, width: int, sites: Sites, open_page: Open) -> None:
    url = sites.kinds[where][0] if where in sites.kinds else sites.real.url + where
    page = open_page("about:blank", width=width, has_touch=width < WIDE, is_mobile=width < WIDE).page
    held: list[Route] = []
    late = True

    def hold(route: "Route") -> None:
        if late:
            held.append(route)
        else:
            route.continue_()

    page.route("**/*.js", hold)
    page.goto(url, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.wait_for_timeout(LATE)
    assert held
    late = False
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    still(page)
    assert page.viewport_size == {"width": width, "height": HEIGHT}
    assert page.evaluate("moved()") == 0
