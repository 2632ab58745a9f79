"""A framework drawn: on the screen, on paper and in a book for a reader, in each of the kinds there are."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Cell, Figure, Framework, FrameworkStep
from generator.model.framework import Pitfall
from generator.pages.figures import drawn
from generator.pages.pages import build_page
from generator.pages.render import renderer
from generator.paper.chapters import book_parts
from generator.paper.hypertext import printer
from generator.site.pipeline import check, templates_of
from tests.handbooks import tiny
from tests.readers.page import read, squeezed, to_html

BEATS = "content/frameworks/three-beats.yaml"
PICTURES = {
    "flow": "cells: [{name: To rule, says: [Always?], takes: a line}, {name: To show, says: [When?]}, {name: To pay}]",
    "scale": "ends: [All mine, All yours]\n  cells: [{name: To rule, step: 1}, {name: To pay, says: [much], step: 3}]",
    "table": "heads: [Beat, Says]\n  cells: [{mark: R, name: To rule, says: [always], step: 1},"
    " {mark: P, name: To pay, says: [much], step: 3}]",
    "columns": "heads: [Says]\n  cells: [{name: To rule, says: [always], step: 1}, {name: To pay, says: [a], step: 3}]",
    "ribbon": "cells: [{name: To rule}, {name: To show, says: [When?]}, {name: To pay}]",
}
NAMES = st.text("abc &<*", min_size=1, max_size=9).filter(str.strip).map(str.strip)


def framework(steps: list[FrameworkStep], figure: Figure | None = None) -> Framework:
    return Framework(
        title="a",
        summary="b",
        kind="leadership-system",
        figure=figure,
        use_when="c",
        steps=tuple(steps),
        pitfalls=(Pitfall(sign="d", instead="e"),),
        worked_example="f",
        competencies=("g",),
    )


def step(name: str, share: int | None = None) -> FrameworkStep:
    return FrameworkStep(name=name, asks="h", detail="i", share=share)


@given(names=st.lists(NAMES, min_size=1, max_size=9))
def test_any_steps_without_a_picture_of_their_own_are_a_row_of_moves(names: list[str]) -> None:
    picture = drawn(framework([step(name) for name in names]))
    if len(names) == 1:
        assert picture is None
        return
    assert picture
    assert picture.kind == "flow"
    assert [(cell.name, cell.step, cell.mark) for cell in picture.cells] == [
        (name, at, str(at)) for at, name in enumerate(names, 1)
    ]


@given(shares=st.lists(st.integers(1, 100), min_size=2, max_size=7))
def test_any_steps_that_share_the_time_are_a_bar_of_it(shares: list[int]) -> None:
    picture = drawn(framework([step("a", share) for share in shares]))
    assert picture
    assert picture.kind == "ribbon"
    assert [cell.takes for cell in picture.cells] == [f"{share} %" for share in shares]
    assert sum(part.width for part in picture.bar) == pytest.approx(100, abs=0.1)


@given(led=st.lists(st.integers(1, 3), min_size=2, max_size=7))
def test_any_cell_leads_to_the_step_it_names(led: list[int]) -> None:
    cells = tuple(Cell(name="a", step=to) for to in led)
    picture = drawn(framework([step("b")] * 3, Figure(kind="scale", ends=("c", "d"), cells=cells)))
    assert picture
    assert [cell.step for cell in picture.cells] == led


def drawn_as(kind: str, folder: Path) -> Path:
    root = tiny.copy_to(folder)
    tiny.edit(root, BEATS, "\nsteps:", f"\nfigure:\n  kind: {kind}\n  {PICTURES[kind]}\nsteps:")
    return root


def words_of(figure: Figure) -> list[str]:
    cells = [word for cell in figure.cells for word in (cell.mark, cell.name, *cell.says, cell.takes) if word]
    return [*figure.ends, *figure.heads, *cells]


@pytest.mark.parametrize("kind", PICTURES)
def test_on_the_screen_a_picture_is_text_and_each_part_of_it_leads_to_its_step(kind: str, tmp_path: Path) -> None:
    content = check(drawn_as(kind, tmp_path)).content
    figure = content.frameworks["three-beats"].record.figure
    page = build_page(content, renderer(content, templates_of(tiny.TINY) / "pages"), "frameworks/three-beats.md")
    assert figure
    assert page
    picture = page.text[page.text.index("<figure") : page.text.index("</figure>")]
    seen = read(to_html(picture + "</figure>"))
    assert [word for word in words_of(figure) if squeezed(word) not in squeezed(seen.words)] == []
    assert seen.odd == []
    steps = [f"#step-{cell.step or at}" for at, cell in enumerate(figure.cells, 1)]
    assert list(seen.links) == steps
    assert {link[1:] for link in steps} <= set(read(to_html(page.text)).ids)
    assert page.text.index("{: .lead }") < page.text.index("<figure") < page.text.index("## The steps")


@pytest.mark.parametrize("kind", PICTURES)
def test_on_paper_and_in_a_book_for_a_reader_it_says_the_same(kind: str, tmp_path: Path) -> None:
    content = check(drawn_as(kind, tmp_path)).content
    render = printer(content, templates_of(tiny.TINY) / "print")
    chapters = [chapter for part in book_parts(content) for chapter in part.chapters]
    html = next(chapter for chapter in chapters if chapter.id == "framework-three-beats").html(render)
    figure = content.frameworks["three-beats"].record.figure
    assert figure
    chapter = ET.fromstring(html.replace("&nbsp;", " "))  # noqa: S314 - our own
    picture = next(e for e in chapter.iter("div") if "drawn" in e.get("class", "").split())
    said = squeezed("".join(picture.itertext()))
    assert [word for word in words_of(figure) if squeezed(word) not in said] == []
    ids = {e.get("id") for e in chapter.iter()}
    assert [a.get("href") for a in picture.iter("a") if (a.get("href") or "")[1:] not in ids] == []
