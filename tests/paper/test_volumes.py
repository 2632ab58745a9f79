"""One book, or two volumes: what stands in which, and what each says of the other. Nothing is laid out here."""

import re

import pytest

from generator.paper import binding, volumes
from generator.paper.book import book_html
from generator.paper.chapters import book_parts
from generator.paper.hypertext import printer
from generator.paper.printables import printables
from generator.paper.volumes import FIRST, READERS_CUT, WORKBOOK
from tests.handbooks import tiny
from tests.paper.printed import EDITION, PRINT

PART = re.compile(r'<h1 class="part-title" id="part-([a-z-]+)"')


def bound(only: str) -> str:
    """Give a volume of the tiny handbook as HTML."""
    return book_html(tiny.content(), printer(tiny.content(), PRINT), edition=EDITION, only=only)


@pytest.fixture
def _thick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "ONE_SPINE", 100)


def test_a_handbook_that_one_spine_holds_is_one_book() -> None:
    html = bound(FIRST)
    assert PART.findall(html) == [part.name for part in book_parts(tiny.content())]
    assert "one of two volumes" not in html


@pytest.mark.usefixtures("_thick")
def test_a_thick_handbook_is_two_volumes_that_hold_every_part_once() -> None:
    names = [part.name for part in book_parts(tiny.content())]
    first, second = PART.findall(bound(FIRST)), PART.findall(bound(WORKBOOK))
    assert sorted([*first, *second]) == sorted(names)
    assert {"questions", "stories"} <= set(first)
    assert {"walkthroughs", "worksheets"} <= set(second)


@pytest.mark.usefixtures("_thick")
def test_each_volume_says_what_the_other_holds_and_which_words_lead_there() -> None:
    titles = {part.name: part.title for part in book_parts(tiny.content())}
    for only, other, named in ((FIRST, "The workbook", "walkthroughs"), (WORKBOOK, "The book", "stories")):
        html = bound(only)
        said = re.search(r'<p class="contents__volumes">(.*?)</p>', html)
        assert said
        assert f"The other, {other}," in said.group(1)
        assert titles[named] in said.group(1)
        ids = set(re.findall(r'id="([^"]+)"', html))
        beyond = {to for to in re.findall(r'href="#([^"]+)"', html) if to not in ids}
        assert beyond
        assert beyond <= set(re.findall(r'id="([^"]+)"', bound(WORKBOOK if only == FIRST else FIRST)))


def test_what_several_volumes_hold_is_the_same_in_each_so_that_it_is_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "ONE_SPINE", 100)
    monkeypatch.setattr(binding, "A_PIECE", 3000)
    first, second, cut = (set(binding.cut(bound(only), 3).pieces) for only in (FIRST, WORKBOOK, READERS_CUT))
    assert len(cut) > 5
    assert len(cut - first - second) == 2  # the front, and the indexes
    assert first & second == set()


def test_every_sheet_that_is_not_in_the_book_is_named_with_its_file() -> None:
    html = bound("worksheets")
    for sheet in printables(tiny.content()):
        assert (f"sheets/{sheet.slug}<" in html) == (sheet.group != "written"), sheet.slug
