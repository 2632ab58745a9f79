"""A browser that reaches nobody else, and profiles that are lent again as if nobody had read in them."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.browser.conftest import NARROW, Open, Scheme, Sites, some_now, visiting

NOON, EVENING = "2026-02-26T12:00:00+00:00", "2026-02-26T20:00:00+00:00"
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}
KEEPS = """async () => {
  localStorage.setItem("mine", "1");
  sessionStorage.setItem("mine", "1");
  document.cookie = "mine=1";
  await (await caches.open("mine")).put("/mine", new Response("1"));
  await new Promise((done) => { indexedDB.open("mine").onsuccess = (event) => done(event.target.result.close()); });
  addEventListener("pagehide", () => localStorage.setItem("late", "1"));
}"""
KEPT = """async () => [
  ...Object.keys(localStorage).filter((key) => /mine|late/.test(key)), ...Object.keys(sessionStorage), document.cookie,
  ...await caches.keys(), ...(await indexedDB.databases()).map(({ name }) => name),
].filter(Boolean)"""
LOOKS = """() => [
  ...["print", "(forced-colors: active)", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"]
    .map((one) => matchMedia(one).matches),
  innerWidth,
  document.querySelectorAll("article :hover").length,
]"""

SENT = """() => {
  const sizes = performance.getEntriesByType("resource").map((one) => one.transferSize);
  return [sizes.length > 0, sizes.some((size) => size > 0)];
}"""


@pytest.mark.parametrize("where", ["https://example.org/", "http://8.8.8.8/", "http://localhost:1234/"])
def test_no_page_reaches_another_machine_or_another_name(where: str, open_page: Open) -> None:
    page = open_page("about:blank").page
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(where)


@pytest.mark.parametrize("scheme", some_now(["dark", "light"], 2))
def test_what_one_visit_keeps_and_changes_the_next_one_does_not_find(
    scheme: Scheme, sites: Sites, browser: Browser
) -> None:
    with visiting(browser, sites.tiny.url, scheme=scheme) as visit:
        first, kept, looks = visit.page, visit.page.evaluate(KEPT), visit.page.evaluate(LOOKS)
        visit.page.goto(sites.real.url)
        visit.page.evaluate(KEEPS)
        visit.page.goto(sites.tiny.url)
        visit.page.evaluate(KEEPS)
        assert len(visit.page.evaluate(KEPT)) == len(kept) + 5
        visit.page.set_viewport_size({"width": NARROW, "height": 300})
        visit.page.emulate_media(media="print", color_scheme=OTHER[scheme], forced_colors="active")
        visit.page.emulate_media(reduced_motion="no-preference")
        visit.page.locator("article a:visible").first.hover()
        assert visit.page.evaluate(LOOKS) != looks
        visit.page.context.new_page().goto(sites.tiny.url)
        visit.errors.append("of the first")
    for url in (sites.tiny.url, sites.real.url):
        with visiting(browser, url, scheme=scheme) as visit:
            assert visit.page is first
            assert visit.page.context.pages == [first]
            assert (visit.page.evaluate(KEPT), visit.page.evaluate(LOOKS)) == (kept, looks)
            assert (visit.errors, [asked for asked in visit.requests if "no-such-page" in asked]) == ([], [])


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: page.add_init_script("window.mine = 1"),
        lambda page: page.context.add_init_script("window.mine = 1"),
        lambda page: page.clock.set_fixed_time("2026-02-26T12:00:00"),
        lambda page: page.on("dialog", lambda dialog: dialog.accept()),
        lambda page: page.route("**/*.js", lambda route: route.abort()),
        lambda page: page.context.set_offline(True),
        lambda page: page.close(),
    ],
    ids=["script", "script of all pages", "clock", "listener", "route", "offline", "closed"],
)
def test_what_cannot_be_taken_back_is_lent_to_nobody(
    leave: Callable[[Page], object], sites: Sites, browser: Browser
) -> None:
    with visiting(browser, sites.tiny.url) as visit:
        first = visit.page
        leave(first)
    with visiting(browser, sites.tiny.url) as visit:
        assert visit.page is not first


def test_two_visits_at_once_and_a_cold_one_share_nothing(sites: Sites, browser: Browser) -> None:
    with visiting(browser, sites.tiny.url):
        pass
    with visiting(browser, sites.tiny.url) as one, visiting(browser, sites.tiny.url) as other:
        assert one.page.context is not other.page.context
        with visiting(browser, sites.tiny.url, cold=True) as cold:
            assert cold.page.context not in (one.page.context, other.page.context)
            assert cold.page.evaluate("performance.getEntriesByType('resource').every((one) => one.transferSize > 0)")


def test_a_clock_that_stands_and_a_first_script_are_lent_to_those_who_ask_for_the_same(
    sites: Sites, browser: Browser
) -> None:
    asked = ({"now": NOON}, {"now": EVENING}, {"first": "window.mine = 1"}, {}, {"now": NOON})
    found = []
    for options in asked:
        with visiting(browser, sites.tiny.url, **options) as visit:
            found.append((visit.page, visit.page.evaluate("[Date.now(), window.mine ?? 0]")))
    noon, evening = (datetime.fromisoformat(time).timestamp() * 1000 for time in (NOON, EVENING))
    (page, first), *others, (again, last) = found
    assert (first, last, again) == ([noon, 0], [noon, 0], page)
    assert [others[0][1], others[1][1][1], others[2][1][1]] == [[evening, 0], 1, 0]
    assert len({id(one) for one, _ in found}) == len(asked) - 1
