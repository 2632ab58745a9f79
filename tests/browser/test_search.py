"""The search: what people type leads where they mean, by mouse and keys, for few bytes, none before the first key."""

import gzip
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site.pipeline import check
from generator.text.prose import plain
from tests.browser.conftest import NARROW, Open, Served, Sites, some_now, visiting
from tests.handbooks import sites as making
from tests.handbooks.sites import Once
from tests.readers import search

PARTS = 4  # of what people type, to be asked of the copy, too
MOST = 160_000  # bytes with gzip that a first search may fetch
INDEX = re.compile(r"/(search/|assets/search\.js)")
ANSWERED = "async (box) => { await box.answered; }"
HOSTILE = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"


def box(page: Page) -> Any:
    """Give the search of the page's header."""
    return page.locator("header site-search")


def type_in(page: Page, words: str) -> list[str]:
    """Type the words as a reader does and give the addresses of what is found, the best first."""
    box(page).locator("input").fill(words)
    box(page).evaluate(ANSWERED)
    links = page.locator("header [data-result] > a")
    return [str(address) for address in links.evaluate_all("links => links.map((one) => one.getAttribute('href'))")]


def lost(page: Page, part: int = 0, parts: int = 1) -> Iterator[str]:
    """Give each search that has none of its targets among the first results, with what was found in their place."""
    for words, targets in search.searches()[part::parts]:
        first = type_in(page, words)[: search.FIRST]
        if not any(search.leads_to(address, target) for address in first for target in targets):
            yield f"{words}: {first}"


@pytest.fixture(scope="module")
def disk(once: Once) -> Path:
    """Give the folder of the real handbook, built to be opened without a server."""
    real = once("real", making.real)
    return once("real on a disk", partial(making.real_on_a_disk, real=real)) / "site-offline"


@pytest.fixture
def home(sites: Sites, open_page: Open) -> Page:
    """Give the first page of the tiny handbook with the cursor in its search."""
    page = open_page(sites.tiny.url).page
    page.keyboard.press("Control+k")
    return page


def test_the_morning_of_the_interview_leads_to_the_page_about_it_first(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url).page
    page.keyboard.press("Control+k")
    about = next(essay for essay in check(sites.real.root).content.essays.values() if essay.kind == "interview-day")
    assert search.leads_to(type_in(page, "the morning of the interview")[0], about.slug)


def test_what_people_type_is_among_the_first_three_results(sites: Sites, open_page: Open) -> None:
    assert list(lost(open_page(sites.real.url).page)) == []


@pytest.mark.parametrize("part", some_now(range(PARTS), PARTS))
def test_and_so_it_is_in_a_copy_opened_from_a_disk(part: int, disk: Path, open_page: Open) -> None:
    visit = open_page((disk / "stories/index.html").as_uri())
    assert list(lost(visit.page, part, PARTS)) == []
    assert [url for url in visit.requests if not url.startswith(("file:", "data:"))] == []


def test_in_german_a_result_is_called_so_and_what_was_typed_stands_in_german_marks(
    german: str, open_page: Open
) -> None:
    page = open_page(german).page
    type_in(page, "\u00fcbergabee am bett")
    expect(page.locator("header [data-result=story] .search__kind").first).to_have_text("Geschichte")
    expect(box(page).get_by_role("status")).to_contain_text("mit \u201e\u00dcbergabe\u201c")
    type_in(page, "bett xyl\u00f6qqqq")
    expect(box(page).get_by_role("status")).to_contain_text("keine mit \u201exyl\u00f6qqqq\u201c")
    type_in(page, "transparenz")
    expect(page.locator("header [data-result=principle]")).to_contain_text("Auch genannt \u201eTransparenz\u201c. ")
    type_in(page, "qqqqqq")
    expect(page.locator("header .search__none").first).to_contain_text("f\u00fcr \u201eqqqqqq\u201c")
    expect(page.locator("header .search__none").last).to_contain_text("Alle Fragen")


def test_in_german_an_advert_is_cited_in_german_marks(german: str, open_page: Open) -> None:
    page = open_page(f"{german}practise/from-an-advert/").page
    page.locator(".advert__example button").click()
    said = page.locator(".advert__row").first.inner_text()
    assert re.search("\u201e[^\u201e\u201c\u201d]+\u201c", said)
    assert "\u201d" not in said


