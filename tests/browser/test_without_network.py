"""Without a network: what was read and all of practice is there, everything on request, a newer version asks."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site.publish import build_site
from tests.browser.conftest import NARROW, serving, some_now, visiting
from tests.browser.practice import sideways, too_small
from tests.browser.test_accessibility import complaints
from tests.browser.visit import Visit
from tests.handbooks import tiny
from tests.tools.patience import until

STORY, OTHER = "stories/the-export-nobody-used/", "stories/the-no-that-cost-a-renewal/"
SHEET = "worksheets/every-kind-of-field/"
FOLDER = "handbook/"  # as a project's page lies on a host that serves many
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
NOT_KEPT = "There is no network, and this page is not kept here"
KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys())
            found.push([request.url, await (await (await caches.open(name)).match(request)).text()]);
    return found;
}"""
NAMES = """async () => {
    const found = [];
    for (const name of await caches.keys())
        found.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
    return found;
}"""
WAITS = "() => navigator.serviceWorker.getRegistration().then(one => one.update()).then(() => null)"
SCHEMES = pytest.mark.parametrize("scheme", some_now(["light", "dark"], 2))


@pytest.fixture
def project(little: Path, tmp_path: Path) -> Path:
    """Give a copy of the tiny handbook with its site, to be built anew."""
    return Path(shutil.copytree(little, tmp_path / "handbook"))


@contextmanager
def reader(browser: Browser, site: Path, where: str = "", **options: object) -> Iterator[tuple[Visit, str]]:
    """Serve the site in a folder of its own, open a page, wait for the worker, and give the visit and the address."""
    host = site.parent / "host"
    host.mkdir(exist_ok=True)
    (host / FOLDER.strip("/")).symlink_to(site)
    with serving(host) as url, visiting(browser, url + FOLDER + where, service_workers="allow", **options) as visit:
        visit.page.wait_for_function(CONTROLLED)
        kept(visit.page, where)
        yield visit, url + FOLDER


def kept(page: Page, where: str) -> None:
    """Wait until the page at this address is kept."""
    until(lambda: f"{where}index.html" in names(page))


def names(page: Page) -> set[str]:
    """Give the files that are kept, by their path in the site."""
    return {re.sub(rf".*/{FOLDER}|\?.*", "", url) for url in page.evaluate(NAMES)} - {"worker.js"}


def offline(visit: Visit) -> None:
    visit.page.context.set_offline(True)


def build_of(site: Path) -> dict[str, dict[str, tuple[str, int]]]:
    """Give what the worker of the site is told of the build."""
    first = (site / "worker.js").read_text(encoding="utf-8").partition(";\n")[0]
    found = json.loads(first.removeprefix("self.handbookBuild="))
    assert isinstance(found, dict)
    return found


def test_what_was_read_and_all_of_practice_opens_without_a_network(browser: Browser, project: Path) -> None:
    with reader(browser, project / "site", STORY) as (visit, url):
        page = visit.page
        offline(visit)
        page.reload()
        expect(page.locator("h1")).to_have_text("The export nobody used")
        expect(page.locator(".md-content__inner > .again")).to_have_css("float", "inline-end")  # the styles are there
        page.goto(f"{url}practise/drill/")
        expect(page.get_by_role("button", name="Begin")).to_be_visible()
        page.goto(f"{url}practise/mock-interview/")
        expect(page.locator("mock-interview h2").first).to_be_visible()
        assert visit.page.evaluate("broken") == []


def test_of_a_page_that_is_not_kept_it_says_so_and_names_what_is(browser: Browser, project: Path) -> None:
    with reader(browser, project / "site", STORY) as (visit, url):
        page = visit.page
        offline(visit)
        page.goto(url + OTHER)
        expect(page.locator("h1")).to_have_text(NOT_KEPT)
        expect(page.locator(".unkept code")).to_have_text(f"/{FOLDER}{OTHER}")
        assert page.locator(".unkept a").evaluate("link => link.href") == url + OTHER
        expect(page.locator(".unkept__lately a")).to_have_text(["The export nobody used"])
        page.locator(".unkept__lately a").click()
        expect(page).to_have_url(url + STORY)
        page.goto(f"{url}without-network.html?asked=javascript:alert(1)")
        expect(page.locator(".unkept")).to_be_hidden()


