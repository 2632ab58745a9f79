"""The theme's style sheets lie in a layer below the handbook's, and each is fetched once."""

import re

import pytest

from tests.browser.conftest import Open, Sites
from tests.handbooks.tiny import ROOT

SOURCES, ASSETS = ROOT / "templates/styles", ROOT / "templates/site/assets"
MOST_LINES = 250


def test_what_the_theme_links_is_imported_below_ours_and_fetched_once(sites: Sites, open_page: Open) -> None:
    html = sites.tiny.html("practise/drill/")
    early = re.findall(r'<link rel="preload" as="style" href="[./]*([^"]+)"', html)
    theme = (sites.tiny.root / "site/assets/theme.css").read_text(encoding="utf-8")
    assert [f"assets/{sheet}" for sheet in re.findall(r'@import url\("([^"]+)"\) layer\(theme\);', theme)] == early
    assert theme.startswith("@layer theme, handbook, practice;")
    linked = [path.rsplit("/", 1)[-1] for path in re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)]
    assert linked == ["theme.css", "handbook.css", "practice.css"]
    visit = open_page(sites.tiny.url + "practise/drill/")
    asked = [request.rsplit("/", 1)[-1] for request in visit.requests if request.endswith(".css")]
    assert sorted(asked) == sorted([*linked, *(path.rsplit("/", 1)[-1] for path in early)])


@pytest.mark.parametrize("name", ["handbook", "practice"])
def test_no_rule_stands_outside_its_layer(name: str) -> None:
    text = (ASSETS / f"{name}.css").read_text(encoding="utf-8")
    depth, outside = 0, []
    for piece in re.split(r"(?<=[{}])", text.strip()):
        if depth == 0:
            outside.append(piece)
        depth += piece.endswith("{") - piece.endswith("}")
    assert set(outside) - {""} == {f"@layer {name}{{"}


def test_a_style_sheet_is_short_and_bundled() -> None:
    texts = {path.relative_to(SOURCES).as_posix(): path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.css")}
    assert [name for name, text in texts.items() if len(text.splitlines()) > MOST_LINES] == []
    entries = {"handbook.css", "practice.css"}
    bundled = re.findall(r'"\./(.+)"', "".join(texts[name] for name in entries))
    assert sorted(bundled) == sorted(set(texts) - entries)
