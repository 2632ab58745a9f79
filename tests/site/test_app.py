"""A finished site is an app: its manifest and icons are the handbook's, and its worker knows every file as served."""

import hashlib
import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.site.app import CODE, FAREWELL, MOST, App, make_app
from generator.site.policy import HEADERS
from generator.text.language import language_of
from tests.handbooks.tiny import ROOT

ASSETS = ROOT / "templates/site"
APP = App(name="A handbook", says="What it says.", colour="#8f3f0c")
TOKENS = (ROOT / "templates/styles/reading/tokens.css").read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a small site as the engine leaves it."""
    files = {
        "index.html": "home",
        "a/index.html": "a",
        "practise/index.html": "p",
        "404.html": "gone",
        "_headers": "/*\n",
    }
    files |= {
        "without-network.html": "none",
        "downloads/index.html": "take",
        "downloads/book.pdf": "%PDF",
        "feed.xml": "<",
    }
    files |= {
        "pictures/index.png": "P",
        "assets/x.js": "x",
        "assets/x.js.map": "m",
        "assets/javascripts/lunr/a.js": "l",
    }
    for name, text in files.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text, encoding="utf-8")
    return put_code(tmp_path / "site")


def put_code(site: Path) -> Path:
    for name in (CODE, FAREWELL):
        (site / name).parent.mkdir(exist_ok=True)
        shutil.copy(ASSETS / name, site / name)
    return site


def known(site: Path) -> dict[str, Any]:
    first, _, _ = (site / "worker.js").read_text(encoding="utf-8").partition(";\n")
    found = json.loads(first.removeprefix("self.handbookBuild="))
    assert isinstance(found, dict)
    return found


def test_the_worker_knows_what_a_page_may_ask_for_and_nothing_else(site: Path) -> None:
    make_app(site, APP)
    build = known(site)
    pages = ["a/index.html", "downloads/index.html", "index.html", "practise/index.html", "without-network.html"]
    assert sorted(build["files"]) == ["a/index.html", "assets/x.js", *pages[1:]]
    assert build["always"] == ["assets/x.js", "index.html", "practise/index.html", "without-network.html"]
    assert build["most"] == MOST
    for path, (print_, size) in build["files"].items():
        data = (site / path).read_bytes()
        assert (print_, size) == (hashlib.sha256(data).hexdigest()[:16], len(data))
    assert not (site / CODE).exists()
    assert not (site / FAREWELL).exists()


def test_the_same_site_has_the_same_worker_and_another_one_another(site: Path) -> None:
    make_app(site, APP)
    first = (site / "worker.js").read_bytes()
    make_app(put_code(site), APP)
    assert (site / "worker.js").read_bytes() == first
    (site / "a/index.html").write_text("b")
    version = known(site)["version"]
    make_app(put_code(site), APP)
    assert known(site)["version"] != version


def test_a_site_that_keeps_nothing_has_a_worker_that_only_takes_leave(site: Path) -> None:
    make_app(site, APP, keeps=False)
    text = (site / "worker.js").read_text(encoding="utf-8")
    assert "handbookBuild" not in text
    assert "fetch" not in text
    assert "unregister()" in text
    assert (site / "manifest.json").is_file()


@pytest.mark.parametrize(
    ("name", "short"), [("A handbook", "A handbook"), ("The product manager's interview handbook", "Handbook")]
)
def test_the_manifest_names_the_handbook_and_stays_in_its_folder(name: str, short: str, site: Path) -> None:
    make_app(site, App(name=name, says="What it says.", colour=APP.colour))
    said = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert (said["name"], said["short_name"], said["description"]) == (name, short, "What it says.")
    assert (said["start_url"], said["scope"]) == ("./", "./")
    for icon in said["icons"]:
        with Image.open(io.BytesIO((site / icon["src"]).read_bytes())) as picture:
            assert icon["sizes"] == f"{picture.width}x{picture.height}"
            assert picture.convert("RGB").getpixel((0, 0)) == (0x8F, 0x3F, 0x0C)
    assert {icon["purpose"] for icon in said["icons"]} == {"any", "maskable"}


def test_the_colours_around_a_page_are_those_of_its_paper(little: Path) -> None:
    page = (little / "site/index.html").read_text(encoding="utf-8")
    stated = re.findall(r'<meta name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="(#\w+)">', page)
    papers = re.findall(r"--paper: (#\w{6});", TOKENS)
    assert stated == [("light", papers[0]), ("dark", papers[1])]
    assert json.loads((little / "site/manifest.json").read_text(encoding="utf-8"))["theme_color"] == papers[0]


def test_the_icon_has_the_colour_that_the_handbook_names(little: Path) -> None:
    assert 'colour: "#3d1f5c"' in (little / "content/handbook.yaml").read_text(encoding="utf-8")
    with Image.open(little / "site/icons/180.png") as picture:
        assert picture.convert("RGB").getpixel((0, 0)) == (0x3D, 0x1F, 0x5C)


def test_a_host_is_told_never_to_keep_the_worker_itself(little: Path) -> None:
    lines = (little / "site/_headers").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["/worker.js", "  Cache-Control: no-cache"]
    assert f"  X-Content-Type-Options: {HEADERS['X-Content-Type-Options']}" in lines


def test_every_page_names_the_worker_and_the_manifest_from_where_it_is(little: Path) -> None:
    site = little / "site"
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        named = re.findall(
            r'<meta name="handbook-worker" content="([^"]*)">|<link rel="manifest" href="([^"]*)">', text
        )
        place = site if path.name == "404.html" else path.parent
        files = {(place / "".join(pair).removeprefix("/")).resolve() for pair in named}
        assert files == {site.resolve() / "worker.js", site.resolve() / "manifest.json"}, path


def test_the_manifest_is_in_the_language_of_the_handbook(site: Path) -> None:
    make_app(site, replace(APP, language=language_of("he")))
    said = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert (said["lang"], said["dir"]) == ("he", "rtl")