@SCHEMES
@pytest.mark.parametrize("width", [NARROW, 1280])
def test_it_and_the_offer_to_keep_everything_can_be_used_by_everybody(
    browser: Browser, project: Path, width: int, scheme: str
) -> None:
    with reader(browser, project / "site", STORY, width=width, scheme=scheme) as (visit, url):
        page = visit.page
        page.goto(f"{url}practise/my-data/")
        expect(page.get_by_role("button", name="Keep everything")).to_be_visible()
        assert complaints(page) == []
        assert sideways(page) == 0
        assert too_small(page, "kept-here") == []
        offline(visit)
        page.goto(url + OTHER)
        expect(page.locator(".unkept__lately")).to_be_visible()
        assert complaints(page) == []
        assert sideways(page) == 0


def test_everything_is_kept_on_request_searched_and_removed(browser: Browser, project: Path) -> None:
    site = project / "site"
    build = build_of(site)
    with reader(browser, site, "practise/my-data/") as (visit, url):
        page, here = visit.page, visit.page.locator("kept-here")
        pages = sum(path.endswith(".html") for path in build["files"])
        expect(
            here.get_by_role("button", name=re.compile(r"Keep everything .* \d+ pages, [\d.]+ MB more"))
        ).to_be_visible()
        here.get_by_role("button", name="Keep everything").click()
        expect(here.get_by_role("status")).to_contain_text(f"Everything is kept: {pages} pages, ")
        assert names(page) == set(build["files"])
        expect(here.get_by_role("button")).to_have_text(["Remove what is kept"])
        offline(visit)
        page.goto(url + OTHER)
        expect(page.locator("h1")).to_have_text("The no that cost a renewal")
        page.keyboard.press("/")
        page.locator("header site-search input").press_sequentially("bet")
        expect(page.locator("[data-result]").first).to_be_visible()
        visit.page.context.set_offline(False)
        page.goto(f"{url}practise/my-data/")
        here.get_by_role("button", name="Remove").click()
        expect(here.get_by_role("status")).to_contain_text("Nothing is kept any more")
        assert names(page) == set()


def test_beyond_its_measure_what_was_not_read_for_longest_goes_first(browser: Browser, project: Path) -> None:
    site = project / "site"
    build = build_of(site)
    files = build["files"]
    always = sum(files[path][1] for path in build["always"])
    stays, goes = ("questions/", STORY, OTHER), "stories/"
    room = sum(files[f"{where}index.html"][1] for where in stays)
    code = site / "worker.js"
    code.write_text(code.read_text().replace('"most":15000000', f'"most":{always + room}'))
    with reader(browser, site, stays[0]) as (visit, url):
        for where in (goes, stays[1], stays[0], stays[2]):  # the first was read before, and is read once more
            visit.page.goto(url + where)
            kept(visit.page, where)
        until(lambda: f"{goes}index.html" not in names(visit.page))
        there = names(visit.page)
    assert {f"{where}index.html" for where in stays} <= there
    assert set(build["always"]) <= there
    assert sum(files[path][1] for path in there) <= always + room


def test_what_another_puts_in_a_pages_place_is_shown_and_not_kept(browser: Browser, project: Path) -> None:
    page_of_a_hotel = project / "site" / OTHER / "index.html"
    page_of_a_hotel.write_text("<!doctype html><title>Welcome to our network</title><h1>Log in</h1>")
    with reader(browser, project / "site") as (visit, url):
        visit.page.goto(url + OTHER)
        expect(visit.page.locator("h1")).to_have_text("Log in")
        offline(visit)
        visit.page.goto(url + OTHER)
        expect(visit.page.locator("h1")).to_have_text(NOT_KEPT)


def test_a_newer_version_says_so_waits_and_loses_nothing_typed(browser: Browser, project: Path) -> None:
    with reader(browser, project / "site", SHEET) as (visit, url):
        page = visit.page
        renew(project)
        page.evaluate("window.same = true")
        page.evaluate(WAITS)
        notice = page.locator(".newer")
        expect(notice).to_contain_text("A newer version is here.")
        assert page.evaluate("same") is True
        page.goto(url + STORY)  # another page of the old version, while nobody has agreed
        page.goto(url + SHEET)
        expect(notice).to_be_visible()
        other = page.context.new_page()
        other.goto(url)
        notice.get_by_role("button", name="Reload").click()
        expect(notice).to_contain_text("close the other one")
        other.close()
        page.get_by_label("The sentence").fill("Typed just now")
        notice.get_by_role("button", name="Reload").click()
        page.wait_for_function("() => window.same === undefined && !document.querySelector('.newer')")
        expect(page.get_by_label("The sentence")).to_have_value("Typed just now")
        page.goto(url + STORY)
        expect(page.locator("h1")).to_have_text("A newer title")
        offline(visit)
        page.reload()
        expect(page.locator("h1")).to_have_text("A newer title")
        stale = {url for url, _ in page.evaluate(KEPT) if "?" in url and not url.endswith("notes")}
        prints = {f"{url}{path}?{print_}" for path, (print_, _) in build_of(project / "site")["files"].items()}
        assert stale <= prints


