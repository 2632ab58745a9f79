"""The handbook opens from a disk: its links, its search and its practice work, and nothing leaves the machine."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.handbooks import sites
from tests.handbooks.sites import Once
from tests.readers.page import read

SHOWS = "[...document.querySelectorAll('article *')].some((e) => e.localName.includes('-') && e.innerText.trim())"
SHEET = "worksheets/every-kind-of-field.html"


@pytest.fixture(scope="module")
def disk(once: Once) -> Path:
    """Give the folder of the tiny handbook's offline build, in a folder with a blank in its name."""
    return once("on a disk", sites.on_a_disk) / "site-offline"


def test_every_link_names_a_file_that_is_there(disk: Path) -> None:
    dead = []
    for page in disk.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in read(page.read_text(encoding="utf-8")).links:
            path = re.split(r"[#?]", link)[0]
            if path and not re.match(r"https?:|mailto:|javascript:", path) and not (page.parent / path).is_file():
                dead.append(f"{page.relative_to(disk)}: {link}")
    assert dead == []


def test_the_search_finds_a_story_and_asks_nobody(disk: Path, open_page: Open) -> None:
    visit = open_page((disk / "index.html").as_uri())
    page = visit.page
    page.keyboard.press("Control+k")
    page.locator("header site-search input").press_sequentially("renewal")
    page.locator("[data-result] > a[href*='the-no-that-cost-a-renewal.html']").click()
    expect(page).to_have_url(re.compile(r"the-no-that-cost-a-renewal\.html"))
    assert strays(visit.requests) == []


def test_a_worksheet_is_kept_scored_and_counted_among_the_readers_data(disk: Path, open_page: Open) -> None:
    visit = open_page((disk / SHEET).as_uri())
    page = visit.page
    page.get_by_label("The sentence").fill("From a disk")
    page.get_by_label("I said no first").check()
    page.get_by_role("button", name="Finish this attempt").click()
    expect(page.locator(".sheet__outcome")).to_contain_text("2 of 5 points")
    page.reload()
    expect(page.get_by_label("The sentence")).to_have_value("From a disk")
    page.goto((disk / "practise/my-data.html").as_uri())
    expect(page.locator(".data__kept")).to_contain_text("1 worksheet, 1 finished attempt")
    assert strays(visit.requests) == []
    assert visit.errors == []


def test_the_date_gives_tasks_whose_links_are_files(disk: Path, open_page: Open) -> None:
    visit = open_page((disk / "index.html").as_uri())
    page = visit.page
    page.clock.set_fixed_time("2026-03-27T12:00:00")
    page.reload()
    visit.errors.clear()  # timers of the theme that were under way do not survive a clock set under them
    page.get_by_label("Date of your interview").fill("2026-03-29")
    page.locator(".start__today").get_by_role("link", name="All of day 1").click()
    expect(page).to_have_url(re.compile(r"^file:.*/plans/[a-z-]+\.html#day-1$"))
    assert strays(visit.requests) == []
    assert visit.errors == []


@pytest.mark.parametrize("name", ["my-stories", "mock-interview", "drill", "readiness", "how-it-goes", "my-data"])
def test_a_practice_page_starts_and_complains_of_nothing(name: str, disk: Path, open_page: Open) -> None:
    visit = open_page((disk / f"practise/{name}.html").as_uri())
    visit.page.wait_for_function(SHOWS)
    visit.settle()
    assert strays(visit.requests) == []
    assert visit.errors == []


def test_a_disk_has_no_worker_and_no_manifest(disk: Path, open_page: Open) -> None:
    assert not (disk / "worker.js").exists()
    assert not (disk / "manifest.json").exists()
    assert not (disk / "without-network.html").exists()
    page = open_page((disk / "practise/my-data.html").as_uri()).page
    assert page.locator("meta[name=handbook-worker], link[rel=manifest]").count() == 0
    expect(page.get_by_role("heading", name="Without a network")).to_have_count(0)


def test_a_mark_and_the_place_are_kept_on_a_disk_too(disk: Path, open_page: Open) -> None:
    page = open_page((disk / "stories/the-export-nobody-used.html").as_uri()).page
    expect(page.get_by_role("radio", name="Light scheme")).to_be_checked()
    page.locator(".again").first.click()
    page.goto((disk / "index.html").as_uri())
    page.locator("go-on summary").click()
    page.locator("go-on li a").click()
    expect(page).to_have_url(re.compile(r"/stories/the-export-nobody-used\.html$"))


def strays(requests: list[str]) -> list[str]:
    """Give the requests that leave the disk."""
    return [url for url in requests if not url.startswith(("file:", "data:", "blob:", "about:"))]