def test_a_sentence_as_it_is_typed_letter_by_letter_ends_with_what_is_meant(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url).page
    page.keyboard.press("Control+k")
    box(page).locator("input").press_sequentially("tell me about a time you failed")
    box(page).evaluate(ANSWERED)
    expect(page.locator("header [data-result=question] a").first).to_have_attribute(
        "href", re.compile("#biggest-failure$")
    )


def test_nothing_of_it_is_fetched_before_the_first_key(sites: Sites, open_page: Open) -> None:
    visit = open_page(sites.real.url)
    visit.page.keyboard.press("Control+k")
    visit.settle()
    assert [url for url in visit.requests if INDEX.search(url)] == []
    assert visit.page.content().count("assets/search.js") == 0
    type_in(visit.page, "f")
    assert [url for url in visit.requests if INDEX.search(url)] != []


@pytest.mark.parametrize("words", ["fire someone", "dificult stakholder", "what if I only have one evening"])
def test_a_first_search_is_light(words: str, sites: Sites, browser: Browser) -> None:
    with visiting(browser, sites.real.url) as visit:
        before = len(visit.requests)
        assert type_in(visit.page, words)
        assert sum(weight(sites.real, url) for url in visit.requests[before:]) < MOST


def weight(served: Served, url: str) -> int:
    """Give the bytes of a file of the site as it is sent, with gzip."""
    return len(gzip.compress((served.root / "site" / unquote(urlsplit(url).path).lstrip("/")).read_bytes(), 6))


