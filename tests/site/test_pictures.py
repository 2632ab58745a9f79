"""The pictures of a site: hung where it has an address, drawn once, and what a chat reads beside a link."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from markupsafe import escape

from generator.exports.sketch import Sketch
from generator.site.links import dead_links
from generator.site.pictures import FOLDER, STORE, hang_pictures, picture_of
from generator.site.pipeline import build
from tests.handbooks import tiny
from tests.handbooks.sites import ADDRESS
from tests.tools.anything import TEXTS

FONTS = tiny.ROOT / "templates/print/fonts"
SKETCH = Sketch(kind="Story", fact="", title="One", sentence="", handbook="A book", figure=None)
SKETCHES = {"index.md": SKETCH, "stories/two.md": replace(SKETCH, title="Two")}


class _Head(HTMLParser):
    """Collects what the metas of a page say, and every element that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.tags: list[str] = []
        self.canonical = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "meta":
            self.said[given.get("property") or given.get("name") or ""] = given.get("content") or ""
        if given.get("rel") == "canonical":
            self.canonical = given.get("href") or ""


def hung(root: Path, sketches: dict[str, Sketch]) -> int:
    return hang_pictures(root, root / "site", sketches, FONTS)


def test_a_picture_is_drawn_once_and_again_only_where_its_page_changed(tmp_path: Path) -> None:
    assert hung(tmp_path, SKETCHES) == 2
    first = {path: (tmp_path / "site" / picture_of(path)).read_bytes() for path in SKETCHES}
    assert hung(tmp_path, SKETCHES) == 0
    assert hung(tmp_path, {**SKETCHES, "index.md": replace(SKETCH, title="Three")}) == 1
    assert (tmp_path / "site" / picture_of("index.md")).read_bytes() != first["index.md"]
    assert (tmp_path / "site" / picture_of("stories/two.md")).read_bytes() == first["stories/two.md"]


def test_the_store_holds_what_the_site_shows_and_nothing_else(tmp_path: Path) -> None:
    hung(tmp_path, SKETCHES)
    hung(tmp_path, {"index.md": SKETCH})
    assert [path.suffix for path in (tmp_path / STORE).iterdir()] == [".png"]


def test_other_fonts_draw_another_picture(tmp_path: Path) -> None:
    hung(tmp_path, SKETCHES)
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for path in FONTS.glob("*.woff2"):
        (fonts / path.name).write_bytes(path.read_bytes())
    (fonts / "another.woff2").write_bytes(b"")
    assert hang_pictures(tmp_path, tmp_path / "site", SKETCHES, fonts) == 2


def test_a_site_without_an_address_has_no_sketches_and_touches_no_disk(root: Path, tmp_path: Path) -> None:
    assert build(root).sketches == {}
    assert build(root, ADDRESS).sketches.keys() == {page.path for page in tiny.pages()}
    assert hung(tmp_path / "nowhere", {}) == 0
    assert not (tmp_path / "nowhere").exists()


def heads(site: Path) -> dict[str, _Head]:
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): _Head(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }


def test_every_page_of_a_site_with_an_address_says_what_it_is_and_has_its_picture(public: Path) -> None:
    site = public / "site"
    pages = heads(site)
    for stands_for_another in ("404.html", "without-network.html"):
        assert "og:title" not in pages.pop(stands_for_another).said
    for where, head in pages.items():
        assert head.said["og:url"] == head.canonical == ADDRESS + where
        assert head.said["og:description"] == head.said["description"]
        assert head.said["twitter:card"] == "summary_large_image"
        image = head.said["og:image"].removeprefix(ADDRESS)
        assert (site / image).read_bytes().startswith(b"\x89PNG"), where
        assert (head.said["og:image:width"], head.said["og:image:height"]) == ("1200", "630")
        assert head.said["og:image:alt"].startswith(head.said["og:title"])
    assert {head.said["og:type"] for head in pages.values()} == {"website", "article"}
    assert pages[""].said["og:type"] == "website"
    assert pages["stories/the-export-nobody-used/"].said["og:type"] == "article"
    assert len(list((site / FOLDER).rglob("*.png"))) == len(pages)


def test_a_picture_that_is_not_there_is_a_dead_link(public: Path, tmp_path: Path) -> None:
    page = (public / "site/index.html").read_text(encoding="utf-8")
    metas = re.findall(r'<meta property="og:image" [^>]*>|<link rel="canonical"[^>]*>', page)
    (tmp_path / "index.html").write_text("".join(metas), encoding="utf-8")
    assert [dead.target for dead in dead_links(tmp_path)] == [f"{ADDRESS}{FOLDER}/index.png"]


@pytest.mark.parametrize("fixture", ["little", "hostile"])
def test_a_site_without_an_address_says_nothing_to_chats(fixture: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(fixture) / "site"
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'property="og:' not in text
        assert 'rel="canonical"' not in text
    assert not (site / FOLDER).exists()
    assert not (site.parent / STORE).exists()


def told(title: str, description: str) -> str:
    """Give what the theme writes of a page with this title and description in its front matter."""
    theme = Environment(loader=FileSystemLoader(tiny.ROOT / "templates/site"))  # noqa: S701 - as MkDocs makes it
    page: dict[str, Any] = {
        "meta": {"title": title, "description": description, "source": "x"},
        "canonical_url": f"{ADDRESS}stories/a/",
        "url": "stories/a/",
    }
    config = {"site_name": 'A "book" <b>', "site_url": ADDRESS, "extra": {"pictures": FOLDER}}
    return theme.get_template("partials/shared.html").render(page=page, config=config)


@given(TEXTS, TEXTS)
def test_any_title_arrives_as_it_was_typed_and_as_nothing_else(title: str, description: str) -> None:
    head = _Head(told(str(escape(title)), str(escape(description))))
    assert head.said["og:title"] == title
    assert head.said["og:description"] == description
    assert head.said["og:site_name"] == 'A "book" <b>'
    assert set(head.tags) == {"meta"}


@given(st.text("<>\"'&/ a=", max_size=30))
def test_not_even_a_title_that_nobody_escaped_leaves_its_quotes(title: str) -> None:
    html, plain = told(title, title), told("a", "a")
    assert _Head(html).tags == _Head(plain).tags
    assert (html.count("<"), html.count(">"), html.count('"')) == (plain.count("<"), plain.count(">"), plain.count('"'))
