"""A handbook that is hardly begun: what nothing stands for yet is named, and no link of it leads nowhere."""

import posixpath
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.commands.cli import main
from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.pages.search_records import search_records
from generator.pages.sections import sections
from generator.site.pipeline import check, templates_of
from tests.handbooks import tiny
from tests.readers.page import Seen, read, to_html

COMPETENCY = "content/competencies/keeping-promises.yaml"
UNUSED = {
    "levels": "{id: unused, name: A level, means: Nothing yet., manages: false}",
    "traits": "{id: unused, name: A trait, means: Nothing yet.}",
    "themes": "{id: unused, name: A theme, means: Nothing yet.}",
    "failure_patterns": "{id: unused, name: A pattern, looks_like: Nothing yet., instead: Something.}",
    "system_categories": "{id: unused, name: A category, systems: [How?]}",
}
AROUND = ("pages", "plans", "comparisons", "loops", "principles", "walkthroughs", "worksheets")
GONE = {
    "nothing": (),
    "what stands around": AROUND,
    "every story": (*AROUND, "stories"),
    "every question": (*AROUND, "stories", "questions"),
}


@pytest.fixture(scope="module", params=GONE.values(), ids=GONE)
def content(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Give a new handbook without these kinds of entries, with a word of each vocabulary that no entry uses."""
    root = tmp_path_factory.mktemp("begun") / "new"
    main(["init", str(root)])
    for folder in request.param:
        shutil.rmtree(root / "content" / folder)
    for name, item in UNUSED.items():
        tiny.edit(root, "content/handbook.yaml", f"\n{name}:\n", f"\n{name}:\n  - {item}\n")
    second = (root / COMPETENCY).read_text(encoding="utf-8").replace("order: 1", "order: 2")
    (root / COMPETENCY).with_stem("unused").write_text(second, encoding="utf-8")
    return check(root).content


@pytest.fixture(scope="module")
def pages(content: Content) -> dict[str, Seen]:
    """Give what stands on each page, by its path."""
    made = build_pages(content, renderer(content, templates_of(Path(tiny.TINY)) / "pages"))
    return {page.path: read(to_html(page.text)) for page in made}


def led_to(content: Content, pages: dict[str, Seen]) -> Iterator[tuple[str, str]]:
    """Give each place that a page, a list at its side or the search leads to, with what leads there."""
    for path, seen in pages.items():
        for link in seen.links:
            if "://" not in link:
                page, _, anchor = link.partition("#")
                inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) if page else path
                yield path, f"{inside}#{anchor}"
    yield from ((name, link.path) for name, links in sections(content).items() for link in links)
    yield from (("search", record.path) for record in search_records(content))


def missing(place: str, pages: dict[str, Seen]) -> bool:
    path, _, anchor = place.partition("#")
    return path.endswith(".md") and (path not in pages or bool(anchor and anchor not in pages[path].ids))


def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(content: Content, pages: dict[str, Seen]) -> None:
    led: Sequence[tuple[str, str]] = list(led_to(content, pages))
    assert len(led) > 100
    assert sorted({(where, place) for where, place in led if missing(place, pages)}) == []


def test_a_level_that_nobody_asks_at_says_so_without_a_link(pages: dict[str, Seen]) -> None:
    seen = pages[COMPUTED["levels"].path]
    assert "A level 0 questions" in " ".join(seen.words.split())
    assert [link for link in seen.links if link.endswith("questions-by-level.md#unused")] == []
