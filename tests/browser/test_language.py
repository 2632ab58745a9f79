"""In another language, no practice page says a word of English in any of its states, and lines run their own way."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.site.publish import build_site
from tests.browser.conftest import FOR_GOOD, NARROW, WIDE, Served, serving, some_now, visiting
from tests.browser.practice import sideways
from tests.browser.test_accessibility import OPEN_ALL
from tests.browser.test_practice_look import STATES
from tests.browser.test_practice_stories import BEGUN
from tests.handbooks import project, pseudo, tiny
from tests.handbooks.sites import Once
from tests.readers.latin import WORD, left, words_of

CONFIG = (tiny.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
CONFIGURED = " ".join(re.findall(r"^(?:site_name|site_description|copyright): (.*)$", CONFIG, re.MULTILINE))
OWN = words_of(tiny.TINY / "content") | {word.lower() for word in WORD.findall(CONFIGURED)}
SEEN = """
() => {
  const all = [...document.querySelectorAll('*')].filter((one) => one.checkVisibility());
  const names = ['aria-label', 'title', 'placeholder', 'alt'];
  const named = all.flatMap((one) => names.map((name) => one.getAttribute(name) ?? ''));
  const typed = [...document.querySelectorAll('input, textarea')].map((one) => one.value);
  const shown = document.body.innerText.split('\\n');
  const lines = [document.title, ...shown, ...named].filter((line) => line && !typed.includes(line));
  return lines.map((line) => line.replaceAll(location.pathname, ''));
}
"""
PAGES = (
    "",
    "practise/",
    "practise/readiness/",
    "practise/my-loop/",
    "practise/my-data/",
    "practise/from-an-advert/",
    "practise/how-it-goes/",
    "practise/drill/",
    "practise/my-stories/",
    "worksheets/",
    "worksheets/story-coverage/",
    "plans/one-evening/",
    "reference/how-a-story-is-judged/",
    "404.html",
)


def _in(code: str, root: Path) -> None:
    """Make the tiny handbook in this language."""
    project.copy_to(root, project.TINY)
    words = root / "content/handbook.yaml"
    words.write_text(f"language: {code}\n" + words.read_text(encoding="utf-8"), encoding="utf-8")
    if code == pseudo.CODE:
        pseudo.written(root)
    build_site(root)


@pytest.fixture(scope="module")
def foreign(once: Once) -> Iterator[Served]:
    root = once(pseudo.CODE, partial(_in, pseudo.CODE))
    with serving(root / "site", kept=FOR_GOOD) as url:
        yield Served(root=root, url=url, paths={})


@pytest.fixture(scope="module")
def hebrew(once: Once) -> Iterator[Served]:
    root = once("he", partial(_in, "he"))
    with serving(root / "site", kept=FOR_GOOD) as url:
        yield Served(root=root, url=url, paths={})


def _said(words: Any) -> Any:
    """Give words that a test looks for as this page says them; those of the content stay."""
    if isinstance(words, re.Pattern):
        return words if "\\" in words.pattern else re.compile(words.pattern.translate(pseudo.LETTERS))
    return pseudo.foreign(words) if isinstance(words, str) and words in pseudo.said() else words


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what the other tests press and fill be looked for in the language nobody speaks."""
    for kind in (Page, Locator):
        by_role = kind.get_by_role
        monkeypatch.setattr(kind, "get_by_role", _by_role(by_role))
        for name in ("get_by_label", "get_by_text"):
            monkeypatch.setattr(kind, name, _by_text(getattr(kind, name)))
        located = kind.locator
        monkeypatch.setattr(kind, "locator", _located(located))


def _by_role(find: Callable[..., Locator]) -> Callable[..., Locator]:
    def finding(self: Page | Locator, role: Any, **given: Any) -> Locator:
        return find(self, role, **{name: _said(said) if name == "name" else said for name, said in given.items()})

    return finding


def _by_text(find: Callable[..., Locator]) -> Callable[..., Locator]:
    def finding(self: Page | Locator, text: Any, **given: Any) -> Locator:
        return find(self, _said(text), **given)

    return finding


def _located(find: Callable[..., Locator]) -> Callable[..., Locator]:
    def finding(self: Page | Locator, selector: Any, **given: Any) -> Locator:
        return find(
            self, selector, **{**given, **({"has_text": _said(given["has_text"])} if "has_text" in given else {})}
        )

    return finding


def english(page: Page) -> list[str]:
    """Give what the page shows in English that its content does not say."""
    page.evaluate(OPEN_ALL)
    lines = (line.replace(BEGUN["title"], "") for line in page.evaluate(SEEN))
    return left(lines, OWN)


@pytest.mark.parametrize("where", PAGES)
def test_no_page_shows_a_word_of_english(browser: Browser, foreign: Served, where: str) -> None:
    with visiting(browser, foreign.url + where) as visit:
        visit.settle()
        assert visit.page.locator("html").get_attribute("lang") == pseudo.CODE
        found = english(visit.page)
        assert not found, "\n".join(found)


@pytest.mark.usefixtures("looking")
@pytest.mark.parametrize("state", some_now(STATES, 3))
def test_no_state_of_practice_shows_a_word_of_english(browser: Browser, foreign: Served, state: str) -> None:
    where, reach = STATES[state]
    with visiting(browser, foreign.url + where, reduced_motion="reduce") as visit:
        reach(visit.page)
        visit.settle()
        found = english(visit.page)
        assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("where", ["", "stories/the-export-nobody-used/", "practise/my-stories/", "practise/drill/"])
def test_hebrew_runs_from_right_to_left_and_no_page_is_wider_than_its_window(
    browser: Browser, hebrew: Served, where: str, width: int
) -> None:
    with visiting(browser, hebrew.url + where, width=width) as visit:
        visit.settle()
        page = visit.page
        assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]") == [
            "he",
            "rtl",
        ]
        assert sideways(page) == 0


def test_where_lines_run_from_the_right_a_mark_for_later_stands_at_their_end(hebrew: Served, browser: Browser) -> None:
    with visiting(browser, hebrew.url + "questions/choosing-what-to-build/") as visit:
        mark = visit.page.locator(".fold > .again").first
        mark.wait_for()
        box, fold = mark.bounding_box(), mark.locator("xpath=..").bounding_box()
        assert box
        assert fold
        assert box["x"] + box["width"] < fold["x"] + fold["width"] / 2
