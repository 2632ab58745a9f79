"""What holds for every kind of page: each is opened once on a desk, on a phone and without script, and asked it all.

No claim changes the page for the next one: what is unfolded is folded again, and what is dark becomes light.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import HEIGHT, KINDS, NARROW, NARROWEST, NOT_FOUND, Scheme, Sites, visiting
from tests.browser.test_accessibility import Asked, complaints
from tests.browser.test_layout import JOINED, TOO_WIDE, unseen
from tests.browser.test_look import outside
from tests.browser.test_print import EDGE, FOLDED, ON_BOTH_PAPERS, printed, solid
from tests.browser.visit import Visit, still

Visits = tuple[Visit, ...]
AROUND = (
    ".here, .switch, .md-header, .md-tabs, .md-sidebar, .md-footer, .md-skip, .crumbs, .onward, .improve, form.filter"
)
LINES_AROUND = f"""
() => {{
  const article = document.querySelector('article').cloneNode(true);
  for (const e of article.querySelectorAll('{AROUND}')) e.remove();
  const own = article.textContent.replace(/\\s+/g, '');
  return [...document.querySelectorAll('{AROUND}')].flatMap((e) => e.innerText.split('\\n'))
    .map((line) => line.replace(/\\s+/g, '')).filter((line) => line.length > 3 && !own.includes(line));
}}
"""
NOT_SEEN = """
() => [...document.querySelectorAll('article *')].filter((e) => {
  const said = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const { color, backgroundColor } = getComputedStyle(e);
  const clear = backgroundColor.endsWith(', 0)');
  const behind = clear ? getComputedStyle(document.body).backgroundColor : backgroundColor;
  return said && !e.closest('svg, option') && color === behind;
}).map((e) => e.outerHTML.slice(0, 120))
"""
UNFOLD = """
() => {
  window.folded = [...document.querySelectorAll('details:not([open])')];
  for (const details of folded) details.open = true;
}
"""
FOLD = "() => { for (const details of folded) details.open = false; scrollTo(0, 0); }"
HIDDEN_TEXT = """
() => {
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest('[hidden], option, .switch')) continue;
    const box = parent.getBoundingClientRect();
    const seen = box.width && parent.checkVisibility({opacityProperty: true, visibilityProperty: true});
    if (!seen) found.push(walker.currentNode.data);
  }
  return found;
}
"""
ONLY_WITH_SCRIPT = (
    "form.filter, interview-date, .start__today, go-on, site-search, own-story, .found-by, .here, .index__none, "
    ".missing"
)
NOT_FOR_SCRIPT = f"article [hidden]:not({ONLY_WITH_SCRIPT})"
SHUT = "article details:not([open]) > summary"
PRESS_EACH = """(shut) => {
  const lost = [];
  const seen = () => [...document.querySelectorAll(shut)].filter((one) => one.checkVisibility());
  for (let left = seen(); left.length; left = seen()) {
    for (const one of left) {
      one.scrollIntoView({ block: 'center' });
      const { left: x, top: y, width, height } = one.getBoundingClientRect();
      if (!one.contains(document.elementFromPoint(x + width / 2, y + height / 2))) lost.push(one.textContent);
      one.click();
      if (!one.parentElement.open) return [`${one.textContent} stays shut`];
    }
  }
  return lost;
}"""  # as somebody presses them: each is in sight, under nothing else, and opens
TO_THE_END = "scrollTo(0, document.documentElement.scrollHeight)"
TO_THE_TOP = "() => { document.activeElement.blur(); scrollTo(0, 0); }"
A_LITTLE = 0.05  # of the screen; Lighthouse calls anything under 0.1 good
LETTERS_A_PAGE, LINES_A_PAGE = 700, 12  # far fewer than fit, so that only a runaway is caught
SCHEME_SHOWN = "document.body.dataset.mdColorScheme"
BODY = {"light": "default", "dark": "slate"}


@dataclass(frozen=True, kw_only=True)
class Dark:
    """What is found on pages in the dark, by their address: what axe complains of, and words that are not seen."""

    complaints: Mapping[str, list[str]]
    lost: Mapping[str, list[str]]


@pytest.fixture(scope="module", params=KINDS)
def desk(request: pytest.FixtureRequest, sites: Sites, browser: Browser) -> Iterator[Visits]:
    """Give the few pages that show all there is to one kind of page, on a wide screen, for one who wants no motion."""
    with ExitStack() as visits:
        opened = [visiting(browser, url, reduced_motion="reduce") for url in sites.of(request.param)]
        yield tuple(_there(visits.enter_context(visit)) for visit in opened)


@pytest.fixture(scope="module", params=KINDS)
def phone(request: pytest.FixtureRequest, sites: Sites, browser: Browser) -> Iterator[Visits]:
    """Give the same pages on a narrow screen, to one who was never here: what comes late may move what is there."""
    with ExitStack() as visits:
        opened = [visiting(browser, url, width=NARROW, cold=True) for url in sites.of(request.param)]
        yield tuple(_there(visits.enter_context(visit)) for visit in opened)


@pytest.fixture(scope="module", params=KINDS)
def bare(request: pytest.FixtureRequest, sites: Sites, browser: Browser) -> Iterator[Visits]:
    """Give the same pages in a browser that runs no script."""
    with ExitStack() as visits:
        opened = [visiting(browser, url, script=False) for url in sites.of(request.param)]
        yield tuple(visits.enter_context(visit) for visit in opened)


def _there(visit: Visit) -> Visit:
    visit.settle()
    visit.page.evaluate("window.movedWhileLoading = moved()")
    return visit


@contextmanager
def unfolded(page: Page) -> Iterator[None]:
    """Unfold whatever is folded, for a while."""
    page.evaluate(UNFOLD)
    yield
    page.evaluate(FOLD)


@contextmanager
def coloured(page: Page, scheme: Scheme) -> Iterator[None]:
    """Show the page in this scheme, for a while: its reader asks for it, and so does the machine."""
    if scheme == "light":  # which it is already
        assert page.evaluate(SCHEME_SHOWN) == BODY[scheme]
        yield
        return
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    _choose(page, scheme)
    yield
    page.emulate_media(color_scheme="light")
    _choose(page, "light")


def _choose(page: Page, scheme: Scheme) -> None:
    page.evaluate(
        "scheme => document.querySelector(`[data-md-color-scheme=${scheme}]:is(input)`).click()", BODY[scheme]
    )
    still(page)
    assert page.evaluate(SCHEME_SHOWN) == BODY[scheme]


@pytest.fixture(scope="module")
def in_the_dark(desk: Visits) -> Dark:
    """Show each page on a desk in the dark once, and give what is found there.

    The further pages of a kind differ in their text, whose colours in the dark the phone shows.
    """
    said, lost = {}, {}
    for at, visit in enumerate(desk):
        with coloured(visit.page, "dark"), unfolded(visit.page):
            if not at:
                said[visit.url] = complaints(visit.page, "colours")
            visit.page.emulate_media(forced_colors="active")
            lost[visit.url] = visit.page.evaluate(NOT_SEEN)
            visit.page.emulate_media(forced_colors="none")
    return Dark(complaints=said, lost=lost)


def test_it_asks_no_other_server_for_anything(desk: Visits) -> None:
    for visit in desk:
        visit.page.evaluate(TO_THE_END)
        visit.settle()
        visit.page.evaluate(TO_THE_TOP)
        server = "/".join(visit.url.split("/")[:3]) + "/"
        assert visit.requests
        assert [asked for asked in visit.requests if not asked.startswith((server, "data:", "blob:"))] == []


def test_all_that_is_seen_is_of_one_system_on_a_wide_screen(desk: Visits) -> None:
    for visit in desk:
        with unfolded(visit.page):
            assert outside(visit.page) == {}, visit.url


def test_all_that_is_seen_is_of_one_system_on_a_phone(phone: Visits) -> None:
    for visit in phone:
        with unfolded(visit.page):
            assert outside(visit.page) == {}, visit.url


def test_it_logs_no_error_and_no_warning(desk: Visits) -> None:
    assert {visit.url: visit.errors for visit in desk if visit.errors} == {}


def test_it_breaks_no_policy_and_has_one(desk: Visits) -> None:
    for visit in desk:
        assert visit.page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        assert (visit.url, visit.page.evaluate("broken")) == (visit.url, [])


@ON_BOTH_PAPERS
def test_it_prints_its_title_and_all_that_is_folded_and_nothing_from_around_it(desk: Visits, paper: str) -> None:
    for visit in desk:
        page = visit.page
        title = solid(page.locator("h1").first.inner_text())
        around, folded = ([solid(text) for text in page.evaluate(asked)] for asked in (LINES_AROUND, FOLDED))
        own = solid(page.locator("article.md-content__inner").inner_text())
        letters = len(own) + sum(map(len, folded))
        lines = sum(int(area.get_attribute("rows") or 2) for area in page.locator("article textarea").all())
        sheets = printed(page, paper)
        text = "".join(sheets)
        assert title in text or visit.url.endswith(f"{NOT_FOUND}.html")
        assert [line for line in around if line in text and line not in own] == []
        assert [words for words in folded if words[:EDGE] not in text or words[-EDGE:] not in text] == []
        assert (visit.url, [number for number, sheet in enumerate(sheets, 1) if not sheet]) == (visit.url, [])
        assert len(sheets) <= 2 + letters / LETTERS_A_PAGE + lines / LINES_A_PAGE


def too_wide(page: Page) -> list[str]:
    """Give what is wider than the screen, folded and unfolded."""
    found = list(page.evaluate(TOO_WIDE))
    with unfolded(page):
        return found + [f"unfolded: {what}" for what in page.evaluate(TOO_WIDE)]


def joined(page: Page) -> list[str]:
    """Give the words that are written apart and stand together, also in what is folded."""
    with unfolded(page):
        return list(page.evaluate(JOINED))


def test_nothing_in_it_is_wider_than_a_wide_screen(desk: Visits) -> None:
    assert {visit.url: wide for visit in desk if (wide := too_wide(visit.page))} == {}


def test_words_that_are_written_apart_stand_apart_on_a_wide_screen(desk: Visits) -> None:
    assert {visit.url: words for visit in desk if (words := joined(visit.page))} == {}


def test_words_that_are_written_apart_stand_apart_on_a_phone(phone: Visits) -> None:
    assert {visit.url: words for visit in phone if (words := joined(visit.page))} == {}


@pytest.mark.parametrize("width", [NARROW, NARROWEST])
def test_nothing_in_it_is_wider_than_the_screen_of_a_phone(phone: Visits, width: int) -> None:
    for visit in phone:
        visit.page.set_viewport_size({"width": width, "height": HEIGHT})
        visit.settle()
        found = too_wide(visit.page)
        visit.page.set_viewport_size({"width": NARROW, "height": HEIGHT})
        visit.settle()
        assert (visit.url, found) == (visit.url, [])


def test_nothing_moves_while_it_loads(phone: Visits) -> None:
    assert {visit.url: by for visit in phone if (by := visit.page.evaluate("movedWhileLoading")) > A_LITTLE} == {}


def seen_by_axe(visits: Visits, scheme: Scheme, asked: Asked) -> dict[str, list[str]]:
    """Give what axe finds in this scheme, by page."""
    found = {}
    for visit in visits:
        with coloured(visit.page, scheme), unfolded(visit.page):
            found[visit.url] = complaints(visit.page, asked)
    return {url: said for url, said in found.items() if said}


def test_axe_finds_nothing_on_a_desk(desk: Visits) -> None:
    assert seen_by_axe(desk, "light", "all") == {}


def test_axe_finds_no_colour_hard_to_see_on_a_desk_in_the_dark(in_the_dark: Dark) -> None:
    assert in_the_dark.complaints
    assert {url: said for url, said in in_the_dark.complaints.items() if said} == {}


def test_axe_finds_nothing_on_a_phone(phone: Visits) -> None:
    """What it says of colours is asked further: most that is drawn on a phone is drawn so on a desk, too."""
    assert seen_by_axe(phone, "light", "all but colours") == {}


@pytest.mark.further
def test_axe_finds_no_colour_hard_to_see_on_a_phone(phone: Visits) -> None:
    assert seen_by_axe(phone[:1], "light", "colours") == {}


@pytest.mark.further
def test_axe_finds_no_colour_hard_to_see_on_a_phone_in_the_dark(phone: Visits) -> None:
    assert seen_by_axe(phone, "dark", "colours") == {}


def test_no_words_of_it_are_lost_in_forced_colours(in_the_dark: Dark) -> None:
    assert in_the_dark.lost
    assert {url: lost for url, lost in in_the_dark.lost.items() if lost} == {}


def test_one_sees_where_the_focus_is(desk: Visits) -> None:
    assert unseen(desk[0].page, "Tab") == []
    desk[0].page.evaluate(TO_THE_TOP)


def test_without_script_all_its_text_can_be_read(bare: Visits) -> None:
    for visit in bare:
        if visit.page.locator(SHUT).count():
            visit.page.locator(SHUT).first.click()
        assert (visit.url, visit.page.evaluate(PRESS_EACH, SHUT)) == (visit.url, [])
        assert visit.page.locator(SHUT).count() == 0
        assert (visit.url, visit.page.evaluate(HIDDEN_TEXT)) == (visit.url, [])
        assert visit.page.locator(NOT_FOR_SCRIPT).count() == 0