@SCHEMES
def test_the_word_of_a_newer_version_can_be_used_by_everybody_and_put_away(
    browser: Browser, project: Path, scheme: str
) -> None:
    with reader(browser, project / "site", STORY, width=NARROW, scheme=scheme) as (visit, _):
        renew(project)
        visit.page.evaluate(WAITS)
        expect(visit.page.locator(".newer")).to_be_visible()
        assert complaints(visit.page) == []
        assert sideways(visit.page) == 0
        assert too_small(visit.page, ".newer") == []
        visit.page.get_by_role("button", name="Not now").click()
        expect(visit.page.locator(".newer")).to_have_count(0)


def test_a_page_of_a_newer_version_gets_its_own_files(browser: Browser, project: Path) -> None:
    with reader(browser, project / "site") as (visit, url):
        renew(project)
        with (project / "site/assets/handbook.css").open("a") as styles:
            styles.write("\nh1{outline:3px solid red}")
        visit.page.goto(url + STORY)
        expect(visit.page.locator("h1")).to_have_text("A newer title")
        expect(visit.page.locator("h1")).to_have_css("outline-style", "solid")
        visit.page.goto(url)  # kept, and of the old version whole
        expect(visit.page.locator("h1")).to_have_css("outline-style", "none")


def test_no_word_of_the_reader_is_kept_by_the_worker_and_erasing_takes_the_pages_too(
    browser: Browser, project: Path
) -> None:
    with reader(browser, project / "site", SHEET) as (visit, url):
        page = visit.page
        page.get_by_label("The sentence").fill("A secret of mine")
        page.get_by_label("The sentence").blur()
        page.goto(url + STORY)
        page.locator(".md-content__inner > .again").click()
        page.goto(f"{url}?q=secret")
        page.goto(f"{url}practise/my-data/")
        expect(page.locator(".data__kept")).to_contain_text("1 worksheet")
        build = build_of(project / "site")
        for address, text in page.evaluate(KEPT):
            path = re.sub(rf".*/{FOLDER}|\?.*", "", address)
            if path == "worker.js":
                assert set(json.loads(text)) == {"whole", "order"}
                assert set(json.loads(text)["order"]) <= set(build["files"])
            else:
                assert len(text.encode()) == build["files"][path][1] or path.endswith(".png")
            assert "secret" not in text.lower() or path.startswith(("search/", "practise/"))
            assert "A secret of mine" not in text
        page.get_by_role("button", name="Erase everything").click()
        page.get_by_role("button", name="Erase it now").click()
        until(lambda: page.evaluate(KEPT) == [])


def test_a_site_that_keeps_nothing_any_more_takes_leave_of_its_worker(browser: Browser, project: Path) -> None:
    with reader(browser, project / "site", STORY) as (visit, url):
        tiny.edit(project, "mkdocs.yml", "extra: {}", "extra: {worker: false}")
        build_site(project)
        visit.page.evaluate(WAITS)
        until(lambda: visit.page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0)
        until(lambda: visit.page.evaluate(KEPT) == [])
        visit.page.goto(url + STORY)
        assert visit.page.evaluate("navigator.serviceWorker.controller") is None
        assert visit.page.locator("meta[name=handbook-worker]").count() == 0
        visit.page.goto(f"{url}practise/my-data/")
        expect(visit.page.get_by_role("heading", name="Save a copy")).to_be_visible()
        expect(visit.page.get_by_role("heading", name="Without a network")).to_have_count(0)


def renew(project: Path) -> None:
    """Build the handbook again with another title of a story."""
    tiny.edit(project, f"content/{STORY.strip('/')}.yaml", "The export nobody used", "A newer title")
    build_site(project)
