"""A handbook with a look of its own, made of the examples in docs/own-look.md, as `handbook site` builds it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.commands.cli import main
from generator.commands.export import edition_of
from generator.site.links import dead_links
from generator.site.pipeline import around
from generator.text.colour import DARK, LIGHT, NEEDED, contrast, nearest, tokens, weakest
from tests.handbooks import station, tiny
from tests.handbooks.sites import Once

PAGE = tiny.ROOT / "docs/own-look.md"
FONTS = tiny.ROOT / "templates/print/fonts"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"\s*(?:#|<!--|/\*|\{#) (\S+?)(?: -->| \*/| #\})?\n")
WORDS = "content/handbook.yaml"


def examples() -> Iterator[tuple[str, str]]:
    """Give path and text of each example of the page."""
    for found in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        name = NAMED.match(found[2])
        assert name, f"an example must begin with its file, found {found[2][:60]!r}"
        yield name[1], found[2][name.end() :]


def dress(root: Path) -> None:
    """Make a new handbook and give it every example of the page."""
    assert main(["init", str(root / "handbook"), "--role", "nurse manager"]) == 0
    root = root / "handbook"
    for path, text in examples():
        if path == WORDS:
            with (root / path).open("a", encoding="utf-8") as words:
                words.write(text)
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    said = [yaml.safe_load(text) for path, text in examples() if path == WORDS]
    (look,) = [one["look"] for one in said if "look" in one]
    (root / "own/fonts").mkdir()
    for file in [name for faces in look["fonts"].values() for name in faces.values()]:
        shutil.copy(FONTS / "source-sans-3-latin-400-normal.woff2", root / "own" / file)
    (root / "own/host/CNAME").write_text("handbook.example.org\n", encoding="utf-8")
    assert main(["check", "--strict", "--root", str(root)]) == 0
    assert main(["site", "--no-downloads", "--root", str(root)]) == 0


@pytest.fixture(scope="module")
def dressed(once: Once) -> Path:
    return once("dressed", dress) / "handbook"


def html(root: Path, path: str = "") -> str:
    return (root / "site" / path / "index.html").read_text(encoding="utf-8")


def test_every_page_wears_the_look_under_the_policy(dressed: Path) -> None:
    pages = sorted((dressed / "site").rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        text = path.read_text(encoding="utf-8")
        for said in ("own/look.css", "own/style.css", "own/logo.svg", "own/logo-dark.svg", "St. Elsewhere", "3 March"):
            assert said in text, f"{path}: {said}"
        assert "Content-Security-Policy" in text
    css = (dressed / "site/own/look.css").read_text(encoding="utf-8")
    assert "--accent: #7a1f3d" in css
    assert 'url("fonts/reading.woff2")' in css
    assert "https:" not in css
    assert list(dead_links(dressed / "site")) == []


def test_sheets_of_one_s_own_are_asked_for_before_a_script_stops_the_page(dressed: Path) -> None:
    for path in ("", "practise/my-stories"):
        page = html(dressed, path)
        used = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
        above = re.findall(
            r'<link rel="(?:stylesheet|preload)"(?: as="style")? href="([^"]+)"', page[: page.index("<script>")]
        )
        assert "look.css style.css" in " ".join(sheet.rpartition("/")[2] for sheet in used)
        assert sorted(set(above)) == sorted(used)


def test_pages_of_one_s_own_stand_where_they_ask(dressed: Path) -> None:
    home = html(dressed)
    assert "Made on the night shift." in home
    assert re.search(r'md-tabs__link"[^>]*>\s*Contact', home)
    assert "Stories of the night shift" in html(dressed, "stories")
    assert "Stories of the night shift" in html(dressed, "stories/of-the-night-shift")
    listed = (dressed / "site/llms.txt").read_text(encoding="utf-8")
    assert "(contact.md)" in listed
    assert "(stories/of-the-night-shift.md)" in listed
    found = "".join(path.read_text(encoding="utf-8") for path in (dressed / "site/search").rglob("*.js"))
    assert "contact.md" in found or "contact/" in found


def test_paper_wears_the_colour_and_what_is_added_to_it(dressed: Path) -> None:
    edition = edition_of(dressed)
    book, paper = (edition.style(name).read_text(encoding="utf-8") for name in ("book.css", "paper.css"))
    assert "#0a5361" not in book + paper
    assert tokens("#7a1f3d")[2]["accent"] in book
    assert "letter-spacing: .02em" in paper
    assert sorted(path.name for path in edition.style("fonts").iterdir()) == sorted(p.name for p in FONTS.iterdir())


def test_files_for_the_host_stand_at_the_root(dressed: Path) -> None:
    for name in ("CNAME", "robots.txt", ".well-known/security.txt"):
        assert (dressed / "site" / name).read_bytes() == (dressed / "own/host" / name).read_bytes()


def test_what_is_off_is_in_no_page_and_no_file(dressed: Path) -> None:
    for name in ("plans", "comparisons"):
        assert not (dressed / "site" / name).exists()
        for path in (dressed / "site").rglob("*.html"):
            assert f"{name}/" not in re.sub(r"<link[^>]*>", "", path.read_text(encoding="utf-8")), path


def test_a_file_put_into_what_a_build_made_stops_the_next_one_and_stays(dressed: Path, tmp_path: Path) -> None:
    root = tmp_path / "handbook"
    shutil.copytree(dressed, root)
    for strange in ("build/docs/mine.md", "site/mine.html"):
        (root / strange).write_text("# Mine\n", encoding="utf-8")
        assert main(["site", "--no-downloads", "--root", str(root)]) == 1
        assert (root / strange).is_file()
        (root / strange).unlink()
    assert main(["check", "--strict", "--root", str(root)]) == 0


@pytest.mark.parametrize("colour", ["#7a1f3d", "#ef5552", "#ffeb3b", "#1a5fb4", "#000000", "#ffffff", "#00ff00"])
def test_any_colour_has_a_neighbour_that_can_be_read_in_both_schemes(colour: str) -> None:
    accent = nearest(colour)
    assert nearest(accent) == accent
    assert weakest(accent) >= NEEDED
    light, dark, paper = tokens(accent)
    assert light["accent"] == accent
    assert min(contrast(light["accent"], on) for on in (LIGHT, light["accent-tint"])) >= NEEDED
    assert min(contrast(dark["accent"], on) for on in (DARK, dark["accent-tint"])) >= NEEDED
    assert contrast(paper["accent"], "#ffffff") >= NEEDED


def test_nothing_around_the_german_handbook_is_refused_before_its_language_is_known(tmp_path: Path) -> None:
    root = station.copy_to(tmp_path)
    assert list(around(root)) == list(around(root, station.content())) == []
