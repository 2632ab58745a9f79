"""Columns found from one layout: they hold what WeasyPrint's own would, as low, and in fewer layouts."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.paper import columns, pdf
from generator.paper.column_height import TIGHT, Unit, lowest

WORDS = "One says what one did, and what came of it, and says it once. "
LINE = 20.0
DOCUMENTS = {
    "one paragraph": f"<div class='two'><p>{WORDS * 30}</p></div>",
    "paragraphs and headings": "<div class='two'>" + f"<h3>Why</h3><p>{WORDS * 5}</p>" * 7 + "</div>",
    "over pages": "<div class='two'>" + f"<h3>Why</h3><p>{WORDS * 9}</p>" * 30 + "</div><p>After.</p>",
    "whole blocks": "<div class='two'>" + f"<section class='whole'><p>{WORDS * 4}</p></section>" * 5 + "</div>",
    "three of a list": "<ul class='three'>" + "<li>An entry of an index, 17</li>" * 40 + "</ul>",
    "a table": "<div class='two'><table>" + f"<tr><td>{WORDS}</td></tr>" * 9 + "</table><p>Behind it.</p></div>",
    "from the right": f"<div class='two' dir='rtl'><p>{WORDS * 25}</p></div>",
    "one line": "<div class='two'><p>One.</p></div>",
    "what floats": f"<div class='two'><p><span class='aside'>Aside</span>{WORDS * 20}</p></div>",
    "a place of its own": f"<div class='two'><p class='here'>{WORDS * 20}<span class='there'>there</span></p></div>",
    "in turn": "<div class='full'>" + f"<p>{WORDS * 3}</p>" * 6 + "</div>",
    "a heading across": f"<div class='two'><h1>All</h1><p>{WORDS * 20}</p></div>",
    "low on a page": f"<p style='height: 172mm'>High.</p><div class='two'><p>{WORDS * 9}</p></div>",
}
STYLE = f"""@page {{ size: 150mm 200mm; margin: 10mm }} body {{ font: 16px/{LINE}px serif; orphans: 2; widows: 2 }}
.two {{ columns: 2; column-gap: 8mm }} .three {{ columns: 3; column-gap: 4mm }} .whole {{ break-inside: avoid }}
.full {{ columns: 2; column-gap: 8mm; column-fill: auto }} .aside {{ float: left; width: 2em }}
.here {{ position: relative }} .there {{ position: absolute; top: 3px; right: 3px }} h3 {{ break-after: avoid }}
h1 {{ column-span: all }}"""


def laid_out(body: str, folder: Path, *, ours: bool) -> Any:
    """Give the document laid out with our columns, or with WeasyPrint's."""
    html = f"<!DOCTYPE html><html lang='en'><head><style>{STYLE}</style></head><body>{body}</body></html>"
    with columns.balanced_at_once() if ours else nullcontext():
        return pdf.weasyprint().HTML(string=html, base_url=f"{folder}/").render()


def told(document: Any) -> list[list[str]]:
    """Give the words of each page, line after line."""
    return [[box.text for box in page._page_box.descendants() if hasattr(box, "text")] for page in document.pages]  # noqa: SLF001


def heights(document: Any) -> Iterator[float]:
    """Give the height of every box that has columns."""
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001
            if any(getattr(child, "is_column", False) for child in getattr(box, "children", ())):
                yield box.height


@pytest.mark.parametrize("name", DOCUMENTS)
def test_columns_hold_all_words_in_order_and_are_no_higher(name: str, tmp_path: Path) -> None:
    ours, theirs = (laid_out(DOCUMENTS[name], tmp_path, ours=ours) for ours in (True, False))
    all_words = ["".join(word.split()) for words in told(theirs) for word in words]
    assert "".join("".join(word.split()) for words in told(ours) for word in words) == "".join(all_words)
    assert len(ours.pages) == len(theirs.pages)
    for own, other in zip(heights(ours), heights(theirs), strict=True):
        assert own <= other + LINE / 2


def test_columns_are_laid_out_twice_and_not_a_dozen_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[float] = []
    filled = columns._Columns._filled  # noqa: SLF001

    def counted(self: Any, height: float) -> Any:
        tried.append(height)
        return filled(self, height)

    monkeypatch.setattr(columns._Columns, "_filled", counted)  # noqa: SLF001
    laid_out(DOCUMENTS["paragraphs and headings"], tmp_path, ours=True)
    assert 1 < len(tried) <= 3, tried
    tried.clear()
    pages = len(laid_out(DOCUMENTS["over pages"], tmp_path, ours=True).pages)
    assert pages <= len(tried) <= pages + 2, tried


def test_what_is_not_simply_columns_is_left_to_weasyprint(tmp_path: Path) -> None:
    ours, theirs = (laid_out(DOCUMENTS["a heading across"], tmp_path, ours=ours) for ours in (True, False))
    assert told(ours) == told(theirs)
    assert [*heights(ours)] == [*heights(theirs)]


@given(
    some.lists(some.tuples(some.floats(1, 90), some.booleans()), min_size=1, max_size=30),
    some.integers(min_value=1, max_value=4),
)
def test_the_lowest_height_holds_everything_and_a_lower_one_does_not(
    given_units: list[tuple[float, bool]], count: int
) -> None:
    units, top = [], 0.0
    for height, is_kept in given_units:
        units.append(Unit(top, top + height, is_kept))
        top += height
    height = lowest(units, count)
    assert needed(units, height) <= count
    assert needed(units, height - 2 * TIGHT) > count


def needed(units: list[Unit], height: float) -> float:
    """Give how many columns of this height the units need: without end where one of them is higher."""
    columns, left, run = 1.0, height, 0.0
    for at, unit in enumerate(units):
        run += unit.bottom - unit.top
        if unit.is_kept_with_next and at < len(units) - 1:
            continue
        if run > height + 1e-6:
            return float("inf")
        if run > left + 1e-6:
            columns, left = columns + 1, height
        left, run = left - run, 0.0
    return columns
