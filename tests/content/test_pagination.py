"""However many entries there are, no page grows without end, and every entry can be reached from an index."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import pagination
from generator.site.pipeline import build
from tests.handbooks import large

MANY = 260
ROWS, BANK = 70, 20  # small bounds show on a small handbook what large ones do on a large one
LISTED = 30  # of a competency or a principle, as their templates say
LINK = re.compile(r"\]\(([^)#\s]+\.md)(#[^)\s]*)?\)")


@given(st.lists(st.integers(0, 500), max_size=40), st.integers(1, 1_000))
def test_shares_fill_the_page_and_never_more(sizes: list[int], most: int) -> None:
    few = pagination.fit_groups(sizes, most)
    shown = [min(size, few) for size in sizes]
    assert few >= 1
    assert sum(shown) <= max(most, sum(size > 0 for size in sizes))
    more = [min(size, few + 1) for size in sizes]
    assert shown == sizes or sum(more) > most


@given(st.lists(st.integers(), max_size=300), st.integers(1, 50))
def test_parts_hold_every_row_once_and_in_order(rows: list[int], most: int) -> None:
    found = pagination.parts(rows, most)
    assert [row for part in found for row in part.rows] == rows
    assert all(0 < len(part.rows) <= most for part in found)
    assert [(part.number, part.of) for part in found] == [(n, len(found)) for n in range(1, len(found) + 1)]


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = large.handbook(tmp_path_factory.mktemp("large") / "handbook", MANY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.pages.indexes.INDEX_ROWS", ROWS)
        patch.setattr("generator.pages.indexes.GROUP_ROWS", ROWS)
        patch.setattr("generator.pages.indexes.BANK_QUESTIONS", BANK)
        patch.setattr("generator.content.address.BANK_QUESTIONS", BANK)
        build(root)
    return root / "build/docs"


def test_an_index_shows_only_what_a_page_may_hold(docs: Path) -> None:
    parts = [*docs.glob("stories/of/**/*.md")]
    assert len(parts) * ROWS >= MANY > ROWS
    for path in [docs / "stories/index.md", docs / "questions/index.md", *parts]:
        text = path.read_text(encoding="utf-8")
        rows = [line for line in text.splitlines() if line.startswith("{: .item data-")]
        assert 0 < len(rows) <= ROWS
    banks = [path.read_text(encoding="utf-8") for path in docs.glob("questions/**/*.md")]
    assert max(text.count('<summary><h2 id="') for text in banks) == BANK


def test_what_a_competency_and_a_principle_list_does_not_grow_with_the_handbook(docs: Path) -> None:
    competencies = [path.read_text(encoding="utf-8") for path in docs.glob("competencies/*.md")]
    principles = [part for path in docs.glob("principles/*.md") for part in path.read_text("utf-8").split("\n## ")]
    assert max(text.partition("{: #stories }")[2].count("](../stories/story-") for text in competencies) == LISTED
    assert max(text.count("](../stories/story-") for text in principles) == LISTED


def test_every_story_is_reached_from_the_index_of_stories(docs: Path) -> None:
    linked = _reached(docs, "stories/index.md")
    stories = {path.relative_to(docs).as_posix() for path in docs.glob("stories/story-*.md")}
    assert len(stories) == MANY
    assert stories <= linked


def test_every_link_to_a_question_leads_to_its_own_page(docs: Path) -> None:
    pages = {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}
    followed = 0
    for here, text in pages.items():
        for target, anchor in LINK.findall(text):
            path = _joined(here, target)
            assert path in pages, (here, target)
            if anchor and path.startswith("questions/"):
                followed += 1
                written = (f"{{: {anchor} }}", f'<h2 id="{anchor[1:]}">')
                assert any(heading in pages[path] for heading in written), (here, target, anchor)
    assert followed > MANY


def _reached(docs: Path, start: str) -> set[str]:
    """Give what the index leads to by its own lists: itself, its parts, and their parts."""
    seen, edge = {start}, [start]
    while edge:
        here = edge.pop()
        text = (docs / here).read_text(encoding="utf-8").partition('<nav class="onward"')[0]
        for target, _ in LINK.findall(text):
            path = _joined(here, target)
            if path.startswith("stories/") and path not in seen:
                seen.add(path)
                edge += [path] if path.startswith("stories/of/") else []
    return seen


def _joined(here: str, target: str) -> str:
    parts = here.split("/")[:-1]
    for step in target.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)
