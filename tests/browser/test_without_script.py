"""Without JavaScript nothing that is written is out of reach."""

import pytest

from tests.browser.conftest import Open, Sites

HIDDEN = """(all) => all.filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return !(width && height && one.checkVisibility({ visibilityProperty: true }));
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", ["questions", "stories"])
def test_an_index_is_its_whole_list_in_groups(kind: str, sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths[kind][0], script=False).page
    items, groups = page.locator(".index .item"), page.locator(".index .group")
    assert items.count()
    assert items.evaluate_all(HIDDEN) == []
    assert groups.locator("h2").count() == page.locator(".index .group:has(h2)").count() == groups.count()
    assert groups.locator("h2").evaluate_all(HIDDEN) == []
    assert not page.locator("form.filter").is_visible()


@pytest.mark.parametrize("kind", ["my_stories", "my_data", "worksheet"])
def test_a_page_that_keeps_what_one_writes_says_that_it_cannot(kind: str, sites: Sites, open_page: Open) -> None:
    url = sites.kinds[kind][0]
    words = "article [data-without-script]"
    assert "nothing" in open_page(url, script=False).page.locator(words).inner_text()
    assert not open_page(url).page.locator(words).is_visible()


def test_the_header_offers_nothing_that_needs_script(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url, script=False).page
    assert [control for control in page.locator(".md-header :is(input, button)").all() if control.is_visible()] == []
