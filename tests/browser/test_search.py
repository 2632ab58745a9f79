"""The search finds a story by what came of it and a question by what is behind it, and nothing that is not content."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.site.pipeline import check
from generator.text.prose import plain
from tests.browser.conftest import Open, Served, Sites

SHORTEST_WORD = 5


def documents(served: Served) -> list[dict[str, Any]]:
    """Give the documents of the search index."""
    index = json.loads((served.root / "site/search/search_index.json").read_text(encoding="utf-8"))
    return list(index["docs"])


def words(text: str) -> set[str]:
    """Give the words of a text that are long enough to look for."""
    return set(re.findall(rf"\b[a-z]{{{SHORTEST_WORD},}}\b", text.lower()))


def rarest(text: str, docs: Iterable[dict[str, Any]]) -> str:
    """Give the word of the text that the fewest documents hold, and of those the longest."""
    known = Counter(word for doc in docs for word in words(doc["title"] + " " + doc["text"]))
    return min(words(text), key=lambda word: (known[word], -len(word), word))


def find(served: Served, open_page: Open, word: str, where: str) -> None:
    """Search for the word as a reader does, until a result leads there."""
    page = open_page(served.url).page
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(word)
    parts = "".join(f"[href*='{part}']" for part in re.split("(?=#)", where))
    result = page.locator(f".md-search-result__link{parts}")
    expect(result.first, f"{word!r} must lead to {where}").to_be_attached()


@pytest.mark.parametrize("handbook", ["real", "tiny"])
def test_a_word_of_a_storys_results_finds_the_story(handbook: str, sites: Sites, open_page: Open) -> None:
    served: Served = getattr(sites, handbook)
    stories = sorted(check(served.root).content.stories.items())
    docs = documents(served)
    for slug, story in (stories[0], stories[-1]):
        word = rarest(plain(story.record.told.results), docs)
        find(served, open_page, word, f"stories/{slug}/")


@pytest.mark.parametrize("handbook", ["real", "tiny"])
def test_a_word_of_an_intent_finds_the_question(handbook: str, sites: Sites, open_page: Open) -> None:
    served: Served = getattr(sites, handbook)
    bank = sorted(check(served.root).content.bank.items())
    docs = documents(served)
    for slug, question in (bank[0], bank[-1]):
        word = rarest(plain(question.record.intent), docs)
        find(served, open_page, word, f"questions/{question.competency}/#{slug}")


def test_tab_walks_through_what_was_found_and_escape_leaves_it(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url).page
    page.keyboard.press("/")
    query = page.locator(".md-search__input")
    query.press_sequentially("renewal")
    results = page.locator(".md-search-result__link")
    results.first.wait_for(state="attached")
    page.keyboard.press("Tab")
    expect(results.first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(query).to_be_focused()
    while page.locator(".md-search :focus").count():
        page.keyboard.press("Tab")
    expect(page.locator(".md-tabs__link").first).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_number_of_results_is_announced(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url).page
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially("renewal")
    expect(page.locator(".md-search [role=status]")).to_have_text(re.compile(r"^\d+ matching document"))


def test_the_words_of_the_site_around_the_content_are_in_no_document(sites: Sites) -> None:
    for served in (sites.real, sites.tiny):
        text = " ".join(doc["text"] for doc in documents(served))
        marks = ("Material for MkDocs", "onward", "Improve this page", "Show all", "You are here", "Skip to content")
        assert [mark for mark in marks if mark in text] == []
