"""The search index: as it is while it is light, and light where it would not be, without a cut word."""

import gzip
import json
import random
import re
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from material.plugins.search.plugin import SearchIndex

from generator.site.sanitizer import sanitize
from generator.site.search import HEADINGS, MOST, OF_SECTIONS, VOID, Doc, index_of, sections, trim_index
from tests.handbooks import tiny
from tests.readers.page import to_html

ODD = {
    "no heading": "<p>a</p>",
    "nothing": "",
    "a heading without an id": "<h1>a</h1><p>b</p><h2>c</h2><p>d</p>",
    "text before the first heading": '<p>a</p><h2 id="b">b</h2><p>c</p>',
    "a heading that is left out": '<h1 id="a">a</h1><h2 id="b" data-search-exclude>b</h2><p>c</p><h2 id="d">d</h2>',
    "a block that is left out": '<h1 id="a">a</h1><div data-search-exclude><div>b</div><h2 id="x">c</h2></div><p>d</p>',
    "a section that ends": '<h1 id="a">a</h1><section><h2 id="b">b</h2><p>c</p></section><p>d</p>',
    "sections in a section": '<h1 id="a">a</h1><section><h2 id="b">b</h2><div><h3 id="c">c</h3>d</div>e</section>f',
    "marks": '<h1 id="a">a <em>b</em> &amp; c</h1><p title="d > e">f<br>g &lt;h&gt;</p><ul><li>i</li><li>j</li></ul>',
}
WORDS = [f"{a}{b}{c}" for a in "bdfglmnprst" for b in "aeiou" for c in "bdfglmnprst"]


def index(pages: int, words: int) -> list[Doc]:
    """Give the sections of so many pages with three sections each, of so many words, some with an entity."""
    chance = random.Random(pages)  # noqa: S311 - figures, not secrets
    docs: list[Doc] = []
    for page in range(pages):
        for at in range(4):
            said = " ".join(chance.choice(WORDS) for _ in range(words))
            docs.append(
                {
                    "location": f"stories/page-{page}/" + (f"#part-{at}" if at else ""),
                    "title": f"Title {page} {at}",
                    "text": f"{said} &lt;b&gt; end",
                }
            )
    return docs


def weight(docs: Sequence[Doc]) -> int:
    return len(gzip.compress(index_of("{}", docs).encode(), 6))


def test_a_light_index_stays_as_it_is() -> None:
    docs = index(5, 30)
    assert weight(docs) < MOST
    assert trim_index(docs) == docs


@pytest.mark.parametrize(("pages", "words"), [(300, 200), (2_000, 60), (6_000, 20)])
def test_a_heavy_index_becomes_light_and_keeps_every_page(pages: int, words: int) -> None:
    docs = index(pages, words)
    assert weight(docs) > MOST
    light = trim_index(docs)
    assert weight(light) < MOST
    assert {f"Title {page} 0" for page in range(pages)} <= {doc["title"] for doc in light}
    assert all(doc["text"] for doc in light)


def test_as_much_is_kept_as_fits() -> None:
    assert weight(trim_index(index(300, 200))) > 0.8 * MOST


def test_what_is_kept_is_a_beginning_of_whole_words() -> None:
    docs = index(300, 200)
    whole = {doc["location"]: doc["text"].split() for doc in docs}
    for doc in trim_index(docs):
        said = doc["text"].split()
        assert said == whole[doc["location"]][: len(said)]
        assert len(doc["text"]) <= OF_SECTIONS[0]


def test_where_sections_do_not_fit_a_page_says_what_they_said() -> None:
    docs = index(6_000, 20)
    light = trim_index(docs)
    assert [doc["location"] for doc in light] == [f"stories/page-{page}/" for page in range(6_000)]
    assert light[7]["text"].split()[:10] == docs[28]["text"].split()[:10]


def test_the_settings_of_the_index_stay() -> None:
    assert json.loads(index_of('{"config":{"lang":["en"]},"docs":[]}', index(1, 1)))["config"] == {"lang": ["en"]}


PAGES = {page.path: to_html(page.text) for page in tiny.pages()} | ODD


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_sections_are_those_that_the_theme_finds(page: str) -> None:
    html = without_excluded(sanitize(page).html)
    assert sections(sanitize(page).html, "a/", "A title") == sections(html, "a/", "A title")
    theirs = SearchIndex(lang=["en"], separator="", pipeline=[], fields={})
    theirs.add_entry_from_context(SimpleNamespace(content=html, meta={"title": "A title"}, url="a/", toc=[], title=""))
    assert plain(sections(html, "a/", "A title")) == plain(theirs.entries)


class Cut(HTMLParser):
    """Leaves out the blocks that are marked so, which the theme's own parser takes for ended too early."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        begins = "data-search-exclude" in dict(attrs) and tag not in HEADINGS
        if (self.inside or begins) and tag not in VOID:
            self.inside += 1
        elif not self.inside:
            self.kept.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self.inside:
            self.inside -= 1
        else:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.kept += [] if self.inside else [data]

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def without_excluded(html: str) -> str:
    cut = Cut()
    cut.feed(html)
    cut.close()
    return "".join(cut.kept)


def plain(docs: Sequence[Doc]) -> list[tuple[str, str, str]]:
    """Give where, title and text, both without elements and blanks."""
    bare = [re.sub(r"<[^>]*>|\s", "", unescape(doc[key].replace("&lt;", ""))) for doc in docs for key in doc]
    return list(zip(*[iter(bare)] * 3, strict=True))
