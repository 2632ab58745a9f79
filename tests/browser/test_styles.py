"""The theme's style lies in a layer below the handbook's, in one sheet, and each sheet is fetched once."""

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.conftest import Open, Sites
from tests.handbooks.tiny import ROOT

SOURCES, ASSETS = ROOT / "templates/styles", ROOT / "templates/site/assets"
MOST_LINES = 250


def test_the_themes_sheet_is_one_that_fits_below_ours(sites: Sites, open_page: Open) -> None:
    html = sites.tiny.html("practise/drill/")
    sheet = (sites.tiny.root / "site/assets/handbook.css").read_text(encoding="utf-8")
    theme, ours = sheet.split("@layer handbook{", 1)
    assert theme.startswith('@charset "utf-8";\n@layer theme, handbook, practice;\n@layer theme{')
    assert ".md-sidebar{" in theme
    assert ".md-search__form" not in theme  # of the theme's own search, which no page has
    assert "@layer handbook{" + ours == (ASSETS / "handbook.css").read_text(encoding="utf-8")
    linked = [path.rsplit("/", 1)[-1] for path in re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)]
    assert linked == ["handbook.css", "practice.css"]
    visit = open_page(sites.tiny.url + "practise/drill/")
    asked = [request.rsplit("/", 1)[-1] for request in visit.requests if request.endswith(".css")]
    assert sorted(asked) == sorted(linked)


@pytest.mark.parametrize("where", ["practise/mock-interview/", "practise/drill/"])
def test_no_sheet_waits_for_another(where: str, sites: Sites, browser: Browser) -> None:
    linked = re.findall(r'<link rel="stylesheet" href="[./]*([^"]+)"', sites.tiny.html(where))
    assert linked[1:]
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(sites.tiny.url)))
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)
            if linked[-1] in asked:
                while held:
                    held.pop().continue_()

        page.route("**/*.css", hold)  # no sheet comes before the last was asked for
        page.goto(sites.tiny.url + where, wait_until="load")
    assert sorted(path for path in asked if path.endswith(".css")) == sorted(linked)


def test_a_walkthrough_waits_for_one_sheet_and_its_brief_wears_another(sites: Sites, open_page: Open) -> None:
    visit = open_page(sites.tiny.url + sites.tiny.paths["walkthrough"][0])

    def asked() -> list[str]:
        return [request.rsplit("/", 1)[-1] for request in visit.requests if request.endswith(".css")]

    assert asked() == ["handbook.css"]
    visit.page.locator("interview-brief summary").click()
    expect(visit.page.locator(".brief button").first).to_be_visible()
    assert asked() == ["handbook.css", "practice.css"]


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
