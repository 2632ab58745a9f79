"""The Reference stands in groups, and the list beside a page of it shows that page's group only."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.content.content import Content
from generator.content.entry import Essay
from generator.pages.pages import build_pages
from generator.pages.reference import ladder, reference_groups
from generator.pages.render import renderer
from generator.pages.sections import sections
from generator.site.pipeline import templates_of
from tests.handbooks import tiny
from tests.readers.page import read, to_html

INDEX = "reference/index.md"


def with_essays(titles: Sequence[str]) -> Content:
    """Give the tiny handbook with essays of these titles."""
    essays = {
        f"essay-{at}": Essay(slug=f"essay-{at}", file="", title=title, body="Words.", text="")
        for at, title in enumerate(titles)
    }
    return replace(tiny.content(), essays=essays)


def test_what_shares_the_words_after_a_colon_is_a_series_from_the_lowest_level_up() -> None:
    names = [level.name for level in tiny.content().words.levels]
    content = with_essays([f"{names[1]}: asked of you", "Nobody: asked of you", f"{names[0]}: asked of you", "A: b"])
    groups = {group.title: [short for short, _ in group.essays] for group in reference_groups(content)}
    assert groups["Asked of you"] == [names[0], names[1], "Nobody"]
    assert groups["About this handbook"] == ["A: b"]


def test_every_page_of_the_reference_is_in_one_group_and_every_heading_on_the_index() -> None:
    content = with_essays(["One: two", "Three: two", "Four"])
    pages = {page.path: page for page in build_pages(content, renderer(content, templates_of(tiny.TINY) / "pages"))}
    links = sections(content)["reference"]
    headings = [link.path for link in links if "#" in link.path]
    assert {link.group for link in links if link.path not in {INDEX, *headings}} == set(headings)
    html = to_html(pages[INDEX].text)
    assert {path.split("#")[1] for path in headings} <= set(re.findall(r'id="([^"]+)"', html))
    listed = [link.path for link in links if "#" not in link.path]
    assert sorted(listed) == sorted(set(listed))
    inside = {path for path, page in pages.items() if page.spec.section == "reference" and not page.spec.moved}
    assert inside <= set(listed)
    assert {link.path.split("/")[-1][:-3] for link in links if link.group} <= {
        link.rstrip("/").split("/")[-1].removesuffix(".md").removesuffix(".html") for link in read(html).links
    } | {"index"}


def test_the_reading_order_follows_the_groups() -> None:
    names = [level.name for level in tiny.content().words.levels]
    content = with_essays([f"{names[1]}: asked", f"{names[0]}: asked"])
    pages = [page.path for page in build_pages(content, renderer(content, templates_of(tiny.TINY) / "pages"))]
    assert pages.index("reference/essay-1.md") < pages.index("reference/essay-0.md")


def test_an_essay_stands_under_the_heading_and_at_the_place_that_it_asks_for() -> None:
    content = with_essays(["One", "Two", "Three"])
    one, two, three = content.essays.values()
    asked = {"one": replace(one, heading="Apart", at=2), "two": replace(two, heading="Apart", at=1), "three": three}
    groups = {
        group.title: [short for short, _ in group.essays] for group in reference_groups(replace(content, essays=asked))
    }
    assert (groups["Apart"], groups["About this handbook"]) == (["Two", "One"], ["Three"])


def test_an_essay_of_a_series_of_levels_shows_all_of_them() -> None:
    names = [level.name for level in tiny.content().words.levels]
    content = with_essays([f"{names[1]}: asked", f"{names[0]}: asked", "A: b", "C: b"])
    first, _, of_others, _ = content.essays.values()
    assert [short for short, _ in ladder(content, first)] == names[:2]
    assert not ladder(content, of_others)