def test_no_key_alone_leads_to_it(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url).page
    for key in ("/", "s", "f", "k"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body")
    for keys in ("Control+k", "Meta+k"):
        page.keyboard.press(keys)
        expect(page.locator("site-search input:focus")).to_have_count(1)
        page.evaluate("document.activeElement.blur()")


def test_as_many_results_as_before_are_not_announced_again(home: Page) -> None:
    home.evaluate("""() => {
        window.said = 0;
        const note = (list) => { said += list.length; };
        new MutationObserver(note).observe(document.querySelector("header [role=status]"), { childList: true });
    }""")
    type_in(home, "renewal")
    assert home.evaluate("said") == 1
    type_in(home, "renewal ")
    assert home.evaluate("said") == 1


def test_each_result_says_what_it_is_and_is_one_link(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url).page
    type_in(page, "layoffs")
    results = page.locator("header [data-result]").all()
    kinds = [result.get_attribute("data-result") for result in results]
    assert {*kinds[:2]} == {"question", "story"}
    for result, kind in zip(results, kinds, strict=True):
        assert result.locator("a").count() == 1
        said = result.locator("a").inner_text().split("\n")
        assert said[0] == kind
        assert len(said) > 2  # what it is, its title, and why
    assert "Also called \u201clayoffs\u201d" in "".join(result.inner_text() for result in results[:2])


@pytest.mark.parametrize("handbook", ["real", "tiny"])
def test_a_word_of_a_storys_results_and_one_of_an_intent_find_them(
    handbook: str, sites: Sites, open_page: Open
) -> None:
    served: Served = getattr(sites, handbook)
    content = check(served.root).content
    index = search.words(lambda path: (served.root / "site" / path).read_text(encoding="utf-8"))
    story = min(content.stories.items())
    question = min(content.bank.items())
    page = open_page(served.url).page
    for slug, text in ((story[0], story[1].record.told.results), (question[0], question[1].record.intent)):
        known = [word for word in re.findall(r"[a-z]{5,}", plain(text).lower()) if word in index]
        word = min(known, key=lambda word: (sum(map(len, index[word])), word))
        found = type_in(page, word + " ")
        assert any(search.leads_to(address, slug) for address in found), f"{word!r} must lead to {slug}, found {found}"


def test_tab_and_arrows_walk_through_what_was_found_and_escape_leaves_it(home: Page) -> None:
    type_in(home, "renewal roadmap")
    field, links = box(home).locator("input"), home.locator("header [data-result] a")
    home.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    home.keyboard.press("Shift+Tab")
    expect(field).to_be_focused()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    home.keyboard.press("ArrowUp")
    home.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Escape")
    expect(links.first).to_be_hidden()
    expect(field).to_be_focused()
    home.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    while box(home).locator(":focus").count():
        home.keyboard.press("Tab")
    expect(links.first).to_be_hidden()


def test_enter_goes_to_the_best_and_back_shows_what_was_found(home: Page) -> None:
    box(home).locator("input").press_sequentially("renewal")
    home.keyboard.press("Enter")
    expect(home).to_have_url(re.compile("the-no-that-cost-a-renewal"))
    home.go_back()
    expect(home).to_have_url(re.compile(r"\?q=renewal$"))
    expect(home.locator("[data-result] a").first).to_be_visible()


def test_the_number_of_results_is_announced(home: Page) -> None:
    found = type_in(home, "renewal")
    expect(box(home).get_by_role("status")).to_have_text(re.compile(rf"^{len(found)} results?\b"))
    type_in(home, "renewwal")
    expect(box(home).get_by_role("status")).to_contain_text("with \u201crenewal\u201d")
    type_in(home, "renewal qqqqqq")
    expect(box(home).get_by_role("status")).to_contain_text("none with \u201cqqqqqq\u201d")


def test_where_nothing_is_found_it_says_what_to_try(home: Page) -> None:
    assert type_in(home, "renexyzqw") == []
    found = home.locator("header .search__found")
    expect(found).to_contain_text("Nothing found for \u201crenexyzqw\u201d")
    expect(found.get_by_role("link", name="All questions")).to_be_visible()
    found.get_by_role("button").first.click()
    expect(home.locator("header [data-result]").first).to_be_visible()


def test_words_in_the_address_are_searched_for(sites: Sites, open_page: Open) -> None:
    page = open_page(f"{sites.tiny.url}stories/?q=renewal").page
    expect(page.locator("[data-result] a").first).to_be_visible()
    expect(box(page).locator("input")).to_have_value("renewal")


@pytest.mark.parametrize(
    "words", [HOSTILE, "javascript:alert(1)", "%00%ff&q=2", "x" * 5_000, "__proto__", "\u202e\u0000"]
)
def test_hostile_words_in_the_address_are_words(words: str, sites: Sites, open_page: Open) -> None:
    visit = open_page(f"{sites.tiny.url}?q={quote(words)}")
    box(visit.page).evaluate(ANSWERED)
    assert visit.page.locator("site-search :is(script, img, iframe, style)").count() == 0
    assert visit.page.evaluate("broken") == []
    assert [error for error in visit.errors if "404" not in error] == []


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(home: Page) -> None:
    home.route(INDEX, lambda route: route.abort())
    assert type_in(home, "renewal") == []
    expect(box(home).get_by_role("status")).to_contain_text("could not be loaded")
    home.unroute(INDEX)
    assert type_in(home, "renewals") != []


def test_an_index_published_anew_meanwhile_is_taken_anew(home: Page) -> None:
    asked: list[str] = []
    words = re.compile(r"/search/w[0-9]+-[a-z2-7]{4}\.js$")
    home.route(words, lambda route: (asked.append(""), route.abort())[1], times=1)
    assert type_in(home, "renewal") != []
    assert asked != []


def test_on_a_phone_a_button_opens_it_and_the_results_fit(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url, width=NARROW).page
    expect(box(page).locator("input")).to_be_hidden()
    button = box(page).get_by_role("button", name="Search")
    button.click()
    expect(box(page).locator("input")).to_be_focused()
    assert type_in(page, "layoffs")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(box(page).locator("input")).to_be_hidden()


def test_a_page_has_a_large_box_that_comes_before_the_one_in_the_header(sites: Sites, open_page: Open) -> None:
    visit = open_page(sites.tiny.url)
    page = visit.page
    page.keyboard.press("Control+k")
    expect(page.locator("article site-search input")).to_be_focused()
    page.goto(f"{sites.tiny.url}?q=roadmap")
    expect(page.locator("article site-search input")).to_have_value("roadmap")
    expect(page.locator("article [data-result] a").first).to_be_visible()
    assert visit.errors == []
