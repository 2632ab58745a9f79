"""The final HTML of the built sites, every page: nothing stands in it that neither theme nor templates write."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.site.sanitizer import ATTRIBUTES, EVERYWHERE, TAGS
from tests.browser.conftest import Sites

THEME = frozenset({"html", "head", "body", "title", "meta", "link", "script", "header", "footer", "main", "img", "a"})
OURS = re.compile(r"[a-z]+(?:-[a-z]+)+")  # an element that our own scripts make something of
ALLOWED = {
    **ATTRIBUTES,
    "a": ATTRIBUTES["a"] | {"type"},  # the way to a page's own Markdown
    "form": {"name"},
    "html": {"class"},
    "img": {"src", "alt", "width", "height"},
    "input": ATTRIBUTES["input"] | {"autocapitalize", "autocorrect", "spellcheck"},
    "link": {"rel", "href", "type", "sizes", "as"},
    "meta": {"charset", "name", "content", "http-equiv", "media", "property"},
    "nav": {"inert"},
    "script": {"src", "type", "defer", "async"},
    "svg": ATTRIBUTES["svg"] | {"xmlns"},
    "body": {"dir"},
}
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href")
SCHEME = re.compile(r"[\s\x00-\x1f]*([a-zA-Z][a-zA-Z0-9+.-]*):")
LEAVES = re.compile(r"[\s\x00-\x1f]*[/\\]{2}")


class _Page(HTMLParser):
    """Collects what is odd in a page, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []
        self.ids: Counter[str] = Counter()
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "article"
        if tag not in TAGS | (frozenset() if self.inside else THEME) and not OURS.fullmatch(tag):
            self.odd.append(f"<{tag}>")
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            self.ids[value] += 1
        allowed = {
            each.lower() for each in EVERYWHERE | ALLOWED.get(tag, set())
        }  # the parser's names are in lower case
        if not (name in allowed or name.startswith(("aria-", "data-"))):
            self.odd.append(f"{tag} {name}={value[:60]!r}")
        if name in ADDRESSES:
            scheme = SCHEME.match(value)
            if (scheme and scheme.group(1) not in {"https", "mailto"}) or LEAVES.match(value):
                self.odd.append(f"{tag} {name}={value[:60]!r}")

    def handle_pi(self, data: str) -> None:
        self.odd.append(f"<?{data[:60]}")

    def unknown_decl(self, data: str) -> None:
        self.odd.append(f"<![{data[:60]}")


def odd(html: str) -> Iterator[str]:
    """Give whatever neither theme nor templates write, and every id that stands twice."""
    page = _Page()
    page.feed(html)
    page.close()
    yield from page.odd
    yield from (f"the id {name} {times} times" for name, times in page.ids.items() if times > 1)


@pytest.mark.parametrize("which", ["real", "tiny", "public"])
def test_every_page_holds_only_what_is_listed(which: str, sites: Sites, public: Path) -> None:
    folder = (public if which == "public" else getattr(sites, which).root) / "site"
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 40
    found = [f"{path.relative_to(folder)}: {said}" for path in pages for said in odd(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>",
        '<p style="a">',
        "<article><script></script></article>",
        "<iframe>",
        '<a href="javascript:x">',
        '<a href=" java&#115;cript:x">',
        '<a href="//example.org">',
        '<img src="data:x">',
        '<p id="a"></p><p id="a"></p>',
        "<?php ?>",
        "<![CDATA[x]]>",
        '<form action="x">',
        "<base href=x>",
    ],
)
def test_the_reader_of_pages_finds_what_is_odd(html: str) -> None:
    assert list(odd(html))


def test_no_file_of_a_site_is_a_link_or_of_an_unknown_kind(sites: Sites) -> None:
    kinds = {
        "",
        ".css",
        ".gz",
        ".html",
        ".ico",
        ".js",
        ".json",
        ".map",
        ".md",
        ".png",
        ".svg",
        ".txt",
        ".webmanifest",
        ".xml",
    }
    for served in (sites.real, sites.tiny):
        paths = [path for path in (served.root / "site").rglob("*") if not path.is_dir()]
        assert [path for path in paths if path.is_symlink() or not path.is_file()] == []
        assert {Path(path).suffix for path in paths} - kinds == set()
