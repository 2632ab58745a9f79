"""What tools read: the list of pages by its convention, every page as Markdown, and all of them in parts."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.exports import llms
from generator.pages.page import Download, Page
from tests.handbooks import tiny
from tests.handbooks.sites import ADDRESS

LINK = re.compile(r"(?<!\\)\[(?:[^\]\\]|\\.)+\]\(([^)\s]+)\)")
FILE = Download(file="x [1].txt", group="data", title="All [1]", kilobytes=1, pages=0, date="2026-11-21")


def named(page: Page, title: str) -> Page:
    return replace(page, spec=replace(page.spec, title=title))


def test_the_list_has_a_title_a_summary_and_of_every_page_a_link_and_what_it_says() -> None:
    pages = tiny.pages()
    listed = llms.llms_txt(tiny.content(), pages)
    assert listed.startswith(f"# {tiny.content().words.title}\n\n> ")
    rows = [line for line in listed.splitlines() if line.startswith("- ")]
    assert len(rows) == len(pages)
    assert [row for row in rows if not re.fullmatch(r"- \[.+\]\([\w/-]+\.md\): \S.*", row)] == []


def test_the_addresses_are_whole_where_the_site_has_one() -> None:
    listed = llms.llms_txt(tiny.content(), tiny.pages(), [FILE], ADDRESS)
    assert [target for target in LINK.findall(listed) if not target.startswith(ADDRESS)] == []
    assert f"]({ADDRESS}stories/index.md): " in listed
    assert listed.rstrip().splitlines()[-3:] == ["## Optional", "", rf"- [All \[1\]]({ADDRESS}downloads/x [1].txt)"]


def test_what_a_title_holds_is_shown_as_typed() -> None:
    odd = named(tiny.pages()[1], "[x](y) *z* <b>\n# w")
    assert r"- [\[x\](y) \*z\* \<b\> # w](" in llms.llms_txt(tiny.content(), [odd])


@pytest.mark.parametrize("most", [3_000, 20_000, llms.MOST_BYTES])
def test_no_part_is_larger_than_allowed_and_together_they_hold_every_paragraph(most: int) -> None:
    pages = tiny.pages()
    parts = llms.llms_parts(tiny.content(), pages, most)
    assert max(len(part.encode()) for part in parts) <= most
    whole = "\n".join(parts)
    for page in pages:
        assert f"<!-- {page.path} -->" in whole
    for story in tiny.content().stories.values():
        assert f"\n# {story.record.title}\n" in whole
    assert (len(parts) > 1) == (most < llms.MOST_BYTES)


def links(site: Path) -> list[tuple[Path, str]]:
    return [(path, target) for path in site.rglob("*.md") for target in LINK.findall(path.read_text(encoding="utf-8"))]


def test_beside_every_page_stands_its_markdown_and_the_page_says_so(little: Path) -> None:
    site = little / "site"
    said = {}
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        found = re.search(r'<link rel="alternate " type="text/markdown" href="([^"]+)">', html)
        if 'http-equiv="refresh"' in html or (path.parent == site and path.name != "index.html"):
            assert not found
        else:
            assert found, path
            said[(path.parent / found[1]).resolve()] = html
    assert sorted(said) == sorted(path.resolve() for path in site.rglob("*.md"))
    for path, html in said.items():
        title = re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert title, path
        assert "<h1" in html


def test_every_link_of_the_markdown_lands(little: Path, public: Path) -> None:
    site = little / "site"
    own = [(path, target) for path, target in links(site) if not target.startswith("https://")]
    assert own
    dead = [(path.name, target) for path, target in own if not (path.parent / re.split(r"[?#]", target)[0]).is_file()]
    assert dead == []
    whole = [re.split(r"[?#]", target)[0] for _, target in links(public / "site") if target.startswith(ADDRESS)]
    assert whole
    assert [target for target in whole if not (public / "site" / target.removeprefix(ADDRESS)).is_file()] == []
    assert [target for _, target in links(public / "site") if not target.startswith("https://")] == []


def test_the_list_of_a_site_leads_to_its_files(public: Path) -> None:
    listed = LINK.findall((public / "site/llms.txt").read_text(encoding="utf-8"))
    assert len(listed) > 20
    assert [target for target in listed if not (public / "site" / target.removeprefix(ADDRESS)).is_file()] == []
