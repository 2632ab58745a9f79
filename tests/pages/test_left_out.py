"""What a handbook says nothing of has no page, no link and no tab: what is asked most, the core stories."""

from pathlib import Path

import pytest
import yaml

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.pages.page import Page
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.pages.sections import sections
from generator.site.pipeline import check, templates_of
from tests.handbooks import tiny
from tests.readers.page import read, to_html

LEFT_OUT = ("asked-most", "core-stories")
AS_TOLD = tiny.TESTS / "rules/broken/story-as-it-was-told.yaml"
AS_TOLD_AT = "stories/the-list-i-kept.md"


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Give the tiny handbook without a core story, and without a word on what is asked most or looks alike."""
    root = tiny.copy_to(tmp_path_factory.mktemp("without"))
    tiny.edit(root, "content/competencies/saying-no.yaml", "core: true\n", "")
    file = root / "content/handbook.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("look_alikes:")[0], encoding="utf-8")
    return check(root).content


@pytest.fixture(scope="module")
def pages(without: Content) -> dict[str, Page]:
    render = renderer(without, templates_of(Path(tiny.TINY)) / "pages")
    return {page.path: page for page in build_pages(without, render)}


def test_a_handbook_that_names_none_has_neither_page(pages: dict[str, Page]) -> None:
    assert [name for name in LEFT_OUT if COMPUTED[name].path in pages] == []
    assert {page.path for page in tiny.pages()} - pages.keys() == {COMPUTED[name].path for name in LEFT_OUT}


def test_nothing_leads_to_a_page_that_is_left_out_or_speaks_of_it(pages: dict[str, Page], without: Content) -> None:
    stems = [Path(COMPUTED[name].path).name for name in LEFT_OUT]
    html = {path: to_html(page.text) for path, page in pages.items()}
    assert [
        path for path, text in html.items() if any(stem in link for link in read(text).links for stem in stems)
    ] == []
    assert [
        path for path, text in html.items() if "carry an interview" in text or "nearly every interview" in text
    ] == []
    linked = {link.path.split("#")[0] for links in sections(without).values() for link in links}
    assert linked - pages.keys() == set()


def test_look_alikes_without_a_name_stand_on_their_page_all_the_same(pages: dict[str, Page]) -> None:
    text = to_html(pages[COMPUTED["twins"].path].text)
    assert read(text).words.count("What is behind both") == 1
    assert 'id="group-disagreed-with-the-data"' in text


def test_the_first_page_still_offers_searches_a_story_and_a_plan(pages: dict[str, Page]) -> None:
    words = read(to_html(pages["index.md"].text)).words
    assert [said for said in ("risky bet", "The export nobody used", "One evening") if said not in words] == []


def test_a_story_that_no_editor_has_seen_has_no_heading_over_nothing(tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    tiny.change(root, yaml.safe_load(AS_TOLD.read_text(encoding="utf-8")))
    content = check(root).content
    page = next(
        page
        for page in build_pages(content, renderer(content, templates_of(root) / "pages"))
        if page.path == AS_TOLD_AT
    )
    html = to_html(page.text)
    assert [name for name in ("The figures", "What they ask next", "They ask", "None ·", "· ·") if name in html] == []
    assert "eleven engineers" in html
    assert "follow-ups" not in page.text
