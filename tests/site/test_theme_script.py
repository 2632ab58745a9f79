"""A page loads the theme's script only where it asks for more than the frame; the frame's stands in its place."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.site.seen import html_of
from generator.site.sheaf import Sheaf
from generator.site.theme_script import COMPONENTS, does_without
from generator.site.theme_script import lighten as lighten_pages

CONFIG = '<script id="__config" type="application/json">{{"features": [{features}], "version": {version}}}</script>'
BUNDLE = '<script defer src="{up}assets/javascripts/bundle.1.min.js"></script>'
OURS = '<script defer src="{up}assets/handbook.js"></script><script src="{up}assets/practice/a.js"></script>'
MORE = {  # what only the theme's script knows to do
    "text in tabs": '<div class="tabbed-set tabbed-alternate">',
    "code": "<pre><code>",
    "a drawing from text": '<div class="mermaid">',
    "notes in a text": '<p class="x annotate">',
    "its search": '<div data-md-component="search">',
    "the stars of the repository": "<a data-md-component=source>",
    "a list of its own": '<input class="md-nav__toggle md-toggle md-toggle--indeterminate">',
    "a notice that can be put away": "<button data-md-dismiss>",
    "a script of somebody else": '<script src="../more/assets/mine.js"></script>',
}


def page(
    up: str = "../", more: str = "", features: str = '"navigation.tabs", "toc.follow"', version: str = "null"
) -> str:
    """Give a page as an engine writes it."""
    config = CONFIG.format(features=features, version=version)
    return f'<div data-md-component="header">{more}{config}{BUNDLE.format(up=up)}{OURS.format(up=up)}'


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a small site as the engine leaves it."""
    for path, up in {"index.html": "", "a/index.html": "../", "404.html": "/at/"}.items():
        put(tmp_path / path, page(up))
    for name in ("bundle.1.min.js", "bundle.1.min.js.map"):
        put(tmp_path / f"assets/javascripts/{name}", "{}")
    return tmp_path


def lighten(site: Path) -> None:
    pages = Sheaf(site, html_of(site))
    lighten_pages(site, pages)
    pages.lay()


def scripts(site: Path) -> list[str]:
    return sorted(path.name for path in site.glob("assets/javascripts/*"))


def test_pages_that_ask_for_the_frame_alone_load_no_more(site: Path) -> None:
    lighten(site)
    assert scripts(site) == []
    for path, up in {"index.html": "", "a/index.html": "../", "404.html": "/at/"}.items():
        text = (site / path).read_text(encoding="utf-8")
        assert f'<script defer src="{up}assets/frame.js"></script>' in text
        assert "bundle" not in text


def test_the_theme_keeps_its_script_on_the_page_that_needs_it(site: Path) -> None:
    put(site / "a/index.html", page(more=MORE["code"]))
    before = (site / "a/index.html").read_bytes()
    lighten(site)
    assert scripts(site) == ["bundle.1.min.js", "bundle.1.min.js.map"]
    assert (site / "a/index.html").read_bytes() == before
    assert "assets/frame.js" in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("more", MORE)
def test_what_the_frame_does_not_do_needs_the_theme(more: str) -> None:
    assert does_without(page())
    assert not does_without(page(more=MORE[more]))


@pytest.mark.parametrize("wrong", [{"features": '"navigation.instant"'}, {"version": '{"provider": "mike"}'}])
def test_what_is_set_beyond_the_frame_needs_the_theme(wrong: dict[str, str]) -> None:
    assert not does_without(page(**wrong))


@pytest.mark.parametrize("config", ["", "<script id=__config>{</script>"])
def test_a_page_that_does_not_say_what_is_set_keeps_the_theme(config: str) -> None:
    assert not does_without(config + BUNDLE.format(up=""))


def test_every_part_that_the_frame_answers_for_is_one_of_the_theme() -> None:
    spec = find_spec("material")
    assert spec
    assert spec.submodule_search_locations
    templates = Path(spec.submodule_search_locations[0]) / "templates"
    text = "".join(path.read_text(encoding="utf-8") for path in templates.rglob("*.html"))
    assert {name for name in COMPONENTS if f'data-md-component="{name}"' not in text} == set()
