"""A finished site has one sheet, the theme fitted to its pages and then ours; whole ones where one cannot be fitted."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.site.seen import html_of
from generator.site.sheaf import Sheaf
from generator.site.theme_sheet import MADE, OURS, SHEETS, layer, served
from generator.site.theme_sheet import fit as fit_pages

THEMES = '<link rel="stylesheet" href="{up}assets/theme.css">'
OURS_TOO = "<link rel=stylesheet href={up}assets/handbook.css>"
EARLY = '<link rel="preload" as="style" href="{up}assets/stylesheets/main.1.min.css">\n'
PAGE = f'<head>{EARLY}{THEMES}</head><p class="lead">'
WHOLE = ".lead{a:b}.nowhere{a:b}.md-tag{a:b}"
NONE = '@charset "utf-8";\n@layer theme, handbook, practice;\n@layer theme{'
MAKES = {  # how the theme's script asks for that without which it makes none
    "md-search-result": '("search")',
    "md-tag": '("search")',
    "md-source__": '("source")',
    "md-version": ".provider",
    "md-annotation": ".annotate:not(.highlight)",
    "md-code__": "pre:not(.mermaid) > code",
    "tabbed-": "[data-tabs]",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a small site as the engine leaves it."""
    for path, up in {"index.html": "", "a/index.html": "../", "404.html": "/at/"}.items():
        put(tmp_path / path, PAGE.format(up=up))
    put(tmp_path / "assets/stylesheets/main.1.min.css", WHOLE)
    put(tmp_path / "assets/stylesheets/main.1.min.css.map", "{}")
    put(tmp_path / "assets/javascripts/bundle.js", 'x("li",{class:"md-tag"})')
    layer(tmp_path)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def fit(site: Path) -> None:
    pages = Sheaf(site, html_of(site))
    fit_pages(site, pages)
    pages.lay()


def test_each_page_loads_one_sheet_with_what_the_site_needs(site: Path) -> None:
    fit(site)
    assert (site / SHEETS).read_text(encoding="utf-8") == NONE + ".lead{a:b}}\n"
    assert [path.name for path in site.glob("assets/stylesheets/*")] == []
    assert [path for path in site.rglob("*.html") if "preload" in path.read_text(encoding="utf-8")] == []


def test_the_theme_comes_in_our_sheet_where_every_page_has_both(site: Path) -> None:
    put(site / OURS, '@charset "utf-8";\n@layer handbook{.lead{c:d}}\n')
    for path, page in {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}.items():
        put(path, page + OURS_TOO.format(up="./"))
    before = {path: served(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    fit(site)
    assert (site / OURS).read_text(encoding="utf-8") == NONE + ".lead{a:b}}\n@layer handbook{.lead{c:d}}\n"
    assert {path: path.read_text(encoding="utf-8") for path in before} == before  # nothing else has changed
    assert [page for page in before.values() if "theme.css" in page or "handbook.css" not in page] == []
    assert not (site / SHEETS).exists()


def test_a_page_with_the_themes_sheet_alone_keeps_it(site: Path) -> None:
    put(site / OURS, "@layer handbook{.lead{c:d}}\n")
    put(site / "a/index.html", PAGE.format(up="../") + OURS_TOO.format(up="../"))
    fit(site)
    assert THEMES.format(up="") in (site / "index.html").read_text(encoding="utf-8")
    assert "theme.css" not in (site / "a/index.html").read_text(encoding="utf-8")
    assert (site / SHEETS).read_text(encoding="utf-8") == NONE + ".lead{a:b}}\n"


def test_what_the_script_of_the_theme_makes_is_kept_where_a_page_has_that_for_which_it_does(site: Path) -> None:
    put(site / "a/index.html", PAGE.format(up="../") + '<div data-md-component="search">')
    fit(site)
    assert ".md-tag" in (site / SHEETS).read_text(encoding="utf-8")


def test_a_sheet_that_cannot_be_fitted_is_served_whole(site: Path) -> None:
    put(site / "assets/stylesheets/main.1.min.css", '.lead{background:url("x.png")}')
    before = {path: path.read_bytes() for path in site.rglob("*.*")}
    fit(site)
    assert {path: path.read_bytes() for path in site.rglob("*.*")} == before


def test_a_sheet_that_a_page_asks_for_itself_stays(site: Path) -> None:
    put(site / "a/index.html", '<link rel="stylesheet" href="../assets/stylesheets/main.1.min.css">')
    fit(site)
    assert (site / "assets/stylesheets/main.1.min.css").read_text(encoding="utf-8") == WHOLE


def test_the_script_of_the_theme_makes_what_the_table_says_and_asks_for_what_it_says() -> None:
    spec = find_spec("material")
    assert spec
    assert spec.submodule_search_locations
    (script,) = Path(spec.submodule_search_locations[0]).glob("templates/assets/javascripts/bundle.*.min.js")
    text = script.read_text(encoding="utf-8")
    assert set(MAKES) == set(MADE)
    assert [made for made, asks in MAKES.items() if asks not in text] == []
    assert [made for made in MADE if not re.search(rf'"[^"]*\b{made}', text)] == []
